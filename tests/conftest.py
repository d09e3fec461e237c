"""What holds for all tests: a home of their own, and long runs only when asked for."""

import os
import shutil
import tempfile

import pytest

# Before the settings are read: no test touches the installation it is run in.
HOME = tempfile.mkdtemp(prefix="motcua-tests-")
os.environ["MOTCUA_HOME"] = HOME


def pytest_unconfigure():
    shutil.rmtree(HOME, ignore_errors=True)


def pytest_addoption(parser):
    parser.addoption("--long", action="store_true", help="run the slow tests as well")


def pytest_collection_modifyitems(config, items):
    if config.getoption("--long"):
        return
    skip = pytest.mark.skip(reason="a long run, only with --long")
    for item in items:
        if "slow" in item.keywords:
            item.add_marker(skip)
