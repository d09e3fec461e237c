"""Dossiers and the papers they consist of."""

from django.conf import settings
from django.db import models
from django.db.models import Case, F, Q, When

from motcua.catalogue.models import ProcedureVersion, RequiredComponent
from motcua.catalogue.rules.terms import Channel, ExemptReason, Scope
from motcua.intake.models.people import Applicant
from motcua.intake.models.receipts import Receipt
from motcua.intake.rules.states import ACCEPTED, RUNNING, DossierState
from motcua.intake.wording import STATES
from motcua.organisation.models import Unit

SETTLED_STATES = [DossierState.SETTLED.value, DossierState.RETURNED.value]
RUNNING_STATES = sorted(state.value for state in RUNNING)
IS_RUNNING = Q(running_due_at__isnull=False)


class Dossier(models.Model):
    """One request under one procedure, from the counter to the result.

    It keeps the version of the procedure and the calendar of its reception, so that its deadline
    can be explained for as long as it is kept.
    """

    code = models.CharField("Mã hồ sơ", max_length=60, unique=True)
    state = models.PositiveSmallIntegerField(
        "Trạng thái", choices=[(state.value, name) for state, name in STATES.items()]
    )
    procedure_version = models.ForeignKey(
        ProcedureVersion, on_delete=models.PROTECT, related_name="dossiers"
    )
    channel = models.CharField(
        "Cách nộp", max_length=10, choices=[(channel.value, channel.value) for channel in Channel]
    )
    subject = models.CharField("Trích yếu", max_length=1000, blank=True)

    # Three units, each with its own share in the figures (NĐ 118/2025/NĐ-CP Điều 14).
    receiving_unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        related_name="received_dossiers",
        db_index=False,
        verbose_name="Nơi tiếp nhận",
    )
    settling_unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        related_name="settled_dossiers",
        db_index=False,
        verbose_name="Cơ quan giải quyết",
    )
    supporting_unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        related_name="supported_dossiers",
        null=True,
        blank=True,
        verbose_name="Nơi hỗ trợ",
    )

    applicant = models.ForeignKey(
        Applicant, on_delete=models.PROTECT, related_name="handed_in", verbose_name="Người nộp"
    )
    owner = models.ForeignKey(
        Applicant, on_delete=models.PROTECT, related_name="owned", verbose_name="Chủ hồ sơ"
    )
    representative = models.ForeignKey(
        Applicant,
        on_delete=models.PROTECT,
        related_name="represented",
        null=True,
        blank=True,
        verbose_name="Người đại diện",
    )

    registered_at = models.DateTimeField("Nộp lúc")
    received_at = models.DateTimeField("Tiếp nhận lúc", null=True, blank=True)
    """When the reception became complete; the clocks count from here."""

    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="received_dossiers",
        null=True,
        blank=True,
        db_index=False,
        verbose_name="Người tiếp nhận",
    )
    receipt = models.ForeignKey(
        Receipt, on_delete=models.PROTECT, related_name="dossiers", null=True, blank=True
    )
    is_at_once = models.BooleanField("Trả ngay", default=False)

    original_due_at = models.DateTimeField("Hạn ban đầu", null=True, blank=True)
    legal_due_at = models.DateTimeField("Hạn trả kết quả", null=True, blank=True)
    indicator_due_at = models.DateTimeField("Hạn theo QĐ 766", null=True, blank=True)
    running_due_at = models.GeneratedField(
        expression=Case(When(state__in=RUNNING_STATES, then=F("legal_due_at"))),
        output_field=models.DateTimeField(null=True),
        db_persist=True,
    )
    """The due moment while the law's clock runs, and nothing else: written by the database.

    Lists of what is due ask this column alone, so that one small index answers them: a partial
    index over states is not used by SQLite, which does not look into the parameters of a query.
    """

    appointment_at = models.DateTimeField("Hẹn trả lúc", null=True, blank=True)
    """What the citizen was last told; a late apology moves it and neither clock."""

    return_place = models.CharField("Nơi trả kết quả", max_length=300, blank=True)
    calendar_known_at = models.DateTimeField(null=True, blank=True)
    """The deadlines were counted over the calendar as it was known at this moment."""

    supplements_asked = models.PositiveSmallIntegerField("Số lần yêu cầu bổ sung", default=0)
    settled_at = models.DateTimeField("Có kết quả lúc", null=True, blank=True)
    returned_at = models.DateTimeField("Trả kết quả lúc", null=True, blank=True)
    returned_to = models.CharField("Người nhận kết quả", max_length=250, blank=True)
    returned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )
    return_channel = models.CharField(
        "Cách trả",
        max_length=10,
        blank=True,
        choices=[(channel.value, channel.value) for channel in Channel],
    )
    came_from = models.CharField("Hệ thống nguồn", max_length=100, blank=True)
    """The system whose code it bears; nothing where the code was given out here."""

    note = models.CharField("Ghi chú", max_length=1000, blank=True)
    search_text = models.TextField(editable=False)
    """Words in the folded form, for `matching` (see `models.searching`)."""

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="dossier_state_is_national",
                condition=Q(state__gte=1, state__lte=10),
            ),
            models.CheckConstraint(
                name="dossier_received_has_its_deadlines",
                condition=~Q(state__in=sorted(state.value for state in ACCEPTED))
                | Q(
                    received_at__isnull=False,
                    original_due_at__isnull=False,
                    legal_due_at__isnull=False,
                    indicator_due_at__isnull=False,
                    appointment_at__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="dossier_deadlines_begin_with_reception",
                condition=Q(received_at__isnull=False)
                | Q(
                    original_due_at__isnull=True,
                    legal_due_at__isnull=True,
                    indicator_due_at__isnull=True,
                ),
            ),
            models.CheckConstraint(
                name="dossier_received_after_it_was_handed_in",
                condition=Q(received_at__isnull=True) | Q(received_at__gte=F("registered_at")),
            ),
            models.CheckConstraint(
                name="dossier_received_by_somebody",
                condition=Q(received_at__isnull=True)
                | Q(received_by__isnull=False)
                | ~Q(came_from=""),
            ),
            models.CheckConstraint(
                name="dossier_settled_has_its_time",
                condition=Q(state__in=SETTLED_STATES, settled_at__isnull=False)
                | (~Q(state__in=SETTLED_STATES) & Q(settled_at__isnull=True)),
            ),
            models.CheckConstraint(
                name="dossier_settled_after_reception",
                condition=Q(settled_at__isnull=True) | Q(settled_at__gte=F("received_at")),
            ),
            # The sheets that old systems give out do not say when a result was fetched.
            models.CheckConstraint(
                name="dossier_returned_has_its_time",
                condition=Q(state=DossierState.RETURNED.value, returned_at__isnull=False)
                | (Q(state=DossierState.RETURNED.value) & ~Q(came_from=""))
                | (~Q(state=DossierState.RETURNED.value) & Q(returned_at__isnull=True)),
            ),
            models.CheckConstraint(
                name="dossier_returned_after_it_was_settled",
                condition=Q(returned_at__isnull=True) | Q(returned_at__gte=F("settled_at")),
            ),
        ]
        indexes = [
            models.Index(
                name="dossier_settling", fields=["settling_unit", "state", "legal_due_at", "id"]
            ),
            # One for each seat: a list of a unit's due dossiers is the union of short ranges.
            models.Index(name="dossier_due", fields=["running_due_at", "id"], condition=IS_RUNNING),
            models.Index(
                name="dossier_due_settling",
                fields=["settling_unit", "running_due_at", "id"],
                condition=IS_RUNNING,
            ),
            models.Index(
                name="dossier_due_receiving",
                fields=["receiving_unit", "running_due_at", "id"],
                condition=IS_RUNNING,
            ),
            models.Index(
                name="dossier_due_supporting",
                fields=["supporting_unit", "running_due_at", "id"],
                condition=IS_RUNNING,
            ),
            models.Index(name="dossier_counter", fields=["receiving_unit", "registered_at", "id"]),
            models.Index(name="dossier_received", fields=["receiving_unit", "received_at", "id"]),
            models.Index(name="dossier_settled", fields=["settling_unit", "settled_at", "id"]),
            models.Index(name="dossier_officer", fields=["received_by", "received_at"]),
        ]

    def __str__(self) -> str:
        return self.code


class DossierComponent(models.Model):
    """One paper of a dossier: what was asked for, and what was handed in."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="components")
    number = models.PositiveSmallIntegerField("Số thứ tự")
    required = models.ForeignKey(
        RequiredComponent,
        on_delete=models.PROTECT,
        related_name="handed_in",
        null=True,
        blank=True,
    )
    """Nothing for a paper that the catalogue does not ask for."""

    name = models.CharField("Tên giấy tờ", max_length=500)
    code = models.CharField("Mã thành phần", max_length=60, blank=True)
    originals = models.PositiveSmallIntegerField("Bản chính", default=0)
    certified_copies = models.PositiveSmallIntegerField("Bản chứng thực", default=0)
    photocopies = models.PositiveSmallIntegerField("Bản photo", default=0)
    is_electronic = models.BooleanField("Bản điện tử", default=False)
    """Handed in as a file, or taken from a database."""

    is_optional = models.BooleanField("Chỉ nộp khi có", default=False)
    scope = models.CharField(
        "Phạm vi số hoá",
        max_length=30,
        blank=True,
        choices=[(scope.value, scope.value) for scope in Scope],
    )
    """As the rules of the day of reception had it; empty where the catalogue said nothing."""

    exempt_reason = models.CharField(
        "Lý do miễn",
        max_length=40,
        blank=True,
        choices=[(reason.value, reason.value) for reason in ExemptReason],
    )
    scope_basis = models.CharField("Căn cứ", max_length=300, blank=True)
    handed_in_at = models.DateTimeField("Nộp lúc", null=True, blank=True)
    note = models.CharField("Ghi chú", max_length=500, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                name="dossier_component_numbered_once", fields=["dossier", "number"]
            ),
            models.CheckConstraint(
                name="dossier_component_exempt_says_why",
                condition=Q(scope=Scope.EXEMPT.value) ^ Q(exempt_reason=""),
            ),
            models.CheckConstraint(
                name="dossier_component_handed_in_as_something",
                condition=Q(handed_in_at__isnull=True)
                | Q(originals__gt=0)
                | Q(certified_copies__gt=0)
                | Q(photocopies__gt=0)
                | Q(is_electronic=True),
            ),
        ]

    def __str__(self) -> str:
        return self.name
