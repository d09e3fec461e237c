"""What is written into logs, and that no person is."""

import json
import logging
import logging.config

import pytest
import structlog
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import ResolverMatch

from motcua.config.settings.logs import LOGGING
from motcua.foundation.logging import RequestLogMiddleware, configure


@pytest.fixture
def written(capsys):
    """Give what was logged since, as facts."""
    configure(LOGGING)

    def facts():
        return [json.loads(line) for line in capsys.readouterr().err.splitlines()]

    return facts


def test_a_fact_is_one_line_of_json_with_its_hour(written):
    structlog.get_logger().info("scan.deposited", scan=7, pages=3)
    [fact] = written()
    assert fact.pop("timestamp").endswith("Z")
    assert fact == {"event": "scan.deposited", "scan": 7, "pages": 3, "level": "info"}


def test_whoever_is_named_is_left_out(written):
    structlog.get_logger().info(
        "dossier.received", dossier=7, full_name="Lê Văn Ba", phone="0900", email="a@b.vn"
    )
    [fact] = written()
    assert fact.keys() == {"event", "dossier", "level", "timestamp"}


def test_of_a_failure_the_place_is_kept_and_not_what_it_says(written):
    try:
        int("Lê Văn Ba")
    except ValueError:
        structlog.get_logger().exception("job.failed", job=7)
    [fact] = written()
    assert fact["failure"] == "ValueError"
    [place] = fact["places"]
    assert place.startswith("test_logs.py:")
    assert "Ba" not in json.dumps(fact, ensure_ascii=False)


def test_of_a_library_s_sentence_the_pattern_is_kept(written):
    logging.getLogger("django.security").warning("Forbidden (%s): %s", "token", "/Ba")
    assert written()[0]["event"] == "Forbidden (%s): %s"


def test_of_django_s_word_about_an_answer_the_status_is_kept(written):
    django = logging.getLogger("django.request")
    django.warning("%s: %s", "Not Found", "/ho-so/Ba", extra={"status_code": 404})
    try:
        {}["Lê Văn Ba"]
    except KeyError:
        django.exception("%s: %s", "Internal Server Error", "/Ba", extra={"status_code": 500})
    first, second = written()
    assert (first["event"], first["status"]) == ("request.refused", 404)
    assert (second["event"], second["status"]) == ("request.failed", 500)
    assert second["failure"] == "KeyError"
    assert "Ba" not in json.dumps([first, second], ensure_ascii=False)


def test_what_guards_the_sign_in_writes_nobody_s_name(written):
    logging.getLogger("axes").warning("AXES: New login failure by %s", "hoa at 10.0.0.7")
    assert written() == []


def through(request, *, status=200, route=None):
    def answer(request):
        if route:
            request.resolver_match = ResolverMatch(len, (), {}, route=route)
        structlog.get_logger().info("inside")
        return HttpResponse(status=status)

    return RequestLogMiddleware(answer)(request)


def test_every_fact_of_a_request_bears_its_id_and_the_answer_tells_it(written):
    response = through(RequestFactory().get("/ho-so/7/"), route="ho-so/<int:pk>/")
    inside, answered = written()
    assert inside["request_id"] == answered["request_id"] == response["X-Request-Id"]
    assert answered["event"] == "request.answered"
    assert (answered["method"], answered["route"], answered["status"]) == (
        "GET",
        "ho-so/<int:pk>/",
        200,
    )
    assert answered["ms"] >= 0
    structlog.get_logger().info("outside")
    assert "request_id" not in written()[0]


def test_the_id_that_a_proxy_gave_is_kept(written):
    request = RequestFactory().get("/", headers={"X-Request-Id": "proxy-0042.7"})
    assert through(request)["X-Request-Id"] == "proxy-0042.7"


@pytest.mark.parametrize("given", ["short", "x" * 65, 'a"b{c}defgh', "line\nbreak-here"])
def test_an_id_that_is_not_plain_is_not_kept(given, written):
    request = RequestFactory().get("/")
    request.META["HTTP_X_REQUEST_ID"] = given
    assert len(through(request)["X-Request-Id"]) == 32


def test_neither_the_address_nor_the_question_is_written(written):
    through(RequestFactory().get("/tim/?q=Lê Văn Ba"), status=404)
    assert all("Ba" not in json.dumps(fact, ensure_ascii=False) for fact in written())
