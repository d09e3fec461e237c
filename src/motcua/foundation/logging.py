"""Logs as facts: what happened, by its name, with the facts beside it, and never a person.

Whoever reads a log is not among those who may read a dossier. So a log names things by their
numbers; a fact whose name promises a person is left out; of a library's sentence only the pattern
is kept and not what it was filled with; of a failure, where it happened and not what it says.
"""

import logging
import logging.config
import re
import sys
import time
import traceback
from collections.abc import Callable, Mapping, MutableMapping
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

import structlog
from django.http import HttpRequest, HttpResponse
from structlog.contextvars import bound_contextvars
from structlog.typing import Processor

Facts = MutableMapping[str, Any]

REQUEST_ID: Final = "X-Request-Id"
_SANE_ID: Final = re.compile(r"[A-Za-z0-9._-]{8,64}")

PERSONAL: Final = frozenset(
    {
        "address",
        "applicant",
        "body",
        "email",
        "full_name",
        "identity_number",
        "ip",
        "ip_address",
        "name",
        "password",
        "path",
        "person",
        "phone",
        "query",
        "user",
        "username",
    }
)
"""Names under which a person, or a text that may name one, would come into a log."""

FAILED: Final = 500
"""From this status on it is the program that is at fault."""

log = structlog.get_logger()


def without_persons(logger: object, method: str, facts: Facts) -> Facts:
    """Leave out whatever would name a person."""
    del logger, method
    for name in PERSONAL & facts.keys():
        del facts[name]
    return facts


def places_only(logger: object, method: str, facts: Facts) -> Facts:
    """Keep of a failure its kind and where it happened; its message may quote a dossier."""
    del logger, method
    failure = facts.pop("exc_info", None)
    if failure is True:
        failure = sys.exc_info()
    if isinstance(failure, tuple):
        failure = failure[1]
    if isinstance(failure, BaseException):
        facts["failure"] = type(failure).__name__
        facts["places"] = [
            f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(failure.__traceback__)
        ]
    return facts


def pattern_only(logger: object, method: str, facts: Facts) -> Facts:
    """Keep of a library's sentence its pattern; of Django's about an answer, only the status."""
    del logger, method
    record: logging.LogRecord = facts["_record"]
    facts["event"], facts["logger"] = str(record.msg), record.name
    if isinstance(status := getattr(record, "status_code", None), int):
        facts["status"] = status
        facts["event"] = "request.failed" if status >= FAILED else "request.refused"
    return facts


class ToStandardError(logging.StreamHandler[Any]):
    """Writes to whatever standard error is at that moment."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write one line."""
        self.stream = sys.stderr
        super().emit(record)


def configure(settings: Mapping[str, Any]) -> None:
    """Set logging up; Django calls it with `settings.LOGGING`, of which `level` counts.

    One line a fact on standard error: JSON, or for people where it is a terminal.
    """
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    guarded: list[Processor] = [places_only, without_persons]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            *guarded,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    formatter = {
        "()": structlog.stdlib.ProcessorFormatter,
        "foreign_pre_chain": [*shared, pattern_only, *guarded],
        "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, _renderer()],
    }
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {"facts": formatter},
            "handlers": {"stderr": {"()": ToStandardError, "formatter": "facts"}},
            "root": {"handlers": ["stderr"], "level": settings.get("level", "INFO")},
            "loggers": {
                # Django's own writes to the terminal and by mail, both with what people typed.
                "django": {"handlers": [], "level": "INFO", "propagate": True},
                "django.server": {"handlers": [], "level": "WARNING", "propagate": True},
                "axes": {"level": "ERROR"},  # its sentences are names and addresses; it has tables
            },
        }
    )


def _renderer() -> Callable[..., Any]:
    if sys.stderr.isatty():
        return structlog.dev.ConsoleRenderer()
    return structlog.processors.JSONRenderer(ensure_ascii=False)


class RequestLogMiddleware:
    """Gives each request an id that all its facts bear, and writes one fact when it is answered.

    The id that a proxy in front has given is kept if it is a plain one; the answer tells it, so a
    person can quote it. What is written is the pattern of the address, which names no dossier.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        given = request.headers.get(REQUEST_ID, "")
        number = given if _SANE_ID.fullmatch(given) else uuid4().hex
        begun = time.perf_counter()
        with bound_contextvars(request_id=number):
            response = self._answer(request)
            match = request.resolver_match
            log.info(
                "request.answered",
                method=request.method,
                route=match.route if match else None,
                status=response.status_code,
                ms=round((time.perf_counter() - begun) * 1000, 1),
            )
        response[REQUEST_ID] = number
        return response
