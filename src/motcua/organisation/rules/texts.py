"""Texts as people fill them in."""

from motcua.kernel.text import composed
from motcua.organisation.errors import FieldMissing, FieldTooLong


def required(text: str, *, field: str, limit: int) -> str:
    """Return a text as it is kept; refuses with `FieldMissing` and `FieldTooLong`."""
    kept = optional(text, field=field, limit=limit)
    if not kept:
        raise FieldMissing(field=field)
    return kept


def optional(text: str, *, field: str, limit: int) -> str:
    """Return a text as it is kept, empty if nothing was said; refuses with `FieldTooLong`."""
    kept = composed(text)
    if len(kept) > limit:
        raise FieldTooLong(field=field, limit=limit)
    return kept
