"""What the value of an evaluation must satisfy."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from sakip.capaian.predikat import classify
from sakip.entry.judge import Problem, rule
from sakip.models import LHE, Skala
from sakip.records.kebijakan.freeze import skala
from sakip.records.lhe.models import BOBOT
from sakip.text.numbers import format_angka

#: The scale by which the regulation reads a value.
AKIP: Final = "akip-2021"
#: Four components, each rounded to two places, come to a hundredth of each beside their sum.
_ROUNDED: Final = Decimal("0.02")


@rule(LHE)
def predikat_fits(row: LHE) -> Iterator[Problem]:
    """The predikat is that of the value; an empty one is read from it."""
    if row.nilai is None or not 0 <= row.nilai <= 100:
        return
    found = Skala.objects.filter(kode=AKIP).prefetch_related("kategori").first()
    if found is None:
        return
    kategori = classify(row.nilai, skala(found))
    row.predikat = row.predikat.strip().upper() or kategori.kode
    if row.predikat != kategori.kode:
        yield Problem(
            "predikat",
            f"Nilai {format_angka(row.nilai)} berpredikat {kategori.kode} ({kategori.label}), bukan {row.predikat}."
            " Perbaiki nilai atau predikatnya.",
        )


@rule(LHE)
def components_add_up(row: LHE) -> Iterator[Problem]:
    """All four components together are the value."""
    parts = [value for name in BOBOT if (value := getattr(row, name)) is not None]
    if row.nilai is None or len(parts) < len(BOBOT):
        return
    if abs(sum(parts) - row.nilai) > _ROUNDED:
        yield Problem(
            "nilai",
            f"Keempat komponen berjumlah {format_angka(sum(parts))}, bukan {format_angka(row.nilai)}. Perbaiki nilai"
            " atau komponennya.",
        )
