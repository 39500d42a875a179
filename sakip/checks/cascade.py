"""Checks about PK berjenjang. A year in which none is recorded is asked nothing."""

from __future__ import annotations

from collections import defaultdict

from sakip.checks.base import Found, Level, check
from sakip.checks.material import CheckedYear
from sakip.checks.places import pk_row_place, place_of, unit_row_place
from sakip.snapshot.of_units import CAMAT, unit_above, units_below

_BASIS = "PK disusun berjenjang sampai pejabat di bawahnya (Permen PANRB Nomor 53 Tahun 2014)."


@check(
    "pk-unit-lengkap",
    rule="R-cascade",
    basis=_BASIS,
    example="Seksi Pemerintahan tidak mempunyai PK, sedangkan seksi lain mempunyainya.",
    reads=("kecamatan", "baris_pk_unit"),
    kinds=("unit-kerja",),
    level=Level.PERINGATAN,
)
def every_unit_promises(year: CheckedYear) -> Found:
    """Where one unit has a PK, every unit with a head has one."""
    promised = {row.kunci_unit for row in year.snapshot.baris_pk_unit}
    if not promised:
        return
    for unit in units_below(year.snapshot):
        if unit.kunci not in promised:
            yield (
                place_of("unit-kerja", unit, words=unit.nama, kunci=unit.kunci),
                f"PK {unit.nama} tahun {year.snapshot.tahun} belum berisi. Isi pada halaman PK berjenjang.",
            )


@check(
    "pk-indikator-diemban",
    rule="R-cascade",
    basis=_BASIS,
    example="Indikator Nilai SAKIP pada PK camat tidak didukung PK unit mana pun.",
    reads=("pk", "baris_pk_unit"),
    kinds=("baris-pk",),
    level=Level.PERINGATAN,
)
def every_indikator_is_carried(year: CheckedYear) -> Found:
    """Each indikator of the camat is supported by some unit, once there are PK of units."""
    carried = {row.kunci_indikator for row in year.snapshot.baris_pk_unit}
    pk = year.snapshot.pk_in_force
    if pk is None or not carried:
        return
    for row in pk.indikator:
        if row.kunci_indikator and row.kunci_indikator not in carried:
            yield (
                pk_row_place(pk, row, ""),
                f'Indikator "{row.indikator}" tidak didukung PK berjenjang unit mana pun. Tambahkan pada unit yang'
                " melaksanakannya.",
            )


@check(
    "pk-unit-mendukung-atasan",
    rule="R-cascade",
    basis=_BASIS,
    example="PK Subbagian Umum mendukung indikator yang tidak ada dalam PK sekretaris.",
    reads=("kecamatan", "pk", "baris_pk_unit"),
    kinds=("baris-pk-unit",),
    level=Level.PERINGATAN,
)
def every_row_supports_the_superior(year: CheckedYear) -> Found:
    """What a unit supports is an indikator of the PK of the head above it."""
    snapshot = year.snapshot
    pk = snapshot.pk_in_force
    if pk is None:
        return
    promised = {row.kunci_indikator for row in pk.indikator}
    of_unit: defaultdict[str, set[str]] = defaultdict(set)
    for row in snapshot.baris_pk_unit:
        of_unit[row.kunci_unit].add(row.kunci_indikator)
    units = {unit.kunci: unit for unit in snapshot.kecamatan.unit_kerja}
    for row in snapshot.baris_pk_unit:
        unit = units.get(row.kunci_unit)
        above = unit_above(snapshot, unit) if unit else None
        if row.kunci_indikator not in promised:
            yield (
                unit_row_place(row, "indikator"),
                "Indikator yang didukungnya tidak ada dalam PK camat. Pilih indikator PK camat tahun ini.",
            )
        elif above is not None and above.jenis != CAMAT and row.kunci_indikator not in of_unit[above.kunci]:
            yield (
                unit_row_place(row, "indikator"),
                f"Indikator yang didukungnya tidak ada dalam PK atasannya, {above.nama}. Tambahkan di sana, atau pilih"
                " indikator lain.",
            )
