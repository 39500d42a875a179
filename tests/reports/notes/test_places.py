"""Where a note may stand in a document."""

from reports.document.tree import (
    Bold,
    Dokumen,
    Figure,
    Item,
    ItemList,
    LineBreak,
    Narrative,
    ParagraphBlock,
    Part,
    TableBlock,
    TableCell,
    TableColumn,
    TableRow,
)
from reports.notes.places import NotePlace, places_of

TABLE = TableBlock(
    key="tabel-capaian",
    title="Capaian",
    columns=(TableColumn(width=100),),
    heads=((TableCell(content="Indikator"),),),
    rows=(TableRow(cells=(TableCell(content=("SKM", LineBreak(), Bold("82,50"))),)),),
)
FIGURE = Figure(key="gambar-capaian", title="Capaian per tahun", svg="<svg></svg>", alt="Batang naik")
TEXT = Narrative(
    content=(
        ParagraphBlock(content="Petugas\nkurang."),
        ItemList(items=(Item(content="Jaringan", children=(ItemList(items=(Item(content="lambat"),)),)),)),
    )
)
DOKUMEN = Dokumen(
    key="lkip",
    title="LKIP",
    konsep=True,
    body=(
        Part(
            key="bab-3",
            title="AKUNTABILITAS",
            level=1,
            nomor="BAB I",
            children=(
                Part(key="kendala", title="Kendala", level=2, nomor="A.", content=(TEXT, TABLE, FIGURE)),
            ),
        ),
    ),
)


def test_parts_tables_and_figures_in_printed_order() -> None:
    assert list(places_of(DOKUMEN).values()) == [
        NotePlace(key="bab-3", label="BAB I AKUNTABILITAS", text=""),
        NotePlace(
            key="kendala", label="A. Kendala", text="Petugas kurang. Jaringan lambat Indikator SKM 82,50"
        ),
        NotePlace(key="tabel-capaian", label="Tabel 1.1 Capaian", text="Indikator SKM 82,50"),
        NotePlace(key="gambar-capaian", label="Gambar 1.1 Capaian per tahun", text="Batang naik"),
    ]


def test_words_are_found_however_they_are_broken() -> None:
    place = places_of(DOKUMEN)["kendala"]
    assert place.says("Petugas   kurang.\nJaringan")
    assert not place.says("Petugas cukup")
