"""Each rule of a paper: a text that breaks it, and the same put right."""

from __future__ import annotations

import pytest

from reports.examine.base import PAPER_RULES, Material
from reports.examine.contents import with_contents
from reports.examine.examine import examine
from reports.examine.subject import read_subject
from reports.examine.surroundings import empty_year, printed_kecamatan
from sakip.checks.material import Surroundings
from tests.reports.examine.papers import AREAS, findings, flaws, line_of, paper

PK = "NO|SASARAN STRATEGIS|INDIKATOR KINERJA|TARGET"
MEASURED = "Tabel 3.1\n|No|Sasaran|Indikator|Target|Realisasi|Capaian|\n"
RENSTRA = "|Sasaran|Indikator Sasaran|Target 2021|Target 2022|Target 2023|Target 2024|\n"
BUDGET = "|No|Program/Kegiatan|Anggaran (Rp)|Realisasi (Rp)|Capaian (%)|\n"
PLAN = (
    "|No|Program|Kegiatan|Anggaran (Rp)|\n|1|Program Pemberdayaan Masyarakat Desa|2|48.327.600|\n"
    "|2|Program Ketertiban Umum|1|9.230.400|\n\n"
)
SCALE = (
    "|No|Capaian Kinerja|Keterangan|\n|1.|Lebih dari 100 %|SANGAT BAIK|\n|2.|75 % s/d 100 %|BAIK|\n"
    "|3.|55 % s/d 75 %|CUKUP|\n|4.|Kurang dari 55 %|KURANG|\n\n"
)
#: As this product prints one: where the whole percents leave a gap, the lower bound says whose it is.
BOUNDED = (
    "|No.|Predikat|Rentang nilai|Batas bawah|\n|1|Sangat Baik|Lebih dari 100%|> 100,00|\n"
    "|2|Baik|76% s.d. 100%|> 75,00|\n|3|Cukup|55% s.d. 75%|≥ 55,00|\n|4|Kurang|Kurang dari 55%|tanpa batas|\n\n"
)
TRANTIB = "Persentase laporan ketertiban umum yang diselesaikan"


def _pk(target: str, name: str = TRANTIB) -> str:
    return f"|No|Sasaran|Indikator|Target|\n|1|Terjaganya ketertiban|{name}|{target}|\n\n"


def _measured(target: str, realisasi: str, capaian: str, name: str = TRANTIB) -> str:
    return f"{MEASURED}|1|Terjaganya ketertiban|{name}|{target}|{realisasi}|{capaian}|\n\n"


#: Rule, a text that breaks it, one that does not, what the message says.
CASES = (
    (
        "berkas-satu-target",
        _pk("100%") + _measured("98%", "98%", "100%"),
        _pk("98") + _measured("98 %", "98%", "100%"),
        "100%",
    ),
    (
        "berkas-satu-realisasi",
        _measured("100%", "95%", "95%")
        + "Tabel 3.4\n|No|Sasaran|Indikator|Realisasi Th. 2023|\n|1|Terjaganya ketertiban|"
        + TRANTIB
        + "|90|\n",
        _measured("100%", "95%", "95%")
        + "Tabel 3.4\n|No|Sasaran|Indikator|Realisasi Th. 2022|\n|1|Terjaganya ketertiban|"
        + TRANTIB
        + "|90|\n",
        "90 (baris",
    ),
    # 89/98 = 90,816 %.
    ("berkas-persen-capaian", _measured("98", "89", "95,9%"), _measured("98", "89", "90,82%"), "90,82%"),
    # 6/12 = 50 %, of a table whose rows are no indikator.
    (
        "berkas-persen-capaian",
        "|Keluaran|Target|Realisasi|Capaian|\n|Dokumen|12|6|60%|\n",
        "|Keluaran|Target|Realisasi|Capaian|\n|Dokumen|12|6|50%|\n",
        "50,00%",
    ),
    (
        "berkas-predikat-skala",
        SCALE + "|Tahun|Target|Realisasi|Capaian|Predikat|\n|2023|100|66|66%|Baik|\n",
        SCALE + "|Tahun|Target|Realisasi|Capaian|Predikat|\n|2023|100|66|66%|Cukup|\n",
        "66% disebut “Baik”",
    ),
    ("berkas-sel-kosong", _measured("98", "", ""), _measured("98", "89", "90,82%"), "realisasi dan capaian"),
    (
        "berkas-nilai-bersama",
        _measured(
            "100%", "79%", "79%", "1. Persentase desa tertib 2. Persentase rekomendasi ditindaklanjuti"
        ),
        _measured("100%", "79%", "79%", "1. Persentase desa tertib"),
        "2 indikator",
    ),
    # (95 + 85)/2 = 90.
    (
        "berkas-rata-rata",
        MEASURED + "|1|A tertib|Persentase laporan selesai|100|95|95|\n"
        "|2|B maju|Persentase desa mandiri|100|85|85|\n\n"
        "Dari tabel di atas rata-rata capaian sasaran sebesar 84%.",
        MEASURED + "|1|A tertib|Persentase laporan selesai|100|95|95|\n"
        "|2|B maju|Persentase desa mandiri|100|85|85|\n\n"
        "Dari tabel di atas rata-rata capaian sasaran sebesar 90%.",
        "90,00%",
    ),
    # One capaian is not told: a mean may lie between the others, not outside them all.
    (
        "berkas-rata-rata",
        MEASURED
        + "|1|A tertib|Persentase laporan selesai|100|95|95|\n|2|B maju|Persentase desa mandiri|100|85|85|\n"
        "|3|C baik|Persentase surat terjawab|100|-|-|\n\nRata-rata capaian sasaran sebesar 61,37%.",
        MEASURED
        + "|1|A tertib|Persentase laporan selesai|100|95|95|\n|2|B maju|Persentase desa mandiri|100|85|85|\n"
        "|3|C baik|Persentase surat terjawab|100|-|-|\n\nRata-rata capaian sasaran sebesar 87%.",
        "85,00% sampai 95,00%",
    ),
    ("berkas-skala-bersambung", SCALE.replace("75 % s/d 100", "76 % s/d 100"), SCALE, "di antara 75 dan 76"),
    ("berkas-skala-bersambung", SCALE.replace("|3.|", "|2.|"), SCALE, "Nomor 2"),
    ("berkas-skala-bersambung", BOUNDED.replace("> 75,00", "> 77,00"), BOUNDED, "di antara 75 dan 77"),
    (
        "berkas-predikat-skala",
        BOUNDED + "|Tahun|Target|Realisasi|Capaian|Predikat|\n|2023|100|75,5|75,5%|Cukup|\n",
        BOUNDED + "|Tahun|Target|Realisasi|Capaian|Predikat|\n|2023|100|75,5|75,5%|Baik|\n",
        "75,5% disebut “Cukup”",
    ),
    (
        "berkas-predikat-skala",
        SCALE + "Rata-rata capaian sasaran sebesar 66%, sehingga pencapaian sasaran tersebut adalah Baik.",
        SCALE + "Rata-rata capaian sasaran sebesar 66%, sehingga pencapaian sasaran tersebut adalah Cukup.",
        "“CUKUP”",
    ),
    (
        "berkas-satu-pagu",
        "Program Pemberdayaan Masyarakat Desa sebesar Rp. 48.327.600\n\n"
        + BUDGET
        + "|1|Program Pemberdayaan Masyarakat Desa|49.327.600|48.000.000|97|\n",
        "Program Pemberdayaan Masyarakat Desa sebesar Rp. 48.327.600\n\n"
        + BUDGET
        + "|1|Program Pemberdayaan Masyarakat Desa|48.327.600|48.000.000|99|\n",
        "49.327.600",
    ),
    (
        "berkas-satu-total",
        "Didukung anggaran APBD tahun 2023 sebesar Rp. 3.427.455.027.\n\n"
        "Didukung dengan anggaran sebesar Rp 4.042.925.439.\n",
        "Didukung anggaran APBD tahun 2023 sebesar Rp. 3.427.455.027.\n\n"
        "Tahun 2022 dari total anggaran sebesar Rp 4.042.925.439.\n",
        "4.042.925.439",
    ),
    (
        "berkas-kelipatan-seribu",
        "Anggaran Rp 4.852.505.618.000,- terdiri dari operasi.\n\nJumlah Rp 4.852.505.618\n",
        "Anggaran Rp 4.852.505.618,- terdiri dari operasi.\n\nJumlah Rp 4.852.505.618\n",
        "seribu kali",
    ),
    (  # 184.626.636 in no other place, and the largest amount of the tables is 649.823.800
        "berkas-kelipatan-seribu",
        BUDGET
        + "|1|Program Satu|649.823.800|600.000.000|92,33|\n\nPenghematan Rp184.626.636.000 tahun itu.\n",
        BUDGET
        + "|1|Program Satu|649.823.800|600.000.000|92,33|\n\nPenghematan Rp184.626.636 tahun itu."
        + " APBD Kabupaten Contoh Rp3.184.626.636.000. Ekspor petani Rp184.000.000.000.\n",
        "terbesar 649.823.800",
    ),
    (  # a plan that counts its kegiatan stands against sentences, not against the PK that changed it
        "berkas-satu-pagu",
        PLAN + "Program Pemberdayaan Masyarakat Desa didukung anggaran sebesar Rp49.327.600.\n",
        PLAN + BUDGET + "|1|Program Pemberdayaan Masyarakat Desa|49.327.600|48.000.000|97|\n",
        "48.327.600 (baris",
    ),
    (
        "berkas-persen-kalimat",
        "Realisasi anggaran sebesar Rp. 3.239.088.691,- dari total sebesar Rp. 4.185.017.038,- atau 88,4 %.",
        "Realisasi anggaran sebesar Rp. 3.239.088.691,- dari total sebesar Rp. 4.185.017.038,- atau 77,4 %.",
        "77,40%",
    ),
    (
        "berkas-nomor-tabel",
        "Tabel 3.2\nSatu\n\nTabel 3.2\nDua\n",
        "Tabel 3.2\nSatu\n\nTabel 3.3\nDua\n",
        "Tabel 3.2 dipakai 2 kali",
    ),
    (
        "berkas-daftar-tabel",
        "DAFTAR TABEL\nTabel 1.1 Pegawai........3\n\nBAB I\n\nTabel 1.1\n\n"
        "Pegawai.\n\nTabel 1.2\n\nPangkat.\n",
        "DAFTAR TABEL\nTabel 1.1 Pegawai........3\n\nBAB I\n\nTabel 1.1\n\nPegawai.\n",
        "Tabel 1.2",
    ),
    (
        "berkas-huruf-judul",
        "BAB III\n\nA. CAPAIAN KINERJA\n\nB. EVALUASI KINERJA\n\nB. REALISASI ANGGARAN\n",
        "BAB III\n\nA. CAPAIAN KINERJA\n\nB. EVALUASI KINERJA\n\nC. REALISASI ANGGARAN\n",
        "ada dua kali",
    ),
    (
        "berkas-urutan-diktum",
        "KESATU : Satu.\n\nKEDUA : Dua.\n\nKEEMPAT : Empat.\n",
        "KESATU : Satu.\n\nKEDUA : Dua.\n\nKETIGA : Tiga.\n",
        "KETIGA",
    ),
    (
        "berkas-baris-ganda",
        BUDGET + "|1|Kegiatan Pemeliharaan Gedung|182.832.900|173.120.610|95|\n"
        "|2|Kegiatan Pemeliharaan Gedung|182.832.900|173.120.610|95|\n",
        BUDGET + "|1|Kegiatan Pemeliharaan Gedung|182.832.900|173.120.610|95|\n"
        "|2|Kegiatan Pemeliharaan Jalan|182.832.900|173.120.610|95|\n",
        "2 kali",
    ),
    (
        "berkas-satu-nip",
        "BUDI SANTOSO, S.STP\n\nPenata Tk.I\n\nNIP. 19801124 200112 1 003\n\n"
        "BUDI SANTOSO, S.STP\n\nNIP. 19801124 200112 1 003\n\n"
        "BUDI SANTOSO S.STP\n\nNIP. 19800424 200112 1 003\n",
        "BUDI SANTOSO, S.STP\n\nNIP. 19801124 200112 1 003\n\nSITI AMINAH\n\nNIP. 19750424 200112 2 005\n",
        "198011242001121003",
    ),
    (
        "berkas-satu-nama",
        "NURHADI S.STP\n\nNIP. 19801124 200112 1 003\n\nNURHADI, S.STP\n\n"
        "NIP. 19801124 200112 1 003\n\nNUR/ADI.S.STP\n\n"
        "NIP. 19801124 200112 1 003\n",
        "NURHADI S.STP\n\nNIP. 19801124 200112 1 003\n\nNURHADI, S.STP\n\nNIP. 198011242001121003\n",
        "NUR/ADI",
    ),
    (
        "berkas-tahun-judul",
        "Tabel 3.3 Ikhtisar Capaian Kinerja menurut Predikat Tahun 2021\n\n",
        "Tabel 3.3 Capaian Kinerja Tahun 2022\n\nPerbandingan Capaian Tahun 2021\n\nLuas Wilayah Tahun 2020\n\n"
        "Capaian kinerja mengacu pada Peraturan Presiden Nomor 29 Tahun 2014\n",
        "tahun 2021",
    ),
    (
        "berkas-tahun-judul",
        "Target, Realisasi, dan Capaian Tahun 2021\n\n",
        "Demikian, capaian kinerja masih sama dengan tahun 2021\n\nTarget, Realisasi, dan Capaian Tahun 2022\n",
        "tahun 2021",
    ),
    # Two signatures, each with its own spelling: neither is the usual one.
    (
        "berkas-satu-nama",
        "NURUL HADI YASIN, S.STP\n\nNIP. 19801124 200112 1 003\n\n"
        "NURUL HARIYASIN, S.STP\n\nNIP. 19801124 200112 1 003\n",
        "NURUL HADI, S.STP\n\nNIP. 19801124 200112 1 003\n\nSUBAGYO, SH\n\nNIP. 19801124 200112 1 003\n",
        "NURUL HARIYASIN",
    ),
    (
        "berkas-pembilang-penyebut",
        "No\tIndikator\tFormulasi\n1\tPersentase laporan\t(Jumlah laporan masuk) / (Jumlah laporan masuk) x 100%\n",
        "No\tIndikator\tFormulasi\n1\tPersentase laporan\t(Jumlah laporan selesai) / (Jumlah laporan masuk) x 100%\n",
        "Jumlah laporan masuk",
    ),
    (
        "berkas-satu-pangkat",
        "NURHADI\n\nPenasihat Tk.I\n\nNIP. 19801124 200112 1 003\n",
        "NURHADI\n\nPenata Tk.I\n\nNIP. 19801124 200112 1 003\n",
        "bukan pangkat",
    ),
    (
        "berkas-nomor-keputusan",
        "Indikator Kinerja Utama ditetapkan dengan Keputusan Camat Nomor 12 "
        "Tahun 2023\n\nKEPUTUSAN CAMAT SUKAMAJU\n\nNomor : 065/12/99.01.01/2023\n",
        "Indikator Kinerja Utama ditetapkan dengan Keputusan Camat Nomor 065/ 12 "
        "/99.01.01/2023\n\nKEPUTUSAN CAMAT SUKAMAJU\n\n"
        "Nomor : 065/12/99.01.01/2023\n",
        "065/12/99.01.01/2023",
    ),
    (
        "berkas-satu-nomor",
        "Menurut Peraturan Bupati Contoh Nomor 29 Tahun 2021 tentang Kedudukan, Susunan Organisasi, dan Tata Kerja "
        "Kecamatan.\n\nPerbup Nomor 92 Tahun 2021 tentang Kedudukan, Susunan Organisasi dan Tata Kerja Kecamatan;\n",
        "Menurut Perbup Contoh Nomor 29 Tahun 2016 tentang Kedudukan, Susunan Organisasi, dan Tata Kerja Kecamatan.\n\n"
        "Perbup Nomor 92 Tahun 2021 tentang Kedudukan, Susunan Organisasi dan Tata Kerja Kecamatan "
        "mencabut yang lama.\n\n"
        "Perda Nomor 7 Tahun 2022 tentang APBD Kabupaten Contoh Tahun Anggaran 2023; Perda Nomor 9 Tahun 2023 tentang "
        "APBD Kabupaten Contoh Tahun Anggaran 2024.\n",
        "Nomor 92 Tahun 2021, sedangkan",
    ),
    (
        "berkas-satu-nomor",
        "DPA-SKPD Nomor DPA/A.1/7.01.0.00.0.00.12/001/2023\n\nDasarnya "
        "DPA Nomor: DPA/A.1/7.01.0.00.0.00.21/001/2023.\n",
        "DPA Nomor DPA/A.1/7.01.0.00.0.00.12/001/2023\n\nDPPA Nomor DPPA/A.1/7.01.0.00.0.00.12/001/2023\n\n"
        "DPA Nomor DPA/A.1/7.01.0.00.0.00.12/001/2022\n",
        "7.01.0.00.0.00.21",
    ),
    (
        "berkas-satu-nomor",
        "PERJANJIAN KINERJA TAHUN 2023 Nomor: 900/12/99.01.01/2023\n\nPerjanjian Kinerja Nomor 900/21/99.01.01/2023.\n",
        "PERJANJIAN KINERJA TAHUN 2023 Nomor: 900/12/99.01.01/2023\n\n"
        "Perjanjian Kinerja Perubahan Nomor 900/21/99.01.01/2023.\n",
        "900/21/99.01.01/2023",
    ),
    (  # the camat's and the sekretaris', each with who promises in the lines below its head
        "berkas-satu-nomor",
        "PERJANJIAN KINERJA TAHUN 2023 Nomor: 900/12/99.01.01/2023\n\nNama : NURHADI\nJabatan : Camat Sukamaju\n\n"
        "PERJANJIAN KINERJA TAHUN 2023 Nomor: 900/13/99.01.01/2023\n\n"
        "Nama : SITI\nJabatan : Sekretaris Kecamatan Sukamaju\n\n"
        "Perjanjian Kinerja Sekretaris Kecamatan Nomor 900/31/99.01.01/2023.\n",
        "PERJANJIAN KINERJA TAHUN 2023 Nomor: 900/12/99.01.01/2023\n\nNama : NURHADI\nJabatan : Camat Sukamaju\n\n"
        "selanjutnya disebut pihak pertama\n\nNama : HENDY\nJabatan : Bupati Contoh\n\n"
        "PERJANJIAN KINERJA TAHUN 2023 Nomor: 900/13/99.01.01/2023\n\n"
        "Nama : SITI\nJabatan : Sekretaris Kecamatan Sukamaju\n\n"
        "Perjanjian Kinerja Kepala Seksi Trantib Nomor 900/14/99.01.01/2023; Perjanjian Kinerja Sekretaris Nomor "
        "900/13/99.01.01/2023.\n\nPerjanjian Kinerja Nomor 900/12/99.01.01/2023 antara Camat dengan Bupati.\n",
        "900/31/99.01.01/2023, sedangkan",
    ),
    (  # what follows a head is of the document that it opens, and only of that
        "berkas-satu-nomor",
        "Perjanjian Kinerja Camat Nomor 900/12/99.01.01/2023.\n\nPerjanjian Kinerja Nomor 900/21/99.01.01/2023.\n",
        "Perjanjian Kinerja Kasi Pemerintahan Nomor 900/12/99.01.01/2023.\n\n"
        "Perjanjian Kinerja Kasi Pelayanan Umum Nomor 900/21/99.01.01/2023.\n\n"
        "Perjanjian Kinerja Nomor 900/22/99.01.01/2023 antara Lurah Sukarame dengan Camat Sukamaju.\n",
        "900/21/99.01.01/2023",
    ),
    (  # a change of it, however that is said, and each of several
        "berkas-satu-nomor",
        "Perubahan Perjanjian Kinerja Tahun 2023 Nomor 900/40/99.01.01/2023.\n\n"
        "Perjanjian Kinerja Perubahan Nomor 900/41/99.01.01/2023.\n",
        "Perjanjian Kinerja Nomor 900/12/99.01.01/2023 diubah dengan Perubahan Perjanjian Kinerja Nomor "
        "900/40/99.01.01/2023 dan Perubahan Kedua Perjanjian Kinerja Nomor 900/55/99.01.01/2023.\n\n"
        "PERJANJIAN KINERJA TAHUN 2023 (PERUBAHAN) Nomor: 900/40/99.01.01/2023\n\n"
        "Perjanjian Kinerja Perubahan ke-2 Nomor 900/55/99.01.01/2023.\n",
        "900/41/99.01.01/2023",
    ),
    (  # the budget of a kelurahan is another paper than that of its kecamatan
        "berkas-satu-nomor",
        "DPA Kecamatan Sukamaju Nomor DPA/A.1/12/001/2023.\n\nDPA SKPD Nomor DPA/A.1/13/001/2023.\n",
        "DPA Kecamatan Sukamaju Nomor DPA/A.1/12/001/2023.\n\nDPA Kelurahan Sukarame Nomor DPA/A.1/13/001/2023.\n\n"
        "DPA Perubahan Nomor DPPA/A.1/12/001/2023.\n",
        "DPA/A.1/13/001/2023",
    ),
    (
        "berkas-tahun-daftar-isi",
        "DAFTAR ISI\nA. PENGUKURAN KINERJA TAHUN 2021.......10\n",
        "DAFTAR ISI\nA. PENGUKURAN KINERJA TAHUN 2023.......10\n",
        "tahun 2021",
    ),
    (
        "berkas-masa-renstra",
        "Renstra Kecamatan Sukamaju Tahun 2021-2026.\n\n"
        "Rencana Strategis 2021-2026.\n\nRenstra tahun 2023-2026.\n",
        "Renstra Kecamatan Sukamaju Tahun 2021-2026.\n\nRPJMD tahun 2020-2025 menjadi dasar.\n",
        "2023–2026",
    ),
    (
        "berkas-tanggal-rencana",
        "RENCANA AKSI KINERJA TAHUN 2023\n\nIsi.\n\nContoh, 03 Desember 2023\n",
        "RENCANA AKSI KINERJA TAHUN 2023\n\nIsi.\n\nContoh, 03 Januari 2023\n",
        "Desember 2023",
    ),
    (
        "berkas-tanggal-rencana",  # signed in a table without lines, as Word documents are
        "RENCANA KINERJA TAHUNAN (RKT) TAHUN 2023\n\n||Contoh, 3 Desember 2023 Camat Contoh,|\n||SITI AMINAH|\n",
        "RENCANA AKSI KINERJA TAHUN 2023\n\n|No|Langkah|Batas|\n|1|Rapat|Contoh, 3 Desember 2023 di aula|\n",
        "Rencana Kinerja Tahunan (RKT) Tahun 2023 bertanggal 3 Desember 2023",
    ),
    (
        "berkas-jumlah-indikator",
        MEASURED
        + "|1|A tertib|Persentase laporan selesai|100|95|95|\n|2|B maju|Persentase desa mandiri|100|85|85|\n\n"
        + "Dilakukan evaluasi terhadap 1 (satu) indikator kinerja dari 2 (dua) sasaran.",
        MEASURED
        + "|1|A tertib|Persentase laporan selesai|100|95|95|\n|2|B maju|Persentase desa mandiri|100|85|85|\n\n"
        + "Dilakukan evaluasi terhadap 2 (dua) indikator kinerja dari 2 (dua) sasaran.",
        "Disebut 1 indikator",
    ),
    (
        "berkas-persen-dari-indikator",
        MEASURED + "|1|A tertib|Persentase laporan selesai|100|95|95|\n"
        "|2|B maju|Persentase desa mandiri|100|85|85|\n\n"
        "sebanyak 90% indikator berhasil.",
        MEASURED + "|1|A tertib|Persentase laporan selesai|100|95|95|\n"
        "|2|B maju|Persentase desa mandiri|100|85|85|\n\n"
        "sebanyak 50% indikator berhasil.",
        "90% indikator",
    ),
    (
        "berkas-jumlah-program",
        "Kinerja didukung 4 (empat) Program 4 (empat) Kegiatan.\n\n"
        "Anggaran mendanai 5 (lima) program dan 10 (sepuluh) kegiatan.\n",
        "Kinerja didukung 4 (empat) Program 9 (sembilan) Kegiatan.\n\n"
        "Sasaran 1 terdiri dari 1 (satu) program dan 2 (dua) kegiatan.\n",
        "5 (baris",
    ),
    (
        "berkas-jumlah-pegawai",
        "Terdiri dari 12 ASN dan 17 Non ASN.\n\n"
        "|No|Pendidikan|Jumlah|Keterangan|\n|1|S1|12|ASN|\n|2|SMA|16|Non ASN|\n",
        "Terdiri dari 12 ASN dan 16 Non ASN.\n\n"
        "|No|Pendidikan|Jumlah|Keterangan|\n|1|S1|12|ASN|\n|2|SMA|16|Non ASN|\n",
        "memuat 16",
    ),
    # 28.344 + 28.095 = 56.439.
    (
        "berkas-jumlah-penduduk",
        "Penduduk sebanyak 56.439 penduduk laki laki, dan 28.344 penduduk "
        "perempuan. 28.095 penduduk bertani.",
        "Penduduk sebanyak 28.095 penduduk laki laki, dan 28.344 penduduk perempuan, jumlah 56.439 jiwa.",
        "56.439",
    ),
    (
        "berkas-indikator-dokumen",
        _pk("100%") + "IKU:\n\n|Sasaran|IKU|Formulasi|Sumber Data|\n"
        "|Terjaganya ketertiban|Jumlah dokumen penataan "
        "organisasi|Hitungan|Seksi|\n",
        _pk("100%")
        + f"IKU:\n\n|Sasaran|IKU|Formulasi|Sumber Data|\n|Terjaganya ketertiban|{TRANTIB}|Hitungan|Seksi|\n",
        "penataan organisasi",
    ),
    (
        "berkas-nilai-kalimat",
        _measured("100%", "95%", "95%")
        + f"Indikator : {TRANTIB}\n\nDisimpulkan bahwa realisasi tahun 2023 yaitu 100% tercapai.",
        _measured("100%", "95%", "95%")
        + f"Indikator : {TRANTIB}\n\nDisimpulkan bahwa realisasi tahun 2023 yaitu 95% tercapai.",
        "dalam kalimat 100%",
    ),
    # 649.790.000/649.823.800 = 99,995 %, 98.650/100.000 = 98,65 %.
    (
        "berkas-pembulatan",
        BUDGET + "|1|Program A|649.823.800|649.790.000|99|\n|2|Program B|100.000.000|98.650.000|99|\n",
        BUDGET + "|1|Program A|649.823.800|649.790.000|100|\n|2|Program B|100.000.000|98.650.000|99|\n",
        "dipotong",
    ),
)


@pytest.mark.parametrize(
    ("code", "wrong", "right", "said"), CASES, ids=[f"{c[0]}-{n}" for n, c in enumerate(CASES)]
)
def test_a_rule_finds_what_breaks_it_and_nothing_else(code: str, wrong: str, right: str, said: str) -> None:
    found = flaws(code, wrong)
    assert found, code
    assert any(said in one.message for one in found), [one.message for one in found]
    assert all(one.seen and one.seen[0].quotation for one in found)
    assert [one.message for one in flaws(code, right)] == []


def test_every_rule_has_its_case() -> None:
    assert {code for code, *_ in CASES} == set(PAPER_RULES)


def test_checks_of_the_review_read_a_paper_with_line_and_quotation() -> None:
    text = (
        "BAB I\n\nWilayah Kecamatan Mekarsari dilayani.\n\nsebesar Rp649.823.800 (enam ratus juta rupiah)\n"
    )
    found = {one.code: one for one in findings(text)}
    strange = found["nama-kecamatan"]
    assert (strange.seen[0].at.line, "Mekarsari" in strange.quotation) == (line_of(text, "Mekarsari"), True)
    assert "enam ratus empat puluh sembilan juta" in found["terbilang-sesuai"].expected


def test_words_of_an_amount_on_the_next_line_are_read_with_it() -> None:
    text = "Program Ketertiban sebesar Rp. 398.186.700\n\n(Tiga ratus juta rupiah).\n"
    assert [one.code for one in findings(text)] == ["terbilang-sesuai"]


def test_a_clean_paper_is_silent() -> None:
    text = (
        "BAB I\n\nPENDAHULUAN\n\nA. LATAR BELAKANG\n\nKecamatan Sukamaju melaksanakan Renstra 2021-2026.\n\n"
        + SCALE
        + _measured("100%", "95%", "95%")
        + "Capaian 95% termasuk kategori Baik.\n"
    )
    assert [str(one) for one in findings(text)] == []


def test_lists_in_front_are_told_by_their_page_numbers() -> None:
    text = (
        "Daftar Tabel\n\nTabel 2.1 Target Tahun 2023 8\n\nBAB II\n\nTabel 2.1 Target Tahun 2023\n\n"
        "Gambar 2.1 Bagan\n"
    )
    marked = with_contents(paper(text + "Lihat Gambar 2.1 dan Tabel 2.1.\n"))
    assert [one.text for one in marked.texts if one.contents] == ["Tabel 2.1 Target Tahun 2023"]
    subject = read_subject(marked, AREAS)
    assert list(PAPER_RULES["berkas-nomor-tabel"].find(Material(marked, subject))) == []
    year = empty_year(printed_kecamatan(subject), 2023)
    assert [str(one) for one in examine(marked, subject, year, Surroundings())] == []


def test_targets_of_a_triwulan_are_no_targets_of_the_year() -> None:
    quarters = (
        f"Rencana aksi:\n\n|No|Sasaran|Indikator|Target triwulan|\n|1|Terjaganya ketertiban|{TRANTIB}|25|\n"
    )
    assert flaws("berkas-satu-target", _pk("100") + quarters) == []


def test_a_sentence_that_goes_on_behind_its_page_is_not_cut_off() -> None:
    text = "Target tercantum dalam\n\n|Matriks|Renstra|\n|satu|dua|\n"
    assert [one.code for one in findings(text)] == ["kalimat-selesai"]
    assert [one.code for one in findings(f"{text}\fHalaman kedua.\n")] == []


def test_the_program_may_stand_before_its_indikator() -> None:
    """What stands behind a program is of the program: of the sasaran nothing is told."""
    before = f"|No|Program|Indikator|Target|Realisasi|\n|1|Program Ketertiban|{TRANTIB}|80|75|\n"
    assert flaws("berkas-satu-target", _measured("100%", "95%", "95%") + before) == []
