"""The image of a page with its words and fields over it, and the text beside it.

The words lie in a drawing (SVG) that has the page's own pixels as its measure: it fits the image
at every size, its text can be selected and printed, and it needs no style of its own.
"""

from collections.abc import Iterator
from itertools import count, pairwise
from statistics import median
from typing import Final

from motcua.digitisation.browse.markup import Html, element, joined
from motcua.digitisation.browse.parts import address, icon
from motcua.digitisation.browse.place import Place
from motcua.digitisation.browse.wording import FIELDS, percent
from motcua.digitisation.pipeline.values import FinishedPage
from motcua.digitisation.rules.second_reading import SURE_WORD
from motcua.digitisation.rules.text import Box, Line, Word

CERTAIN: Final = 0.95
"""From here on a word needs no colour; below `SURE_WORD` it is worth a second look."""

LOST: Final = 0.60
"""Below this it is likelier wrong than right."""

NEW_PARAGRAPH: Final = 0.8
"""A gap between two lines of so many line heights is shown as one."""

TYPE: Final = 1.25
"""The size of type as a multiple of the median height of a line's words."""


def sureness(confidence: float) -> str:
    """Return the step of the scale that a word's confidence falls on."""
    for step, floor in (("certain", CERTAIN), ("sure", SURE_WORD), ("weak", LOST)):
        if confidence >= floor:
            return step
    return "lost"


def is_doubtful(word: Word) -> bool:
    """Tell whether a person should compare the word with the image."""
    return word.confidence < SURE_WORD


def image_of(place: Place, page: FinishedPage) -> Html:
    """Return the page image with what was read over it."""
    picture = element(
        "img",
        src=f"{page.number}.jpg",
        alt=f"Ảnh trang {page.number}",
        width=page.width_px,
        height=page.height_px,
        decoding="async",
    )
    fields = (
        _outline(name, field["box"])
        for name, field in place.report["fields"].items()
        if field and field["page"] == page.number
    )
    numbers = count()
    words = (part for line in page.text.lines for part in _over_line(line, numbers=numbers))
    over = element(
        "svg",
        *words,
        *fields,
        class_="over",
        viewBox=f"0 0 {page.width_px} {page.height_px}",
        preserveAspectRatio="none",
        aria_hidden="true",
        focusable="false",
    )
    return element("div", picture, over, class_="paper")


def text_of(page: FinishedPage) -> Html:
    """Return the lines in reading order, each word tied to its place on the image by its number."""
    lines = page.text.lines
    if not lines:
        return element("p", "Không có chữ nào trên trang này.", class_="none")
    numbers = count()
    gaps = (False, *(_is_apart(above, below) for above, below in pairwise(lines)))
    return element(
        "div",
        *(_line(line, numbers=numbers, gap=gap) for line, gap in zip(lines, gaps, strict=True)),
        class_="read",
    )


def without_image(place: Place, page: FinishedPage) -> Html:
    """Return what is there of a page whose own text was kept: the text, and where to see it."""
    link = f"../../{address(f'{place.name}.pdf')}#page={page.number}"
    return element(
        "div",
        element(
            "p",
            "Trang này đã có sẵn chữ trong tệp nên không phải nhận dạng từ ảnh. ",
            element("a", icon("file"), f"Xem trang {page.number} trong tệp PDF", href=link),
            class_="notice file",
        ),
        text_of(page),
        class_="kept",
    )


def _outline(name: str, box: list[int]) -> Html:
    left, top, right, bottom = box
    title = element("title", FIELDS[name])
    frame = element("rect", x=left, y=top, width=right - left, height=bottom - top)
    return element("g", title, frame, class_="field", id=f"on-{name}")


def _over_line(line: Line, *, numbers: Iterator[int]) -> Iterator[Html]:
    """Give the words of a line in type of one size on one base, as it was printed.

    The base is where most words end that have no stroke below it.
    """
    size = round(TYPE * median(word.box.height for word in line.words))
    base = sorted(word.box.bottom for word in line.words)[len(line.words) // 4]
    for word in line.words:
        yield _over(word, number=next(numbers), size=size, base=base)


def _over(word: Word, *, number: int, size: int, base: int) -> Html:
    box = word.box
    return element(
        "g",
        element("title", f"{word.text} – độ chắc {percent(word.confidence)}"),
        element("rect", x=box.left, y=box.top, width=box.width, height=box.height),
        _underline(box) if is_doubtful(word) else None,
        element(
            "text",
            word.text,
            x=box.left,
            y=min(max(base, box.top), box.bottom),
            textLength=box.width,
            lengthAdjust="spacingAndGlyphs",
            font_size=size,
        ),
        class_=f"word {sureness(word.confidence)}",
        data_word=number,
    )


def _underline(box: Box) -> Html:
    return element("line", x1=box.left, y1=box.bottom - 2, x2=box.right, y2=box.bottom - 2)


def _is_apart(above: Line, below: Line) -> bool:
    return below.box.top - above.box.bottom > NEW_PARAGRAPH * max(above.box.height, 1)


def _line(line: Line, *, numbers: Iterator[int], gap: bool) -> Html:
    words = (_beside(word, number=next(numbers)) for word in line.words)
    return element("div", joined(*words, between=" "), class_="gap" if gap else None)


def _beside(word: Word, *, number: int) -> Html:
    doubtful = is_doubtful(word)
    return element(
        "span",
        word.text,
        class_=sureness(word.confidence) if doubtful else None,
        title=f"Độ chắc {percent(word.confidence)}" if doubtful else None,
        data_word=number,
    )


def doubtful_words(page: FinishedPage) -> int:
    """Return how many words of the page a person should compare."""
    return sum(map(is_doubtful, page.text.words))
