"""The matrix tells what is so now: what is kept is shown while it holds, marked when it does not, and made anew."""

from __future__ import annotations

import io
import re
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from kecamatan.ground.trail import trail_add
from kecamatan.ground.trail_key import TrailKey
from kecamatan.models import Kecamatan
from reports.models import Narasi, Pantauan
from reports.monitoring import kept
from reports.monitoring.handed import handed_in
from reports.monitoring.matrix import Matrix, read_matrix
from reports.pages.readiness import readiness_of_parts
from reports.review import marks
from reports.views import monitoring
from sakip.entry.agreed import AGREED
from sakip.models import RKT, KategoriSkala, KebijakanPengukuran, Skala
from sakip.web.task_queue import task_enqueue
from tests.factory import make, make_kecamatan, make_laporan, make_pengguna
from tests.reports.lkip.example_naskah import naskah_balung

pytestmark = pytest.mark.django_db

TAHUN = 2021


@pytest.fixture
def jombang(balung: Kecamatan) -> Kecamatan:
    return make_kecamatan(kabupaten=balung.kabupaten, kode="35.09.02", nama="Jombang", slug="jombang")


def read(balung: Kecamatan) -> Matrix:
    return read_matrix(balung.kabupaten, TAHUN)


def old(matrix: Matrix) -> dict[str, list[str]]:
    """By kecamatan the columns that are told to be no longer so."""
    return {
        row.kecamatan.nama: [one.column.code for one in row.cells if not one.current] for row in matrix.rows
    }


def written(kecamatan: Kecamatan, kind: str = "sakip.rkt") -> None:
    trail_add(action="catatan.diubah", subject=kind, sebutan="baris", kecamatan=kecamatan)


@pytest.mark.one_engine
def test_a_state_is_shown_as_current_only_while_nothing_was_written(
    balung: Kecamatan, jombang: Kecamatan, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert old(read(balung)) == {"Balung": [], "Jombang": []}
    rkt = make(RKT, kecamatan=balung, tahun=TAHUN)  # past the writer: the trail says nothing of it
    monkeypatch.setattr(kept, "AT_ONCE", 0)
    with CaptureQueriesContext(connection) as asked:
        found = read(balung)
    assert (len(asked), old(found)) == (6, {"Balung": [], "Jombang": []})
    written(balung)
    every = [column.code for column in found.columns if column.code != "lkip"]
    assert old(read(balung)) == {"Balung": every, "Jombang": []}
    # The text of a neighbour may be a copy of ours: that is what a review asks, and no document.
    monkeypatch.setattr(kept, "AT_ONCE", 8)
    row = next(one for one in read(balung).rows if one.kecamatan == balung)
    cell = row.of("rkt")
    assert cell is not None
    # tanggal, penanda tangan, sasaran, program
    assert (cell.state, cell.percent, len(cell.missing)) == ("sebagian", 0, 4)
    monkeypatch.setattr(kept, "AT_ONCE", 0)
    written(jombang, "reports.narasi")
    assert old(read(balung)) == {"Balung": ["reviu"], "Jombang": every}
    monkeypatch.setattr(kept, "AT_ONCE", 8)
    assert old(read(balung)) == {"Balung": [], "Jombang": []}
    monkeypatch.setattr(kept, "AT_ONCE", 0)
    trail_add(action="catatan.diubah", subject="kecamatan.masajabatan", sebutan="Bupati")
    assert old(read(balung)) == {"Balung": every, "Jombang": every}
    rkt.delete()


@pytest.mark.one_engine
def test_the_worker_makes_what_the_first_reader_leaves(
    balung: Kecamatan,
    jombang: Kecamatan,
    monkeypatch: pytest.MonkeyPatch,
    settings: Settings,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
    for at_once in (1, 0):  # who asks again meanwhile queues nothing more
        monkeypatch.setattr(kept, "AT_ONCE", at_once)
        with django_capture_on_commit_callbacks(execute=True):
            found = read_matrix(balung.kabupaten, TAHUN, [jombang.pk])
        assert (task_enqueue(), found.counted, [row.current for row in found.rows]) == (1, 1, [True])
    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)
    assert read(balung).counted == 2


@pytest.mark.one_engine
def test_a_new_day_and_a_new_version_make_it_anew(balung: Kecamatan, monkeypatch: pytest.MonkeyPatch) -> None:
    """A term of office ends, and a rule changes, without a line in the trail."""
    with time_machine.travel("2026-03-02T10:00:00+07:00", tick=False):
        read(balung)
        monkeypatch.setattr(kept, "AT_ONCE", 0)
        assert read(balung).counted == 1
        with monkeypatch.context() as changed:
            changed.setattr(kept, "program_version", lambda: "9.9.9")
            changed.setattr(marks, "program_version", lambda: "9.9.9")
            Pantauan.objects.update(isi={"what": "that version kept"})  # nobody else can read it
            assert read(balung).counted == 0
        kept.keep_state(kecamatan=balung, tahun=TAHUN)
        assert read(balung).counted == 1
    with time_machine.travel("2026-03-03T00:00:00+07:00", tick=False):
        assert read(balung).counted == 0


@pytest.mark.one_engine
def test_a_year_that_is_broken_says_why_and_waits_for_nobody(balung: Kecamatan) -> None:
    make(KebijakanPengukuran, kabupaten=balung.kabupaten, tahun=TAHUN)  # its scale has no categories
    (row,) = read(balung).rows
    assert (row.broken.partition(".")[0], row.current) == ("Skala skm-2017 belum memiliki kategori", True)
    assert {cell.state for cell in row.cells} == {"catatan rusak", "belum dimulai"}


@pytest.mark.one_engine
def test_a_report_that_came_too_late_stays_late_when_it_is_opened_again(balung: Kecamatan) -> None:
    first = make_laporan(
        kecamatan=balung,
        tahun=TAHUN,
        status="dibuka_kembali",
        ditandatangani_pada=datetime(2022, 3, 2, 3, 0, tzinfo=UTC),
    )

    def said() -> str:
        cell = read(balung).rows[0].of("lkip")
        assert cell is not None
        assert cell.time is not None
        return f"{cell.said}: {cell.time.words}"

    second = make_laporan(
        kecamatan=balung,
        tahun=TAHUN,
        versi=2,
        menggantikan=first,
        alasan_dibuka="Salah hitung",
        batas_waktu=date(2022, 4, 1),
    )
    with time_machine.travel("2022-03-20T10:00:00+07:00", tick=False):
        assert said() == "draf: terlambat 2 hari"
    with time_machine.travel("2022-04-02T10:00:00+07:00", tick=False):
        assert said() == "draf: lewat 1 hari"
    second.status, second.ditandatangani_pada = "ditandatangani", datetime(2022, 3, 25, tzinfo=UTC)
    second.diajukan_oleh, second.diajukan_pada = make_pengguna(), second.ditandatangani_pada
    second.save()
    assert said() == "ditandatangani: terlambat 2 hari"


@pytest.mark.one_engine
def test_a_plan_is_handed_in_when_it_was_agreed_for_the_first_time(balung: Kecamatan) -> None:
    rkt = make(RKT, kecamatan=balung, tahun=TAHUN)
    skala = make(Skala)
    make(KategoriSkala, skala=skala, kode="D", label="Kurang", batas=None)
    make(
        KebijakanPengukuran,
        skala=skala,
        kabupaten=balung.kabupaten,
        tahun=TAHUN,
        batas_waktu_rkt=date(2021, 1, 31),
        batas_waktu_triwulan_1=date(2021, 4, 10),
    )

    def said(today: str) -> list[str]:
        with time_machine.travel(f"{today}T10:00:00+07:00", tick=False):
            cells = read(balung).rows[0].cells
        return [
            f"{one.column.code} {one.time.words}" for one in cells if one.time and one.column.code != "lkip"
        ]

    def agreed(day: str) -> None:
        with time_machine.travel(f"{day}T10:00:00+07:00", tick=False):
            trail_add(action=AGREED, subject=rkt, sebutan="RKT", kecamatan=balung, tahun=TAHUN)

    assert said("2021-01-20") == ["rkt 11 hari lagi", "realisasi-1 80 hari lagi"]
    assert said("2021-02-01") == ["rkt lewat 1 hari", "realisasi-1 68 hari lagi"]
    agreed("2021-02-02")
    agreed("2021-03-09")  # opened and agreed again
    assert said("2021-04-11") == ["rkt terlambat 2 hari", "realisasi-1 lewat 1 hari"]


@pytest.mark.one_engine
def test_a_triwulan_is_there_when_its_last_value_was_entered_first(balung: Kecamatan) -> None:
    snapshot = naskah_balung().snapshot
    pk = snapshot.pk_in_force
    assert pk is not None
    keys = [one.kunci_indikator for one in pk.indikator]

    def entered(key: str, day: str) -> None:
        place: TrailKey = {"kecamatan": balung.pk, "indikator": key, "tahun": snapshot.tahun, "triwulan": 0}
        with time_machine.travel(f"{day}T10:00:00+07:00", tick=False):
            trail_add(
                action="catatan.diubah", subject="sakip.realisasi", key=place, sebutan="x", kecamatan=balung
            )

    def handed() -> datetime | None:
        parts = readiness_of_parts(naskah_balung())
        return handed_in(balung, snapshot, parts)["realisasi-4"]

    for key in keys[1:]:
        entered(key, "2022-01-05")
    assert handed() is None  # one came with a fixture: nobody knows when
    entered(keys[0], "2022-01-07")
    entered(keys[-1], "2022-02-09")  # corrected
    assert handed() == datetime(2022, 1, 7, 3, 0, tzinfo=UTC)


@pytest.mark.one_engine
def test_who_works_in_a_kecamatan_sees_it_beside_the_middle_of_all(
    client: Client, balung: Kecamatan, jombang: Kecamatan
) -> None:
    make(Narasi, kecamatan=jombang, tahun=TAHUN)
    for peran in ("operator", "camat"):
        client.force_login(make_pengguna(peran, kecamatan=balung))
        page = client.get(f"/pemantauan/?tahun={TAHUN}").content.decode()
        assert re.findall(r'scope="row"><a href="[^"]+">([^<]+)</a>', page) == ["Balung"]
        assert "Median kabupaten" in page
    read_percent = {
        row.kecamatan.nama: one.percent for row in read(balung).rows if (one := row.of("narasi")) is not None
    }
    assert read_percent["Balung"] == 0
    assert read_percent["Jombang"] is not None
    assert read(balung).medians["narasi"] == read_percent["Jombang"] / 2
    page = client.get(f"/kecamatan/balung/{TAHUN}/pemantauan/").content.decode()
    assert "di samping median 2 kecamatan" in page


@pytest.mark.one_engine
def test_pages_of_many_kecamatan_cost_no_more_queries_and_the_workbook_has_all(
    client: Client, balung: Kecamatan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(monitoring, "PER_PAGE", 8)
    client.force_login(make_pengguna("pengawas", kabupaten=balung.kabupaten))
    address = f"/pemantauan/?tahun={TAHUN}&dokumen=rkt"

    def shown() -> tuple[int, int]:
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            page = client.get(address).content.decode()
        return len(asked), page.count('scope="row"') - 1

    few, rows = shown()
    assert (few, rows) == (17, 1)
    for nomor in range(20, 32):
        make_kecamatan(kabupaten=balung.kabupaten, kode=f"35.09.{nomor}")
    client.get(address)  # so many are worked out at once that one is enough for a page
    many, rows = shown()
    assert (many, rows) == (few, 8)
    book = load_workbook(io.BytesIO(client.get(f"/pemantauan/unduh/?tahun={TAHUN}&dokumen=rkt").content))
    assert [page.title for page in book] == ["Matriks", "Rincian"]
    matrix = list(book["Matriks"].iter_rows(min_row=3, values_only=True))
    assert matrix[0][:4] == ("Kecamatan", "Renstra", "RKT", "PK")
    assert (len(matrix), matrix[1][:4]) == (14, ("Balung", 0, 0, 0))


def test_the_report_stands_first_on_the_page_and_last_in_the_year(client: Client, balung: Kecamatan) -> None:
    """Of fifteen columns the last is not on a narrow screen; a workbook keeps the order of the year."""
    make(RKT, kecamatan=balung, tahun=TAHUN)
    client.force_login(make_pengguna("organisasi", kabupaten=balung.kabupaten))
    page = client.get(f"/pemantauan/?tahun={TAHUN}").content.decode()
    table = page.partition('<table class="daftar-tahun matriks">')[2]
    heads = re.findall(r'<th[^>]*scope="col"[^>]*><a[^>]*>([^<↑]+)', table)
    assert [one.strip() for one in heads[:3]] == ["Kecamatan", "LKIP", "Renstra"]
    assert heads[-1].strip() == "Reviu"
    row = table.partition("<tbody>")[2].partition("</tr>")[0]
    cells = re.findall(r'<span class="tersembunyi">([^<:]+) Balung: ', row)
    assert cells[:2] == ["LKIP", "Renstra"]
    assert len(cells) == len(heads) - 1
    assert table.partition("<tfoot>")[2].count("<td>") == len(cells)
