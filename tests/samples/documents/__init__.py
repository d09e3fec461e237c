"""The texts of the sample pages, written for the project; all people and numbers are invented."""

from samples.documents.blocks import Document
from samples.documents.official_letters import DECISION, DISPATCH, NOTICE
from samples.documents.papers import BIRTH_RECORD, CERTIFICATE, INVOICE, LIST_OF_FILES
from samples.documents.reports import MINUTES, PLAN, PROPOSAL, REPORT

OFFICE_DOCUMENTS: tuple[Document, ...] = (
    DISPATCH,
    DECISION,
    BIRTH_RECORD,
    CERTIFICATE,
    INVOICE,
    NOTICE,
    REPORT,
    PLAN,
    MINUTES,
    LIST_OF_FILES,
    PROPOSAL,
)
"""The documents of the office set, in its order."""
