"""The money of a budget row by its sources: typed, in the workbook, summed per source in the LKIP."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from openpyxl import Workbook

from kecamatan.models import Kecamatan
from reports.publish.assemble import build_draft
from reports.tables.sumber_dana import sumber_dana_table
from reports.workbook.exchange import workbook_export, workbook_import
from sakip.models import Anggaran, Kegiatan, Program, SubKegiatan, SumberDana
from tests.factory import make, make_anggaran
from tests.workbook_edits import edited

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("signed_in")]

NEW = "/kecamatan/balung/2021/isi/sumber-dana/baru/?induk={}"


@pytest.fixture
def rows(balung: Kecamatan) -> list[Anggaran]:
    """A sub kegiatan that two kelurahan carry out: 200 and 150."""
    program = make(Program)
    kegiatan = make(Kegiatan, program=program)
    sub = make(SubKegiatan, kegiatan=kegiatan)
    where = {
        "kecamatan": balung,
        "tahun": 2021,
        "program": program,
        "kegiatan": kegiatan,
        "sub_kegiatan": sub,
    }
    return [
        make_anggaran(**where, unit="Kelurahan A", pagu_murni=Decimal(200), realisasi=Decimal(195)),
        make_anggaran(**where, unit="Kelurahan B", pagu_murni=Decimal(150), realisasi=Decimal(120)),
    ]


def printed(balung: Kecamatan) -> list[list[str]]:
    table = sumber_dana_table(build_draft(kecamatan=balung, tahun=2021).snapshot, key="k", sumber="APBD")
    return [[str(c.content) for c in r.cells] for r in table.rows] if table else []


def test_a_row_is_split_and_each_source_summed(
    client: Client, balung: Kecamatan, rows: list[Anggaran]
) -> None:
    # DAU tambahan 120 + 70 = 190, PAD 80 + 80 = 160; 115 + 60 = 175 of 190 are 92,11%
    assert printed(balung) == []
    for row, sumber, pagu, realisasi in (
        (rows[0], "DAU tambahan", "120", "115"),
        (rows[0], "PAD", "80", "80"),
        (rows[1], "DAU tambahan", "70", "60"),
        (rows[1], "PAD", "80", ""),
    ):
        typed = {"sumber": sumber, "pagu": pagu, "realisasi": realisasi}
        assert client.post(NEW.format(row.pk), typed).status_code == 302
    assert printed(balung) == [
        ["1", "DAU tambahan", "190", "175", "92,11%"],
        ["2", "PAD", "160", "belum diisi", "belum diisi"],
        ["Jumlah", "350", "belum diisi", "belum diisi"],
    ]
    SumberDana.objects.filter(anggaran=rows[1], sumber="PAD").delete()  # 270 of 350 are told
    assert printed(balung)[-1] == ["Jumlah yang sumber dananya dicatat", "270", "255", "94,44%"]
    again = client.post(NEW.format(rows[0].pk), {"sumber": "PAD", "pagu": "1"})
    assert again.status_code == 422
    page = client.get("/kecamatan/balung/2021/anggaran/isi/").content.decode()
    assert "DAU tambahan" in page


@pytest.mark.one_engine
def test_one_source_written_in_two_ways_is_one(balung: Kecamatan, rows: list[Anggaran]) -> None:
    for row, sumber, pagu in ((rows[0], "DAU Tambahan", 200), (rows[1], "dau  tambahan", 150)):
        make(SumberDana, anggaran=row, sumber=sumber, pagu=Decimal(pagu), realisasi=Decimal(70))
    # 140 of 350 are 40%
    assert printed(balung) == [
        ["1", "DAU Tambahan", "350", "140", "40,00%"],
        ["Jumlah", "350", "140", "40,00%"],
    ]


@pytest.mark.one_engine
def test_a_control_total_says_its_sources_once_more(balung: Kecamatan, rows: list[Anggaran]) -> None:
    above = make_anggaran(kecamatan=balung, tahun=2021, program=rows[0].program, pagu_murni=Decimal(350))
    make(SumberDana, anggaran=above, sumber="PAD", pagu=Decimal(350))
    assert printed(balung)[-1][:2] == ["Jumlah", "350"]  # the program alone tells its sources
    for row, pagu in zip(rows, (200, 150), strict=True):
        make(SumberDana, anggaran=row, sumber="PAD", pagu=Decimal(pagu))
    assert [line[:3] for line in printed(balung)] == [
        ["1", "PAD", "350"],
        ["Jumlah", "350", "belum diisi"],
    ]


@pytest.mark.one_engine
def test_the_workbook_there_and_back(balung: Kecamatan, rows: list[Anggaran]) -> None:
    make(SumberDana, anggaran=rows[1], sumber="PAD", pagu=Decimal(150))
    content = workbook_export(kecamatan=balung, tahun=2021)
    assert _read(balung, content).changes == []

    def another(book: Workbook) -> None:
        sheet = book["SumberDana"]
        titles = [str(cell.value) for cell in sheet[1]]
        cells: dict[str, object] = {
            title: sheet.cell(row=3, column=n + 1).value for n, title in enumerate(titles)
        }
        for title, value in (cells | {"Kelurahan atau unit": "Kelurahan A", "Pagu (Rp)": 200}).items():
            sheet.cell(row=4, column=titles.index(title) + 1, value=value)

    assert _read(balung, edited(content, another), apply_changes=True).errors == []
    assert list(SumberDana.objects.order_by("pagu").values_list("anggaran__unit", "sumber", "pagu")) == [
        ("Kelurahan B", "PAD", 150),
        ("Kelurahan A", "PAD", 200),
    ]


def _read(balung: Kecamatan, content: bytes, **how: Any) -> Any:
    return workbook_import(content=content, nama="b.xlsx", place=(balung, 2021), **how)
