"""Writes the pages beside the results."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from motcua.digitisation.actions import FileDone
from motcua.digitisation.browse.document import document_page
from motcua.digitisation.browse.overview import Row, overview
from motcua.digitisation.browse.parts import MADE_BY
from motcua.digitisation.browse.place import Place, folder_of, page_file
from motcua.digitisation.errors import ResultWouldOverwrite
from motcua.digitisation.pipeline.values import FinishedPage
from motcua.digitisation.results import put_in_place, room_at, set_aside

FOLDER: Final = "browse"
INDEX: Final = "index.html"
OURS: Final = ".motcua"
"""An empty file that says the folder may be replaced."""

HEAD_BYTES: Final = 4096


@dataclass(slots=True, kw_only=True)
class Browser:
    """Makes the pages of each file as it is done and remembers no more of it than its row."""

    folder: Path
    """Where the pages come to lie until all are there; the previews are put here too."""

    files: int
    """How many will come."""

    _rows: list[Row] = field(default_factory=list)

    def add(self, file: FileDone) -> None:
        """Write the pages of one file; those of its neighbours are linked, so all must come."""
        here = self.folder / folder_of(file.number)
        if file.document is None:  # whatever pages there were before it was refused
            shutil.rmtree(here, ignore_errors=True)
        here.mkdir(exist_ok=True)
        pages: tuple[FinishedPage | None, ...] = file.document.pages if file.document else ()
        for number, page in enumerate(pages or (None,), start=1):
            place = Place(
                title=file.source.name,
                name=file.name,
                number=file.number,
                documents=self.files,
                report=file.report,
                page=page,
                pages=len(pages),
                has_picture=(here / f"{number}.jpg").exists(),
            )
            (here / page_file(number)).write_text(document_page(place), "utf-8")
        self._rows.append(self._row(file))

    def index(self) -> str:
        """Return the page of all inputs."""
        return overview(self._rows)

    def _row(self, file: FileDone) -> Row:
        folder = folder_of(file.number)
        has_picture = file.document is not None and (self.folder / folder / "1.jpg").exists()
        return Row(
            title=file.source.name,
            name=file.name,
            page=f"{FOLDER}/{folder}/{page_file(1)}",
            thumbnail=f"{FOLDER}/{folder}/1.jpg" if has_picture else None,
            report=file.report,
        )


@contextmanager
def browsing(out: Path, *, files: int) -> Iterator[Browser]:
    """Give what writes the pages; they take their place in `out` together, at the end.

    The pages of an earlier run are replaced. Refuses with `ResultWouldOverwrite`, before
    anything is written, where `index.html` or `browse` is there and not ours.
    """
    _check_ours(out)
    with set_aside(out) as aside, room_at(out):
        browser = Browser(folder=aside / FOLDER, files=files)
        browser.folder.mkdir()
        (browser.folder / OURS).touch()
        yield browser
        (aside / INDEX).write_text(browser.index(), "utf-8")
        _replace(out / FOLDER, by=browser.folder, old=aside / "old")
        put_in_place({aside / INDEX: out / INDEX})


def _check_ours(out: Path) -> None:
    index, folder = out / INDEX, out / FOLDER
    if index.exists() and not _is_ours(index):
        raise ResultWouldOverwrite(path=str(index))
    if folder.exists() and not (folder / OURS).is_file():
        raise ResultWouldOverwrite(path=str(folder))


def _is_ours(index: Path) -> bool:
    if not index.is_file():
        return False
    with index.open("rb") as file:
        return MADE_BY.encode() in file.read(HEAD_BYTES)


def _replace(place: Path, *, by: Path, old: Path) -> None:
    if place.exists():
        place.replace(old)
    by.replace(place)
    shutil.rmtree(old, ignore_errors=True)
