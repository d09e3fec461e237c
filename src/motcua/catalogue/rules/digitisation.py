"""Which papers must be digitised, by the rule set of the day: a table with dates and sources.

The rules were turned over twice since 2018 (the opinions of co-operating bodies were to be
digitised from 25/5/2023 and are not since 15/9/2025), so none of it is code: a row of
`digitisation_rules.csv` says what a rule set knows and by which article. Whatever a paper's own
scope says is believed only as far as the rule set of the day knows it; for the rest, and for a
paper nobody has classified, the rule set's own general rule holds. So every paper has exactly one
scope on every day since the first rule set, and none has to be rewritten when the law changes.
"""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Final

from motcua.catalogue.errors import NoRulesYet
from motcua.catalogue.rules.terms import ExemptReason, Scope
from motcua.catalogue.rules.validity import Period

COUNTED: Final = frozenset({Scope.REQUIRED, Scope.SECTOR_LAW, Scope.DECISION})
"""The scopes that a dossier must have digitised to count as digitised in full."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet:
    """What the law in force on some days knows about digitising papers."""

    code: str
    period: Period
    source: str
    general_rule: Scope
    general_article: str
    scopes: frozenset[Scope]
    exempt_reasons: frozenset[ExemptReason]

    def knows(self, scope: Scope, reason: ExemptReason | None) -> bool:
        """Tell whether these rules have the scope, and the reason where it exempts."""
        if scope is Scope.EXEMPT:
            return scope in self.scopes and reason in self.exempt_reasons
        return scope in self.scopes and reason is None


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedScope:
    """What was decided about one paper, on what ground, for which days."""

    scope: Scope
    exempt_reason: ExemptReason | None = None
    legal_basis: str
    valid_from: date
    valid_to: date | None = None

    @property
    def period(self) -> Period:
        """Return the days it was decided for."""
        return Period(valid_from=self.valid_from, valid_to=self.valid_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How one paper stands on one day: its scope, why, and by which rule set."""

    scope: Scope
    exempt_reason: ExemptReason | None
    legal_basis: str
    rule_set: str
    by_general_rule: bool
    """Nothing that holds was decided about this very paper."""

    @property
    def is_counted(self) -> bool:
        """Tell whether the paper counts when a dossier is digitised in full."""
        return self.scope in COUNTED


@lru_cache
def rule_sets() -> tuple[RuleSet, ...]:
    """Return every rule set, the oldest first."""
    text = files("motcua.catalogue").joinpath("digitisation_rules.csv").read_text("utf-8")
    return rule_sets_in(list(csv.DictReader(text.splitlines())))


def rule_sets_in(rows: Sequence[dict[str, str]]) -> tuple[RuleSet, ...]:
    """Return the rule sets that the rows of the table describe, the oldest first."""
    by_code: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        by_code.setdefault(row["rule_set"], []).append(row)
    found = [_rule_set(code, of_set) for code, of_set in by_code.items()]
    return tuple(sorted(found, key=lambda rules: rules.period.valid_from))


def _rule_set(code: str, rows: Sequence[dict[str, str]]) -> RuleSet:
    [general] = [row for row in rows if row["kind"] == "default"]
    return RuleSet(
        code=code,
        period=Period(
            valid_from=date.fromisoformat(general["valid_from"]),
            valid_to=date.fromisoformat(general["valid_to"]) if general["valid_to"] else None,
        ),
        source=general["source"],
        general_rule=Scope(general["value"]),
        general_article=general["article"],
        scopes=frozenset(Scope(row["value"]) for row in rows if row["kind"] == "scope"),
        exempt_reasons=frozenset(
            ExemptReason(row["value"]) for row in rows if row["kind"] == "reason"
        ),
    )


def rule_set_on(day: date) -> RuleSet:
    """Return the rule set in force on a day; refuses with `NoRulesYet` before the first."""
    for rules in rule_sets():
        if rules.period.holds_on(day):
            return rules
    raise NoRulesYet(day=day)


def scope_on(scopes: Iterable[DatedScope], day: date) -> Standing:
    """Return how a paper stands on a day, given what was ever decided about it.

    Refuses with `NoRulesYet` before the first rule set.
    """
    rules = rule_set_on(day)
    for decided in scopes:
        if decided.period.holds_on(day) and rules.knows(decided.scope, decided.exempt_reason):
            return Standing(
                scope=decided.scope,
                exempt_reason=decided.exempt_reason,
                legal_basis=decided.legal_basis,
                rule_set=rules.code,
                by_general_rule=False,
            )
    return Standing(
        scope=rules.general_rule,
        exempt_reason=None,
        legal_basis=f"{rules.source}, {rules.general_article}",
        rule_set=rules.code,
        by_general_rule=True,
    )
