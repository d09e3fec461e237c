"""The people of the journeys. Each signs in with the phrase of the factories."""

from dataclasses import dataclass

COUNTER = (
    *("intake.receive", "intake.handle", "intake.settle", "intake.return_result", "intake.read"),
)
OFFICE = (
    *("catalogue.edit", "organisation.edit", "organisation.edit_calendar"),
    *("organisation.manage_accounts", "audit.read", "jobs.operate"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    username: str
    full_name: str
    acts: tuple = COUNTER
    must_change_password: bool = False


CAST = (
    Person(username="hoa", full_name="Lê Thị Hoà"),
    Person(username="minh", full_name="Phạm Đức Minh"),
    Person(username="quan", full_name="Vũ Hồng Quân", acts=(*COUNTER, *OFFICE)),
    Person(username="khoa", full_name="Đỗ Anh Khoa"),
    Person(username="an", full_name="Bùi Thanh An"),
    Person(username="yen", full_name="Hoàng Hải Yến"),
    Person(username="linh", full_name="Ngô Gia Linh"),
    Person(username="moi", full_name="Trịnh Văn Mới", must_change_password=True),
)
