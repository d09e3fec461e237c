"""What happened to a dossier, in whose hands it was, and what its citizen was asked and told."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q

from motcua.catalogue.models import Step
from motcua.intake.models.dossiers import Dossier, DossierComponent
from motcua.intake.rules.clocks import Timeliness
from motcua.intake.rules.timeline import Effect, Happening
from motcua.organisation.models import Unit

EFFECTS = [(effect.value, effect.value) for effect in Effect]


class Event(models.Model):
    """One thing that happened; only ever appended to.

    Both clocks are counted from these rows and from nothing else, so each due day can be explained.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="events")
    kind = models.CharField(max_length=24, choices=[(kind.value, kind.value) for kind in Happening])
    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    by_name = models.CharField(max_length=200)
    """As it is to be read in ten years; the system's own name where no person acted."""

    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="+", null=True, db_index=False
    )
    ground = models.CharField(max_length=300, blank=True)
    """The article of the law that the act rests on."""

    legal_effect = models.CharField(max_length=8, choices=EFFECTS, default=Effect.NONE.value)
    indicator_effect = models.CharField(max_length=8, choices=EFFECTS, default=Effect.NONE.value)
    new_due_at = models.DateTimeField(null=True)
    """What the law's clock runs to from then on."""

    new_indicator_base_at = models.DateTimeField(null=True)
    """After a recount, the promised moment that the indicators count from."""

    facts = models.JSONField(default=dict, encoder=DjangoJSONEncoder)

    class Meta:
        ordering = ["at", "pk"]
        indexes = [models.Index(name="event_timeline", fields=["dossier", "at", "id"])]
        constraints = [
            models.CheckConstraint(
                name="event_that_moves_says_where",
                condition=(~Q(legal_effect="move") & ~Q(indicator_effect="move"))
                | Q(new_due_at__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.kind}"


class Supplement(models.Model):
    """What is still to be handed in, asked for once, fully and exactly (NĐ 61/2018 Điều 15.3)."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="supplements")
    number = models.PositiveSmallIntegerField("Lần")
    asked_at = models.DateTimeField("Yêu cầu lúc")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="supplements_asked",
        null=True,
    )
    asked_by_name = models.CharField(max_length=200)
    content = models.TextField("Nội dung yêu cầu")
    missing = models.ManyToManyField(DossierComponent, related_name="supplements", blank=True)
    reason_for_second = models.CharField("Lý do yêu cầu lần nữa", max_length=500, blank=True)
    is_before_reception = models.BooleanField(default=False)
    is_late = models.BooleanField(default=False)
    """Asked after the third working day from reception (NĐ 61/2018/NĐ-CP Điều 19.4)."""

    answered_at = models.DateTimeField("Bổ sung lúc", null=True, blank=True)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(name="supplement_numbered_once", fields=["dossier", "number"]),
            models.UniqueConstraint(
                name="supplement_open_once",
                fields=["dossier"],
                condition=Q(answered_at__isnull=True),
            ),
            models.CheckConstraint(
                name="supplement_answered_after_it_was_asked",
                condition=Q(answered_at__isnull=True) | Q(answered_at__gte=F("asked_at")),
            ),
            models.CheckConstraint(
                name="supplement_second_says_why", condition=Q(number=1) | ~Q(reason_for_second="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id}: {self.number}"


class Assignment(models.Model):
    """In whose hands a dossier was: one line of the control slip (phiếu kiểm soát)."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="assignments")
    number = models.PositiveSmallIntegerField()
    step = models.ForeignKey(
        Step, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    step_name = models.CharField("Bước", max_length=200, blank=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="assignments",
        null=True,
        blank=True,
        db_index=False,
    )
    is_consultation = models.BooleanField("Lấy ý kiến phối hợp", default=False)
    given_at = models.DateTimeField("Giao lúc")
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    taken_at = models.DateTimeField("Nhận lúc", null=True, blank=True)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    due_at = models.DateTimeField("Hạn")
    done_at = models.DateTimeField("Xong lúc", null=True, blank=True)
    timeliness = models.CharField(
        "Kết quả giải quyết",
        max_length=10,
        blank=True,
        choices=[(t.value, t.value) for t in Timeliness],
    )
    note = models.CharField("Ghi chú", max_length=500, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(name="assignment_numbered_once", fields=["dossier", "number"]),
            models.UniqueConstraint(
                name="assignment_in_one_hand",
                fields=["dossier"],
                condition=Q(done_at__isnull=True, is_consultation=False),
            ),
            models.CheckConstraint(
                name="assignment_taken_after_it_was_given",
                condition=Q(taken_at__isnull=True) | Q(taken_at__gte=F("given_at")),
            ),
            models.CheckConstraint(
                name="assignment_done_after_it_was_given",
                condition=Q(done_at__isnull=True) | Q(done_at__gte=F("given_at")),
            ),
        ]
        indexes = [
            models.Index(
                name="assignment_of_unit",
                fields=["unit", "due_at", "id"],
                condition=Q(done_at__isnull=True),
            ),
            models.Index(
                name="assignment_of_officer",
                fields=["officer", "due_at", "id"],
                condition=Q(done_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id}: {self.number}"


class Appointment(models.Model):
    """The one time a dossier's day was put off, with the apology (NĐ 61/2018 Điều 19.9)."""

    dossier = models.OneToOneField(Dossier, on_delete=models.PROTECT, related_name="reappointment")
    reason = models.CharField("Lý do", max_length=1000)
    old_due_at = models.DateTimeField("Hẹn cũ")
    new_due_at = models.DateTimeField("Hẹn mới")
    apology_sent_at = models.DateTimeField("Gửi lời xin lỗi lúc")
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    is_late = models.BooleanField(default=False)
    """The apology came later than one day before the due day: neither clock moved."""

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="appointment_moves_on", condition=Q(new_due_at__gt=F("old_due_at"))
            ),
            models.CheckConstraint(name="appointment_says_why", condition=~Q(reason="")),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id}: {self.new_due_at}"
