"""The acts that a role may be given; acts are code, the roles over them are data."""

from enum import StrEnum


class Act(StrEnum):
    """Something an officer may be entitled to, within the units of the post."""

    RECEIVE = "intake.receive"
    HANDLE = "intake.handle"
    SETTLE = "intake.settle"
    RETURN_RESULT = "intake.return_result"
    READ_DOSSIERS = "intake.read"
    EDIT_CATALOGUE = "catalogue.edit"
    EDIT_ORGANISATION = "organisation.edit"
    EDIT_CALENDAR = "organisation.edit_calendar"
    MANAGE_ACCOUNTS = "organisation.manage_accounts"
    READ_JOURNAL = "audit.read"
    OPERATE_JOBS = "jobs.operate"


class Scope(StrEnum):
    """How far a post reaches."""

    OWN = "own"
    """The unit of the post."""

    BELOW = "below"
    """The unit of the post and every unit under it."""
