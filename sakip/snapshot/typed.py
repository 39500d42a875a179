"""Columns of a row → the engine's value types. The one place where stored numbers lose their padding zeros."""

from __future__ import annotations

from dataclasses import fields
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar, overload

from django.db.models import FileField, Model

from kecamatan.models import MasaJabatan
from sakip.capaian.inputs import KeadaanNilai, Nilai, Target
from sakip.records.shared_columns import RecordedNilai, TargetColumns
from sakip.snapshot.parts.source import MasaJabatan as Masa
from sakip.snapshot.types import Pejabat

T = TypeVar("T")


@overload
def angka(nilai: Decimal) -> Decimal: ...
@overload
def angka(nilai: Decimal | None) -> Decimal | None: ...
def angka(nilai: Decimal | None) -> Decimal | None:
    """A stored number without the zeros of its column: 95.0000 is 95 on both databases, in every snapshot."""
    if nilai is None:
        return None
    plain = nilai.normalize()
    # normalize() writes 100 as 1E+2; a snapshot's numbers are read by people too.
    return plain.quantize(Decimal(1)) if plain == plain.to_integral_value() else plain


def frozen(shape: type[T], row: Model, **others: Any) -> T:
    """A stored row in its frozen shape: fields named as its columns hold what they hold, ``others`` the rest.

    Numbers lose the zeros of their column, and lists are tuples. Raises TypeError where the shape has a field that is
    neither a column nor said: its default would hide that the column is called otherwise now.
    """
    kind: Any = shape  # the cache wants a Hashable, which mypy does not see in type[T]
    columns = {
        name: _frozen_value(getattr(row, name)) for name in _shared(kind, type(row), frozenset(others))
    }
    return shape(**columns | others)


@cache
def _shared(shape: Any, model: type[Model], said: frozenset[str]) -> tuple[str, ...]:
    """Names of the fields that are columns of the model; what a row refers to is frozen by who reads it along."""
    columns = {
        "pk",
        *(c.name for c in model._meta.concrete_fields if not c.is_relation and not isinstance(c, FileField)),
    }
    names = {field.name for field in fields(shape)} - said
    if unknown := names - columns:
        raise TypeError(
            f"{shape.__name__}: no column of {model.__name__}, and not said: {', '.join(sorted(unknown))}"
        )
    return tuple(names)


def _frozen_value(value: Any) -> Any:
    if isinstance(value, Decimal):
        return angka(value)
    return tuple(value) if isinstance(value, list) else value


def target(row: TargetColumns) -> Target:
    """A target that is there."""
    return Target(
        angka=angka(row.angka),
        huruf=row.huruf,
        bawah=angka(row.bawah),
        atas=angka(row.atas),
        cetak=row.cetak,
    )


def optional_target(row: TargetColumns) -> Target | None:
    """A target, or None where the row leaves it open."""
    result = target(row)
    return None if result.angka is None and not result.huruf and result.bawah is None else result


def nilai(row: RecordedNilai) -> Nilai:
    """A recorded value or the recorded reason for its absence."""
    return Nilai(
        keadaan=KeadaanNilai(row.keadaan),
        angka=angka(row.angka),
        huruf=row.huruf,
        pembilang=angka(row.pembilang),
        penyebut=angka(row.penyebut),
        alasan=row.alasan,
        cetak=row.cetak,
    )


def pejabat(masa: MasaJabatan | None) -> Pejabat | None:
    """A term of office as the document names it. Needs pejabat, pangkat, kecamatan and kabupaten selected."""
    if masa is None:
        return None
    return Pejabat(
        nama=masa.pejabat.nama,
        jabatan=masa.sebutan,
        nip=masa.pejabat.nip,
        pangkat=masa.pangkat.pangkat if masa.pangkat else "",
        golongan=masa.pangkat.golongan if masa.pangkat else "",
        atas_nama=masa.office if masa.status == MasaJabatan.Status.ATAS_NAMA else "",
        masa=Masa(
            pk=masa.pk,
            jabatan=masa.jabatan,
            status=masa.status,
            wilayah=wilayah.kode if (wilayah := masa.kecamatan or masa.kabupaten) else "",
            mulai=masa.mulai,
            sampai=masa.sampai,
        ),
    )


#: What :func:`pejabat` reads, as paths below a foreign key to MasaJabatan.
CHOOSE_PEJABAT = ("pejabat", "pangkat", "kecamatan", "kabupaten")


def choose_pejabat(*columns: str) -> tuple[str, ...]:
    """``select_related`` paths for the office holders in the given columns."""
    return tuple(f"{k}__{p}" for k in columns for p in CHOOSE_PEJABAT)
