"""Deciding who gives out codes."""

from datetime import datetime

from django.db import transaction

from motcua.audit.actions import record
from motcua.intake.actions.desk import must_be_at
from motcua.intake.errors import ReasonMissing
from motcua.intake.models import CounterMode
from motcua.intake.rules.counters import CounterDecision, Mode
from motcua.kernel.text import composed
from motcua.organisation.models import Account
from motcua.organisation.queries import holding_on
from motcua.organisation.rules.acts import Act


@transaction.atomic
def set_counter_mode(decided: CounterDecision, *, officer: Account, at: datetime) -> CounterMode:
    """Say by which document a unit, with those under it, gives out codes itself or does not.

    What held before ends on that day. For units beside it the provincial system is named.
    """
    unit_id, document, system = (
        decided.unit_id,
        composed(decided.document),
        composed(decided.system),
    )
    must_be_at(officer, act=Act.EDIT_ORGANISATION, unit_id=unit_id, at=at)
    if not document or (decided.mode is Mode.BESIDE and not system):
        raise ReasonMissing(act="set_counter_mode")
    before = CounterMode.objects.select_for_update().filter(
        holding_on(decided.valid_from), unit_id=unit_id, valid_from__lt=decided.valid_from
    )
    before.update(valid_to=decided.valid_from)
    row, _ = CounterMode.objects.update_or_create(
        unit_id=unit_id,
        valid_from=decided.valid_from,
        defaults={"mode": decided.mode.value, "system": system, "document": document},
    )
    facts = {
        "mode": decided.mode.value,
        "from": decided.valid_from,
        "document": document,
        "system": system,
    }
    record(act="intake.counter_mode.set", by=officer, about=row, at=at, facts=facts)
    return row
