"""Papers of strangers: what tables say in other words and orders is read as they mean it, or said, never guessed."""

from __future__ import annotations

from typing import Any

import pytest

from kecamatan.models import Kecamatan
from reports.reading.book import paper_preview
from sakip.text.reading.roman import counted
from tests.reports.reading.read_texts import cells, read
from tests.table_tests import each_row

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

MATRIX = """Rencana Strategis Kecamatan Ambulu Tahun 2021-2026

Tujuan: Mewujudkan kecamatan yang tertib dan melayani

Sasaran\tIndikator Sasaran\tSatuan\t2022 (T)\t2023 (T)\t2024 (T)\t2025 (T)
Meningkatnya layanan\tNilai SKM\tIndeks\t80\t81\t82\t83
Meningkatnya ketertiban umum\tAngka gangguan trantibum\tKasus\t12\t10\t8\t6

"""
PENUNJANG = "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota"
DESA = "Program Pemberdayaan Masyarakat Desa dan Kelurahan"


def test_years_that_say_of_themselves_that_they_are_targets_make_a_matrix(ambulu: Kecamatan) -> None:
    """And targets that go down ask for the rumus; the satuan is that of its column."""
    reading = read(ambulu, MATRIX)
    targets = cells(reading, "TargetRenstra", "kunci_indikator", "tahun", "target")
    assert targets[0] == ("nilai-skm", 2022, 80)
    assert len(targets) == 8
    assert cells(reading, "Indikator", "kunci", "satuan") == [
        ("nilai-skm", "indeks"),
        ("angka-gangguan-trantibum", "kasus"),
    ]
    level, falling = (one.notes for one in reading.proposals if one.sheet == "Indikator")
    assert level == ()
    assert falling == (
        "Targetnya turun dari 12 ke 6. Bila makin kecil makin baik, ganti rumusnya dengan yang negatif.",
    )


def test_a_table_with_a_head_of_its_own_is_another(ambulu: Kecamatan) -> None:
    """Of a changed PK the budget after the change counts, and the satuan is what its target counts."""
    text = f"""{MATRIX}PERJANJIAN KINERJA PERUBAHAN TAHUN 2023

No\tSasaran\tIndikator Kinerja\tTarget
1\tMeningkatnya ketertiban umum\tAngka gangguan trantibum\t≤ 9 Kasus

No\tProgram\tAnggaran Sebelum Perubahan (Rp)\tAnggaran Setelah Perubahan (Rp)
1\t{DESA}\t250.000.000\t265.000.000
Jumlah\t\t250.000.000\t265.000.000
"""
    reading = read(ambulu, text)
    assert cells(reading, "PK", "versi", "indikator", "target", "satuan") == [
        (1, "Angka gangguan trantibum", 9, "kasus")
    ]
    assert cells(reading, "PKAnggaran", "kode", "anggaran") == [("7.01.03", 265_000_000)]
    assert reading.unplaced == []


def test_a_rkt_may_name_programs_beside_its_sasaran(ambulu: Kecamatan) -> None:
    text = f"""{MATRIX}2.2 Rencana Kinerja Tahunan 2023

No\tSasaran Strategis\tIndikator Kinerja\tTarget 2023\tProgram\tAnggaran (Rp)
1\tMeningkatnya layanan\tNilai SKM\t81\t{PENUNJANG}\t500.000.000

2.3 Perjanjian Kinerja 2023

No\tSasaran Strategis\tIndikator Kinerja\tTarget
1\tMeningkatnya layanan\tNilai SKM\t82
"""
    reading = read(ambulu, text)
    assert cells(reading, "RKT", "kunci_indikator", "target") == [("nilai-skm", 81)]
    assert cells(reading, "PK", "kunci_indikator", "target") == [("nilai-skm", 82)]
    assert cells(reading, "DukunganProgram", "sasaran", "kode") == [("meningkatnya-layanan", "7.01.01")]


def test_a_renja_with_prakiraan_maju_is_no_rkt(ambulu: Kecamatan) -> None:
    text = f"""{MATRIX}RENCANA KERJA TAHUN 2023

Sasaran\tIndikator Sasaran\tProgram/Kegiatan\tIndikator Program\tTarget 2023\tPagu Indikatif\tPrakiraan Maju Target 2024
Meningkatnya layanan\tNilai SKM\t{PENUNJANG}\tPersentase layanan\t81\t500.000.000\t82
"""
    reading = read(ambulu, text)
    assert cells(reading, "RKT") + cells(reading, "RKTKegiatan") == []
    assert [one.why for one in reading.unplaced] == [
        "Tabel Renja dengan prakiraan maju tidak dibaca: yang dicatat RKT dan PK. Isi sendiri bila sama."
    ]


def _budget(head: str, row: str) -> str:
    return f"Realisasi Anggaran\n\nKode\tProgram/Kegiatan/Sub Kegiatan\t{head}\n7.01.03\t{DESA}\t{row}\n"


@each_row(
    ("head", "row", "expected"),
    [
        ("Pagu (Rp)\tRealisasi\t%\tSisa Anggaran", "200.000.000\t150.000.000\t75\t50.000.000", (200, None, 150)),
        ("APBD\tAPBD-P\tRealisasi\tCapaian %", "200.000.000\t210.000.000\t150.000.000\t71", (200, 210, 150)),
        ("Anggaran Murni\tAnggaran Perubahan\tRealisasi", "200.000.000\t190.000.000\t150.000.000", (200, 190, 150)),
        ("Sebelum Perubahan\tSetelah Perubahan\tBertambah", "200.000.000\t310.000.000\t110.000.000", (200, 310, None)),
        ("Anggaran 2022\tAnggaran 2023\tRealisasi 2023", "180.000.000\t200.000.000\t150.000.000", (200, None, 150)),
        ("Pagu DPA (Rp)\tPagu DPPA (Rp)\tRealisasi", "200.000.000\t210.000.000\t150.000.000", (200, 210, 150)),
        ("APBD 2023\tP-APBD 2023\tRealisasi 2023", "200.000.000\t210.000.000\t150.000.000", (200, 210, 150)),
        ("Pagu Awal (Rp)\tPagu Induk (Rp)\tRealisasi", "200.000.000\t210.000.000\t150.000.000", None),
        ("Anggaran 2022\tRealisasi 2022", "200.000.000\t150.000.000", None),
    ],
    ids=(
        "what is left", "apbd-p", "less", "more", "another year", "a changed dpa", "of the year",
        "two that say no more", "last year",
    ),
)  # fmt: skip
def test_pagu_and_realisasi_are_told_by_their_heads(
    ambulu: Kecamatan, head: str, row: str, expected: tuple[int | None, ...] | None
) -> None:
    """In millions: pagu murni, pagu perubahan, realisasi; where heads do not tell which is which it is said."""
    reading = read(ambulu, _budget(head, row))
    found = cells(reading, "Anggaran", "pagu_murni", "pagu_perubahan", "realisasi")
    if expected is None:
        assert found == []
        assert len(reading.unplaced) == 1
        return
    assert found == [tuple(one and one * 1_000_000 for one in expected)]
    assert reading.unplaced == []


def test_realisasi_of_triwulan_and_what_is_no_single_value(ambulu: Kecamatan) -> None:
    text = f"""{MATRIX}Tabel 3.2 Realisasi Triwulan

Indikator Kinerja\tTarget\tRealisasi TW I\tRealisasi TW II
Nilai SKM\t81\t-\t80,10
\t85\t28,57\t42,86

Tabel 3.3 Perkembangan

Indikator Kinerja\tRealisasi 2018\tRealisasi 2023
Nilai SKM\t70\t28 dari 70 (40%)
"""
    reading = read(ambulu, text)
    assert cells(reading, "Realisasi", "tahun", "triwulan", "nilai") == [(2023, 2, "80,10")]
    assert [one.why for one in reading.unplaced] == [
        "Indikator dari realisasi pada baris ini tidak terbaca.",
        'Realisasi "70" tahun 2018; yang dicatat 2019 sampai 2023.',
        'Realisasi "28 dari 70 (40%)" bukan satu angka atau huruf.',
    ]


def test_averages_of_the_kabupaten_stand_beside(ambulu: Kecamatan) -> None:
    text = f"""{MATRIX}Tabel 3.4 Perbandingan

Indikator Kinerja\tRealisasi Kecamatan 2023\tRata-rata Kabupaten\tStandar Nasional
Nilai SKM\t82,35\t81,90\t88,31
"""
    assert cells(read(ambulu, text), "Pembanding", "lingkup", "nilai") == [
        ("kabupaten", "81,90"),
        ("nasional", "88,31"),
    ]


def test_staff_is_counted_by_what_it_is(ambulu: Kecamatan) -> None:
    """PNS and PPPK are ASN; a total beside them is not counted again."""
    text = """Tabel 1.2 Pegawai Menurut Tingkat Pendidikan

Tingkat Pendidikan\tPNS\tPPPK\tTenaga Kontrak\tTotal
S1\t6\t1\t3\t10

Tabel 1.3 Pegawai Menurut Golongan

Golongan\tLaki-laki\tPerempuan\tJumlah
III/d\t3\t2\t5
"""
    assert cells(read(ambulu, text), "SDM", "uraian", "asn", "non_asn") == [("S1", 7, 3), ("III/d", 5, None)]


@each_row(
    ("text", "expected"),
    [
        (
            "Jumlah penduduk Kecamatan Ambulu tahun 2023 sebanyak 112.456 jiwa terdiri dari laki-laki 56.120 jiwa dan"
            " perempuan 56.336 jiwa.",
            (112_456, 56_120, 56_336),
        ),
        ("Jumlah penduduk Kecamatan Ambulu per 31 Desember 2023 adalah 2.021 jiwa.", (2021, None, None)),
        ("Jumlah penduduk Kecamatan Ambulu pada tahun 2023 meningkat.", None),
    ],
)
def test_a_year_counts_no_inhabitants(
    ambulu: Kecamatan, text: str, expected: tuple[int | None, ...] | None
) -> None:
    columns = ("penduduk", "penduduk_laki_laki", "penduduk_perempuan")
    assert cells(read(ambulu, text), "Profil", *columns) == ([expected] if expected else [])


@each_row(
    ("text", "expected"),
    [
        (
            "Realisasi belanja operasi Rp 90.000.000. Anggaran belanja modal Rp 20.000.000.",
            [("operasi", None, 90_000_000), ("modal", 20_000_000, None)],
        ),
        (
            "Realisasi belanja operasi sebesar Rp90.000.000, sedangkan belanja modal dianggarkan Rp20.000.000.",
            [("operasi", None, 90_000_000), ("modal", 20_000_000, None)],
        ),
        ("Realisasi anggaran belanja operasi sebesar Rp90.000.000.", [("operasi", None, 90_000_000)]),
    ],
)
def test_what_an_amount_is_is_said_next_to_it(
    ambulu: Kecamatan, text: str, expected: list[tuple[Any, ...]]
) -> None:
    assert cells(read(ambulu, text), "Belanja", "kode", "pagu", "realisasi") == expected


def test_a_fraction_in_words_is_divided_where_it_says_so(ambulu: Kecamatan) -> None:
    text = (
        f"{MATRIX}Indikator Kinerja Utama\n\nSasaran\tIndikator Kinerja Utama\tFormulasi\n"
        "Meningkatnya layanan\tNilai SKM\tJumlah pelayanan tepat waktu dibagi jumlah seluruh pelayanan x 100%\n"
    )
    assert cells(read(ambulu, text), "IKU", "pembilang", "penyebut") == [
        ("Jumlah pelayanan tepat waktu", "jumlah seluruh pelayanan")
    ]


@each_row(
    ("heads", "row", "expected"),
    [
        (
            "Sasaran\tIKU\tFormulasi\tSumber Data\tPenanggung Jawab",
            "Nilai SKM\tHasil survei\tRegister\tSekretaris",
            ("Hasil survei", "Register", "Sekretaris"),
        ),
        (
            "No\tIKU\tFormulasi\tSumber Data",
            "Nilai SKM\tHasil survei\tRegister",
            ("Hasil survei", "Register", None),
        ),
        ("No\tIKU\tFormulasi\tSumber Data", "1\tNilai SKM\tHasil survei", ("Hasil survei", None, None)),
    ],
)
def test_a_row_of_iku_may_begin_with_its_indikator_or_end_early(
    ambulu: Kecamatan, heads: str, row: str, expected: tuple[str | None, ...]
) -> None:
    """Its cells stand farther left then, in whatever order the heads are."""
    reading = read(ambulu, f"{MATRIX}Indikator Kinerja Utama\n\n{heads}\n{row}\n")
    assert cells(reading, "IKU", "formulasi", "sumber_data", "penanggung_jawab") == [expected]


def test_words_of_two_cells_are_no_name_of_a_kecamatan(ambulu: Kecamatan) -> None:
    text = (
        "LAPORAN KINERJA KECAMATAN AMBULU TAHUN 2023\n\nSasaran\tIndikator\tTarget\n"
        + "Meningkatnya mutu layanan kecamatan\tNilai Survei Kepuasan\t85\n" * 9
    )
    read_ = paper_preview(content=text.encode(), name="a.txt", place=(ambulu, 2023), by=None, chosen={})
    assert read_.reading.notes == []


@each_row(
    ("text", "number"),
    [
        ("IV", 4),
        ("ix", 9),
        ("XIV", 14),
        ("xl", 40),
        ("12", 12),
        ("IIII", 0),
        ("VIV", 0),
        ("", 0),
        ("satu", 0),
    ],
)
def test_a_number_in_digits_or_roman_numerals(text: str, number: int) -> None:
    assert counted(text) == number


def test_a_table_that_only_lays_out_words_takes_no_title(ambulu: Kecamatan) -> None:
    """As in the lampiran of a PK: its title, whose it is in a table without lines, and then what was agreed."""
    text = (
        f"{MATRIX}LAMPIRAN PERJANJIAN KINERJA PERUBAHAN TAHUN 2023\n\nUnit kerja\t:\tKecamatan Ambulu\n\f"
        "No\tSasaran\tIndikator Kinerja\tTarget\n1\tMeningkatnya layanan\tNilai SKM\t82\n"
    )
    assert cells(read(ambulu, text), "PK", "versi", "target") == [(1, 82)]


@each_row(
    ("heads", "counts", "asn", "non_asn"),
    [
        ("PNS\tPPPK\tJumlah ASN", "10\t3\t13", 13, None),
        ("PNS\tPPPK\tJumlah ASN (PNS dan PPPK)", "10\t3\t13", 13, None),
        ("Jumlah ASN laki-laki\tJumlah ASN perempuan", "10\t3", 13, None),
        ("ASN\tPPPK\tNon ASN", "13\t3\t5", 13, 5),
        ("ASN\tNon ASN\tTotal ASN dan Non ASN", "13\t5\t18", 13, 5),
        ("Jumlah PNS\tJumlah PPPK\tJumlah Non ASN\tJumlah Seluruhnya", "10\t3\t5\t18", 13, 5),
    ],
)
def test_nobody_is_counted_twice(
    ambulu: Kecamatan, heads: str, counts: str, asn: int, non_asn: int | None
) -> None:
    """A column of all ASN beside those of their kinds, or of ASN and others together, is a sum."""
    text = f"Susunan pegawai\n\nGolongan\t{heads}\nIII\t{counts}\n"
    assert cells(read(ambulu, text), "SDM", "asn", "non_asn") == [(asn, non_asn)]
