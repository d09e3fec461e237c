"""People and organisations as they gave themselves at the counter."""

from django.db import models
from django.db.models import Q

from motcua.intake.rules.identity import IdentityKind
from motcua.intake.rules.people import ApplicantKind, Sex


class Applicant(models.Model):
    """A person or an organisation with the particulars that were given on some day.

    A row is never changed: other particulars are another row, so an old receipt keeps the
    address it was printed with. The same particulars given again are the same row.
    """

    kind = models.CharField(
        "Đối tượng", max_length=12, choices=[(k.value, k.value) for k in ApplicantKind]
    )
    full_name = models.CharField("Họ và tên, tên tổ chức", max_length=250)
    name_folded = models.CharField(max_length=250, editable=False)
    identity_kind = models.CharField(
        "Loại giấy tờ",
        max_length=20,
        blank=True,
        choices=[(k.value, k.value) for k in IdentityKind],
    )
    identity_number = models.CharField("Số định danh", max_length=30, blank=True)
    old_number = models.CharField("Số CMND cũ", max_length=12, blank=True)
    birth_on = models.DateField("Ngày sinh", null=True, blank=True)
    sex = models.CharField(
        "Giới tính", max_length=4, blank=True, choices=[(s.value, s.value) for s in Sex]
    )
    address = models.CharField("Địa chỉ", max_length=500, blank=True)
    phone = models.CharField("Điện thoại", max_length=30, blank=True)
    email = models.CharField("Thư điện tử", max_length=254, blank=True)
    fingerprint = models.CharField(max_length=64, unique=True, editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="applicant_number_has_its_kind",
                condition=Q(identity_number="", identity_kind="")
                | (~Q(identity_number="") & ~Q(identity_kind="")),
            ),
            models.CheckConstraint(
                name="applicant_organisation_is_not_born",
                condition=Q(kind=ApplicantKind.PERSON.value) | Q(birth_on__isnull=True, sex=""),
            ),
        ]
        indexes = [
            models.Index(
                name="applicant_number",
                fields=["identity_number", "-id"],
                condition=~Q(identity_number=""),
            ),
            models.Index(
                name="applicant_old_number", fields=["old_number"], condition=~Q(old_number="")
            ),
        ]

    def __str__(self) -> str:
        return self.full_name
