"""The public pages: what anybody reads of a signed document, and that of others nothing is told."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from pytest_django import DjangoAssertNumQueries, DjangoDbBlocker

from kecamatan.accounts import public_budget
from kecamatan.accounts.public_budget import Budget
from kecamatan.models import Kabupaten, Kecamatan
from reports.models import PengaturanDokumen, SalinanPublik
from reports.public.copies import copy_make, copy_request
from reports.views import public
from tests.conftest import of_module
from tests.factory import make as make_row
from tests.factory import make_kecamatan, make_laporan
from tests.reports.public.shown import Shown, show
from tests.reports.signing.archives import archived, tamper
from tests.reports.signing.signers import signed_pdf

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

YEAR = "/publik/35.09.10/2023/"
DOCUMENT = f"{YEAR}lkip/1/"
ADDRESSES = (
    "/publik/",
    "/publik/35.09/",
    "/publik/skema/",
    "/publik/skema/capaian.json",
    YEAR,
    f"{YEAR}data/datapackage.json",
    f"{YEAR}data/capaian.csv",
    f"{YEAR}data/capaian.json",
    DOCUMENT,
    f"{DOCUMENT}gaya.css",
    f"{DOCUMENT}pdf/",
)


@pytest.fixture(scope="module")
def shown_of_module(mini_of_module: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Shown]:
    with of_module(django_db_blocker):
        yield show()


@pytest.fixture
def shown(shown_of_module: Shown, db: None) -> Shown:
    return shown_of_module


def words(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return " ".join(answer.content.decode().split())


def test_everything_is_there_without_signing_in_and_nothing_where_it_is_switched_off(
    shown: Shown, client: Client
) -> None:
    there = {address: client.get(address).status_code for address in ADDRESSES}
    assert there == dict.fromkeys(ADDRESSES, 200) | {"/publik/": 302}  # the only kabupaten there is
    PengaturanDokumen.objects.update(publik=False)
    gone = {address: client.get(address) for address in ADDRESSES}
    assert {address: answer.status_code for address, answer in gone.items()} == dict.fromkeys(ADDRESSES, 404)
    never = client.get("/publik/99.99/").content
    assert {answer.content for answer in gone.values()} == {never}


def test_a_kabupaten_shows_its_own_documents_alone(shown: Shown, client: Client) -> None:
    elsewhere = make_row(Kabupaten, kode="36.03", nama="Tangerang")
    make_kecamatan(kabupaten=elsewhere, kode="36.03.01", nama="Balaraja", slug="balaraja")
    assert client.get("/publik/36.03/").status_code == 404
    make_row(PengaturanDokumen, kabupaten=elsewhere, publik=True)
    assert "Belum ada dokumen" in words(client, "/publik/36.03/")
    assert "Kabupaten Tangerang" in words(client, "/publik/")


def test_what_is_read_is_what_was_signed_without_the_nip(shown: Shown, client: Client) -> None:
    read = words(client, DOCUMENT)
    assert "SITI AMINAH" in read
    assert shown.nip
    copy = SalinanPublik.objects.get()
    with default_storage.open(str(copy.html.name)) as source:
        html = source.read().decode()
    for text in (read, html):
        assert shown.nip not in "".join(text.split())
    assert "Salinan untuk umum" in read
    assert f"/verifikasi/{shown.signature.token}/" in read
    # The records of today change nothing of it.
    Kecamatan.objects.filter(kode="35.09.10").update(nama="Balung Baru")
    assert "Balung Baru" not in words(client, DOCUMENT).partition('class="lembar"')[2]


def test_documents_are_found_by_kecamatan_year_kind_and_words(shown: Shown, client: Client) -> None:
    word = SalinanPublik.objects.get().tabel["capaian"][0]["indikator"].split()[0]
    found = ("", f"?q={word.upper()}", "?kecamatan=35.09.10", "?tahun=2023", "?jenis=lkip", "?tahun=abc")
    assert all(DOCUMENT in words(client, f"/publik/35.09/{query}") for query in found)
    for query in ("?q=takadakataini", "?jenis=iku", f"?jenis=pk&q={word}"):
        assert "Tidak ada yang sesuai" in words(client, f"/publik/35.09/{query}")


def test_a_replaced_version_says_so_and_is_listed_no_more(shown: Shown, client: Client) -> None:
    old = shown.signature.arsip.laporan
    assert old is not None
    again = make_laporan(
        kecamatan=old.kecamatan,
        tahun=2023,
        versi=2,
        status="ditandatangani",
        menggantikan=old,
        alasan_dibuka="Salah hitung",
    )
    newer = archived(again, signed_pdf("Versi dua"))
    row = copy_request(newer.arsip)
    # Not yet copied: the older is not shown as if it held.
    assert "Sudah diganti versi 2" in words(client, YEAR)
    assert DOCUMENT not in words(client, "/publik/35.09/")
    answer = client.get(DOCUMENT)
    assert "Sudah diganti versi 2" in " ".join(answer.content.decode().split())
    assert answer["X-Robots-Tag"] == "noindex"
    # Its archive has no HTML here: the copy says why it is none.
    copy_make(pk=row.pk)
    row.refresh_from_db()
    assert (row.status, row.html.name) == ("gagal", "")
    assert row.pesan


def test_a_document_that_is_not_as_it_was_signed_is_not_shown(shown: Shown, client: Client) -> None:
    tamper(shown.signature, nama="ORANG LAIN")
    page = words(client, DOCUMENT)
    assert "Tidak dapat ditampilkan" in page
    assert "ORANG LAIN" not in page
    assert 'class="lembar"' not in page


def test_an_archive_that_is_not_what_was_signed_is_not_copied(shown: Shown) -> None:
    row = SalinanPublik.objects.get()
    default_storage.delete(str(row.arsip.html.name))
    default_storage.save(str(row.arsip.html.name), ContentFile(b"<html><article>lain</article></html>"))
    SalinanPublik.objects.update(status="antre", html="", pdf="")
    copy_make(pk=row.pk)
    row.refresh_from_db()
    assert row.status == "gagal"
    assert "tidak sama lagi" in row.pesan


def test_the_data_are_of_the_signed_document_at_addresses_that_stay(shown: Shown, client: Client) -> None:
    package = client.get(f"{YEAR}data/datapackage.json").json()
    assert {one["name"] for one in package["resources"]} >= {"capaian", "anggaran", "perjanjian-kinerja"}
    for one in package["resources"]:
        lines = client.get(f"{YEAR}data/{one['path']}").content.decode().splitlines()
        assert lines[0].split(",") == [field["name"] for field in one["schema"]["fields"]]
    answer = client.get(f"{YEAR}data/capaian.json")
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert [row["versi"] for row in answer.json()] == [1] * len(answer.json())
    assert shown.nip not in json.dumps(answer.json())
    assert client.get(f"{YEAR}data/nik.json").status_code == 404


def test_who_has_a_file_is_told_that_it_is_the_same(shown: Shown, client: Client) -> None:
    for address in [one for one in ADDRESSES if one.endswith((".json", ".csv", ".css", "/pdf/"))]:
        first = client.get(address)
        assert first["Cache-Control"] == "public, no-cache"
        again = client.get(address, headers={"If-None-Match": first["ETag"]})
        assert (again.status_code, again.getvalue()) == (304, b"")


def test_who_asks_too_often_waits(shown: Shown, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(public, "READING", Budget("terbuka", 2))
    codes = [client.get(YEAR).status_code for _ in range(3)]
    assert codes == [200, 200, 429]
    answer = client.get(f"{YEAR}data/capaian.csv")
    assert (answer.status_code, answer["Retry-After"]) == (429, "900")
    assert client.get("/verifikasi/").status_code == 200  # counted apart
    assert public_budget.VERIFYING.room != public_budget.READING.room


def test_a_list_costs_the_same_whatever_its_length(
    shown: Shown, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for address, most in (("/publik/35.09/", 9), (YEAR, 7), (f"{YEAR}data/capaian.csv", 6), (DOCUMENT, 12)):
        with django_assert_max_num_queries(most):
            client.get(address)
