"""Checks about money."""

from __future__ import annotations

from sakip.capaian.arithmetic import complete_total
from sakip.checks.base import AtForm, Found, Level, check
from sakip.checks.material import CheckedYear
from sakip.checks.places import anggaran_place, belanja_place, place_of, support_place
from sakip.text.numbers import format_rupiah


@check(
    "realisasi-dalam-pagu",
    rule="R-sum",
    basis="Pengeluaran tidak melampaui anggaran yang tersedia (PP Nomor 12 Tahun 2019).",
    example="Realisasi Rp35.500.000, pagu Rp32.500.000.",
    reads=("anggaran",),
    kinds=("anggaran",),
    level=Level.PERINGATAN,
)
def spending_stays_within_the_pagu(year: CheckedYear) -> Found:
    """Realisasi of a budget row is not above its pagu. It may be, after a late transfer; then the pagu needs a look."""
    for row in year.snapshot.anggaran:
        if row.realisasi is not None and row.pagu is not None and row.realisasi > row.pagu:
            yield (
                anggaran_place(row, "realisasi"),
                f"Realisasi {format_rupiah(row.realisasi)} melebihi pagu {format_rupiah(row.pagu)}. "
                "Periksa keduanya.",
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
                yield (
                    belanja_place(group, column),
                    f"{column.capitalize()} {format_rupiah(recorded)} bukan jumlah rinciannya "
                    f"({format_rupiah(total)}). Periksa rinciannya.",
                )


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
            yield (
                place_of(
                    "anggaran-lalu",
                    earlier,
                    "pagu",
                    words=f"anggaran tahun {earlier.tahun}",
                    tahun=earlier.tahun,
                ),
                f"Pagu {format_rupiah(recorded)} berbeda dengan jumlah baris anggaran {format_rupiah(total)}. "
                "Hapus catatan jumlah itu atau perbaiki barisnya.",
            )
