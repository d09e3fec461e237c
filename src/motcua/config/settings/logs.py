"""How the web application and the worker write their logs."""

LOGGING_CONFIG = "motcua.foundation.logging.configure"
LOGGING = {"level": "INFO"}
