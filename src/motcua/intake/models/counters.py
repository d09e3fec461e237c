"""Who gives out codes, and the rows that numbers come from."""

from django.db import models
from django.db.models import F, Q

from motcua.intake.rules.counters import Mode
from motcua.organisation.models import Unit


class CounterMode(models.Model):
    """Whether a unit and those under it stand beside the provincial system, on given days.

    The row of the nearest unit above decides; nothing is assumed where there is none.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="counter_modes")
    mode = models.CharField("Chế độ", max_length=10, choices=[(m.value, m.value) for m in Mode])
    system = models.CharField("Hệ thống của tỉnh", max_length=100, blank=True)
    document = models.CharField("Văn bản", max_length=200)
    valid_from = models.DateField("Từ ngày")
    valid_to = models.DateField("Đến ngày", null=True, blank=True)

    class Meta:
        ordering = ["-valid_from"]
        constraints = [
            models.UniqueConstraint(name="counter_mode_begins_once", fields=["unit", "valid_from"]),
            models.CheckConstraint(
                name="counter_mode_ends_after_it_began",
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
            ),
            models.CheckConstraint(
                name="counter_mode_beside_names_its_system",
                condition=Q(mode=Mode.OWN.value) | ~Q(system=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit}: {self.mode}"


class CodeCounter(models.Model):
    """The last dossier number of a day, under the code of a unit.

    Under the code and not under the unit: where a reform passes a code on to a successor, the
    codes of that day still never repeat. Whoever receives holds this row until the commit.
    """

    unit_code = models.CharField(max_length=35)
    day = models.DateField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="code_counter_once", fields=["unit_code", "day"])
        ]

    def __str__(self) -> str:
        return f"{self.unit_code} {self.day}: {self.last}"


class BookCounter(models.Model):
    """The last receipt number in a unit's book of a year."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    book = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(name="book_counter_once", fields=["unit", "book"])]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.book}: {self.last}"
