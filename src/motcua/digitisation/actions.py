"""What the office does with scans."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from motcua import __version__
from motcua.digitisation.backends.archival import PikepdfArchivalWriter
from motcua.digitisation.backends.opening.opener import ConfinedOpener
from motcua.digitisation.errors import UnreadableFile
from motcua.digitisation.pipeline.runner import Begun, Ended, Page, Refused, Run
from motcua.digitisation.pipeline.stages.assemble import readable
from motcua.digitisation.pipeline.stages.check import check, kept_page
from motcua.digitisation.pipeline.toolbox import PRELOAD, page_tools
from motcua.digitisation.pipeline.values import Document, FinishedPage, Profile
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
    report: dict[str, Any]
    document: Document | None = None


Progress = FileBegun | PageDone | FileDone


def digitise_files(
    sources: Sequence[Path], *, out: Path, profile: Profile, jobs: int, at: datetime
) -> Iterator[Progress]:
    """Digitise files into a folder, telling how it goes on, and report them in their order.

    For each input `NAME.pdf`, `NAME.txt` and `NAME.json` appear in `out`, each whole and the
    report last; a refused input leaves nothing but its report. Stopping in between (closing the
    iterator) leaves the results of the files that are done and nothing half-written.
    Refuses with `NoRoom` when the disk does.
    """
    names = result_names(sources)
    with set_aside(out) as aside, room_at(out):
        # The opener before the workers: it tells the fork server what to hold ready.
        opener = ConfinedOpener(preload=PRELOAD)
        workers = Workers(count=jobs, tools=page_tools, profile=profile)
        run = Run(opener=opener, limits=OpeningLimits(), workers=workers, spool=aside)
        try:
            yield from _filed(run, names, out=out, profile=profile, at=at)
        finally:
            workers.end()


def _filed(
    run: Run, names: dict[Path, str], *, out: Path, profile: Profile, at: datetime
) -> Iterator[Progress]:
    desk: _Desk | None = None
    for step in run.steps(list(names)):
        match step:
            case Begun(source=source, opened=opened):
                place = out / names[source]
                desk = _Desk(source, opened=opened, place=place, aside=run.spool, profile=profile)
                yield FileBegun(source=source, pages=opened.page_count)
            case Page(source=source, finished=finished) if desk is not None:
                desk.take(finished)
                yield PageDone(source=source)
            case Ended(source=source) if desk is not None:
                yield _done(desk, at=at)
            case Refused(source=source, refusal=refusal):
                yield _refused(source, refusal, place=out / names[source], aside=run.spool)


class _Desk:
    """Where the pages of one file come together."""

    def __init__(
        self, source: Path, *, opened: Opened, place: Path, aside: Path, profile: Profile
    ) -> None:
        self.source, self.opened, self.place, self._aside = source, opened, place, aside
        self._profile = profile
        self._begun = time.monotonic()
        self._writer = PikepdfArchivalWriter(made_by=MADE_BY)
        self._pages: list[FinishedPage] = []

    def take(self, page: FinishedPage) -> None:
        if self.opened.handling is Handling.DIGITISE:
            self._writer.add_page(readable(page))
        self._pages.append(page.without_layers())

    def document(self) -> Document:
        pages = self._pages or [
            kept_page(number, text=text)
            for number, text in enumerate(self.opened.page_texts, start=1)
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
        document = self.document()
        pdf, txt, json = (self._aside / f"result.{kind}" for kind in ("pdf", "txt", "json"))
        if self.opened.handling is Handling.DIGITISE:
            self._writer.write(pdf, title=self.source.stem, made_at=at)
        else:
            kept(self.source, aside=pdf, sha256=self.opened.sha256)
        txt.write_text(document.text, "utf-8")
        report = of_document(
            self.source,
            opened=self.opened,
            document=document,
            pdf=described(pdf, place=_at(self.place, "pdf")),
            wall_seconds=time.monotonic() - self._begun,
        )
        write_report(json, report)
        put_in_place(
            {
                pdf: _at(self.place, "pdf"),
                txt: _at(self.place, "txt"),
                json: _at(self.place, "json"),
            }
        )
        return report, document


def _at(place: Path, kind: str) -> Path:
    """Return the path with an ending added; a name may have dots of its own."""
    return place.with_name(f"{place.name}.{kind}")


def _done(desk: _Desk, *, at: datetime) -> FileDone:
    try:
        report, document = desk.file(at=at)
    except UnreadableFile as refusal:
        return _refused(desk.source, refusal, place=desk.place, aside=desk.place.parent)
    return FileDone(source=desk.source, report=report, document=document)


def _refused(source: Path, refusal: UnreadableFile, *, place: Path, aside: Path) -> FileDone:
    report = of_refusal(source, refusal=refusal, sentence=unreadable(refusal))
    json = aside / "refused.json"
    write_report(json, report)
    put_in_place({json: _at(place, "json")})
    return FileDone(source=source, report=report)
