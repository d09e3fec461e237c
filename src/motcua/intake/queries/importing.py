"""What many rows of a table refer to, fetched at once."""

from collections import defaultdict
from collections.abc import Sequence

from motcua.catalogue.models import ProcedureVersion
from motcua.intake.models import Dossier
from motcua.organisation.models import UnitCode


def known_dossiers(codes: Sequence[str]) -> dict[str, Dossier]:
    """Return the dossiers that are there already, by code, locked until the commit."""
    rows = (
        Dossier.objects.select_for_update(of=("self",))
        .filter(code__in=sorted(set(codes)))
        .select_related("procedure_version__procedure", "reported")
    )
    return {row.code: row for row in rows}


def versions_of_codes(codes: Sequence[str]) -> dict[str, list[ProcedureVersion]]:
    """Return the versions of procedures of all days, by the procedure's code."""
    found: dict[str, list[ProcedureVersion]] = defaultdict(list)
    rows = ProcedureVersion.objects.filter(procedure__code__in=sorted(set(codes)))
    for row in rows.select_related("procedure").order_by("-valid_from"):
        found[row.procedure.code].append(row)
    return dict(found)


def units_of_codes(codes: Sequence[str]) -> dict[str, list[UnitCode]]:
    """Return the units that bore codes on any day, by code."""
    found: dict[str, list[UnitCode]] = defaultdict(list)
    for row in UnitCode.objects.filter(code__in=sorted(set(codes))).order_by("-valid_from"):
        found[row.code].append(row)
    return dict(found)
