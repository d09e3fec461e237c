"""The API: the routers of all areas under one roof, one way to sign in, one form of refusal."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

import structlog
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI, Router
from ninja.errors import HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema
from ninja.security import SessionAuth

from motcua.catalogue.api import router as catalogue
from motcua.foundation.problems import as_problem
from motcua.intake.api import router as intake
from motcua.kernel.errors import Refusal
from motcua.organisation.api import router as organisation

PROBLEM: Final = "application/problem+json"

DESCRIPTION: Final = """\
Hồ sơ, thủ tục và cơ cấu tổ chức của Motcua cho các hệ thống khác của cơ quan.

Yêu cầu mang phiên đăng nhập của một tài khoản; yêu cầu ghi mang thêm mã CSRF trong đầu mục
`X-CSRFToken`. Yêu cầu tạo mới nên mang `Idempotency-Key`: gửi lại cùng khoá thì nhận lại đúng câu
trả lời đầu tiên. Mọi lời từ chối có dạng RFC 9457 (`application/problem+json`)."""

log = structlog.get_logger()


class JoinedAPI(NinjaAPI):
    """Tells in its description that every operation may be refused, and in which form."""

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> OpenAPISchema:
        """Return the OpenAPI document."""
        document = super().get_openapi_schema(path_prefix=path_prefix, path_params=path_params)
        refusal = {
            "description": "Từ chối, có mã ổn định trong `type`",
            "content": {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
        for path in document["paths"].values():
            for operation in path.values():
                answers = {str(status): said for status, said in operation["responses"].items()}
                operation["responses"] = {**answers, "default": refusal}
        document.setdefault("components", {}).setdefault("schemas", {})["Problem"] = {
            "title": "Problem",
            "type": "object",
            "required": ["type", "status", "facts"],
            "properties": {
                "type": {"type": "string", "description": "`/problems/` và mã của lời từ chối"},
                "status": {"type": "integer"},
                "facts": {"type": "object", "description": "Các dữ kiện có tên, theo từng mã"},
            },
        }
        return document


def problem(code: str, *, status: int, **facts: object) -> HttpResponse:
    """Answer in the form of RFC 9457, as `foundation.problems` does for refusals."""
    body = {"type": f"/problems/{code}", "status": status, "facts": facts}
    return JsonResponse(body, status=status, content_type=PROBLEM)


def _refused(request: HttpRequest, error: Refusal) -> HttpResponse:
    del request
    return as_problem(error)


def _not_as_described(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Tell where a request departs from the description, and nothing of what it said there."""
    del request
    errors = [
        {"place": [str(part) for part in each["loc"]], "fault": each["type"], "detail": each["msg"]}
        for each in error.errors
    ]
    return problem("request_not_as_described", status=422, errors=errors)


def _not_taken(request: HttpRequest, error: HttpError) -> HttpResponse:
    del request
    names = {400: "unreadable", 401: "not_signed_in", 403: "csrf_token_missing", 429: "too_many"}
    return problem(names.get(error.status_code, "not_taken"), status=error.status_code)


def _absent(request: HttpRequest, error: Http404) -> HttpResponse:
    del request, error
    return problem("not_found", status=404)


def _fault(request: HttpRequest, error: Exception) -> HttpResponse:
    """Answer a fault of the program itself; the log tells the rest under the request's id."""
    del request
    log.error("api.fault", exc_info=error)
    return problem("fault", status=500)


FORMS: Final[Mapping[type[Exception], Callable[[HttpRequest, Any], HttpResponse]]] = {
    Refusal: _refused,
    ValidationError: _not_as_described,
    HttpError: _not_taken,
    Http404: _absent,
    Exception: _fault,
}


def joined(*, routers: Iterable[Router], name: str) -> JoinedAPI:
    """Return an API of some routers, side by side, that refuses in one form."""
    api = JoinedAPI(
        title="Motcua",
        version="1",
        description=DESCRIPTION,
        urls_namespace=name,
        auth=SessionAuth(csrf=True),
        docs_url=None,  # its page loads scripts from elsewhere
    )
    for kind, answer in FORMS.items():
        api.add_exception_handler(kind, answer)
    for router in routers:
        api.add_router("", router)
    return api


api = joined(routers=(intake, catalogue, organisation), name="api")
