"""What is asked and what is answered."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from motcua.digitisation.rules.text import Box, PageText

Value = TypeVar("Value", bound=str | tuple[str, ...])


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPage:
    """One page as recognised: upright, its boxes in its own pixels."""

    number: int
    width: int
    height: int
    text: PageText


@dataclass(frozen=True, slots=True, kw_only=True)
class Field(Generic[Value]):
    """One value, how far it may be relied on (0 to 1), and where it was read."""

    value: Value
    confidence: float
    page: int
    """The `number` of its page."""

    box: Box
    """Inside the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFields:
    """The fields of one administrative document; nothing where a field is absent or in doubt.

    An absent value is a question to the person at the counter, a wrong one is a false entry in
    the register, so whatever is not certain is left out.
    """

    superior: Field[str] | None = None
    """The body above the issuer where the head names one ("UBND HUYỆN AN BÌNH")."""

    issuer: Field[str] | None = None
    """The body that issued the document: the last name of the left column of the head."""

    number_symbol: Field[str] | None = None
    """Number and symbol, complete: "15/QĐ-UBND"."""

    place: Field[str] | None = None
    issued_on: Field[str] | None = None
    """A date as ISO 8601, "2026-01-05"."""

    kind: Field[str] | None = None
    """The proper name of the kind, "Quyết định"; see `document_kinds`."""

    subject: Field[str] | None = None
    """What the document is about, without "V/v"."""

    signer_capacity: Field[str] | None = None
    """Its lines joined by a space: "KT. CHỦ TỊCH PHÓ CHỦ TỊCH"."""

    signer: Field[str] | None = None
    """The name alone, without rank or degree."""

    recipients: Field[tuple[str, ...]] | None = None
    """One entry for each dash under "Nơi nhận", without dash and closing mark."""
