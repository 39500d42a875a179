"""The command ``reviu``: what is found in the report of a year, as text and as JSON."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from kecamatan.models import Kecamatan, Pengguna
from reports.models import Narasi

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

TEXT = "<p>Pagu Rp5.000 (enam ribu rupiah).</p>"


def run(*options: str) -> str:
    """What it prints of Balung 2023."""
    out = StringIO()
    call_command("reviu", "balung", "2023", *options, stdout=out)
    return out.getvalue()


def test_a_finding_is_printed_with_its_rule_its_place_and_the_link(mini: Kecamatan) -> None:
    Narasi.objects.create(kecamatan=mini, tahun=2023, bagian="latar-belakang", isi=TEXT)
    found = [one for one in json.loads(run("--format", "json")) if one["kode"] == "terbilang-sesuai"]
    assert found == [
        {
            "aturan": "R-words",
            "kode": "terbilang-sesuai",
            "tingkat": "galat",
            "lokasi": "narasi/latar-belakang/isi",
            "pesan": "Rp5.000 ditulis “enam ribu rupiah”. Seharusnya “lima ribu rupiah”.",
            "tercatat": "enam ribu rupiah",
            "seharusnya": "lima ribu rupiah",
            "tautan": "/kecamatan/balung/2023/narasi/isi/latar-belakang/-/",
        }
    ]
    assert "galat R-words · Narasi latar belakang (tambahan): Rp5.000 ditulis" in run()


def test_the_link_opens_the_field(mini: Kecamatan, client: Client) -> None:
    Narasi.objects.create(kecamatan=mini, tahun=2023, bagian="latar-belakang", isi=TEXT)
    client.force_login(Pengguna.objects.create_superuser("uji", password="x"))
    for one in json.loads(run("--format", "json")):
        assert client.get(one["tautan"].partition("#")[0]).status_code in (200, 302), one


def test_periksa_data_reads_the_texts_of_every_year(mini: Kecamatan) -> None:
    Narasi.objects.create(kecamatan=mini, tahun=2023, bagian="latar-belakang", isi=TEXT)
    out = StringIO()
    with pytest.raises(CommandError, match="galat dalam catatan"):
        call_command("periksa_data", "--format", "json", stdout=out)
    (found,) = (one for one in json.loads(out.getvalue()) if one["kode"] == "terbilang-sesuai")
    where = {"kecamatan": "balung", "tahun": 2023}
    (reviewed,) = (one for one in json.loads(run("--format", "json")) if one["kode"] == "terbilang-sesuai")
    assert found == where | reviewed
