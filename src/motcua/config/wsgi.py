"""The web application for any WSGI server."""

import os

from django.core.wsgi import get_wsgi_application

from motcua.config.parentage import follow_parent

follow_parent()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings.base")
application = get_wsgi_application()
