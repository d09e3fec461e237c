"""Nothing of others' runs in a page, and nothing of a session is kept."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from motcua.foundation.headers import PrivateAnswersMiddleware

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("page", ["/tai-khoan/dang-nhap/", "/tai-khoan/", "/khong-co/"])
def test_every_page_says_what_it_may_load(client, page):
    policy = client.get(page)["Content-Security-Policy"]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["script-src"] == "'self'"
    assert rules["default-src"] == "'self'"
    assert rules["frame-ancestors"] == "'none'"
    assert "unsafe" not in policy


@pytest.mark.parametrize(
    "page",
    [
        *("/tai-khoan/", "/tai-khoan/hai-lop/", "/tai-khoan/phien/", "/tai-khoan/mat-khau/"),
        *("/tai-khoan/khoa/", "/tai-khoan/danh-tinh/", "/tai-khoan/dang-xuat/"),
    ],
)
def test_a_page_of_the_account_is_kept_nowhere_and_runs_nothing_inline(inside, page):
    answer = inside.get(page)
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    text = answer.content.decode()
    assert "onclick=" not in text
    assert "<style" not in text
    for script in text.split("<script")[1:]:
        head = script.partition(">")[0]
        assert " src=" in head or 'type="application/json"' in head, script


def answered(cookies, **headers):
    request = RequestFactory().get("/")
    request.COOKIES.update(cookies)

    def answer(request):
        return HttpResponse("trang", headers=headers)

    return PrivateAnswersMiddleware(answer)(request)


def test_pages_for_everybody_may_be_kept():
    assert "Cache-Control" not in answered({})
    assert answered({})["Cross-Origin-Resource-Policy"] == "same-origin"


def test_who_says_how_long_an_answer_is_good_is_believed():
    assert answered({"motcua": "x"})["Cache-Control"] == "no-store, private"
    kept = answered({"motcua": "x"}, **{"Cache-Control": "max-age=60"})
    assert kept["Cache-Control"] == "max-age=60"
