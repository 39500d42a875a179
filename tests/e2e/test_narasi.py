"""Writing in the browser: typed, pasted from Word and Excel, kept when the line or the session goes; and photos."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from reports.models import Dokumentasi, Narasi
from tests.e2e.site import Site
from tests.e2e.test_accessibility import defects_at_widths

JOMBANG = "/kecamatan/jombang/2023/"
KENDALA = f"{JOMBANG}narasi/isi/kendala/-/"
SOLUSI = f"{JOMBANG}narasi/isi/solusi/ikm/"

#: What Word 2016 puts on the clipboard, shortened: two levels of a list written as paragraphs.
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Word 15">
<style><!-- p.MsoNormal {margin:0cm; font-family:"Calibri",sans-serif;} @list l0:level1 {mso-level-text:\\F0B7;} -->
</style></head><body lang=IN><!--StartFragment-->
<p class=MsoNormal style='text-align:justify'><b style='mso-bidi-font-weight:normal'><span lang=IN
style='font-size:12.0pt;font-family:"Arial",sans-serif;color:red'>Kendala utama<o:p></o:p></span></b></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
lang=IN style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;
</span></span></span><![endif]><span lang=IN>Anggaran <i style='mso-bidi-font-style:normal'>terbatas</i></span></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]><span lang=IN>Pengadaan mundur</span></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;</span></span></span><![endif]>Pegawai kurang</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span><span
style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span></span><![endif]>Langkah satu</p>
<p class=MsoNormal style='margin-left:36pt' onclick="alert(1)"><span style='font-weight:bold'>Penutup</span></p>
<table class=MsoTableGrid border=1 style='border-collapse:collapse'><tr style='mso-yfti-irow:0'>
<td width=100 style='width:75pt;border:solid windowtext 1.0pt'><p class=MsoNormal>Surat</p></td>
<td width=50 style='width:37pt'><p class=MsoNormal>12</p></td></tr></table>
<!--EndFragment--></body></html>"""

EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style><!--td{mso-number-format:General}-->
</style></head><body><table border=0 style='border-collapse:collapse'><col width=64 style='width:48pt'>
<tr height=20 style='height:15.0pt'><td class=xl65 style='width:48pt'>Bulan</td><td class=xl65>Jumlah</td></tr>
<tr><td>Januari</td><td align=right x:num>1.250</td></tr></table></body></html>"""


def editor(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Tulisan")


def empty(page: Page) -> Locator:
    """The editor, empty and focused."""
    box = editor(page)
    box.click()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    return box


def paste(box: Locator, html: str = "", text: str = "") -> None:
    """Paste as a browser does with what another program left on the clipboard."""
    box.evaluate(
        """(kotak, [html, teks]) => {
            const data = new DataTransfer();
            if (html) data.setData("text/html", html);
            if (teks) data.setData("text/plain", teks);
            kotak.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }""",
        [html, text],
    )


def store(page: Page) -> None:
    page.get_by_role("button", name="Simpan", exact=True).click()
    expect(page.get_by_text("tersimpan.", exact=False).first).to_be_visible()


def stored(bagian: str = "kendala", key: str = "") -> str:
    return Narasi.objects.get(kecamatan__slug="jombang", tahun=2023, bagian=bagian, kunci=key).isi


def test_bold_lists_and_a_table_are_typed_and_stand_in_the_preview(site: Site) -> None:
    page = site.sign_in("operator.jombang")
    page.goto(KENDALA)
    empty(page)
    page.keyboard.type("Kendala ")
    bold = page.get_by_role("button", name="Tebal")
    page.keyboard.press("Control+b")
    expect(bold).to_have_attribute("aria-pressed", "true")
    page.keyboard.type("utama")
    page.keyboard.press("Control+b")
    expect(bold).to_have_attribute("aria-pressed", "false")
    page.keyboard.type(" tahun ini:")
    page.keyboard.press("Enter")
    page.keyboard.type("- satu")  # becomes an item by itself
    expect(page.get_by_role("button", name="Daftar berbutir")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Enter")
    page.keyboard.type("dua")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Sisipkan tabel").click()
    for word in ("Uraian", "Jumlah", "Satuan", "Surat", "12", "lembar"):
        page.keyboard.type(word)
        page.keyboard.press("Tab")
    page.get_by_role("button", name="Hapus baris").click()
    page.get_by_label("Judul tabel (opsional)").fill("Rekap surat")
    page.get_by_role("button", name="Perbarui pratinjau").click()
    preview = page.locator("#pratinjau")
    expect(preview.get_by_role("cell", name="12")).to_be_visible()
    assert "<p>Kendala.</p>" not in stored()
    store(page)
    assert stored() == (
        "<p>Kendala <strong>utama</strong> tahun ini:</p><ul><li>satu</li><li>dua</li></ul>"
        '<table><caption>Rekap surat</caption><thead><tr><th scope="col">Uraian</th><th scope="col">Jumlah</th>'
        '<th scope="col">Satuan</th></tr></thead>'
        "<tbody><tr><td>Surat</td><td>12</td><td>lembar</td></tr></tbody></table>"
    )
    expect(preview.get_by_text("Rekap surat")).to_be_visible()
    assert site.complaint == []


def test_what_word_and_excel_leave_on_the_clipboard_becomes_plain(site: Site) -> None:
    page = site.sign_in("operator.jombang")
    page.goto(KENDALA)
    paste(empty(page), WORD)
    store(page)
    assert stored() == (
        "<p><strong>Kendala utama</strong></p>"
        "<ul><li>Anggaran <em>terbatas</em><ul><li>Pengadaan mundur</li></ul></li><li>Pegawai kurang</li></ul>"
        "<ol><li>Langkah satu</li></ol><p><strong>Penutup</strong></p>"
        "<table><tbody><tr><td>Surat</td><td>12</td></tr></tbody></table>"
    )
    paste(empty(page), EXCEL)
    store(page)
    assert stored() == (
        "<table><tbody><tr><td>Bulan</td><td>Jumlah</td></tr><tr><td>Januari</td><td>1.250</td></tr></tbody></table>"
    )
    paste(empty(page), text="Bulan\tJumlah\nFebruari\t7")
    store(page)
    assert "<td>Februari</td><td>7</td>" in stored()
    assert site.complaint == []


def test_numbers_are_those_that_were_written_and_go_on_after_a_paragraph(site: Site) -> None:
    page = site.sign_in("operator.jombang")
    page.goto(KENDALA)
    item = "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>{}</span>{}</p>"
    paste(
        empty(page),
        item.format("1.", "Pembinaan")
        + "<p class=MsoNormal>Setiap bulan.</p>"
        + item.format("2.", "Monitoring")
        + item.format("3.", "Evaluasi")
        + item.format("7.", "Ketujuh"),
    )
    store(page)
    assert stored() == (
        '<ol><li>Pembinaan</li></ol><p>Setiap bulan.</p><ol start="2"><li>Monitoring</li><li>Evaluasi</li></ol>'
        '<ol start="7"><li>Ketujuh</li></ol>'
    )
    store(page)  # opened again in the editor and saved as it is
    assert '<ol start="2"><li>Monitoring' in stored()
    empty(page)
    page.keyboard.type("5. Kelima")
    page.keyboard.press("Enter")
    page.keyboard.type("Keenam")
    store(page)
    assert stored() == '<ol start="5"><li>Kelima</li><li>Keenam</li></ol>'
    expect(page.locator("#pratinjau ol")).to_have_attribute("start", "5")
    paste(empty(page), text="• satu\n▪ dua\n\uf0b7 tiga")
    store(page)
    assert stored() == "<ul><li>satu</li><li>dua</li><li>tiga</li></ul>"
    assert site.complaint == []


def test_a_live_value_and_a_draft_are_put_in_and_shown_as_numbers(site: Site) -> None:
    page = site.sign_in("operator.jombang")
    page.goto(KENDALA)
    empty(page)
    page.keyboard.type("Capaiannya ")
    page.get_by_text("Nilai yang mengikuti tabel").click()
    page.get_by_role("button", name="capaian = 100,00%, sisipkan {capaian: IKM}").click()
    page.get_by_role("button", name="Perbarui pratinjau").click()
    expect(page.locator("#pratinjau")).to_contain_text("Capaiannya 100,00%")
    page.get_by_role("button", name="Buatkan konsep dari angka").click()
    expect(page.get_by_text("Konsep dari angka ditambahkan")).to_be_visible()
    expect(editor(page)).to_contain_text("Capaiannya {capaian: IKM}")
    expect(editor(page)).to_contain_text("Target 2 (dua) indikator tahun 2023 belum tercapai")
    store(page)
    expect(page.get_by_role("button", name="Sudah ditinjau")).to_be_visible()
    page.get_by_role("button", name="Sudah ditinjau").click()
    expect(page.get_by_role("button", name="Sudah ditinjau")).to_have_count(0)
    assert site.complaint == []


def test_unsaved_words_survive_a_lost_line_and_an_expired_session(site: Site) -> None:
    page = site.sign_in("operator.jombang")
    page.goto(KENDALA)
    empty(page)
    page.keyboard.type("Ditulis sebelum putus.")
    expect(page.get_by_text("disimpan sementara di perangkat ini")).to_be_visible()
    page.context.set_offline(True)
    page.get_by_role("button", name="Perbarui pratinjau").click()
    expect(page.get_by_text("tidak ada sambungan")).to_be_visible()
    page.context.set_offline(False)
    cookie = page.context.cookies()
    page.context.clear_cookies()
    page.get_by_role("button", name="Simpan", exact=True).click()
    page.wait_for_url(re.compile("/masuk/|kendala"))
    assert "Ditulis sebelum putus" not in stored()
    page.context.add_cookies(cookie)  # type: ignore[arg-type]  # what it gave, it takes
    page.goto(KENDALA)
    expect(page.get_by_text("Ada tulisan yang belum tersimpan di perangkat ini")).to_be_visible()
    expect(editor(page)).not_to_contain_text("Ditulis sebelum putus.")
    page.get_by_role("button", name="Pulihkan").click()
    expect(editor(page)).to_contain_text("Ditulis sebelum putus.")
    store(page)
    assert stored() == "<p>Ditulis sebelum putus.</p>"
    page.reload()
    expect(page.get_by_text("belum tersimpan di perangkat")).to_have_count(0)


def test_two_browsers_on_one_text_see_both(site: Site) -> None:
    one, two = site.sign_in("operator.jombang"), site.sign_in("operator.jombang")
    one.goto(KENDALA)
    two.goto(KENDALA)
    empty(one)
    one.keyboard.type("Dari meja pertama.")
    store(one)
    empty(two)
    two.keyboard.type("Dari meja kedua.")
    two.get_by_role("button", name="Simpan", exact=True).click()
    expect(two.get_by_role("cell", name="Dari meja pertama.")).to_be_visible()
    expect(two.get_by_role("cell", name="Dari meja kedua.")).to_be_visible()
    assert stored() == "<p>Dari meja pertama.</p>"
    two.get_by_role("button", name="Simpan nilai saya").click()
    expect(two.get_by_text("tersimpan.").first).to_be_visible()
    assert stored() == "<p>Dari meja kedua.</p>"


def test_the_keyboard_alone_writes_formats_and_saves(site: Site) -> None:
    page = site.sign_in("operator.jombang")
    page.goto(SOLUSI)
    page.get_by_role("button", name="Tebal").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("button", name="Miring")).to_be_focused()
    page.keyboard.press("End")
    expect(page.get_by_role("button", name="Ulangi")).to_be_focused()
    page.keyboard.press("Tab")  # the toolbar is one stop
    expect(editor(page)).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.type("Solusi dari papan ketik.")
    page.keyboard.press("Control+a")
    page.keyboard.press("Alt+F10")
    expect(page.get_by_role("button", name="Ulangi")).to_be_focused()
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Tebal")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Tab")
    expect(editor(page)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Simpan", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("tersimpan.", exact=False).first).to_be_visible()
    assert stored("solusi", "ikm") == "<p><strong>Solusi dari papan ketik.</strong></p>"


def test_without_javascript_a_text_box_says_the_same_and_loses_nothing(site: Site) -> None:
    page = site.sign_in("operator.jombang", javascript=False)
    original = {n.pk: n.isi for n in Narasi.objects.filter(kecamatan__slug="jombang", tahun=2023)}
    for address in (SOLUSI, KENDALA):
        page.goto(address)
        store(page)
    assert {n.pk: n.isi for n in Narasi.objects.filter(kecamatan__slug="jombang", tahun=2023)} == original
    box = page.get_by_label("Tulisan", exact=True)
    assert "\n- " in box.input_value()
    box.fill("Langkah:\n- *satu*\n- dua\n\n| A | B |\n| --- | --- |\n| 1 | 2 |")
    page.get_by_role("button", name="Perbarui pratinjau").click()
    expect(page.locator("#pratinjau").get_by_role("cell", name="2")).to_be_visible()
    store(page)
    assert stored().startswith("<p>Langkah:</p><ul><li><strong>satu</strong></li>")


def figure(location: Path, colour: str) -> Path:
    file = location / f"{colour}.png"
    Image.effect_noise((900, 600), 40).convert("RGB").save(file)
    content = BytesIO()
    Image.new("RGB", (900, 600), colour).save(content, "PNG")
    file.write_bytes(content.getvalue())
    return file


@pytest.mark.parametrize("javascript", [True, False], ids=["with script", "without"])
def test_photos_are_uploaded_together_and_appear_when_the_worker_has_made_them(
    site: Site, worker: Callable[[], None], tmp_path: Path, javascript: bool
) -> None:
    page = site.sign_in("operator.jombang", javascript=javascript)
    page.goto(f"{JOMBANG}dokumentasi/isi/")
    page.get_by_role("button", name="Unggah").click()
    expect(page.get_by_role("link", name="Pilih foto yang akan diunggah.")).to_be_visible()
    page.get_by_label("Foto", exact=True).set_input_files([figure(tmp_path, "red"), figure(tmp_path, "blue")])
    page.get_by_label("Keterangan").fill("Musyawarah di balai desa.")
    page.get_by_label(re.compile("^Program, kegiatan")).select_option(index=1)
    page.get_by_role("button", name="Unggah").click()
    expect(page.get_by_text("Menunggu giliran").first).to_be_visible()
    worker()
    if not javascript:
        page.get_by_role("link", name="Periksa sekarang").click()
    expect(page.get_by_role("img", name="Musyawarah di balai desa. (foto 2)")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert Dokumentasi.objects.filter(kecamatan__slug="jombang").count() == 2
    # The refused upload is meant to be one; the browser says so.
    assert [k for k in site.complaint if "422 (Unprocessable" not in k] == []


def test_the_editor_has_no_defect_while_it_is_used(site: Site) -> None:
    page = site.sign_in("operator.jombang")
    page.goto(KENDALA)
    empty(page)
    page.keyboard.type("Isi {capaian: salah} ")
    page.get_by_role("button", name="Sisipkan tabel").click()
    page.get_by_role("button", name="Perbarui pratinjau").click()
    expect(page.get_by_text("Nilai yang tidak dikenal")).to_be_visible()
    for details in page.locator("details").all():
        details.evaluate("e => e.open = true")
    assert defects_at_widths(page) == []
    assert site.complaint == []
