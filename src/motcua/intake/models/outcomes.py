"""What came of a dossier."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from motcua.intake.models.dossiers import Dossier
from motcua.intake.rules.outcomes import EndingKind, ResultKind


class Result(models.Model):
    """One paper that ends a dossier."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="results")
    number = models.PositiveSmallIntegerField(default=1)
    kind = models.CharField(
        "Loại", max_length=10, choices=[(kind.value, kind.value) for kind in ResultKind]
    )
    name = models.CharField("Tên giấy tờ", max_length=500)
    code = models.CharField("Mã giấy tờ kết quả", max_length=100, blank=True)
    number_symbol = models.CharField("Số, ký hiệu", max_length=100, blank=True)
    issued_on = models.DateField("Ngày ban hành", null=True, blank=True)
    signer = models.CharField("Người ký", max_length=200, blank=True)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(name="result_numbered_once", fields=["dossier", "number"])
        ]

    def __str__(self) -> str:
        return self.name


class Ending(models.Model):
    """Why a dossier ended without what was asked for, in writing."""

    dossier = models.OneToOneField(Dossier, on_delete=models.PROTECT, related_name="ending")
    kind = models.CharField(
        "Hình thức", max_length=14, choices=[(kind.value, kind.value) for kind in EndingKind]
    )
    reason = models.TextField("Lý do")
    ground = models.CharField("Căn cứ pháp lý", max_length=300, blank=True)
    at = models.DateTimeField("Lúc")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(name="ending_says_why", condition=~Q(reason="")),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id}: {self.kind}"


class ReportedDigitisation(models.Model):
    """What another system reported of a dossier's digitisation, which nothing here has checked.

    Such counts are shown as reported figures beside those that the ledger of components proves.
    """

    dossier = models.OneToOneField(Dossier, on_delete=models.PROTECT, related_name="reported")
    source = models.CharField("Nguồn", max_length=200)
    reported_at = models.DateTimeField()
    components_total = models.PositiveSmallIntegerField()
    components_exempt = models.PositiveSmallIntegerField(default=0)
    components_digitised = models.PositiveSmallIntegerField(default=0)
    components_reused = models.PositiveSmallIntegerField(default=0)
    components_digitised_at = models.DateTimeField(null=True, blank=True)
    """When the last of them was; nothing where all were reused."""

    is_result_digitised = models.BooleanField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="reported_no_more_than_there_are",
                condition=Q(
                    components_total__gte=F("components_exempt")
                    + F("components_digitised")
                    + F("components_reused")
                ),
            )
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id}: {self.source}"
