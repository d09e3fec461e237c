"""The pages for what went wrong: in Vietnamese, with what is safe, what to do, and a code."""

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import OperationalError
from django.test import Client

from motcua.kernel.errors import Conflict
from ui import gallery as pages
from ui.people import officer, sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gallery")]


@pytest.fixture
def calm(client):
    """Return a signed-in browser to which a fault of the program is an answer."""
    client.raise_request_exception = False
    return sign_in(client, officer())


def raising(error):
    def view(request):
        raise error

    return view


@pytest.fixture
def fails(monkeypatch):
    def put(error):
        [route] = [route for route in pages.urlpatterns if str(route.pattern) == "hong/"]
        monkeypatch.setattr(route, "callback", raising(error))

    return put


@pytest.mark.parametrize(
    ("error", "status", "said", "code"),
    [
        (SuspiciousOperation("x"), 400, "Yêu cầu vừa gửi không hợp lệ.", "400"),
        (PermissionDenied(), 403, "Tài khoản này không được vào trang vừa mở.", "403"),
        (ZeroDivisionError(), 500, "Phần mềm gặp lỗi.", "500"),
        (OperationalError("locked"), 503, "Cơ sở dữ liệu chưa trả lời.", "503"),
        (Conflict(), 409, "nội dung đã được thay đổi ở nơi khác", "conflict"),
    ],
)
def test_what_went_wrong_is_said_with_a_code(calm, fails, error, status, said, code):
    fails(error)
    answer = calm.get("/hong/", headers={"Accept": "text/html"})
    page = answer.content.decode()
    assert answer.status_code == status
    assert said in page
    assert f"<code>{code}</code>" in page
    assert "Mã cho quản trị viên" in page


def test_a_fault_never_shows_what_it_was(calm, fails):
    fails(ValueError("Nguyễn Văn Bí Mật"))
    page = calm.get("/hong/").content.decode()
    assert "Bí Mật" not in page
    assert "Traceback" not in page


def test_an_address_that_leads_nowhere(calm):
    answer = calm.get("/khong-co/")
    assert answer.status_code == 404
    assert "Không có trang này." in answer.content.decode()


def test_whoever_is_not_signed_in_sees_the_same_pages(client):
    answer = client.get("/khong-co/")
    assert answer.status_code == 404
    assert 'id="menu"' not in answer.content.decode()


def test_when_the_database_is_away_one_may_try_again_in_half_a_minute(calm, fails):
    fails(OperationalError())
    assert calm.get("/hong/").headers["Retry-After"] == "30"


def test_the_page_of_a_fault_asks_nothing_of_the_database(calm, fails, django_assert_num_queries):
    fails(ZeroDivisionError())
    calm.cookies.clear()
    with django_assert_num_queries(0):
        assert calm.get("/hong/").status_code == 500


def test_a_form_that_is_too_old_says_so(db):
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post("/ngon-ngu/", {"language": "en"})
    assert answer.status_code == 403
    assert "Chưa có gì được ghi nhận." in answer.content.decode()


def test_machines_get_a_problem_instead_of_a_page(calm):
    answer = calm.get("/tu-choi/", headers={"Accept": "application/json"})
    assert answer.headers["Content-Type"] == "application/problem+json"
