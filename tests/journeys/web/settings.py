"""What the served installation of the journeys runs with."""

from motcua.config.settings.test import *  # noqa: F403

WHITENOISE_USE_FINDERS = True  # the files of the screens as they lie in the tree
