"""Frozen dataclasses ⇄ JSON, losslessly: ``baca(tulis(x)) == x``, and equal values give identical bytes.

The text is canonical (sorted keys, no spaces, UTF-8), so its SHA-256 identifies what a document was made from.
Decimals are strings with their own exponent ("100" and "100.00" stay different), exact quotients are "121/4", dates
are ISO, enums their value.
Fields that only checks ask (:mod:`sakip.snapshot.parts.source`) are neither written nor read.
"""

# Written by hand although msgspec writes the same bytes, fifty times as fast (0,2 ms for the largest of the delivered
# years instead of 13; reading 0,3 instead of 17). What it reads it judges less: into a dataclass it lets unknown keys
# pass (only its own Struct refuses them, and the types of sakip.capaian lean on the standard library alone), and takes
# 85 or "NaN" for a Decimal. A snapshot that was signed is refused rather than read as something else.

from __future__ import annotations

import hashlib
import json
import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from fractions import Fraction
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from sakip.snapshot.parts.source import UNSTORED

T = TypeVar("T")


class InvalidSnapshot(ValueError):
    """The JSON is not a snapshot of the expected shape; the message names the place and what was expected."""


def to_plain(nilai: object) -> Any:
    """Frozen value → plain JSON types. Raises ``TypeError`` on a type that the shape does not know."""
    if nilai is None or isinstance(nilai, bool | int):
        return nilai
    if isinstance(nilai, StrEnum):
        return nilai.value
    if isinstance(nilai, str):
        return nilai
    if isinstance(nilai, Decimal):
        return str(nilai)
    if isinstance(nilai, Fraction):
        return f"{nilai.numerator}/{nilai.denominator}"
    if isinstance(nilai, date):
        return nilai.isoformat()
    if isinstance(nilai, tuple):
        return [to_plain(butir) for butir in nilai]
    if is_dataclass(nilai):
        tipe: Any = type(nilai)  # the cache wants a Hashable, which mypy does not see in a class
        return {nama: to_plain(getattr(nilai, nama)) for nama in _tersimpan(tipe)}
    raise TypeError(f"tipe tidak dikenal dalam snapshot: {type(nilai).__name__}")


@cache
def _tersimpan(tipe: Any) -> tuple[str, ...]:
    """The fields that the text holds."""
    return tuple(f.name for f in fields(tipe) if not f.metadata.get(UNSTORED))


def write(nilai: object) -> str:
    """Frozen dataclass → canonical JSON text."""
    return json.dumps(to_plain(nilai), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def sidik(nilai: object) -> str:
    """SHA-256 (hex) of the canonical JSON."""
    return hashlib.sha256(write(nilai).encode()).hexdigest()


def read(teks: str, tipe: type[T]) -> T:
    """Canonical JSON → ``tipe``. Raises :class:`InvalidSnapshot` when the text does not have that shape."""
    try:
        polos = json.loads(teks)
    except json.JSONDecodeError as galat:
        raise InvalidSnapshot(f"bukan JSON: {galat}") from galat
    bentuk: Any = tipe  # the cache wants a Hashable, which mypy does not see in type[T]
    hasil: T = _pembaca(bentuk)(polos, tipe.__name__)
    return hasil


def _refuse(tempat: str, harap: str, nilai: object) -> InvalidSnapshot:
    return InvalidSnapshot(f"{tempat}: diharapkan {harap}, tercatat {nilai!r}")


Pembaca = Callable[[Any, str], Any]


@cache
def _pembaca(tipe: Any) -> Pembaca:
    """The reader of one annotation, built once per type: annotations are few, values many."""
    asal = get_origin(tipe)
    if asal in (Union, types.UnionType):
        return _opsional(tipe)
    if asal is tuple:
        return _larik(get_args(tipe)[0])
    if is_dataclass(tipe):
        return _objek(tipe)
    if tipe is Decimal:
        return _desimal
    if tipe is Fraction:
        return _hasil_bagi
    if tipe is date:
        return _tanggal
    if isinstance(tipe, type) and issubclass(tipe, StrEnum):
        return _pilihan(tipe)
    if tipe in (str, int, bool):
        return _skalar(tipe)
    raise TypeError(f"anotasi tidak didukung: {tipe!r}")


def _opsional(tipe: Any) -> Pembaca:
    anggota = [a for a in get_args(tipe) if a is not type(None)]
    boleh_kosong = len(anggota) < len(get_args(tipe))
    angka = set(anggota) == {Decimal, Fraction}
    if not angka and (len(anggota) != 1 or not boleh_kosong):
        raise TypeError(f"hanya T | None yang didukung, bukan {tipe!r}")

    def read_optional(nilai: Any, tempat: str) -> Any:
        if nilai is None and boleh_kosong:
            return None
        # Resolved on use, not on build: BarisSerapan refers to itself.
        return (_angka if angka else _pembaca(anggota[0]))(nilai, tempat)

    return read_optional


def _larik(isi: Any) -> Pembaca:
    def read_array(nilai: Any, tempat: str) -> Any:
        if not isinstance(nilai, list):
            raise _refuse(tempat, "larik", nilai)
        baca_butir = _pembaca(isi)
        return tuple(baca_butir(butir, f"{tempat}[{i}]") for i, butir in enumerate(nilai))

    return read_array


def _objek(tipe: Any) -> Pembaca:
    petunjuk = get_type_hints(tipe)
    nama = _tersimpan(tipe)

    def read_object(nilai: Any, tempat: str) -> Any:
        if not isinstance(nilai, dict):
            raise _refuse(tempat, "objek", nilai)
        if kurang := [n for n in nama if n not in nilai]:
            raise _refuse(tempat, f"kunci {kurang[0]!r}", "tidak ada")
        if lebih := sorted(nilai.keys() - set(nama)):
            raise _refuse(tempat, "hanya kunci yang dikenal", lebih[0])
        try:
            return tipe(**{n: _pembaca(petunjuk[n])(nilai[n], f"{tempat}.{n}") for n in nama})
        except InvalidSnapshot:
            raise
        except ValueError as galat:  # an invariant of the dataclass itself (Skala)
            raise InvalidSnapshot(f"{tempat}: {galat}") from galat

    return read_object


def _desimal(nilai: Any, tempat: str) -> Decimal:
    if not isinstance(nilai, str):
        raise _refuse(tempat, "angka sebagai teks", nilai)
    try:
        angka = Decimal(nilai)
    except InvalidOperation as galat:
        raise _refuse(tempat, "angka", nilai) from galat
    if not angka.is_finite():
        raise _refuse(tempat, "angka berhingga", nilai)
    return angka


def _angka(nilai: Any, tempat: str) -> Decimal | Fraction:
    return _hasil_bagi(nilai, tempat) if isinstance(nilai, str) and "/" in nilai else _desimal(nilai, tempat)


def _hasil_bagi(nilai: Any, tempat: str) -> Fraction:
    if not isinstance(nilai, str):
        raise _refuse(tempat, "hasil bagi sebagai teks", nilai)
    try:
        hasil = Fraction(nilai)
    except (ValueError, ZeroDivisionError) as galat:
        raise _refuse(tempat, "hasil bagi", nilai) from galat
    if f"{hasil.numerator}/{hasil.denominator}" != nilai:
        raise _refuse(tempat, "hasil bagi dalam bentuk paling sederhana", nilai)
    return hasil


def _tanggal(nilai: Any, tempat: str) -> date:
    if not isinstance(nilai, str):
        raise _refuse(tempat, "tanggal ISO", nilai)
    try:
        return date.fromisoformat(nilai)
    except ValueError as galat:
        raise _refuse(tempat, "tanggal ISO", nilai) from galat


def _pilihan(tipe: type[StrEnum]) -> Pembaca:
    def read_choice(nilai: Any, tempat: str) -> StrEnum:
        try:
            return tipe(nilai)
        except ValueError as galat:
            raise _refuse(tempat, "salah satu dari " + ", ".join(t.value for t in tipe), nilai) from galat

    return read_choice


def _skalar(tipe: type) -> Pembaca:
    def read_scalar(nilai: Any, tempat: str) -> Any:
        if type(nilai) is not tipe:  # bool is an int to isinstance, never here
            raise _refuse(tempat, tipe.__name__, nilai)
        return nilai

    return read_scalar
