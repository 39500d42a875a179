"""A small but complete year of any kecamatan of a new kabupaten, as its clerk fills it into the empty workbook.

Capaian, by the formulas of sakip/capaian/README.md, uncapped: IKM 92 / 80 × 100 = 115,00; layanan tepat waktu
45 / 50 = 90 %, against 100 %: 90,00; mean (115 + 90) / 2 = 102,50.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from openpyxl import Workbook

from tests.e2e.books import bilangan, write, write_profil

SASARAN: Final = "Meningkatnya kepuasan masyarakat atas pelayanan kecamatan"
IKM: Final = "Indeks Kepuasan Masyarakat"
ON_TIME: Final = "Persentase layanan yang selesai tepat waktu"
SEKSI: Final = "Seksi Pelayanan"
SOURCE: Final = "Laporan Seksi Pelayanan"
PROGRAM: Final = ("7.01.02", "Program Penyelenggaraan Pemerintahan dan Pelayanan Publik")
SUB: Final = "7.01.02.2.01.0002"
PAGU, REALISASI = "100.000.000", "95.000.000"
#: By its key: name, satuan; target of every year; how it comes about.
INDIKATOR: Final = {"ikm": (IKM, "indeks"), "tepat": (ON_TIME, "%")}
TARGET: Final = {"ikm": 80, "tepat": 100}
PARTS: Final[dict[str, dict[str, str]]] = {
    "ikm": {"Formulasi": "Jumlah nilai tertimbang sembilan unsur × 25"},
    "tepat": {"Pembilang": "Layanan tepat waktu", "Penyebut": "Seluruh layanan"},
}


@dataclass(frozen=True, kw_only=True)
class Filled:
    """What one kecamatan says of its year; ``ikm`` against a target of 80."""

    tahun: int
    nama: str
    camat: str
    nip: str
    kepala_daerah: str
    ikm: str

    def into(self, workbook: Workbook) -> None:
        """Write everything into the empty workbook."""
        self._profil(workbook)
        self._plan(workbook)
        self._documents(workbook)
        self._year(workbook)

    def _profil(self, workbook: Workbook) -> None:
        write_profil(
            workbook,
            {
                "Alamat kantor": "Jl. Raya Serang Km. 24",
                "Ibu kota kecamatan": self.nama,
                "Luas (km²)": "33,56",
                "Penduduk (jiwa)": 129_200,
                "Penduduk laki-laki (jiwa)": 65_800,
                "Penduduk perempuan (jiwa)": 63_400,  # 65.800 + 63.400 = 129.200
            },
        )
        write(
            workbook,
            "ProfilButir",
            {"Jenis": "Tugas", "Uraian": "Mengoordinasikan pemerintahan umum."},
            {"Jenis": "Isu strategis", "Uraian": "Jumlah petugas loket belum seimbang dengan pemohon."},
        )
        write(workbook, "UnitKerja", {"Kunci": "camat", "Nama": "Camat", "Jenis": "Camat"})
        seksi = {"Kunci": "pelayanan", "Nama": SEKSI, "Jenis": "Seksi", "Atasan langsung": "camat"}
        write(workbook, "UnitKerja", seksi)
        pejabat = {"Nama dengan gelar": self.camat, "NIP": self.nip, "Jabatan": "Camat", "Golongan": "IV/a"}
        write(workbook, "Pejabat", pejabat | {"Mulai menjabat": f"2/1/{self.tahun - 1}"})

    def _plan(self, workbook: Workbook) -> None:
        plan = {"Tahun awal": self.tahun - 1, "Versi": 0}
        write(workbook, "Renstra", plan | {"Tahun akhir": self.tahun + 3})
        write(workbook, "Tujuan", plan | {"Kunci": "t1", "Uraian": "Meningkatkan pelayanan kecamatan"})
        write(workbook, "Sasaran", plan | {"Kunci tujuan": "t1", "Kunci": "s1", "Uraian": SASARAN})
        for kunci, (nama, satuan) in INDIKATOR.items():
            of_row: dict[str, Any] = {"Kunci sasaran": "s1", "Kunci": kunci, "Nama indikator": nama}
            measured = {"Jenis nilai": "Angka", "Rumus": "Semakin tinggi semakin baik", "IKU": "Ya"}
            over = {"Akumulasi triwulan": "Nilai triwulan terakhir", "Penanggung jawab": "pelayanan"}
            write(workbook, "Indikator", plan | of_row | {"Satuan": satuan} | PARTS[kunci] | measured | over)
            for tahun in range(self.tahun - 1, self.tahun + 4):
                target = {"Kunci indikator": kunci, "Tahun": tahun, "Target": TARGET[kunci]}
                write(workbook, "TargetRenstra", plan | target)

    def _documents(self, workbook: Workbook) -> None:
        signer = {"Tahun": self.tahun, "Tempat": self.nama, "Penanda tangan": self.camat}
        for nama, when, others in (
            ("RKT", date(self.tahun, 1, 8), {}),
            ("PK", date(self.tahun, 1, 15), {"Versi": 0, "Pihak kedua": self.kepala_daerah}),
            ("SK IKU", date(self.tahun, 1, 10), {"Nomor": f"065/12/{self.tahun}"}),
            ("Rencana Aksi", date(self.tahun, 1, 16), {}),
        ):
            write(workbook, "Dokumen", signer | {"Dokumen": nama, "Tanggal": when} | others)
        for nomor, (kunci, (nama, satuan)) in enumerate(INDIKATOR.items(), start=1):
            of_row = {"Sasaran": SASARAN, "Indikator": nama, "Kunci indikator": kunci, "Satuan": satuan}
            target = {"Target": TARGET[kunci]}
            write(workbook, "RKT", of_row | target)
            write(workbook, "PK", of_row | target | {"Tahun": self.tahun, "Versi": 0, "Kunci sasaran": "s1"})
            write(workbook, "IKU", of_row | {"Penanggung jawab": SEKSI, "Sumber data": SOURCE} | PARTS[kunci])
            over = {"Nomor": nomor, "Akumulasi triwulan": "Nilai triwulan terakhir"}
            write(workbook, "RencanaAksi", of_row | over | {"Target triwulan IV": TARGET[kunci]})

    def _year(self, workbook: Workbook) -> None:
        at = {"Tahun": self.tahun, "Triwulan": "Setahun", "Keadaan": "Terisi"}
        write(workbook, "Realisasi", at | {"Kunci indikator": "ikm", "Realisasi": self.ikm})
        write(workbook, "Realisasi", at | {"Kunci indikator": "tepat", "Pembilang": 45, "Penyebut": 50})
        unknown = {"Keadaan": "Tidak tersedia", "Alasan tidak tersedia": "Belum diukur."}
        for kunci in TARGET:
            before = {"Kunci indikator": kunci, "Tahun": self.tahun - 1, "Triwulan": "Setahun"}
            write(workbook, "Realisasi", before | unknown)
            write(workbook, "Pembanding", {"Kunci indikator": kunci, "Lingkup": "Kabupaten"} | unknown)
        for bagian, kunci, isi in (
            ("Faktor pendorong keberhasilan", "ikm", "Petugas loket dilatih setiap triwulan."),
            ("Faktor penghambat", "tepat", "Jaringan kantor terputus pada bulan Juni."),
            ("Solusi yang telah dilakukan", "tepat", "Jaringan cadangan disewa sejak Juli."),
        ):
            text = {"Bagian": bagian, "Kunci sasaran atau indikator": kunci, "Isi": isi}
            write(workbook, "Narasi", text)
        serves = {"Kunci sasaran": "s1", "Kode": SUB}
        planned = {"Nomor": 1, "Target": "12", "Satuan": "Dokumen", "Anggaran (Rp)": bilangan(PAGU)}
        write(workbook, "RKTKegiatan", serves | planned | {"Indikator": "Dokumen pelayanan"})
        money = {"Tahun": self.tahun, "Versi": 0, "Kode": PROGRAM[0], "Nama program": PROGRAM[1]}
        write(workbook, "PKAnggaran", money | {"Sumber dana": "APBD", "Anggaran (Rp)": bilangan(PAGU)})
        spent = {"Pagu murni (Rp)": bilangan(PAGU), "Realisasi (Rp)": bilangan(REALISASI)}
        write(workbook, "Anggaran", {"Kode": SUB, "Dirinci": "Ya"} | spent)
        made = {"Kode": SUB, "Jenis": "Keluaran (output)", "Uraian": "Dokumen pelayanan", "Satuan": "dokumen"}
        write(workbook, "Keluaran", made | {"Target": "12", "Realisasi": 12, "Keadaan realisasi": "Terisi"})
        write(workbook, "DukunganProgram", {"Kunci sasaran": "s1", "Kode": PROGRAM[0]})
