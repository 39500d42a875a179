"""How targets, values and money are printed in tables. What a target or value says is decided by the engine alone."""

from __future__ import annotations

from decimal import Decimal

from reports.document.builders import cell
from reports.document.tree import TableCell
from reports.prose.language import with_satuan
from sakip.capaian import nilai as engine
from sakip.capaian.results import Capaian, Serapan
from sakip.capaian.values import Keadaan, Target
from sakip.text.numbers import format_angka
from sakip.text.states import BELUM_DIISI
from sakip.text.working import persen, shown

#: Printed in a cell for which the document itself states nothing (a year without a target, a row without a code).
EMPTY = "–"


def print_target(target: Target | None, satuan: str = "") -> str:
    """A target as it was decided, with its unit ("B (80)", "100%", "80–90", "12 dokumen"); an en dash without one."""
    return EMPTY if target is None else with_satuan(engine.print_target(target, satuan), satuan)


def print_money(nilai: Decimal | None) -> str:
    """Rupiah for a money column ("1.566.177.343"; the column's head says Rp), or "belum diisi"."""
    return BELUM_DIISI if nilai is None else format_angka(nilai, 0 if nilai == nilai.to_integral() else 2)


def serapan_cells(serapan: Serapan) -> tuple[TableCell, ...]:
    """Pagu, realisasi and serapan, each known or with its state."""
    return cell(print_money(serapan.pagu)), cell(print_money(serapan.realisasi)), cell(shown(serapan))


def print_capaian(capaian: Capaian) -> str:
    """The percentage, or which of the three states there is instead, with its reason unless that is plain."""
    if capaian.nilai is not None:
        return persen(capaian.nilai)
    if capaian.keadaan is Keadaan.BELUM_DIISI:
        return capaian.keadaan.value
    return f"{capaian.keadaan.value}: {capaian.alasan}"
