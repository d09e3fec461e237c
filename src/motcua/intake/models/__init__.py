"""Dossiers as they are kept: tables and constraints, and no decisions."""

from motcua.intake.models.counters import BookCounter, CodeCounter, CounterMode
from motcua.intake.models.dossiers import Dossier, DossierComponent
from motcua.intake.models.outcomes import Ending, ReportedDigitisation, Result
from motcua.intake.models.people import Applicant
from motcua.intake.models.receipts import Receipt
from motcua.intake.models.searching import with_code, with_words
from motcua.intake.models.timeline import Appointment, Assignment, Event, Supplement

__all__ = [
    "Applicant",
    "Appointment",
    "Assignment",
    "BookCounter",
    "CodeCounter",
    "CounterMode",
    "Dossier",
    "DossierComponent",
    "Ending",
    "Event",
    "Receipt",
    "ReportedDigitisation",
    "Result",
    "Supplement",
    "with_code",
    "with_words",
]
