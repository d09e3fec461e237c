"""The slip that a citizen goes home with."""

from django.conf import settings
from django.db import models

from motcua.organisation.models import Unit


class Receipt(models.Model):
    """One receipt in a unit's book of the year, for one dossier or for many.

    Numbers run through the year without a gap (TT 01/2018/TT-VPCP Điều 10.2).
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="receipts")
    book = models.PositiveSmallIntegerField("Quyển số")
    """The year."""

    number = models.PositiveIntegerField("Số thứ tự")
    issued_at = models.DateTimeField("Thời điểm cấp")
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="receipts"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="receipt_numbered_once", fields=["unit", "book", "number"]
            ),
            models.CheckConstraint(
                name="receipt_numbered_from_one", condition=models.Q(number__gte=1)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.book}/{self.number}"
