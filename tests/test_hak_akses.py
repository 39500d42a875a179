"""Who may what: every address × every role × own and other kecamatan. An address without a row fails the test."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from kecamatan.models import Kecamatan, Pengguna
from reports.models import BerkasLaporan
from sakip.models import RKT
from tests.pabrik import make, make_kabupaten, make_kecamatan, make_pengguna
from tests.tanggapan import tutup

pytestmark = pytest.mark.django_db

TAHUN = 2021
GAMBAR = b"\x89PNG\r\n\x1a\nlambang"
SIDIK_GAMBAR = hashlib.sha256(GAMBAR).hexdigest()

#: An address that only asks for a sign-in: where the answer is the same for everybody who has signed in.
MASUK = 302
ORANG_DALAM = ("operator", "camat", "organisasi", "pengawas", "admin")
PERAN = ("anonim", *ORANG_DALAM, "orang_luar", "tanpa_peran")


@dataclass(frozen=True, kw_only=True)
class Aturan:
    """What an address answers: to those of the kecamatan (``dalam``), to other users (``luar``), to strangers."""

    dalam: int
    luar: int
    anonim: int = MASUK
    metode: str = "get"
    argumen: tuple[object, ...] = ()
    query: str = ""
    bertempat: bool = True


TEMPAT = ("balung", TAHUN)

ATURAN: dict[str, Aturan] = {
    "sehat": Aturan(dalam=200, luar=200, anonim=200, bertempat=False),
    "masuk": Aturan(dalam=302, luar=302, anonim=200, bertempat=False),
    "keluar": Aturan(dalam=302, luar=302, metode="post", bertempat=False),
    "beranda": Aturan(dalam=200, luar=200, bertempat=False),
    "pindah": Aturan(dalam=302, luar=404, query="?kecamatan=balung&tahun=2021&halaman=rkt"),
    "tahun": Aturan(dalam=200, luar=404, argumen=TEMPAT),
    "halaman": Aturan(dalam=200, luar=404, argumen=(*TEMPAT, "rkt")),
    "dokumen": Aturan(dalam=200, luar=404, argumen=(*TEMPAT, "rkt")),
    "dokumen-gaya": Aturan(dalam=200, luar=404, argumen=(*TEMPAT, "rkt")),
    "dokumen-gambar": Aturan(dalam=200, luar=404, argumen=(*TEMPAT, SIDIK_GAMBAR)),
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


@pytest.fixture
def dunia() -> Dunia:
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
    return Dunia({peran: _pengguna(peran, kecamatan, tetangga) for peran in PERAN}, berkas)


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

    def telusuri(pola: list[URLPattern | URLResolver]) -> Iterator[str]:
        for satu in pola:
            if isinstance(satu, URLResolver):
                yield from telusuri(satu.url_patterns)
            else:
                yield satu.name or str(satu.pattern)

    return telusuri(get_resolver().url_patterns)


def kirim(client: Client, nama: str, dunia: Dunia) -> int:
    """Status of the answer to the address as its row in the table asks for it."""
    aturan = ATURAN[nama]
    argumen = [dunia.berkas.pk if a == "BERKAS" else a for a in aturan.argumen]
    jawaban = getattr(client, aturan.metode)(reverse(nama, args=argumen) + aturan.query)
    tutup(jawaban)
    return int(jawaban.status_code)


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
    sebelum = BerkasLaporan.objects.count()
    diharapkan = aturan.anonim if peran == "anonim" else aturan.dalam if peran in ORANG_DALAM else aturan.luar
    assert kirim(client, nama, dunia) == diharapkan
    if diharapkan != aturan.dalam or peran == "anonim":
        assert BerkasLaporan.objects.count() == sebelum


@pytest.mark.parametrize("nama", [nama for nama, aturan in ATURAN.items() if aturan.bertempat])
def test_a_stranger_is_sent_to_the_sign_in_and_back(client: Client, dunia: Dunia, nama: str) -> None:
    argumen = [dunia.berkas.pk if a == "BERKAS" else a for a in ATURAN[nama].argumen]
    jawaban = client.get(reverse(nama, args=argumen))
    assert jawaban["Location"].startswith("/masuk/?next=/")


@pytest.mark.parametrize("nama", [nama for nama, aturan in ATURAN.items() if aturan.metode == "post"])
def test_what_changes_something_needs_a_post(client: Client, dunia: Dunia, nama: str) -> None:
    pengguna = dunia.pengguna["operator"]
    assert pengguna
    client.force_login(pengguna)
    assert client.get(reverse(nama, args=ATURAN[nama].argumen)).status_code == 405


@pytest.mark.parametrize("nama", [nama for nama, aturan in ATURAN.items() if aturan.metode == "post"])
def test_a_post_from_elsewhere_is_refused(dunia: Dunia, nama: str) -> None:
    client = Client(enforce_csrf_checks=True)
    pengguna = dunia.pengguna["operator"]
    assert pengguna
    client.force_login(pengguna)
    jawaban = client.post(reverse(nama, args=ATURAN[nama].argumen))
    assert jawaban.status_code == 403
    assert "Formulir kedaluwarsa" in jawaban.content.decode()
    assert BerkasLaporan.objects.count() == 1


def test_private_answers_are_not_kept_by_shared_caches(client: Client, dunia: Dunia) -> None:
    pengguna = dunia.pengguna["operator"]
    assert pengguna
    client.force_login(pengguna)
    for nama, aturan in ATURAN.items():
        if aturan.metode == "get" and aturan.bertempat:
            argumen = [dunia.berkas.pk if a == "BERKAS" else a for a in aturan.argumen]
            jawaban = client.get(reverse(nama, args=argumen) + aturan.query)
            tutup(jawaban)
            assert "Cookie" in jawaban["Vary"] or "private" in jawaban["Cache-Control"], nama
            assert "public" not in jawaban.get("Cache-Control", ""), nama
