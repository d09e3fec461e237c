"""Where a job stands, in words."""

from typing import Any

from django import template
from django.utils import timezone
from django.utils.safestring import SafeString

from motcua.jobs.models import Job
from motcua.jobs.rules.states import JobState
from motcua.jobs.wording import STATES
from motcua.ui.rules.figures import seconds_left
from motcua.ui.templatetags.ui import badge, progress

register = template.Library()


@register.simple_tag
def job_state(state: str) -> SafeString:
    """Tell the state of a job by its icon and its word."""
    tone, word, drawn = STATES[JobState(state)]
    return badge(tone, word, drawn)


@register.filter
def state_word(state: str) -> object:
    """Return the word of a state."""
    return STATES[JobState(state)][1]


@register.inclusion_tag("ui/parts/progress.html")
def job_progress(job: Job) -> Any:
    """Show how far a running job is, and how long it will still take."""
    begun = job.started_at or timezone.now()
    elapsed = (timezone.now() - begun).total_seconds()
    total = job.total or 0
    left = seconds_left(done=job.done, total=total, elapsed=elapsed)
    return progress(job.done, total, job.note, left)
