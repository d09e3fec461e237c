"""A dossier moves only along its legal life, in the words every system of the country shares."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.intake.errors import MoveRefused
from motcua.intake.rules.states import ACCEPTED, ENDED, MOVES, OPEN, RUNNING, DossierState, move
from motcua.intake.wording import STATES

S = DossierState
NATIONAL = {
    1: "Mới đăng ký",
    2: "Được tiếp nhận",
    3: "Không được tiếp nhận",
    4: "Đang xử lý",
    5: "Yêu cầu bổ sung giấy tờ",
    6: "Yêu cầu thực hiện nghĩa vụ tài chính",
    7: "Công dân yêu cầu rút hồ sơ",
    8: "Dừng xử lý",
    9: "Đã xử lý xong",
    10: "Đã trả kết quả",
}


def reachable(start):
    seen, waiting = set(), [start]
    while waiting:
        state = waiting.pop()
        if state not in seen:
            seen.add(state)
            waiting += MOVES[state]
    return seen


def test_the_states_bear_the_national_numbers_and_names():
    assert {state.value: name for state, name in STATES.items()} == NATIONAL


def test_every_state_is_reached_from_a_dossier_handed_in():
    assert reachable(S.REGISTERED) == set(S)


def test_every_state_leads_to_an_end():
    assert all(reachable(state) & ENDED for state in S)
    assert {S.NOT_ACCEPTED, S.WITHDRAWN, S.STOPPED, S.RETURNED} == ENDED


@pytest.mark.parametrize(
    ("current", "to"),
    [
        (S.REGISTERED, S.RECEIVED),
        (S.REGISTERED, S.NOT_ACCEPTED),
        (S.REGISTERED, S.SUPPLEMENT_ASKED),
        (S.SUPPLEMENT_ASKED, S.RECEIVED),
        (S.RECEIVED, S.IN_SETTLEMENT),
        (S.RECEIVED, S.SETTLED),
        (S.IN_SETTLEMENT, S.SUPPLEMENT_ASKED),
        (S.SUPPLEMENT_ASKED, S.IN_SETTLEMENT),
        (S.IN_SETTLEMENT, S.SETTLED),
        (S.SETTLED, S.RETURNED),
    ],
)
def test_the_ordinary_moves_are_allowed(current, to):
    assert move(current=current, to=to) is to


@pytest.mark.parametrize(
    ("current", "to"),
    [
        (S.REGISTERED, S.SETTLED),
        (S.REGISTERED, S.IN_SETTLEMENT),
        (S.RECEIVED, S.REGISTERED),
        (S.RECEIVED, S.NOT_ACCEPTED),
        (S.IN_SETTLEMENT, S.RETURNED),
        (S.SETTLED, S.IN_SETTLEMENT),
        (S.SETTLED, S.WITHDRAWN),
        (S.RETURNED, S.SETTLED),
        (S.STOPPED, S.IN_SETTLEMENT),
    ],
)
def test_a_dossier_does_not_jump_nor_go_back(current, to):
    with pytest.raises(MoveRefused) as refusal:
        move(current=current, to=to)
    assert refusal.value.facts == {"current": current.name, "to": to.name}


def test_what_is_open_can_be_settled_and_what_is_not_cannot():
    assert {state for state in S if state in reachable(S.RECEIVED)} - ENDED - {S.SETTLED} == OPEN
    assert OPEN - {S.SUPPLEMENT_ASKED} == RUNNING
    assert (
        set(S)
        - {
            S.REGISTERED,
            S.NOT_ACCEPTED,
            S.SUPPLEMENT_ASKED,
            S.WITHDRAWN,
            S.STOPPED,
        }
        == ACCEPTED
    )


@given(current=st.sampled_from(S), to=st.sampled_from(S))
def test_a_move_is_in_the_table_or_refused_by_type(current, to):
    if to in MOVES[current]:
        assert move(current=current, to=to) is to
    else:
        with pytest.raises(MoveRefused):
            move(current=current, to=to)
