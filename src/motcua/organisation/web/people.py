"""People: who they are, which posts they hold, and what is decided about them."""

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from motcua.foundation.pages import screenful
from motcua.foundation.reading import find
from motcua.organisation import actions, queries
from motcua.organisation.accounts import actions as signing_in
from motcua.organisation.models import Account
from motcua.organisation.rules.acts import Act, Scope
from motcua.organisation.rules.calendar import ONE_DAY
from motcua.organisation.web.asking import asker, today
from motcua.organisation.web.blaming import done_or_said
from motcua.organisation.web.forms import (
    AccountForm,
    AppointmentForm,
    EndPostForm,
    MoveForm,
    PeopleAsked,
    PersonSoughtForm,
    ReasonForm,
)
from motcua.ui.doors import only_for

MANAGE = Act.MANAGE_ACCOUNTS
ORDER: Final = ("name_key", "pk")
LAST_DAY: Final = {"valid_to": "last_day"}


@require_GET
@only_for(MANAGE)
def people(request: HttpRequest) -> HttpResponse:
    """List the people somebody looks after, by their given name."""
    account = asker(request)
    form = PeopleAsked(request.GET, units=_units(account))
    wanted = form.cleaned_data if form.is_valid() else {}
    rows = queries.people_listed(
        account, on=today(), words=wanted.get("tim", ""), unit=wanted.get("don_vi")
    )
    page = screenful(rows, order=ORDER, after=request.GET.get("after"))
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, "organisation/_people_rows.html", {"page": page})
    return render(request, "organisation/people.html", {"page": page, "form": form})


@require_GET
@only_for(MANAGE)
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one person: the account and the posts of all times."""
    return _person_page(request, find(_visible(asker(request)), pk=pk))


def _person_page(request: HttpRequest, account: Account, *, password: str = "") -> HttpResponse:
    reader = asker(request)
    units = _units(reader)
    reach = set(units.values_list("pk", flat=True))
    posts = [
        {"post": post, "may_end": post.unit_id in reach and _goes_on(post)}
        for post in queries.posts_held_by(account)
    ]
    shown = {
        "person": account,
        "posts": posts,
        "may_change": account.unit_id in reach and account.pk != reader.pk,
        "may_appoint": bool(reach),
        "password": password,
    }
    return render(request, "organisation/person.html", shown)


def _goes_on(post: Any) -> bool:
    return post.valid_to is None or post.valid_to > today()


@require_http_methods(["GET", "POST"])
@only_for(MANAGE)
def open_account(request: HttpRequest) -> HttpResponse:
    """Open an account; its password for the first signing in is shown once."""
    officer = asker(request)
    units = queries.units_open_to(officer, act=MANAGE, on=today())
    offered = units.filter(pk__in=queries.units_on(today()))
    first = {"unit": request.GET.get("unit")}
    form = AccountForm(request.POST or None, units=offered, initial=first)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        new = actions.NewAccount(
            full_name=said["full_name"],
            username=said["username"],
            email=said["email"],
            unit_id=said["unit"].pk,
        )
        password = signing_in.password_to_read_out()
        opened = done_or_said(
            form,
            partial(actions.create_account, new, password=password, by=officer, at=timezone.now()),
        )
        if opened is not None:
            return _person_page(request, opened, password=password)
    return _form(request, form, title=_("Mở tài khoản"), act=_("Mở tài khoản"))


@require_http_methods(["GET", "POST"])
@only_for(MANAGE)
def appoint(request: HttpRequest, pk: int) -> HttpResponse:
    """Appoint a person to a post at a unit that the officer looks after."""
    officer = asker(request)
    account = find(_appointable(request), pk=pk)
    units = queries.units_open_to(officer, act=MANAGE, on=today())
    form = AppointmentForm(
        request.POST or None,
        units=units.filter(pk__in=queries.units_from(today())),
        roles=queries.roles(),
        initial={"valid_from": today(), "unit": request.GET.get("unit") or account.unit_id},
    )
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        appointment = actions.Appointment(
            account_id=account.pk,
            unit_id=said["unit"].pk,
            role=said["role"].code,
            scope=Scope(said["scope"]),
            title=said["title"],
            valid_from=said["valid_from"],
            valid_to=said["last_day"] + ONE_DAY if said["last_day"] else None,
        )
        given = done_or_said(
            form,
            partial(actions.appoint, appointment, by=officer, at=timezone.now()),
            fields=LAST_DAY,
        )
        if given is not None:
            messages.success(request, _("Đã phân công %(name)s.") % {"name": account.full_name})
            return redirect("organisation:person", pk=account.pk)
    return _form(request, form, title=_("Phân công"), act=_("Phân công"), person=account)


def _appointable(request: HttpRequest) -> Any:
    """Return the people who may be appointed: those seen, and one who was named exactly."""
    officer = asker(request)
    named = queries.account_signing_in_as(request.GET.get("ten", ""))
    seen = _visible(officer)
    return seen | queries.accounts_numbered(named.pk) if named else seen


@require_http_methods(["GET", "POST"])
@only_for(MANAGE)
def seek(request: HttpRequest) -> HttpResponse:
    """Find somebody of another unit by the exact name to sign in with, to be appointed here."""
    form = PersonSoughtForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        username = form.cleaned_data["username"]
        account = queries.account_signing_in_as(username)
        if account is not None:
            answer = redirect("organisation:appoint", pk=account.pk)
            answer["Location"] += f"?ten={account.username}"
            return answer
        form.add_error("username", _("Không có tài khoản đang mở với tên đăng nhập này."))
    return _form(request, form, title=_("Phân công người của đơn vị khác"), act=_("Tìm"))


@require_http_methods(["GET", "POST"])
@only_for(MANAGE)
def end_post(request: HttpRequest, pk: int) -> HttpResponse:
    """End a post."""
    officer = asker(request)
    post = find(queries.posts_to_end(officer, on=today()), pk=pk)
    form = EndPostForm(request.POST or None, initial={"last_day": today()})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        ended = done_or_said(
            form,
            partial(
                actions.end_post,
                pk,
                on=said["last_day"] + ONE_DAY,
                because=said["because"],
                by=officer,
                at=timezone.now(),
            ),
            fields=LAST_DAY,
        )
        if ended is not None:
            messages.success(request, _("Đã ghi ngày thôi phân công."))
            return redirect("organisation:person", pk=post.account_id)
    title = _("Thôi phân công: %(post)s") % {"post": f"{post.role.name}, {post.unit.name}"}
    return _form(request, form, title=title, act=_("Thôi phân công"), person=post.account)


@require_http_methods(["GET", "POST"])
@only_for(MANAGE)
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Let somebody in no more."""
    return _with_reason(request, pk, act=actions.close_account, title=_("Đóng tài khoản"))


@require_http_methods(["GET", "POST"])
@only_for(MANAGE)
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Let somebody in again."""
    return _with_reason(request, pk, act=actions.reopen_account, title=_("Mở lại tài khoản"))


def _with_reason(
    request: HttpRequest, pk: int, *, act: Callable[..., Account], title: str
) -> HttpResponse:
    officer = asker(request)
    account = find(_visible(officer), pk=pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        because = form.cleaned_data["because"]
        changed = done_or_said(
            form, partial(act, pk, because=because, by=officer, at=timezone.now())
        )
        if changed is not None:
            messages.success(request, _("Đã ghi nhận: %(what)s.") % {"what": title.lower()})
            return redirect("organisation:person", pk=pk)
    return _form(request, form, title=title, act=title, person=account)


@require_http_methods(["GET", "POST"])
@only_for(MANAGE)
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that somebody belongs to another unit from now on."""
    officer = asker(request)
    account = find(_visible(officer), pk=pk)
    units = queries.units_open_to(officer, act=MANAGE, on=today())
    form = MoveForm(request.POST or None, units=units.filter(pk__in=queries.units_on(today())))
    if request.method == "POST" and form.is_valid():
        unit = form.cleaned_data["unit"]
        moved = done_or_said(
            form,
            partial(actions.move_account, pk, unit_id=unit.pk, by=officer, at=timezone.now()),
        )
        if moved is not None:
            messages.success(request, _("Đã chuyển sang %(unit)s.") % {"unit": unit.name})
            return redirect("organisation:person", pk=pk)
    return _form(request, form, title=_("Chuyển đơn vị"), act=_("Chuyển"), person=account)


@require_POST
@only_for(MANAGE)
def issue_password(request: HttpRequest, pk: int) -> HttpResponse:
    """Give somebody a password for one signing in, shown once."""
    officer = asker(request)
    password = signing_in.issue_password(account_id=pk, officer=officer, at=timezone.now())
    return _person_page(request, find(_visible(officer), pk=pk), password=password)


@require_POST
@only_for(MANAGE)
def unlock(request: HttpRequest, pk: int) -> HttpResponse:
    """Let somebody try again at once who failed too often."""
    signing_in.unlock(account_id=pk, officer=asker(request), at=timezone.now())
    messages.success(request, _("Đã mở khoá đăng nhập."))
    return redirect("organisation:person", pk=pk)


@require_POST
@only_for(MANAGE)
def take_factors(request: HttpRequest, pk: int) -> HttpResponse:
    """Take all second factors from somebody who lost them."""
    signing_in.take_second_factors(account_id=pk, officer=asker(request), at=timezone.now())
    messages.success(request, _("Đã gỡ xác thực hai lớp; người này tự thiết lập lại."))
    return redirect("organisation:person", pk=pk)


def _units(account: Account) -> Any:
    return queries.units_open_to(account, act=MANAGE, on=today())


def _visible(account: Account) -> Any:
    return queries.accounts_visible_to(account, on=today()).select_related("unit")


def _form(
    request: HttpRequest, form: Any, *, title: str, act: str, person: Account | None = None
) -> HttpResponse:
    shown = {"form": form, "title": title, "act": act, "person": person}
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "organisation/person_form.html", shown, status=status)
