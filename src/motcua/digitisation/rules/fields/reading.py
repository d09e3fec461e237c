"""The fields of a document from its recognised pages."""

from collections.abc import Sequence

from motcua.digitisation.rules.fields.back import back_of
from motcua.digitisation.rules.fields.front import Front, front_of
from motcua.digitisation.rules.fields.issuer import BodyName
from motcua.digitisation.rules.fields.locality import agreed
from motcua.digitisation.rules.fields.place_and_date import DateRow, Place
from motcua.digitisation.rules.fields.sheet import respelled, sheet_of
from motcua.digitisation.rules.fields.subject import subject_after, subject_under
from motcua.digitisation.rules.fields.trust import ENUMERATED, RESTORED, UNCONFIRMED, field
from motcua.digitisation.rules.fields.values import DocumentFields, Field, ReadPage


def fields_of(pages: Sequence[ReadPage]) -> DocumentFields:
    """Return what the pages of one document say of it, and nothing they do not say.

    The head is taken from the first page with print; signature and recipients from the first page
    with "Nơi nhận", or else from the first with an office below its text.
    """
    sheets = [sheet for sheet in map(sheet_of, pages) if sheet.words]
    if not sheets:
        return DocumentFields()
    front, back = front_of(sheets[0]), back_of(sheets)
    page = sheets[0].page
    dated, dated_on = (front.date_row, page) if front.date_row else (back.date_row, back.page)
    placed, placed_on = (front.place, page) if front.place else (back.place, back.page)
    issuer, place = agreed(_named(front, at=-1), _place(placed, page=placed_on))
    return DocumentFields(
        superior=_named(front, at=-2),
        issuer=issuer,
        number_symbol=_number_symbol(front),
        place=place,
        issued_on=_issued_on(dated, page=dated_on),
        kind=_kind(front),
        subject=_subject(front),
        signer_capacity=back.capacity,
        signer=back.signer,
        recipients=back.recipients,
    )


def _named(front: Front, *, at: int) -> Field[str] | None:
    name: BodyName | None = front.names[at] if len(front.names) >= -at else None
    if name is None:
        return None
    anchored = 1.0 if front.head.title else UNCONFIRMED
    page = front.sheet.page
    return field(name.text, words=name.words, page=page, agreement=anchored * name.agreement)


def _number_symbol(front: Front) -> Field[str] | None:
    number = front.number
    if number is None:
        return None
    page = front.sheet.page
    return field(number.text, words=number.words, page=page, agreement=number.agreement)


def _place(place: Place | None, *, page: ReadPage) -> Field[str] | None:
    return field(place.text, words=place.words, page=page) if place else None


def _issued_on(dated: DateRow | None, *, page: ReadPage) -> Field[str] | None:
    if dated is None:
        return None
    return field(dated.day.isoformat(), words=dated.words, page=page, agreement=dated.agreement)


def _kind(front: Front) -> Field[str] | None:
    page = front.sheet.page
    if front.kind_line:
        return field(front.kind_line.kind.name, words=front.kind_line.words, page=page)
    if front.letter_line is None or front.kind is None:
        return None
    label = front.letter_line.label
    sure = ENUMERATED if "".join(word.text for word in label).startswith("V/v") else RESTORED
    words = tuple(respelled(word, word.text, confidence=sure) for word in label)
    confirmed = 1.0 if front.number else UNCONFIRMED
    return field(front.kind.name, words=words, page=page, agreement=confirmed)


def _subject(front: Front) -> Field[str] | None:
    if front.kind_line:
        words = subject_under(front.kind_line, head=front.head, sheet=front.sheet)
    elif front.letter_line:
        words = subject_after(front.letter_line, head=front.head, sheet=front.sheet)
    else:
        return None
    text = " ".join(word.text for word in words).strip(" ,;:")
    return field(text, words=words, page=front.sheet.page)
