"""Full text search over dossiers, said once and answered by either database.

SQLite answers from an FTS5 table that triggers keep, PostgreSQL from a GIN index over a tsvector.
Both know words only and fold nothing themselves: `search_text` is kept folded, so a name is found
with and without accents alike on both.
"""

from typing import TYPE_CHECKING, Final

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Lookup, Q
from django.db.models.sql.compiler import SQLCompiler

from motcua.intake.models.dossiers import Dossier

if TYPE_CHECKING:
    TextLookup = Lookup[str]
else:
    TextLookup = Lookup

Sql = tuple[str, tuple[str | int, ...]]
FOUND: Final = "SELECT rowid FROM intake_dossier_words WHERE intake_dossier_words MATCH %s"


class HasWords(TextLookup):
    """Whether a text has some words; the last may be the beginning of one."""

    lookup_name = "has_words"

    def get_prep_lookup(self) -> str:
        """Take the words as they come: letters and digits only, separated by single spaces."""
        return str(self.rhs)

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> Sql:
        """Answer from PostgreSQL's index (migration 0002)."""
        column, params = self.process_lhs(compiler, connection)
        asked = " & ".join(f"'{word}'" for word in self._words()) + ":*"
        sql = f"to_tsvector('simple', {column}) @@ to_tsquery('simple', %s)"
        return sql, (*params, asked)

    def as_sqlite(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> Sql:
        """Answer from the FTS5 table (migration 0002)."""
        del compiler
        table = connection.ops.quote_name(self.lhs.alias)
        asked = " ".join(f'"{word}"' for word in self._words()) + "*"
        return f'{table}."id" IN ({FOUND})', (asked,)

    def _words(self) -> list[str]:
        return [word for word in str(self.rhs).split() if word.isalnum()]


class BeginsWith(TextLookup):
    """Whether a code begins so; answered from the index of the codes on both databases."""

    lookup_name = "begins_with"

    def get_prep_lookup(self) -> str:
        """Take the beginning as it is."""
        return str(self.rhs)

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> Sql:
        """Use LIKE, which PostgreSQL answers from the pattern index of a unique text."""
        column, params = self.process_lhs(compiler, connection)
        plain = str(self.rhs).replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
        return f"{column} LIKE %s", (*params, f"{plain}%")

    def as_sqlite(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> Sql:
        """Use a range, since SQLite's LIKE looks at every row.

        A beginning without a day is that of thousands of codes: the latest of them are found
        sooner along the primary key, so the index of the codes is left aside (the plus sign).
        """
        column, params = self.process_lhs(compiler, connection)
        first = str(self.rhs)
        column = column if "-" in first else f"+{column}"
        return f"{column} >= %s AND {column} < %s", (*params, first, *params, first + "\U0010ffff")


Dossier._meta.get_field("search_text").register_lookup(HasWords)
Dossier._meta.get_field("code").register_lookup(BeginsWith)


def with_words(words: tuple[str, ...]) -> Q:
    """Return the filter for dossiers in which all these words are found."""
    return Q(search_text__has_words=" ".join(words))


def with_code(beginning: str) -> Q:
    """Return the filter for dossiers whose code begins so."""
    return Q(code__begins_with=beginning)
