"""How targets, values and money are printed in tables. What a target or value says is decided by the engine alone."""

from __future__ import annotations

from decimal import Decimal

from reports.prose.language import with_satuan
from sakip.capaian import nilai as engine
from sakip.capaian.values import KeadaanNilai, Nilai, Target, bersatuan_persen
from sakip.text.numbers import format_angka
from sakip.text.working import persen

#: Printed in a cell whose value nobody has recorded or that does not exist; never a dash that could mean zero.
TIDAK_TERSEDIA = "tidak tersedia"
#: Printed in a cell for which the document itself states nothing (a year without a target, a row without a code).
EMPTY = "–"


def print_target(target: Target | None, satuan: str = "", desimal: int | None = None) -> str:
    """A target as it was decided, with its unit ("B (80)", "100%", "80–90", "12 dokumen"); an en dash without one.

    Without ``desimal`` a number keeps its own decimals, as plans print them: padding "95" to "95,00" would change
    what was signed.
    """
    return EMPTY if target is None else with_satuan(engine.print_target(target, satuan, desimal or 0), satuan)


def print_with_satuan(text: str, satuan: str) -> str:
    """A target that the plan states as text, with its unit ("100%", "13.000 dokumen"); words stay as they are."""
    clean = with_satuan(text, satuan)
    persen = bersatuan_persen(satuan) and clean[-1:].isdigit()
    return f"{clean}%" if persen else clean


def print_value(nilai: Nilai, desimal: int | None = None) -> str:
    """A realisasi as it was entered ("12 dari 15" for a fraction), or the words of its state."""
    pecahan = nilai.angka is None and not nilai.huruf and not nilai.cetak
    if pecahan and nilai.keadaan is KeadaanNilai.TERISI and nilai.pembilang is not None and nilai.penyebut:
        return f"{format_angka(nilai.pembilang)} dari {format_angka(nilai.penyebut)}"
    return engine.print_value(nilai, "", desimal or 0)


def print_persen(nilai: Decimal | None) -> str:
    """A percentage for a column of them, or "tidak tersedia"."""
    return TIDAK_TERSEDIA if nilai is None else persen(nilai)


def print_money(nilai: Decimal | None) -> str:
    """Rupiah for a money column ("1.566.177.343"; the column's head says Rp), or "tidak tersedia"."""
    return TIDAK_TERSEDIA if nilai is None else format_angka(nilai, 0 if nilai == nilai.to_integral() else 2)
