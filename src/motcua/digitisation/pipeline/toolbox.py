"""The tools that a working process loads once, and the work it does with them."""

import pkgutil
from collections.abc import Callable
from functools import partial
from typing import Final

from motcua.digitisation.backends.ccitt import LibtiffG4Coder
from motcua.digitisation.backends.models import READING_MODEL, tessdata_folder
from motcua.digitisation.backends.tesseract import TesseractReader
from motcua.digitisation.pipeline.page import Tools, finish
from motcua.digitisation.pipeline.stages.recognise import Readers
from motcua.digitisation.pipeline.values import FinishedPage, Profile, Quality
from motcua.digitisation.ports import LineReader, SpooledSheet

SECOND_READER: Final = "motcua.digitisation.backends.asterocr:AsterLineReader"
"""By name: its runtime takes a quarter of a second to load, for the better quality only."""


def page_work(profile: Profile) -> Callable[[SpooledSheet], FinishedPage]:
    """Load the tools a profile asks for and return what is done to each page with them."""
    first = TesseractReader(models=tessdata_folder(READING_MODEL), model=READING_MODEL)
    second: LineReader | None = None
    if profile.quality is Quality.BEST:
        second = pkgutil.resolve_name(SECOND_READER)()
    readers = Readers(pages=first, lines=first, second=second)
    return partial(finish, profile=profile, tools=Tools(readers=readers, coder=LibtiffG4Coder()))
