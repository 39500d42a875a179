"""The text box: the editor's HTML or plain text, both brought to the same tidy HTML."""

from __future__ import annotations

import pytest

from reports.forms.narasi import NarasiForm
from reports.models import Narasi
from reports.writing.bounds import LONGEST
from sakip.entry.form import Scope
from sakip.entry.save import record_save
from tests.factory import build, make

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


def scope(narasi: Narasi) -> Scope:
    return Scope(kecamatan=narasi.kecamatan, tahun=narasi.tahun, pengguna=None)


def form(narasi: Narasi, **data: str) -> NarasiForm:
    return NarasiForm({"ditinjau": "True"} | data, instance=narasi, scope=scope(narasi))


def test_the_server_cleans_what_word_left_even_without_the_editor() -> None:
    result = form(build(Narasi), isi_html=WORD)
    assert result.is_valid(), result.errors
    content = result.cleaned_data["isi"]
    assert content.startswith("<p><strong>Kendala</strong></p>")
    assert "Anggaran <em>terbatas</em>" in content
    assert '<td colspan="2">12</td>' in content
    for rest in ("mso", "style", "class", "Calibri", "script", "alert", "href", "img", "o:p", "<span"):
        assert rest not in content


def test_plain_text_and_html_say_the_same() -> None:
    text = form(build(Narasi), isi="Kendala:\n- *anggaran*\n- waktu")
    html = form(
        build(Narasi),
        isi_html="<p>Kendala:</p><ul><li><b>anggaran</b></li><li><p>waktu</p></li></ul>",
    )
    assert text.is_valid()
    assert html.is_valid()
    assert text.cleaned_data["isi"] == html.cleaned_data["isi"]


@pytest.mark.parametrize(
    "stored",
    [
        "<p>Kendala.</p>",
        "<p>Dua  spasi</p>\n<p></p><ul><li><p>satu</p></li></ul>",
        "<table><tr><td>satu<td>dua</table>",
        "teks lama tanpa alinea & tanda",
    ],
)
def test_opening_and_saving_changes_nothing_with_or_without_javascript(stored: str) -> None:
    narasi = make(Narasi, isi=stored)
    for sent in (
        {"isi": NarasiForm(instance=narasi, scope=scope(narasi))["isi"].value()},
        {"isi_html": NarasiForm(instance=narasi, scope=scope(narasi)).editor_html},
    ):
        is_open = NarasiForm(instance=narasi, scope=scope(narasi))
        send = form(Narasi.objects.get(pk=narasi.pk), **sent)
        assert send.is_valid(), send.errors
        record_save(form=send, by=None, fingerprint=is_open.fingerprint)
        narasi.refresh_from_db()
        assert narasi.isi == stored


def test_what_was_typed_is_shown_again_as_it_was_typed() -> None:
    result = form(build(Narasi), isi="satu\n\n\ndua  *")
    assert result["isi"].value() == "satu\n\n\ndua  *"
    assert result.editor_html == "<p>satu</p><p>dua *</p>"


def test_a_new_text_has_to_say_something_and_none_is_endless() -> None:
    empty = form(build(Narasi), isi="  \n ")
    assert empty.errors["isi"] == ["Tulis isinya dahulu, lalu simpan."]
    length = form(build(Narasi), isi="a" * (LONGEST + 1))
    assert "paling banyak" in length.errors["isi"][0]


def test_a_stored_text_may_be_emptied() -> None:
    narasi = make(Narasi)
    result = form(narasi, isi="")
    assert result.is_valid()
    assert result.cleaned_data["isi"] == ""


def test_the_trail_tells_the_text_without_tags() -> None:
    narasi = make(Narasi, isi="<p>Lama.</p>")
    send = form(narasi, isi_html="<p>Baru <strong>sekali</strong>.</p>")
    assert send.is_valid()
    assert send.shown_of_fields()["isi"] == "Baru *sekali*."
