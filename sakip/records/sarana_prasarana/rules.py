"""What one kind of sarana or prasarana must satisfy."""

from __future__ import annotations

from collections.abc import Iterator

from sakip.entry.judge import Problem, rule
from sakip.models import SaranaPrasarana
from sakip.text.numbers import format_angka


@rule(SaranaPrasarana)
def conditions_add_up(row: SaranaPrasarana) -> Iterator[Problem]:
    """Those in each condition are together no more than there are, and where all are counted as many as there are."""
    counted = (row.baik, row.rusak_ringan, row.rusak_berat)
    known = [one for one in counted if one is not None]
    if row.jumlah is None or not known:
        return
    total = sum(known)
    if total > row.jumlah or (len(known) == len(counted) and total != row.jumlah):
        yield Problem(
            "jumlah",
            f"Jumlah {format_angka(row.jumlah)}, sedangkan yang baik, rusak ringan, dan rusak berat bersama-sama"
            f" {format_angka(total)}. Perbaiki jumlah atau keadaannya.",
        )
