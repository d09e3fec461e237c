"""Work that comes again and again is asked for once in each period, whoever looks."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.jobs import actions
from motcua.jobs.models import Job
from motcua.jobs.rules.periods import once_key, period_start

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
SECONDS = st.integers(946_684_800, 4_102_444_800)  # from 2000 to 2100
MOMENTS = st.builds(datetime.fromtimestamp, SECONDS, st.just(UTC))
INTERVALS = st.timedeltas(timedelta(seconds=1), timedelta(days=40))


def test_a_day_begins_at_midnight_in_vietnam():
    assert period_start(every=DAY, at=datetime(2026, 11, 25, 2, 0, tzinfo=UTC)) == datetime(
        2026, 11, 24, 17, 0, tzinfo=UTC
    )
    assert period_start(every=DAY, at=datetime(2026, 11, 25, 16, 59, tzinfo=UTC)) == datetime(
        2026, 11, 24, 17, 0, tzinfo=UTC
    )
    assert period_start(every=DAY, at=datetime(2026, 11, 25, 17, 0, tzinfo=UTC)) == datetime(
        2026, 11, 25, 17, 0, tzinfo=UTC
    )


def test_an_hour_begins_on_the_hour():
    moment = datetime(2026, 11, 25, 2, 59, 59, tzinfo=UTC)
    assert period_start(every=HOUR, at=moment) == datetime(2026, 11, 25, 2, 0, tzinfo=UTC)


@given(every=INTERVALS, at=MOMENTS)
def test_every_moment_lies_in_the_period_that_begins_last_before_it(every, at):
    start = period_start(every=every, at=at)
    assert start <= at < start + every
    assert period_start(every=every, at=start) == start


def test_the_key_names_the_work_and_the_beginning_of_its_period():
    start = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)
    assert once_key(name="audit.keep_heads", start=start) == "audit.keep_heads@2026-11-24T17:00Z"


@pytest.mark.django_db
def test_any_number_of_workers_ask_for_one_job_a_period(settings):
    settings.JOBS = {"sweep": "jobs.bodies.note"}
    settings.PERIODIC_JOBS = {"sweep": HOUR}
    morning = datetime(2026, 11, 25, 2, 10, tzinfo=UTC)
    for minutes in (0, 1, 49, 50):
        actions.ask_for_periodic(at=morning + timedelta(minutes=minutes))
    assert [*Job.objects.order_by("pk").values_list("once", "due_at")] == [
        ("sweep@2026-11-25T02:00Z", datetime(2026, 11, 25, 2, tzinfo=UTC)),
        ("sweep@2026-11-25T03:00Z", datetime(2026, 11, 25, 3, tzinfo=UTC)),
    ]


@pytest.mark.django_db
def test_what_fell_due_while_nobody_worked_is_not_made_up_for(settings):
    settings.JOBS = {"sweep": "jobs.bodies.note"}
    settings.PERIODIC_JOBS = {"sweep": HOUR}
    morning = datetime(2026, 11, 25, 2, 10, tzinfo=UTC)
    actions.ask_for_periodic(at=morning)
    actions.ask_for_periodic(at=morning + timedelta(days=3))
    assert Job.objects.count() == 2


@pytest.mark.django_db
def test_looking_again_writes_nothing(settings, django_assert_num_queries):
    settings.JOBS = {"sweep": "jobs.bodies.note"}
    settings.PERIODIC_JOBS = {"sweep": HOUR}
    morning = datetime(2026, 11, 25, 2, 10, tzinfo=UTC)
    actions.ask_for_periodic(at=morning)
    with django_assert_num_queries(1):
        actions.ask_for_periodic(at=morning)


def test_everything_that_comes_again_has_a_body(settings):
    assert settings.PERIODIC_JOBS.keys() <= settings.JOBS.keys()
