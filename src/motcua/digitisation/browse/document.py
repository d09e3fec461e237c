"""The pages of one document."""

from collections.abc import Iterator
from typing import Any

from motcua.digitisation.browse.markup import Html, element, joined
from motcua.digitisation.browse.parts import badge, icon, name_of, result_links, whole_page
from motcua.digitisation.browse.place import Place, page_file, shown_numbers
from motcua.digitisation.browse.sheet import doubtful_words, image_of, text_of, without_image
from motcua.digitisation.browse.wording import (
    FIELDS,
    KEPT,
    NEXT_STEPS,
    corrections,
    field_text,
    outcome_of,
    percent,
    problem_sentence,
    reasons_of,
    whole,
)
from motcua.digitisation.pipeline.values import FinishedPage
from motcua.digitisation.rules.second_reading import SURE_WORD

MM_PER_INCH = 25.4

SIZES = (("page", "Cả trang"), ("width", "Vừa ngang"), ("more", "150 %"), ("most", "250 %"))


def document_page(place: Place) -> str:
    """Return the page that shows one page of a document, or why there is none."""
    page = place.page
    body = joined(
        element("a", "Đến trang tài liệu", href="#sheet", class_="skip"),
        _header(place),
        _workbench(place, page) if page else _refusal(place),
    )
    title = f"{place.title} – trang {page.number}" if page and place.pages > 1 else place.title
    return whole_page(title=title, kind="document", body=body)


def _header(place: Place) -> Html:
    return element(
        "header",
        element("a", icon("back"), "Danh sách", href="../../index.html", class_="home"),
        element("h1", name_of(place.title)),
        badge(outcome_of(place.report)),
        element("span", result_links(place.report, name=place.name, up="../../"), class_="files"),
        element(
            "nav",
            _step(place.document_address(place.number - 1), "back", word="Tài liệu trước", key="["),
            element("span", f"{place.number}/{place.documents}", class_="count"),
            _step(place.document_address(place.number + 1), "on", word="Tài liệu sau", key="]"),
            aria_label="Tài liệu",
            class_="steps",
        ),
        class_="bar",
    )


def _step(href: str | None, to: str, *, word: str, key: str) -> Html:
    """Return a link to a neighbour; where there is none it stays in its place and leads nowhere."""
    return element(
        "a",
        icon(to),
        element("span", word, class_="word"),
        href=href,
        title=f"{word} (phím {key})",
        class_="step",
        aria_disabled=None if href else "true",
        data_key=key,
    )


def _refusal(place: Place) -> Html:
    return element(
        "main",
        element("h2", icon("unreadable"), "Tệp bị từ chối"),
        *(element("p", reason) for reason in reasons_of(place.report)),
        element("p", NEXT_STEPS[outcome_of(place.report)], class_="quiet"),
        id="sheet",
        class_="refusal",
    )


def _workbench(place: Place, page: FinishedPage) -> Html:
    label = f"Trang {page.number}"
    shown = image_of(place, page) if place.has_picture else without_image(place, page)
    heading = element("h2", label, class_="unseen")
    facts = _pane(*_facts(place, page), label="Kết luận và thông tin văn bản", id_="facts")
    sheet = (heading, _tools(place, page), _pane(shown, label=label, id_="image"))
    return element(
        "main",
        element("section", *sheet, class_="image", id="sheet"),
        element("section", facts, class_="facts"),
        _text(page) if place.has_picture else None,
        class_="workbench" if place.has_picture else "workbench alone",
    )


def _text(page: FinishedPage) -> Html:
    head = element("div", element("h2", "Chữ nhận được"), _doubts(page), class_="head")
    text = _pane(text_of(page), label="Chữ nhận được", id_="text")
    return element("section", head, text, class_="text")


def _pane(*content: Html, label: str, id_: str) -> Html:
    """Return a part of the page that scrolls by itself, with the keys too."""
    return element(
        "div", *content, class_="pane", tabindex="0", id=id_, role="region", aria_label=label
    )


def _tools(place: Place, page: FinishedPage) -> Html:
    picture_tools = (
        element(
            "fieldset",
            element("legend", "Cỡ ảnh", class_="unseen"),
            *(_size(value, label) for value, label in SIZES),
            class_="sizes",
        ),
        _switch("show-words", "Khung chữ", key="k", on=True),
        _switch("show-read", "Chữ đè lên ảnh", key="d", on=False),
        _switch("show-text", "Bảng chữ", key="b", on=True),
    )
    return element(
        "div",
        _page_steps(place, page) if place.pages > 1 else None,
        *(picture_tools if place.has_picture else ()),
        class_="tools",
    )


def _page_steps(place: Place, page: FinishedPage) -> Html:
    return element(
        "nav",
        _step(place.page_address(page.number - 1), "back", word="Trang trước", key="←"),
        *_numbers(place, page),
        _step(place.page_address(page.number + 1), "on", word="Trang sau", key="→"),
        aria_label="Trang",
        class_="steps",
    )


def _numbers(place: Place, page: FinishedPage) -> Iterator[Html]:
    for number in shown_numbers(page.number, of=place.pages):
        if number is None:
            yield element("span", "…", class_="quiet")
            continue
        faulty = bool(place.report["pages"][number - 1]["problems"])
        yield element(
            "a",
            icon("review") if faulty else None,
            str(number),
            href=page_file(number),
            class_="leaf",
            aria_current="page" if number == page.number else None,
            aria_label=f"Trang {number}{', có lỗi' if faulty else ''}",
        )


def _size(value: str, label: str) -> Html:
    choice = element(
        "input",
        type="radio",
        name="size",
        id=f"size-{value}",
        value=value,
        checked=value == "width",
        autocomplete="off",
    )
    return element("label", choice, label, class_="tool")


def _switch(name: str, label: str, *, key: str, on: bool) -> Html:
    box = element("input", type="checkbox", id=name, checked=on, autocomplete="off", data_key=key)
    return element("label", box, label, class_="tool", title=f"Phím {key}")


def _doubts(page: FinishedPage) -> Html | None:
    number = doubtful_words(page)
    if not number:
        return None
    return element(
        "span",
        element("span", icon("review"), f"{whole(number)} từ chưa chắc", class_="doubts"),
        *(
            element(
                "button",
                icon(to),
                type="button",
                title=f"{word} (phím {key})",
                aria_label=word,
                hidden=True,
                data_script=True,
                data_key=key,
            )
            for to, word, key in (
                ("back", "Từ chưa chắc trước", "p"),
                ("on", "Từ chưa chắc sau", "n"),
            )
        ),
        class_="steps",
    )


def _facts(place: Place, page: FinishedPage) -> Iterator[Html]:
    report = place.report
    outcome = outcome_of(report)
    yield element("h2", "Kết luận")
    reasons = reasons_of(report)
    kept = report["pdf"]["kept"]
    sentences = (*reasons, NEXT_STEPS[outcome], *((KEPT[kept],) if kept else ()))
    yield element("div", badge(outcome), *(element("p", s) for s in sentences), class_="finding")
    yield element("h2", "Thông tin văn bản")
    yield from _fields(report["fields"], page=page)
    yield element("h2", f"Trang {page.number}" if place.pages > 1 else "Trang này")
    yield element("ul", *_about(report["pages"][page.number - 1], page=page), class_="about")
    if place.has_picture:
        yield element("h2", "Chú giải")
        yield _legend()
    yield _keys()


def _fields(fields: dict[str, Any], *, page: FinishedPage) -> Iterator[Html]:
    found = {name: field for name, field in fields.items() if field}
    if found:
        rows = (_field(name, found[name], page=page) for name in FIELDS if name in found)
        yield element("dl", *rows, class_="fields")
    absent = [label[0].lower() + label[1:] for name, label in FIELDS.items() if name not in found]
    if absent:
        which = f"Chưa đọc được: {', '.join(absent)}." if found else "Chưa đọc được thông tin nào."
        yield element("p", which, class_="quiet")


def _field(name: str, field: dict[str, Any], *, page: FinishedPage) -> Html:
    here = field["page"] == page.number
    mark = f"#on-{name}"
    value = element(
        "a",
        *(element("span", part) for part in field_text(name, field["value"])),
        href=mark if here else f"{page_file(field['page'])}{mark}",
        data_field=name if here else None,
    )
    doubtful = field["confidence"] < SURE_WORD
    sure = element(
        "span",
        icon("review") if doubtful else None,
        f"{'nên kiểm tra, ' if doubtful else ''}độ chắc {percent(field['confidence'])}",
        None if here else f" · trang {field['page']}",
        class_="sure doubtful" if doubtful else "sure",
    )
    return element("div", element("dt", FIELDS[name]), element("dd", value, sure))


def _about(report: dict[str, Any], *, page: FinishedPage) -> Iterator[Html]:
    for code in report["problems"]:
        yield element("li", icon("review"), problem_sentence(code), class_="problem")
    for sentence in corrections(rotation=page.rotation, skew_deg=page.skew_deg):
        yield element("li", icon("good"), sentence)
    was_scanned = page.measures is not None
    if page.width_px:
        millimetres = (
            f"{round(side / page.dpi * MM_PER_INCH)}" for side in (page.width_px, page.height_px)
        )
        scanned_at = f", {page.dpi} dpi" if was_scanned else ""
        yield element("li", f"Khổ {' × '.join(millimetres)} mm{scanned_at}.")
    if report["words"]:
        sure = f"; {_measures(report)}" if was_scanned else ""
        yield element("li", f"{whole(report['words'])} từ{sure}.")


def _measures(report: dict[str, Any]) -> str:
    return (
        f"độ chắc trung bình {percent(report['confidence'])}, "
        f"{percent(report['syllable_score'])} là âm tiết tiếng Việt hợp lệ"
    )


def _legend() -> Html:
    steps = (
        ("sure", "Khá chắc (đọc chắc thì không tô)"),
        ("weak", "Chưa chắc: nên so với ảnh"),
        ("lost", "Rất không chắc: có thể sai"),
    )
    return element(
        "ul",
        *(element("li", element("span", "chữ", class_=f"sample {c}"), t) for c, t in steps),
        class_="legend",
    )


def _keys() -> Html:
    keys = (
        ("← →", "trang trước, sau"),
        ("[ ]", "tài liệu trước, sau"),
        ("n p", "từ chưa chắc sau, trước"),
        ("+ −", "phóng to, thu nhỏ"),
        ("k d b", "khung chữ, chữ đè, bảng chữ"),
    )
    return element(
        "ul",
        *(
            element("li", *(element("kbd", key) for key in pair.split()), f" {what}")
            for pair, what in keys
        ),
        class_="keys",
    )
