"""Rows for tests: ``make_…()`` stores a valid one, ``build()`` builds one without storing it.

What a test does not name is filled in from STANDARD; a model in STANDARD means "any row of it, made if there is none".
Tests name what they are about, so STANDARD may change without changing what they show.
"""

import secrets
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, TypeVar

from django.db.models import Model

from kecamatan import models as k
from reports import models as r
from sakip import models as s

M = TypeVar("M", bound=Model)

FINGERPRINT = "ab" * 32
TAHUN = 2021
WHEN_SUBMITTED = datetime(2022, 2, 1, 3, 0, tzinfo=UTC)

STANDARD: dict[type[Model], dict[str, Any]] = {
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
    s.SaranaPrasarana: {"kecamatan": k.Kecamatan, "tahun": TAHUN, "nama": "Komputer", "jumlah": 5},
    r.Narasi: {"kecamatan": k.Kecamatan, "tahun": TAHUN, "bagian": "kendala", "isi": "<p>Kendala.</p>"},
    r.TeksBaku: {
        "kabupaten": k.Kabupaten,
        "bagian": "kendala",
        "isi": "<p>Kendala di {kecamatan}.</p>",
        "tahun_awal": TAHUN,
    },
    r.SusunanLaporan: {
        "kabupaten": k.Kabupaten,
        "bagian": "kedudukan\nisu-strategis\npk",
        "tahun_awal": TAHUN,
    },
    r.Singkatan: {"kabupaten": k.Kabupaten, "singkatan": "J-HUR", "kepanjangan": "Jember Hadir untuk Rakyat"},
    r.Dokumentasi: {
        "kecamatan": k.Kecamatan,
        "tahun": TAHUN,
        "foto": "dokumentasi/rapat.jpg",
        "sha256": FINGERPRINT,
        "lebar": 1600,
        "tinggi": 1200,
        "keterangan": "Rapat koordinasi.",
    },
    r.ImporBuku: {
        "kecamatan": k.Kecamatan,
        "tahun": TAHUN,
        "pengguna": k.Pengguna,
        "nama_berkas": "buku-kerja.xlsx",
        "sha256": FINGERPRINT,
    },
    r.FotoMasuk: {
        "kecamatan": k.Kecamatan,
        "tahun": TAHUN,
        "berkas": "foto-masuk/rapat.jpg",
        "nama": "rapat.jpg",
        "keterangan": "Rapat koordinasi.",
    },
    r.Pantauan: {
        "kecamatan": k.Kecamatan,
        "tahun": TAHUN,
        "tanda": "1",
        "tanda_reviu": "1 1",
        "isi": {"broken": "Catatan rusak."},
        "dihitung": WHEN_SUBMITTED,
    },
    r.IkhtisarKabupaten: {
        "kabupaten": k.Kabupaten,
        "tahun": TAHUN,
        "kunci_isi": FINGERPRINT,
        "naskah": "{}",
        "konsep": True,
        "berkas": "paket/ikhtisar/1.pdf",
        "ukuran": 1,
        "halaman": 1,
    },
    r.PaketLaporan: {"kabupaten": k.Kabupaten, "tahun": TAHUN, "pengguna": k.Pengguna},
    r.IsiPaket: {"paket": r.PaketLaporan, "kecamatan": k.Kecamatan, "tahun": TAHUN},
    r.LastLook: {"pengguna": k.Pengguna, "kecamatan": k.Kecamatan, "tahun": TAHUN, "jejak": 1},
    r.Laporan: {"kecamatan": k.Kecamatan, "tahun": TAHUN},
    r.CapaianLaporan: {"laporan": r.Laporan, "isi": {"indikator": []}},
    r.CatatanReviu: {"laporan": r.Laporan, "isi": "Lengkapi analisis.", "pengguna": k.Pengguna},
    r.TemuanDiakui: {
        "laporan": r.Laporan,
        "aturan": "R-target",
        "lokasi": "pk/skm",
        "sidik": FINGERPRINT,
        "alasan": "PK perubahan memang menaikkan target.",
        "pengguna": k.Pengguna,
    },
    r.Arsip: {
        "jenis": "lkip",
        "kecamatan": k.Kecamatan,
        "tahun": TAHUN,
        "versi": 1,
        "laporan": r.Laporan,
        "snapshot": "{}",
        "snapshot_sha256": FINGERPRINT,
        "naskah": "{}",
        "naskah_sha256": FINGERPRINT,
        "versi_mesin": "1",
        "html": "arsip/html/lkip.html",
        "html_sha256": FINGERPRINT,
        "pdf": "arsip/pdf/lkip.pdf",
        "pdf_sha256": FINGERPRINT,
        "halaman": 40,
        "ukuran": 300_000,
        "versi_dokumen": "10",
        "versi_templat": "1",
        "docx": "arsip/docx/lkip.docx",
        "docx_sha256": FINGERPRINT,
        "urut": lambda: r.Arsip.objects.count() + 1,
        "sidik_sebelum": lambda: FINGERPRINT if r.Arsip.objects.exists() else "",
        "sidik": lambda: secrets.token_hex(32),
    },
    r.TandaTangan: {
        "arsip": r.Arsip,
        "pengguna": k.Pengguna,
        "masa_jabatan": k.MasaJabatan,
        "cara": "instalasi",
        "sidik": FINGERPRINT,
        "nama": "Drs. BAMBANG SAPUTRO, M.Si.",
        "jabatan": "Camat Balung",
        "penerbit": "SAKIP Jember",
        "nomor_seri": "1f",
        "sertifikat": FINGERPRINT,
        "token": lambda: secrets.token_urlsafe(32),
    },
    r.Penandatanganan: {
        "jenis": "lkip",
        "kecamatan": k.Kecamatan,
        "tahun": TAHUN,
        "versi": 1,
        "laporan": r.Laporan,
        "cara": "instalasi",
        "token": lambda: secrets.token_urlsafe(32),
        "masa_jabatan": k.MasaJabatan,
        "nama": "Drs. BAMBANG SAPUTRO, M.Si.",
        "jabatan": "Camat Balung",
        "diajukan_pada": WHEN_SUBMITTED,
        "snapshot": "{}",
        "naskah": "{}",
        "versi_mesin": "1",
        "versi_dokumen": "10",
        "versi_templat": "1",
    },
    r.OtoritasSertifikat: {"nama": "SAKIP Jember", "sertifikat": b"x", "kunci": b"x"},
    r.KunciTandaTangan: {"pengguna": k.Pengguna, "kunci": b"x", "kunci_publik": b"x"},
    r.Pengingat: {"pengguna": k.Pengguna, "kunci": "lkip"},
    r.PengaturanDokumen: {"kabupaten": k.Kabupaten},
    r.SalinanPublik: {"arsip": r.Arsip, "kecamatan": k.Kecamatan, "tahun": TAHUN, "jenis": "lkip"},
    r.BerkasLaporan: {"kecamatan": k.Kecamatan, "tahun": TAHUN, "jenis": "lkip", "kunci_isi": FINGERPRINT},
}


def one(model: type[M]) -> M:
    """Any row of the model; made if there is none."""
    return model._default_manager.order_by("pk").first() or make(model)


def build(model: type[M], **change: Any) -> M:
    """A valid row that is not stored. A value that is a model or a function is replaced by the row it gives."""
    entries = STANDARD[model] | change
    return model(**{nama: _nilai(nilai) for nama, nilai in entries.items()})


def make(model: type[M], **change: Any) -> M:
    """A valid, stored row. Stored as asked, without validation, as the database would take it."""
    row = build(model, **change)
    row.save(force_insert=True)
    return row


def _nilai(nilai: Any) -> Any:
    if isinstance(nilai, type) and issubclass(nilai, Model):
        return one(nilai)
    return nilai() if callable(nilai) else nilai


def make_kabupaten(**change: Any) -> k.Kabupaten:
    return make(k.Kabupaten, **change)


def make_kecamatan(**change: Any) -> k.Kecamatan:
    """Balung; ``kode`` alone is enough for another one."""
    if kode := change.get("kode"):
        tail = str(kode).rpartition(".")[2]
        change = {"nama": f"Kecamatan {tail}", "slug": f"kecamatan-{tail}"} | change
    return make(k.Kecamatan, **change)


def make_pengguna(
    peran: str = "", *, kecamatan: Any = None, kabupaten: Any = None, provinsi: Any = None, **change: Any
) -> k.Pengguna:
    """A user; with ``peran`` also the membership in the kecamatan, kabupaten or provinsi."""
    pengguna = make(k.Pengguna, **({"username": f"{peran}.{k.Pengguna.objects.count()}"} | change))
    if peran:
        places = {"kecamatan": kecamatan, "kabupaten": kabupaten, "provinsi": provinsi}
        make(k.Keanggotaan, pengguna=pengguna, peran=peran, **places)
    return pengguna


def make_scale(*, kabupaten: k.Kabupaten | None, **change: Any) -> s.Skala:
    """A kabupaten's own scale: from 90 on Tinggi, below it Rendah."""
    scale = make(s.Skala, **({"kabupaten": kabupaten, "kode": "35-09-1", "untuk": "capaian"} | change))
    make(s.KategoriSkala, skala=scale, kode="Tinggi", label="Tinggi", batas=Decimal(90), tertutup=True)
    make(s.KategoriSkala, skala=scale, kode="Rendah", label="Rendah", batas=None)
    return scale


def make_official_account(pengguna: k.Pengguna, masa: k.MasaJabatan) -> k.AkunPejabat:
    """Say whose account it is, as it was said long ago."""
    official = masa.pejabat
    return make(k.AkunPejabat, pengguna=pengguna, pejabat=official, nama=official.nama, nip=official.nip)


def make_masa_jabatan(**change: Any) -> k.MasaJabatan:
    return make(k.MasaJabatan, **change)


def make_renstra(**change: Any) -> s.Renstra:
    return make(s.Renstra, **change)


def make_sasaran(**change: Any) -> s.Sasaran:
    """A sasaran; ``tujuan`` alone is enough, its Renstra is taken over."""
    if "tujuan" in change:
        change = {"renstra": change["tujuan"].renstra} | change
    return make(s.Sasaran, **change)


def make_indikator(**change: Any) -> s.Indikator:
    """An indikator; ``sasaran`` alone is enough, its Renstra is taken over."""
    if "sasaran" in change:
        change = {"renstra": change["sasaran"].renstra} | change
    return make(s.Indikator, **change)


def make_pk(**change: Any) -> s.PerjanjianKinerja:
    """PK murni, or perubahan where ``versi`` is 1 or more."""
    if change.get("versi"):
        change = {"jenis": "perubahan"} | change
    return make(s.PerjanjianKinerja, **change)


def make_measured(
    kecamatan: k.Kecamatan, years: Mapping[int, tuple[float, float]], **change: Any
) -> s.Indikator:
    """An indikator, the only one of the PK of every year, with its target and realisasi: A from a capaian of 80 on,
    else D."""
    skala = make(s.Skala, kode="akip-2021", untuk="capaian")
    make(s.KategoriSkala, skala=skala, kode="A", label="Memuaskan", batas=Decimal(80))
    make(s.KategoriSkala, skala=skala, kode="D", label="Kurang", batas=None)
    indikator = make_indikator(sasaran=make_sasaran(renstra=make_renstra(kecamatan=kecamatan)), **change)
    for tahun, (promised, reached) in years.items():
        make(s.KebijakanPengukuran, kabupaten=kecamatan.kabupaten, tahun=tahun, skala=skala)
        pk = make_pk(kecamatan=kecamatan, tahun=tahun)
        make(
            s.BarisPK,
            perjanjian=pk,
            acuan_indikator=indikator,
            indikator=indikator.nama,
            angka=Decimal(promised),
        )
        make_realisasi(indikator=indikator, tahun=tahun, angka=Decimal(reached))
    return indikator


def make_realisasi(**change: Any) -> s.Realisasi:
    return make(s.Realisasi, **change)


def make_anggaran(**change: Any) -> s.Anggaran:
    return make(s.Anggaran, **change)


def make_arsip(laporan: r.Laporan, **change: Any) -> r.Arsip:
    """The archive of a version of a report, which names it."""
    named = {"kecamatan": laporan.kecamatan, "tahun": laporan.tahun, "versi": laporan.versi}
    return make(r.Arsip, laporan=laporan, **named | change)


def make_laporan(**change: Any) -> r.Laporan:
    """A draft; any later status gets the submission that it presupposes."""
    if change.get("status", "draf") not in ("draf", "dikembalikan"):
        change = {"diajukan_oleh": one(k.Pengguna), "diajukan_pada": WHEN_SUBMITTED} | change
    return make(r.Laporan, **change)
