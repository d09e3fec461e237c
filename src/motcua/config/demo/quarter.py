"""The first quarter of 2023 as the provincial system reported it: as many dossiers as are wanted.

The way to more dossiers than officers could act out: a table, imported like that of any province.
"""

import csv
import random
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final

from motcua.catalogue.queries import versions_on
from motcua.catalogue.rules.terms import TimeLimit, TimeUnit
from motcua.config.demo.desks import OFTEN
from motcua.config.demo.people import Place, citizen
from motcua.config.demo.province import BEFORE, ExampleBroken, table
from motcua.config.demo.stories import some_time
from motcua.intake.importing import import_file
from motcua.intake.rules.deadlines import VIETNAM, deadline, local
from motcua.organisation.queries import working_calendar
from motcua.organisation.rules.calendar import WorkingCalendar

FIRST_DAY: Final = date(2023, 1, 3)
LAST_DAY: Final = date(2023, 3, 31)
REPORTED_AT: Final = datetime(2023, 6, 15, 16, 30, tzinfo=VIETNAM)
NAME: Final = "ho-so-quy-1-2023.csv"
SEED: Final = 2023
FIRST_CITIZEN: Final = 2000
PLACE: Final = Place(name="tỉnh Hải Dương")

CHANNELS: Final = {"truc_tiep": 14, "truc_tuyen": 5, "bcci": 1}
RETURNED, WITHDRAWN, STOPPED = "10", "7", "8"
STATES: Final = {RETURNED: 96, WITHDRAWN: 3, STOPPED: 1}
LATE_ONE_IN: Final = 25
NOT_WHOLE_ONE_IN: Final = 20
"""Of so many dossiers, one has a paper that was not digitised."""

REUSED_ONE_IN: Final = 6
A_SIGNATURE: Final = timedelta(minutes=12)
SCANNED_AFTER: Final = timedelta(minutes=9)

COLUMNS: Final = (
    *("dossier_code", "procedure_code", "unit_code", "channel", "owner_name", "owner_number"),
    *("received_at", "due_at", "settled_at", "returned_at", "status"),
    *("components_total", "components_exempt", "components_digitised", "components_reused"),
    *("components_digitised_at", "result_digitised"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PastOffer:
    """A procedure as a row of the table needs it."""

    code: str
    limit: TimeLimit
    papers: int
    levels: frozenset[str]
    weight: int


def load_quarter(*, count: int) -> None:
    """Import a table of so many dossiers of the districts and communes of 2023."""
    if not count:
        return
    calendar = working_calendar(known_at=REPORTED_AT, on=FIRST_DAY)
    with tempfile.TemporaryDirectory(prefix="motcua-") as folder:
        place = Path(folder) / NAME
        with place.open("w", encoding="utf-8", newline="") as file:
            sheet = csv.writer(file)
            sheet.writerow(COLUMNS)
            sheet.writerows(rows(count, offers=offers_of_2023(), calendar=calendar))
        report = import_file(place, at=REPORTED_AT)
    if report.refused:
        raise ExampleBroken(report.refused[:5])


def rows(
    count: int, *, offers: Sequence[PastOffer], calendar: WorkingCalendar
) -> Iterator[list[str]]:
    """Return the rows of the table, the same for the same count, in the order of reception."""
    dice = random.Random(SEED)  # noqa: S311 (it invents dossiers and keeps no secret)
    units = [row for row in table(BEFORE) if row["level"] in {"district", "commune"}]
    days = [day for day in _days() if calendar.is_working(day)]
    weights = [6 if unit["level"] == "district" else 1 for unit in units]
    by_level = {
        level: [offer for offer in offers if level in offer.levels]
        for level in ("district", "commune")
    }
    begun = []
    for unit in dice.choices(units, weights, k=count):
        among = by_level[unit["level"]]
        [offer] = dice.choices(among, [offer.weight for offer in among])
        begun.append((some_time(dice.choice(days), calendar, dice), unit["code"], offer))
    numbers: Counter[tuple[str, date]] = Counter()
    for number, (at, unit_code, offer) in enumerate(sorted(begun, key=lambda row: row[:2])):
        day = local(at).date()
        numbers[unit_code, day] += 1
        code = f"{unit_code}-{day:%y%m%d}-{numbers[unit_code, day]:04}"
        owner = citizen(FIRST_CITIZEN + number, place=PLACE)
        yield [
            *(code, offer.code, unit_code, *dice.choices([*CHANNELS], [*CHANNELS.values()])),
            *(owner.full_name, owner.identity_number),
            *_times(at, offer, calendar, dice),
            *_papers(at, offer, dice),
        ]


def _days() -> Iterator[date]:
    for n in range((LAST_DAY - FIRST_DAY).days + 1):
        yield FIRST_DAY + timedelta(days=n)


def _times(
    at: datetime, offer: PastOffer, calendar: WorkingCalendar, dice: random.Random
) -> list[str]:
    due_at = deadline(offer.limit, received_at=at, calendar=calendar).due_at
    [state] = dice.choices([*STATES], [*STATES.values()])
    settled_at = _done_at(at, due_at, calendar, dice)
    returned_at = settled_at + timedelta(minutes=dice.randint(5, 90))
    ended = state == RETURNED
    moments = (at, due_at, settled_at, returned_at if ended else None)
    return [*(moment.isoformat() if moment else "" for moment in moments), state]


def _done_at(
    at: datetime, due_at: datetime, calendar: WorkingCalendar, dice: random.Random
) -> datetime:
    first, last = local(at).date(), local(due_at).date()
    if not dice.randrange(LATE_ONE_IN):
        late = calendar.on_or_after(last + timedelta(days=dice.randint(1, 6)))
        return some_time(late, calendar, dice)
    day = calendar.on_or_after(first + timedelta(days=dice.randint(0, (last - first).days)))
    return min(max(some_time(day, calendar, dice), at + A_SIGNATURE), due_at)


def _papers(at: datetime, offer: PastOffer, dice: random.Random) -> list[str]:
    lacking = 0 if dice.randrange(NOT_WHOLE_ONE_IN) else 1
    reused = 0 if dice.randrange(REUSED_ONE_IN) else 1
    digitised = max(0, offer.papers - lacking - reused)
    scanned_at = (at + SCANNED_AFTER).isoformat() if digitised else ""
    counts = (offer.papers, 0, digitised, min(reused, offer.papers - digitised))
    return [*map(str, counts), scanned_at, "1" if dice.randrange(NOT_WHOLE_ONE_IN) else "0"]


def offers_of_2023() -> list[PastOffer]:
    """Return what districts and communes offered in the quarter."""
    versions = versions_on(FIRST_DAY).prefetch_related("components").order_by("procedure__code")
    return [
        PastOffer(
            code=version.procedure.code,
            limit=TimeLimit(unit=TimeUnit(version.time_unit), amount=version.time_amount),
            papers=max(1, sum(not paper.is_optional for paper in version.components.all())),
            levels=frozenset(version.levels),
            weight=OFTEN.get(version.procedure.code, 1),
        )
        for version in versions
    ]
