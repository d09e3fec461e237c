"""What is refused about units, posts, roles and the calendar.

Facts that name a day are dates, facts that name a unit are its printed name.
"""

from collections.abc import Sequence

from motcua.kernel.errors import Conflict, Invalid, NotAllowed


class FieldMissing(Invalid):
    """A field that must be filled is empty (`field`)."""

    code = "organisation.field_missing"


class FieldTooLong(Invalid):
    """A text is longer than `limit` characters (`field`)."""

    code = "organisation.field_too_long"


class DayInvalid(Invalid):
    """A text is no day that there is, or one before 1945 or after 2199 (`field`, `said`)."""

    code = "organisation.day_invalid"


class DaysInWrongOrder(Invalid):
    """What ends does not end after it began (`valid_from`, `valid_to`)."""

    code = "organisation.days_in_wrong_order"


class UnitCodeInvalid(Invalid):
    """A text is no code of an office by QĐ 20/2020/QĐ-TTg nor by the rules before it (`said`)."""

    code = "organisation.unit_code_invalid"


class LevelUnknown(Invalid):
    """A text is no level of the administration (`said`)."""

    code = "organisation.level_unknown"


class LevelMisplaced(Invalid):
    """A unit of `level` does not stand under one of `parent_level`."""

    code = "organisation.level_misplaced"


class ParentNotThere(Invalid):
    """The unit above does not exist on the day that the unit below begins (`parent`, `on`)."""

    code = "organisation.parent_not_there"


class OutlivesParent(Invalid):
    """A unit would go on after the unit above it has ended (`parent`, `parent_ends_on`)."""

    code = "organisation.outlives_parent"


class UnitNotThere(Conflict):
    """The unit does not exist on that day (`unit`, `on`)."""

    code = "organisation.unit_not_there"


class UnitEndedAlready(Conflict):
    """The unit has ended, or its end is decided (`unit`, `ends_on`)."""

    code = "organisation.unit_ended_already"


class UnitGoesOn(Conflict):
    """The unit has not ended, so nobody carries on its work (`unit`)."""

    code = "organisation.unit_goes_on"


class UnitsBelowGoOn(Conflict):
    """Units under it would be left without a unit above (`unit`, `below`)."""

    code = "organisation.units_below_go_on"


class BeginsLater(Conflict):
    """Something of the unit begins on the day it is to end, or later (`unit`, `what`, `on`)."""

    code = "organisation.begins_later"


class SuccessorNotThere(Invalid):
    """A unit that is to carry on the work does not exist on that day (`successor`, `on`)."""

    code = "organisation.successor_not_there"


class SucceedsItself(Invalid):
    """A unit cannot carry on its own work."""

    code = "organisation.succeeds_itself"


class CodeTaken(Conflict):
    """Another unit has the code in some of those days (`unit_code`, `unit`)."""

    code = "organisation.code_taken"


class CodeGivenLater(Conflict):
    """The unit was given another code on that day or for later days (`unit_code`, `valid_from`)."""

    code = "organisation.code_given_later"


class UnitDiffers(Conflict):
    """The unit with this code is recorded otherwise (`field`, `recorded`, `said`).

    A unit is one legal life: with another name or another unit above it is another unit.
    """

    code = "organisation.unit_differs"


class ParentUnknown(Invalid):
    """No unit has the code of the unit above on that day (`unit_code`, `on`)."""

    code = "organisation.parent_unknown"


class SuccessorUnknown(Invalid):
    """No unit has the code of a unit that is to carry on the work (`unit_code`, `on`)."""

    code = "organisation.successor_unknown"


class RowTwice(Invalid):
    """The table says the same unit twice (`first` is the number of the other row)."""

    code = "organisation.row_twice"


class RoleUnknown(Invalid):
    """There is no role of this code (`role`)."""

    code = "organisation.role_unknown"


class ActUnknown(Invalid):
    """There is no such act to entitle a role to (`act`)."""

    code = "organisation.act_unknown"


class RoleBeyondYours(NotAllowed):
    """The role carries acts that only who holds them may give (`acts`)."""

    code = "organisation.role_beyond_yours"


class ScopeBeyondYours(NotAllowed):
    """The post would reach units under the unit, and the giver's own does not."""

    code = "organisation.scope_beyond_yours"


class OwnKeys(NotAllowed):
    """Nobody ends the own post that looks after accounts; so one such post always remains."""

    code = "organisation.own_keys"


class PostHeldAlready(Conflict):
    """The person holds this role at this unit in some of those days (`valid_from`)."""

    code = "organisation.post_held_already"


class PostEndedAlready(Conflict):
    """The post has ended, or its end is decided for an earlier day (`ends_on`)."""

    code = "organisation.post_ended_already"


class AccountClosed(Conflict):
    """The account is closed."""

    code = "organisation.account_closed"


class AccountOpen(Conflict):
    """The account is open already."""

    code = "organisation.account_open"


class OwnAccount(NotAllowed):
    """Nobody closes or moves the own account."""

    code = "organisation.own_account"


class UsernameTaken(Conflict):
    """Somebody signs in with this name (`username`)."""

    code = "organisation.username_taken"


class UsernameInvalid(Invalid):
    """The name to sign in with is not made of small letters, digits and `.`, `_`, `-`."""

    code = "organisation.username_invalid"


class PasswordRefused(Invalid):
    """The password is not good enough; `reasons` are sentences for the person."""

    code = "organisation.password_refused"

    def __init__(self, *, reasons: Sequence[str], field: str) -> None:
        self.reasons = tuple(reasons)
        super().__init__(reasons=list(reasons), field=field)


class CalendarDayTaken(Conflict):
    """The day is in the calendar already; it is withdrawn first (`day`)."""

    code = "organisation.calendar_day_taken"


class CalendarDayPointless(Invalid):
    """The day is by its weekday what the document would make it (`day`, `kind`)."""

    code = "organisation.calendar_day_pointless"


class CalendarDayWithdrawn(Conflict):
    """The day was withdrawn from the calendar already (`day`)."""

    code = "organisation.calendar_day_withdrawn"


class HoursInWrongOrder(Invalid):
    """Office hours do not follow one another: opening, noon, the end of noon, closing."""

    code = "organisation.hours_in_wrong_order"
