"""The review in a browser: list, rules, and the panel beside the document. What was found is answered, and stands in
the way of submitting, on the way of a report (test_report_journey)."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from reports.models import Narasi
from tests.e2e.site import Site
from tests.e2e.test_accessibility import defects_at_widths, overflow, violations

BASE = "/kecamatan/jombang/2023/"


def test_what_was_found_is_read_in_the_list_and_beside_the_document(site: Site) -> None:
    Narasi.objects.filter(kecamatan__slug="jombang", tahun=2023, bagian="kendala").update(
        isi="<p>Pagu Rp5.000 (enam ribu rupiah).</p>"
    )
    page = site.sign_in("operator.jombang")
    page.goto(BASE)
    expect(page.get_by_role("heading", name="Belum dapat diajukan: 1 kesalahan")).to_be_visible()
    assert defects_at_widths(page) == []
    page.get_by_role("link", name=re.compile("temuan lainnya$")).click()
    expect(page.get_by_role("heading", name="Kesalahan (1)")).to_be_visible()
    assert defects_at_widths(page) == []
    page.get_by_role("link", name=re.compile(r"^Peringatan \(\d+\)$")).click()
    expect(page.get_by_role("heading", name="Kesalahan (1)")).to_have_count(0)
    page.get_by_role("link", name="Aturan yang diperiksa").first.click()
    expect(page.get_by_role("heading", name="R-words")).to_be_visible()
    assert defects_at_widths(page) == []

    page.goto(f"{BASE}dokumen/lkip/")
    panel = page.get_by_role("region", name=re.compile(r"^Temuan \(\d+\)$"))
    expect(panel.get_by_text("Rp5.000 ditulis “enam ribu rupiah”.")).to_be_visible()
    page.get_by_role("navigation", name="Bagian dokumen").get_by_role("link", name="Penutup").click()
    page.locator("#kendala").evaluate("one => one.scrollIntoView()")
    expect(panel.locator("[aria-current]")).to_contain_text("Kendala")
    assert overflow(page) == []
    page.set_viewport_size({"width": 360, "height": 800})
    page.reload()
    page.locator("#panel-temuan > summary").press("Enter")
    expect(panel).to_be_visible()
    # Of the document itself, without a panel, nothing is to be found (test_first_load).
    assert [*violations(page, without=".lembar"), *overflow(page)] == []
    panel.get_by_role("link", name="Narasi kendala (BAB IV)", exact=True).first.click()
    expect(page.get_by_text(re.compile("Pemeriksaan: 1 kesalahan.* dalam tulisan ini"))).to_be_visible()
    assert site.complaint == []
