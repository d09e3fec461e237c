"""What finds dossiers by their words: an FTS5 table on SQLite, a GIN index on PostgreSQL.

On SQLite Django changes a table by making it anew, which drops its triggers: a later migration
that alters `intake_dossier` must run SQLITE again. A test saves a dossier and searches for it.
"""

from django.db import migrations

SQLITE = [
    """CREATE VIRTUAL TABLE intake_dossier_words USING fts5(
        search_text, content='intake_dossier', content_rowid='id',
        tokenize='unicode61 remove_diacritics 0', prefix='1 2 3', detail='none')""",
    """CREATE TRIGGER intake_dossier_words_in AFTER INSERT ON intake_dossier BEGIN
        INSERT INTO intake_dossier_words(rowid, search_text) VALUES (new.id, new.search_text);
        END""",
    """CREATE TRIGGER intake_dossier_words_out AFTER DELETE ON intake_dossier BEGIN
        INSERT INTO intake_dossier_words(intake_dossier_words, rowid, search_text)
        VALUES ('delete', old.id, old.search_text);
        END""",
    """CREATE TRIGGER intake_dossier_words_anew AFTER UPDATE OF search_text ON intake_dossier
        WHEN old.search_text IS NOT new.search_text BEGIN
        INSERT INTO intake_dossier_words(intake_dossier_words, rowid, search_text)
        VALUES ('delete', old.id, old.search_text);
        INSERT INTO intake_dossier_words(rowid, search_text) VALUES (new.id, new.search_text);
        END""",
]
POSTGRES = [
    """CREATE INDEX intake_dossier_words ON intake_dossier
        USING gin (to_tsvector('simple', search_text))""",
]
SQLITE_UNDO = [
    "DROP TRIGGER intake_dossier_words_in",
    "DROP TRIGGER intake_dossier_words_out",
    "DROP TRIGGER intake_dossier_words_anew",
    "DROP TABLE intake_dossier_words",
]
POSTGRES_UNDO = ["DROP INDEX intake_dossier_words"]


def _run(on_sqlite, on_postgres):
    def run(apps, schema_editor):
        statements = on_sqlite if schema_editor.connection.vendor == "sqlite" else on_postgres
        for statement in statements:
            schema_editor.execute(statement)

    return run


class Migration(migrations.Migration):
    dependencies = [("intake", "0001_dossiers")]

    operations = [
        migrations.RunPython(_run(SQLITE, POSTGRES), _run(SQLITE_UNDO, POSTGRES_UNDO)),
    ]
