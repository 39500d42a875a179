"""Pages of one kecamatan-year: the records of each document, the summary, going elsewhere, queries."""

import re

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from lxml import html
from pytest_django import DjangoAssertNumQueries

from kecamatan.models import Kecamatan, ProfilKecamatan
from reports.models import Narasi
from reports.pages import SCREEN_PAGES
from sakip.entry.agreed import DOCUMENTS
from sakip.entry.agreement import tetapkan
from sakip.models import RKT, Indikator, Renstra, SasaranRKT
from tests.factory import make, make_indikator, make_pengguna, make_pk, make_realisasi
from tests.responses import main_text

#: Pages of a document that is frozen: what they print is the same on both engines (tests/sakip/snapshot).
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

ADDRESS = "/kecamatan/balung/2023/"

#: At most, where nothing is kept: one for each table of the snapshot, sixty, eight for what lies around it, five for
#: the place, four for who is signed in, four for whether anything changed, one for how the kabupaten arranges its LKIP,
#: one for its usual words, one for what became of its review.
MANY_QUERIES = 97


@pytest.fixture
def balung(mini: Kecamatan, client: Client) -> Kecamatan:
    """The small kecamatan-year of tests.loaded_files, seen by its operator."""
    client.force_login(make_pengguna("operator", kecamatan=mini))
    return mini


#: How the capaian of the SKM follows: (76,5 ÷ 80) × 100, and last year (70 ÷ 75) × 100; 76,5 of the 90 of 2026.
SKM_STEPS = (
    "Target PK 80",
    "Realisasi setahun 76,50",
    "realisasi 76,5 ÷ target 80 × 100 = 95,63",
    "Tahun 2022 target 75, realisasi 70,00, capaian 93,33%",
    "Kemajuan terhadap target 2026 85,00% dari target 90,0",
)

#: Words that each page shows of the small case.
WORDS = [
    ("profil", ["membina desa.", "47,12 km²", "300 jiwa", "Petugas layanan terbatas."]),
    ("renstra", ["Tata kelola", "Survei Kepuasan Masyarakat", "Melatih petugas", "90,0"]),
    ("iku", ["065/1/2023", "Nilai unsur", "Jumlah unsur", "Seksi Pelayanan Umum"]),
    ("rkt", ["75–85", "12", "dokumen", "2.500.000"]),
    (
        "pk",
        [
            "Balung, 15 Januari 2023",
            "SITI AMINAH, S.Sos., Camat Balung",
            "Rp2.500.000 (dua juta lima ratus ribu rupiah)",
        ],
    ),
    ("rencana-aksi", ["Kepuasan warga", "– 78 – 80", "nilai triwulan terakhir"]),
    ("realisasi", ["80 76,50 95,63%", "B tidak tersedia tidak tersedia", "Rata-rata 1 dari 2 indikator"]),
    ("anggaran", ["2.400.000", "96,00%", "1.900.000"]),
    ("narasi", ["Faktor pendorong keberhasilan", "Petugas terlatih"]),
]


@pytest.mark.parametrize(("kode", "word"), WORDS)
def test_a_page_shows_what_is_recorded(client: Client, balung: Kecamatan, kode: str, word: list[str]) -> None:
    content = main_text(client, f"{ADDRESS}{kode}/")
    for one in word:
        assert one in content


def test_every_page_has_its_words() -> None:
    assert [kode for kode, _ in WORDS] == list(SCREEN_PAGES)


def _rkt_promises(target: int) -> None:
    """The RKT's row is about the indikator that the PK measures, with a target of its own."""
    skm = Indikator.objects.get(kunci="skm")
    SasaranRKT.objects.update(acuan_indikator=skm, angka=target, bawah=None, atas=None)


def test_the_working_of_each_capaian_is_shown(client: Client, balung: Kecamatan) -> None:
    _rkt_promises(75)
    content = main_text(client, f"{ADDRESS}realisasi/").partition("Cara Menghitung SKM")[2]
    for step in (
        *SKM_STEPS,
        "Target RKT 75, berbeda dari target PK",
        "Sumber data Laporan SKM",
        "Bukti dukung belum ada",
    ):
        assert step in content
    assert "karena belum dinilai" in content


def test_the_page_of_an_indikator_shows_the_same_working(client: Client, balung: Kecamatan) -> None:
    indikator = Indikator.objects.get(kunci="skm")
    content = main_text(client, reverse("realisasi-rincian", args=["balung", 2023, indikator.pk]))
    working = content.partition("Cara menghitung")[2].partition("Komentar")[0]
    for step in SKM_STEPS:
        assert step in working


def test_an_equal_target_is_not_called_different(client: Client, balung: Kecamatan) -> None:
    _rkt_promises(80)
    content = main_text(client, f"{ADDRESS}realisasi/")
    assert "Target Renstra 80 Target RKT 80 Realisasi" in content
    assert "Target Renstra B Realisasi" in content


def test_triwulan_get_columns_where_they_are_recorded(client: Client, balung: Kecamatan) -> None:
    assert "Realisasi triwulan tidak dicatat" in main_text(client, f"{ADDRESS}realisasi/")
    skm = Indikator.objects.get(kunci="skm")
    skm.realisasi.filter(tahun=2023).delete()
    for triwulan, nilai in ((1, 70), (2, 72), (4, 76)):
        make_realisasi(indikator=skm, tahun=2023, triwulan=triwulan, angka=nilai)
    content = main_text(client, f"{ADDRESS}realisasi/")
    assert "Realisasi triwulan Realisasi setahun" in content
    assert "80 70,00 72,00 belum diisi 76,00 76,00 95,00%" in content


#: Of the pages too long to be overseen the parts: what is said of each, and whether it is unfolded.
FOLDED = {
    "profil": [
        ("uraian; 1 gambar", True),
        ("1 tabel dengan 2 baris", False),
        ("uraian; 2 tabel dengan 2 baris", True),  # the checks found something there
        ("uraian", False),
    ],
    "rkt": [
        ("uraian", True),
        ("1 tabel dengan 1 baris", False),
        ("1 tabel dengan 4 baris", False),
        ("1 gambar", False),
    ],
}


def test_long_pages_are_read_a_part_at_a_time(client: Client, balung: Kecamatan) -> None:
    for kode, expected in FOLDED.items():
        shown = html.document_fromstring(client.get(f"{ADDRESS}{kode}/").content)
        parts = [
            (str(one.findtext("summary/span")), "open" in one.attrib)
            for one in shown.xpath("//details[@class='lipat']")
        ]
        assert parts == expected, kode


def test_copied_narrative_is_marked_until_it_was_read(client: Client, balung: Kecamatan) -> None:
    assert "Belum ditinjau" not in main_text(client, f"{ADDRESS}narasi/")
    Narasi.objects.update(ditinjau=False)
    assert "Belum ditinjau" in main_text(client, f"{ADDRESS}narasi/")


def test_narrative_about_a_vanished_indikator_is_not_lost(client: Client, balung: Kecamatan) -> None:
    make(Narasi, kecamatan=balung, tahun=2023, bagian="solusi", kunci="lama", isi="<p>Solusi lama.</p>")
    content = main_text(client, f"{ADDRESS}narasi/")
    assert "Narasi Lain Solusi yang telah dilakukan Solusi lama." in content


def test_the_pk_in_force_comes_first(client: Client, balung: Kecamatan) -> None:
    make_pk(kecamatan=balung, tahun=2023, versi=1, alasan="b")
    content = main_text(client, f"{ADDRESS}pk/")
    assert content.index("Perjanjian Kinerja Perubahan Tahun 2023") < content.index(
        "Digantikan oleh perubahan"
    )
    assert "Terjadi perubahan strategi yang memengaruhi pencapaian tujuan dan sasaran" in content


def test_no_page_shows_a_nip(client: Client, balung: Kecamatan) -> None:
    for kode in SCREEN_PAGES:
        assert "19700101" not in client.get(f"{ADDRESS}{kode}/").content.decode()


def test_the_summary_tells_results_records_and_documents(client: Client, balung: Kecamatan) -> None:
    content = main_text(client, ADDRESS)
    assert "Rata-rata capaian 95,63% " in content
    assert "1 dari 2 indikator" in content
    assert "Serapan anggaran 96,00% Rp2.400.000 dari Rp2.500.000" in content
    states = re.findall(r'class="keadaan keadaan-([a-z-]+)"', client.get(ADDRESS).content.decode())
    assert dict(zip(SCREEN_PAGES, states, strict=True)) == {
        "profil": "sebagian",
        "renstra": "lengkap",
        "iku": "sebagian",
        "rkt": "lengkap",
        "pk": "lengkap",
        "rencana-aksi": "sebagian",
        "realisasi": "lengkap",
        "anggaran": "lengkap",
        "narasi": "sebagian",
    }
    assert "Peringatan. Desa : Tercatat 1 desa/kelurahan;" in content
    assert "Reviu: " in content or "Belum dapat diajukan: " in content
    assert "Keputusan Camat tentang IKU" in content
    assert "Lembar Reviu" in content
    assert "Perjanjian Kinerja Perubahan" not in content


@pytest.mark.parametrize(
    ("kode", "name"),
    [
        ("renstra", "Renstra Kecamatan Balung 2021–2026"),
        ("iku", "Keputusan IKU Kecamatan Balung Tahun 2023"),
        ("rkt", "RKT Kecamatan Balung Tahun 2023"),
        ("pk", "PK Kecamatan Balung Tahun 2023"),
        ("rencana-aksi", "Rencana Aksi Kecamatan Balung Tahun 2023"),
    ],
)
def test_a_document_that_can_be_agreed_says_whether_it_is(
    client: Client, balung: Kecamatan, kode: str, name: str
) -> None:
    assert f"{name} Draf Tetapkan {name}" in main_text(client, f"{ADDRESS}{kode}/")
    model = next(one for one, jenis in DOCUMENTS.items() if jenis == kode)
    (document,) = (one for one in model._base_manager.filter(kecamatan=balung) if str(one) == name)
    tetapkan(document, kecamatan=balung, tahun=2023, by=make_pengguna("camat", kecamatan=balung, nama="Siti"))
    assert f"{name} Ditetapkan Ditetapkan oleh Siti pada" in main_text(client, f"{ADDRESS}{kode}/")
    assert "Tetapkan" not in main_text(client, f"{ADDRESS}profil/")


@pytest.mark.parametrize(
    ("query", "tujuan"),
    [
        ("kecamatan=balung&tahun=2022&halaman=pk", "/kecamatan/balung/2022/pk/"),
        ("kecamatan=balung&tahun=2019&halaman=pk", "/kecamatan/balung/2019/pk/"),
        ("kecamatan=balung&tahun=2023&halaman=lkip", "/kecamatan/balung/2023/dokumen/lkip/"),
        ("kecamatan=balung&tahun=2023&halaman=ringkasan", "/kecamatan/balung/2023/"),
        ("kecamatan=balung&tahun=&halaman=//contoh.net", "/kecamatan/balung/2023/"),
    ],
    ids=["that year", "a year with nothing yet", "a document", "the summary", "nonsense"],
)
def test_going_elsewhere_stays_on_the_same_page(
    client: Client, balung: Kecamatan, query: str, tujuan: str
) -> None:
    make(RKT, kecamatan=balung, tahun=2022)
    assert client.get(f"/pindah/?{query}")["Location"] == tujuan


@pytest.mark.parametrize(
    "address", ["/kecamatan/balung/1999/", "/kecamatan/bukan/2023/", f"{ADDRESS}bukan/", "/pindah/"]
)
def test_what_does_not_exist_is_not_found(client: Client, balung: Kecamatan, address: str) -> None:
    assert client.get(address).status_code == 404


def test_kecamatan_year_and_page_are_always_named(client: Client, balung: Kecamatan) -> None:
    for kode, page in SCREEN_PAGES.items():
        content = client.get(f"{ADDRESS}{kode}/").content.decode()
        assert f"<title>{page.title} – Kecamatan Balung 2023 – SAKIP Kecamatan</title>" in content
        assert len(re.findall(r"<h1\b", content)) == 1
        assert f'href="{ADDRESS}{kode}/" aria-current="page"' in content


@time_machine.travel("2026-01-15 09:00:00+07:00")
def test_last_year_is_offered_since_its_report_is_due_now(client: Client, balung: Kecamatan) -> None:
    page = client.get("/kecamatan/balung/2026/").content.decode()
    tahun = re.findall(r"pindah/\?kecamatan=balung&amp;tahun=(\d{4})", page)
    assert tahun == ["2027", "2026", "2025", "2023"]
    assert client.get("/pindah/?kecamatan=balung&tahun=2022").headers["Location"] == "/kecamatan/balung/2022/"


@pytest.mark.parametrize(
    ("peran", "kode", "word"),
    [
        ("camat", "realisasi", "Rincian dan komentar"),
        ("camat", "pk", "Catatan dan riwayat"),
        ("organisasi", "renstra", "Isi RPJMD kabupaten"),
        ("organisasi", "pk", "Catatan dan riwayat"),
    ],
)
def test_readers_are_led_to_what_they_may_do(
    client: Client, balung: Kecamatan, peran: str, kode: str, word: str
) -> None:
    locations = {"kabupaten": balung.kabupaten} if peran == "organisasi" else {"kecamatan": balung}
    client.force_login(make_pengguna(peran, **locations))
    page = client.get(f"{ADDRESS}{kode}/").content.decode()
    assert re.search(rf'href="{ADDRESS}{kode}/isi/">{word}</a>', page)


def test_more_rows_cost_no_more_queries(
    client: Client,
    balung: Kecamatan,
    django_assert_num_queries: DjangoAssertNumQueries,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    client.get(f"{ADDRESS}renstra/")  # gives the browser its token
    with django_assert_max_num_queries(MANY_QUERIES) as first:
        client.get(f"{ADDRESS}renstra/")
    sasaran = Renstra.objects.get().sasaran.get()
    for nomor in range(20):
        make_indikator(sasaran=sasaran, kunci=f"tambahan-{nomor}", nama=f"Indikator tambahan {nomor}")
    with django_assert_num_queries(len(first)):
        assert "Indikator tambahan 19" in client.get(f"{ADDRESS}renstra/").content.decode()


def test_ringkasan_draws_the_year_with_the_table_behind_each_drawing(
    client: Client, balung: Kecamatan
) -> None:
    page = client.get(ADDRESS).text
    drawn = page.partition('<div class="catatan sekilas">')[2].partition('<h2 id="lainnya">')[0]
    wide, narrow = re.subn(r'<figure class="gambar di-ponsel">.*?</figure>', "", drawn, flags=re.DOTALL)
    assert narrow == 2  # what is as wide as paper, and has another drawing for a phone
    said = re.findall(r"<title>(.+?)</title>", wide)
    for one, begin in zip(
        said,
        (
            "Grafik batang. Capaian Kinerja per Indikator Tahun 2023: ",
            "Perkembangan Target dan Realisasi Tahun 2022–2023. SKM: 70,00 pada 2022 dan 76,50 pada 2023.",
            "Grafik garis. Serapan Anggaran Tahun 2022–2023: ",
        ),
        strict=True,
    ):
        assert one.startswith(begin)
    behind = re.findall(r"<details.*?</details>", drawn, re.DOTALL)
    assert len(behind) == 3
    assert "95,63%" in behind[0]  # (76,5 ÷ 80) × 100
    assert re.findall(r"<td[^>]*>\s*([\d,]+)\s*</td>", behind[1]) == ["75", "80", "70,00", "76,50"]


def test_ringkasan_of_a_year_in_which_nothing_is_measured_draws_nothing(
    client: Client, balung: Kecamatan
) -> None:
    assert "Sekilas" not in client.get("/kecamatan/balung/2022/").text


def test_ringkasan_of_an_empty_year_says_where_to_begin_to_who_may(client: Client, balung: Kecamatan) -> None:
    client.force_login(make_pengguna("operator", kecamatan=balung))
    page = client.get("/kecamatan/balung/2030/").text
    assert "Tahun 2030 belum berisi catatan" in page
    assert '<a href="/kecamatan/balung/2030/profil/isi/">Profil dan SDM</a>' in page
    make(ProfilKecamatan, kecamatan=balung, tahun=2030)
    assert "belum berisi catatan" not in client.get("/kecamatan/balung/2030/").text
    client.force_login(make_pengguna("camat", kecamatan=balung))
    assert "belum berisi catatan" not in client.get("/kecamatan/balung/2031/").text
