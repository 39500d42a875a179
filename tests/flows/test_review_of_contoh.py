"""What the review finds in the real years is what SELISIH.md explains: nothing else, and nothing wrong."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker

from kecamatan.models import Kecamatan, Pengguna
from reports.review.export import finding_to_dict
from reports.review.review import Review, review_year
from sakip.checks import Level
from tests.fixtures.read_selisih import FILE, NAMA
from tests.flows.printed import CONTOH

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

ROW = re.compile(r"^\| (\d{3}) \| `([a-z-]+)` \| (\d+) \| [^|]+ \| [^|]+ \|$", re.MULTILINE)


def explained() -> dict[str, Counter[str]]:
    """How often each check finds something, by document, as it is explained."""
    found: dict[str, Counter[str]] = {kode: Counter() for kode in NAMA}
    for kode, check, count in ROW.findall(FILE.read_text(encoding="utf-8")):
        found[kode][check] += int(count)
    return found


@pytest.fixture(scope="module")
def reviews(contoh_of_module: None, django_db_blocker: DjangoDbBlocker) -> dict[str, Review]:
    with django_db_blocker.unblock():
        return {
            kode: review_year(kecamatan=Kecamatan.objects.get(kode=one.kode), tahun=one.tahun)
            for kode in NAMA
            for one in [CONTOH[NAMA[kode]]]
        }


def test_every_finding_of_the_real_years_is_explained(reviews: dict[str, Review]) -> None:
    assert {kode: Counter(f.code for f in one.findings) for kode, one in reviews.items()} == explained()
    assert [f for one in reviews.values() for f in one.findings if f.level is Level.GALAT] == []


def test_every_finding_leads_to_a_page_that_opens(client: Client, reviews: dict[str, Review]) -> None:
    client.force_login(Pengguna.objects.create_superuser("uji", password="x"))
    for review in reviews.values():
        snapshot = review.naskah.snapshot
        where = (snapshot.kecamatan.slug, snapshot.tahun)
        for address in dict.fromkeys(finding_to_dict(f, *where)["tautan"] for f in review.findings):
            assert client.get(address.partition("#")[0]).status_code == 200, address
