"""The year's money by the source that it comes from, summed over the budget rows that say so."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reports.document.builders import cell, columns, header, row
from reports.document.tree import TableBlock, TableCell
from reports.tables.printed import serapan_cells
from sakip.capaian.anggaran import compute_serapan
from sakip.capaian.arithmetic import complete_total
from sakip.capaian.levels import BudgetLevel, build_levels, pagu_of, total_amount
from sakip.snapshot.types import Anggaran, Snapshot, SumberDana


def sumber_dana_table(snapshot: Snapshot, *, key: str, sumber: str) -> TableBlock | None:
    """No | Sumber dana | Pagu | Realisasi | Serapan; None where no row names its sources.

    One source is what is written alike but for capitals. Its realisasi is known where that of each of its parts is;
    rows without sources are not told here.
    """
    by_source: dict[str, list[SumberDana]] = {}
    for part in (s for level in build_levels(snapshot.anggaran) for s in _parts(level)):
        by_source.setdefault(" ".join(part.sumber.split()).casefold(), []).append(part)
    if not by_source:
        return None
    lines = [(parts[0].sumber, *_sums(parts)) for parts in by_source.values()]
    pagu, realisasi = _sums([s for parts in by_source.values() for s in parts])
    whole = total_amount(snapshot.anggaran, pagu_of) == pagu
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
                    *serapan_cells(compute_serapan(own, spent)),
                )
                for number, (source, own, spent) in enumerate(lines, start=1)
            ),
            row(
                TableCell(
                    content="Jumlah" if whole else "Jumlah yang sumber dananya dicatat", column=2, head=True
                ),
                *serapan_cells(compute_serapan(pagu, realisasi)),
                kind="jumlah",
            ),
        ),
        sumber=sumber,
        size="kecil",
    )


def _parts(level: BudgetLevel[Anggaran]) -> list[SumberDana]:
    """The sources told at the details; a row above them says the same money once more, or alone."""
    below = [s for child in level.children for s in _parts(child)]
    return below or [s for row in level.own for s in row.sumber_dana]


def _sums(parts: Sequence[SumberDana]) -> tuple[Decimal, Decimal | None]:
    """Pagu and realisasi of the parts."""
    return sum((s.pagu for s in parts), Decimal(0)), complete_total(s.realisasi for s in parts)
