"""What the office does with scans."""

import time
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from motcua import __version__
from motcua.digitisation.backends.archival import PikepdfArchivalWriter
from motcua.digitisation.backends.models import (
    READING_MODEL,
    second_reader_folder,
    tessdata_folder,
)
from motcua.digitisation.backends.opening.opener import PRELOAD, ConfinedOpener
from motcua.digitisation.errors import UnreadableFile
from motcua.digitisation.pipeline.runner import Begun, Ended, Page, Refused, Run
from motcua.digitisation.pipeline.stages.assemble import readable
from motcua.digitisation.pipeline.stages.check import check
from motcua.digitisation.pipeline.stages.keep import keep
from motcua.digitisation.pipeline.values import Document, FinishedPage, Profile, Quality
from motcua.digitisation.pipeline.workers import Workers
from motcua.digitisation.ports import Handling, Opened, OpeningLimits
from motcua.digitisation.report import of_document, of_refusal
from motcua.digitisation.results import (
    described,
    kept,
    put_in_place,
    result_names,
    room_at,
    set_aside,
    write_report,
)
from motcua.digitisation.rules.fields import ReadPage, fields_of
from motcua.digitisation.sentences import unreadable

MADE_BY: Final = f"Motcua {__version__}"

TOOLBOX: Final = "motcua.digitisation.pipeline.toolbox"
"""By name: this process recognises nothing and loads none of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileBegun:
    """A file was opened and has so many pages."""

    source: Path
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PageDone:
    """One page of the file was finished."""

    source: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class FileDone:
    """The results of a file stand in their place, or it was refused; `report` says which."""

    source: Path
    number: int
    """From 1, in the order of the files."""

    name: str
    """The results are `NAME.pdf`, `NAME.txt` and `NAME.json`."""

    report: dict[str, Any]
    document: Document | None = None


Progress = FileBegun | PageDone | FileDone


@dataclass(frozen=True, slots=True, kw_only=True)
class _Filing:
    """Where what becomes of one input goes."""

    number: int
    place: Path
    """The results, without their endings."""

    aside: Path
    """A folder for what is not finished."""

    previews: Path | None


def digitise_files(
    sources: Sequence[Path],
    *,
    out: Path,
    profile: Profile,
    jobs: int,
    at: datetime,
    previews: Path | None = None,
) -> Generator[Progress, None, None]:
    """Digitise files into a folder, telling how it goes on, and report them in their order.

    For each input `NAME.pdf`, `NAME.txt` and `NAME.json` appear in `out`, each whole and the
    report last; a refused input leaves nothing but its report. Stopping in between (closing the
    iterator) leaves the results of the files that are done and nothing half-written. Previews
    that the profile wants go into the folder `previews` as `NUMBER/PAGE.jpg`, the number of the
    file with four digits, and stay the caller's; of a file refused midway some may be there.
    Refuses with `NoRoom` when the disk does, and with `ToolMissing` before anything is begun.
    """
    tessdata_folder(READING_MODEL)
    if profile.quality is Quality.BEST:
        second_reader_folder()
    names = result_names(sources)
    with set_aside(out) as aside, room_at(out):
        # The opener before the workers: it tells the fork server what to hold ready.
        opener = ConfinedOpener(preload=(*PRELOAD, TOOLBOX))
        workers = Workers(count=jobs, work=f"{TOOLBOX}:page_work", profile=profile)
        run = Run(opener=opener, limits=OpeningLimits(), workers=workers, spool=aside)
        try:
            filings = {
                source: _Filing(
                    number=number,
                    place=out / name,
                    aside=aside,
                    previews=previews and previews / f"{number:04d}",
                )
                for number, (source, name) in enumerate(names.items(), start=1)
            }
            yield from _filed(run, filings, profile=profile, at=at)
        finally:
            workers.end()


def _filed(
    run: Run, filings: dict[Path, _Filing], *, profile: Profile, at: datetime
) -> Iterator[Progress]:
    desk: _Desk | None = None
    for step in run.steps(list(filings)):
        match step:
            case Begun(source=source, opened=opened):
                desk = _Desk(source, opened=opened, filing=filings[source], profile=profile)
                yield FileBegun(source=source, pages=opened.page_count)
            case Page(source=source, finished=finished) if desk is not None:
                desk.take(finished)
                yield PageDone(source=source)
            case Ended(source=source) if desk is not None:
                yield _done(desk, at=at)
            case Refused(source=source, refusal=refusal):
                yield _refused(source, refusal, filing=filings[source])


class _Desk:
    """Where the pages of one file come together."""

    def __init__(self, source: Path, *, opened: Opened, filing: _Filing, profile: Profile) -> None:
        self.source, self.opened, self.filing = source, opened, filing
        self._profile = profile
        self._begun = time.monotonic()
        self._writer = PikepdfArchivalWriter(made_by=MADE_BY)
        self._pages: list[FinishedPage] = []

    def take(self, page: FinishedPage) -> None:
        if self.opened.handling is Handling.DIGITISE:
            self._writer.add_page(readable(page))
        if page.preview is not None and self.filing.previews is not None:
            self.filing.previews.mkdir(exist_ok=True)
            (self.filing.previews / f"{page.number}.jpg").write_bytes(page.preview.data)
        self._pages.append(page.without_pictures())

    def document(self) -> Document:
        pages = self._pages or [
            keep(number, page=page) for number, page in enumerate(self.opened.kept_pages, start=1)
        ]
        seen = [
            ReadPage(number=p.number, width=p.width_px, height=p.height_px, text=p.text)
            for p in pages
        ]
        return Document(
            pages=tuple(pages),
            quality=check(pages, profile=self._profile),
            fields=fields_of(seen),
        )

    def file(self, *, at: datetime) -> tuple[dict[str, Any], Document]:
        """Write the three files aside and put them in place; return the report."""
        document, place = self.document(), self.filing.place
        pdf, txt, json = (self.filing.aside / f"result.{kind}" for kind in ("pdf", "txt", "json"))
        if self.opened.handling is Handling.DIGITISE:
            self._writer.write(pdf, title=self.source.stem, made_at=at)
        else:
            kept(self.source, aside=pdf, sha256=self.opened.sha256)
        txt.write_text(document.text, "utf-8")
        report = of_document(
            self.source,
            opened=self.opened,
            document=document,
            pdf=described(pdf, place=_at(place, "pdf")),
            wall_seconds=time.monotonic() - self._begun,
        )
        write_report(json, report)
        put_in_place({pdf: _at(place, "pdf"), txt: _at(place, "txt"), json: _at(place, "json")})
        return report, document


def _at(place: Path, kind: str) -> Path:
    """Return the path with an ending added; a name may have dots of its own."""
    return place.with_name(f"{place.name}.{kind}")


def _done(desk: _Desk, *, at: datetime) -> FileDone:
    try:
        report, document = desk.file(at=at)
    except UnreadableFile as refusal:
        return _refused(desk.source, refusal, filing=desk.filing)
    return FileDone(
        source=desk.source,
        number=desk.filing.number,
        name=desk.filing.place.name,
        report=report,
        document=document,
    )


def _refused(source: Path, refusal: UnreadableFile, *, filing: _Filing) -> FileDone:
    report = of_refusal(source, refusal=refusal, sentence=unreadable(refusal))
    json = filing.aside / "refused.json"
    write_report(json, report)
    put_in_place({json: _at(filing.place, "json")})
    return FileDone(source=source, number=filing.number, name=filing.place.name, report=report)
