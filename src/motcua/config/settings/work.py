"""Work that outlives the request: what it is called, where its body lies, how often it comes."""

from datetime import timedelta

from motcua.config.env import HOME
from motcua.config.env import PROVINCE_FOLDER as FOLDER_VARIABLE

JOBS: dict[str, str] = {
    "accounts.forget": "motcua.organisation.accounts.tasks.forget_what_is_over",
    "audit.keep_heads": "motcua.audit.tasks.keep_heads",
    "intake.take_province_folder": "motcua.intake.tasks.take_province_folder",
    "jobs.sweep": "motcua.jobs.tasks.sweep",
}
"""The body of each kind of job, by name."""

PERIODIC_JOBS: dict[str, timedelta] = {
    "accounts.forget": timedelta(hours=1),
    "audit.keep_heads": timedelta(days=1),
    "intake.take_province_folder": timedelta(minutes=1),
    "jobs.sweep": timedelta(hours=1),
}
"""How often a kind is asked for; a day's period begins at midnight in Vietnam."""

PROVINCE_FOLDER = FOLDER_VARIABLE.read()
"""Where the provincial system puts the dossiers it hands over, as files."""

HEADS_FOLDER = HOME.read() / "heads"
"""Where the ends of the journal's books are kept day by day."""

EXAMINATIONS: dict[str, str] = {
    "journal": "motcua.audit.examining.journal",
    "dossier_codes": "motcua.config.numbering.dossier_codes",
    "receipts": "motcua.config.numbering.receipts",
}
"""What `motcua check` looks at, by name: each a `foundation.checking.Examination`."""
