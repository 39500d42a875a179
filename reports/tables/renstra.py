"""Matriks Renstra: tujuan, sasaran, indikator, the target of every year, strategi, kebijakan and program.

No row spans: a tujuan may run over several pages, and a spanning cell cannot be broken over them. What stands in
several rows is printed on the first of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reports.document.builders import cell, columns, header, numbered, row, share_width
from reports.document.tree import Inline, TableBlock, TableCell, TableRow
from reports.prose.language import tidy
from reports.tables.printed import EMPTY, print_target
from sakip.snapshot.types import Indikator, IndikatorTujuan, Renstra, Sasaran, TargetTahun, Tujuan

_TAHUN_WIDTH = 6
_TAHUN_MATRIKS_WIDTH = 4

#: Columns that the matrix has only when the Renstra states something in them.
_DETAILS: tuple[tuple[str, Callable[[Sasaran], tuple[str, ...]]], ...] = (
    ("Strategi", lambda s: s.strategi),
    ("Kebijakan", lambda s: s.kebijakan),
    ("Program", lambda s: s.program),
)


def target_renstra_table(
    renstra: Renstra, *, key: str, title: str, tahun: tuple[int, ...] = ()
) -> TableBlock:
    """Tujuan and sasaran with their indikator and the targets of ``tahun``, of every year where none is named."""
    tahun = tahun or renstra.tahun
    rest = 100 - 5 - _TAHUN_WIDTH * len(tahun)
    uraian = rest * 11 // 20  # sentences, beside names
    return TableBlock(
        key=key,
        title=title,
        columns=columns((5, "tengah"), uraian, rest - uraian, *((_TAHUN_WIDTH, "kanan") for _ in tahun)),
        heads=_year_heads(tahun, ("No.", "Tujuan/sasaran", "Indikator"), "Target tahun"),
        rows=tuple(_target_rows(renstra, tahun)),
        sumber=tidy(renstra.sumber),
        size="kecil",
    )


def matriks_renstra_table(renstra: Renstra, *, key: str, title: str) -> TableBlock:
    """The whole matrix for a landscape page (Lampiran and the document of its own)."""
    tahun = renstra.tahun
    all_sasaran = [s for t in renstra.tujuan for s in t.sasaran]
    details = [(nama, content) for nama, content in _DETAILS if any(content(s) for s in all_sasaran)]
    widths = share_width(100 - 4 - _TAHUN_MATRIKS_WIDTH * len(tahun), 4 + len(details))
    # Sentences take room from the names beside them.
    for sentence, name in ((0, 1), (2, 3)):
        moved = widths[name] // 6
        widths[sentence] += moved
        widths[name] -= moved
    return TableBlock(
        key=key,
        title=title,
        columns=columns(
            (4, "tengah"), *widths[:4], *((_TAHUN_MATRIKS_WIDTH, "kanan") for _ in tahun), *widths[4:]
        ),
        heads=_year_heads(
            tahun,
            ("No.", "Tujuan", "Indikator tujuan", "Sasaran", "Indikator sasaran"),
            "Target kinerja sasaran pada tahun",
            tuple(nama for nama, _ in details),
        ),
        rows=tuple(_matriks_rows(renstra, [content for _, content in details])),
        sumber=tidy(renstra.sumber),
        column_numbers=True,
        size="mini",
    )


def _year_heads(
    tahun: tuple[int, ...], left: tuple[str, ...], title: str, right: tuple[str, ...] = ()
) -> tuple[tuple[TableCell, ...], ...]:
    return header(
        *(TableCell(content=j, row=2) for j in left),
        TableCell(content=title, column=len(tahun)),
        *(TableCell(content=j, row=2) for j in right),
    ) + header(*(str(t) for t in tahun))


def _target(target: tuple[TargetTahun, ...], satuan: str, tahun: tuple[int, ...]) -> tuple[TableCell, ...]:
    by_tahun = {t.tahun: t.target for t in target}
    return tuple(cell(print_target(by_tahun.get(t), satuan)) for t in tahun)


def _target_rows(renstra: Renstra, tahun: tuple[int, ...]) -> list[TableRow]:
    rows: list[TableRow] = []
    for nomor, tujuan in enumerate(renstra.tujuan, start=1):
        rows += _unsur_rows(f"{nomor}", f"Tujuan: {tidy(tujuan.uraian)}", tujuan.indikator, tahun)
        for order, sasaran in enumerate(tujuan.sasaran, start=1):
            indikator = [i for i in sasaran.indikator if i.dalam_renstra]
            rows += _unsur_rows(f"{nomor}.{order}", tidy(sasaran.uraian), indikator, tahun)
    return rows


def _unsur_rows(
    nomor: str, uraian: str, indikator: Sequence[Indikator | IndikatorTujuan], tahun: tuple[int, ...]
) -> list[TableRow]:
    """A tujuan or sasaran with a row for each indikator; one without indikator keeps its row."""
    if not indikator:
        empty = (cell(EMPTY) for _ in (None, *tahun))
        return [row(cell(nomor), cell(uraian, head=True), *empty)]
    return [
        row(
            cell(nomor if order == 0 else ""),
            cell(uraian if order == 0 else "", head=order == 0),
            cell(tidy(i.nama)),
            *_target(i.target, i.satuan, tahun),
        )
        for order, i in enumerate(indikator)
    ]


def _matriks_rows(
    renstra: Renstra, details: Sequence[Callable[[Sasaran], tuple[str, ...]]]
) -> list[TableRow]:
    """One row per indikator sasaran; a tujuan without sasaran and a sasaran without indikator keep theirs."""
    rows: list[TableRow] = []
    for nomor, tujuan in enumerate(renstra.tujuan, start=1):
        tujuan_rows = [b for s in tujuan.sasaran for b in _sasaran_rows(s, renstra.tahun, details)]
        if not tujuan_rows:
            tujuan_rows = [tuple(cell(EMPTY) for _ in (None, None, *renstra.tahun, *details))]
        rows += [row(*_left(nomor, tujuan, first=i == 0), *content) for i, content in enumerate(tujuan_rows)]
    return rows


def _sasaran_rows(
    sasaran: Sasaran, tahun: tuple[int, ...], details: Sequence[Callable[[Sasaran], tuple[str, ...]]]
) -> list[tuple[TableCell, ...]]:
    indikator: list[Indikator | None] = [i for i in sasaran.indikator if i.dalam_renstra]
    return [
        (
            cell(tidy(sasaran.uraian) if order == 0 else "", head=order == 0),
            cell(tidy(i.nama) if i else EMPTY),
            *_target(i.target if i else (), i.satuan if i else "", tahun),
            *(cell(_item(content(sasaran)) if order == 0 else "") for content in details),
        )
        for order, i in enumerate(indikator or [None])
    ]


def _item(texts: tuple[str, ...]) -> Inline:
    return numbered([tidy(t) for t in texts]) or EMPTY


def _left(nomor: int, tujuan: Tujuan, *, first: bool) -> tuple[TableCell, ...]:
    if not first:
        return (cell(""), cell(""), cell(""))
    return (
        cell(str(nomor)),
        cell(tidy(tujuan.uraian), head=True),
        cell(numbered([_with_target(i) for i in tujuan.indikator]) or EMPTY),
    )


def _with_target(indikator: IndikatorTujuan) -> str:
    """An indikator tujuan has no year columns of its own in the matrix: its targets follow its name."""
    nama = tidy(indikator.nama)
    if not indikator.target:
        return nama
    target = "; ".join(f"{t.tahun}: {print_target(t.target, indikator.satuan)}" for t in indikator.target)
    return f"{nama} ({target})"
