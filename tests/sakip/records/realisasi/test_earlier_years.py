"""Earlier years are entered beside this year's, without a Renstra of those years."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from django.test import Client

from sakip.models import Realisasi
from sakip.snapshot.build import build
from tests.factory import make_laporan, make_realisasi
from tests.sakip.records.realisasi.measured_year import TAHUN, GridWorld

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


def test_last_year_is_typed_on_the_page_of_the_indikator(operator: Client, world: GridWorld) -> None:
    indikator = world.indikator("ikm")
    assert indikator.renstra.tahun_awal == TAHUN  # no Renstra covers the years before
    page = operator.get(f"{world.address}indikator/{indikator.pk}/").content.decode()
    links = re.findall(rf'href="([^"]+/nilai/0/\?dari={TAHUN})"', page)
    assert [int(link.split("/")[3]) for link in links] == [TAHUN - n for n in range(1, 5)]
    form = operator.get(links[0]).content.decode()
    assert f", tahun {TAHUN - 1}</p>" in form
    answer = operator.post(links[0], {"nilai": "82,5", "sidik": ""})
    assert (answer.status_code, answer["Location"]) == (302, f"{world.address}indikator/{indikator.pk}/")
    row = Realisasi.objects.get()
    assert (row.tahun, row.triwulan, row.angka) == (TAHUN - 1, 0, Decimal("82.5"))
    (frozen,) = build(kecamatan=world.kecamatan, tahun=TAHUN).realisasi
    assert (frozen.tahun, frozen.tahunan.angka) == (TAHUN - 1, Decimal("82.5"))
    assert "82,5" in operator.get(f"{world.address}isi/").content.decode()


def test_a_closed_year_and_triwulan_are_left_alone(operator: Client, world: GridWorld) -> None:
    indikator = world.indikator("ikm")
    make_laporan(kecamatan=world.kecamatan, tahun=TAHUN - 1, status="ditandatangani")
    address = f"/kecamatan/balung/{TAHUN - 1}/realisasi/indikator/{indikator.pk}/nilai/0/?dari={TAHUN}"
    assert operator.post(address, {"nilai": "82,5", "sidik": ""}).status_code == 423
    make_realisasi(indikator=indikator, tahun=TAHUN - 2, triwulan=1, angka=Decimal(20))
    page = operator.get(f"{world.address}indikator/{indikator.pk}/").content.decode()
    assert "per triwulan" in page
    assert f"/{TAHUN - 2}/realisasi/indikator/{indikator.pk}/nilai/0/" not in page
