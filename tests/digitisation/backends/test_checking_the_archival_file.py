"""Every fault the check names, in a file that is good but for it."""

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream, String

from contracts.archival_writer import MADE_AT, page
from motcua.digitisation.backends.archival import PikepdfArchivalWriter
from motcua.digitisation.backends.archival_lint import FORBIDDEN_ACTIONS, faults_of


@pytest.fixture(scope="module")
def good(tmp_path_factory):
    path = tmp_path_factory.mktemp("good") / "good.pdf"
    writer = PikepdfArchivalWriter(made_by="Motcua")
    writer.add_page(page())
    writer.write(path, title="Công văn", made_at=MADE_AT)
    return path


@pytest.fixture
def spoilt(good, tmp_path):
    """Return a function that spoils the good file and says what the check finds."""

    def faults(spoil, **how):
        with pikepdf.open(good) as pdf:
            spoil(pdf)
            pdf.save(tmp_path / "bad.pdf", **how)
        return faults_of(tmp_path / "bad.pdf")

    return faults


def test_a_good_file_has_no_fault(good):
    assert faults_of(good) == ()


def test_saving_a_good_file_again_makes_no_fault(spoilt):
    assert spoilt(lambda pdf: None) == ()


def rewritten(good, tmp_path, change):
    path = tmp_path / "bad.pdf"
    path.write_bytes(change(good.read_bytes()))
    return faults_of(path)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda file: b"%PDF-2.0" + file[8:], "6.1.2: header or binary comment"),
        (lambda file: b"\n" + file, "6.1.2: header or binary comment"),
        (
            lambda file: file[:10] + b"abcd" + file[14:],
            "6.1.2: header or binary comment",
        ),
        (lambda file: file + b"more", "6.1.3: bytes after the end"),
        (lambda file: file.replace(b"%%EOF", b"%%EOX"), "6.1.3: bytes after the end"),
    ],
    ids=["version", "not at the start", "no binary comment", "more at the end", "no end"],
)
def test_a_wrong_beginning_or_end_is_found(good, tmp_path, change, fault):
    assert fault in rewritten(good, tmp_path, change)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"no PDF at all" * 99], ids=len)
def test_what_is_no_pdf_has_faults_and_breaks_nothing(good, tmp_path, content):
    assert "6.1: cannot be opened" in rewritten(good, tmp_path, lambda _: content)


def test_an_encrypted_file_is_found(spoilt):
    faults = spoilt(lambda pdf: None, encryption=pikepdf.Encryption(owner="a", user=""))
    assert "6.1.3: encrypted" in faults


def test_a_file_that_cannot_be_opened_without_a_word_is_found(spoilt):
    faults = spoilt(lambda pdf: None, encryption=pikepdf.Encryption(owner="a", user="b"))
    assert "6.1: cannot be opened" in faults


def test_a_file_without_identifier_is_found(good, tmp_path):
    assert "6.1.3: no file identifier" in rewritten(
        good, tmp_path, lambda file: file.replace(b"/ID", b"/IX")
    )


def without_metadata(pdf):
    del pdf.Root.Metadata


def metadata_that_says(old, new):
    def change(pdf):
        stream = pdf.Root.Metadata
        stream.write(stream.read_bytes().replace(old, new))

    return change


def no_intent(pdf):
    del pdf.Root.OutputIntents


def another_intent(pdf):
    pdf.Root.OutputIntents[0].S = Name.GTS_PDFX


def adds(**entries):
    return lambda pdf: pdf.Root.update(Dictionary(entries_of(entries)))


def entries_of(entries):
    return {f"/{name}": value for name, value in entries.items()}


def lzw(pdf):
    pdf.pages[0].Contents = Stream(pdf, b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01")
    pdf.pages[0].Contents.Filter = Name.LZWDecode


def lzw_among_others(pdf):
    lzw(pdf)
    pdf.pages[0].Contents.Filter = Array([Name.ASCIIHexDecode, Name.LZWDecode])


def outside(pdf):
    pdf.Root.Extra = pdf.make_indirect(Stream(pdf, b"", {"/F": String("elsewhere")}))


def interpolated(pdf):
    pdf.pages[0].Resources.XObject.Ink.Interpolate = True


def not_embedded(pdf):
    del pdf.pages[0].Resources.Font.F.DescendantFonts[0].FontDescriptor.FontFile2


def standard_font(pdf):
    pdf.pages[0].Resources.Font.G = Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica
    )


def page_actions(pdf):
    pdf.pages[0].obj.AA = Dictionary(O=Dictionary(S=Name.GoTo))


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (without_metadata, "6.6.2: no metadata"),
        (metadata_that_says(b"pdfaid:part", b"pdfaid:pars"), "6.6.4: part or level not claimed"),
        (
            metadata_that_says(b"pdfaid:conformance", b"pdfaid:conforming"),
            "6.6.4: part or level not claimed",
        ),
        (no_intent, "6.2.3: no output intent"),
        (another_intent, "6.2.3: no output intent"),
        (adds(AA=Dictionary()), "6.5.2: /AA"),
        (page_actions, "6.5.2: /AA"),
        (adds(NeedsRendering=True), "6.5: /NeedsRendering"),
        (adds(Names=Dictionary(JavaScript=Dictionary())), "6.5: /JavaScript"),
        (adds(Names=Dictionary(EmbeddedFiles=Dictionary())), "6.5: /EmbeddedFiles"),
        (lzw, "6.1.7: LZW"),
        (lzw_among_others, "6.1.7: LZW"),
        (outside, "6.1.7: stream outside the file"),
        (interpolated, "6.2.8: interpolated picture"),
        (not_embedded, "6.2.11.4: font /MotcuaGlyphless not embedded"),
        (standard_font, "6.2.11.4: font /Helvetica not embedded"),
    ],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_a_fault_in_a_good_file_is_found_and_nothing_else(spoilt, spoil, fault):
    save = {"compress_streams": False, "preserve_pdfa": False}
    assert spoilt(spoil, **save) == (fault,)


@pytest.mark.parametrize("action", sorted(FORBIDDEN_ACTIONS))
@pytest.mark.parametrize("kind", ["with a type", "without", "in a link"])
def test_a_forbidden_action_is_found_wherever_it_is_written(spoilt, action, kind):
    def spoil(pdf):
        does = Dictionary(S=Name(action))
        if kind == "with a type":
            does.Type = Name.Action
        if kind == "in a link":
            link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 1, 1]), A=does)
            pdf.pages[0].obj.Annots = Array([link])
        else:
            pdf.Root.OpenAction = pdf.make_indirect(does)

    assert spoilt(spoil) == (f"6.5.1: action {action}",)


def test_a_harmless_link_is_no_fault(spoilt):
    def link(pdf):
        goes = Dictionary(S=Name.GoTo, D=Array([pdf.pages[0].obj, Name.Fit]))
        pdf.pages[0].obj.Annots = Array(
            [Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 1, 1]), F=4, A=goes)]
        )

    assert spoilt(link) == ()
