"""Rules about the budget of one kecamatan-year: pure functions of its frozen rows.

Each yields the place within the year and the message with its remedy.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sakip.angka import format_rupiah
from sakip.capaian.aritmetika import jumlah_lengkap
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
from sakip.jenjang import KODE_TANPA_CETAK, anggaran_program
from sakip.snapshot.types import RKT, Anggaran, BarisRKT, Belanja, PerjanjianKinerja

Findings = Iterator[tuple[str, str]]

#: Up to this year programs held belanja langsung alone (Permendagri 13/2006); since then they hold everything.
LAST_YEAR_OF_LANGSUNG = 2020
LANGSUNG = "langsung"


def check_control_totals(rows: Sequence[Anggaran]) -> Findings:
    """A program or kegiatan with an amount of its own says what its details come to.

    It may differ while the details are being typed, and in real documents it does: the sum is that of the details
    either way, and the difference has to be seen.
    """
    for found in control_differences(rows):
        yield f"anggaran {_name(found.row)}", _control_message(found)


def _control_message(found: ControlDifference[Anggaran]) -> str:
    stated, parts = format_rupiah(found.stated), format_rupiah(found.parts)
    if not found.complete:
        return (
            f"{found.column.capitalize()} {stated} lebih kecil daripada jumlah rinciannya yang sudah diisi {parts}."
            " Betulkan salah satunya."
        )
    remedy = (
        "Lengkapi rinciannya, betulkan salah satunya, atau catat selisihnya sebagai sisa yang tidak dirinci"
        if found.difference > 0
        else "Betulkan salah satunya"
    )
    return (
        f"{found.column.capitalize()} {stated} berbeda {format_rupiah(abs(found.difference))} dengan jumlah rinciannya"
        f" {parts}. {remedy}."
    )


def check_program_amounts(
    rows: Sequence[Anggaran], pk: Sequence[PerjanjianKinerja], rkt: RKT | None
) -> Findings:
    """Each program has one amount in RKT, PK and budget, as far as they speak of the same money.

    RKT and PK murni plan the pagu murni, the latest PK perubahan the pagu in force. Of the RKT, which prints the
    programs of its sasaran alone, only programs that the other names as well are compared.
    """
    murni, berlaku = _by_program(rows, pagu_murni_of), _by_program(rows, pagu_of)
    first = next((p for p in pk if not p.perubahan), None)
    latest = next((p for p in reversed(pk) if p.perubahan), None)
    in_rkt = _rkt_amounts(rkt)
    if latest is not None:
        yield from _compare(f"PK perubahan {latest.versi}", _pk_amounts(latest), "pagu anggaran", berlaku)
    if first is not None:
        in_pk = _pk_amounts(first)
        yield from _compare("PK", in_pk, "pagu murni anggaran", murni)
        yield from _compare("RKT", in_rkt, "PK", in_pk, only_shared=True)
    yield from _compare("RKT", in_rkt, "pagu murni anggaran", murni, only_shared=True)


@dataclass(frozen=True, slots=True)
class _Program:
    """A program's amount in one document; None where it is not known."""

    name: str
    amount: Decimal | None


_Amounts = dict[str, _Program]


def _by_program(rows: Sequence[Anggaran], amount: Amount[Anggaran]) -> _Amounts:
    return {
        level.step.key: _Program(_label(level.step.kode, level.step.nama), level.total(amount))
        for level in build_levels(rows)
        if level.step.key
    }


def _pk_amounts(pk: PerjanjianKinerja) -> _Amounts:
    found: _Amounts = {}
    for a in pk.anggaran:
        key = a.program or a.nama
        before = found[key].amount if key in found else Decimal(0)
        found[key] = _Program(_label(a.program, a.nama), (before or Decimal(0)) + a.anggaran)
    return found


@dataclass(frozen=True, slots=True)
class _RKTRow:
    """A row of the RKT by its codes, as :func:`~sakip.jenjang.anggaran_program` takes it."""

    program_id: str | None
    kegiatan_id: str | None
    sub_kegiatan_id: str | None
    anggaran: Decimal | None


def _rkt_amounts(rkt: RKT | None) -> _Amounts:
    rows = rkt.baris if rkt else ()
    names = {_key(b): _label(b.program, b.nama_program) for b in rows}
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
    return {str(key): _Program(names[str(key)], amount) for key, amount in amounts.items()}


def _key(row: BarisRKT) -> str:
    return row.program or row.nama_program


def _compare(
    left_name: str, left: _Amounts, right_name: str, right: _Amounts, *, only_shared: bool = False
) -> Findings:
    """Programs whose amounts differ, or that one side lacks; nothing where a side has no amount at all yet."""
    if not _any_known(left) or not _any_known(right):
        return
    for key in dict.fromkeys([*left, *right]):
        a, b = left.get(key), right.get(key)
        if a is not None and b is not None:
            if a.amount is not None and b.amount is not None and a.amount != b.amount:
                yield (
                    f"program {a.name}",
                    f"{left_name} {format_rupiah(a.amount)} berbeda {format_rupiah(abs(a.amount - b.amount))} dengan"
                    f" {right_name} {format_rupiah(b.amount)}. Periksa keduanya.",
                )
        elif not only_shared:
            there, here, lacks = (a, left_name, right_name) if a is not None else (b, right_name, left_name)
            if there is not None and there.amount:
                yield (
                    f"program {there.name}",
                    f"{here[:1].upper()}{here[1:]} {format_rupiah(there.amount)}, tetapi program ini tidak ada dalam"
                    f" {lacks}. Periksa keduanya.",
                )


def _any_known(amounts: _Amounts) -> bool:
    return any(p.amount is not None for p in amounts.values())


def check_belanja_amounts(rows: Sequence[Anggaran], belanja: Sequence[Belanja], tahun: int) -> Findings:
    """Belanja and the programs add up to the same pagu and the same realisasi, where both are known."""
    if not rows:
        return
    kode = {b.kode for b in belanja}
    top = [b for b in belanja if b.induk not in kode]
    langsung = [b for b in top if b.kode == LANGSUNG]
    counted = langsung if langsung and tahun <= LAST_YEAR_OF_LANGSUNG else top
    if not counted:
        return
    for column, of_belanja, of_rows in (
        ("pagu", [b.pagu for b in counted], total_amount(rows, pagu_of)),
        ("realisasi", [b.realisasi for b in counted], total_amount(rows, realisasi_of)),
    ):
        total = jumlah_lengkap(of_belanja)
        if total is not None and of_rows is not None and total != of_rows:
            yield (
                "belanja",
                f"Jumlah {column} belanja {format_rupiah(total)} berbeda {format_rupiah(abs(total - of_rows))} dengan"
                f" jumlah {column} program {format_rupiah(of_rows)}. Periksa keduanya.",
            )


def _label(kode: str, nama: str) -> str:
    return f"{kode} {nama}" if kode and not kode.startswith(KODE_TANPA_CETAK) else nama


def _name(row: Anggaran) -> str:
    return _label(
        row.sub_kegiatan or row.kegiatan or row.program,
        row.nama_sub_kegiatan or row.nama_kegiatan or row.nama_program,
    )
