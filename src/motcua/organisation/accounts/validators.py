"""The rules of passwords in the form that Django asks for them."""

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from motcua.organisation.accounts.rules.passwords import is_name_in_disguise, is_near_at_hand
from motcua.organisation.models import Account

Somebody = Account | AnonymousUser | None


class LongEnoughValidator:
    """Refuses what is short, in words that Django has no Vietnamese for."""

    def __init__(self, min_length: int) -> None:
        self.min_length = min_length

    def validate(self, password: str, user: Somebody = None) -> None:
        """Refuse with a sentence that says how long it must be."""
        del user
        if len(password) < self.min_length:
            raise ValidationError(
                _("Mật khẩu quá ngắn, cần ít nhất %(least)d ký tự."),
                code="password_too_short",
                params={"least": self.min_length},
            )

    def get_help_text(self) -> str:
        """Say the rule before it is broken."""
        return _("Ít nhất %(least)d ký tự.") % {"least": self.min_length}


class NotNearAtHandValidator:
    """Refuses what is made of the words that everybody tries first in an office."""

    def validate(self, password: str, user: Somebody = None) -> None:
        """Refuse with a sentence that says what to do instead."""
        del user
        if is_near_at_hand(password):
            raise ValidationError(
                _("Mật khẩu chỉ gồm những từ ai cũng đoán được. Hãy ghép vài từ không liên quan."),
                code="password_near_at_hand",
            )

    def get_help_text(self) -> str:
        """Say the rule before it is broken."""
        return _("Không chỉ gồm những từ quen thuộc như «matkhau», «ubnd» kèm vài chữ số.")


class NotANameValidator:
    """Refuses the person's own names, with their marks or without."""

    def validate(self, password: str, user: Somebody = None) -> None:
        """Refuse with a sentence that says what is wrong."""
        if not isinstance(user, Account):
            return
        names = (user.full_name, user.username, user.email.partition("@")[0])
        if is_name_in_disguise(password, names=names):
            raise ValidationError(
                _("Mật khẩu quá giống họ tên hoặc tên đăng nhập."), code="password_is_name"
            )

    def get_help_text(self) -> str:
        """Say the rule before it is broken."""
        return _("Không giống họ tên, tên đăng nhập, dù viết có dấu hay không dấu.")
