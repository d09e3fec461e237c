"""The people somebody looks after, and the posts they hold."""

from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from motcua.kernel.text import folded
from motcua.organisation.models import Account, Post, Role, Unit
from motcua.organisation.queries.standing import (
    holding_on,
    is_over_roots,
    units_open_to,
    units_where,
)
from motcua.organisation.rules.acts import Act


def accounts_visible_to(account: Account, *, on: date) -> QuerySet[Account]:
    """Return the accounts that somebody looks after on a day, and the own.

    Those of the units where the person manages accounts, and those who hold a post there now or
    will: a seconded officer belongs to another unit (NĐ 61/2018 Điều 11).
    """
    if is_over_roots(account, act=Act.MANAGE_ACCOUNTS, on=on):
        return Account.objects.all()
    units = units_where(account, act=Act.MANAGE_ACCOUNTS, on=on)
    if not units:
        return Account.objects.filter(pk=account.pk)
    current = Q(valid_to__isnull=True) | Q(valid_to__gt=on)
    seconded = Post.objects.filter(current, unit__in=units).values("account_id")
    return Account.objects.filter(Q(unit__in=units) | Q(pk__in=seconded) | Q(pk=account.pk))


def accounts_named(words: str, *, among: QuerySet[Account]) -> QuerySet[Account]:
    """Return the accounts whose name, or name to sign in with, holds every one of some words."""
    for word in folded(words).split():
        among = among.filter(Q(name_key__contains=word) | Q(username__contains=word))
    return among


def posts_at(unit: Unit, *, on: date, seen_by: Account) -> QuerySet[Post]:
    """Return who holds which post at a unit on a day, of the people that the reader may see."""
    visible = accounts_visible_to(seen_by, on=on).values("pk")
    rows = Post.objects.filter(holding_on(on), unit=unit, account__in=visible)
    return rows.select_related("account", "role").order_by("role__name", "account__name_key", "pk")


def posts_held_by(account: Account) -> QuerySet[Post]:
    """Return the posts of a person, of all times, the latest first."""
    rows = Post.objects.filter(account=account).select_related("unit", "role")
    return rows.order_by("-valid_from", "-pk")


def roles() -> QuerySet[Role]:
    """Return the roles there are, with their acts."""
    return Role.objects.prefetch_related("acts").order_by("name")


def people_listed(
    reader: Account, *, on: date, words: str = "", unit: Unit | None = None
) -> QuerySet[Account]:
    """Return the people somebody looks after, each with the unit and the `posts_now` of a day."""
    rows = accounts_named(words, among=accounts_visible_to(reader, on=on))
    if unit is not None:
        held = Post.objects.filter(holding_on(on), unit=unit).values("account_id")
        rows = rows.filter(Q(unit=unit) | Q(pk__in=held))
    posts = Post.objects.filter(holding_on(on)).select_related("unit", "role")
    now = Prefetch(
        "posts", queryset=posts.order_by("unit__name", "role__name"), to_attr="posts_now"
    )
    return rows.select_related("unit").prefetch_related(now)


def account_signing_in_as(username: str) -> Account | None:
    """Return who signs in with exactly this name, whatever its case, if the account is open."""
    return Account.objects.filter(username__iexact=username.strip(), is_active=True).first()


def accounts_numbered(*numbers: int) -> QuerySet[Account]:
    """Return the accounts of these numbers."""
    return Account.objects.filter(pk__in=numbers)


def posts_to_end(officer: Account, *, on: date) -> QuerySet[Post]:
    """Return the posts that somebody may end: those at the units where accounts are managed."""
    units = units_open_to(officer, act=Act.MANAGE_ACCOUNTS, on=on).values("pk")
    return Post.objects.filter(unit__in=units).select_related("account", "unit", "role")
