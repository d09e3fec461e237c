"""What a worker of the tests runs with: no more than the job table and the journal need."""

import os

import dj_database_url

DATABASES = {"default": dj_database_url.parse(os.environ["CREW_DATABASE"])}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
INSTALLED_APPS = ["motcua.audit", "motcua.jobs"]
USE_TZ = True
JOBS = {"leave_a_mark": "jobs.crew.leave_a_mark"}
PERIODIC_JOBS = {}
LOGGING_CONFIG = "motcua.foundation.logging.configure"
LOGGING = {"level": "INFO"}
