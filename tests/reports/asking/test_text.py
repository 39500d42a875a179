"""The text that Bagian Organisasi sends to who is late: whom it names, for what, and who reads it."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine
from django.test import Client
from pytest_django import Settings

from kecamatan.models import Kecamatan
from reports.asking.text import asked_of, asking_text
from reports.monitoring.columns import DOCUMENTS, LKIP, Column
from reports.monitoring.matrix import Cell, Row
from reports.workflow.deadline import Time, Timeliness
from sakip.entry.readiness import State
from sakip.models import RKT
from tests.factory import make, make_kecamatan, make_laporan, make_pengguna

pytestmark = pytest.mark.one_engine

DAY, UNTIL = date(2026, 3, 5), date(2026, 2, 28)
RKT_COLUMN = next(one for one in DOCUMENTS if one.code == "rkt")


def cell(column: Column, state: str, time: Time | None = None, **more: object) -> Cell:
    when = (
        Timeliness(time=time, days=5 if time in (Time.OVERDUE, Time.LATE) else 0, until=UNTIL)
        if time
        else None
    )
    return Cell(column=column, state=state, time=when, **more)  # type: ignore[arg-type]  # of one cell


def row(nama: str, *cells: Cell) -> Row:
    return Row(kecamatan=Kecamatan(nama=nama), cells=cells, counted=None)


ROWS = (
    row(
        "Ajung",
        cell(RKT_COLUMN, State.PARTLY, percent=87, missing=("target pada 2 baris",)),
        cell(LKIP, "draf", Time.OVERDUE),
    ),
    row("Balung", cell(RKT_COLUMN, State.COMPLETE, percent=100), cell(LKIP, "diterima", Time.LATE)),
    row("Silo", cell(RKT_COLUMN, State.EMPTY, percent=0), cell(LKIP, "belum dimulai", Time.OVERDUE)),
)


def told(document: str = "", rows: tuple[Row, ...] = ROWS, address: str = "https://sakip.test/") -> str:
    return asking_text(
        asked_of(rows, document), tahun=2025, place="Kabupaten Jember", day=DAY, address=address
    )


def test_without_a_document_it_names_what_is_past_its_day() -> None:
    """What came too late is there, and nothing is asked for any more."""
    assert told() == (
        "Dokumen kinerja tahun 2025 yang ditunggu dari kecamatan di Kabupaten Jember, keadaan 5 Maret 2026:\n\n"
        "LKIP, batas waktu 28 Februari 2026\n- Ajung: draf; lewat 5 hari\n- Silo: belum dimulai; lewat 5 hari\n\n"
        "Mohon dilengkapi melalui https://sakip.test/"
    )


def test_of_a_document_it_names_who_has_it_not_complete_and_what_it_lacks() -> None:
    text = told("rkt", address="")
    assert (
        "Rencana Kinerja Tahunan\n- Ajung: sebagian 87%, belum ada: target pada 2 baris\n- Silo: kosong"
        in text
    )
    assert "Balung" not in text
    assert "LKIP" not in text
    assert text.endswith("Mohon dilengkapi.")


def test_of_nothing_owed_there_is_no_text() -> None:
    assert told(rows=ROWS[1:2]) == ""
    assert told("rkt", rows=ROWS[1:2]) == ""


@pytest.mark.django_db
@time_machine.travel("2022-03-05T10:00:00+07:00", tick=False)
def test_it_stands_below_the_matrix_for_who_receives_the_reports(
    client: Client, balung: Kecamatan, settings: Settings
) -> None:
    settings.SAKIP_ADDRESS = "https://sakip.test"
    other = make_kecamatan(kabupaten=balung.kabupaten, kode="35.09.11", nama="Umbulsari", slug="umbulsari")
    make(RKT, kecamatan=balung, tahun=2021)
    make_laporan(kecamatan=other, tahun=2021, status="draf")
    address = "/pemantauan/?tahun=2021"
    client.force_login(make_pengguna("organisasi", kabupaten=balung.kabupaten))
    page = client.get(address).content.decode()
    assert "- Balung: belum dimulai; lewat 5 hari\n- Umbulsari: draf; lewat 5 hari" in page
    assert "Mohon dilengkapi melalui https://sakip.test/" in page
    narrowed = client.get(f"{address}&keadaan=draf").content.decode()
    assert "- Umbulsari: draf" in narrowed
    assert "- Balung:" not in narrowed
    for peran in ("pengawas", "camat"):
        place = {"kecamatan": balung} if peran == "camat" else {"kabupaten": balung.kabupaten}
        client.force_login(make_pengguna(peran, **place))
        assert "Teks pengingat" not in client.get(address).content.decode()
