"""The variables of the environment."""

from pathlib import Path

import pytest

from motcua.config.env import DEBUG, HOME, TESSDATA, VARIABLES, SettingRefused

MANUAL = Path(__file__).parents[2] / "docs/reference/settings.md"


@pytest.mark.parametrize("variable", VARIABLES, ids=lambda variable: variable.name)
def test_the_manual_names_every_variable_with_its_default(variable):
    rows = [line for line in MANUAL.read_text("utf-8").splitlines() if line.startswith("| `")]
    [row] = [line for line in rows if line.startswith(f"| `{variable.name}` ")]
    assert not variable.default or f"`{variable.default}`" in row


def test_the_home_is_var_under_the_current_folder_unless_it_is_named():
    assert HOME.read({}) == Path.cwd() / "var"
    assert HOME.read({"MOTCUA_HOME": ""}) == Path.cwd() / "var"


def test_a_home_is_taken_as_it_is_written():
    assert HOME.read({"MOTCUA_HOME": "/srv/một cửa"}) == Path("/srv/một cửa")
    assert HOME.read({"MOTCUA_HOME": "nhà"}) == Path.cwd() / "nhà"


def test_the_home_of_nobody_is_refused():
    with pytest.raises(SettingRefused):
        HOME.read({"MOTCUA_HOME": "~nobody-of-that-name/x"})


def test_no_folder_of_models_is_named_by_default():
    assert TESSDATA.read({}) is None
    assert TESSDATA.read({"MOTCUA_TESSDATA": "/srv/tessdata"}) == Path("/srv/tessdata")


def test_a_switch_is_off_on_or_refused():
    assert DEBUG.read({}) is False
    assert DEBUG.read({"MOTCUA_DEBUG": "1"}) is True
    with pytest.raises(SettingRefused) as refused:
        DEBUG.read({"MOTCUA_DEBUG": "có"})
    assert refused.value.facts == {
        "name": "MOTCUA_DEBUG",
        "value": "có",
        "expected": "0 hoặc 1",
    }
