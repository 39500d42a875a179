"""The list of kecamatan-years: whose, in which order, narrowed, and in a fixed number of queries."""

import re
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from kecamatan.models import Kecamatan, UnitKerja
from reports.models import Narasi
from sakip.models import RKT, Anggaran, KeputusanIKU, Renstra
from tests.factory import (
    make,
    make_kecamatan,
    make_laporan,
    make_pengguna,
    make_pk,
    make_realisasi,
)

#: Pages over services and row sets that are tried on both engines.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

#: Session, user, the user's peran with their units; how many kecamatan, those of the page, six for their years, one for
#: the last days, one for the documents that are agreed, two for the keys of those who sign, one for the backups; nine
#: for the matrix; fifteen for what is left to prepare.
MANY_QUERIES = 41


def rows(client: Client, query: str = "") -> list[tuple[str, str]]:
    """Kecamatan and year of every row shown."""
    page = client.get(f"/{query}").content.decode()
    return re.findall(
        r'scope="row">([^<]+)(?:<span[^<]*</span>)?</th>\s*<td><a class="tautan-utama".*?</span>(\d{4})</a>',
        page,
        re.DOTALL,
    )


def test_an_operator_sees_the_own_kecamatan_only(client: Client, balung: Kecamatan) -> None:
    neighbour = make_kecamatan(
        kabupaten=balung.kabupaten, kode="35.09.11", nama="Umbulsari", slug="umbulsari"
    )
    make(RKT, kecamatan=balung, tahun=2021)
    make(RKT, kecamatan=neighbour, tahun=2021)
    client.force_login(make_pengguna("operator", kecamatan=balung))
    assert rows(client) == [("Balung", "2021")]
    client.force_login(make_pengguna("organisasi", kabupaten=balung.kabupaten))
    assert rows(client) == [("Balung", "2021"), ("Umbulsari", "2021")]


def test_the_latest_year_comes_first_and_each_year_once(client: Client, balung: Kecamatan) -> None:
    for tahun in (2020, 2022, 2021):
        make(RKT, kecamatan=balung, tahun=tahun)
        make_pk(kecamatan=balung, tahun=tahun)
    client.force_login(make_pengguna("operator", kecamatan=balung))
    assert rows(client) == [("Balung", "2022"), ("Balung", "2021"), ("Balung", "2020")]


def test_filters_narrow_by_kecamatan_and_year(client: Client, balung: Kecamatan) -> None:
    other = make_kecamatan(kabupaten=balung.kabupaten, kode="35.09.11", nama="Umbulsari", slug="umbulsari")
    for kecamatan, tahun in ((balung, 2020), (balung, 2021), (other, 2021)):
        make(RKT, kecamatan=kecamatan, tahun=tahun)
    client.force_login(make_pengguna("organisasi", kabupaten=balung.kabupaten))
    assert rows(client, "?kecamatan=balung") == [("Balung", "2021"), ("Balung", "2020")]
    assert rows(client, "?tahun=2021") == [("Balung", "2021"), ("Umbulsari", "2021")]
    assert rows(client, "?kecamatan=umbulsari&tahun=2020") == []
    assert "Tidak ada yang sesuai" in client.get("/?kecamatan=umbulsari&tahun=2020").content.decode()
    assert rows(client, "?tahun=dua+ribu") == []


def test_nothing_recorded_says_what_comes_here(client: Client, balung: Kecamatan) -> None:
    client.force_login(make_pengguna("camat", kecamatan=balung))
    page = client.get("/").content.decode()
    assert "Belum ada catatan" in page
    assert "Perjanjian Kinerja" in page


def test_who_enters_is_told_where_to_begin(client: Client, balung: Kecamatan) -> None:
    client.force_login(make_pengguna("operator", kecamatan=balung))
    page = client.get("/").content.decode()
    assert "Belum ada catatan" not in page
    assert page.index("Mulailah dari nomor 1.") < page.index("Profil dan Sumber Daya Manusia")


def test_who_enters_for_one_unit_is_led_to_the_realisasi_alone(client: Client, balung: Kecamatan) -> None:
    narrowed = make_pengguna("operator", kecamatan=balung)
    narrowed.keanggotaan.get().unit.add(make(UnitKerja, kecamatan=balung))
    client.force_login(narrowed)
    year = f"/kecamatan/balung/{timezone.localdate().year}/"
    assert set(re.findall(rf'href="{year}([a-z-]+)/isi/"', client.get("/").content.decode())) == {"realisasi"}
    summary = client.get(year).content.decode()
    assert set(re.findall(rf'href="{year}([a-z-]+)/isi/">Isi<', summary)) == {"realisasi"}
    assert 'realisasi/isi/">Isi ' in client.get(f"{year}realisasi/").content.decode()
    plan = client.get(f"{year}rkt/isi/").content.decode()
    assert "Selebihnya diisi operator kecamatan yang tidak dibatasi pada unit kerja." in plan


def test_each_document_is_told_recorded_or_not(client: Client, balung: Kecamatan) -> None:
    make(Renstra, kecamatan=balung, tahun_awal=2021, tahun_akhir=2026)
    make(KeputusanIKU, kecamatan=balung, tahun=2021)
    make(Narasi, kecamatan=balung, tahun=2021)
    client.force_login(make_pengguna("operator", kecamatan=balung))
    page = client.get("/").content.decode()
    present = re.findall(r'href="/kecamatan/balung/2021/([a-z-]+)/"', page)
    assert present == ["meja", "renstra", "iku", "narasi"]  # the desk: its LKIP is late


def test_values_of_earlier_years_alone_make_no_year(client: Client, balung: Kecamatan) -> None:
    make_realisasi(tahun=2020)
    make_realisasi(tahun=2021)
    make(Anggaran, kecamatan=balung, tahun=2021)
    client.force_login(make_pengguna("operator", kecamatan=balung))
    assert rows(client) == [("Balung", "2021")]


def test_the_latest_version_of_the_report_is_shown(client: Client, balung: Kecamatan) -> None:
    old = make_laporan(kecamatan=balung, status="dibuka_kembali")
    make_laporan(
        kecamatan=balung,
        versi=2,
        menggantikan=old,
        alasan_dibuka="Salah hitung",
        batas_waktu=date(2022, 3, 1),
        status="diajukan",
    )
    client.force_login(make_pengguna("operator", kecamatan=balung))
    page = client.get("/").content.decode()
    assert "Diajukan" in page
    assert "versi 2" in page
    assert "Dibuka kembali" not in page


def test_what_is_late_stays_until_it_is_received(client: Client, balung: Kecamatan) -> None:
    """For who receives and for who has to hand in; of the year between, too, of which nothing is recorded."""
    make_laporan(kecamatan=balung, tahun=2023, status="diterima")
    make_laporan(
        kecamatan=balung,
        tahun=2024,
        status="ditandatangani",
        ditandatangani_pada=datetime(2025, 3, 1, 3, 0, tzinfo=UTC),
    )
    make(RKT, kecamatan=balung, tahun=2026)
    with time_machine.travel("2026-03-02T10:00:00+07:00", tick=False):
        for peran in ("organisasi", "operator"):
            client.force_login(
                make_pengguna(peran, kabupaten=balung.kabupaten)
                if peran == "organisasi"
                else make_pengguna(peran, kecamatan=balung)
            )
            page = client.get("/").content.decode()
            part = page.partition('id="terlambat">')[2].partition("</details>")[0]
            told = [" ".join(re.sub(r"<[^>]+>", " ", one).split()) for one in part.split("<li>")[1:]]
            assert part.startswith("LKIP lewat batas waktu (2)")
            assert told == [
                "LKIP Kecamatan Balung 2024 Ditandatangani Terlambat 1 hari, batas waktunya 28 Februari 2025;"
                " menunggu Bagian Organisasi.",
                "LKIP Kecamatan Balung 2025 Belum dimulai Terlambat 2 hari, batas waktunya 28 Februari 2026.",
            ]


def test_of_very_many_kecamatan_a_page_is_shown_and_what_waits_on_any_of_them(
    client: Client, balung: Kecamatan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reports.views.home.PER_PAGE", 2)
    for nomor, nama in ((11, "Umbulsari"), (12, "Jelbuk"), (13, "Umbulrejo")):
        other = make_kecamatan(
            kabupaten=balung.kabupaten, kode=f"35.09.{nomor}", nama=nama, slug=nama.lower()
        )
        make(RKT, kecamatan=other, tahun=2021)
        make_laporan(kecamatan=other, tahun=2021, status="ditandatangani")
    client.force_login(make_pengguna("organisasi", kabupaten=balung.kabupaten))
    assert rows(client) == [("Jelbuk", "2021")]  # and Balung, of which nothing is recorded
    assert rows(client, "?lembar=2") == [("Umbulrejo", "2021"), ("Umbulsari", "2021")]
    assert rows(client, "?kecamatan=umbul&tahun=2021") == [("Umbulrejo", "2021"), ("Umbulsari", "2021")]
    page = client.get("/").content.decode()
    assert "lembar 1 dari 2 (4 kecamatan)" in page
    assert 'href="?lembar=2" rel="next"' in page
    waiting = page.partition("Menunggu Anda")[2].partition("</ul>")[0]
    assert re.findall(r"LKIP Kecamatan (\w+)", waiting) == ["Jelbuk", "Umbulrejo", "Umbulsari"]


def test_more_rows_cost_no_more_queries(
    client: Client, balung: Kecamatan, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make(RKT, kecamatan=balung, tahun=2021)
    client.force_login(make_pengguna("organisasi", kabupaten=balung.kabupaten))
    client.get("/")  # what the matrix tells is worked out once
    with django_assert_num_queries(MANY_QUERIES):
        assert len(rows(client)) == 1
    for nomor in range(11, 17):
        kecamatan = make_kecamatan(kabupaten=balung.kabupaten, kode=f"35.09.{nomor}")
        make(RKT, kecamatan=kecamatan, tahun=2021)
        make_pk(kecamatan=kecamatan, tahun=2022)
        make_laporan(kecamatan=kecamatan, tahun=2021)
    for _ in range(3):
        client.get("/")
    with django_assert_num_queries(MANY_QUERIES):
        assert len(rows(client)) == 13


@pytest.mark.parametrize(
    ("hari", "tahun"),
    [
        ("2025-12-31", ["2025"]),
        ("2026-01-02", ["2025", "2026"]),
        ("2026-03-31", ["2025", "2026"]),
        ("2026-04-01", ["2026"]),
    ],
)
def test_last_year_is_work_until_its_lkip_is_due(
    client: Client, balung: Kecamatan, hari: str, tahun: list[str]
) -> None:
    for one in (2024, 2025):
        make(RKT, kecamatan=balung, tahun=one)
    with time_machine.travel(f"{hari}T10:00:00+07:00", tick=False):
        client.force_login(make_pengguna("operator", kecamatan=balung))
        content = client.get("/").content.decode()
    assert re.findall(r"Pekerjaan tahun (\d{4})", content) == tahun
    assert len(set(re.findall(r'id="(pekerjaan-[^"]+)"', content))) == len(tahun)


def test_last_year_is_no_work_any_more_once_its_lkip_is_handed_in(client: Client, balung: Kecamatan) -> None:
    make(RKT, kecamatan=balung, tahun=2025)
    make_laporan(kecamatan=balung, tahun=2025, status="diajukan")
    with time_machine.travel("2026-02-02T10:00:00+07:00", tick=False):
        client.force_login(make_pengguna("operator", kecamatan=balung))
        content = client.get("/").content.decode()
    assert re.findall(r"Pekerjaan tahun (\d{4})", content) == ["2026"]


def test_of_many_reports_that_wait_the_first_are_shown_and_the_latest_year_leads(
    client: Client, balung: Kecamatan
) -> None:
    """What is asked is said once above them, and the rest is folded."""
    for tahun in range(2018, 2025):
        make(RKT, kecamatan=balung, tahun=tahun)
        make_laporan(kecamatan=balung, tahun=tahun, status="ditandatangani")
    client.force_login(make_pengguna("organisasi", kabupaten=balung.kabupaten))
    page = client.get("/").content.decode()
    shown, _, folded = page.partition("Menunggu Anda")[2].partition("</section>")[0].partition("<details")
    assert re.findall(r"tahun (\d{4})", shown) == ["2024", "2023", "2022", "2021", "2020"]
    assert re.findall(r"tahun (\d{4})", folded) == ["2019", "2018"]
    assert "2 laporan lainnya" in folded
    assert page.count("Sudah ditandatangani camat; terima,") == 1
    assert "(7 laporan)" in shown


def test_many_rows_are_folded_below_the_matrix_until_they_are_asked_for(
    client: Client, balung: Kecamatan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reports.views.home.MANY", 1)
    for tahun in (2020, 2021):
        make(RKT, kecamatan=balung, tahun=tahun)
    client.force_login(make_pengguna("organisasi", kabupaten=balung.kabupaten))
    folded = "<summary>Semua kecamatan dan tahun (2)</summary>"
    assert folded in client.get("/").content.decode()
    assert folded not in client.get("/?tahun=2021").content.decode()
    client.force_login(make_pengguna("operator", kecamatan=balung))
    assert folded not in client.get("/").content.decode()


def test_who_follows_finds_the_matrix_and_the_packages_without_scrolling(
    client: Client, balung: Kecamatan
) -> None:
    make(RKT, kecamatan=balung, tahun=2021)
    client.force_login(make_pengguna("organisasi", kabupaten=balung.kabupaten))
    page = client.get("/").content.decode()
    head, _, rest = page.partition("<main")
    assert '<a href="/pemantauan/">Pemantauan</a>' in head
    assert rest.index('href="/paket/"') < rest.index('id="pemantauan"')
    assert 'href="/paket/"' in client.get("/pemantauan/").content.decode()
    client.force_login(make_pengguna("camat", kecamatan=balung))
    page = client.get("/").content.decode()
    assert '<a href="/pemantauan/">Pemantauan</a>' in page
    assert 'href="/paket/"' not in page
    assert 'href="/paket/"' not in client.get("/pemantauan/").content.decode()
