"""What the catalogue refuses."""

from collections.abc import Sequence
from datetime import date

from motcua.kernel.errors import Conflict, Invalid, NotAllowed, NotFound


class EditNotAllowed(NotAllowed):
    """No post of the person's carries the keeping of the catalogue."""

    code = "catalogue.edit_not_allowed"


class ContentRefused(Invalid):
    """What was given does not describe a procedure; each fault names its field."""

    code = "catalogue.content_refused"

    def __init__(self, *, faults: Sequence[object]) -> None:
        self.faults = tuple(faults)
        super().__init__(faults=[str(fault) for fault in faults])


class ProcedureKnown(Conflict):
    """A procedure of this code is already in the catalogue."""

    code = "catalogue.procedure_known"

    def __init__(self, *, procedure: str) -> None:
        super().__init__(procedure=procedure)


class ProcedureUnknown(NotFound):
    """No procedure of this code is in the catalogue, or it was not offered on the day."""

    code = "catalogue.procedure_unknown"

    def __init__(self, *, procedure: str) -> None:
        super().__init__(procedure=procedure[:80])


class VersionBeginsThen(Conflict):
    """A version of this procedure already begins on that day."""

    code = "catalogue.version_begins_then"

    def __init__(self, *, procedure: str, day: date) -> None:
        super().__init__(procedure=procedure, day=day)


class VersionStands(Conflict):
    """The version has begun, dossiers may rest on it, and it is changed no more."""

    code = "catalogue.version_stands"

    def __init__(self, *, procedure: str, valid_from: date) -> None:
        super().__init__(procedure=procedure, valid_from=valid_from)


class VersionsOverlap(Conflict):
    """Two versions would hold on the same day."""

    code = "catalogue.versions_overlap"

    def __init__(self, *, procedure: str, day: date) -> None:
        super().__init__(procedure=procedure, day=day)


class PastStands(Conflict):
    """The change would reach days on which dossiers were received by the old rule."""

    code = "catalogue.past_stands"

    def __init__(self, *, procedure: str, day: date, earliest: date) -> None:
        super().__init__(procedure=procedure, day=day, earliest=earliest)


class ProcedureEnded(Conflict):
    """On that day the procedure is offered no more."""

    code = "catalogue.procedure_ended"

    def __init__(self, *, procedure: str, day: date) -> None:
        super().__init__(procedure=procedure, day=day)


class VersionEnded(Conflict):
    """On that day the version holds no more, and another has taken its place."""

    code = "catalogue.version_ended"

    def __init__(self, *, procedure: str, valid_to: date) -> None:
        super().__init__(procedure=procedure, valid_to=valid_to)


class LaterVersionStands(Conflict):
    """A version that begins later must be withdrawn first."""

    code = "catalogue.later_version_stands"

    def __init__(self, *, procedure: str, valid_from: date) -> None:
        super().__init__(procedure=procedure, valid_from=valid_from)


class NoRulesYet(Invalid):
    """No rule set on digitising held on that day."""

    code = "catalogue.no_rules_yet"

    def __init__(self, *, day: date) -> None:
        super().__init__(day=day)


class NothingWaiting(NotFound):
    """The sheet that was looked through is not kept any more."""

    code = "catalogue.nothing_waiting"
