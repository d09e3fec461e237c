"""The first page, and the choice of a language."""

from django.urls import path
from django.views.i18n import set_language

from motcua.ui.web.home import home

urlpatterns = [
    path("", home, name="home"),
    path("ngon-ngu/", set_language, name="set_language"),
]
