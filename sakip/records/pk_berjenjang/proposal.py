"""What PK camat and RKT say about those below the camat: rows that their PK may begin with. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from sakip.entry.copying import alike
from sakip.entry.fields import TARGET_COLUMNS, target_text
from sakip.snapshot.of_units import outdated, rows_of_unit, units_below
from sakip.snapshot.types import BarisPK, BarisRKT, Snapshot, UnitKerja


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """A row for a unit; ``supports`` is the row of the camat's PK, ``origin`` says where it comes from."""

    unit: UnitKerja
    kinerja: str
    ukuran: str
    target: str
    satuan: str
    supports: BarisPK
    origin: str

    @property
    def mark(self) -> str:
        """By which the page sends it back: of its unit, what it says and supports."""
        said = "\n".join((self.unit.kunci, self.kinerja, self.ukuran, self.target, self.satuan))
        return hashlib.sha256(f"{said}\n{self.supports.kunci_indikator}".encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Rows that are not recorded yet, and in sentences what could not become one."""

    rows: tuple[Proposed, ...]
    left_behind: tuple[str, ...]


def propose(snapshot: Snapshot) -> Proposal:
    """For each unit the indikator of the camat's PK for which the Renstra names it, then those of the rows of the RKT
    for which it answers; each once, and none that the unit has already."""
    pk = snapshot.pk_in_force
    versi = pk.versi if pk else 0
    there = {(row.kunci_unit, alike(row.ukuran)) for row in snapshot.baris_pk_unit if row.versi == versi}
    rows: list[Proposed] = []
    left_behind: list[str] = []
    behind = {unit.kunci for unit in outdated(snapshot)}
    for unit in units_below(snapshot):
        if unit.kunci in behind:
            left_behind.append(
                f"{unit.nama}: PK-nya belum mengikuti PK camat yang terakhir. Perbarui dahulu."
            )
            continue
        for one in (*_of_pk(snapshot, unit), *_of_rkt(snapshot, unit)):
            if isinstance(one, str):
                left_behind.append(one)
            elif (key := (unit.kunci, alike(one.ukuran))) not in there:
                there.add(key)
                rows.append(one)
    return Proposal(rows=tuple(rows), left_behind=tuple(dict.fromkeys(left_behind)))


def _promised(snapshot: Snapshot) -> tuple[BarisPK, ...]:
    """The camat's rows that refer to the Renstra: only those can be supported by name."""
    pk = snapshot.pk_in_force
    return tuple(row for row in pk.indikator if row.kunci_indikator) if pk else ()


def _answers(snapshot: Snapshot, unit: UnitKerja) -> set[str]:
    """Kunci of the indikator whose penanggung jawab it is in the Renstra."""
    renstra = snapshot.renstra_in_force
    return {
        i.kunci
        for tujuan in (renstra.tujuan if renstra else ())
        for sasaran in tujuan.sasaran
        for i in sasaran.indikator
        if unit.nama in i.penanggung_jawab
    }


def _of_pk(snapshot: Snapshot, unit: UnitKerja) -> Iterator[Proposed]:
    own = _answers(snapshot, unit)
    for row in _promised(snapshot):
        if row.kunci_indikator in own:
            yield Proposed(
                unit=unit,
                kinerja=row.sasaran,
                ukuran=row.indikator,
                target=target_text({name: getattr(row.target, name) for name in TARGET_COLUMNS}),
                satuan="" if row.target.huruf else row.satuan,
                supports=row,
                origin="PK camat; penanggung jawab menurut Renstra",
            )


def _of_rkt(snapshot: Snapshot, unit: UnitKerja) -> Iterator[Proposed | str]:
    for row in rows_of_unit(snapshot, unit):
        supports = _supported(snapshot, unit, row)
        if supports is None:
            yield (
                f'{unit.nama}: {row.tingkat} "{row.nama}" tidak diusulkan, sebab sasarannya tidak ada dalam PK'
                " camat. Pilih sasaran yang didukungnya pada RKT, atau tambahkan barisnya sendiri."
            )
            continue
        for indikator in row.indikator:
            if not indikator.target:
                yield (
                    f'{unit.nama}: indikator "{indikator.uraian}" tidak diusulkan, sebab targetnya belum diisi pada'
                    " RKT. Isi targetnya di sana, atau tambahkan barisnya sendiri."
                )
                continue
            yield Proposed(
                unit=unit,
                kinerja=row.nama,
                ukuran=indikator.uraian,
                target=indikator.target,
                satuan=indikator.satuan,
                supports=supports,
                origin=f"RKT, {row.tingkat}",
            )


def _supported(snapshot: Snapshot, unit: UnitKerja, row: BarisRKT) -> BarisPK | None:
    """Of the camat's rows for its sasaran the one for whose indikator the unit answers, else the first."""
    of_sasaran = [one for one in _promised(snapshot) if one.kunci_sasaran == row.kunci_sasaran]
    own = _answers(snapshot, unit)
    return next((one for one in of_sasaran if one.kunci_indikator in own), next(iter(of_sasaran), None))
