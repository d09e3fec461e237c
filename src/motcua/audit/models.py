"""The journal."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models


class Entry(models.Model):
    """One act, kept for good; it outlives the account, so it holds no foreign key.

    Triggers of the database refuse to change or delete a row (migration 0002).
    """

    book = models.CharField(max_length=40)
    number = models.PositiveBigIntegerField()
    act = models.CharField(max_length=100)
    by_id = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField()
    about = models.CharField(max_length=100)
    facts = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    previous = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="entry_numbered_once", fields=["book", "number"])
        ]
        indexes = [
            models.Index(name="entry_about", fields=["about", "at"]),
            models.Index(name="entry_by", fields=["by_id", "at"]),
            models.Index(name="entry_at", fields=["book", "at"]),
        ]

    def __str__(self) -> str:
        return f"{self.book} {self.number} {self.act}"


class Head(models.Model):
    """The end of one book: whoever appends holds this row until the act is committed."""

    book = models.CharField(max_length=40, primary_key=True)
    number = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return f"{self.book} {self.number}"
