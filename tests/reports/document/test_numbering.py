from __future__ import annotations

import pytest

from reports.document.numbering import ListEntry, number_all
from reports.document.tree import Block, Dokumen, Figure, Part, TableBlock, TableCell, TableColumn


def table(key: str, *, numbered: bool = True) -> TableBlock:
    return TableBlock(
        key=key,
        title=f"Judul {key}",
        columns=(TableColumn(width=100),),
        heads=((TableCell(content="Uraian"),),),
        rows=(),
        numbered=numbered,
    )


def figure(key: str) -> Figure:
    return Figure(key=key, title=f"Judul {key}", svg="<svg/>", alt="x")


def part(key: str, *content: Block, nomor: str = "", children: tuple[Part, ...] = (), level: int = 1) -> Part:
    return Part(key=key, title=f"Judul {key}", level=level, nomor=nomor, content=content, children=children)


def dokumen(
    *,
    front: tuple[Part, ...] = (),
    bars: tuple[Part, ...] = (),
    lampiran: tuple[Part, ...] = (),
    contents: bool = True,
) -> Dokumen:
    return Dokumen(
        key="d",
        title="D",
        head="D",
        cover=None,
        front=front,
        body=bars,
        lampiran=lampiran,
        konsep=False,
        contents=contents,
    )


def test_tables_count_within_their_bab_and_lampiran() -> None:
    result = number_all(
        dokumen(
            front=(part("ikhtisar", table("t-ikhtisar")),),
            bars=(
                part("bab-1", nomor="BAB I"),
                part(
                    "bab-2",
                    table("t-1"),
                    figure("g-1"),
                    nomor="BAB II",
                    children=(part("bab-2-a", table("t-2"), table("t-tanpa", numbered=False), level=2),),
                ),
            ),
            lampiran=(part("l-1"), part("l-2", table("t-l"))),
        )
    )
    assert dict(result.nomor) == {
        "t-ikhtisar": "Tabel 1",
        "t-1": "Tabel 2.1",
        "g-1": "Gambar 2.1",
        "t-2": "Tabel 2.2",
        "t-l": "Tabel L2.1",
    }
    assert [(e.id, e.nomor, e.roman) for e in result.tables] == [
        ("t-ikhtisar", "Tabel 1", True),
        ("t-1", "Tabel 2.1", False),
        ("t-2", "Tabel 2.2", False),
        ("t-l", "Tabel L2.1", False),
    ]


def test_what_follows_a_lampiran_without_a_number_counts_with_it() -> None:
    """The lampiran of a decree that is an appendix itself."""
    result = number_all(
        dokumen(
            lampiran=(
                part("sk", table("t-1"), nomor="Lampiran 1"),
                part("sk-lampiran", table("t-2")),
                part("pk", table("t-3"), nomor="Lampiran 2"),
            )
        )
    )
    assert list(result.nomor.values()) == ["Tabel L1.1", "Tabel L1.2", "Tabel L2.1"]


def test_parts_without_number_share_one_run_of_tables() -> None:
    result = number_all(dokumen(bars=(part("a", table("t-1")), part("b", table("t-2")))))
    assert list(result.nomor.values()) == ["Tabel 1", "Tabel 2"]


def test_daftar_isi_lists_headings_to_the_third_level_and_the_lists_after_the_first_part() -> None:
    sub = part("d-4", level=4)
    child = part("b-a", nomor="A.", level=2, children=(part("b-a-1", level=3, children=(sub,)),))
    result = number_all(
        dokumen(
            front=(part("kata-pengantar"), part("ikhtisar")),
            bars=(part("bab-1", table("t"), nomor="BAB I", children=(child,)),),
        )
    )
    assert [(e.id, e.level, e.roman) for e in result.content] == [
        ("kata-pengantar", 1, True),
        ("daftar-isi", 1, True),
        ("daftar-tabel", 1, True),
        ("ikhtisar", 1, True),
        ("bab-1", 1, False),
        ("b-a", 2, False),
        ("b-a-1", 3, False),
    ]


@pytest.mark.parametrize(
    ("title", "first", "last"),
    [
        ("Latar Belakang", "Latar ", "Belakang"),
        ("Pendahuluan", " ", "Pendahuluan"),
        ("Sasaran " + "x" * 40, "Sasaran ", "x" * 40),
        ("Sasaran " + "x" * 229 + "y", "Sasaran " + "x" * 220 + "\u200b", "x" * 9 + "y"),
    ],
)
def test_what_keeps_the_page_number_company_is_a_word_or_the_end_of_an_endless_one(
    title: str, first: str, last: str
) -> None:
    entry = ListEntry(id="a", nomor="A.", title=title, level=2, roman=False)
    assert (entry.start_title, entry.end_title) == (first, last)


def test_a_part_may_stay_out_of_the_daftar_isi() -> None:
    hidden = Part(key="x", title="X", level=1, contents=False)
    assert number_all(dokumen(bars=(hidden,), contents=False)).content == ()


@pytest.mark.parametrize(
    "bar",
    [
        (part("a"), part("a")),
        (part("a", table("a")),),
        (part("a", table("t"), figure("t")),),
        (part("a", table("t", numbered=False), table("t", numbered=False)),),
        (part("daftar-isi"),),
    ],
    ids=["bagian", "bagian dan tabel", "tabel dan gambar", "tabel tanpa nomor", "daftar isi"],
)
def test_one_anchor_twice_is_refused(bar: tuple[Part, ...]) -> None:
    with pytest.raises(ValueError, match="dipakai dua kali"):
        number_all(dokumen(bars=bar))


@pytest.mark.parametrize("key", ["", "dua kata", 'petik"', "#pagar"])
def test_what_cannot_be_an_anchor_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match="hanya boleh berisi"):
        number_all(dokumen(bars=(part(key),)))
