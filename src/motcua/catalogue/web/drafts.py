"""A version while it is filled in: its facts, its steps and its papers as forms."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.forms import BaseForm, BaseFormSet, formset_factory
from django.http import QueryDict
from django.utils.translation import gettext as _

from motcua.catalogue.errors import NoRulesYet
from motcua.catalogue.rules.cells import money_said, share_said
from motcua.catalogue.rules.content import (
    ComponentContent,
    Fault,
    StepContent,
    VersionContent,
    even_shares,
)
from motcua.catalogue.rules.digitisation import DatedScope, rule_set_on
from motcua.catalogue.rules.terms import Channel, ExemptReason, Scope, TimeLimit, TimeUnit
from motcua.catalogue.sentences import FLAWS
from motcua.catalogue.web.forms import (
    COMPONENT_COLUMNS,
    STEP_COLUMNS,
    ComponentForm,
    StepForm,
    VersionForm,
)
from motcua.catalogue.web.rows import MOST_ROWS, Move, Pressed, Row, moved, rows_in, without_empty

STEPS: Final = "steps"
COMPONENTS: Final = "components"
COLUMNS: Final = {STEPS: STEP_COLUMNS, COMPONENTS: COMPONENT_COLUMNS}
TELLING: Final = {STEPS: ("name", "done_by"), COMPONENTS: ("name", "code", "note")}
EMPTY: Final[Mapping[str, Row]] = {
    STEPS: dict.fromkeys(STEP_COLUMNS, ""),
    COMPONENTS: {**dict.fromkeys(COMPONENT_COLUMNS, ""), "originals": "1", "copies": "0"},
}
StepForms = formset_factory(StepForm, extra=0, max_num=MOST_ROWS, absolute_max=MOST_ROWS)
ComponentForms = formset_factory(ComponentForm, extra=0, max_num=MOST_ROWS, absolute_max=MOST_ROWS)
SCOPE_FIELDS: Final = {
    "scope.scope": "scope",
    "scope.exempt_reason": "exempt_reason",
    "scope.legal_basis": "scope_basis",
    "scope.valid_from": "scope",
    "scope.valid_to": "scope",
}
LISTS: Final = ("levels", "channels")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The forms of one version."""

    facts: VersionForm
    steps: "BaseFormSet[StepForm]"
    components: "BaseFormSet[ComponentForm]"
    pressed: Pressed | None = None
    """The button for rows that was pressed, with the row to go on at."""

    @property
    def is_valid(self) -> bool:
        """Tell whether all forms are; each tells its own faults."""
        return all([self.facts.is_valid(), self.steps.is_valid(), self.components.is_valid()])

    @property
    def has_faults(self) -> bool:
        """Tell whether some form was sent and is not valid."""
        return self.facts.is_bound and not self.is_valid


def draft_of(content: VersionContent | None, *, begins: date | None, as_of: date) -> Draft:
    """Return the forms filled with what a version says, or empty ones.

    Of what was decided about a paper, what holds on the day `as_of` is shown.
    """
    if content is None:
        return _unbound({"valid_from": begins}, steps=[], components=[EMPTY[COMPONENTS]])
    facts = {
        "valid_from": begins,
        "levels": list(content.levels),
        "channels": [channel.value for channel in content.channels],
        "time_unit": content.limit.unit.value,
        "time_amount": content.limit.amount or None,
        "fee": money_said(content.fee),
        **{name: getattr(content, name) for name in ("fee_note", "result_name", "note")},
        "legal_basis": content.legal_basis,
    }
    papers = [
        _paper(component, number=number, as_of=as_of)
        for number, component in enumerate(content.components)
    ]
    return _unbound(facts, steps=[_step(step) for step in content.steps], components=papers)


def _step(step: StepContent) -> Row:
    return {"name": step.name, "done_by": step.done_by, "share": share_said(step.share)}


def _paper(component: ComponentContent, *, number: int, as_of: date) -> Row:
    held = _held(component.scopes, as_of)
    reason = held.exempt_reason if held else None
    return {
        "name": component.name,
        "code": component.code,
        "originals": str(component.originals),
        "copies": str(component.copies),
        "is_optional": "on" if component.is_optional else "",
        "note": component.note,
        "scope": held.scope.value if held else "",
        "exempt_reason": reason.value if reason else "",
        "scope_basis": held.legal_basis if held else "",
        "origin": str(number),
    }


def _held(scopes: Iterable[DatedScope], day: date) -> DatedScope | None:
    """Return what was decided and holds on a day, if the rules of the day know it."""
    try:
        rules = rule_set_on(day)
    except NoRulesYet:
        return None
    holding = (decided for decided in scopes if decided.period.holds_on(day))
    return next((one for one in holding if rules.knows(one.scope, one.exempt_reason)), None)


def draft_sent(sent: QueryDict) -> Draft:
    """Return the forms as they were sent, to be checked; rows without a word are dropped."""
    facts = sent.copy()
    for table in (STEPS, COMPONENTS):
        rows = without_empty(_rows(sent, table), telling=TELLING[table])
        facts.update(_as_sent(table, rows))
    return _labelled(
        Draft(
            facts=VersionForm(sent),
            steps=StepForms(_only(facts, STEPS), prefix=STEPS),
            components=ComponentForms(_only(facts, COMPONENTS), prefix=COMPONENTS),
        )
    )


def draft_moved(sent: QueryDict, pressed: Pressed) -> Draft:
    """Return the forms after a button for rows was pressed, with all that was typed."""
    rows = {table: _rows(sent, table) for table in (STEPS, COMPONENTS)}
    at = pressed.number
    if pressed.move is Move.EVEN:
        shares = even_shares(len(rows[STEPS]))
        rows[STEPS] = [
            {**row, "share": share_said(share)}
            for row, share in zip(rows[STEPS], shares, strict=True)
        ]
    elif pressed.table in rows:
        rows[pressed.table], at = moved(rows[pressed.table], pressed, empty=EMPTY[pressed.table])
    facts = {
        name: sent.getlist(name) if name in LISTS else sent.get(name, "")
        for name in VersionForm.base_fields
    }
    again = Pressed(table=pressed.table, move=pressed.move, number=at)
    return _unbound(facts, steps=rows[STEPS], components=rows[COMPONENTS], pressed=again)


def _unbound(
    facts: Mapping[str, Any],
    *,
    steps: Sequence[Row],
    components: Sequence[Row],
    pressed: Pressed | None = None,
) -> Draft:
    return _labelled(
        Draft(
            facts=VersionForm(initial=dict(facts)),
            steps=StepForms(prefix=STEPS, initial=[dict(row) for row in steps]),
            components=ComponentForms(prefix=COMPONENTS, initial=[dict(row) for row in components]),
            pressed=pressed,
        )
    )


def _labelled(draft: Draft) -> Draft:
    """Say with each cell of a row which row it is in, and where to go on typing."""
    tables: dict[str, tuple[str, list[Any]]] = {
        STEPS: (_("bước"), draft.steps.forms),
        COMPONENTS: (_("giấy tờ"), draft.components.forms),
    }
    for words, forms in tables.values():
        for number, form in enumerate(forms, start=1):
            for bound in form.visible_fields():
                label = f"{bound.label}, {words} {number}"
                bound.field.widget.attrs["aria-label"] = label
    pressed = draft.pressed
    if pressed and pressed.table in tables and pressed.move in {Move.ADD, Move.DROP}:
        for form in tables[pressed.table][1][pressed.number : pressed.number + 1]:
            form.fields["name"].widget.attrs["autofocus"] = True
    return draft


def _rows(sent: QueryDict, table: str) -> list[Row]:
    return rows_in(sent.dict(), table, COLUMNS[table])  # type: ignore[arg-type]


def _as_sent(table: str, rows: Sequence[Row]) -> dict[str, str]:
    cells = {
        f"{table}-{number}-{name}": text
        for number, row in enumerate(rows)
        for name, text in row.items()
    }
    return {f"{table}-TOTAL_FORMS": str(len(rows)), f"{table}-INITIAL_FORMS": "0", **cells}


def _only(sent: QueryDict, table: str) -> dict[str, str]:
    """Return the cells of one table, the last of each name."""
    return {name: str(sent[name]) for name in sent if name.startswith(f"{table}-")}


def begins_in(draft: Draft) -> date:
    """Return the first day of a valid draft."""
    day: date = draft.facts.cleaned_data["valid_from"]
    return day


def content_in(draft: Draft, *, base: VersionContent | None, as_of: date) -> VersionContent:
    """Return what a valid draft says.

    What `base` decided about a paper for later days is kept with the paper; and where nobody
    touched what held on the day `as_of`, what holds on the version's own first day is meant.
    """
    facts = draft.facts.cleaned_data
    begins = begins_in(draft)
    return VersionContent(
        levels=tuple(facts["levels"]),
        channels=tuple(Channel(channel) for channel in facts["channels"]),
        limit=TimeLimit(unit=TimeUnit(facts["time_unit"]), amount=facts["time_amount"] or 0),
        legal_basis=facts["legal_basis"],
        fee=facts["fee"] or Decimal(0),
        fee_note=facts["fee_note"],
        result_name=facts["result_name"],
        note=facts["note"],
        steps=tuple(StepContent(**form.cleaned_data) for form in draft.steps),
        components=tuple(
            _component(
                form.cleaned_data,
                decided=_decided_before(form.cleaned_data["origin"], base=base),
                begins=begins,
                as_of=as_of,
            )
            for form in draft.components
        ),
    )


def _component(
    said: Mapping[str, Any], *, decided: Sequence[DatedScope], begins: date, as_of: date
) -> ComponentContent:
    later = tuple(scope for scope in decided if scope.valid_from > begins)
    now = _decided_now(said, begins=begins)
    shown = _held(decided, as_of)
    if now == _from(shown, begins):
        now = _from(_held(decided, begins), begins)
    if now is not None and later:
        now = replace(now, valid_to=later[0].valid_from)
    return ComponentContent(
        name=said["name"],
        code=said["code"],
        originals=said["originals"] or 0,
        copies=said["copies"] or 0,
        is_optional=said["is_optional"],
        note=said["note"],
        scopes=later if now is None else (now, *later),
    )


def _decided_now(said: Mapping[str, Any], *, begins: date) -> DatedScope | None:
    """Return what the form decides from the first day on; nothing where the general rule holds."""
    if not said["scope"]:
        return None
    return DatedScope(
        scope=Scope(said["scope"]),
        exempt_reason=ExemptReason(said["exempt_reason"]) if said["exempt_reason"] else None,
        legal_basis=said["scope_basis"],
        valid_from=begins,
    )


def _from(decided: DatedScope | None, begins: date) -> DatedScope | None:
    return decided and replace(decided, valid_from=begins, valid_to=None)


def _decided_before(origin: str, *, base: VersionContent | None) -> Sequence[DatedScope]:
    if base is None or not origin.isdecimal() or int(origin) >= len(base.components):
        return ()
    return base.components[int(origin)].scopes


def tell(draft: Draft, faults: Iterable[Fault]) -> None:
    """Write faults beside the fields they are in."""
    for fault in faults:
        form, name = _place_of(draft, fault)
        form.add_error(name if name in form.fields else None, in_words(fault))


def in_words(fault: Fault) -> str:
    """Return what is wrong in the language of the screen, where the field is named beside it."""
    return _(FLAWS[fault.flaw]).format(detail=fault.detail)


def _place_of(draft: Draft, fault: Fault) -> tuple[BaseForm, str]:
    row = (fault.row or 0) - 1
    area, _dot, name = fault.field.partition(".")
    if area == "step" and 0 <= row < len(draft.steps.forms):
        return draft.steps.forms[row], name
    if area in {"component", "scope"} and 0 <= row < len(draft.components.forms):
        return draft.components.forms[row], SCOPE_FIELDS.get(fault.field, name)
    return draft.facts, fault.field
