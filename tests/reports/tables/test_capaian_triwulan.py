"""Capaian of each triwulan against the rencana aksi: on the page of realisasi, and in the appendix of the LKIP."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.test import Client

from kecamatan.models import Kecamatan
from reports.official.documents import DOKUMEN_KINDS
from reports.publish.assemble import build_draft
from sakip.models import (
    BarisPK,
    BarisRencanaAksi,
    Indikator,
    KategoriSkala,
    KebijakanPengukuran,
    Realisasi,
    Skala,
    TargetTriwulan,
)
from tests.factory import make, make_indikator, make_pk, make_realisasi, make_renstra, make_sasaran
from tests.reports.lkip.read_part import all_tables
from tests.responses import main_text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("signed_in"), pytest.mark.one_engine]

PAGE = "/kecamatan/balung/2021/realisasi/"


@pytest.fixture
def indikator(balung: Kecamatan) -> Indikator:
    """Target 25, 50, 75, 100; realisasi 24, 50, 77, 100."""
    skala = make(Skala, kode="akip-2021", untuk="capaian")
    make(KategoriSkala, skala=skala, kode="D", label="Kurang", batas=None)
    make(KebijakanPengukuran, kabupaten=balung.kabupaten, tahun=2021, skala=skala)
    row = make_indikator(
        sasaran=make_sasaran(renstra=make_renstra(kecamatan=balung)), satuan="dokumen", akumulasi="kumulatif"
    )
    make(BarisPK, perjanjian=make_pk(kecamatan=balung, tahun=2021), acuan_indikator=row, angka=Decimal(100))
    planned = make(BarisRencanaAksi, acuan_indikator=row, indikator=row.nama, akumulasi="kumulatif")
    for n, (target, reached) in enumerate(((25, 24), (50, 50), (75, 77), (100, 100)), start=1):
        make(TargetTriwulan, baris=planned, triwulan=n, angka=Decimal(target))
        make_realisasi(indikator=row, tahun=2021, triwulan=n, angka=Decimal(reached))
    return row


def test_the_page_measures_each_triwulan(client: Client, indikator: Indikator) -> None:
    words = main_text(client, PAGE)
    assert "Capaian Triwulan terhadap Rencana Aksi Tahun 2021" in words
    assert (
        "I 25 24 96,00% II 50 50 100,00% III 75 77 102,67% IV 100 100 100,00%"
        in words.partition("Capaian Triwulan terhadap")[2]
    )


def test_the_appendix_of_the_lkip_says_what_was_reached(balung: Kecamatan, indikator: Indikator) -> None:
    naskah = build_draft(kecamatan=balung, tahun=2021)
    side_by_side = [
        *("1", "Indeks kepuasan", "25", "24", "96,00%", "50", "50", "100,00%"),
        *("75", "77", "102,67%", "100", "100", "100,00%"),
    ]
    for kode, present in (
        ("lkip", [side_by_side]),
        ("rencana-aksi", []),
    ):  # what is signed in January says no realisasi
        dokumen = DOKUMEN_KINDS[kode].arrange(naskah)
        assert dokumen is not None
        found = [
            t
            for part in dokumen.lampiran or dokumen.body
            for t in all_tables(part).values()
            if t.key == "rencana-aksi-capaian"
        ]
        assert [[str(c.content) for c in r.cells] for t in found for r in t.rows] == present


@pytest.mark.both_engines
def test_without_triwulan_nothing_is_said(client: Client, indikator: Indikator) -> None:
    Realisasi.objects.filter(triwulan__gt=1).delete()
    words = main_text(client, PAGE).partition("Capaian Triwulan terhadap")[2]
    assert "I 25 24 96,00% II 50 belum diisi belum diisi" in words
    Realisasi.objects.all().delete()
    assert "Capaian Triwulan terhadap" not in main_text(client, PAGE)
