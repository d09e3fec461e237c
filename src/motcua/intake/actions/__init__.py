"""What officers do with dossiers: one function per act of the office."""

from motcua.intake.actions.appointments import apologise_and_reappoint
from motcua.intake.actions.counters import set_counter_mode
from motcua.intake.actions.endings import (
    refuse_at_counter,
    refuse_reception,
    stop_dossier,
    withdraw_dossier,
)
from motcua.intake.actions.handing_over import (
    answer_consultation,
    consult_unit,
    hand_over,
    take_over,
)
from motcua.intake.actions.payments import ask_payment, record_payment
from motcua.intake.actions.province import receive_from_provincial_system
from motcua.intake.actions.recalculation import (
    RecalculationPlan,
    plan_recalculation,
    recalculate_deadlines,
)
from motcua.intake.actions.reception import (
    receive_at_once,
    receive_dossier,
    receive_dossiers,
    receive_registered,
    register_dossier,
)
from motcua.intake.actions.results import ResultsPackage, results_package
from motcua.intake.actions.returning import return_result
from motcua.intake.actions.settlement import refuse_after_appraisal, settle_dossier
from motcua.intake.actions.supplements import (
    ask_supplement,
    ask_supplement_at_counter,
    take_supplement,
)
from motcua.intake.rules.recounting import DeadlineChange

__all__ = [
    "DeadlineChange",
    "RecalculationPlan",
    "ResultsPackage",
    "answer_consultation",
    "apologise_and_reappoint",
    "ask_payment",
    "ask_supplement",
    "ask_supplement_at_counter",
    "consult_unit",
    "hand_over",
    "plan_recalculation",
    "recalculate_deadlines",
    "receive_at_once",
    "receive_dossier",
    "receive_dossiers",
    "receive_from_provincial_system",
    "receive_registered",
    "record_payment",
    "refuse_after_appraisal",
    "refuse_at_counter",
    "refuse_reception",
    "register_dossier",
    "results_package",
    "return_result",
    "set_counter_mode",
    "settle_dossier",
    "stop_dossier",
    "take_over",
    "take_supplement",
    "withdraw_dossier",
]
