"""What the answer to one cell of the realisasi grid needs: far less than the grid, and said as the grid says it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kecamatan.models import Kecamatan
from sakip.capaian.aggregates import InvalidWeight
from sakip.capaian.engine import compute_one
from sakip.capaian.results import OneResult
from sakip.checks import CheckedYear, find_all, questions_of
from sakip.models import Realisasi
from sakip.records.realisasi.freeze import realisasi_rows
from sakip.records.realisasi.grid import GridMaterial, GridReader, GridRow, measured_definitions, say_mean
from sakip.snapshot.one_moment import at_one_moment
from sakip.snapshot.to_engine import capaian_input


@dataclass(frozen=True, slots=True, kw_only=True)
class CellMaterial:
    """The values of the year, and of the indikator ``kunci`` those of the year before, without evidence and remarks.

    ``measured`` is what the engine says of it; None where nothing can be computed.
    """

    kunci: str
    material: GridMaterial
    measured: OneResult | None

    @classmethod
    def read(cls, kecamatan: Kecamatan, tahun: int, kunci: str) -> CellMaterial:
        """Read it at one moment: 2 queries where the definitions are kept."""
        with at_one_moment() as committed:
            definitions = measured_definitions(kecamatan, tahun, committed=committed)
            rows = realisasi_rows(kecamatan, range(tahun - 1, tahun + 1), evidence=False, earlier_of=kunci)
        material = GridMaterial.uncomputed(definitions, rows)
        inputs = capaian_input(material.snapshot)
        try:
            measured = compute_one(inputs, kunci) if inputs is not None else None
        except InvalidWeight:
            measured = None
        return cls(kunci=kunci, material=material, measured=measured)

    def row_of(self, pk: int) -> tuple[int, str, GridRow] | None:
        """The row of the indikator with number and mean of its group, as :meth:`GridMaterial.grid` has them but for
        what the page shows of other years; None where ``pk`` is that of a Renstra that is not in force."""
        definition = next((d for d in self.material.definitions() if d.pk == pk), None)
        if definition is None:
            return None
        measured = self.measured
        row = self.material.row(
            self.kunci, measured.indikator if measured else None, definition, (), GridReader()
        )
        if measured is None:
            return 1, "", row
        return measured.nomor, say_mean(measured.rerata_sasaran) if measured.rerata_sasaran else "", row

    def questions(self, triwulan: int) -> str:
        """What is asked about the value of the cell, as one text; empty where nothing is."""
        snapshot = self.material.snapshot
        own = tuple(r for r in snapshot.realisasi if r.kunci_indikator == self.kunci)
        found = find_all(
            questions_of(Realisasi._meta.label_lower), CheckedYear(snapshot=replace(snapshot, realisasi=own))
        )
        return " ".join(f.message for f in found if ("triwulan", triwulan) in f.place.key)

    @property
    def rerata(self) -> str:
        """The mean of all sasaran in words; empty where nothing can be computed."""
        return say_mean(self.measured.rerata) if self.measured else ""
