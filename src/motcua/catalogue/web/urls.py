"""Addresses of the catalogue."""

from django.urls import path

from motcua.catalogue.web import editing, reading, sheets

app_name = "catalogue"
urlpatterns = [
    path("", reading.procedures, name="procedures"),
    path("moi/", editing.new_procedure, name="new_procedure"),
    path("nhap/", sheets.upload, name="upload"),
    path("nhap/xem-truoc/", sheets.preview, name="preview"),
    path("nhap/ghi-nhan/", sheets.take, name="take"),
    path("nhap/bo/", sheets.drop, name="drop"),
    path("mau.xlsx", sheets.template, name="template"),
    path("danh-muc.xlsx", sheets.workbook, name="workbook"),
    path("danh-muc.csv", sheets.lines, name="csv"),
    path("phien-ban/<int:pk>/sua/", editing.amend_version, name="amend_version"),
    path("phien-ban/<int:pk>/rut/", editing.withdraw, name="withdraw"),
    path("giay-to/<int:pk>/pham-vi/", editing.set_scope, name="set_scope"),
    path("<str:code>/", reading.procedure, name="procedure"),
    path("<str:code>/so-sanh/", reading.comparison, name="comparison"),
    path("<str:code>/phien-ban-moi/", editing.new_version, name="new_version"),
    path("<str:code>/ten/", editing.rename, name="rename"),
    path("<str:code>/ket-thuc/", editing.end, name="end"),
]
