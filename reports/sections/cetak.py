"""How targets and values are printed in tables: their own printed form first, else the formatted number."""

from __future__ import annotations

from decimal import Decimal

from sakip.angka import format_angka
from sakip.capaian.inputs import KeadaanNilai, Nilai, Target

#: Printed in a cell whose value nobody has recorded or that does not exist; never a dash that could mean zero.
TIDAK_TERSEDIA = "tidak tersedia"
KOSONG = "–"


def cetak_target(target: Target | None, desimal: int | None = None) -> str:
    """A target as the document prints it ("B (80)", "100%", "80–90"); an en dash where there is none."""
    if target is None:
        return KOSONG
    if target.cetak:
        return target.cetak
    if target.angka is not None:
        return format_angka(target.angka, desimal)
    if target.bawah is not None and target.atas is not None:
        return f"{format_angka(target.bawah, desimal)}–{format_angka(target.atas, desimal)}"
    return target.huruf or KOSONG


def cetak_nilai(nilai: Nilai, desimal: int | None = None) -> str:
    """A realisasi as the document prints it, or the words of its state."""
    if nilai.keadaan is not KeadaanNilai.TERISI:
        return str(nilai.keadaan.value)
    if nilai.cetak:
        return nilai.cetak
    if nilai.angka is not None:
        return format_angka(nilai.angka, desimal)
    if nilai.huruf:
        return nilai.huruf
    if nilai.pembilang is not None and nilai.penyebut is not None:
        return f"{format_angka(nilai.pembilang)} dari {format_angka(nilai.penyebut)}"
    return KOSONG


def cetak_uang(nilai: Decimal | None) -> str:
    """Rupiah for a money column ("1.566.177.343"; the column's head says Rp), or "tidak tersedia"."""
    return TIDAK_TERSEDIA if nilai is None else format_angka(nilai, 0 if nilai == nilai.to_integral() else 2)


def cetak_persen(nilai: Decimal | None) -> str:
    """A percentage for a column headed "%" ("94,50"), or an en dash where it cannot be computed."""
    return KOSONG if nilai is None else format_angka(nilai, 2)
