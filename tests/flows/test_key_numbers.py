"""The numbers by which each document is judged, worked by hand, at every place of the PDF that states them.

Money in rupiah; percentages are rounded half up to two decimals, e.g. 2.137.642.091 / 2.321.886.527 = 92,0649…
→ 92,06.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.flows.pdf_tables import fits, named_table
from tests.flows.printed import Template

Printer = Callable[[str], Template]

#: The font of the documents has no check mark.
MARK = "√"


@pytest.mark.parametrize(
    ("nama", "title", "text"),
    [
        pytest.param(nama, title, texts, id=f"{nama}-{texts[0]}", marks=pytest.mark.xdist_group(nama))
        for nama, title, tables in (
            (
                "jombang-2023",
                "Pengukuran Capaian Kinerja Tahun 2023",
                [
                    # 95/100, 85/85, 85/100, B against B
                    ("Persentase Penyelesaian Laporan", "100%", "95%", "95,00%", "AA (Sangat Memuaskan)"),
                    ("IKM", "85", "85", "100,00%", "AA (Sangat Memuaskan)"),
                    ("Persentase Fasilitas", "100%", "85%", "85,00%", "A (Memuaskan)"),
                    ("Nilai Sakip", "B", "B", "100,00%", "AA (Sangat Memuaskan)"),
                    # (95 + 100 + 85 + 100) / 4
                    ("Rata-rata 4 indikator", "95,00%", "AA (Sangat Memuaskan)"),
                ],
            ),
            (
                "jombang-2023",
                "Realisasi Anggaran per Program, Kegiatan, dan Sub Kegiatan Tahun 2023",
                [
                    ("7.01.01", "2.321.886.527", "2.137.642.091", "92,06%"),
                    ("7.01.02", "649.823.800", "649.790.000", "99,99%"),
                    ("7.01.03", "48.327.600", "48.286.600", "99,92%"),
                    ("7.01.04", "398.186.700", "394.488.000", "99,07%"),
                    ("7.01.05", "9.230.400", "8.882.000", "96,23%"),
                    ("Jumlah", "3.427.455.027", "3.239.088.691", "94,50%"),
                ],
            ),
            (
                "balung-2020",
                "Pengukuran Capaian Kinerja Tahun 2020",
                [
                    # 66 is a C on the scale of 2017: second rank against the third, B
                    ("Nilai Survei Kepuasan Masyarakat", "B", "66", "66,67%", "Cukup"),
                    ("Persentase rekomendasi", "100%", "79%", "79,00%", "Baik"),
                    # (66,666… + 79) / 2 = 72,833…; the third indikator has no realisasi
                    ("Rata-rata 2 dari 3 indikator", "72,83%", "belum berpredikat"),
                ],
            ),
            (
                "balung-2020",
                "Realisasi Anggaran per Program, Kegiatan, dan Sub Kegiatan Tahun 2020",
                [
                    ("Koordinasi Pelayanan Umum", "51.645.000", "48.150.485", "93,23%"),
                    (
                        "Pemberdayaan Masyarakat dan Kesejahteraan Sosial",
                        "24.425.000",
                        "20.748.000",
                        "84,95%",
                    ),
                    ("Ketertiban dan Keamanan Umum", "87.410.000", "66.370.000", "75,93%"),
                    ("Jumlah", "400.000.000", "337.369.343", "84,34%"),
                ],
            ),
            (
                "umbulsari-2021",
                "Pengukuran Capaian Kinerja Tahun 2021",
                [
                    ("Hasil Survei Kepuasan Masyarakat", "100", "74", "74,00%", "Cukup"),
                    ("Rata-rata 1 dari 2 indikator", "74,00%", "belum berpredikat"),
                ],
            ),
            (
                "umbulsari-2021",
                "Target, Realisasi, dan Capaian Sasaran 1 Tahun 2020–2021",
                [
                    ("Tingkat kemajuan terhadap akhir Renstra (2021)", "85", "74", "87,06%")
                ],  # 74 / 85 = 87,0588…
            ),
            (
                "umbulsari-2021",
                "Realisasi Anggaran per Program, Kegiatan, dan Sub Kegiatan Tahun 2021",
                [
                    ("7.01.01", "3.527.728.118", "3.273.894.618", "92,80%"),
                    ("Jumlah", "4.852.505.618", "4.598.672.118", "94,77%"),
                ],
            ),
        )
        for texts in tables
    ],
)
def test_a_number_stands_in_its_row(cetak: Printer, nama: str, title: str, text: tuple[str, ...]) -> None:
    table = named_table(cetak(nama).tables, title)
    assert len([b for b in table.rows if fits(b, text)]) == 1, "\n".join(map(" | ".join, table.rows))


@pytest.mark.parametrize(
    ("nama", "fakta"),
    [
        pytest.param(nama, fakta, id=nama, marks=pytest.mark.xdist_group(nama))
        for nama, fakta in (
            ("jombang-2023", ("95,00%", "AA (Sangat Memuaskan)", "94,50%")),
            ("balung-2020", ("2 dari 3 indikator", "72,83%", "84,34%")),
            ("umbulsari-2021", ("1 dari 2 indikator", "74,00%", "94,77%")),
        )
    ],
)
def test_ikhtisar_and_conclusion_state_the_same(cetak: Printer, nama: str, fakta: tuple[str, ...]) -> None:
    text = cetak(nama).text
    for start, end in (("IKHTISAR EKSEKUTIF", "A. Latar Belakang"), ("A. Simpulan Umum", "B. Kendala")):
        first = text.rindex(start)  # the daftar isi names it first
        part = text[first : text.index(end, first)]
        assert [f for f in fakta if not fits([part], [f])] == [], part


@pytest.mark.parametrize(
    ("nama", "predikat"),
    [
        pytest.param(nama, predikat, id=nama, marks=pytest.mark.xdist_group(nama))
        for nama, predikat in (
            ("jombang-2023", ["AA", "AA", "A", "AA"]),
            ("balung-2020", ["Cukup", "Baik", "Tidak tersedia"]),
            ("umbulsari-2021", ["Cukup", "Tidak tersedia"]),
        )
    ],
)
def test_the_mark_stands_under_the_predikat(cetak: Printer, nama: str, predikat: list[str]) -> None:
    table = named_table(cetak(nama).tables, "Ikhtisar Capaian Kinerja menurut Predikat")
    columns = table.heads[-1]
    signed = [b[-len(columns) :] for b in table.grid if MARK in b]
    assert all(b.count(MARK) == 1 and b.count("") == len(columns) - 1 for b in signed)
    assert [columns[b.index(MARK)] for b in signed] == predikat
