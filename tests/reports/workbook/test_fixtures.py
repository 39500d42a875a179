"""Fixture files: every part stored, loaded twice without a change, refused whole when one place is broken."""

import shutil
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps

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
from sakip.workbook.fixture import FixtureRefused
from tests.muatan import CONTOH, Ubah, folder_mini, load_mini, mini, write_json
from tests.pabrik import make_laporan, make_realisasi, satu

pytestmark = pytest.mark.usefixtures("referensi")


def semua_baris() -> dict[str, int]:
    return {m._meta.label: m._default_manager.count() for m in apps.get_models() if m._meta.managed}


# -- the delivered files ---------------------------------------------------------------------------


def test_the_real_kecamatan_years_load_and_a_second_load_changes_nothing() -> None:
    pertama = fixtures_load(folder=CONTOH)
    assert [(h.kecamatan.nama, h.tahun) for h in pertama] == [
        ("Jombang", 2023),
        ("Umbulsari", 2021),
        ("Balung", 2020),
        ("Jelbuk", 2024),
    ]
    assert all(h.counts.baru for h in pertama)
    sebelum = semua_baris()
    kedua = fixtures_load(folder=CONTOH)
    assert [h.counts.perubahan for h in kedua] == [0, 0, 0, 0]
    assert semua_baris() == sebelum


def test_what_several_files_tell_is_stored_once() -> None:
    fixtures_load(folder=CONTOH)
    assert Pejabat.objects.filter(masa__jabatan="bupati").distinct().count() == 2  # Faida and Hendy Siswanto
    assert Renstra.objects.filter(periode_rpjmd__tahun_awal=2016).count() == 2  # Umbulsari's and Balung's
    assert (
        Renstra.objects.filter(periode_rpjmd__tahun_awal=2016).values("periode_rpjmd").distinct().count() == 1
    )


def test_the_order_of_the_files_does_not_matter(tmp_path: Path) -> None:
    """Renamed so that they are read the other way round, they store the same."""
    for nomor, berkas in enumerate(sorted(CONTOH.glob("*.json"), reverse=True)):
        shutil.copy(berkas, tmp_path / f"{nomor}-{berkas.name}")
    terbalik = fixtures_load(folder=tmp_path)
    assert [h.kecamatan.nama for h in terbalik] == ["Jelbuk", "Balung", "Umbulsari", "Jombang"]
    assert all(h.counts.baru for h in terbalik)
    assert [h.counts.perubahan for h in fixtures_load(folder=CONTOH)] == [0, 0, 0, 0]


# -- one small file --------------------------------------------------------------------------------


def test_every_part_of_the_file_is_stored(tmp_path: Path) -> None:
    (hasil,) = load_mini(tmp_path)
    assert (hasil.name, hasil.kecamatan.nama, hasil.tahun, hasil.locked) == (
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
    load_mini(tmp_path)

    def raise_to(isi: dict[str, Any]) -> None:
        isi["lembar"]["Realisasi"][1]["nilai"] = "77"
        isi["lembar"]["PK"][1]["target"] = "81"
        isi["lembar"]["Desa"].append({"nama": "Balung Kidul", "jenis": "desa"})

    (hasil,) = load_mini(tmp_path, raise_to)
    assert (hasil.counts.baru, hasil.counts.berubah, hasil.counts.dihapus) == (1, 2, 0)
    realisasi = Realisasi.objects.get(indikator__kunci="skm", tahun=2023)
    assert realisasi.angka == 77
    assert BarisPK.objects.get(perjanjian__tahun=2023, urut=1).angka == 81


def test_rows_that_changed_places_do_not_collide(tmp_path: Path) -> None:
    """Each indikator may stand in a PK once; while one row is written the other still names it."""
    load_mini(tmp_path)
    (hasil,) = load_mini(tmp_path, lambda isi: isi["lembar"]["PK"].reverse())
    assert hasil.counts.berubah == 1  # one of two that change places need be numbered anew
    assert [
        b.acuan_indikator.kunci for b in BarisPK.objects.filter(perjanjian__tahun=2023) if b.acuan_indikator
    ] == [
        "sakip",
        "skm",
    ]


def _without_sakip(isi: dict[str, Any]) -> None:
    """Everything about one indikator goes."""
    sheets = isi["lembar"]
    sheets["Indikator"].pop(1)
    sheets["TargetRenstra"].pop(2)
    sheets["PK"].pop(2)
    sheets["Realisasi"].pop(2)


def test_what_the_file_no_longer_has_is_deleted(tmp_path: Path) -> None:
    load_mini(tmp_path)

    def tanpa_sakip(isi: dict[str, Any]) -> None:
        _without_sakip(isi)
        sheets = isi["lembar"]
        del sheets["RKT"], sheets["RKTKegiatan"], sheets["Dokumen"][0]
        sheets["Belanja"].pop(1)

    (hasil,) = load_mini(tmp_path, tanpa_sakip)
    # indikator, PK row, realisasi, RKT (its rows go with it), belanja
    assert (hasil.counts.dihapus, hasil.counts.baru, hasil.counts.berubah) == (5, 0, 0)
    assert not Indikator.objects.filter(kunci="sakip").exists()
    assert not RKT.objects.exists()


def test_a_row_that_other_records_use_is_not_deleted_but_named(tmp_path: Path) -> None:
    load_mini(tmp_path)
    make_realisasi(indikator=Indikator.objects.get(kunci="sakip"), tahun=2011, angka=None, huruf="B")

    with pytest.raises(
        FixtureRefused, match='indikator "Nilai SAKIP" tidak ada lagi dalam berkas, tetapi masih'
    ):
        load_mini(tmp_path, _without_sakip)
    assert BarisPK.objects.filter(acuan_indikator__kunci="sakip").exists()


def test_records_of_a_submitted_report_are_left_alone(tmp_path: Path) -> None:
    load_mini(tmp_path)
    kecamatan = Kecamatan.objects.get(kode="35.09.10")
    Laporan.objects.all().delete()
    make_laporan(kecamatan=kecamatan, tahun=2023, status="diajukan")
    (hasil,) = load_mini(tmp_path, lambda isi: isi["lembar"]["Realisasi"][1].update(nilai="1"))
    assert (hasil.locked, hasil.counts.perubahan) == ("LKIP sudah diajukan", 0)
    assert Realisasi.objects.get(indikator__kunci="skm", tahun=2023).angka == Decimal("76.5")


def test_each_changed_file_leaves_one_trace(tmp_path: Path) -> None:
    load_mini(tmp_path)
    load_mini(tmp_path)
    jejak = Jejak.objects.get(tindakan="contoh.dimuat")
    assert (jejak.objek_sebutan, jejak.tahun, jejak.kecamatan) == (
        "mini.json",
        2023,
        Kecamatan.objects.get(kode="35.09.10"),
    )


def test_marks_in_a_narrative_are_words(tmp_path: Path) -> None:
    def skrip(isi: dict[str, Any]) -> None:
        isi["lembar"]["Narasi"][0]["isi"] = '<p onclick="x()">Isi<script>x()</script></p>'

    load_mini(tmp_path, skrip)
    assert Narasi.objects.get().isi == (
        '<p>&lt;p onclick="x()"&gt;Isi&lt;script&gt;x()&lt;/script&gt;&lt;/p&gt;</p>'
    )


# -- broken files ----------------------------------------------------------------------------------


def cell(sheet: str, row: int, column: str, value: Any) -> Ubah:
    """Put a value into a cell."""

    def change(isi: Any) -> None:
        isi["lembar"][sheet][row][column] = value

    return change


def head(key: str, value: Any) -> Ubah:
    """Put a value at the top of the file."""
    return lambda isi: isi.update({key: value})


@pytest.mark.parametrize(
    ("rusak", "pesan"),
    [
        pytest.param(head("format", 1), ", format: 1 tidak dikenal. Tulis 2.", id="format"),
        pytest.param(lambda isi: isi.pop("tahun"), ': kunci "tahun" belum diisi.', id="tahun"),
        pytest.param(
            head("kecamatan", "35.09.99"),
            ': Kecamatan "35.09.99" dalam berkas ini tidak dikenal. Jalankan "manage.py siapkan",',
            id="kecamatan",
        ),
        pytest.param(
            head("realisai", []), ': kunci "realisai" tidak dikenal. Periksa ejaannya.', id="unknown key"
        ),
        pytest.param(
            lambda isi: isi["lembar"].update(Realisai=[]),
            ', lembar: "Realisai" tidak dikenal. Tulis salah satu dari Profil,',
            id="unknown sheet",
        ),
        pytest.param(
            cell("PK", 1, "targt", 80),
            ', lembar PK, baris 2: kolom "targt" tidak dikenal. Tulis salah satu dari tahun, versi,',
            id="unknown column",
        ),
        pytest.param(
            cell("Realisasi", 1, "nilai", "98.5"),
            ', lembar Realisasi, baris 2, kolom "Realisasi": "98.5" meragukan',
            id="decimal point",
        ),
        pytest.param(
            cell("Dokumen", 2, "tanggal", "15.1.2023"),
            ', lembar Dokumen, baris 3, kolom "Tanggal": "15.1.2023" bukan tanggal: pemisahnya garis miring.',
            id="date",
        ),
        pytest.param(
            cell("Anggaran", 0, "kode", "7.01.99"),
            ', lembar Anggaran, baris 1, kolom "Kode": "7.01.99" tidak ada dalam nomenklatur 2021.',
            id="unknown code",
        ),
        pytest.param(
            head("nomenklatur", "2030"),
            ': Nomenklatur "2030" dalam berkas ini tidak dikenal.',
            id="unknown nomenklatur",
        ),
        pytest.param(
            cell("PK", 1, "kunci_indikator", "skn"),
            ', lembar PK, baris 2, kolom "Kunci indikator": "skn" tidak dikenal. Isi salah satu dari sakip, skm.',
            id="unknown indikator",
        ),
        pytest.param(
            cell("DukunganProgram", 0, "sasaran", "s9"),
            ', lembar DukunganProgram, baris 1, kolom "Kunci sasaran": "s9" tidak dikenal.',
            id="unknown sasaran",
        ),
        pytest.param(
            cell("DasarHukum", 0, "peraturan", "uu-99"),
            ', lembar DasarHukum, baris 1, kolom "Kode peraturan": "uu-99" tidak dikenal.',
            id="unknown peraturan",
        ),
        pytest.param(
            cell("Indikator", 0, "penanggung_jawab", ["seksi-x"]),
            ', lembar Indikator, baris 1, kolom "Penanggung jawab": "seksi-x" tidak dikenal.',
            id="unknown unit",
        ),
        pytest.param(
            cell("UnitKerja", 1, "induk", "sekretariat"),
            ', lembar UnitKerja, baris 2, kolom "Atasan langsung": "sekretariat" tidak dikenal.',
            id="unknown induk",
        ),
        pytest.param(
            cell("Pejabat", 1, "nip", "197001011990013001"),
            ', lembar Pejabat, baris 2, kolom "NIP": "197001011990013001" bukan NIP: angka ke-15 adalah 3,',
            id="NIP",
        ),
        pytest.param(
            cell("Pejabat", 1, "golongan", "V/a"),
            ', lembar Pejabat, baris 2, kolom "Golongan": "V/a" tidak dikenal.',
            id="golongan",
        ),
        pytest.param(
            cell("Dokumen", 0, "penandatangan", "JOKO"),
            ', lembar Dokumen, baris 1, kolom "Penanda tangan": "JOKO" tidak ada pada lembar Pejabat.',
            id="unknown pejabat",
        ),
        pytest.param(
            cell("Pejabat", 1, "mulai", "2023-02-01"),
            ', lembar Dokumen, baris 1, kolom "Penanda tangan": SITI AMINAH, S.Sos., Camat Balung tidak menjabat pada'
            " tanggal dokumen.",
            id="not in office",
        ),
        pytest.param(
            cell("Dokumen", 0, "tanggal_cetak", "Jan 2023"),
            ', lembar Dokumen, baris 1, kolom "Tanggal seperti tercetak": "Jan 2023" bukan bulan dan tahun.',
            id="month",
        ),
        pytest.param(
            cell("Realisasi", 2, "nilai", "5"),
            ', lembar Realisasi, baris 3, kolom "Realisasi": Kosongkan nilainya, atau pilih keadaan "Terisi".',
            id="value that is not available",
        ),
        pytest.param(
            cell("Realisasi", 2, "alasan", ""),
            ', lembar Realisasi, baris 3, kolom "Alasan tidak tersedia": Isi alasan nilai tidak tersedia.',
            id="no reason",
        ),
        pytest.param(
            cell("SDM", 0, "kelompok", "umur"),
            ', lembar SDM, baris 1, kolom "Kelompok": "umur" tidak dikenal. Pilih Menurut jabatan,',
            id="choice",
        ),
        pytest.param(
            cell("Anggaran", 0, "realisasi", -1),
            ', lembar Anggaran, baris 1, kolom "Realisasi (Rp)": "-1" negatif. Tulis jumlah rupiah nol atau lebih.',
            id="negative money",
        ),
        pytest.param(
            cell("Realisasi", 0, "kunci_indikator", ""),
            ', lembar Realisasi, baris 1, kolom "Kunci indikator": Isi kunci indikator.',
            id="realisasi of nothing",
        ),
        pytest.param(
            cell("Realisasi", 1, "tahun", 2022),
            ", lembar Realisasi, baris 2: kunci indikator dan tahun dan triwulan sama dengan baris 1.",
            id="twice",
        ),
        pytest.param(
            cell("TargetRenstra", 0, "tahun", "23"),
            ', lembar TargetRenstra, baris 1, kolom "Tahun": "23" bukan tahun. Tulis empat angka',
            id="year",
        ),
        pytest.param(
            cell("Renstra", 0, "misi_diacu", 7),
            ', lembar Renstra, baris 1, kolom "Misi yang diacu": misi 7 tidak ada dalam RPJMD 2021.',
            id="misi",
        ),
        pytest.param(
            cell("Narasi", 0, "bagian", "bab-5"),
            ', lembar Narasi, baris 1, kolom "Bagian": "bab-5" tidak dikenal.',
            id="bagian",
        ),
        pytest.param(
            cell("PK", 1, "cetak", "85"),
            ', lembar PK, baris 2, kolom "Seperti tercetak": Tercetak "85", padahal nilainya 80.',
            id="another value in print",
        ),
        pytest.param(
            cell("Narasi", 0, "isi", "Baik \uf04a"),
            ', lembar Narasi, baris 1, kolom "Isi": Tanda U+F04A pada “Baik □” berasal dari huruf simbol Word',
            id="symbol of Word",
        ),
    ],
)
def test_a_broken_file_is_named_with_place_and_remedy_and_nothing_is_written(
    tmp_path: Path, rusak: Callable[[Any], None], pesan: str
) -> None:
    sebelum = semua_baris()
    with pytest.raises(FixtureRefused) as galat:
        load_mini(tmp_path, rusak)
    assert str(galat.value).startswith(f"Berkas mini.json{pesan}")
    assert "\n" not in str(galat.value)
    assert semua_baris() == sebelum


def test_one_broken_file_of_several_stops_all(tmp_path: Path) -> None:
    sebelum = semua_baris()
    for berkas in CONTOH.glob("*.json"):
        shutil.copy(berkas, tmp_path)
    isi = mini()
    isi["kecamatan"] = "35.09.11"
    sheets = isi["lembar"]
    sheets["Realisasi"][1]["nilai"] = "x"
    del sheets["RPJMD"], sheets["Renstra"][0]["rpjmd"], sheets["Renstra"][0]["misi_diacu"]
    del sheets["Sasaran"][0]["sasaran_rpjmd"]
    sheets["Pejabat"][0]["nama"] = sheets["Dokumen"][2]["pihak_kedua"] = "BUPATI LAIN"
    write_json(tmp_path / "zz-rusak.json", isi)
    with pytest.raises(FixtureRefused, match=r"^Berkas zz-rusak\.json, lembar Realisasi, baris 2"):
        fixtures_load(folder=tmp_path)
    assert semua_baris() == sebelum


def lain(change: Ubah, *, kode: str = "35.09.11", tahun: int = 2023) -> dict[str, Any]:
    """The same records for another kecamatan or year, changed."""
    isi = mini()
    isi |= {"kecamatan": kode, "tahun": tahun}
    change(isi)
    return isi


@pytest.mark.parametrize(
    ("kedua", "tentang"),
    [
        (lain(cell("RPJMD", 0, "uraian", "Lain")), "RPJMD 35.09 2021"),
        (lain(cell("Pejabat", 0, "sampai", "2025-02-21")), "pejabat BUPATI JEMBER"),
        (lain(cell("Pejabat", 1, "nama", "SITI AMINAH")), "pejabat 197001011990012001"),
        (mini() | {"dokumen": "LKIP Kecamatan Balung"}, "catatan 35.09.10 2023"),
        (lain(cell("Desa", 0, "nama", "X"), kode="35.09.10", tahun=2024), "Desa 35.09.10"),
        (
            lain(cell("Realisasi", 1, "nilai", "77"), kode="35.09.10", tahun=2024),
            "realisasi 35.09.10 skm 2023 0",
        ),
    ],
    ids=("rpjmd", "bupati", "camat", "same year", "desa", "realisasi"),
)
def test_two_files_that_contradict_each_other_are_both_named(
    tmp_path: Path, kedua: dict[str, Any], tentang: str
) -> None:
    folder_mini(tmp_path)
    write_json(tmp_path / "tandingan.json", kedua)
    sebelum = semua_baris()
    with pytest.raises(FixtureRefused) as galat:
        fixtures_load(folder=tmp_path)
    assert str(galat.value) == (
        f"Berkas tandingan.json dan mini.json berbeda tentang {tentang}. Samakan isinya."
    )
    assert semua_baris() == sebelum


def test_two_files_that_agree_are_both_loaded(tmp_path: Path) -> None:
    def kecamatan_lain(isi: dict[str, Any]) -> None:
        sheets = isi["lembar"]
        sheets["Pejabat"].pop(1)
        sheets["Dokumen"] = []
        for name in ("RKT", "RKTKegiatan", "IKU", "IKUButir", "RencanaAksi", "RencanaAksiKegiatan"):
            del sheets[name]
        sheets["DasarHukum"].pop(1)

    folder_mini(tmp_path)
    write_json(tmp_path / "wuluhan.json", lain(kecamatan_lain))
    assert [h.kecamatan.nama for h in fixtures_load(folder=tmp_path)] == ["Balung", "Wuluhan"]
    assert satu(Renstra).periode_rpjmd_id is not None
    assert Renstra.objects.values("periode_rpjmd").distinct().count() == 1


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FixtureRefused) as galat:
        fixtures_load(folder=tmp_path)
    assert str(galat.value) == f"Folder {tmp_path} tidak memuat berkas JSON. Periksa letaknya."
