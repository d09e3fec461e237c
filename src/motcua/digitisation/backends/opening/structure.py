"""What a PDF consists of, before any page of it is drawn.

qpdf, through pikepdf, reads the structure and never runs anything. Every object is looked at, the
dead ones of earlier revisions too.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

import pikepdf

from motcua.digitisation.backends.opening.pixels import refused
from motcua.digitisation.backends.opening.private import PrivateCopy
from motcua.digitisation.errors import Unreadable
from motcua.digitisation.ports import OpeningLimits

_ACTIVE_KEYS: Final = frozenset({"/JavaScript", "/XFA", "/RichMediaContent"})
_ACTIONS: Final = frozenset({"/JavaScript", "/Launch", "/ImportData", "/SubmitForm"})
_ACTIVE_KINDS: Final = _ACTIONS | {
    "/3D",
    "/GoTo3DView",
    "/Movie",
    "/Rendition",
    "/RichMedia",
    "/RichMediaExecute",
    "/Screen",
    "/Sound",
}
_ATTACHING_KEYS: Final = frozenset({"/EF", "/EmbeddedFiles", "/Collection"})
_ATTACHING_KINDS: Final = frozenset({"/EmbeddedFile", "/FileAttachment"})
_SIGNING_KEYS: Final = frozenset({"/ByteRange"})
_KINDS: Final = ("/S", "/Subtype", "/Type")
_SUSPECT: Final = re.compile(
    rb"/(?:JavaScript|JS|XFA|RichMedia\w*|Launch|ImportData|SubmitForm|Rendition|Movie|Sound|3D"
    rb"|Screen|GoTo3DView|EF|EmbeddedFiles?|Collection|FileAttachment|ByteRange)(?![\w#.-])"
)
_NEVER_IN_THE_CLEAR: Final = (b"/JavaScript", b"/RichMedia", b"/Launch")
_SOURCE: Final = re.compile(r"stream <[^>]*>:? ?")
_HARMLESS: Final = re.compile(
    r"(?:extraneous whitespace seen before xref"
    r"|is not one plus the highest object number \(\d+\)"
    r"|setting missing or invalid /Type entry to /Catalog"
    r"|/Type key should be /Pages? but is not; overriding"
    r"|Resources is missing or invalid; repairing"
    r"|MediaBox is undefined; setting to letter / ANSI A"
    r"|Annots has duplicate entry for annotation .*)$"
)
"""Habits of programs that write PDF carelessly; no page is lost by what qpdf makes of them."""

_DEEPEST: Final = 60
_DEEPEST_FORM: Final = 8


_Number = tuple[int, int]
"""An object's number and generation."""


@dataclass(slots=True)
class _Found:
    active: str = ""
    attached: str = ""
    signed: bool = False
    forms: dict[_Number, tuple[_Number, ...]] = field(default_factory=dict)
    """Each form, and those that are painted in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """What is known of a PDF that may be opened."""

    document: pikepdf.Pdf
    page_count: int
    is_signed: bool
    has_layers: bool
    """Parts that can be switched off, so only drawing tells what is seen."""


def read_structure(copy: PrivateCopy, *, limits: OpeningLimits) -> Structure:
    """Look through the file; refuses what may not be opened."""
    try:
        document = pikepdf.open(
            copy.opened(), suppress_warnings=True, access_mode=pikepdf.AccessMode.stream
        )
    except pikepdf.PasswordError as fault:
        raise refused(Unreadable.ENCRYPTED) from fault
    except pikepdf.PdfError as fault:
        raise refused(Unreadable.BROKEN, _said(fault)) from fault
    if document.is_encrypted:
        raise refused(Unreadable.ENCRYPTED)
    _check_whole(document)
    page_count = _count_pages(document, limits)
    found = _look_through(document)
    _check_whole(document)
    _check_forms(found.forms)
    _check_harmless(found, copy)
    return Structure(
        document=document,
        page_count=page_count,
        is_signed=found.signed,
        has_layers="/OCProperties" in document.Root,
    )


def _check_whole(document: pikepdf.Pdf) -> None:
    """Refuse a file that had to be repaired: nobody knows which sheets were lost."""
    for warning in document.get_warnings():
        if not _HARMLESS.search(str(warning)):
            raise refused(Unreadable.BROKEN, _said(warning))


def _said(fault: object) -> str:
    """Return what qpdf says, without its name for the file."""
    return _SOURCE.sub("", str(fault))


def _count_pages(document: pikepdf.Pdf, limits: OpeningLimits) -> int:
    page_count = len(document.pages)
    if not page_count:
        raise refused(Unreadable.NO_PAGES)
    if page_count > limits.pages:
        raise refused(Unreadable.TOO_MANY_PAGES, str(page_count))
    for page in document.pages:
        _check_box(page)
    return page_count


def _check_box(page: pikepdf.Page) -> None:
    """Refuse a page without area; qpdf has given a box to one that had none."""
    left, bottom, right, top = (float(edge) for edge in page.mediabox)
    if not (abs(right - left) >= 1 and abs(top - bottom) >= 1):
        raise refused(Unreadable.BROKEN, "MediaBox")


def _look_through(document: pikepdf.Pdf) -> _Found:
    """Look at every object; the written form is searched first, which takes 4 µs an object."""
    found = _Found()
    everything: Iterable[object] = document.objects  # numbers and nothing among them
    for item in everything:
        said: object = item
        if isinstance(item, pikepdf.Stream):
            said = item.stream_dict
            _note_form(item, found)
        if isinstance(said, pikepdf.Object) and _SUSPECT.search(said.unparse(resolved=True)):
            for part in _parts(said, depth=0):
                _judge(part, found)
    return found


def _note_form(stream: pikepdf.Stream, found: _Found) -> None:
    said = stream.stream_dict
    if said.get("/Subtype") != pikepdf.Name.Form:
        return
    resources = said.get("/Resources")
    painted = resources.get("/XObject") if isinstance(resources, pikepdf.Dictionary) else None
    if isinstance(painted, pikepdf.Dictionary):
        inside = (value.objgen for value in painted.values() if isinstance(value, pikepdf.Stream))
        found.forms[stream.objgen] = tuple(inside)


def _check_forms(forms: Mapping[_Number, tuple[_Number, ...]]) -> None:
    """Refuse forms in forms in forms: PDFium unfolds them all, or never comes to an end."""
    depths: dict[_Number, int] = {}
    for outermost in forms:
        if _depth_of(outermost, forms, depths, above=0) > _DEEPEST_FORM:
            raise refused(Unreadable.TOO_MUCH_WORK, "forms")


def _depth_of(
    form: _Number,
    forms: Mapping[_Number, tuple[_Number, ...]],
    depths: dict[_Number, int],
    *,
    above: int,
) -> int:
    if form not in forms or above > _DEEPEST_FORM:
        return 1
    if form not in depths:
        inside = forms[form]
        depths[form] = 1 + max(
            (_depth_of(inner, forms, depths, above=above + 1) for inner in inside), default=0
        )
    return depths[form]


def _parts(item: pikepdf.Object, *, depth: int) -> Iterator[pikepdf.Object]:
    """Yield the object and everything written inside it, but not what it only refers to."""
    if depth > _DEEPEST:
        raise refused(Unreadable.BROKEN, "depth")
    yield item
    if isinstance(item, pikepdf.Dictionary):
        inside: list[object] = list(item.values())
    elif isinstance(item, pikepdf.Array):
        inside = list(item)
    else:
        return
    for value in inside:
        if isinstance(value, pikepdf.Object) and not value.is_indirect:
            yield from _parts(value, depth=depth + 1)


def _judge(part: pikepdf.Object, found: _Found) -> None:
    if isinstance(part, pikepdf.Name) and part.is_indirect:
        found.active = found.active or _first({str(part)} & _ACTIONS)
    if not isinstance(part, pikepdf.Dictionary):
        return
    keys = set(part.keys())
    kinds = {str(part[key]) for key in _KINDS if key in keys}
    found.active = found.active or _first((keys & _ACTIVE_KEYS) | (kinds & _ACTIVE_KINDS))
    found.attached = found.attached or _first((keys & _ATTACHING_KEYS) | (kinds & _ATTACHING_KINDS))
    found.signed = found.signed or bool(keys & _SIGNING_KEYS and "/Contents" in keys)


def _first(names: set[str]) -> str:
    return min(names, default="")


def _check_harmless(found: _Found, copy: PrivateCopy) -> None:
    """What stands in the clear but in no object would be seen by other readers than qpdf."""
    if found.active:
        raise refused(Unreadable.ACTIVE_CONTENT, found.active)
    for written in _NEVER_IN_THE_CLEAR:
        if copy.holds(written):
            raise refused(Unreadable.ACTIVE_CONTENT, written.decode("ascii"))
    if found.attached and not found.signed:
        raise refused(Unreadable.ATTACHMENTS, found.attached)
