"""Addresses of the journal."""

from django.urls import path

from motcua.audit.web import views

app_name = "audit"
urlpatterns = [
    path("", views.entries, name="entries"),
    path("<int:pk>/", views.entry, name="entry"),
    path("kiem-tra/", views.check, name="check"),
    path("cuoi-ngay/", views.heads, name="heads"),
    path("cuoi-ngay.csv", views.heads_file, {"kind": "csv"}, name="heads_csv"),
    path("cuoi-ngay.json", views.heads_file, {"kind": "json"}, name="heads_json"),
]
