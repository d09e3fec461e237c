"""The counter: a card, a procedure, its papers, and one of the three exits of reception."""

from collections.abc import Callable, Mapping
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from motcua.catalogue.queries import versions_on
from motcua.foundation.problems import status_of
from motcua.foundation.reading import find
from motcua.intake.queries import COUNTER_ORDER, counter_of_the_day
from motcua.intake.web.asking import go_to, is_part, officer_of
from motcua.intake.web.drafts import (
    Block,
    Draft,
    Surroundings,
    add_block,
    add_other,
    choose_version,
    drop_block,
    lay_out_papers,
    new_draft,
    open_panel,
    promise_for,
    surroundings_of,
    typed_draft,
)
from motcua.intake.web.exits import EXITS, leave_by
from motcua.intake.web.faults import faults_of
from motcua.intake.web.finding import (
    find_procedures,
    known_people,
    look,
    take_earlier,
)
from motcua.intake.web.forms import PANELS, NewDossierForm
from motcua.intake.web.papers import missing_of, tick_all
from motcua.kernel.errors import NotAllowed, Refusal
from motcua.organisation.rules.acts import Act
from motcua.ui.doors import only_for

Step = Callable[[HttpRequest, Draft, str], str | None]
"""A step changes the draft; it returns an address where it leads away from the counter."""

OF_TODAY: Final = 6
UNSOUND: Final = 422


@require_http_methods(["GET", "POST"])
@only_for(Act.RECEIVE)
def counter(request: HttpRequest) -> HttpResponse:
    """Show the counter, take one step of a reception, or leave it by one of its exits."""
    around = _surroundings(request)
    if request.method == "GET":
        return show(request, new_draft(around))
    do, _colon, detail = request.POST.get("do", "look").partition(":")
    if do in EXITS and (do not in PANELS or do == request.POST.get("panel")):
        return _leave(request, do, around)
    draft = typed_draft(request.POST, around=around)
    away = STEPS.get(do, look)(request, draft, detail)
    return go_to(request, away) if away else show(request, draft)


@require_GET
@only_for(Act.RECEIVE)
def procedures(request: HttpRequest) -> HttpResponse:
    """List the procedures that some words mean, for the field in which they are typed."""
    around = _surroundings(request)
    key = request.GET.get("block", "0")
    text = request.GET.get(f"hs{key}-procedure", "")
    matches = find_procedures(text, on=around.day) if text.strip() else None
    return render(request, "intake/_procedures.html", {"matches": matches, "key": key})


@require_GET
@only_for(Act.RECEIVE)
def promise(request: HttpRequest, version_id: int) -> HttpResponse:
    """Tell the due day of a reception at this moment; the page asks again as the day goes on."""
    around = _surroundings(request)
    version = find(versions_on(around.day), pk=version_id)
    key = request.GET.get("block", "0")
    block = Block(key=int(key) if key.isdecimal() else 0, form=NewDossierForm(), version=version)
    block.promise = promise_for(version, around=around)
    return render(request, "intake/_promise.html", {"block": block})


def _leave(request: HttpRequest, exit_: str, around: Surroundings) -> HttpResponse:
    draft = typed_draft(request.POST, around=around, judged=True)
    outcome = leave_by(exit_, draft, request=request)
    if isinstance(outcome, str):
        return go_to(request, outcome)
    status = UNSOUND if outcome is None else status_of(outcome)
    return show(request, draft, status=status, refusal=outcome)


def show(
    request: HttpRequest, draft: Draft, *, status: int = 200, refusal: Refusal | None = None
) -> HttpResponse:
    """Show the counter as the draft stands."""
    officer, around = officer_of(request), draft.around
    known = known_people(draft, account=officer)
    today = counter_of_the_day(officer, day=around.day)
    if draft.focus == "earlier" and not known:
        draft.applicant.focus("full_name")
    _dress(draft)
    shown = {
        "draft": draft,
        "here": _name_of_counter(draft),
        "known": known,
        "faults": list(faults_of(draft)) if status == UNSOUND else [],
        "mode": draft.mode,
        "is_own": draft.gives_codes,
        "is_many": len(draft.blocks) > 1,
        "may_be_at_once": _may_be_at_once(request, draft),
        "refusal": refusal,
    }
    if is_part(request):
        return render(request, "intake/_counter_body.html", shown, status=status)
    done = request.GET.get("xong", "")
    shown |= {
        "today": list(today.order_by(*COUNTER_ORDER)[:OF_TODAY]),
        "today_count": today.count(),
        "given_at_once": today.filter(pk=done).first() if done.isdecimal() else None,
    }
    return render(request, "intake/counter.html", shown, status=status)


def _dress(draft: Draft) -> None:
    """Let the field of each procedure ask for what its words mean while they are typed."""
    for block in draft.blocks:
        block.form.fields["procedure"].widget.attrs |= {
            "autocomplete": "off",
            "spellcheck": "false",
            "data-picks": f"procedures-{block.key}",
            "hx-get": f"{reverse('intake:procedures')}?block={block.key}",
            "hx-trigger": "input changed delay:150ms",
            "hx-target": f"#procedures-{block.key}",
            "hx-swap": "innerHTML",
        }


def _name_of_counter(draft: Draft) -> str:
    return next(unit.name for unit in draft.around.counters if unit.pk == draft.unit_id)


def _surroundings(request: HttpRequest) -> Surroundings:
    around = surroundings_of(officer_of(request), at=timezone.now())
    if around is None:
        raise NotAllowed(act=Act.RECEIVE.value)
    return around


def _may_be_at_once(request: HttpRequest, draft: Draft) -> bool:
    alone = len(draft.blocks) == 1 and draft.blocks[0].may_be_at_once
    return alone and request.user.has_perm(Act.RETURN_RESULT)


def _choose(request: HttpRequest, draft: Draft, detail: str) -> None:
    del request
    key, _, pk = detail.partition(":")
    block = draft.block(key)
    version = versions_on(draft.around.day).filter(pk=int(pk) if pk.isdecimal() else 0).first()
    choose_version(block, version, around=draft.around)
    lay_out_papers(block, None, on=draft.around.day)
    if version:
        draft.focus = f"all:{block.key}" if block.papers else "receive"
    else:
        block.form.focus("procedure")


def _find(request: HttpRequest, draft: Draft, detail: str) -> None:
    block = draft.block(detail)
    text = str(block.form["procedure"].value() or "")
    block.matches = find_procedures(text, on=draft.around.day)
    if len(block.matches) == 1:
        _choose(request, draft, f"{block.key}:{block.matches[0].held[0].pk}")  # type: ignore[attr-defined]


def _tick_all(request: HttpRequest, draft: Draft, detail: str) -> None:
    del request
    tick_all(draft.block(detail).papers)
    draft.focus = "receive"


def _add_paper(request: HttpRequest, draft: Draft, detail: str) -> None:
    del request
    add_other(draft.block(detail))


def _add_dossier(request: HttpRequest, draft: Draft, detail: str) -> None:
    del request, detail
    add_block(draft)


def _drop_dossier(request: HttpRequest, draft: Draft, detail: str) -> None:
    del request
    drop_block(draft, detail)


def _open(request: HttpRequest, draft: Draft, detail: str) -> None:
    """Open what an exit asks for, filled as far as the screen knows it."""
    del request
    block = draft.blocks[0]
    if len(draft.blocks) > 1:
        return
    if detail == "supplement":
        missing = missing_of(block.papers)
        lines = [f"- {each.name}: {_lacking(each.originals, each.copies)}" for each in missing]
        open_panel(draft, detail, content="\n".join(lines))
    elif detail == "at_once":
        name = block.version.result_name if block.version else ""
        receiver = draft.applicant["full_name"].value()
        today = draft.around.day
        open_panel(draft, detail, name=name, returned_to=receiver, issued_on=today)
    else:
        open_panel(draft, detail)
    if draft.panel_form is None:
        draft.focus = "receive"
    else:
        draft.panel_form.focus(next(iter(draft.panel_form.fields)))


def _lacking(originals: int, copies: int) -> str:
    said = [
        _("%(count)s bản chính") % {"count": originals} if originals else "",
        _("%(count)s bản sao") % {"count": copies} if copies else "",
    ]
    return ", ".join(part for part in said if part)


STEPS: Final[Mapping[str, Step]] = {
    "look": look,
    "earlier": take_earlier,
    "find": _find,
    "procedure": _choose,
    "all": _tick_all,
    "paper": _add_paper,
    "dossier": _add_dossier,
    "drop": _drop_dossier,
    "open": _open,
}
"""What a button of the counter does, short of receiving; the names are those of its buttons."""
