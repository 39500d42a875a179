"""A year in which every kind of record has a row: each of its pages opens.

The real documents leave kinds out, so a page may open for all of them and fail as soon as an office records one more.
"""

from __future__ import annotations

import pytest
from django.test import Client

from kecamatan.models import Kecamatan
from reports.models import Arsip, OtoritasSertifikat
from sakip.models import KategoriSkala, Skala
from tests.factory import STANDARD, TAHUN, make, make_pengguna, one
from tests.flows.every_form import every_form

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

#: Their standard rows hold bytes that are no file.
_FILES = {Arsip, OtoritasSertifikat}


@pytest.mark.parametrize("peran", ["operator", "organisasi"])
def test_every_page_of_a_year_opens_where_every_kind_of_record_has_a_row(peran: str) -> None:
    for model in STANDARD:
        if model not in _FILES:
            one(model)
    make(KategoriSkala, skala=one(Skala), kode="D", label="Kurang", batas=None)
    place = one(Kecamatan)
    where = {"kabupaten": place.kabupaten} if peran == "organisasi" else {"kecamatan": place}
    client = Client()
    client.force_login(make_pengguna(peran, **where))
    seen: set[str] = set()
    every_form(client, f"/kecamatan/{place.slug}/{TAHUN}/", year=TAHUN, seen=seen)  # fails where a page does
    assert {"halaman realisasi", "dokumen lkip"} <= seen, sorted(seen)
