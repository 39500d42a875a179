"""The year's realisasi from the four triwulan."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from sakip.capaian.arithmetic import divide, fixed_precision, sum_up
from sakip.capaian.inputs import Akumulasi, KeadaanNilai, Nilai, Target, TriwulanInput
from sakip.capaian.nilai import NotComputable, complete, realisasi_number

ROMAN: Final = ("I", "II", "III", "IV")
TRIWULAN: Final = (1, 2, 3, 4)

#: Stands where a triwulan does for a value of the whole year.
TAHUNAN: Final = 0

#: Rhythms in which an indikator is measured: code (the numbers of its triwulan, empty for all) and label.
IRAMA: Final = (
    ("", "Setiap triwulan"),
    ("24", "Triwulan II dan IV"),
    *((str(n), f"Triwulan {roman}") for n, roman in enumerate(ROMAN, start=1)),
)

#: How the values of the triwulan of one mode stand to those of another: each what was reached by then, or a part.
REACHED: Final = (Akumulasi.TERAKHIR, Akumulasi.KUMULATIF, Akumulasi.DIKETAHUI)


def measured_triwulan(irama: str) -> tuple[int, ...]:
    """The numbers of the triwulan that a rhythm measures."""
    return tuple(int(n) for n in irama or "1234")


def name_triwulan(nomor: Sequence[int]) -> str:
    """Numbers as documents write them: "triwulan II dan IV"."""
    return f"triwulan {_say([n - 1 for n in nomor])}"


@fixed_precision
def akumulasi(
    nilai: Sequence[Nilai], mode: Akumulasi, pengali: Decimal | None, measured: Sequence[int] = (1, 2, 3, 4)
) -> Nilai:
    """Realisasi of the year from four triwulan values, in order.

    ``terakhir`` and ``kumulatif`` take the last that is measured, triwulan IV as a rule: the position at the end of the
    year, and the value to date that already holds the earlier quarters. ``jumlah`` and ``rata-rata`` need all of
    ``measured``, the numbers of the triwulan in which the indikator is measured at all; ``diketahui`` takes the last of
    them that has a value, however long ago. A missing quarter is never 0: the answer keeps its state and names it
    ("triwulan III belum diisi").

    Where every quarter has pembilang and penyebut, both modes are computed from their sums, since the average of
    four percentages of unequal size is not the percentage of the year, and their sum is nothing at all.
    ``pengali`` is the indikator's multiplier of a fraction. A mean or a quotient is exact, never rounded.

    Raises ValueError unless there are exactly four values.
    """
    if len(nilai) != len(ROMAN):
        raise ValueError(f"realisasi setahun memerlukan 4 triwulan, diterima {len(nilai)}")
    if mode in (Akumulasi.TERAKHIR, Akumulasi.KUMULATIF):
        end = nilai[measured[-1] - 1]
        return end if end.keadaan is KeadaanNilai.TERISI else _empty(nilai, [measured[-1] - 1])
    if mode is Akumulasi.DIKETAHUI:
        known = [nilai[n - 1] for n in measured if nilai[n - 1].keadaan is KeadaanNilai.TERISI]
        return known[-1] if known else _empty(nilai, [n - 1 for n in measured])
    empty = [n - 1 for n in measured if nilai[n - 1].keadaan is not KeadaanNilai.TERISI]
    if empty:
        return _empty(nilai, empty)
    computed = [(ROMAN[n - 1], nilai[n - 1]) for n in measured]
    pecahan = [
        (n.pembilang, n.penyebut) for _, n in computed if n.pembilang is not None and n.penyebut is not None
    ]
    if len(pecahan) == len(computed):
        above, below = (sum(counts, Decimal(0)) for counts in zip(*pecahan, strict=True))
        return _from_pecahan(above, below, pengali, measured)
    try:
        angka = [realisasi_number(complete(n, pengali), f"triwulan {roman}") for roman, n in computed]
    except NotComputable as error:
        return Nilai(keadaan=KeadaanNilai.TIDAK_DAPAT_DIHITUNG, alasan=str(error))
    jumlah = sum_up(angka)
    if mode is Akumulasi.JUMLAH:
        return Nilai(keadaan=KeadaanNilai.TERISI, angka=jumlah)
    return Nilai(keadaan=KeadaanNilai.TERISI, angka=divide(jumlah, len(angka)))


@fixed_precision
def beside_targets(
    given: TriwulanInput, pengali: Decimal | None
) -> list[tuple[int, Target | None, Nilai | None]]:
    """Number, target and realisasi of every triwulan in which anything is to be said, like beside like.

    What was reached by then is compared with a target to be reached by then, a part with a part; of the two the one in
    parts is added up where the other is not. What is planned in parts for triwulan that are not measured is to be
    brought by the next that is. The last known value stands until another is known. None stands for a
    realisasi where the two cannot be compared: nobody can tell what a part of an average is.
    """
    parts, parts_target = given.akumulasi is Akumulasi.JUMLAH, given.akumulasi_target is Akumulasi.JUMLAH
    reached = given.akumulasi in REACHED, given.akumulasi_target in REACHED
    found: list[tuple[int, Target | None, Nilai | None]] = []
    for before, n in pairwise((0, *given.measured)):
        target, value = given.target[n - 1], given.realisasi[n - 1]
        if target is None and value.keadaan is KeadaanNilai.BELUM_DIISI:
            continue
        until = [m for m in given.measured if m <= n]
        if given.akumulasi is Akumulasi.DIKETAHUI:
            value = akumulasi(given.realisasi, Akumulasi.DIKETAHUI, pengali, until)
        if parts and parts_target:
            found.append((n, _sum_of_targets(given, before + 1, n), value))
        elif parts == parts_target:
            found.append((n, target, value))
        elif parts and reached[1]:
            found.append((n, target, akumulasi(given.realisasi, Akumulasi.JUMLAH, pengali, until)))
        elif parts_target and reached[0]:
            found.append((n, _sum_of_targets(given, 1, n), value))
        else:
            found.append((n, target, None))
    return found


def _sum_of_targets(given: TriwulanInput, first: int, last: int) -> Target | None:
    """What these triwulan are to bring together; of those that are not measured only what is planned for them."""
    planned = {n: given.target[n - 1] for n in range(first, last + 1)}
    targets = [t for n, t in planned.items() if t is not None or n in given.measured]
    if len(targets) == 1:
        return targets[0]
    numbers = [t.angka for t in targets if t is not None and t.angka is not None]
    return Target(angka=sum(numbers, Decimal(0))) if len(numbers) == len(targets) else None


def _from_pecahan(
    pembilang: Decimal, penyebut: Decimal, pengali: Decimal | None, measured: Sequence[int]
) -> Nilai:
    if penyebut == 0:
        alasan = f"jumlah penyebut {name_triwulan(measured)} bernilai nol"
        return Nilai(
            keadaan=KeadaanNilai.TIDAK_DAPAT_DIHITUNG, pembilang=pembilang, penyebut=penyebut, alasan=alasan
        )
    return complete(Nilai(keadaan=KeadaanNilai.TERISI, pembilang=pembilang, penyebut=penyebut), pengali)


def _empty(nilai: Sequence[Nilai], locations: list[int]) -> Nilai:
    """The state of the missing quarters. "belum diisi" goes first: it is the one that can still be mended."""
    pending = [i for i in locations if nilai[i].keadaan is KeadaanNilai.BELUM_DIISI]
    if pending:
        return Nilai(keadaan=KeadaanNilai.BELUM_DIISI, alasan=f"triwulan {_say(pending)} belum diisi")
    alasan = f"data triwulan {_say(locations)} tidak tersedia"
    sebab = [a for i in locations if (a := nilai[i].alasan.strip().rstrip("."))]
    if sebab:
        alasan += f" ({'; '.join(dict.fromkeys(sebab))})"
    return Nilai(keadaan=KeadaanNilai.TIDAK_TERSEDIA, alasan=alasan)


def _say(locations: list[int]) -> str:
    """ "III", "II dan III", "I, II, dan III"."""
    nama = [ROMAN[i] for i in locations]
    if len(nama) < 3:
        return " dan ".join(nama)
    return f"{', '.join(nama[:-1])}, dan {nama[-1]}"
