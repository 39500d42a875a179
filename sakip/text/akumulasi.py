"""How the value of a year follows from its triwulan, in words that suit the rhythm in which it is measured."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sakip.capaian.inputs import Akumulasi
from sakip.capaian.triwulan import TRIWULAN, name_triwulan

_WORDS: Final = {
    Akumulasi.TERAKHIR: "nilai triwulan terakhir",
    Akumulasi.JUMLAH: "jumlah {triwulan}",
    Akumulasi.RATA_RATA: "rata-rata {triwulan}",
    Akumulasi.KUMULATIF: "kumulatif sampai dengan triwulan berjalan",
    Akumulasi.DIKETAHUI: "nilai terakhir yang diketahui",
}


def say_akumulasi(mode: Akumulasi, measured: Sequence[int] = TRIWULAN) -> str:
    """ "rata-rata empat triwulan", "jumlah triwulan II dan IV"; of what is measured once a year only its triwulan
    ("nilai triwulan IV"), since one value is neither added up nor averaged."""
    if len(measured) == 1 and mode is not Akumulasi.DIKETAHUI:
        return f"nilai {name_triwulan(measured)}"
    every = tuple(measured) == TRIWULAN
    return _WORDS[mode].format(triwulan="empat triwulan" if every else name_triwulan(measured))
