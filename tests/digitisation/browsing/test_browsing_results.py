"""The pages that show what was read, as files on the disk."""

import os
import re
from base64 import b64encode
from hashlib import sha256
from urllib.parse import unquote, urlsplit

import pytest

from digitisation.browsing.made import (
    HEIGHT,
    WIDTH,
    Seen,
    Unreadable,
    browse,
    done,
    field,
    page,
    pages_of,
    refused,
    word,
)
from motcua.digitisation.browse import browsing
from motcua.digitisation.browse.markup import Html, element, joined
from motcua.digitisation.browse.place import shown_numbers
from motcua.digitisation.browse.wording import WHAT_TO_DO, corrections, listed, percent, whole
from motcua.digitisation.errors import ResultWouldOverwrite
from motcua.digitisation.sentences import WHY_UNREADABLE

HOSTILE = "<script>alert(1)<!--\"'&.png"


@pytest.fixture
def out(tmp_path):
    """One file of each verdict, one of two pages, and one with a hostile name and text."""
    weak = word("chứng", left=700, confidence=0.7)
    return browse(
        tmp_path / "kết quả",
        done(
            "Công văn 15.pdf",
            page(word("Công"), word("văn", left=500), weak),
            page(word("Nơi"), word("nhận", left=600, confidence=0.3), number=2),
            fields={"number_symbol": field("15/UBND-VP"), "signer": field("Lê Văn A", number=2)},
        ),
        done(HOSTILE, page(word("</title></svg><script>alert(2)</script>")), number=2),
        done("nghiêng.jpg", page(word("Kế")), number=3, verdict="review", problems=[["CUT_OFF"]]),
        done("trắng.jpg", page(), number=4, verdict="refused", problems=[["BLANK"]]),
        refused("hỏng.pdf", Unreadable.BROKEN, number=5),
    )


def test_there_is_one_page_for_all_and_one_for_each_page(out):
    made = sorted(str(path.relative_to(out)) for path in out.rglob("*.html"))
    folders = ("0001/1", "0001/2", "0002/1", "0003/1", "0004/1", "0005/1")
    assert made == [*(f"browse/{one}.html" for one in folders), "index.html"]


def test_nothing_but_the_pages_is_left(out):
    assert sorted(path.name for path in out.iterdir()) == ["browse", "index.html"]


def test_every_page_is_well_formed_vietnamese_with_a_title_a_heading_and_a_way_past_the_head(out):
    for seen in pages_of(out):
        [html], [main] = seen.all("html"), seen.all("main")
        title = seen.all("title")[0]  # the others are those of drawings
        assert html["lang"] == "vi"
        assert title["text"].endswith("– Motcua")
        assert len(seen.all("h1")) == 1
        skip = seen.all("a", class_="skip")[0]["href"].removeprefix("#")
        assert skip in {main.get("id"), *(part.get("id") for part in seen.all("section"))}
        ids = [one["id"] for one in seen.elements if "id" in one]
        assert len(ids) == len(set(ids))


def test_every_link_and_picture_inside_the_pages_exists(out):
    results = {"pdf", "txt", "json"}
    for seen in pages_of(out):
        for one in seen.elements:
            target = one.get("href") or one.get("src")
            if target is None or target.startswith("#"):
                continue
            path = seen.path.parent / unquote(urlsplit(target).path)
            if path.suffix.removeprefix(".") in results:
                assert path.resolve().parent == out.resolve()
            else:
                assert path.is_file(), target


def test_the_results_are_linked_by_their_own_names_however_hostile(out):
    seen = Seen(out / "browse/0002/1.html")
    links = [one["href"] for one in seen.all("a", class_="file")]
    stem = HOSTILE.removesuffix(".png")
    assert [unquote(link) for link in links] == [f"../../{stem}.{kind}" for kind in
                                                 ("pdf", "txt", "json")]  # fmt: skip
    assert not any(set(link) & set("<>\"'&?#: ") for link in links)


def test_a_refused_file_links_its_report_alone(out):
    [link] = Seen(out / "browse/0005/1.html").all("a", class_="file")
    assert unquote(link["href"]) == "../../hỏng.json"


def test_names_and_texts_are_shown_and_never_run(out):
    for seen in pages_of(out):
        [script] = seen.all("script")
        assert "alert" not in script["text"]
        assert not any(key.startswith("on") for one in seen.elements for key in one)
    index, sheet = Seen(out / "index.html"), Seen(out / "browse/0002/1.html")
    assert HOSTILE in [one["text"] for one in index.all("bdi")]
    assert "</title></svg><script>alert(2)</script>" in sheet.text


def test_no_address_of_anywhere_else_appears(out):
    for path in out.rglob("*.html"):
        assert not re.search(r"(?i)(https?:|//|data:|url\(|@import)[^\s/]", _without_comments(path))


def _without_comments(path):
    return "\n".join(
        line for line in path.read_text("utf-8").splitlines() if not line.strip().startswith("//")
    )


def test_the_policy_allows_the_one_style_and_the_one_script_and_nothing_inline(out):
    for seen in pages_of(out):
        [policy] = [one["content"] for one in seen.all("meta") if "http-equiv" in one]
        rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
        assert rules["default-src"] == "'none'"
        for kind, tag in (("script-src", "script"), ("style-src", "style")):
            [part] = seen.all(tag)
            digest = b64encode(sha256(part["text"].encode()).digest()).decode()
            assert rules[kind] == f"'sha256-{digest}'"
        assert "unsafe" not in policy
        assert not any("style" in one for one in seen.elements)


def test_the_policy_comes_before_anything_it_governs(out):
    for path in out.rglob("*.html"):
        text = path.read_text("utf-8")
        assert text.index("Content-Security-Policy") < text.index("<title>") < text.index("<style>")


def test_every_word_and_field_lies_inside_its_page(out):
    for path in out.glob("browse/*/*.html"):
        seen = Seen(path)
        drawings = seen.all("svg", class_="over")
        for drawing in drawings:
            assert drawing["viewbox"] == f"0 0 {WIDTH} {HEIGHT}"
        for one in seen.all("rect"):
            x, y, width, height = (int(one[side]) for side in ("x", "y", "width", "height"))
            assert min(x, y) >= 0
            assert x + width <= WIDTH
            assert y + height <= HEIGHT


def test_the_words_on_the_image_are_those_of_the_text_in_its_order(out):
    seen = Seen(out / "browse/0001/1.html")
    over = [(one["data-word"], one["text"]) for one in seen.all("g", class_="word")]
    beside = [(one["data-word"], one["text"]) for one in seen.all("span") if "data-word" in one]
    assert beside == [("0", "Công"), ("1", "văn"), ("2", "chứng")]
    assert [number for number, _ in over] == ["0", "1", "2"]
    assert over[2][1] == f"chứng – độ chắc {percent(0.7)}chứng"


def test_a_doubtful_word_is_underlined_and_counted_and_not_only_coloured(out):
    first, second = Seen(out / "browse/0001/1.html"), Seen(out / "browse/0001/2.html")
    assert len(first.all("line")) == len(second.all("line")) == 1
    assert [one["title"] for one in first.all("span", class_="weak") if "title" in one] == [
        f"Độ chắc {percent(0.7)}"
    ]
    assert "1 từ chưa chắc" in first.text
    assert len([one for one in second.all("span", class_="lost") if "data-word" in one]) == 1


def test_a_field_leads_to_where_it_was_read_on_this_page_or_another(out):
    seen = Seen(out / "browse/0001/1.html")
    links = {one["text"]: one["href"] for one in seen.all("a") if "#on-" in one.get("href", "")}
    assert links == {"15/UBND-VP": "#on-number_symbol", "Lê Văn A": "2.html#on-signer"}
    assert [one["id"] for one in seen.all("g", class_="field")] == ["on-number_symbol"]
    there = Seen(out / "browse/0001/2.html")
    assert [one["id"] for one in there.all("g", class_="field")] == ["on-signer"]


def test_the_overview_counts_and_offers_each_verdict(out):
    index = Seen(out / "index.html")
    totals = [one["text"] for one in index.all("dd")]
    assert totals == ["5", "5", "7", "2/5"]
    chips = [one["text"] for one in index.all("label", class_="chip")]
    assert chips == ["Tất cả5", "Đạt2", "Cần xem lại1", "Không đạt1", "Bị từ chối1"]


def test_a_verdict_is_drawing_and_word_and_colour(out):
    index = Seen(out / "index.html")
    badges = [(one["class"], one["text"]) for one in index.all("span", class_="badge")]
    assert badges == [
        ("badge good", "Đạt"),
        ("badge good", "Đạt"),
        ("badge review", "Cần xem lại"),
        ("badge refused", "Không đạt"),
        ("badge unreadable", "Bị từ chối"),
    ]
    drawings = [one["href"] for one in index.all("use")]
    assert {f"#{one}" for one in ("good", "review", "refused", "unreadable")} <= {*drawings}


def test_reasons_are_sentences_with_what_helps(out):
    index = Seen(out / "index.html")
    assert [one["text"] for one in index.all("p", class_="reason")] == [
        "Nội dung bị cắt ở mép trang; đề nghị đặt lại giấy và quét lại.",
        "Trang trắng, không có nội dung.",
        "Tệp bị hỏng, có thể đã mất trang.",
        "Đề nghị quét hoặc xuất lại.",
    ]


@pytest.mark.parametrize("why", Unreadable)
def test_every_refusal_says_what_to_do(why):
    reason = WHY_UNREADABLE[why]
    assert ("đề nghị" in reason) != (why in WHAT_TO_DO)


def test_of_several_pages_the_reason_names_those_it_is_about(tmp_path):
    pages = [page(word("Trang"), number=number) for number in (1, 2, 3, 4)]
    problems = [[], ["BLURRED"], ["BLURRED"], ["BLURRED"]]
    out = browse(tmp_path, done("hồ sơ.pdf", *pages, verdict="refused", problems=problems))
    assert "Trang bị mờ, nhoè; đề nghị quét lại (trang 2–4)." in Seen(out / "index.html").text


def test_what_was_put_right_is_told():
    assert corrections(rotation=0, skew_deg=0.04) == ()
    assert corrections(rotation=90, skew_deg=-1.25) == (
        "Đã xoay trang 90° theo chiều kim đồng hồ cho đúng chiều đọc.",
        "Đã nắn thẳng trang bị nghiêng 1,2°.",
    )


def test_neighbours_are_linked_and_the_ends_lead_nowhere(out):
    def steps(path):
        return {one["data-key"]: one.get("href") for one in Seen(path).all("a", class_="step")}

    last = steps(out / "browse/0001/2.html")
    assert last == {"[": None, "]": "../0002/1.html", "←": "1.html", "→": None}
    assert steps(out / "browse/0005/1.html") == {"[": "../0004/1.html", "]": None}


def test_of_many_pages_only_the_near_ones_are_offered():
    assert list(shown_numbers(1, of=3)) == [1, 2, 3]
    assert list(shown_numbers(50, of=300)) == [1, None, 47, 48, 49, 50, 51, 52, 53, None, 300]


def test_a_page_that_was_never_drawn_shows_its_text_and_the_file(tmp_path):
    file = done("điện tử.pdf", page(word("Văn")), kept="born_digital")
    out = browse(tmp_path, file, without_preview={1})
    seen = Seen(out / "browse/0001/1.html")
    assert (seen.all("img"), seen.all("g", class_="word")) == ([], [])
    assert "Tệp được giữ nguyên từng byte" in seen.text
    assert any(one["href"].endswith(".pdf#page=1") for one in seen.all("a") if "href" in one)


def test_without_any_file_it_says_what_would_be_there(tmp_path):
    assert "Chưa có tài liệu nào" in Seen(browse(tmp_path) / "index.html").text


def test_what_needs_the_script_is_not_shown_without_it(out):
    for seen in pages_of(out):
        assert all("hidden" in one for one in seen.all("button"))
        assert all("hidden" in one for one in seen.elements if "data-script" in one)


def test_a_second_run_replaces_the_first(out):
    browse(out, done("khác.jpg", page(word("Khác"))))
    assert [path.name for path in (out / "browse").iterdir() if path.is_dir()] == ["0001"]
    assert "khác.jpg" in Seen(out / "index.html").text


def test_a_run_that_fails_leaves_the_earlier_pages(out):
    before = (out / "index.html").read_bytes()
    with pytest.raises(KeyboardInterrupt), browsing(out, files=1) as browser:
        browser.add(done("khác.jpg", page(word("Khác"))))
        raise KeyboardInterrupt
    assert (out / "index.html").read_bytes() == before
    assert sorted(path.name for path in out.iterdir()) == ["browse", "index.html"]


@pytest.mark.parametrize("name", ["index.html", "browse/note.txt"])
def test_what_is_not_ours_is_never_replaced(tmp_path, name):
    theirs = tmp_path / name
    theirs.parent.mkdir(exist_ok=True)
    theirs.write_text("<!doctype html>mine", "utf-8")
    with pytest.raises(ResultWouldOverwrite):
        browse(tmp_path, done("a.jpg", page(word("A"))))
    assert theirs.read_text("utf-8") == "<!doctype html>mine"


def test_a_file_refused_midway_leaves_no_preview(tmp_path):
    with browsing(tmp_path, files=1) as browser:
        (browser.folder / "0001").mkdir()
        (browser.folder / "0001" / "1.jpg").write_bytes(b"x")
        browser.add(refused("a.pdf", Unreadable.BROKEN))
    assert [path.name for path in (tmp_path / "browse/0001").iterdir()] == ["1.html"]


def test_a_name_that_is_no_utf_8_is_shown_with_a_mark_and_linked_as_it_is(tmp_path):
    out = browse(tmp_path, done(os.fsdecode(b"a\xff\n.jpg"), page(word("A"))))
    index = Seen(out / "index.html")
    assert [one["text"] for one in index.all("bdi")] == ["a\N{REPLACEMENT CHARACTER}\n.jpg"]
    assert index.all("a", class_="file")[0]["href"] == "a%FF%0A.pdf"


def test_text_is_escaped_and_markup_is_not():
    assert element("p", "<b>", Html("<i>"), title='"&\x1b') == (
        '<p title="&quot;&amp;\N{REPLACEMENT CHARACTER}">&lt;b&gt;<i></p>'
    )
    assert joined("a", None, "<", between="·") == "a·&lt;"
    assert element("input", checked=True, disabled=False, class_="x") == '<input checked class="x">'


def test_numbers_are_written_as_in_vietnamese():
    assert (whole(1234567), percent(0.935)) == ("1.234.567", "94\N{NO-BREAK SPACE}%")
    assert listed([1, 2, 3, 5, 7, 8]) == "1–3, 5, 7–8"
