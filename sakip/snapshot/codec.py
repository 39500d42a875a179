"""Frozen dataclasses ⇄ JSON, losslessly: ``baca(tulis(x)) == x``, and equal values give identical bytes.

The text is canonical (sorted keys, no spaces, UTF-8), so its SHA-256 identifies what a document was made from.
Decimals are strings with their own exponent ("100" and "100.00" stay different), exact quotients are "121/4", dates
are ISO, enums their value.
Fields that only checks ask (:mod:`sakip.snapshot.parts.source`) are neither written nor read.

A text that was signed is read by every later version. A field that came after it has a default, which says what was so
before there was such a thing (no rows of it); a text without that key is read with it. All else that is not as expected
is refused.
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
from dataclasses import MISSING, fields, is_dataclass
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
        return [to_plain(item) for item in nilai]
    if is_dataclass(nilai):
        cls: Any = type(nilai)  # the cache wants a Hashable, which mypy does not see in a class
        return {nama: to_plain(getattr(nilai, nama)) for nama in stored_names(cls)}
    raise TypeError(f"tipe tidak dikenal dalam snapshot: {type(nilai).__name__}")


@cache
def stored_names(cls: Any) -> tuple[str, ...]:
    """The fields that the text holds."""
    return tuple(f.name for f in fields(cls) if not f.metadata.get(UNSTORED))


def write(nilai: object) -> str:
    """Frozen dataclass → canonical JSON text."""
    return json.dumps(to_plain(nilai), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def fingerprint(nilai: object) -> str:
    """SHA-256 (hex) of the canonical JSON."""
    return hashlib.sha256(write(nilai).encode()).hexdigest()


def read(text: str, cls: type[T]) -> T:
    """Canonical JSON → ``cls``. Raises :class:`InvalidSnapshot` when the text does not have that shape."""
    try:
        plain = json.loads(text)
    except json.JSONDecodeError as error:
        raise InvalidSnapshot(f"bukan JSON: {error}") from error
    return from_plain(plain, cls)


def from_plain(plain: Any, cls: type[T]) -> T:
    """What :func:`to_plain` gave → ``cls``. Raises :class:`InvalidSnapshot` where it does not have that shape."""
    shape: Any = cls  # the cache wants a Hashable, which mypy does not see in type[T]
    result: T = _reader(shape)(plain, cls.__name__)
    return result


def _refuse(place: str, expect: str, nilai: object) -> InvalidSnapshot:
    return InvalidSnapshot(f"{place}: diharapkan {expect}, tercatat {nilai!r}")


Reader = Callable[[Any, str], Any]


@cache
def _reader(cls: Any) -> Reader:
    """The reader of one annotation, built once per type: annotations are few, values many."""
    origin = get_origin(cls)
    if origin in (Union, types.UnionType):
        return _optional(cls)
    if origin is tuple:
        member = get_args(cls)
        return _array(member[0]) if member[1:] == (...,) else _row(member)
    if is_dataclass(cls):
        return _subject(cls)
    if cls is Decimal:
        return _desimal
    if cls is Fraction:
        return _quotient
    if cls is date:
        return _tanggal
    if isinstance(cls, type) and issubclass(cls, StrEnum):
        return _choice(cls)
    if cls in (str, int, bool):
        return _scalar(cls)
    raise TypeError(f"anotasi tidak didukung: {cls!r}")


def _optional(cls: Any) -> Reader:
    member = [a for a in get_args(cls) if a is not type(None)]
    may_be_empty = len(member) < len(get_args(cls))
    angka = set(member) == {Decimal, Fraction}
    if not angka and (len(member) != 1 or not may_be_empty):
        raise TypeError(f"hanya T | None yang didukung, bukan {cls!r}")

    def read_optional(nilai: Any, place: str) -> Any:
        if nilai is None and may_be_empty:
            return None
        # Resolved on use, not on build: SerapanLine refers to itself.
        return (_angka if angka else _reader(member[0]))(nilai, place)

    return read_optional


def _array(content: Any) -> Reader:
    def read_array(nilai: Any, place: str) -> Any:
        if not isinstance(nilai, list):
            raise _refuse(place, "larik", nilai)
        item_read = _reader(content)
        return tuple(item_read(item, f"{place}[{i}]") for i, item in enumerate(nilai))

    return read_array


def _row(member: tuple[Any, ...]) -> Reader:
    """A tuple of so many places, each of its own type."""

    def read_row(nilai: Any, place: str) -> Any:
        if not isinstance(nilai, list) or len(nilai) != len(member):
            raise _refuse(place, f"larik dengan {len(member)} unsur", nilai)
        return tuple(
            _reader(cls)(item, f"{place}[{i}]")
            for i, (cls, item) in enumerate(zip(member, nilai, strict=True))
        )

    return read_row


def _subject(cls: Any) -> Reader:
    hints = get_type_hints(cls)
    nama = stored_names(cls)
    needed = [f.name for f in fields(cls) if f.name in nama and f.default is f.default_factory is MISSING]

    def read_object(nilai: Any, place: str) -> Any:
        if not isinstance(nilai, dict):
            raise _refuse(place, "objek", nilai)
        if less := [n for n in needed if n not in nilai]:
            raise _refuse(place, f"kunci {less[0]!r}", "tidak ada")
        if more := sorted(nilai.keys() - set(nama)):
            raise _refuse(place, "hanya kunci yang dikenal", more[0])
        try:
            return cls(**{n: _reader(hints[n])(nilai[n], f"{place}.{n}") for n in nama if n in nilai})
        except InvalidSnapshot:
            raise
        except ValueError as error:  # an invariant of the dataclass itself (Skala)
            raise InvalidSnapshot(f"{place}: {error}") from error

    return read_object


def _desimal(nilai: Any, place: str) -> Decimal:
    if not isinstance(nilai, str):
        raise _refuse(place, "angka sebagai teks", nilai)
    try:
        angka = Decimal(nilai)
    except InvalidOperation as error:
        raise _refuse(place, "angka", nilai) from error
    if not angka.is_finite():
        raise _refuse(place, "angka berhingga", nilai)
    return angka


def _angka(nilai: Any, place: str) -> Decimal | Fraction:
    return _quotient(nilai, place) if isinstance(nilai, str) and "/" in nilai else _desimal(nilai, place)


def _quotient(nilai: Any, place: str) -> Fraction:
    if not isinstance(nilai, str):
        raise _refuse(place, "hasil bagi sebagai teks", nilai)
    try:
        result = Fraction(nilai)
    except (ValueError, ZeroDivisionError) as error:
        raise _refuse(place, "hasil bagi", nilai) from error
    if f"{result.numerator}/{result.denominator}" != nilai:
        raise _refuse(place, "hasil bagi dalam bentuk paling sederhana", nilai)
    return result


def _tanggal(nilai: Any, place: str) -> date:
    if not isinstance(nilai, str):
        raise _refuse(place, "tanggal ISO", nilai)
    try:
        return date.fromisoformat(nilai)
    except ValueError as error:
        raise _refuse(place, "tanggal ISO", nilai) from error


def _choice(cls: type[StrEnum]) -> Reader:
    def read_choice(nilai: Any, place: str) -> StrEnum:
        try:
            return cls(nilai)
        except ValueError as error:
            raise _refuse(place, "salah satu dari " + ", ".join(t.value for t in cls), nilai) from error

    return read_choice


def _scalar(cls: type) -> Reader:
    def read_scalar(nilai: Any, place: str) -> Any:
        if type(nilai) is not cls:  # bool is an int to isinstance, never here
            raise _refuse(place, cls.__name__, nilai)
        return nilai

    return read_scalar
