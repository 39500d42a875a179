"""Where the rows of one edition of the nomenklatur stand in the edition of another year."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from kecamatan.models import Kecamatan
from sakip.models import VersiNomenklatur
from sakip.records.nomenklatur.codes import TreeNode, is_offered, tree
from sakip.snapshot.rows import JENJANG


class NomenklaturOfYear:
    """The nomenklatur in which a kecamatan writes the budget of a year; read when it is asked for (4 queries at
    most)."""

    def __init__(self, kecamatan: Kecamatan, tahun: int) -> None:
        self.kecamatan = kecamatan
        self.tahun = tahun

    @cached_property
    def _versi(self) -> set[int]:
        return set(VersiNomenklatur.objects.for_tahun(self.tahun).values_list("pk", flat=True))

    @cached_property
    def _nodes(self) -> dict[tuple[str, int], TreeNode]:
        """What is offered in the year, by level and number."""
        programs = tree(kecamatan=self.kecamatan, tahun=self.tahun)
        return {(node.level, node.pk): node for program in programs for node in program.traverse()}

    @cached_property
    def _locations(self) -> dict[tuple[str, int | None, str], int]:
        """Numbers of its rows by level, what they stand below, and code or name."""
        named = [((n.level, n.above[-1] if n.above else None), n) for n in self._nodes.values()]
        nama = {(*place, node.nama.casefold()): node.pk for place, node in named}
        return nama | {(*place, node.kode): node.pk for place, node in named if node.kode}

    def why_not(self, row: Any) -> str:
        """Why :meth:`jenjang` has none for a row: the clause after its name."""
        refused = self._refused(row)
        if refused is None:
            return f"tidak ada dalam nomenklatur tahun {self.tahun}"
        if refused.kabupaten_id is not None:
            return f"{refused}{refused.tambahan} tidak berlaku tahun {self.tahun}"
        return f"{refused} hanya untuk Aceh"

    def _refused(self, row: Any) -> Any:
        """The highest level that is not offered here in the year, whatever its edition; None where each is."""
        kabupaten, tahun = self.kecamatan.kabupaten, self.tahun
        levels = (getattr(row, nama) for nama in _named(row))
        return next((one for one in levels if not is_offered(kabupaten, tahun, one)), None)

    def jenjang(self, row: Any) -> dict[str, int | None] | None:
        """The three levels of a row of any year in it; None where one of them is not in it, or for Aceh alone.

        A level is found by its code, or by its name where an edition numbers it otherwise: so is an addition whose code
        the edition itself has by now. The row needs program, kegiatan and sub kegiatan selected.
        """
        if row.program.versi_id in self._versi and self._refused(row) is not None:
            return None
        if all((level, getattr(row, f"{level}_id")) in self._nodes for level in _named(row)):
            return {f"{nama}_id": getattr(row, f"{nama}_id") for nama in JENJANG}
        results: dict[str, int | None] = dict.fromkeys((f"{nama}_id" for nama in JENJANG), None)
        parent: int | None = None
        for nama in _named(row):
            old = getattr(row, nama)
            keys = [(nama, parent, text) for text in (old.kode, old.nama.casefold())]
            parent = next((self._locations[k] for k in keys if k in self._locations), None)
            if parent is None:
                return None
            results[f"{nama}_id"] = parent
        return results


def _named(row: Any) -> Iterator[str]:
    """The levels that it names, highest first."""
    return (nama for nama in JENJANG if getattr(row, f"{nama}_id") is not None)
