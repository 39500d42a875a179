"""The folder in which backups lie: written beside and renamed, verified, found again, and in time removed."""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import IO, Any, BinaryIO, Final

from django.core.files import File
from django.utils import timezone

from kecamatan.ground.errors import InputError
from sakip.backup.manifest import ANOTHER, FILE, FileMark, Manifest, read_manifest

#: Nobody but the owner reads what is in a backup.
OWNER_FILE: Final = 0o600
OWNER_FOLDER: Final = 0o700

_STAMP: Final = "%Y%m%dT%H%M%SZ"
_NAME: Final = re.compile(r"sakip-(\d{8}T\d{6}Z)(?:-(\d+))?")
_UNFINISHED: Final = ".sementara-"
_GOING: Final = ".buang-"
_LOCK: Final = ".kunci"
_PIECE: Final = 1 << 20
#: So many names of files are told.
_TOLD: Final = 3


class AtWork(InputError):
    """Another process writes backups to the same folder at this moment."""


@contextmanager
def kept_alone(place: Path) -> Iterator[None]:
    """While this holds, nobody else writes backups here; what a killed run left is removed first.

    The folder is made where it is not there yet, in one that is. Raises AtWork, OSError.
    """
    place.mkdir(mode=OWNER_FOLDER, exist_ok=True)
    lock = os.open(place / _LOCK, os.O_CREAT | os.O_WRONLY, OWNER_FILE)
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise AtWork(
                f'Pencadangan lain ke "{place}" sedang berjalan. Tunggu sampai selesai, lalu ulangi.'
            ) from error
        for left in place.iterdir():
            if left.name.startswith((_UNFINISHED, _GOING)):
                shutil.rmtree(left)
        yield
    finally:
        os.close(lock)


@contextmanager
def written_whole(place: Path, begun: datetime) -> Iterator[tuple[Path, Path]]:
    """A folder to write into, and the one that it becomes at the end of this; an error leaves neither."""
    name = f"sakip-{begun.astimezone(UTC):{_STAMP}}"
    final, number = place / name, 1
    while final.exists():
        number += 1
        final = place / f"{name}-{number}"
    unfinished = place / f"{_UNFINISHED}{final.name}"
    unfinished.mkdir(mode=OWNER_FOLDER)
    try:
        yield unfinished, final
        os.sync()  # what is renamed has to be on the disk: once for all of its files
        unfinished.rename(final)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    _flush(place)


def _flush(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def new_file(path: Path) -> BinaryIO:
    """A file that was not there, for the owner alone, in folders for the owner alone."""
    own_folders(path)
    return os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNER_FILE), "wb")


def own_folders(path: Path) -> None:
    """Make the folders in which a file is to lie, for the owner alone."""
    for folder in reversed(path.parents):
        if not folder.exists():
            folder.mkdir(mode=OWNER_FOLDER)


def pieces(source: IO[bytes] | File[Any]) -> Iterator[bytes]:
    """What a file holds, in pieces that fit into memory."""
    while piece := source.read(_PIECE):
        yield piece


def written(target: BinaryIO, content: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces, each of them written as it passes."""
    for piece in content:
        target.write(piece)
        yield piece


def mark_of(content: Iterable[bytes]) -> FileMark:
    """Size and fingerprint of what comes in pieces."""
    fingerprint, size = hashlib.sha256(), 0
    for piece in content:
        fingerprint.update(piece)
        size += len(piece)
    return FileMark(size=size, sha256=fingerprint.hexdigest())


def file_mark(path: Path) -> FileMark:
    """Size and fingerprint of a file. Raises OSError."""
    with path.open("rb") as source:
        return mark_of(pieces(source))


def marked(folder: Path) -> dict[str, FileMark]:
    """Every file below a folder by its name, with its mark, the manifest left out.

    Raises InputError for what is neither file nor folder, OSError.
    """
    found = {}
    for path in sorted(folder.rglob("*")):
        mode = path.lstat().st_mode
        name = path.relative_to(folder).as_posix()
        if S_ISREG(mode):
            if name != FILE:
                found[name] = file_mark(path)
        elif not S_ISDIR(mode):
            raise InputError(f'Cadangan "{folder}" memuat "{name}" yang bukan berkas biasa. {ANOTHER}')
    return found


def verified(folder: Path) -> Manifest:
    """The manifest of a backup of which every byte was read and is what it was. Raises InputError, OSError."""
    try:
        text = (folder / FILE).read_bytes()
    except FileNotFoundError as error:
        raise InputError(
            f'"{folder}" bukan cadangan yang utuh: {FILE} tidak ada di dalamnya. {ANOTHER}'
        ) from error
    manifest, found = read_manifest(text), marked(folder)
    for names, words in (
        (manifest.files.keys() - found.keys(), "hilang"),
        (found.keys() - manifest.files.keys(), f"tidak tercatat dalam {FILE}"),
        ({name for name, mark in manifest.files.items() if found.get(name) != mark}, "berubah"),
    ):
        if names:
            raise InputError(f'Cadangan "{folder}" tidak utuh: {listed(names)} {words}. {ANOTHER}')
    return manifest


def listed(names: Iterable[str]) -> str:
    """The first of some files, and how many there are besides."""
    every = sorted(names)
    more = f" dan {len(every) - _TOLD} berkas lain" if len(every) > _TOLD else ""
    return f"berkas {', '.join(every[:_TOLD])}{more}"


def backups_in(place: Path) -> list[Path]:
    """The whole backups in a folder, the newest first. Raises OSError."""
    named = [(found, path) for path in place.iterdir() if (found := _NAME.fullmatch(path.name))]
    named.sort(key=lambda one: (one[0][1], int(one[0][2] or 1)), reverse=True)
    return [path for _, path in named if (path / FILE).is_file()]


def chosen(place: Path) -> Path:
    """The backup that is meant: this folder, or the newest one in it. Raises InputError."""
    try:
        if (place / FILE).is_file() or _NAME.fullmatch(place.resolve().name):
            return place
        found = backups_in(place)
    except OSError as error:
        raise InputError(f'"{place}" bukan folder yang dapat dibaca. Tulis folder cadangannya.') from error
    if not found:
        raise InputError(f'Tidak ada cadangan yang utuh dalam "{place}". Tulis folder cadangannya.')
    return found[0]


def outdated(backups: Iterable[Path], *, daily: int, weekly: int) -> list[Path]:
    """Which of some backups, the newest first, need not be kept.

    Kept is the newest of each of the last ``daily`` days on which there is one, and the newest of each of the last
    ``weekly`` weeks (Monday to Sunday) in which there is one; days are those of the site's time zone.
    """
    going: list[Path] = []
    days: set[date] = set()
    weeks: set[tuple[int, int]] = set()
    for path in backups:
        found = _NAME.fullmatch(path.name)
        stamp = datetime.strptime(found[1] if found else "", _STAMP).replace(tzinfo=UTC)
        day = timezone.localtime(stamp).date()
        week = (day.isocalendar().year, day.isocalendar().week)
        kept = (day not in days and len(days) < daily) or (week not in weeks and len(weeks) < weekly)
        days.add(day)
        weeks.add(week)
        if not kept:
            going.append(path)
    return going


def remove(backup: Path) -> None:
    """Remove a backup; killed in between, nothing is left that looks like one. Raises OSError."""
    going = backup.with_name(f"{_GOING}{backup.name}")
    backup.rename(going)
    shutil.rmtree(going)
