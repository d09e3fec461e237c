"""Addresses of background work."""

from django.urls import path

from motcua.jobs.web import views

app_name = "jobs"
urlpatterns = [
    path("", views.jobs_list, name="jobs"),
    path("dang-chay/", views.running, name="running"),
    path("<int:pk>/", views.job_page, name="job"),
    path("<int:pk>/chay-lai/", views.retry, name="retry"),
    path("<int:pk>/huy/", views.cancel, name="cancel"),
]
