"""Numbers in words, for amounts and counts that an official document states twice.

num2words supplies the words; the one thing it gets wrong is corrected here: a group of exactly one
thousand is "seribu" wherever it stands ("satu juta seribu"), not only at the front.
"""

from decimal import Decimal
from typing import Final

from num2words import num2words

from sakip.capaian.rounding import round_half_up
from sakip.text.numbers import exact, format_angka

LIMIT: Final = 10**18
"""Numbers from here on (kuantiliun) have no place in a kecamatan's document and are refused."""


def terbilang(n: int) -> str:
    """1_001_000 → "satu juta seribu"; negative numbers begin with "minus".

    Raises TypeError for anything but int, ValueError for numbers of 10^18 and more.
    """
    if not isinstance(n, int):
        raise TypeError(f"terbilang memerlukan int, bukan {type(n).__name__}: {n!r}")
    large = abs(n)
    if large >= LIMIT:
        raise ValueError(f"bilangan terlalu besar untuk dieja: {n}")
    word: str = num2words(large, lang="id")
    if large // 1000 % 1000 == 1:
        # "ribu" occurs once in any number, so this cannot touch "dua puluh satu ribu".
        word = word.replace("satu ribu", "seribu")
    return f"minus {word}" if n < 0 else word


def spell_rupiah(nilai: Decimal | int) -> str:
    """900500.50 → "sembilan ratus ribu lima ratus rupiah lima puluh sen".

    Rounded half up to the sen exactly as `format_rupiah` does, so figure and words always agree.
    """
    all_sen = int(round_half_up(exact(nilai), 2).scaleb(2))
    rupiah, sen = divmod(abs(all_sen), 100)
    parts = []
    if rupiah or not sen:
        parts.append(f"{terbilang(rupiah)} rupiah")
    if sen:
        parts.append(f"{terbilang(sen)} sen")
    word = " ".join(parts)
    return f"minus {word}" if all_sen < 0 else word


def bilangan(n: int) -> str:
    """4 → "4 (empat)": figure and words side by side, as official documents count things."""
    return f"{format_angka(n)} ({terbilang(n)})"
