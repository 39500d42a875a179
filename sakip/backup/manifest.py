"""What a backup says of itself: what is in it, when it was begun, and by which version of the program."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any, Final

from kecamatan.ground.errors import InputError

#: The manifest beside what it names.
FILE: Final = "manifest.json"
#: Below it lie the uploaded and archived files, under the names by which the database knows them.
MEDIA: Final = "media"
#: Raised when a reader of before could misunderstand what is written now.
FORM: Final = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class FileMark:
    """A file: its size in bytes, and its SHA-256 in hexadecimal."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DatabaseState:
    """A database at one moment: what has to be the same again after it was restored.

    ``vendor`` is "sqlite" or "postgresql", ``version`` that of the engine, ``tool`` that of what wrote the copy (empty
    where the engine did); ``rows`` counts by table; ``triggers`` names each with its table and, on PostgreSQL, the way
    in which it is in force; ``migrations`` are "app.name" in the order in which they ran.
    """

    vendor: str
    version: str
    tool: str
    rows: Mapping[str, int]
    triggers: tuple[str, ...]
    migrations: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """``begun``: every save that was acknowledged by then is in the backup. ``program`` is the version of the program;
    ``files`` has all but the manifest, by name below the folder of the backup."""

    begun: datetime
    ended: datetime
    program: str
    database: DatabaseState
    files: Mapping[str, FileMark]

    @property
    def media(self) -> dict[str, FileMark]:
        """The uploaded and archived files, by the names that the database knows."""
        return {
            name.removeprefix(f"{MEDIA}/"): mark
            for name, mark in self.files.items()
            if name.startswith(f"{MEDIA}/")
        }

    @property
    def size(self) -> int:
        """Of all files together, in bytes."""
        return sum(mark.size for mark in self.files.values())


def write_manifest(manifest: Manifest) -> str:
    """The manifest as JSON, with the fingerprint of what it says."""
    said: dict[str, Any] = {
        "bentuk": FORM,
        "mulai": manifest.begun.isoformat(),
        "selesai": manifest.ended.isoformat(),
        "versi": manifest.program,
        "basis_data": {
            "jenis": manifest.database.vendor,
            "versi": manifest.database.version,
            "alat": manifest.database.tool,
            "baris": dict(sorted(manifest.database.rows.items())),
            "pemicu": list(manifest.database.triggers),
            "migrasi": list(manifest.database.migrations),
        },
        "berkas": {
            name: {"ukuran": mark.size, "sha256": mark.sha256}
            for name, mark in sorted(manifest.files.items())
        },
    }
    return json.dumps(said | {"sidik": _fingerprint(said)}, ensure_ascii=False, indent=1) + "\n"


def read_manifest(text: bytes) -> Manifest:
    """The manifest that :func:`write_manifest` wrote. Raises InputError where it is another, changed, or of a form that
    only a newer version knows."""
    try:
        said = json.loads(text.decode())
        told = said.pop("sidik")
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{FILE} tidak dapat dibaca. {ANOTHER}") from error
    if told != _fingerprint(said):
        raise InputError(f"{FILE} berubah sesudah ditulis: sidiknya tidak cocok dengan isinya. {ANOTHER}")
    if said.get("bentuk") != FORM:
        raise InputError(
            f"{FILE} berbentuk {said.get('bentuk')}, sedangkan versi ini membaca bentuk {FORM}. Perbarui program, lalu"
            " ulangi."
        )
    try:
        database = said["basis_data"]
        return Manifest(
            begun=datetime.fromisoformat(said["mulai"]),
            ended=datetime.fromisoformat(said["selesai"]),
            program=said["versi"],
            database=DatabaseState(
                vendor=database["jenis"],
                version=database["versi"],
                tool=database["alat"],
                rows=database["baris"],
                triggers=tuple(database["pemicu"]),
                migrations=tuple(database["migrasi"]),
            ),
            files={
                _below(name): FileMark(size=mark["ukuran"], sha256=mark["sha256"])
                for name, mark in said["berkas"].items()
            },
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InputError(f"{FILE} tidak lengkap. {ANOTHER}") from error


#: What to do with a backup that is not what it was.
ANOTHER: Final = "Pakai cadangan lain; dari yang ini tidak ada yang dipulihkan."


def _below(name: str) -> str:
    """A name that cannot lead out of the folder. Raises ValueError."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or str(path) != name:
        raise ValueError(name)
    return name


def _fingerprint(said: Mapping[str, object]) -> str:
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
