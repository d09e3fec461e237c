"""The journal on screen: looking something up, checking the chain, exporting the ends of days."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from motcua.audit import lookup
from motcua.audit.actions import record
from motcua.audit.queries import entries_readable_by, link_of
from motcua.audit.rules.chain import digest_of
from motcua.audit.web.exports import as_csv, as_json
from motcua.audit.web.forms import Days, Filters
from motcua.foundation.pages import screenful
from motcua.foundation.reading import find
from motcua.ui.doors import only_for

ACT = "audit.read"


@require_GET
@only_for(ACT)
def entries(request: HttpRequest) -> HttpResponse:
    """List what somebody looks for, and record that it was looked for."""
    reader = lookup.reader_of(request.user, on=timezone.localdate())
    names = lookup.names_of(reader.journal_books())
    form = Filters(request.GET, books=names)
    wanted = form.wanted()
    after = request.GET.get("after")
    found = lookup.entries_wanted(reader, wanted)
    page = screenful(found, order=("-at", "-pk"), after=after)
    _record(request, lookup.READ, facts=wanted.as_facts())
    shown = {"page": page, "form": form, "books": names, "wanted": wanted}
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, "audit/_rows.html", shown)
    return render(request, "audit/entries.html", {**shown, "check": lookup.last_check(reader)})


@require_GET
@only_for(ACT)
def entry(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one entry with its facts, and whether the chain holds at it."""
    reader = lookup.reader_of(request.user, on=timezone.localdate())
    found = find(entries_readable_by(reader), pk=pk)
    before, after = lookup.beside(found, reader=reader)
    holds = digest_of(link_of(found)) == found.digest
    follows = found.previous == (before.digest if before else "")
    _record(request, lookup.READ, about=f"audit.entry:{found.pk}")
    shown = {
        "entry": found,
        "before": before,
        "after": after,
        "is_whole": holds and follows,
        "book": lookup.names_of(frozenset({found.book}))[found.book],
    }
    return render(request, "audit/entry.html", shown)


@require_POST
@only_for(ACT)
def check(request: HttpRequest) -> HttpResponse:
    """Verify the chains of the books somebody may read, and record what came of it."""
    reader = lookup.reader_of(request.user, on=timezone.localdate())
    result = lookup.check(reader)
    if result.is_too_much:
        text = _(
            "Nhật ký quá dài để kiểm tra ngay trên trang. Chạy lệnh motcua check trên máy chủ."
        )
        messages.warning(request, text)
        return redirect("audit:entries")
    _record(request, lookup.CHECKED, facts=result.as_facts())
    if result.breaks:
        text = _("Chuỗi nhật ký bị đứt ở %(count)s chỗ: %(places)s. Báo ngay cho quản trị viên.")
        said = {"count": len(result.breaks), "places": ", ".join(result.as_facts()["places"])}
        messages.error(request, text % said)
    else:
        text = ngettext(
            "Đã kiểm tra %(entries)s mục: không có chỗ nào bị sửa, xoá hay chèn.",
            "Đã kiểm tra %(entries)s mục: không có chỗ nào bị sửa, xoá hay chèn.",
            result.entries,
        )
        messages.success(request, text % {"entries": result.entries})
    return redirect("audit:entries")


@require_GET
@only_for(ACT)
def heads(request: HttpRequest) -> HttpResponse:
    """Show where each book stood at the end of each day."""
    reader = lookup.reader_of(request.user, on=timezone.localdate())
    form = Days(request.GET, today=timezone.localdate())
    names = lookup.names_of(reader.journal_books())
    ends = lookup.day_ends(reader, **form.cleaned_data) if form.is_valid() else []
    _record(request, lookup.READ, about="audit.heads")
    return render(request, "audit/heads.html", {"form": form, "ends": list(ends), "books": names})


@require_GET
@only_for(ACT)
def heads_file(request: HttpRequest, kind: str) -> HttpResponse:
    """Give the ends of the days as a file, to be kept where nobody who can write here can write."""
    today = timezone.localdate()
    reader = lookup.reader_of(request.user, on=today)
    form = Days(request.GET, today=today)
    if not form.is_valid():
        return redirect("audit:heads")
    span: dict[str, date] = form.cleaned_data
    ends = lookup.day_ends(reader, **span)
    _record(request, lookup.EXPORTED, about="audit.heads", facts={**span, "format": kind})
    answer = as_csv(ends) if kind == "csv" else as_json(ends)
    name = f"motcua-nhat-ky-{span['since']:%Y%m%d}-{span['until']:%Y%m%d}.{kind}"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _record(
    request: HttpRequest,
    act: str,
    *,
    about: str = lookup.JOURNAL,
    facts: dict[str, Any] | None = None,
) -> None:
    record(act=act, by=request.user, about=about, at=timezone.now(), facts=facts)  # type: ignore[arg-type]
