"""Habits of templates that no linter knows."""

import re

import pytest

from architecture.tree import ROOT, SOURCE, texts
from motcua.ui.icons import drawing
from motcua.ui.templatetags.ui import DUE_TONES, TONES

PAGES = {
    path: text
    for path, text in texts().items()
    if "templates" in path.parts and path.suffix == ".html"
}
SCRIPTS = {
    path: text for path, text in texts().items() if SOURCE in path.parents and path.suffix == ".js"
}
ICONS_THERE = (ROOT / ".assets/icons").is_dir()


def offenders(pattern, pages=PAGES):
    found = re.compile(pattern)
    return [
        f"{path.relative_to(ROOT)}: {hit.group()[:60]}"
        for path, text in pages.items()
        for hit in found.finditer(text)
    ]


def test_there_are_pages():
    assert len(PAGES) > 20


def test_no_page_holds_a_script_or_a_style_of_its_own():
    """The policy of the browser would refuse them, silently for whoever looks at the page."""
    assert (
        offenders(r"<script(?![^>]*(?:\bsrc=|application/json))|<style|\son[a-z]+=|\sstyle=") == []
    )


def test_no_page_asks_htmx_to_evaluate():
    assert offenders(r"hx-on|hx-vals=['\"]js:|hx-trigger=\"[^\"]*\[") == []


def test_nothing_comes_from_another_host():
    assert offenders(r"(?:src|href|action)=\"(?:https?:)?//") == []


def test_scripts_evaluate_nothing():
    assert (
        offenders(r"\beval\(|new Function|innerHTML|insertAdjacentHTML|document\.write", SCRIPTS)
        == []
    )


def test_tables_say_what_their_heads_are():
    assert offenders(r"<th(?![^>]*\bscope=)(?:\s|>)") == []


def test_a_form_that_is_sent_carries_its_token():
    bare = [
        f"{path.relative_to(ROOT)}: {form[:60]}"
        for path, text in PAGES.items()
        for form in re.findall(r"<form[^>]*method=\"post\"[^>]*>.*?</form>", text, flags=re.DOTALL)
        if "csrf_token" not in form and "{% include" not in form
    ]
    assert bare == []


@pytest.mark.skipif(not ICONS_THERE, reason="the icons are fetched by ./motcua")
def test_every_icon_that_is_named_is_there():
    named = {
        name
        for path, text in texts().items()
        if SOURCE in path.parents and path.suffix == ".html"
        for name in re.findall(r"{% icon \"([a-z0-9-]+)\"", text)
    }
    named |= {*TONES.values(), *(drawn for _, drawn in DUE_TONES.values())}
    assert [name for name in sorted(named) if not drawing(name)] == []
