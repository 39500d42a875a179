"""Last year's evaluation: typed, judged, printed, and in the workbook."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from openpyxl import Workbook

from kecamatan.models import Kecamatan, UnitKerja
from reports.workbook.exchange import workbook_export, workbook_import
from sakip.entry.judge import judge
from sakip.models import LHE, KategoriSkala, RekomendasiLHE, Skala, VersiNomenklatur
from sakip.snapshot.build import build
from tests.factory import make
from tests.responses import main_text
from tests.workbook_edits import column_number, edited, row_with, write

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("signed_in")]

BASE = "/kecamatan/balung/2021/"
#: 20,1 + 19,8 + 9,75 + 16,75 = 66,4; above 60 and at most 70 it is B.
KOMPONEN = {"perencanaan": "20,1", "pengukuran": "19,8", "pelaporan": "9,75", "evaluasi": "16,75"}


@pytest.fixture
def seksi(balung: Kecamatan) -> UnitKerja:
    camat = make(UnitKerja, kecamatan=balung)
    return make(
        UnitKerja, kecamatan=balung, kunci="umum", nama="Seksi Pelayanan Umum", jenis="seksi", induk=camat
    )


@pytest.fixture
def akip() -> None:
    """The categories of Permen PANRB 88/2021 that the values here fall into or beside."""
    skala = make(Skala, kode="akip-2021", untuk="huruf")
    bounds = (("A", "Memuaskan", 80), ("BB", "Sangat Baik", 70), ("B", "Baik", 60), ("CC", "Cukup", None))
    for kode, label, batas in bounds:
        make(KategoriSkala, skala=skala, kode=kode, label=label, batas=batas)


@pytest.mark.usefixtures("akip")
def test_it_is_typed_judged_and_frozen(client: Client, balung: Kecamatan, seksi: UnitKerja) -> None:
    new = f"{BASE}isi/lhe/baru/"
    assert client.post(new, {"nilai": "66,4", "predikat": "A"} | KOMPONEN).status_code == 422
    wrong = client.post(new, {"nilai": "67"} | KOMPONEN).content.decode()
    assert "Keempat komponen berjumlah 66,4, bukan 67. Perbaiki nilai atau komponennya." in wrong
    assert client.post(new, {"nomor": "700/12/2021", "nilai": "66,4"} | KOMPONEN).status_code == 302
    row = {
        "rekomendasi": "Lengkapi definisi operasional.",
        "tindakan": "Definisi ditetapkan.",
        "bukti": "SK Camat Nomor 4",
        "penanggung_jawab": seksi.kunci,
        "batas_waktu": "30/6/2021",
        "status": "selesai",
    }
    new = f"{BASE}isi/rekomendasi-lhe/baru/"
    assert client.post(new, row | {"tindakan": ""}).status_code == 422
    assert client.post(new, row).status_code == 302
    words = main_text(client, f"{BASE}lhe/isi/")
    assert "66,40 (B)" in words
    assert "SK Camat Nomor 4 Seksi Pelayanan Umum 30 Juni 2021 Selesai" in words
    snapshot = build(kecamatan=balung, tahun=2021)
    assert [(one.nilai, one.predikat, one.evaluasi) for one in snapshot.lhe] == [
        (Decimal("66.4"), "B", Decimal("16.75"))
    ]
    assert [(one.penanggung_jawab, one.status, one.batas_waktu) for one in snapshot.rekomendasi_lhe] == [
        (("Seksi Pelayanan Umum",), "Selesai", date(2021, 6, 30))
    ]


@pytest.mark.one_engine
@pytest.mark.usefixtures("akip")
def test_a_predikat_is_that_of_the_value() -> None:
    (problem,) = judge(LHE(nilai=Decimal(80), predikat="A"))
    assert problem.message == (
        "Nilai 80 berpredikat BB (Sangat Baik), bukan A. Perbaiki nilai atau predikatnya."
    )
    read = LHE(nilai=Decimal("80.01"))
    assert (judge(read), read.predikat) == ([], "A")


@pytest.mark.one_engine
def test_the_workbook_there_and_back(balung: Kecamatan, seksi: UnitKerja) -> None:
    make(VersiNomenklatur)
    make(LHE, kecamatan=balung, predikat="B")
    make(RekomendasiLHE, kecamatan=balung, penanggung_jawab=[seksi.kunci])
    book = workbook_export(kecamatan=balung, tahun=2021)
    assert _read(balung, book).changes == []
    row = row_with(book, "RekomendasiLHE", Rekomendasi="Lengkapi definisi operasional indikator")
    content = edited(
        book,
        write("RekomendasiLHE", row, "Tindak lanjut", "Definisi disusun."),
        write("RekomendasiLHE", row, "Status", "Dalam proses"),
        write("RekomendasiLHE", row + 1, "Rekomendasi", "Sajikan pembanding."),
        write("RekomendasiLHE", row + 1, "Batas waktu", "31 Maret 2022"),
    )
    assert _read(balung, content, apply_changes=True).errors == []
    columns = ("rekomendasi", "status", "penanggung_jawab", "batas_waktu")
    assert list(RekomendasiLHE.objects.values_list(*columns)) == [
        ("Lengkapi definisi operasional indikator", "proses", ["umum"], None),
        ("Sajikan pembanding.", "belum", [], date(2022, 3, 31)),
    ]


@pytest.mark.one_engine
def test_a_workbook_of_before_the_day_is_read(balung: Kecamatan) -> None:
    make(VersiNomenklatur)
    make(RekomendasiLHE, kecamatan=balung)

    def without(book: Workbook) -> None:
        book["RekomendasiLHE"].delete_cols(column_number(book, "RekomendasiLHE", "Batas waktu"))

    before = edited(workbook_export(kecamatan=balung, tahun=2021), without)
    assert (_read(balung, before).errors, _read(balung, before).changes) == ([], [])


def _read(balung: Kecamatan, content: bytes, **how: Any) -> Any:
    return workbook_import(content=content, nama="b.xlsx", place=(balung, 2021), **how)
