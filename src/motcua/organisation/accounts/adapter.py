"""What allauth asks of the installation: who may come in, what is said, how secrets are kept."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import ratelimit
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.base.constants import AuthError
from allauth.usersessions.adapter import DefaultUserSessionsAdapter
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.organisation.accounts import actions
from motcua.organisation.accounts.asking import whereabouts
from motcua.organisation.accounts.queries import factors_of
from motcua.organisation.accounts.sealing import opened, sealed
from motcua.organisation.models import Account

FAILED_FROM_ADDRESS: Final = "password_failed_from_address"
"""The name of the limit over all names that are tried from one address."""

SAID: Final[Mapping[str, Promise]] = {
    "account_inactive": _("Tài khoản này đã ngừng hoạt động."),
    "enter_current_password": _("Mật khẩu hiện tại chưa đúng."),
    "incorrect_code": _("Mã không đúng hoặc đã hết hiệu lực. Hãy nhập mã mới nhất."),
    "incorrect_password": _("Mật khẩu chưa đúng."),
    "invalid_login": _("Tên đăng nhập hoặc mật khẩu chưa đúng."),
    "too_many_login_attempts": _(
        "Đã thử sai quá nhiều lần từ máy này. Hãy chờ vài phút rồi thử lại."
    ),
    "username_password_mismatch": _("Tên đăng nhập hoặc mật khẩu chưa đúng."),
    "rate_limited": _("Gửi quá nhanh. Hãy chờ một phút rồi thử lại."),
    "cannot_delete_authenticator": _("Không gỡ được lớp xác thực này."),
    "cannot_generate_recovery_codes": _(
        "Chỉ tạo được mã dự phòng khi đã có ứng dụng xác thực hoặc khoá truy cập."
    ),
    "unverified_email": _("Cần xác nhận địa chỉ thư trước."),
    "invalid_token": _("Thông tin từ nơi xác thực danh tính không dùng được."),
    "no_password": _("Tài khoản chưa có mật khẩu nên chưa gỡ được danh tính này."),
    "connected_other": _("Danh tính này đã gắn với một tài khoản khác."),
}

DONE: Final[Mapping[str, Promise]] = {
    "account/messages/logged_out.txt": _("Đã đăng xuất."),
    "account/messages/password_changed.txt": _(
        "Đã đổi mật khẩu. Các phiên làm việc khác đã kết thúc."
    ),
    "account/messages/password_set.txt": _("Đã đặt mật khẩu."),
    "mfa/messages/webauthn_added.txt": _("Đã thêm khoá truy cập."),
    "mfa/messages/webauthn_removed.txt": _("Đã gỡ khoá truy cập."),
    "mfa/messages/totp_activated.txt": _("Đã bật ứng dụng xác thực."),
    "mfa/messages/totp_deactivated.txt": _("Đã gỡ ứng dụng xác thực."),
    "mfa/messages/recovery_codes_generated.txt": _("Đã tạo bộ mã dự phòng mới."),
    "usersessions/messages/sessions_logged_out.txt": _("Đã kết thúc mọi phiên làm việc khác."),
    "socialaccount/messages/account_connected.txt": _("Đã gắn danh tính."),
    "socialaccount/messages/account_connected_updated.txt": _("Danh tính này đã gắn từ trước."),
    "socialaccount/messages/account_connected_other.txt": _(
        "Danh tính này đã gắn với một tài khoản khác nên chưa gắn được."
    ),
    "socialaccount/messages/account_disconnected.txt": _("Đã gỡ danh tính."),
}
"""What is said when something was done, by the template that allauth would have taken it from."""


def display_name(account: Account) -> str:
    """Return how a person is called on screens and in a passkey."""
    return account.full_name


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Lets in by name and password, and lets nobody open an account."""

    error_messages = {**DefaultAccountAdapter.error_messages, **SAID}

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """An account is opened by the office."""
        del request
        return False

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: Mapping[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Say what was done in words of the office, and nothing where there is no need."""
        del message_context
        said = message or DONE.get(message_template or "")
        if said:
            messages.add_message(request, level, str(said), extra_tags=extra_tags)

    def get_login_stages(self) -> list[str]:
        """After the password comes the second factor, and nothing by mail or telephone."""
        return ["allauth.mfa.stages.AuthenticateStage"]

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Stop whoever tries many names from one address; the tries of one name axes counts."""
        del credentials
        if not ratelimit.consume(request, action=FAILED_FROM_ADDRESS, dry_run=True):
            raise self.validation_error("too_many_login_attempts")

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Count a failure of an address."""
        del credentials
        ratelimit.consume(request, action=FAILED_FROM_ADDRESS)

    def set_password(self, user: Account, password: str) -> None:
        """Keep a password that the person chose."""
        user.set_password(password)
        user.must_change_password = False
        user.save(update_fields=["password", "must_change_password"])

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Lead back to the account."""
        del request
        return reverse("account_overview")

    def get_reauthentication_methods(self, user: Account) -> list[dict[str, Any]]:
        """Return by which means a person may show once more who they are."""
        said = {
            "reauthenticate": _("Dùng mật khẩu"),
            "mfa_reauthenticate": _("Dùng mã của ứng dụng xác thực hoặc mã dự phòng"),
            "mfa_reauthenticate:webauthn": _("Dùng khoá truy cập"),
        }
        methods = super().get_reauthentication_methods(user)
        return [{**method, "description": said[method["id"]]} for method in methods]


class MfaAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Keeps the secrets of second factors sealed and calls things by their names."""

    error_messages = {**DefaultMFAAdapter.error_messages, **SAID}

    def encrypt(self, text: str) -> str:
        """Seal a secret."""
        return sealed(text)

    def decrypt(self, encrypted_text: str) -> str:
        """Open a sealed secret."""
        return opened(encrypted_text)

    def get_totp_label(self, user: Account) -> str:
        """Return what the app on the telephone calls the account."""
        return user.username

    def generate_authenticator_name(self, user: Account, type: str) -> str:  # noqa: A002
        """Return a name for a new passkey, to be changed."""
        number = factors_of(user).filter(type=type).count() + 1
        return str(_("Khoá %(number)d") % {"number": number})


class SocialAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Knows an outside identity only if its person connected it before."""

    error_messages = {**DefaultSocialAccountAdapter.error_messages, **SAID}

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """No identity opens an account."""
        del request, sociallogin
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Turn away an identity that belongs to no account."""
        connecting = sociallogin.state.get("process") == "connect"
        if connecting or sociallogin.is_existing:
            return
        provider = sociallogin.provider
        self._failed(request, provider, because="unknown_identity")
        page = "socialaccount/unknown_identity.html"
        raise ImmediateHttpResponse(
            render(request, page, {"provider_name": provider.name}, status=403)
        )

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Any,
        error: object = None,
        exception: Exception | None = None,
        extra_context: Mapping[str, Any] | None = None,
    ) -> None:
        """Enter that the provider's answer could not be used; a person may change their mind."""
        del exception, extra_context
        if error != AuthError.CANCELLED:
            self._failed(request, provider, because=str(error))

    def _failed(self, request: HttpRequest, provider: Any, *, because: str) -> None:
        facts = {"means": [provider.sub_id], "because": because, **whereabouts(request)}
        actions.note_failure(username="", at=timezone.now(), facts=facts)


class SessionsAdapter(DefaultUserSessionsAdapter):  # type: ignore[misc]
    """Ends sessions so that it stands in the journal."""

    def end_sessions(self, sessions: Iterable[UserSession]) -> None:
        """End sessions."""
        actions.end_sessions(sessions, at=timezone.now())
