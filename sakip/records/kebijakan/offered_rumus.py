"""Which rumus an indikator may be measured by: those that its kabupaten offers, and the one that it has."""

from __future__ import annotations

from collections.abc import Collection

from sakip.capaian.rumus import rumus_definition, say_rumus
from sakip.records.kebijakan.models import KebijakanPengukuran, offered_by_default


def offered_rumus(kabupaten: int, tahun: int) -> frozenset[str]:
    """Codes on offer in a year (1 query): of its kebijakan, else of the latest before it, else the usual ones."""
    kode = (
        KebijakanPengukuran.objects.filter(kabupaten=kabupaten, tahun__lte=tahun)
        .order_by("-tahun")
        .values_list("rumus", flat=True)
        .first()
    )
    return frozenset(offered_by_default() if kode is None else kode)


def refuse_rumus(rumus: str, offered: Collection[str], tahun: int) -> str:
    """What is wrong with choosing a rumus that is not on offer, and the remedy; empty when nothing is."""
    if rumus in offered:
        return ""
    definition = rumus_definition(rumus)
    choice = say_rumus(definition.jenis_nilai, offered)
    remedy = f"Pilih {choice}, atau minta" if choice else "Minta"
    return (
        f'"{definition.label}" tidak ditawarkan kebijakan pengukuran tahun {tahun}. '
        f"{remedy} Bagian Organisasi menawarkannya."
    )
