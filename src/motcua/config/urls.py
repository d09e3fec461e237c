"""All addresses; each area answers for its own."""

from django.urls import include, path

urlpatterns = [
    path("tai-khoan/", include("allauth.urls")),
]
