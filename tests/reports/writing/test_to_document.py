"""Text written by people, as blocks of the document tree."""

from __future__ import annotations

import pytest

from reports.document.tree import Baris, Blok, Butir, Daftar, Miring, Paragraf, Tabel, Tebal, TebalMiring
from reports.writing.to_document import narrative
from tests.reports.docx.read_docx import W, badan, baris_tabel, berkas, paragraf, teks


def blok_narasi(html: str) -> tuple[Blok, ...]:
    return tuple(b for satu in narrative(html) for b in satu.isi)


@pytest.mark.parametrize(
    ("html", "potongan"),
    [
        ("<p>satu</p>", ("satu",)),
        ("<p> satu\n  dua </p>", ("satu dua",)),
        (
            "<p>satu <strong>dua</strong> <em>tiga</em>.</p>",
            ("satu ", Tebal("dua"), " ", Miring("tiga"), "."),
        ),
        ("<p><strong>a <em>b</em></strong></p>", (Tebal("a "), TebalMiring("b"))),
        ("<p>satu<br>dua</p>", ("satu", Baris(), "dua")),
        ("<p>satu<br> dua</p>", ("satu", Baris(), "dua")),
        ("<p>5 &lt; 6 &amp; 7</p>", ("5 < 6 & 7",)),
        ("tanpa paragraf", ("tanpa paragraf",)),
        ("<p>tetap\u00a0rapat</p>", ("tetap\u00a0rapat",)),
        ("<p>aman<script>x()</script></p>", ("aman",)),
    ],
)
def test_running_text(html: str, potongan: tuple[object, ...]) -> None:
    assert blok_narasi(html) == (Paragraf(isi=potongan),)  # type: ignore[arg-type]


@pytest.mark.parametrize("html", ["", "  ", "<p></p>", "<p> <br> </p>", "<table></table>"])
def test_what_says_nothing_prints_nothing(html: str) -> None:
    assert blok_narasi(html) == ()


def test_blocks_keep_their_order() -> None:
    blok = blok_narasi("lepas<p>satu</p><ol><li>a</li></ol>akhir<table><tr><td>x</td></tr></table><p>dua</p>")
    assert [type(b).__name__ for b in blok] == [
        "Paragraf",
        "Paragraf",
        "Daftar",
        "Paragraf",
        "Tabel",
        "Paragraf",
    ]


def test_lists_keep_their_kind_and_depth() -> None:
    (daftar,) = blok_narasi(
        "<ol><li><p>satu</p><ul><li>a</li><li>b</li></ul></li><li><p>dua</p><p>lagi</p></li></ol>"
    )
    dalam = Daftar(butir=(Butir(isi=("a",)), Butir(isi=("b",))), jenis="bulatan")
    assert daftar == Daftar(
        butir=(Butir(isi=("satu",), anak=(dalam,)), Butir(isi=("dua", Baris(), "lagi"))), jenis="angka"
    )


def isi_tabel(html: str) -> Tabel:
    (tabel,) = blok_narasi(html)
    assert isinstance(tabel, Tabel)
    return tabel


def test_columns_share_the_width_by_what_stands_in_them() -> None:
    tabel = isi_tabel(
        f"<table><tr><th>No</th><th>Uraian</th><th>Jumlah</th></tr><tr><td>1</td><td>{'kata ' * 20}</td>"
        "<td>12</td></tr><tr><td colspan='2'>Jumlah seluruhnya</td><td>12</td></tr></table>"
    )
    # 4, 40 and 6 letters of 50.
    assert [k.lebar for k in tabel.kolom] == [8, 80, 12]


def test_a_table_has_its_header_rows_and_columns_of_equal_texts_are_equal() -> None:
    tabel = isi_tabel(
        "<table><caption>Judul</caption><thead><tr><th>A</th><th>B</th><th>C</th></tr></thead>"
        "<tbody><tr><td>1</td><td><strong>2</strong></td><td>3</td></tr></tbody></table>"
    )
    assert tabel.judul == "Judul"
    assert [k.lebar for k in tabel.kolom] == [34, 33, 33]
    assert [[s.isi for s in b] for b in tabel.kepala] == [[("A",), ("B",), ("C",)]]
    assert [[s.isi for s in b.sel] for b in tabel.baris] == [[("1",), (Tebal("2"),), ("3",)]]


@pytest.mark.parametrize(
    ("baris", "kisi"),
    [
        ("<tr><td>1</td><td>2</td></tr><tr><td>3</td></tr>", [["1", "2"], ["3", ""]]),
        ("<tr><td rowspan='9'>1</td><td>2</td></tr><tr><td>3</td></tr>", [["1", "2"], ["3"]]),
        ("<tr><td>1</td><td rowspan='2'>2</td></tr><tr><td colspan='2'>3</td></tr>", [["1", "2"], ["3"]]),
        ("<tr><td colspan='x'>1</td></tr>", [["1"]]),
        ("<tr><td rowspan='2'>1</td></tr><tr></tr><tr><td>2</td></tr>", [["1"], ["2"]]),
    ],
    ids=["short row", "span too far", "overlap", "no number", "covered row"],
)
def test_a_ragged_table_is_made_to_fit(baris: str, kisi: list[list[str]]) -> None:
    # No word is lost, and the table is one that can be printed.
    (tabel,) = badan(berkas(*narrative(f"<table>{baris}</table>"))).iter(f"{W}tbl")
    assert list(baris_tabel(tabel)) == kisi


def test_it_is_written_like_any_other_text() -> None:
    isi = badan(
        berkas(*narrative("<p>Warga <strong><em>aktif</em></strong>.</p><ul><li>gotong royong</li></ul>"))
    )
    (p,) = paragraf(isi, "BodyText")
    assert teks(p) == "Warga aktif."
    tengah = list(p.iter(f"{W}r"))[1]
    assert [s.tag for s in tengah.find(f"{W}rPr")] == [f"{W}b", f"{W}i"]
    assert [teks(b) for b in paragraf(isi, "ButirDaftar")] == ["gotong royong"]
