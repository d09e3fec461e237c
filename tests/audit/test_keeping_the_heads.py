"""The ends of the books are kept elsewhere, so that even a book rewritten whole is found."""

import json
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.audit.actions import SYSTEM_BOOK, SystemActor, keep_heads, record, write_heads
from motcua.audit.errors import HeadsUnreadable
from motcua.audit.models import Entry, Head
from motcua.audit.queries import broken_places, rewritten_since
from motcua.audit.rules.chain import Fault
from motcua.audit.rules.heads import KeptHead, as_document, from_document

NOW = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)
HEADS = st.builds(
    KeptHead,
    book=st.text(st.characters(codec="utf-8"), max_size=40),
    number=st.integers(0, 2**40),
    digest=st.text("0123456789abcdef", max_size=64),
)


def write(count=1, *, act="jobs.job.retried"):
    for number in range(count):
        record(act=act, by=SystemActor(), about=f"jobs.job:{number}", at=NOW)


@given(st.lists(HEADS, max_size=5))
def test_what_is_kept_is_read_again_as_it_was(heads):
    assert from_document(as_document(heads, at=NOW)) == heads


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"books": [1]}', '{"books": [{}]}'])
def test_another_file_is_refused(text):
    with pytest.raises(HeadsUnreadable):
        from_document(text)


@pytest.mark.django_db
def test_the_heads_of_a_day_are_kept_once_and_the_journal_names_the_file(tmp_path):
    write(3)
    place = keep_heads(folder=tmp_path / "heads", at=NOW)
    text = place.read_text("utf-8")
    assert place.name == "2026-11-25.json"
    assert place.stat().st_mode & 0o077 == 0
    assert [(row["book"], row["number"]) for row in json.loads(text)["books"]] == [("system", 3)]
    entry = Entry.objects.get(number=4)
    assert (entry.act, entry.about) == ("audit.heads.kept", "audit.heads:2026-11-25")
    assert entry.facts == {"sha256": sha256(text.encode()).hexdigest()}
    keep_heads(folder=tmp_path / "heads", at=NOW + timedelta(hours=3))
    assert place.read_text("utf-8") == text
    assert Entry.objects.count() == 4


@pytest.mark.django_db
def test_the_day_is_that_of_the_offices(tmp_path):
    assert keep_heads(folder=tmp_path, at=NOW.replace(hour=17)).name == "2026-11-26.json"


@pytest.mark.django_db
def test_a_run_that_broke_off_after_writing_the_file_is_made_good(tmp_path):
    place = tmp_path / "2026-11-25.json"
    write_heads(place, at=NOW)
    kept = place.read_bytes()
    write(2)
    keep_heads(folder=tmp_path, at=NOW)
    assert place.read_bytes() == kept
    assert Entry.objects.get(number=3).facts == {"sha256": sha256(kept).hexdigest()}


@pytest.mark.django_db
def test_a_book_that_goes_on_still_holds_the_entry_that_was_kept():
    write(2)
    kept = [KeptHead(book=head.book, number=2, digest=head.digest) for head in Head.objects.all()]
    write(2)
    assert [*rewritten_since(kept)] == []
    assert [*broken_places()] == []


@pytest.mark.django_db
def test_a_book_that_holds_another_entry_there_was_rewritten():
    write(2)
    kept = [KeptHead(book=SYSTEM_BOOK, number=2, digest="0" * 64)]
    assert [(place.number, place.fault) for place in rewritten_since(kept)] == [
        (2, Fault.REWRITTEN)
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("change", [{"number": 1}, None])
def test_entries_behind_the_end_of_their_book_are_found(change):
    write(3)
    if change is None:
        Head.objects.all().delete()
        expected = [(1, Fault.HEAD)]
    else:
        first = Entry.objects.get(number=1)
        Head.objects.update(**change, digest=first.digest)
        expected = [(2, Fault.HEAD)]
    assert [(place.number, place.fault) for place in broken_places()] == expected
