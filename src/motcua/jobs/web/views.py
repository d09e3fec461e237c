"""What runs, what waits and what needs a person, for operators."""

from datetime import timedelta
from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from motcua.foundation.pages import screenful
from motcua.foundation.reading import find
from motcua.jobs.actions import cancel_job, retry_job
from motcua.jobs.models import Job
from motcua.jobs.queries import jobs, jobs_by_state, longest_waiting
from motcua.jobs.rules.states import MOVES, JobState
from motcua.ui.doors import only_for
from motcua.ui.wording import job_in_words

ACT: Final = "jobs.operate"
LISTED: Final = (JobState.DEAD, JobState.READY, JobState.DONE, JobState.CANCELLED)
TOO_LONG: Final = timedelta(minutes=5)
"""Due for longer than this, and nobody took it: no worker runs, or too few."""


@require_GET
@only_for(ACT)
def jobs_list(request: HttpRequest) -> HttpResponse:
    """Show what runs, and below it the jobs in one of the other states."""
    counts = jobs_by_state()
    state = _state_asked(request, counts)
    page = screenful(jobs(state), order=("-pk",), after=request.GET.get("after"))
    shown = {"page": page, "state": state}
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, "jobs/_rows.html", shown)
    chips = [{"state": each, "count": counts[each]} for each in LISTED]
    return render(request, "jobs/jobs.html", {**shown, "chips": chips, **_running()})


@require_GET
@only_for(ACT)
def running(request: HttpRequest) -> HttpResponse:
    """Return the part of the page that is asked for again and again."""
    return render(request, "jobs/_running.html", _running())


@require_GET
@only_for(ACT)
def job_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one job, why it failed, and what may be done about it."""
    job = find(jobs(), pk=pk)
    ways = MOVES[JobState(job.state)]
    shown = {
        "job": job,
        "may_retry": job.state == JobState.DEAD,
        "may_cancel": JobState.CANCELLED in ways,
    }
    return render(request, "jobs/job.html", shown)


@require_POST
@only_for(ACT)
def retry(request: HttpRequest, pk: int) -> HttpResponse:
    """Have a dead job tried again."""
    job = retry_job(job_id=pk, by=request.user, at=timezone.now())  # type: ignore[arg-type]
    _tell(request, _("Sẽ chạy lại: %(job)s."), job)
    return redirect("jobs:jobs")


@require_POST
@only_for(ACT)
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Call a job off."""
    job = cancel_job(job_id=pk, by=request.user, at=timezone.now())  # type: ignore[arg-type]
    _tell(request, _("Đã huỷ: %(job)s."), job)
    return redirect("jobs:jobs")


def _tell(request: HttpRequest, sentence: str, job: Job) -> None:
    messages.success(request, sentence % {"job": job_in_words(job.kind)})


def _state_asked(request: HttpRequest, counts: dict[JobState, int]) -> JobState:
    asked = request.GET.get("state", "")
    if asked in LISTED:
        return JobState(asked)
    return JobState.DEAD if counts[JobState.DEAD] else JobState.READY


def _running() -> dict[str, Any]:
    now = timezone.now()
    since = longest_waiting(now)
    return {
        "running": list(jobs(JobState.RUNNING)[:50]),
        "stuck_since": since if since and now - since > TOO_LONG else None,
    }
