"""A reception as it stands on the screen, before anything of it is received.

Whatever was typed comes back with every answer, found or refused: the form itself carries it, so it
outlives a lost line and a server that restarted.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final
from uuid import uuid4

from django.forms import ChoiceField
from django.http import QueryDict
from django.utils.translation import gettext as _

from motcua.catalogue.models import Procedure, ProcedureVersion
from motcua.catalogue.queries import components_on, versions_on
from motcua.catalogue.rules.terms import TimeLimit, TimeUnit
from motcua.intake.models import CounterMode
from motcua.intake.queries import counter_mode_on
from motcua.intake.rules.counters import Mode
from motcua.intake.rules.deadlines import Deadline, deadline, local
from motcua.intake.web.forms import (
    PANELS,
    SELF,
    NewDossierForm,
    OtherPaperForm,
    PartForm,
    PersonForm,
    ReceptionForm,
)
from motcua.intake.web.papers import PaperRow, laid_out, name_counts
from motcua.organisation.models import Account, Level, Unit
from motcua.organisation.queries import units_on, units_where, working_calendar
from motcua.organisation.rules.acts import Act
from motcua.organisation.rules.calendar import WorkingCalendar

MOST_DOSSIERS: Final = 20
MOST_OTHERS: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """Where a reception takes place: the moment, the counters of the person, the calendar."""

    at: datetime
    counters: Sequence[Unit]
    """The units where the person receives, the person's own first; at least one."""

    settlers: Sequence[Unit]
    """The units that may settle what is received here."""

    calendar: WorkingCalendar

    @property
    def day(self) -> date:
        """Return the day at the counter."""
        return local(self.at).date()


def surroundings_of(account: Account, *, at: datetime) -> Surroundings | None:
    """Return where somebody receives, or nothing where no counter is theirs; six queries."""
    day = local(at).date()
    reach = units_where(account, act=Act.RECEIVE, on=day)
    units = list(units_on(day))
    counters = [unit for unit in units if unit.pk in reach]
    counters.sort(key=lambda unit: unit.pk != account.unit_id)
    if not counters:
        return None
    near = {unit.pk for unit in counters} | {unit.parent_id for unit in counters}
    # Of far offices the rooms are left out: their own one-stop section passes the dossier on.
    settlers = [u for u in units if u.level != Level.OFFICE or {u.pk, u.parent_id} & near]
    calendar = working_calendar(known_at=at, on=day)
    return Surroundings(at=at, counters=counters, settlers=settlers, calendar=calendar)


@dataclass(slots=True, kw_only=True)
class Block:
    """One dossier of the receipt."""

    key: int
    form: NewDossierForm
    version: ProcedureVersion | None = None
    papers: list[PaperRow] = field(default_factory=list)
    others: list[tuple[int, OtherPaperForm]] = field(default_factory=list)
    promise: Deadline | None = None
    matches: Sequence[Procedure] | None = None
    """What was found for the words typed; nothing where none were."""

    @property
    def prefix(self) -> str:
        """Return what the names of its fields begin with."""
        return f"hs{self.key}"

    @property
    def forms(self) -> list[PartForm]:
        """Return all its forms, to be judged together."""
        return [
            self.form,
            *(row.form for row in self.papers),
            *(form for _key, form in self.others),
        ]

    @property
    def focus_all(self) -> str:
        """Return the name by which the page opens at its button for "all there"."""
        return f"all:{self.key}"

    @property
    def may_be_at_once(self) -> bool:
        """Tell whether the procedure is one whose result is given while the citizen waits."""
        return self.version is not None and self.version.time_unit == TimeUnit.AT_ONCE


@dataclass(slots=True, kw_only=True)
class Draft:
    """All that stands on the counter's screen."""

    around: Surroundings
    who: str = ""
    who_fault: str = ""
    reception: ReceptionForm
    applicant: PersonForm
    owner: PersonForm
    blocks: list[Block]
    panel: str = ""
    panel_form: PartForm | None = None
    mode: CounterMode | None = None
    focus: str = ""
    """Which button the page opens at, where it opens at none of the fields."""

    @property
    def unit_id(self) -> int:
        """Return the unit that receives: the one chosen, or the first of the person's own."""
        chosen = str(self.reception["unit"].value())
        known = (unit.pk for unit in self.around.counters if str(unit.pk) == chosen)
        return next(known, self.around.counters[0].pk)

    @property
    def gives_codes(self) -> bool:
        """Tell whether the counter gives out codes itself, and so receives here at all."""
        return self.mode is not None and self.mode.mode == Mode.OWN

    @property
    def has_owner(self) -> bool:
        """Tell whether the applicant hands in for somebody else."""
        return bool(self.reception["standing"].value() not in (SELF, None))

    @property
    def forms(self) -> list[PartForm]:
        """Return the parts that count, in the order of the screen."""
        parts: list[PartForm] = [self.applicant, self.reception]
        if self.has_owner:
            parts.append(self.owner)
        parts += [form for block in self.blocks for form in block.forms]
        return parts if self.panel_form is None else [*parts, self.panel_form]

    def is_sound(self) -> bool:
        """Tell whether every part that counts can be used as it was typed."""
        return all([form.is_valid() for form in self.forms])  # noqa: C419 every part tells its faults

    def block(self, key: str) -> Block:
        """Return the dossier of a key, or the first one."""
        return next((block for block in self.blocks if str(block.key) == key), self.blocks[0])


def new_draft(around: Surroundings) -> Draft:
    """Return an empty reception."""
    draft = Draft(
        around=around,
        reception=ReceptionForm(initial={"token": new_token(), "unit": around.counters[0].pk}),
        applicant=PersonForm(prefix="nn"),
        owner=PersonForm(prefix="ch"),
        blocks=[Block(key=0, form=NewDossierForm(prefix="hs0"))],
        focus="who",
    )
    return _placed(draft)


def typed_draft(typed: QueryDict, *, around: Surroundings, judged: bool = False) -> Draft:
    """Return the reception as it was typed; judged, it tells its faults.

    One query, and one more for each dossier, however many papers there are.
    """
    keys = _keys(typed.getlist("block"), most=MOST_DOSSIERS) or [0]
    panel = typed.get("panel", "") if typed.get("panel", "") in PANELS else ""
    draft = Draft(
        around=around,
        who=typed.get("who", "").strip(),
        reception=ReceptionForm.filled(typed, prefix="", judged=judged),
        applicant=PersonForm.filled(typed, prefix="nn", judged=judged),
        owner=PersonForm.filled(typed, prefix="ch", judged=judged),
        blocks=[_block(typed, key, judged=judged) for key in keys],
        panel=panel,
        panel_form=PANELS[panel].filled(typed, prefix="pn", judged=judged) if panel else None,
    )
    if not draft.reception["token"].value():
        draft.reception.put(token=new_token())
    _choose_versions(draft)
    for block in draft.blocks:
        lay_out_papers(block, typed, on=around.day, judged=judged)
    return _placed(draft)


def new_token() -> str:
    """Return a name for a reception that no other has."""
    return uuid4().hex


def choose_version(block: Block, version: ProcedureVersion | None, *, around: Surroundings) -> None:
    """Let a dossier be one of a procedure as it is to be done today, or of none."""
    block.version = version
    block.promise = promise_for(version, around=around) if version else None
    block.form.put(version=version.pk if version else None, procedure="")


def promise_for(version: ProcedureVersion, *, around: Surroundings) -> Deadline:
    """Return what would be promised for a reception at this moment."""
    limit = TimeLimit(unit=TimeUnit(version.time_unit), amount=version.time_amount)
    return deadline(limit, received_at=around.at, calendar=around.calendar)


def lay_out_papers(
    block: Block, typed: QueryDict | None, *, on: date, judged: bool = False
) -> None:
    """Lay out the papers that a dossier's procedure asks for, and others that were named."""
    asked = components_on(block.version, on=on) if block.version else []
    block.papers = laid_out(asked, typed=typed, prefix=block.prefix, judged=judged)
    if typed is not None:
        for key in _keys(typed.getlist(f"{block.prefix}-other"), most=MOST_OTHERS):
            form = OtherPaperForm.filled(typed, prefix=f"{block.prefix}k{key}", judged=judged)
            name_counts(form, _("giấy tờ khác"))
            block.others.append((key, form))


def add_other(block: Block) -> None:
    """Give a dossier a row for one more paper that the procedure does not ask for."""
    if len(block.others) < MOST_OTHERS:
        key = max((key for key, _form in block.others), default=-1) + 1
        form = OtherPaperForm(prefix=f"{block.prefix}k{key}", initial={"originals": 1})
        form.focus("name")
        name_counts(form, _("giấy tờ khác"))
        block.others.append((key, form))


def add_block(draft: Draft) -> None:
    """Put one more dossier on the receipt."""
    if len(draft.blocks) < MOST_DOSSIERS:
        key = max(block.key for block in draft.blocks) + 1
        block = Block(key=key, form=NewDossierForm(prefix=f"hs{key}"))
        block.form.focus("procedure")
        draft.blocks.append(block)
        _with_choices(draft)


def drop_block(draft: Draft, key: str) -> None:
    """Take a dossier off the receipt; the last one stays."""
    kept = [block for block in draft.blocks if str(block.key) != key]
    draft.blocks = kept or draft.blocks


def open_panel(draft: Draft, panel: str, **filled: Any) -> None:
    """Ask for what one of the exits needs besides, or go back to the plain reception."""
    draft.panel = panel if panel in PANELS else ""
    draft.panel_form = PANELS[panel](prefix="pn", initial=filled) if draft.panel else None


def _block(typed: QueryDict, key: int, *, judged: bool) -> Block:
    return Block(key=key, form=NewDossierForm.filled(typed, prefix=f"hs{key}", judged=judged))


def _choose_versions(draft: Draft) -> None:
    chosen = {block.key: str(block.form["version"].value() or "") for block in draft.blocks}
    wanted = {int(pk) for pk in chosen.values() if pk.isdecimal()}
    rows = versions_on(draft.around.day).filter(pk__in=wanted) if wanted else []
    versions = {str(version.pk): version for version in rows}
    for block in draft.blocks:
        block.version = versions.get(chosen[block.key])
        if block.version:
            block.promise = promise_for(block.version, around=draft.around)


def _keys(given: Iterable[str], *, most: int) -> list[int]:
    seen = dict.fromkeys(int(key) for key in given if key.isdecimal() and len(key) <= 3)
    return list(seen)[:most]


def _placed(draft: Draft) -> Draft:
    """Give a draft what its counter decides: who gives out codes, and who may settle."""
    draft.mode = counter_mode_on(draft.around.day, unit_id=draft.unit_id)
    return _with_choices(draft)


def _with_choices(draft: Draft) -> Draft:
    counters = [(str(unit.pk), unit.name) for unit in draft.around.counters]
    _choices(draft.reception, "unit", counters)
    settlers = [("", _here(draft)), *((str(u.pk), u.name) for u in draft.around.settlers)]
    for block in draft.blocks:
        _choices(block.form, "settling_unit", settlers)
    return draft


def _here(draft: Draft) -> str:
    return next(unit.name for unit in draft.around.counters if unit.pk == draft.unit_id)


def _choices(form: PartForm, name: str, choices: list[tuple[str, str]]) -> None:
    field_ = form.fields[name]
    assert isinstance(field_, ChoiceField)  # noqa: S101 for the type checker
    field_.choices = choices
