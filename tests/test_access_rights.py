"""Who may what: every address × every role × own and other kecamatan. An address without a row fails the test."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from pytest_django import DjangoDbBlocker

from kecamatan.models import Jejak, Kecamatan, Pengguna, UnitKerja
from reports.models import BerkasLaporan, Dokumentasi, FotoMasuk, ImporBuku, Narasi
from sakip.models import RKT, BarisPK, BuktiDukung, Indikator, KeputusanIKU, KomentarRealisasi, RencanaAksi
from tests.conftest import of_module
from tests.factory import (
    make,
    make_kabupaten,
    make_kecamatan,
    make_laporan,
    make_pengguna,
    make_pk,
    make_realisasi,
)
from tests.responses import closed
from tests.written_tables import writing

#: Rights are decided in Python; what they are decided from is read on both engines by tests/kecamatan.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

TAHUN = 2021
UNIT = "seksi-pelayanan"
FIGURE = b"\x89PNG\r\n\x1a\nlambang"
FIGURE_FINGERPRINT = hashlib.sha256(FIGURE).hexdigest()

#: An address that only asks for a sign-in: where the answer is the same for everybody who has signed in.
SIGN_IN = 302
INSIDERS = ("operator", "operator_unit", "camat", "organisasi", "pengawas", "admin")
PERAN = ("anonim", *INSIDERS, "orang_luar", "tanpa_peran")


@dataclass(frozen=True, kw_only=True)
class AccessRule:
    """What an address answers: to those of the kecamatan (``inside``), to other users (``outside``), to strangers.

    ``khusus`` are the peran of the kecamatan that are answered otherwise. ``narrowed`` is what a POST of an operator
    is answered who is narrowed to a unit: of an address that takes one though it is read with a GET.
    """

    inside: int
    outside: int
    anonymous: int = SIGN_IN
    method: str = "get"
    arguments: tuple[object, ...] = ()
    query: str = ""
    placed: bool = True
    khusus: Mapping[str, int] = field(default_factory=dict)
    narrowed: int | None = None

    @property
    def posted_by_narrowed(self) -> int:
        """The answer to a POST of an operator of one unit; 405 where nothing is written."""
        if self.narrowed is not None:
            return self.narrowed
        return self.khusus.get("operator_unit", self.inside if self.method == "post" else 405)


PLACE = ("balung", TAHUN)

#: Only the operator writes realisasi and its bukti, each narrowed one those of his indikator.
MEASURING = dict.fromkeys(("camat", "organisasi", "pengawas", "admin"), 403)

#: Only the operator of the whole kecamatan writes records: the others see them and are told who may.
OPERATOR_ONLY = {"operator_unit": 403, **MEASURING}

#: Who only looks writes no remarks either.
WITHOUT_KOMENTAR = dict.fromkeys(("pengawas", "admin"), 403)

#: Accounts are kept by Bagian Organisasi and admin. The others learn who does, and nothing about any person.
NO_GUARDS = dict.fromkeys(("operator", "operator_unit", "camat", "pengawas"), 403)

RULES: dict[str, AccessRule] = {
    "sehat": AccessRule(inside=200, outside=200, anonymous=200, placed=False),
    "masuk": AccessRule(inside=302, outside=302, anonymous=200, placed=False),
    "keluar": AccessRule(inside=302, outside=302, method="post", placed=False),
    "masuk-kode": AccessRule(inside=302, outside=302),
    "undangan": AccessRule(inside=410, outside=410, anonymous=410, arguments=("token-asing",), placed=False),
    "panduan": AccessRule(inside=200, outside=200),
    "panduan-halaman": AccessRule(inside=200, outside=200, arguments=("realisasi",)),
    "akun": AccessRule(inside=200, outside=200),
    "aktif": AccessRule(inside=204, outside=204),
    "sandi-ubah": AccessRule(inside=200, outside=200),
    "langkah-kedua": AccessRule(inside=200, outside=200),
    "langkah-kedua-lepas": AccessRule(inside=404, outside=404),
    "kode-cadangan": AccessRule(inside=404, outside=404),
    "pengguna": AccessRule(inside=200, outside=403, khusus=NO_GUARDS),
    "pengguna-baru": AccessRule(inside=200, outside=403, khusus=NO_GUARDS),
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
            "keanggotaan-baru",
        )
    },
    "keanggotaan-unit": AccessRule(inside=200, outside=403, arguments=("ORANG", "ANGGOTA"), khusus=NO_GUARDS),
    "keanggotaan-cabut": AccessRule(
        inside=200, outside=403, arguments=("ORANG", "ANGGOTA"), khusus=NO_GUARDS
    ),
    "beranda": AccessRule(inside=200, outside=200, placed=False),
    "pindah": AccessRule(inside=302, outside=404, query="?kecamatan=balung&tahun=2021&halaman=rkt"),
    "tahun": AccessRule(inside=200, outside=404, arguments=PLACE),
    "halaman": AccessRule(inside=200, outside=404, arguments=(*PLACE, "rkt")),
    "dokumen": AccessRule(inside=200, outside=404, arguments=(*PLACE, "rkt")),
    "dokumen-gaya": AccessRule(inside=200, outside=404, arguments=(*PLACE, "rkt")),
    "dokumen-gambar": AccessRule(inside=200, outside=404, arguments=(*PLACE, FIGURE_FINGERPRINT)),
    "isi": AccessRule(inside=200, outside=404, arguments=(*PLACE, "pk")),
    "pk-murni": AccessRule(inside=302, outside=404, method="post", arguments=PLACE, khusus=OPERATOR_ONLY),
    "pk-perubahan": AccessRule(inside=200, outside=404, arguments=PLACE, khusus=OPERATOR_ONLY),
    "iku-dari-renstra": AccessRule(
        inside=302, outside=404, method="post", arguments=PLACE, khusus=OPERATOR_ONLY
    ),
    "anggaran-dari-rkt": AccessRule(
        inside=302, outside=404, method="post", arguments=PLACE, khusus=OPERATOR_ONLY
    ),
    "anggaran-simpan": AccessRule(
        inside=302, outside=404, method="post", arguments=PLACE, khusus=OPERATOR_ONLY
    ),
    "salin": AccessRule(inside=200, outside=404, arguments=PLACE, khusus=OPERATOR_ONLY),
    "baris-baru": AccessRule(
        inside=200, outside=404, arguments=(*PLACE, "baris-pk"), query="?induk=PK", khusus=OPERATOR_ONLY
    ),
    "penanda-tangan": AccessRule(
        inside=200, outside=404, arguments=(*PLACE, "pk"), query="?tanggal=4/1/2021&tanggal_cetak="
    ),
    "baris-sekaligus": AccessRule(inside=200, outside=404, arguments=(*PLACE, "desa"), khusus=OPERATOR_ONLY),
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
    "nomenklatur": AccessRule(inside=200, outside=404, arguments=PLACE, query="?q=7.01&untuk=baris-rkt"),
    "renstra-salin": AccessRule(inside=200, outside=404, arguments=(*PLACE, "RENSTRA"), khusus=OPERATOR_ONLY),
    "perbedaan": AccessRule(inside=200, outside=404, arguments=(*PLACE, "rkt"), narrowed=403),
    "rkt-dari-renstra": AccessRule(
        inside=302, outside=404, method="post", arguments=PLACE, khusus=OPERATOR_ONLY
    ),
    "rencana-aksi-dari-pk": AccessRule(
        inside=302, outside=404, method="post", arguments=PLACE, khusus=OPERATOR_ONLY
    ),
    "riwayat-tahun": AccessRule(inside=200, outside=404, arguments=PLACE),
    "baris-riwayat": AccessRule(inside=200, outside=404, arguments=(*PLACE, "pk", "PK")),
    "baris-pulihkan": AccessRule(
        inside=302, outside=404, method="post", arguments=(*PLACE, "JEJAK"), khusus=OPERATOR_ONLY
    ),
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
    "realisasi-sel": AccessRule(inside=200, outside=404, arguments=PLACE, narrowed=404),
    "realisasi-rincian": AccessRule(inside=200, outside=404, arguments=(*PLACE, "INDIKATOR")),
    "realisasi-nilai": AccessRule(
        inside=200, outside=404, arguments=(*PLACE, "INDIKATOR", 1), khusus=MEASURING, narrowed=422
    ),
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
    "berkas-minta": AccessRule(inside=302, outside=404, method="post", arguments=(*PLACE, "rkt")),
    "berkas": AccessRule(inside=200, outside=404, arguments=("BERKAS",)),
    "berkas-keadaan": AccessRule(inside=200, outside=404, arguments=("BERKAS",)),
    "berkas-unduh": AccessRule(inside=200, outside=404, arguments=("BERKAS",)),
}


@dataclass(frozen=True)
class World:
    """A kecamatan with records and a finished PDF, and one user per role; ``orang_luar`` works next door."""

    pengguna: dict[str, Pengguna | None]
    file: BerkasLaporan
    pk: dict[str, int]
    """Numbers of rows that stand in the table by name."""

    def address(self, nama: str) -> str:
        """The address with its arguments filled in."""
        rules = RULES[nama]
        arguments = [self.pk.get(a, a) if isinstance(a, str) else a for a in rules.arguments]
        query = rules.query
        for word, nomor in self.pk.items():
            query = query.replace(word, str(nomor))
        return reverse(nama, args=arguments) + query


@pytest.fixture(scope="module")
def world_of_module(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    with of_module(django_db_blocker):
        yield make_world()


@pytest.fixture
def world(world_of_module: World, db: None) -> World:
    return world_of_module


def make_world() -> World:
    kabupaten = make_kabupaten(
        lambang=ContentFile(FIGURE, name="lambang.png"),
        lambang_sha256=FIGURE_FINGERPRINT,
        lambang_lebar=60,
        lambang_tinggi=70,
    )
    kecamatan = make_kecamatan(kabupaten=kabupaten)
    neighbour = make_kecamatan(kabupaten=kabupaten, kode="35.09.11")
    for one in (kecamatan, neighbour):
        make(RKT, kecamatan=one, tahun=TAHUN)
        make(RencanaAksi, kecamatan=one, tahun=TAHUN)
        make(KeputusanIKU, kecamatan=one, tahun=TAHUN)
    file = make(
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
        foto=ContentFile(FIGURE, name="foto.jpg"),
        sha256=FIGURE_FINGERPRINT,
    )
    incoming = make(
        FotoMasuk, kecamatan=kecamatan, tahun=TAHUN, berkas="", status="gagal", pesan="bukan gambar."
    )
    upload = make(
        ImporBuku,
        kecamatan=kecamatan,
        tahun=TAHUN,
        pengguna=make_pengguna("operator", kecamatan=kecamatan, username="pengunggah"),
        status="gagal",
        pesan="Berkas rusak.",
    )
    perjanjian = make_pk(kecamatan=kecamatan, tahun=TAHUN)
    row = make(BarisPK, perjanjian=perjanjian, acuan_indikator=None)
    jejak = make(
        Jejak,
        tindakan="catatan.dihapus",
        objek_jenis="sakip.barispk",
        objek_pk=10_000,
        kecamatan=kecamatan,
        tahun=TAHUN,
    )
    person = make_pengguna("operator", kecamatan=kecamatan, username="rekan.kerja")
    realisasi = make_realisasi(tahun=TAHUN)
    realisasi.indikator.penanggung_jawab = [UNIT]
    realisasi.indikator.save()
    komentar = make(KomentarRealisasi, indikator=realisasi.indikator, tahun=TAHUN, pengguna=person)
    bukti = make(BuktiDukung, realisasi=realisasi, berkas=ContentFile(b"%PDF-1.7", name="bukti.pdf"))
    return World(
        {peran: _pengguna(peran, kecamatan, neighbour) for peran in PERAN},
        file,
        {
            "BERKAS": file.pk,
            "PK": perjanjian.pk,
            "BARIS": row.pk,
            "JEJAK": jejak.pk,
            "FOTO_MASUK": incoming.pk,
            "IMPOR": upload.pk,
            "INDIKATOR": realisasi.indikator_id,
            "RENSTRA": realisasi.indikator.renstra_id,
            "KOMENTAR": komentar.pk,
            "BUKTI": bukti.pk,
        }
        | {"ORANG": person.pk, "ANGGOTA": person.keanggotaan.get().pk},
    )


def _pengguna(peran: str, kecamatan: Kecamatan, neighbour: Kecamatan) -> Pengguna | None:
    match peran:
        case "anonim":
            return None
        case "operator" | "camat":
            return make_pengguna(peran, kecamatan=kecamatan)
        case "operator_unit":
            narrowed = make_pengguna("operator", kecamatan=kecamatan, username="operator.unit")
            unit = make(UnitKerja, kecamatan=kecamatan, kunci=UNIT, nama="Seksi Pelayanan")
            narrowed.keanggotaan.get().unit.add(unit)
            return narrowed
        case "organisasi" | "pengawas":
            return make_pengguna(peran, kabupaten=kecamatan.kabupaten)
        case "admin":
            return make_pengguna(peran)
        case "orang_luar":
            return make_pengguna("operator", kecamatan=neighbour, username="orang.luar")
        case _:
            return make_pengguna(username="tanpa.peran")


def url_names() -> Iterator[str]:
    """Names of every address of the site."""

    def traverse(pattern: list[URLPattern | URLResolver]) -> Iterator[str]:
        for one in pattern:
            if isinstance(one, URLResolver):
                yield from traverse(one.url_patterns)
            else:
                yield one.name or str(one.pattern)

    return traverse(get_resolver().url_patterns)


def send(client: Client, nama: str, world: World) -> int:
    """Status of the answer to the address as its row in the table asks for it."""
    answer = getattr(client, RULES[nama].method)(world.address(nama))
    closed(answer)
    return int(answer.status_code)


def test_every_address_has_a_row() -> None:
    addresses = list(url_names())
    assert sorted(addresses) == sorted(RULES)
    assert len(addresses) == len(set(addresses))


@pytest.mark.parametrize("peran", PERAN)
@pytest.mark.parametrize("nama", RULES)
def test_status_by_address_and_role(client: Client, world: World, nama: str, peran: str) -> None:
    rules = RULES[nama]
    if pengguna := world.pengguna[peran]:
        client.force_login(pengguna)
    inside = rules.khusus.get(peran, rules.inside)
    expected = rules.anonymous if peran == "anonim" else inside if peran in INSIDERS else rules.outside
    with writing() as tables:
        assert send(client, nama, world) == expected
    if expected != rules.inside or peran == "anonim":
        assert tables == []


#: Addresses about one indikator, by what they write.
OF_AN_INDIKATOR = (
    "realisasi-nilai",
    "realisasi-komentar",
    "komentar-selesai",
    "bukti-unggah",
    "bukti-hapus",
)
OF_A_YEAR = [nama for nama, rules in RULES.items() if rules.arguments[:2] == PLACE]


def test_the_indikator_of_a_unit_is_in_the_table_by_every_address_that_writes_about_it() -> None:
    """An address that a narrowed operator may post to is about an indikator, or judged cell by cell below."""
    may = {nama for nama in OF_A_YEAR if RULES[nama].posted_by_narrowed not in (403, 405)}
    assert may == {*OF_AN_INDIKATOR, "realisasi-isi", "realisasi-sel", "buku-unggah", "berkas-minta"}


@pytest.mark.parametrize("nama", OF_A_YEAR)
def test_an_operator_of_one_unit_posts(client: Client, world: World, nama: str) -> None:
    narrowed = world.pengguna["operator_unit"]
    assert narrowed
    client.force_login(narrowed)
    with writing() as tables:
        answer = client.post(world.address(nama))
        closed(answer)
    assert answer.status_code == RULES[nama].posted_by_narrowed
    if answer.status_code == 403:
        assert "tidak dibatasi pada unit kerja." in answer.content.decode()
    if answer.status_code in {403, 404, 405, 422}:
        assert tables == []


@pytest.mark.parametrize("nama", OF_AN_INDIKATOR)
def test_an_operator_of_one_unit_writes_nothing_about_an_indikator_of_another(
    client: Client, world: World, nama: str
) -> None:
    Indikator.objects.update(penanggung_jawab=["seksi-lain"])
    narrowed = world.pengguna["operator_unit"]
    assert narrowed
    client.force_login(narrowed)
    with writing() as tables:
        answer = client.post(world.address(nama))
        closed(answer)
    assert answer.status_code == 403
    assert "unit kerja lain" in answer.content.decode()
    assert tables == []


@pytest.mark.parametrize("nama", [nama for nama, rules in RULES.items() if rules.placed])
def test_a_stranger_is_sent_to_the_sign_in_and_back(client: Client, world: World, nama: str) -> None:
    answer = client.get(world.address(nama))
    assert answer["Location"].startswith("/masuk/?next=/")


@pytest.mark.parametrize("nama", [nama for nama, rules in RULES.items() if rules.method == "post"])
def test_what_changes_something_needs_a_post(client: Client, world: World, nama: str) -> None:
    pengguna = world.pengguna["operator"]
    assert pengguna
    client.force_login(pengguna)
    assert client.get(world.address(nama)).status_code == 405


@pytest.mark.parametrize("nama", [nama for nama, rules in RULES.items() if rules.method == "post"])
def test_a_post_from_elsewhere_is_refused(world: World, nama: str) -> None:
    client = Client(enforce_csrf_checks=True)
    pengguna = world.pengguna["operator"]
    assert pengguna
    client.force_login(pengguna)
    answer = client.post(world.address(nama))
    assert answer.status_code == 403
    assert "Formulir kedaluwarsa" in answer.content.decode()
    assert BerkasLaporan.objects.count() == 1


@pytest.mark.parametrize(
    "nama",
    [n for n, rules in RULES.items() if (rules.method, rules.inside) == ("post", 302) and n != "keluar"],
)
def test_an_action_asked_for_twice_is_done_once(client: Client, world: World, nama: str) -> None:
    """Two clicks send the same form; whatever the second would find, it is answered as the first was."""
    pengguna = world.pengguna["operator"]
    assert pengguna
    client.force_login(pengguna)
    sent = {"csrfmiddlewaretoken": nama.ljust(64, "-")}
    first = client.post(world.address(nama), sent)
    with writing() as tables:
        second = client.post(world.address(nama), sent)
    assert (first.status_code, first["Location"]) == (second.status_code, second["Location"])
    assert tables == []


def test_private_answers_are_not_kept_by_shared_caches(client: Client, world: World) -> None:
    pengguna = world.pengguna["operator"]
    assert pengguna
    client.force_login(pengguna)
    for nama, rules in RULES.items():
        if rules.method == "get" and rules.placed:
            answer = client.get(world.address(nama))
            closed(answer)
            assert "Cookie" in answer["Vary"] or "private" in answer["Cache-Control"], nama
            assert "public" not in answer.get("Cache-Control", ""), nama


#: What may go on after a report is signed, because it touches no record of the year: asking for a PDF, settling a
#: remark, looking at or throwing away an upload that was never applied.
ALLOWED_AFTER_SIGNING = frozenset(
    {"berkas-minta", "komentar-selesai", "buku-ulangi", "buku-buang", "foto-buang"}
)


@pytest.mark.parametrize(
    "nama", [n for n, rules in RULES.items() if rules.method == "post" and rules.arguments[:2] == PLACE]
)
def test_a_signed_year_is_not_written_to(client: Client, world: World, nama: str) -> None:
    operator = world.pengguna["operator"]
    assert operator
    kecamatan = Kecamatan.objects.get(slug="balung")
    make_laporan(kecamatan=kecamatan, tahun=TAHUN, status="ditandatangani")
    client.force_login(operator)
    with writing() as tables:
        closed(client.post(world.address(nama)))
    assert bool(tables) is (nama in ALLOWED_AFTER_SIGNING)
