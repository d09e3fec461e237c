"""The forms of signing in, in the words of the office."""

from collections.abc import Mapping
from typing import Any, Final

from allauth.account.forms import (
    ChangePasswordForm,
    LoginForm,
    ReauthenticateForm,
    SetPasswordForm,
)
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ReauthenticateByCodeForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from motcua.kernel.text import composed

CODE_HOLDS_SECONDS: Final = 90
"""How long a code of the app is taken: its own half minute and the ones before and after."""

MAY_BE_LONG: Final = 200
"""Checking what is much longer would take long; nothing is cut off in silence."""


def _word(form: forms.Form, words: Mapping[str, tuple[Any, Any]]) -> None:
    """Give fields their names and hints, texts or lazy ones; a placeholder repeats no name."""
    for name, (label, hint) in words.items():
        field = form.fields.get(name)
        if field is not None:
            field.label, field.help_text = label, hint
            field.widget.attrs.pop("placeholder", None)
            field.error_messages["required"] = _("Chưa nhập ô này.")


class SignInForm(LoginForm):  # type: ignore[misc]
    """A name and a password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _word(self, {"login": (_("Tên đăng nhập"), ""), "password": (_("Mật khẩu"), "")})
        self.fields["login"].widget.attrs |= {
            "autocapitalize": "none",
            "autofocus": True,
            "spellcheck": "false",
        }

    def clean_login(self) -> str:
        """Take the name however its letters were composed."""
        return composed(self.cleaned_data["login"])


class NewPassword(forms.Form):
    """What the two forms for a new password share."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rules = _("Ít nhất 12 ký tự. Vài từ không liên quan ghép lại thì dễ nhớ và khó đoán.")
        _word(
            self,
            {
                "oldpassword": (_("Mật khẩu hiện tại"), ""),
                "password1": (_("Mật khẩu mới"), rules),
                "password2": (_("Mật khẩu mới, nhập lại"), ""),
            },
        )
        self.fields["password1"].validators.append(MaxLengthValidator(MAY_BE_LONG))

    def clean(self) -> dict[str, Any]:
        """Refuse two passwords that differ."""
        cleaned: dict[str, Any] = forms.Form.clean(self) or {}
        first, second = cleaned.get("password1"), cleaned.get("password2")
        if first and second and first != second:
            self.add_error("password2", _("Hai lần nhập mật khẩu mới không giống nhau."))
        return cleaned


class PasswordChangeForm(NewPassword, ChangePasswordForm):  # type: ignore[misc]
    """The present password and a new one."""

    def clean_password1(self) -> str:
        """Refuse the password that is to be changed: whoever gave it out knows it."""
        password: str = self.cleaned_data["password1"]
        if self.user.check_password(password):
            raise ValidationError(
                _("Mật khẩu mới phải khác mật khẩu hiện tại."), code="password_unchanged"
            )
        return password


class PasswordSetForm(NewPassword, SetPasswordForm):  # type: ignore[misc]
    """A first password."""


class ConfirmForm(ReauthenticateForm):  # type: ignore[misc]
    """The password once more, before something that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _word(self, {"password": (_("Mật khẩu"), "")})


class CodeForm(forms.Form):
    """What the forms for a code share: a code is good for one time only."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _word(self, {"code": (_("Mã xác thực"), "")})
        self.fields["code"].widget.attrs |= {"inputmode": "numeric", "maxlength": 20}

    def clean_code(self) -> str:
        """Refuse a code that was used, for as long as it would be taken.

        allauth remembers it for half a minute, which is too short once the neighbouring half
        minutes are taken as well.
        """
        code: str = super().clean_code()  # type: ignore[misc]
        user, factor = self.user, self.authenticator  # type: ignore[attr-defined]
        digits = "".join(letter for letter in code if letter.isdigit())
        used = f"accounts.code:{user.pk}:{digits}"
        if factor.type == "totp" and not cache.add(used, 1, timeout=CODE_HOLDS_SECONDS):
            raise ValidationError(
                _("Mã này đã dùng rồi. Hãy chờ ứng dụng hiện mã mới."), code="code_used"
            )
        return code


class SecondFactorForm(CodeForm, AuthenticateForm):  # type: ignore[misc]
    """The code after the password."""


class ConfirmByCodeForm(CodeForm, ReauthenticateByCodeForm):  # type: ignore[misc]
    """A code once more, before something that matters."""


class AppForm(ActivateTOTPForm):  # type: ignore[misc]
    """The first code of a new app, which shows that it was set up rightly."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _word(self, {"code": (_("Mã 6 chữ số trên ứng dụng"), "")})
        self.fields["code"].widget.attrs |= {"inputmode": "numeric", "maxlength": 20}


class PasskeyForm(AddWebAuthnForm):  # type: ignore[misc]
    """A new passkey, which most people want instead of the password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = _("Để nhận ra thiết bị, ví dụ «Máy tính ở quầy 2».")
        alone = _(
            "Bỏ chọn nếu thiết bị chỉ bổ sung cho mật khẩu, như khoá bảo mật không có mã PIN."
        )
        _word(
            self,
            {
                "name": (_("Tên khoá"), named),
                "passwordless": (_("Đăng nhập bằng khoá này, không cần mật khẩu"), alone),
            },
        )
        self.fields["passwordless"].initial = True


class PasskeyNameForm(EditWebAuthnForm):  # type: ignore[misc]
    """Another name for a passkey."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _word(self, {"name": (_("Tên khoá"), "")})
