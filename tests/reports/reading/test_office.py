"""What a paper says of the organisation, of wider areas, and of the second party to a PK."""

from __future__ import annotations

from datetime import date

import pytest

from kecamatan.models import Kecamatan, MasaJabatan, Pejabat, UnitKerja
from reports.reading.book import paper_preview
from tests.reports.reading.read_texts import of, read

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

PAPER = """LAPORAN KINERJA KECAMATAN AMBULU TAHUN 2023

Susunan organisasi Kecamatan Ambulu terdiri dari :

- a. CAMAT.
- b. SEKRETARIS CAMAT, terdiri atas:
 - Sub. Bag. Perencanaan dan Keuangan
 - 2.Sub Bagian Umum dan Kepegawaian
- c. Seksi Pemerintahan; dan
- d. SEKSI PEMBERDAYAAN MASYARAKAT DAN KESOS
- e. Kelompok Jabatan Fungsiaonal

B. ISU STRATEGIS

MATRIKS TUJUAN DAN SASARAN RENCANA STRATEGIS TAHUN 2021-2026

No\tTUJUAN\tSASARAN\tINDIKATOR\tTARGET KINERJA TAHUN\t\t\t\t
\t\t\t\t2022\t2023\t2024\t2025\t2026
1\tMeningkatnya tata kelola\tMeningkatnya kualitas pelayanan\tIKM\t84\t85\t86\t87\t88
\t\tMeningkatnya akuntabilitas kinerja\tNilai SAKIP\tB\tBB\tBB\tBB\tA
\t\tMeningkatnya ketertiban umum\tPersentase laporan yang diselesaikan\t90%\t95%\t96%\t97%\t98%
\t\tMeningkatnya pemberdayaan\tPersentase lembaga yang dibina\t60%\t70%\t80%\t90%\t100%

Tabel 3.4 Perbandingan Realisasi Kinerja dengan Realisasi Nasional dan Kabupaten

NO.\tSASARAN\tINDIKATOR SASARAN\tREALISASI Th. 2023\tREALISASI NASIONAL\tREALISASI KABUPATEN
1\tMeningkatnya kualitas pelayanan\tIKM\t85\t-\t86,34
2\tMeningkatnya akuntabilitas kinerja\tNilai SAKIP\tB\tB (63,36) Rata-rata nilai SAKIP kabupaten/kota tahun 2022\tB
3\tMeningkatnya ketertiban umum\tPersentase laporan yang diselesaikan\t95%\t0\t95%
4\tMeningkatnya pemberdayaan\tPersentase lembaga yang dibina\t70%\t\t-

Sumber Data: * data realisasi nasional tidak tersedia

PERJANJIAN KINERJA TAHUN 2023

Nama : SITI AMINAH, S.Sos

Jabatan : Camat Ambulu

Nama : Ir. H. HENDY SISWANTO, ST, IPU.

Jabatan : Bupati Jember

Selaku atasan pihak pertama, selanjutnya disebut pihak kedua

Ambulu, 2 Januari 2023
"""


def test_the_list_of_the_organisation_becomes_units_below_one_another(ambulu: Kecamatan) -> None:
    units = of(read(ambulu, PAPER), "UnitKerja")
    assert [(one.cells["nama"], one.cells["jenis"], one.cells.get("induk", "")) for one in units] == [
        ("Camat", "camat", ""),
        ("Sekretariat Kecamatan", "sekretariat", "camat"),
        ("Subbagian Perencanaan dan Keuangan", "subbagian", "sekretariat"),
        ("Subbagian Umum dan Kepegawaian", "subbagian", "sekretariat"),
        ("Seksi Pemerintahan", "seksi", "camat"),
        ("Seksi Pemberdayaan Masyarakat dan Kesejahteraan Sosial", "seksi", "camat"),
        ("Kelompok Jabatan Fungsional", "fungsional", "camat"),
    ]
    assert [one.at.line for one in units] == [5, 6, 7, 8, 9, 10, 11]
    assert units[1].notes == ('Nama dalam dokumen: "SEKRETARIS CAMAT".',)


def test_units_that_are_recorded_are_left_as_they_are(ambulu: Kecamatan) -> None:
    camat = UnitKerja.objects.create(kecamatan=ambulu, kunci="camat", nama="Camat Ambulu", jenis="camat")
    UnitKerja.objects.create(
        kecamatan=ambulu, kunci="tu", nama="Sekretariat", jenis="sekretariat", induk=camat
    )
    units = {one.cells["nama"]: one.cells["induk"] for one in of(read(ambulu, PAPER), "UnitKerja")}
    assert len(units) == 5
    assert units["Subbagian Umum dan Kepegawaian"] == "tu"


def test_wider_areas_are_compared_where_the_paper_has_a_value_or_says_that_there_is_none(
    ambulu: Kecamatan,
) -> None:
    """A dash without a word says nothing; a nought and a value that is the own one are for a person to decide."""
    found = of(read(ambulu, PAPER), "Pembanding")
    told = {(one.cells["kunci_indikator"], one.cells["lingkup"]): one for one in found}
    assert {
        key: tuple(one.cells.get(column) for column in ("keadaan", "nilai", "tahun", "sumber"))
        for key, one in told.items()
    } == {
        ("ikm", "kabupaten"): ("terisi", "86,34", 2023, None),
        ("nilai-sakip", "nasional"): ("terisi", "B", 2022, "Rata-rata nilai SAKIP kabupaten/kota tahun 2022"),
        ("nilai-sakip", "kabupaten"): ("terisi", "B", 2023, None),
        ("persentase-laporan-yang-diselesaikan", "kabupaten"): ("terisi", 95, 2023, None),
        ("ikm", "nasional"): ("tidak tersedia", None, 2023, None),
        ("persentase-laporan-yang-diselesaikan", "nasional"): ("tidak tersedia", None, 2023, None),
        ("persentase-lembaga-yang-dibina", "nasional"): ("tidak tersedia", None, 2023, None),
    }
    assert told["ikm", "nasional"].cells["alasan"] == "data realisasi nasional tidak tersedia"
    assert [key for key, one in told.items() if one.doubts] == [
        ("persentase-laporan-yang-diselesaikan", "kabupaten")
    ]


def test_the_second_party_is_the_recorded_kepala_daerah_or_only_said(ambulu: Kecamatan) -> None:
    (pk,) = of(read(ambulu, PAPER), "Dokumen")
    assert "pihak_kedua" not in pk.cells
    assert 'pada baris 42: "Ir. H. HENDY SISWANTO, ST, IPU". Namanya belum tercatat' in " ".join(pk.notes)

    hendy = Pejabat.objects.create(nama="Ir. H. Hendy Siswanto, ST, IPU")
    MasaJabatan.objects.create(
        pejabat=hendy, kabupaten=ambulu.kabupaten, jabatan="bupati", mulai=date(2021, 2, 26)
    )
    (pk,) = of(read(ambulu, PAPER), "Dokumen")
    assert pk.cells["pihak_kedua"] == "Ir. H. Hendy Siswanto, ST, IPU"
    assert "pihak kedua" not in " ".join(pk.notes).casefold()


SCALES = """LAPORAN KINERJA KECAMATAN AMBULU TAHUN 2021

|No|Capaian Kinerja|Keterangan|
|1|> 100|SANGAT BAIK|
|2|{good} – 100|BAIK|
|3|55 – {good}|CUKUP|
|4|< 55|KURANG|
"""


def test_a_printed_scale_is_said_only_where_it_judges_otherwise_than_that_of_the_year(
    ambulu: Kecamatan,
) -> None:
    """By the scale of Jember for 2021 Baik is above 75; a paper that begins it at 80 calls 75,01 Cukup."""

    def notes(good: str) -> list[str]:
        content = SCALES.format(good=good).encode()
        read = paper_preview(content=content, name="lkip.txt", place=(ambulu, 2021), by=None, chosen={})
        return [note for note in read.reading.notes if "Skala predikat" in note]

    assert notes("75") == []
    (said,) = notes("80")
    assert "(baris 4) lain daripada yang dipakai untuk tahun 2021" in said
    assert said.count("dalam dokumen") == 2
    assert ": 75,01 Baik, dalam dokumen CUKUP." in said


def test_a_budget_in_thousands_is_held_back(ambulu: Kecamatan) -> None:
    text = """LAPORAN KINERJA KECAMATAN AMBULU TAHUN 2023

Tabel 3.8 Realisasi Anggaran Tahun 2023 (dalam ribuan rupiah)

Kode\tProgram/Kegiatan/Sub Kegiatan\tAnggaran\tRealisasi\t%
7.01.01.2.02.0001\tPenyediaan Gaji dan Tunjangan ASN\t1.731.468\t1.566.177\t90
"""
    reading = read(ambulu, text)
    (one,) = of(reading, "Anggaran")
    assert one.doubts[0] == (
        "Tabelnya dalam ribuan rupiah, sedangkan yang dicatat rupiah penuh. Isi dari dokumen lain."
    )


def test_the_targets_of_a_rkt_are_no_agreement_and_its_amounts_no_budget(ambulu: Kecamatan) -> None:
    """Its table of targets stands below another one, so its title is further up."""
    text = """LAPORAN KINERJA KECAMATAN AMBULU TAHUN 2023

Tabel 2.2 Program dalam RKT Tahun 2023

Kode\tProgram\tAnggaran (Rp)
7.01.01\tProgram Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota\t2.277.470.966

BAB IV PENUTUP

RENCANA KINERJA TAHUNAN (RKT) TAHUN 2023

Tabel L2.1 Acuan RPJMD

Misi\tTujuan RPJMD\tSasaran RPJMD
Misi 1\tMeningkatnya tata kelola\tMeningkatnya pelayanan

Tabel L2.2 Target Sasaran

No.\tSasaran\tIndikator sasaran\tTarget
1\tMeningkatnya kualitas layanan aparatur\tSKM Aparatur\t95

PERJANJIAN KINERJA TAHUN 2023

No.\tSasaran\tIndikator\tTarget
1\tMeningkatnya kualitas pelayanan\tIKM\t85
"""
    reading = read(ambulu, text)
    assert [one.cells["indikator"] for one in of(reading, "PK")] == ["IKM"]
    assert [one.cells["indikator"] for one in of(reading, "RKT")] == ["SKM Aparatur"]
    assert not of(reading, "Anggaran")
