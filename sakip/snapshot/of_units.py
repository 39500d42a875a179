"""What a unit below the camat answers for in a year: its rows of the RKT with their pagu, and whom it answers to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from sakip.capaian.arithmetic import complete_total
from sakip.snapshot.leaves import codes, deepest
from sakip.snapshot.parts.cascade import BarisPKUnit, PKUnit
from sakip.snapshot.parts.documents import BarisRKT
from sakip.snapshot.parts.measures import Anggaran
from sakip.snapshot.parts.source import LevelledRow
from sakip.snapshot.parts.wilayah import Pejabat, UnitKerja
from sakip.snapshot.types import Snapshot

R = TypeVar("R", bound=LevelledRow)

CAMAT = "camat"
SEKRETARIAT = "sekretariat"
KELURAHAN = "kelurahan"
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
    """The unit to whose head this one's head answers; the camat's where the organisation names none."""
    units = snapshot.kecamatan.unit_kerja
    named = next((u for u in units if u.kunci == unit.induk), None)
    return named or next((u for u in units if u.jenis == CAMAT), None)


def office_of_head(snapshot: Snapshot, unit: UnitKerja | None) -> str:
    """The office of who heads it, as a PK prints it: "Sekretaris Kecamatan Balung", "Lurah Kencong", "Kepala Seksi …".

    Without a unit it is the camat's.
    """
    kecamatan = snapshot.kecamatan
    if unit is None or unit.jenis == CAMAT:
        return f"{kecamatan.sebutan_camat} {kecamatan.nama}"
    if unit.jenis == SEKRETARIAT:
        return f"Sekretaris {kecamatan.sebutan} {kecamatan.nama}"
    if unit.jenis == KELURAHAN:
        return f"Lurah {unit.nama.removeprefix(f'{kecamatan.kabupaten.sebutan_kelurahan} ')}"
    return f"Kepala {unit.nama}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who promises or is promised to in a unit's PK; the office alone where nobody is known on its date."""

    jabatan: str
    pejabat: Pejabat | None


def head_of(snapshot: Snapshot, unit: UnitKerja, versi: int) -> PKUnit | None:
    """The head of a unit's PK of that version."""
    return next((one for one in snapshot.pk_unit if (one.kunci_unit, one.versi) == (unit.kunci, versi)), None)


def promised_by(snapshot: Snapshot, unit: UnitKerja, versi: int) -> tuple[BarisPKUnit, ...]:
    """What a unit promises in its PK of that version."""
    return tuple(b for b in snapshot.baris_pk_unit if (b.kunci_unit, b.versi) == (unit.kunci, versi))


def version_in_force(snapshot: Snapshot, unit: UnitKerja) -> int:
    """The version of the latest PK of a unit; 0 also where it has none."""
    return max((b.versi for b in snapshot.baris_pk_unit if b.kunci_unit == unit.kunci), default=0)


def outdated(snapshot: Snapshot) -> tuple[UnitKerja, ...]:
    """Units whose PK follows a PK of the camat that was changed since."""
    pk = snapshot.pk_in_force
    promising = {b.kunci_unit for b in snapshot.baris_pk_unit}
    return tuple(
        unit
        for unit in snapshot.kecamatan.unit_kerja
        if pk is not None and unit.kunci in promising and version_in_force(snapshot, unit) < pk.versi
    )


def promised_in_force(snapshot: Snapshot) -> tuple[BarisPKUnit, ...]:
    """What all units promise in their latest PK."""
    latest: dict[str, int] = {}
    for one in snapshot.baris_pk_unit:
        latest[one.kunci_unit] = max(one.versi, latest.get(one.kunci_unit, 0))
    return tuple(b for b in snapshot.baris_pk_unit if b.versi == latest[b.kunci_unit])


def parties_of(snapshot: Snapshot, unit: UnitKerja, versi: int) -> tuple[Party, Party]:
    """The head of the unit and the head of the unit above, on the date of the unit's PK of that version.

    Who is named in a PK of the unit above that is not renewed yet is still its head.
    """
    document = head_of(snapshot, unit, versi)

    def party(of: UnitKerja | None) -> Party:
        head = next((h for n in range(versi, -1, -1) if of and (h := head_of(snapshot, of, n))), None)
        office = head.jabatan if head else office_of_head(snapshot, of)
        return Party(jabatan=office, pejabat=_in_office(of, head, document))

    return party(unit), party(unit_above(snapshot, unit))


def _in_office(unit: UnitKerja | None, head: PKUnit | None, document: PKUnit | None) -> Pejabat | None:
    """Named in the unit's own PK, else who holds the office on the document's date."""
    if head is not None and head.nama:
        return Pejabat(nama=head.nama, jabatan=head.jabatan, nip=head.nip, pangkat=head.pangkat, golongan="")
    if document is None:
        return None
    held = {CAMAT: document.camat, SEKRETARIAT: document.sekretaris}
    return held.get(unit.jenis if unit else CAMAT)


def rows_of_unit(snapshot: Snapshot, unit: UnitKerja) -> tuple[BarisRKT, ...]:
    """The rows of the RKT whose penanggung jawab it is."""
    rows = snapshot.rkt.baris if snapshot.rkt else ()
    return tuple(row for row in rows if unit.nama in row.penanggung_jawab)


def amounts_of(snapshot: Snapshot, unit: UnitKerja, versi: int) -> tuple[UnitAmount, ...]:
    """What it spends, at the highest level for which it answers, and what names it as who carries it out.

    The pagu is that of the budget, for a PK murni before it was changed; where no budget is recorded, that of the RKT.
    """
    every = rows_of_unit(snapshot, unit)
    # What several units share is no unit's own where it has something of its own below.
    rows = [row for row in every if len(row.penanggung_jawab) == 1 or len(_below(row, every)) == 1]
    own = {_codes(row) for row in rows}
    found = [
        UnitAmount(kode=_codes(row)[-1], nama=row.nama, program=row.program, pagu=_pagu(snapshot, row, versi))
        for row in rows
        if not any(_codes(row)[:level] in own for level in range(1, len(_codes(row))))
    ]
    carried = (row for row in snapshot.anggaran if row.unit and row.unit.casefold() == unit.nama.casefold())
    found += [
        UnitAmount(
            kode=row.sub_kegiatan, nama=row.nama_sub_kegiatan, program=row.program, pagu=_of(row, versi)
        )
        for row in carried
        if not any(_codes(row)[:level] in own for level in range(1, 4))
    ]
    return tuple(found)


def _codes(row: LevelledRow) -> tuple[str, ...]:
    """The codes from the program down to the row's own level."""
    return tuple(code for code in codes(row) if code)


def _pagu(snapshot: Snapshot, row: BarisRKT, versi: int) -> Decimal | None:
    """Σ of the deepest rows of the budget below it; without any the amount of the RKT."""
    budget = deepest(_below(row, snapshot.anggaran))
    if budget:
        return complete_total(_of(one, versi) for one in budget)
    if row.anggaran is not None or snapshot.rkt is None:
        return row.anggaran
    return complete_total(one.anggaran for one in deepest(_below(row, snapshot.rkt.baris)))


def _below(row: BarisRKT, rows: Iterable[R]) -> list[R]:
    """Those at its place and below it."""
    own = _codes(row)
    return [one for one in rows if _codes(one)[: len(own)] == own]


def _of(row: Anggaran, versi: int) -> Decimal | None:
    return row.pagu if versi else row.pagu_murni
