"""What waits for somebody today: the piles of the first page, and each pile in full."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from motcua.foundation.pages import screenful
from motcua.intake.models import Dossier
from motcua.intake.queries import dossiers_where, due_today, overdue, waiting_for
from motcua.intake.queries.lists import IN_A_LIST
from motcua.intake.rules.deadlines import local
from motcua.intake.rules.states import RUNNING, DossierState
from motcua.intake.web.asking import is_part, officer_of
from motcua.intake.web.dues import due_of, with_due
from motcua.kernel.errors import NotFound
from motcua.organisation.models import Account
from motcua.organisation.queries import acts_of, working_calendar
from motcua.organisation.rules.acts import Act
from motcua.organisation.rules.calendar import WorkingCalendar
from motcua.ui.doors import only_for
from motcua.ui.rules.piles import Pile, Task

ON_THE_FIRST_PAGE: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """What somebody is concerned with, read once for all piles."""

    account: Account
    at: datetime
    acts: frozenset[Act]
    of_act: Mapping[Act, QuerySet[Dossier]]

    @classmethod
    def of(cls, account: Account, *, at: datetime) -> "Reach":
        """Return what somebody may handle, receive and return; ten queries at most."""
        on = local(at).date()
        acts = acts_of(account, on=on) & CONCERNED
        of_act = {act: dossiers_where(account, act=act, on=on) for act in acts}
        return cls(account=account, at=at, acts=acts, of_act=of_act)


Wait = Callable[[Reach], QuerySet[Dossier]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One sort of things that wait: what it is called, and which dossiers they are."""

    name: str
    title: str | Promise
    dossiers: Wait
    order: tuple[str, ...]
    acts: tuple[Act, ...]
    """Who does none of these sees no such pile."""


CONCERNED: Final = frozenset({Act.HANDLE, Act.RECEIVE, Act.RETURN_RESULT})


def _late(reach: Reach) -> QuerySet[Dossier]:
    return overdue(reach.of_act[Act.HANDLE], at=reach.at)


def _today(reach: Reach) -> QuerySet[Dossier]:
    return due_today(reach.of_act[Act.HANDLE], at=reach.at)


def _given_to_me(reach: Reach) -> QuerySet[Dossier]:
    lines = waiting_for(reach.account, on=local(reach.at).date()).filter(taken_at__isnull=True)
    running = sorted(state.value for state in RUNNING)
    return reach.of_act[Act.HANDLE].filter(pk__in=lines.values("dossier_id"), state__in=running)


def _supplements(reach: Reach) -> QuerySet[Dossier]:
    mine = [rows for act, rows in reach.of_act.items() if act is not Act.RETURN_RESULT]
    asked = mine[0] if len(mine) == 1 else mine[0] | mine[1]
    return asked.filter(state=DossierState.SUPPLEMENT_ASKED)


def _to_return(reach: Reach) -> QuerySet[Dossier]:
    return reach.of_act[Act.RETURN_RESULT].filter(state=DossierState.SETTLED)


def _to_receive(reach: Reach) -> QuerySet[Dossier]:
    return reach.of_act[Act.RECEIVE].filter(state=DossierState.REGISTERED)


BY_DUE: Final = ("legal_due_at", "pk")
BY_ARRIVAL: Final = ("registered_at", "pk")
_IN_HAND: Final = (Act.HANDLE,)

SORTS: Final[Sequence[Waiting]] = (
    Waiting(name="qua-han", title=_("Quá hạn"), dossiers=_late, order=BY_DUE, acts=_IN_HAND),
    Waiting(
        name="hom-nay", title=_("Đến hạn hôm nay"), dossiers=_today, order=BY_DUE, acts=_IN_HAND
    ),
    Waiting(
        name="cho-nhan",
        title=_("Chờ tôi nhận bàn giao"),
        dossiers=_given_to_me,
        order=BY_ARRIVAL,
        acts=_IN_HAND,
    ),
    Waiting(
        name="cho-tiep-nhan",
        title=_("Mới nộp, chờ tiếp nhận"),
        dossiers=_to_receive,
        order=BY_ARRIVAL,
        acts=(Act.RECEIVE,),
    ),
    Waiting(
        name="cho-tra",
        title=_("Có kết quả, chờ trả"),
        dossiers=_to_return,
        order=BY_ARRIVAL,
        acts=(Act.RETURN_RESULT,),
    ),
    Waiting(
        name="cho-bo-sung",
        title=_("Chờ công dân bổ sung"),
        dossiers=_supplements,
        order=BY_ARRIVAL,
        acts=(Act.HANDLE, Act.RECEIVE),
    ),
)


def piles(account: Account, *, at: datetime) -> Sequence[Pile]:
    """Return what waits for somebody, the most urgent first; for the setting `MY_DAY`."""
    reach = Reach.of(account, at=at)
    calendar = working_calendar(known_at=at, on=local(at).date())
    return [_pile(sort, reach, calendar) for sort in _sorts_for(reach)]


@require_GET
@only_for(Act.READ_DOSSIERS)
def my_day(request: HttpRequest, name: str) -> HttpResponse:
    """Show one pile in full, with the counts of the others."""
    reach = Reach.of(officer_of(request), at=timezone.now())
    sorts = _sorts_for(reach)
    sort = next((each for each in sorts if each.name == name), None)
    if sort is None:
        raise NotFound(kind="intake.pile", name=name)
    rows = sort.dossiers(reach).select_related(*IN_A_LIST)
    page = screenful(rows, order=sort.order, after=request.GET.get("after"))
    shown = {"page": page, "rows": with_due(page.rows, at=reach.at), "sort": sort}
    if is_part(request):
        return render(request, "intake/_rows.html", shown)
    chips = [{"sort": each, "count": each.dossiers(reach).count()} for each in sorts]
    return render(request, "intake/my_day.html", {**shown, "chips": chips})


def _sorts_for(reach: Reach) -> list[Waiting]:
    return [sort for sort in SORTS if reach.acts & {*sort.acts}]


def _pile(sort: Waiting, reach: Reach, calendar: WorkingCalendar) -> Pile:
    rows = sort.dossiers(reach)
    first = rows.select_related(*IN_A_LIST).order_by(*sort.order)[:ON_THE_FIRST_PAGE]
    tasks = [
        Task(
            title=f"{row.code} {row.owner.full_name}",
            detail=row.procedure_version.procedure.name,
            address=reverse("intake:dossier", args=[row.pk]),
            due=due_of(row, today=local(reach.at).date(), is_working=calendar.is_working),
        )
        for row in first
    ]
    return Pile(
        title=str(sort.title),
        tasks=tasks,
        count=rows.count(),
        address=reverse("intake:my_day", args=[sort.name]),
    )
