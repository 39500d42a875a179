"""What the whole budget of a year was and is, said wherever one of its rows is written."""

from __future__ import annotations

from decimal import Decimal

from kecamatan.models import Kecamatan
from sakip.records.anggaran.freeze import budget_totals
from sakip.text.numbers import format_rupiah


def totals_in_words(kecamatan: Kecamatan, tahun: int) -> dict[str, str]:
    """Pagu and realisasi of the year's budget as recorded now, by their names (1 query)."""
    totals = budget_totals(kecamatan, tahun)
    if totals is None:
        return {"pagu": "belum ada", "realisasi": "belum ada"}
    return {"pagu": amount_in_words(totals.pagu), "realisasi": amount_in_words(totals.realisasi)}


def amount_in_words(amount: Decimal | None) -> str:
    """A sum; None where one of its parts is not known."""
    return "belum lengkap" if amount is None else format_rupiah(amount)
