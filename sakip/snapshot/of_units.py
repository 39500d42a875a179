"""What a unit below the camat answers for in a year: its rows of the RKT with their pagu, and whom it answers to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from sakip.capaian.arithmetic import complete_total
from sakip.snapshot.leaves import codes, deepest
from sakip.snapshot.parts.documents import BarisRKT
from sakip.snapshot.parts.measures import Anggaran
from sakip.snapshot.parts.source import LevelledRow
from sakip.snapshot.parts.wilayah import UnitKerja
from sakip.snapshot.types import Snapshot

R = TypeVar("R", bound=LevelledRow)

CAMAT = "camat"
SEKRETARIAT = "sekretariat"
#: A group of functional posts has no head who would sign.
WITHOUT_HEAD = "fungsional"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitAmount:
    """A program, kegiatan or sub kegiatan of a unit with its pagu (rupiah; None = not known)."""

    kode: str
    nama: str
    program: str
    pagu: Decimal | None


def units_below(snapshot: Snapshot) -> tuple[UnitKerja, ...]:
    """Every unit whose head promises somebody above: all but the camat and groups of functional posts."""
    return tuple(u for u in snapshot.kecamatan.unit_kerja if u.jenis not in (CAMAT, WITHOUT_HEAD))


def unit_above(snapshot: Snapshot, unit: UnitKerja) -> UnitKerja | None:
    """The unit to whose head this one's head answers."""
    return next((u for u in snapshot.kecamatan.unit_kerja if u.kunci == unit.induk), None)


def rows_of_unit(snapshot: Snapshot, unit: UnitKerja) -> tuple[BarisRKT, ...]:
    """The rows of the RKT whose penanggung jawab it is."""
    rows = snapshot.rkt.baris if snapshot.rkt else ()
    return tuple(row for row in rows if unit.nama in row.penanggung_jawab)


def amounts_of(snapshot: Snapshot, unit: UnitKerja) -> tuple[UnitAmount, ...]:
    """What it spends, at the highest level for which it answers, and what names it as who carries it out.

    The pagu is that of the budget, murni where the PK in force is; where no budget is recorded, that of the RKT.
    """
    every = rows_of_unit(snapshot, unit)
    # What several units share is no unit's own where it has something of its own below.
    rows = [row for row in every if len(row.penanggung_jawab) == 1 or len(_below(row, every)) == 1]
    own = {_codes(row) for row in rows}
    found = [
        UnitAmount(kode=_codes(row)[-1], nama=row.nama, program=row.program, pagu=_pagu(snapshot, row))
        for row in rows
        if not any(_codes(row)[:level] in own for level in range(1, len(_codes(row))))
    ]
    carried = (row for row in snapshot.anggaran if row.unit and row.unit.casefold() == unit.nama.casefold())
    found += [
        UnitAmount(
            kode=row.sub_kegiatan, nama=row.nama_sub_kegiatan, program=row.program, pagu=_of(snapshot, row)
        )
        for row in carried
        if not any(_codes(row)[:level] in own for level in range(1, 4))
    ]
    return tuple(found)


def _codes(row: LevelledRow) -> tuple[str, ...]:
    """The codes from the program down to the row's own level."""
    return tuple(code for code in codes(row) if code)


def _pagu(snapshot: Snapshot, row: BarisRKT) -> Decimal | None:
    """Σ of the deepest rows of the budget below it; without any the amount of the RKT."""
    budget = deepest(_below(row, snapshot.anggaran))
    if budget:
        return complete_total(_of(snapshot, one) for one in budget)
    if row.anggaran is not None or snapshot.rkt is None:
        return row.anggaran
    return complete_total(one.anggaran for one in deepest(_below(row, snapshot.rkt.baris)))


def _below(row: BarisRKT, rows: Iterable[R]) -> list[R]:
    """Those at its place and below it."""
    own = _codes(row)
    return [one for one in rows if _codes(one)[: len(own)] == own]


def _of(snapshot: Snapshot, row: Anggaran) -> Decimal | None:
    pk = snapshot.pk_in_force
    return row.pagu if pk is not None and pk.perubahan else row.pagu_murni
