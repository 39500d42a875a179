"""Writing in the browser: typed, pasted from Word and Excel, kept when the line or the session goes; and photos."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, Request, expect

from kecamatan.models import Kecamatan
from reports.models import Dokumentasi, Narasi
from tests.e2e.site import Situs
from tests.e2e.test_accessibility import cacat_selebar

JOMBANG = "/kecamatan/jombang/2023/"
KENDALA = f"{JOMBANG}narasi/isi/kendala/-/"
SOLUSI = f"{JOMBANG}narasi/isi/solusi/ikm/"
BERAT_TERBESAR = 200_000

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


def penyunting(halaman: Page) -> Locator:
    return halaman.get_by_role("textbox", name="Tulisan")


def empty(halaman: Page) -> Locator:
    """The editor, empty and focused."""
    kotak = penyunting(halaman)
    kotak.click()
    halaman.keyboard.press("Control+a")
    halaman.keyboard.press("Delete")
    return kotak


def tempel(kotak: Locator, html: str = "", teks: str = "") -> None:
    """Paste as a browser does with what another program left on the clipboard."""
    kotak.evaluate(
        """(kotak, [html, teks]) => {
            const data = new DataTransfer();
            if (html) data.setData("text/html", html);
            if (teks) data.setData("text/plain", teks);
            kotak.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }""",
        [html, teks],
    )


def store(halaman: Page) -> None:
    halaman.get_by_role("button", name="Simpan", exact=True).click()
    expect(halaman.get_by_text("tersimpan.", exact=False).first).to_be_visible()


def tersimpan(bagian: str = "kendala", kunci: str = "") -> str:
    return Narasi.objects.get(kecamatan__slug="jombang", tahun=2023, bagian=bagian, kunci=kunci).isi


def test_bold_lists_and_a_table_are_typed_and_stand_in_the_preview(situs: Situs) -> None:
    halaman = situs.masuk("operator.jombang")
    halaman.goto(KENDALA)
    empty(halaman)
    halaman.keyboard.type("Kendala ")
    tebal = halaman.get_by_role("button", name="Tebal")
    halaman.keyboard.press("Control+b")
    expect(tebal).to_have_attribute("aria-pressed", "true")
    halaman.keyboard.type("utama")
    halaman.keyboard.press("Control+b")
    expect(tebal).to_have_attribute("aria-pressed", "false")
    halaman.keyboard.type(" tahun ini:")
    halaman.keyboard.press("Enter")
    halaman.keyboard.type("- satu")  # becomes an item by itself
    expect(halaman.get_by_role("button", name="Daftar berbutir")).to_have_attribute("aria-pressed", "true")
    halaman.keyboard.press("Enter")
    halaman.keyboard.type("dua")
    halaman.keyboard.press("Enter")
    halaman.keyboard.press("Enter")
    halaman.get_by_role("button", name="Sisipkan tabel").click()
    for kata in ("Uraian", "Jumlah", "Satuan", "Surat", "12", "lembar"):
        halaman.keyboard.type(kata)
        halaman.keyboard.press("Tab")
    halaman.get_by_role("button", name="Hapus baris").click()
    halaman.get_by_label("Judul tabel (opsional)").fill("Rekap surat")
    halaman.get_by_role("button", name="Perbarui pratinjau").click()
    pratinjau = halaman.locator("#pratinjau")
    expect(pratinjau.get_by_role("cell", name="12")).to_be_visible()
    assert "<p>Kendala.</p>" not in tersimpan()
    store(halaman)
    assert tersimpan() == (
        "<p>Kendala <strong>utama</strong> tahun ini:</p><ul><li>satu</li><li>dua</li></ul>"
        '<table><caption>Rekap surat</caption><thead><tr><th scope="col">Uraian</th><th scope="col">Jumlah</th>'
        '<th scope="col">Satuan</th></tr></thead>'
        "<tbody><tr><td>Surat</td><td>12</td><td>lembar</td></tr></tbody></table>"
    )
    expect(pratinjau.get_by_text("Rekap surat")).to_be_visible()
    assert situs.keluhan == []


def test_what_word_and_excel_leave_on_the_clipboard_becomes_plain(situs: Situs) -> None:
    halaman = situs.masuk("operator.jombang")
    halaman.goto(KENDALA)
    tempel(empty(halaman), WORD)
    store(halaman)
    assert tersimpan() == (
        "<p><strong>Kendala utama</strong></p>"
        "<ul><li>Anggaran <em>terbatas</em><ul><li>Pengadaan mundur</li></ul></li><li>Pegawai kurang</li></ul>"
        "<ol><li>Langkah satu</li></ol><p><strong>Penutup</strong></p>"
        "<table><tbody><tr><td>Surat</td><td>12</td></tr></tbody></table>"
    )
    tempel(empty(halaman), EXCEL)
    store(halaman)
    assert tersimpan() == (
        "<table><tbody><tr><td>Bulan</td><td>Jumlah</td></tr><tr><td>Januari</td><td>1.250</td></tr></tbody></table>"
    )
    tempel(empty(halaman), teks="Bulan\tJumlah\nFebruari\t7")
    store(halaman)
    assert "<td>Februari</td><td>7</td>" in tersimpan()
    assert situs.keluhan == []


def test_numbers_are_those_that_were_written_and_go_on_after_a_paragraph(situs: Situs) -> None:
    halaman = situs.masuk("operator.jombang")
    halaman.goto(KENDALA)
    butir = "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>{}</span>{}</p>"
    tempel(
        empty(halaman),
        butir.format("1.", "Pembinaan")
        + "<p class=MsoNormal>Setiap bulan.</p>"
        + butir.format("2.", "Monitoring")
        + butir.format("3.", "Evaluasi")
        + butir.format("7.", "Ketujuh"),
    )
    store(halaman)
    assert tersimpan() == (
        '<ol><li>Pembinaan</li></ol><p>Setiap bulan.</p><ol start="2"><li>Monitoring</li><li>Evaluasi</li></ol>'
        '<ol start="7"><li>Ketujuh</li></ol>'
    )
    store(halaman)  # opened again in the editor and saved as it is
    assert '<ol start="2"><li>Monitoring' in tersimpan()
    empty(halaman)
    halaman.keyboard.type("5. Kelima")
    halaman.keyboard.press("Enter")
    halaman.keyboard.type("Keenam")
    store(halaman)
    assert tersimpan() == '<ol start="5"><li>Kelima</li><li>Keenam</li></ol>'
    expect(halaman.locator("#pratinjau ol")).to_have_attribute("start", "5")
    tempel(empty(halaman), teks="• satu\n▪ dua\n\uf0b7 tiga")
    store(halaman)
    assert tersimpan() == "<ul><li>satu</li><li>dua</li><li>tiga</li></ul>"
    assert situs.keluhan == []


def test_a_live_value_and_a_draft_are_put_in_and_shown_as_numbers(situs: Situs) -> None:
    halaman = situs.masuk("operator.jombang")
    halaman.goto(KENDALA)
    empty(halaman)
    halaman.keyboard.type("Capaiannya ")
    halaman.get_by_text("Nilai yang mengikuti tabel").click()
    halaman.get_by_role("button", name="capaian = 100,00%, sisipkan {capaian: IKM}").click()
    halaman.get_by_role("button", name="Perbarui pratinjau").click()
    expect(halaman.locator("#pratinjau")).to_contain_text("Capaiannya 100,00%")
    halaman.get_by_role("button", name="Buatkan konsep dari angka").click()
    expect(halaman.get_by_text("Konsep dari angka ditambahkan")).to_be_visible()
    expect(penyunting(halaman)).to_contain_text("Capaiannya {capaian: IKM}")
    expect(penyunting(halaman)).to_contain_text("Target 2 (dua) indikator tahun 2023 belum tercapai")
    store(halaman)
    expect(halaman.get_by_role("button", name="Sudah ditinjau")).to_be_visible()
    halaman.get_by_role("button", name="Sudah ditinjau").click()
    expect(halaman.get_by_role("button", name="Sudah ditinjau")).to_have_count(0)
    assert situs.keluhan == []


def test_unsaved_words_survive_a_lost_line_and_an_expired_session(situs: Situs) -> None:
    halaman = situs.masuk("operator.jombang")
    halaman.goto(KENDALA)
    empty(halaman)
    halaman.keyboard.type("Ditulis sebelum putus.")
    expect(halaman.get_by_text("disimpan sementara di perangkat ini")).to_be_visible()
    halaman.context.set_offline(True)
    halaman.get_by_role("button", name="Perbarui pratinjau").click()
    expect(halaman.get_by_text("tidak ada sambungan")).to_be_visible()
    halaman.context.set_offline(False)
    cookie = halaman.context.cookies()
    halaman.context.clear_cookies()
    halaman.get_by_role("button", name="Simpan", exact=True).click()
    halaman.wait_for_url(re.compile("/masuk/|kendala"))
    assert "Ditulis sebelum putus" not in tersimpan()
    halaman.context.add_cookies(cookie)  # type: ignore[arg-type]  # what it gave, it takes
    halaman.goto(KENDALA)
    expect(halaman.get_by_text("Ada tulisan yang belum tersimpan di perangkat ini")).to_be_visible()
    expect(penyunting(halaman)).not_to_contain_text("Ditulis sebelum putus.")
    halaman.get_by_role("button", name="Pulihkan").click()
    expect(penyunting(halaman)).to_contain_text("Ditulis sebelum putus.")
    store(halaman)
    assert tersimpan() == "<p>Ditulis sebelum putus.</p>"
    halaman.reload()
    expect(halaman.get_by_text("belum tersimpan di perangkat")).to_have_count(0)


def test_two_browsers_on_one_text_see_both(situs: Situs) -> None:
    satu, dua = situs.masuk("operator.jombang"), situs.masuk("operator.jombang")
    satu.goto(KENDALA)
    dua.goto(KENDALA)
    empty(satu)
    satu.keyboard.type("Dari meja pertama.")
    store(satu)
    empty(dua)
    dua.keyboard.type("Dari meja kedua.")
    dua.get_by_role("button", name="Simpan", exact=True).click()
    expect(dua.get_by_role("cell", name="Dari meja pertama.")).to_be_visible()
    expect(dua.get_by_role("cell", name="Dari meja kedua.")).to_be_visible()
    assert tersimpan() == "<p>Dari meja pertama.</p>"
    dua.get_by_role("button", name="Simpan nilai saya").click()
    expect(dua.get_by_text("tersimpan.").first).to_be_visible()
    assert tersimpan() == "<p>Dari meja kedua.</p>"


def test_the_keyboard_alone_writes_formats_and_saves(situs: Situs) -> None:
    halaman = situs.masuk("operator.jombang")
    halaman.goto(SOLUSI)
    halaman.get_by_role("button", name="Tebal").focus()
    halaman.keyboard.press("ArrowRight")
    expect(halaman.get_by_role("button", name="Miring")).to_be_focused()
    halaman.keyboard.press("End")
    expect(halaman.get_by_role("button", name="Ulangi")).to_be_focused()
    halaman.keyboard.press("Tab")  # the toolbar is one stop
    expect(penyunting(halaman)).to_be_focused()
    halaman.keyboard.press("Control+a")
    halaman.keyboard.type("Solusi dari papan ketik.")
    halaman.keyboard.press("Control+a")
    halaman.keyboard.press("Alt+F10")
    expect(halaman.get_by_role("button", name="Ulangi")).to_be_focused()
    halaman.keyboard.press("Home")
    halaman.keyboard.press("Enter")
    expect(halaman.get_by_role("button", name="Tebal")).to_have_attribute("aria-pressed", "true")
    halaman.keyboard.press("Tab")
    expect(penyunting(halaman)).to_be_focused()
    halaman.keyboard.press("Tab")
    expect(halaman.get_by_role("button", name="Simpan", exact=True)).to_be_focused()
    halaman.keyboard.press("Enter")
    expect(halaman.get_by_text("tersimpan.", exact=False).first).to_be_visible()
    assert tersimpan("solusi", "ikm") == "<p><strong>Solusi dari papan ketik.</strong></p>"


def test_without_javascript_a_text_box_says_the_same_and_loses_nothing(situs: Situs) -> None:
    halaman = situs.masuk("operator.jombang", javascript=False)
    semula = {n.pk: n.isi for n in Narasi.objects.filter(kecamatan__slug="jombang", tahun=2023)}
    for alamat in (SOLUSI, KENDALA):
        halaman.goto(alamat)
        store(halaman)
    assert {n.pk: n.isi for n in Narasi.objects.filter(kecamatan__slug="jombang", tahun=2023)} == semula
    kotak = halaman.get_by_label("Tulisan", exact=True)
    assert "\n- " in kotak.input_value()
    kotak.fill("Langkah:\n- *satu*\n- dua\n\n| A | B |\n| --- | --- |\n| 1 | 2 |")
    halaman.get_by_role("button", name="Perbarui pratinjau").click()
    expect(halaman.locator("#pratinjau").get_by_role("cell", name="2")).to_be_visible()
    store(halaman)
    assert tersimpan().startswith("<p>Langkah:</p><ul><li><strong>satu</strong></li>")


def gambar(letak: Path, warna: str) -> Path:
    berkas = letak / f"{warna}.png"
    Image.effect_noise((900, 600), 40).convert("RGB").save(berkas)
    isi = BytesIO()
    Image.new("RGB", (900, 600), warna).save(isi, "PNG")
    berkas.write_bytes(isi.getvalue())
    return berkas


@pytest.mark.parametrize("javascript", [True, False], ids=["with script", "without"])
def test_photos_are_uploaded_together_and_appear_when_the_worker_has_made_them(
    situs: Situs, pekerja: Callable[[], None], tmp_path: Path, javascript: bool
) -> None:
    halaman = situs.masuk("operator.jombang", javascript=javascript)
    halaman.goto(f"{JOMBANG}dokumentasi/isi/")
    halaman.get_by_role("button", name="Unggah").click()
    expect(halaman.get_by_role("link", name="Pilih foto yang akan diunggah.")).to_be_visible()
    halaman.get_by_label("Foto", exact=True).set_input_files(
        [gambar(tmp_path, "red"), gambar(tmp_path, "blue")]
    )
    halaman.get_by_label("Keterangan").fill("Musyawarah di balai desa.")
    halaman.get_by_label(re.compile("^Program, kegiatan")).select_option(index=1)
    halaman.get_by_role("button", name="Unggah").click()
    expect(halaman.get_by_text("Menunggu giliran").first).to_be_visible()
    pekerja()
    if not javascript:
        halaman.get_by_role("link", name="Periksa sekarang").click()
    expect(halaman.get_by_role("img", name="Musyawarah di balai desa. (foto 2)")).to_be_visible()
    halaman.wait_for_load_state("networkidle")
    assert Dokumentasi.objects.filter(kecamatan__slug="jombang").count() == 2
    # The refused upload is meant to be one; the browser says so.
    assert [k for k in situs.keluhan if "422 (Unprocessable" not in k] == []


def semua_halaman() -> list[str]:
    return [
        f"{JOMBANG}narasi/isi/",
        KENDALA,
        SOLUSI,
        f"{JOMBANG}dokumentasi/isi/",
        f"{JOMBANG}isi/laporan/baru/",
    ]


def test_no_page_has_a_defect(situs: Situs) -> None:
    halaman = situs.masuk("operator.jombang")
    for alamat in semua_halaman():
        halaman.goto(alamat)
        if alamat == KENDALA:
            empty(halaman)
            halaman.keyboard.type("Isi {capaian: salah} ")
            halaman.get_by_role("button", name="Sisipkan tabel").click()
            halaman.get_by_role("button", name="Perbarui pratinjau").click()
            expect(halaman.get_by_text("Nilai yang tidak dikenal")).to_be_visible()
        for rincian in halaman.locator("details").all():
            rincian.evaluate("e => e.open = true")
        assert cacat_selebar(halaman) == [], alamat
    assert situs.keluhan == []


def test_a_first_load_of_the_editor_is_light(situs: Situs) -> None:
    halaman = situs.masuk("operator.jombang")
    berat: list[int] = []

    def timbang(permintaan: Request) -> None:
        jawaban = permintaan.response()
        if jawaban and not jawaban.url.startswith("data:"):
            berat.append(len(gzip.compress(jawaban.body())))

    baru = halaman.context.new_page()
    baru.on("requestfinished", timbang)
    baru.goto(KENDALA, wait_until="networkidle")
    assert len(berat) > 8
    assert sum(berat) < BERAT_TERBESAR


def test_another_kecamatan_cannot_be_reached(situs: Situs) -> None:
    halaman = situs.masuk("operator.balung")
    assert Kecamatan.objects.filter(slug="jombang").exists()
    jawaban = halaman.goto(KENDALA)
    assert jawaban
    assert jawaban.status == 404
