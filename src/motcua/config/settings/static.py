"""Where style, scripts, fonts and icons of the screens lie, and how they are served."""

from pathlib import Path

ASSETS = Path(__file__).resolve().parents[4] / ".assets"
"""What the launcher fetched; nothing of others' is part of the project itself."""

ICONS = ASSETS / "icons"
STATICFILES_DIRS = [folder] if (folder := ASSETS / "static").is_dir() else []

FILES = {"default": {"BACKEND": "django.core.files.storage.FileSystemStorage"}}
STORAGES = FILES | {
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
}
"""Each file is served under the digest of its content, so a browser keeps it for good."""

UNHASHED = FILES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
"""For tests, which collect nothing."""

STATIC_URL = "/static/"
