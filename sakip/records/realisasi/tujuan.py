"""What was measured of the tujuan of the Renstra in force, beside the grid of the indikator sasaran."""

from __future__ import annotations

from dataclasses import dataclass

from sakip.capaian.inputs import KeadaanNilai, Nilai
from sakip.capaian.nilai import print_measured_target, print_measured_value
from sakip.capaian.results import IndikatorResult
from sakip.entry.capaian_changes import say_capaian
from sakip.models import RealisasiTujuan
from sakip.records.realisasi.grid import GridMaterial
from sakip.snapshot.coverage import target_of
from sakip.snapshot.types import IndikatorTujuan as Definition
from sakip.snapshot.types import Tujuan

_NOT_FILLED = Nilai(keadaan=KeadaanNilai.BELUM_DIISI)


@dataclass(frozen=True, slots=True, kw_only=True)
class TujuanRow:
    """An indikator tujuan with target and realisasi as they are printed, the row that holds the realisasi, and what the
    engine says where it can be asked."""

    tujuan: str
    indikator: Definition
    target: str
    realisasi: str
    recorded: RealisasiTujuan | None
    result: IndikatorResult | None

    @property
    def capaian(self) -> str:
        """ "128,50%, AA (Sangat Memuaskan)", or why there is none; empty where nothing can be measured."""
        if self.result is None:
            return ""
        capaian = self.result.capaian
        return capaian.keadaan if self.recorded is None else say_capaian(capaian)


def tujuan_rows(material: GridMaterial) -> tuple[TujuanRow, ...]:
    """The indikator of every tujuan of the Renstra in force."""
    snapshot, results = material.snapshot, material.results
    renstra, tahun = snapshot.renstra_in_force, snapshot.tahun
    found = {(t.kunci, i.nama): i for t in (results.indikator_tujuan if results else ()) for i in t.indikator}
    values = {(r.kunci_tujuan, r.indikator): r for r in snapshot.realisasi_tujuan if r.tahun == tahun}

    def arrange(tujuan: Tujuan, indikator: Definition) -> TujuanRow:
        key, unit = (tujuan.kunci, indikator.nama), indikator.satuan
        value = values.get(key)
        return TujuanRow(
            tujuan=tujuan.uraian,
            indikator=indikator,
            target=print_measured_target(target_of(indikator, tahun), unit),
            realisasi=print_measured_value(
                value.nilai if value else _NOT_FILLED,
                unit,
                indikator.desimal,
                indikator.pengali_pecahan,
            ),
            recorded=material.of_tujuan[value.pk] if value else None,
            result=found.get(key),
        )

    return tuple(arrange(t, i) for t in (renstra.tujuan if renstra else ()) for i in t.indikator)
