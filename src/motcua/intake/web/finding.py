"""What the one field of the counter means: a card, a number, a name, a code."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.catalogue.models import Procedure
from motcua.catalogue.queries import NAME_ORDER, Wanted, procedures_matching
from motcua.intake.errors import CardUnreadable
from motcua.intake.models import Applicant
from motcua.intake.queries import dossiers_found, dossiers_visible_to, earlier_particulars
from motcua.intake.rules.chip_card import looks_like_a_card, read_card
from motcua.intake.rules.deadlines import local
from motcua.intake.rules.searching import Search, SearchKind, search_for
from motcua.intake.web.asking import officer_of
from motcua.intake.web.cards import card_in_words
from motcua.intake.web.drafts import Draft
from motcua.intake.web.kept_searches import keep_search
from motcua.intake.web.people import differs, fill_from_card, fill_from_earlier
from motcua.organisation.models import Account

MOST_PROCEDURES: Final = 12
MOST_PEOPLE: Final = 3

MOST_DOSSIERS: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What somebody gave before, and where."""

    person: Applicant
    source: str


def look(request: HttpRequest, draft: Draft, detail: str) -> str | None:
    """Take what was typed or scanned for what it is."""
    del detail
    if not draft.who:
        return _look_at_procedures(draft)
    try:
        search = search_for(draft.who)
    except CardUnreadable as refused:
        draft.who_fault = f"{card_in_words(refused)} {_('Quét lại thẻ, hoặc nhập tay ở dưới.')}"
        return None
    if search.kind is SearchKind.CODE:
        return _dossier(request, draft)
    if not draft.gives_codes:
        return reverse("intake:found", args=[keep_search(request, draft.who)])
    return _take_person(draft, search)


def take_earlier(request: HttpRequest, draft: Draft, detail: str) -> str | None:
    """Fill in what somebody gave before; the number must stand in the form already."""
    for known in known_people(draft, account=officer_of(request)):
        if str(known.person.pk) == detail:
            fill_from_earlier(draft.applicant, known.person, source=known.source)
    draft.blocks[0].form.focus("procedure")
    return None


def known_people(draft: Draft, *, account: Account) -> Sequence[Known]:
    """Return what the applicant gave before and the form does not say, the latest first."""
    form, on = draft.applicant, draft.around.day
    numbers = [str(form[name].value() or "") for name in ("identity_number", "old_number")]
    given = earlier_particulars(numbers, account=account, on=on)
    people = [person for person in given[:MOST_PEOPLE] if differs(person, form)]
    sources = _sources(people, account=account, on=on) if people else {}
    elsewhere = _("Đã khai trước đây")
    return [Known(person=who, source=sources.get(who.pk, elsewhere)) for who in people]


def find_procedures(text: str, *, on: date) -> Sequence[Procedure]:
    """Return the procedures offered on a day that a code or words mean, a dozen at most."""
    found = procedures_matching(Wanted(on=on, text=text)).order_by(*NAME_ORDER)
    return list(found[:MOST_PROCEDURES])


def _sources(people: Sequence[Applicant], *, account: Account, on: date) -> dict[int, str]:
    """Return from which dossier each comes, as far as this person may see it; one query."""
    keys = [person.pk for person in people]
    theirs = Q(applicant__in=keys) | Q(owner__in=keys)
    rows = dossiers_visible_to(account, on=on).filter(theirs).order_by("registered_at")
    said: dict[int, str] = {}
    for row in rows.only("code", "registered_at", "applicant_id", "owner_id")[:MOST_DOSSIERS]:
        words = _("Đã có từ hồ sơ %(code)s (%(day)s)")
        source = words % {"code": row.code, "day": f"{local(row.registered_at):%d/%m/%Y}"}
        said |= dict.fromkeys({row.applicant_id, row.owner_id}, source)
    return said


def _take_person(draft: Draft, search: Search) -> str | None:
    form, said = draft.applicant, draft.who
    if looks_like_a_card(said):
        fill_from_card(form, read_card(said))
        draft.blocks[0].form.focus("procedure")
    elif search.kind is SearchKind.IDENTITY:
        form.put(identity_number=search.numbers[0], source="")
        draft.focus = "earlier"
    elif any(sign.isalpha() for sign in said):
        form.put(full_name=said.title() if said.islower() else said)
        form.focus("identity_number")
    else:
        draft.who_fault = _("Đây không phải số định danh, mã số thuế hay mã hồ sơ. Kiểm tra lại.")
        return None
    draft.who = ""
    return None


def _dossier(request: HttpRequest, draft: Draft) -> str | None:
    found = list(
        dossiers_found(draft.who, account=officer_of(request), on=draft.around.day).order_by("-pk")[
            :2
        ]
    )
    if len(found) == 1:
        return reverse("intake:dossier", args=[found[0].pk])
    if found:
        draft.who_fault = _("Mã này chưa đủ, có nhiều hồ sơ bắt đầu như vậy. Gõ hoặc quét đủ mã.")
    else:
        draft.who_fault = _("Không tìm thấy hồ sơ có mã này, hoặc tài khoản không được xem.")
    return None


def _look_at_procedures(draft: Draft) -> str | None:
    for block in draft.blocks:
        if block.version is None and (text := str(block.form["procedure"].value() or "").strip()):
            block.matches = find_procedures(text, on=draft.around.day)
    return None
