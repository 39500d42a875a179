"""What a kabupaten decides, the nomenklatur, and every document of planning."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Model

from kecamatan import models as k
from sakip import models as s
from tests.standard_rows import TAHUN

ROWS: dict[type[Model], dict[str, Any]] = {
    s.Skala: {
        "kode": "skm-2017",
        "nama": "Mutu pelayanan SKM",
        "dasar": "Permen PANRB 14/2017",
        "untuk": "huruf",
    },
    s.KategoriSkala: {"skala": s.Skala, "kode": "A", "label": "Sangat Baik", "batas": Decimal("88.30")},
    s.HariLibur: {
        "kabupaten": k.Kabupaten,
        "tanggal": date(2027, 1, 1),
        "keterangan": "Tahun Baru",
        "sumber": "Keputusan Bersama",
    },
    s.TemplatIKU: {
        "kabupaten": k.Kabupaten,
        "nama": "Indeks Kepuasan Masyarakat",
        "tujuan": "Meningkatnya tata kelola",
        "sasaran": "Meningkatnya kualitas pelayanan",
        "satuan": "indeks",
        "tahun_awal": TAHUN,
    },
    s.TataLetakSipd: {
        "kabupaten": k.Kabupaten,
        "sidik": "a" * 64,
        "judul": ["Kode", "Realisasi"],
        "kolom": {"0": "kode", "1": "realisasi"},
    },
    s.TautanTemplatIKU: {"kecamatan": k.Kecamatan, "templat": s.TemplatIKU, "kunci": "ikm"},
    s.KebijakanPengukuran: {"kabupaten": k.Kabupaten, "tahun": TAHUN, "skala": s.Skala},
    s.VersiNomenklatur: {"kode": "2021", "nama": "Kepmendagri 050-5889 Tahun 2021", "tahun_awal": 2021},
    s.Program: {
        "versi": s.VersiNomenklatur,
        "kode": "7.01.02",
        "nama": "Program Penyelenggaraan Pemerintahan",
    },
    s.Kegiatan: {"program": s.Program, "kode": "7.01.02.2.01", "nama": "Koordinasi Kegiatan Pemerintahan"},
    s.SubKegiatan: {"kegiatan": s.Kegiatan, "kode": "7.01.02.2.01.01", "nama": "Koordinasi Perangkat Daerah"},
    s.RenstraBerlaku: {
        "kecamatan": k.Kecamatan,
        "tahun": TAHUN,
        "renstra": s.Renstra,
        "tanggal": date(2021, 3, 1),
        "alasan": "Surat Edaran Bupati.",
    },
    s.PeriodeRPJMD: {"kabupaten": k.Kabupaten, "tahun_awal": 2021, "tahun_akhir": 2026},
    s.MisiRPJMD: {"periode": s.PeriodeRPJMD, "nomor": 1, "uraian": "Tata kelola pemerintahan"},
    s.TujuanRPJMD: {"misi": s.MisiRPJMD, "uraian": "Meningkatnya tata kelola"},
    s.SasaranRPJMD: {"tujuan": s.TujuanRPJMD, "uraian": "Meningkatnya akuntabilitas"},
    s.Renstra: {"kecamatan": k.Kecamatan, "tahun_awal": 2021, "tahun_akhir": 2026},
    s.Tujuan: {"renstra": s.Renstra, "kunci": "t1", "uraian": "Meningkatkan pelayanan publik"},
    s.IndikatorTujuan: {"tujuan": s.Tujuan, "nama": "Nilai SAKIP kecamatan"},
    s.TargetTujuan: {"indikator": s.IndikatorTujuan, "tahun": TAHUN, "angka": Decimal(80)},
    s.Sasaran: {
        "renstra": s.Renstra,
        "tujuan": s.Tujuan,
        "kunci": "s1",
        "uraian": "Meningkatnya kepuasan warga",
    },
    s.Indikator: {
        "renstra": s.Renstra,
        "sasaran": s.Sasaran,
        "kunci": "skm",
        "nama": "Survei Kepuasan Masyarakat",
        "satuan": "indeks",
    },
    s.TargetRenstra: {"indikator": s.Indikator, "tahun": TAHUN, "angka": Decimal(80)},
    s.RKT: {"kecamatan": k.Kecamatan, "tahun": TAHUN},
    s.SasaranRKT: {"rkt": s.RKT, "sasaran": "Meningkatnya kepuasan warga", "indikator": "Indeks kepuasan"},
    s.BarisRKT: {"rkt": s.RKT, "program": s.Program},
    s.IndikatorBarisRKT: {"baris": s.BarisRKT, "uraian": "Jumlah laporan"},
    s.PerjanjianKinerja: {"kecamatan": k.Kecamatan, "tahun": TAHUN},
    s.BarisPK: {
        "perjanjian": s.PerjanjianKinerja,
        "sasaran": "Meningkatnya kepuasan warga",
        "indikator": "Indeks kepuasan",
        "acuan_indikator": s.Indikator,
        "angka": Decimal(80),
    },
    s.AnggaranPK: {
        "perjanjian": s.PerjanjianKinerja,
        "nama": "Program Penunjang",
        "anggaran": Decimal(1_000_000),
    },
    s.KeputusanIKU: {"kecamatan": k.Kecamatan, "tahun": TAHUN},
    s.MengingatIKU: {"keputusan": s.KeputusanIKU, "peraturan": k.Peraturan},
    s.ButirIKU: {"keputusan": s.KeputusanIKU, "jenis": "tugas", "uraian": "Membina desa."},
    s.BarisIKU: {
        "keputusan": s.KeputusanIKU,
        "sasaran": "Meningkatnya kepuasan warga",
        "indikator": "Indeks kepuasan",
    },
    s.RencanaAksi: {"kecamatan": k.Kecamatan, "tahun": TAHUN},
    s.BarisRencanaAksi: {
        "rencana_aksi": s.RencanaAksi,
        "sasaran": "Meningkatnya kepuasan warga",
        "indikator": "Indeks kepuasan",
    },
    s.TargetTriwulan: {"baris": s.BarisRencanaAksi, "triwulan": 1, "angka": Decimal(20)},
    s.LangkahRencanaAksi: {"baris": s.BarisRencanaAksi, "uraian": "Menambah loket", "triwulan": 2},
    s.KegiatanRencanaAksi: {"baris": s.BarisRencanaAksi, "program": s.Program},
}
