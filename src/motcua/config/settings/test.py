"""What the tests run with: the real settings, and passwords that cost nothing."""

from motcua.config.settings.base import *  # noqa: F403
from motcua.config.settings.static import UNHASHED as STORAGES  # noqa: F401

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
WHITENOISE_AUTOREFRESH = True  # asks the folders, which need not be there yet
