"""Pages of Pemantauan that a browser has already: answered with "unchanged" while nothing they show is written, to each
reader for his own rights alone."""

from __future__ import annotations

from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kecamatan.ground.trail import trail_add
from kecamatan.models import Keanggotaan, Kecamatan, Pengguna
from reports.monitoring import kept
from tests.factory import make_kecamatan, make_pengguna

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

TAHUN = 2023
OF_MANY = ("/pemantauan/", "/pemantauan/capaian/", "/pemantauan/peringkat/", "/pemantauan/tren/")
OF_ONE = (f"/kecamatan/balung/{TAHUN}/pemantauan/", f"/kecamatan/balung/{TAHUN}/pemantauan/capaian/")
PAGES = (*(f"{one}?tahun={TAHUN}" for one in OF_MANY), *OF_ONE)


@pytest.fixture
def jombang(balung: Kecamatan) -> Kecamatan:
    return make_kecamatan(kabupaten=balung.kabupaten, kode="35.09.02", nama="Jombang", slug="jombang")


def reader(peran: str, **place: Any) -> Client:
    client = Client()
    client.force_login(make_pengguna(peran, username=peran, **place))
    client.get("/")  # gives the browser its token
    return client


def mark_of(client: Client, address: str) -> str:
    client.get(address)  # what is missing is worked out by who looks first
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.headers.get("ETag", "")


def status(client: Client, address: str, mark: str) -> int:
    return client.get(address, headers={"if-none-match": mark}).status_code


def test_a_page_of_which_nothing_changed_is_not_made_again(balung: Kecamatan, jombang: Kecamatan) -> None:
    client = reader("organisasi", kabupaten=balung.kabupaten)
    for address in PAGES:
        mark = mark_of(client, address)
        assert mark, address
        with CaptureQueriesContext(connection) as asked:
            assert status(client, address, mark) == 304, address
        assert len(asked) <= 16, address
        assert status(client, f"{address}{'&' if '?' in address else '?'}halaman=2", mark) == 200, address
    other_day = mark_of(client, PAGES[0])
    with time_machine.travel("2031-03-02"):
        client.force_login(Pengguna.objects.get(username="organisasi"))
        assert status(client, PAGES[0], other_day) == 200


def test_whatever_is_written_in_any_kecamatan_is_shown(
    balung: Kecamatan, jombang: Kecamatan, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = reader("organisasi", kabupaten=balung.kabupaten)
    for address in PAGES:
        mark = mark_of(client, address)
        monkeypatch.setattr(kept, "AT_ONCE", 0)
        trail_add(action="catatan.diubah", subject="sakip.rkt", sebutan="baris", kecamatan=jombang)
        for _ in range(2):  # while it is not worked out anew no page is kept
            answer = client.get(address, headers={"if-none-match": mark})
            assert (answer.status_code, "ETag" in answer.headers) == (200, False), address
        monkeypatch.setattr(kept, "AT_ONCE", 8)
        assert mark_of(client, address) != mark


def test_each_reader_is_asked_for_his_rights(balung: Kecamatan, jombang: Kecamatan) -> None:
    above = reader("organisasi", kabupaten=balung.kabupaten)
    own = reader("operator", kecamatan=balung)
    for address in PAGES:
        mark = mark_of(above, address)
        assert mark_of(own, address) != mark
        assert status(own, address, mark) == 200
    of_kabupaten = mark_of(above, PAGES[0])
    person = Pengguna.objects.get(username="organisasi")
    Keanggotaan.objects.filter(pengguna=person).update(peran="operator", kabupaten=None, kecamatan=jombang)
    assert status(above, PAGES[0], of_kabupaten) == 200
    person.keanggotaan.all().delete()
    assert status(above, PAGES[0], of_kabupaten) == 200
    assert status(above, OF_ONE[0], of_kabupaten) == 404
