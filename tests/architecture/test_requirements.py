"""The locks: complete, hashed, and without any address."""

import re

import pytest

from architecture.tree import ROOT, table

LOCKS = sorted((ROOT / "requirements").glob("*.in"))


def pinned(name):
    """Return each package of a lock with all its lines."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
    blocks = re.split(r"\n(?=[A-Za-z0-9])", "\n" + text)
    return [block for block in blocks if re.match(r"[\w.-]+==", block.strip())]


def wanted(name):
    """Return the packages that somebody asked for by name."""
    lines = (ROOT / "requirements" / f"{name}.in").read_text("utf-8").splitlines()
    return {re.match(r"[\w.-]+", line)[0] for line in lines if re.match(r"\w", line)}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.stem)
def test_every_package_is_pinned_with_hashes(lock):
    blocks = pinned(lock.stem)
    assert blocks
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.stem)
def test_a_lock_names_no_address(lock):
    assert "://" not in lock.with_suffix(".txt").read_text("utf-8")


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.stem)
def test_what_is_wanted_is_locked(lock):
    names = {block.strip().split("==")[0] for block in pinned(lock.stem)}
    assert wanted(lock.stem) <= names


def test_tests_run_with_the_versions_that_people_run():
    versions = {name: {block.split()[0] for block in pinned(name)} for name in ("base", "test")}
    assert versions["base"] <= versions["test"]


def test_the_licence_of_every_package_is_listed():
    rows = table((ROOT / "docs/reference/licences.md").read_text("utf-8"), first_cell="Package")
    assert [name for name, _ in rows] == sorted(
        {block.strip().split("==")[0] for block in pinned("base")}
    )
