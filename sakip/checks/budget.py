"""Checks about the budget: its levels, and what PK, RKT and belanja say of the same money."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter

from sakip.capaian.arithmetic import complete_total
from sakip.capaian.levels import (
    Amount,
    ControlDifference,
    build_levels,
    control_differences,
    pagu_murni_of,
    pagu_of,
    realisasi_of,
    total_amount,
)
from sakip.checks.base import AtForm, Found, Level, Said, check
from sakip.checks.material import CheckedYear, Place
from sakip.checks.places import anggaran_place, belanja_place, code_of, pk_program_place, place_of
from sakip.snapshot.leaves import CODE_WITHOUT_PRINTED, anggaran_program
from sakip.snapshot.types import RKT, Anggaran, BarisRKT, Belanja, PerjanjianKinerja
from sakip.text.numbers import format_rupiah

#: Up to this year programs held belanja langsung alone (Permendagri 13/2006); since then they hold everything.
LAST_YEAR_OF_LANGSUNG = 2020
LANGSUNG = "langsung"


_CONTROLLED = {"pagu murni": "pagu_murni", "pagu perubahan": "pagu_perubahan", "realisasi": "realisasi"}


@check(
    "anggaran-sama-dengan-rincian",
    rule="R-sum",
    basis="Penjumlahan.",
    example="Kegiatan Rp116.736.000, jumlah sub kegiatannya Rp116.735.000.",
    reads=("anggaran",),
    kinds=("anggaran",),
    level=Level.PERINGATAN,
)
def control_totals_are_the_sum_of_their_parts(year: CheckedYear) -> Found:
    """A program or kegiatan with an amount of its own says what its details come to.

    It may differ while the details are being typed, and in real documents it does: the sum is that of the details
    either way, and the difference has to be seen.
    """
    for found in control_differences(year.snapshot.anggaran):
        column = _CONTROLLED.get(found.column, "")
        name = found.row.nama_sub_kegiatan or found.row.nama_kegiatan or found.row.nama_program
        words = f"anggaran {_label(code_of(found.row), name)}"
        yield anggaran_place(found.row, column, words=words), _control_message(found)


def _control_message(found: ControlDifference[Anggaran]) -> Said:
    stated, parts = format_rupiah(found.stated), format_rupiah(found.parts)
    if not found.complete:
        return Said(
            f"{found.column.capitalize()} {stated} lebih kecil daripada jumlah rinciannya yang sudah diisi {parts}."
            " Betulkan salah satunya.",
            stated,
            parts,
        )
    remedy = (
        "Lengkapi rinciannya, betulkan salah satunya, atau catat selisihnya sebagai sisa yang tidak dirinci"
        if found.difference > 0
        else "Betulkan salah satunya"
    )
    return Said(
        f"{found.column.capitalize()} {stated} berbeda {format_rupiah(found.gap)} dengan jumlah rinciannya"
        f" {parts}. {remedy}.",
        stated,
        parts,
    )


@check(
    "anggaran-program-sama",
    rule="R-xdoc",
    basis="RKT, PK, dan anggaran menyebut program yang sama (Permen PANRB Nomor 53 Tahun 2014).",
    example="PK perubahan Rp3.287.842.891, pagu anggaran Rp3.527.728.118.",
    reads=("anggaran", "pk", "rkt"),
    kinds=("anggaran", "anggaran-pk", "baris-rkt"),
    level=Level.PERINGATAN,
)
def programs_have_one_amount(year: CheckedYear) -> Found:
    """Each program has one amount in RKT, PK and budget, as far as they speak of the same money.

    RKT and PK murni plan the pagu murni, the latest PK perubahan the pagu in force. Of the RKT, which prints the
    programs of its sasaran alone, only programs that the other names as well are compared.
    """
    rows, pk, rkt = year.snapshot.anggaran, year.snapshot.pk, year.snapshot.rkt
    murni, in_force = program_amounts(rows, pagu_murni_of), program_amounts(rows, pagu_of)
    first = next((p for p in pk if not p.perubahan), None)
    latest = next((p for p in reversed(pk) if p.perubahan), None)
    in_rkt = _rkt_amounts(rkt)
    named = [(row.nama_program, row.program) for row in rows]
    named += [(row.nama_program, row.program) for row in (rkt.baris if rkt else ())]
    codes = {name.strip().casefold(): code for name, code in named if code}
    if latest is not None:
        yield from _compare(
            f"PK perubahan {latest.versi}", _pk_amounts(latest, codes), "pagu anggaran", in_force
        )
    if first is not None:
        in_pk = _pk_amounts(first, codes)
        yield from _compare("PK", in_pk, "pagu murni anggaran", murni)
        yield from _compare("RKT", in_rkt, "PK", in_pk, only_shared=True)
        murni = {
            key: one for key, one in murni.items() if key not in in_pk
        }  # that PK and budget differ is said
    yield from _compare("RKT", in_rkt, "pagu murni anggaran", murni, only_shared=True)


@check(
    "belanja-sama-dengan-anggaran",
    rule="R-sum",
    basis="Susunan belanja dan program menguraikan anggaran yang sama.",
    example="Jumlah belanja Rp4.852.505.618, jumlah program Rp4.558.562.891.",
    reads=("anggaran", "belanja"),
    kinds=("belanja",),
    at_form=AtForm.SHOW,  # rows of both are typed one after another and come right only together
)
def belanja_equals_the_programs(year: CheckedYear) -> Found:
    """Belanja and the programs add up to the same pagu and the same realisasi, where both are known.

    What is recorded as outside the programs (``di_luar_program``) is left out, with all its parts.
    """
    rows, belanja = year.snapshot.anggaran, year.snapshot.belanja
    kode = {b.kode for b in belanja}
    top = [b for b in belanja if b.induk not in kode]
    langsung = [b for b in top if b.kode == LANGSUNG]
    if langsung and year.snapshot.tahun <= LAST_YEAR_OF_LANGSUNG:
        top = langsung
    counted = [b for b in top if not b.di_luar_program]
    if not rows or not counted:
        return
    parts: dict[str, list[Belanja]] = {}
    for b in belanja:
        parts.setdefault(b.induk, []).append(b)
    for column, of_program in (("pagu", pagu_of), ("realisasi", realisasi_of)):
        amount, programs = attrgetter(column), total_amount(rows, of_program)
        whole = complete_total(amount(b) for b in counted)
        outside = complete_total(_outside(b, parts, amount) for b in counted)
        if whole is None or outside is None or programs is None or whole - outside == programs:
            continue
        total = whole - outside
        here, there = format_rupiah(total), format_rupiah(programs)
        yield (
            belanja_place(counted[0], column, words="belanja"),
            Said(
                f"Jumlah {column} belanja {here} berbeda {format_rupiah(abs(total - programs))} dengan jumlah {column}"
                f" program {there}. Periksa keduanya, atau tandai belanja yang di luar program.",
                here,
                there,
            ),
        )


@dataclass(frozen=True, slots=True)
class ProgramAmount:
    """A program's amount in one document with the row that says it; None where it is not known."""

    place: Place
    amount: Decimal | None


_Amounts = dict[str, ProgramAmount]


def program_amounts(rows: Sequence[Anggaran], amount: Amount[Anggaran]) -> dict[str, ProgramAmount]:
    """What each program of the budget comes to, by its code."""
    return {
        level.step.key: ProgramAmount(
            place_of(
                "anggaran",
                level.own[0] if level.own else next(level.details()),
                words=f"program {_label(level.step.kode, level.step.nama)}",
                kode=level.step.kode,
            ),
            level.total(amount),
        )
        for level in build_levels(rows)
        if level.step.key
    }


def _pk_amounts(pk: PerjanjianKinerja, codes: Mapping[str, str]) -> _Amounts:
    """A PK may print a program without its code: then its name tells which it is (``codes`` by lower-case name)."""
    found: _Amounts = {}
    for a in pk.anggaran:
        key = a.program or codes.get(a.nama.strip().casefold()) or a.nama
        before = found[key].amount if key in found else Decimal(0)
        place = pk_program_place(pk, a, "anggaran", words=f"program {_label(a.program, a.nama)}")
        found[key] = ProgramAmount(place, (before or Decimal(0)) + a.anggaran)
    return found


@dataclass(frozen=True, slots=True)
class _RKTRow:
    """A row of the RKT by its codes, as :func:`sakip.snapshot.leaves.anggaran_program` takes it."""

    program_id: str | None
    kegiatan_id: str | None
    sub_kegiatan_id: str | None
    anggaran: Decimal | None


def _rkt_amounts(rkt: RKT | None) -> _Amounts:
    rows = rkt.baris if rkt else ()
    places = {
        _key(b): place_of(
            "baris-rkt",
            b,
            "anggaran",
            words=f"program {_label(b.program, b.nama_program)}",
            kode=b.program,
        )
        for b in reversed(rows)  # the first row of a program is that of the program itself
    }
    amounts = anggaran_program(
        [
            _RKTRow(
                _key(b),
                b.kegiatan or b.nama_kegiatan or None,
                b.sub_kegiatan or b.nama_sub_kegiatan or None,
                b.anggaran,
            )
            for b in rows
        ]
    )
    return {str(key): ProgramAmount(places[str(key)], amount) for key, amount in amounts.items()}


def _key(row: BarisRKT) -> str:
    return row.program or row.nama_program


def _compare(
    left_name: str, left: _Amounts, right_name: str, right: _Amounts, *, only_shared: bool = False
) -> Found:
    """Programs whose amounts differ, or that one side lacks; nothing where a side has no amount at all yet."""
    if not _any_known(left) or not _any_known(right):
        return
    for key in dict.fromkeys([*left, *right]):
        a, b = left.get(key), right.get(key)
        if a is not None and b is not None:
            if a.amount is not None and b.amount is not None and a.amount != b.amount:
                stated, other, gap = map(format_rupiah, (a.amount, b.amount, abs(a.amount - b.amount)))
                said = f"{left_name} {stated} berbeda {gap} dengan {right_name} {other}. Periksa keduanya."
                yield a.place, Said(said, stated, other)
        elif not only_shared:
            there, here, lacks = (a, left_name, right_name) if a is not None else (b, right_name, left_name)
            if there is not None and there.amount:
                yield (
                    there.place,
                    f"{here[:1].upper()}{here[1:]} {format_rupiah(there.amount)}, tetapi program ini tidak ada dalam"
                    f" {lacks}. Periksa keduanya.",
                )


def _any_known(amounts: _Amounts) -> bool:
    return any(p.amount is not None for p in amounts.values())


def _outside(
    row: Belanja, parts: Mapping[str, Sequence[Belanja]], amount: Callable[[Belanja], Decimal | None]
) -> Decimal | None:
    """How much of a row is outside the programs; None where that is not known."""
    if row.di_luar_program:
        return amount(row)
    return complete_total(_outside(part, parts, amount) for part in parts.get(row.kode, ()))


def _label(kode: str, nama: str) -> str:
    return f"{kode} {nama}" if kode and not kode.startswith(CODE_WITHOUT_PRINTED) else nama
