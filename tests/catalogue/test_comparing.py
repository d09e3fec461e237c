"""What changed between two versions."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from motcua.catalogue.rules.comparing import Change, compare, scopes_added
from motcua.catalogue.rules.content import ComponentContent, StepContent, VersionContent
from motcua.catalogue.rules.digitisation import DatedScope
from motcua.catalogue.rules.terms import Channel, Scope, TimeLimit, TimeUnit

BEFORE = VersionContent(
    levels=("commune", "district"),
    channels=(Channel.DIRECT,),
    limit=TimeLimit(unit=TimeUnit.WORKING_DAY, amount=5),
    legal_basis="Luật Hộ tịch 2014",
    steps=(
        StepContent(name="Tiếp nhận", done_by="Bộ phận Một cửa", share=Decimal(20)),
        StepContent(name="Ký duyệt", done_by="Chủ tịch", share=Decimal(80)),
    ),
    components=(
        ComponentContent(name="Tờ khai"),
        ComponentContent(name="Giấy chứng sinh", code="GCS"),
        ComponentContent(name="Sổ hộ khẩu"),
    ),
)


def test_a_shorter_time_and_another_channel_are_told_as_facts():
    after = replace(
        BEFORE,
        channels=(Channel.ONLINE, Channel.DIRECT),
        limit=TimeLimit(unit=TimeUnit.WORKING_DAY, amount=3),
    )
    facts = compare(BEFORE, after).facts
    assert [(change.field, change.before, change.after) for change in facts] == [
        ("channels", (Channel.DIRECT,), (Channel.ONLINE, Channel.DIRECT)),
        ("limit", BEFORE.limit, after.limit),
    ]


def test_levels_named_in_another_order_are_the_same_levels():
    assert compare(BEFORE, replace(BEFORE, levels=("district", "commune"))).is_empty


def test_a_paper_added_and_one_dropped_are_told_in_their_places():
    after = replace(
        BEFORE,
        components=(
            ComponentContent(name="Văn bản uỷ quyền"),
            *BEFORE.components[:2],
        ),
    )
    told = [
        (row.change, (row.after or row.before).name) for row in compare(BEFORE, after).components
    ]
    assert told == [
        (Change.ADDED, "Văn bản uỷ quyền"),
        (Change.SAME, "Tờ khai"),
        (Change.SAME, "Giấy chứng sinh"),
        (Change.REMOVED, "Sổ hộ khẩu"),
    ]


def test_a_paper_is_known_by_its_code_whatever_it_is_called():
    renamed = replace(BEFORE.components[1], name="Giấy chứng sinh hoặc giấy tờ thay thế")
    after = replace(BEFORE, components=(BEFORE.components[0], renamed, BEFORE.components[2]))
    [change] = [row for row in compare(BEFORE, after).components if row.change is not Change.SAME]
    assert (change.change, change.fields) == (Change.CHANGED, ("name",))


def test_a_paper_renamed_in_its_place_is_the_same_paper_and_accents_rename_nothing():
    after = replace(BEFORE, components=(*BEFORE.components[:2], ComponentContent(name="Căn cước")))
    assert [row.change for row in compare(BEFORE, after).components] == [
        *(Change.SAME, Change.SAME, Change.CHANGED)
    ]


def test_papers_that_change_places_are_told_and_nothing_else_about_them():
    first, second, third = BEFORE.components
    after = replace(BEFORE, components=(second, first, third))
    told = [(row.after.name, row.fields) for row in compare(BEFORE, after).components]
    assert told == [
        ("Giấy chứng sinh", ("number",)),
        ("Tờ khai", ("number",)),
        ("Sổ hộ khẩu", ()),
    ]


def test_another_scope_changes_the_paper():
    scope = DatedScope(scope=Scope.REQUIRED, legal_basis="x", valid_from=date(2025, 9, 15))
    form = replace(BEFORE.components[0], scopes=(scope,))
    after = replace(BEFORE, components=(form, *BEFORE.components[1:]))
    assert compare(BEFORE, after).components[0].fields == ("scopes",)


FIRST = DatedScope(scope=Scope.REQUIRED, legal_basis="Điều 17", valid_from=date(2023, 1, 1))
SECOND = replace(FIRST, legal_basis="Điều 5", valid_from=date(2025, 9, 15))


def deciding(*scopes, **facts):
    form = replace(BEFORE.components[0], scopes=scopes)
    return replace(BEFORE, components=(form, *BEFORE.components[1:]), **facts)


def test_a_decision_that_ends_the_one_before_is_told_as_the_only_change():
    ended = replace(FIRST, valid_to=SECOND.valid_from)
    assert scopes_added(deciding(FIRST), deciding(ended, SECOND)) == [(1, SECOND)]
    assert scopes_added(deciding(FIRST), deciding(FIRST)) == []


def test_a_decision_that_stands_is_neither_dropped_nor_changed_nor_ended_by_nothing():
    assert scopes_added(deciding(FIRST), deciding()) is None
    assert scopes_added(deciding(FIRST), deciding(replace(FIRST, legal_basis="Khác"))) is None
    ended = replace(FIRST, valid_to=date(2024, 1, 1))
    assert scopes_added(deciding(FIRST), deciding(ended)) is None


def test_where_anything_else_changed_no_decision_is_told():
    assert scopes_added(deciding(FIRST), deciding(FIRST, SECOND, note="Khác")) is None


NAMES = st.sampled_from(["Tờ khai", "tờ khai", "Giấy chứng sinh", "Căn cước", "Ảnh"])
COMPONENTS = st.lists(
    st.builds(ComponentContent, name=NAMES, originals=st.integers(1, 2)), max_size=6
).map(tuple)
STEPS = st.lists(
    st.builds(StepContent, name=NAMES, done_by=st.just("A"), share=st.sampled_from([Decimal(1)])),
    max_size=5,
).map(tuple)
CONTENTS = st.builds(
    replace,
    st.just(BEFORE),
    fee=st.sampled_from([Decimal(0), Decimal(8000)]),
    steps=STEPS,
    components=COMPONENTS,
)


@given(CONTENTS)
def test_a_version_beside_itself_shows_no_change(content):
    assert compare(content, content).is_empty


@given(CONTENTS, CONTENTS)
def test_every_row_of_both_sides_is_told_exactly_once(before, after):
    comparison = compare(before, after)
    for rows, was, is_now in [
        (comparison.steps, before.steps, after.steps),
        (comparison.components, before.components, after.components),
    ]:
        numbers_before = sorted(row.before_number for row in rows if row.before_number)
        assert numbers_before == [*range(1, len(was) + 1)]
        assert [row.after_number for row in rows if row.after_number] == [
            *range(1, len(is_now) + 1)
        ]
        added, removed = (
            sum(row.change is change for row in rows) for change in (Change.ADDED, Change.REMOVED)
        )
        assert len(is_now) - len(was) == added - removed


@given(CONTENTS, CONTENTS)
def test_only_versions_that_say_the_same_show_no_change(before, after):
    assert compare(before, after).is_empty == (before == after)


@given(CONTENTS, CONTENTS)
def test_what_was_added_one_way_is_removed_the_other(before, after):
    there, back = compare(before, after), compare(after, before)
    assert sum(row.change is Change.ADDED for row in there.components) == sum(
        row.change is Change.REMOVED for row in back.components
    )
