"""Numbers in words, for amounts and counts that an official document states twice.

num2words supplies the words; the one thing it gets wrong is corrected here: a group of exactly one
thousand is "seribu" wherever it stands ("satu juta seribu"), not only at the front.
"""

from decimal import Decimal
from typing import Final

from num2words import num2words

from sakip.capaian.rounding import round_half_up
from sakip.text.numbers import eksak, format_angka

BATAS: Final = 10**18
"""Numbers from here on (kuantiliun) have no place in a kecamatan's document and are refused."""


def terbilang(n: int) -> str:
    """1_001_000 → "satu juta seribu"; negative numbers begin with "minus".

    Raises TypeError for anything but int, ValueError for numbers of 10^18 and more.
    """
    if not isinstance(n, int):
        raise TypeError(f"terbilang memerlukan int, bukan {type(n).__name__}: {n!r}")
    besar = abs(n)
    if besar >= BATAS:
        raise ValueError(f"bilangan terlalu besar untuk dieja: {n}")
    kata: str = num2words(besar, lang="id")
    if besar // 1000 % 1000 == 1:
        # "ribu" occurs once in any number, so this cannot touch "dua puluh satu ribu".
        kata = kata.replace("satu ribu", "seribu")
    return f"minus {kata}" if n < 0 else kata


def spell_rupiah(nilai: Decimal | int) -> str:
    """900500.50 → "sembilan ratus ribu lima ratus rupiah lima puluh sen".

    Rounded half up to the sen exactly as `format_rupiah` does, so figure and words always agree.
    """
    sen_semua = int(round_half_up(eksak(nilai), 2).scaleb(2))
    rupiah, sen = divmod(abs(sen_semua), 100)
    bagian = []
    if rupiah or not sen:
        bagian.append(f"{terbilang(rupiah)} rupiah")
    if sen:
        bagian.append(f"{terbilang(sen)} sen")
    kata = " ".join(bagian)
    return f"minus {kata}" if sen_semua < 0 else kata


def bilangan(n: int) -> str:
    """4 → "4 (empat)": figure and words side by side, as official documents count things."""
    return f"{format_angka(n)} ({terbilang(n)})"
