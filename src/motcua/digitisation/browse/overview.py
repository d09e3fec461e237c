"""The page of all inputs."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from motcua.digitisation.browse.markup import Html, element, joined
from motcua.digitisation.browse.parts import badge, icon, name_of, result_links, whole_page
from motcua.digitisation.browse.wording import (
    KEPT,
    NEXT_STEPS,
    OUTCOMES,
    Outcome,
    day,
    outcome_of,
    reasons_of,
    whole,
)

HEADINGS = ("Tài liệu", "Kết luận", "Số, ngày", "Nội dung", "Trang", "Từ", "Tệp")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What the overview must know of one input."""

    title: str
    """The name of the input."""

    name: str
    """The results are `NAME.pdf` and so on."""

    page: str
    """Where its own page lies, from the overview."""

    thumbnail: str | None
    report: dict[str, Any]


def overview(rows: Sequence[Row]) -> str:
    """Return the page."""
    counts = Counter(outcome_of(row.report) for row in rows)
    body = joined(
        element("a", "Đến danh sách tài liệu", href="#list", class_="skip"),
        element(
            "header",
            element("h1", "Kết quả số hoá"),
            _totals(rows, counts=counts),
            class_="top",
        ),
        element("main", *(_listing(rows, counts=counts) if rows else _nothing()), id="list"),
        element("footer", _keys(), class_="foot"),
    )
    return whole_page(title="Kết quả số hoá", kind="overview", body=body)


def _totals(rows: Sequence[Row], *, counts: Mapping[Outcome, int]) -> Html:
    pages = [page for row in rows for page in row.report["pages"]]
    figures = (
        (whole(len(rows)), "tài liệu"),
        (whole(len(pages)), "trang"),
        (whole(sum(page["words"] for page in pages)), "từ đọc được"),
        (f"{whole(counts.get(Outcome.GOOD, 0))}/{whole(len(rows))}", "tài liệu đạt"),
    )
    return element(
        "dl",
        *(element("div", element("dt", label), element("dd", number)) for number, label in figures),
        class_="totals",
    )


def _listing(rows: Sequence[Row], *, counts: Mapping[Outcome, int]) -> tuple[Html, ...]:
    heads = (element("th", heading, scope="col") for heading in HEADINGS)
    return (
        element("div", _chips(rows, counts=counts), _search(), class_="filters"),
        element(
            "table",
            element("caption", "Các tệp đã nhận, theo thứ tự đưa vào", class_="unseen"),
            element("thead", element("tr", *heads)),
            element("tbody", *map(_row, rows)),
            class_="inputs",
        ),
        element("p", "Không có tài liệu nào khớp với điều kiện lọc.", class_="none", hidden=True),
    )


def _nothing() -> tuple[Html, ...]:
    return (
        element(
            "p",
            "Chưa có tài liệu nào: thư mục đưa vào không có tệp. ",
            "Đặt bản quét vào thư mục rồi chạy lại ",
            element("code", "motcua digitise"),
            ".",
            class_="none",
        ),
    )


def _chips(rows: Sequence[Row], *, counts: Mapping[Outcome, int]) -> Html:
    every = _chip("all", "Tất cả", count=len(rows), checked=True)
    return element(
        "fieldset",
        element("legend", "Lọc theo kết luận", class_="unseen"),
        every,
        *(_chip(kind.value, OUTCOMES[kind], count=counts.get(kind, 0)) for kind in Outcome),
        class_="chips",
    )


def _chip(value: str, label: str, *, count: int, checked: bool = False) -> Html:
    choice = element(
        "input",
        type="radio",
        name="outcome",
        id=f"only-{value}",
        value=value,
        checked=checked,
        disabled=not count and not checked,
        autocomplete="off",
    )
    picture = icon(value) if value != "all" else None
    number = element("span", whole(count), class_="count")
    return element("label", choice, picture, label, number, class_=f"chip {value}")


def _search() -> Html:
    """Return the box that only the script makes work; without it the browser's own search does."""
    box = element(
        "input", type="search", id="search", placeholder="Tên, số, cơ quan…", autocomplete="off"
    )
    key = element("kbd", "/")
    return element("label", "Tìm ", box, key, class_="search", hidden=True, data_script=True)


def _row(row: Row) -> Html:
    report = row.report
    outcome = outcome_of(report)
    cells = (
        element("th", element("div", _picture(row), _title(row), class_="what"), scope="row"),
        element("td", badge(outcome), class_="verdict"),
        element("td", *_numbered(report), class_="numbered"),
        element("td", *_content(report), class_="content"),
        element("td", whole(len(report["pages"])) if report["ok"] else "–", class_="number pages"),
        element("td", _words(report), class_="number words"),
        element("td", result_links(report, name=row.name, up=""), class_="files"),
    )
    return element("tr", *cells, class_=outcome.value)


def _picture(row: Row) -> Html:
    if row.thumbnail is None:
        return element("span", icon("file"), class_="thumbnail")
    return element(
        "span",
        element("img", src=row.thumbnail, alt="", loading="lazy"),
        class_="thumbnail",
    )


def _title(row: Row) -> Html:
    report = row.report
    reasons = reasons_of(report)
    if outcome_of(report) is not Outcome.GOOD and not reasons:
        reasons = (NEXT_STEPS[outcome_of(report)],)
    return element(
        "div",
        element("a", name_of(row.title), href=row.page, class_="open"),
        *(element("p", reason, class_="reason") for reason in reasons),
        *(element("p", sentence, class_="quiet") for sentence in _kept(report)),
    )


def _kept(report: Mapping[str, Any]) -> tuple[str, ...]:
    kept = report["pdf"] and report["pdf"]["kept"]
    return (KEPT[kept],) if kept else ()


def _words(report: Mapping[str, Any]) -> str:
    return whole(sum(page["words"] for page in report["pages"])) if report["ok"] else "–"


def _value(report: Mapping[str, Any], name: str) -> str | None:
    field = report["fields"][name]
    return field["value"] if field else None


def _numbered(report: Mapping[str, Any]) -> tuple[Html | None, ...]:
    number, issued_on = _value(report, "number_symbol"), _value(report, "issued_on")
    if not (number or issued_on):
        return (element("span", "–", class_="quiet"),)
    return (
        element("div", number, class_="strong") if number else None,
        element("div", element("time", day(issued_on), datetime=issued_on)) if issued_on else None,
    )


def _content(report: Mapping[str, Any]) -> tuple[Html | None, ...]:
    kind, subject, issuer = (_value(report, name) for name in ("kind", "subject", "issuer"))
    if not (kind or subject or issuer):
        return (element("span", "–", class_="quiet"),)
    about = joined(*(part for part in (kind, subject) if part), between=": ")
    return (
        element("div", about, class_="subject") if about else None,
        element("div", issuer, class_="quiet") if issuer else None,
    )


def _keys() -> Html:
    return joined(
        "Phím: ",
        element("kbd", "↑"),
        " ",
        element("kbd", "↓"),
        " chọn tài liệu, ",
        element("kbd", "Enter"),
        " mở, ",
        element("kbd", "/"),
        " tìm.",
    )
