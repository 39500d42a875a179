"""The trail of a year: readable by those who may see the kecamatan, complete, in a fixed number of queries."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from kecamatan.models import Jejak, Kecamatan
from tests.factory import make, make_kecamatan, make_pengguna

pytestmark = pytest.mark.django_db

ADDRESS = "/kecamatan/balung/2021/riwayat/"


def note(kecamatan: Kecamatan, **change: object) -> Jejak:
    return make(
        Jejak,
        **{
            "kecamatan": kecamatan,
            "tahun": 2021,
            "tindakan": "catatan.dihapus",
            "objek_jenis": "sakip.barispk",
            "objek_sebutan": "Indeks kepuasan",
            "sebelum": {"Target": "80", "_baris": [{"pk": 1}]},
            "alasan": "Tertulis dua kali.",
        }
        | change,
    )


def test_what_is_gone_is_still_told_and_its_innards_are_not(client: Client, balung: Kecamatan) -> None:
    note(balung)
    note(balung, tahun=2022, objek_sebutan="tahun lain")
    note(make_kecamatan(kabupaten=balung.kabupaten, kode="35.09.11"), objek_sebutan="kecamatan lain")
    client.force_login(make_pengguna("pengawas", kabupaten=balung.kabupaten))
    content = client.get(ADDRESS).content.decode()
    assert "Baris PK" in content
    assert "<del>80</del>" in content
    assert "Tertulis dua kali." in content
    for foreign in ("_baris", "tahun lain", "kecamatan lain"):
        assert foreign not in content


def test_one_kind_of_record_can_be_picked(client: Client, balung: Kecamatan) -> None:
    note(balung)
    note(balung, objek_jenis="sakip.realisasi", objek_sebutan="SKM, realisasi 2021")
    client.force_login(make_pengguna("operator", kecamatan=balung))
    content = client.get(f"{ADDRESS}?jenis=sakip.realisasi").content.decode()
    assert "SKM, realisasi 2021" in content
    assert "Indeks kepuasan" not in content


def test_a_long_trail_is_shown_in_pages_for_the_same_queries(
    client: Client, balung: Kecamatan, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(make_pengguna("operator", kecamatan=balung))
    note(balung)
    client.get(ADDRESS)
    # Session, user, peran with units; place: kecamatan, years, lock, plan; kinds, count, page.
    many = 10
    with django_assert_num_queries(many):
        client.get(ADDRESS)
    for nomor in range(120):
        note(balung, objek_sebutan=f"baris {nomor}")
    with django_assert_num_queries(many):
        content = client.get(f"{ADDRESS}?halaman=2").content.decode()
    assert "Halaman 2 dari 3" in content
