"""Every column of every kind, by generated texts: what a form's field makes of a text, a cell of the sheet does too.

Fixtures and pasted lines are read with these two: a fixture as the sheet, a pasted line as the form.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from functools import cache
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from hypothesis import given, settings
from hypothesis import strategies as st

import reports.forms.kinds  # noqa: F401  # registers every kind
import sakip.records.forms  # noqa: F401
from kecamatan.ground.texts import Refused
from kecamatan.models import Pejabat
from reports.workbook import exchange  # noqa: F401  # registers the sheets of what is written
from sakip.entry.columns import text_of
from sakip.entry.fields import RECORDED, TARGET, ChoiceField, TextField, ValueField
from sakip.entry.judge import judge
from sakip.entry.kinds import ROW_KINDS
from sakip.entry.measured import NO_TARGET, Planned, Recorded
from sakip.entry.value_kinds import Choice, Key, YesNo, is_empty
from sakip.models import (
    BarisPK,
    Indikator,
    IndikatorBarisRKT,
    KategoriSkala,
    Realisasi,
    Skala,
    TargetRenstra,
)
from sakip.records.realisasi.form import DetailedRealisasiForm
from sakip.workbook.cells import accepted
from sakip.workbook.cells.recorded_value import spread_value
from sakip.workbook.cells.row import SheetRow
from sakip.workbook.run import target_columns, value_columns
from sakip.workbook.sheets.record_sheet import all_sheets
from sakip.workbook.sheets.sheet import Column
from tests.flows.doors_texts import REAL, TEXTS
from tests.table_tests import each_row

#: Columns that the sheet calls otherwise.
NAMES = {
    ("sasaran", "program_teks"): "program",
    ("pembandingindikator", "tahun_nilai"): "tahun",
    ("perioderpjmd", "visi"): "uraian",
}

#: What no text is typed into: a tick, a choice among rows; and what only one door has.
CLOSED = (forms.BooleanField, forms.ModelChoiceField, forms.MultipleChoiceField)
ONE_DOOR = frozenset(
    {
        *(
            "hari-libur",
            "kebijakan",
            "pengaturan-dokumen",
            "dokumentasi",
            "narasi",
            "penegasan",
            "peraturan",
            "sebutan-wilayah",
            "singkatan",
            "susunan-laporan",
            "teks-baku",
            "temuan-diakui",
            "templat-iku",
        ),
        *("program-tambahan", "kegiatan-tambahan", "sub-kegiatan-tambahan"),
    }
)


#: Columns of sheets that are not compared here: they name the row or the place, or a test of their own asks all doors.
UNCOMPARED = {
    *(f"{sheet}.renstra" for sheet in ("IKU", "PK", "RKT", "RKTKegiatan", "RencanaAksi")),
    *(
        "Anggaran.kode",
        "DasarHukum.peraturan",
        "Dokumen.penandatangan",
        "Dokumen.pihak_kedua",
        "Dokumen.tahun",
    ),
    *("Dokumen.versi", "DukunganProgram.kode", "Indikator.skala", "Indikator.tahun_awal", "Indikator.versi"),
    *("IndikatorTujuan.nomor", "IndikatorTujuan.skala", "IndikatorTujuan.tahun_awal"),
    *("IndikatorTujuan.versi", "Keluaran.kode"),
    *("Keluaran.unit", "Narasi.isi", "PK.tahun", "PK.versi", "PKAnggaran.kode", "PKAnggaran.tahun"),
    *(
        "PKAnggaran.versi",
        "Pejabat.golongan",
        "Pembanding.alasan",
        "Pembanding.pembilang",
        "Pembanding.penyebut",
    ),
    *(
        "RKTKegiatan.kode",
        "RKTKegiatan.nomor",
        "Realisasi.alasan",
        "RealisasiTujuan.alasan",
        "RealisasiTujuan.nomor",
        "RealisasiTujuan.pembilang",
        "RealisasiTujuan.penyebut",
        "RealisasiTujuan.tahun",
        "Realisasi.pembilang",
        "Realisasi.penyebut",
    ),
    *("Realisasi.tahun", "RencanaAksi.nomor", *(f"RencanaAksi.cetak_{n}" for n in range(1, 5))),
    *(
        "RencanaAksiKegiatan.kode",
        "RencanaAksiKegiatan.nomor",
        "RencanaAksiLangkah.nomor",
        "Renstra.misi_diacu",
        "Renstra.rpjmd",
    ),
    *(
        "RenstraBerlaku.tahun_awal",
        "RenstraBerlaku.versi",
        "Sasaran.sasaran_rpjmd",
        "Sasaran.tahun_awal",
        "Sasaran.versi",
        "SumberDana.kode",
        "SumberDana.unit",
        "TargetRenstra.tahun",
        "TindakLanjut.tahun",
        "TindakLanjutTujuan.nomor",
        "TindakLanjutTujuan.tahun",
    ),
    *("TargetRenstra.tahun_awal", "TargetRenstra.versi", "TargetTujuan.cetak", "TargetTujuan.nomor"),
    *(
        "TargetTujuan.tahun",
        "TargetTujuan.tahun_awal",
        "TargetTujuan.versi",
        "Tujuan.tahun_awal",
        "Tujuan.versi",
    ),
}


def columns_of(model: type[models.Model], name: str) -> Iterator[tuple[str, Column]]:
    """The columns of sheets that fill a column of a model, each with its sheet and key."""
    wanted = NAMES.get((model._meta.model_name or "", name), name)
    for sheet in all_sheets():
        if model._meta.label_lower in sheet.model:
            yield from ((f"{sheet.nama}.{k.key}", k) for k in sheet.readable if k.key == wanted)


def pairs() -> Iterator[tuple[str, forms.Field, Column]]:
    """Every field that takes a text, with every column of a sheet for the same."""
    for code, kind in sorted(ROW_KINDS.items()):
        for name, field in kind.form.base_fields.items():
            if code in ONE_DOOR or isinstance(field, CLOSED):
                continue
            columns = list(columns_of(kind.model, name))
            if (code, name) == ("rpjmd", "tahun_awal"):
                continue  # one column with the numbers of misi; the sheet looks at it per level
            assert columns, f"{code}.{name} stands on no sheet"
            for place, column in columns:
                yield f"{code}.{name} → {place}", field, column
    for name, field in DetailedRealisasiForm.base_fields.items():
        for place, column in columns_of(Realisasi, name):
            yield f"realisasi.{name} → {place}", field, column
    for model, name in (
        (Pejabat, "nama"),
        (Pejabat, "nip"),
        (IndikatorBarisRKT, "target"),
        (TargetRenstra, "cetak"),
    ):
        held: Any = model._meta.get_field(name)
        for place, column in columns_of(model, name):
            yield f"{model.__name__}.{name} → {place}", TextField(text_of(held)), column


@cache
def optional(field: forms.Field) -> forms.Field:
    """The field where nothing need be said; made once, as it is asked hundreds of times."""
    other = copy(field)
    other.required = False
    return other


def at_form(field: forms.Field, text: str) -> Any:
    """The value, or the sentence."""
    try:
        value = optional(field).clean(text)
    except ValidationError as problem:
        return tuple(problem.messages)
    return None if value in ("", []) else value


def at_sheet(column: Column, text: str) -> Any:
    """The value, or the sentence."""
    if is_empty(text):
        return None
    try:
        value = accepted(column, column.kind.parse(text))
    except Refused as problem:
        return (str(problem),)
    return None if value in ("", []) else value


def test_every_sheet_column_of_a_typed_kind_is_compared() -> None:
    columns = {
        f"{sheet.nama}.{column.key}"
        for sheet in all_sheets()
        for column in sheet.readable
        if not isinstance(column.kind, Choice | Key | YesNo | Planned | Recorded)
    }
    assert columns - {name.partition(" → ")[2] for name, _, _ in compared()} == UNCOMPARED


@cache
def compared() -> tuple[tuple[str, forms.Field, Column], ...]:
    """All of them, once."""
    return tuple(pairs())


def differing(text: str) -> dict[str, Any]:
    """The columns at which the two doors make another thing of the text, with both."""
    found = {}
    for name, field, column in compared():
        form, sheet = at_form(field, text), at_sheet(column, text)
        if isinstance(field, ChoiceField):
            form, sheet = as_words(field.offered(), form), as_words(field.offered(), sheet, column)
        if form != sheet:
            found[name] = (form, sheet)
    return found


def as_words(offered: Choice, verdict: Any, column: Column | None = None) -> Any:
    """A choice by its words. A sheet of several kinds offers what each of them does: what is of another kind is
    unknown to this one, and the sentence names its own."""
    if verdict is None:
        return None
    known = dict(offered.choices)
    if column is not None and not isinstance(verdict, tuple):
        label = dict(column.kind.choices).get(str(verdict))  # type: ignore[attr-defined]
        return label if label in known.values() else ("tidak dikenal",)
    if isinstance(verdict, tuple):
        return ("tidak dikenal",) if '" tidak dikenal. ' in verdict[0] else verdict
    return known.get(str(verdict))


@each_row("text", REAL)
def test_no_real_text_ends_differently(text: str) -> None:
    assert differing(text) == {}


@settings(max_examples=100)
@given(text=TEXTS)
def test_no_text_ends_differently(text: str) -> None:
    assert differing(text) == {}


def test_an_empty_column_is_asked_for_in_the_same_words() -> None:
    """Where the model's column has a sentence of its own, which every form takes; elsewhere the label names it."""
    general = str(models.Field.default_error_messages["blank"])
    own: dict[tuple[str, str, Column], tuple[str, str]] = {}
    for code, kind in ROW_KINDS.items():
        for name in kind.form.base_fields:
            column: Any = kind.model._meta.get_field(name)
            if (said := str(column.error_messages["blank"])) != general:
                own |= {
                    (code, name, sheet): (said, sheet.missing)
                    for _, sheet in columns_of(kind.model, name)
                    if sheet.required
                }
    assert len(own) >= 10
    assert all(form == sheet for form, sheet in own.values())


def test_a_choice_is_refused_in_the_same_words() -> None:
    """Where a sheet offers just what the form does."""
    seen = 0
    for _, field, column in compared():
        if isinstance(field, ChoiceField) and field.offered() == column.kind:
            assert at_form(field, "kota") == at_sheet(column, "kota")
            seen += 1
    assert seen >= 10


# -- target and realisasi: parser and judge ---------------------------------------------------------

SATUAN = ("%", "indeks", "dokumen", "Rp", "")


LETTERS = (("AA", "Sangat Memuaskan"), ("BB", "Sangat Baik"), ("B", "Baik"), ("CC", "Cukup"))
#: Of other words than the letters of AKIP, and two of one label, which no text can tell apart.
WORDS = (("Mandiri", "Mandiri"), ("1", "Rendah"), ("2", "Rendah"))

#: Texts, those of scales among them.
MEASURED = TEXTS | st.sampled_from([word.swapcase() for pair in (*LETTERS, *WORDS) for word in pair])


def scale(code: str, categories: tuple[tuple[str, str], ...]) -> Skala:
    """A scale with its categories, as read from the database."""
    known = Skala(pk=1, kode=code, nama=code.upper(), untuk=Skala.Untuk.HURUF)
    rows = KategoriSkala.objects.none()
    rows._result_cache = [KategoriSkala(skala=known, kode=kode, label=label) for kode, label in categories]
    known._prefetched_objects_cache = {"kategori": rows}  # type: ignore[attr-defined]
    return known


def indikator() -> st.SearchStrategy[Indikator]:
    """Of each kind, with a scale, where it is of letters, or none yet."""
    return st.builds(
        lambda kind, unit, skala: Indikator(
            nama="I", satuan=unit, jenis_nilai=kind, skala=skala if kind == "huruf" else None
        ),
        st.sampled_from(("angka", "huruf", "rentang")),
        st.sampled_from(SATUAN),
        st.sampled_from((None, scale("akip-2021", LETTERS), scale("desa-2021", WORDS))),
    )


class _Notes:
    """What the sheet's own check writes down."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def refuse(self, row: SheetRow, column: str, message: str) -> None:
        self.said.append(message)


def judged(row: Any, columns: dict[str, Any]) -> Any:
    for name, value in columns.items():
        setattr(row, name, value)
    if problems := judge(row):
        return tuple(p.message for p in problems)
    return {name: getattr(row, name) for name in columns}


@given(text=MEASURED, known=indikator())
def test_no_target_ends_differently(text: str, known: Indikator) -> None:
    row = BarisPK(acuan_indikator=known, satuan=known.satuan)
    typed = at_form(ValueField(TARGET, required=False), text)
    form = typed if isinstance(typed, tuple) else judged(copy(row), (typed or NO_TARGET) | {"cetak": ""})
    column = next(k for s in all_sheets() if s.nama == "PK" for k in s.columns if k.key == "target")
    cell = at_sheet(column, text)
    if isinstance(cell, tuple):
        assert form == cell
        return
    lines = SheetRow(sheet=None, nomor=3, nilai={"target": cell} if cell else {})  # type: ignore[arg-type]
    assert form == judged(copy(row), target_columns(lines))


@given(text=MEASURED, known=indikator())
def test_no_realisasi_ends_differently(text: str, known: Indikator) -> None:
    if is_empty(text):
        return  # an emptied cell is no row
    row = Realisasi(indikator=known, tahun=2023, triwulan=0)
    typed = at_form(ValueField(RECORDED, required=False), text)
    form = typed if isinstance(typed, tuple) else judged(copy(row), typed | {"cetak": ""})
    column = next(k for s in all_sheets() if s.nama == "Realisasi" for k in s.columns if k.key == "nilai")
    cell = at_sheet(column, text)
    if isinstance(cell, tuple):
        assert form == cell
        return
    lines = SheetRow(sheet=None, nomor=3, nilai={"nilai": cell})  # type: ignore[arg-type]
    notes = _Notes()
    spread_value(notes, lines)  # type: ignore[arg-type]
    assert not notes.said
    assert form == judged(copy(row), value_columns(lines))


def test_a_letter_is_found_by_its_code_and_by_a_label_that_only_one_has() -> None:
    """What the generated texts above are sent to: a scale is asked indeed."""
    by_text = {
        text: judged(
            Realisasi(indikator=Indikator(nama="I", jenis_nilai="huruf", skala=known)), {"huruf": text}
        )
        for text, known in (
            ("bb", scale("akip-2021", LETTERS)),
            ("cukup", scale("akip-2021", LETTERS)),
            ("mandiri", scale("desa-2021", WORDS)),
            ("rendah", scale("desa-2021", WORDS)),
        )
    }
    assert by_text.pop("rendah")[0].startswith('"rendah" tidak ada pada skala "DESA-2021".')
    assert by_text == {"bb": {"huruf": "BB"}, "cukup": {"huruf": "CC"}, "mandiri": {"huruf": "Mandiri"}}


def test_every_target_and_recorded_value_of_a_sheet_is_read_alike() -> None:
    kinds = [type(column.kind) for sheet in all_sheets() for column in sheet.readable]
    assert (kinds.count(Planned), kinds.count(Recorded)) == (8, 3)
    for sheet in all_sheets():
        for column in sheet.readable:
            if isinstance(column.kind, Planned):
                assert column.kind == TARGET
            if isinstance(column.kind, Recorded):
                assert column.kind == RECORDED
