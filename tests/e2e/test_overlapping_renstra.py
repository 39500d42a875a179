"""Renstra 2025–2029 beside one that runs to 2026: from nothing to the LKIP of 2026, which is of the new one."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from kecamatan.models import Kabupaten
from sakip.models import Indikator, KebijakanPengukuran, Skala
from tests.e2e.site import Site
from tests.e2e.steps import add, press, row, to_content
from tests.factory import make

YEAR = "/kecamatan/jombang/2026/"
TUJUAN, SASARAN = "Meningkatkan kualitas pelayanan kecamatan", "Meningkatnya kepuasan dan ketenteraman warga"
IKM, TRANTIB = "IKM", "Persentase gangguan ketertiban yang diselesaikan"

#: Target 2026, target 2029, realisasi, capaian (87 / 88), against the end (87 / 90; 95 / 96).
VALUES = {
    IKM: ("88", "90", "87", "98,86%", "96,67%"),
    TRANTIB: ("95", "96", "95", "100,00%", "98,96%"),
}


def enter_rpjmd(site: Site) -> None:
    page = site.sign_in("organisasi")
    page.goto(f"{YEAR}renstra/isi/")
    add(
        page,
        "Tambah periode RPJMD",
        {"Tahun awal": "2025", "Tahun akhir": "2029", "Berlaku sejak": "20/8/2025", "Visi": "Jember maju"},
    )


def enter_renstra(page: Page) -> None:
    to_content(page, "Renstra")
    in_force = page.get_by_text("Renstra yang berlaku tahun 2026:")
    expect(in_force).to_contain_text("2021–2026")
    add(
        page,
        "Tambah Renstra periode lain",
        {"Tahun awal": "2025", "Tahun akhir": "2029", "Berlaku sejak": "19/9/2025", "RPJMD": "2025–2029"},
    )
    expect(in_force).to_contain_text("2025–2029")
    add(
        page, "Tambah tujuan", {"Uraian": TUJUAN}, inside=page.get_by_role("region", name="Renstra 2025–2029")
    )
    add(page, "Tambah sasaran", {"Uraian": SASARAN}, inside=row(page, TUJUAN))
    for nama, (target, last, *_) in VALUES.items():
        add(
            page,
            "Tambah indikator",
            {
                "Nama": nama,
                "Satuan": "indeks" if nama == IKM else "%",
                "Target 2026": target,
                "Target 2029": last,
            },
            inside=row(page, SASARAN),
        )


def enter_documents(page: Page) -> None:
    to_content(page, "RKT")
    expect(page.get_by_text("Renstra yang berlaku tahun 2026:")).to_contain_text("2025–2029")
    add(page, "Buat RKT", {"Tempat": "Jombang"})
    press(page, "Tambahkan semua dari Renstra")
    to_content(page, "PK")
    press(page, "Buat PK murni dari RKT")
    for nama, (target, *_) in VALUES.items():
        expect(row(page, nama).first).to_contain_text(target)


def enter_realisasi(page: Page) -> None:
    to_content(page, "Realisasi")
    expect(page.get_by_role("textbox", name="Setahun")).to_have_count(len(VALUES))
    for nama, (_, _, realisasi, capaian, _) in VALUES.items():
        cell = page.get_by_role("textbox", name=f"Setahun {nama}")
        cell.fill(realisasi)
        cell.press("Tab")
        expect(page.get_by_role("cell").filter(has=cell)).to_contain_text("tersimpan")
        expect(row(page, nama)).to_contain_text(capaian)


def test_the_lkip_of_2026_is_of_the_renstra_that_took_effect_in_2025(site: Site) -> None:
    skala = Skala.objects.get(kode="akip-2021")
    make(KebijakanPengukuran, kabupaten=Kabupaten.objects.get(kode="35.09"), tahun=2026, skala=skala)
    enter_rpjmd(site)
    page = site.sign_in("operator.jombang")
    page.goto(YEAR)
    enter_renstra(page)
    enter_documents(page)
    enter_realisasi(page)
    # An indikator that goes on under its name keeps its kunci, and with it what was measured before.
    assert Indikator.objects.get(renstra__tahun_awal=2025, nama=IKM).kunci == "ikm"
    page.get_by_role("navigation", name="Dokumen tahun").get_by_role("link", name="LKIP", exact=True).click()
    sheet = page.locator("article.dokumen")
    expect(sheet).to_contain_text("Renstra Kecamatan Jombang Tahun 2025–2029")
    expect(sheet).not_to_contain_text("Renstra Kecamatan Jombang Tahun 2021–2026")
    expect(sheet).to_contain_text("rata-rata 2 dari 2 indikator")
    for _, _, _, capaian, progress in VALUES.values():
        expect(sheet).to_contain_text(capaian)
        expect(sheet).to_contain_text(progress)
    assert site.complaint == []
