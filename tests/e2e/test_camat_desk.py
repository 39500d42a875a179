"""A report goes to the camat and back: submitted, returned from a phone with two notes, answered, and read again."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from kecamatan.models import Kecamatan, Pengguna
from reports.models import Laporan, TemuanDiakui
from reports.notes.threads import open_notes
from reports.review.answers import unanswered
from reports.review.review import review_year
from tests.e2e.site import Site
from tests.e2e.test_accessibility import defects_at_widths
from tests.factory import make

YEAR = "/kecamatan/jombang/2023"
DESK = f"{YEAR}/meja/"
PHONE = 360
SINCE, AMOUNT, ANSWER = "Sejak kapan jaringannya lambat?", "Samakan pagu dengan DPA.", "Sejak Mei 2023."


def every_peringatan_answered() -> Kecamatan:
    """The contoh as its operator has it before submitting."""
    kecamatan = Kecamatan.objects.get(slug="jombang")
    laporan = Laporan.objects.filter(kecamatan=kecamatan, tahun=2023).last() or make(
        Laporan, kecamatan=kecamatan, tahun=2023
    )
    by = Pengguna.objects.get(username="operator.jombang")
    for found in unanswered(review_year(kecamatan=kecamatan, tahun=2023)):
        reason = {"aturan": found.code, "sidik": found.mark, "alasan": "Memang demikian tercetak."}
        make(TemuanDiakui, laporan=laporan, pengguna=by, **reason)
    return kecamatan


def note(page: Page, place: str, words: str, *, quoted: str = "", javascript: bool) -> None:
    """Write a note from the document at a place, which is named as the document names it; of the part ``quoted`` with
    the words of its first item, selected where a script takes them over, else copied."""
    page.goto(f"{YEAR}/dokumen/lkip/")
    item = page.locator(f"section:has(> #{quoted}) li").first if quoted else None
    quote = " ".join(item.inner_text().split()) if item else ""
    if item and javascript:
        item.click(click_count=3)
    page.get_by_role("link", name=f"Catat tentang {place}").first.click()
    if item and not javascript:
        page.get_by_label("Kata-kata yang dimaksud (opsional)").fill(quote)
    page.get_by_label("Catatan", exact=True).fill(words)
    page.get_by_role("button", name="Simpan catatan").click()
    stands = page.locator(":target")
    expect(stands).to_contain_text(words)
    assert f"{YEAR}/dokumen/lkip/#catatan-" in page.url
    assert stands.locator("blockquote").all_inner_texts() == ([quote] if quote else [])


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "plain"])
def test_returned_from_a_phone_with_two_notes_and_answered(site: Site, javascript: bool) -> None:
    kecamatan = every_peringatan_answered()
    operator = site.sign_in("operator.jombang", javascript=javascript)
    operator.goto(f"{YEAR}/alur/ajukan/")
    operator.get_by_role("main").get_by_role("button", name="Ajukan").click()
    expect(operator.get_by_role("main")).to_contain_text("diajukan kepada camat")

    camat = site.sign_in("camat.jombang", width=PHONE, javascript=javascript)
    camat.get_by_role("region", name="Menunggu Anda").get_by_role("link").click()
    expect(camat.get_by_role("heading", name="Meja LKIP tahun 2023")).to_be_visible()
    expect(camat.get_by_role("main")).to_contain_text("Tidak ada catatan reviu yang terbuka.")
    note(camat, "B. Kendala", SINCE, quoted="kendala", javascript=javascript)
    note(camat, "Tabel 2.", AMOUNT, javascript=javascript)
    camat.goto(DESK)
    expect(camat.get_by_role("heading", name="Catatan reviu terbuka (2)")).to_be_visible()
    if javascript:
        assert defects_at_widths(camat) == []
        camat.set_viewport_size({"width": PHONE, "height": 800})
    camat.get_by_role("main").get_by_role("link", name="Kembalikan").click()
    sent = camat.get_by_label("Catatan: apa yang perlu diperbaiki")
    assert (SINCE in sent.input_value(), AMOUNT in sent.input_value()) == (True, True)
    camat.get_by_role("main").get_by_role("button", name="Kembalikan").click()
    expect(camat.get_by_role("main")).to_contain_text("dikembalikan dengan catatan Anda")

    operator.goto(f"{YEAR}/")
    operator.get_by_role("link", name="2 catatan reviu terbuka").click()
    for number in range(2):
        operator.get_by_role("link", name="Jawab catatan").nth(number).click()
        operator.get_by_label("Jawaban").fill(ANSWER)
        operator.get_by_role("button", name="Kirim jawaban").click()
        expect(operator.locator(":target")).to_contain_text(ANSWER)

    camat.goto(DESK)
    notes = camat.get_by_role("region", name="Catatan reviu terbuka (2)")
    expect(notes.get_by_text(ANSWER)).to_have_count(2)
    expect(camat.get_by_role("region", name="Perubahan")).to_contain_text(f"Jawaban: {ANSWER}")
    camat.get_by_role("button", name="Tandai selesai").first.click()
    expect(camat.get_by_role("heading", name="Catatan reviu terbuka (1)")).to_be_visible()
    camat.get_by_role("button", name="Tandai sudah dibaca").click()
    expect(camat.get_by_role("main")).to_contain_text("Tidak ada perubahan oleh orang lain.")
    assert open_notes(kecamatan=kecamatan, tahun=2023) == 1
    assert site.complaint == []
