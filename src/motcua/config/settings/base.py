"""What holds everywhere."""

from pathlib import Path

import dj_database_url

from motcua.config.env import DATABASE, DEMO, HOME, HOSTS
from motcua.config.keys import secret_key
from motcua.config.settings.accounts import *  # noqa: F403
from motcua.config.settings.accounts import ACCOUNT_APPS, ACCOUNT_MIDDLEWARE
from motcua.config.settings.logs import *  # noqa: F403
from motcua.config.settings.screens import *  # noqa: F403
from motcua.config.settings.static import *  # noqa: F403
from motcua.config.settings.work import *  # noqa: F403

HOME_FOLDER = HOME.read()
ROOT = Path(__file__).resolve().parents[4]

SECRET_KEY = secret_key(HOME_FOLDER)
DEBUG = False
ALLOWED_HOSTS = list(HOSTS.read())
DEMO_MODE = DEMO.read()

AREAS = ("audit", "jobs", "organisation", "catalogue", "intake", "ui")

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "tree_queries",
    *(f"motcua.{area}" for area in AREAS),
    *ACCOUNT_APPS,
]

MIDDLEWARE = [
    "motcua.foundation.logging.RequestLogMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "motcua.ui.policy.ContentPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "motcua.foundation.headers.PrivateAnswersMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "motcua.ui.language.ChosenLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    *ACCOUNT_MIDDLEWARE,
    "motcua.foundation.refusing.RefusalMiddleware",
]

ROOT_URLCONF = "motcua.config.urls"
WSGI_APPLICATION = "motcua.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

DATABASES = {
    "default": dj_database_url.parse(
        DATABASE.read() or f"sqlite:///{HOME_FOLDER / 'motcua.sqlite3'}",
        conn_max_age=60,
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # IMMEDIATE: whoever will write waits at the beginning, and never fails in the middle.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"

STATIC_ROOT = HOME_FOLDER / "static"

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

JOURNAL_READER = "motcua.organisation.queries.journal_reader"
"""Who may read which books; the journal itself knows neither units nor posts."""
