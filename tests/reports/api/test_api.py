"""The API: what a system of the kabupaten reads with its key, and what nobody reads without."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from openapi_spec_validator import OpenAPIV31SpecValidator
from pytest_django import DjangoAssertNumQueries, DjangoDbBlocker

from kecamatan.accounts import system_keys
from kecamatan.accounts.public_budget import Budget
from kecamatan.accounts.system_keys import NewKey, system_key_create, system_key_withdraw
from kecamatan.models import Jejak, Kabupaten, Kecamatan, KunciSistem, Pengguna
from reports.api import gate
from reports.models import SalinanPublik
from reports.monitoring.kept import keep_state
from tests.conftest import of_module
from tests.factory import make, make_kecamatan, make_pengguna
from tests.reports.public.shown import Shown, show

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

NAMES = ("kecamatan", "pemantauan", "capaian", "anggaran", "dokumen")
NOW = datetime(2026, 5, 4, 3, 0, 20, tzinfo=UTC)


@pytest.fixture(scope="module")
def shown_of_module(mini_of_module: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Shown]:
    with of_module(django_db_blocker):
        shown = show()
        keep_state(kecamatan=shown.signature.arsip.kecamatan, tahun=2023)
        yield shown


@pytest.fixture
def shown(shown_of_module: Shown, db: None) -> Shown:
    return shown_of_module


@pytest.fixture
def keeper(shown: Shown) -> Pengguna:
    return make_pengguna("organisasi", kabupaten=shown.signature.arsip.kecamatan.kabupaten)


@pytest.fixture
def key(shown: Shown, keeper: Pengguna) -> NewKey:
    return system_key_create(
        kabupaten=shown.signature.arsip.kecamatan.kabupaten, nama="Dasbor Bappeda", days=90, by=keeper
    )


def ask(key: NewKey | str, name: str, **words: str | int) -> Any:
    token = key if isinstance(key, str) else key.token
    query: dict[str, str | int] = words if name == "kecamatan" else {"tahun": 2023, **words}
    return Client().get(reverse(f"api-{name}"), query, headers={"Authorization": f"Bearer {token}"})


def of_balung(answer: Any) -> dict[str, Any]:
    """What is said of the kecamatan that signed."""
    (one,) = [item for item in answer.json()["data"] if item["kode"] == "35.09.10"]
    return dict(one)


def said(answer: Any, status: int) -> str:
    """The problem in words."""
    assert answer.status_code == status
    assert answer["Content-Type"] == "application/problem+json; charset=utf-8"
    content = answer.json()
    assert content["status"] == status
    detail: str = content["detail"]
    return detail


def test_the_description_is_one_and_every_answer_is_as_it_says(key: NewKey, client: Client) -> None:
    described = client.get("/api/v1/openapi.json").json()
    OpenAPIV31SpecValidator(described).validate()
    assert {path.strip("/") for path in described["paths"]} == set(NAMES)
    for name in NAMES:
        answer = ask(key, name)
        assert answer.status_code == 200, answer.content
        schema = described["paths"][f"/{name}"]["get"]["responses"]["200"]["content"]["application/json"][
            "schema"
        ]
        conforms(answer.json(parse_float=Decimal), schema, described["components"]["schemas"])


def conforms(value: Any, schema: dict[str, Any], schemas: dict[str, Any]) -> None:
    """Whether a value has the shape that is described: what our descriptions use of JSON Schema, and no more."""
    if "$ref" in schema:
        schema = schemas[schema["$ref"].rpartition("/")[2]]
    kinds = {
        "object": dict,
        "array": list,
        "string": str,
        "boolean": bool,
        "integer": int,
        "null": type(None),
    }
    named = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
    if "number" in named and isinstance(value, int | Decimal):
        return
    assert isinstance(value, tuple(kinds[one] for one in named if one != "number")), (value, schema)
    if isinstance(value, dict):
        assert set(value) == set(schema["properties"])
        for name, one in value.items():
            conforms(one, schema["properties"][name], schemas)
    for one in value if isinstance(value, list) else ():
        conforms(one, schema["items"], schemas)


def test_what_is_read_is_what_was_signed(shown: Shown, key: NewKey) -> None:
    one = of_balung(ask(key, "capaian"))
    assert one["laporan"]["versi"] == 1
    assert [row["indikator"] for row in one["baris"]] == [
        row["indikator"] for row in SalinanPublik.objects.get().tabel["capaian"]
    ]
    (document,) = ask(key, "dokumen").json()["data"]
    assert (document["jenis"], document["berlaku"], document["sha256"]) == (
        "lkip",
        True,
        shown.signature.sidik,
    )
    assert document["verifikasi"].endswith(f"/verifikasi/{shown.signature.token}/")
    state = of_balung(ask(key, "pemantauan"))
    assert {cell["kode"] for cell in state["dokumen"]} >= {"renstra", "anggaran", "lkip"}


def test_what_nobody_signed_is_unknown_and_not_empty(key: NewKey) -> None:
    one = of_balung(ask(key, "anggaran", tahun=2022))
    assert (one["laporan"], one["baris"]) == (None, None)


def test_a_key_reads_its_own_kabupaten_alone(key: NewKey, keeper: Pengguna) -> None:
    elsewhere = make(Kabupaten, kode="36.03", nama="Tangerang")
    make_kecamatan(kabupaten=elsewhere, kode="36.03.01", nama="Balaraja", slug="balaraja")
    other = system_key_create(kabupaten=elsewhere, nama="Dasbor", days=90, by=keeper)
    for name in ("kecamatan", "pemantauan", "capaian", "anggaran"):
        assert {one["kode"][:5] for one in ask(key, name).json()["data"]} == {"35.09"}
        assert [one["kode"] for one in ask(other, name).json()["data"]] == ["36.03.01"]
    assert ask(other, "dokumen").json()["data"] == []


def test_without_a_key_nothing_is_told(key: NewKey, keeper: Pengguna, client: Client) -> None:
    client.force_login(keeper)  # no cookie opens it
    assert "Authorization: Bearer TOKEN" in said(client.get(reverse("api-kecamatan")), 401)
    for token in ("sakip_lain", key.key.token_sha256, key.token[:-1]):
        assert "tidak dikenal" in said(ask(token, "kecamatan"), 401)
    with time_machine.travel(key.key.berlaku_sampai + timedelta(seconds=1), tick=False):
        assert "habis masa berlakunya" in said(ask(key, "kecamatan"), 401)
    assert system_key_withdraw(key=key.key, by=keeper)
    assert "sudah dicabut" in said(ask(key, "kecamatan"), 401)


def test_who_tries_tokens_waits(key: NewKey, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "READING", Budget("terbuka", 2))
    answers = [ask("sakip_tebakan", "kecamatan") for _ in range(3)]
    assert [one.status_code for one in answers] == [401, 401, 429]
    assert answers[-1]["Retry-After"] == "900"
    assert ask(key, "kecamatan").status_code == 200


def test_a_key_is_counted_by_the_minute(key: NewKey, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_keys, "PER_MINUTE", 2)
    with time_machine.travel(NOW, tick=False) as clock:
        assert [ask(key, "kecamatan").status_code for _ in range(2)] == [200, 200]
        answer = ask(key, "kecamatan")
        assert "40 detik lagi" in said(answer, 429)
        assert answer["Retry-After"] == "40"
        clock.shift(timedelta(seconds=40))
        assert ask(key, "kecamatan").status_code == 200
    key.key.refresh_from_db()
    assert key.key.terakhir_dipakai == NOW + timedelta(seconds=40)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ({"tahun": ""}, "?tahun=2024"),
        ({"tahun": "dua"}, 'tahun="dua" bukan bilangan bulat'),
        ({"halaman": "0"}, "halaman"),
        ({"per_halaman": "201"}, "1 sampai 200"),
    ],
)
def test_what_is_asked_wrongly_is_told(key: NewKey, words: dict[str, str], told: str) -> None:
    assert told in said(ask(key, "capaian", **words), 400)


def test_nothing_is_written(key: NewKey) -> None:
    for method in ("post", "put", "delete"):
        answer = getattr(Client(enforce_csrf_checks=True), method)(
            reverse("api-kecamatan"), headers={"Authorization": f"Bearer {key.token}"}
        )
        assert "hanya membaca" in said(answer, 405)


def test_pages_lead_on_and_who_has_one_is_told(key: NewKey) -> None:
    codes = list(Kecamatan.objects.order_by("kode").values_list("kode", flat=True))
    first = ask(key, "kecamatan", per_halaman=len(codes) - 1)
    content = first.json()
    assert (content["jumlah"], [one["kode"] for one in content["data"]]) == (len(codes), codes[:-1])
    sent = {"Authorization": f"Bearer {key.token}"}
    second = Client().get(content["berikutnya"], headers=sent).json()
    assert ([one["kode"] for one in second["data"]], second["berikutnya"]) == (codes[-1:], None)
    again = Client().get(first.wsgi_request.get_full_path(), headers=sent | {"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["Cache-Control"] == "private, no-cache"


def test_questions_are_as_many_whatever_the_number_of_kecamatan(
    shown: Shown, key: NewKey, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    ask(key, "kecamatan")  # the first of a minute counts anew
    place = shown.signature.arsip.kecamatan.kabupaten
    for _ in range(2):
        for name, count in (("kecamatan", 4), ("capaian", 5), ("anggaran", 5), ("dokumen", 4)):
            with django_assert_num_queries(count):
                ask(key, name)
        n = Kecamatan.objects.count()
        for nomor in range(n, n + 3):
            make_kecamatan(kabupaten=place, kode=f"35.09.{nomor + 40}", nama=f"K{nomor}", slug=f"k-{nomor}")


def test_a_token_is_shown_once_and_kept_as_its_fingerprint(
    shown: Shown, keeper: Pengguna, client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    client.force_login(keeper)
    page = client.post("/kunci-sistem/", {"nama": "Dasbor Bappeda", "berlaku": "90"}).content.decode()
    (token,) = re.findall(r">(sakip_[\w-]{40,})<", page)
    assert ask(token, "kecamatan").status_code == 200
    key = KunciSistem.objects.get()
    assert token not in str(vars(key))
    listed = client.get("/kunci-sistem/").content.decode()
    assert token not in listed
    assert key.awalan in listed
    client.post(f"/kunci-sistem/{key.pk}/cabut/")
    assert ask(token, "kecamatan").status_code == 401
    acts = Jejak.objects.filter(objek_jenis="kecamatan.kuncisistem").order_by("pk")
    assert [one.tindakan for one in acts] == ["kunci_sistem.dibuat", "kunci_sistem.dicabut"]
    assert token not in caplog.text + str(list(acts.values()))
