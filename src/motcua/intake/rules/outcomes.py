"""How a dossier ends."""

from enum import StrEnum


class ResultKind(StrEnum):
    """Whether the citizen gets what was asked for."""

    POSITIVE = "positive"
    REFUSAL = "refusal"
    """A refusal after appraisal is a result in writing (NĐ 61/2018/NĐ-CP Điều 19.8)."""


class EndingKind(StrEnum):
    """How a dossier ended without what was asked for."""

    NOT_ACCEPTED = "not_accepted"
    REFUSED = "refused"
    STOPPED = "stopped"
    WITHDRAWN = "withdrawn"
