"""Who is called camat or bupati, where the kecamatan lies, whose report it is, and digits that changed places."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

import pytest

from reports.publish.naskah import Naskah
from sakip.checks.material import Area, Surroundings
from sakip.snapshot.parts.source import MasaJabatan
from sakip.snapshot.types import Pejabat, Profil
from sakip.text.reading.slips import mistyped, swapped
from tests.reports.lkip.example_naskah import naskah_jombang
from tests.sakip.checks.text.passages import found_in
from tests.table_tests import each_row

AROUND: Final = Surroundings(
    neighbours=tuple(
        Area(kode=kode, nama=nama) for kode, nama in (("35.09.02", "Kencong"), ("35.09.08", "Puger"))
    )
)


PROFIL: Final = Profil(
    dasar_hukum=(),
    kedudukan=(),
    tugas=(),
    fungsi=(),
    batas_utara="Kecamatan Sumberbaru",
    batas_timur="",
    batas_selatan="Kecamatan Kencong",
    batas_barat="Kecamatan Yosowilangun Kabupaten Lumajang",
    luas_km2=None,
    penduduk=None,
    penduduk_laki_laki=None,
    penduduk_perempuan=None,
    fakta=(),
    isu_strategis=(),
)


def _held(nama: str, jabatan: str, mulai: date, sampai: date | None = None) -> Pejabat:
    masa = MasaJabatan(pk=1, jabatan=jabatan, status="", wilayah="35.09", mulai=mulai, sampai=sampai)
    return Pejabat(nama=nama, jabatan="", nip="", pangkat="", golongan="", masa=masa)


@pytest.fixture(scope="module")
def jombang() -> Naskah:
    """Camat Nuryadi since 2023, bupati Hendy Siswanto since 2021 after Faida; north of it Sumberbaru, west of it
    Yosowilangun of Kabupaten Lumajang."""
    naskah = naskah_jombang()
    people = (
        _held("NURYADI, S.STP.", "camat", date(2023, 1, 1)),
        _held("Ir. H. HENDY SISWANTO, ST, IPU", "bupati", date(2021, 2, 26)),
        _held("dr. Hj. FAIDA, MMR.", "bupati", date(2016, 2, 17), date(2021, 2, 17)),
    )
    return replace(naskah, snapshot=replace(naskah.snapshot, jabatan=people, profil=PROFIL))


HENDY: Final = "Ir. H. HENDY SISWANTO, ST, IPU"


@each_row(
    ("code", "text", "messages"),
    [
        (
            "nama-pejabat",
            "Camat Jombang, WIDAYAKA, SH, M.Si, menandatangani dokumen.",
            ["Camat Jombang ditulis WIDAYAKA, SH, M.Si; tercatat NURYADI, S.STP. Perbaiki namanya."],
        ),
        (
            "nama-pejabat",
            "Disepakati dengan Bupati Jember, dr. Hj. Faida, MMR.",
            [f"Bupati Jember ditulis dr. Hj. Faida, MMR; tercatat {HENDY}. Perbaiki namanya."],
        ),
        (
            "nama-pejabat",
            "Bupati Jember Ir. H. Hendi Siswoyo, ST hadir.",
            [f"Bupati Jember ditulis Ir. H. Hendi Siswoyo, ST; tercatat {HENDY}. Perbaiki namanya."],
        ),
        (
            "nama-pejabat",
            "Ditandatangani Yusuf Hamdani selaku Camat Jombang.",
            ["Camat Jombang ditulis Yusuf Hamdani; tercatat NURYADI, S.STP. Perbaiki namanya."],
        ),
        ("nama-pejabat", "Camat Jombang dijabat oleh Nuryadi pada tahun 2023.", []),
        ("nama-pejabat", "Bupati Jember Hendy Siswanto, ST membuka acara.", []),
        ("nama-pejabat", "Camat Jombang Kabupaten Jember menetapkan tim.", []),
        ("nama-pejabat", "Mantan Camat Jombang, Widayaka, SH, hadir.", []),
        ("nama-pejabat", "Pada tahun 2020 Bupati Jember dijabat dr. Hj. Faida, MMR.", []),
        ("nama-pejabat", "Plt. Camat Jombang, Widayaka, SH, memimpin rapat.", []),
        ("nama-pejabat", "Camat Kencong, Widayaka, SH, hadir sebagai undangan.", []),
        (
            "batas-wilayah",
            "Sebelah utara berbatasan dengan Kecamatan Tanggul.",
            ["Sebelah utara ditulis Kecamatan Tanggul; tercatat Kecamatan Sumberbaru."],
        ),
        (
            "batas-wilayah",
            "Di sebelah barat berbatasan dengan Kecamatan Yosowilangun Kabupaten Probolinggo.",
            [
                "Sebelah barat ditulis Kabupaten Probolinggo; tercatat Kecamatan Yosowilangun Kabupaten Lumajang.",
            ],
        ),
        ("batas-wilayah", "Batas utara Kecamatan Sumberbaru, batas selatan Kecamatan Kencong.", []),
        ("batas-wilayah", "Sebelah timur berbatasan dengan Kecamatan Umbulsari.", []),
        ("batas-wilayah", "Sebelah utara Kecamatan Jombang berbatasan dengan laut.", []),
        ("batas-wilayah", "Sebelah selatan Kabupaten Jember berbatasan dengan Samudra Hindia.", []),
        ("batas-wilayah", "Desa Keting di sebelah utara berbatasan dengan Kecamatan Kencong.", []),
        ("batas-wilayah", "Sebelah utara dan timur berbatasan dengan Kecamatan Umbulsari.", []),
        (
            "nama-provinsi",
            "LKIP Kecamatan Jombang Provinsi Jawa Tengah.",
            ["“Provinsi Jawa Tengah”; Jember di Provinsi Jawa Timur."],
        ),
        ("nama-provinsi", "Kabupaten Jember, Provinsi Jawa Timur", []),
        ("nama-provinsi", "Studi tiru ke Provinsi Jawa Tengah.", []),
        (
            "perangkat-daerah-lain",
            "Laporan Kinerja ini merupakan pertanggungjawaban Dinas Sosial Kabupaten.",
            ["“Dinas Sosial Kabupaten” bukan kecamatan ini. Seharusnya Kecamatan Jombang?"],
        ),
        ("perangkat-daerah-lain", "Laporan warga diteruskan kepada Dinas Sosial Kabupaten Jember.", []),
        ("perangkat-daerah-lain", "Blangko disediakan Dinas Kependudukan dan Pencatatan Sipil.", []),
        # Another kecamatan behind the own duties, and others in a list or where they are.
        (
            "nama-kecamatan",
            "Hambatannya antara lain rendahnya kesadaran masyarakat Kecamatan Kencong.",
            ["“masyarakat Kecamatan Kencong” adalah kecamatan lain. Seharusnya Kecamatan Jombang?"],
        ),
        (
            "nama-kecamatan",
            "Pegawai Kecamatan Puger belum sebanding dengan beban kerja.",
            ["“Kecamatan Puger” adalah kecamatan lain. Seharusnya Kecamatan Jombang?"],
        ),
        ("nama-kecamatan", "Rapat dihadiri oleh camat Kencong, Puger, dan Umbulsari.", []),
        ("nama-kecamatan", "Pengadilan yang berada di Kecamatan Puger menerima permohonan.", []),
        ("nama-kecamatan", "Anggaran Kecamatan Kencong lebih besar.", []),
        (
            "nama-kabupaten",
            "Kecamatan Jombang terletak di bagian barat Kabupaten Situbondo.",
            ["“Kabupaten Situbondo” adalah daerah lain. Seharusnya Kabupaten Jember?"],
        ),
        ("nama-kabupaten", "Air didatangkan ke bagian barat Kabupaten Situbondo.", []),
        ("nama-kabupaten", "Kabupaten Situbondo mengirim tim relawan.", []),
        ("nama-kecamatan", "Kecamatan Kencong mengelola dana lebih pada tahun yang sama.", []),
        # Digits that changed places, of what is named and of the whole year.
        (
            "salah-ketik-anggaran",
            "Rp3.472.455.027 itulah anggaran yang menjadi tanggung jawab kami.",
            ["Rp3.472.455.027 tidak tercatat; maksudnya Rp3.427.455.027? Perbaiki kalimat atau catatannya."],
        ),
        ("salah-ketik-anggaran", "Anggaran murni semula Rp3.472.455.027.", []),
        ("salah-ketik-anggaran", "Anggaran tahun 2024 direncanakan Rp3.472.455.027.", []),
        ("salah-ketik-anggaran", "Anggaran Kecamatan Jombang Rp3.427.455.027.", []),
        ("salah-ketik-anggaran", "Dana sosial terkumpul Rp12.500.000.", []),
        # One digit from a row that the sentence does not name, from another's, agreed with a supplier, of last year.
        ("salah-ketik-anggaran", "Pengadaan masker sebesar Rp48.372.600 didanai Gugus Tugas.", []),
        ("salah-ketik-anggaran", "Dana hibah kelompok tani Rp3.472.455.027.", []),
        ("salah-ketik-anggaran", "Kecamatan Kencong mengelola anggaran Rp3.472.455.027.", []),
        ("salah-ketik-anggaran", "Nilai kontrak Rp3.427.355.027 dari pagu anggaran.", []),
        ("salah-ketik-anggaran", "Tahun lalu anggaran Program Pemberdayaan Rp48.372.600.", []),
        (
            "tahun-ke-renstra",
            "Tahun 2023 merupakan tahun kelima pelaksanaan Renstra 2021–2026.",
            ["“tahun kelima pelaksanaan Renstra”; Renstra mulai 2021, jadi 2023 tahun ketiga."],
        ),
        ("tahun-ke-renstra", "Tahun 2023 merupakan tahun kedua Renstra.", []),
        ("tahun-ke-renstra", "Tahun 2023 merupakan tahun ketiga dari periode Renstra.", []),
        (
            "masa-renstra",
            "Renstra kecamatan berlaku lima tahun sampai dengan tahun 2027.",
            ["“Renstra kecamatan berlaku lima tahun sampai dengan tahun 2027”; Renstra berakhir tahun 2026."],
        ),
        ("masa-renstra", "RPJMD Provinsi Jawa Timur Tahun 2019–2024 menjadi rujukan.", []),
        (
            "terbilang-sesuai",
            "Terserap Rp8.882.000, terbilang delapan juta delapan ratus dua puluh delapan ribu rupiah.",
            [
                "Rp8.882.000 ditulis “delapan juta delapan ratus dua puluh delapan ribu rupiah”. Seharusnya "
                "“delapan juta delapan ratus delapan puluh dua ribu rupiah”."
            ],
        ),
        (
            "terbilang-sesuai",
            "Terserap Rp8.882.000, terbilang delapan juta delapan ratus delapan puluh dua ribu rupiah.",
            [],
        ),
    ],
)
def test_people_places_and_digits_are_those_recorded(
    jombang: Naskah, code: str, text: str, messages: list[str]
) -> None:
    assert found_in(jombang, code, text, around=AROUND) == messages


@pytest.mark.parametrize(
    ("written", "meant", "one", "other"),
    [
        ("3472455027", "3427455027", True, True),
        ("1896", "1698", True, True),
        ("188636336", "188366336", True, True),
        ("3428455027", "3427455027", False, True),  # one other digit
        ("342745527", "3427455027", False, True),  # one left out
        ("34277455027", "3427455027", False, True),  # one doubled
        ("3427455027", "3427455027", False, False),
        ("4372455027", "3427455027", False, False),
    ],
)
def test_digits_that_were_mistyped(written: str, meant: str, *, one: bool, other: bool) -> None:
    assert (swapped(written, meant), mistyped(written, meant)) == (one, other)
