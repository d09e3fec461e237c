"""Procedures are found by what people remember of them, on the day that is asked about."""

from datetime import date

import pytest

from catalogue.factories import content, procedure, version
from motcua.catalogue import actions
from motcua.catalogue.errors import ProcedureUnknown
from motcua.catalogue.queries import (
    NAME_ORDER,
    Wanted,
    fields_in_use,
    offered_on,
    procedure_of,
    procedures_matching,
)
from motcua.catalogue.rules.terms import Channel
from motcua.foundation.pages import screenful

pytestmark = pytest.mark.django_db
DAY = date(2025, 9, 10)
TRADE = actions.FieldNamed(code="V00-HKD", name="Hộ kinh doanh")


@pytest.fixture(autouse=True)
def catalogue():
    version(procedure("1.001193", name="Đăng ký khai sinh"))
    version(
        procedure("2.000528", name="Đăng ký khai sinh có yếu tố nước ngoài"),
        said=content(levels=("district",), channels=(Channel.DIRECT,)),
        valid_to=date(2025, 7, 1),
    )
    version(
        procedure("1.001612", name="Đăng ký thành lập hộ kinh doanh", field=TRADE),
        said=content(levels=("district", "commune"), channels=(Channel.DIRECT, Channel.POST)),
    )


def codes(**wanted):
    found = procedures_matching(Wanted(**{"on": DAY, **wanted}))
    return [row.code for row in found.order_by("code")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("khai sinh", ["1.001193"]),
        ("KHAI SINH", ["1.001193"]),
        ("sinh dang ky", ["1.001193"]),
        ("hộ  kinh", ["1.001612"]),
        ("1.0011", ["1.001193"]),
        ("1.", ["1.001193", "1.001612"]),
        ("1.001612", ["1.001612"]),
        ("khai tử", []),
        ("", ["1.001193", "1.001612"]),
        ("%", []),
        ("2.000528", []),
    ],
)
def test_by_words_with_or_without_accents_or_the_beginning_of_a_code(text, found):
    assert codes(text=text) == found


def test_on_an_earlier_day_what_was_offered_then():
    assert codes(text="khai sinh", on=date(2025, 6, 30)) == ["1.001193", "2.000528"]


def test_by_field_level_and_channel():
    [trade] = [field for field in fields_in_use() if field.code == TRADE.code]
    assert codes(field_id=trade.pk) == ["1.001612"]
    assert codes(level="district") == ["1.001612"]
    assert codes(level="commune", channel=Channel.ONLINE) == ["1.001193"]
    assert codes(channel=Channel.POST) == ["1.001612"]
    assert codes(level="province") == []


def test_offered_on_a_day_at_a_level_through_a_channel():
    def offered(day, **how):
        return sorted(row.procedure.code for row in offered_on(day, **how))

    assert offered(date(2023, 5, 1), level="district") == ["1.001612", "2.000528"]
    assert offered(DAY, level="commune", channel=Channel.POST) == ["1.001612"]
    assert offered(date(2022, 12, 31)) == []


def test_a_screenful_takes_two_queries_and_goes_on_where_it_stopped(django_assert_num_queries):
    found = procedures_matching(Wanted(on=date(2025, 6, 1)))
    with django_assert_num_queries(2):
        first = screenful(found, order=NAME_ORDER, size=2)
        assert [(row.code, row.held[0].valid_from) for row in first.rows] == [
            ("1.001193", date(2023, 1, 1)),
            ("2.000528", date(2023, 1, 1)),
        ]
    rest = screenful(found, order=NAME_ORDER, size=2, after=first.after)
    assert [row.code for row in rest.rows] == ["1.001612"]
    assert rest.after is None


def test_a_code_nobody_entered_is_refused():
    assert procedure_of("1.001193").field.name == "Hộ tịch"
    with pytest.raises(ProcedureUnknown):
        procedure_of("9.999999")
