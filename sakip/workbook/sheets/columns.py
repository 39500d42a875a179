"""Columns of sheets: made from the column of the model that they fill, and those that several sheets have in common."""

from __future__ import annotations

from typing import Any, Final

from django.db.models import Model, TextField

from sakip.entry.columns import value_of
from sakip.entry.measured import Planned, Recorded
from sakip.entry.number_kinds import Whole, Year
from sakip.entry.value_kinds import Key, Remark, Text, Value
from sakip.workbook.sheets.sheet import NOMENKLATUR, Column

ONE_LINE: Final = Text(one_line=True)
ORDINAL: Final = Whole(largest=32_767)
QUARTERS: Final = ((1, "I"), (2, "II"), (3, "III"), (4, "IV"))

_NOT_READ: Final = "Keterangan; tidak dibaca saat diunggah."
_AS_PRINTED: Final = 'Hanya bila cetakan berbeda, misalnya "B (66)".'
_TARGET: Final = "Angka (98,5), huruf skala (B), atau rentang (75 s.d. 85)."
_OWN_YEAR: Final = "Kosong berarti tahun buku kerja."


def of(
    model: type[Model],
    name: str,
    *,
    key: str = "",
    title: str = "",
    kind: Value | None = None,
    hint: str | None = None,
    meaning: str | None = None,
    width: int = 0,
    **rest: Any,
) -> Column:
    """The column of a sheet that fills a model's column. What is not said here is said by the model: label, help, kind
    of value with its limits, and whether a row needs it."""
    field: Any = model._meta.get_field(name)
    label = str(field.verbose_name)
    if meaning is None:
        meaning = "" if field.blank or field.null or field.has_default() else label
    return Column(
        key=key or name,
        title=title or f"{label[:1].upper()}{label[1:]}",
        kind=kind or value_of(field),
        hint=str(field.help_text) if hint is None else hint,
        meaning=meaning,
        width=width or (40 if isinstance(field, TextField) else 18),
        model_field=(model, name),
        **rest,
    )


def row_key(key: str, title: str, sheet: str, *, width: int = 14, **rest: Any) -> Column:
    """The key of a row of another sheet; ``fills`` are the columns of the record that refer to that row."""
    return Column(key=key, title=title, kind=Key(), reference=sheet, width=width, **rest)


def sasaran_key(
    key: str = "sasaran", *, hint: str = "Kunci pada lembar Sasaran.", meaning: str = ""
) -> Column:
    """The key of a sasaran."""
    return row_key(
        key, "Kunci sasaran", "Sasaran", hint=hint, meaning=meaning, fills=("acuan_sasaran", "sasaran")
    )


def indikator_key(**rest: Any) -> Column:
    """The key of an indikator."""
    hint = (
        "Kunci pada lembar Indikator."
        if rest.get("meaning")
        else "Kunci pada lembar Indikator; kosong bila tidak ada dalam Renstra."
    )
    return row_key(
        "kunci_indikator",
        "Kunci indikator",
        "Indikator",
        hint=hint,
        width=16,
        fills=("acuan_indikator", "indikator"),
        **rest,
    )


def unit_key() -> Column:
    """The key of the unit that a row is of."""
    return row_key(
        "unit",
        "Unit kerja",
        "UnitKerja",
        hint="Kunci pada lembar UnitKerja.",
        meaning="unit kerja",
        width=24,
        fills=("unit",),
    )


def plan_beside_column() -> Column:
    """Which Renstra a row refers to, where that is not the one in force."""
    return Column(
        key="renstra",
        title="Renstra (tahun awal)",
        kind=Year(),
        hint="Hanya bila acuannya bukan Renstra yang berlaku; kosong berarti seperti yang tercatat.",
        width=16,
        added=True,
        as_recorded=True,
    )


def _remark(key: str, title: str, **rest: Any) -> Column:
    return Column(key=key, title=title, kind=Remark(), hint=_NOT_READ, **rest)


def nama_indikator(sheet: str = "Indikator", **rest: Any) -> Column:
    """What the indikator beside it, a row of that sheet, is called, for the reader."""
    return _remark("nama_indikator", "Nama indikator", width=36, names=sheet, **rest)


def kode(**rest: Any) -> Column:
    """A code of the nomenklatur."""
    return Column(
        key="kode",
        title="Kode",
        kind=ONE_LINE,
        width=20,
        fills=("program", "kegiatan", "sub_kegiatan"),
        **{
            "hint": "Kode program, kegiatan, atau sub kegiatan menurut lembar Nomenklatur.",
            "reference": NOMENKLATUR,
        }
        | rest,
    )


def kode_program(**rest: Any) -> Column:
    """The code of a program."""
    return kode(hint="Kode program menurut lembar Nomenklatur.", **rest)


def nama_kode() -> Column:
    """What the code beside it means, for the reader."""
    return _remark("nama_kode", "Nama menurut kode", width=36)


def sebutan(title: str = "Sebutan") -> Column:
    """What the row beside it is called, for the reader."""
    return _remark("sebutan", title, width=80)


def target(title: str = "Target", **rest: Any) -> Column:
    """A target: number, letter or range."""
    return Column(
        title=title,
        kind=Planned(),
        width=14,
        fills=("angka", "huruf", "bawah", "atas"),
        **{"key": "target", "hint": _TARGET} | rest,
    )


def cetak(model: type[Model], key: str = "cetak", title: str = "Seperti tercetak") -> Column:
    """How the document prints a value, where otherwise."""
    return of(model, "cetak", key=key, title=title, hint=_AS_PRINTED, width=16)


def satuan(model: type[Model]) -> Column:
    """A unit."""
    return of(model, "satuan", hint="Misalnya %, indeks, dokumen.", width=12)


def own_year(
    model: type[Model], name: str = "tahun", *, hint: str = _OWN_YEAR, width: int = 10, **rest: Any
) -> Column:
    """The year a row is about; the workbook's own where it says none."""
    return of(model, name, key="tahun", meaning="", hint=hint, width=width, **rest)


def nomor(hint: str, **rest: Any) -> Column:
    """A number by which rows belong together."""
    return Column(key="nomor", title="Nomor", kind=ORDINAL, hint=hint, width=9, **rest)


def penanggung_jawab(model: type[Model]) -> Column:
    """Keys of the units that answer for a row."""
    return of(
        model, "penanggung_jawab", hint="Kunci unit kerja, satu per baris.", width=24, reference="UnitKerja"
    )


def fraction_words(model: type[Model]) -> tuple[Column, Column]:
    """Pembilang and penyebut in words."""
    hint = "Uraian, bukan angka."
    return (
        of(model, "pembilang", hint=hint, width=40),
        of(model, "penyebut", hint=hint, width=40),
    )


def recorded_nilai(model: type[Model], title: str) -> tuple[Column, ...]:
    """The columns of a recorded value."""
    return (
        of(
            model,
            "keadaan",
            title="Keadaan",
            hint="Terisi, atau Tidak tersedia beserta alasannya.",
            meaning="",
            width=15,
        ),
        Column(
            key="nilai",
            title=title,
            kind=Recorded(),
            hint="Angka (98,5) atau huruf skala (B).",
            width=14,
            fills=("angka", "huruf"),
        ),
        of(model, "pembilang", hint="Sebagai ganti angka: isi pembilang dan penyebut.", width=14),
        of(model, "penyebut", hint="Lebih dari 0.", width=14),
        of(model, "alasan", hint="Hanya bila keadaan Tidak tersedia.", width=28),
        cetak(model),
    )
