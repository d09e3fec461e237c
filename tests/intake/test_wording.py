"""Whatever intake refuses, does or names has its words."""

import inspect
import string

import pytest

from motcua.intake import errors
from motcua.intake.rules.provincial import CHANNELS as CHANNEL_CODES
from motcua.intake.rules.states import DossierState
from motcua.intake.rules.timeline import Happening
from motcua.intake.wording import ACTS, CHANNELS, HAPPENINGS, REFUSALS, STATES
from motcua.kernel.errors import Refusal

OURS = [
    kind
    for _, kind in inspect.getmembers(errors, inspect.isclass)
    if issubclass(kind, Refusal) and kind.__module__ == errors.__name__
]
INTERNAL = {errors.EventsOutOfOrder, errors.RowTwice}
"""Said in the report of an import, or a fault of the program."""


@pytest.mark.parametrize("kind", OURS, ids=lambda kind: kind.code)
def test_every_refusal_is_worded_with_facts_that_it_has(kind):
    if kind in INTERNAL:
        return
    words = REFUSALS[kind.code]
    said = "".join(str(text) for text in (words.what, words.safe, words.to_do))
    named = {name for _, name, _, _ in string.Formatter().parse(said) if name}
    own = vars(kind).get("__init__")
    facts = set(inspect.signature(own).parameters) - {"self"} if own else set()
    assert named <= facts


def test_no_two_refusals_share_a_code():
    assert len({kind.code for kind in OURS}) == len(OURS)


def test_every_state_happening_and_channel_has_its_name():
    assert set(STATES) == set(DossierState)
    assert set(HAPPENINGS) == set(Happening)
    assert set(CHANNELS) == set(CHANNEL_CODES.values())
    assert {f"intake.dossier.{kind.value}" for kind in Happening} <= set(ACTS)
