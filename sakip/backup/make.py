"""Making a backup."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import DatabaseError
from django.utils import timezone

from kecamatan.ground.errors import InputError
from kecamatan.models import BackupRun
from sakip.backup.engine import engine_here
from sakip.backup.folder import (
    AtWork,
    backups_in,
    file_mark,
    kept_alone,
    new_file,
    outdated,
    remove,
    verified,
    written_whole,
)
from sakip.backup.manifest import FILE, MEDIA, Manifest, write_manifest
from sakip.backup.media import MediaCopy
from sakip.backup.program import program_version
from sakip.backup.runs import keep_run
from sakip.web.storage_trouble import storage_trouble

_OF_A_PLACE: Final[dict[type[OSError], str]] = {
    FileNotFoundError: "Folder induknya tidak ada. Buat foldernya atau pasang disknya, lalu ulangi.",
    FileExistsError: "Itu bukan folder. Tulis nama folder.",
    NotADirectoryError: "Induknya bukan folder. Tulis letak yang lain.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A backup that was made, what is in it, and how many of before were removed."""

    folder: Path
    manifest: Manifest
    removed: int


def make_backup(place: Path, *, daily: int, weekly: int) -> Made:
    """Write a backup into a folder of its own in ``place``, verify it, and remove those that need not be kept any more
    (:func:`sakip.backup.folder.outdated`). What became of it is kept, a failure too.

    Raises InputError, DatabaseError. A failure leaves every backup of before as it was.
    """
    begun = timezone.now()
    place = place.resolve()
    try:
        _ensure_outside(place)
        with kept_alone(place):
            folder, manifest = _write(place, begun)
            going = outdated(backups_in(place), daily=daily, weekly=weekly)
            for old in going:
                remove(old)
    except AtWork:  # the other one says what becomes of it
        raise
    except Exception as error:
        _keep_failure(begun, error, place)
        if isinstance(error, OSError):
            raise InputError(_words(error, place)) from error
        raise
    keep_run(
        BackupRun(
            begun=begun,
            ended=manifest.ended,
            folder=str(folder),
            files=len(manifest.media),
            size=manifest.size,
        )
    )
    return Made(folder=folder, manifest=manifest, removed=len(going))


def _ensure_outside(place: Path) -> None:
    for root, words in (
        (settings.MEDIA_ROOT, "berkas unggahan, yang ikut dicadangkan"),
        (settings.STATIC_ROOT, "berkas statis, yang dapat diunduh siapa pun"),
    ):
        if place.is_relative_to(Path(root).resolve()):
            raise InputError(
                f'"{place}" berada di dalam folder {words}. Pilih folder lain, sebaiknya pada disk lain.'
            )


def _write(place: Path, begun: datetime) -> tuple[Path, Manifest]:
    with written_whole(place, begun) as (unfinished, folder):
        engine, media = engine_here(), MediaCopy(unfinished / MEDIA)
        media.take()
        state = engine.dump(unfinished / engine.file)
        media.take()
        manifest = Manifest(
            begun=begun,
            ended=timezone.now(),
            program=program_version(),
            database=state,
            files={f"{MEDIA}/{name}": mark for name, mark in media.marks.items()}
            | {engine.file: file_mark(unfinished / engine.file)},
        )
        with new_file(unfinished / FILE) as target:
            target.write(write_manifest(manifest).encode())
        engine.check(unfinished / engine.file, verified(unfinished).database)
    return folder, manifest


def _keep_failure(begun: datetime, error: Exception, place: Path) -> None:
    problem = _words(error, place)
    with suppress(DatabaseError):  # where it is the database that fails, nothing can be kept; then it is late
        keep_run(BackupRun(begun=begun, ended=timezone.now(), problem=problem))


def _words(error: Exception, place: Path) -> str:
    """What went wrong, with the remedy."""
    if isinstance(error, OSError):
        known = storage_trouble(error) or _OF_A_PLACE.get(type(error), f"{error.strerror or error}.")
        return f'Cadangan ke "{place}" tidak dapat ditulis. {known}'
    if isinstance(error, InputError):
        return str(error)
    return f"Pencadangan terhenti: {type(error).__name__}. Baca catatan perintahnya, lalu ulangi."
