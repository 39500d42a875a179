"""What a run changed, in words: the lines of the preview and of the trail, and the fingerprint of both."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.db import models

from kecamatan.ground.row_changes import Change, ChangeKind
from kecamatan.ground.trail import SEBUTAN_LENGTH, TrailLine
from sakip.entry.capaian_changes import CapaianChange
from sakip.records.anggaran.freeze import BudgetTotals
from sakip.records.anggaran.totals import amount_in_words
from sakip.text.dates import format_tanggal
from sakip.text.numbers import format_angka, format_rupiah
from sakip.workbook.merge import Clash, Values, mark
from sakip.workbook.reader import SheetError
from sakip.workbook.run import refusal_of
from sakip.workbook.sheets.record_sheet import all_sheets
from sakip.workbook.sheets.sheet import Column, Sheet

#: What the trail calls the changes.
ACTIONS: Final = {
    ChangeKind.BARU: "impor.dibuat",
    ChangeKind.BERUBAH: "impor.diubah",
    ChangeKind.DIHAPUS: "impor.dihapus",
}


#: Columns that say where a new or deleted row belongs, which its sheet and year say already.
_PLACES: Final = frozenset(
    {
        "ditinjau",
        "kabupaten",
        "kecamatan",
        "keputusan",
        "perjanjian",
        "profil",
        "rencana_aksi",
        "renstra",
        "rkt",
        "urut",
    }
)


@dataclass(frozen=True, kw_only=True)
class ChangedCell:
    """One column, before and after; empty texts are empty columns."""

    judul: str
    lama: str
    baru: str


@dataclass(frozen=True, kw_only=True)
class ChangedRow:
    """One line of the preview. ``baris`` is the row in the sheet, None where there is none."""

    lembar: str
    baris: int | None
    jenis: str
    macam: str
    sebutan: str
    kolom: tuple[ChangedCell, ...]

    @property
    def move(self) -> bool:
        """Whether the row only moved up or down."""
        return self.jenis == ChangeKind.BERUBAH and all(b.judul == "urut" for b in self.kolom)


@dataclass(frozen=True, kw_only=True)
class ToldClash:
    """What file and site both changed since the download, to be chosen by its ``kunci``. ``kolom`` is empty where it is
    the row as a whole."""

    kunci: str
    lembar: str
    baris: int | None
    sebutan: str
    kolom: str
    semula: str
    berkas: str
    situs: str

    def error(self) -> SheetError:
        """The same as something that is wrong, for whoever cannot be asked."""
        return SheetError(
            lembar=self.lembar,
            baris=self.baris,
            kolom=self.kolom,
            pesan=f'{self.sebutan}: berkas mengisi "{self.berkas}", situs sejak diunduh "{self.situs}" (semula'
            f' "{self.semula}"). Unggah di situs untuk memilih, atau samakan isinya.',
        )


def changes(perubahan: Iterable[Change]) -> list[ChangedRow]:
    """The lines of the preview, in order of the sheets."""
    of_model = {label: sheet.nama for sheet in all_sheets() for label in sheet.model}
    order = [sheet.nama for sheet in all_sheets()] + ["Lainnya"]
    rows = []
    for p in perubahan:
        nama = of_model.get(p.model._meta.label_lower, "Lainnya")
        rows.append(
            ChangedRow(
                lembar=nama,
                baris=_nomor(p, nama),
                jenis=p.kinds.value,
                macam=str(p.model._meta.verbose_name),
                sebutan=p.sebutan[:SEBUTAN_LENGTH],
                kolom=_columns(p, short=True),
            )
        )
    return sorted(rows, key=lambda b: (order.index(b.lembar), b.baris is None, b.baris or 0))


def told_clash(sheet: Sheet, clash: Clash) -> ToldClash:
    """A clash in words."""
    row = next(r for r in (clash.site, clash.file, clash.base) if r is not None)
    names = [column for column in sheet.readable if column.key in sheet.unique] or list(sheet.readable[:2])
    return ToldClash(
        kunci=clash.key,
        lembar=sheet.nama,
        baris=clash.number,
        sebutan=", ".join(said for column in names if (said := _said(column, row.get(column.key))))[
            :SEBUTAN_LENGTH
        ],
        kolom=sheet[clash.column].title if clash.column else "",
        semula=_clashing(sheet, clash, clash.base),
        berkas=_clashing(sheet, clash, clash.file),
        situs=_clashing(sheet, clash, clash.site),
    )


def _clashing(sheet: Sheet, clash: Clash, row: Values | None) -> str:
    """What one side says: the cell, or of a row as a whole what it is, or what was changed in it."""
    if clash.column:
        return _said(sheet[clash.column], (row or {}).get(clash.column))
    if row is None:
        return "baris dihapus"
    base = clash.base or {}
    told = [
        f"{column.title}: {said}"
        for column in sheet.readable
        if (said := _said(column, row.get(column.key)))
        and (row is clash.base or mark(row.get(column.key)) != mark(base.get(column.key)))
    ]
    return "; ".join(told) or "beberapa isian dikosongkan"


def _said(column: Column, value: Any) -> str:
    """A cell as people read it."""
    return "" if mark(value) is None else column.kind.text(value)


def total_differences(old: BudgetTotals | None, new: BudgetTotals | None) -> list[ChangedCell]:
    """What the whole budget was and would be: of its sums those that change."""
    sums = [
        ChangedCell(judul=column.capitalize(), lama=_jumlah(old, column), baru=_jumlah(new, column))
        for column in ("pagu", "realisasi")
    ]
    return [one for one in sums if one.lama != one.baru]


def _jumlah(totals: BudgetTotals | None, column: str) -> str:
    return "" if totals is None else amount_in_words(getattr(totals, column))


def trail_row(perubahan: Iterable[Change]) -> list[TrailLine]:
    """The lines of the trail: one for every row."""
    results = []
    for p in perubahan:
        differences = _columns(p)
        results.append(
            TrailLine(
                action=ACTIONS[p.kinds],
                kind=p.model._meta.label_lower,
                pk=p.pk,
                key=p.key,
                sebutan=p.sebutan,
                before=None if p.kinds is ChangeKind.BARU else {b.judul: b.lama for b in differences},
                after=None if p.kinds is ChangeKind.DIHAPUS else {b.judul: b.baru for b in differences},
            )
        )
    return results


def changes_fingerprint(rows: Sequence[ChangedRow], capaian: Sequence[CapaianChange] = ()) -> str:
    """SHA-256 of a preview: the same when applying would do exactly what was shown."""
    shown = [*(asdict(b) for b in rows), *(asdict(c) for c in capaian)]
    plain = json.dumps(shown, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(plain.encode()).hexdigest()


def _nomor(p: Change, sheet: str) -> int | None:
    """The row the change comes from; a deleted row has none."""
    place = refusal_of(p, "")
    return place.baris if p.kinds is not ChangeKind.DIHAPUS and place.lembar == sheet else None


def _columns(p: Change, *, short: bool = False) -> tuple[ChangedCell, ...]:
    """The columns that changed; ``short`` leaves out of new and deleted rows what their sheet says already."""
    nama = list(dict.fromkeys([*p.before, *p.after]))
    if p.kinds is not ChangeKind.BERUBAH:
        nama = [n for n in nama if n not in (_PLACES if short else {"urut"})]
    elif len(nama) > 1:
        nama = [n for n in nama if n != "urut"] or nama
    return tuple(
        ChangedCell(
            judul=str(field.verbose_name),
            lama=_text(p.model, field, p.before.get(n)),
            baru=_text(p.model, field, p.after.get(n)),
        )
        for n in nama
        if isinstance(field := p.model._meta.get_field(n), models.Field)
    )


def _text(model: type[models.Model], field: models.Field[Any, Any], nilai: Any) -> str:
    """A stored value as people read it; the model knows what it stores in a form of its own (``AS_READ``)."""
    if nilai is None or nilai == "" or nilai == []:
        return ""
    if as_read := getattr(model, "AS_READ", {}).get(field.name):
        return str(as_read(nilai))
    if isinstance(nilai, bool):
        return "Ya" if nilai else "Tidak"
    if field.choices:
        return str(dict(field.flatchoices).get(nilai, nilai))
    if isinstance(nilai, date):
        return format_tanggal(nilai)
    if isinstance(nilai, list):
        return "; ".join(str(item) for item in nilai)
    if isinstance(field, models.DecimalField):
        angka = Decimal(nilai)
        return format_rupiah(angka) if field.decimal_places == 2 else format_angka(angka)
    if type(field) is models.PositiveIntegerField:  # counts; years and numbers are small integers
        return format_angka(int(nilai))
    return str(nilai)
