"""Procedures to begin with, of communes and districts, each marked as an example."""

from datetime import datetime
from importlib.resources import files

from motcua.catalogue.importing import SYSTEM, import_content
from motcua.foundation.importing import ImportReport


def load_examples(*, at: datetime) -> list[ImportReport]:
    """Take the example procedures into the catalogue; a second time changes nothing.

    They are made from what is public about real procedures, and no substitute for the
    announcement of the province: each says so in its note.
    """
    folder = files("motcua.catalogue").joinpath("examples")
    sheets = sorted(
        (sheet for sheet in folder.iterdir() if sheet.name.endswith(".csv")),
        key=lambda sheet: sheet.name,
    )
    return [
        import_content(sheet.read_bytes(), name=sheet.name, at=at, officer=SYSTEM).report
        for sheet in sheets
    ]
