"""The text box: the editor's HTML or plain text, both brought to the same tidy HTML."""

from __future__ import annotations

import pytest

from reports.forms.narasi import NarasiForm
from reports.models import Narasi
from reports.writing.accept import LONGEST
from sakip.entry.form import Scope
from sakip.entry.save import record_save
from tests.factory import bangun, make

pytestmark = pytest.mark.django_db

#: What Word 2016 puts on the clipboard: comments, mso styles, a list written as paragraphs.
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>
<!-- p.MsoNormal {margin:0cm; font-family:"Calibri",sans-serif;} @list l0 {mso-list-id:1;} -->
</style></head><body lang=IN style='tab-interval:36.0pt'><!--StartFragment-->
<p class=MsoNormal style='text-align:justify'><b style='mso-bidi-font-weight:normal'><span lang=IN
style='font-size:12.0pt;font-family:"Arial",sans-serif'>Kendala<o:p></o:p></span></b></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]><span lang=IN>Anggaran <i>terbatas</i></span></p>
<table class=MsoTableGrid border=1 style='border-collapse:collapse'><tr style='mso-yfti-irow:0'>
<td width=100 style='width:75pt'><p class=MsoNormal><span lang=IN>Surat</span></p></td>
<td width=50 colspan=2><p class=MsoNormal>12<o:p></o:p></p></td></tr></table>
<img src="file:///C:/Users/x.png"><a href="http://contoh.id">tautan</a><script>alert(1)</script>
<!--EndFragment--></body></html>"""


def lingkup(narasi: Narasi) -> Scope:
    return Scope(kecamatan=narasi.kecamatan, tahun=narasi.tahun, pengguna=None)


def form(narasi: Narasi, **data: str) -> NarasiForm:
    return NarasiForm({"ditinjau": "True"} | data, instance=narasi, lingkup=lingkup(narasi))


def test_the_server_cleans_what_word_left_even_without_the_editor() -> None:
    hasil = form(bangun(Narasi), isi_html=WORD)
    assert hasil.is_valid(), hasil.errors
    isi = hasil.cleaned_data["isi"]
    assert isi.startswith("<p><strong>Kendala</strong></p>")
    assert "Anggaran <em>terbatas</em>" in isi
    assert '<td colspan="2">12</td>' in isi
    for sisa in ("mso", "style", "class", "Calibri", "script", "alert", "href", "img", "o:p", "<span"):
        assert sisa not in isi


def test_plain_text_and_html_say_the_same() -> None:
    teks = form(bangun(Narasi), isi="Kendala:\n- *anggaran*\n- waktu")
    html = form(
        bangun(Narasi),
        isi_html="<p>Kendala:</p><ul><li><b>anggaran</b></li><li><p>waktu</p></li></ul>",
    )
    assert teks.is_valid()
    assert html.is_valid()
    assert teks.cleaned_data["isi"] == html.cleaned_data["isi"]


@pytest.mark.parametrize(
    "tersimpan",
    [
        "<p>Kendala.</p>",
        "<p>Dua  spasi</p>\n<p></p><ul><li><p>satu</p></li></ul>",
        "<table><tr><td>satu<td>dua</table>",
        "teks lama tanpa alinea & tanda",
    ],
)
def test_opening_and_saving_changes_nothing_with_or_without_javascript(tersimpan: str) -> None:
    narasi = make(Narasi, isi=tersimpan)
    for kiriman in (
        {"isi": NarasiForm(instance=narasi, lingkup=lingkup(narasi))["isi"].value()},
        {"isi_html": NarasiForm(instance=narasi, lingkup=lingkup(narasi)).editor_html},
    ):
        terbuka = NarasiForm(instance=narasi, lingkup=lingkup(narasi))
        send = form(Narasi.objects.get(pk=narasi.pk), **kiriman)
        assert send.is_valid(), send.errors
        record_save(form=send, oleh=None, sidik=terbuka.sidik)
        narasi.refresh_from_db()
        assert narasi.isi == tersimpan


def test_what_was_typed_is_shown_again_as_it_was_typed() -> None:
    hasil = form(bangun(Narasi), isi="satu\n\n\ndua  *")
    assert hasil["isi"].value() == "satu\n\n\ndua  *"
    assert hasil.editor_html == "<p>satu</p><p>dua *</p>"


def test_a_new_text_has_to_say_something_and_none_is_endless() -> None:
    kosong = form(bangun(Narasi), isi="  \n ")
    assert kosong.errors["isi"] == ["Tulis isinya dahulu, lalu simpan."]
    panjang = form(bangun(Narasi), isi="a" * (LONGEST + 1))
    assert "paling banyak" in panjang.errors["isi"][0]


def test_a_stored_text_may_be_emptied() -> None:
    narasi = make(Narasi)
    hasil = form(narasi, isi="")
    assert hasil.is_valid()
    assert hasil.cleaned_data["isi"] == ""


def test_the_trail_tells_the_text_without_tags() -> None:
    narasi = make(Narasi, isi="<p>Lama.</p>")
    send = form(narasi, isi_html="<p>Baru <strong>sekali</strong>.</p>")
    assert send.is_valid()
    assert send.potret_isian()["isi"] == "Baru *sekali*."
