"""What a paper says outside its tables: the RPJMD it refers to, programs of a sasaran, values, offices beside it."""

from __future__ import annotations

from typing import Any

import pytest

from kecamatan.models import Kecamatan
from reports.reading.book import paper_preview
from sakip.models import MisiRPJMD, PeriodeRPJMD
from tests.factory import make_pengguna
from tests.reports.reading.read_texts import cells, doubts, read

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

MATRIX = """Rencana Strategis Kecamatan Ambulu Tahun 2021-2026

Tujuan\tSasaran\tIndikator Sasaran\tTarget\t\t\t
\t\t\t2023\t2024\t2025\t2026
Mewujudkan layanan\tMeningkatnya layanan\tNilai SKM\t80\t81\t82\t83
\tMeningkatnya ketertiban umum\tPersentase laporan ditangani\t90%\t91%\t92%\t93%

"""
UPSTREAM = """Kecamatan mendukung Visi Pembangunan Kabupaten Jember 2021-2026 yaitu : "Jember yang tertib dan makmur"

Yang diwujudkan melalui dua misi, yaitu :

- 1) Menata pemerintahan yang melayani
- 2) Membangun ekonomi desa yang mandiri

RENCANA KINERJA TAHUNAN (RKT)
TAHUN 2023

Misi\tTujuan RPJMD\tIndikator Tujuan\tSasaran RPJMD\tIndikator Sasaran
{}\tMeningkatkan tata kelola\tIndeks reformasi\tMeningkatnya pelayanan publik\tNilai SKM kabupaten
"""


def test_misi_of_a_list_and_the_table_above_the_rkt_are_one_rpjmd(ambulu: Kecamatan) -> None:
    text = MATRIX + UPSTREAM.format("Menata Pemerintahan yang Melayani")
    assert cells(read(ambulu, text), "RPJMD", "jenis", "nomor", "uraian", "indikator") == [
        ("periode", 2021, "Jember yang tertib dan makmur", None),
        ("misi", 1, "Menata pemerintahan yang melayani", None),
        ("tujuan", None, "Meningkatkan tata kelola", "Indeks reformasi"),
        ("sasaran", None, "Meningkatnya pelayanan publik", "Nilai SKM kabupaten"),
        ("misi", 2, "Membangun ekonomi desa yang mandiri", None),
    ]
    shared: dict[str, Any] = {
        "content": text.encode(),
        "name": "lkip.txt",
        "place": (ambulu, 2023),
        "chosen": {},
    }
    preview = paper_preview(**shared, by=None)
    assert preview.preview.errors == []
    refused = [one.sheet for one in preview.reading.proposals if one.number in preview.refused]
    assert refused == ["RPJMD"] * 5  # only Bagian Organisasi records it; the plan itself is taken
    assert "hanya dapat diubah oleh Bagian Organisasi" in next(iter(preview.refused.values()))
    organisasi = make_pengguna("organisasi", kabupaten=ambulu.kabupaten)
    assert paper_preview(**shared, by=organisasi).refused == {}


def test_a_misi_that_the_table_words_otherwise_is_said_and_below_none(ambulu: Kecamatan) -> None:
    reading = read(ambulu, MATRIX + UPSTREAM.format("Mengelola pajak daerah secara terbuka"))
    assert cells(reading, "RPJMD", "jenis") == [("periode",), ("misi",), ("misi",)]
    notes = [one.notes for one in reading.proposals if one.sheet == "RPJMD"][-1]
    assert notes == (
        'Tabel RPJMD pada baris 19 menyebut misi lain: "Mengelola pajak daerah secara terbuka".',
    )
    assert any("lain daripada misi dalam uraian" in one.why for one in reading.unplaced)


def test_the_renstra_refers_to_the_recorded_misi_that_the_paper_names(ambulu: Kecamatan) -> None:
    period = PeriodeRPJMD.objects.create(kabupaten=ambulu.kabupaten, tahun_awal=2021, tahun_akhir=2026)
    MisiRPJMD.objects.create(periode=period, nomor=1, uraian="Menata pemerintahan yang melayani")
    MisiRPJMD.objects.create(periode=period, nomor=2, uraian="Membangun ekonomi desa yang mandiri")
    reading = read(ambulu, MATRIX + UPSTREAM.format("Membangun ekonomi desa yang mandiri"))
    assert cells(reading, "RPJMD", "jenis") == []
    assert cells(reading, "Renstra", "rpjmd", "misi_diacu") == [(2021, 2)]


SUPPORTS = """BAB III

Sasaran 1 Meningkatnya layanan dalam Program Penyelenggaraan Pemerintahan dan Pelayanan Publik yang menjadi kewenangan \
daerah didukung anggaran sebesar Rp. {} dan terserap seluruhnya

a. Untuk Sasaran Strategis II : Meningkatnya ketertiban umum
Didukung oleh :
- Program Koordinasi Ketenteraman dan Ketertiban Umum Dengan Anggaran Rp. 50.000.000,-
- Program Yang Tidak Dikenal Siapa Pun Dengan Anggaran Rp. 1.000.000,-

No\tProgram/Kegiatan\tAnggaran (Rp)\tRealisasi (Rp)
1\tProgram Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota\t900.000.000\t800.000.000
2\tProgram Penyelenggaraan Pemerintahan dan Pelayanan Publik\t100.000.000\t90.000.000
"""


def test_a_sentence_and_a_list_name_the_programs_of_a_sasaran(ambulu: Kecamatan) -> None:
    reading = read(ambulu, MATRIX + SUPPORTS.format("100.000.000"))
    assert cells(reading, "DukunganProgram", "sasaran", "kode") == [
        ("meningkatnya-layanan", "7.01.02"),
        ("meningkatnya-ketertiban-umum", "7.01.04"),
    ]
    assert doubts(reading, "DukunganProgram") == [(), ()]
    assert any("Siapa Pun" in one.why for one in reading.unplaced)
    other = read(ambulu, MATRIX + SUPPORTS.format("895.000.000"))
    assert cells(other, "DukunganProgram", "sasaran", "kode") == [
        ("meningkatnya-layanan", "7.01.02"),  # as it is named
        ("meningkatnya-layanan", "7.01.01"),  # as its amount says: a person picks
        ("meningkatnya-ketertiban-umum", "7.01.04"),
    ]
    assert [len(one) for one in doubts(other, "DukunganProgram")] == [1, 1, 0]
    assert "dekat dengan anggaran Program Penunjang" in str.join(
        "", doubts(other, "DukunganProgram")[0]
    ).replace("PROGRAM PENUNJANG", "Program Penunjang")


SENTENCES = """BAB III

Sasaran Strategis 1 : Meningkatnya layanan

Indikator : Nilai SKM

Dari survei diperoleh realisasi tahun 2023 sebesar 84,5 yang lebih baik daripada tahun sebelumnya.
Dibandingkan SKM kabupaten Jember tahun 2023 sebesar 86,34 itu masih di bawahnya. Capaian tahun 2023 mencapai 105%.

Sasaran Strategis 2 : Meningkatnya ketertiban umum

Indikator : Persentase laporan ditangani

Realisasi laporan tahun 2023 sebesar 12 dari semua laporan yang masuk ke kecamatan.
Kecamatan berkoordinasi dengan Polsek Ambulu dan Koramil untuk patroli malam di perbatasan desa.
"""


def test_what_stands_in_sentences_alone_is_proposed_and_a_percentage_without_its_sign_held(
    ambulu: Kecamatan,
) -> None:
    reading = read(ambulu, MATRIX + SENTENCES)
    assert cells(reading, "Realisasi", "kunci_indikator", "tahun", "nilai", "cetak") == [
        ("nilai-skm", 2023, "84,5", "84,5"),
        ("persentase-laporan-ditangani", 2023, 12, "12%"),
    ]
    assert [bool(one) for one in doubts(reading, "Realisasi")] == [False, True]
    assert cells(reading, "Pembanding", "kunci_indikator", "lingkup", "nilai") == [
        ("nilai-skm", "kabupaten", "86,34")
    ]
    measured = "\nIndikator\tTarget\tRealisasi 2023\nNilai SKM\t80\t84,5\n"
    assert cells(read(ambulu, MATRIX + SENTENCES + measured), "Realisasi", "cetak")[:1] == [("84,5",)]


def test_offices_of_a_table_are_proposed_and_those_of_a_sentence_wait(ambulu: Kecamatan) -> None:
    table = "\nSasaran\tPerangkat Daerah\tPeran\nMeningkatnya layanan\tDinas Dukcapil\tPerekaman KTP\n"
    reading = read(ambulu, MATRIX + SENTENCES + table)
    assert cells(reading, "LintasSektor", "sasaran", "instansi", "peran") == [
        ("meningkatnya-layanan", "Dinas Dukcapil", "Perekaman KTP"),
        (
            "meningkatnya-ketertiban-umum",
            "Polsek Ambulu dan Koramil",
            "Berkoordinasi dengan Polsek Ambulu dan Koramil untuk patroli malam di perbatasan desa",
        ),
    ]
    assert [bool(one) for one in doubts(reading, "LintasSektor")] == [False, True]


@pytest.mark.parametrize("number", ["3", "III", "IX", "xii"])
def test_a_sasaran_is_found_by_its_number_however_it_is_written(ambulu: Kecamatan, number: str) -> None:
    text = f"""Sasaran {number} : Meningkatnya ketertiban umum

Program dan kegiatan yang mendukung pencapaian sasaran {number.swapcase()} terdiri dari :
- Program Koordinasi Ketenteraman dan Ketertiban Umum
"""
    reading = read(ambulu, MATRIX + text)
    assert cells(reading, "DukunganProgram", "sasaran", "kode") == [
        ("meningkatnya-ketertiban-umum", "7.01.04")
    ]
