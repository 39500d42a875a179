"""Which of the rows that are there is meant by each row that is wanted, when no key tells; and in which order."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Hashable, Sequence
from typing import Final

#: Above this many comparisons rows are paired by their place alone.
BATAS_BANDING: Final = 40_000


def pasangkan(
    dicari: Sequence[tuple[Hashable, ...]], ada: Sequence[tuple[Hashable, ...]]
) -> list[int | None]:
    """For each wanted row the number of the one that is there, None for a new one; no number comes twice.

    First come rows that say the same, then those most alike, then what is left in order. All have the same columns.
    """
    menurut_isi: dict[tuple[Hashable, ...], deque[int]] = defaultdict(deque)
    for nomor, isi in enumerate(ada):
        menurut_isi[isi].append(nomor)
    pasangan: list[int | None] = [None] * len(dicari)
    bebas = set(range(len(ada)))
    tunggu = []
    for nomor, isi in enumerate(dicari):
        if menurut_isi.get(isi):
            pasangan[nomor] = lama = menurut_isi[isi].popleft()
            bebas.discard(lama)
        else:
            tunggu.append(nomor)
    for nomor, lama in _menurut_kemiripan(dicari, ada, tunggu, bebas):
        if pasangan[nomor] is None and lama in bebas:
            pasangan[nomor] = lama
            bebas.discard(lama)
    return pasangan


def _menurut_kemiripan(
    dicari: Sequence[tuple[Hashable, ...]],
    ada: Sequence[tuple[Hashable, ...]],
    tunggu: Sequence[int],
    bebas: set[int],
) -> list[tuple[int, int]]:
    """Pairs to try, the most alike first, of equal ones the nearest."""
    if len(tunggu) * len(bebas) > BATAS_BANDING:
        return list(zip(tunggu, sorted(bebas), strict=False))
    urut = sorted(
        (-sum(a == b for a, b in zip(dicari[n], ada[s], strict=True)), abs(n - s), n, s)
        for n in tunggu
        for s in bebas
    )
    return [(n, s) for _, _, n, s in urut]


def urutan(tersimpan: Sequence[tuple[int, int] | None]) -> list[int]:
    """Numbers for rows in a wanted order, as few of them new as possible.

    Each row has its place among the stored rows and its number there, or None where it is new. Numbers have gaps
    where rows were deleted; a list that nobody reordered keeps them.
    """
    hasil: list[int] = []
    tempat_lalu, nomor_lalu, tetap = -1, 0, True
    for satu in tersimpan:
        if satu is not None and satu[0] > tempat_lalu and (tetap or satu[1] > nomor_lalu):
            tempat_lalu, nomor_lalu = satu
            tetap = True
        else:
            nomor_lalu, tetap = nomor_lalu + 1, False
        hasil.append(nomor_lalu)
    return hasil
