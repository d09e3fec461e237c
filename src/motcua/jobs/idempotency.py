"""A request that bears an `Idempotency-Key` does its act once, however often it arrives.

It lies in this area because it is the same promise as that of a job's key, asking twice is asking
once, and because its rows are swept like done jobs; the journal, which is never swept, is no place
for them, and `foundation` owns no tables.
"""

import hashlib
import json
import re
from collections.abc import Callable
from typing import Final

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.http import HttpRequest, HttpResponse, RawPostDataException
from pydantic import BaseModel

from motcua.jobs.errors import KeyReused, KeyUnusable
from motcua.jobs.models import Answer

HEADER: Final = "Idempotency-Key"
REPLAYED: Final = "Idempotency-Replayed"
"""The header that marks an answer given again."""

_USABLE: Final = re.compile(r"[\x21-\x7e]{1,100}")


def once(
    request: HttpRequest, key: str | None, act: Callable[[], object], *, status: int = 201
) -> HttpResponse:
    """Do the act and answer with what it returns; a repeated request gets the first answer again.

    `act` returns a schema, or whatever JSON can hold; `status` is that of the first answer and of
    its repetitions. The key counts for the account that asks, and two days long. The key and the
    act are one transaction: what was refused or broken off leaves no key behind, and of two
    requests that arrive together the second waits for the first and gets its answer.

    Without a key, or where nobody is signed in, the act is simply done. Refuses with `KeyReused`
    when the key came with another request before, and with `KeyUnusable`.
    """
    asker = request.user.pk
    if key is None or asker is None:
        return _respond(_written(act()), status=status)
    if not _USABLE.fullmatch(key):
        raise KeyUnusable
    with transaction.atomic():
        answer, is_new = Answer.objects.get_or_create(
            by_id=asker, key=key, defaults={"request_digest": _digest(request)}
        )
        if is_new:
            answer.status, answer.body = status, _written(act())
            answer.save(update_fields=["status", "body"])
        elif answer.request_digest != _digest(request):
            raise KeyReused(key=key)
    response = _respond(answer.body, status=answer.status)
    if not is_new:
        response[REPLAYED] = "true"
    return response


def _written(said: object) -> str:
    if isinstance(said, BaseModel):
        return said.model_dump_json(by_alias=True)
    return json.dumps(said, cls=DjangoJSONEncoder, ensure_ascii=False)


def _respond(body: str, *, status: int) -> HttpResponse:
    return HttpResponse(body, status=status, content_type="application/json; charset=utf-8")


def _digest(request: HttpRequest) -> str:
    """Return what tells this request from another: its method, its address and what it carries."""
    digest = hashlib.sha256(f"{request.method} {request.get_full_path()}\n".encode())
    try:
        digest.update(request.body)
    except RawPostDataException:  # a form with files, which is read as it arrives
        digest.update(json.dumps(sorted(request.POST.lists())).encode())
        for name, files in sorted(request.FILES.lists()):
            for file in files:
                digest.update(f"{name} {file.size}\n".encode())
                for chunk in file.chunks():
                    digest.update(chunk)
                file.seek(0)
    return digest.hexdigest()
