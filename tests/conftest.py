"""Long runs are asked for with `--long`; without it they are skipped by name."""

import pytest


def pytest_addoption(parser):
    parser.addoption("--long", action="store_true", help="run the slow tests as well")


def pytest_collection_modifyitems(config, items):
    if config.getoption("--long"):
        return
    skip = pytest.mark.skip(reason="a long run, only with --long")
    for item in items:
        if "slow" in item.keywords:
            item.add_marker(skip)
