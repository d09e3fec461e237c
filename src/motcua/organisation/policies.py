"""Answers Django's question "may this person?" from the posts a person holds today."""

from django.contrib.auth.backends import BaseBackend
from django.db.models import Q
from django.utils.timezone import localdate

from motcua.organisation.models import Account


class PostBackend(BaseBackend):
    """Grants an act that some post of the person's carries, at whatever unit.

    For menus and for screens that belong to no unit. What is shown on a screen is filtered by
    `queries.units_where`, which knows the units.
    """

    def has_perm(self, user_obj: Account, perm: str, obj: object = None) -> bool:  # type: ignore[override]
        """Tell whether a post held today carries the act."""
        del obj
        if not user_obj.is_active or user_obj.pk is None:
            return False
        today = localdate()
        return (
            user_obj.posts.filter(valid_from__lte=today, role__acts__act=perm)
            .filter(Q(valid_to__isnull=True) | Q(valid_to__gt=today))
            .exists()
        )
