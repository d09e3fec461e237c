"""Who sits at the counters of the example, and what they offer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from motcua.catalogue.models import ProcedureVersion, RequiredComponent
from motcua.catalogue.queries import offered_on
from motcua.catalogue.rules.terms import Channel, TimeLimit, TimeUnit
from motcua.config.demo.people import Place, citizen
from motcua.config.demo.stories import Moment, Offer, Story
from motcua.intake.rules.deadlines import local
from motcua.intake.rules.outcomes import ResultKind
from motcua.intake.rules.requests import DossierRequest, Paper, ResultPaper
from motcua.organisation.models import Account, Level

OFTEN: Final[Mapping[str, int]] = {
    **dict.fromkeys(("2.000815", "2.000884", "1.001193", "1.004873"), 12),
    **dict.fromkeys(("2.000635", "1.000894", "1.000656", "1.001612", "2.000908"), 8),
    **dict.fromkeys(("1.001776", "1.009994", "2.000720", "1.004859", "1.001731"), 4),
}
"""What people come for most, by the code of the procedure; everything else counts 1."""

BY_FIRMS: Final = frozenset({"2.000815", "2.000884"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A counter of the example and the people behind it."""

    unit_id: int
    place: Place
    one_stop: Account
    officials: tuple[Account, ...]
    leader: Account

    def official(self, number: int) -> Account:
        """Return whose turn it is."""
        return self.officials[number % len(self.officials)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Adviser:
    """Who is asked for an opinion."""

    unit_id: int
    account: Account


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """What the office offers on a day, with the papers of each procedure."""

    versions: Mapping[int, ProcedureVersion]
    papers: Mapping[int, Sequence[RequiredComponent]]

    def offers(self) -> list[Offer]:
        """Return the procedures as stories need them, in the order of their codes."""
        return [
            Offer(
                version_id=version.pk,
                limit=TimeLimit(unit=TimeUnit(version.time_unit), amount=version.time_amount),
                papers=sum(not paper.is_optional for paper in self.papers[version.pk]),
                costs=version.fee > 0,
                weight=OFTEN.get(version.procedure.code, 1),
                by_firms=version.procedure.code in BY_FIRMS,
            )
            for version in self.versions.values()
        ]


def shelf_on(day: date) -> Shelf:
    """Return what communes offer on a day, at the counter and online."""
    rows = offered_on(day, level=Level.COMMUNE.value, channel=Channel.ONLINE)
    versions = list(
        rows.select_related("procedure")
        .prefetch_related("components", "steps")
        .order_by("procedure__code")
    )
    return Shelf(
        versions={version.pk: version for version in versions},
        papers={version.pk: list(version.components.all()) for version in versions},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One thing that is done, with everybody who takes part."""

    number: int
    story: Story
    moment: Moment
    desk: Desk
    adviser: Adviser
    version: ProcedureVersion
    papers: Sequence[RequiredComponent]
    dossier_id: int

    @property
    def at(self) -> datetime:
        """Return when it is done."""
        return self.moment.at

    @property
    def official(self) -> Account:
        """Return who handles the dossier."""
        return self.desk.official(self.number)

    @property
    def lacking(self) -> int:
        """Return the number of the last paper that must be there."""
        return [paper.number for paper in self.papers if not paper.is_optional][-1]

    def request(self, *, without: int | None = None) -> DossierRequest:
        """Return what the citizen hands in, perhaps without one paper."""
        is_online = self.story.plot.online
        return DossierRequest(
            version_id=self.version.pk,
            receiving_unit_id=self.desk.unit_id,
            applicant=citizen(self.story.citizen, place=self.desk.place),
            papers=tuple(
                handed_in(paper, is_electronic=is_online)
                for paper in self.papers
                if not paper.is_optional and paper.number != without
            ),
            channel=Channel.ONLINE if is_online else Channel.DIRECT,
            return_place=f"Bộ phận Một cửa {self.desk.place.name}",
        )

    def result(self, kind: ResultKind = ResultKind.POSITIVE) -> ResultPaper:
        """Return the paper that ends the dossier."""
        refused = kind is ResultKind.REFUSAL
        return ResultPaper(
            name="Văn bản từ chối giải quyết" if refused else self.version.result_name,
            kind=kind,
            number_symbol=f"{self.number + 1}/{'TB' if refused else 'KQ'}-UBND",
            issued_on=local(self.at).date(),
            signer=self.desk.leader.full_name,
        )


def handed_in(paper: RequiredComponent, *, is_electronic: bool) -> Paper:
    """Return a paper as it is asked for, from a folder or from a computer."""
    if is_electronic:
        return Paper(number=paper.number, is_electronic=True)
    return Paper(number=paper.number, originals=paper.originals, photocopies=paper.copies)
