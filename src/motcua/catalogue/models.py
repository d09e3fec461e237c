"""Procedures the administration offers, and the papers they ask for, by their dates."""

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q

from motcua.catalogue.rules.terms import ExemptReason, Scope, TimeUnit
from motcua.kernel.text import folded


class Field(models.Model):
    """A field of activity that procedures belong to (TT 01/2018/TT-VPCP Điều 20)."""

    code = models.CharField("Mã lĩnh vực", max_length=40, unique=True)
    name = models.CharField("Tên lĩnh vực", max_length=200)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Procedure(models.Model):
    """One administrative procedure under its national code; what it asks for is in its versions."""

    code = models.CharField("Mã thủ tục", max_length=40, unique=True)
    name = models.CharField("Tên thủ tục", max_length=500)
    name_folded = models.CharField(max_length=500, editable=False)
    field = models.ForeignKey(Field, on_delete=models.PROTECT, related_name="procedures")

    class Meta:
        ordering = ["name"]
        indexes = [models.Index(name="procedure_by_name", fields=["name_folded", "id"])]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep the name as it is searched beside the name as it is written."""
        self.name_folded = folded(self.name)
        super().save(*args, **kwargs)  # type: ignore[arg-type]


class ProcedureVersion(models.Model):
    """How a procedure was to be done on given days; a dossier keeps the one of its reception."""

    procedure = models.ForeignKey(Procedure, on_delete=models.PROTECT, related_name="versions")
    valid_from = models.DateField("Hiệu lực từ")
    valid_to = models.DateField("Hết hiệu lực từ", null=True, blank=True)
    levels = models.JSONField("Cấp thực hiện", default=list)
    """Values of `organisation.models.Level`."""

    channels = models.JSONField("Cách nộp", default=list)
    """Values of `Channel`."""

    time_unit = models.CharField(
        "Đơn vị thời hạn", max_length=12, choices=[(unit.value, unit.value) for unit in TimeUnit]
    )
    time_amount = models.PositiveSmallIntegerField("Thời hạn", default=0)
    fee = models.DecimalField(
        "Phí, lệ phí (đồng)",
        max_digits=12,
        decimal_places=0,
        default=0,
        validators=[MinValueValidator(0)],
    )
    fee_note = models.CharField("Ghi chú về phí", max_length=300, blank=True)
    result_name = models.CharField("Kết quả", max_length=300, blank=True)
    legal_basis = models.CharField("Căn cứ pháp lý", max_length=500)
    note = models.CharField("Ghi chú", max_length=500, blank=True)

    class Meta:
        ordering = ["-valid_from"]
        constraints = [
            models.UniqueConstraint(name="version_begins_once", fields=["procedure", "valid_from"]),
            models.CheckConstraint(
                name="version_ends_after_it_began",
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
            ),
            models.CheckConstraint(
                name="version_has_its_time",
                condition=Q(time_unit=TimeUnit.AT_ONCE.value, time_amount=0)
                | (~Q(time_unit=TimeUnit.AT_ONCE.value) & Q(time_amount__gt=0)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.procedure.code} ({self.valid_from})"


class Step(models.Model):
    """One step of the internal process, with its share of the time."""

    version = models.ForeignKey(ProcedureVersion, on_delete=models.CASCADE, related_name="steps")
    number = models.PositiveSmallIntegerField()
    name = models.CharField("Bước", max_length=200)
    done_by = models.CharField("Người hoặc bộ phận thực hiện", max_length=200)
    share = models.DecimalField("Phần thời gian (%)", max_digits=5, decimal_places=2)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(name="step_numbered_once", fields=["version", "number"]),
            models.CheckConstraint(
                name="step_share_is_a_share", condition=Q(share__gte=0, share__lte=100)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.name}"


class RequiredComponent(models.Model):
    """One paper that a procedure asks for."""

    version = models.ForeignKey(
        ProcedureVersion, on_delete=models.CASCADE, related_name="components"
    )
    number = models.PositiveSmallIntegerField()
    code = models.CharField("Mã thành phần", max_length=60, blank=True)
    name = models.CharField("Tên giấy tờ", max_length=500)
    originals = models.PositiveSmallIntegerField("Số bản chính", default=1)
    copies = models.PositiveSmallIntegerField("Số bản sao", default=0)
    is_optional = models.BooleanField("Chỉ nộp khi có", default=False)
    note = models.CharField("Ghi chú", max_length=500, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(name="component_numbered_once", fields=["version", "number"])
        ]

    def __str__(self) -> str:
        return self.name


class ComponentScope(models.Model):
    """Whether a paper must be digitised, by the rules of given days and on what ground."""

    component = models.ForeignKey(
        RequiredComponent, on_delete=models.CASCADE, related_name="scopes"
    )
    scope = models.CharField(
        "Phạm vi số hoá", max_length=30, choices=[(scope.value, scope.value) for scope in Scope]
    )
    exempt_reason = models.CharField(
        "Lý do miễn",
        max_length=40,
        blank=True,
        choices=[(reason.value, reason.value) for reason in ExemptReason],
    )
    legal_basis = models.CharField("Căn cứ pháp lý", max_length=300)
    valid_from = models.DateField("Từ ngày")
    valid_to = models.DateField("Đến ngày", null=True, blank=True)

    class Meta:
        ordering = ["valid_from"]
        constraints = [
            models.UniqueConstraint(name="scope_begins_once", fields=["component", "valid_from"]),
            models.CheckConstraint(
                name="scope_exempt_says_why",
                condition=Q(scope=Scope.EXEMPT.value) ^ Q(exempt_reason=""),
            ),
            models.CheckConstraint(
                name="scope_ends_after_it_began",
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.component}: {self.scope}"


class WaitingSheet(models.Model):
    """A sheet of procedures that somebody looked through and has not recorded yet.

    One for each person: the next one takes its place, and recording empties it. It lies here and
    in no folder, so that it is found whichever server answers the second request.
    """

    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="waiting_procedures"
    )
    name = models.CharField("Tên tệp", max_length=200)
    content = models.BinaryField("Nội dung")
    at = models.DateTimeField("Tải lên lúc")

    def __str__(self) -> str:
        return self.name
