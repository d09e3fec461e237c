"""What intake refuses."""

from datetime import date, datetime

from motcua.kernel.errors import Conflict, Invalid, NotAllowed


class MoveRefused(Conflict):
    """The dossier cannot go from this state to that one."""

    code = "intake.move_refused"

    def __init__(self, *, current: str, to: str) -> None:
        super().__init__(current=current, to=to)


class CodeMalformed(Invalid):
    """This is not a dossier code of either generation."""

    code = "intake.code_malformed"

    def __init__(self, *, given: str, why: str) -> None:
        super().__init__(given=given[:80], why=why)


class IdentityMalformed(Invalid):
    """This is no number that identifies a person or an organisation.

    The number itself is not among the facts: they reach logs and screens of others.
    """

    code = "intake.identity_malformed"

    def __init__(self, *, kind: str, why: str) -> None:
        super().__init__(kind=kind, why=why)


class CardUnreadable(Invalid):
    """The line is not what the QR code of an identity card says."""

    code = "intake.card_unreadable"

    def __init__(self, *, why: str) -> None:
        super().__init__(why=why)


class SecondSupplementNeedsReason(Invalid):
    """A supplement is asked for once (NĐ 61/2018/NĐ-CP Điều 15.3); again only with a reason."""

    code = "intake.second_supplement_needs_reason"

    def __init__(self, *, number: int) -> None:
        super().__init__(number=number)


class SupplementStillOpen(Conflict):
    """What was asked for before has not come yet."""

    code = "intake.supplement_still_open"

    def __init__(self, *, number: int) -> None:
        super().__init__(number=number)


class SupplementSaysNothing(Invalid):
    """A request that names neither papers nor what is wrong with them guides nobody."""

    code = "intake.supplement_says_nothing"


class NoSupplementOpen(Conflict):
    """Nothing is being waited for."""

    code = "intake.no_supplement_open"

    def __init__(self, *, dossier: str) -> None:
        super().__init__(dossier=dossier)


class AlreadyReappointed(Conflict):
    """The day may be put off once only (NĐ 61/2018/NĐ-CP Điều 19.9)."""

    code = "intake.already_reappointed"


class DueMustMoveOn(Invalid):
    """The new day must lie after the one it replaces, and after the day it is given on."""

    code = "intake.due_must_move_on"

    def __init__(self, *, old: datetime, new_on: date) -> None:
        super().__init__(old=old.isoformat(), new_on=new_on.isoformat())


class DueOnClosedDay(Invalid):
    """On the new day no office is open."""

    code = "intake.due_on_closed_day"

    def __init__(self, *, day: date, opens_on: date) -> None:
        super().__init__(day=day.isoformat(), opens_on=opens_on.isoformat())


class ClockNeverStarted(Invalid):
    """Without a reception there is nothing to count from."""

    code = "intake.clock_never_started"


class EventsOutOfOrder(Invalid):
    """The events of a dossier are not in the order of their times."""

    code = "intake.events_out_of_order"


class NotAtThisUnit(NotAllowed):
    """The person may do this act, if at all, at other units."""

    code = "intake.not_at_this_unit"

    def __init__(self, *, act: str, unit: int) -> None:
        super().__init__(act=act, unit=unit)


class ProcedureNotOffered(Invalid):
    """On that day the procedure was not to be done so."""

    code = "intake.procedure_not_offered"

    def __init__(self, *, procedure: str, on: date) -> None:
        super().__init__(procedure=procedure, on=on.isoformat())


class ChannelNotOffered(Invalid):
    """The procedure cannot be handed in this way."""

    code = "intake.channel_not_offered"

    def __init__(self, *, procedure: str, channel: str) -> None:
        super().__init__(procedure=procedure, channel=channel)


class PapersMissing(Invalid):
    """A dossier with papers missing is not received: the supplement is asked for instead."""

    code = "intake.papers_missing"

    def __init__(self, *, names: list[str]) -> None:
        super().__init__(names=names)


class PapersUnknown(Invalid):
    """These papers are not among those of the procedure or of the dossier."""

    code = "intake.papers_unknown"

    def __init__(self, *, numbers: list[int]) -> None:
        super().__init__(numbers=numbers)


class ReasonMissing(Invalid):
    """The law wants the reason in writing."""

    code = "intake.reason_missing"

    def __init__(self, *, act: str) -> None:
        super().__init__(act=act)


class NothingToReceive(Invalid):
    """A receipt names at least one dossier."""

    code = "intake.nothing_to_receive"


class CounterModeUnset(Conflict):
    """Nobody has decided whether this unit gives out codes itself.

    A province has one system by law (NĐ 61/2018/NĐ-CP Điều 25.2.a), so it is never assumed.
    """

    code = "intake.counter_mode_unset"

    def __init__(self, *, unit: int, on: date) -> None:
        super().__init__(unit=unit, on=on.isoformat())


class CodesComeFromProvince(Conflict):
    """The unit stands beside the provincial system, which alone gives out codes."""

    code = "intake.codes_come_from_province"

    def __init__(self, *, unit: int, system: str) -> None:
        super().__init__(unit=unit, system=system)


class CodesAreOurs(Conflict):
    """The unit gives out codes itself, so none are taken from another system."""

    code = "intake.codes_are_ours"

    def __init__(self, *, unit: int) -> None:
        super().__init__(unit=unit)


class UnitHasNoCode(Conflict):
    """Without its identification code a unit cannot give out dossier codes."""

    code = "intake.unit_has_no_code"

    def __init__(self, *, unit: int, on: date) -> None:
        super().__init__(unit=unit, on=on.isoformat())


class CodeTaken(Conflict):
    """Another dossier carries this code already, from elsewhere or with other papers."""

    code = "intake.code_taken"

    def __init__(self, *, dossier: str) -> None:
        super().__init__(dossier=dossier)


class NothingHandedOver(Conflict):
    """There is no hand-over that waits to be taken."""

    code = "intake.nothing_handed_over"

    def __init__(self, *, dossier: str) -> None:
        super().__init__(dossier=dossier)


class PlanOutdated(Conflict):
    """The dossiers moved on since the change was previewed; it must be looked at again."""

    code = "intake.plan_outdated"

    def __init__(self, *, planned: str, found: str) -> None:
        super().__init__(planned=planned, found=found)


class PayloadMalformed(Invalid):
    """What the provincial system sent cannot be read as a dossier."""

    code = "intake.payload_malformed"

    def __init__(self, *, field: str, why: str) -> None:
        super().__init__(field=field, why=why)


class LawUnknown(Invalid):
    """No rule set is known for that day."""

    code = "intake.law_unknown"

    def __init__(self, *, on: date) -> None:
        super().__init__(on=on.isoformat())


class NameMissing(Invalid):
    """Somebody without a name cannot be written on a receipt."""

    code = "intake.name_missing"


class OrganisationNotBorn(Invalid):
    """An organisation has neither sex nor birthday."""

    code = "intake.organisation_not_born"


class ReceiptOfOneUnit(Invalid):
    """One receipt belongs to the book of one unit."""

    code = "intake.receipt_of_one_unit"


class PaperWithoutName(Invalid):
    """A paper that the procedure does not ask for needs a name."""

    code = "intake.paper_without_name"


class ResultMissing(Invalid):
    """A dossier is settled with at least one paper."""

    code = "intake.result_missing"


class UnitUnknown(Invalid):
    """There was no such unit on that day."""

    code = "intake.unit_unknown"

    def __init__(self, *, unit: int, on: date) -> None:
        super().__init__(unit=unit, on=on.isoformat())


class UnitCodeUnknown(Invalid):
    """No unit bore this code on that day."""

    code = "intake.unit_code_unknown"

    def __init__(self, *, unit_code: str, on: date) -> None:
        super().__init__(unit_code=unit_code, on=on.isoformat())


class TooManyAtOnce(Invalid):
    """More than one package holds; the rest goes into another one."""

    code = "intake.too_many_at_once"

    def __init__(self, *, most: int) -> None:
        super().__init__(most=most)


class RowTwice(Invalid):
    """The table tells of this dossier in an earlier row already."""

    code = "intake.row_twice"

    def __init__(self, *, dossier: str, first: int) -> None:
        super().__init__(dossier=dossier, first=first)
