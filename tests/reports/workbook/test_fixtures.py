"""Fixture files: every part stored, loaded twice without a change."""

import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kecamatan.ground.strict_json import InvalidFile
from kecamatan.models import DesaKelurahan, Jejak, Kecamatan, MasaJabatan, Pejabat, UnitKerja
from reports.models import Laporan, Narasi
from reports.workbook.fixtures import fixtures_load
from sakip.models import (
    RKT,
    Anggaran,
    BarisPK,
    Indikator,
    PerjanjianKinerja,
    Realisasi,
    Renstra,
    Sasaran,
    SasaranRKT,
    TargetTriwulan,
)
from tests.factory import make_laporan, make_realisasi
from tests.kept_rows import kept_mini_records
from tests.loaded_files import CONTOH, load_mini

pytestmark = pytest.mark.usefixtures("referensi")


@pytest.fixture
def loaded(referensi: None, tmp_path: Path) -> Kecamatan:
    """The kecamatan of the small file, loaded before."""
    kept_mini_records(tmp_path)
    return Kecamatan.objects.get(kode="35.09.10")


# -- the delivered files ---------------------------------------------------------------------------


@pytest.mark.one_engine
def test_the_order_of_the_files_does_not_matter(tmp_path: Path) -> None:
    """Renamed so that they are read the other way round, they store the same; test_muat_contoh loads them twice."""
    for nomor, file in enumerate(sorted(CONTOH.glob("*.json"), reverse=True)):
        shutil.copy(file, tmp_path / f"{nomor}-{file.name}")
    upside_down = fixtures_load(folder=tmp_path)
    assert [h.kecamatan.nama for h in upside_down] == ["Jelbuk", "Balung", "Umbulsari", "Jombang"]
    assert all(h.counts.baru for h in upside_down)
    what_several_files_tell_is_stored_once()
    assert [h.counts.perubahan for h in fixtures_load(folder=CONTOH)] == [0, 0, 0, 0]


def what_several_files_tell_is_stored_once() -> None:
    """The people and the RPJMD of one kabupaten."""
    assert Pejabat.objects.filter(masa__jabatan="bupati").distinct().count() == 2  # Faida and Hendy Siswanto
    assert Renstra.objects.filter(periode_rpjmd__tahun_awal=2016).count() == 2  # Umbulsari's and Balung's
    assert (
        Renstra.objects.filter(periode_rpjmd__tahun_awal=2016).values("periode_rpjmd").distinct().count() == 1
    )


# -- one small file --------------------------------------------------------------------------------


def test_every_part_of_the_file_is_stored(tmp_path: Path) -> None:
    (result,) = load_mini(tmp_path)
    assert (result.name, result.kecamatan.nama, result.tahun, result.locked) == (
        "mini.json",
        "Balung",
        2023,
        "",
    )
    kecamatan = Kecamatan.objects.get(kode="35.09.10")
    assert (kecamatan.alamat, kecamatan.ibu_kota) == ("Jl. Rambipuji No. 1", "Balung Lor")
    profil = kecamatan.profil.get(tahun=2023)
    assert (profil.luas_km2, profil.penduduk) == (Decimal("47.12"), 300)
    assert [b.uraian for b in profil.butir.filter(jenis="isu")] == ["Petugas layanan terbatas."]
    assert DesaKelurahan.objects.get().status == "Maju"
    assert UnitKerja.objects.get(kunci="seksi-umum").induk == UnitKerja.objects.get(kunci="camat")
    camat = MasaJabatan.objects.get(jabatan="camat")
    assert (camat.kecamatan, camat.mulai, camat.sampai) == (kecamatan, date(2022, 1, 1), None)
    assert camat.pangkat is not None
    assert camat.pangkat.golongan == "IV/a"
    assert MasaJabatan.objects.get(jabatan="bupati").kabupaten == kecamatan.kabupaten
    renstra = Renstra.objects.get()
    assert renstra.misi_diacu is not None
    assert renstra.misi_diacu.nomor == 1
    sasaran = Sasaran.objects.get()
    assert sasaran.sasaran_rpjmd is not None
    assert (sasaran.sasaran_rpjmd.uraian, sasaran.strategi) == ("Meningkatnya layanan", ["Melatih petugas"])
    skm, sakip = Indikator.objects.order_by("urut")
    assert (skm.kunci, skm.iku, skm.desimal, skm.penanggung_jawab) == ("skm", True, 2, ["seksi-umum"])
    assert (sakip.skala.kode if sakip.skala else None, sakip.iku) == ("akip-2021", False)
    assert {t.tahun: (t.angka, t.cetak) for t in skm.target.all()} == {2023: (80, ""), 2026: (90, "90,0")}
    rkt = RKT.objects.get()
    assert (rkt.penandatangan, rkt.tanggal, rkt.tanggal_cetak) == (camat, None, "Januari 2023")
    sasaran_rkt = SasaranRKT.objects.get()
    assert (sasaran_rkt.angka, sasaran_rkt.bawah, sasaran_rkt.atas) == (None, 75, 85)
    row = rkt.baris.get()
    assert (row.acuan_sasaran, str(row.kegiatan).split()[0], row.anggaran) == (
        sasaran,
        "7.01.02.2.01",
        2_500_000,
    )
    pk, pk_lalu = PerjanjianKinerja.objects.order_by("-tahun")
    assert (pk.tahun, pk.jenis, pk.tanggal) == (2023, "murni", date(2023, 1, 15))
    assert pk.pihak_kedua == MasaJabatan.objects.get(jabatan="bupati")
    assert [(b.angka, b.huruf) for b in pk.baris.all()] == [(80, ""), (None, "B")]
    assert (pk_lalu.tahun, pk_lalu.baris.get().angka) == (2022, 75)
    assert {t.triwulan: t.angka for t in TargetTriwulan.objects.all()} == {2: 78, 4: 80}
    assert Realisasi.objects.get(indikator=sakip).alasan == "belum dinilai"
    anggaran = Anggaran.objects.get()
    assert [(k.jenis, k.keadaan, k.realisasi) for k in anggaran.keluaran.all()] == [
        ("output", "terisi", 11),
        ("outcome", "belum diisi", None),
    ]
    assert Narasi.objects.get().isi == "<p>Petugas <em>terlatih</em>.</p>"
    laporan = Laporan.objects.get()
    assert (laporan.versi, laporan.status, laporan.tempat, laporan.tanggal) == (
        1,
        "draf",
        "Balung",
        date(2024, 2, 20),
    )


@pytest.mark.one_engine
def test_a_changed_file_changes_just_that(loaded: Kecamatan, tmp_path: Path) -> None:
    def raise_to(content: dict[str, Any]) -> None:
        content["lembar"]["Realisasi"][1]["nilai"] = "77"
        content["lembar"]["PK"][1]["target"] = "81"
        content["lembar"]["Desa"].append({"nama": "Balung Kidul", "jenis": "desa"})

    (result,) = load_mini(tmp_path, raise_to)
    assert (result.counts.baru, result.counts.berubah, result.counts.dihapus) == (1, 2, 0)
    realisasi = Realisasi.objects.get(indikator__kunci="skm", tahun=2023)
    assert realisasi.angka == 77
    assert BarisPK.objects.get(perjanjian__tahun=2023, urut=1).angka == 81


def test_rows_that_changed_places_do_not_collide(loaded: Kecamatan, tmp_path: Path) -> None:
    """Each indikator may stand in a PK once; while one row is written the other still names it."""
    (result,) = load_mini(tmp_path, lambda content: content["lembar"]["PK"].reverse())
    assert result.counts.berubah == 1  # one of two that change places need be numbered anew
    assert [
        b.acuan_indikator.kunci for b in BarisPK.objects.filter(perjanjian__tahun=2023) if b.acuan_indikator
    ] == [
        "sakip",
        "skm",
    ]


def _without_sakip(content: dict[str, Any]) -> None:
    """Everything about one indikator goes."""
    sheets = content["lembar"]
    sheets["Indikator"].pop(1)
    sheets["TargetRenstra"].pop(2)
    sheets["PK"].pop(2)
    sheets["Realisasi"].pop(2)


@pytest.mark.one_engine
def test_what_the_file_no_longer_has_is_deleted(loaded: Kecamatan, tmp_path: Path) -> None:
    def without_sakip(content: dict[str, Any]) -> None:
        _without_sakip(content)
        sheets = content["lembar"]
        del sheets["RKT"], sheets["RKTKegiatan"], sheets["Dokumen"][0]
        sheets["Belanja"].pop(1)

    (result,) = load_mini(tmp_path, without_sakip)
    # indikator with its target, PK row, realisasi, belanja; RKT with its indikator, its baris and that one's indikator
    assert (result.counts.dihapus, result.counts.baru, result.counts.berubah) == (2 + 3 + 4, 0, 0)
    assert not Indikator.objects.filter(kunci="sakip").exists()
    assert not RKT.objects.exists()


def test_a_row_that_other_records_use_is_not_deleted_but_named(loaded: Kecamatan, tmp_path: Path) -> None:
    make_realisasi(indikator=Indikator.objects.get(kunci="sakip"), tahun=2011, angka=None, huruf="B")

    with pytest.raises(
        InvalidFile, match='indikator "Nilai SAKIP" tidak ada lagi dalam berkas, tetapi masih'
    ):
        load_mini(tmp_path, _without_sakip)
    assert BarisPK.objects.filter(acuan_indikator__kunci="sakip").exists()


def test_records_of_a_submitted_report_are_left_alone(loaded: Kecamatan, tmp_path: Path) -> None:
    Laporan.objects.all().delete()
    make_laporan(kecamatan=loaded, tahun=2023, status="diajukan")
    (result,) = load_mini(tmp_path, lambda content: content["lembar"]["Realisasi"][1].update(nilai="1"))
    assert (result.locked, result.counts.perubahan) == ("LKIP sudah diajukan", 0)
    assert Realisasi.objects.get(indikator__kunci="skm", tahun=2023).angka == Decimal("76.5")


@pytest.mark.one_engine
def test_each_changed_file_leaves_one_trace(loaded: Kecamatan, tmp_path: Path) -> None:
    load_mini(tmp_path)
    jejak = Jejak.objects.get(tindakan="contoh.dimuat")
    assert (jejak.objek_sebutan, jejak.tahun, jejak.kecamatan) == (
        "mini.json",
        2023,
        loaded,
    )


@pytest.mark.one_engine
def test_marks_in_a_narrative_are_words(tmp_path: Path) -> None:
    def script(content: dict[str, Any]) -> None:
        content["lembar"]["Narasi"][0]["isi"] = '<p onclick="x()">Isi<script>x()</script></p>'

    load_mini(tmp_path, script)
    assert Narasi.objects.get().isi == (
        '<p>&lt;p onclick="x()"&gt;Isi&lt;script&gt;x()&lt;/script&gt;&lt;/p&gt;</p>'
    )
