"""Which version of the program this is, and which migrations it knows."""

from __future__ import annotations

import tomllib
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db.migrations.loader import MigrationLoader

from kecamatan.ground.errors import InputError
from sakip.backup.manifest import Manifest


def program_version() -> str:
    """The version of the program, "1.7.0"."""
    project = tomllib.loads((Path(settings.BASE_DIR) / "pyproject.toml").read_text(encoding="utf-8"))
    return str(project["project"]["version"])


def ensure_known(manifest: Manifest) -> None:
    """Raise InputError where a backup is of a newer version than this one; that of an older one is migrated."""
    here = program_version()
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    ours = {config.label for config in apps.get_app_configs()}
    strange = [
        name for name in manifest.database.migrations if name not in known and name.partition(".")[0] in ours
    ]
    if strange or _number(manifest.program) > _number(here):
        why = f" (migrasi {strange[-1]} tidak dikenal di sini)" if strange else ""
        raise InputError(
            f"Cadangan ini dibuat versi {manifest.program}{why}, lebih baru daripada versi {here} yang terpasang."
            " Perbarui program, lalu ulangi."
        )


def _number(version: str) -> list[int]:
    return [int(part) for part in version.split(".") if part.isdigit()]
