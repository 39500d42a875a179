"""The snapshot of the real kecamatan-years as delivered."""

from dataclasses import replace

import pytest

from kecamatan.models import Kecamatan
from sakip.capaian.engine import compute
from sakip.capaian.inputs import Target
from sakip.models import Indikator
from sakip.snapshot.build import build
from sakip.snapshot.to_engine import capaian_input
from sakip.snapshot.types import Snapshot
from tests.sakip.snapshot.measured import build_measured

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


def test_a_saved_cell_is_computed_like_the_whole_report(contoh: None) -> None:
    many = 0
    for kecamatan, tahun in (("35.09.01", 2023), ("35.09.10", 2020), ("35.09.05", 2021), ("35.09.25", 2024)):
        row = Kecamatan.objects.select_related("kabupaten").get(kode=kecamatan)
        complete = capaian_input(build(kecamatan=row, tahun=tahun))
        light = capaian_input(build_measured(row, tahun))
        assert (complete is None) == (light is None)
        if complete is None or light is None:
            continue
        everything, partial = compute(complete), compute(light)
        assert (everything.rerata, everything.hitungan, everything.tujuan) == (
            partial.rerata,
            partial.hitungan,
            partial.tujuan,
        )
        for one, other in zip(everything.sasaran, partial.sasaran, strict=True):
            assert one.rerata == other.rerata
            # Neither pembanding nor the RKT decides what a cell shows.
            assert [
                replace(i, pembanding=(), target_lain=tuple(t for t in i.target_lain if t.dokumen != "RKT"))
                for i in one.indikator
            ] == list(other.indikator)
            many += len(other.indikator)
    assert many == 9


@pytest.mark.both_engines
def test_numbers_of_the_real_years(contoh: None) -> None:
    """Worked from the documents: Umbulsari Tabel 3.5, Balung PK and Tabel 3.1, Jombang PK perubahan."""

    def source(kode: str, tahun: int) -> Snapshot:
        return build(kecamatan=Kecamatan.objects.get(kode=kode), tahun=tahun)

    umbulsari, balung, jombang = source("35.09.05", 2021), source("35.09.10", 2020), source("35.09.01", 2023)
    assert {(r.kunci_indikator, r.tahun): r.tahunan.angka for r in umbulsari.realisasi}[("skm", 2021)] == 74
    assert balung.pk[0].indikator[0].target == Target(huruf="B", cetak="B")
    assert sum(a.pagu or 0 for a in balung.anggaran) == 400_000_000
    assert sum(a.realisasi or 0 for a in balung.anggaran) == 337_369_343
    assert sum(a.pagu or 0 for a in umbulsari.anggaran) == 4_852_505_618
    assert sum(a.realisasi or 0 for a in umbulsari.anggaran) == 4_598_672_118
    assert [p.versi for p in jombang.pk] == [1]  # the LKIP prints the PK perubahan alone
    assert sum(a.pagu or 0 for a in jombang.anggaran) == 3_427_455_027
    assert sum(a.realisasi or 0 for a in jombang.anggaran) == 3_239_088_691
    assert len(jombang.renstra) == 2  # before and after the change
    assert Indikator.objects.filter(renstra__kecamatan__kode="35.09.25").count() == 0  # Jelbuk: SK IKU only
    jelbuk = source("35.09.25", 2024)
    assert jelbuk.iku is not None
    assert jelbuk.pk == ()
