"""Contoh files: every part stored, loaded twice without a change, refused whole when one place is broken."""

import shutil
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps

from kecamatan.bacaan import BerkasTidakSah
from kecamatan.models import DesaKelurahan, Jejak, Kecamatan, MasaJabatan, Pejabat, UnitKerja
from reports.models import Laporan, Narasi
from reports.services.contoh import contoh_muat
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
from tests.muatan import CONTOH, Ubah, folder_mini, mini, muat_mini, tulis_json
from tests.pabrik import make_laporan, make_realisasi, satu

pytestmark = pytest.mark.usefixtures("referensi")


def semua_baris() -> dict[str, int]:
    return {m._meta.label: m._default_manager.count() for m in apps.get_models() if m._meta.managed}


# -- the delivered files ---------------------------------------------------------------------------


def test_the_real_kecamatan_years_load_and_a_second_load_changes_nothing() -> None:
    pertama = contoh_muat(folder=CONTOH)
    assert [(h.kecamatan.nama, h.tahun) for h in pertama] == [
        ("Jombang", 2023),
        ("Umbulsari", 2021),
        ("Balung", 2020),
        ("Jelbuk", 2024),
    ]
    assert all(h.hitungan.baru for h in pertama)
    sebelum = semua_baris()
    kedua = contoh_muat(folder=CONTOH)
    assert [h.hitungan.perubahan for h in kedua] == [0, 0, 0, 0]
    assert semua_baris() == sebelum


def test_what_several_files_tell_is_stored_once() -> None:
    contoh_muat(folder=CONTOH)
    assert Pejabat.objects.filter(masa__jabatan="bupati").distinct().count() == 2  # Faida and Hendy Siswanto
    assert Renstra.objects.filter(periode_rpjmd__tahun_awal=2016).count() == 2  # Umbulsari's and Balung's
    assert (
        Renstra.objects.filter(periode_rpjmd__tahun_awal=2016).values("periode_rpjmd").distinct().count() == 1
    )


def test_the_order_of_the_files_does_not_matter(tmp_path: Path) -> None:
    """Renamed so that they are read the other way round, they still find everything as it is."""
    contoh_muat(folder=CONTOH)
    for nomor, berkas in enumerate(sorted(CONTOH.glob("*.json"), reverse=True)):
        shutil.copy(berkas, tmp_path / f"{nomor}-{berkas.name}")
    assert sum(h.hitungan.perubahan for h in contoh_muat(folder=tmp_path)) == 0


# -- one small file --------------------------------------------------------------------------------


def test_every_part_of_the_file_is_stored(tmp_path: Path) -> None:
    (hasil,) = muat_mini(tmp_path)
    assert (hasil.berkas, hasil.kecamatan.nama, hasil.tahun, hasil.terkunci) == (
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
    baris = rkt.baris.get()
    assert (baris.acuan_sasaran, str(baris.kegiatan).split()[0], baris.anggaran) == (
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


def test_a_changed_file_changes_just_that(tmp_path: Path) -> None:
    muat_mini(tmp_path)

    def naikkan(isi: dict[str, Any]) -> None:
        isi["realisasi"][1]["angka"] = "77"
        isi["pk"][0]["indikator"][0]["target"]["angka"] = "81"
        isi["desa"].append({"nama": "Balung Kidul", "jenis": "desa"})

    (hasil,) = muat_mini(tmp_path, naikkan)
    assert (hasil.hitungan.baru, hasil.hitungan.berubah, hasil.hitungan.dihapus) == (1, 2, 0)
    realisasi = Realisasi.objects.get(indikator__kunci="skm", tahun=2023)
    assert realisasi.angka == 77
    assert BarisPK.objects.get(perjanjian__tahun=2023, urut=1).angka == 81


def test_rows_that_changed_places_do_not_collide(tmp_path: Path) -> None:
    """Each indikator may stand in a PK once; while one row is written the other still names it."""
    muat_mini(tmp_path)
    (hasil,) = muat_mini(tmp_path, lambda isi: isi["pk"][0]["indikator"].reverse())
    assert hasil.hitungan.berubah == 2
    assert [
        b.acuan_indikator.kunci for b in BarisPK.objects.filter(perjanjian__tahun=2023) if b.acuan_indikator
    ] == [
        "sakip",
        "skm",
    ]


def test_what_the_file_no_longer_has_is_deleted(tmp_path: Path) -> None:
    muat_mini(tmp_path)

    def tanpa_sakip(isi: dict[str, Any]) -> None:
        isi["renstra"][0]["tujuan"][0]["sasaran"][0]["indikator"].pop(1)
        isi["pk"][0]["indikator"].pop(1)
        isi["realisasi"].pop(2)
        isi["rkt"] = None
        isi["belanja"].pop(1)

    (hasil,) = muat_mini(tmp_path, tanpa_sakip)
    # indikator, PK row, realisasi, RKT (its rows go with it), belanja
    assert (hasil.hitungan.dihapus, hasil.hitungan.baru, hasil.hitungan.berubah) == (5, 0, 0)
    assert not Indikator.objects.filter(kunci="sakip").exists()
    assert not RKT.objects.exists()


def test_a_row_that_other_records_use_is_not_deleted_but_named(tmp_path: Path) -> None:
    muat_mini(tmp_path)
    make_realisasi(indikator=Indikator.objects.get(kunci="sakip"), tahun=2021, angka=None, huruf="B")

    def tanpa_sakip(isi: dict[str, Any]) -> None:
        isi["renstra"][0]["tujuan"][0]["sasaran"][0]["indikator"].pop(1)
        isi["pk"][0]["indikator"].pop(1)
        isi["realisasi"].pop(2)

    with pytest.raises(
        BerkasTidakSah, match='indikator "Nilai SAKIP" tidak ada lagi dalam berkas, tetapi masih'
    ):
        muat_mini(tmp_path, tanpa_sakip)
    assert BarisPK.objects.filter(acuan_indikator__kunci="sakip").exists()


def test_records_of_a_submitted_report_are_left_alone(tmp_path: Path) -> None:
    muat_mini(tmp_path)
    kecamatan = Kecamatan.objects.get(kode="35.09.10")
    Laporan.objects.all().delete()
    make_laporan(kecamatan=kecamatan, tahun=2023, status="diajukan")
    (hasil,) = muat_mini(tmp_path, lambda isi: isi["realisasi"][1].update(angka="1"))
    assert (hasil.terkunci, hasil.hitungan.perubahan) == ("LKIP sudah diajukan", 0)
    assert Realisasi.objects.get(indikator__kunci="skm", tahun=2023).angka == Decimal("76.5")


def test_each_changed_file_leaves_one_trace(tmp_path: Path) -> None:
    muat_mini(tmp_path)
    muat_mini(tmp_path)
    jejak = Jejak.objects.get(tindakan="contoh.dimuat")
    assert (jejak.objek_sebutan, jejak.tahun, jejak.kecamatan) == (
        "mini.json",
        2023,
        Kecamatan.objects.get(kode="35.09.10"),
    )


def test_narrative_is_cleaned_before_it_is_stored(tmp_path: Path) -> None:
    def skrip(isi: dict[str, Any]) -> None:
        isi["narasi"][0]["isi"] = '<p onclick="x()">Isi<script>x()</script></p>'

    muat_mini(tmp_path, skrip)
    assert Narasi.objects.get().isi == "<p>Isi</p>"


# -- broken files ----------------------------------------------------------------------------------


def isi_kunci(*jalur: str | int, nilai: Any) -> Ubah:
    """Put a value at a place; a last key that is new is added."""

    def ubah(isi: Any) -> None:
        for langkah in jalur[:-1]:
            isi = isi[langkah]
        isi[jalur[-1]] = nilai

    return ubah


INDIKATOR = ("renstra", 0, "tujuan", 0, "sasaran", 0, "indikator", 0)
DI_INDIKATOR = "renstra[0].tujuan[0].sasaran[0].indikator[0]"


@pytest.mark.parametrize(
    ("rusak", "pesan"),
    [
        pytest.param(isi_kunci("format", nilai=2), "format: format 2 tidak dikenal. Tulis 1.", id="format"),
        pytest.param(
            isi_kunci("tahun", nilai=None), ': kunci "tahun" belum diisi. Isi bilangan bulat.', id="tahun"
        ),
        pytest.param(
            isi_kunci("kecamatan", nilai="35.09.99"),
            'kecamatan: "35.09.99" tidak dikenal. Jalankan "manage.py siapkan" atau perbaiki kodenya.',
            id="kecamatan",
        ),
        pytest.param(
            isi_kunci("realisai", nilai=[]),
            ': kunci "realisai" tidak dikenal. Periksa ejaannya atau hapus kunci itu.',
            id="unknown key",
        ),
        pytest.param(
            isi_kunci("pk", 0, "indikator", 1, "targt", nilai={}),
            'pk[0].indikator[1]: kunci "targt" tidak dikenal. Periksa ejaannya atau hapus kunci itu.',
            id="unknown key deep inside",
        ),
        pytest.param(
            isi_kunci(*INDIKATOR, "rumus", nilai=""),
            f'{DI_INDIKATOR}: kunci "rumus" belum diisi. Isi teksnya.',
            id="missing key",
        ),
        pytest.param(
            isi_kunci("realisasi", 1, "angka", nilai="76,5"),
            'realisasi[1].angka: "76,5" bukan angka. Tulis di antara tanda kutip dengan titik desimal,'
            ' misalnya "98.5".',
            id="decimal comma",
        ),
        pytest.param(
            isi_kunci("realisasi", 1, "angka", nilai=76.5),
            'realisasi[1].angka: "76.5" bukan angka. Tulis di antara tanda kutip dengan titik desimal,'
            ' misalnya "98.5".',
            id="float",
        ),
        pytest.param(
            isi_kunci("pk", 0, "tanggal", nilai="15/1/2023"),
            'pk[0].tanggal: "15/1/2023" bukan tanggal. Tulis tahun-bulan-tanggal, misalnya 2021-01-31.',
            id="date",
        ),
        pytest.param(
            isi_kunci("anggaran", 0, "program", nilai="7.01.99"),
            'anggaran[0].program: "7.01.99" tidak ada dalam nomenklatur "2021". Perbaiki kodenya, atau tambahkan'
            " ke fixtures/referensi/nomenklatur.json.",
            id="unknown code",
        ),
        pytest.param(
            isi_kunci("nomenklatur", nilai="2030"),
            'nomenklatur: "2030" tidak dikenal. Isi salah satu dari pra-2021, 2021, 2023.',
            id="unknown nomenklatur",
        ),
        pytest.param(
            isi_kunci("pk", 0, "indikator", 0, "kunci_indikator", nilai="skn"),
            'pk[0].indikator[0].kunci_indikator: "skn" bukan kunci indikator Renstra. Isi salah satu dari sakip, skm.',
            id="unknown indikator",
        ),
        pytest.param(
            isi_kunci("dukungan", 0, "sasaran", nilai="s9"),
            'dukungan[0].sasaran: "s9" bukan kunci sasaran Renstra. Isi salah satu dari s1.',
            id="unknown sasaran",
        ),
        pytest.param(
            isi_kunci("profil", "dasar_hukum", nilai=["uu-99"]),
            'profil.dasar_hukum[0]: "uu-99" tidak dikenal. Tambahkan ke fixtures/referensi/peraturan.json, lalu'
            ' jalankan "manage.py siapkan".',
            id="unknown peraturan",
        ),
        pytest.param(
            isi_kunci(*INDIKATOR, "penanggung_jawab", nilai=["seksi-x"]),
            f'{DI_INDIKATOR}.penanggung_jawab[0]: "seksi-x" tidak dikenal. Isi kunci salah satu unit kerja dalam'
            " berkas ini.",
            id="unknown unit",
        ),
        pytest.param(
            isi_kunci("unit_kerja", 1, "induk", nilai="sekretariat"),
            'unit_kerja[1].induk: "sekretariat" tidak dikenal. Tulis unit atasannya lebih dahulu dalam daftar.',
            id="unknown induk",
        ),
        pytest.param(
            isi_kunci("pejabat", 0, "nip", nilai="197001011990013001"),
            'pejabat[0]: NIP: "197001011990013001" bukan NIP: angka ke-15 adalah 3, seharusnya 1 (laki-laki)'
            " atau 2 (perempuan). Periksa pada SK atau kartu pegawai.",
            id="NIP",
        ),
        pytest.param(
            isi_kunci("pejabat", 0, "masa", 0, "golongan", nilai="V/a"),
            'pejabat[0].masa[0].golongan: "V/a" tidak dikenal. Isi golongan seperti "III/d".',
            id="golongan",
        ),
        pytest.param(
            isi_kunci("rkt", "penandatangan", nilai="joko"),
            'rkt.penandatangan: "joko" tidak dikenal. Isi kunci salah satu pejabat dalam berkas ini.',
            id="unknown pejabat",
        ),
        pytest.param(
            isi_kunci("pejabat", 0, "masa", 0, "mulai", nilai="2023-02-01"),
            'rkt.penandatangan: "siti" tidak menjabat pada 01/01/2023–31/01/2023. Perbaiki masa jabatannya atau'
            " tanggal dokumen.",
            id="not in office",
        ),
        pytest.param(
            isi_kunci("rkt", "tanggal_cetak", nilai="Jan 2023"),
            'rkt.tanggal_cetak: "Jan 2023" bukan bulan dan tahun. Tulis seperti Januari 2021.',
            id="month",
        ),
        pytest.param(
            isi_kunci("pk", 0, "indikator", 0, "target", nilai={"angka": "80", "huruf": "B"}),
            "pk[0].indikator[0]: Isi target dengan satu cara saja: angka, huruf, atau rentang (batas bawah dan batas"
            " atas).",
            id="two targets",
        ),
        pytest.param(
            isi_kunci("realisasi", 2, "alasan", nilai=""),
            "realisasi[2]: Isi nilai dengan satu cara saja (angka, huruf, atau pembilang dan penyebut), atau pilih"
            ' "tidak tersedia" dan isi alasannya.',
            id="no reason",
        ),
        pytest.param(
            isi_kunci("sdm", 0, "kelompok", nilai="umur"),
            "sdm[0]: kelompok: Nilai 'umur' bukan pilihan yang valid.",
            id="choice",
        ),
        pytest.param(
            isi_kunci("anggaran", 0, "realisasi", nilai="-1"),
            "anggaran[0]: Isi realisasi dari Rp0 sampai Rp9.999.999.999.999,99.",
            id="negative money",
        ),
        pytest.param(
            isi_kunci("realisasi", 0, "kunci_indikator", nilai=""),
            'realisasi[0]: kunci "kunci_indikator" belum diisi. Isi teksnya.',
            id="realisasi of nothing",
        ),
        pytest.param(
            isi_kunci("realisasi", 1, "tahun", nilai=2022),
            "realisasi[1]: baris ini sama dengan baris sebelumnya. Hapus salah satu.",
            id="twice",
        ),
        pytest.param(
            isi_kunci("pk_lalu", 0, "tahun", nilai=2023),
            "pk_lalu[0].tahun: tahun 2023 tidak lebih awal daripada 2023. Pindahkan ke pk.",
            id="pk_lalu",
        ),
        pytest.param(
            isi_kunci("rencana_aksi", "baris", 0, "triwulan", nilai=[None]),
            "rencana_aksi.baris[0].triwulan: 1 triwulan. Isi empat, dengan null untuk yang kosong.",
            id="triwulan",
        ),
        pytest.param(
            isi_kunci(*INDIKATOR, "target", "23", nilai={"angka": "1"}),
            f'{DI_INDIKATOR}.target: "23" bukan tahun. Tulis empat angka, misalnya "2021".',
            id="year as key",
        ),
        pytest.param(
            isi_kunci("misi_diacu", nilai=7),
            "misi_diacu: misi 7 tidak ada dalam RPJMD berkas ini. Isi nomor salah satu misinya.",
            id="misi",
        ),
        pytest.param(
            isi_kunci("pejabat", 0, "nip", nilai=["1"]),
            'pejabat[0].nip: ["1"] bukan teks. Tulis di antara tanda kutip: "[\'1\']".',
            id="a list in place of a text",
        ),
        pytest.param(
            isi_kunci("dokumentasi", nilai=[{}]),
            "dokumentasi: foto tidak dimuat dari berkas contoh. Kosongkan daftar ini.",
            id="photos",
        ),
        pytest.param(
            isi_kunci("narasi", 0, "bagian", nilai="bab-5"),
            "narasi[0]: bagian: Nilai 'bab-5' bukan pilihan yang valid.",
            id="bagian",
        ),
        pytest.param(
            isi_kunci("narasi", 0, "isi", nilai="<p>Baik \uf04a</p>"),
            "narasi[0].isi: Tanda U+F04A pada “Baik □” berasal dari huruf simbol Word dan tidak dapat dicetak. "
            "Hapus, atau ganti dengan huruf atau tanda biasa.",
            id="symbol of Word",
        ),
    ],
)
def test_a_broken_file_is_named_with_place_and_remedy_and_nothing_is_written(
    tmp_path: Path, rusak: Callable[[Any], None], pesan: str
) -> None:
    sebelum = semua_baris()
    with pytest.raises(BerkasTidakSah) as galat:
        muat_mini(tmp_path, rusak)
    assert str(galat.value) == f"Berkas mini.json{'' if pesan.startswith(':') else ', '}{pesan}"
    assert "\n" not in str(galat.value)
    assert semua_baris() == sebelum


def test_one_broken_file_of_several_stops_all(tmp_path: Path) -> None:
    sebelum = semua_baris()
    for berkas in CONTOH.glob("*.json"):
        shutil.copy(berkas, tmp_path)
    isi = mini()
    isi["kecamatan"] = "35.09.11"
    isi["realisasi"][1]["angka"] = "x"
    del isi["rpjmd"], isi["misi_diacu"]
    isi["pejabat"][1]["nama"] = "BUPATI LAIN"
    isi["renstra"][0]["tujuan"][0]["sasaran"][0]["sasaran_rpjmd"] = None
    tulis_json(tmp_path / "zz-rusak.json", isi)
    with pytest.raises(BerkasTidakSah, match=r"^Berkas zz-rusak\.json, realisasi\[1\]\.angka"):
        contoh_muat(folder=tmp_path)
    assert semua_baris() == sebelum


def lain(ubah: Ubah) -> dict[str, Any]:
    """The same records for another kecamatan, changed."""
    isi = mini()
    isi["kecamatan"] = "35.09.11"
    ubah(isi)
    return isi


@pytest.mark.parametrize(
    ("kedua", "tentang"),
    [
        (lain(isi_kunci("rpjmd", "visi", nilai="Lain")), "RPJMD 35.09 2021"),
        (lain(isi_kunci("pejabat", 1, "masa", 0, "sampai", nilai="2025-02-21")), "pejabat BUPATI JEMBER"),
        (lain(isi_kunci("pejabat", 0, "nama", nilai="SITI AMINAH")), "pejabat 197001011990012001"),
        (mini() | {"dokumen": "LKIP Kecamatan Balung"}, "catatan 35.09.10 2023"),
        (mini() | {"tahun": 2024, "desa": []}, "desa 35.09.10"),
        (
            mini() | {"tahun": 2024, "realisasi": [mini()["realisasi"][1] | {"angka": "77"}]},
            "realisasi 35.09.10 skm 2023",
        ),
    ],
    ids=("rpjmd", "bupati", "camat", "same year", "desa", "realisasi"),
)
def test_two_files_that_contradict_each_other_are_both_named(
    tmp_path: Path, kedua: dict[str, Any], tentang: str
) -> None:
    folder_mini(tmp_path)
    tulis_json(tmp_path / "tandingan.json", kedua)
    sebelum = semua_baris()
    with pytest.raises(BerkasTidakSah) as galat:
        contoh_muat(folder=tmp_path)
    assert str(galat.value) == (
        f"Berkas tandingan.json dan mini.json berbeda tentang {tentang}. Samakan isinya."
    )
    assert semua_baris() == sebelum


def test_two_files_that_agree_are_both_loaded(tmp_path: Path) -> None:
    def kecamatan_lain(isi: dict[str, Any]) -> None:
        isi["pejabat"].pop(0)
        isi["rkt"] = isi["iku"] = isi["rencana_aksi"] = None
        isi["pk"][0]["pihak_pertama"] = None

    folder_mini(tmp_path)
    tulis_json(tmp_path / "wuluhan.json", lain(kecamatan_lain))
    assert [h.kecamatan.nama for h in contoh_muat(folder=tmp_path)] == ["Balung", "Wuluhan"]
    assert satu(Renstra).periode_rpjmd_id is not None
    assert Renstra.objects.values("periode_rpjmd").distinct().count() == 1


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BerkasTidakSah) as galat:
        contoh_muat(folder=tmp_path)
    assert str(galat.value) == f"Folder {tmp_path} tidak memuat berkas JSON. Periksa letaknya."
