"""A Kota with distrik and kampung: no document calls them otherwise, whatever is printed and not typed."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any

import pytest

from reports.html import render_html
from reports.official.documents import DOKUMEN_KINDS
from reports.publish.naskah import MedianKecamatan, Naskah, PageSettings
from sakip.snapshot.types import Desa, Kabupaten, Kecamatan
from tests.reports.lkip.example_kecamatan import KECAMATAN
from tests.reports.lkip.example_naskah import (
    empty_naskah,
    naskah_balung,
    naskah_jombang,
    naskah_umbulsari,
)
from tests.reports.lkip.example_plan import naskah_rencana

#: What the texts of the examples call areas and offices, and what somebody there would have typed.
TYPED = {
    "kabupaten": "kota",
    "bupati": "wali kota",
    "kecamatan": "distrik",
    "camat": "kepala distrik",
    "kelurahan": "kelurahan",
    "desa": "kampung",
}
ELSEWHERE = re.compile(r"\b(kabupaten|bupati|kecamatan|camat|desa)\b", re.IGNORECASE)


def typed(text: str) -> str:
    def one(found: re.Match[str]) -> str:
        word = TYPED[found[0].lower()]
        return word.upper() if found[0].isupper() else word.title() if found[0][0].isupper() else word

    return re.sub(r"\b(kabupaten|bupati|kecamatan|camat|desa)\b", one, text, flags=re.IGNORECASE)


def elsewhere(value: Any) -> Any:
    """The same records as if they were of the Kota: its terms, and its words in every text."""
    match value:
        case Kabupaten():
            return replace(
                value,
                nama="Sorong",
                sebutan="Kota",
                sebutan_kepala_daerah="Wali Kota",
                sebutan_desa="Kampung",
            )
        case Kecamatan():
            return replace(
                value,
                sebutan="Distrik",
                sebutan_camat="Kepala Distrik",
                kabupaten=elsewhere(value.kabupaten),
                desa=value.desa,
                unit_kerja=tuple(elsewhere(u) for u in value.unit_kerja),
            )
        case Enum() | Decimal() | Fraction() | date() | bool() | int() | None:
            return value
        case str():
            return typed(value)
        case tuple():
            return tuple(elsewhere(one) for one in value)
        case dict():
            return {elsewhere(k): elsewhere(v) for k, v in value.items()}
    assert is_dataclass(value)
    assert not isinstance(value, type)
    kept = {"jenis", "kunci", "kelompok", "kunci_sasaran", "kunci_indikator", "bagian", "lingkup", "induk"}
    own = {f.name: getattr(value, f.name) for f in fields(value) if f.init}
    return replace(value, **{n: v if n in kept else elsewhere(v) for n, v in own.items()})


MEDIAN = (MedianKecamatan(kunci="skm", jumlah=3, capaian=Fraction(90), cetak="70", selisih=Decimal(-4)),)


def naskah(example: str) -> Naskah:
    mixed = tuple(Desa(nama=n, jenis=j, status="") for n, j in (("Klamana", "desa"), ("Remu", "kelurahan")))
    made = {
        "Jombang": naskah_jombang,
        "Balung": lambda: replace(naskah_balung(), median=MEDIAN),
        "Umbulsari": naskah_umbulsari,
        "a plan": lambda: naskah_rencana(kecamatan=replace(KECAMATAN, desa=mixed)),
        "nothing": empty_naskah,
    }[example]()
    return elsewhere(made)


@pytest.mark.parametrize("example", ["Jombang", "Balung", "Umbulsari", "a plan", "nothing"])
@pytest.mark.parametrize("kind", sorted(DOKUMEN_KINDS))
def test_every_document_of_a_kota_with_distrik_uses_its_own_names(kind: str, example: str) -> None:
    document = DOKUMEN_KINDS[kind].arrange(naskah(example))
    if document is None:
        return
    words = re.sub(r"<style.*?</style>|<[^>]*>", " ", render_html(document, PageSettings()), flags=re.DOTALL)
    found = [words[max(m.start() - 60, 0) : m.end() + 40] for m in ELSEWHERE.finditer(words)]
    assert not found, "\n".join(found)
    if kind == "lkip":
        assert "Distrik" in words
        assert "Kota Sorong" in words
