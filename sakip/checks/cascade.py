"""Checks about PK berjenjang. A year in which none is recorded is asked nothing."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from sakip.checks.base import Found, Level, check
from sakip.checks.material import CheckedYear
from sakip.checks.places import pk_row_place, place_of, unit_head_place, unit_row_place
from sakip.snapshot.of_units import (
    CAMAT,
    amounts_of,
    outdated,
    parties_of,
    promised_in_force,
    unit_above,
    units_below,
    version_in_force,
)
from sakip.text.dates import format_tanggal
from sakip.text.numbers import format_rupiah

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
    carried = {row.kunci_indikator for row in promised_in_force(year.snapshot)}
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
    for row in promised_in_force(snapshot):
        of_unit[row.kunci_unit].add(row.kunci_indikator)
    units = {unit.kunci: unit for unit in snapshot.kecamatan.unit_kerja}
    for row in promised_in_force(snapshot):
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


@check(
    "pk-unit-diperbarui",
    rule="R-cascade",
    basis=_BASIS,
    example="PK camat sudah Perubahan ke-1, PK Seksi Pemerintahan masih mengikuti PK murni.",
    reads=("kecamatan", "pk", "baris_pk_unit"),
    kinds=("unit-kerja",),
    level=Level.PERINGATAN,
)
def every_unit_follows_the_change(year: CheckedYear) -> Found:
    """Once the camat's PK is changed, so are those that were derived from it."""
    pk = year.snapshot.pk_in_force
    for unit in outdated(year.snapshot):
        yield (
            place_of("unit-kerja", unit, words=unit.nama, kunci=unit.kunci),
            f"PK {unit.nama} belum mengikuti perubahan ke-{pk.versi if pk else 0} PK camat tahun"
            f" {year.snapshot.tahun}. Pilih Buat PK perubahan unit pada halaman PK berjenjang.",
        )


@check(
    "pk-unit-pejabat",
    rule="R-cascade",
    basis=_BASIS,
    example="PK Seksi Pemerintahan bertanggal 10 Januari 2023, sedangkan camat pada tanggal itu tidak tercatat.",
    reads=("kecamatan", "pk_unit"),
    kinds=("pk-berjenjang",),
    level=Level.PERINGATAN,
)
def both_parties_are_in_office(year: CheckedYear) -> Found:
    """On its date a PK has somebody who promises and somebody above who is promised to."""
    units = {unit.kunci: unit for unit in year.snapshot.kecamatan.unit_kerja}
    for head in year.snapshot.pk_unit:
        unit = units.get(head.kunci_unit)
        if unit is None or not (head.tanggal or head.tanggal_cetak):
            continue
        first, second = parties_of(year.snapshot, unit, head.versi)
        date = format_tanggal(head.tanggal) if head.tanggal else head.tanggal_cetak
        if first.pejabat is None:
            yield (
                unit_head_place(head, "nama"),
                f"Nama pejabat yang berjanji dalam PK {unit.nama} belum diisi. Isi namanya.",
            )
        if second.pejabat is None:
            yield (
                unit_head_place(head, "tanggal"),
                f"Atasannya, {second.jabatan}, tidak diketahui pada {date}. Catat masa jabatannya pada Profil dan SDM,"
                " isi namanya pada PK unitnya, atau perbaiki tanggal ini.",
            )


@check(
    "pk-unit-pagu",
    rule="R-cascade",
    basis=_BASIS,
    example="Anggaran Program A pada Seksi Pemerintahan Rp60 juta, dalam PK camat Rp50 juta.",
    reads=("kecamatan", "pk", "rkt", "anggaran", "baris_pk_unit"),
    kinds=("unit-kerja",),
    level=Level.PERINGATAN,
)
def no_unit_spends_more_than_the_camat(year: CheckedYear) -> Found:
    """Of a program no unit has more than the camat's PK of the same version says."""
    snapshot = year.snapshot
    promising = {row.kunci_unit for row in snapshot.baris_pk_unit}
    for unit in snapshot.kecamatan.unit_kerja:
        if unit.kunci not in promising:
            continue
        versi = version_in_force(snapshot, unit)
        limits = {a.program: a for pk in snapshot.pk if pk.versi == versi for a in pk.anggaran if a.program}
        sums: defaultdict[str, Decimal] = defaultdict(Decimal)
        for amount in amounts_of(snapshot, unit, versi):
            sums[amount.program] += amount.pagu or 0
        for program, total in sums.items():
            if program in limits and total > limits[program].anggaran:
                yield (
                    place_of("unit-kerja", unit, words=unit.nama, kunci=unit.kunci),
                    f"Anggaran {limits[program].nama} dalam PK {unit.nama} {format_rupiah(total)}, lebih besar daripada"
                    f" dalam PK camat, {format_rupiah(limits[program].anggaran)}. Periksa penanggung jawab pada RKT dan"
                    " pagu pada Anggaran.",
                )
