"""What became of rows that were made equal to wanted ones: each change, and how many there were."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from django.db import models

from kecamatan.ground.strict_json import InvalidFile
from kecamatan.ground.trail_key import TrailKey, trail_key


class Origin(Protocol):
    """Where a wanted row comes from: it can say what is wrong with the row, at its place."""

    def error(self, message: str, key: str = "") -> InvalidFile:
        """The refusal of one column (``key``), or of the row."""
        ...


Wanted = tuple[Origin, dict[str, Any]]
"""Where a row comes from, and its columns."""


@dataclass(kw_only=True)
class Tally:
    """How many rows were new, changed, left as they were and deleted."""

    baru: int = 0
    berubah: int = 0
    tetap: int = 0
    dihapus: int = 0

    @property
    def perubahan(self) -> int:
        """Rows that are not as they were before."""
        return self.baru + self.berubah + self.dihapus

    def __str__(self) -> str:
        text = f"{self.baru} baru, {self.berubah} berubah, {self.tetap} tetap"
        return f"{text}, {self.dihapus} dihapus" if self.dihapus else text


class ChangeKind(StrEnum):
    """What became of a row."""

    BARU = "baru"
    BERUBAH = "berubah"
    DIHAPUS = "dihapus"


@dataclass(kw_only=True)
class Change:
    """One row that is not as it was. ``before`` and ``after`` hold the columns that changed, rows as their words.

    ``pk`` is the row's number, of a deleted row the one it had, ``key`` its key in the trail and ``sebutan`` its name
    at that moment: of a row that is deleted, make it before. ``origin`` is where the wanted row stands, of a deleted
    row the list that no longer has it.
    """

    kinds: ChangeKind
    row: models.Model
    before: dict[str, Any]
    after: dict[str, Any]
    origin: Origin

    def __post_init__(self) -> None:
        self.pk: int = self.row.pk
        self.key: TrailKey = trail_key(self.row)
        self.sebutan = str(self.row)

    @property
    def model(self) -> type[models.Model]:
        """The kind of record."""
        return type(self.row)


def filled_columns(row: models.Model) -> dict[str, Any]:
    """What a row says: its columns without its number and without what is empty."""
    return {
        f.name: readable(nilai)
        for f in row._meta.concrete_fields
        if not f.primary_key and (nilai := getattr(row, f.name)) not in (None, "", [])
    }


def readable(nilai: Any) -> Any:
    """A value that still means something when the row that it names is gone."""
    return str(nilai) if isinstance(nilai, models.Model) else nilai
