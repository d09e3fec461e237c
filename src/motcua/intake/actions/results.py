"""The package of results that goes back to the provincial system."""

import io
import json
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db import transaction

from motcua.audit.actions import record
from motcua.intake.errors import TooManyAtOnce
from motcua.intake.models import Dossier
from motcua.intake.queries import dossiers_visible_to, with_everything
from motcua.intake.queries.payloads import packet_of
from motcua.intake.rules.deadlines import local
from motcua.kernel.errors import NotFound
from motcua.organisation.models import Account

MOST: Final = 500
INSIDE: Final = "results.json"
FIRST_TIME: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest time a ZIP can name: the same dossiers give the same bytes at any time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultsPackage:
    """Dossiers in the field names of the national exchange."""

    name: str
    document: dict[str, Any]
    codes: tuple[str, ...]

    def as_json(self) -> bytes:
        """Return the document in UTF-8."""
        text = json.dumps(self.document, ensure_ascii=False, indent=1, sort_keys=True)
        return (text + "\n").encode("utf-8")

    def as_zip(self) -> bytes:
        """Return a ZIP with the document; files of results will lie beside it."""
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(zipfile.ZipInfo(INSIDE, date_time=FIRST_TIME), self.as_json())
        return packed.getvalue()


@transaction.atomic
def results_package(codes: Sequence[str], *, officer: Account, at: datetime) -> ResultsPackage:
    """Return the package of some dossiers, and write of each that it was taken out.

    One entry for each dossier: who asks later who took a dossier out finds it. Refuses with
    `TooManyAtOnce`, and with `NotFound` where one of them is absent or hidden.
    """
    wanted = sorted(set(codes))
    if len(wanted) > MOST:
        raise TooManyAtOnce(most=MOST)
    visible = dossiers_visible_to(officer, on=local(at).date()).filter(code__in=wanted)
    dossiers: list[Dossier] = list(with_everything(visible).order_by("code"))
    if len(dossiers) < len(wanted):
        hidden = sorted(set(wanted) - {dossier.code for dossier in dossiers})
        raise NotFound(kind="intake.dossier", code=hidden[0])
    for dossier in dossiers:
        facts = {"code": dossier.code, "package": len(dossiers)}
        record(act="intake.dossier.packed", by=officer, about=dossier, at=at, facts=facts)
    return ResultsPackage(
        name=f"ket-qua-{local(at):%Y%m%d-%H%M%S}",
        document={
            "ThoiDiemXuat": local(at).isoformat(timespec="seconds"),
            "DanhSachHoSo": [packet_of(dossier) for dossier in dossiers],
        },
        codes=tuple(dossier.code for dossier in dossiers),
    )
