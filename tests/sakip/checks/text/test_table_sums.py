"""Tables of texts: rows that total others, rows above their details, columns side by side, percentages of two amounts.
Most are of real reports, named by their line."""

from __future__ import annotations

from typing import Final

from tests.sakip.checks.text.passages import found, table
from tests.table_tests import each_row

MENDS: Final = "Perbaiki salah satunya."
BUDGET: Final = "No | Program/Kegiatan | Anggaran | Realisasi | Capaian"
PEOPLE: Final = "Uraian | Banyaknya"

# Umbulsari 2021, L516–522.
UMBULSARI: Final = (
    "1 | Program Penunjang Urusan | 3.527.728.118 | 3.273.894.618 | 92,80",
    "2 | Program Pelayanan Publik | 765.558.500 | 765.558.500 | 100",
    "3 | Program Pemberdayaan | 265.276.000 | 265.276.000 | 100",
    "4 | Program Ketenteraman | 293.943.000 | 293.943.000 | 100",
)
# Balung 2020, L442–454, its last program as it has to be.
BALUNG: Final = (
    "I | Program Administrasi | 200.320.000 | 166.439.335 | 83%",
    "1 | Kegiatan Tenaga Pendukung | 10.800.000 | 10.800.000 | 100%",
    "2 | Kegiatan Penunjang | 189.520.000 | 155.639.335 | 82%",
    "II | Program Koordinasi | 116.735.000 | 92.018.000 | 79%",
    "1 | Kegiatan Pemerintahan | 4.900.000 | 4.900.000 | 100%",
    "2 | Kegiatan Pemberdayaan | 24.425.000 | 20.748.000 | 85%",
    "3 | Kegiatan Ketertiban | 87.410.000 | 66.370.000 | 76%",
    " | TOTAL | 317.055.000 | 258.457.335 | 82%",
)
GROUPED: Final = (
    "ASN pria | 8",
    "ASN wanita | 4",
    "Subjumlah | 12",
    "Non ASN pria | 10",
    "Non ASN wanita | 6",
)
NESTED: Final = ("Langsung | 400.000.000", "Pegawai | 217.800.000", "Barang | 182.200.000")
NUMBERED: Final = (
    "5.1 | Operasi | 90.000.000",
    "5.1.01 | Pegawai | 60.000.000",
    "5.1.02 | Barang | 30.000.000",
    "5.2 | Modal | 10.000.000",
)
OTHER_NUMBERED: Final = ("6.1 | Hibah | 4.000.000", "6.2 | Sewa | 3.000.000")
VILLAGES: Final = ("Keting | 2.310 | 2.402 | 4.712", "Padomasan | 3.120 | 3.098 | 6.218")


def _with(lines: tuple[str, ...], row: int, line: str) -> tuple[str, ...]:
    return (*lines[:row], line, *lines[row + 1 :])


@each_row(
    ("head", "lines", "messages"),
    [
        (BUDGET, (*UMBULSARI, " | Jumlah | 4.852.505.618 | 4.598.672.118 | 94,77"), []),
        (
            BUDGET,
            (*UMBULSARI, " | Jumlah | 4.852.505.618 | 4.852.505.618 | 100"),
            [
                "Jumlah pada kolom “Realisasi” ditulis 4.852.505.618; baris di atasnya menjumlah 4.598.672.118."
            ],
        ),
        (PEOPLE, (*GROUPED, "Subjumlah | 16", "Jumlah seluruhnya | 28"), []),
        (
            PEOPLE,
            (*GROUPED, "Sub Jumlah | 17", "Jumlah seluruhnya | 28"),
            ["Sub Jumlah pada kolom “Banyaknya” ditulis 17; baris di atasnya menjumlah 16."],
        ),
        (
            PEOPLE,
            (*GROUPED, "Subjumlah | 16", "TOTAL SELURUHNYA | 29"),
            ["TOTAL SELURUHNYA pada kolom “Banyaknya” ditulis 29; baris di atasnya menjumlah 28."],
        ),
        # The slip of a subtotal is told once: what comes after may have been added to it, or not.
        (
            PEOPLE,
            (*GROUPED, "Subjumlah | 17", "Jumlah seluruhnya | 29"),
            ["Subjumlah pada kolom “Banyaknya” ditulis 17; baris di atasnya menjumlah 16."],
        ),
        (
            PEOPLE,
            (*GROUPED, "Subjumlah | 17", "Jumlah seluruhnya | 30"),
            [
                "Subjumlah pada kolom “Banyaknya” ditulis 17; baris di atasnya menjumlah 16.",
                "Jumlah seluruhnya pada kolom “Banyaknya” ditulis 30; baris di atasnya menjumlah 29.",
            ],
        ),
        # A total that does not say whether it is of all: it may be of all, of those since the last, of the totals.
        (PEOPLE, (*GROUPED, "Jumlah | 28"), []),
        (PEOPLE, (*GROUPED, "Jumlah | 16"), []),
        (
            PEOPLE,
            ("Pria | 8", "Wanita | 4", "Subjumlah | 13", "Non ASN | 10", "Jumlah | 23"),
            ["Subjumlah pada kolom “Banyaknya” ditulis 13; baris di atasnya menjumlah 12."],
        ),
        (
            PEOPLE,
            (*GROUPED, "Jumlah | 27"),
            ["Jumlah pada kolom “Banyaknya” ditulis 27; baris di atasnya menjumlah 16."],
        ),
        # A row of the table is its head where it has none; a total may lack its numbering cell.
        ("", ("Pendidikan | ASN", "SMA | 4 orang", "S1 | 7 orang", "S2 | 1 orang", "Jumlah | 12 orang"), []),
        (
            "",
            ("Pendidikan | ASN", "SMA | 4 orang", "S1 | 7 orang", "S2 | - ", "Total Pegawai | 12 orang"),
            ["Total Pegawai pada kolom “ASN” ditulis 12; baris di atasnya menjumlah 11."],
        ),
        # A program and its kegiatan.
        (BUDGET, BALUNG, []),
        (
            BUDGET,
            _with(BALUNG, 3, "II | Program Koordinasi | 116.736.000 | 92.018.000 | 79%"),
            [
                "“Program Koordinasi” pada kolom “Anggaran” ditulis 116.736.000; rinciannya menjumlah 116.735.000."
            ],
        ),
        (
            "Kode | Uraian | Pagu",
            (
                "5.1 | Belanja Operasi | 90",
                "5.1.01 | Pegawai | 60",
                "5.1.02 | Barang | 30",
                "5.2 | Belanja Modal | 10",
            ),
            [],
        ),
        (
            "Kode | Uraian | Pagu",
            ("5.1 | Operasi | 92.000.000", "5.1.01 | Pegawai | 60.000.000", "5.1.02 | Barang | 30.000.000"),
            ["“Operasi” pada kolom “Pagu” ditulis 92.000.000; rinciannya menjumlah 90.000.000."],
        ),
        (
            "Kode | Uraian | Pagu",
            ("5.1 | Operasi | 95.000.000", "5.1.01 | Pegawai | 60.000.000", "5.1.02 | Barang | 39.000.000"),
            ["“Operasi” pada kolom “Pagu” ditulis 95.000.000; rinciannya menjumlah 99.000.000."],
        ),
        # What goes on behind a column that is right, or that counts.
        (
            "Kode | Uraian | Target | Pagu | Realisasi",
            (
                "5.1 | Operasi | 2 | 90.000.000 | 81.000.000",
                "5.1.01 | Pegawai | 4 | 60.000.000 | 50.000.000",
                "5.1.02 | Barang | 9 | 30.000.000 | 30.000.000",
            ),
            ["“Operasi” pada kolom “Realisasi” ditulis 81.000.000; rinciannya menjumlah 80.000.000."],
        ),
        # Numbered rows claim to be the sum of those below where another row of the table is.
        (
            "No | Uraian | Banyaknya",
            (
                "I | ASN | 12",
                "1 | Pria | 8",
                "2 | Wanita | 4",
                "II | Non ASN | 18",
                "1 | Pria | 10",
                "2 | Wanita | 7",
            ),
            ["“Non ASN” pada kolom “Banyaknya” ditulis 18; rinciannya menjumlah 17."],
        ),
        (
            "No | Uraian | Banyaknya",
            (
                "I | ASN | 13",
                "1 | Pria | 8",
                "2 | Wanita | 4",
                "II | Non ASN | 18",
                "1 | Pria | 10",
                "2 | Wanita | 7",
            ),
            [],
        ),
        # What is told with words is not added.
        (
            "No | Uraian | Banyaknya",
            (
                "I | ASN | 12",
                "1 | Pria | 8",
                "2 | Wanita | 4",
                "II | Rapat | 18",
                "1 | A | 10 kali lipat",
                "2 | B | 7",
            ),
            [],
        ),
        # One in twenty below: so near only a sum comes.
        (
            "Kode | Uraian | Pagu",
            ("5.1 | Operasi | 100.000.000", "5.1.01 | Pegawai | 65.000.000", "5.1.02 | Barang | 30.000.000"),
            ["“Operasi” pada kolom “Pagu” ditulis 100.000.000; rinciannya menjumlah 95.000.000."],
        ),
        (
            "Kode | Uraian | Pagu",
            ("5.1 | Operasi | 100.000.000", "5.1.01 | Pegawai | 64.999.999", "5.1.02 | Barang | 30.000.000"),
            [],
        ),
        # A total over rows that are nested is of the outermost, of their details, or of those since the last total.
        ("Kode | Uraian | Pagu", (*NUMBERED, " | Jumlah | 100.000.000"), []),
        (
            "Kode | Uraian | Pagu",
            (*NUMBERED, " | Jumlah | 190.000.000"),  # the sum of all rows, which has Operasi twice
            ["Jumlah pada kolom “Pagu” ditulis 190.000.000; baris di atasnya menjumlah 100.000.000."],
        ),
        (
            "No | Uraian | Pagu",
            ("A | Pegawai | 10", "1 | Barang | 20", "2 | Modal | 30", " | Jumlah | 60"),
            [],
        ),
        (
            "Kode | Uraian | Pagu",
            (*NUMBERED, " | Jumlah | 101.000.000"),
            ["Jumlah pada kolom “Pagu” ditulis 101.000.000; baris di atasnya menjumlah 100.000.000."],
        ),
        (
            "Kode | Uraian | Pagu",
            (*_with(NUMBERED, 0, "5.1 | Operasi | 91.000.000"), " | Jumlah | 100.000.000"),
            ["“Operasi” pada kolom “Pagu” ditulis 91.000.000; rinciannya menjumlah 90.000.000."],
        ),
        (
            "Kode | Uraian | Pagu",
            (*NUMBERED, " | Jumlah | 100.000.000", *OTHER_NUMBERED, " | Jumlah | 8.000.000"),
            ["Jumlah pada kolom “Pagu” ditulis 8.000.000; baris di atasnya menjumlah 7.000.000."],
        ),
        (
            "Kode | Uraian | Pagu",
            (*NUMBERED, " | Subjumlah | 100.000.000", *OTHER_NUMBERED, " | Jumlah | 107.000.000"),
            [],
        ),
        # Rows that do not tell how they are nested: what is the sum of those below it stands for them.
        (
            "Uraian | Pagu",
            ("Tidak langsung | 1.503.421.864", *NESTED, "Jumlah | 1.903.421.864"),
            [],
        ),
        (
            "Uraian | Pagu",
            ("Tidak langsung | 1.503.421.864", *NESTED, "Jumlah | 1.903.421.854"),
            ["Jumlah pada kolom “Pagu” ditulis 1.903.421.854; baris di atasnya menjumlah 1.903.421.864."],
        ),
        # Farther than one in twenty, how they are nested is not clear.
        ("Uraian | Pagu", ("Tidak langsung | 1.503.421.864", *NESTED, "Jumlah | 2.103.421.864"), []),
        # Columns side by side.
        ("Desa | Laki-laki | Perempuan | Jumlah", VILLAGES, []),
        (
            "Desa | L | P | Jumlah",
            _with(VILLAGES, 1, "Padomasan | 3.120 | 3.098 | 6.118"),
            ["Padomasan pada kolom “Jumlah” ditulis 6.118; kolom di kirinya menjumlah 6.218."],
        ),
        (
            "Bulan | KTP | KK | Pindah | Total",
            ("Januari | 12 | 8 | 3 | 23", "Februari | 10 | 6 | 1 | 17", "Maret | 9 | 5 | 2 | 17"),
            ["Maret pada kolom “Total” ditulis 17; kolom di kirinya menjumlah 16."],
        ),
    ],
)
def test_sums_of_tables(head: str, lines: tuple[str, ...], messages: list[str]) -> None:
    assert found("tabel-menjumlah", *table(*lines, head=head)) == [f"{one} {MENDS}" for one in messages]


@each_row(
    ("head", "lines"),
    [
        # Facts, each with its own total: of other things.
        ("Uraian | Banyaknya", ("Jumlah desa | 6", "Jumlah dusun | 25", "Jumlah penduduk | 56.439")),
        # Means and percentages are no sums; nor is what is counted in several units.
        ("Indikator | Capaian", ("IKM | 100", "Laporan | 95", "Fasilitasi | 85", "Jumlah | 95")),
        ("Unsur | Nilai", ("Persyaratan | 3,12", "Biaya | 3,45", "Jumlah | 3,28")),
        ("Kegiatan | Target", ("Rapat | 12 kali", "Pelatihan | 40 orang", "Jumlah | 52")),
        ("Desa | Kepadatan", ("Keting | 1.120", "Padomasan | 980", "Jumlah | 1.050")),
        # Nothing is stated, or of a single row, or a share of something else.
        ("Uraian | Banyaknya | Lokasi", ("Rapat | 12 | 3", "Lomba | 3 | 4", "Jumlah | 15 | -")),
        ("Uraian | Banyaknya", ("Rapat | 12", "Lomba | 3", "Jumlah | ")),
        ("Uraian | Banyaknya", ("Rapat | 3", "Jumlah | 9")),
        ("Uraian | Banyaknya", ("Rapat | 12", "Lomba | 3", "Jumlah | 90%")),
        # A table that shows some of the details alone.
        ("Program/Kegiatan | Pagu", ("Program Pelayanan | 649.823.800", "Kegiatan Koordinasi | 9.275.000")),
        # Jombang 2023, L159–173 and L176–193.
        (
            "No | Nama Jabatan | Jumlah | Keterangan",
            ("1 | Camat | 1 | ada", "2 | Sekretaris | 1 | ada", "Jumlah | | 2 | "),
        ),
        (
            "Pangkat | Golongan | Jumlah",
            ("Pembina | IV/a | 1", "Penata | III/c | 2", "Juru | I/c | -", "Jumlah | | 3"),
        ),
        # Areas are rounded.
        ("Desa | Luas (km²)", ("Keting | 8,33", "Padomasan | 12,34", "Sarimulyo | 10,34", "Jumlah | 31,0")),
        # A number that cannot be read, or that is told with words, is not added.
        ("Uraian | Anggaran", ("Honor | 9.23.268", "Sewa | 1.000.000", "Jumlah | 2.000.000")),
        ("Uraian | Banyaknya", ("Rapat | 12 kali setahun", "Lomba | 3", "Jumlah | 9")),
        ("Lulusan | ASN | Non ASN | Keterangan", ("SMA | 4 | 9 | cukup", "S1 | 7 | 6 | kurang")),
    ],
)
def test_what_does_not_add_up_and_need_not(head: str, lines: tuple[str, ...]) -> None:
    assert found("tabel-menjumlah", *table(*lines, head=head)) == []


@each_row(
    ("head", "line", "messages"),
    [
        (
            "Uraian | Target | Capaian | %",
            "Gaji | 1.731.468.142 | 1.566.177.343 | 83%",  # Jombang 2023, L693
            ["1.566.177.343 dari 1.731.468.142 ditulis 83%; hasil baginya 90,45%."],
        ),
        (
            "No | Program | Anggaran (Rp) | Realisasi (Rp) | Capaian (%)",
            "IV | Pelayanan Umum | 25.900.000 | 25.900.000 | 93%",  # Balung 2020, L452
            ["25.900.000 dari 25.900.000 ditulis 93%; hasil baginya 100,00%."],
        ),
        (
            "Program | Pagu | Realisasi | Serapan",
            "Ketertiban | Rp 398.186.700 | Rp 394.488.000 | 99,70",
            ["Rp 394.488.000 dari Rp 398.186.700 ditulis 99,70; hasil baginya 99,07%."],
        ),
        (
            "Uraian | Target | Realisasi | Capaian",
            "Orang yang dilayani | 18 orang | 12 orang | 94%",  # Jombang 2023, L694
            ["12 dari 18 ditulis 94%; hasil baginya 66,67%."],
        ),
        ("Uraian | Target | Realisasi | Capaian", "Rapat | 12 kali | 14 kali | 100%", []),
        ("Uraian | Target | Realisasi | Capaian", "Waktu layanan | 3 hari | 2 hari | 133%", []),
        # Rounded and cut are both right.
        ("Uraian | Target | Capaian | %", "Modal | 57.330.000 | 57.295.000 | 99%", []),
        ("Uraian | Target | Capaian | %", "Modal | 57.330.000 | 57.295.000 | 99,94%", []),
        # Not of money; and of other columns.
        ("Indikator | Target | Realisasi | Capaian", "Peserta | 40 | 35 | 100%", []),
        ("Indikator | Target 2022 | Target 2023 | Capaian", "PBB | 2.431.000 | 1.212.000 | 90%", []),
        ("Uraian | Pagu | Realisasi | Sisa", "Honor | 10.000.000 | 9.000.000 | 1.000.000", []),
    ],
)
def test_the_percentage_of_a_row_is_that_of_its_amounts(head: str, line: str, messages: list[str]) -> None:
    assert found("persen-tabel-sesuai", *table(line, head=head)) == [f"{one} {MENDS}" for one in messages]


@each_row(
    ("head", "lines", "told"),
    [
        ("Belanja | Proporsi", ("Operasi | 98,61%", "Modal | 1,93%"), "98,61% + 1,93% = 100,54%"),
        ("Agama | %", ("Islam | 96", "Kristen | 2", "Lainnya | 7", "Jumlah | 100"), "96 + 2 + 7 = 105%"),
        (
            "Belanja | Porsi (%)",
            ("Pegawai | 60,0", "Barang | 38,0", "Modal | 1,0"),
            "60,0 + 38,0 + 1,0 = 99,0%",
        ),
        ("Belanja | Proporsi", ("Operasi | 98,61%", "Modal | 1,39%"), ""),
        ("Unsur | Kontribusi", ("A | 33,3%", "B | 33,3%", "C | 33,3%"), ""),
        ("Program | Capaian (%)", ("A | 92", "B | 8", "C | 9", "Jumlah | 100"), ""),
        ("Program | %", ("A | 92,80", "B | 100", "C | 100", "Jumlah | 100"), ""),
        ("Desa | Persentase pelunasan", ("Keting | 60", "Sarimulyo | 51"), ""),
    ],
)
def test_shares_in_a_column_are_a_whole(head: str, lines: tuple[str, ...], told: str) -> None:
    column = head.partition("|")[2].strip()
    message = f"Kolom “{column}”: {told}; bagian dari satu keseluruhan berjumlah 100%. Perbaiki bagiannya."
    assert found("bagian-seratus", *table(*lines, head=head)) == ([message] if told else [])
