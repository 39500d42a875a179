"""Settings for the tests: the real ones, made fast and independent of the machine's environment."""

import os
import tempfile
from pathlib import Path
from typing import Any, cast

# The suite must not depend on what the shell happens to export; only DATABASE_URL chooses the engine.
for name in [name for name in os.environ if name.startswith("SAKIP_") or name == "REDIS_URL"]:
    del os.environ[name]

from sakip.settings import *  # noqa: E402, F403
from sakip.settings import DATABASES, SQLITE_OPTIONS, STORAGES, TEMPLATES  # noqa: E402
from tests.template_names import NothingHasIt  # noqa: E402

# Argon2 is slow on purpose; no test is about the strength of a hash.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# A name that nothing has is printed as nothing there, and found here.
(_engine,) = TEMPLATES
TEMPLATES = [
    {
        **_engine,
        "OPTIONS": {**cast(dict[str, Any], _engine["OPTIONS"]), "string_if_invalid": NothingHasIt("%s")},
    }
]

# Tasks run at once and in place. A test of the queue itself overrides TASKS with the real backend.
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend", "QUEUES": ["default"]}}

# A test of the lock-out switches it on; elsewhere a wrong password must not colour the next test.
AXES_ENABLED = False

# Static files come straight from their folders, without collectstatic.
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True

# What one process of the suite, or the run before, has printed is not printed again: parts are asked for by everything
# that they are made of, the program's own text included. Who asks whether printing again gives the same has its own.
PDF_PARTS = Path(
    os.environ.get("PDF_PARTS") or Path(tempfile.gettempdir()) / f"sakip-uji-bagian-pdf-{os.getuid()}"
)

# Of the records nothing outlives the run: SQLite need not wait for the disk.
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        **SQLITE_OPTIONS,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;",
    }
