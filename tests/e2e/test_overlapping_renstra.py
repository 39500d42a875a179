"""Renstra 2025–2029 beside one that runs to 2026: from nothing to the LKIP of 2026, which is of the new one.

Nothing is there but what a kabupaten is set up with: nomenklatur, scales, regulations, areas, and its accounts.
"""

from __future__ import annotations

from playwright.sync_api import Page, expect

from sakip.models import Indikator
from tests.e2e.lkip import check_lkip_on_screen
from tests.e2e.site import Site
from tests.e2e.steps import add, new_account, press, row, to_content
from tests.e2e.test_accessibility import defects_at_widths

SLUG, TAHUN = "jombang", 2026
YEAR = f"/kecamatan/{SLUG}/{TAHUN}/"
OLD, NEW = "2021–2026", "2025–2029"
TUJUAN, SASARAN = "Meningkatkan kualitas pelayanan kecamatan", "Meningkatnya kepuasan dan ketenteraman warga"
IKM, TRANTIB = "IKM", "Persentase gangguan ketertiban yang diselesaikan"

#: Target 2026, target 2029, realisasi, capaian (87 / 88 = 98,8636), against the end (87 / 90 = 96,6667; 95 / 96 =
#: 98,9583); their mean (98,8636 + 100) / 2 = 99,4318.
VALUES = {
    IKM: ("88", "90", "87", "98,86", "96,67"),
    TRANTIB: ("95", "96", "95", "100,00", "98,96"),
}
MEAN = "99,43"

TABLES = {
    f"Tujuan, Sasaran, dan Target Renstra Tahun {NEW}": (
        (TUJUAN,),
        (SASARAN, IKM, "88", "90"),
        (TRANTIB, "95%", "96%"),
    ),
    "Target Sasaran": (("1", SASARAN, IKM, "88"), (TRANTIB, "95%")),
    "Perjanjian Kinerja Tahun 2026": ((SASARAN, IKM, "88"), (TRANTIB, "95%")),
    "Pengukuran Capaian Kinerja Tahun 2026": (
        (SASARAN, IKM, "88", "87,00", "98,86"),
        (TRANTIB, "95%", "95,00%", "100,00"),
        ("Rata-rata 2 indikator", MEAN),
    ),
    "Target, Realisasi, dan Capaian Sasaran 1": (
        (IKM,),
        ("Tahun 2026", "88", "87,00", "98,86"),
        ("Tingkat kemajuan", "90", "87,00", "96,67"),
        (TRANTIB,),
        ("Tahun 2026", "95%", "95,00%", "100,00"),
        ("Tingkat kemajuan", "96%", "95,00%", "98,96"),
    ),
}
SENTENCES = (
    f"Renstra Kecamatan Jombang Tahun {NEW}",
    f"{MEAN}%",
)


def prepare_kabupaten(page: Page) -> None:
    """What Bagian Organisasi decides: how 2026 is measured, and both RPJMD."""
    page.goto(f"{YEAR}pengaturan/isi/")
    add(page, "Tambah kebijakan", {"Batas waktu penyampaian LKIP": "28/2/2027"})
    page.goto(f"{YEAR}renstra/isi/")
    add(page, "Tambah periode RPJMD", {"Tahun awal": "2021", "Tahun akhir": "2026", "Visi": "Jember maju"})
    took_effect = {"Tahun awal": "2025", "Tahun akhir": "2029", "Berlaku sejak": "20/8/2025"}
    add(page, "Tambah periode RPJMD", took_effect | {"Visi": "Jember baru"})


def enter_renstra(page: Page, masa: str, indikator: dict[str, dict[str, str]]) -> None:
    """Tujuan, sasaran and indikator of the Renstra of that period, which has its head."""
    add(page, "Tambah tujuan", {"Uraian": TUJUAN}, inside=page.get_by_role("region", name=f"Renstra {masa}"))
    matrix = page.get_by_role("region", name=f"Renstra {masa}")
    add(page, "Tambah sasaran", {"Uraian": SASARAN}, inside=row(page, TUJUAN).and_(matrix.get_by_role("row")))
    for nama, target in indikator.items():
        unit = {"Nama": nama, "Satuan": "indeks" if nama == IKM else "%"}
        inside = row(page, SASARAN).and_(matrix.get_by_role("row")).first
        add(page, "Tambah indikator", unit | target, inside=inside)


def enter_both_renstra(page: Page) -> None:
    to_content(page, "Renstra")
    add(page, "Buat Renstra", {"Tahun awal": "2021", "Tahun akhir": "2026", "RPJMD": OLD})
    in_force = page.get_by_text("Renstra yang berlaku tahun 2026:")
    expect(in_force).to_contain_text(OLD)
    enter_renstra(page, OLD, {IKM: {"Target 2026": "85"}})
    took_effect = {"Tahun awal": "2025", "Tahun akhir": "2029", "Berlaku sejak": "19/9/2025"}
    add(page, "Tambah Renstra periode lain", took_effect | {"RPJMD": NEW})
    expect(in_force).to_contain_text(NEW)
    enter_renstra(
        page, NEW, {nama: {"Target 2026": t, "Target 2029": last} for nama, (t, last, *_) in VALUES.items()}
    )


def enter_documents(page: Page) -> None:
    to_content(page, "RKT")
    expect(page.get_by_text("Renstra yang berlaku tahun 2026:")).to_contain_text(NEW)
    add(page, "Buat RKT", {"Tempat": "Jombang"})
    press(page, "Tambahkan semua dari Renstra")
    to_content(page, "PK")
    press(page, "Buat PK murni dari RKT")
    for nama, (target, *_) in VALUES.items():
        expect(row(page, nama).first).to_contain_text(target)


def enter_realisasi(page: Page) -> None:
    """Cell by cell; each saves itself."""
    to_content(page, "Realisasi")
    expect(page.get_by_role("textbox", name="Setahun")).to_have_count(len(VALUES))
    for nama, (_, _, realisasi, _, _) in VALUES.items():
        cell = page.get_by_role("textbox", name=f"Setahun {nama}")
        cell.fill(realisasi)
        cell.press("Tab")
        expect(page.get_by_role("cell").filter(has=cell)).to_contain_text("tersimpan")
    for nama, (_, _, _, capaian, _) in VALUES.items():
        expect(row(page, nama)).to_contain_text(capaian)


def test_the_lkip_of_2026_is_of_the_renstra_that_took_effect_in_2025(bare_site: Site) -> None:
    site = bare_site
    new_account(site, SLUG, TAHUN)
    # Forms and pages as such are looked at in test_first_load; here what two of everything make of them.
    page = site.sign_in("organisasi")
    prepare_kabupaten(page)
    assert defects_at_widths(page) == []
    page = site.sign_in("operator.jombang")
    page.goto(YEAR)
    for enter in (enter_both_renstra, enter_documents, enter_realisasi):
        enter(page)
        assert defects_at_widths(page) == [], page.url
    # An indikator that goes on under its name keeps its kunci, and with it what was measured before.
    assert Indikator.objects.get(renstra__tahun_awal=2025, nama=IKM).kunci == "ikm"
    words = check_lkip_on_screen(page, SLUG, TAHUN, TABLES, SENTENCES)
    assert f"Renstra Kecamatan Jombang Tahun {OLD}" not in words
    assert site.complaint == []
