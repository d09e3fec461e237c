"""The catalogue for other systems: what is offered on a day, and what it asks for."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Query, Router, Schema

from motcua.catalogue.errors import ProcedureUnknown
from motcua.catalogue.models import Procedure, ProcedureVersion
from motcua.catalogue.queries import (
    NAME_ORDER,
    ComponentOn,
    Wanted,
    components_on,
    content_of,
    procedures_matching,
    version_of,
)
from motcua.catalogue.rules.terms import Channel, ExemptReason, Scope, TimeUnit
from motcua.foundation.pages import screenful
from motcua.organisation.models import Level

router = Router(tags=["catalogue"])


class ProcedureOut(Schema):
    """A procedure as it is to be done on a day."""

    code: str
    name: str
    field_code: str
    field_name: str
    valid_from: date
    valid_to: date | None = Field(description="The first day on which this holds no more")
    levels: list[Level]
    channels: list[Channel]
    time_unit: TimeUnit
    time_amount: int = Field(description="0 where the result is given at once")
    fee: int = Field(description="Đồng")
    fee_note: str
    result_name: str
    legal_basis: str


class StepOut(Schema):
    """One step of the internal process."""

    number: int
    name: str
    done_by: str
    share: Decimal = Field(description="Percent of the time")


class ComponentOut(Schema):
    """One paper asked for, and whether it must be digitised on the day."""

    number: int
    code: str
    name: str
    originals: int
    copies: int
    is_optional: bool
    note: str
    scope: Scope
    exempt_reason: ExemptReason | None
    scope_legal_basis: str
    rule_set: str
    is_counted: bool = Field(description="Counts for a dossier digitised in full")


class ProcedureInFull(ProcedureOut):
    """A procedure with its steps and papers."""

    note: str
    steps: list[StepOut]
    components: list[ComponentOut]


class ProceduresOut(Schema):
    """Some procedures, and where the list goes on."""

    on: date
    procedures: list[ProcedureOut]
    after: str | None = Field(description="Give it back to go on; null if this was all")


class Asked(Schema):
    """What is looked for."""

    on: date | None = Field(None, description="Today where no day is given")
    q: str = Field("", max_length=200, description="Beginning of a code, or words of the name")
    level: Level | None = None
    channel: Channel | None = None
    after: str | None = Field(None, max_length=2000)


@router.get("/procedures", response=ProceduresOut, summary="What is offered on a day")
def list_procedures(request: HttpRequest, asked: Annotated[Asked, Query(...)]) -> ProceduresOut:
    """Return the procedures offered on a day, thirty at a time, by name."""
    del request
    day = asked.on or timezone.localdate()
    wanted = Wanted(on=day, text=asked.q, level=asked.level, channel=asked.channel)
    page = screenful(procedures_matching(wanted), order=NAME_ORDER, after=asked.after)
    found = [_procedure(row, row.held[0]) for row in page.rows]  # type: ignore[attr-defined]
    return ProceduresOut(on=day, procedures=found, after=page.after)


@router.get("/procedures/{code}", response=ProcedureInFull, summary="One procedure on a day")
def show_procedure(request: HttpRequest, code: str, on: date | None = None) -> ProcedureInFull:
    """Return a procedure with its steps and papers as it is to be done on a day."""
    del request
    day = on or timezone.localdate()
    version = version_of(code, on=day)
    if version is None:
        raise ProcedureUnknown(procedure=code)
    plain = _procedure(version.procedure, version)
    steps = content_of(version).steps
    return ProcedureInFull(
        **plain.dict(),
        note=version.note,
        steps=[
            StepOut(number=number, name=step.name, done_by=step.done_by, share=step.share)
            for number, step in enumerate(steps, start=1)
        ],
        components=[_component(component) for component in components_on(version, on=day)],
    )


def _procedure(procedure: Procedure, version: ProcedureVersion) -> ProcedureOut:
    return ProcedureOut(
        code=procedure.code,
        name=procedure.name,
        field_code=procedure.field.code,
        field_name=procedure.field.name,
        valid_from=version.valid_from,
        valid_to=version.valid_to,
        levels=[Level(level) for level in version.levels],
        channels=[Channel(channel) for channel in version.channels],
        time_unit=TimeUnit(version.time_unit),
        time_amount=version.time_amount,
        fee=int(version.fee),
        fee_note=version.fee_note,
        result_name=version.result_name,
        legal_basis=version.legal_basis,
    )


def _component(component: ComponentOn) -> ComponentOut:
    standing = component.standing
    return ComponentOut(
        number=component.number,
        code=component.code,
        name=component.name,
        originals=component.originals,
        copies=component.copies,
        is_optional=component.is_optional,
        note=component.note,
        scope=standing.scope,
        exempt_reason=standing.exempt_reason,
        scope_legal_basis=standing.legal_basis,
        rule_set=standing.rule_set,
        is_counted=standing.is_counted,
    )
