"""Pages of what was measured: from what is kept, in as many queries for one kecamatan as for many, each reader his."""

from __future__ import annotations

import io
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml.html import document_fromstring
from openpyxl import load_workbook

from kecamatan.models import Kecamatan
from reports.models import Pantauan
from reports.monitoring import kept
from reports.monitoring.comparison import read_comparison
from reports.monitoring.trend import read_trend
from reports.publish.assemble import LKIP, build_draft
from reports.signing.freeze import freeze
from sakip.models import BarisIKU, KeputusanIKU, Realisasi, TautanTemplatIKU, TemplatIKU
from tests.factory import make, make_arsip, make_kecamatan, make_laporan, make_measured, make_pengguna

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

TAHUN = 2023
PAGES = ("/pemantauan/capaian/", "/pemantauan/peringkat/", "/pemantauan/tren/")


@pytest.fixture
def measured(balung: Kecamatan) -> Kecamatan:
    """Balung: 80 of 100 in 2022 and 90,005 of 100 in 2023; nothing is recorded of Jombang beside it."""
    indikator = make_measured(
        balung, {2022: (100, 80), TAHUN: (100, 90)}, nama="Indeks Kepuasan", kunci="ikm"
    )
    Realisasi.objects.filter(tahun=TAHUN).update(angka=Decimal("90.005"))
    keputusan = make(KeputusanIKU, kecamatan=balung, tahun=2022, berlaku_sampai=TAHUN)
    make(BarisIKU, keputusan=keputusan, acuan_indikator=indikator, indikator="Indeks Kepuasan Masyarakat")
    make_kecamatan(kabupaten=balung.kabupaten, kode="35.09.02", nama="Jombang", slug="jombang")
    return balung


def test_means_of_the_years_are_those_of_each_years_report(measured: Kecamatan) -> None:
    kabupaten = measured.kabupaten
    tie = make(TautanTemplatIKU, kecamatan=measured, templat=make(TemplatIKU, kabupaten=kabupaten))
    for tahun in (2022, TAHUN):
        for one in kabupaten.kecamatan.all():
            kept.keep_state(kecamatan=one, tahun=tahun)
    found = read_trend(kabupaten, TAHUN, [2022, TAHUN], [measured.pk])
    (course,) = found.courses
    # Half a hundredth is rounded up where it is printed, and kept as it is.
    assert [one.rerata.said for one in course.points if one.rerata] == ["80,00%", "90,01%"]
    assert [(one.rerata.exact, one.rerata.of) for one in found.middles] == [(80, 1), (Decimal("90.005"), 1)]
    assert (found.waits, found.total) == ((), 2)
    row = read_comparison(kabupaten, TAHUN, [measured.pk]).rows[0]
    assert row.figures is not None
    assert [(one.nama, one.iku, one.in_pk, one.templat) for one in row.figures.indikator] == [
        ("Indeks Kepuasan Masyarakat", True, True, tie.templat_id)
    ]


def test_an_earlier_year_is_worked_out_by_the_worker(
    measured: Kecamatan, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr("reports.monitoring.trend.leave_to_worker", lambda _, tahun: asked.append(tahun))
    found = read_trend(measured.kabupaten, TAHUN, [2021, 2022, TAHUN], [measured.pk])
    assert (asked, found.waits) == ([2021, 2022], (2021, 2022))
    assert [one.without for one in found.courses[0].points] == ["belum dihitung", "belum dihitung", ""]


def test_a_signed_report_tells_its_figures_from_the_archive(measured: Kecamatan) -> None:
    laporan = make_laporan(kecamatan=measured, tahun=TAHUN, status="ditandatangani")
    frozen = freeze(build_draft(kecamatan=measured, tahun=TAHUN), LKIP)
    make_arsip(laporan, snapshot=frozen.snapshot, naskah=frozen.naskah)
    Realisasi.objects.filter(tahun=TAHUN).update(angka=50)  # past every lock

    def said() -> tuple[str, str]:
        kept.keep_state(kecamatan=measured, tahun=TAHUN)
        figures = read_comparison(measured.kabupaten, TAHUN, [measured.pk]).rows[0].figures
        assert figures is not None
        return figures.said, figures.rerata.said

    assert said() == ("ditandatangani", "90,01%")
    make_laporan(kecamatan=measured, tahun=TAHUN, versi=2, menggantikan=laporan, alasan_dibuka="Salah hitung")
    assert said() == ("konsep", "50,00%")


def test_pages_of_many_kecamatan_cost_no_more_queries(client: Client, measured: Kecamatan) -> None:
    client.force_login(make_pengguna("organisasi", kabupaten=measured.kabupaten))

    def cost() -> list[int]:
        for tahun in (2022, TAHUN):
            kept.hitung_pantauan.call(kabupaten_pk=measured.kabupaten.pk, tahun=tahun)
        found = []
        for page in (*PAGES, "/kecamatan/balung/0/pemantauan/capaian/"):
            address = page.replace("/0/", f"/{TAHUN}/")
            with CaptureQueriesContext(connection) as asked:
                answer = client.get(f"{address}?tahun={TAHUN}")
            assert answer.status_code == 200
            found.append(len(asked))
        return found

    cost()
    few = cost()
    assert max(few) <= 24
    for nomor in range(20, 22):
        make_kecamatan(kabupaten=measured.kabupaten, kode=f"35.09.{nomor}")
    assert cost() == few


def test_a_camat_sees_his_own_beside_the_middle_and_nothing_of_the_others(
    client: Client, measured: Kecamatan
) -> None:
    client.force_login(make_pengguna("camat", kecamatan=measured))
    for page in PAGES:
        answer = client.get(f"{page}?tahun={TAHUN}").content.decode()
        assert "Median kabupaten" in answer
        assert "90,01%" in answer
        assert "Jombang" not in answer
    assert client.get(f"/kecamatan/jombang/{TAHUN}/pemantauan/capaian/").status_code == 404
    own = " ".join(
        document_fromstring(client.get(f"/kecamatan/balung/{TAHUN}/pemantauan/capaian/").content.decode())
        .text_content()
        .split()
    )
    assert "Realisasi 90,005 ÷ target 100 × 100 = 90,01" in own
    assert "1 dari 1 kecamatan berperingkat" in own
    assert "konsep Angka dari catatan hari ini" in own


@pytest.mark.parametrize("asked", ["0202399999", f"02023{'9' * 30}", "2101", "²", "-1"])
def test_what_is_no_year_shows_the_last_one(client: Client, measured: Kecamatan, asked: str) -> None:
    client.force_login(make_pengguna("organisasi", kabupaten=measured.kabupaten))
    for page in ("/pemantauan/", *PAGES):
        answer = client.get(page, {"tahun": asked})
        assert answer.status_code == 200
        assert f'<option value="{TAHUN}" selected>' in answer.content.decode()


def test_a_year_that_is_broken_is_told_and_counts_for_nothing(client: Client, measured: Kecamatan) -> None:
    client.force_login(make_pengguna("organisasi", kabupaten=measured.kabupaten))
    client.get(f"{PAGES[0]}?tahun={TAHUN}")
    Pantauan.objects.filter(kecamatan=measured).update(isi={"broken": "Skala belum memiliki kategori."})
    for page in PAGES:
        answer = client.get(f"{page}?tahun={TAHUN}").content.decode()
        assert "catatan rusak" in answer or "Skala belum memiliki kategori." in answer
        assert "90,01%" not in answer


def test_the_workbook_has_values_as_numbers_their_working_and_the_ranking(
    client: Client, measured: Kecamatan
) -> None:
    client.force_login(make_pengguna("organisasi", kabupaten=measured.kabupaten))
    book = load_workbook(io.BytesIO(client.get(f"/pemantauan/capaian/unduh/?tahun={TAHUN}").content))
    lines = {page.title: list(page.iter_rows(min_row=4, values_only=True)) for page in book}
    assert lines["Capaian"][0][:4] == ("Balung", 90.01, "1 dari 1", "A (Memuaskan)")
    assert lines["Capaian"][1][1:3] == ("belum diisi", "0 dari 0")
    assert lines["Rincian"][0][1] == "Indeks Kepuasan Masyarakat"
    assert lines["Rincian"][0][9] == "realisasi 90,005 ÷ target 100 × 100 = 90,01"
    assert [line[:2] for line in lines["Peringkat"]] == [("Balung", 1), ("Jombang", None)]
    assert lines["Tidak dibandingkan"][0][3:] == ("Balung", "hanya di satu kecamatan")


def test_of_whom_nothing_can_be_read_the_reason_is_told_once(client: Client, measured: Kecamatan) -> None:
    """An empty year was a table of as many rows that all said the same."""
    make_kecamatan(kabupaten=measured.kabupaten, kode="35.09.03", nama="Ajung", slug="ajung")
    client.force_login(make_pengguna("organisasi", kabupaten=measured.kabupaten))
    page = document_fromstring(client.get(f"/pemantauan/peringkat/?tahun={TAHUN}").content.decode())
    (table,) = page.xpath("//table[caption[@id='judul-peringkat']]")
    assert [one.text_content() for one in table.xpath("tbody//th")] == ["Balung, perhitungan"]
    (told,) = page.find_class("tanpa-capaian")
    assert told.find("summary").text_content() == (
        f"2 kecamatan tanpa capaian dan serapan: Perjanjian Kinerja tahun {TAHUN} belum dicatat."
    )
    assert [one.text_content() for one in told.iter("a")] == ["Ajung, perhitungan", "Jombang, perhitungan"]

    empty = document_fromstring(client.get(f"/pemantauan/peringkat/?tahun={TAHUN - 2}").content.decode())
    assert empty.xpath("//table[caption[@id='judul-peringkat']]") == []
    (told,) = empty.find_class("tanpa-capaian")
    assert told.find("summary").text_content().startswith("3 kecamatan tanpa capaian dan serapan: ")
    assert "0 dari 3 kecamatan berperingkat." in empty.find(".//main").text_content()
