"""Numbers as they are typed, counts as they are explained, clocks as they are drawn."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.calendars import at
from intake.office import MONDAY
from motcua.catalogue.rules.terms import TimeLimit, TimeUnit
from motcua.intake.queries import why_this_date
from motcua.intake.rules.deadlines import deadline
from motcua.intake.rules.identity import IdentityKind
from motcua.intake.templatetags.explaining import explained, limit_in_words
from motcua.intake.templatetags.intake import shortened
from motcua.intake.web.drawing import Scale, drawing_of
from motcua.intake.web.fields import IdentityNumber, Line, Text
from motcua.organisation.rules.calendar import WorkingCalendar

CALENDAR = WorkingCalendar(specials={})


def test_a_number_is_taken_with_its_gaps():
    identity = IdentityNumber().clean("030 190 000 123")
    assert (identity.kind, identity.number) == (IdentityKind.PERSONAL_NUMBER, "030190000123")


def test_text_is_kept_composed_and_line_by_line():
    assert Line().clean("  Nguye\u0302\u0303n   Văn ") == "Nguyễn Văn"
    assert Text().clean("\n một  hai \nba\n\n") == "một hai\nba"


def test_a_number_can_be_recognised_and_not_copied():
    assert shortened("030190000123") == "030…123"
    assert shortened("12345") == "12345"


@pytest.mark.parametrize(
    ("unit", "amount", "said"),
    [
        (TimeUnit.WORKING_DAY, 5, "5 ngày làm việc"),
        (TimeUnit.WORKING_HOUR, 4, "4 giờ làm việc"),
        (TimeUnit.DAY, 30, "30 ngày"),
        (TimeUnit.AT_ONCE, 0, "trả trong ngày (sau 15:00: ngày làm việc tiếp theo)"),
    ],
)
def test_a_time_limit_is_said_in_words(unit, amount, said):
    assert limit_in_words(TimeLimit(unit=unit, amount=amount)) == said


def test_hours_are_explained_day_by_day():
    """Four office hours from Monday 15:30: one and a half that day, two and a half the next."""
    count = deadline(
        TimeLimit(unit=TimeUnit.WORKING_HOUR, amount=4),
        received_at=at("2026-03-02 15:30"),
        calendar=CALENDAR,
    )
    assert [each.said for each in explained(count)] == ["Tính 1 giờ 30 phút", "Tính 2 giờ 30 phút"]


def test_a_last_day_on_which_offices_are_closed_moves_on():
    """Five calendar days from Monday end on Saturday 7, so on Monday 9."""
    count = deadline(TimeLimit(unit=TimeUnit.DAY, amount=5), received_at=MONDAY, calendar=CALENDAR)
    last = explained(count)[-1]
    assert (last.day, last.said, last.is_due) == (
        date(2026, 3, 9),
        "Chuyển sang ngày làm việc này",
        True,
    )
    assert "khoản 5 Điều 148 Bộ luật Dân sự 2015" in last.ground


def drawn(row, moment):
    row.refresh_from_db()
    return drawing_of(row, why_this_date(row, as_of=moment), at=moment)


def test_the_due_moment_stands_after_the_reception_and_today_between(office):
    picture = drawn(office.in_settlement(), at("2026-03-04 09:00"))
    assert picture.marks[0].x < picture.today.x < picture.legal.due.x
    assert picture.legal.overrun is None


def test_what_is_late_is_drawn_beyond_the_due_moment(office):
    picture = drawn(office.in_settlement(), at("2026-03-12 09:00"))
    assert picture.legal.overrun.x == picture.legal.due.x
    assert picture.indicator.overrun is not None


def test_while_the_citizen_is_waited_for_nothing_is_late(office):
    row = office.in_settlement()
    office.asked(row, at("2026-03-03 09:00"))
    picture = drawn(row, at("2026-03-20 09:00"))
    assert picture.legal.overrun is None
    assert picture.indicator.overrun is None
    assert picture.legal.pauses[-1].x + picture.legal.pauses[-1].width == pytest.approx(
        picture.today.x, abs=0.1
    )


def test_a_dossier_that_ended_has_no_today_and_a_named_end(office):
    row = office.settled(done=at("2026-03-09 16:00"))
    picture = drawn(row, at("2026-03-20 09:00"))
    assert picture.today is None
    assert [mark.kind for mark in picture.named] == ["received", "settled"]


def test_an_end_too_near_the_beginning_has_no_word_beside_it(office):
    row = office.settled(done=at("2026-03-03 09:00"))
    picture = drawn(row, at("2026-03-20 09:00"))
    assert [mark.kind for mark in picture.named] == ["received"]


@given(days=st.integers(0, 400), hours=st.integers(0, 23))
def test_everything_stays_inside_the_picture(days, hours):
    length = timedelta(days=days, hours=hours)
    scale = Scale.over([MONDAY, MONDAY + length])
    places = [scale.x(MONDAY + share * length / 7) for share in range(8)]
    assert places == sorted(places)
    assert places[0] == 3
    assert places[-1] <= 97
