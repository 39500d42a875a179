"""Files for tests of loading: the project's own, and small ones of which a test breaks one place."""

import copy
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from reports.services.contoh import HasilMuat, contoh_muat
from sakip.services.referensi import referensi_muat

AKAR = Path(__file__).resolve().parent.parent / "fixtures"
REFERENSI = AKAR / "referensi"
CONTOH = AKAR / "contoh"

#: A kecamatan-year that uses every part of the format once, small enough to work by hand.
MINI: dict[str, Any] = {
    "format": 1,
    "dokumen": "LKIP Kecamatan Balung 2023",
    "kecamatan": "35.09.10",
    "tahun": 2023,
    "nomenklatur": "2021",
    "alamat": {"alamat": "Jl. Rambipuji No. 1", "ibu_kota": "Balung Lor"},
    "profil": {
        "dasar_hukum": ["uu-23-2014"],
        "tugas": ["Membina desa."],
        "luas_km2": "47.12",
        "penduduk": 300,
        "penduduk_laki_laki": 140,
        "penduduk_perempuan": 160,
        "fakta": [{"kelompok": "sarana", "uraian": "Puskesmas", "nilai": "2", "satuan": "unit"}],
        "isu_strategis": ["Petugas layanan terbatas."],
    },
    "desa": [{"nama": "Balung Lor", "jenis": "desa", "status": "Maju"}],
    "unit_kerja": [
        {"kunci": "camat", "nama": "Camat", "jenis": "camat"},
        {"kunci": "seksi-umum", "nama": "Seksi Pelayanan Umum", "jenis": "seksi", "induk": "camat"},
    ],
    "sdm": [{"kelompok": "jabatan", "uraian": "Camat", "asn": 1}],
    "pejabat": [
        {
            "kunci": "siti",
            "nama": "SITI AMINAH, S.Sos.",
            "nip": "197001011990012001",
            "masa": [{"jabatan": "camat", "mulai": "2022-01-01", "golongan": "IV/a"}],
        },
        {
            "kunci": "bupati",
            "nama": "BUPATI JEMBER",
            "masa": [{"jabatan": "bupati", "mulai": "2021-02-26", "sampai": "2025-02-20"}],
        },
    ],
    "rpjmd": {
        "tahun_awal": 2021,
        "tahun_akhir": 2026,
        "visi": "Jember maju",
        "misi": [
            {
                "nomor": 1,
                "uraian": "Tata kelola",
                "tujuan": [
                    {
                        "uraian": "Meningkatnya tata kelola",
                        "indikator": ["Indeks RB"],
                        "sasaran": [{"uraian": "Meningkatnya layanan"}],
                    }
                ],
            }
        ],
    },
    "misi_diacu": 1,
    "renstra": [
        {
            "versi": 0,
            "tahun_awal": 2021,
            "tahun_akhir": 2026,
            "tujuan": [
                {
                    "kunci": "t1",
                    "uraian": "Meningkatkan pelayanan",
                    "indikator": [{"nama": "Indeks pelayanan", "target": {"2023": {"angka": "85"}}}],
                    "sasaran": [
                        {
                            "kunci": "s1",
                            "uraian": "Meningkatnya kepuasan warga",
                            "strategi": ["Melatih petugas"],
                            "sasaran_rpjmd": "Meningkatnya layanan",
                            "indikator": [
                                {
                                    "kunci": "skm",
                                    "nama": "Survei Kepuasan Masyarakat",
                                    "satuan": "indeks",
                                    "jenis_nilai": "angka",
                                    "rumus": "positif",
                                    "akumulasi": "terakhir",
                                    "penanggung_jawab": ["seksi-umum"],
                                    "target": {
                                        "2023": {"angka": "80"},
                                        "2026": {"angka": "90", "cetak": "90,0"},
                                    },
                                },
                                {
                                    "kunci": "sakip",
                                    "nama": "Nilai SAKIP",
                                    "jenis_nilai": "huruf",
                                    "rumus": "predikat",
                                    "skala": "akip-2021",
                                    "akumulasi": "terakhir",
                                    "iku": False,
                                    "target": {"2023": {"huruf": "B"}},
                                },
                            ],
                        }
                    ],
                }
            ],
        }
    ],
    "rkt": {
        "tempat": "Balung",
        "tanggal_cetak": "Januari 2023",
        "penandatangan": "siti",
        "sasaran": [
            {
                "sasaran": "Kepuasan warga",
                "indikator": "SKM",
                "target": {"bawah": "75", "atas": "85"},
            }
        ],
        "baris": [
            {
                "sasaran": "s1",
                "program": "7.01.02",
                "kegiatan": "7.01.02.2.01",
                "indikator": [{"uraian": "Laporan", "target": "12", "satuan": "dokumen"}],
                "anggaran": "2500000",
                "penanggung_jawab": ["seksi-umum"],
            }
        ],
    },
    "pk": [
        {
            "versi": 0,
            "tempat": "Balung",
            "tanggal": "2023-01-15",
            "pihak_pertama": "siti",
            "pihak_kedua": "bupati",
            "indikator": [
                {
                    "sasaran": "Meningkatnya kepuasan warga",
                    "kunci_sasaran": "s1",
                    "indikator": "SKM",
                    "kunci_indikator": "skm",
                    "target": {"angka": "80"},
                },
                {
                    "sasaran": "Meningkatnya kepuasan warga",
                    "kunci_sasaran": "s1",
                    "indikator": "Nilai SAKIP",
                    "kunci_indikator": "sakip",
                    "target": {"huruf": "B"},
                },
            ],
            "anggaran": [
                {"program": "7.01.02", "nama": "Pelayanan", "anggaran": "2500000", "sumber_dana": "APBD"}
            ],
        }
    ],
    "pk_lalu": [
        {
            "tahun": 2022,
            "versi": 0,
            "indikator": [
                {
                    "sasaran": "Meningkatnya kepuasan warga",
                    "indikator": "SKM",
                    "kunci_indikator": "skm",
                    "target": {"angka": "75"},
                }
            ],
        }
    ],
    "iku": {
        "nomor": "065/1/2023",
        "tempat": "Balung",
        "tanggal": "2023-01-10",
        "penandatangan": "siti",
        "mengingat": ["uu-23-2014"],
        "instansi": "Kecamatan Balung",
        "tujuan": ["Meningkatkan pelayanan"],
        "baris": [
            {
                "sasaran": "Kepuasan warga",
                "indikator": "SKM",
                "kunci_indikator": "skm",
                "pembilang": "Nilai unsur",
                "penyebut": "Jumlah unsur",
                "penanggung_jawab": ["Seksi Pelayanan Umum"],
            }
        ],
    },
    "rencana_aksi": {
        "tempat": "Balung",
        "penandatangan": "siti",
        "baris": [
            {
                "sasaran": "Kepuasan warga",
                "indikator": "SKM",
                "kunci_indikator": "skm",
                "akumulasi": "terakhir",
                "triwulan": [None, {"angka": "78"}, None, {"angka": "80"}],
                "kegiatan": [
                    {
                        "program": "7.01.02",
                        "kegiatan": "7.01.02.2.01",
                        "indikator": "Laporan",
                        "satuan": "dokumen",
                        "triwulan": ["1", None, "1", "1"],
                    }
                ],
            }
        ],
    },
    "realisasi": [
        {"kunci_indikator": "skm", "tahun": 2022, "keadaan": "terisi", "angka": "70"},
        {
            "kunci_indikator": "skm",
            "tahun": 2023,
            "keadaan": "terisi",
            "angka": "76.5",
            "sumber": "Laporan SKM",
        },
        {"kunci_indikator": "sakip", "tahun": 2023, "keadaan": "tidak tersedia", "alasan": "belum dinilai"},
    ],
    "pembanding": [
        {
            "kunci_indikator": "skm",
            "lingkup": "kabupaten",
            "tahun": 2022,
            "keadaan": "terisi",
            "angka": "86.34",
        }
    ],
    "anggaran": [
        {
            "program": "7.01.02",
            "kegiatan": "7.01.02.2.01",
            "pagu_murni": "2500000",
            "realisasi": "2400000",
            "keluaran": [
                {
                    "jenis": "output",
                    "uraian": "Laporan",
                    "satuan": "dokumen",
                    "target": "12",
                    "realisasi": "11",
                },
                {"jenis": "outcome", "uraian": "Pelayanan tertib"},
            ],
        }
    ],
    "anggaran_lalu": [{"tahun": 2022, "pagu": "2000000", "realisasi": "1900000"}],
    "belanja": [
        {"kode": "operasi", "nama": "Belanja Operasi", "pagu": "2500000"},
        {"kode": "barang-jasa", "nama": "Belanja Barang dan Jasa", "induk": "operasi", "pagu": "2500000"},
    ],
    "dukungan": [{"sasaran": "s1", "program": ["7.01.02"]}],
    "narasi": [{"bagian": "pendorong", "kunci": "skm", "isi": "<p>Petugas <em>terlatih</em>.</p>"}],
    "laporan": {"tempat": "Balung", "tanggal": "2024-02-20"},
    "dokumentasi": [],
}

Ubah = Callable[[dict[str, Any]], None]


def mini() -> dict[str, Any]:
    """A copy of MINI that a test may break."""
    return copy.deepcopy(MINI)


def tulis_json(letak: Path, isi: Any) -> Path:
    """Write a fixture file and return its place."""
    letak.write_text(json.dumps(isi, ensure_ascii=False, indent=1), encoding="utf-8")
    return letak


def folder_mini(folder: Path, *ubah: Ubah) -> Path:
    """A folder with one contoh file: MINI, changed."""
    isi = mini()
    for satu in ubah:
        satu(isi)
    tulis_json(folder / "mini.json", isi)
    return folder


def salin_referensi(folder: Path) -> Path:
    """A copy of fixtures/referensi that a test may break."""
    return Path(shutil.copytree(REFERENSI, folder / "referensi"))


def muat_referensi() -> None:
    """The reference data as delivered."""
    referensi_muat(folder=REFERENSI)


def muat_mini(folder: Path, *ubah: Ubah) -> list[HasilMuat]:
    """MINI, changed, in the database; the reference data must be there."""
    return contoh_muat(folder=folder_mini(folder, *ubah))


def muat_semua() -> list[HasilMuat]:
    """Reference data and the real kecamatan-years as delivered."""
    muat_referensi()
    return contoh_muat(folder=CONTOH)
