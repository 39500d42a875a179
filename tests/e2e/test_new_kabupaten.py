"""A kabupaten that nobody has heard of prepares its first year in the browser: no file, no shell, nothing preset."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django import Settings

from reports.signing.keys import local
from tests.e2e.new_year import KEPALA_DAERAH, NewYear, accounts_from_list
from tests.e2e.site import Site
from tests.e2e.steps import add, ensure_stored, fill_form_page, store
from tests.e2e.test_accessibility import defects_at_widths
from tests.factory import make_pengguna

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


def step(page: Page, title: str) -> None:
    """Follow a step of the guided run."""
    page.goto(f"/wilayah/36.03/persiapan/{timezone.localdate().year}/")
    page.locator("main").get_by_role("link", name=title, exact=True).click()


def state(page: Page, title: str) -> str:
    """What the guided run says of a step."""
    page.goto(f"/wilayah/36.03/persiapan/{timezone.localdate().year}/")
    return page.get_by_role("listitem").filter(has_text=title).inner_text()


def from_list(page: Page, text: str, total: int) -> None:
    """Paste a list, see its rows, store them."""
    page.get_by_label("Daftar", exact=True).fill(text)
    page.get_by_role("button", name="Periksa daftar").click()
    expect(page.get_by_role("table").get_by_role("row")).to_have_count(total + 1)
    page.get_by_role("button", name=f"Simpan {total} baris baru").click()
    ensure_stored(page)


def test_a_year_of_a_new_kabupaten_is_prepared_from_nothing(
    bare_site: Site,
    worker: Callable[[], None],
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr(local, "_ROUNDS", 1_000)  # what makes a guess slow makes a test slow
    settings.SAKIP_SIGN_AFTER_HOURS = 0  # nobody waits here for the day in which an owner may object
    settings.SAKIP_TOTP = "mati"  # the second step is shown where accounts are (test_accounts)
    site, tahun = bare_site, timezone.localdate().year
    stranger = site.open_page()
    stranger.goto("/")
    expect(stranger.get_by_text("Instalasi ini belum memiliki akun.")).to_be_visible()

    make_pengguna("admin", username="admin.utama")
    admin = site.sign_in("admin.utama", javascript=False)
    admin.goto("/wilayah/")
    admin.get_by_role("link", name="Tambah kabupaten").click()
    fill_form_page(
        admin,
        {"Kode wilayah": "36.03", "Nama": "Tangerang", "Provinsi": "Banten", "Ibu kota": "Tigaraksa"},
    )
    store(admin)
    admin.get_by_role("link", name="Buat akun Bagian Organisasi").click()
    expect(admin.get_by_label("Wilayah").locator("option:checked")).to_have_text(
        "Seluruh Kabupaten Tangerang"
    )
    fill_form_page(admin, {"Nama lengkap": "Siti Rohmah", "Nama pengguna": "organisasi.tangerang"})
    store(admin, "Buat akun")

    page = site.sign_in("organisasi.tangerang")
    page.goto("/")
    expect(page.get_by_role("heading", name=f"Menyiapkan tahun {tahun}")).to_be_visible()
    page.get_by_role("link", name="Semua langkah").click()
    assert defects_at_widths(page) == []

    step(page, "Kecamatan")
    page.get_by_role("link", name="Tambah dari daftar").click()
    from_list(page, AREAS, 29)
    assert defects_at_widths(page) == []
    step(page, "Desa dan kelurahan")
    from_list(page, DESA, 29)

    step(page, "Skala predikat")
    page.get_by_role("link", name="Tambah skala").click()
    page.get_by_label("Nama skala").fill("Skala Kabupaten Tangerang")
    page.get_by_label("Dasar").fill("Perbup Tangerang Nomor 4 Tahun 2026")
    for number, (label, lower, upper) in enumerate(SCALE, start=1):
        page.get_by_label(f"Predikat, baris {number}", exact=True).fill(label)
        page.get_by_label(f"Nilai batas bawah, baris {number}", exact=True).fill(lower)
        page.get_by_label(f"Nilai batas atas, baris {number}", exact=True).fill(upper)
    page.get_by_role("button", name="Lihat pratinjau").click()
    at_bound = page.get_by_role("row").filter(has_text="85,00%")
    expect(at_bound.get_by_role("cell")).to_have_text("Baik")
    assert defects_at_widths(page) == []
    page.get_by_role("button", name="Simpan skala ini").click()
    ensure_stored(page)

    step(page, "Kebijakan pengukuran")
    kebijakan = {"Skala capaian": "Skala Kabupaten Tangerang", "Batas waktu RKT": f"31/1/{tahun}"}
    add(page, "Tambah kebijakan", kebijakan)
    expect(page.get_by_role("cell", name="bawah tanpa batas, atas tanpa batas")).to_be_visible()
    step(page, "Peraturan kabupaten")
    regulation = {
        "Jenis": "Peraturan Bupati Tangerang",
        "Nomor": "82",
        "Tahun": "2016",
        "Tentang": "Kedudukan dan Tugas Kecamatan",
    }
    add(page, "Tambah peraturan", regulation)
    step(page, "Kepala daerah")
    add(
        page,
        "Tambah masa jabatan",
        {"Nama dengan gelar": KEPALA_DAERAH, "Mulai menjabat": f"20/2/{tahun - 1}"},
    )
    step(page, "Hari libur")
    holiday = {"Tanggal": f"1/1/{tahun}", "Keterangan": "Tahun Baru Masehi", "Sumber": "Keputusan Bersama"}
    add(page, "Tambah hari libur", holiday)
    step(page, "Bentuk dokumen dan kop")
    page.get_by_role("link", name="Atur bentuk dokumen").click()
    page.get_by_label("Dokumen yang ditandatangani terbuka untuk umum").check()
    store(page)
    step(page, "RPJMD")
    add(page, "Tambah periode RPJMD", {"Tahun awal": str(tahun - 1), "Tahun akhir": str(tahun + 3)})

    assert "Dipakai tahun ini: Skala Kabupaten Tangerang." in state(page, "Skala predikat")
    for title in ("Kebijakan pengukuran", "Peraturan kabupaten", "Kepala daerah", "RPJMD", "Nomenklatur"):
        assert "selesai" in state(page, title), title
    assert "Belum lengkap di 29 kecamatan." in state(page, "Akun operator dan camat")
    step(page, "Akun operator dan camat")
    passwords = accounts_from_list(page, tmp_path)
    page.goto("/")
    expect(page.get_by_role("heading", name=f"Menyiapkan tahun {tahun}")).to_have_count(0)
    expect(page.get_by_role("heading", name=f"Pemantauan tahun {tahun}")).to_be_visible()
    matrix = page.get_by_role("region").filter(has=page.get_by_role("link", name="Mekar Baru", exact=True))
    expect(matrix.first.get_by_role("row").filter(has_text="Balaraja")).to_be_visible()

    year = NewYear(site, worker, tahun, passwords, tmp_path)
    year.filled()
    year.seen_by_the_kabupaten(page)
    year.submitted()
    year.signed(page)
    year.packed(page)
    year.read_by_everybody()
    assert site.complaint == []
