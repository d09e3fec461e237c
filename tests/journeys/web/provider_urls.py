"""The provider's addresses beside Motcua's own."""

from django.urls import include, path

from motcua.config.urls import urlpatterns as own

urlpatterns = [path("", include("allauth.idp.urls")), *own]
