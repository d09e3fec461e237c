"""A small province with one commune whose counter gives out its own codes."""

from dataclasses import dataclass, field

from intake.calendars import at
from intake.factories import (
    ComponentFactory,
    CounterModeFactory,
    UnitCodeFactory,
    UnitFactory,
    VersionFactory,
    account_with,
)
from motcua.intake import actions
from motcua.intake.rules.requests import (
    DossierRequest,
    HandOver,
    Paper,
    Particulars,
    ResultPaper,
    SupplementSlip,
)
from motcua.organisation.rules.acts import Act

MONDAY = at("2026-03-02 09:00")
"""The 2nd of March 2026; the month has no holiday, so five working days later is Monday 9."""

BINH = Particulars(
    full_name="Trần Thị Bình",
    identity_number="030190000123",
    address="Thôn Đông, xã Đại Sơn",
    phone="0912000111",
)
RESULT = ResultPaper(name="Giấy khai sinh", number_symbol="12/2026", signer="Lê Văn Cường")
ALL_PAPERS = (Paper(number=1, originals=1), Paper(number=2, originals=1))


@dataclass
class Office:
    province: object = field(init=False)
    commune: object = field(init=False)
    section: object = field(init=False)
    other: object = field(init=False)
    version: object = field(init=False)

    def __post_init__(self):
        self.province = UnitFactory(name="Tỉnh Hải Dương", level="province")
        self.commune = UnitFactory(name="Xã Đại Sơn", parent=self.province)
        self.section = UnitFactory(
            name="Bộ phận Tư pháp - Hộ tịch", level="office", parent=self.commune
        )
        self.other = UnitFactory(name="Xã Hà Kỳ", parent=self.province)
        UnitCodeFactory(unit=self.province, code="H23")
        UnitCodeFactory(unit=self.commune, code="H23.288.10514")
        UnitCodeFactory(unit=self.other, code="H23.288.10517")
        CounterModeFactory(unit=self.province)
        self.version = VersionFactory()
        ComponentFactory(version=self.version, number=1, name="Giấy chứng sinh")
        ComponentFactory(version=self.version, number=2, name="Tờ khai", copies=0)
        ComponentFactory(version=self.version, number=3, name="Giấy uỷ quyền", is_optional=True)
        self.counter = account_with(
            Act.RECEIVE,
            Act.RETURN_RESULT,
            Act.READ_DOSSIERS,
            unit=self.commune,
            full_name="Nguyễn Thị Hoa",
            username="hoa",
        )
        self.official = account_with(
            Act.HANDLE, Act.READ_DOSSIERS, unit=self.commune, scope="below", username="dung"
        )
        self.leader = account_with(
            Act.SETTLE, Act.HANDLE, Act.READ_DOSSIERS, unit=self.commune, username="cuong"
        )
        self.stranger = account_with(
            *(Act.RECEIVE, Act.HANDLE, Act.SETTLE, Act.RETURN_RESULT, Act.READ_DOSSIERS),
            unit=self.other,
            username="la",
        )

    def request(self, **given):
        return DossierRequest(
            **{
                "version_id": self.version.pk,
                "receiving_unit_id": self.commune.pk,
                "applicant": BINH,
                "papers": ALL_PAPERS,
                "subject": "Khai sinh cho cháu Trần Minh Anh",
                **given,
            }
        )

    def received(self, moment=MONDAY, **given):
        return actions.receive_dossier(self.request(**given), officer=self.counter, at=moment)

    def in_settlement(self, moment=MONDAY, **given):
        dossier = self.received(moment, **given)
        actions.hand_over(
            dossier_id=dossier.pk,
            to=HandOver(unit_id=self.commune.pk),
            officer=self.counter,
            at=moment,
        )
        dossier.refresh_from_db()
        return dossier

    def settled(self, moment=MONDAY, done=None, **given):
        dossier = self.in_settlement(moment, **given)
        return actions.settle_dossier(
            dossier_id=dossier.pk, results=[RESULT], officer=self.leader, at=done or moment
        )

    def asked(self, dossier, moment, **given):
        slip = SupplementSlip(**{"content": "Giấy chứng sinh thiếu dấu.", "missing": (1,), **given})
        return actions.ask_supplement(
            dossier_id=dossier.pk, slip=slip, officer=self.official, at=moment
        )
