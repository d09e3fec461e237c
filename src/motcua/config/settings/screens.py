"""What stands around every page, and what a page may load."""

from pathlib import Path

from django.contrib.messages import constants
from django.utils.translation import gettext_lazy as _

from motcua.ui.rules.places import Place

PLACES = (
    Place(name=_("Việc của tôi"), url_name="home", perm=None, icon="inbox"),
    Place(name=_("Quầy"), url_name="intake:counter", perm="intake.receive", icon="desk"),
    Place(name=_("Hồ sơ"), url_name="intake:dossiers", perm="intake.read", icon="files"),
    Place(name=_("Danh mục"), url_name="catalogue:procedures", perm=None, icon="list-details"),
    Place(name=_("Cơ cấu"), url_name="organisation:units", perm=None, icon="sitemap"),
    Place(name=_("Nhật ký"), url_name="audit:entries", perm="audit.read", icon="notebook"),
    Place(name=_("Việc chạy nền"), url_name="jobs:jobs", perm="jobs.operate", icon="activity"),
)
"""The menu at the left, by what a person may do; an area that is not there yet shows none."""

OWN_PLACES = (
    Place(name=_("Tài khoản"), url_name="account_overview", perm=None, icon="user-circle"),
    Place(name=_("Đổi mật khẩu"), url_name="account_change_password", perm=None, icon="key"),
    Place(name=_("Xác thực hai lớp"), url_name="mfa_index", perm=None, icon="shield-lock"),
    Place(
        name=_("Nơi đang đăng nhập"),
        url_name="usersessions_list",
        perm=None,
        icon="devices",
    ),
)
"""The person's own menu."""

SEARCH_URL = "intake:search"
SIGN_OUT_URL = "account_logout"

MY_DAY: str | None = "motcua.intake.web.my_day.piles"
"""The function that tells what waits for somebody: `(account, *, at) -> Sequence[Pile]`."""

JOURNAL_BOOKS: str | None = "motcua.organisation.queries.books_named"
"""The function that names books of the journal: `(books) -> Mapping[str, str]`."""

CONTENT_POLICY = {
    "default-src": ("'self'",),
    "script-src": ("'self'",),
    "style-src": ("'self'",),
    "img-src": ("'self'", "data:", "blob:"),
    "font-src": ("'self'",),
    "connect-src": ("'self'",),
    "object-src": ("'none'",),
    "base-uri": ("'none'",),
    "form-action": ("'self'",),
    "frame-ancestors": ("'none'",),
}
"""What pages may load and where their forms may go.

Browsers hold a redirect that answers a form against `form-action` too: the address of an identity
provider belongs there.
"""

LOCALE_PATHS = [Path(__file__).resolve().parents[1] / "locale"]
"""The English of the words in here; each area has its own."""

CSRF_FAILURE_VIEW = "motcua.ui.web.faults.form_expired"

LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"

MESSAGE_TAGS = {
    constants.DEBUG: "quiet",
    constants.INFO: "calm",
    constants.SUCCESS: "good",
    constants.WARNING: "today",
    constants.ERROR: "late",
}
"""The tone in which a message is shown."""
