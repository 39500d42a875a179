"""Budget, spending and what supports which sasaran, as they are frozen."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from kecamatan import models as wilayah
from kecamatan.ground.prepared import PreparedRows, made_once
from sakip import models as m
from sakip.capaian.levels import pagu_of, realisasi_of, total_amount
from sakip.querysets import of_year
from sakip.snapshot.parts.source import DukunganRow, NomenklaturReference
from sakip.snapshot.reference import nomenklatur_of
from sakip.snapshot.rows import JENJANG, NOMENKLATUR, jenjang
from sakip.snapshot.typed import angka, frozen
from sakip.snapshot.types import Anggaran, AnggaranLalu, Belanja, DukunganProgram, Keluaran, SumberDana


def anggaran(kecamatan: wilayah.Kecamatan, tahun: int) -> tuple[Anggaran, ...]:
    """The year's budget rows with output, outcome and sources of their money (3 queries)."""

    def freeze() -> tuple[Anggaran, ...]:
        return tuple(
            budget_row(
                b,
                tuple(frozen(Keluaran, k) for k in b.keluaran.all()),
                nomenklatur_of(b),
                tuple(frozen(SumberDana, s) for s in b.sumber_dana.all()),
            )
            for b in _ANGGARAN(kecamatan.pk, tahun)
        )

    return made_once(("anggaran", kecamatan.pk, tahun), freeze)


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetTotals:
    """What a year's budget adds up to (rupiah); None where a part is not known."""

    pagu: Decimal | None
    realisasi: Decimal | None


def budget_totals(kecamatan: wilayah.Kecamatan, tahun: int) -> BudgetTotals | None:
    """The sums of the year's rows as recorded now (1 query); None where there are none."""
    rows = [budget_row(b) for b in _AMOUNTS(kecamatan.pk, tahun, tahun)]
    if not rows:
        return None
    return BudgetTotals(pagu=total_amount(rows, pagu_of), realisasi=total_amount(rows, realisasi_of))


def budget_row(
    row: m.Anggaran,
    keluaran: tuple[Keluaran, ...] = (),
    nomenklatur: NomenklaturReference | None = None,
    sumber_dana: tuple[SumberDana, ...] = (),
) -> Anggaran:
    """A budget row, frozen; its program, kegiatan and sub kegiatan must be selected already."""
    return frozen(
        Anggaran, row, **jenjang(row), keluaran=keluaran, nomenklatur=nomenklatur, sumber_dana=sumber_dana
    )


def anggaran_lalu(kecamatan: wilayah.Kecamatan, tahun: range) -> tuple[AnggaranLalu, ...]:
    """Totals of earlier years (2 queries): the sum of the year's own rows, else the recorded total.

    One part without an amount makes the sum unknown, unless a row above states it: a smaller total would be false.
    """
    results = {
        b.tahun: frozen(AnggaranLalu, b, tercatat=angka(b.pagu))
        for b in _ANGGARAN_LALU(kecamatan.pk, tahun[0], tahun[-1])
    }
    rows: dict[int, list[Anggaran]] = defaultdict(list)
    for b in _AMOUNTS(kecamatan.pk, tahun[0], tahun[-1]):
        rows[b.tahun].append(budget_row(b))
    for row_year, own in rows.items():
        recorded = results.get(row_year)
        results[row_year] = AnggaranLalu(
            tahun=row_year,
            pagu=angka(total_amount(own, pagu_of)),
            realisasi=angka(total_amount(own, realisasi_of)),
            tercatat=recorded.tercatat if recorded else None,
            pk=recorded.pk if recorded else 0,
        )
    return tuple(results[t] for t in sorted(results))


def belanja(kecamatan: wilayah.Kecamatan, tahun: int) -> tuple[Belanja, ...]:
    """Composition of belanja (1 query)."""
    rows = _BELANJA(kecamatan.pk, tahun)
    kode = {b.pk: b.kode for b in rows}
    return tuple(
        frozen(Belanja, b, induk=kode.get(b.induk_id, "") if b.induk_id is not None else "") for b in rows
    )


def dukungan(kecamatan: wilayah.Kecamatan, tahun: int) -> tuple[DukunganProgram, ...]:
    """Programs per sasaran (1 query)."""
    groups: dict[str, list[DukunganRow]] = defaultdict(list)
    for b in _DUKUNGAN(kecamatan.pk, tahun):
        reference = nomenklatur_of(b)
        assert reference is not None  # noqa: S101  # the column program cannot be empty
        groups[b.sasaran.kunci].append(
            DukunganRow(pk=b.pk, program=b.program.kode, nama=str(b.program), nomenklatur=reference)
        )
    return tuple(
        DukunganProgram(kunci_sasaran=key, program=tuple(b.program for b in content), baris=tuple(content))
        for key, content in groups.items()
    )


_ANGGARAN: Final = PreparedRows(
    lambda kecamatan, tahun: (
        of_year(m.Anggaran, kecamatan, tahun)
        .select_related(*NOMENKLATUR)
        .prefetch_related("keluaran", "sumber_dana")
    )
)
_AMOUNTS: Final = PreparedRows(
    lambda kecamatan, *years: (
        m.Anggaran.objects.for_kecamatan(kecamatan).filter(tahun__range=years).select_related(*JENJANG)
    )
)
_ANGGARAN_LALU: Final = PreparedRows(
    lambda kecamatan, *years: m.AnggaranLalu.objects.for_kecamatan(kecamatan).filter(tahun__range=years)
)
_BELANJA: Final = PreparedRows(
    lambda kecamatan, tahun: m.Belanja.objects.filter(kecamatan=kecamatan, tahun=tahun).order_by("urut", "id")
)
_DUKUNGAN: Final = PreparedRows(
    lambda kecamatan, tahun: (
        m.DukunganProgram.objects.filter(kecamatan=kecamatan, tahun=tahun)
        .select_related("sasaran", "program__versi", "program__kabupaten")
        .order_by("urut", "id")
    )
)
