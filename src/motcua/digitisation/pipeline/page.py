"""All that is done to one page, from its pixels to what outlives them."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from motcua.digitisation.pipeline.stages.compress import compress, preview_of
from motcua.digitisation.pipeline.stages.measure import measured
from motcua.digitisation.pipeline.stages.prepare import prepare
from motcua.digitisation.pipeline.stages.recognise import Readers, recognise
from motcua.digitisation.pipeline.values import FinishedPage, Profile
from motcua.digitisation.ports import BitonalCoder, SpooledSheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """The outside tools that one working process keeps loaded."""

    readers: Readers
    coder: BitonalCoder


def finish(sheet: SpooledSheet, *, profile: Profile, tools: Tools) -> FinishedPage:
    """Take a page through prepare, recognise, compress and measure."""
    clock = _Clock()
    with clock.stage("load"):
        image = sheet.load()
    with clock.stage("prepare"):
        prepared = prepare(image)
    with clock.stage("recognise"):
        read = recognise(prepared, readers=tools.readers)
    with clock.stage("compress"):
        layers = compress(read, profile=profile, coder=tools.coder)
        preview = preview_of(read) if profile.wants_preview else None
    with clock.stage("check"):
        measures = measured(read)
    height, width = read.page.image.shape[:2]
    return FinishedPage(
        number=sheet.number,
        width_px=width,
        height_px=height,
        dpi=read.page.dpi,
        rotation=read.page.rotation,
        skew_deg=read.page.skew_deg,
        text=read.text,
        layers=layers,
        preview=preview,
        measures=measures,
        seconds=clock.seconds,
    )


@dataclass(slots=True)
class _Clock:
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        start = time.process_time()
        yield
        self.seconds[name] = round(time.process_time() - start, 4)
