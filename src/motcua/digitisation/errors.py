"""What digitisation refuses."""

from enum import StrEnum

from motcua.kernel.errors import Conflict, Invalid, Unavailable


class Unreadable(StrEnum):
    """Why a file from outside is refused."""

    ABSENT = "absent"
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    UNKNOWN_FORMAT = "unknown_format"
    BROKEN = "broken"
    ENCRYPTED = "encrypted"
    ACTIVE_CONTENT = "active_content"
    ATTACHMENTS = "attachments"
    TOO_MANY_PAGES = "too_many_pages"
    PAGE_TOO_LARGE = "page_too_large"
    NO_PAGES = "no_pages"
    TOO_MUCH_WORK = "too_much_work"


class UnreadableFile(Invalid):
    """The file cannot be opened, or may not be."""

    code = "digitisation.unreadable_file"

    def __init__(self, *, name: str, why: Unreadable, detail: str = "") -> None:
        super().__init__(name=name, why=why, detail=detail)
        self.name, self.why, self.detail = name, why, detail

    def __reduce__(self) -> tuple[object, ...]:
        """Let the refusal cross from the process that reads to the one that answers."""
        return _again, (self.name, self.why, self.detail)


def _again(name: str, why: Unreadable, detail: str) -> UnreadableFile:
    return UnreadableFile(name=name, why=why, detail=detail)


class ResultWouldOverwrite(Conflict):
    """A result would take the place of an input; nothing was written."""

    code = "digitisation.result_would_overwrite"

    def __init__(self, *, path: str) -> None:
        super().__init__(path=path)
        self.path = path


class NotArchival(Invalid):
    """What was written is not PDF/A-2b, so it was not kept."""

    code = "digitisation.not_archival"

    def __init__(self, *, faults: tuple[str, ...]) -> None:
        super().__init__(faults=faults)


class ToolMissing(Unavailable):
    """A model, font or program that is needed is not installed."""

    code = "digitisation.tool_missing"

    def __init__(self, *, tool: str, remedy: str) -> None:
        super().__init__(tool=tool, remedy=remedy)
        self.tool, self.remedy = tool, remedy


class NoRoom(Unavailable):
    """The disk is full or may not be written to; nothing half-written was left."""

    code = "digitisation.no_room"

    def __init__(self, *, where: str, detail: str) -> None:
        super().__init__(where=where, detail=detail)
        self.where, self.detail = where, detail
