"""Every text that people wrote reaches the checks, with its place, as it is printed and as it was typed."""

from dataclasses import replace

from reports.publish.naskah import Narasi
from reports.review.passages import passages_of
from sakip.checks.material import Shape
from tests.reports.lkip.example_naskah import naskah_jombang

HTML = (
    "<p>Capaian 95,00% pada 2023.</p><ol><li>Satu<ul><li>Di bawahnya</li></ul></li></ol>"
    "<table><caption>Tabel</caption><thead><tr><th>Desa</th><th>Jumlah</th></tr></thead>"
    "<tbody><tr><td>Karang</td><td>12</td></tr></tbody></table>"
)


def test_blocks_become_passages_in_their_order() -> None:
    typed = HTML.replace("95,00%", "{rata-rata}")
    naskah = replace(
        naskah_jombang(),
        narasi=(Narasi(bagian="profil", kunci="", isi=HTML, typed=typed, ditinjau=False),),
        foto=(),
    )
    first, *others = passages_of(naskah)
    assert (first.shape, first.text) == (Shape.PARAGRAPH, "Capaian 95,00% pada 2023.")
    assert first.written == "Capaian {rata-rata} pada 2023."
    assert not first.by_hand
    assert first.unread
    assert first.place.words == "narasi profil kecamatan"
    assert [(one.shape, one.text) for one in others] == [
        (Shape.ITEM, "Satu"),
        (Shape.ITEM, "Di bawahnya"),
        (Shape.TITLE, "Tabel"),
        (Shape.HEAD, "Desa | Jumlah"),
        (Shape.ROW, "Karang | 12"),
    ]
    assert (others[-1].heads, others[-1].cells) == (("Desa", "Jumlah"), ("Karang", "12"))
    assert [(one.block, one.depth, one.number) for one in others[:2]] == [(1, 0, 1), (1, 1, 0)]
    assert {one.block for one in others[2:]} == {2}
    assert all(one.by_hand for one in others)


def test_cells_know_their_column_beside_a_span() -> None:
    html = (
        "<table><thead><tr><th>No</th><th>Uraian</th><th>Jumlah</th></tr></thead><tbody>"
        '<tr><td colspan="2">Total</td><td>12</td></tr></tbody></table>'
    )
    own = Narasi(bagian="profil", kunci="", isi=html)
    _, one = passages_of(replace(naskah_jombang(), narasi=(own,), foto=()))
    assert (one.cells, one.columns, one.heads) == (("Total", "12"), (0, 2), ("No", "Jumlah"))


def test_a_text_about_an_indikator_names_it() -> None:
    naskah = naskah_jombang()
    assert naskah.results is not None
    indikator = naskah.results.sasaran[0].indikator[0]
    own = Narasi(bagian="pendorong", kunci=indikator.kunci, isi="<p>Warga taat.</p>")
    (one,) = passages_of(replace(naskah, narasi=(own,), foto=()))
    assert one.about == indikator.kunci
    assert one.place.words == f"narasi faktor pendorong keberhasilan, {indikator.nama}"
