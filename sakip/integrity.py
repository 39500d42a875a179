"""Rules over rows that no snapshot of one kecamatan and year can hold: whose row a row belongs to, and what is shared.

A snapshot is a tree; a sasaran below the tujuan of another Renstra, or a document that refers to another kecamatan,
cannot be told in it. These rules ask the database, over everything at once, and only ``periksa_data`` asks them: no
form and no workbook can write such a row. What concerns one kecamatan-year is a check (:mod:`sakip.checks`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final

from django.db.models import F

from kecamatan.ground.errors import BrokenReference
from kecamatan.ground.prepared import PreparedRows
from kecamatan.models import Keanggotaan, Kecamatan, UnitKerja
from sakip import models as m
from sakip.records.kebijakan.freeze import skala

Broken = Iterator[tuple[str, str]]
"""Pairs of the place ("Balung, unit kerja seksi") and the message with its remedy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule: its stable code, and the function that finds what breaks it. Breaking one cannot be right."""

    code: str
    find: Callable[[], Broken]


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """A place where a rule is broken."""

    code: str
    place: str
    message: str


#: Code of the rule without which nothing can be measured.
SCALES: Final = "skala-utuh"


def run_rules() -> list[Breach]:
    """Everything in the database that breaks a rule, in the order of the rules."""
    return [
        Breach(code=rule.code, place=place, message=message)
        for rule in all_rules()
        for place, message in rule.find()
    ]


_CODES: Final = PreparedRows(
    lambda: Kecamatan.objects.select_related("kabupaten").exclude(kode__startswith=F("kabupaten__kode"))
)


def codes_are_of_the_kabupaten() -> Broken:
    """The code of a kecamatan begins with that of its kabupaten."""
    for k in _CODES():
        yield (
            k.nama,
            f"Kode {k.kode} tidak berawalan kode {k.kabupaten} ({k.kabupaten.kode}). Perbaiki kodenya.",
        )


_UNITS: Final = PreparedRows(
    lambda: (
        UnitKerja.objects.exclude(induk=None)
        .exclude(kecamatan=F("induk__kecamatan"))
        .select_related("kecamatan")
    )
)


def units_are_of_one_kecamatan() -> Broken:
    """A unit kerja is below a unit of the same kecamatan."""
    for u in _UNITS():
        yield (
            f"{u.kecamatan.nama}, unit kerja {u.kunci}",
            "Atasannya unit kecamatan lain. Pilih atasan langsungnya.",
        )


_NARROWED: Final = PreparedRows(
    lambda: (
        Keanggotaan.unit.through.objects.exclude(unitkerja__kecamatan=F("keanggotaan__kecamatan"))
        .select_related("keanggotaan__pengguna", "unitkerja")
        .order_by("pk")
    )
)


def operators_have_units_of_their_kecamatan() -> Broken:
    """The units that narrow an operator belong to the operator's kecamatan."""
    for k in _NARROWED():
        yield (
            f"Pengguna {k.keanggotaan.pengguna.username}",
            f"Unit kerja {k.unitkerja} milik kecamatan lain. Pilih unit kecamatannya.",
        )


_SCALES: Final = PreparedRows(lambda: m.Skala.objects.prefetch_related("kategori"))


def scales_are_whole() -> Broken:
    """Every value has its one category on a scale."""
    for s in _SCALES():
        try:
            skala(s)
        except BrokenReference as error:
            place = f"Skala {s.kode}"
            problem = str(error).removeprefix(f"{place} ")
            yield place, f"{problem[:1].upper()}{problem[1:]}"


_SASARAN: Final = PreparedRows(
    lambda: m.Sasaran.objects.exclude(renstra=F("tujuan__renstra")).select_related("renstra__kecamatan")
)


def sasaran_are_of_one_renstra() -> Broken:
    """A sasaran belongs to the Renstra of its tujuan."""
    for s in _SASARAN():
        yield (
            f"{s.renstra}, sasaran {s.kunci}",
            "Tujuannya milik Renstra lain. Pilih tujuan Renstra yang sama.",
        )


_INDIKATOR: Final = PreparedRows(
    lambda: m.Indikator.objects.exclude(renstra=F("sasaran__renstra")).select_related("renstra__kecamatan")
)


def indikator_are_of_one_renstra() -> Broken:
    """An indikator belongs to the Renstra of its sasaran."""
    for i in _INDIKATOR():
        yield (
            f"{i.renstra}, indikator {i.kunci}",
            "Sasarannya milik Renstra lain. Pilih sasaran Renstra yang sama.",
        )


_MISI: Final = PreparedRows(
    lambda: (
        m.Renstra.objects.exclude(misi_diacu=None)
        .exclude(periode_rpjmd=F("misi_diacu__periode"))
        .select_related("kecamatan")
    )
)


def misi_are_of_the_rpjmd() -> Broken:
    """The misi that a Renstra refers to is one of its RPJMD."""
    for r in _MISI():
        yield str(r), "Misi yang diacu milik RPJMD lain. Pilih misi RPJMD yang sama."


_RPJMD: Final = PreparedRows(
    lambda: (
        m.Renstra.objects.exclude(periode_rpjmd=None)
        .exclude(kecamatan__kabupaten=F("periode_rpjmd__kabupaten"))
        .select_related("kecamatan")
    )
)


def rpjmd_are_of_the_kabupaten() -> Broken:
    """A Renstra refers to the RPJMD of its own kabupaten."""
    for r in _RPJMD():
        yield str(r), "RPJMD yang diacu milik kabupaten lain. Pilih RPJMD kabupatennya."


_SASARAN_RPJMD: Final = PreparedRows(
    lambda: (
        m.Sasaran.objects.exclude(sasaran_rpjmd=None)
        .exclude(renstra__periode_rpjmd=F("sasaran_rpjmd__tujuan__misi__periode"))
        .select_related("renstra__kecamatan")
    )
)


def sasaran_rpjmd_are_of_the_rpjmd() -> Broken:
    """The sasaran RPJMD that a sasaran serves is one of the RPJMD of its Renstra."""
    for s in _SASARAN_RPJMD():
        yield (
            f"{s.renstra}, sasaran {s.kunci}",
            "Sasaran RPJMD-nya milik RPJMD lain. Pilih dari RPJMD yang sama.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reference:
    """A row of a document, the document's column on it, and the column that leads to a Renstra."""

    model: type[Any]
    document: str
    column: str


_REFERENCES = (
    _Reference(model=m.SasaranRKT, document="rkt", column="acuan_indikator"),
    _Reference(model=m.BarisRKT, document="rkt", column="acuan_sasaran"),
    _Reference(model=m.BarisPK, document="perjanjian", column="acuan_indikator"),
    _Reference(model=m.BarisPK, document="perjanjian", column="acuan_sasaran"),
    _Reference(model=m.BarisIKU, document="keputusan", column="acuan_indikator"),
    _Reference(model=m.BarisRencanaAksi, document="rencana_aksi", column="acuan_indikator"),
)


#: Rows that hang on kecamatan and year, each with its column that leads to a Renstra.
_OF_YEAR: Final[tuple[tuple[type[Any], str], ...]] = (
    (m.SurveiKepuasan, "indikator"),
    (m.Prestasi, "sasaran"),
    (m.LintasSektor, "sasaran"),
    (m.BarisPKUnit, "indikator"),
)
_OTHERS: Final = "Mengacu pada Renstra kecamatan lain. Pilih dari Renstra sendiri."


_DECIDED: Final = PreparedRows(
    lambda: m.RenstraBerlaku.objects.exclude(renstra__kecamatan=F("kecamatan")).select_related(
        "kecamatan", "renstra__kecamatan"
    )
)


def _of_others(model: Any, column: str, kecamatan: str) -> PreparedRows[Any]:
    """Rows whose column leads to the Renstra of another kecamatan than theirs."""
    return PreparedRows(
        lambda: (
            model._default_manager.exclude(**{column: None})
            .exclude(**{f"{column}__renstra__kecamatan": F(kecamatan)})
            .select_related(kecamatan)
            .order_by("pk")
        )
    )


_IN_DOCUMENTS: Final = [
    (r.document, _of_others(r.model, r.column, f"{r.document}__kecamatan")) for r in _REFERENCES
]
_IN_YEARS: Final = [_of_others(model, column, "kecamatan") for model, column in _OF_YEAR]


def references_are_of_the_kecamatan() -> Broken:
    """A document and a decision refer to the Renstra of their own kecamatan."""
    for decided in _DECIDED():
        yield f"{decided.kecamatan} {decided.tahun}", f"Memutuskan {decided.renstra}. Pilih Renstra sendiri."
    for document, of_others in _IN_DOCUMENTS:
        for row in of_others():
            yield f"{getattr(row, document)}, {row}", _OTHERS
    for of_others in _IN_YEARS:
        for row in of_others():
            yield f"{row.kecamatan} {row.tahun}, {row}", _OTHERS


_BELANJA: Final = PreparedRows(
    lambda: (
        m.Belanja.objects.exclude(induk=None)
        .exclude(induk__kecamatan=F("kecamatan"), induk__tahun=F("tahun"))
        .select_related("kecamatan")
    )
)


def belanja_are_of_one_year() -> Broken:
    """A belanja row is part of a group of the same kecamatan and year."""
    for b in _BELANJA():
        yield (
            f"{b.kecamatan} {b.tahun}, belanja {b.kode}",
            "Kelompoknya milik kecamatan atau tahun lain. Pilih ulang.",
        )


_SUPPORTED: Final = PreparedRows(
    lambda: m.DukunganProgram.objects.exclude(sasaran__renstra__kecamatan=F("kecamatan")).select_related(
        "kecamatan", "program"
    )
)


def supported_sasaran_are_of_the_kecamatan() -> Broken:
    """A supported sasaran is one of the kecamatan's own Renstra."""
    for d in _SUPPORTED():
        yield (
            f"{d.kecamatan} {d.tahun}, dukungan {d.program}",
            "Sasarannya milik kecamatan lain. Pilih ulang sasarannya.",
        )


_OWN: Final = (
    Rule(code="kode-sekabupaten", find=codes_are_of_the_kabupaten),
    Rule(code="unit-sekecamatan", find=units_are_of_one_kecamatan),
    Rule(code="keanggotaan-sekecamatan", find=operators_have_units_of_their_kecamatan),
    Rule(code=SCALES, find=scales_are_whole),
    Rule(code="sasaran-satu-renstra", find=sasaran_are_of_one_renstra),
    Rule(code="indikator-satu-renstra", find=indikator_are_of_one_renstra),
    Rule(code="misi-satu-periode", find=misi_are_of_the_rpjmd),
    Rule(code="rpjmd-sekabupaten", find=rpjmd_are_of_the_kabupaten),
    Rule(code="sasaran-rpjmd-satu-periode", find=sasaran_rpjmd_are_of_the_rpjmd),
    Rule(code="acuan-sekecamatan", find=references_are_of_the_kecamatan),
    Rule(code="belanja-sekelompok", find=belanja_are_of_one_year),
    Rule(code="dukungan-sekecamatan", find=supported_sasaran_are_of_the_kecamatan),
)

#: Modules of the rooms above that have rules as well.
_ABOVE: list[str] = []


def register_rules(*modules: str) -> None:
    """Name modules of a room above with RULES of their own, when the program starts. They are loaded when somebody
    asks: what reads signatures takes a third of the time in which all else is loaded, and few commands need it."""
    _ABOVE.extend(name for name in modules if name not in _ABOVE)


def all_rules() -> tuple[Rule, ...]:
    """The rules of every room."""
    return (*_OWN, *(rule for name in _ABOVE for rule in import_module(name).RULES))
