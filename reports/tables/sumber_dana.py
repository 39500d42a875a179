"""The year's money by the source that it comes from, summed over the budget rows that say so."""

from __future__ import annotations

from decimal import Decimal

from reports.document.builders import cell, columns, header, row
from reports.document.tree import TableBlock, TableCell
from reports.tables.printed import EMPTY, print_money
from sakip.capaian.arithmetic import divide
from sakip.capaian.levels import pagu_of, total_amount
from sakip.capaian.rounding import HUNDRED, round_half_up
from sakip.snapshot.types import Snapshot
from sakip.text.numbers import format_persen


def sumber_dana_table(snapshot: Snapshot, *, key: str) -> TableBlock | None:
    """No | Sumber dana | Pagu | Realisasi | Serapan; None where no row names its sources.

    A source's realisasi is known where that of each of its parts is; rows without sources are not told here.
    """
    pagu: dict[str, Decimal] = {}
    spent: dict[str, Decimal | None] = {}
    for part in (s for a in snapshot.anggaran for s in a.sumber_dana):
        so_far = spent.get(part.sumber, Decimal(0))
        pagu[part.sumber] = pagu.get(part.sumber, Decimal(0)) + part.pagu
        spent[part.sumber] = None if so_far is None or part.realisasi is None else so_far + part.realisasi
    if not pagu:
        return None
    known = [r for r in spent.values() if r is not None]
    total = sum(known, Decimal(0)) if len(known) == len(spent) else None
    whole = total_amount(snapshot.anggaran, pagu_of) == sum(pagu.values(), Decimal(0))
    titles = ("No.", "Sumber dana", "Pagu (Rp)", "Realisasi (Rp)", "Serapan")
    return TableBlock(
        key=key,
        title=f"Anggaran menurut Sumber Dana Tahun {snapshot.tahun}",
        columns=columns((6, "tengah"), 40, (20, "kanan"), (20, "kanan"), (14, "kanan")),
        heads=header(*(TableCell(content=title) for title in titles)),
        rows=(
            *(
                row(
                    cell(str(number)),
                    cell(source, head=True),
                    cell(print_money(pagu[source])),
                    cell(print_money(spent[source])),
                    cell(_serapan(pagu[source], spent[source])),
                )
                for number, source in enumerate(pagu, start=1)
            ),
            row(
                TableCell(
                    content="Jumlah" if whole else "Jumlah yang sumber dananya dicatat", column=2, head=True
                ),
                cell(print_money(sum(pagu.values(), Decimal(0)))),
                cell(print_money(total)),
                cell(_serapan(sum(pagu.values(), Decimal(0)), total)),
                kind="jumlah",
            ),
        ),
        size="kecil",
    )


def _serapan(pagu: Decimal, realisasi: Decimal | None) -> str:
    if realisasi is None or not pagu:
        return EMPTY
    return format_persen(round_half_up(divide(realisasi * HUNDRED, pagu)))
