"""A made-up year of a kecamatan without records, and what the tables of its LKIP must say, worked out by hand.

Both journeys enter it: the one form by form, the other in the cells of a workbook. Numbers are as a clerk writes them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

SLUG: Final = "ajung"
NAMA: Final = "Ajung"
TAHUN: Final = 2024
OPERATOR: Final = "operator.ajung"

# -- profil -------------------------------------------------------------------------------------------

ADDRESS: Final = "Jl. Semeru No. 17"
LUAS: Final = "56,61"
PENDUDUK, LAKI_LAKI, PEREMPUAN = "81.234", "40.500", "40.734"  # 40.500 + 40.734 = 81.234
TUGAS: Final = "Mengoordinasikan pemerintahan umum di wilayah kecamatan."
ISU: Final = "Jumlah petugas loket belum seimbang dengan jumlah pemohon."
DESA: Final = ("Ajung", "Klompangan")

CAMAT: Final = "RINA WULANDARI, S.Sos., M.Si."
NIP: Final = "19750512 200003 2 001"
PANGKAT, GOLONGAN = "Pembina", "IV/a"
BUPATI: Final = "Ir. H. HENDY SISWANTO, ST, IPU"  # kept by Bagian Organisasi, in office on the date of the PK

SEKRETARIAT: Final = "Sekretariat Kecamatan"
SEKSI: Final = "Seksi Pelayanan Umum"

# -- Renstra and what follows from it -------------------------------------------------------------------

TUJUAN: Final = "Meningkatkan kualitas pelayanan dan akuntabilitas kecamatan"
SASARAN: Final = (
    "Meningkatnya kepuasan masyarakat atas pelayanan kecamatan",
    "Meningkatnya akuntabilitas kinerja kecamatan",
)


@dataclass(frozen=True, kw_only=True)
class Indikator:
    """An indikator with everything that the year says of it. ``sasaran`` is the number of its sasaran."""

    sasaran: int
    nama: str
    satuan: str = ""
    way: dict[str, str] = field(default_factory=dict)
    pecahan: tuple[str, str] = ("", "")
    unit: str
    target: dict[int, str]
    triwulan: dict[int, str]
    realisasi: dict[int, str]


#: "Semakin tinggi semakin baik", the value of the year is that of triwulan IV.
IKM: Final = Indikator(
    sasaran=0,
    nama="Indeks Kepuasan Masyarakat",
    satuan="indeks",
    unit=SEKSI,
    target={2023: "78", 2024: "80", 2025: "82", 2026: "84"},
    triwulan={1: "74", 2: "76", 3: "78", 4: "80"},
    realisasi={1: "74", 2: "75,5", 3: "76", 4: "76,5"},
)
COMPLAINT: Final = Indikator(
    sasaran=0,
    nama="Persentase pengaduan yang melewati batas waktu",
    satuan="%",
    way={"Rumus": "Semakin rendah semakin baik"},
    pecahan=("Pengaduan yang melewati batas waktu", "Pengaduan yang diterima"),
    unit=SEKSI,
    target={2024: "10", 2025: "9", 2026: "8"},
    triwulan={1: "10", 2: "10", 3: "10", 4: "10"},
    realisasi={0: "3/25"},
)
SAKIP: Final = Indikator(
    sasaran=1,
    nama="Nilai SAKIP",
    way={
        "Jenis nilai": "Huruf",
        "Rumus": "Huruf pada skala",
        "Skala": "Kategori nilai AKIP (Permen PANRB 88/2021)",
    },
    unit=SEKRETARIAT,
    target={2024: "BB", 2025: "BB", 2026: "A"},
    triwulan={4: "BB"},
    realisasi={0: "B"},
)
INDIKATOR: Final = (IKM, COMPLAINT, SAKIP)


@dataclass(frozen=True, kw_only=True)
class SubKegiatan:
    """A sub kegiatan that serves a sasaran: its place in the nomenklatur, its money, its output."""

    sasaran: int
    program: tuple[str, str]
    kode: str
    nama: str
    unit: str
    target: str
    satuan: str
    pagu: str
    realisasi: str
    keluaran: tuple[str, str, str, str]  # uraian, satuan, target, realisasi


SUB: Final = (
    SubKegiatan(
        sasaran=0,
        program=("7.01.02", "Program Penyelenggaraan Pemerintahan dan Pelayanan Publik"),
        kode="7.01.02.2.01.0002",
        nama="Peningkatan Efektifitas Kegiatan Pemerintahan di Tingkat Kecamatan",
        unit=SEKSI,
        target="12",
        satuan="Dokumen",
        pagu="75.500.000",
        realisasi="70.000.000",
        keluaran=("Dokumen peningkatan pelayanan", "dokumen", "12", "11"),
    ),
    SubKegiatan(
        sasaran=1,
        program=("7.01.01", "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota"),
        kode="7.01.01.2.02.0001",
        nama="Penyediaan Gaji dan Tunjangan ASN",
        unit=SEKRETARIAT,
        target="14",
        satuan="Orang/bulan",
        pagu="250.000.000",
        realisasi="240.125.000",
        keluaran=("Gaji dan tunjangan yang terbayar", "bulan", "14", "14"),
    ),
)
SUMBER_DANA: Final = "APBD"
LAST_SERAPAN: Final = (2023, "300.000.000", "285.000.000")

NOMOR_IKU: Final = "065/12/35.09.17/2024"
TANGGAL_RKT, TANGGAL_IKU, TANGGAL_PK, TANGGAL_LKIP = (
    "8 Januari 2024",
    "10 Januari 2024",
    "15 Januari 2024",
    "20 Februari 2025",
)
PENDORONG: Final = "Petugas loket dilatih setiap triwulan."
KENDALA: Final = "Jaringan internet kantor sering terputus."

# -- what the LKIP must say ------------------------------------------------------------------------------

# Capaian, by the formulas of sakip/capaian/README.md; kebijakan of 2024: scale AKIP, capaian kept within 0 and 100.
#   IKM         positif   76,5 / 80 × 100                = 95,625   → 95,63   > 90: AA, Sangat Memuaskan
#   Pengaduan   3 / 25 = 12 %; negatif (10 − (12 − 10)) / 10 × 100 = 80,00    > 70 to 80: BB, Sangat Baik
#   Nilai SAKIP predikat, D C CC B BB A AA are 1 to 7:  B / BB = 4 / 5        = 80,00   BB, Sangat Baik
#   Sasaran 1   (95,625 + 80) / 2 = 87,8125 → 87,81      > 80 to 90: A, Memuaskan
#   Sasaran 2   80,00                                    BB, Sangat Baik
#   Kecamatan   (95,625 + 80 + 80) / 3 = 85,2083…        → 85,21   A, Memuaskan
# Against the last target of the Renstra, never capped:
#   76,5 / 84 = 91,0714… → 91,07;  (8 − (12 − 8)) / 8 = 50,00;  B / A = 4 / 6 = 66,67
# Money: 70 / 75,5 = 92,7152… → 92,72;  240,125 / 250 = 96,05;
#   pagu 75.500.000 + 250.000.000 = 325.500.000, realisasi 70.000.000 + 240.125.000 = 310.125.000,
#   310,125 / 325,5 = 95,2764… → 95,28;  2023: 285 / 300 = 95,00
# Output: 11 / 12 = 91,6666… → 91,67;  14 / 14 = 100,00
# Efficiency, capaian less serapan as printed: 87,81 − 92,72 = −4,91;  80,00 − 96,05 = −16,05
# Share of the sasaran: 75,5 / 325,5 = 23,1950… → 23,20;  250 / 325,5 = 76,8049… → 76,80

#: Of each indikator, then the mean of the kecamatan.
CAPAIAN: Final = (("95,63", "Sangat Memuaskan"), ("80,00", "Sangat Baik"), ("80,00", "Sangat Baik"))
RERATA: Final = "85,21"

#: Title of a table → its rows; of each row the texts that it must say, in order.
TABLES: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "Capaian dan Serapan Anggaran per Sasaran Tahun 2024": (
        (SASARAN[0], "87,81", "Memuaskan", "92,72"),
        (SASARAN[1], "80,00", "Sangat Baik", "96,05"),
        ("85,21", "Memuaskan", "95,28"),
    ),
    "Tujuan, Sasaran, dan Target Renstra Tahun 2021–2026": (
        (TUJUAN,),
        (SASARAN[0], IKM.nama, "80", "84"),
        (COMPLAINT.nama, "10%", "8%"),
        (SASARAN[1], SAKIP.nama, "BB", "A"),
    ),
    "Program dalam RKT Tahun 2024": (
        (SUB[1].program[1], "250.000.000"),
        (SUB[0].program[1], "75.500.000"),
        ("325.500.000",),
    ),
    # Of the year: in the Renstra, the RKT, and the PK.
    "Sasaran, Indikator, dan Target Tahun 2024": (
        (SASARAN[0], IKM.nama, "80", "80", "80"),
        (COMPLAINT.nama, "10%", "10%", "10%"),
        (SASARAN[1], SAKIP.nama, "BB", "BB", "BB"),
    ),
    "Matriks Renstra Kecamatan Ajung 2021–2026": (
        (TUJUAN, SASARAN[0], IKM.nama, "78", "80", "82", "84"),
        (COMPLAINT.nama, "10%", "9%", "8%"),
        (SASARAN[1], SAKIP.nama, "BB", "BB", "A"),
    ),
    "Target Sasaran": (
        ("1", SASARAN[0], IKM.nama, "80"),
        (COMPLAINT.nama, "10%"),
        ("2", SASARAN[1], SAKIP.nama, "BB"),
    ),
    "Rincian Program, Kegiatan, dan Sub Kegiatan": (
        (SASARAN[0],),
        (SUB[0].kode, SUB[0].nama, "12", "Dokumen", "75.500.000"),
        (SASARAN[1],),
        (SUB[1].kode, SUB[1].nama, "14", "Orang/bulan", "250.000.000"),
        ("Jumlah", "325.500.000"),
    ),
    "Perjanjian Kinerja Tahun 2024": (
        (SASARAN[0], IKM.nama, "80"),
        (COMPLAINT.nama, "10%"),
        (SASARAN[1], SAKIP.nama, "BB"),
    ),
    "Anggaran Perjanjian Kinerja Tahun 2024": (
        (SUB[0].program[1], "75.500.000", SUMBER_DANA),
        (SUB[1].program[1], "250.000.000", SUMBER_DANA),
        ("325.500.000",),
    ),
    "Indikator Kinerja Utama Kecamatan Ajung": (
        (SASARAN[0], IKM.nama, SEKSI),
        (COMPLAINT.nama, *COMPLAINT.pecahan, SEKSI),
        (SASARAN[1], SAKIP.nama, SEKRETARIAT),
    ),
    "Pengukuran Capaian Kinerja Tahun 2024": (
        (SASARAN[0], IKM.nama, "indeks", "80", "76,50", "95,63", "Sangat Memuaskan"),
        (COMPLAINT.nama, "10%", "12,00%", "80,00", "Sangat Baik"),
        (SASARAN[1], SAKIP.nama, "BB", "B", "80,00", "Sangat Baik"),
        ("Rata-rata 3 indikator", "85,21", "Memuaskan"),
    ),
    "Ikhtisar Capaian Kinerja menurut Predikat Tahun 2024": (
        (SASARAN[0], "87,81", "Rata-rata 2 indikator, A (Memuaskan)"),
        ("Jumlah indikator", "3", "1", "0", "2", "0", "0", "0", "0"),
        ("Porsi", "100,00", "33,33", "0,00", "66,67", "0,00", "0,00", "0,00", "0,00"),
    ),
    "Target, Realisasi, dan Capaian Sasaran 1": (
        (IKM.nama,),
        ("Tahun 2024", "80", "76,50", "95,63", "Sangat Memuaskan"),
        ("Tingkat kemajuan", "84", "76,50", "91,07"),
        (COMPLAINT.nama,),
        ("Tahun 2024", "10%", "12,00%", "80,00", "Sangat Baik"),
        ("Tingkat kemajuan", "8%", "12,00%", "50,00"),
        ("Rata-rata 2 indikator", "87,81", "Memuaskan"),
        ("75.500.000", "70.000.000", "92,72", "−4,91"),
    ),
    "Target, Realisasi, dan Capaian Sasaran 2": (
        (SAKIP.nama,),
        ("Tahun 2024", "BB", "B", "80,00", "Sangat Baik"),
        ("Tingkat kemajuan", "A", "B", "66,67"),
        ("250.000.000", "240.125.000", "96,05", "−16,05"),
    ),
    "Pendukung Sasaran 1": ((SUB[0].keluaran[0], "12", "11", "91,67"),),
    "Pendukung Sasaran 2": ((SUB[1].keluaran[0], "14", "14", "100,00"),),
    "Realisasi Anggaran per Program": (
        # In the order of their codes, whatever the order in which they were typed.
        (SUB[1].program[1], "250.000.000", "240.125.000", "96,05"),
        (SUB[0].program[1], "75.500.000", "70.000.000", "92,72"),
        ("325.500.000", "310.125.000", "95,28"),
    ),
    "Proporsi Anggaran per Sasaran": (
        (SASARAN[0], "75.500.000", "23,20"),
        (SASARAN[1], "250.000.000", "76,80"),
        ("325.500.000", "100,00"),
    ),
    "Serapan Anggaran Tahun 2023–2024": (
        ("2023", "300.000.000", "285.000.000", "95,00"),
        ("2024", "325.500.000", "310.125.000", "95,28"),
    ),
    "Target Triwulan Indikator Sasaran": (
        (SASARAN[0], IKM.nama, "74", "76", "78", "80"),
        (COMPLAINT.nama, "%", "10", "10", "10", "10"),
        (SASARAN[1], SAKIP.nama, "BB"),
    ),
}

#: Words that stand outside the tables: names, places, dates, what was written.
SENTENCES: Final = (
    CAMAT,
    NIP,
    PANGKAT,
    BUPATI,
    ADDRESS,
    f"{LUAS} km²",
    f"{PENDUDUK} jiwa",
    " dan ".join(DESA),
    f"{LAKI_LAKI} laki-laki",
    f"{PEREMPUAN} perempuan",
    "pemerintahan umum di wilayah kecamatan",  # of the tugas, which stands within a sentence
    ISU,
    NOMOR_IKU,
    TANGGAL_IKU,
    TANGGAL_PK,
    TANGGAL_LKIP,
    PENDORONG,
    KENDALA,
    "85,21",
    "95,28",
)
