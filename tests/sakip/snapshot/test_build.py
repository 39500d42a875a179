"""From rows to the frozen snapshot: in a fixed number of queries, with the right holder, version and order."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kecamatan.models import Kecamatan, UnitKerja
from sakip.capaian import compute
from sakip.capaian.inputs import Akumulasi, KeadaanNilai, Nilai, Target
from sakip.models import AnggaranPK, Belanja, Indikator
from sakip.records.realisasi.freeze import realisasi_rows
from sakip.snapshot.build import build, build_definitions, with_realisasi
from sakip.snapshot.codec import sidik
from sakip.snapshot.to_engine import TAHUN_LALU_MAKSIMUM, masukan_capaian
from sakip.snapshot.types import Snapshot
from tests.muatan import load_mini, load_referensi, load_semua
from tests.pabrik import (
    make,
    make_anggaran,
    make_indikator,
    make_kecamatan,
    make_masa_jabatan,
    make_pk,
    make_realisasi,
    make_renstra,
    make_sasaran,
)

pytestmark = pytest.mark.django_db

#: wilayah 3 (kecamatan with kabupaten, desa, unit) · masa jabatan 1 · profil 5 · SDM 1 · kebijakan 2 · Renstra 12
#: (versions, tujuan, their indikator and targets, sasaran, indikator, targets, scales, categories, and of the RPJMD
#: misi, tujuan, sasaran) · RKT 4 · PK 3 · SK IKU 4 · rencana aksi 4 · realisasi 1 · pembanding 1 · anggaran 2 ·
#: anggaran lalu 2 · belanja 1 · dukungan 1.
ANGGARAN_KUERI = 47
#: kebijakan 2 · Renstra 6 (versions, tujuan, sasaran, indikator, targets, and of the scales 2) · PK 2 · realisasi 1.
ANGGARAN_KUERI_UKUR = 12


def snapshot_mini(folder: Path, *change: Any) -> Snapshot:
    load_referensi()
    load_mini(folder, *change)
    return build(kecamatan=Kecamatan.objects.get(kode="35.09.10"), tahun=2023)


def banyak_indikator(jumlah: int) -> Any:
    """Turn the one indikator into many, each with everything that hangs on one."""

    def change(isi: dict[str, Any]) -> None:
        sheets = isi["lembar"]
        kunci = [f"skm-{n}" for n in range(jumlah)]
        asal, berskala = sheets["Indikator"]
        sheets["Indikator"] = [*(asal | {"kunci": k} for k in kunci), berskala]
        target = sheets["TargetRenstra"]
        sheets["TargetRenstra"] = [
            *(t | {"kunci_indikator": k} for k in kunci for t in target[:2]),
            target[2],
        ]
        for name, row in (("PK", 1), ("IKU", 0), ("Realisasi", 1), ("Pembanding", 0)):
            sheets[name] = [sheets[name][row] | {"kunci_indikator": k} for k in kunci]
        aksi, kegiatan = sheets["RencanaAksi"][0], sheets["RencanaAksiKegiatan"][0]
        sheets["RencanaAksi"] = [
            aksi | {"kunci_indikator": k, "nomor": n} for n, k in enumerate(kunci, start=1)
        ]
        sheets["RencanaAksiKegiatan"] = [kegiatan | {"nomor": n} for n in range(1, jumlah + 1)]
        rkt = sheets["RKT"][0] | {"target": 80}
        sheets["RKT"] = [rkt | {"kunci_indikator": k} for k in kunci]
        sheets["RKTKegiatan"] = [sheets["RKTKegiatan"][0] | {"nomor": n} for n in range(1, jumlah + 1)]
        sheets["Narasi"] = []
        sheets["Dokumen"].pop(1)  # the PK of last year

    return change


@pytest.mark.parametrize("jumlah", [1, 60])
def test_the_number_of_queries_does_not_depend_on_the_number_of_rows(tmp_path: Path, jumlah: int) -> None:
    load_referensi()
    load_mini(tmp_path, banyak_indikator(jumlah))
    kecamatan = Kecamatan.objects.get(kode="35.09.10")
    with CaptureQueriesContext(connection) as kueri:
        snapshot = build(kecamatan=kecamatan, tahun=2023)
    assert len(kueri) == ANGGARAN_KUERI, "\n".join(k["sql"] for k in kueri)
    assert len(snapshot.realisasi) == jumlah


@pytest.mark.parametrize(
    ("parts", "kueri"),
    [
        ((), 0),
        (("kecamatan",), 3),
        (("belanja", "anggaran"), 3),
        (("jabatan",), 1),
        (("renstra",), 12),
        (("pk",), 3),
        (("rkt", "iku", "rencana_aksi"), 12),
    ],
)
def test_a_part_of_the_snapshot_costs_only_its_own_queries(
    tmp_path: Path, parts: tuple[str, ...], kueri: int
) -> None:
    load_referensi()
    load_mini(tmp_path)
    kecamatan = Kecamatan.objects.select_related("kabupaten").get(kode="35.09.10")
    with CaptureQueriesContext(connection) as tercatat:
        sebagian = build(kecamatan=kecamatan, tahun=2023, parts=parts)
    assert len(tercatat) == kueri, "\n".join(k["sql"] for k in tercatat)
    lengkap = build(kecamatan=kecamatan, tahun=2023)
    for part in set(parts) - {"renstra", "rkt"}:  # names of the responsible units are of another part
        assert getattr(sebagian, part) == getattr(lengkap, part)


def test_a_row_below_one_of_another_kecamatan_is_frozen_as_if_it_stood_at_the_top() -> None:
    """periksa_data names it; no page and no document falls over it."""
    lain = make_kecamatan(kode="35.09.11")
    balung = make_kecamatan()
    make(UnitKerja, kecamatan=balung, kunci="seksi", jenis="seksi", induk=make(UnitKerja, kecamatan=lain))
    make(Belanja, kecamatan=balung, kode="pegawai", induk=make(Belanja, kecamatan=lain))
    snapshot = build(kecamatan=balung, tahun=2021)
    assert [(u.kunci, u.induk) for u in snapshot.kecamatan.unit_kerja] == [("seksi", "")]
    assert [(b.kode, b.induk) for b in snapshot.belanja] == [("pegawai", "")]


def build_measured(kecamatan: Kecamatan, tahun: int) -> Snapshot:
    """What a saved cell is answered from."""
    years = range(tahun - TAHUN_LALU_MAKSIMUM, tahun + 1)
    return with_realisasi(
        build_definitions(kecamatan=kecamatan, tahun=tahun), realisasi_rows(kecamatan, years)
    )


@pytest.mark.parametrize("jumlah", [1, 60])
def test_what_a_saved_cell_is_computed_from_costs_few_queries(tmp_path: Path, jumlah: int) -> None:
    load_referensi()
    load_mini(tmp_path, banyak_indikator(jumlah))
    kecamatan = Kecamatan.objects.select_related("kabupaten").get(kode="35.09.10")
    with CaptureQueriesContext(connection) as kueri:
        snapshot = build_measured(kecamatan, 2023)
    assert len(kueri) == ANGGARAN_KUERI_UKUR, "\n".join(k["sql"] for k in kueri)
    assert len(snapshot.realisasi) == jumlah


def test_a_saved_cell_is_computed_like_the_whole_report() -> None:
    load_semua()
    banyak = 0
    for kecamatan, tahun in (("35.09.01", 2023), ("35.09.10", 2020), ("35.09.05", 2021), ("35.09.25", 2024)):
        baris = Kecamatan.objects.select_related("kabupaten").get(kode=kecamatan)
        lengkap = masukan_capaian(build(kecamatan=baris, tahun=tahun))
        ringan = masukan_capaian(build_measured(baris, tahun))
        assert (lengkap is None) == (ringan is None)
        if lengkap is None or ringan is None:
            continue
        semua, sebagian = compute(lengkap), compute(ringan)
        assert (semua.rerata, semua.hitungan, semua.tujuan) == (
            sebagian.rerata,
            sebagian.hitungan,
            sebagian.tujuan,
        )
        for satu, lain in zip(semua.sasaran, sebagian.sasaran, strict=True):
            assert satu.rerata == lain.rerata
            assert [replace(i, pembanding=()) for i in satu.indikator] == list(lain.indikator)
            banyak += len(lain.indikator)
    assert banyak == 9


def test_the_snapshot_of_a_year_without_records_is_empty() -> None:
    kecamatan = make_kecamatan()
    snapshot = build(kecamatan=kecamatan, tahun=2021)
    assert (snapshot.kecamatan.nama, snapshot.tahun) == ("Balung", 2021)
    assert (snapshot.profil, snapshot.kebijakan, snapshot.rpjmd, snapshot.rkt, snapshot.iku) == (None,) * 5
    assert (snapshot.renstra, snapshot.pk, snapshot.realisasi, snapshot.anggaran) == ((),) * 4
    assert snapshot.pk_berlaku is None


def test_the_rows_arrive_as_recorded(tmp_path: Path) -> None:
    snapshot = snapshot_mini(tmp_path)
    assert snapshot.profil is not None
    assert snapshot.profil.luas_km2 == Decimal("47.12")
    assert str(snapshot.profil.luas_km2) == "47.12"  # without the zeros of the column
    assert snapshot.profil.dasar_hukum[0].startswith("Undang-Undang Nomor 23 Tahun 2014")
    assert [(u.kunci, u.induk) for u in snapshot.kecamatan.unit_kerja] == [
        ("camat", ""),
        ("seksi-umum", "camat"),
    ]
    assert snapshot.rpjmd is not None
    assert [(m.nomor, m.diacu) for m in snapshot.rpjmd.misi] == [(1, True)]
    skm, sakip = snapshot.renstra[0].tujuan[0].sasaran[0].indikator
    assert skm.penanggung_jawab == ("Seksi Pelayanan Umum",)
    assert [(t.tahun, t.target) for t in skm.target] == [
        (2023, Target(angka=Decimal(80))),
        (2026, Target(angka=Decimal(90), cetak="90,0")),
    ]
    assert sakip.skala is not None
    assert [k.kode for k in sakip.skala.kategori] == ["AA", "A", "BB", "B", "CC", "C", "D"]
    assert snapshot.rkt is not None
    assert snapshot.rkt.sasaran[0].target == Target(bawah=Decimal(75), atas=Decimal(85))
    assert (snapshot.rkt.baris[0].tingkat, snapshot.rkt.baris[0].kunci_sasaran) == ("kegiatan", "s1")
    assert [(p.tahun, p.versi) for p in snapshot.pk] == [(2023, 0)]
    assert [(p.tahun, p.versi) for p in snapshot.pk_lalu] == [(2022, 0)]
    assert str(snapshot.pk[0].anggaran[0].anggaran) == "2500000"
    assert snapshot.rencana_aksi is not None
    assert [t.angka if t else None for t in snapshot.rencana_aksi.baris[0].triwulan] == [None, 78, None, 80]
    assert [(r.kunci_indikator, r.tahun) for r in snapshot.realisasi] == [
        ("skm", 2022),
        ("skm", 2023),
        ("sakip", 2023),
    ]
    assert snapshot.realisasi[1].tahunan == Nilai(keadaan=KeadaanNilai.TERISI, angka=Decimal("76.5"))
    assert snapshot.realisasi[2].tahunan == Nilai(keadaan=KeadaanNilai.TIDAK_TERSEDIA, alasan="belum dinilai")
    assert snapshot.pembanding[0].nilai[0].tahun == 2022
    assert (snapshot.anggaran[0].pagu, snapshot.anggaran[0].sub_kegiatan) == (2_500_000, "")
    assert [(a.tahun, a.pagu) for a in snapshot.anggaran_lalu] == [(2022, 2_000_000)]
    assert [(b.kode, b.induk) for b in snapshot.belanja] == [("operasi", ""), ("barang-jasa", "operasi")]
    assert [(d.kunci_sasaran, d.program) for d in snapshot.dukungan] == [("s1", ("7.01.02",))]


def test_a_unit_that_is_gone_is_shown_by_its_kunci_rather_than_lost(tmp_path: Path) -> None:
    load_referensi()
    load_mini(tmp_path)
    UnitKerja.objects.get(kunci="seksi-umum").delete()
    snapshot = build(kecamatan=Kecamatan.objects.get(kode="35.09.10"), tahun=2023)
    assert snapshot.renstra[0].tujuan[0].sasaran[0].indikator[0].penanggung_jawab == ("seksi-umum",)


def test_documents_name_who_held_office_then_and_the_report_who_holds_it_on_its_own_date(
    tmp_path: Path,
) -> None:
    load_referensi()
    load_mini(tmp_path)
    kecamatan = Kecamatan.objects.get(kode="35.09.10")
    siti = kecamatan.masa_jabatan.get()
    siti.sampai = date(2024, 1, 31)
    siti.save()
    plt = make_masa_jabatan(
        pejabat=siti.pejabat, jabatan="plt-camat", kecamatan=kecamatan, mulai=date(2024, 2, 1), sampai=None
    )
    snapshot = build(kecamatan=kecamatan, tahun=2023, tanggal=date(2024, 1, 31))
    assert snapshot.camat is not None
    assert snapshot.camat.jabatan == "Camat Balung"
    sesudah = build(kecamatan=kecamatan, tahun=2023, tanggal=date(2024, 2, 1))
    assert sesudah.camat is not None
    assert sesudah.camat.jabatan == plt.sebutan == "Plt. Camat Balung"
    assert sesudah.pk[0].pihak_pertama == snapshot.camat
    assert sesudah.kepala_daerah is not None
    assert sesudah.kepala_daerah.jabatan == "Bupati Jember"
    assert build(kecamatan=kecamatan, tahun=2023, tanggal=date(2021, 1, 1)).camat is None


def test_of_several_versions_the_last_defines_and_realisasi_joins_over_them() -> None:
    kecamatan = make_kecamatan()
    awal = make_renstra(kecamatan=kecamatan)
    lama = make_indikator(renstra=awal)
    perubahan = make_renstra(kecamatan=kecamatan, versi=1)
    tujuan = awal.tujuan.get()
    tujuan.pk, tujuan.renstra = None, perubahan
    tujuan.save()
    sasaran = make_sasaran(tujuan=tujuan, kunci="s2")
    baru = make_indikator(sasaran=sasaran, nama="SKM (perubahan)")
    make_realisasi(indikator=lama, tahun=2021, angka=Decimal(70))
    make_realisasi(indikator=lama, tahun=2022, angka=Decimal(71))
    make_realisasi(indikator=baru, tahun=2022, angka=Decimal(72))
    snapshot = build(kecamatan=kecamatan, tahun=2022)
    assert [r.versi for r in snapshot.renstra] == [0, 1]
    assert snapshot.renstra_berlaku is snapshot.renstra[1]
    assert [(r.tahun, r.tahunan.angka) for r in snapshot.realisasi] == [(2021, 70), (2022, 72)]


def test_where_periods_overlap_the_one_that_the_pk_refers_to_counts() -> None:
    kecamatan = make_kecamatan()
    make_renstra(kecamatan=kecamatan, tahun_awal=2016, tahun_akhir=2021)
    baru = make_renstra(kecamatan=kecamatan, tahun_awal=2021, tahun_akhir=2026)
    assert [r.tahun_awal for r in build(kecamatan=kecamatan, tahun=2021).renstra] == [2016]
    tujuan = baru.tujuan.create(kunci="t1", uraian="Tujuan")
    indikator = make_indikator(sasaran=make_sasaran(tujuan=tujuan))
    make_pk(kecamatan=kecamatan, tahun=2021).baris.create(
        sasaran="S", indikator="I", acuan_indikator=indikator, angka=Decimal(1)
    )
    assert [r.tahun_awal for r in build(kecamatan=kecamatan, tahun=2021).renstra] == [2021]


def test_the_year_follows_from_its_triwulan_unless_entered(tmp_path: Path) -> None:
    indikator = make_indikator(akumulasi=Akumulasi.JUMLAH.value)
    kecamatan = indikator.renstra.kecamatan
    for nomor, angka in enumerate((1, 2, 3, 4), start=1):
        make_realisasi(indikator=indikator, triwulan=nomor, angka=Decimal(angka))
    (realisasi,) = build(kecamatan=kecamatan, tahun=2021).realisasi
    assert (realisasi.tahunan.angka, [t.angka for t in realisasi.triwulan]) == (10, [1, 2, 3, 4])
    make_realisasi(indikator=indikator, triwulan=0, angka=Decimal(11))
    (realisasi,) = build(kecamatan=kecamatan, tahun=2021).realisasi
    assert realisasi.tahunan.angka == 11


def test_the_year_has_the_decimals_of_its_indikator() -> None:
    indikator = make_indikator(akumulasi=Akumulasi.RATA_RATA.value, desimal=3)
    for nomor, angka in enumerate(("1", "1", "1", "1.5"), start=1):
        make_realisasi(indikator=indikator, triwulan=nomor, angka=Decimal(angka))
    (realisasi,) = build(kecamatan=indikator.renstra.kecamatan, tahun=2021).realisasi
    assert realisasi.tahunan.angka == Decimal("1.125")


def test_an_amount_of_nothing_is_zero_and_not_the_zeros_of_its_column() -> None:
    baris = make(AnggaranPK, anggaran=Decimal("0.00"))
    pk = build(kecamatan=baris.perjanjian.kecamatan, tahun=baris.perjanjian.tahun).pk_berlaku
    assert pk is not None
    assert str(pk.anggaran[0].anggaran) == "0"


def test_totals_of_earlier_years_are_sums_of_their_rows_unless_a_row_is_unknown() -> None:
    kecamatan = make_kecamatan()
    baris = make_anggaran(kecamatan=kecamatan, tahun=2020, pagu_murni=Decimal(10), pagu_perubahan=Decimal(12))
    snapshot = build(kecamatan=kecamatan, tahun=2021)
    assert [(a.tahun, a.pagu, a.realisasi) for a in snapshot.anggaran_lalu] == [(2020, 12, None)]
    baris.realisasi = Decimal(5)
    baris.save()
    assert build(kecamatan=kecamatan, tahun=2021).anggaran_lalu[0].realisasi == 5


def test_records_of_another_kecamatan_and_year_stay_out(tmp_path: Path) -> None:
    sebelum = snapshot_mini(tmp_path)
    lain = Kecamatan.objects.get(kode="35.09.11")
    make_anggaran(kecamatan=lain, tahun=2023)
    make_pk(kecamatan=lain, tahun=2023)
    make_anggaran(kecamatan=Kecamatan.objects.get(kode="35.09.10"), tahun=2024)
    make_renstra(kecamatan=lain)
    assert build(kecamatan=Kecamatan.objects.get(kode="35.09.10"), tahun=2023) == sebelum


def test_numbers_of_the_real_years() -> None:
    """Worked from the documents: Umbulsari Tabel 3.5, Balung PK and Tabel 3.1, Jombang PK perubahan."""
    load_semua()

    def dari(kode: str, tahun: int) -> Snapshot:
        return build(kecamatan=Kecamatan.objects.get(kode=kode), tahun=tahun)

    umbulsari, balung, jombang = dari("35.09.05", 2021), dari("35.09.10", 2020), dari("35.09.01", 2023)
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
    jelbuk = dari("35.09.25", 2024)
    assert jelbuk.iku is not None
    assert jelbuk.pk == ()


def test_the_same_rows_give_the_same_bytes_on_every_database(tmp_path: Path) -> None:
    """The number was taken on SQLite; on PostgreSQL it has to come out as well."""
    assert sidik(snapshot_mini(tmp_path)) == SIDIK_MINI


SIDIK_MINI = "9a0e6e0a052ed57e564d3039f4f9225cbcb783cf8f3deff07a781f0ffd69ec16"
