"""What is measured, compared, followed up and spent in a year, and what a report adds to it."""

from decimal import Decimal
from typing import Any

from django.db.models import Model

from kecamatan import models as k
from sakip import models as s
from tests.standard_rows import FINGERPRINT, TAHUN

ROWS: dict[type[Model], dict[str, Any]] = {
    s.Realisasi: {"indikator": s.Indikator, "tahun": TAHUN, "angka": Decimal("74.5")},
    s.RealisasiTujuan: {"indikator": s.IndikatorTujuan, "tahun": TAHUN, "angka": Decimal("74.5")},
    s.TindakLanjut: {
        "indikator": s.Indikator,
        "tahun": TAHUN,
        "tindakan": "Menambah loket pelayanan",
        "batas_waktu": "2022-06-30",
    },
    s.TindakLanjutTujuan: {
        "indikator": s.IndikatorTujuan,
        "tahun": TAHUN,
        "tindakan": "Menyusun standar pelayanan",
        "batas_waktu": "2022-06-30",
    },
    s.LHE: {"kecamatan": k.Kecamatan, "tahun": TAHUN, "nilai": Decimal("66.4")},
    s.RekomendasiLHE: {
        "kecamatan": k.Kecamatan,
        "tahun": TAHUN,
        "rekomendasi": "Lengkapi definisi operasional indikator",
    },
    s.BuktiDukung: {
        "realisasi": s.Realisasi,
        "nama": "laporan-skm.pdf",
        "berkas": "bukti/laporan-skm.pdf",
        "sha256": FINGERPRINT,
        "ukuran": 1000,
    },
    s.KomentarRealisasi: {
        "indikator": s.Indikator,
        "tahun": TAHUN,
        "isi": "Periksa pembilangnya.",
        "pengguna": k.Pengguna,
    },
    s.PembandingIndikator: {
        "indikator": s.Indikator,
        "tahun": TAHUN,
        "lingkup": "kabupaten",
        "tahun_nilai": TAHUN,
        "angka": Decimal("86.34"),
    },
    s.Penetapan: {"kecamatan": k.Kecamatan, "jenis": "rkt", "dokumen": 1, "oleh": k.Pengguna},
    s.Penegasan: {
        "kecamatan": k.Kecamatan,
        "tahun": TAHUN,
        "pemeriksaan": "realisasi-lazim",
        "tanda": FINGERPRINT,
        "isi": "Indikator skm, realisasi 2021: 120 melebihi nilai tertinggi 100.",
    },
    s.Anggaran: {"kecamatan": k.Kecamatan, "tahun": TAHUN, "program": s.Program},
    s.Keluaran: {"anggaran": s.Anggaran, "uraian": "Jumlah laporan"},
    s.SumberDana: {"anggaran": s.Anggaran, "sumber": "PAD", "pagu": Decimal(80)},
    s.Belanja: {"kecamatan": k.Kecamatan, "tahun": TAHUN, "kode": "operasi", "nama": "Belanja Operasi"},
    s.AnggaranLalu: {"kecamatan": k.Kecamatan, "tahun": 2020},
    s.DukunganProgram: {"kecamatan": k.Kecamatan, "tahun": TAHUN, "sasaran": s.Sasaran, "program": s.Program},
    s.SurveiKepuasan: {
        "kecamatan": k.Kecamatan,
        "tahun": TAHUN,
        "indikator": s.Indikator,
        "periode": "Januari–Desember",
        "responden": 150,
        **{f"u{n}": Decimal(3) for n in range(1, 10)},
    },
    s.Prestasi: {"kecamatan": k.Kecamatan, "tahun": TAHUN, "jenis": "inovasi", "nama": "Loket Malam"},
    s.LintasSektor: {
        "kecamatan": k.Kecamatan,
        "tahun": TAHUN,
        "sasaran": s.Sasaran,
        "instansi": "Dinas Sosial",
        "peran": "Memutakhirkan data keluarga miskin.",
    },
    s.PKUnit: {
        "kecamatan": k.Kecamatan,
        "tahun": TAHUN,
        "unit": k.UnitKerja,
        "jabatan": "Kepala Seksi Pemerintahan",
    },
    s.BarisPKUnit: {
        "kecamatan": k.Kecamatan,
        "tahun": TAHUN,
        "unit": k.UnitKerja,
        "indikator": s.Indikator,
        "kinerja": "Koordinasi pemerintahan",
        "ukuran": "Jumlah rapat koordinasi",
        "target": "12",
    },
    s.IKI: {
        "kecamatan": k.Kecamatan,
        "tahun": TAHUN,
        "unit": k.UnitKerja,
        "tugas": "Menyusun program seksi",
        "ukuran": "Kehadiran",
        "target": "95",
    },
    s.SaranaPrasarana: {"kecamatan": k.Kecamatan, "tahun": TAHUN, "nama": "Komputer", "jumlah": 5},
}
