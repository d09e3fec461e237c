"""A request that bears a key does its act once, however often it arrives."""

from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import RequestFactory
from pydantic import BaseModel

from motcua.jobs.errors import KeyReused, KeyUnusable
from motcua.jobs.idempotency import REPLAYED, once
from motcua.jobs.models import Answer, Job
from motcua.kernel.errors import Conflict

pytestmark = pytest.mark.django_db
HOA, NAM = SimpleNamespace(pk=1), SimpleNamespace(pk=2)


class Receipt(BaseModel):
    code: str
    number: int


class Counter:
    """Receives dossiers and numbers them."""

    def __init__(self):
        self.received = 0

    def receive(self):
        self.received += 1
        return Receipt(code="H30.1-261125-000" + str(self.received), number=self.received)

    def refuse(self):
        self.received += 1
        Job.objects.create(kind="x", once="x", due_at="2026-11-25T00:00Z")
        raise Conflict


@pytest.fixture
def counter():
    return Counter()


def sent(*, by=HOA, body='{"name": "Lê Văn Ba"}', path="/api/v1/dossiers"):
    request = RequestFactory().post(path, body, content_type="application/json")
    request.user = by
    return request


def test_the_second_answer_is_the_first_and_nothing_is_done_again(counter):
    first = once(sent(), "k-1", counter.receive)
    second = once(sent(), "k-1", counter.receive)
    assert counter.received == 1
    assert (first.status_code, first.content) == (second.status_code, second.content)
    assert first.content.decode() == '{"code":"H30.1-261125-0001","number":1}'
    assert first.status_code == 201
    assert (REPLAYED in first, second[REPLAYED]) == (False, "true")


def test_another_key_is_another_request(counter):
    once(sent(), "k-1", counter.receive)
    once(sent(), "k-2", counter.receive)
    assert counter.received == 2


def test_the_key_of_another_person_is_another_key(counter):
    once(sent(by=HOA), "k-1", counter.receive)
    once(sent(by=NAM), "k-1", counter.receive)
    assert counter.received == 2


def test_without_a_key_each_request_counts_and_nothing_is_kept(counter):
    once(sent(), None, counter.receive)
    once(sent(), None, counter.receive)
    assert counter.received == 2
    assert not Answer.objects.exists()


@pytest.mark.parametrize(
    "changed", [{"body": '{"name": "Lê Văn Bốn"}'}, {"path": "/api/v1/dossiers?draft=1"}]
)
def test_a_key_that_comes_with_another_request_is_refused(counter, changed):
    once(sent(), "k-1", counter.receive)
    with pytest.raises(KeyReused):
        once(sent(**changed), "k-1", counter.receive)
    assert counter.received == 1


@pytest.mark.parametrize("key", ["", "a b", "k" * 101, "khoá", "k\n"])
def test_a_key_that_is_no_plain_word_is_refused(counter, key):
    with pytest.raises(KeyUnusable):
        once(sent(), key, counter.receive)
    assert counter.received == 0


def test_what_was_refused_leaves_no_key_and_may_be_sent_again(counter):
    with pytest.raises(Conflict), transaction.atomic():
        once(sent(), "k-1", counter.refuse)
    assert not Answer.objects.exists()
    assert not Job.objects.exists()
    assert once(sent(), "k-1", counter.receive).status_code == 201


def form(content):
    scan = SimpleUploadedFile("scan.pdf", content, content_type="application/pdf")
    request = RequestFactory().post("/api/v1/scans", {"title": "Giấy khai sinh", "scan": scan})
    request.user = HOA
    assert request.POST["title"]  # as the endpoint's parser does, before the key is looked at
    return request


def test_a_form_with_files_is_known_by_what_the_files_hold(counter):
    first = form(b"%PDF-1.7 one")
    once(first, "k-1", counter.receive)
    assert first.FILES["scan"].read() == b"%PDF-1.7 one"
    once(form(b"%PDF-1.7 one"), "k-1", counter.receive)
    assert counter.received == 1
    with pytest.raises(KeyReused):
        once(form(b"%PDF-1.7 two"), "k-1", counter.receive)


def test_the_status_is_kept_with_the_answer():
    for _ in range(2):
        assert once(sent(), "k-1", lambda: {"ok": True}, status=202).status_code == 202
