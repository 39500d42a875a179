"""Unsur of a survey as people write them, a line for each: "Keamanan pelayanan: 3,25"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from sakip.capaian.skm import HIGHEST, LOWEST, UNSUR, Unsur
from sakip.text.numbers import InvalidNumber, parse_number

#: As many as one survey may add.
MOST: Final = 20
LONGEST: Final = 100
_DECIMALS: Final = 4
_LINE: Final = re.compile(r"(?P<nama>.*?)\s*[:=\t]\s*(?P<nilai>[^:=\t]*)")


class InvalidUnsur(ValueError):
    """Lines that are no unsur; ``str()`` names the line and the remedy."""


def read_unsur(text: str) -> tuple[Unsur, ...]:
    """The unsur of the lines, in their order. Raises :class:`InvalidUnsur`."""
    found: dict[str, Unsur] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        shape = _LINE.fullmatch(line)
        nama = " ".join(shape["nama"].split()) if shape else ""
        if shape is None or not nama:
            raise InvalidUnsur(f"“{line}” belum terbaca. Tulis nama unsur, titik dua, lalu nilainya.")
        if len(nama) > LONGEST:
            raise InvalidUnsur(f"Nama unsur “{nama}” lebih dari {LONGEST} huruf. Pendekkan.")
        if nama.casefold() in found:
            raise InvalidUnsur(f"Unsur “{nama}” tertulis dua kali. Hapus salah satunya.")
        if nama.casefold() in _OF_THE_NINE:
            raise InvalidUnsur(f"“{nama}” termasuk sembilan unsur. Isi nilainya pada kolomnya sendiri.")
        found[nama.casefold()] = (nama, _value(nama, shape["nilai"]))
    if len(found) > MOST:
        raise InvalidUnsur(f"Unsur yang ditulis {len(found)}. Tulis paling banyak {MOST}.")
    return tuple(found.values())


_OF_THE_NINE: Final = {nama.casefold() for nama in UNSUR}


def _value(nama: str, said: str) -> Decimal:
    try:
        value = parse_number(said)
    except InvalidNumber as error:
        raise InvalidUnsur(f"Nilai unsur “{nama}” belum terbaca. {error}") from error
    if not LOWEST <= value <= HIGHEST or "%" in said:
        raise InvalidUnsur(f"Nilai unsur “{nama}” {said.strip()} di luar 1 sampai 4. Isi nilai rata-ratanya.")
    if -int(value.as_tuple().exponent) > _DECIMALS:
        raise InvalidUnsur(f"Nilai unsur “{nama}” lebih dari {_DECIMALS} angka desimal. Bulatkan.")
    return value


def unsur_of(nine: Sequence[Decimal | None], others: str) -> tuple[Unsur, ...]:
    """What a survey asked about: those of the nine that have a value, then the others as they are written."""
    asked: Iterable[Unsur] = (
        (nama, value) for nama, value in zip(UNSUR, nine, strict=True) if value is not None
    )
    return (*asked, *read_unsur(others))
