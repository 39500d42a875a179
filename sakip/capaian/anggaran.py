"""The budget: a tree whose every sum is computed from its rows, serapan, proporsi and efisiensi (rupiah).

Which rows are added up, and which are only compared, :mod:`sakip.capaian.levels` decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from sakip.capaian.arithmetic import complete_total, divide, fixed_precision
from sakip.capaian.inputs import AnggaranInput, AnggaranTahun, SasaranInput
from sakip.capaian.levels import BudgetLevel, SpentRow, Step, build_levels, pagu_of, realisasi_of
from sakip.capaian.results import (
    AnggaranResult,
    Efisiensi,
    PartialSerapan,
    Rerata,
    Serapan,
    SerapanBefore,
    SerapanLine,
)
from sakip.capaian.rounding import round_half_up
from sakip.capaian.values import Keadaan

P = TypeVar("P", bound=SpentRow)

_LEVELS = ("program", "kegiatan", "sub kegiatan", "unit")


@fixed_precision
def compute_serapan(pagu: Decimal | None, realisasi: Decimal | None, desimal: int = 2) -> Serapan:
    """realisasi ÷ pagu × 100 (rupiah in, percent out). Never raises: an unknown amount is answered with the
    state and the reason, and is never taken as 0."""
    if pagu is None or realisasi is None:
        less = [nama for nama, nilai in (("pagu", pagu), ("realisasi", realisasi)) if nilai is None]
        alasan = f"{' dan '.join(less)} anggaran belum diisi"
        return Serapan(pagu=pagu, realisasi=realisasi, keadaan=Keadaan.BELUM_DIISI, alasan=alasan)
    if pagu == 0:
        return Serapan(
            pagu=pagu,
            realisasi=realisasi,
            keadaan=Keadaan.TIDAK_DAPAT_DIHITUNG,
            alasan="pagu anggaran bernilai nol",
        )
    raw = divide(realisasi, pagu) * 100
    return Serapan(
        pagu=pagu,
        realisasi=realisasi,
        keadaan=Keadaan.TERHITUNG,
        mentah=raw,
        nilai=round_half_up(raw, desimal),
    )


@fixed_precision
def row_serapan(rows: Sequence[SpentRow], desimal: int = 2) -> Serapan:
    """Serapan of a sum of rows on whatever levels, each thing counted once.

    One unknown row makes its sum unknown, and the reason says how many there are; ``sebagian`` then has the serapan
    of what is known.
    """
    return level_serapan(build_levels(rows), desimal)


@fixed_precision
def level_serapan(levels: Sequence[BudgetLevel[P]], desimal: int = 2) -> Serapan:
    """Serapan of everything on and below these levels."""
    if not levels:
        return _without_serapan("anggaran belum diisi")
    pagu, realisasi = (
        [column(row) for one in levels for row in one.addends(column)] for column in (pagu_of, realisasi_of)
    )
    serapan = compute_serapan(complete_total(pagu), complete_total(realisasi), desimal)
    if serapan.keadaan is not Keadaan.BELUM_DIISI:
        return serapan
    if max(len(pagu), len(realisasi)) == 1:
        return serapan
    less = [
        nama if empty == len(nilai) else f"{nama} {empty} dari {len(nilai)} baris"
        for nama, nilai in (("pagu", pagu), ("realisasi", realisasi))
        if (empty := nilai.count(None))
    ]
    return replace(
        serapan,
        alasan=f"{' dan '.join(less)} anggaran belum diisi",
        sebagian=_partial(levels, desimal),
    )


@fixed_precision
def compute_anggaran(
    rows: Sequence[AnggaranInput], previous: Sequence[AnggaranTahun], desimal: int = 2
) -> AnggaranResult:
    """The tree program → kegiatan → sub kegiatan (→ unit) in the order of first appearance, its total, earlier years.

    A row stands at the level down to which its document splits. Where others split further, it is a control total,
    and no part; a remainder (not ``rinci``) is a part, and appears among them as
    :data:`sakip.capaian.levels.NOT_DETAILED`.
    """
    levels = build_levels(rows)
    total = level_serapan(levels, desimal)
    return AnggaranResult(
        total=total,
        program=tuple(_branch(one, 0, total.pagu, desimal) for one in levels),
        lalu=tuple(_tahun_lalu(total, tahun, desimal) for tahun in previous),
    )


@fixed_precision
def anggaran_sasaran(
    sasaran: SasaranInput, rows: Sequence[AnggaranInput], total: Serapan, desimal: int = 2
) -> tuple[Serapan, Decimal | None]:
    """Serapan of the sasaran's supporting programs, and its proporsi of the total pagu (percent).

    A program that supports two sasaran counts in full for both, so proporsi may sum to more than 100: the
    documents give no key by which to split it.
    """
    if not sasaran.program:
        return _without_serapan("program pendukung sasaran belum ditetapkan"), None
    recorded = {_program_key(b) for b in rows}
    less = [kode for kode in sasaran.program if kode not in recorded]
    if less:
        return _without_serapan(f"anggaran program {', '.join(less)} belum diisi"), None
    own = [b for b in rows if _program_key(b) in sasaran.program]
    serapan = row_serapan(own, desimal)
    return serapan, _proporsi(serapan.pagu, total.pagu, desimal)


@fixed_precision
def compute_efisiensi(rerata: Rerata, serapan: Serapan, batas: Decimal | None) -> Efisiensi:
    """capaian − serapan; efisien only if capaian ≥ serapan and capaian ≥ ``batas`` (percent, None for no bound), all
    with two decimals, so that the verdict fits the print and a year that prints fewer is judged alike.

    The difference shown is that of the two shown values, so that the row can be checked by hand. A mean of a part of
    the indikator is no verdict on the sasaran.
    """
    capaian, known = rerata.nilai, serapan.nilai
    alasan = rerata.alasan or serapan.alasan
    if not alasan and not rerata.complete:
        alasan = f"capaian baru diketahui untuk {rerata.terhitung} dari {rerata.jumlah} indikator"
    if not alasan and serapan.realisasi == 0:
        # What was reached was reached without this money, and what lies idle was not saved.
        alasan = "anggaran program pendukungnya tidak digunakan"
    selisih = None if capaian is None or known is None else capaian - known
    below, efisien = False, None
    if not alasan and rerata.mentah is not None and serapan.mentah is not None:
        shown = round_half_up(rerata.mentah)
        below = batas is not None and shown < batas
        efisien = not below and shown >= round_half_up(serapan.mentah)
    return Efisiensi(
        capaian=capaian,
        serapan=known,
        selisih=selisih,
        efisien=efisien,
        alasan=alasan,
        batas=batas,
        below_batas=below,
    )


def _without_serapan(alasan: str) -> Serapan:
    return Serapan(pagu=None, realisasi=None, keadaan=Keadaan.BELUM_DIISI, alasan=alasan)


def _proporsi(pagu: Decimal | None, total: Decimal | None, desimal: int) -> Decimal | None:
    return None if pagu is None or not total else round_half_up(divide(pagu, total) * 100, desimal)


def _tahun_lalu(total: Serapan, tahun: AnggaranTahun, desimal: int) -> SerapanBefore:
    serapan = compute_serapan(tahun.pagu, tahun.realisasi, desimal)
    selisih = None if total.nilai is None or serapan.nilai is None else total.nilai - serapan.nilai
    return SerapanBefore(tahun=tahun.tahun, serapan=serapan, selisih=selisih)


def _program_key(row: AnggaranInput) -> str:
    return Step(row.program, row.nama_program).key


def _partial(levels: Sequence[BudgetLevel[P]], desimal: int) -> PartialSerapan | None:
    """Serapan of what is known both ways; None where nothing is, or where its pagu is 0."""
    known = [part for one in levels for part in _known(one)]
    pagu = sum((p for p, _, _ in known), Decimal(0))
    realisasi = sum((r for _, r, _ in known), Decimal(0))
    if not pagu:
        return None
    return PartialSerapan(
        pagu=pagu,
        realisasi=realisasi,
        nilai=round_half_up(divide(realisasi, pagu) * 100, desimal),
        baris=sum(n for _, _, n in known),
        dari=sum(1 for one in levels for _ in one.details()),
    )


def _known(level: BudgetLevel[P]) -> list[tuple[Decimal, Decimal, int]]:
    """Pagu, realisasi and number of rows of the largest parts of which both are known."""
    pagu, realisasi = level.total(pagu_of), level.total(realisasi_of)
    if pagu is not None and realisasi is not None:
        return [(pagu, realisasi, sum(1 for _ in level.details()))]
    if level.children:
        return [part for child in level.children for part in _known(child)]
    return [
        (row.pagu, row.realisasi, 1)
        for row in level.own
        if row.pagu is not None and row.realisasi is not None
    ]


def _branch(
    level: BudgetLevel[AnggaranInput], inside: int, total: Decimal | None, desimal: int
) -> SerapanLine:
    serapan = level_serapan((level,), desimal)
    return SerapanLine(
        tingkat=_LEVELS[inside],
        kode=level.step.kode,
        nama=level.step.nama,
        rinci=bool(level.children) or all(row.rinci for row in level.own),
        serapan=serapan,
        proporsi=_proporsi(serapan.pagu, total, desimal),
        anak=tuple(_branch(child, inside + 1, total, desimal) for child in level.children),
    )
