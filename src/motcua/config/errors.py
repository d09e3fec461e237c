"""Why a command cannot begin."""

from collections.abc import Mapping
from typing import Final

from motcua.kernel.errors import Invalid, Unavailable

WHY: Final[Mapping[type[OSError], str]] = {
    FileNotFoundError: "không có tệp này",
    IsADirectoryError: "là thư mục, không phải tệp",
    NotADirectoryError: "đường dẫn đi qua một tệp không phải thư mục",
    PermissionError: "không có quyền đọc hoặc ghi",
}
"""What the system says of a file, in Vietnamese."""


class PortTaken(Unavailable):
    """Another program listens there already."""

    code = "config.port_taken"

    def __init__(self, *, host: str, port: int) -> None:
        super().__init__(host=host, port=port)


class HostUnusable(Unavailable):
    """This machine has no such address, or may not listen there."""

    code = "config.host_unusable"

    def __init__(self, *, host: str, port: int, detail: str) -> None:
        super().__init__(host=host, port=port, detail=detail)


class DatabaseAway(Unavailable):
    """The database cannot be opened or does not answer."""

    code = "config.database_away"

    def __init__(self, *, detail: str) -> None:
        super().__init__(detail=detail)


class DatabaseNewer(Unavailable):
    """The database was brought to a later version of Motcua than this one."""

    code = "config.database_newer"

    def __init__(self, *, migrations: list[str]) -> None:
        super().__init__(migrations=migrations)
        self.migrations = migrations


class DatabaseNotReady(Unavailable):
    """The database is not there yet, or of an earlier version of Motcua."""

    code = "config.database_not_ready"


class ScreensIncomplete(Unavailable):
    """Style, fonts or icons of the screens were not fetched."""

    code = "config.screens_incomplete"


class WebDoesNotStart(Unavailable):
    """The web server ended again and again before it answered anything."""

    code = "config.web_does_not_start"


class ImportNotThere(Unavailable):
    """This version cannot import that yet."""

    code = "config.import_not_there"


class FileNotTaken(Invalid):
    """A file that was named cannot be read, written or understood; the sentence says why."""

    code = "config.file_not_taken"

    def __init__(self, *, name: str, sentence: str) -> None:
        super().__init__(name=name, sentence=sentence)

    @classmethod
    def because(cls, error: OSError, *, name: str) -> "FileNotTaken":
        """Return the refusal that tells what the system said of a file."""
        return cls(name=name, sentence=WHY.get(type(error), error.strerror or str(error)))
