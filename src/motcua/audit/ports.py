"""What the journal asks of whoever acts and of whatever is acted upon."""

from typing import Final, Protocol

SYSTEM_BOOK: Final = "system"
"""The book of what Motcua does by itself."""


class Actor(Protocol):
    """Somebody who answers for an act, a person's account say."""

    @property
    def pk(self) -> int | None:
        """The number of the account; nothing for the system itself."""
        ...

    @property
    def journal_name(self) -> str:
        """The name as it is to be read in ten years, when the account may be gone."""
        ...

    @property
    def journal_book(self) -> str:
        """The book that the act is written into: one for each unit."""
        ...


class JournalReader(Protocol):
    """Somebody who wants to read the journal."""

    def journal_books(self) -> frozenset[str]:
        """Return the books this reader may open."""
        ...
