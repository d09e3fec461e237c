"""Who stands behind a dossier."""

from enum import StrEnum


class ApplicantKind(StrEnum):
    """Whether a human being or an organisation asks."""

    PERSON = "person"
    ORGANISATION = "organisation"


class ApplicantRole(StrEnum):
    """What somebody is to a dossier."""

    APPLICANT = "applicant"
    """Who hands it in (người nộp)."""

    OWNER = "owner"
    """Whose matter it is (chủ hồ sơ)."""

    REPRESENTATIVE = "representative"
    """Who acts for the owner (người đại diện)."""


class Sex(StrEnum):
    """As the identity card says it."""

    MALE = "nam"
    FEMALE = "nu"
