"""What a person does at the site, in small verbs. They work with JavaScript and without it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from playwright.sync_api import ElementHandle, Locator, Page, expect

from kecamatan.accounts.demo import demo_account_create
from kecamatan.models import Keanggotaan, Kecamatan, Pengguna
from tests.e2e.site import Site

#: What is typed into a field, chosen from a list, ticked (bool), or ticked within a group (list of labels).
FormBlock = Mapping[str, str | bool | Sequence[str]]


def new_account(site: Site, slug: str, tahun: int) -> None:
    """Accounts of a kecamatan that has no records yet."""
    accounts = demo_account_create(kecamatan=[(Kecamatan.objects.get(slug=slug), tahun)])
    site.passwords |= {a.pengguna.username: a.sandi or "" for a in accounts}


def to_content(page: Page, nama: str) -> None:
    """Go to a document's entry page, by the navigation and its link; an empty one offers the same link."""
    page.get_by_role("navigation", name="Dokumen tahun").get_by_role("link", name=nama, exact=True).click()
    page.get_by_role("link", name=f"Isi {nama}", exact=True).click()
    expect(
        page.get_by_role("navigation", name="Jejak halaman").get_by_text("Isi", exact=True)
    ).to_be_visible()


def fill_form_page(page: Page, entries: FormBlock) -> None:
    """Fill the fields of the page's form by their labels, whether or not they are marked "(opsional)"."""
    form_page = page.locator("form.formulir")
    while (folded := form_page.locator("details:not([open]) > summary")).count():
        folded.first.click()
    for label, nilai in entries.items():
        named = re.compile(rf"^{re.escape(label)}( \(opsional\))?$")
        if isinstance(nilai, Sequence) and not isinstance(nilai, str):
            group = form_page.get_by_role("group", name=named)
            for one in nilai:
                group.get_by_label(one, exact=True).check()
            continue
        unsur = form_page.get_by_label(named)
        if isinstance(nilai, bool):
            unsur.set_checked(nilai)
        elif unsur.evaluate("e => e.tagName") == "SELECT":
            unsur.select_option(value=choice(unsur, nilai))
        else:
            unsur.fill(nilai)


def choice(unsur: Locator, word: str) -> str:
    """Value of the one option that says exactly this, or else of the only one that contains it."""
    everything: list[list[str]] = unsur.evaluate(
        "e => [...e.options].map(o => [o.value, o.text.replace(/^[›\\s]+/, '').trim()])"
    )
    matches = [nilai for nilai, text in everything if text == word] or [
        n for n, text in everything if word in text
    ]
    assert len(matches) == 1, f"{len(matches)} pilihan memuat {word!r}: {[text for _, text in everything]}"
    return matches[0]


def store(page: Page, button: str = "Simpan") -> None:
    """Save the form, and see that the page says so. Fails with the page's own words when it was refused."""
    with page.expect_navigation():
        page.locator("form.formulir").get_by_role("button", name=button, exact=True).click()
    ensure_stored(page)


AGREE: Final = "Simpan dengan akibat ini"


def store_agreeing(page: Page, button: str = "Simpan") -> None:
    """Save what changes a measured capaian: the page shows what comes of it, and then the form is saved with that."""
    with page.expect_navigation():
        page.get_by_role("button", name=button, exact=True).click()
    expect(page.get_by_role("table", name="Akibat terhadap capaian")).to_be_visible()
    store(page, AGREE)


def ensure_stored(page: Page) -> None:
    """The page that follows tells of no problem, and that something was stored."""
    page.wait_for_load_state()
    problem = page.locator(".masalah, .pesan-galat")
    assert problem.count() == 0, f"{page.title()}: {' '.join(problem.all_inner_texts())}"
    expect(page.locator(".pesan-baik").first).to_be_visible()


def press(page: Page, button: str) -> None:
    """Press a button of the page that does something at once, and see that it was done."""
    with page.expect_navigation():
        page.get_by_role("button", name=button, exact=True).click()
    ensure_stored(page)


def add(page: Page, link: str, entries: FormBlock, *, inside: Locator | None = None) -> None:
    """Follow the link to a new row, fill it, save it; ``inside`` is the part of the page whose link is meant."""
    (inside or page.locator("main")).get_by_role("link", name=link, exact=True).click()
    fill_form_page(page, entries)
    store(page)


def row(page: Page, text: str) -> Locator:
    """The only row of a table on the page that says this."""
    return page.get_by_role("row").filter(has_text=text)


def focus(page: Page, goal: ElementHandle | None = None) -> dict[str, Any]:
    """What has the keyboard: its tag, its words, whether a reader sees that it has it, and whether it is ``goal``.

    ``terlihat`` holds when the browser draws an outline around it (the page's own or the default one) and the
    element lies within the window.
    """
    results: dict[str, Any] = page.evaluate(
        """(tujuan) => {
          const e = document.activeElement;
          const gaya = getComputedStyle(e);
          const kotak = e.getBoundingClientRect();
          return {
            tag: e.tagName.toLowerCase(),
            id: e.id,
            teks: (e.labels?.[0] ?? e).textContent.trim().slice(0, 80) || e.getAttribute("aria-label"),
            terlihat: gaya.outlineStyle !== "none" && parseFloat(gaya.outlineWidth) > 0
              && kotak.bottom > 0 && kotak.top < innerHeight && kotak.right > 0 && kotak.left < innerWidth,
            sampai: e === tujuan,
          };
        }""",
        goal,
    )
    return results


def other_operator(site: Site, nama_pengguna: str, nama: str, slug: str) -> None:
    """A second operator of a kecamatan."""
    password = "sandi-orang-kedua-2024"
    pengguna = Pengguna.objects.create_user(username=nama_pengguna, password=password, nama=nama)
    Keanggotaan.objects.create(
        pengguna=pengguna, peran=Keanggotaan.Peran.OPERATOR, kecamatan=Kecamatan.objects.get(slug=slug)
    )
    site.passwords[nama_pengguna] = password
