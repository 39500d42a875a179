"""Tables pasted into documents in a real browser, by keyboard: people, areas, and the programs of an RKT from Word."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from kecamatan.models import DesaKelurahan, KomposisiSDM
from sakip.models import SasaranRKT
from tests.e2e.site import Site
from tests.e2e.test_accessibility import defects_at_widths

PLACE = "/kecamatan/jombang/2023/"
STAFF = "Pendidikan\tASN\tNon ASN\nS3\t2\t1"
AREAS = "No\tNama Desa\tStatus\n1\tDesa Sukamaju\tMandiri"
#: As Word has it on the clipboard: the sasaran is merged over its two indikator.
MERGED = (
    "<table><tr><td>Sasaran</td><td>Indikator</td><td>Satuan</td><td>Target</td></tr>"
    "<tr><td rowspan=2>Tertatanya arsip</td><td>Arsip</td><td>%</td><td>80</td></tr>"
    "<tr><td>Arsip digital</td><td>%</td><td>70</td></tr></table>"
)


def paste(page: Page, text: str, html: str = "") -> None:
    box = page.get_by_role("textbox", name="Tempelan")
    box.focus()
    if html:
        box.evaluate(
            """(box, [text, html]) => {
              const data = new DataTransfer();
              data.setData("text/plain", text);
              data.setData("text/html", html);
              box.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
            }""",
            [text, html],
        )
    else:
        page.keyboard.insert_text(text)
    page.get_by_role("button", name="Periksa").press("Enter")
    expect(page.get_by_text("Belum ada yang disimpan.")).to_be_visible()


def test_people_areas_and_a_merged_table_are_pasted_by_keyboard(site: Site) -> None:
    page = site.sign_in("operator.jombang")
    for code, text, html in (("profil", STAFF, ""), ("profil", AREAS, ""), ("rkt", "", MERGED)):
        page.goto(f"{PLACE}{code}/tempel/")
        paste(page, text, html)
        if html:
            assert defects_at_widths(page) == []
        page.get_by_role("button", name="Terapkan semua perubahan").press("Enter")
        expect(page.get_by_text("Tabel ditempel:")).to_be_visible()
    row = KomposisiSDM.objects.get(uraian="S3")
    assert (row.kelompok, row.asn, row.non_asn) == ("pendidikan", 2, 1)
    assert DesaKelurahan.objects.get(nama="Sukamaju").jenis == "desa"
    pasted = SasaranRKT.objects.filter(indikator__startswith="Arsip")
    assert list(pasted.values_list("sasaran", "indikator").order_by("pk")) == [
        ("Tertatanya arsip", "Arsip"),
        ("Tertatanya arsip", "Arsip digital"),
    ]
    assert site.complaint == []
