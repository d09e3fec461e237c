"""A letter that was never paper says of itself what a scan of it would, and more surely."""

from pathlib import Path

import pytest

from digitisation.fields.paper import value
from digitisation.opening.letters import letter
from digitisation.opening.pdfs import saved, sign
from digitisation.opening.test_placing_words import TURNED, sideways, turned_letter
from motcua.digitisation.pipeline.runner import Begun, Ended, Run
from motcua.digitisation.pipeline.stages.keep import keep
from motcua.digitisation.ports import (
    NOWHERE,
    Handling,
    KeptPage,
    Opened,
    OpeningLimits,
    PageLayers,
)
from motcua.digitisation.rules.fields import ReadPage, fields_of
from motcua.digitisation.rules.text import Box, Line, PageText, Word


def text(word, *, box=NOWHERE):
    return PageText(lines=(Line(words=(Word(text=word, box=box, confidence=1.0),)),))


def fields_in(opened):
    pages = [keep(number, page=page) for number, page in enumerate(opened.kept_pages, start=1)]
    return fields_of(
        [
            ReadPage(number=p.number, width=p.width_px, height=p.height_px, text=p.text)
            for p in pages
        ]
    )


def test_a_kept_page_has_its_size_and_words_and_no_picture():
    words = text("Số:", box=Box(left=1, top=2, right=30, bottom=40))
    page = keep(3, page=KeptPage(width_px=1654, height_px=2339, text=words))
    assert (page.number, page.width_px, page.height_px, page.dpi) == (3, 1654, 2339, 200)
    assert page.text == words
    assert (page.layers, page.preview, page.measures) == (PageLayers(), None, None)


@pytest.mark.parametrize("aside", [0, 70])
@pytest.mark.parametrize("turn", TURNED)
def test_the_fields_of_a_letter_are_read_however_its_page_is_turned(look, turn, aside):
    fields = fields_in(look(saved(turned_letter(turn, aside=aside))))
    assert value(fields.superior) == "UBND TỈNH LÂM HẢI"
    assert value(fields.issuer) == "SỞ NỘI VỤ"
    assert value(fields.number_symbol) == "1215/SNV-VTLT"
    assert value(fields.place) == "Lâm Hải"
    assert value(fields.issued_on) == "2025-06-09"
    assert value(fields.kind) == "Công văn"
    assert value(fields.subject) == "số hóa hồ sơ, giấy tờ giải quyết thủ tục hành chính"
    assert value(fields.signer_capacity) == "GIÁM ĐỐC"
    assert value(fields.signer) == "Trần Quốc Vượng"
    assert value(fields.recipients) == ("Như trên", "Lưu: VT, VTLT")


def test_the_fields_of_a_signed_letter_are_read_from_its_own_text(look):
    pdf = letter()
    sign(pdf)
    opened = look(saved(pdf))
    assert opened.handling is Handling.KEEP_SIGNED
    assert value(fields_in(opened).number_symbol) == "1215/SNV-VTLT"


def test_no_later_page_is_taken_for_the_first_when_that_is_written_sideways(look):
    pdf = letter(pages=2)
    body = pdf.pages[0].Contents
    pdf.pages[0].Contents, pdf.pages[1].Contents = pdf.make_stream(b""), body
    pdf.pages[1].Resources = pdf.pages[0].Resources
    del pdf.pages[0].Resources
    sideways(pdf, number=0)
    opened = look(saved(pdf))
    assert "1215/SNV-VTLT" in opened.kept_pages[1].text.text
    assert fields_in(opened).number_symbol is None


class OneFile:
    """An opener with one file that has been looked into."""

    def __init__(self, opened):
        self.opened = opened
        self.asked = 0

    def open(self, path, *, limits, spool):
        return self

    def sheets(self):
        self.asked += 1
        return iter(())

    def close(self):
        pass


class NoWorkers:
    capacity = 1


@pytest.mark.parametrize(
    ("handling", "kept", "asked"),
    [
        (Handling.DIGITISE, (), 1),
        (Handling.KEEP_SIGNED, (), 1),
        (Handling.KEEP_SIGNED, (text("Số"),), 0),
        (Handling.KEEP_BORN_DIGITAL, (text("Số"), PageText()), 0),
    ],
    ids=["scan", "signed scan", "signed letter", "letter with a blank page"],
)
def test_pages_are_drawn_only_where_their_own_text_says_nothing(handling, kept, asked):
    pages = tuple(KeptPage(width_px=9, height_px=9, text=words) for words in kept)
    file = OneFile(Opened(handling=handling, page_count=2, kept_pages=pages))
    path = Path("letter.pdf")
    run = Run(opener=file, limits=OpeningLimits(), workers=NoWorkers(), spool=Path("spool"))
    assert list(run.steps([path])) == [Begun(source=path, opened=file.opened), Ended(source=path)]
    assert file.asked == asked
