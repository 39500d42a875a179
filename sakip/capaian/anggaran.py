"""The budget: a tree whose every sum is computed from its rows, serapan, proporsi and efisiensi (rupiah).

Which rows are added up, and which are only compared, :mod:`sakip.capaian.levels` decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from sakip.capaian.arithmetic import divide, jumlah_lengkap, presisi_tetap
from sakip.capaian.inputs import AnggaranMasukan, AnggaranTahun, SasaranMasukan
from sakip.capaian.levels import BudgetLevel, SpentRow, Step, build_levels, pagu_of, realisasi_of
from sakip.capaian.results import (
    BarisSerapan,
    Efisiensi,
    HasilAnggaran,
    Rerata,
    Serapan,
    SerapanLalu,
    SerapanSebagian,
)
from sakip.capaian.rounding import round_half_up
from sakip.capaian.values import Keadaan

P = TypeVar("P", bound=SpentRow)

_TINGKAT = ("program", "kegiatan", "sub kegiatan", "unit")


@presisi_tetap
def compute_serapan(pagu: Decimal | None, realisasi: Decimal | None, desimal: int = 2) -> Serapan:
    """realisasi ÷ pagu × 100 (rupiah in, percent out). Never raises: an unknown amount is answered with the
    state and the reason, and is never taken as 0."""
    if pagu is None or realisasi is None:
        kurang = [nama for nama, nilai in (("pagu", pagu), ("realisasi", realisasi)) if nilai is None]
        alasan = f"{' dan '.join(kurang)} anggaran belum diisi"
        return Serapan(pagu=pagu, realisasi=realisasi, keadaan=Keadaan.BELUM_DIISI, alasan=alasan)
    if pagu == 0:
        return Serapan(
            pagu=pagu,
            realisasi=realisasi,
            keadaan=Keadaan.TIDAK_DAPAT_DIHITUNG,
            alasan="pagu anggaran bernilai nol",
        )
    mentah = divide(realisasi, pagu) * 100
    return Serapan(
        pagu=pagu,
        realisasi=realisasi,
        keadaan=Keadaan.TERHITUNG,
        mentah=mentah,
        nilai=round_half_up(mentah, desimal),
    )


@presisi_tetap
def serapan_baris(baris: Sequence[SpentRow], desimal: int = 2) -> Serapan:
    """Serapan of a sum of rows on whatever levels, each thing counted once.

    One unknown row makes its sum unknown, and the reason says how many there are; ``sebagian`` then has the serapan
    of what is known.
    """
    return serapan_tingkat(build_levels(baris), desimal)


@presisi_tetap
def serapan_tingkat(tingkat: Sequence[BudgetLevel[P]], desimal: int = 2) -> Serapan:
    """Serapan of everything on and below these levels."""
    if not tingkat:
        return _tanpa_serapan("anggaran belum diisi")
    pagu, realisasi = (
        [kolom(baris) for satu in tingkat for baris in satu.addends(kolom)]
        for kolom in (pagu_of, realisasi_of)
    )
    serapan = compute_serapan(jumlah_lengkap(pagu), jumlah_lengkap(realisasi), desimal)
    if serapan.keadaan is not Keadaan.BELUM_DIISI:
        return serapan
    if max(len(pagu), len(realisasi)) == 1:
        return serapan
    kurang = [
        f"{nama} {kosong} dari {len(nilai)} baris"
        for nama, nilai in (("pagu", pagu), ("realisasi", realisasi))
        if (kosong := nilai.count(None))
    ]
    return replace(
        serapan,
        alasan=f"{' dan '.join(kurang)} anggaran belum diisi",
        sebagian=_sebagian(tingkat, desimal),
    )


@presisi_tetap
def compute_anggaran(
    baris: Sequence[AnggaranMasukan], lalu: Sequence[AnggaranTahun], desimal: int = 2
) -> HasilAnggaran:
    """The tree program → kegiatan → sub kegiatan (→ unit) in the order of first appearance, its total, earlier years.

    A row stands at the level down to which its document splits. Where others split further, it is a control total,
    and no part; a remainder (not ``rinci``) is a part, and appears among them as
    :data:`sakip.capaian.levels.TIDAK_DIRINCI`.
    """
    tingkat = build_levels(baris)
    total = serapan_tingkat(tingkat, desimal)
    return HasilAnggaran(
        total=total,
        program=tuple(_cabang(satu, 0, total.pagu, desimal) for satu in tingkat),
        lalu=tuple(_tahun_lalu(total, tahun, desimal) for tahun in lalu),
    )


@presisi_tetap
def anggaran_sasaran(
    sasaran: SasaranMasukan, baris: Sequence[AnggaranMasukan], total: Serapan, desimal: int = 2
) -> tuple[Serapan, Decimal | None]:
    """Serapan of the sasaran's supporting programs, and its proporsi of the total pagu (percent).

    A program that supports two sasaran counts in full for both, so proporsi may sum to more than 100: the
    documents give no key by which to split it.
    """
    if not sasaran.program:
        return _tanpa_serapan("program pendukung sasaran belum ditetapkan"), None
    tercatat = {_kunci_program(b) for b in baris}
    kurang = [kode for kode in sasaran.program if kode not in tercatat]
    if kurang:
        return _tanpa_serapan(f"anggaran program {', '.join(kurang)} belum diisi"), None
    milik = [b for b in baris if _kunci_program(b) in sasaran.program]
    serapan = serapan_baris(milik, desimal)
    return serapan, _proporsi(serapan.pagu, total.pagu, desimal)


@presisi_tetap
def compute_efisiensi(rerata: Rerata, serapan: Serapan) -> Efisiensi:
    """capaian − serapan; efisien only if capaian ≥ serapan, both with two decimals, so that the verdict fits the
    print and a year that prints fewer is judged alike.

    The difference shown is that of the two shown values, so that the row can be checked by hand.
    """
    if rerata.mentah is None or rerata.nilai is None:
        return Efisiensi(
            capaian=None, serapan=serapan.nilai, selisih=None, efisien=None, alasan=rerata.alasan
        )
    if serapan.mentah is None or serapan.nilai is None:
        return Efisiensi(
            capaian=rerata.nilai, serapan=None, selisih=None, efisien=None, alasan=serapan.alasan
        )
    return Efisiensi(
        capaian=rerata.nilai,
        serapan=serapan.nilai,
        selisih=rerata.nilai - serapan.nilai,
        efisien=round_half_up(rerata.mentah) >= round_half_up(serapan.mentah),
    )


def _tanpa_serapan(alasan: str) -> Serapan:
    return Serapan(pagu=None, realisasi=None, keadaan=Keadaan.BELUM_DIISI, alasan=alasan)


def _proporsi(pagu: Decimal | None, total: Decimal | None, desimal: int) -> Decimal | None:
    return None if pagu is None or not total else round_half_up(divide(pagu, total) * 100, desimal)


def _tahun_lalu(total: Serapan, tahun: AnggaranTahun, desimal: int) -> SerapanLalu:
    serapan = compute_serapan(tahun.pagu, tahun.realisasi, desimal)
    selisih = None if total.nilai is None or serapan.nilai is None else total.nilai - serapan.nilai
    return SerapanLalu(tahun=tahun.tahun, serapan=serapan, selisih=selisih)


def _kunci_program(baris: AnggaranMasukan) -> str:
    return Step(baris.program, baris.nama_program).key


def _sebagian(tingkat: Sequence[BudgetLevel[P]], desimal: int) -> SerapanSebagian | None:
    """Serapan of what is known both ways; None where nothing is, or where its pagu is 0."""
    diketahui = [bagian for satu in tingkat for bagian in _diketahui(satu)]
    pagu = sum((p for p, _, _ in diketahui), Decimal(0))
    realisasi = sum((r for _, r, _ in diketahui), Decimal(0))
    if not pagu:
        return None
    return SerapanSebagian(
        pagu=pagu,
        realisasi=realisasi,
        nilai=round_half_up(divide(realisasi, pagu) * 100, desimal),
        baris=sum(n for _, _, n in diketahui),
        dari=sum(1 for satu in tingkat for _ in satu.details()),
    )


def _diketahui(tingkat: BudgetLevel[P]) -> list[tuple[Decimal, Decimal, int]]:
    """Pagu, realisasi and number of rows of the largest parts of which both are known."""
    pagu, realisasi = tingkat.total(pagu_of), tingkat.total(realisasi_of)
    if pagu is not None and realisasi is not None:
        return [(pagu, realisasi, sum(1 for _ in tingkat.details()))]
    if tingkat.children:
        return [bagian for anak in tingkat.children for bagian in _diketahui(anak)]
    return [
        (baris.pagu, baris.realisasi, 1)
        for baris in tingkat.own
        if baris.pagu is not None and baris.realisasi is not None
    ]


def _cabang(
    tingkat: BudgetLevel[AnggaranMasukan], dalam: int, total: Decimal | None, desimal: int
) -> BarisSerapan:
    serapan = serapan_tingkat((tingkat,), desimal)
    return BarisSerapan(
        tingkat=_TINGKAT[dalam],
        kode=tingkat.step.kode,
        nama=tingkat.step.nama,
        rinci=bool(tingkat.children) or all(baris.rinci for baris in tingkat.own),
        serapan=serapan,
        proporsi=_proporsi(serapan.pagu, total, desimal),
        anak=tuple(_cabang(anak, dalam + 1, total, desimal) for anak in tingkat.children),
    )
