"""The history of a cell: found by the key of its record, whatever its indikator is called and however often it was
emptied."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from sakip.models import Indikator, Realisasi, Sasaran, Tujuan
from tests.factory import make, make_indikator, make_pengguna, make_renstra
from tests.sakip.records.realisasi.measured_year import GridWorld

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

#: Umbulsari 2021, 166 characters.
LENGTH = (
    "Persentase rekomendasi hasil bidang pemerintahan, ketertiban dan keamanan, pemberdayaan masyarakat, dan"
    " kesejahteraan sosial yang ditindaklanjuti dalam 1 (satu) tahun"
)


def typed(client: Client, world: GridWorld, own: Indikator, text: str, fingerprint: str = "") -> Any:
    entries = {"indikator": own.pk, "triwulan": 1, "teks": text, "sidik": fingerprint}
    return client.post(f"{world.address}sel/", entries).json()


def person(world: GridWorld, username: str, nama: str) -> Client:
    """Another operator, signed in."""
    client = Client()
    client.force_login(make_pengguna("operator", kecamatan=world.kecamatan, username=username, nama=nama))
    return client


def history(client: Client, world: GridWorld, own: Indikator) -> list[tuple[str, str]]:
    """What the page says was done, latest first: the act, and the value before and after."""
    page = client.get(f"{world.address}indikator/{own.pk}/").content.decode()
    table = re.search(r'<table class="riwayat">.*?<tbody>(.*?)</tbody>', page, re.DOTALL)
    results = []
    for one in re.findall(r"<tr>.*?</tr>", table[1] if table else "", re.DOTALL):
        action, perubahan = re.findall(r"<td.*?</td>", one, re.DOTALL)[2:4]
        nilai = re.findall(r"<(?:del|ins)>.*?</(?:del|ins)>", perubahan)
        results.append((re.sub(r"<[^>]*>", "", action), " ".join(nilai)))
    return results


def test_a_cell_of_a_long_name_keeps_its_history_over_emptying(operator: Client, world: GridWorld) -> None:
    assert len(LENGTH) == 166
    indikator = world.indikator("rekomendasi", nama=LENGTH)
    other = world.indikator("rekomendasi-lain", nama=f"{LENGTH} berjalan")
    typed(operator, world, other, "11")
    fingerprint = typed(operator, world, indikator, "70")["sidik"]
    typed(operator, world, indikator, "", fingerprint)
    typed(operator, world, indikator, "72")
    assert history(operator, world, indikator) == [
        ("Dibuat", "<ins>72</ins>"),
        ("Dihapus", "<del>70</del>"),
        ("Dibuat", "<ins>70</ins>"),
    ]


@pytest.mark.parametrize("page", ["sel/", "isi/", "nilai"])
def test_who_emptied_a_cell_of_a_long_name_is_named(operator: Client, world: GridWorld, page: str) -> None:
    indikator = world.indikator("rekomendasi", nama=LENGTH * 2)
    of_that_name = world.indikator("rekomendasi-lain", nama=f"{LENGTH * 2} berjalan")
    siti, other = person(world, "siti", "Siti Aminah"), person(world, "adi", "Adi Wijaya")
    fingerprint = typed(operator, world, indikator, "70")["sidik"]
    typed(siti, world, indikator, "", fingerprint)
    typed(other, world, of_that_name, "", typed(other, world, of_that_name, "70")["sidik"])
    cell = f"{indikator.pk}-1"
    address, sent = {
        "sel/": ("sel/", {"indikator": indikator.pk, "triwulan": 1, "teks": "71", "sidik": fingerprint}),
        "isi/": ("isi/", {"asal": f'{{"{cell}": ["70", "{fingerprint}"]}}', f"sel-{cell}": "71"}),
        "nilai": (f"indikator/{indikator.pk}/nilai/1/", {"nilai": "71", "sidik": fingerprint}),
    }[page]
    answer = operator.post(f"{world.address}{address}", sent)
    assert answer.status_code == 409
    content = answer.content.decode()
    assert "Siti Aminah" in content
    assert re.search(r"pukul \d\d\.\d\d", content)
    assert not Realisasi.objects.exists()


def test_a_cell_is_one_over_the_versions_of_the_renstra(operator: Client, world: GridWorld) -> None:
    """The kunci leads over versions; the wording of the perubahan need not be that of the first."""
    old = world.indikator("skm", nama="Indeks kepuasan")
    typed(operator, world, old, "70")
    renstra = old.renstra
    new = make_renstra(
        kecamatan=world.kecamatan, tahun_awal=renstra.tahun_awal, tahun_akhir=renstra.tahun_akhir, versi=1
    )
    sasaran = make(Sasaran, renstra=new, tujuan=make(Tujuan, renstra=new))
    successor = make_indikator(sasaran=sasaran, kunci="skm", nama="Nilai survei kepuasan")
    assert history(operator, world, successor) == [("Dibuat", "<ins>70</ins>")]
