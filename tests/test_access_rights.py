"""Who may what: every address × every role × own and other kecamatan. An address without a row fails the test."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from pytest_django import DjangoDbBlocker

from kecamatan.models import Jejak, Kecamatan, Pengguna
from reports.models import BerkasLaporan, Dokumentasi, FotoMasuk, ImporBuku, Narasi
from sakip.models import RKT, BarisPK, BuktiDukung, KeputusanIKU, KomentarRealisasi, RencanaAksi
from tests.conftest import semodul
from tests.factory import (
    make,
    make_kabupaten,
    make_kecamatan,
    make_laporan,
    make_pengguna,
    make_pk,
    make_realisasi,
)
from tests.responses import tutup

#: Rights are decided in Python; what they are decided from is read on both engines by tests/kecamatan.
pytestmark = [pytest.mark.django_db, pytest.mark.satu_mesin]

TAHUN = 2021
GAMBAR = b"\x89PNG\r\n\x1a\nlambang"
SIDIK_GAMBAR = hashlib.sha256(GAMBAR).hexdigest()

#: An address that only asks for a sign-in: where the answer is the same for everybody who has signed in.
MASUK = 302
ORANG_DALAM = ("operator", "camat", "organisasi", "pengawas", "admin")
PERAN = ("anonim", *ORANG_DALAM, "orang_luar", "tanpa_peran")


@dataclass(frozen=True, kw_only=True)
class Aturan:
    """What an address answers: to those of the kecamatan (``dalam``), to other users (``luar``), to strangers.

    ``khusus`` are the peran of the kecamatan that are answered otherwise.
    """

    dalam: int
    luar: int
    anonim: int = MASUK
    metode: str = "get"
    argumen: tuple[object, ...] = ()
    query: str = ""
    bertempat: bool = True
    khusus: Mapping[str, int] = field(default_factory=dict)


TEMPAT = ("balung", TAHUN)

#: Only the operator writes records: the others see them and are told who may.
HANYA_OPERATOR = dict.fromkeys(("camat", "organisasi", "pengawas", "admin"), 403)

#: Who only looks writes no remarks either.
TANPA_KOMENTAR = dict.fromkeys(("pengawas", "admin"), 403)

#: Accounts are kept by Bagian Organisasi and admin. The others learn who does, and nothing about any person.
BUKAN_PENJAGA = dict.fromkeys(("operator", "camat", "pengawas"), 403)

ATURAN: dict[str, Aturan] = {
    "sehat": Aturan(dalam=200, luar=200, anonim=200, bertempat=False),
    "masuk": Aturan(dalam=302, luar=302, anonim=200, bertempat=False),
    "keluar": Aturan(dalam=302, luar=302, metode="post", bertempat=False),
    "masuk-kode": Aturan(dalam=302, luar=302),
    "undangan": Aturan(dalam=410, luar=410, anonim=410, argumen=("token-asing",), bertempat=False),
    "panduan": Aturan(dalam=200, luar=200),
    "panduan-halaman": Aturan(dalam=200, luar=200, argumen=("realisasi",)),
    "akun": Aturan(dalam=200, luar=200),
    "sandi-ubah": Aturan(dalam=200, luar=200),
    "langkah-kedua": Aturan(dalam=200, luar=200),
    "langkah-kedua-lepas": Aturan(dalam=404, luar=404),
    "kode-cadangan": Aturan(dalam=404, luar=404),
    "pengguna": Aturan(dalam=200, luar=403, khusus=BUKAN_PENJAGA),
    "pengguna-baru": Aturan(dalam=200, luar=403, khusus=BUKAN_PENJAGA),
    **{
        nama: Aturan(dalam=200, luar=403, argumen=("ORANG",), khusus=BUKAN_PENJAGA)
        for nama in (
            "pengguna-rinci",
            "pengguna-ubah",
            "pengguna-undang",
            "pengguna-sandi-pertama",
            "pengguna-nonaktifkan",
            "pengguna-aktifkan",
            "pengguna-langkah-kedua",
            "keanggotaan-baru",
        )
    },
    "keanggotaan-unit": Aturan(dalam=200, luar=403, argumen=("ORANG", "ANGGOTA"), khusus=BUKAN_PENJAGA),
    "keanggotaan-cabut": Aturan(dalam=200, luar=403, argumen=("ORANG", "ANGGOTA"), khusus=BUKAN_PENJAGA),
    "beranda": Aturan(dalam=200, luar=200, bertempat=False),
    "pindah": Aturan(dalam=302, luar=404, query="?kecamatan=balung&tahun=2021&halaman=rkt"),
    "tahun": Aturan(dalam=200, luar=404, argumen=TEMPAT),
    "halaman": Aturan(dalam=200, luar=404, argumen=(*TEMPAT, "rkt")),
    "dokumen": Aturan(dalam=200, luar=404, argumen=(*TEMPAT, "rkt")),
    "dokumen-gaya": Aturan(dalam=200, luar=404, argumen=(*TEMPAT, "rkt")),
    "dokumen-gambar": Aturan(dalam=200, luar=404, argumen=(*TEMPAT, SIDIK_GAMBAR)),
    "isi": Aturan(dalam=200, luar=404, argumen=(*TEMPAT, "pk")),
    "pk-murni": Aturan(dalam=302, luar=404, metode="post", argumen=TEMPAT, khusus=HANYA_OPERATOR),
    "pk-perubahan": Aturan(dalam=200, luar=404, argumen=TEMPAT, khusus=HANYA_OPERATOR),
    "iku-dari-renstra": Aturan(dalam=302, luar=404, metode="post", argumen=TEMPAT, khusus=HANYA_OPERATOR),
    "anggaran-dari-rkt": Aturan(dalam=302, luar=404, metode="post", argumen=TEMPAT, khusus=HANYA_OPERATOR),
    "anggaran-simpan": Aturan(dalam=302, luar=404, metode="post", argumen=TEMPAT, khusus=HANYA_OPERATOR),
    "salin": Aturan(dalam=200, luar=404, argumen=TEMPAT, khusus=HANYA_OPERATOR),
    "baris-baru": Aturan(
        dalam=200, luar=404, argumen=(*TEMPAT, "baris-pk"), query="?induk=PK", khusus=HANYA_OPERATOR
    ),
    "baris-sekaligus": Aturan(dalam=200, luar=404, argumen=(*TEMPAT, "desa"), khusus=HANYA_OPERATOR),
    "baris-ubah": Aturan(dalam=200, luar=404, argumen=(*TEMPAT, "pk", "PK")),
    "baris-hapus": Aturan(dalam=200, luar=404, argumen=(*TEMPAT, "pk", "PK"), khusus=HANYA_OPERATOR),
    "baris-pindah": Aturan(
        dalam=302, luar=404, metode="post", argumen=(*TEMPAT, "baris-pk", "BARIS"), khusus=HANYA_OPERATOR
    ),
    "baris-tinjau": Aturan(
        dalam=302, luar=404, metode="post", argumen=(*TEMPAT, "baris-pk", "BARIS"), khusus=HANYA_OPERATOR
    ),
    "nomenklatur": Aturan(dalam=200, luar=404, argumen=TEMPAT, query="?q=7.01&untuk=baris-rkt"),
    "renstra-salin": Aturan(dalam=200, luar=404, argumen=(*TEMPAT, "RENSTRA"), khusus=HANYA_OPERATOR),
    "rkt-dari-renstra": Aturan(dalam=302, luar=404, metode="post", argumen=TEMPAT, khusus=HANYA_OPERATOR),
    "rencana-aksi-dari-pk": Aturan(dalam=302, luar=404, metode="post", argumen=TEMPAT, khusus=HANYA_OPERATOR),
    "riwayat-tahun": Aturan(dalam=200, luar=404, argumen=TEMPAT),
    "baris-riwayat": Aturan(dalam=200, luar=404, argumen=(*TEMPAT, "pk", "PK")),
    "baris-pulihkan": Aturan(
        dalam=302, luar=404, metode="post", argumen=(*TEMPAT, "JEJAK"), khusus=HANYA_OPERATOR
    ),
    "narasi-ubah": Aturan(dalam=200, luar=404, argumen=(*TEMPAT, "kendala", "-")),
    "narasi-tinjau": Aturan(
        dalam=302, luar=404, metode="post", argumen=(*TEMPAT, "kendala", "-"), khusus=HANYA_OPERATOR
    ),
    "foto-unggah": Aturan(dalam=422, luar=404, metode="post", argumen=TEMPAT, khusus=HANYA_OPERATOR),
    "foto-keadaan": Aturan(dalam=200, luar=404, argumen=TEMPAT),
    "foto-buang": Aturan(
        dalam=302, luar=404, metode="post", argumen=(*TEMPAT, "FOTO_MASUK"), khusus=HANYA_OPERATOR
    ),
    "foto-kecil": Aturan(dalam=200, luar=404, argumen=(*TEMPAT, SIDIK_GAMBAR)),
    "realisasi-isi": Aturan(dalam=200, luar=404, argumen=TEMPAT),
    "realisasi-sel": Aturan(dalam=200, luar=404, argumen=TEMPAT),
    "realisasi-rincian": Aturan(dalam=200, luar=404, argumen=(*TEMPAT, "INDIKATOR")),
    "realisasi-nilai": Aturan(dalam=200, luar=404, argumen=(*TEMPAT, "INDIKATOR", 1), khusus=HANYA_OPERATOR),
    "realisasi-komentar": Aturan(
        dalam=422, luar=404, metode="post", argumen=(*TEMPAT, "INDIKATOR"), khusus=TANPA_KOMENTAR
    ),
    "komentar-selesai": Aturan(
        dalam=302, luar=404, metode="post", argumen=(*TEMPAT, "KOMENTAR"), khusus=TANPA_KOMENTAR
    ),
    "bukti-unggah": Aturan(
        dalam=422, luar=404, metode="post", argumen=(*TEMPAT, "INDIKATOR"), khusus=HANYA_OPERATOR
    ),
    "bukti-unduh": Aturan(dalam=200, luar=404, argumen=(*TEMPAT, "BUKTI")),
    "bukti-hapus": Aturan(dalam=200, luar=404, argumen=(*TEMPAT, "BUKTI"), khusus=HANYA_OPERATOR),
    "buku-kerja": Aturan(dalam=200, luar=404, argumen=TEMPAT),
    "buku-unduh": Aturan(dalam=200, luar=404, argumen=TEMPAT),
    "buku-unggah": Aturan(dalam=422, luar=404, metode="post", argumen=TEMPAT, khusus=HANYA_OPERATOR),
    "buku-impor": Aturan(dalam=200, luar=404, argumen=(*TEMPAT, "IMPOR")),
    "buku-keadaan": Aturan(dalam=200, luar=404, argumen=(*TEMPAT, "IMPOR")),
    "buku-terapkan": Aturan(
        dalam=409, luar=404, metode="post", argumen=(*TEMPAT, "IMPOR"), khusus=HANYA_OPERATOR
    ),
    "buku-ulangi": Aturan(
        dalam=302, luar=404, metode="post", argumen=(*TEMPAT, "IMPOR"), khusus=HANYA_OPERATOR
    ),
    "buku-buang": Aturan(
        dalam=302, luar=404, metode="post", argumen=(*TEMPAT, "IMPOR"), khusus=HANYA_OPERATOR
    ),
    "berkas-minta": Aturan(dalam=302, luar=404, metode="post", argumen=(*TEMPAT, "rkt")),
    "berkas": Aturan(dalam=200, luar=404, argumen=("BERKAS",)),
    "berkas-keadaan": Aturan(dalam=200, luar=404, argumen=("BERKAS",)),
    "berkas-unduh": Aturan(dalam=200, luar=404, argumen=("BERKAS",)),
}


@dataclass(frozen=True)
class Dunia:
    """A kecamatan with records and a finished PDF, and one user per role; ``orang_luar`` works next door."""

    pengguna: dict[str, Pengguna | None]
    berkas: BerkasLaporan
    pk: dict[str, int]
    """Numbers of rows that stand in the table by name."""

    def alamat(self, nama: str) -> str:
        """The address with its arguments filled in."""
        aturan = ATURAN[nama]
        argumen = [self.pk.get(a, a) if isinstance(a, str) else a for a in aturan.argumen]
        query = aturan.query
        for kata, nomor in self.pk.items():
            query = query.replace(kata, str(nomor))
        return reverse(nama, args=argumen) + query


@pytest.fixture(scope="module")
def dunia_modul(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Dunia]:
    with semodul(django_db_blocker):
        yield make_dunia()


@pytest.fixture
def dunia(dunia_modul: Dunia, db: None) -> Dunia:
    return dunia_modul


def make_dunia() -> Dunia:
    kabupaten = make_kabupaten(
        lambang=ContentFile(GAMBAR, name="lambang.png"),
        lambang_sha256=SIDIK_GAMBAR,
        lambang_lebar=60,
        lambang_tinggi=70,
    )
    kecamatan = make_kecamatan(kabupaten=kabupaten)
    tetangga = make_kecamatan(kabupaten=kabupaten, kode="35.09.11")
    for satu in (kecamatan, tetangga):
        make(RKT, kecamatan=satu, tahun=TAHUN)
        make(RencanaAksi, kecamatan=satu, tahun=TAHUN)
        make(KeputusanIKU, kecamatan=satu, tahun=TAHUN)
    berkas = make(
        BerkasLaporan,
        kecamatan=kecamatan,
        tahun=TAHUN,
        jenis="rkt",
        status="selesai",
        halaman=2,
        ukuran=8,
        berkas=ContentFile(b"%PDF-1.7", name="rkt.pdf"),
    )
    make(Narasi, kecamatan=kecamatan, tahun=TAHUN, bagian="kendala", ditinjau=False)
    make(
        Dokumentasi,
        kecamatan=kecamatan,
        tahun=TAHUN,
        foto=ContentFile(GAMBAR, name="foto.jpg"),
        sha256=SIDIK_GAMBAR,
    )
    masuk = make(
        FotoMasuk, kecamatan=kecamatan, tahun=TAHUN, berkas="", status="gagal", pesan="bukan gambar."
    )
    impor = make(
        ImporBuku,
        kecamatan=kecamatan,
        tahun=TAHUN,
        pengguna=make_pengguna("operator", kecamatan=kecamatan, username="pengunggah"),
        status="gagal",
        pesan="Berkas rusak.",
    )
    perjanjian = make_pk(kecamatan=kecamatan, tahun=TAHUN)
    baris = make(BarisPK, perjanjian=perjanjian, acuan_indikator=None)
    jejak = make(
        Jejak,
        tindakan="catatan.dihapus",
        objek_jenis="sakip.barispk",
        objek_pk=10_000,
        kecamatan=kecamatan,
        tahun=TAHUN,
    )
    orang = make_pengguna("operator", kecamatan=kecamatan, username="rekan.kerja")
    realisasi = make_realisasi(tahun=TAHUN)
    komentar = make(KomentarRealisasi, indikator=realisasi.indikator, tahun=TAHUN, pengguna=orang)
    bukti = make(BuktiDukung, realisasi=realisasi, berkas=ContentFile(b"%PDF-1.7", name="bukti.pdf"))
    return Dunia(
        {peran: _pengguna(peran, kecamatan, tetangga) for peran in PERAN},
        berkas,
        {
            "BERKAS": berkas.pk,
            "PK": perjanjian.pk,
            "BARIS": baris.pk,
            "JEJAK": jejak.pk,
            "FOTO_MASUK": masuk.pk,
            "IMPOR": impor.pk,
            "INDIKATOR": realisasi.indikator_id,
            "RENSTRA": realisasi.indikator.renstra_id,
            "KOMENTAR": komentar.pk,
            "BUKTI": bukti.pk,
        }
        | {"ORANG": orang.pk, "ANGGOTA": orang.keanggotaan.get().pk},
    )


def _pengguna(peran: str, kecamatan: Kecamatan, tetangga: Kecamatan) -> Pengguna | None:
    match peran:
        case "anonim":
            return None
        case "operator" | "camat":
            return make_pengguna(peran, kecamatan=kecamatan)
        case "organisasi" | "pengawas":
            return make_pengguna(peran, kabupaten=kecamatan.kabupaten)
        case "admin":
            return make_pengguna(peran)
        case "orang_luar":
            return make_pengguna("operator", kecamatan=tetangga, username="orang.luar")
        case _:
            return make_pengguna(username="tanpa.peran")


def nama_alamat() -> Iterator[str]:
    """Names of every address of the site."""

    def traverse(pola: list[URLPattern | URLResolver]) -> Iterator[str]:
        for satu in pola:
            if isinstance(satu, URLResolver):
                yield from traverse(satu.url_patterns)
            else:
                yield satu.name or str(satu.pattern)

    return traverse(get_resolver().url_patterns)


def send(client: Client, nama: str, dunia: Dunia) -> int:
    """Status of the answer to the address as its row in the table asks for it."""
    jawaban = getattr(client, ATURAN[nama].metode)(dunia.alamat(nama))
    tutup(jawaban)
    return int(jawaban.status_code)


#: A statement that writes to a table of our own: not to that of the sessions, say.
MENULIS = re.compile(r'(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM)\s+"((?:kecamatan|sakip|reports)_\w+)"')


@contextmanager
def tulisan() -> Iterator[list[str]]:
    """Tables of our own of which a row is written inside, even if that is taken back."""
    tabel: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        hasil = execute(sql, params, many, context)
        # An INSERT that returns its row is not counted before that is fetched; it has written one all the same.
        if sql.startswith("INSERT") or context["cursor"].rowcount > 0:
            tabel.extend(MENULIS.findall(sql))
        return hasil

    with connection.execute_wrapper(note):
        yield tabel


def test_every_address_has_a_row() -> None:
    alamat = list(nama_alamat())
    assert sorted(alamat) == sorted(ATURAN)
    assert len(alamat) == len(set(alamat))


@pytest.mark.parametrize("peran", PERAN)
@pytest.mark.parametrize("nama", ATURAN)
def test_status_by_address_and_role(client: Client, dunia: Dunia, nama: str, peran: str) -> None:
    aturan = ATURAN[nama]
    if pengguna := dunia.pengguna[peran]:
        client.force_login(pengguna)
    dalam = aturan.khusus.get(peran, aturan.dalam)
    diharapkan = aturan.anonim if peran == "anonim" else dalam if peran in ORANG_DALAM else aturan.luar
    with tulisan() as tabel:
        assert send(client, nama, dunia) == diharapkan
    if diharapkan != aturan.dalam or peran == "anonim":
        assert tabel == []


@pytest.mark.parametrize("nama", [nama for nama, aturan in ATURAN.items() if aturan.bertempat])
def test_a_stranger_is_sent_to_the_sign_in_and_back(client: Client, dunia: Dunia, nama: str) -> None:
    jawaban = client.get(dunia.alamat(nama))
    assert jawaban["Location"].startswith("/masuk/?next=/")


@pytest.mark.parametrize("nama", [nama for nama, aturan in ATURAN.items() if aturan.metode == "post"])
def test_what_changes_something_needs_a_post(client: Client, dunia: Dunia, nama: str) -> None:
    pengguna = dunia.pengguna["operator"]
    assert pengguna
    client.force_login(pengguna)
    assert client.get(dunia.alamat(nama)).status_code == 405


@pytest.mark.parametrize("nama", [nama for nama, aturan in ATURAN.items() if aturan.metode == "post"])
def test_a_post_from_elsewhere_is_refused(dunia: Dunia, nama: str) -> None:
    client = Client(enforce_csrf_checks=True)
    pengguna = dunia.pengguna["operator"]
    assert pengguna
    client.force_login(pengguna)
    jawaban = client.post(dunia.alamat(nama))
    assert jawaban.status_code == 403
    assert "Formulir kedaluwarsa" in jawaban.content.decode()
    assert BerkasLaporan.objects.count() == 1


def test_private_answers_are_not_kept_by_shared_caches(client: Client, dunia: Dunia) -> None:
    pengguna = dunia.pengguna["operator"]
    assert pengguna
    client.force_login(pengguna)
    for nama, aturan in ATURAN.items():
        if aturan.metode == "get" and aturan.bertempat:
            jawaban = client.get(dunia.alamat(nama))
            tutup(jawaban)
            assert "Cookie" in jawaban["Vary"] or "private" in jawaban["Cache-Control"], nama
            assert "public" not in jawaban.get("Cache-Control", ""), nama


#: What may go on after a report is signed, because it touches no record of the year: asking for a PDF, settling a
#: remark, looking at or throwing away an upload that was never applied.
BOLEH_SESUDAH_DITANDATANGANI = frozenset(
    {"berkas-minta", "komentar-selesai", "buku-ulangi", "buku-buang", "foto-buang"}
)


@pytest.mark.parametrize(
    "nama", [n for n, aturan in ATURAN.items() if aturan.metode == "post" and aturan.argumen[:2] == TEMPAT]
)
def test_a_signed_year_is_not_written_to(client: Client, dunia: Dunia, nama: str) -> None:
    operator = dunia.pengguna["operator"]
    assert operator
    kecamatan = Kecamatan.objects.get(slug="balung")
    make_laporan(kecamatan=kecamatan, tahun=TAHUN, status="ditandatangani")
    client.force_login(operator)
    with tulisan() as tabel:
        tutup(client.post(dunia.alamat(nama)))
    assert bool(tabel) is (nama in BOLEH_SESUDAH_DITANDATANGANI)
