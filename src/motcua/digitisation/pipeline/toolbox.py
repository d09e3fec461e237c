"""The tools that a working process loads, and what its fork server holds ready."""

from typing import Final

from motcua.digitisation.backends.asterocr import AsterLineReader
from motcua.digitisation.backends.ccitt import LibtiffG4Coder
from motcua.digitisation.backends.models import tessdata_folder
from motcua.digitisation.backends.opening.opener import PRELOAD as READING
from motcua.digitisation.backends.tesseract import TesseractReader
from motcua.digitisation.pipeline.page import Tools
from motcua.digitisation.pipeline.stages.recognise import Readers
from motcua.digitisation.pipeline.values import Quality

MODEL: Final = "vie"

PRELOAD: Final = (*READING, "motcua.digitisation.pipeline.toolbox")


def page_tools(quality: Quality) -> Tools:
    """Load Tesseract, and the second reader where it is asked for."""
    first = TesseractReader(models=tessdata_folder(MODEL), model=MODEL)
    second = AsterLineReader() if quality is Quality.BEST else None
    return Tools(readers=Readers(pages=first, lines=first, second=second), coder=LibtiffG4Coder())
