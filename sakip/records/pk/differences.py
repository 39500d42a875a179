"""Where a Perjanjian Kinerja differs from the RKT, or from the PK before it: only what differs, both values."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sakip.entry.fields import target_text
from sakip.entry.target_form import target_columns
from sakip.models import AnggaranPK, BarisPK, BarisRKT, Program, SasaranRKT
from sakip.snapshot.leaves import anggaran_program
from sakip.text.numbers import format_rupiah

NONE_THERE = "tidak ada"
WITHOUT_TARGET = "tanpa target"
INCOMPLETE = "belum lengkap"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that differs: what it is, the other document's value, and this PK's."""

    uraian: str
    kind: str
    other: str
    pk: str


def pk_differences(
    rows: Sequence[BarisPK],
    anggaran: Sequence[AnggaranPK],
    *,
    others: Sequence[BarisPK],
    other_anggaran: Sequence[AnggaranPK],
) -> tuple[Difference, ...]:
    """Against the PK before it."""
    return (*_indikator(rows, others), *_program(_uang_pk(anggaran), _uang_pk(other_anggaran)))


def rkt_differences(
    rows: Sequence[BarisPK],
    anggaran: Sequence[AnggaranPK],
    *,
    sasaran: Sequence[SasaranRKT],
    rkt_rows: Sequence[BarisRKT],
) -> tuple[Difference, ...]:
    """Against the RKT; ``rkt_rows`` needs its program selected. Money is compared where the RKT names some."""
    jumlah = anggaran_program(rkt_rows)
    program: dict[Hashable, Program] = {b.program_id: b.program for b in rkt_rows}
    uang = {
        program[nomor].nama.casefold(): (
            program[nomor].nama,
            INCOMPLETE if n is None else format_rupiah(n),
        )
        for nomor, n in jumlah.items()
    }
    valued = any(b.anggaran is not None for b in rkt_rows)
    return (*_indikator(rows, sasaran), *(_program(_uang_pk(anggaran), uang) if valued else ()))


def _indikator(rows: Sequence[Any], others: Sequence[Any]) -> Iterable[Difference]:
    left, right = _per_indikator(rows), _per_indikator(others)
    for key in dict.fromkeys([*right, *left]):
        this, that = left.get(key), right.get(key)
        if this is None or that is None:
            present: Any = this or that
            yield Difference(
                uraian=present.indikator,
                kind="Indikator",
                other=NONE_THERE if that is None else _target(that),
                pk=NONE_THERE if this is None else _target(this),
            )
            continue
        if target_columns(this) != target_columns(that):
            yield Difference(uraian=this.indikator, kind="Target", other=_target(that), pk=_target(this))
        if this.satuan.strip().casefold() != that.satuan.strip().casefold():
            yield Difference(
                uraian=this.indikator, kind="Satuan", other=that.satuan or "–", pk=this.satuan or "–"
            )


def _per_indikator(rows: Sequence[Any]) -> dict[str, Any]:
    """Rows by the indikator of whichever Renstra, or by their own words where none is chosen."""
    return {
        f"acuan {b.acuan_indikator.kunci}" if b.acuan_indikator else b.indikator.strip().casefold(): b
        for b in rows
    }


def _target(row: Any) -> str:
    columns = target_columns(row)
    return row.cetak or (target_text(columns) if columns else WITHOUT_TARGET)


def _uang_pk(anggaran: Sequence[AnggaranPK]) -> dict[str, tuple[str, str]]:
    """Amounts by the name of the program, as people compare them; rows of one program are added up."""
    jumlah: dict[str, tuple[str, Decimal]] = {}
    for a in anggaran:
        key = a.nama.strip().casefold()
        jumlah[key] = (a.nama, jumlah.get(key, ("", Decimal(0)))[1] + a.anggaran)
    return {key: (nama, format_rupiah(n)) for key, (nama, n) in jumlah.items()}


def _program(this: dict[str, tuple[str, str]], that: dict[str, tuple[str, str]]) -> Iterable[Difference]:
    for key in dict.fromkeys([*that, *this]):
        left, right = this.get(key, ("", NONE_THERE)), that.get(key, ("", NONE_THERE))
        if left[1] != right[1]:
            yield Difference(uraian=left[0] or right[0], kind="Anggaran", other=right[1], pk=left[1])
