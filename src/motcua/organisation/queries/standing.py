"""Who may do what and where."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from tree_queries.query import TreeQuerySet

from motcua.audit.ports import Actor
from motcua.organisation.models import Account, Post, Role, RoleAct, Unit
from motcua.organisation.rules.acts import Act, Scope


def holding_on(day: date, *, of: str = "") -> Q:
    """Return the filter for whatever is in force on a day, by `valid_from` and `valid_to`."""
    return Q(**{f"{of}valid_from__lte": day}) & (
        Q(**{f"{of}valid_to__isnull": True}) | Q(**{f"{of}valid_to__gt": day})
    )


def units_on(day: date) -> QuerySet[Unit]:
    """Return the units that existed on a day."""
    return Unit.objects.filter(holding_on(day))


def at_or_below(roots: Iterable[int]) -> QuerySet[Unit]:
    """Return units and every unit under them, of all times."""
    wanted = sorted(set(roots))
    if not wanted:
        return Unit.objects.none()
    under = Q()
    for root in wanted:
        under |= Q(pk__in=TreeQuerySet(Unit).descendants(root, include_self=True).values("pk"))
    return Unit.objects.filter(under)


def posts_of(account: Account, *, act: Act, on: date) -> QuerySet[Post]:
    """Return the posts that entitle somebody to an act on a day."""
    return Post.objects.filter(holding_on(on), account=account, role__acts__act=act)


def units_where(account: Account, *, act: Act, on: date) -> frozenset[int]:
    """Return the numbers of the units where somebody may do an act on a day.

    Two queries at most, whatever the size of the tree. Permission is this set as a filter of the
    query that reads, never a question asked row by row.
    """
    if not account.is_active:
        return frozenset()
    reach = list(posts_of(account, act=act, on=on).values_list("unit_id", "scope"))
    own = {unit for unit, _ in reach}
    roots = {unit for unit, scope in reach if scope == Scope.BELOW}
    if not roots:
        return frozenset(own)
    return frozenset(own | set(at_or_below(roots).values_list("pk", flat=True)))


def is_over_roots(account: Account, *, act: Act, on: date) -> bool:
    """Tell whether somebody may do an act at and under every unit on top that anybody looks after.

    Such a person may do it in the whole organisation: a reform founds a province, and somebody
    must be able to begin there. Where two tops have each their own people, nobody is over both.
    """
    posts = Post.objects.filter(
        holding_on(on),
        role__acts__act=act,
        scope=Scope.BELOW,
        unit__parent__isnull=True,
        account__is_active=True,
    )
    held = set(posts.values_list("unit_id", "account_id"))
    own = {unit for unit, holder in held if holder == account.pk}
    return bool(own) and own == {unit for unit, _ in held}


def units_open_to(by: Actor, *, act: Act, on: date) -> QuerySet[Unit]:
    """Return the units, of all times, that somebody may change by an act of this area.

    The system itself may change all, as may who `is_over_roots`.
    """
    if not isinstance(by, Account) or is_over_roots(by, act=act, on=on):
        return Unit.objects.all()
    return Unit.objects.filter(pk__in=units_where(by, act=act, on=on))


def units_decided_by(by: Actor, *, act: Act, on: date) -> QuerySet[Unit]:
    """Return the units whose end and whose codes are for somebody to decide.

    Those under a unit that is open to the person: no unit abolishes itself.
    """
    if not isinstance(by, Account) or is_over_roots(by, act=act, on=on):
        return Unit.objects.all()
    return Unit.objects.filter(parent__in=units_where(by, act=act, on=on))


def units_wholly_open_to(by: Actor, *, act: Act, on: date) -> QuerySet[Unit]:
    """Return the units open to somebody together with every unit that is or will be under them."""
    if not isinstance(by, Account) or is_over_roots(by, act=act, on=on):
        return Unit.objects.all()
    posts = posts_of(by, act=act, on=on).filter(scope=Scope.BELOW)
    return at_or_below(posts.values_list("unit_id", flat=True) if by.is_active else ())


def acts_of(account: Account, *, on: date) -> frozenset[Act]:
    """Return what somebody may do on a day, at whatever unit."""
    held = Post.objects.filter(holding_on(on), account=account).values("role_id")
    return _acts(RoleAct.objects.filter(role__in=held)) if account.is_active else frozenset()


def acts_carried_by(role: Role) -> frozenset[Act]:
    """Return what a role entitles to."""
    return _acts(role.acts.all())


def _acts(rows: QuerySet[RoleAct]) -> frozenset[Act]:
    """Return the acts of rows; one that this Motcua does not know entitles to nothing."""
    known = {act.value: act for act in Act}
    return frozenset(known[name] for name in rows.values_list("act", flat=True) if name in known)


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalReader:
    """What somebody may read of the journal (`audit.ports.JournalReader`)."""

    books: frozenset[str]

    def journal_books(self) -> frozenset[str]:
        """Return the books of the units where the person may read the journal."""
        return self.books


def journal_reader(account: Account, *, on: date) -> JournalReader:
    """Return what somebody may read of the journal on a day."""
    units = units_where(account, act=Act.READ_JOURNAL, on=on)
    return JournalReader(books=frozenset(f"unit:{unit}" for unit in units))
