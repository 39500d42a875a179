"""Who may what: every address × every role × own and other kecamatan."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.files.base import ContentFile
from django.db import transaction
from django.test import Client
from django.test.client import ClientHandler
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from kecamatan.models import Jejak, Kecamatan, KunciSistem, Pengguna, Provinsi, UnitKerja
from reports.models import (
    BerkasLaporan,
    CatatanReviu,
    Dokumentasi,
    FotoMasuk,
    IkhtisarKabupaten,
    ImporBuku,
    Laporan,
    Narasi,
    PaketLaporan,
    PeriksaBerkas,
    Permintaan,
)
from reports.publish import assemble
from reports.views import workbook
from sakip.models import (
    RKT,
    BarisPK,
    BuktiDukung,
    Indikator,
    KeputusanIKU,
    KomentarRealisasi,
    RencanaAksi,
    TataLetakSipd,
)
from sakip.snapshot.codec import write
from tests.access_rules import (
    FIGURE,
    FIGURE_FINGERPRINT,
    PERAN,
    PLACE,
    RULES,
    TAHUN,
    UNIT,
)
from tests.conftest import of_module
from tests.factory import (
    make,
    make_kabupaten,
    make_kecamatan,
    make_laporan,
    make_pengguna,
    make_pk,
    make_realisasi,
    make_scale,
)
from tests.reports.overview.example_overview import FOUR
from tests.responses import closed
from tests.written_tables import writing

#: Rights are decided in Python; what they are decided from is read on both engines by tests/kecamatan.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


@dataclass(frozen=True)
class World:
    """A kecamatan with records and a finished PDF, and one user per peran; ``orang_luar`` works next door."""

    pk: dict[str, int]
    """Numbers of rows that stand in the table by name."""

    sessions: dict[str, str]
    """Session keys by peran: everybody has signed in once."""

    handler: ClientHandler = field(default_factory=lambda: ClientHandler(enforce_csrf_checks=False))
    """What answers: one for all browsers."""

    def client(self, peran: str = "operator") -> Client:
        """A browser in which somebody of the peran has signed in; a stranger's for ``anonim``."""
        client = Client()
        client.handler = self.handler
        if key := self.sessions.get(peran):
            client.cookies[settings.SESSION_COOKIE_NAME] = key
        return client

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
    with of_module(django_db_blocker), pytest.MonkeyPatch.context() as patch:
        for room, name in ((assemble, "build"), (workbook, "workbook_export")):
            patch.setattr(room, name, made_once(getattr(room, name)))
        world = make_world()
        # What is worked out by the first who asks is there for all of them.
        for page in ("pemantauan", "pemantauan-capaian"):
            world.client("organisasi").get(world.address(page))
        yield world


def made_once(make: Callable[..., Any]) -> Callable[..., Any]:
    """What is made for everybody who may see it is the same: who may is asked here, not what it is."""
    made: dict[frozenset[tuple[str, Any]], Any] = {}

    def at_hand(**about: Any) -> Any:
        key = frozenset(about.items())
        if key not in made:
            made[key] = make(**about)
        return made[key]

    return at_hand


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
    report = make_laporan(kecamatan=kecamatan, tahun=TAHUN)
    catatan = make(CatatanReviu, laporan=report, pengguna=person)
    package = make(
        PaketLaporan,
        kabupaten=kabupaten,
        pengguna=person,
        status="selesai",
        ukuran=2,
        berkas=ContentFile(b"PK", name="paket.zip"),
        ikhtisar=make(
            IkhtisarKabupaten,
            kabupaten=kabupaten,
            naskah=write(FOUR),
            berkas=ContentFile(b"%PDF-1.7", name="ikhtisar.pdf"),
        ),
    )
    sessions = {
        peran: _signed_in(pengguna)
        for peran in PERAN
        if (pengguna := _pengguna(peran, kecamatan, neighbour)) is not None
    }
    # None is due to be moved on while they are all at work.
    Session.objects.update(expire_date=timezone.now() + timedelta(days=1))
    return World(
        {
            "BERKAS": file.pk,
            "PAKET": package.pk,
            "PERIKSA": make(PeriksaBerkas, kabupaten=kabupaten, pengguna=person).pk,
            "SKALA": make_scale(kabupaten=kabupaten).pk,
            "KUNCI": make(KunciSistem, kabupaten=kabupaten, dibuat_oleh=person).pk,
            "PK": perjanjian.pk,
            "BARIS": row.pk,
            "JEJAK": jejak.pk,
            "FOTO_MASUK": incoming.pk,
            "IMPOR": upload.pk,
            "INDIKATOR": realisasi.indikator_id,
            "RENSTRA": realisasi.indikator.renstra_id,
            "KOMENTAR": komentar.pk,
            "CATATAN": catatan.pk,
            "PERMINTAAN": make(Permintaan, kecamatan=kecamatan, tahun=TAHUN, diminta_oleh=person).pk,
            "TATA_LETAK": make(TataLetakSipd, kabupaten=kabupaten).pk,
            "BUKTI": bukti.pk,
        }
        | {"ORANG": person.pk, "ANGGOTA": person.keanggotaan.get().pk},
        sessions,
    )


def _signed_in(pengguna: Pengguna) -> str:
    client = Client()
    client.force_login(pengguna)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


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
        case "organisasi" | "pengawas" | "bupati":
            return make_pengguna(peran, kabupaten=kecamatan.kabupaten)
        case "admin" | "pusat":
            return make_pengguna(peran)
        case "provinsi":
            return make_pengguna(peran, provinsi=make(Provinsi))
        case "provinsi_lain":
            return make_pengguna("provinsi", provinsi=make(Provinsi, kode="34", nama="Yogyakarta"))
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


@dataclass(frozen=True)
class Answer:
    """The answer to a request, and the tables that were written for it."""

    status: int
    tables: list[str]
    location: str
    headers: Mapping[str, str]
    words: str


def asked(world: World, nama: str, peran: str, method: str, data: dict[str, str] | None = None) -> Answer:
    """What the address answers; what it writes is left to the caller."""
    with writing() as tables:
        answer = getattr(world.client(peran), method)(world.address(nama), data)
        closed(answer)
    words = "" if answer.streaming else answer.content.decode(errors="replace")
    return Answer(answer.status_code, tables, answer.get("Location", ""), answer.headers, words)


@contextmanager
def taken_back() -> Iterator[None]:
    """What is written inside is taken back: each of many requests of one test finds the world as it was made."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def test_every_address_has_a_row() -> None:
    addresses = list(url_names())
    assert sorted(addresses) == sorted(RULES)
    assert len(addresses) == len(set(addresses))


@pytest.mark.parametrize("nama", RULES)
def test_status_by_address_and_role(world: World, nama: str) -> None:
    """For every peran; what a reader may see no shared cache may keep, and who is turned away has written nothing."""
    rules = RULES[nama]
    answers, expected = {}, {}
    for peran in PERAN:
        expected[peran] = rules.answer(peran)
        with taken_back():
            answers[peran] = asked(world, nama, peran, rules.method)
    assert {peran: answer.status for peran, answer in answers.items()} == expected
    turned_away = {p for p in PERAN if p == "anonim" or expected[p] != rules.inside}
    assert {p: answers[p].tables for p in turned_away} == {p: [] for p in turned_away}
    if rules.method == "get" and rules.placed:
        for answer in answers.values():
            kept = answer.headers.get("Cache-Control", "")
            assert "Cookie" in answer.headers["Vary"] or "private" in kept
            assert "public" not in kept


#: Addresses about one indikator, by what they write.
OF_AN_INDIKATOR = (
    "realisasi-nilai",
    "realisasi-komentar",
    "komentar-selesai",
    "bukti-unggah",
    "bukti-hapus",
)
OF_A_YEAR = [nama for nama, rules in RULES.items() if rules.arguments[:2] == PLACE]
POSTED = [nama for nama, rules in RULES.items() if rules.method == "post"]


def test_the_indikator_of_a_unit_is_in_the_table_by_every_address_that_writes_about_it() -> None:
    """An address that a narrowed operator may post to is about an indikator, or judged cell by cell below, or says
    what he himself has read."""
    may = {nama for nama in OF_A_YEAR if RULES[nama].posted_by_narrowed not in (403, 405)}
    others = {"realisasi-isi", "realisasi-sel", "buku-unggah", "tempel", "berkas-minta", "meja-dibaca"}
    assert may == {*OF_AN_INDIKATOR, *others}


@pytest.mark.parametrize("nama", OF_A_YEAR)
def test_an_operator_of_one_unit_posts(world: World, nama: str) -> None:
    answer = asked(world, nama, "operator_unit", "post")
    assert answer.status == RULES[nama].posted_by_narrowed
    # Where no operator of the kecamatan may, none of the whole of it is named.
    if answer.status == 403 and RULES[nama].answer("operator") != 403 and not nama.startswith("tanda-tangan"):
        assert "tidak dibatasi pada unit kerja." in answer.words
    if answer.status in {403, 404, 405, 422}:
        assert answer.tables == []


@pytest.mark.parametrize("nama", OF_AN_INDIKATOR)
def test_an_operator_of_one_unit_writes_nothing_about_an_indikator_of_another(
    world: World, nama: str
) -> None:
    Indikator.objects.update(penanggung_jawab=["seksi-lain"])
    answer = asked(world, nama, "operator_unit", "post")
    assert (answer.status, answer.tables) == (403, [])
    assert "unit kerja lain" in answer.words


#: Addresses of one row of a kecamatan; how files of the budget are laid out is known for a whole kabupaten.
OF_A_ROW = [
    nama
    for nama in OF_A_YEAR
    if any(isinstance(a, str) and a.isupper() and a != "TATA_LETAK" for a in RULES[nama].arguments[2:])
]


@pytest.mark.parametrize("nama", OF_A_ROW)
def test_a_row_of_another_kecamatan_is_not_found_at_ones_own_address(world: World, nama: str) -> None:
    """Who may all that there is to do at an address does it to the rows of the kecamatan that the address names."""
    neighbour = Kecamatan.objects.get(kode="35.09.11")
    own = reverse(nama, args=[neighbour.slug, *(world.pk.get(str(a), a) for a in RULES[nama].arguments[1:])])
    made_anew = {"operator": "orang_luar", "organisasi": "organisasi"}
    browsers = {peran: world.client(session) for peran, session in made_anew.items()}
    browsers["camat"] = Client()
    browsers["camat"].force_login(make_pengguna("camat", kecamatan=neighbour, username="camat.luar"))
    found = {}
    for peran, client in browsers.items():
        for method in ("get", "post"):
            with taken_back(), writing() as tables:
                answer = getattr(client, method)(own)
                closed(answer)
            found[peran, method] = answer.status_code
            assert tables == []
    assert set(found.values()) <= {404, 403, 405}
    assert 404 in found.values()


def test_a_stranger_is_sent_to_the_sign_in_and_back(world: World) -> None:
    placed = [nama for nama, rules in RULES.items() if rules.placed]
    sent = {nama: asked(world, nama, "anonim", "get").location.partition("=")[0] for nama in placed}
    assert sent == dict.fromkeys(placed, "/masuk/?next")


def test_what_changes_something_needs_a_post(world: World) -> None:
    assert {nama: asked(world, nama, "operator", "get").status for nama in POSTED} == dict.fromkeys(
        POSTED, 405
    )


def test_a_post_from_elsewhere_is_refused(world: World) -> None:
    from_elsewhere = ClientHandler(enforce_csrf_checks=True)
    for nama in POSTED:
        client = world.client()
        client.handler = from_elsewhere
        with writing() as tables:
            answer = client.post(world.address(nama))
        assert (nama, answer.status_code, tables) == (nama, 403, [])
        assert "Formulir kedaluwarsa" in answer.content.decode()


@pytest.mark.parametrize(
    "nama",
    [n for n, rules in RULES.items() if (rules.method, rules.inside) == ("post", 302) and n != "keluar"],
)
def test_an_action_asked_for_twice_is_done_once(world: World, nama: str) -> None:
    """Two clicks send the same form; whatever the second would find, it is answered as the first was."""
    sent = {"csrfmiddlewaretoken": nama.ljust(64, "-")}
    first, second = (asked(world, nama, "operator", "post", sent) for _ in range(2))
    assert (first.status, first.location) == (second.status, second.location)
    assert second.tables == []


#: What may go on after a report is signed, because it touches no record of the year: asking for a PDF, settling a
#: remark, looking at or throwing away an upload that was never applied, forgetting how files of any year are laid out.
ALLOWED_AFTER_SIGNING = frozenset(
    {"berkas-minta", "komentar-selesai", "buku-ulangi", "buku-buang", "foto-buang", "anggaran-sipd-lupakan"}
)


def test_a_signed_year_is_not_written_to(world: World) -> None:
    balung = Kecamatan.objects.get(slug="balung")
    old = Laporan.objects.get(kecamatan=balung, tahun=TAHUN)
    later = {"versi": 2, "menggantikan": old, "alasan_dibuka": "Angka keliru."}
    make_laporan(kecamatan=balung, tahun=TAHUN, status="ditandatangani", **later)
    written = set()
    for nama in POSTED:
        with taken_back():
            if nama in OF_A_YEAR and asked(world, nama, "operator", "post").tables:
                written.add(nama)
    assert written == ALLOWED_AFTER_SIGNING
