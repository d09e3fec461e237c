"""Work of intake that nobody waits for."""

from pathlib import Path
from typing import Final

import structlog
from django.conf import settings
from django.utils import timezone

from motcua.intake.watching import take_folder

FOLDER: Final = "PROVINCE_FOLDER"
"""The setting that names the folder of the provincial system; without it there is none."""

log = structlog.get_logger()


def take_province_folder() -> None:
    """Take what the provincial system has put into its folder since the last time."""
    named = getattr(settings, FOLDER, None)
    if not named:
        return
    for file in take_folder(Path(named), at=timezone.now()):
        log.info(
            "intake.file_taken",
            file=file.name,
            dossiers=file.dossiers,
            refused=len(file.refused),
        )
