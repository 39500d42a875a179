"""Checks of money that only a finished year can answer: a budget that changed, and the PK that has to follow."""

from __future__ import annotations

import re
from decimal import Decimal

from sakip.capaian.levels import pagu_murni_of, pagu_of, total_amount
from sakip.checks.base import Found, Level, Said, check
from sakip.checks.budget import program_amounts
from sakip.checks.material import WHOLE_REPORT, CheckedYear
from sakip.checks.places import earlier_place, head_place, pk_program_place, pk_words
from sakip.text.numbers import format_rupiah
from sakip.text.reading.stems import stem
from sakip.text.reading.words import LIGHT


@check(
    "pk-mengikuti-anggaran",
    rule="R-xdoc",
    basis="Perjanjian Kinerja diubah bila alokasi anggarannya berubah (Permen PANRB Nomor 53 Tahun 2014).",
    example="Pagu perubahan berlaku, tetapi hanya PK murni yang dicatat.",
    reads=("anggaran", "pk", WHOLE_REPORT),
    kinds=("pk",),
    level=Level.PERINGATAN,
)
def a_changed_budget_has_a_pk_perubahan(year: CheckedYear) -> Found:
    """Where the pagu of a program changed in the year, the PK that is measured is a perubahan."""
    rows, pk = year.snapshot.anggaran, year.snapshot.pk_in_force
    if pk is None or pk.perubahan:
        return
    before, after = program_amounts(rows, pagu_murni_of), program_amounts(rows, pagu_of)
    changed = [
        code
        for code, one in after.items()
        if None not in (one.amount, b := before[code].amount) and one.amount != b
    ]
    if changed:
        murni, perubahan = (
            format_rupiah(total) if (total := total_amount(rows, amount)) is not None else "belum diketahui"
            for amount in (pagu_murni_of, pagu_of)
        )
        yield (
            head_place("pk", pk, "", pk_words(pk)),
            Said(
                f"Pagu {len(changed)} program berubah (jumlah murni {murni}, perubahan {perubahan}), sedangkan PK"
                " perubahan belum ada. Catat PK perubahannya, atau jelaskan mengapa tidak dibuat.",
                murni,
                perubahan,
            ),
        )


@check(
    "pk-beranggaran",
    rule="R-xdoc",
    basis="Perjanjian Kinerja memuat program dan anggarannya (Permen PANRB Nomor 53 Tahun 2014, Lampiran I).",
    example="Anggaran lima program dicatat, PK tidak memuat satu program pun.",
    reads=("anggaran", "pk", WHOLE_REPORT),
    kinds=("pk",),
    level=Level.PERINGATAN,
)
def the_pk_has_the_money_of_the_year(year: CheckedYear) -> Found:
    """Where the year has a budget, the PK that is measured has programs with their amounts."""
    pk, total = year.snapshot.pk_in_force, total_amount(year.snapshot.anggaran, pagu_of)
    if pk is not None and total and not pk.anggaran:
        yield (
            head_place("pk", pk, "", pk_words(pk)),
            f"Tidak memuat program dan anggaran, sedangkan pagu tahun ini {format_rupiah(total)}. Tambahkan"
            " programnya.",
        )


@check(
    "nama-program-pk",
    rule="R-nomen",
    basis="Kode program menunjuk satu nama dalam nomenklatur (Permendagri Nomor 90 Tahun 2019 dan perubahannya).",
    example="Kode 7.01.02 bernama “Program Penataan Ruang” dalam PK.",
    reads=("anggaran", "rkt", "pk", WHOLE_REPORT),
    kinds=("anggaran-pk",),
    level=Level.PERINGATAN,
)
def programs_of_the_pk_are_called_by_their_name(year: CheckedYear) -> Found:
    """A program of a PK is called as budget or RKT call that code: half of the words at least are the same."""
    rkt = year.snapshot.rkt
    rows = (*(rkt.baris if rkt else ()), *year.snapshot.anggaran)
    names = {row.program: row.nama_program for row in rows if row.program and row.nama_program}
    for pk in year.snapshot.pk:
        for own in pk.anggaran:
            name = names.get(own.program, "")
            here, there = _stems(own.nama), _stems(name)
            if here and there and 2 * len(here & there) < min(len(here), len(there)):
                yield (
                    pk_program_place(pk, own, "nama"),
                    Said(
                        f"Kode {own.program} bernama “{name}” dalam anggaran atau RKT. Perbaiki namanya atau kodenya.",
                        own.nama,
                        name,
                    ),
                )


def _stems(name: str) -> set[str]:
    words = (word.casefold() for word in re.findall(r"[^\W\d_]+", name))
    return {stem(word) for word in words if word not in LIGHT and word != "program"}


@check(
    "anggaran-lalu-sesuai-pk",
    rule="R-sum",
    basis="Penjumlahan; PK terakhir suatu tahun memuat anggaran yang berlaku tahun itu.",
    example="Anggaran 2022 dicatat Rp3.808.233.369, PK perubahan 2022 berjumlah Rp3.800.000.000.",
    reads=("anggaran_lalu", "pk_lalu", WHOLE_REPORT),
    kinds=("anggaran-lalu",),
    level=Level.PERINGATAN,
)
def earlier_totals_are_those_of_their_pk(year: CheckedYear) -> Found:
    """The total of an earlier year is what the last PK of that year says, program by program."""
    last = {pk.tahun: pk for pk in sorted(year.snapshot.pk_lalu, key=lambda pk: pk.versi) if pk.anggaran}
    for earlier in year.snapshot.anggaran_lalu:
        pk = last.get(earlier.tahun)
        if pk is None or earlier.pagu is None:
            continue
        total = sum((row.anggaran for row in pk.anggaran), Decimal(0))
        if total != earlier.pagu:
            here, there = format_rupiah(earlier.pagu), format_rupiah(total)
            yield (
                earlier_place(earlier, "pagu"),
                Said(
                    f"Pagu {here} berbeda {format_rupiah(abs(total - earlier.pagu))} dengan jumlah {pk_words(pk)}"
                    f" tahun {earlier.tahun} {there}. Periksa keduanya.",
                    here,
                    there,
                ),
            )
