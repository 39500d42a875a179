"""The states on the first page are kept while nothing is written that they depend on, and never longer."""

from __future__ import annotations

import re

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kecamatan.ground.constraints import BelowKecamatan, OfKecamatan
from kecamatan.models import Kecamatan
from reports.pages.kept import SHARED
from reports.publish.assemble import build_draft
from sakip.models import RKT
from tests.factory import make, make_kabupaten, make_kecamatan, make_pengguna

#: Read for names and codes of rows that belong to somebody else; whether those are there does not change with them.
NAMES_ALONE = {
    "kecamatan.pangkat",
    "sakip.versinomenklatur",
    "sakip.program",
    "sakip.kegiatan",
    "sakip.subkegiatan",
    "reports.pengaturandokumen",
    "reports.susunanlaporan",
    "reports.singkatan",
    "reports.teksbaku",
}


@pytest.mark.django_db(transaction=True)
@pytest.mark.one_engine
def test_only_the_trail_is_asked_until_something_is_written(client: Client) -> None:
    balung = make_kecamatan(kabupaten=make_kabupaten())
    client.force_login(make_pengguna("operator", kecamatan=balung))
    tahun = timezone.localdate().year

    def page() -> tuple[int, list[str]]:
        with CaptureQueriesContext(connection) as asked:
            content = client.get("/").content.decode()
        return len(asked), re.findall(r"Belum ada: (.+?)\.</span>", content)

    first, nothing = page()
    second, same = page()
    assert (nothing, same) == ([], [])
    assert second < 25 < first
    make(RKT, kecamatan=balung, tahun=tahun)  # past the writer, so that the trail says nothing of it
    third, same = page()
    assert same == []
    assert third < 25  # of the years that have records their reports are asked, of no record what it says
    address = f"/kecamatan/balung/{tahun}/isi/desa/baru/"
    assert client.post(address, {"nama": "Tutul", "jenis": "desa"}).status_code == 302
    assert page()[1] == ["tanggal, penanda tangan, sasaran, program"]


@pytest.mark.django_db
def test_every_table_of_which_a_state_is_made_is_of_the_kecamatan_or_shared() -> None:
    balung = make_kecamatan(kabupaten=make_kabupaten())
    with CaptureQueriesContext(connection) as asked:
        build_draft(kecamatan=balung, tahun=2021)
    tables = {name for one in asked for name in re.findall(r'(?:FROM|JOIN) "(\w+)"', one["sql"])}
    models = [model for model in apps.get_models() if model._meta.db_table in tables]
    assert len(models) > 30
    elsewhere = {one._meta.label_lower for one in models if not issubclass(one, OfKecamatan | BelowKecamatan)}
    assert elsewhere - {Kecamatan._meta.label_lower} <= {*SHARED, *NAMES_ALONE}
