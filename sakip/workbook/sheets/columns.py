"""Columns of sheets: made from the column of the model that they fill, and those that several sheets have in common."""

from __future__ import annotations

from typing import Any, Final

from django.db.models import Model, TextField

from sakip.entry.columns import value_of
from sakip.entry.measured import Planned, Recorded
from sakip.entry.value_kinds import Key, Remark, Text, Value, Whole
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
    kunci: str = "",
    judul: str = "",
    jenis: Value | None = None,
    petunjuk: str | None = None,
    arti: str | None = None,
    lebar: int = 0,
    **rest: Any,
) -> Column:
    """The column of a sheet that fills a model's column. What is not said here is said by the model: label, help, kind
    of value with its limits, and whether a row needs it."""
    field: Any = model._meta.get_field(name)
    label = str(field.verbose_name)
    if arti is None:
        arti = "" if field.blank or field.null or field.has_default() else label
    return Column(
        kunci=kunci or name,
        judul=judul or f"{label[:1].upper()}{label[1:]}",
        jenis=jenis or value_of(field),
        petunjuk=str(field.help_text) if petunjuk is None else petunjuk,
        arti=arti,
        lebar=lebar or (40 if isinstance(field, TextField) else 18),
        bidang=(model, name),
        **rest,
    )


def row_key(kunci: str, judul: str, sheet: str, *, lebar: int = 14, **rest: Any) -> Column:
    """The key of a row of another sheet; ``fills`` are the columns of the record that refer to that row."""
    return Column(kunci=kunci, judul=judul, jenis=Key(), acuan=sheet, lebar=lebar, **rest)


def kunci_sasaran(
    kunci: str = "sasaran", *, petunjuk: str = "Kunci pada lembar Sasaran.", arti: str = ""
) -> Column:
    """The key of a sasaran."""
    return row_key(
        kunci, "Kunci sasaran", "Sasaran", petunjuk=petunjuk, arti=arti, fills=("acuan_sasaran", "sasaran")
    )


def kunci_indikator(**rest: Any) -> Column:
    """The key of an indikator."""
    hint = (
        "Kunci pada lembar Indikator."
        if rest.get("arti")
        else "Kunci pada lembar Indikator; kosong bila tidak ada dalam Renstra."
    )
    return row_key(
        "kunci_indikator",
        "Kunci indikator",
        "Indikator",
        petunjuk=hint,
        lebar=16,
        fills=("acuan_indikator", "indikator"),
        **rest,
    )


def _remark(kunci: str, judul: str, **rest: Any) -> Column:
    return Column(kunci=kunci, judul=judul, jenis=Remark(), petunjuk=_NOT_READ, **rest)


def nama_indikator() -> Column:
    """What the indikator beside it is called, for the reader."""
    return _remark("nama_indikator", "Nama indikator", lebar=36)


def kode(**rest: Any) -> Column:
    """A code of the nomenklatur."""
    return Column(
        kunci="kode",
        judul="Kode",
        jenis=ONE_LINE,
        lebar=20,
        fills=("program", "kegiatan", "sub_kegiatan"),
        **{
            "petunjuk": "Kode program, kegiatan, atau sub kegiatan menurut lembar Nomenklatur.",
            "acuan": NOMENKLATUR,
        }
        | rest,
    )


def kode_program(**rest: Any) -> Column:
    """The code of a program."""
    return kode(petunjuk="Kode program menurut lembar Nomenklatur.", **rest)


def nama_kode() -> Column:
    """What the code beside it means, for the reader."""
    return _remark("nama_kode", "Nama menurut kode", lebar=36)


def sebutan(judul: str = "Sebutan") -> Column:
    """What the row beside it is called, for the reader."""
    return _remark("sebutan", judul, lebar=80)


def target(judul: str = "Target", **rest: Any) -> Column:
    """A target: number, letter or range."""
    return Column(
        judul=judul,
        jenis=Planned(),
        lebar=14,
        fills=("angka", "huruf", "bawah", "atas"),
        **{"kunci": "target", "petunjuk": _TARGET} | rest,
    )


def cetak(model: type[Model], kunci: str = "cetak", judul: str = "Seperti tercetak") -> Column:
    """How the document prints a value, where otherwise."""
    return of(model, "cetak", kunci=kunci, judul=judul, petunjuk=_AS_PRINTED, lebar=16)


def satuan(model: type[Model]) -> Column:
    """A unit."""
    return of(model, "satuan", petunjuk="Misalnya %, indeks, dokumen.", lebar=12)


def own_year(
    model: type[Model], name: str = "tahun", *, petunjuk: str = _OWN_YEAR, lebar: int = 10, **rest: Any
) -> Column:
    """The year a row is about; the workbook's own where it says none."""
    return of(model, name, kunci="tahun", arti="", petunjuk=petunjuk, lebar=lebar, **rest)


def nomor(petunjuk: str, **rest: Any) -> Column:
    """A number by which rows belong together."""
    return Column(kunci="nomor", judul="Nomor", jenis=ORDINAL, petunjuk=petunjuk, lebar=9, **rest)


def penanggung_jawab(model: type[Model]) -> Column:
    """Keys of the units that answer for a row."""
    return of(
        model, "penanggung_jawab", petunjuk="Kunci unit kerja, satu per baris.", lebar=24, acuan="UnitKerja"
    )


def fraction_words(model: type[Model]) -> tuple[Column, Column]:
    """Pembilang and penyebut in words."""
    hint = "Uraian, bukan angka."
    return (
        of(model, "pembilang", petunjuk=hint, lebar=40),
        of(model, "penyebut", petunjuk=hint, lebar=40),
    )


def nilai_tercatat(model: type[Model], judul: str) -> tuple[Column, ...]:
    """The columns of a recorded value."""
    return (
        of(
            model,
            "keadaan",
            judul="Keadaan",
            petunjuk="Terisi, atau Tidak tersedia beserta alasannya.",
            arti="",
            lebar=15,
        ),
        Column(
            kunci="nilai",
            judul=judul,
            jenis=Recorded(),
            petunjuk="Angka (98,5) atau huruf skala (B).",
            lebar=14,
            fills=("angka", "huruf"),
        ),
        of(model, "pembilang", petunjuk="Sebagai ganti angka: isi pembilang dan penyebut.", lebar=14),
        of(model, "penyebut", petunjuk="Lebih dari 0.", lebar=14),
        of(model, "alasan", petunjuk="Hanya bila keadaan Tidak tersedia.", lebar=28),
        cetak(model),
    )
