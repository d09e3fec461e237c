"""What areas say in words: refusals, acts of the journal, kinds of things and of background work.

Each area may have a module `wording` with the mappings `REFUSALS`, `ACTS`, `THINGS`, `FACTS` and
`JOBS`, and its own name, `AREA`; it is found by what stands before the first full stop of a code,
so nobody imports it. What an area does not word is shown as the code it has.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final

from django.apps import apps
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.kernel.errors import Conflict, Invalid, NotAllowed, NotFound, Refusal, Unavailable

Said = str | Promise
KEPT: Final = _("Những gì đã ghi nhận trước đó vẫn còn nguyên.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A refusal to people: what happened, what is safe, what to do.

    `{name}` stands for the fact of that name, and for nothing if the refusal has none.
    """

    what: Said
    safe: Said = KEPT
    to_do: Said


KINDS: Final[Mapping[type[Refusal], Words]] = {
    Invalid: Words(
        what=_("Nội dung vừa gửi chưa dùng được."),
        safe=_("Chưa có gì được ghi nhận, hồ sơ không thay đổi."),
        to_do=_("Quay lại trang trước, kiểm tra các ô đã nhập rồi gửi lại."),
    ),
    NotAllowed: Words(
        what=_("Tài khoản này không được làm việc vừa yêu cầu."),
        safe=_("Chưa có gì thay đổi."),
        to_do=_(
            "Nếu đây là việc được giao, đề nghị người quản trị tài khoản kiểm tra lại vai trò và "
            "đơn vị."
        ),
    ),
    NotFound: Words(
        what=_("Không tìm thấy nội dung này, hoặc tài khoản không được xem."),
        safe=_("Không có gì bị xoá."),
        to_do=_("Kiểm tra lại mã hoặc đường dẫn, hoặc tìm bằng ô tìm kiếm ở đầu trang."),
    ),
    Conflict: Words(
        what=_("Trong lúc trang này đang mở, nội dung đã được thay đổi ở nơi khác."),
        safe=_("Việc vừa làm chưa được ghi nhận; thay đổi của người kia được giữ nguyên."),
        to_do=_("Tải lại trang để xem tình trạng mới rồi làm tiếp."),
    ),
    Unavailable: Words(
        what=_("Một dịch vụ cần thiết chưa trả lời."),
        safe=_("Chưa có gì được ghi nhận nửa chừng."),
        to_do=_("Chờ một phút rồi thử lại. Nếu vẫn vậy, báo cho quản trị viên mã ở dưới."),
    ),
    Refusal: Words(
        what=_("Việc vừa yêu cầu bị từ chối."),
        to_do=_("Quay lại trang trước và thử lại. Nếu vẫn vậy, báo cho quản trị viên mã ở dưới."),
    ),
}

OWN: Final[Mapping[str, Words]] = {
    "foundation.place_unknown": Words(
        what=_("Vị trí trong danh sách không còn dùng được."),
        safe=_("Danh sách không thay đổi."),
        to_do=_("Mở lại danh sách từ đầu."),
    ),
}


class _Nothing:
    """What stands for a fact that a refusal does not tell: it is left out of the words."""

    def __format__(self, how: str) -> str:
        return ""


class _Facts(dict[str, object]):
    def __missing__(self, name: str) -> _Nothing:
        return _Nothing()


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A refusal in the words of its area, filled in."""

    what: str
    safe: str
    to_do: str
    code: str


def refusal_in_words(refusal: Refusal) -> Refused:
    """Return what to tell a person: the area's own words, or those of the kind of refusal."""
    own = OWN.get(refusal.code) or _said(refusal.code, "REFUSALS")
    kind = next(words for kind, words in KINDS.items() if isinstance(refusal, kind))
    facts = _Facts(refusal.facts)
    for words in (own, kind):
        if isinstance(words, Words):
            with suppress(ValueError, TypeError):  # a fact that is not what the words took it for
                return _filled(words, facts, code=refusal.code)
    return Refused(what=refusal.code, safe="", to_do="", code=refusal.code)


def _filled(words: Words, facts: _Facts, *, code: str) -> Refused:
    said = [str(text).format_map(facts) for text in (words.what, words.safe, words.to_do)]
    return Refused(what=said[0], safe=said[1], to_do=said[2], code=code)


def act_in_words(act: str) -> str:
    """Return the sentence of an act, `Tiếp nhận hồ sơ`, or its code where no area words it."""
    return str(_said(act, "ACTS") or act)


def thing_in_words(label: str) -> str:
    """Return what a thing of the journal is called: `Hồ sơ 12` for `intake.dossier:12`."""
    kind, _, number = label.partition(":")
    name = _said(kind, "THINGS")
    return f"{name} {number}".rstrip() if name else label


def fact_in_words(name: str, *, act: str) -> str:
    """Return what the area of an act calls one of its facts."""
    return str(_all(act.partition(".")[0], "FACTS").get(name) or name)


def job_in_words(kind: str) -> str:
    """Return what a kind of background work is called, or its code where no area words it."""
    return str(_said(kind, "JOBS") or kind)


def area_in_words(area: str) -> str:
    """Return what an area is called."""
    return str(getattr(_wording_of(area), "AREA", area))


def acts_worded() -> dict[str, dict[str, Said]]:
    """Return the acts that areas word, by area, in the order of the installed areas."""
    found = {area.label: dict(_all(area.label, "ACTS")) for area in apps.get_app_configs()}
    return {area: acts for area, acts in found.items() if acts}


def _said(code: str, table: str) -> Any:
    return _all(code.partition(".")[0], table).get(code)


def _all(area: str, table: str) -> Mapping[str, Any]:
    module = _wording_of(area)
    return getattr(module, table, {}) if module else {}


@lru_cache
def _wording_of(area: str) -> object | None:
    try:
        name = f"{apps.get_app_config(area).name}.wording"
    except LookupError:
        return None
    if not name.startswith("motcua.") or find_spec(name) is None:
        return None
    return import_module(name)
