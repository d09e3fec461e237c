"""An opener, small limits, and the proof that nothing is left behind."""

import multiprocessing

import pytest

from contracts.file_opener import taken
from motcua.digitisation.backends.opening.opener import ConfinedOpener
from motcua.digitisation.ports import OpeningLimits


@pytest.fixture(scope="session")
def opener():
    return ConfinedOpener()


@pytest.fixture
def limits():
    return OpeningLimits(
        file_bytes=30 << 20,
        pages=200,
        memory_bytes=1 << 30,
        cpu_seconds_per_page=10,
        wall_seconds_per_page=30,
    )


@pytest.fixture
def spool(tmp_path):
    folder = tmp_path / "spool"
    folder.mkdir()
    yield folder
    assert list(folder.iterdir()) == []
    assert multiprocessing.active_children() == []


@pytest.fixture
def draw(opener, limits, spool, tmp_path):
    """Return a function that opens a file and takes all its sheets."""

    def opened_and_drawn(content):
        path = tmp_path / "file"
        path.write_bytes(content)
        with opener.open(path, limits=limits, spool=spool) as file:
            return file.opened, [taken(sheet) for sheet in file.sheets()]

    return opened_and_drawn


@pytest.fixture
def look(opener, limits, spool, tmp_path):
    """Return a function that opens a file and draws nothing."""

    def opened(content):
        path = tmp_path / "file"
        path.write_bytes(content)
        with opener.open(path, limits=limits, spool=spool) as file:
            return file.opened

    return opened
