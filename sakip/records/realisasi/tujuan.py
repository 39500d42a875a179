"""What was measured of the tujuan of the Renstra in force, beside the grid of the indikator sasaran."""

from __future__ import annotations

from dataclasses import dataclass

from kecamatan.models import Kecamatan
from sakip.capaian.aggregates import InvalidWeight
from sakip.capaian.engine import compute
from sakip.capaian.inputs import KeadaanNilai, Nilai
from sakip.capaian.nilai import print_measured_target, print_measured_value
from sakip.capaian.results import IndikatorResult
from sakip.checks import CheckedYear, Finding, checks_of_document, find_all
from sakip.entry.capaian_changes import say_capaian
from sakip.models import IndikatorTujuan, RealisasiTujuan
from sakip.snapshot.build import build
from sakip.snapshot.coverage import target_of
from sakip.snapshot.to_engine import capaian_input
from sakip.snapshot.types import IndikatorTujuan as Definition
from sakip.snapshot.types import Tujuan

_NOT_FILLED = Nilai(keadaan=KeadaanNilai.BELUM_DIISI)
_PARTS = ("renstra", "realisasi_tujuan", "kebijakan", "pk", "pk_lalu", "penegasan")


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


@dataclass(frozen=True, slots=True, kw_only=True)
class TujuanTable:
    """The rows with what the checks find in them; no rows where no tujuan has an indikator."""

    rows: tuple[TujuanRow, ...] = ()
    findings: tuple[Finding, ...] = ()


def measured_tujuan(kecamatan: Kecamatan, tahun: int) -> TujuanTable:
    """The indikator of every tujuan of the Renstra in force (a fixed number of queries)."""
    if not IndikatorTujuan.objects.for_kecamatan(kecamatan).exists():
        return TujuanTable()
    snapshot = build(kecamatan=kecamatan, tahun=tahun, parts=_PARTS)
    renstra = snapshot.renstra_in_force
    if renstra is None or not any(t.indikator for t in renstra.tujuan):
        return TujuanTable()
    inputs = capaian_input(snapshot)
    try:
        results = compute(inputs) if inputs else None
    except InvalidWeight:
        results = None
    found = {(t.kunci, i.nama): i for t in (results.indikator_tujuan if results else ()) for i in t.indikator}
    stored = RealisasiTujuan.objects.for_kecamatan(kecamatan).for_tahun(tahun).in_bulk()
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
            recorded=stored.get(value.pk) if value else None,
            result=found.get(key),
        )

    return TujuanTable(
        rows=tuple(arrange(t, i) for t in renstra.tujuan for i in t.indikator),
        findings=find_all(checks_of_document("realisasi"), CheckedYear(snapshot=snapshot)),
    )
