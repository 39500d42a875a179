"""Letterheads, labels and signatures of the Word file."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reports.document.tree import (
    Bold,
    FormBlock,
    Item,
    ItemList,
    Kop,
    Lambang,
    ParagraphBlock,
    SignatureBlock,
    TableCell,
    TableColumn,
    TableRow,
    TandaTanganBlock,
)
from sakip.snapshot.types import Berkas
from tests.reports.docx.blocks import nilai, png, table
from tests.reports.docx.read_docx import WP, W, docx_body, docx_file, paragraphs, table_rows


def pihak(nama: str, *heads: str) -> TandaTanganBlock:
    return TandaTanganBlock(heads=heads, nama=nama, below=("Pembina", "NIP 19700101 199503 1 001"))


def test_signatures_stand_side_by_side_and_never_alone() -> None:
    two = SignatureBlock(
        blocks=(pihak("Ani", "Pihak Kedua,"), pihak("Budi", "Contoh, 2 Januari", "Pihak Pertama,"))
    )
    content = docx_body(docx_file(ParagraphBlock(content="Demikian."), two))
    (t,) = content.iter(f"{W}tbl")
    assert list(table_rows(t)) == [
        ["Pihak Kedua,", "Contoh, 2 Januari\nPihak Pertama,"],
        ["AniPembinaNIP 19700101 199503 1 001", "BudiPembinaNIP 19700101 199503 1 001"],
    ]
    assert t.find(f"{W}tblPr/{W}tblBorders") is None
    assert all(tr.find(f"{W}trPr/{W}cantSplit") is not None for tr in t.iterchildren(f"{W}tr"))
    # The heads end on one line, so the names stand on one line.
    assert {s.get(f"{W}val") for s in t.iter(f"{W}vAlign")} == {"bottom"}
    (closing,) = paragraphs(content, "BodyText")
    assert closing.find(f"{W}pPr/{W}keepNext") is not None


def test_a_single_signature_stands_at_the_right() -> None:
    (t,) = docx_body(docx_file(SignatureBlock(blocks=(pihak("Budi", "Camat"),)))).iter(f"{W}tbl")
    assert [rows[0] for rows in table_rows(t)] == ["", ""]
    assert [rows[1] for rows in table_rows(t)] == ["Camat", "BudiPembinaNIP 19700101 199503 1 001"]


def test_the_last_dictum_comes_along_with_the_signature() -> None:
    advice = FormBlock(kind="anjuran", pairs=(("KESATU", "Satu."), ("KEDUA", "Dua.")))
    t = next(docx_body(docx_file(advice, SignatureBlock(blocks=(pihak("Budi", "Camat"),)))).iter(f"{W}tbl"))
    assert [tr.find(f".//{W}keepNext") is not None for tr in t.iterchildren(f"{W}tr")] == [False, True]
    # Everything between the two tables is part of the chain.
    for between in (t.getnext(), t.getnext().getnext()):
        assert between.tag == f"{W}p"
    assert t.getnext().find(f"{W}pPr/{W}keepNext") is not None
    assert nilai(t.getnext().getnext(), "pPr/pStyle") == "TandaTangan"  # whose style keeps with the next


def test_the_last_row_of_a_table_comes_along_with_the_signature() -> None:
    rows = tuple(TableRow(cells=(TableCell(content=str(n)),)) for n in range(4))
    content = table(columns=(TableColumn(width=100),), heads=((TableCell(content="No."),),), rows=rows)
    signature = SignatureBlock(blocks=(pihak("Budi", "Camat"),))
    for sumber in ("", "Sekretariat"):
        t = next(docx_body(docx_file(replace(content, sumber=sumber), signature)).iter(f"{W}tbl"))
        last = list(t.iterchildren(f"{W}tr"))[-1]
        assert last.find(f".//{W}keepNext") is not None
        assert t.getnext().find(f"{W}pPr/{W}keepNext") is not None
        alone = next(docx_body(docx_file(replace(content, sumber=sumber))).iter(f"{W}tbl"))
        # Without a signature only the source goes with it.
        assert (list(alone.iterchildren(f"{W}tr"))[-1].find(f".//{W}keepNext") is not None) == bool(sumber)
        assert alone.getnext().find(f"{W}pPr/{W}keepNext") is None


def test_labels_share_one_table_with_their_colons_in_one_column() -> None:
    listing = ItemList(items=(Item(content="bahwa satu;"), Item(content="bahwa dua;")), kind="huruf")
    content = docx_body(
        docx_file(
            FormBlock(pairs=(("Nama", (Bold("BUDI"),)), ("Jabatan", "Camat"))),
            FormBlock(kind="anjuran", pairs=(("Menimbang", listing), ("Menetapkan", "Keputusan."))),
        )
    )
    assert [list(table_rows(t)) for t in content.iter(f"{W}tbl")] == [
        [["Nama", ":", "BUDI"], ["Jabatan", ":", "Camat"]],
        [["Menimbang", ":", "bahwa satu;bahwa dua;"], ["Menetapkan", ":", "Keputusan."]],
    ]


def test_what_goes_on_without_a_label_has_no_colon_either() -> None:
    """The list of a diktum stands below its first words."""
    content = docx_body(docx_file(FormBlock(kind="anjuran", pairs=(("KETIGA", "Untuk:"), ("", "satu;")))))
    (t,) = content.iter(f"{W}tbl")
    assert list(table_rows(t)) == [["KETIGA", ":", "Untuk:"], ["", "", "satu;"]]


def test_a_letterhead_without_lambang_has_its_words_across_the_page() -> None:
    kop = Kop(pemerintah="Pemerintah Kabupaten X", instansi="Kecamatan Y", addresses=("Jalan Z",))
    content = docx_body(docx_file(kop))
    (t,) = content.iter(f"{W}tbl")
    assert list(table_rows(t)) == [["Pemerintah Kabupaten XKecamatan YJalan Z"]]
    assert nilai(t, "tblPr/tblBorders/bottom") == "double"
    assert list(content.iter(f"{WP}docPr")) == []


LAMBANG = tuple(
    Lambang(file=Berkas(nama=f"{owner}.png", sha256="0" * 64, lebar=60, tinggi=70), alt=f"Lambang {owner}")
    for owner in ("Kabupaten X", "Kecamatan Y")
)
LAMBANG_MEDIA = {one.file.nama: png(60, 70, grey) for one, grey in zip(LAMBANG, (0, 90), strict=True)}


@pytest.mark.parametrize("several", [LAMBANG[:1], LAMBANG])
def test_a_letterhead_shows_its_lambang_beside_its_words(several: tuple[Lambang, ...]) -> None:
    """One at the left with as much room left at the right, two at both sides."""
    kop = Kop(pemerintah="P", instansi="I", addresses=(), lambang=several)
    content = docx_body(docx_file(kop, media=LAMBANG_MEDIA))
    (t,) = content.iter(f"{W}tbl")
    assert list(table_rows(t)) == [["", "PI", ""]]
    assert [f.get("descr") for f in content.iter(f"{WP}docPr")] == [one.alt for one in several]
    beside = [len(list(cell.iter(f"{WP}docPr"))) for cell in t.iter(f"{W}tc")]
    assert beside == [1, 0, len(several) - 1]
