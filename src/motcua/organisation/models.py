"""Units of the administration, the people in their posts, and the days offices are open."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import F, Q

from motcua.organisation.rules.acts import Scope
from motcua.organisation.rules.calendar import DayKind
from motcua.organisation.rules.people import name_key


class Level(models.TextChoices):
    """The level of the administration that a unit stands on."""

    PROVINCE = "province", "Cấp tỉnh"
    DEPARTMENT = "department", "Sở, ban, ngành"
    DISTRICT = "district", "Cấp huyện"
    COMMUNE = "commune", "Cấp xã"
    OFFICE = "office", "Phòng, bộ phận"


class Unit(models.Model):
    """One office for as long as it is the same office under the same parent.

    A reform ends units and founds their successors, also where the name stays; so the tree of any
    day is the units that existed on it, and no figure of an earlier day ever moves.
    """

    name = models.CharField("Tên đơn vị", max_length=200)
    level = models.CharField("Cấp", max_length=12, choices=Level.choices)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    valid_from = models.DateField("Từ ngày")
    valid_to = models.DateField("Đến ngày", null=True, blank=True)
    """The first day on which the unit is no more."""

    statistical_code = models.CharField("Mã thống kê", max_length=10, blank=True)
    """The code of the place by QĐ 124/2004/QĐ-TTg, if the unit is that of a place."""

    founded_by = models.CharField("Văn bản thành lập", max_length=200, blank=True)
    ended_by = models.CharField("Văn bản chấm dứt", max_length=200, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                name="unit_ends_after_it_began",
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
            ),
            models.CheckConstraint(name="unit_not_its_own_parent", condition=~Q(parent=F("pk"))),
        ]

    def __str__(self) -> str:
        return self.name


class UnitCode(models.Model):
    """What a unit was called by on given days; an old code stays on the old dossiers."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="codes")
    code = models.CharField("Mã định danh", max_length=35)
    valid_from = models.DateField("Từ ngày")
    valid_to = models.DateField("Đến ngày", null=True, blank=True)

    class Meta:
        ordering = ["-valid_from"]
        constraints = [
            models.UniqueConstraint(name="unit_code_begins_once", fields=["code", "valid_from"]),
            models.UniqueConstraint(
                name="unit_code_held_once",
                fields=["code"],
                condition=Q(valid_to__isnull=True),
            ),
            models.CheckConstraint(
                name="unit_code_ends_after_it_began",
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
            ),
        ]

    def __str__(self) -> str:
        return self.code


class Succession(models.Model):
    """Which unit carries on the work of another from a given day."""

    predecessor = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="inheritances")
    on = models.DateField("Từ ngày")
    document = models.CharField("Văn bản", max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="succession_once", fields=["predecessor", "successor", "on"]
            ),
            models.CheckConstraint(
                name="succession_by_another", condition=~Q(predecessor=F("successor"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"


class Account(AbstractUser):
    """A person who signs in; what that person may do comes from the posts alone."""

    first_name = None  # type: ignore[assignment]  # a Vietnamese name is one name
    last_name = None  # type: ignore[assignment]
    full_name = models.CharField("Họ và tên", max_length=150)
    name_key = models.CharField(max_length=150, editable=False)
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="accounts", verbose_name="Đơn vị"
    )
    must_change_password = models.BooleanField(default=False)

    REQUIRED_FIELDS = ["email", "full_name"]

    class Meta(AbstractUser.Meta):
        indexes = [models.Index(name="account_by_name", fields=["name_key", "id"])]

    def __str__(self) -> str:
        return self.full_name

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep the name as it is sorted and searched beside the name as it is written."""
        self.name_key = name_key(self.full_name)
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def get_full_name(self) -> str:
        """Return the name as it is written on paper."""
        return self.full_name

    def get_short_name(self) -> str:
        """Return the given name, which is the last."""
        return self.full_name.split()[-1] if self.full_name else self.username

    @property
    def journal_name(self) -> str:
        """Return the name as the journal keeps it."""
        return f"{self.full_name} ({self.username})"

    @property
    def journal_book(self) -> str:
        """Return the book of the person's unit."""
        return f"unit:{self.unit_id}"


class Role(models.Model):
    """A name for what the holders of a post may do; which acts is data."""

    code = models.SlugField("Mã", max_length=40, unique=True)
    name = models.CharField("Tên vai trò", max_length=100)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class RoleAct(models.Model):
    """One act that a role may do."""

    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="acts")
    act = models.CharField("Việc", max_length=60)
    """A value of `Act`; which acts there are is code and changes with it."""

    class Meta:
        constraints = [models.UniqueConstraint(name="role_act_once", fields=["role", "act"])]

    def __str__(self) -> str:
        return f"{self.role}: {self.act}"


class Post(models.Model):
    """A person's role at a unit, for the days it was held."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="posts")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="posts")
    role = models.ForeignKey(Role, on_delete=models.PROTECT, related_name="posts")
    scope = models.CharField(
        "Phạm vi",
        max_length=5,
        choices=[(scope.value, scope.value) for scope in Scope],
        default=Scope.OWN.value,
    )
    title = models.CharField("Chức danh", max_length=100, blank=True)
    valid_from = models.DateField("Từ ngày")
    valid_to = models.DateField("Đến ngày", null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="post_ends_after_it_began",
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
            ),
            models.UniqueConstraint(
                name="post_held_once",
                fields=["account", "unit", "role"],
                condition=Q(valid_to__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account}: {self.role}, {self.unit}"


class CalendarDay(models.Model):
    """A day on which offices are closed or open against its weekday, and the document behind it.

    A row is never changed: it is withdrawn and another written, so the calendar can be read as it
    was known at any moment, and a deadline counted then be explained today.
    """

    day = models.DateField("Ngày")
    kind = models.CharField(
        "Loại", max_length=8, choices=[(kind.value, kind.value) for kind in DayKind]
    )
    name = models.CharField("Tên", max_length=200)
    document = models.CharField("Căn cứ", max_length=200)
    needs_check = models.BooleanField("Cần đối chiếu", default=False)
    """Whether it was drawn up from the statute, before or without the year's notice in hand."""

    known_from = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField("Căn cứ rút", max_length=200, blank=True)
    """The document or the reason for which it was withdrawn."""

    class Meta:
        ordering = ["day"]
        constraints = [
            models.UniqueConstraint(
                name="calendar_day_holds_once",
                fields=["day"],
                condition=Q(withdrawn_at__isnull=True),
            ),
            models.CheckConstraint(
                name="calendar_day_of_a_kind",
                condition=Q(kind__in=[kind.value for kind in DayKind]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.kind}"


class OfficeHours(models.Model):
    """From when to when offices are open on a working day."""

    opens_at = models.TimeField("Mở cửa buổi sáng")
    noon_from = models.TimeField("Nghỉ trưa từ")
    noon_to = models.TimeField("Nghỉ trưa đến")
    closes_at = models.TimeField("Đóng cửa")
    document = models.CharField("Căn cứ", max_length=200)
    valid_from = models.DateField("Từ ngày")
    valid_to = models.DateField("Đến ngày", null=True, blank=True)

    class Meta:
        ordering = ["valid_from"]
        constraints = [
            models.CheckConstraint(
                name="office_hours_in_order",
                condition=Q(opens_at__lt=F("noon_from"))
                & Q(noon_from__lte=F("noon_to"))
                & Q(noon_to__lt=F("closes_at")),
            )
        ]

    def __str__(self) -> str:
        return f"{self.opens_at:%H:%M}-{self.closes_at:%H:%M}"
