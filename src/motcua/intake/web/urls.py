"""Addresses of dossiers."""

from django.urls import path

from motcua.intake.web import counter, dossier, lists, my_day, search, slips

app_name = "intake"
urlpatterns = [
    path("", lists.dossiers, name="dossiers"),
    path("xuat.csv", lists.dossiers_csv, name="dossiers_csv"),
    path("quay/", counter.counter, name="counter"),
    path("quay/thu-tuc/", counter.procedures, name="procedures"),
    path("quay/han-tra/<int:version_id>/", counter.promise, name="promise"),
    path("tim/", search.search, name="search"),
    path("tim/<slug:key>/", search.found, name="found"),
    path("viec/<slug:name>/", my_day.my_day, name="my_day"),
    path("giay-tiep-nhan/<int:pk>/", slips.receipt, name="receipt"),
    path("<int:pk>/", dossier.dossier, name="dossier"),
    path("<int:pk>/ma.svg", slips.code_picture, name="code"),
    path("<int:pk>/phieu-bo-sung/<int:number>/", slips.supplement_slip, name="supplement_slip"),
    path("<int:pk>/phieu-ket-thuc/", slips.ending_slip, name="ending_slip"),
    path("<int:pk>/phieu-xin-loi/", slips.apology_slip, name="apology_slip"),
    path("<int:pk>/phieu-kiem-soat/", slips.control_slip, name="control_slip"),
    path("<int:pk>/viec/<slug:name>/", dossier.act, name="act"),
]
