"""The screens of the organisation, as people use them."""

import io
import re
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import Workbook

from motcua.audit.models import Entry
from motcua.organisation.actions import load_calendar
from motcua.organisation.models import Account, CalendarDay, Post, Unit
from motcua.organisation.rules.acts import Scope
from organisation.factories import REFORM, AccountFactory, Province, RoleFactory, UnitFactory

pytestmark = pytest.mark.django_db

FIRST = "bàn ghế sông trăng"


@pytest.fixture
def province():
    return Province()


@pytest.fixture
def officer(province):
    return province.officer(full_name="Nguyễn Thị Ánh", username="anh")


@pytest.fixture
def desk(officer):
    return signed_in(officer)


def signed_in(account):
    client = Client()
    client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def at(name, *args, **query):
    address = reverse(f"organisation:{name}", args=args)
    return address + (
        "?" + "&".join(f"{key}={value}" for key, value in query.items()) if query else ""
    )


def said(response):
    """Return the words of a page, without its tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def today_plus(days=0):
    return (timezone.localdate() + timedelta(days)).strftime("%d/%m/%Y")


class TestTheTree:
    def test_the_units_of_today_stand_under_one_another(self, desk):
        page = desk.get(at("units"))
        assert page.status_code == 200
        text = page.content.decode()
        places = [text.index(name) for name in ("Tỉnh Hải Dương", "Huyện Tứ Kỳ", "Xã Đại Sơn")]
        assert places == sorted(places)
        assert 'class="depth-2"' in text
        assert "H23.298.11119" in text

    def test_another_day_another_tree(self, desk, province):
        UnitFactory(name="Xã Sẽ Có", valid_from=date(2099, 1, 1), parent=province.tu_ky)
        assert "Xã Sẽ Có" not in said(desk.get(at("units")))
        assert "Xã Sẽ Có" in said(desk.get(at("units", ngay="01/01/2099")))
        assert "chưa có đơn vị nào" in said(desk.get(at("units", ngay="01/01/1950")))

    def test_a_day_that_is_none_shows_today_and_says_so_nowhere_else(self, desk):
        assert "Xã Đại Sơn" in said(desk.get(at("units", ngay="31/02/2025")))

    def test_levels_words_and_codes_filter_it(self, desk):
        assert "Xã Đại Sơn" not in said(desk.get(at("units", cap="district")))
        found = said(desk.get(at("units", tim="dai son")))
        assert "Xã Đại Sơn" in found
        assert "Xã Hà Kỳ" not in found
        assert "Xã Hà Kỳ" in said(desk.get(at("units", tim="11128")))

    def test_a_filter_asks_for_the_list_alone(self, desk):
        part = desk.get(at("units", tim="dai"), headers={"HX-Request": "true"})
        assert part.content.decode().startswith('<div id="tree">')

    def test_the_number_of_queries_does_not_grow_with_the_tree(
        self, desk, province, django_assert_max_num_queries
    ):
        for number in range(30):
            UnitFactory(name=f"Xã {number}", parent=province.tu_ky)
        with django_assert_max_num_queries(20):
            desk.get(at("units"))

    def test_who_is_not_signed_in_signs_in_first(self):
        assert Client().get(at("units")).status_code == 302

    def test_who_may_not_edit_is_offered_nothing_to_edit(self, province):
        page = said(signed_in(province.officer("lanh-dao")).get(at("units")))
        assert "Lập đơn vị" not in page
        assert signed_in(province.officer("lanh-dao")).get(at("found")).status_code == 403


class TestAUnit:
    def test_it_shows_codes_people_and_what_is_above(self, desk, province):
        province.officer("lanh-dao", unit=province.dai_son, full_name="Phạm Quang Minh")
        page = said(desk.get(at("unit", province.dai_son.pk)))
        for words in ("H23.298.11119", "Phạm Quang Minh", "Lãnh đạo đơn vị", "Huyện Tứ Kỳ"):
            assert words in page

    def test_people_are_shown_to_who_looks_after_them_only(self, province):
        province.officer("lanh-dao", unit=province.dai_son, full_name="Phạm Quang Minh")
        reader = signed_in(province.officer("giam-sat", username="giamsat"))
        assert "Phạm Quang Minh" not in said(reader.get(at("unit", province.dai_son.pk)))

    def test_a_unit_that_there_is_not_is_not_found(self, desk):
        assert desk.get(at("unit", 10**9)).status_code == 404

    def test_after_a_reform_it_shows_who_carries_on(self, desk, province):
        desk.post(
            at("end", province.dai_son.pk),
            {
                "last_day": today_plus(-1),
                "successors": [province.ha_ky.pk],
                "document": "1669/NQ-UBTVQH15",
            },
        )
        page = said(desk.get(at("unit", province.dai_son.pk)))
        assert "Đã chấm dứt" in page
        assert "Có một đơn vị kế thừa" in page
        assert "Xã Hà Kỳ" in page
        assert "Kế thừa công việc của" in said(desk.get(at("unit", province.ha_ky.pk)))


class TestDecidingAboutUnits:
    def test_a_unit_is_founded_under_the_one_that_was_chosen(self, desk, province):
        first = desk.get(at("found", parent=province.tu_ky.pk))
        assert f'value="{province.tu_ky.pk}" selected' in first.content.decode()
        answer = desk.post(
            at("found"),
            {
                "name": "Xã Mới",
                "level": "commune",
                "parent": province.tu_ky.pk,
                "valid_from": "01/07/2025",
                "code": "h23.298.1",
            },
        )
        unit = Unit.objects.get(name="Xã Mới")
        assert answer.headers["Location"] == at("unit", unit.pk)
        assert unit.codes.get().code == "H23.298.1"

    def test_a_refusal_is_said_beside_its_field_and_nothing_typed_is_lost(self, desk, province):
        answer = desk.post(
            at("found"),
            {
                "name": "Xã Mới",
                "level": "commune",
                "parent": province.tu_ky.pk,
                "valid_from": "01/07/2025",
                "code": "H23.298.11119",
            },
        )
        assert answer.status_code == 422
        assert "Mã H23.298.11119 đang là mã của «Xã Đại Sơn»." in said(answer)
        assert 'value="Xã Mới"' in answer.content.decode()
        assert not Unit.objects.filter(name="Xã Mới").exists()

    def test_the_last_day_is_the_last_day(self, desk, province):
        desk.post(at("end", province.dai_son.pk), {"last_day": "30/06/2025", "document": "NQ 1669"})
        assert Unit.objects.get(pk=province.dai_son.pk).valid_to == REFORM

    def test_a_district_with_communes_is_not_ended(self, desk, province):
        answer = desk.post(
            at("end", province.tu_ky.pk), {"last_day": "30/06/2025", "document": "NQ 1669"}
        )
        assert answer.status_code == 422
        assert "Xã Đại Sơn, Xã Hà Kỳ" in said(answer)

    def test_a_code_is_given(self, desk, province):
        assert desk.get(at("give_code", province.tu_ky.pk)).status_code == 200
        desk.post(
            at("give_code", province.tu_ky.pk),
            {"code": "H24.1", "valid_from": "01/07/2025", "document": "QĐ 1"},
        )
        assert province.tu_ky.codes.count() == 2

    def test_the_administrator_of_a_district_decides_about_its_communes_alone(self, province):
        desk = signed_in(province.officer("quan-tri-don-vi", unit=province.tu_ky))
        assert desk.get(at("end", province.dai_son.pk)).status_code == 200
        assert desk.get(at("end", province.tu_ky.pk)).status_code == 404
        assert desk.get(at("give_code", province.van_hoi.pk)).status_code == 404
        offered = desk.get(at("found")).content.decode()
        assert "Xã Đại Sơn" in offered
        assert "Huyện Ninh Giang" not in offered


class TestATable:
    def send(self, desk, content, name="don-vi.csv"):
        return desk.post(at("take_over"), {"sheet": SimpleUploadedFile(name, content)})

    def test_what_became_of_its_rows_is_told(self, desk):
        assert desk.get(at("take_over")).status_code == 200
        head = "code;name;level;parent\n"
        page = self.send(desk, f"{head}H23.298.1;Xã Một;xã;H23.298\n!;Hai;xã;\n".encode())
        words = said(page)
        assert "Đã ghi nhận 1 đơn vị; 0 đơn vị đã có, không đổi; 1 dòng chưa nhận được." in words
        assert "không đúng dạng mã định danh" in words

    def test_a_workbook_is_taken(self, desk):
        book = Workbook()
        book.active.append(["code", "name", "level", "parent"])
        book.active.append(["H23.298.1", "Xã Một", "commune", "H23.298"])
        file = io.BytesIO()
        book.save(file)
        self.send(desk, file.getvalue(), "don-vi.xlsx")
        assert Unit.objects.filter(name="Xã Một").exists()

    def test_a_file_that_is_no_table_is_refused_in_words(self, desk):
        answer = self.send(desk, b"%PDF-1.7")
        assert answer.status_code == 422
        assert "không phải là bảng CSV hoặc XLSX" in said(answer)


class TestPeople:
    def test_they_are_listed_by_their_given_name_with_what_they_do(self, desk, province):
        province.officer("lanh-dao", unit=province.dai_son, full_name="Trần Văn Bình")
        AccountFactory(unit=province.ha_ky, full_name="Lê Đức", must_change_password=True)
        text = said(desk.get(at("people")))
        places = [text.index(name) for name in ("Nguyễn Thị Ánh", "Trần Văn Bình", "Lê Đức")]
        assert places == sorted(places)
        assert "Lãnh đạo đơn vị" in text
        assert "Chưa đổi mật khẩu" in text

    def test_they_are_found_without_marks_and_by_unit(self, desk, province):
        AccountFactory(unit=province.ha_ky, full_name="Lê Đức", username="leduc")
        AccountFactory(unit=province.dai_son, full_name="Lê Đông", username="ledong")
        assert "Lê Đông" not in said(desk.get(at("people", tim="duc le")))
        assert "Lê Đức" in said(desk.get(at("people", tim="duc le")))
        by_unit = said(desk.get(at("people", don_vi=province.ha_ky.pk)))
        assert "Lê Đức" in by_unit
        assert "Lê Đông" not in by_unit

    def test_a_long_list_goes_on_where_it_stopped(
        self, desk, province, django_assert_max_num_queries
    ):
        for number in range(45):
            AccountFactory(unit=province.dai_son, full_name=f"Lê Văn A{number:02}")
        with django_assert_max_num_queries(20):
            first = desk.get(at("people"))
        after = re.search(r"after=([\w-]+)", first.content.decode())[1]
        rest = said(desk.get(at("people", after=after), headers={"HX-Request": "true"}))
        shown = [f"A{n:02}" for n in range(45) if f"A{n:02}" in said(first)]
        others = [f"A{n:02}" for n in range(45) if f"A{n:02}" in rest]
        assert sorted(shown + others) == [f"A{n:02}" for n in range(45)]

    def test_an_account_is_opened_and_its_password_shown_once(self, desk, province):
        answer = desk.post(
            at("open_account"),
            {"full_name": "Trần Văn Bình", "username": "binh", "unit": province.dai_son.pk},
        )
        account = Account.objects.get(username="binh")
        password = re.search(r'password-once">([^<]+)<', answer.content.decode())[1]
        assert account.check_password(password)
        assert account.must_change_password
        assert password not in said(desk.get(at("person", account.pk)))
        assert "no-store" in answer.headers["Cache-Control"]

    def test_a_name_that_is_taken_is_said_beside_the_field(self, desk, province):
        AccountFactory(username="binh", unit=province.dai_son)
        answer = desk.post(
            at("open_account"),
            {"full_name": "Trần Văn Bình", "username": "Binh", "unit": province.dai_son.pk},
        )
        assert answer.status_code == 422
        assert "Tên đăng nhập binh đã có người dùng." in said(answer)

    def test_people_of_other_units_are_not_found(self, province):
        desk = signed_in(province.officer("quan-tri-don-vi", unit=province.tu_ky))
        stranger = AccountFactory(unit=province.van_hoi, full_name="Lê Đức")
        assert "Lê Đức" not in said(desk.get(at("people")))
        for name in ("person", "appoint", "close", "reopen", "move"):
            assert desk.get(at(name, stranger.pk)).status_code == 404
        for name in ("issue_password", "unlock", "take_factors"):
            assert desk.post(at(name, stranger.pk)).status_code == 404

    def test_who_manages_nobody_sees_no_list(self, province):
        desk = signed_in(province.officer("lanh-dao"))
        assert desk.get(at("people")).status_code == 403


class TestPosts:
    def appoint(self, desk, person, unit, **changes):
        RoleFactory(code="cong-chuc-mot-cua")
        form = {
            "unit": unit.pk,
            "role": "cong-chuc-mot-cua",
            "scope": "own",
            "valid_from": today_plus(),
            **changes,
        }
        return desk.post(at("appoint", person.pk), form)

    def test_somebody_is_appointed_and_the_post_is_ended(self, desk, province):
        person = AccountFactory(unit=province.dai_son)
        assert desk.get(at("appoint", person.pk)).status_code == 200
        answer = self.appoint(desk, person, province.dai_son, last_day=today_plus(30))
        assert answer.headers["Location"] == at("person", person.pk)
        post = person.posts.get()
        assert post.valid_to == timezone.localdate() + timedelta(31)
        assert "Công chức Bộ phận Một cửa" in said(desk.get(at("person", person.pk)))
        assert desk.get(at("end_post", post.pk)).status_code == 200
        desk.post(at("end_post", post.pk), {"last_day": today_plus(1), "because": "Luân chuyển"})
        assert Post.objects.get(pk=post.pk).valid_to == timezone.localdate() + timedelta(2)

    def test_a_role_beyond_ones_own_is_refused_beside_its_field(self, province):
        desk = signed_in(province.officer("quan-tri-don-vi", unit=province.tu_ky))
        RoleFactory(code="quan-tri-he-thong")
        person = AccountFactory(unit=province.dai_son)
        answer = self.appoint(desk, person, province.dai_son, role="quan-tri-he-thong")
        assert answer.status_code == 422
        assert "Đề nghị người quản trị hệ thống phân công." in said(answer)

    def test_somebody_of_another_unit_is_found_by_the_exact_name_only(self, province):
        desk = signed_in(province.officer("quan-tri-don-vi", unit=province.tu_ky))
        seconded = AccountFactory(unit=province.van_hoi, username="leduc")
        assert "Không có tài khoản" in said(desk.post(at("seek"), {"username": "ledu"}))
        answer = desk.post(at("seek"), {"username": "LeDuc"})
        assert answer.headers["Location"] == at("appoint", seconded.pk, ten="leduc")
        assert desk.get(at("appoint", seconded.pk, ten="ledu")).status_code == 404
        assert desk.get(at("appoint", seconded.pk, ten="leduc")).status_code == 200

    def test_closing_moving_and_opening_again(self, desk, province):
        person = AccountFactory(unit=province.dai_son)
        for name in ("close", "move", "reopen"):
            assert desk.get(at(name, person.pk)).status_code == 200
        desk.post(at("close", person.pk), {"because": "Nghỉ hưu"})
        assert not Account.objects.get(pk=person.pk).is_active
        desk.post(at("reopen", person.pk), {"because": "Trở lại"})
        desk.post(at("move", person.pk), {"unit": province.ha_ky.pk})
        person.refresh_from_db()
        assert (person.is_active, person.unit) == (True, province.ha_ky)
        assert Entry.objects.count() == 3

    def test_whose_account_is_closed_is_out_at_the_next_click(self, desk, province):
        person = province.officer("lanh-dao", unit=province.dai_son)
        own = signed_in(person)
        assert own.get(at("units")).status_code == 200
        desk.post(at("close", person.pk), {"because": "Nghỉ hưu"})
        assert own.get(at("units")).status_code == 302

    def test_a_password_is_issued_and_a_lock_taken_away(self, desk, province):
        person = AccountFactory(unit=province.dai_son)
        answer = desk.post(at("issue_password", person.pk))
        password = re.search(r'password-once">([^<]+)<', answer.content.decode())[1]
        person.refresh_from_db()
        assert person.check_password(password)
        assert desk.post(at("unlock", person.pk)).status_code == 302
        assert desk.post(at("take_factors", person.pk)).status_code == 302


class TestRoles:
    def test_a_role_is_shown_and_set(self, desk):
        role = RoleFactory(code="giam-sat")
        assert "Xem hồ sơ, Xem nhật ký" in said(desk.get(at("roles")))
        assert desk.get(at("role", role.pk)).status_code == 200
        desk.post(at("role", role.pk), {"name": "Thanh tra", "acts": ["intake.read"]})
        role.refresh_from_db()
        assert (role.name, role.acts.count()) == ("Thanh tra", 1)

    def test_the_keys_stay_in_the_own_role(self, desk, officer):
        role = officer.posts.get().role
        answer = desk.post(at("role", role.pk), {"name": "QTHT", "acts": []})
        assert answer.status_code == 422
        assert "Không ai tự bỏ quyền quản lý tài khoản" in said(answer)

    def test_who_is_not_over_all_sees_and_sets_none(self, province):
        desk = signed_in(province.officer("quan-tri-don-vi", unit=province.tu_ky, scope=Scope.OWN))
        role = RoleFactory(code="giam-sat")
        assert at("role", role.pk) not in desk.get(at("roles")).content.decode()
        assert desk.post(at("role", role.pk), {"name": "X", "acts": []}).status_code == 403


class TestTheCalendar:
    SWAP = {
        "day": "02/01/2026",
        "kind": "NGHI_BU",
        "name": "Hoán đổi với 10/01/2026",
        "document": "12729/VPCP-KGVX",
    }

    def test_a_year_hangs_on_the_wall_with_its_documents(self, desk):
        load_calendar(at=timezone.now())
        page = said(desk.get(at("calendar", nam=2026)))
        assert "Lịch làm việc năm 2026" in page
        assert "250 ngày làm việc" in page
        assert "12729/VPCP-KGVX" in page
        assert "cần đối chiếu" in page

    def test_years_out_of_reason_show_the_nearest_that_there_is(self, desk):
        for year in ("", "abc", "0000", "9999", "²²²²"):
            assert desk.get(at("calendar", nam=year)).status_code == 200

    def test_what_a_day_changes_is_shown_before_it_is_recorded(self, desk):
        assert desk.get(at("add_day")).status_code == 200
        preview = desk.post(at("add_day"), self.SWAP)
        assert "từ ngày làm việc thành ngày nghỉ" in said(preview)
        assert not CalendarDay.objects.exists()
        answer = desk.post(at("add_day"), {**self.SWAP, "confirmed": "1"})
        assert answer.headers["Location"] == at("calendar", nam=2026)
        assert CalendarDay.objects.get().day == date(2026, 1, 2)

    def test_how_many_dossiers_it_concerns_an_upper_area_tells(self, desk, settings):
        settings.CALENDAR_IMPACT = "organisation.impact.counted"
        assert "7 hồ sơ đang xử lý" in said(desk.post(at("add_day"), self.SWAP))

    def test_a_day_that_changes_nothing_is_refused_beside_its_field(self, desk):
        answer = desk.post(at("add_day"), {**self.SWAP, "day": "03/01/2026"})
        assert answer.status_code == 422
        assert "Ngày 03/01/2026 vốn đã như vậy" in said(answer)

    def test_a_day_that_is_there_is_refused_at_once(self, desk):
        desk.post(at("add_day"), {**self.SWAP, "confirmed": "1"})
        answer = desk.post(at("add_day"), self.SWAP)
        assert "Ngày 02/01/2026 đã có trong lịch." in said(answer)

    def test_a_day_is_withdrawn_after_a_look_at_what_that_changes(self, desk):
        desk.post(at("add_day"), {**self.SWAP, "confirmed": "1"})
        row = CalendarDay.objects.get()
        assert desk.get(at("withdraw_day", row.pk)).status_code == 200
        preview = desk.post(at("withdraw_day", row.pk), {"document": "Đính chính"})
        assert "từ ngày nghỉ thành ngày làm việc" in said(preview)
        desk.post(at("withdraw_day", row.pk), {"document": "Đính chính", "confirmed": "1"})
        row.refresh_from_db()
        assert row.withdrawn_by == "Đính chính"
        assert "Đã rút khỏi lịch" in said(desk.get(at("calendar", nam=2026)))
        assert desk.get(at("withdraw_day", row.pk)).status_code == 404

    def test_everybody_reads_it_and_few_change_it(self, province):
        desk = signed_in(province.officer("lanh-dao"))
        assert desk.get(at("calendar")).status_code == 200
        assert "Thêm ngày" not in said(desk.get(at("calendar")))
        assert desk.post(at("add_day"), self.SWAP).status_code == 403
