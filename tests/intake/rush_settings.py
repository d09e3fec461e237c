"""Only the areas that a reception touches, on the database that the test names."""

import os

import dj_database_url

from motcua.config.settings.test import *  # noqa: F403
from motcua.config.settings.test import DATABASES

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "motcua.audit",
    "motcua.organisation",
    "motcua.catalogue",
    "motcua.intake",
]
MIDDLEWARE = []
DATABASES = {
    "default": {**DATABASES["default"], **dj_database_url.parse(os.environ["RUSH_DATABASE"])}
}
DATABASES["default"]["CONN_MAX_AGE"] = 0
if DATABASES["default"]["ENGINE"] != "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {}
