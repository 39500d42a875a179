"""Files of the archive that no row names: left of preparations that were given up, and never what was signed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from django.core.files.storage import default_storage
from django.db.models import FileField, Model, Q
from django.utils import timezone

from reports.models import Arsip, Penandatanganan
from reports.models.arsip import PICTURES
from sakip.integrity import Broken, Rule

#: What names files of the archive.
_NAMING: Final[tuple[type[Model], ...]] = (Arsip, Penandatanganan)

#: A file is stored before its row names it; nothing takes that long.
_YOUNG: Final = timedelta(hours=1)

_FINGERPRINT: Final = re.compile(r"\b[0-9a-f]{64}\b")


def archive_sweep(*, now: datetime | None = None) -> int:
    """Delete what no row names and is older than an hour; returns how many."""
    count = 0
    for name in _unnamed(now or timezone.now()):
        if not _is_named(name):  # asked once more: a picture may be wanted again since
            default_storage.delete(name)
            count += 1
    return count


def files_are_named() -> Broken:
    """No file of the archive is without a row, but those of the last hour."""
    for name in _unnamed(timezone.now()):
        yield (
            name,
            "Tidak ada arsip atau penyiapan yang menyebut berkas ini. Jalankan: manage.py sapu_berkas.",
        )


def _unnamed(now: datetime) -> list[str]:
    old = [
        name
        for folder in (*_columns(), PICTURES)
        for name in _stored_in(folder)
        if default_storage.get_modified_time(name) < now - _YOUNG
    ]
    return sorted(set(old) - _named()) if old else []


def _columns() -> dict[str, list[tuple[type[Model], str]]]:
    """The folders of the archive, each with the columns that name its files."""
    found: dict[str, list[tuple[type[Model], str]]] = {}
    for model in _NAMING:
        for column in model._meta.fields:
            if isinstance(column, FileField):
                found.setdefault(str(column.upload_to), []).append((model, column.name))
    return found


def _stored_in(folder: str) -> Iterable[str]:
    try:
        _, files = default_storage.listdir(folder)
    except FileNotFoundError:
        return []
    return [f"{folder}/{file}" for file in files]


def _named() -> set[str]:
    """Every file that a row names, and every picture of which it holds the fingerprint."""
    names: set[str] = set()
    for columns in _columns().values():
        for model, column in columns:
            names.update(model._default_manager.values_list(column, flat=True))
    for model in _NAMING:
        for texts in model._default_manager.values_list("snapshot", "naskah").iterator():
            names.update(f"{PICTURES}/{mark}" for text in texts for mark in _FINGERPRINT.findall(text))
    return names


def _is_named(name: str) -> bool:
    folder, _, file = name.rpartition("/")
    if folder == PICTURES:
        holds = Q(snapshot__contains=file) | Q(naskah__contains=file)
        return any(model._default_manager.filter(holds).exists() for model in _NAMING)
    return any(
        model._default_manager.filter(**{column: name}).exists() for model, column in _columns()[folder]
    )


RULES: Final = (Rule(code="arsip-tanpa-catatan", find=files_are_named),)
"""What ``periksa_data`` asks of the files."""
