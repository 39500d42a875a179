"""Uploaded and archived files, out of the storage and into it, whichever storage it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from django.core.files import File
from django.core.files.storage import default_storage

from kecamatan.ground.errors import InputError
from sakip.backup.folder import listed, mark_of, new_file, pieces, written
from sakip.backup.manifest import FileMark


def stored_names(folder: str = "") -> Iterator[str]:
    """The name of every file in the storage."""
    try:
        folders, files = default_storage.listdir(folder)
    except FileNotFoundError:  # nothing was ever stored, or it went meanwhile
        return
    for name in sorted(files):
        yield f"{folder}{name}"
    for name in sorted(folders):
        yield from stored_names(f"{folder}{name}/")


class MediaCopy:
    """The copy of a storage that is in use, made by looking at it twice.

    What a row names is stored before the row. So what is there before the database is copied, and what has come by
    then, is all that the copy of the database can name: :meth:`take` is called before and after. The first time a file
    may be half written, the second time it is whole; what is removed meanwhile stays. ``marks`` are of what was read
    from the storage.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.marks: dict[str, FileMark] = {}
        self._seen: dict[str, tuple[int, datetime]] = {}

    def take(self) -> None:
        """Copy what is new or was not what it is now. Raises OSError."""
        for name in stored_names():
            try:
                seen = default_storage.size(name), default_storage.get_modified_time(name)
                if self._seen.get(name) == seen:
                    continue
                with default_storage.open(name, "rb") as source:
                    self.marks[name] = self._write(name, source)
            except FileNotFoundError:
                continue
            self._seen[name] = seen

    def _write(self, name: str, source: Any) -> FileMark:
        path = self._folder / name
        path.unlink(missing_ok=True)
        with new_file(path) as copy:
            return mark_of(written(copy, pieces(source)))


def ensure_only(media: Mapping[str, FileMark]) -> None:
    """Raise InputError where the storage holds anything but these files as they are, which a restore that was stopped
    has brought already."""
    foreign = [name for name in stored_names() if name not in media or stored_mark(name) != media[name]]
    if foreign:
        raise InputError(
            f"Penyimpanan berkas unggahan tidak kosong: {listed(foreign)} bukan dari cadangan ini. Pulihkan hanya ke"
            " instalasi kosong: pakai SAKIP_DATA_DIR, atau bucket S3, yang baru."
        )


def stored_mark(name: str) -> FileMark:
    """Size and fingerprint of a stored file."""
    with default_storage.open(name, "rb") as source:
        return mark_of(pieces(source))


def bring_back(folder: Path, media: Mapping[str, FileMark]) -> None:
    """Store the files that are not there yet, and read each again. Raises InputError, OSError."""
    for name, mark in media.items():
        if not default_storage.exists(name):
            with (folder / name).open("rb") as source:
                default_storage.save(name, File(source))
        if not default_storage.exists(name) or stored_mark(name) != mark:
            raise InputError(
                f"Berkas {name} tidak tersimpan seperti dalam cadangannya. Periksa penyimpanannya, lalu ulangi."
            )
