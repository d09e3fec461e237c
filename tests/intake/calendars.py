"""Calendars with every special day written out, so that no table elsewhere moves a test."""

from datetime import date, datetime, timedelta, timezone

from motcua.organisation.rules.calendar import DayKind, SpecialDay, WorkingCalendar

HANOI = timezone(timedelta(hours=7))


def at(text):
    """Return a moment as a clock in Hà Nội shows it: `2026-02-13 15:00`."""
    return datetime.fromisoformat(text).replace(tzinfo=HANOI)


def special(kind, *days, name, document):
    return {
        date.fromisoformat(day): SpecialDay(kind=kind, name=name, document=document) for day in days
    }


PLAIN = WorkingCalendar(specials={})

TET_2023 = WorkingCalendar(
    specials=special(
        DayKind.NGHI_LE,
        *(f"2023-01-{day}" for day in range(20, 27)),
        name="Tết Quý Mão",
        document="Thông báo 5034/TB-LĐTBXH",
    )
)

TET_2026 = WorkingCalendar(
    specials={
        **special(
            DayKind.NGHI_LE, "2026-01-01", name="Tết Dương lịch", document="BLLĐ 2019 Điều 112"
        ),
        **special(DayKind.NGHI_BU, "2026-01-02", name="Nghỉ bù", document="12729/VPCP-KGVX"),
        **special(DayKind.LAM_BU, "2026-01-10", name="Làm bù", document="12729/VPCP-KGVX"),
        **special(
            DayKind.NGHI_LE,
            *(f"2026-02-{day}" for day in range(14, 23)),
            name="Tết Bính Ngọ",
            document="Thông báo nghỉ Tết 2026",
        ),
    }
)
