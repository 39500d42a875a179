"""Uploaded and archived files, out of the storage and into it, whichever storage it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final

from django.core.files import File
from django.core.files.storage import default_storage

from kecamatan.ground.errors import InputError
from sakip.backup.folder import listed, mark_of, new_file, own_folders, pieces, written
from sakip.backup.manifest import FileMark

#: Beside the copy of the storage: what is read of one of its files, until that is all of it.
_HALF: Final = ".sedang-disalin"


def stored_names(folder: str = "") -> Iterator[str]:
    """The name of every file in the storage. Raises InputError."""
    try:
        with _told_of_storage():
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
        """Copy what is new or was not what it is now.

        Raises InputError where the storage does not give it, OSError where it cannot be written.
        """
        for name in stored_names():
            try:
                with _told_of_storage():
                    seen = default_storage.size(name), default_storage.get_modified_time(name)
                if self._seen.get(name) == seen:
                    continue
                self.marks[name] = self._write(name)
            except FileNotFoundError:
                continue
            self._seen[name] = seen

    def _write(self, name: str) -> FileMark:
        """Beside it first: of what goes while it is read, the copy is the one of before, if any."""
        half, path = self._folder.with_name(_HALF), self._folder / name
        try:
            with new_file(half) as copy:
                mark = mark_of(written(copy, _stored_pieces(name)))
            own_folders(path)
            half.replace(path)
        finally:
            half.unlink(missing_ok=True)
        return mark


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
    """Size and fingerprint of a stored file. Raises InputError, FileNotFoundError."""
    return mark_of(_stored_pieces(name))


def _stored_pieces(name: str) -> Iterator[bytes]:
    """What a stored file holds."""
    with _told_of_storage(), default_storage.open(name, "rb") as source:
        yield from pieces(source)


@contextmanager
def _told_of_storage() -> Iterator[None]:
    """Raise what a storage refuses or does not answer as InputError with the remedy; FileNotFoundError stays."""
    try:
        yield
    except FileNotFoundError:
        raise
    except OSError as error:
        raise InputError(
            f"Penyimpanan berkas unggahan tidak dapat dipakai: {error.strerror or error}. Periksa hak foldernya, atau"
            ' SAKIP_S3_… dengan "manage.py check --deploy", lalu ulangi.'
        ) from error


def bring_back(folder: Path, media: Mapping[str, FileMark]) -> None:
    """Store the files that are not there yet, and read each again. Raises InputError."""
    for name, mark in media.items():
        with _told_of_storage():
            if not default_storage.exists(name):
                with (folder / name).open("rb") as source:
                    default_storage.save(name, File(source))
            there = default_storage.exists(name)
        if not there or stored_mark(name) != mark:
            raise InputError(
                f"Berkas {name} tidak tersimpan seperti dalam cadangannya. Periksa penyimpanannya, lalu ulangi."
            )
