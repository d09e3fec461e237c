"""The addresses: receive, read, find, and the acts on a dossier that its code names."""

from datetime import date, datetime
from typing import Annotated, Any, cast

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Body, Header, Router

from motcua.catalogue.queries import version_of
from motcua.foundation.pages import screenful
from motcua.intake import actions, queries
from motcua.intake.api.answering import why_out
from motcua.intake.api.schemas import (
    AppointmentIn,
    DossierIn,
    DossierOut,
    HandOverIn,
    ListOut,
    PackageIn,
    ReasonIn,
    RefusalIn,
    ReturnIn,
    SettlementIn,
    SlipIn,
    SupplementIn,
    TakenOut,
    WholeDossierOut,
    WhyOut,
)
from motcua.intake.errors import ProcedureNotOffered
from motcua.intake.models import Dossier
from motcua.intake.rules.deadlines import local
from motcua.intake.rules.provincial import read_packet
from motcua.jobs.idempotency import once
from motcua.organisation.models import Account

router = Router(tags=["intake"])
Packet = Annotated[dict[str, Any], Body()]
Key = Annotated[str | None, Header(alias="Idempotency-Key")]


def _asker(request: HttpRequest) -> Account:
    return cast("Account", request.user)


def _today(at: datetime) -> date:
    return local(at).date()


def _named(code: str, request: HttpRequest, at: datetime) -> dict[str, Any]:
    """Return what every act on a dossier is called with."""
    officer = _asker(request)
    pk = queries.dossier_id_of(code, account=officer, on=_today(at))
    return {"dossier_id": pk, "officer": officer, "at": at}


def _now(code: str, request: HttpRequest, at: datetime) -> Dossier:
    return queries.dossier_by_code(code, account=_asker(request), on=_today(at))


@router.post("/dossiers", response={201: DossierOut}, summary="Tiếp nhận hồ sơ")
def receive(request: HttpRequest, said: DossierIn, key: Key = None) -> HttpResponse:
    """Receive a complete dossier; the same key again is answered again and not done again."""
    at, officer = timezone.now(), _asker(request)

    def act() -> DossierOut:
        version = version_of(said.procedure_code, on=_today(at))
        if version is None:
            raise ProcedureNotOffered(procedure=said.procedure_code, on=_today(at))
        asked = said.said(version_id=version.pk)
        return DossierOut.from_orm(actions.receive_dossier(asked, officer=officer, at=at))

    return once(request, key, act)


@router.get("/dossiers", response=ListOut, summary="Tìm hồ sơ")
def search(request: HttpRequest, q: str = "", after: str | None = None) -> Any:
    """Return visible dossiers, the latest first; `q` is a code, a name, a number or a card."""
    account, on = _asker(request), _today(timezone.now())
    rows = (
        queries.dossiers_found(q, account=account, on=on)
        if q
        else queries.dossiers_visible_to(account, on=on)
    )
    return screenful(
        rows.select_related("procedure_version__procedure", "owner"), order=("-pk",), after=after
    )


@router.get("/dossiers/{code}", response=WholeDossierOut, summary="Đọc hồ sơ")
def read(request: HttpRequest, code: str) -> Any:
    """Return a dossier with its papers, its timeline and its results."""
    return _now(code, request, timezone.now())


@router.get("/dossiers/{code}/why", response=WhyOut, summary="Vì sao hạn trả là ngày này")
def why(request: HttpRequest, code: str) -> Any:
    """Return every day of the count with its ground, and where both clocks stand."""
    at = timezone.now()
    return why_out(queries.why_this_date(_now(code, request, at), as_of=at))


@router.post(
    "/dossiers/{code}/supplement-requests", response=WholeDossierOut, summary="Yêu cầu bổ sung"
)
def ask_supplement(request: HttpRequest, code: str, said: SlipIn) -> Any:
    """Ask for what is missing, once."""
    at = timezone.now()
    actions.ask_supplement(slip=said.said(), **_named(code, request, at))
    return _now(code, request, at)


@router.post("/dossiers/{code}/supplements", response=WholeDossierOut, summary="Nhận bổ sung")
def take_supplement(request: HttpRequest, code: str, said: SupplementIn) -> Any:
    """Take what was asked for."""
    at = timezone.now()
    papers = [paper.said() for paper in said.papers]
    actions.take_supplement(papers=papers, **_named(code, request, at))
    return _now(code, request, at)


@router.post("/dossiers/{code}/hand-over", response=WholeDossierOut, summary="Chuyển hồ sơ")
def hand_over(request: HttpRequest, code: str, said: HandOverIn) -> Any:
    """Pass the dossier on."""
    at = timezone.now()
    actions.hand_over(to=said.said(), **_named(code, request, at))
    return _now(code, request, at)


@router.post("/dossiers/{code}/take-over", response=WholeDossierOut, summary="Nhận bàn giao")
def take_over(request: HttpRequest, code: str) -> Any:
    """Take a dossier that was handed over."""
    at = timezone.now()
    actions.take_over(**_named(code, request, at))
    return _now(code, request, at)


@router.post("/dossiers/{code}/settlement", response=WholeDossierOut, summary="Ghi kết quả")
def settle(request: HttpRequest, code: str, said: SettlementIn) -> Any:
    """Record the result."""
    at = timezone.now()
    results = [result.said() for result in said.results]
    actions.settle_dossier(results=results, **_named(code, request, at))
    return _now(code, request, at)


@router.post("/dossiers/{code}/refusal", response=WholeDossierOut, summary="Từ chối giải quyết")
def refuse(request: HttpRequest, code: str, said: RefusalIn) -> Any:
    """Refuse after appraisal, in writing."""
    at = timezone.now()
    result = said.result.said()
    actions.refuse_after_appraisal(reason=said.reason, result=result, **_named(code, request, at))
    return _now(code, request, at)


@router.post("/dossiers/{code}/stop", response=WholeDossierOut, summary="Dừng giải quyết")
def stop(request: HttpRequest, code: str, said: ReasonIn) -> Any:
    """Stop settling, on a ground of the law."""
    at = timezone.now()
    actions.stop_dossier(reason=said.reason, ground=said.ground, **_named(code, request, at))
    return _now(code, request, at)


@router.post("/dossiers/{code}/withdrawal", response=WholeDossierOut, summary="Rút hồ sơ")
def withdraw(request: HttpRequest, code: str, said: ReasonIn) -> Any:
    """Give the dossier back because the citizen wants it back."""
    at = timezone.now()
    actions.withdraw_dossier(reason=said.reason, **_named(code, request, at))
    return _now(code, request, at)


@router.post("/dossiers/{code}/reappointment", response=WholeDossierOut, summary="Hẹn lại")
def reappoint(request: HttpRequest, code: str, said: AppointmentIn) -> Any:
    """Apologise and give one new day."""
    at = timezone.now()
    actions.apologise_and_reappoint(
        reason=said.reason, new_due_on=said.new_due_on, **_named(code, request, at)
    )
    return _now(code, request, at)


@router.post("/dossiers/{code}/return", response=WholeDossierOut, summary="Trả kết quả")
def give_result(request: HttpRequest, code: str, said: ReturnIn) -> Any:
    """Give the result to the citizen."""
    at = timezone.now()
    actions.return_result(
        returned_to=said.returned_to, channel=said.channel, **_named(code, request, at)
    )
    return _now(code, request, at)


@router.post(
    "/provincial-dossiers", response={201: TakenOut}, summary="Nhận hồ sơ từ hệ thống của tỉnh"
)
def take_packet(request: HttpRequest, said: Packet, key: Key = None) -> HttpResponse:
    """Take a packet of the provincial system; the dossier keeps its code."""
    at, officer = timezone.now(), _asker(request)

    def act() -> TakenOut:
        taken = actions.receive_from_provincial_system(read_packet(said), by=officer, at=at)
        return TakenOut(code=taken.dossier.code, outcome=taken.outcome.value)

    return once(request, key, act)


@router.post("/results-packages", response=dict[str, Any], summary="Gói kết quả gửi về tỉnh")
def pack_results(request: HttpRequest, said: PackageIn) -> Any:
    """Return dossiers in the field names of the national exchange."""
    package = actions.results_package(said.codes, officer=_asker(request), at=timezone.now())
    return package.document
