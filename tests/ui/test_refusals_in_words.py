"""A refusal says what happened, what is safe, what to do, and a code for the administrator."""

import sys
from datetime import date
from types import ModuleType

import pytest

from motcua.kernel.errors import Conflict, Invalid, NotAllowed, NotFound, Refusal, Unavailable
from motcua.ui import wording
from motcua.ui.wording import (
    Words,
    act_in_words,
    area_in_words,
    fact_in_words,
    job_in_words,
    refusal_in_words,
    thing_in_words,
)


class Closed(Conflict):
    code = "ui.closed"


@pytest.fixture
def area(monkeypatch):
    """Give the area `ui` words of its own for a while, as every other area has them."""
    module = ModuleType("words")
    module.REFUSALS = {
        "ui.closed": Words(what="Quầy {desk} đóng từ {since:%d/%m}.", to_do="Sang quầy khác.")
    }
    module.ACTS = {"ui.desk.closed": "Đóng quầy"}
    module.THINGS = {"ui.desk": "Quầy"}
    module.FACTS = {"since": "Từ ngày"}
    module.JOBS = {"ui.tidy": "Dọn quầy"}
    module.AREA = "Giao diện"
    monkeypatch.setattr(wording, "_wording_of", {"ui": module}.get)


@pytest.mark.parametrize("kind", [Invalid, NotAllowed, NotFound, Conflict, Unavailable, Refusal])
def test_every_kind_says_what_happened_what_is_safe_and_what_to_do(kind):
    said = refusal_in_words(kind())
    assert said.what
    assert said.safe
    assert said.to_do
    assert said.code == kind.code


def test_an_area_has_words_of_its_own(area):
    said = refusal_in_words(Closed(desk=3, since=date(2026, 11, 25)))
    assert (said.what, said.to_do) == ("Quầy 3 đóng từ 25/11.", "Sang quầy khác.")
    assert said.safe == "Những gì đã ghi nhận trước đó vẫn còn nguyên."


def test_a_fact_that_is_not_told_is_left_out(area):
    assert refusal_in_words(Closed(desk=3)).what == "Quầy 3 đóng từ ."


def test_a_fact_that_is_not_what_the_words_took_it_for_leaves_the_kind_to_speak(area):
    assert "thay đổi ở nơi khác" in refusal_in_words(Closed(desk=3, since="hôm qua")).what


def test_what_the_journal_shows_is_worded_by_the_area(area):
    assert act_in_words("ui.desk.closed") == "Đóng quầy"
    assert thing_in_words("ui.desk:3") == "Quầy 3"
    assert fact_in_words("since", act="ui.desk.closed") == "Từ ngày"
    assert job_in_words("ui.tidy") == "Dọn quầy"
    assert area_in_words("ui") == "Giao diện"


@pytest.mark.parametrize("code", ["ui.unheard.of", "nobody.at.home", "plain", ""])
def test_what_nobody_words_is_shown_as_its_code(code):
    assert act_in_words(code) == code
    assert thing_in_words(f"{code}:3") == f"{code}:3"
    assert fact_in_words("since", act=code) == "since"
    assert job_in_words(code) == code


def test_only_our_own_areas_are_asked():
    assert act_in_words("sites.x") == "sites.x"
    assert "motcua.sites.wording" not in sys.modules
