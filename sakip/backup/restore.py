"""Restoring a backup into an empty installation."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import connection

from kecamatan.ground.errors import InputError
from sakip.backup.engine import Engine, engine_here, ensure_same_engine, ensure_without_records
from sakip.backup.folder import chosen, verified
from sakip.backup.manifest import MEDIA, DatabaseState, Manifest
from sakip.backup.media import bring_back, ensure_only
from sakip.backup.program import ensure_known
from sakip.integrity import Breach, run_rules


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """The backup that was restored, and which rules over all records were broken in it already."""

    folder: Path
    manifest: Manifest
    breaches: list[Breach]


def check_backup(place: Path) -> tuple[Path, Manifest]:
    """The backup in ``place`` (itself, or the newest one in it), of which every byte is what it was, and which this
    installation could restore. Raises InputError."""
    folder = chosen(place)
    try:
        manifest = verified(folder)
    except OSError as error:
        raise InputError(
            f'Cadangan "{folder}" tidak dapat dibaca: {error.strerror}. Periksa haknya.'
        ) from error
    ensure_same_engine(manifest.database)
    ensure_known(manifest)
    engine = engine_here()
    engine.check(folder / engine.file, manifest.database)
    return folder, manifest


def restore_backup(place: Path) -> Restored:
    """Bring a backup into this installation, which has to be empty, and migrate it to this version.

    Everything is verified before the first byte is written, and again after. Files come first, the database last and
    all at once: stopped in between, the installation is still empty, and the same backup can be restored again. Who was
    signed in is so no more: a session that was ended since must not come back.

    Raises InputError.
    """
    folder, manifest = check_backup(place)
    ensure_without_records()
    ensure_only(manifest.media)
    engine = engine_here()
    bring_back(folder / MEDIA, manifest.media)
    engine.restore(folder / engine.file)
    _ensure_the_same(engine, manifest.database)
    call_command("migrate", verbosity=0, interactive=False)
    Session.objects.all().delete()
    connection.close()
    return Restored(folder=folder, manifest=manifest, breaches=run_rules())


def _ensure_the_same(engine: Engine, wanted: DatabaseState) -> None:
    """Raise InputError where the database is not what was copied: its rows by table, its triggers, its migrations."""
    found = engine.state()
    for now, then, words in (
        (found.migrations, wanted.migrations, "migrasi"),
        (found.rows, wanted.rows, "jumlah baris"),
        (found.triggers, wanted.triggers, "pemicu yang menjaga arsip dan jejak"),
    ):
        if now != then:
            raise InputError(
                f"Yang dipulihkan tidak sama dengan cadangannya: {words} berbeda. Ulangi ke instalasi kosong yang baru;"
                " yang ini jangan dipakai."
            )
