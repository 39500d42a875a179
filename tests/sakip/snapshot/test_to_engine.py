"""Which record feeds which number: the latest PK, the right earlier target, and nothing dropped."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from sakip.capaian.engine import compute
from sakip.capaian.inputs import KeadaanNilai, Rumus, Target
from sakip.capaian.values import Keadaan
from sakip.snapshot.to_engine import MAXIMUM_PREVIOUS_YEARS, capaian_input
from sakip.snapshot.types import BarisPK, Snapshot
from tests.reports.lkip.example_naskah import (
    angka,
    filled,
    not_available,
    persen,
    pk,
    realisasi,
    snapshot_balung,
    snapshot_umbulsari,
)
from tests.reports.lkip.naskah_material import anggaran_row


def _indikator(snapshot: Snapshot, key: str) -> Any:
    inputs = capaian_input(snapshot)
    assert inputs is not None
    return next(i for s in inputs.sasaran for i in s.indikator if i.kunci == key)


def test_without_a_pk_or_a_kebijakan_nothing_is_measured() -> None:
    contoh = snapshot_balung()
    assert capaian_input(replace(contoh, pk=())) is None
    assert capaian_input(replace(contoh, kebijakan=None)) is None


def test_the_latest_pk_is_measured_not_the_renstra() -> None:
    contoh = snapshot_umbulsari()
    murni = pk(2021, contoh.renstra[0], {"skm": angka("98")})
    perubahan = pk(2021, contoh.renstra[0], {"skm": angka("100")}, versi=1)
    assert _indikator(replace(contoh, pk=(murni, perubahan)), "skm").target.angka == Decimal(100)
    assert _indikator(replace(contoh, pk=(murni,)), "skm").target.angka == Decimal(98)


def test_the_target_of_an_earlier_year_is_its_own_pks_else_the_renstras() -> None:
    contoh = replace(
        snapshot_umbulsari(),
        realisasi=(realisasi("skm", 2020, filled("70")), realisasi("skm", 2021, filled("74"))),
    )
    renstra = contoh.renstra[0]
    with_pk = replace(contoh, pk_lalu=(pk(2020, renstra, {"skm": angka("90")}),))
    (previous,) = _indikator(with_pk, "skm").lalu
    assert (previous.tahun, previous.target.angka, previous.realisasi.angka) == (
        2020,
        Decimal(90),
        Decimal(70),
    )
    # The Renstra of this example has a target for 2021 only, so 2020 has none; none is invented.
    (previous,) = _indikator(contoh, "skm").lalu
    assert previous.target is None


def test_at_most_four_earlier_years_are_compared_oldest_first() -> None:
    contoh = replace(
        snapshot_umbulsari(), realisasi=tuple(realisasi("skm", t, filled("70")) for t in range(2012, 2022))
    )
    assert [y.tahun for y in _indikator(contoh, "skm").lalu] == [2017, 2018, 2019, 2020]
    assert MAXIMUM_PREVIOUS_YEARS == 4


def test_a_declared_absence_reaches_the_engine_with_its_reason() -> None:
    contoh = replace(snapshot_umbulsari(), realisasi=(realisasi("skm", 2021, not_available("survei batal")),))
    nilai = _indikator(contoh, "skm").realisasi
    assert (nilai.keadaan, nilai.alasan) == (KeadaanNilai.TIDAK_TERSEDIA, "survei batal")


def test_an_indikator_that_the_renstra_does_not_know_is_shown_and_never_dropped() -> None:
    contoh = snapshot_balung()
    foreign = BarisPK(
        sasaran="Terwujudnya tertib arsip",
        kunci_sasaran="",
        indikator="Persentase arsip yang tertata",
        kunci_indikator="",
        target=persen("100"),
        satuan="%",
    )
    in_force = contoh.pk[0]
    inputs = capaian_input(replace(contoh, pk=(replace(in_force, indikator=(*in_force.indikator, foreign)),)))
    assert inputs is not None
    last = inputs.sasaran[-1]
    assert (last.uraian, len(last.indikator)) == ("Terwujudnya tertib arsip", 1)
    results = compute(inputs)
    # Balung: 2 of 3 terhitung; the unknown one makes it 2 of 4, and the mean stays 72,83.
    assert (results.rerata.terhitung, results.rerata.jumlah, results.rerata.nilai) == (2, 4, Decimal("72.83"))
    assert results.sasaran[-1].indikator[0].capaian.keadaan is Keadaan.BELUM_DIISI


def test_the_form_of_an_unknown_indikators_target_names_its_rumus() -> None:
    contoh = snapshot_balung()
    in_force = contoh.pk[0]
    for target, rumus in (
        (Target(huruf="B"), Rumus.PREDIKAT),
        (Target(bawah=Decimal(80), atas=Decimal(90)), Rumus.RENTANG),
        (Target(angka=Decimal(5)), Rumus.POSITIF),
    ):
        row = replace(in_force.indikator[0], kunci_indikator="tak-dikenal", target=target)
        snapshot = replace(contoh, pk=(replace(in_force, indikator=(row,)),))
        assert _indikator(snapshot, "tak-dikenal").rumus is rumus


def test_the_budget_is_reported_in_the_order_of_its_codes() -> None:
    first, second = ("7.01.09", "Kesembilan"), ("7.01.10", "Kesepuluh")
    kegiatan = ("7.01.09.2.01", "Kegiatan")
    rows = (
        anggaran_row(second, 40, 40),
        anggaran_row(first, 10, 10, rinci=False),
        anggaran_row(first, 20, 20, kegiatan=kegiatan, sub=("7.01.09.2.01.02", "Kedua")),
        anggaran_row(first, 30, 30, kegiatan=kegiatan, sub=("7.01.09.2.01.01", "Pertama")),
        anggaran_row(first, 60, 60),
    )
    inputs = capaian_input(replace(snapshot_balung(), anggaran=rows))
    assert inputs is not None
    assert [a.pagu for a in inputs.anggaran] == [60, 30, 20, 10, 40]  # the remainder after what is explained
    results = compute(inputs)
    assert [p.kode for p in results.anggaran.program] == ["7.01.09", "7.01.10"]
    assert results.anggaran.total.pagu == 100
    old = tuple(replace(a, program=f"lama.{a.program}") for a in rows)
    inputs = capaian_input(replace(snapshot_balung(), anggaran=old))
    assert inputs is not None
    assert [a.pagu for a in inputs.anggaran] == [40, 10, 20, 30, 60]
