"""Where the rows of one edition of the nomenklatur stand in the edition of another year."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from kecamatan.models import Kecamatan
from sakip.models import Kegiatan, Program, SubKegiatan, VersiNomenklatur
from sakip.records.nomenklatur.codes import is_offered
from sakip.snapshot.rows import JENJANG


class NomenklaturOfYear:
    """The nomenklatur in which a kecamatan writes the budget of a year; read when it is asked for (4 queries at
    most)."""

    def __init__(self, kecamatan: Kecamatan, tahun: int) -> None:
        self.provinsi = kecamatan.kabupaten.provinsi
        self.tahun = tahun

    @cached_property
    def _versi(self) -> set[int]:
        return set(VersiNomenklatur.objects.for_tahun(self.tahun).values_list("pk", flat=True))

    @cached_property
    def _locations(self) -> dict[tuple[str, int | None, str], int]:
        """Numbers of its rows by level, what they stand below, and code or name."""
        program = Program.objects.filter(versi__in=self._versi)
        kegiatan = Kegiatan.objects.filter(program__versi__in=self._versi)
        sub = SubKegiatan.objects.filter(kegiatan__program__versi__in=self._versi)
        everything: list[tuple[str, int | None, Any]] = [
            *(("program", None, p) for p in program),
            *(("kegiatan", k.program_id, k) for k in kegiatan),
            *(("sub_kegiatan", s.kegiatan_id, s) for s in sub),
        ]
        # A kegiatan for Aceh alone may repeat the name of one for everybody.
        offered = [one for one in everything if is_offered(self.provinsi, one[-1])]
        nama = {(level, parent, b.nama.casefold()): b.pk for level, parent, b in offered}
        kode = {(level, parent, b.kode): b.pk for level, parent, b in offered if not b.tanpa_kode}
        return nama | kode

    def why_not(self, row: Any) -> str:
        """Why :meth:`jenjang` has none for a row: the clause after its name."""
        aceh = next((one for one in _levels(row) if not is_offered(self.provinsi, one)), None)
        return f"{aceh} hanya untuk Aceh" if aceh else f"tidak ada dalam nomenklatur tahun {self.tahun}"

    def jenjang(self, row: Any) -> dict[str, int | None] | None:
        """The three levels of a row of any year in it; None where one of them is not in it, or for Aceh alone.

        A level is found by its code, or by its name where an edition numbers it otherwise. The row needs program,
        kegiatan and sub kegiatan selected.
        """
        if row.program.versi_id in self._versi:
            if not is_offered(self.provinsi, *_levels(row)):
                return None
            return {f"{nama}_id": getattr(row, f"{nama}_id") for nama in JENJANG}
        results: dict[str, int | None] = dict.fromkeys((f"{nama}_id" for nama in JENJANG), None)
        parent: int | None = None
        for nama in JENJANG:
            old = getattr(row, nama)
            if old is None:
                break
            keys = [(nama, parent, text) for text in (old.kode, old.nama.casefold())]
            parent = next((self._locations[k] for k in keys if k in self._locations), None)
            if parent is None:
                return None
            results[f"{nama}_id"] = parent
        return results


def _levels(row: Any) -> list[Any]:
    """What it names of the nomenklatur, highest level first."""
    return [level for nama in JENJANG if (level := getattr(row, nama)) is not None]
