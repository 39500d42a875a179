"""The scale of predikat that a paper prints beside the one that the year is judged by: said where they part. Who sets
scales is the kabupaten, so nothing is proposed."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from kecamatan.models import Kecamatan
from reports.examine.base import Material
from reports.examine.rules.scale import Step, printed_scale
from sakip.capaian.inputs import Skala
from sakip.capaian.predikat import classify
from sakip.records.kebijakan.freeze import kebijakan
from sakip.records.kebijakan.scale_rows import telling_values
from sakip.text.numbers import format_angka

#: Values that are named, of those that are judged otherwise.
_NAMED: Final = 3


def scale_notes(material: Material, kecamatan: Kecamatan, tahun: int) -> list[str]:
    """What to say of the printed scale; nothing where there is none, or it judges as that of the year does."""
    steps = printed_scale(material)
    policy = kebijakan(kecamatan.kabupaten, tahun) if steps else None
    if policy is None or not (parting := parted(steps, policy.skala)):
        return []
    values = "; ".join(
        f"{format_angka(value)} {ours}, dalam dokumen {theirs}" for value, ours, theirs in parting
    )
    return [
        f"Skala predikat dalam dokumen ({steps[0].row.at.words}) lain daripada yang dipakai untuk tahun {tahun}"
        f" ({policy.skala.nama}): {values}. Skala dipilih Bagian Organisasi; tanyakan bila skala dokumen yang benar."
    ]


def parted(steps: Sequence[Step], scale: Skala) -> list[tuple[Decimal, str, str]]:
    """The first values that the two judge otherwise: the value, its predikat by the scale, and that in the paper."""
    found: list[tuple[Decimal, str, str]] = []
    for value in telling_values(scale):
        ours = classify(value, scale).label
        named = {step.name: step.label for step in steps if step.holds(value)}
        if " ".join(ours.casefold().split("(")[0].split()) not in named:
            found.append((value, ours, next(iter(named.values()), "tanpa predikat")))
    return found[:_NAMED]
