"""Keeping the catalogue: what a procedure asks for, from which day on.

Dossiers rest on versions, so what has held on a day is never changed: a version that has begun is
ended and followed by another, and only one that has not begun yet can still be amended.
"""

from motcua.catalogue.actions.procedures import add_procedure, end_procedure, rename_procedure
from motcua.catalogue.actions.scopes import set_scope
from motcua.catalogue.actions.sheets import drop_sheet, keep_sheet
from motcua.catalogue.actions.versions import add_version, amend_version, withdraw_version
from motcua.catalogue.actions.writing import FieldNamed, Keeper, require_keeper

__all__ = [
    "FieldNamed",
    "Keeper",
    "add_procedure",
    "add_version",
    "amend_version",
    "drop_sheet",
    "end_procedure",
    "keep_sheet",
    "rename_procedure",
    "require_keeper",
    "set_scope",
    "withdraw_version",
]
