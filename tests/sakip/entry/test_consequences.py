"""The page that asks before a deletion says what goes with the row and what stands in its way, counted, with links."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from kecamatan.models import Kecamatan, Pengguna, UnitKerja
from sakip.models import (
    RKT,
    BarisPK,
    BarisRKT,
    IndikatorBarisRKT,
    KomentarRealisasi,
    PembandingIndikator,
    Sasaran,
    TargetRenstra,
)
from tests.factory import make, make_indikator, make_pk, make_realisasi, make_renstra, make_sasaran

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("signed_in")]

BASE = "/kecamatan/balung/2021/"


def said(client: Client, address: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """The lines of the page, each with the addresses that it links and their words."""
    page = client.get(f"{BASE}isi/{address}/hapus/").content.decode()
    return [
        (
            re.sub(r"<[^>]+>", "", line).partition(" (")[0].strip(),
            re.findall(r'<a href="([^"]+)">([^<]+)<', line),
        )
        for line in re.findall(r"<li>(\d.*?)</li>", page, re.DOTALL)
    ]


def test_the_rows_of_a_document_are_counted_by_kind(client: Client, balung: Kecamatan) -> None:
    rkt = make(RKT, kecamatan=balung, tahun=2021)
    for _ in range(2):
        make(IndikatorBarisRKT, baris=make(BarisRKT, rkt=rkt))
    page = f"{BASE}rkt/isi/"
    assert sorted(said(client, f"rkt/{rkt.pk}")) == [
        ("2 baris RKT", [(page, "lihat")]),
        ("2 indikator baris RKT", [(page, "lihat")]),
    ]


@pytest.mark.one_engine
def test_nothing_goes_with_a_row_that_nothing_hangs_on(client: Client, balung: Kecamatan) -> None:
    row = make(BarisPK, perjanjian=make_pk(kecamatan=balung))
    assert said(client, f"baris-pk/{row.pk}") == []
    page = client.get(f"{BASE}isi/baris-pk/{row.pk}/hapus/").content.decode()
    assert "Tidak ada catatan lain yang ikut terhapus." in page


def test_a_unit_stands_in_no_year_and_keeps_those_below_it(client: Client, balung: Kecamatan) -> None:
    unit = make(UnitKerja, kecamatan=balung)
    make(UnitKerja, kecamatan=balung, induk=unit, kunci="seksi", nama="Seksi Pemerintahan", jenis="seksi")
    ((words, pages),) = said(client, f"unit-kerja/{unit.pk}")
    assert (words, pages) == ("1 unit kerja", [(f"{BASE}profil/isi/", "lihat")])


def test_komentar_of_other_years_and_targets_go_with_an_indikator(
    client: Client, balung: Kecamatan, operator: Pengguna
) -> None:
    """Remarks stand on the page of their own year; the targets of all years on that of the plan."""
    indikator = make_indikator(sasaran=make_sasaran(renstra=make_renstra(kecamatan=balung)))
    for tahun in (2022, 2023):
        make(TargetRenstra, indikator=indikator, tahun=tahun)
    for tahun in (2021, 2023, 2023):
        make(KomentarRealisasi, indikator=indikator, tahun=tahun, pengguna=operator)
    assert sorted(said(client, f"indikator/{indikator.pk}")) == [
        ("2 target Renstra", [(f"{BASE}renstra/isi/", "lihat")]),
        (
            "3 komentar realisasi",
            [
                ("/kecamatan/balung/2021/realisasi/isi/", "tahun 2021: 1"),
                ("/kecamatan/balung/2023/realisasi/isi/", "tahun 2023: 2"),
            ],
        ),
    ]
    sasaran = Sasaran.objects.get()
    assert ("1 indikator", [(f"{BASE}renstra/isi/", "lihat")]) in said(client, f"sasaran/{sasaran.pk}")


def test_what_stands_in_the_way_is_said_before_anybody_presses(client: Client, balung: Kecamatan) -> None:
    indikator = make_indikator(sasaran=make_sasaran(renstra=make_renstra(kecamatan=balung)))
    for tahun in (2022, 2024):
        make_realisasi(indikator=indikator, tahun=tahun)
    make(PembandingIndikator, indikator=indikator, tahun=2021)
    assert sorted(said(client, f"indikator/{indikator.pk}")) == [
        ("1 pembanding", [(f"{BASE}pembanding/isi/", "lihat")]),
        (
            "2 realisasi",
            [
                ("/kecamatan/balung/2022/realisasi/isi/", "tahun 2022: 1"),
                ("/kecamatan/balung/2024/realisasi/isi/", "tahun 2024: 1"),
            ],
        ),
    ]
    page = client.get(f"{BASE}isi/indikator/{indikator.pk}/hapus/").content.decode()
    assert "Belum dapat dihapus" in page
    assert 'name="sidik"' not in page
