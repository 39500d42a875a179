"""Tables of a PK berjenjang: indikator with targets, money, and the indikator kinerja individu."""

from __future__ import annotations

from collections.abc import Sequence

from reports.document.builders import cell, columns, grouped, header, of_group, row
from reports.document.marks import settled
from reports.document.tree import TableBlock
from reports.prose.language import tidy, with_satuan
from reports.tables.printed import print_money
from sakip.capaian.arithmetic import complete_total
from sakip.snapshot.of_units import UnitAmount
from sakip.snapshot.types import IKI, BarisPKUnit


def unit_rows_table(
    rows: Sequence[BarisPKUnit], *, key: str, title: str, supports: dict[str, str]
) -> TableBlock:
    """No | Sasaran atau kegiatan | Indikator | Target | the indikator above that it supports, by its kunci."""
    return TableBlock(
        key=key,
        title=title,
        columns=columns((7, "tengah"), 27, 30, (14, "tengah"), 22),
        heads=header("No.", "Sasaran/kegiatan", "Indikator kinerja", "Target", "Mendukung indikator"),
        rows=tuple(
            row(
                *of_group(nomor, tidy(b.kinerja), first),
                cell(settled(tidy(b.ukuran), read=b.ditinjau)),
                cell(with_satuan(b.target, b.satuan)),
                cell(tidy(supports.get(b.kunci_indikator, b.kunci_indikator))),
            )
            for nomor, first, b in grouped(rows, lambda b: b.kinerja)
        ),
        numbered=False,
        shown_title=False,
        column_numbers=True,
    )


def unit_amounts_table(amounts: Sequence[UnitAmount], *, key: str, title: str) -> TableBlock:
    """No | Program, kegiatan or sub kegiatan | Anggaran, with the computed total; what is not known says so."""
    return TableBlock(
        key=key,
        title=title,
        columns=columns((7, "tengah"), 65, (28, "kanan")),
        heads=header("No.", "Program/kegiatan/sub kegiatan", "Anggaran (Rp)"),
        rows=(
            *(
                row(cell(str(n)), cell(tidy(a.nama), head=True), cell(print_money(a.pagu)))
                for n, a in enumerate(amounts, start=1)
            ),
            row(
                cell("Jumlah", column=2, head=True),
                cell(print_money(complete_total(a.pagu for a in amounts))),
                kind="jumlah",
            ),
        ),
        numbered=False,
        shown_title=False,
    )


def iki_table(rows: Sequence[IKI], *, key: str, title: str) -> TableBlock:
    """No | Tugas | Indikator kinerja individu | Target."""
    return TableBlock(
        key=key,
        title=title,
        columns=columns((7, "tengah"), 38, 38, (17, "tengah")),
        heads=header("No.", "Tugas", "Indikator kinerja individu", "Target"),
        rows=tuple(
            row(
                *of_group(nomor, tidy(b.tugas), first),
                cell(settled(tidy(b.ukuran), read=b.ditinjau)),
                cell(with_satuan(b.target, b.satuan)),
            )
            for nomor, first, b in grouped(rows, lambda b: b.tugas)
        ),
        numbered=False,
        shown_title=False,
        column_numbers=True,
    )
