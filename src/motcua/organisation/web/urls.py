"""Addresses of the organisation, its people and its calendar."""

from django.urls import path

from motcua.organisation.web import calendar, people, roles, units

app_name = "organisation"
urlpatterns = [
    path("", units.units, name="units"),
    path("don-vi/<int:pk>/", units.unit_page, name="unit"),
    path("don-vi/lap/", units.found, name="found"),
    path("don-vi/nhap/", units.take_over, name="take_over"),
    path("don-vi/<int:pk>/cham-dut/", units.end, name="end"),
    path("don-vi/<int:pk>/ma/", units.give_code, name="give_code"),
    path("nguoi/", people.people, name="people"),
    path("nguoi/mo/", people.open_account, name="open_account"),
    path("nguoi/tim/", people.seek, name="seek"),
    path("nguoi/<int:pk>/", people.person, name="person"),
    path("nguoi/<int:pk>/phan-cong/", people.appoint, name="appoint"),
    path("nguoi/<int:pk>/dong/", people.close, name="close"),
    path("nguoi/<int:pk>/mo-lai/", people.reopen, name="reopen"),
    path("nguoi/<int:pk>/chuyen/", people.move, name="move"),
    path("nguoi/<int:pk>/mat-khau/", people.issue_password, name="issue_password"),
    path("nguoi/<int:pk>/mo-khoa/", people.unlock, name="unlock"),
    path("nguoi/<int:pk>/go-hai-lop/", people.take_factors, name="take_factors"),
    path("phan-cong/<int:pk>/thoi/", people.end_post, name="end_post"),
    path("vai-tro/", roles.roles, name="roles"),
    path("vai-tro/<int:pk>/", roles.set_role, name="role"),
    path("lich/", calendar.calendar, name="calendar"),
    path("lich/them/", calendar.add_day, name="add_day"),
    path("lich/<int:pk>/rut/", calendar.withdraw_day, name="withdraw_day"),
]
