"""How the dossiers of the example go: what is done with each, and when.

Pure arithmetic over the calendar. The same seed, day and procedures give the same stories.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Final

from motcua.catalogue.rules.terms import TimeLimit, TimeUnit
from motcua.config.demo.people import CARD_HOLDER, FIRMS, FIRST_FIRM
from motcua.config.demo.plots import Beat, Deed, Plot, Turn
from motcua.intake.rules.apologies import apology_latest_on
from motcua.intake.rules.deadlines import at_time, deadline, local
from motcua.organisation.rules.calendar import WorkingCalendar

DAYS_BACK: Final = 100
TRIES: Final = 600
LATEST_START: Final = timedelta(minutes=45)
"""Nothing longer than a signature is begun so shortly before an office closes."""

ONE_IN: Final = 4
"""Of so many who ask for what firms ask for too, one is a firm."""

STARTS: Final = frozenset({Deed.RECEIVE, Deed.RECEIVE_REGISTERED, Deed.TAKE_SUPPLEMENT})
"""What the time for settling is counted from; the last of them counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What a story needs to know of a procedure."""

    version_id: int
    limit: TimeLimit
    papers: int
    """How many papers must be handed in."""

    costs: bool
    weight: int = 1
    """How often it is asked for, beside the others."""

    by_firms: bool = False
    """Whether firms ask for it too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One thing that is done with a dossier."""

    at: datetime
    deed: Deed
    new_due_on: date | None = None
    """Where the day is put off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The life of one dossier until now."""

    plot: Plot
    offer: Offer
    desk: int
    citizen: int
    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """When and where the stories happen."""

    now: datetime
    calendar: WorkingCalendar
    offers: Sequence[Offer]
    desks: int
    citizens: int

    def days(self, most: int) -> list[date]:
        """Return the last working days, today first if it is one."""
        today = local(self.now).date()
        back = (today - timedelta(days=n) for n in range(DAYS_BACK))
        return [day for day in back if self.calendar.is_working(day)][:most]


def stories(plots: Sequence[tuple[Plot, int]], *, setting: Setting, seed: int) -> list[Story]:
    """Return as many stories of each plot as are asked for.

    There are fewer of a plot that does not fit the day: nothing is due today on a Sunday, say.
    """
    dice = random.Random(seed)  # noqa: S311 (it invents stories and keeps no secret)
    tried = (_story(plot, setting, dice) for plot, count in plots for _ in range(count))
    told = [story for story in tried if story is not None]
    # Whoever tries the sample card meets somebody who has been at the first counter before.
    return [replace(story, desk=0, citizen=CARD_HOLDER) for story in told[:1]] + told[1:]


def in_order(told: Sequence[Story]) -> list[tuple[int, Moment]]:
    """Return everything that is done, by the number of its story, in the order of the times."""
    moments = [
        (moment.at, number, place, moment)
        for number, story in enumerate(told)
        for place, moment in enumerate(story.moments)
    ]
    return [(number, moment) for _, number, _, moment in sorted(moments, key=lambda row: row[:3])]


def _story(plot: Plot, setting: Setting, dice: random.Random) -> Story | None:
    offers = [offer for offer in setting.offers if _suits(plot, offer)]
    days = setting.days(plot.window)
    for _ in range(TRIES if offers and days else 0):
        [offer] = dice.choices(offers, [offer.weight for offer in offers])
        desk = dice.randrange(setting.desks)
        who = _who(offer, desk, setting, dice)
        story = Story(plot=plot, offer=offer, desk=desk, citizen=who, moments=())
        told = replace(story, moments=tuple(_moments(story, dice.choice(days), setting, dice)))
        if _fits(told, setting):
            return told
    return None


def _who(offer: Offer, desk: int, setting: Setting, dice: random.Random) -> int:
    """Return somebody who lives where the counter is: nobody lives at two places."""
    if offer.by_firms and not dice.randrange(ONE_IN):
        return FIRST_FIRM + _of_desk(desk, setting, dice, most=len(FIRMS))
    return CARD_HOLDER + 1 + _of_desk(desk, setting, dice, most=setting.citizens)


def _of_desk(desk: int, setting: Setting, dice: random.Random, *, most: int) -> int:
    return desk + setting.desks * dice.randrange(most // setting.desks)


def _suits(plot: Plot, offer: Offer) -> bool:
    deeds = {beat.deed for beat in plot.beats}
    at_once = offer.limit.unit is TimeUnit.AT_ONCE
    return (
        at_once is (Deed.RECEIVE_AT_ONCE in deeds)
        and (offer.costs or Deed.ASK_PAYMENT not in deeds)
        and (offer.papers > 0 or not deeds & {Deed.ASK_AT_COUNTER, Deed.ASK_SUPPLEMENT})
    )


def _moments(
    story: Story, first_day: date, setting: Setting, dice: random.Random
) -> Iterator[Moment]:
    calendar = setting.calendar
    at = some_time(first_day, calendar, dice)
    due_at = None
    for place, beat in enumerate(story.plot.beats):
        if place:
            at = _later(at, beat, calendar, dice)
        if beat.deed in STARTS:
            due_at = deadline(story.offer.limit, received_at=at, calendar=calendar).due_at
        yield Moment(
            at=at,
            deed=beat.deed,
            new_due_on=_put_off(due_at, at, calendar) if beat.deed is Deed.REAPPOINT else None,
        )


def some_time(day: date, calendar: WorkingCalendar, dice: random.Random) -> datetime:
    """Return a moment of the morning or of the afternoon, more often of the morning."""
    hours = calendar.hours
    begin, end = dice.choice(
        [(hours.opens_at, hours.noon_from)] * 3 + [(hours.noon_to, hours.closes_at)] * 2
    )
    room = at_time(day, end) - LATEST_START - at_time(day, begin)
    return at_time(day, begin) + timedelta(seconds=dice.randrange(int(room.total_seconds())))


def _later(at: datetime, beat: Beat, calendar: WorkingCalendar, dice: random.Random) -> datetime:
    days = dice.randint(*beat.days)
    if not days:
        return _in_office(at + timedelta(seconds=dice.randrange(360, 2400)), calendar)
    day = local(at).date()
    for _ in range(days):
        day = calendar.on_or_after(day + timedelta(days=1))
    return some_time(day, calendar, dice)


def _in_office(at: datetime, calendar: WorkingCalendar) -> datetime:
    """Return the moment itself if offices are open then, else a little after they open again."""
    hours, begin = calendar.hours, local(at)
    shift = timedelta(minutes=5, seconds=begin.second)
    if begin.time() >= hours.closes_at or not calendar.is_working(begin.date()):
        day = calendar.on_or_after(begin.date() + timedelta(days=1))
        return at_time(day, hours.opens_at) + shift
    if hours.noon_from <= begin.time() < hours.noon_to:
        return at_time(begin.date(), hours.noon_to) + shift
    return at


def _put_off(due_at: datetime | None, at: datetime, calendar: WorkingCalendar) -> date:
    """Return the second working day after both the due day and the apology."""
    day = max(local(due_at or at).date(), local(at).date())
    for _ in range(2):
        day = calendar.on_or_after(day + timedelta(days=1))
    return day


def _fits(story: Story, setting: Setting) -> bool:
    """Tell whether a story is over by now, as far as it goes, and turned out as its plot wants."""
    if any(moment.at > setting.now for moment in story.moments):
        return False
    due_at = due_of(story, calendar=setting.calendar)
    return due_at is None or _turns_out(story, due_at, setting)


def due_of(story: Story, *, calendar: WorkingCalendar) -> datetime | None:
    """Return when the result is due by the law, or nothing where no clock was started.

    The day that is put off counts as it was before.
    """
    begun = [moment.at for moment in story.moments if moment.deed in STARTS]
    if not begun:
        return None
    return deadline(story.offer.limit, received_at=begun[-1], calendar=calendar).due_at


def _turns_out(story: Story, due_at: datetime, setting: Setting) -> bool:
    today = local(setting.now).date()
    due_on, done_at = local(due_at).date(), _done_at(story)
    return {
        Turn.ANY: True,
        Turn.DUE_TODAY: due_on == setting.calendar.on_or_after(today),
        Turn.DUE_LATER: due_on > setting.calendar.on_or_after(today),
        Turn.OVERDUE: due_on < today,
        Turn.IN_TIME: done_at is not None and done_at <= due_at,
        Turn.LATE: done_at is not None and done_at > due_at,
        Turn.APOLOGISED_IN_TIME: _apologised(story, due_at) and due_on >= today,
        Turn.APOLOGISED_LATE: not _apologised(story, due_at) and due_on < today,
    }[story.plot.turn]


def _done_at(story: Story) -> datetime | None:
    done = [m.at for m in story.moments if m.deed in {Deed.SETTLE, Deed.REFUSE}]
    return done[0] if done else None


def _apologised(story: Story, due_at: datetime) -> bool:
    said = [m.at for m in story.moments if m.deed is Deed.REAPPOINT]
    return bool(said) and local(said[0]).date() <= apology_latest_on(due_at)


def is_office_time(at: datetime, *, calendar: WorkingCalendar) -> bool:
    """Tell whether offices are open at a moment."""
    begin, hours = local(at), calendar.hours
    clock: time = begin.time()
    return calendar.is_working(begin.date()) and (
        hours.opens_at <= clock < hours.noon_from or hours.noon_to <= clock < hours.closes_at
    )
