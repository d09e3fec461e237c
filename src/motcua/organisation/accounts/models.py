"""What all web processes must know of together."""

from django.db import models


class Remembered(models.Model):
    """A row of the cache: used codes and counted tries, for as long as they matter.

    Kept by Django's database cache, so the columns are its own. In the memory of one process a code
    could be used once with every process, and tries be counted anew by each.
    """

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.cache_key
