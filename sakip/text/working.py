"""A capaian in words, as screens and documents say it: percentage, predikat, and the steps that lead there."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TypeAlias

from sakip.capaian.inputs import AsalTarget
from sakip.capaian.results import (
    TIDAK_DAPAT_DISIMPULKAN,
    Capaian,
    IndikatorResult,
    Perubahan,
    Rerata,
    Serapan,
)
from sakip.capaian.rumus import rumus_definition
from sakip.capaian.values import Kategori
from sakip.text.numbers import format_persen
from sakip.text.states import no_conclusion, say_state

Step: TypeAlias = tuple[str, str]
"""What it is, and what it says."""


def shown_decimals(nilai: Decimal) -> int:
    """Decimals that a shown value carries: the engine has rounded it to those of the kebijakan."""
    exponent = nilai.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def persen(nilai: Decimal) -> str:
    """A shown percentage with all its decimals: "95,00%"."""
    return format_persen(nilai, shown_decimals(nilai))


def shown(result: Capaian | Rerata | Serapan) -> str:
    """ "95,00%", else the words of its state: what the cell of a computed percentage prints everywhere."""
    return say_state(result.keadaan) if result.nilai is None else persen(result.nilai)


def say_kategori(kategori: Kategori | None) -> str:
    """ "AA (Sangat Memuaskan)" where a scale has letters, "Baik" where the word is the category itself."""
    if kategori is None:
        return TIDAK_DAPAT_DISIMPULKAN
    if kategori.kode == kategori.label:
        return kategori.label
    if "(" in kategori.label:  # "CC – Cukup (Memadai)": brackets within brackets are hard to read
        return f"{kategori.kode} – {kategori.label}"
    return f"{kategori.kode} ({kategori.label})"


def say_predikat(result: Capaian | Rerata) -> str:
    """The predikat, without a value its state; a mean of a part alone has none, and says so."""
    if result.nilai is None:
        return say_state(result.keadaan)
    if isinstance(result, Rerata) and not result.complete:
        return "belum berpredikat"
    return say_kategori(result.kategori)


def capaian_steps(result: IndikatorResult, *, beside_target: Iterable[Step] = ()) -> list[Step]:
    """Target and what is said ``beside_target``, realisasi, rumus, working, cap, result, earlier years, progress
    towards the Renstra's last target."""
    return [
        ("Target PK", result.target_cetak),
        *beside_target,
        ("Realisasi setahun", result.realisasi_cetak),
        *_capaian(result.capaian),
        *((f"Tahun {p.tahun}", _previous(p)) for p in result.perubahan),
        *_progress(result),
    ]


def _capaian(capaian: Capaian) -> list[Step]:
    if capaian.nilai is None:
        return [("Capaian", f"{no_conclusion(capaian.keadaan)} karena {capaian.alasan}")]
    results = [("Rumus", f"makna {rumus_definition(capaian.rumus).makna}"), ("Perhitungan", capaian.langkah)]
    if capaian.batas:
        results.append(("Batas", capaian.batas))
    return [*results, ("Capaian", persen(capaian.nilai)), ("Predikat", say_kategori(capaian.kategori))]


def _previous(p: Perubahan) -> str:
    nilai = "" if p.capaian.nilai is None else f", capaian {persen(p.capaian.nilai)}"
    by_renstra = p.asal is AsalTarget.RENSTRA and p.capaian.target is not None
    asal = f" ({p.asal})" if by_renstra else ""
    return f"target {p.target_cetak}{asal}, realisasi {p.realisasi_cetak}{nilai} ({p.arah.value})"


def _progress(result: IndikatorResult) -> list[Step]:
    if result.tahun_akhir is None:
        return []
    title = f"Kemajuan terhadap target {result.tahun_akhir}"
    if result.kemajuan.nilai is None:
        return [(title, f"{no_conclusion(result.kemajuan.keadaan)} karena {result.kemajuan.alasan}")]
    return [(title, f"{persen(result.kemajuan.nilai)} dari target {result.target_akhir_cetak}")]
