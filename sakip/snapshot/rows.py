"""What rows of several records are frozen by: codes of the nomenklatur, keys of the Renstra, names of units."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Protocol

from django.db.models import Model, Prefetch

from kecamatan.querysets import ordered_below
from sakip import models as m

JENJANG: Final = ("program", "kegiatan", "sub_kegiatan")
#: What :func:`sakip.snapshot.reference.nomenklatur_of` reads, as paths to select along.
NOMENKLATUR: Final = (
    *("program__versi", "program__kabupaten"),
    *("kegiatan__kabupaten", "sub_kegiatan__kabupaten"),
)
#: What :func:`sakip.snapshot.reference.renstra_of` reads.
RENSTRA_INDIKATOR: Final = "acuan_indikator__renstra__kecamatan"
RENSTRA_SASARAN: Final = "acuan_sasaran__renstra__kecamatan"


class RowOnLevels(Protocol):
    """A row that names a program and, below it, perhaps a kegiatan and a sub kegiatan."""

    @property
    def program(self) -> m.Program | None:
        """Always there in some models."""

    @property
    def kegiatan(self) -> m.Kegiatan | None:
        """None on a program row."""

    @property
    def sub_kegiatan(self) -> m.SubKegiatan | None:
        """None on a program or kegiatan row."""


def jenjang(row: RowOnLevels) -> dict[str, str]:
    """Codes and names of the three levels, empty below the row's own."""
    results: dict[str, str] = {}
    for level in JENJANG:
        reference = getattr(row, level)
        results[level] = reference.kode if reference else ""
        results[f"nama_{level}"] = reference.nama if reference else ""
    return results


def level_of(row: RowOnLevels) -> str:
    """The level that a row is of, in words."""
    if row.sub_kegiatan:
        return "sub kegiatan"
    return "kegiatan" if row.kegiatan else "program"


def fetch(path: str, model: type[Model], *choose: str) -> Prefetch[str]:
    """A prefetch whose rows bring the rows they point at along, in the same query.

    ``model`` is ordered first by what its rows lie below, and that is what ``path`` comes from.
    """
    rows = model._default_manager.select_related(*choose)
    return Prefetch(path, queryset=ordered_below(rows, (model._meta.ordering or ("",))[0]))


def key_of(reference: m.Indikator | m.Sasaran | None) -> str:
    """The key of the row that another one refers to; empty where it refers to none."""
    return reference.kunci if reference else ""


def nama(keys: list[str], nama_unit: Mapping[str, str]) -> tuple[str, ...]:
    """Names of units; a kunci whose unit no longer exists is shown as it is rather than lost."""
    return tuple(nama_unit.get(k, k) for k in keys)
