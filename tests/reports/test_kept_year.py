"""The pages of a year are made of what is kept while nothing is written, answer "unchanged", and are never old."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import connection
from django.db.models.sql.compiler import SQLCompiler
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kecamatan.ground.constraints import BelowKecamatan, OfKecamatan
from kecamatan.models import Kecamatan, Pengguna
from reports.review.marks import COUNTED, NEAR
from sakip.snapshot import kept
from tests.factory import make_kabupaten, make_kecamatan, make_pengguna

TAHUN = 2023
RINGKASAN = f"/kecamatan/balung/{TAHUN}/"
PAGES = (RINGKASAN, f"{RINGKASAN}profil/", f"{RINGKASAN}rkt/", f"{RINGKASAN}dokumen/lkip/")

#: Pages that bear no mark, and are made of what is kept all the same: of each its own rows, and those of the frame.
UNMARKED = {
    f"{RINGKASAN}meja/": 36,
    f"{RINGKASAN}catatan-reviu/": 18,
    f"{RINGKASAN}catatan-reviu/baru/": 12,
    f"{RINGKASAN}narasi/isi/": 20,
    f"{RINGKASAN}narasi/semua/": 22,
    f"{RINGKASAN}narasi/isi/kendala/-/": 24,
    f"{RINGKASAN}susunan-laporan/isi/": 18,
    f"{RINGKASAN}teks-baku/isi/": 18,
    f"{RINGKASAN}singkatan/isi/": 18,
    f"{RINGKASAN}dokumen/lembar-reviu/": 26,
}

#: What every page asks whoever reads it: who it is and what they may do there, before anything else.
OF_READERS = {
    "django_session",
    "kecamatan_pengguna",
    "kecamatan_keanggotaan",
    "kecamatan_keanggotaan_unit",
    "kecamatan_jejak",
    "otp_totp_totpdevice",
}
#: Delivered with the program, which is part of the mark.
DELIVERED = {"kecamatan.pangkat", "kecamatan.provinsi"}


@pytest.fixture
def balung(transactional_db: None) -> Iterator[Kecamatan]:
    kept.forget()
    yield make_kecamatan(kabupaten=make_kabupaten())
    kept.forget()


def asked(client: Client, address: str, **heads: str) -> tuple[int, int, str]:
    """How many queries a page costs, its status and its mark."""
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address, headers=heads)
    return len(queries), answer.status_code, answer.headers.get("ETag", "")


@pytest.mark.django_db(transaction=True)
@pytest.mark.one_engine
def test_a_page_costs_few_queries_again_and_fewer_when_the_browser_has_it(
    client: Client, balung: Kecamatan
) -> None:
    client.force_login(make_pengguna("operator", kecamatan=balung))
    client.get(RINGKASAN)  # gives the browser its token
    for address in PAGES:
        kept.forget()
        first, status, mark = asked(client, address)
        again, _, same = asked(client, address)
        assert (status, mark) == (200, same)
        assert again <= 30 < 45 < first, address
        unchanged, status, _ = asked(client, address, if_none_match=mark)
        assert status == 304
        assert unchanged <= 14, address


@pytest.mark.django_db(transaction=True)
@pytest.mark.one_engine
def test_a_page_without_a_mark_reads_its_own_rows_alone(client: Client, balung: Kecamatan) -> None:
    """A change is shown at once: the first after it costs what it costs to freeze the year anew."""
    client.force_login(make_pengguna("operator", kecamatan=balung))
    client.get(RINGKASAN)
    costs = {address: asked(client, address) for address in UNMARKED}
    assert {one: status for one, (_, status, _) in costs.items() if status != 200} == {}
    costs = {address: asked(client, address) for address in UNMARKED}
    assert {one: count for one, (count, _, _) in costs.items() if count > UNMARKED[one]} == {}
    client.post(f"{RINGKASAN}narasi/isi/kendala/-/", {"isi": "Kecamatan Balung melayani sebelas desa."})
    for address in (f"{RINGKASAN}narasi/semua/", f"{RINGKASAN}narasi/isi/kendala/-/"):
        assert "melayani sebelas desa" in client.get(address).content.decode(), address


@pytest.mark.django_db(transaction=True)
@pytest.mark.one_engine
def test_a_change_is_shown_at_once_and_another_reader_is_asked_for_his_rights(
    client: Client, balung: Kecamatan
) -> None:
    client.force_login(make_pengguna("operator", kecamatan=balung))
    client.get(RINGKASAN)
    profil = f"{RINGKASAN}profil/"
    _, _, mark = asked(client, profil)
    posted = client.post(
        f"{RINGKASAN}isi/desa/baru/", {"nama": "Curahmalang Tutul", "jenis": "desa"}, follow=True
    )
    assert posted.status_code == 200  # and has told the message of the save, which no other page repeats
    answer = client.get(profil, headers={"if-none-match": mark})
    assert answer.status_code == 200
    assert "Curahmalang Tutul" in answer.content.decode()
    mark = answer["ETag"]
    assert asked(client, profil, if_none_match=mark)[1] == 304
    camat, elsewhere = Client(), Client()
    camat.force_login(make_pengguna("camat", kecamatan=balung, username="camat"))
    assert asked(camat, profil, if_none_match=mark)[1] == 200
    neighbour = make_kecamatan(kabupaten=balung.kabupaten, kode="35.09.77")
    elsewhere.force_login(make_pengguna("operator", kecamatan=neighbour, username="tetangga"))
    assert asked(elsewhere, profil, if_none_match=mark)[1] == 404
    Pengguna.objects.get(username="camat").keanggotaan.all().delete()
    assert asked(camat, profil, if_none_match=mark)[1] == 404


@pytest.mark.django_db(transaction=True)
@pytest.mark.one_engine
def test_a_page_with_a_message_is_not_kept(client: Client, balung: Kecamatan) -> None:
    client.force_login(make_pengguna("operator", kecamatan=balung))
    client.get(RINGKASAN)
    client.post(f"{RINGKASAN}isi/desa/baru/", {"nama": "Curahmalang Tutul", "jenis": "desa"})
    assert "ETag" not in client.get(RINGKASAN).headers
    assert "ETag" in client.get(RINGKASAN).headers


@pytest.mark.django_db(transaction=True)
@pytest.mark.one_engine
def test_after_an_edit_the_document_asks_only_what_was_put_into_sql_before(
    client: Client, balung: Kecamatan, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.force_login(make_pengguna("operator", kecamatan=balung))
    compiled: list[str] = []
    as_sql = SQLCompiler.as_sql

    def noted(compiler: SQLCompiler, *how: object, **more: object) -> object:
        compiled.append(compiler.query.get_initial_alias())
        return as_sql(compiler, *how, **more)  # type: ignore[arg-type]

    text, shown = f"{RINGKASAN}narasi/isi/kendala/-/", []
    for words in ("Jaringan terputus pada bulan Mei.", "Jaringan terputus pada bulan Juni."):
        sidik = re.search('name="sidik" value="([^"]*)"', client.get(text).content.decode())
        assert client.post(text, {"isi": words, **({"sidik": sidik[1]} if sidik else {})}).status_code == 302
        with monkeypatch.context() as watched:
            watched.setattr(SQLCompiler, "as_sql", noted)
            compiled.clear()
            shown.append(words in client.get(PAGES[-1]).content.decode())
    assert shown == [True, True]
    assert not compiled


@pytest.mark.django_db
@pytest.mark.one_engine
def test_every_table_that_a_page_shows_is_of_the_kecamatan_or_counted(client: Client) -> None:
    balung = make_kecamatan(kabupaten=make_kabupaten())
    client.force_login(make_pengguna("operator", kecamatan=balung))
    with CaptureQueriesContext(connection) as queries:
        for address in PAGES:
            assert client.get(address).status_code == 200
    tables = {name for one in queries for name in re.findall(r'(?:FROM|JOIN) "(\w+)"', one["sql"])}
    models = [model for model in apps.get_models() if model._meta.db_table in tables - OF_READERS]
    assert len(models) > 30
    elsewhere = {one._meta.label_lower for one in models if not issubclass(one, OfKecamatan | BelowKecamatan)}
    assert elsewhere <= {*COUNTED, *NEAR, *DELIVERED}
