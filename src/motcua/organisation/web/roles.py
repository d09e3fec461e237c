"""Roles, and the acts each carries."""

from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from motcua.foundation.reading import find
from motcua.organisation import actions, queries
from motcua.organisation.models import Role
from motcua.organisation.rules.acts import Act
from motcua.organisation.web.asking import asker, today
from motcua.organisation.web.blaming import done_or_said
from motcua.organisation.web.forms import RoleForm
from motcua.organisation.wording import ENTITLEMENTS
from motcua.ui.doors import only_for
from motcua.ui.wording import Said

MANAGE = Act.MANAGE_ACCOUNTS


@require_GET
@only_for(MANAGE)
def roles(request: HttpRequest) -> HttpResponse:
    """List the roles and what each entitles to."""
    rows = [{"role": role, "acts": _in_words(role)} for role in queries.roles()]
    shown = {"rows": rows, "may_set": _may_set(request)}
    return render(request, "organisation/roles.html", shown)


@require_http_methods(["GET", "POST"])
@only_for(MANAGE)
def set_role(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what a role is called and which acts it carries."""
    role = find(queries.roles(), pk=pk)
    first = {"name": role.name, "acts": [act.act for act in role.acts.all()]}
    form = RoleForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        act = partial(
            actions.set_role,
            role.code,
            **form.cleaned_data,
            by=asker(request),
            at=timezone.now(),
        )
        if done_or_said(form, act, fields={"role": "acts"}) is not None:
            messages.success(request, _("Đã sửa vai trò."))
            return redirect("organisation:roles")
    status = 422 if form.is_bound and form.errors else 200
    shown = {"form": form, "role": role}
    return render(request, "organisation/role.html", shown, status=status)


def _in_words(role: Role) -> list[Said]:
    carried = {act.act for act in role.acts.all()}
    return [name for act, name in ENTITLEMENTS.items() if act.value in carried]


def _may_set(request: HttpRequest) -> bool:
    return queries.is_over_roots(asker(request), act=MANAGE, on=today())
