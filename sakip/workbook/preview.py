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
from kecamatan.ground.trail import PANJANG_SEBUTAN, TrailLine
from sakip.records.anggaran.freeze import BudgetTotals
from sakip.records.anggaran.totals import amount_in_words
from sakip.text.dates import format_tanggal
from sakip.text.numbers import format_angka, format_rupiah
from sakip.workbook.run import refusal_of
from sakip.workbook.sheets.record_sheet import all_sheets

#: What the trail calls the changes.
TINDAKAN: Final = {
    ChangeKind.BARU: "impor.dibuat",
    ChangeKind.BERUBAH: "impor.diubah",
    ChangeKind.DIHAPUS: "impor.dihapus",
}


#: Columns that say where a new or deleted row belongs, which its sheet and year say already.
_TEMPAT: Final = frozenset(
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


def ubahan(perubahan: Iterable[Change]) -> list[ChangedRow]:
    """The lines of the preview, in order of the sheets."""
    of_model = {label: sheet.nama for sheet in all_sheets() for label in sheet.model}
    order = [sheet.nama for sheet in all_sheets()] + ["Lainnya"]
    baris = []
    for p in perubahan:
        nama = of_model.get(p.model._meta.label_lower, "Lainnya")
        baris.append(
            ChangedRow(
                lembar=nama,
                baris=_nomor(p, nama),
                jenis=p.jenis.value,
                macam=str(p.model._meta.verbose_name),
                sebutan=p.sebutan[:PANJANG_SEBUTAN],
                kolom=_kolom(p, ringkas=True),
            )
        )
    return sorted(baris, key=lambda b: (order.index(b.lembar), b.baris is None, b.baris or 0))


def beda_jumlah(lama: BudgetTotals | None, baru: BudgetTotals | None) -> list[ChangedCell]:
    """What the whole budget was and would be: of its sums those that change."""
    sums = [
        ChangedCell(judul=kolom.capitalize(), lama=_jumlah(lama, kolom), baru=_jumlah(baru, kolom))
        for kolom in ("pagu", "realisasi")
    ]
    return [satu for satu in sums if satu.lama != satu.baru]


def _jumlah(totals: BudgetTotals | None, kolom: str) -> str:
    return "" if totals is None else amount_in_words(getattr(totals, kolom))


def trail_row(perubahan: Iterable[Change]) -> list[TrailLine]:
    """The lines of the trail: one for every row."""
    hasil = []
    for p in perubahan:
        beda = _kolom(p)
        hasil.append(
            TrailLine(
                tindakan=TINDAKAN[p.jenis],
                jenis=p.model._meta.label_lower,
                pk=p.pk,
                key=p.key,
                sebutan=p.sebutan,
                sebelum=None if p.jenis is ChangeKind.BARU else {b.judul: b.lama for b in beda},
                sesudah=None if p.jenis is ChangeKind.DIHAPUS else {b.judul: b.baru for b in beda},
            )
        )
    return hasil


def changes_fingerprint(baris: Sequence[ChangedRow]) -> str:
    """SHA-256 of a preview: the same when applying would do exactly what was shown."""
    polos = json.dumps([asdict(b) for b in baris], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(polos.encode()).hexdigest()


def _nomor(p: Change, lembar: str) -> int | None:
    """The row the change comes from; a deleted row has none."""
    tempat = refusal_of(p, "")
    return tempat.baris if p.jenis is not ChangeKind.DIHAPUS and tempat.lembar == lembar else None


def _kolom(p: Change, *, ringkas: bool = False) -> tuple[ChangedCell, ...]:
    """The columns that changed; ``ringkas`` leaves out of new and deleted rows what their sheet says already."""
    nama = list(dict.fromkeys([*p.sebelum, *p.sesudah]))
    if p.jenis is not ChangeKind.BERUBAH:
        nama = [n for n in nama if n not in (_TEMPAT if ringkas else {"urut"})]
    elif len(nama) > 1:
        nama = [n for n in nama if n != "urut"] or nama
    return tuple(
        ChangedCell(
            judul=str(bidang.verbose_name),
            lama=_teks(p.model, bidang, p.sebelum.get(n)),
            baru=_teks(p.model, bidang, p.sesudah.get(n)),
        )
        for n in nama
        if isinstance(bidang := p.model._meta.get_field(n), models.Field)
    )


def _teks(model: type[models.Model], bidang: models.Field[Any, Any], nilai: Any) -> str:
    """A stored value as people read it; the model knows what it stores in a form of its own (``AS_READ``)."""
    if nilai is None or nilai == "" or nilai == []:
        return ""
    if as_read := getattr(model, "AS_READ", {}).get(bidang.name):
        return str(as_read(nilai))
    if isinstance(nilai, bool):
        return "Ya" if nilai else "Tidak"
    if bidang.choices:
        return str(dict(bidang.flatchoices).get(nilai, nilai))
    if isinstance(nilai, date):
        return format_tanggal(nilai)
    if isinstance(nilai, list):
        return "; ".join(str(butir) for butir in nilai)
    if isinstance(bidang, models.DecimalField):
        angka = Decimal(nilai)
        return format_rupiah(angka) if bidang.decimal_places == 2 else format_angka(angka)
    if type(bidang) is models.PositiveIntegerField:  # counts; years and numbers are small integers
        return format_angka(int(nilai))
    return str(nilai)
