"""Motcua's pages once more, as those of an identity provider: allauth can be one."""

from journeys.web.settings import *  # noqa: F403
from journeys.web.settings import CONTENT_POLICY
from motcua.config.settings.base import HOME_FOLDER, INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "allauth.idp.oidc"]
ROOT_URLCONF = "journeys.web.provider_urls"
IDP_OIDC_PRIVATE_KEY = (HOME_FOLDER / "provider.pem").read_text("ascii")
CONTENT_POLICY["form-action"] += ("http://localhost:*",)
