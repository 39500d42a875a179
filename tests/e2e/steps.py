"""What a person does at the site, in small verbs. They work with JavaScript and without it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from kecamatan.accounts.demo import demo_account_create
from kecamatan.models import Keanggotaan, Kecamatan, Pengguna
from tests.e2e.site import Situs

#: What is typed into a field, chosen from a list, ticked (bool), or ticked within a group (list of labels).
Isian = Mapping[str, str | bool | Sequence[str]]


def akun_baru(situs: Situs, slug: str, tahun: int) -> None:
    """Accounts of a kecamatan that has no records yet."""
    akun = demo_account_create(kecamatan=[(Kecamatan.objects.get(slug=slug), tahun)])
    situs.sandi |= {a.pengguna.username: a.sandi or "" for a in akun}


def ke_isi(halaman: Page, nama: str) -> None:
    """Go to a document's entry page, by the navigation and its link; an empty one offers the same link."""
    halaman.get_by_role("navigation", name="Dokumen tahun").get_by_role("link", name=nama, exact=True).click()
    halaman.get_by_role("link", name=f"Isi {nama}", exact=True).click()
    expect(
        halaman.get_by_role("navigation", name="Jejak halaman").get_by_text("Isi", exact=True)
    ).to_be_visible()


def fill_form_page(halaman: Page, isian: Isian) -> None:
    """Fill the fields of the page's form by their labels, whether or not they are marked "(opsional)"."""
    formulir = halaman.locator("form.formulir")
    for label, nilai in isian.items():
        bernama = re.compile(rf"^{re.escape(label)}( \(opsional\))?$")
        if isinstance(nilai, Sequence) and not isinstance(nilai, str):
            kelompok = formulir.get_by_role("group", name=bernama)
            for satu in nilai:
                kelompok.get_by_label(satu, exact=True).check()
            continue
        unsur = formulir.get_by_label(bernama)
        if isinstance(nilai, bool):
            unsur.set_checked(nilai)
        elif unsur.evaluate("e => e.tagName") == "SELECT":
            unsur.select_option(value=pilihan(unsur, nilai))
        else:
            unsur.fill(nilai)


def pilihan(unsur: Locator, kata: str) -> str:
    """Value of the one option that says exactly this, or else of the only one that contains it."""
    semua: list[list[str]] = unsur.evaluate(
        "e => [...e.options].map(o => [o.value, o.text.replace(/^[›\\s]+/, '').trim()])"
    )
    cocok = [nilai for nilai, teks in semua if teks == kata] or [n for n, teks in semua if kata in teks]
    assert len(cocok) == 1, f"{len(cocok)} pilihan memuat {kata!r}: {[teks for _, teks in semua]}"
    return cocok[0]


def store(halaman: Page, tombol: str = "Simpan") -> None:
    """Save the form, and see that the page says so. Fails with the page's own words when it was refused."""
    with halaman.expect_navigation():
        halaman.locator("form.formulir").get_by_role("button", name=tombol, exact=True).click()
    pastikan_tersimpan(halaman)


def pastikan_tersimpan(halaman: Page) -> None:
    """The page that follows tells of no problem, and that something was stored."""
    halaman.wait_for_load_state()
    masalah = halaman.locator(".masalah, .pesan-galat")
    assert masalah.count() == 0, f"{halaman.title()}: {' '.join(masalah.all_inner_texts())}"
    expect(halaman.locator(".pesan-baik").first).to_be_visible()


def tekan(halaman: Page, tombol: str) -> None:
    """Press a button of the page that does something at once, and see that it was done."""
    with halaman.expect_navigation():
        halaman.get_by_role("button", name=tombol, exact=True).click()
    pastikan_tersimpan(halaman)


def add(
    halaman: Page, tautan: str, isian: Isian, *, dalam: Locator | None = None, lagi: Sequence[Isian] = ()
) -> None:
    """Follow the link to a new row, fill it, save it; ``lagi`` are further rows of the kind, entered in a row.

    ``dalam`` is the part of the page whose link is meant, where several rows offer the same.
    """
    (dalam or halaman.locator("main")).get_by_role("link", name=tautan, exact=True).click()
    semua = [isian, *lagi]
    for satu in semua[:-1]:
        fill_form_page(halaman, satu)
        store(halaman, "Simpan dan tambah lagi")
    fill_form_page(halaman, semua[-1])
    store(halaman)


def baris(halaman: Page, teks: str) -> Locator:
    """The only row of a table on the page that says this."""
    return halaman.get_by_role("row").filter(has_text=teks)


def write_narasi(halaman: Page, teks: str, *, javascript: bool) -> None:
    """Write in the editor, or in the text box that stands for it without JavaScript."""
    if javascript:
        halaman.locator(".ProseMirror").click()
        halaman.keyboard.type(teks)
    else:
        halaman.get_by_label("Tulisan").fill(teks)
    halaman.get_by_role("button", name="Simpan", exact=True).click()
    pastikan_tersimpan(halaman)


def make_pdf(
    halaman: Page, pekerja: Callable[[], None], nama: str, letak: Path, *, javascript: bool
) -> bytes:
    """Have the worker make the PDF of the LKIP, and fetch it."""
    halaman.get_by_role("navigation", name="Dokumen tahun").get_by_role(
        "link", name="LKIP", exact=True
    ).click()
    halaman.get_by_role("button", name="Unduh PDF").click()
    expect(halaman.get_by_text("Menunggu giliran")).to_be_visible()
    pekerja()
    if not javascript:
        halaman.get_by_role("link", name="Periksa sekarang").click()
    return download(halaman, nama, letak)


def download(halaman: Page, nama: str, letak: Path) -> bytes:
    """Fetch a finished file by the link that names it."""
    expect(halaman.get_by_role("link", name=f"Unduh {nama}")).to_be_visible()
    with halaman.expect_download() as unduhan:
        halaman.get_by_role("link", name=f"Unduh {nama}").click()
    assert unduhan.value.suggested_filename == nama
    unduhan.value.save_as(letak / nama)
    return (letak / nama).read_bytes()


def fokus(halaman: Page) -> dict[str, Any]:
    """What has the keyboard: its tag, its words, and whether a reader sees that it has it.

    ``terlihat`` holds when the browser draws an outline around it (the page's own or the default one) and the
    element lies within the window.
    """
    hasil: dict[str, Any] = halaman.evaluate(
        """() => {
          const e = document.activeElement;
          const gaya = getComputedStyle(e);
          const kotak = e.getBoundingClientRect();
          return {
            tag: e.tagName.toLowerCase(),
            id: e.id,
            teks: (e.labels?.[0] ?? e).textContent.trim().slice(0, 80) || e.getAttribute("aria-label"),
            terlihat: gaya.outlineStyle !== "none" && parseFloat(gaya.outlineWidth) > 0
              && kotak.bottom > 0 && kotak.top < innerHeight && kotak.right > 0 && kotak.left < innerWidth,
          };
        }"""
    )
    return hasil


def operator_lain(situs: Situs, nama_pengguna: str, nama: str, slug: str) -> None:
    """A second operator of a kecamatan."""
    sandi = "sandi-orang-kedua-2024"
    pengguna = Pengguna.objects.create_user(username=nama_pengguna, password=sandi, nama=nama)
    Keanggotaan.objects.create(
        pengguna=pengguna, peran=Keanggotaan.Peran.OPERATOR, kecamatan=Kecamatan.objects.get(slug=slug)
    )
    situs.sandi[nama_pengguna] = sandi
