"""Who and where: areas, officials, profile, accounts, the trail."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Model

from kecamatan import models as k
from tests.standard_rows import FINGERPRINT, TAHUN

ROWS: dict[type[Model], dict[str, Any]] = {
    k.Kabupaten: {"kode": "35.09", "nama": "Jember", "provinsi": "Jawa Timur"},
    k.Kecamatan: {"kabupaten": k.Kabupaten, "kode": "35.09.10", "nama": "Balung", "slug": "balung"},
    k.Provinsi: {"kode": "35", "nama": "Jawa Timur"},
    k.DesaKelurahan: {"kecamatan": k.Kecamatan, "nama": "Balung Lor"},
    k.UnitKerja: {"kecamatan": k.Kecamatan, "kunci": "camat", "nama": "Camat", "jenis": "camat"},
    k.Pangkat: {"golongan": "IV/a", "pangkat": "Pembina", "urut": 13},
    k.Pejabat: {"nama": "SITI AMINAH, S.Sos.", "nip": "197001011990012001"},
    k.MasaJabatan: {
        "pejabat": k.Pejabat,
        "jabatan": "camat",
        "kecamatan": k.Kecamatan,
        "mulai": date(2020, 1, 1),
    },
    k.KomposisiSDM: {"kecamatan": k.Kecamatan, "tahun": TAHUN, "kelompok": "jabatan", "uraian": "Camat"},
    k.Peraturan: {"kode": "uu-23-2014", "sebutan": "Undang-Undang Nomor 23 Tahun 2014"},
    k.ProfilKecamatan: {"kecamatan": k.Kecamatan, "tahun": TAHUN},
    k.DasarHukumProfil: {"profil": k.ProfilKecamatan, "peraturan": k.Peraturan},
    k.ButirProfil: {"profil": k.ProfilKecamatan, "jenis": "tugas", "uraian": "Membina desa."},
    k.FaktaProfil: {
        "profil": k.ProfilKecamatan,
        "kelompok": "sarana",
        "uraian": "Puskesmas",
        "nilai": Decimal(1),
        "satuan": "unit",
    },
    k.Pengguna: {"username": "operator.balung", "nama": "Budi Santoso", "password": "!"},
    k.AkunPejabat: {"pengguna": k.Pengguna, "pejabat": k.Pejabat, "nama": "SITI AMINAH, S.Sos."},
    k.Keanggotaan: {"pengguna": k.Pengguna, "peran": "operator", "kecamatan": k.Kecamatan},
    k.Submission: {"key": FINGERPRINT},
    k.Undangan: {
        "pengguna": k.Pengguna,
        "token_sha256": FINGERPRINT,
        "berlaku_sampai": datetime(2100, 1, 1, tzinfo=UTC),
    },
    k.KunciSistem: {
        "kabupaten": k.Kabupaten,
        "nama": "Dasbor Bappeda",
        "awalan": "sakip_abcdef",
        "token_sha256": FINGERPRINT,
        "dibuat_oleh": k.Pengguna,
        "berlaku_sampai": datetime(2100, 1, 1, tzinfo=UTC),
    },
    k.Jejak: {
        "tindakan": "realisasi.disimpan",
        "objek_jenis": "sakip.realisasi",
        "objek_sebutan": "skm/2021/0",
    },
}
