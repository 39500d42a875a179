"""The table of rights: what every address answers to every role. An address without a row fails its tests."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

TAHUN = 2021
UNIT = "seksi-pelayanan"
FIGURE = b"\x89PNG\r\n\x1a\nlambang"
FIGURE_FINGERPRINT = hashlib.sha256(FIGURE).hexdigest()

#: An address that only asks for a sign-in: where the answer is the same for everybody who has signed in.
SIGN_IN = 302
#: Those who follow several kabupaten: the own provinsi, or all there are.
ABOVE = ("provinsi", "pusat")
INSIDERS = ("operator", "operator_unit", "camat", "organisasi", "pengawas", "admin", "bupati", *ABOVE)
PERAN = ("anonim", *INSIDERS, "orang_luar", "provinsi_lain", "tanpa_peran")


@dataclass(frozen=True, kw_only=True)
class AccessRule:
    """What an address answers: to those of the kecamatan (``inside``), to other users (``outside``), to strangers.

    ``khusus`` are the peran that are answered otherwise. ``signed`` is what the kepala daerah and those above the
    kabupaten are answered, who read there nothing but what is signed. ``narrowed`` is what a POST of an operator is
    answered who is narrowed to a unit: of an address that takes one though it is read with a GET.
    """

    inside: int
    outside: int
    anonymous: int = SIGN_IN
    method: str = "get"
    arguments: tuple[object, ...] = ()
    query: str = ""
    placed: bool = True
    khusus: Mapping[str, int] = field(default_factory=dict)
    signed: int = 403
    narrowed: int | None = None

    def answer(self, peran: str) -> int:
        """What the address answers to a peran."""
        if peran == "anonim":
            return self.anonymous
        if peran not in INSIDERS:
            return self.khusus.get(peran, self.outside)
        if peran in ("bupati", *ABOVE) and self.arguments[:2] == PLACE:
            return self.khusus.get(peran, self.signed)
        return self.khusus.get(peran, self.inside)

    @property
    def posted_by_narrowed(self) -> int:
        """The answer to a POST of an operator of one unit; 405 where nothing is written."""
        if self.narrowed is not None:
            return self.narrowed
        return self.khusus.get("operator_unit", self.inside if self.method == "post" else 405)


PLACE = ("balung", TAHUN)
PUBLIC_PLACE = ("35.09.10", TAHUN)

#: Only the operator writes realisasi and its bukti, each narrowed one those of his indikator.
MEASURING = dict.fromkeys(("camat", "organisasi", "pengawas", "admin"), 403)

#: Only the operator of the whole kecamatan writes records: the others see them and are told who may.
OPERATOR_ONLY = {"operator_unit": 403, **MEASURING}

#: Nobody signs for the camat.
CAMAT_ONLY = dict.fromkeys(("operator", "operator_unit", "organisasi", "pengawas", "admin"), 403)

#: Who only looks writes no remarks either.
WITHOUT_KOMENTAR = dict.fromkeys(("pengawas", "admin"), 403)

#: Nor who works for some units alone on the report, which is everybody's.
NO_NOTES = {"operator_unit": 403, **WITHOUT_KOMENTAR}

#: A note is closed by its writer and by the camat.
NOT_THEIRS = dict.fromkeys(("operator", "operator_unit", "organisasi", "pengawas", "admin"), 403)

#: Accounts are kept by Bagian Organisasi and admin. The others learn who does, and nothing about any person.
NO_GUARDS = dict.fromkeys(("operator", "operator_unit", "camat", "pengawas", "bupati", *ABOVE), 403)

#: Who does not decide for the kabupaten.
NOT_DECIDING = dict.fromkeys(
    ("operator", "operator_unit", "camat", "pengawas", "admin", "bupati", *ABOVE), 403
)

#: What a kabupaten asks of a kecamatan is asked and done with by Bagian Organisasi.
NOT_ASKING = dict.fromkeys(("operator", "operator_unit", "camat", "pengawas", "admin"), 403)

#: What is had of a whole kabupaten at once is for who follows it.
ONE_KECAMATAN = dict.fromkeys(("operator", "operator_unit", "camat", "bupati"), 403)

#: And drafts are no part of what those above it read.
NO_DRAFTS = ONE_KECAMATAN | dict.fromkeys(ABOVE, 403)

#: Who reads signed documents alone.
NO_READERS = dict.fromkeys(("bupati", *ABOVE, "provinsi_lain", "tanpa_peran"), 403)

RULES: dict[str, AccessRule] = {
    "sehat": AccessRule(inside=200, outside=200, anonymous=200, placed=False),
    "masuk": AccessRule(inside=302, outside=302, anonymous=200, placed=False),
    "keluar": AccessRule(inside=302, outside=302, method="post", placed=False),
    "masuk-kode": AccessRule(inside=302, outside=302),
    "undangan": AccessRule(inside=410, outside=410, anonymous=410, arguments=("token-asing",), placed=False),
    "aturan-reviu": AccessRule(inside=200, outside=200),
    "panduan": AccessRule(inside=200, outside=200),
    "panduan-halaman": AccessRule(inside=200, outside=200, arguments=("realisasi",)),
    "akun": AccessRule(inside=200, outside=200),
    "pemberitahuan": AccessRule(inside=302, outside=302, method="post"),
    "aktif": AccessRule(inside=204, outside=204),
    "nik-bsre": AccessRule(inside=403, outside=403, khusus={"camat": 200, "bupati": 200}),
    # No kabupaten shows its documents: nothing is told, to anybody. What is shown: tests/reports/public.
    **{
        nama: AccessRule(inside=404, outside=404, anonymous=404, arguments=arguments, placed=False)
        for nama, arguments in {
            "publik": (),
            "publik-skema": (),
            "publik-skema-tabel": ("capaian",),
            "publik-kabupaten": ("35.09",),
            "publik-tahun": PUBLIC_PLACE,
            "publik-paket-data": PUBLIC_PLACE,
            "publik-data": (*PUBLIC_PLACE, "capaian", "csv"),
            "publik-dokumen": (*PUBLIC_PLACE, "lkip", 1),
            "publik-gaya": (*PUBLIC_PLACE, "lkip", 1),
            "publik-pdf": (*PUBLIC_PLACE, "lkip", 1),
        }.items()
    },
    "verifikasi": AccessRule(inside=200, outside=200, anonymous=200, placed=False),
    "verifikasi-laporan": AccessRule(
        inside=404, outside=404, anonymous=404, arguments=("token-asing",), placed=False
    ),
    # What a key opens: tests/reports/api. Being signed in opens nothing.
    **{
        f"api-{nama}": AccessRule(inside=401, outside=401, anonymous=401, placed=False)
        for nama in ("kecamatan", "pemantauan", "capaian", "anggaran", "dokumen")
    },
    "api-openapi": AccessRule(inside=200, outside=200, anonymous=200, placed=False),
    "kunci-sistem": AccessRule(inside=200, outside=403, khusus=NOT_DECIDING),
    "kunci-sistem-cabut": AccessRule(inside=200, outside=403, arguments=("KUNCI",), khusus=NOT_DECIDING),
    "sandi-ubah": AccessRule(inside=200, outside=200),
    "langkah-kedua": AccessRule(inside=200, outside=200),
    "langkah-kedua-lepas": AccessRule(inside=404, outside=404),
    "kode-cadangan": AccessRule(inside=404, outside=404),
    "cadangan": AccessRule(inside=200, outside=403, khusus=NO_GUARDS),
    "pengguna": AccessRule(inside=200, outside=403, khusus=NO_GUARDS),
    "pengguna-baru": AccessRule(inside=200, outside=403, khusus=NO_GUARDS),
    "nomenklatur-versi": AccessRule(inside=403, outside=403, khusus={"organisasi": 200, "admin": 200}),
    "nomenklatur-templat": AccessRule(inside=403, outside=403, khusus={"organisasi": 200, "admin": 200}),
    "nomenklatur-pasang": AccessRule(
        inside=403, outside=403, method="post", khusus={"organisasi": 409, "admin": 409}
    ),
    "pengguna-daftar": AccessRule(inside=200, outside=403, khusus=NO_GUARDS),
    "pengguna-daftar-buat": AccessRule(inside=409, outside=403, method="post", khusus=NO_GUARDS),
    "pengguna-daftar-templat": AccessRule(inside=200, outside=403, arguments=("35.09",), khusus=NO_GUARDS),
    **{
        nama: AccessRule(inside=200, outside=403, arguments=("ORANG",), khusus=NO_GUARDS)
        for nama in (
            "pengguna-rinci",
            "pengguna-ubah",
            "pengguna-undang",
            "pengguna-sandi-pertama",
            "pengguna-nonaktifkan",
            "pengguna-aktifkan",
            "pengguna-langkah-kedua",
            "pengguna-pejabat",
            "pengguna-pejabat-lepas",
            "keanggotaan-baru",
        )
    },
    "keanggotaan-unit": AccessRule(inside=200, outside=403, arguments=("ORANG", "ANGGOTA"), khusus=NO_GUARDS),
    "keanggotaan-cabut": AccessRule(
        inside=200, outside=403, arguments=("ORANG", "ANGGOTA"), khusus=NO_GUARDS
    ),
    "wilayah": AccessRule(inside=200, outside=403, khusus=NO_GUARDS),
    "kabupaten-baru": AccessRule(inside=403, outside=403, khusus={"admin": 200}),
    "kabupaten-hapus": AccessRule(inside=403, outside=403, arguments=("35.09",), khusus={"admin": 200}),
    **{
        nama: AccessRule(inside=200, outside=403, arguments=arguments, khusus=NO_GUARDS)
        for nama, arguments in (
            ("kabupaten", ("35.09",)),
            ("kabupaten-ubah", ("35.09",)),
            ("kecamatan-baru", ("35.09",)),
            ("kecamatan-ubah", ("35.09", "35.09.10")),
            ("kecamatan-hapus", ("35.09", "35.09.10")),
            ("wilayah-daftar", ("35.09", "desa")),
            ("persiapan", ("35.09", TAHUN)),
        )
    },
    "skala": AccessRule(inside=200, outside=403, arguments=("35.09",), khusus=NO_GUARDS | {"admin": 403}),
    "skala-baru": AccessRule(
        inside=200, outside=403, arguments=("35.09",), khusus=NO_GUARDS | {"admin": 403}
    ),
    **{
        nama: AccessRule(
            inside=200, outside=403, arguments=("35.09", "SKALA"), khusus=NO_GUARDS | {"admin": 403}
        )
        for nama in ("skala-ubah", "skala-hapus")
    },
    "pekerjaan": AccessRule(inside=200, outside=403, khusus=NO_GUARDS),
    "pekerjaan-ulangi": AccessRule(
        inside=302, outside=404, method="post", arguments=("berkas", "BERKAS"), khusus=NO_GUARDS
    ),
    "beranda": AccessRule(inside=200, outside=200, placed=False),
    "pemantauan": AccessRule(inside=200, outside=200, khusus={"bupati": 403}),
    "pemantauan-unduh": AccessRule(inside=200, outside=200, khusus={"bupati": 403}),
    "pemantauan-kecamatan": AccessRule(
        inside=200, outside=404, arguments=PLACE, khusus=dict.fromkeys(ABOVE, 200)
    ),
    **{
        name: AccessRule(
            inside=200, outside=200, khusus=dict.fromkeys(("bupati", *ABOVE, "provinsi_lain"), 403)
        )
        for name in (
            "pemantauan-capaian",
            "pemantauan-capaian-unduh",
            "pemantauan-peringkat",
            "pemantauan-tren",
        )
    },
    "pemantauan-capaian-kecamatan": AccessRule(inside=200, outside=404, arguments=PLACE),
    **{
        nama: AccessRule(inside=200, outside=403, khusus=ONE_KECAMATAN | {"provinsi_lain": 200})
        for nama in ("rekapitulasi", "rekapitulasi-unduh")
    },
    "pindah": AccessRule(inside=302, outside=404, query="?kecamatan=balung&tahun=2021&halaman=rkt"),
    "tahun": AccessRule(inside=200, outside=404, arguments=PLACE),
    "halaman": AccessRule(inside=200, outside=404, arguments=(*PLACE, "rkt")),
    "dokumen": AccessRule(inside=200, outside=404, arguments=(*PLACE, "rkt")),
    "dokumen-gaya": AccessRule(inside=200, outside=404, arguments=(*PLACE, "rkt")),
    "dokumen-gambar": AccessRule(inside=200, outside=404, arguments=(*PLACE, FIGURE_FINGERPRINT)),
    "isi": AccessRule(inside=200, outside=404, arguments=(*PLACE, "pk")),
    "pk-murni": AccessRule(inside=302, outside=404, method="post", arguments=PLACE, khusus=OPERATOR_ONLY),
    "pk-perubahan": AccessRule(inside=200, outside=404, arguments=PLACE, khusus=OPERATOR_ONLY),
    "pk-berjenjang-perubahan": AccessRule(
        inside=302, outside=404, method="post", arguments=PLACE, khusus=OPERATOR_ONLY
    ),
    "pk-berjenjang-turunkan": AccessRule(inside=200, outside=404, arguments=PLACE, khusus=OPERATOR_ONLY),
    "iku-dari-renstra": AccessRule(
        inside=302, outside=404, method="post", arguments=PLACE, khusus=OPERATOR_ONLY
    ),
    "anggaran-dari-rkt": AccessRule(
        inside=302, outside=404, method="post", arguments=PLACE, khusus=OPERATOR_ONLY
    ),
    "anggaran-simpan": AccessRule(
        inside=302, outside=404, method="post", arguments=PLACE, khusus=OPERATOR_ONLY
    ),
    "anggaran-sipd": AccessRule(inside=200, outside=404, arguments=PLACE, khusus=OPERATOR_ONLY, narrowed=403),
    # What the page carries is not there, and the page says so.
    **{
        f"anggaran-sipd-{nama}": AccessRule(
            inside=409, outside=404, method="post", arguments=PLACE, khusus=OPERATOR_ONLY
        )
        for nama in ("kolom", "simpan")
    },
    "anggaran-sipd-lupakan": AccessRule(
        inside=302, outside=404, method="post", arguments=(*PLACE, "TATA_LETAK"), khusus=OPERATOR_ONLY
    ),
    "alur": AccessRule(inside=200, outside=404, arguments=PLACE),
    "alur-langkah": AccessRule(
        inside=200, outside=404, arguments=(*PLACE, "ajukan"), khusus=OPERATOR_ONLY, narrowed=403
    ),
    "reviu": AccessRule(inside=200, outside=404, arguments=PLACE),
    "meja": AccessRule(inside=200, outside=404, arguments=PLACE),
    "meja-dibaca": AccessRule(inside=302, outside=404, method="post", arguments=PLACE),
    "catatan-reviu": AccessRule(inside=200, outside=404, arguments=PLACE),
    "catatan-baru": AccessRule(inside=200, outside=404, arguments=PLACE, khusus=NO_NOTES, narrowed=403),
    "catatan-jawab": AccessRule(
        inside=200, outside=404, arguments=(*PLACE, "CATATAN"), khusus=NO_NOTES, narrowed=403
    ),
    "catatan-tutup": AccessRule(
        inside=302, outside=404, method="post", arguments=(*PLACE, "CATATAN"), khusus=NOT_THEIRS
    ),
    "catatan-buka": AccessRule(
        inside=302, outside=404, method="post", arguments=(*PLACE, "CATATAN"), khusus=NOT_THEIRS
    ),
    "permintaan": AccessRule(inside=200, outside=200, khusus=NO_READERS | {"provinsi": 403}),
    "permintaan-baru": AccessRule(inside=200, outside=403, khusus=NOT_DECIDING),
    "permintaan-rinci": AccessRule(inside=200, outside=404, arguments=(*PLACE, "PERMINTAAN"), narrowed=403),
    "permintaan-selesai": AccessRule(
        inside=302,
        outside=404,
        method="post",
        arguments=(*PLACE, "PERMINTAAN"),
        khusus=NOT_ASKING,
    ),
    "permintaan-lagi": AccessRule(
        inside=200, outside=404, arguments=(*PLACE, "PERMINTAAN"), khusus=NOT_ASKING, narrowed=403
    ),
    "tanda-tangan": AccessRule(inside=302, outside=404, arguments=PLACE, khusus=CAMAT_ONLY, narrowed=403),
    "tanda-tangan-unggah": AccessRule(
        inside=302, outside=404, arguments=PLACE, khusus=CAMAT_ONLY, narrowed=403
    ),
    "tanda-tangan-siapkan": AccessRule(
        inside=302, outside=404, method="post", arguments=PLACE, khusus=CAMAT_ONLY, narrowed=403
    ),
    "tanda-tangan-keadaan": AccessRule(
        inside=200, outside=404, arguments=PLACE, khusus=CAMAT_ONLY, narrowed=405
    ),
    "tanda-tangan-naskah": AccessRule(
        inside=404, outside=404, arguments=PLACE, khusus=CAMAT_ONLY, narrowed=405
    ),
    "tanda-tangan-dokumen": AccessRule(inside=200, outside=404, arguments=(*PLACE, "pk", "PK"), narrowed=403),
    "tanda-tangan-dokumen-unggah": AccessRule(
        inside=302, outside=404, arguments=(*PLACE, "pk", "PK"), narrowed=403
    ),
    "tanda-tangan-dokumen-siapkan": AccessRule(
        inside=302,
        outside=404,
        method="post",
        arguments=(*PLACE, "pk", "PK"),
        khusus=CAMAT_ONLY,
        narrowed=403,
    ),
    "tanda-tangan-dokumen-keadaan": AccessRule(
        inside=200, outside=404, arguments=(*PLACE, "pk", "PK"), khusus=CAMAT_ONLY, narrowed=405
    ),
    "tanda-tangan-dokumen-naskah": AccessRule(
        inside=404, outside=404, arguments=(*PLACE, "pk", "PK"), khusus=CAMAT_ONLY, narrowed=405
    ),
    "arsip-unduh": AccessRule(inside=404, outside=404, arguments=(*PLACE, 1, "json"), signed=404),
    "kunci-tanda-tangan": AccessRule(inside=200, outside=200, placed=False),
    "salin": AccessRule(inside=200, outside=404, arguments=PLACE, khusus=OPERATOR_ONLY),
    "baris-baru": AccessRule(
        inside=200, outside=404, arguments=(*PLACE, "baris-pk"), query="?induk=PK", khusus=OPERATOR_ONLY
    ),
    "penanda-tangan": AccessRule(
        inside=200, outside=404, arguments=(*PLACE, "pk"), query="?tanggal=4/1/2021&tanggal_cetak="
    ),
    "baris-sekaligus": AccessRule(
        inside=403, outside=404, arguments=(*PLACE, "hari-libur"), khusus={"organisasi": 200}, narrowed=403
    ),
    "baris-ubah": AccessRule(inside=200, outside=404, arguments=(*PLACE, "pk", "PK"), narrowed=403),
    "baris-hapus": AccessRule(inside=200, outside=404, arguments=(*PLACE, "pk", "PK"), khusus=OPERATOR_ONLY),
    "baris-pindah": AccessRule(
        inside=302, outside=404, method="post", arguments=(*PLACE, "baris-pk", "BARIS"), khusus=OPERATOR_ONLY
    ),
    "baris-tinjau": AccessRule(
        inside=302, outside=404, method="post", arguments=(*PLACE, "baris-pk", "BARIS"), khusus=OPERATOR_ONLY
    ),
    "tabel-tinjau": AccessRule(
        inside=302, outside=404, method="post", arguments=(*PLACE, "pk"), khusus=OPERATOR_ONLY
    ),
    "templat-iku-kirim": AccessRule(
        inside=403, outside=404, arguments=PLACE, khusus={"organisasi": 200}, narrowed=403
    ),
    "nomenklatur": AccessRule(inside=200, outside=404, arguments=PLACE, query="?q=7.01&untuk=baris-rkt"),
    "renstra-salin": AccessRule(inside=200, outside=404, arguments=(*PLACE, "RENSTRA"), khusus=OPERATOR_ONLY),
    "perbedaan": AccessRule(inside=200, outside=404, arguments=(*PLACE, "rkt"), narrowed=403),
    "rkt-dari-renstra": AccessRule(
        inside=302, outside=404, method="post", arguments=PLACE, khusus=OPERATOR_ONLY
    ),
    "rencana-aksi-dari-pk": AccessRule(
        inside=302, outside=404, method="post", arguments=PLACE, khusus=OPERATOR_ONLY
    ),
    "rencana-aksi-dari-perbaikan": AccessRule(
        inside=302, outside=404, method="post", arguments=PLACE, khusus=OPERATOR_ONLY
    ),
    "penetapan": AccessRule(inside=200, outside=404, arguments=(*PLACE, "pk", "PK"), narrowed=403),
    "riwayat-tahun": AccessRule(inside=200, outside=404, arguments=PLACE),
    "baris-riwayat": AccessRule(inside=200, outside=404, arguments=(*PLACE, "pk", "PK")),
    "baris-pulihkan": AccessRule(
        inside=302, outside=404, method="post", arguments=(*PLACE, "JEJAK"), khusus=OPERATOR_ONLY
    ),
    "narasi-semua": AccessRule(inside=200, outside=404, arguments=PLACE, narrowed=403),
    "narasi-ubah": AccessRule(inside=200, outside=404, arguments=(*PLACE, "kendala", "-"), narrowed=403),
    "narasi-tinjau": AccessRule(
        inside=302, outside=404, method="post", arguments=(*PLACE, "kendala", "-"), khusus=OPERATOR_ONLY
    ),
    "foto-unggah": AccessRule(inside=422, outside=404, method="post", arguments=PLACE, khusus=OPERATOR_ONLY),
    "lambang": AccessRule(
        inside=200, outside=404, arguments=(*PLACE, "kecamatan"), khusus=OPERATOR_ONLY, narrowed=403
    ),
    "lambang-hapus": AccessRule(
        inside=302, outside=404, arguments=(*PLACE, "kecamatan"), khusus=OPERATOR_ONLY, narrowed=403
    ),
    "foto-keadaan": AccessRule(inside=200, outside=404, arguments=PLACE),
    "foto-buang": AccessRule(
        inside=302, outside=404, method="post", arguments=(*PLACE, "FOTO_MASUK"), khusus=OPERATOR_ONLY
    ),
    "foto-kecil": AccessRule(inside=200, outside=404, arguments=(*PLACE, FIGURE_FINGERPRINT)),
    "realisasi-isi": AccessRule(inside=200, outside=404, arguments=PLACE, narrowed=302),
    "realisasi-sel": AccessRule(inside=200, outside=404, arguments=PLACE, narrowed=404, signed=200),
    "tabel-isi": AccessRule(inside=200, outside=404, arguments=(*PLACE, "renstra"), narrowed=403),
    "tabel-sel": AccessRule(inside=200, outside=404, arguments=(*PLACE, "renstra"), narrowed=403, signed=200),
    "realisasi-rincian": AccessRule(inside=200, outside=404, arguments=(*PLACE, "INDIKATOR")),
    "realisasi-nilai": AccessRule(inside=200, outside=404, arguments=(*PLACE, "INDIKATOR", 1), narrowed=422),
    "realisasi-komentar": AccessRule(
        inside=422, outside=404, method="post", arguments=(*PLACE, "INDIKATOR"), khusus=WITHOUT_KOMENTAR
    ),
    "komentar-selesai": AccessRule(
        inside=302, outside=404, method="post", arguments=(*PLACE, "KOMENTAR"), khusus=WITHOUT_KOMENTAR
    ),
    "bukti-unggah": AccessRule(
        inside=422, outside=404, method="post", arguments=(*PLACE, "INDIKATOR"), khusus=MEASURING
    ),
    "bukti-unduh": AccessRule(inside=200, outside=404, arguments=(*PLACE, "BUKTI")),
    "bukti-hapus": AccessRule(
        inside=200, outside=404, arguments=(*PLACE, "BUKTI"), khusus=MEASURING, narrowed=302
    ),
    "buku-kerja": AccessRule(inside=200, outside=404, arguments=PLACE),
    "buku-unduh": AccessRule(inside=200, outside=404, arguments=PLACE),
    "buku-unggah": AccessRule(inside=422, outside=404, method="post", arguments=PLACE, khusus=MEASURING),
    "buku-impor": AccessRule(inside=200, outside=404, arguments=(*PLACE, "IMPOR")),
    "buku-keadaan": AccessRule(inside=200, outside=404, arguments=(*PLACE, "IMPOR")),
    "buku-terapkan": AccessRule(
        inside=409, outside=404, method="post", arguments=(*PLACE, "IMPOR"), khusus=OPERATOR_ONLY
    ),
    "buku-pilih": AccessRule(
        inside=422, outside=404, method="post", arguments=(*PLACE, "IMPOR"), khusus=OPERATOR_ONLY
    ),
    "buku-ulangi": AccessRule(
        inside=302, outside=404, method="post", arguments=(*PLACE, "IMPOR"), khusus=OPERATOR_ONLY
    ),
    "buku-buang": AccessRule(
        inside=302, outside=404, method="post", arguments=(*PLACE, "IMPOR"), khusus=OPERATOR_ONLY
    ),
    "tempel": AccessRule(
        inside=200, outside=404, arguments=(*PLACE, "profil"), khusus=MEASURING, narrowed=422
    ),
    "baca-dokumen": AccessRule(inside=200, outside=404, arguments=PLACE),
    "baca-unggah": AccessRule(inside=422, outside=404, method="post", arguments=PLACE, khusus=OPERATOR_ONLY),
    "baca-pilih": AccessRule(
        inside=422, outside=404, method="post", arguments=(*PLACE, "IMPOR"), khusus=OPERATOR_ONLY
    ),
    "paket": AccessRule(inside=200, outside=403, khusus=NO_DRAFTS),
    **{
        nama: AccessRule(inside=200, outside=403, arguments=("PAKET",), khusus=NO_DRAFTS)
        for nama in (
            *("paket-rinci", "paket-keadaan", "paket-unduh"),
            *("paket-ikhtisar", "paket-ikhtisar-gaya", "paket-ikhtisar-unduh", "paket-ikhtisar-xlsx"),
        )
    },
    **{
        nama: AccessRule(
            inside=302,
            outside=403,
            method="post",
            arguments=("PAKET",),
            khusus=NO_DRAFTS | {"pengawas": 403},
        )
        for nama in ("paket-batal", "paket-ulangi")
    },
    "periksa-berkas": AccessRule(inside=200, outside=200, khusus=NO_READERS),
    # Nobody sees what another has uploaded; what one's own pages are: tests/reports/examine/test_pages.py.
    **{
        nama: AccessRule(inside=404, outside=404, arguments=("PERIKSA",), khusus=NO_READERS)
        for nama in ("periksa-berkas-rinci", "periksa-berkas-keadaan")
    },
    "periksa-berkas-simpan": AccessRule(
        inside=404, outside=404, method="post", arguments=("PERIKSA",), khusus=NO_READERS
    ),
    "periksa-berkas-hapus": AccessRule(
        inside=404, outside=404, arguments=("PERIKSA",), khusus=NO_READERS, narrowed=404
    ),
    "berkas-minta": AccessRule(inside=302, outside=404, method="post", arguments=(*PLACE, "rkt")),
    **{
        nama: AccessRule(
            inside=200, outside=404, arguments=("BERKAS",), khusus=dict.fromkeys(("bupati", *ABOVE), 403)
        )
        for nama in ("berkas", "berkas-keadaan", "berkas-unduh")
    },
}
