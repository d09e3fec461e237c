"""What stands below the text of the last page: who signed, who receives it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from motcua.digitisation.rules.fields.place_and_date import DateRow, Place, date_in, place_in
from motcua.digitisation.rules.fields.recipients import heading_in, recipients_under
from motcua.digitisation.rules.fields.sheet import Sheet
from motcua.digitisation.rules.fields.signer import SignatureBlock, signature_block
from motcua.digitisation.rules.fields.trust import ELSEWHERE, UNCONFIRMED, field
from motcua.digitisation.rules.fields.values import Field, ReadPage
from motcua.digitisation.rules.text import Box


@dataclass(frozen=True, kw_only=True)
class Back:
    """The foot of the page that was signed."""

    page: ReadPage
    capacity: Field[str] | None = None
    signer: Field[str] | None = None
    recipients: Field[tuple[str, ...]] | None = None
    date_row: DateRow | None = None
    place: Place | None = None
    """Date and place above the signature, where forms have them."""


def back_of(sheets: Sequence[Sheet]) -> Back:
    """Return the foot of the first page that has one; there must be at least one page."""
    for sheet in sheets:
        heading = heading_in(sheet)
        if heading:
            return _with_recipients(sheet, heading)
    for sheet in sheets:
        block = signature_block(sheet, beside=None)
        if block:
            return _signed(sheet, block)
    return Back(page=sheets[-1].page)


def _with_recipients(sheet: Sheet, heading: Box) -> Back:
    block = signature_block(sheet, beside=heading)
    back = _signed(sheet, block) if block else Back(page=sheet.page)
    found = recipients_under(heading, sheet=sheet)
    if found is None:
        return back
    closed = 1.0 if found.is_closed else UNCONFIRMED
    recipients = field(found.names, words=found.words, page=sheet.page, agreement=closed)
    return replace(back, recipients=recipients)


def _signed(sheet: Sheet, block: SignatureBlock) -> Back:
    person, where = block.person, 1.0 if block.is_level else ELSEWHERE
    capacity = " ".join(word.text for word in block.capacity)
    confirmed = where if block.capacity else where * UNCONFIRMED
    return Back(
        page=sheet.page,
        capacity=field(capacity, words=block.capacity, page=sheet.page, agreement=where),
        signer=field(
            person.text,
            words=person.words,
            page=sheet.page,
            agreement=person.agreement * confirmed,
        )
        if person
        else None,
        date_row=date_in(block.above),
        place=place_in(block.above, sheet=sheet),
    )
