"""Checks about money."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sakip.capaian.arithmetic import complete_total
from sakip.capaian.levels import row_path
from sakip.checks.base import AtForm, Found, Level, Said, check
from sakip.checks.material import CheckedYear, Place
from sakip.checks.places import (
    anggaran_place,
    belanja_place,
    earlier_place,
    place_of,
    rkt_row_place,
    support_place,
)
from sakip.snapshot.leaves import codes
from sakip.snapshot.types import Snapshot
from sakip.text.numbers import format_rupiah


@check(
    "realisasi-dalam-pagu",
    rule="R-sum",
    basis="Pengeluaran tidak melampaui anggaran yang tersedia (PP Nomor 12 Tahun 2019).",
    example="Realisasi Rp35.500.000, pagu Rp32.500.000.",
    reads=("anggaran", "belanja", "anggaran_lalu"),
    kinds=("anggaran", "sumber-dana", "belanja", "anggaran-lalu"),
    level=Level.PERINGATAN,
    apart=True,
)
def spending_stays_within_the_pagu(year: CheckedYear) -> Found:
    """Nothing is spent above its pagu, or without one. It may be, after a late transfer; then the pagu needs a look."""
    for place, pagu, spent, whole in _spent(year.snapshot):
        if spent and pagu is None and not whole:
            yield place, f"Realisasi {format_rupiah(spent)} tanpa pagu. Isi pagunya."
        elif spent is not None and pagu is not None and spent > pagu:
            here, there = format_rupiah(spent), format_rupiah(pagu)
            yield place, Said(f"Realisasi {here} melebihi pagu {there}. Periksa keduanya.", here, there)


def _spent(snapshot: Snapshot) -> Iterator[tuple[Place, Decimal | None, Decimal | None, bool]]:
    """Everything that has a pagu and a realisasi, with both, and whether its parts say what it does not."""
    column = "realisasi"
    paths = [row_path(row) for row in snapshot.anggaran]
    groups = {group.induk for group in snapshot.belanja}
    for row, path in zip(snapshot.anggaran, paths, strict=True):
        divided = any(len(path) < len(other) and other[: len(path)] == path for other in paths)
        yield anggaran_place(row, column), row.pagu, row.realisasi, divided
        for source in row.sumber_dana:
            words = f"{anggaran_place(row).words}, sumber dana {source.sumber}"
            place = place_of("sumber-dana", source, column, words=words, sumber=source.sumber)
            yield place, source.pagu, source.realisasi, False
    for group in snapshot.belanja:
        yield belanja_place(group, column), group.pagu, group.realisasi, group.kode in groups
    for earlier in snapshot.anggaran_lalu:
        yield earlier_place(earlier, column), earlier.pagu, earlier.realisasi, False


@check(
    "sumber-dana-menjumlah",
    rule="R-sum",
    basis="Sumber dana membagi habis pagu barisnya.",
    example="Pagu Rp100.000.000, APBD Rp60.000.000 dan P-APBD Rp30.000.000.",
    reads=("anggaran",),
    kinds=("anggaran", "sumber-dana"),
    level=Level.PERINGATAN,  # the sources are typed one after another
)
def sources_add_up(year: CheckedYear) -> Found:
    """The sources of a row's money add up to its pagu in force and to its realisasi, where all are known."""
    for row in year.snapshot.anggaran:
        for column, words in (("pagu", "Jumlah"), ("realisasi", "Jumlah realisasi")):
            total, stated = complete_total(getattr(s, column) for s in row.sumber_dana), getattr(row, column)
            if row.sumber_dana and total is not None and stated is not None and total != stated:
                here, there, gap = map(format_rupiah, (total, stated, abs(stated - total)))
                yield (
                    anggaran_place(row),
                    Said(
                        f"{words} sumber dana {here} berbeda {gap} dengan {column} {there}. Lengkapi sumber dananya,"
                        " atau betulkan salah satunya.",
                        here,
                        there,
                    ),
                )


@check(
    "rkt-sama-dengan-rincian",
    rule="R-sum",
    basis="Penjumlahan.",
    example="Program Rp116.736.000 dalam RKT, jumlah kegiatannya Rp116.735.000.",
    reads=("rkt",),
    kinds=("baris-rkt",),
    level=Level.PERINGATAN,
)
def plans_are_the_sum_of_their_parts(year: CheckedYear) -> Found:
    """A program or kegiatan of the RKT has the amount of the rows right below it, where all of them are known."""
    rows = year.snapshot.rkt.baris if year.snapshot.rkt else ()
    levels = [(row, tuple(code for code in codes(row) if code)) for row in rows]
    for row, own in levels:
        parts = [other.anggaran for other, level in levels if level[:-1] == own]
        total = complete_total(parts)
        if parts and row.anggaran is not None and total is not None and total != row.anggaran:
            here, there = format_rupiah(row.anggaran), format_rupiah(total)
            yield (
                rkt_row_place(row, "anggaran"),
                Said(f"Anggaran {here} bukan jumlah rinciannya ({there}). Periksa keduanya.", here, there),
            )


@check(
    "belanja-menjumlah",
    rule="R-sum",
    basis="Penjumlahan.",
    example="Belanja operasi Rp100.000.000, pegawai Rp60.000.000 dan barang jasa Rp30.000.000.",
    reads=("belanja",),
    kinds=("belanja",),
    at_form=AtForm.OWN_ROW,  # the parts are typed one after another, before or after their group
)
def belanja_adds_up(year: CheckedYear) -> Found:
    """The parts of a belanja group add up to it, where all of them are known."""
    for group in year.snapshot.belanja:
        parts = [b for b in year.snapshot.belanja if b.induk == group.kode]
        for column in ("pagu", "realisasi"):
            recorded = getattr(group, column)
            total = complete_total(getattr(b, column) for b in parts)
            if parts and recorded is not None and total is not None and recorded != total:
                here, there = format_rupiah(recorded), format_rupiah(total)
                said = f"{column.capitalize()} {here} bukan jumlah rinciannya ({there}). Periksa rinciannya."
                yield belanja_place(group, column), Said(said, here, there)


@check(
    "dukungan-beranggaran",
    rule="R-cascade",
    basis="Program pendukung sasaran dibiayai anggaran tahun itu (Permen PANRB Nomor 53 Tahun 2014).",
    example="Program 7.01.06 mendukung sasaran, tetapi tidak beranggaran tahun itu.",
    reads=("anggaran", "dukungan"),
    kinds=("dukungan",),
    at_form=AtForm.OWN_ROW,  # the first row of a new budget is not at fault for the programs still to come
)
def supporting_programs_have_a_budget(year: CheckedYear) -> Found:
    """A program that supports a sasaran is one that the year's budget has, where there is a budget."""
    funded = {a.program for a in year.snapshot.anggaran}
    if not funded:
        return
    for support in year.snapshot.dukungan:
        for row in support.baris:
            if row.program not in funded:
                yield (
                    support_place(support, row, "program"),
                    "Program ini tidak ada dalam anggaran tahun itu. Pilih program yang beranggaran.",
                )


@check(
    "anggaran-lalu-tidak-berbeda",
    rule="R-sum",
    basis="Penjumlahan.",
    example="Jumlah 2022 dicatat Rp3.808.233.369, barisnya berjumlah Rp3.800.000.000.",
    reads=("anggaran_lalu",),
    kinds=("anggaran-lalu",),
    level=Level.PERINGATAN,
)
def earlier_totals_agree(year: CheckedYear) -> Found:
    """A total recorded for a year is the sum of that year's own rows, where those are recorded as well."""
    for earlier in year.snapshot.anggaran_lalu:
        recorded, total = earlier.tercatat, earlier.pagu
        if recorded is not None and total is not None and recorded != total:
            here, there = format_rupiah(recorded), format_rupiah(total)
            yield (
                earlier_place(earlier, "pagu"),
                Said(
                    f"Pagu {here} berbeda dengan jumlah baris anggaran {there}. Hapus catatan jumlah itu atau perbaiki"
                    " barisnya.",
                    here,
                    there,
                ),
            )
