"""A kabupaten that nobody has heard of prepares its first year in the browser: no file, no shell, nothing preset."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pytest
from django.utils import timezone
from playwright.sync_api import expect
from pytest_django import Settings

from reports.signing.keys import local
from tests.e2e.new_year import KEPALA_DAERAH, NewYear, accounts_from_list, look_at
from tests.e2e.site import Site
from tests.e2e.steps import ensure_stored
from tests.e2e.test_accessibility import defects_at_widths
from tests.factory import make_pengguna
from tests.plain_browser import Element, PlainBrowser, enter, words

KECAMATAN: Final = (
    *(
        "Balaraja",
        "Jayanti",
        "Tigaraksa",
        "Jambe",
        "Cisoka",
        "Kresek",
        "Kronjo",
        "Mauk",
        "Kemiri",
        "Sukadiri",
    ),
    *("Rajeg", "Pasar Kemis", "Teluknaga", "Kosambi", "Pakuhaji", "Sepatan", "Curug", "Cikupa", "Panongan"),
    *("Legok", "Pagedangan", "Cisauk", "Sukamulya", "Kelapa Dua", "Sindang Jaya", "Sepatan Timur", "Solear"),
    *("Gunung Kaler", "Mekar Baru"),
)
AREAS: Final = "\n".join(f"3603{n:02}\t{name.upper()}" for n, name in enumerate(KECAMATAN, start=1))
DESA: Final = "\n".join(f"3603{n:02}2001\tDesa {name}" for n, name in enumerate(KECAMATAN, start=1))

#: Predikat, lower and upper bound; where two meet, the value itself belongs to the upper one.
SCALE: Final = (("Istimewa", "110", ""), ("Baik", "85", "110"), ("Cukup", "60", "85"), ("Kurang", "", "60"))


def step(page: PlainBrowser, title: str) -> None:
    """Follow a step of the guided run."""
    page.goto(f"/wilayah/36.03/persiapan/{timezone.localdate().year}/")
    page.follow(title)


def state(page: PlainBrowser, title: str) -> str:
    """What the guided run says of a step."""
    page.goto(f"/wilayah/36.03/persiapan/{timezone.localdate().year}/")
    (said,) = (one for item in page.main.iter("li") if title in (one := words(item)))
    return said


def chosen(field: Element) -> list[str]:
    """What a list of choices shows."""
    return [words(one) for one in field.iter("option") if "selected" in one.attrib]


def from_list(page: PlainBrowser, text: str, total: int) -> None:
    """Paste a list, see its rows, store them."""
    enter(page.field("Daftar"), text)
    page.send("Periksa daftar")
    assert len(page.rows("")) == total + 1
    page.press(f"Simpan {total} baris baru")


def test_a_year_of_a_new_kabupaten_is_prepared_from_nothing(
    bare_site: Site,
    worker: Callable[[], None],
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(local, "_ROUNDS", 1_000)  # what makes a guess slow makes a test slow
    settings.SAKIP_SIGN_AFTER_HOURS = 0  # nobody waits here for the day in which an owner may object
    settings.SAKIP_TOTP = "mati"  # the second step is shown where accounts are (test_accounts)
    site, tahun = bare_site, timezone.localdate().year
    stranger = PlainBrowser()
    stranger.goto("/")
    assert "Instalasi ini belum memiliki akun." in words(stranger.page)

    make_pengguna("admin", username="admin.utama")
    admin = PlainBrowser("admin.utama")
    admin.goto("/wilayah/")
    admin.follow("Tambah kabupaten")
    admin.fill({"Kode wilayah": "36.03", "Nama": "Tangerang", "Provinsi": "Banten", "Ibu kota": "Tigaraksa"})
    admin.store()
    admin.follow("Buat akun Bagian Organisasi")
    assert chosen(admin.field("Wilayah")) == ["Seluruh Kabupaten Tangerang"]
    admin.fill({"Nama lengkap": "Siti Rohmah", "Nama pengguna": "organisasi.tangerang"})
    admin.store("Buat akun")

    page = PlainBrowser("organisasi.tangerang")
    screen = site.sign_in("organisasi.tangerang")
    page.goto("/")
    assert f"Menyiapkan tahun {tahun}" in page.headings()
    page.follow("Semua langkah")
    look_at(screen, page)

    step(page, "Kecamatan")
    page.follow("Tambah dari daftar")
    from_list(page, AREAS, 29)
    look_at(screen, page)
    step(page, "Desa dan kelurahan")
    from_list(page, DESA, 29)

    step(page, "Skala predikat")
    page.follow("Tambah skala")
    screen.goto(page.address)
    screen.get_by_label("Nama skala").fill("Skala Kabupaten Tangerang")
    screen.get_by_label("Dasar").fill("Perbup Tangerang Nomor 4 Tahun 2026")
    for number, (label, lower, upper) in enumerate(SCALE, start=1):
        screen.get_by_label(f"Predikat, baris {number}", exact=True).fill(label)
        screen.get_by_label(f"Nilai batas bawah, baris {number}", exact=True).fill(lower)
        screen.get_by_label(f"Nilai batas atas, baris {number}", exact=True).fill(upper)
    screen.get_by_role("button", name="Lihat pratinjau").click()
    at_bound = screen.get_by_role("row").filter(has_text="85,00%")
    expect(at_bound.get_by_role("cell")).to_have_text("Baik")
    assert defects_at_widths(screen) == []
    screen.get_by_role("button", name="Simpan skala ini").click()
    ensure_stored(screen)

    step(page, "Kebijakan pengukuran")
    page.add(
        "Tambah kebijakan",
        {"Skala capaian": "Skala Kabupaten Tangerang", "Batas waktu RKT": f"31/1/{tahun}"},
    )
    assert any("bawah tanpa batas, atas tanpa batas" in words(one) for one in page.main.iter("td"))
    step(page, "Peraturan kabupaten")
    page.add(
        "Tambah peraturan",
        {
            "Jenis": "Peraturan Bupati Tangerang",
            "Nomor": "82",
            "Tahun": "2016",
            "Tentang": "Kedudukan dan Tugas Kecamatan",
        },
    )
    step(page, "Kepala daerah")
    page.add(
        "Tambah masa jabatan",
        {"Nama dengan gelar": KEPALA_DAERAH, "Mulai menjabat": f"20/2/{tahun - 1}"},
    )
    step(page, "Hari libur")
    page.add(
        "Tambah hari libur",
        {"Tanggal": f"1/1/{tahun}", "Keterangan": "Tahun Baru Masehi", "Sumber": "Keputusan Bersama"},
    )
    step(page, "Bentuk dokumen dan kop")
    page.follow("Atur bentuk dokumen")
    page.fill({"Dokumen yang ditandatangani terbuka untuk umum": True})
    page.store()
    step(page, "RPJMD")
    page.add("Tambah periode RPJMD", {"Tahun awal": str(tahun - 1), "Tahun akhir": str(tahun + 3)})

    assert "Dipakai tahun ini: Skala Kabupaten Tangerang." in state(page, "Skala predikat")
    for title in ("Kebijakan pengukuran", "Peraturan kabupaten", "Kepala daerah", "RPJMD", "Nomenklatur"):
        assert "selesai" in state(page, title), title
    assert "Belum lengkap di 29 kecamatan." in state(page, "Akun operator dan camat")
    step(page, "Akun operator dan camat")
    passwords = accounts_from_list(page)
    page.goto("/")
    assert f"Menyiapkan tahun {tahun}" not in page.headings()
    assert f"Pemantauan tahun {tahun}" in page.headings()
    regions = page.main.xpath(".//*[@role='region']")
    assert any({"Balaraja", "Mekar Baru"} <= set(map(words, one.iter("a"))) for one in regions)

    year = NewYear(site, worker, tahun, passwords, screen)
    year.filled()
    year.seen_by_the_kabupaten()
    year.submitted()
    year.signed(page)
    year.packed(page)
    year.read_by_everybody()
    assert site.complaint == []
