"""The overview counts every kecamatan once, and shows to each reader the kabupaten that he follows and no draft."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, date, datetime
from fractions import Fraction
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django_tasks_db.models import DBTaskResult
from openpyxl import load_workbook

from kecamatan.models import Kecamatan, Pengguna, Provinsi
from reports.models import Pantauan
from reports.monitoring.figures import Standing
from reports.monitoring.kept import completeness
from reports.monitoring.overview import Level, Overview, Tally, read_overview
from reports.monitoring.overview_columns import ordered, step_names
from reports.monitoring.renewal import renew_kept
from reports.monitoring.spread import spread_of
from sakip.models import RKT, KebijakanPengukuran
from sakip.web.task_queue import task_enqueue
from tests.factory import make, make_kabupaten, make_kecamatan, make_laporan, make_pengguna
from tests.responses import element_texts, main_text

pytestmark = pytest.mark.django_db

TAHUN = 2021

#: What each came to, and the place of its predikat on the scale of its kabupaten.
PREDIKAT = {
    "Balung": ("Baik", 2),
    "Puger": ("Tanpa capaian", None),
    "Rogojampi": ("Sangat Baik", 1),
    "Godean": ("Memuaskan", 2),
}


@pytest.fixture
def country() -> Iterator[dict[str, Any]]:
    """Three kabupaten in two provinsi, on 1 March 2022, a day after the LKIP of 2021 were due (Banyuwangi: in April).

    Jember: Balung received; Puger signed that day, too late; Wuluhan without any. Banyuwangi: Rogojampi opened again
    until 1 May. Sleman: Godean submitted. Of Wuluhan nothing is kept.
    """
    make(Provinsi)
    make(Provinsi, kode="34", nama="Daerah Istimewa Yogyakarta")
    content: dict[str, Any] = {}
    for kode, nama, below in (
        ("35.09", "Jember", (("Balung", 100), ("Puger", 50), ("Wuluhan", None))),
        ("35.10", "Banyuwangi", (("Rogojampi", 75),)),
        ("34.04", "Sleman", (("Godean", 0),)),
    ):
        content[nama] = kabupaten = make_kabupaten(kode=kode, nama=nama)
        for number, (kecamatan, percent) in enumerate(below, start=1):
            own = f"{kode}.{number:02}"
            content[kecamatan] = one = make_kecamatan(
                kabupaten=kabupaten, kode=own, nama=kecamatan, slug=kecamatan.lower()
            )
            if percent is not None:
                predikat, nomor = PREDIKAT[kecamatan]
                make(
                    Pantauan,
                    kecamatan=one,
                    tahun=TAHUN,
                    kelengkapan=percent,
                    predikat=predikat,
                    nomor_predikat=nomor,
                )
    make(
        KebijakanPengukuran, kabupaten=content["Banyuwangi"], tahun=TAHUN, batas_waktu_lkip=date(2022, 4, 30)
    )
    with time_machine.travel("2022-03-01T10:00:00+07:00", tick=False):
        # 23 o'clock in UTC is already the first of March in Jember.
        for nama, status, signed in (
            ("Balung", "diterima", datetime(2022, 2, 28, 3, tzinfo=UTC)),
            ("Puger", "ditandatangani", datetime(2022, 2, 28, 23, tzinfo=UTC)),
            ("Rogojampi", "dibuka_kembali", datetime(2022, 2, 1, 3, tzinfo=UTC)),
            ("Godean", "diajukan", None),
        ):
            content[f"LKIP {nama}"] = make_laporan(
                kecamatan=content[nama], tahun=TAHUN, status=status, ditandatangani_pada=signed
            )
        make_laporan(
            kecamatan=content["Rogojampi"],
            tahun=TAHUN,
            versi=2,
            menggantikan=content["LKIP Rogojampi"],
            alasan_dibuka="Angka keliru.",
            batas_waktu=date(2022, 5, 1),
        )
        yield content


def counted(overview: Overview) -> dict[str, tuple[int, ...]]:
    """By name: kecamatan; not begun, under way, submitted, signed, received; overdue, too late; kept."""
    lines = {one.nama: one.tally for one in overview.lines} | {"": overview.total}
    return {
        nama: (
            tally.kecamatan,
            *(count for _, count in tally.each_state),
            *(tally.overdue, tally.late, len(tally.percents)),
        )
        for nama, tally in lines.items()
    }


def test_every_kecamatan_is_counted_in_one_state_and_time_apart(country: dict[str, Any]) -> None:
    with CaptureQueriesContext(connection) as asked:
        found = read_overview(None, TAHUN, Level.PROVINSI)
    assert len(asked) == 8
    assert counted(found) == {
        "Daerah Istimewa Yogyakarta": (1, 0, 0, 1, 0, 0, 1, 0, 1),
        "Jawa Timur": (4, 1, 1, 0, 1, 1, 1, 1, 3),
        "": (5, 1, 1, 1, 1, 1, 2, 1, 4),
    }
    assert counted(read_overview(None, TAHUN, Level.KABUPATEN)) == {
        "Kabupaten Sleman": (1, 0, 0, 1, 0, 0, 1, 0, 1),
        "Kabupaten Jember": (3, 1, 0, 0, 1, 1, 1, 1, 2),
        "Kabupaten Banyuwangi": (1, 0, 1, 0, 0, 0, 0, 0, 1),
        "": (5, 1, 1, 1, 1, 1, 2, 1, 4),
    }
    # 0, 50, 75, 100: the middle is between 50 and 75; of Jawa Timur 50, 75, 100.
    assert found.total.middle == Fraction(125, 2)
    assert [one.tally.middle for one in found.lines] == [0, 75]
    assert dict(zip(step_names(), found.total.steps, strict=True)) == {
        "100%": 1,
        "75–99%": 1,
        "50–74%": 1,
        "25–49%": 0,
        "0–24%": 1,
    }
    # Two of the four of Jawa Timur; two of three in Jember are 66.7 in a hundred.
    assert [one.tally.signed_share for one in found.lines] == [0, 50]
    only = read_overview(frozenset({country["Jember"].pk}), TAHUN, Level.KABUPATEN)
    assert [(one.nama, one.tally.signed_share) for one in only.lines] == [("Kabupaten Jember", 66)]
    assert counted(only)[""] == (3, 1, 0, 0, 1, 1, 1, 1, 2)
    assert counted(read_overview(None, TAHUN, Level.KABUPATEN, "34"))[""] == (1, 0, 0, 1, 0, 0, 1, 0, 1)


@pytest.mark.one_engine
def test_a_year_of_which_nothing_is_known_has_no_middle_and_no_share(country: dict[str, Any]) -> None:
    found = read_overview(None, 2019, Level.KABUPATEN)
    assert counted(found)[""] == (5, 5, 0, 0, 0, 0, 5, 0, 0)
    assert (found.total.middle, found.since, Tally().signed_share) == (None, None, None)
    assert [one.nama for one in ordered(found.lines, "kelengkapan", falling=True)] == [
        "Kabupaten Sleman",
        "Kabupaten Jember",
        "Kabupaten Banyuwangi",
    ]


@pytest.mark.one_engine
def test_a_provinsi_that_is_not_in_the_list_is_called_as_its_kabupaten_write_it() -> None:
    make_kabupaten(kode="99.01", nama="Simulasi", provinsi="Simulasi 99")
    assert [one.nama for one in read_overview(None, TAHUN, Level.PROVINSI).lines] == ["Simulasi 99"]


def signed_in(client: Client, peran: str, **place: Any) -> Pengguna:
    user = make_pengguna(peran, **place)
    client.force_login(user)
    return user


def names(client: Client, address: str) -> list[str]:
    page = client.get(address).content.decode()
    # What stands below the name in its cell follows it without a space.
    table = page.partition('<table class="daftar-tahun')[2].partition("<tfoot>")[0].partition("<tbody>")[2]
    return element_texts(table, "th")


@pytest.mark.one_engine
def test_who_follows_the_nation_begins_with_the_provinsi(client: Client, country: dict[str, Any]) -> None:
    signed_in(client, "pusat")
    words = main_text(client, "/")
    assert "Rekapitulasi seluruh Indonesia tahun 2021" in words
    assert "dari 4 dari 5 kecamatan" in words
    assert names(client, "/") == [
        "Daerah Istimewa Yogyakarta",
        "Jawa Timurdihitung 3 dari 4",
    ]
    every = "/rekapitulasi/?tingkat=kabupaten&tahun=2021"
    assert names(client, f"{every}&urut=-kelengkapan") == [
        "Kabupaten Jemberdihitung 2 dari 3",
        "Kabupaten Banyuwangi",
        "Kabupaten Sleman",
    ]
    assert names(client, f"{every}&provinsi=35&urut=terlambat") == [
        "Kabupaten Banyuwangi",
        "Kabupaten Jemberdihitung 2 dari 3",
    ]
    late = client.get(every).content.decode()
    assert 'href="/pemantauan/?kabupaten=35.09&amp;tahun=2021&amp;dokumen=lkip&amp;waktu=lewat"' in late


@pytest.mark.one_engine
def test_who_follows_a_provinsi_sees_its_kabupaten_alone(client: Client, country: dict[str, Any]) -> None:
    signed_in(client, "provinsi", provinsi=Provinsi.objects.get(kode="35"))
    assert "Rekapitulasi Provinsi Jawa Timur tahun 2021" in main_text(client, "/")
    for words in ("", "?provinsi=34", "?tingkat=provinsi"):
        assert names(client, f"/rekapitulasi/{words}") == [
            "Kabupaten Jemberdihitung 2 dari 3",
            "Kabupaten Banyuwangi",
        ]
    content = client.get("/rekapitulasi/unduh/?urut=-kecamatan").content
    sheet = load_workbook(io.BytesIO(content), read_only=True)["Rekapitulasi"]
    rows = list(sheet.iter_rows(min_row=4, values_only=True))
    assert [row[:4] for row in rows] == [
        ("35.09", "Kabupaten Jember", 3, 75),
        ("35.10", "Kabupaten Banyuwangi", 1, 75),
        (None, "Seluruhnya", 4, 75),
    ]
    assert client.get("/pemantauan/?kabupaten=34.04").context["kabupaten"].kode != "34.04"


@pytest.mark.one_engine
def test_who_reads_no_draft_finds_how_far_it_is_and_the_way_to_what_is_signed(
    client: Client, country: dict[str, Any]
) -> None:
    signed_in(client, "pusat")
    matrix = client.get("/pemantauan/?kabupaten=35.09&tahun=2021").content.decode()
    body = matrix.partition("<tbody>")[2].partition("</tbody>")[0]
    assert {one.partition('"')[0] for one in body.split('href="')[1:]} == {
        *(f"/kecamatan/{slug}/2021/pemantauan/" for slug in ("balung", "puger", "wuluhan")),
        *(f"/kecamatan/{slug}/2021/dokumen/lkip/" for slug in ("balung", "puger")),
    }
    assert "Rencana Kinerja Tahunan" in main_text(client, "/kecamatan/wuluhan/2021/pemantauan/")
    refused = client.get("/kecamatan/wuluhan/2021/rkt/")
    assert refused.status_code == 403
    assert "Isi dokumen yang belum ditandatangani tetap pada kecamatannya." in refused.content.decode()


@pytest.mark.one_engine
def test_who_keeps_many_kabupaten_chooses_one_before_its_matrix(
    client: Client, country: dict[str, Any]
) -> None:
    signed_in(client, "admin")
    page = client.get("/").content.decode()
    assert 'href="/rekapitulasi/"' in page
    assert "matriks" not in page
    assert 'href="/rekapitulasi/?tahun=2021"' in client.get("/pemantauan/?tahun=2021").content.decode()


@pytest.mark.one_engine
def test_the_list_and_the_matrix_of_the_first_page_are_narrowed_apart(
    client: Client, balung: Kecamatan
) -> None:
    """The year of the list below is that of the list: the matrix above has a page of its own for its words."""
    for tahun in (2020, 2021):
        make(RKT, kecamatan=balung, tahun=tahun)
    signed_in(client, "organisasi", kabupaten=balung.kabupaten)
    for words in ("", "?tahun=2020"):
        assert client.get(f"/{words}").context["monitor"]["matrix"].tahun == 2021


@pytest.mark.one_engine
def test_the_documents_asked_for_make_how_complete_a_year_is() -> None:
    """2 of 3 are whole and one lacks all but a hundredth: 67 in a hundred; never 100 while something lacks."""
    documents = {
        "renstra": {"state": "lengkap", "percent": 100},
        "rkt": {"state": "lengkap", "percent": 100},
        "pk-murni": {"state": "sebagian", "percent": 1},
        "pk-perubahan": {"state": "tidak diminta", "percent": 0},
    }
    assert completeness({"documents": documents}) == 67
    documents["pk-murni"]["percent"] = 99
    assert completeness({"documents": documents}) == 99
    assert completeness({"broken": "Skala skm-2017 belum memiliki kategori."}) is None


@pytest.mark.one_engine
def test_what_is_kept_is_asked_for_anew_once_a_day_where_there_is_something(
    balung: Kecamatan, settings: Any
) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
    make_kabupaten(kode="35.10", nama="Banyuwangi")  # without any record: nothing is asked for
    with time_machine.travel("2022-03-01T10:00:00+07:00", tick=False):
        make(RKT, kecamatan=balung, tahun=2021)
        assert (renew_kept(), renew_kept(), task_enqueue()) == (1, 0, 1)
        make(Pantauan, kecamatan=balung, tahun=2021, dihitung=datetime(2022, 3, 1, 1, tzinfo=UTC))
        DBTaskResult.objects.all().delete()
        assert renew_kept() == 0
    with time_machine.travel("2022-03-02T00:30:00+07:00", tick=False):
        assert renew_kept() == 1


@pytest.mark.one_engine
def test_how_many_have_each_predikat_is_counted_by_place_and_in_all(
    client: Client, country: dict[str, Any]
) -> None:
    """By their places on the scales, and by name where two stand alike; of Wuluhan nothing is worked out."""
    found = read_overview(None, TAHUN, Level.KABUPATEN)
    spread = spread_of(found.total)
    assert spread.labels == ("Sangat Baik", "Baik", "Memuaskan", "Tanpa capaian", "Belum dihitung")
    assert {one.nama: spread.counts(one.tally) for one in found.lines} == {
        "Kabupaten Sleman": (0, 0, 1, 0, 0),
        "Kabupaten Jember": (0, 1, 0, 1, 1),
        "Kabupaten Banyuwangi": (1, 0, 0, 0, 0),
    }
    assert spread.counts(found.total) == (1, 1, 1, 1, 1)
    signed_in(client, "pusat")
    page = client.get("/rekapitulasi/?tahun=2021").content.decode()
    _, _, table = page.partition('aria-labelledby="judul-predikat"')
    assert element_texts(table.partition("</table>")[0], "th", "td") == [
        *("Wilayah", *spread.labels),
        *("Daerah Istimewa Yogyakarta", "0", "0", "1", "0", "0"),
        *("Jawa Timur", "1", "1", "0", "1", "1"),
        *("Seluruhnya", "1", "1", "1", "1", "1"),
    ]
    assert page.count("<svg") == 2
    content = client.get("/rekapitulasi/unduh/?tahun=2021").content
    sheet = load_workbook(io.BytesIO(content), read_only=True)["Predikat"]
    assert list(sheet.iter_rows(min_row=5, max_row=5, values_only=True)) == [
        ("35", "Jawa Timur", 1, 1, 0, 1, 1)
    ]


@pytest.mark.one_engine
def test_of_many_names_the_last_are_counted_together() -> None:
    tally = Tally(kecamatan=13)
    for nomor in range(1, 13):
        tally.predikat[Standing(predikat=f"Tingkat {nomor:02}", nomor=nomor)] += 1
    spread = spread_of(tally)
    assert spread.labels[-3:] == ("Tingkat 09", "Predikat lain", "Belum dihitung")
    assert spread.counts(tally) == (*[1] * 9, 3, 1)
