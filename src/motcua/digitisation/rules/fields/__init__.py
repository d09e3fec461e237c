"""The fields of a Vietnamese administrative document, from its words and where they stand.

`fields_of` answers with values or with nothing, never with a guess; see `DocumentFields` for what
each value is and `trust` for what its confidence means.
"""

from motcua.digitisation.rules.fields.reading import fields_of
from motcua.digitisation.rules.fields.values import DocumentFields, Field, ReadPage

__all__ = ["DocumentFields", "Field", "ReadPage", "fields_of"]
