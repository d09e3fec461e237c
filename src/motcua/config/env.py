"""Every variable an operator may set; `docs/reference/settings.md` explains each."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Generic, TypeVar
from urllib.parse import urlsplit

from motcua.digitisation.backends.models import FOLDER_VARIABLE
from motcua.kernel.errors import Invalid

T_co = TypeVar("T_co", covariant=True)


class SettingRefused(Invalid):
    """A variable has a value that means nothing."""

    code = "config.setting_refused"

    def __init__(self, *, name: str, value: str, expected: str) -> None:
        super().__init__(name=name, value=value, expected=expected)
        self.name, self.value, self.expected = name, value, expected


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable(Generic[T_co]):
    """One variable of the environment: what it means, and what holds when it is not set."""

    name: str
    kind: str
    default: str
    help: str
    read_text: Callable[[str], T_co]

    def read(self, environment: Mapping[str, str] = os.environ) -> T_co:
        """Return the value; set to nothing is the same as not set."""
        text = environment.get(self.name) or self.default
        try:
            return self.read_text(text)
        except ValueError:
            raise SettingRefused(name=self.name, value=text, expected=self.kind) from None


def _folder(text: str) -> Path:
    try:
        return Path(text).expanduser().absolute()
    except RuntimeError:  # `~` of nobody
        raise ValueError(text) from None


def _folder_or_none(text: str) -> Path | None:
    return _folder(text) if text else None


def _switch(text: str) -> bool:
    if text not in {"0", "1"}:
        raise ValueError(text)
    return text == "1"


def _within(least: int, most: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        number = int(text)
        if not least <= number <= most:
            raise ValueError(text)
        return number

    return read


def _issuer(text: str) -> str:
    """Return an issuer's address; only the machine's own may come without encryption."""
    parts = urlsplit(text)
    near = parts.scheme == "http" and parts.hostname in {"127.0.0.1", "localhost", "::1"}
    if text and not (parts.hostname and (near or parts.scheme == "https")):
        raise ValueError(text)
    return text.rstrip("/")


def _names(text: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in text.split(",") if name.strip())
    if not names:
        raise ValueError(text)
    return names


HOME: Final = Variable(
    name="MOTCUA_HOME",
    kind="thư mục",
    default="./var",
    help="nơi giữ cơ sở dữ liệu, tệp, khoá và nhật ký lỗi",
    read_text=_folder,
)
TESSDATA: Final = Variable(
    name=FOLDER_VARIABLE,
    kind="thư mục",
    default="",
    help="nơi duy nhất tìm mô hình nhận dạng; để trống thì tìm trong /usr/share",
    read_text=_folder_or_none,
)
DEBUG: Final = Variable(
    name="MOTCUA_DEBUG",
    kind="0 hoặc 1",
    default="0",
    help="1: in chi tiết của lỗi ngoài dự kiến ra màn hình",
    read_text=_switch,
)

PROVINCE_FOLDER: Final = Variable(
    name="MOTCUA_PROVINCE_FOLDER",
    kind="thư mục",
    default="",
    help="nơi hệ thống của tỉnh đặt tệp hồ sơ chuyển đến; để trống thì không nhận theo tệp",
    read_text=_folder_or_none,
)
DATABASE: Final = Variable(
    name="MOTCUA_DATABASE",
    kind="địa chỉ cơ sở dữ liệu, như postgres://người_dùng:mật_khẩu@máy/tên",
    default="",
    help="cơ sở dữ liệu; để trống thì dùng tệp SQLite trong MOTCUA_HOME",
    read_text=str,
)
HOSTS: Final = Variable(
    name="MOTCUA_HOSTS",
    kind="danh sách tên máy, cách nhau bằng dấu phẩy",
    default="127.0.0.1,localhost",
    help="các tên mà người dùng gõ trên trình duyệt để vào hệ thống",
    read_text=_names,
)
HTTPS: Final = Variable(
    name="MOTCUA_HTTPS",
    kind="0 hoặc 1",
    default="0",
    help="1: người dùng vào qua HTTPS, cookie chỉ gửi qua kênh mã hoá",
    read_text=_switch,
)
DEMO: Final = Variable(
    name="MOTCUA_DEMO",
    kind="0 hoặc 1",
    default="0",
    help="1: bản dùng thử, mật khẩu mẫu hiện trên trang đăng nhập",
    read_text=_switch,
)
IDLE_MINUTES: Final = Variable(
    name="MOTCUA_IDLE_MINUTES",
    kind="số phút, từ 1 đến 480",
    default="30",
    help="không thao tác trong chừng ấy phút thì phiên làm việc kết thúc",
    read_text=_within(1, 480),
)
SESSION_HOURS: Final = Variable(
    name="MOTCUA_SESSION_HOURS",
    kind="số giờ, từ 1 đến 24",
    default="8",
    help="phiên làm việc dài nhất, dù vẫn đang thao tác",
    read_text=_within(1, 24),
)
CONTACT: Final = Variable(
    name="MOTCUA_CONTACT",
    kind="câu chữ, như «Tổ quản trị, máy lẻ 101»",
    default="người quản trị hệ thống của đơn vị",
    help="người cần gặp khi không đăng nhập được",
    read_text=str,
)
PROXIES: Final = Variable(
    name="MOTCUA_PROXIES",
    kind="số máy trung gian, từ 0 đến 5",
    default="0",
    help="số máy chủ trung gian của đơn vị đứng trước; địa chỉ người dùng do máy ấy ghi lại",
    read_text=_within(0, 5),
)
OIDC_NAME: Final = Variable(
    name="MOTCUA_OIDC_NAME",
    kind="tên, như VNeID",
    default="",
    help="tên nơi xác thực danh tính, hiện trên trang đăng nhập; để trống thì không dùng",
    read_text=str,
)
OIDC_ISSUER: Final = Variable(
    name="MOTCUA_OIDC_ISSUER",
    kind="địa chỉ https://",
    default="",
    help="địa chỉ của nơi xác thực danh tính (OpenID Connect)",
    read_text=_issuer,
)
OIDC_CLIENT: Final = Variable(
    name="MOTCUA_OIDC_CLIENT",
    kind="mã",
    default="",
    help="mã mà nơi xác thực danh tính cấp cho đơn vị",
    read_text=str,
)
OIDC_SECRET_FILE: Final = Variable(
    name="MOTCUA_OIDC_SECRET_FILE",
    kind="tệp",
    default="",
    help="tệp chứa khoá bí mật mà nơi xác thực danh tính cấp cho đơn vị",
    read_text=_folder_or_none,
)

VARIABLES: Final[tuple[Variable[object], ...]] = (
    HOME,
    DATABASE,
    PROVINCE_FOLDER,
    HOSTS,
    HTTPS,
    DEMO,
    IDLE_MINUTES,
    SESSION_HOURS,
    CONTACT,
    PROXIES,
    OIDC_NAME,
    OIDC_ISSUER,
    OIDC_CLIENT,
    OIDC_SECRET_FILE,
    TESSDATA,
    DEBUG,
)
