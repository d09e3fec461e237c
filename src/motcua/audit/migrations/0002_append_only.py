"""Triggers that refuse to change, delete or truncate the journal, on both databases."""

from django.db import migrations

REFUSAL = "the journal is only ever appended to"

SQLITE = [
    f"""CREATE TRIGGER audit_entry_no_{act.lower()} BEFORE {act} ON audit_entry
        BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"""
    for act in ("UPDATE", "DELETE")
]
POSTGRES = [
    f"""CREATE FUNCTION audit_entry_refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$""",
    """CREATE TRIGGER audit_entry_no_change BEFORE UPDATE OR DELETE ON audit_entry
        FOR EACH ROW EXECUTE FUNCTION audit_entry_refuse()""",
    """CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry
        FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_refuse()""",
]
SQLITE_UNDO = [f"DROP TRIGGER audit_entry_no_{act}" for act in ("update", "delete")]
POSTGRES_UNDO = [
    "DROP TRIGGER audit_entry_no_truncate ON audit_entry",
    "DROP TRIGGER audit_entry_no_change ON audit_entry",
    "DROP FUNCTION audit_entry_refuse()",
]


def _run(on_sqlite, on_postgres):
    def run(apps, schema_editor):
        statements = on_sqlite if schema_editor.connection.vendor == "sqlite" else on_postgres
        for statement in statements:
            schema_editor.execute(statement)

    return run


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_journal")]

    operations = [
        migrations.RunPython(_run(SQLITE, POSTGRES), _run(SQLITE_UNDO, POSTGRES_UNDO)),
    ]
