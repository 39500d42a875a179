"""Cells → values, with everything that is wrong: on every sheet, each with sheet, row and column.

What the database or the loader would refuse later is refused here as far as one workbook shows it, because here every
error can be named at once. A sheet that the file lacks is taken as it is recorded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.core.exceptions import ValidationError

from kecamatan.ground.texts import Refused
from sakip.entry.value_kinds import shorten
from sakip.workbook.cells.recorded_value import spread_value
from sakip.workbook.cells.references import check_references
from sakip.workbook.cells.row import ParsedBook, SheetChecker, SheetRow
from sakip.workbook.reader import RawBook, RawRow, SheetError, missing_columns
from sakip.workbook.recorded import RecordedBook
from sakip.workbook.sheets.record_sheet import RECORD_SHEETS, RecordSheet, all_sheets
from sakip.workbook.sheets.sheet import BARIS_JUDUL, Column, Only, Sheet


def parse_workbook(mentah: RawBook, catatan: RecordedBook) -> ParsedBook:
    """Read the values of a file against what is recorded and what may be referred to."""
    return _BookParser(mentah, catatan).parse_workbook()


class _BookParser(SheetChecker):
    def parse_workbook(self) -> ParsedBook:
        pesan = list(self.mentah.catatan)
        rusak = {g.lembar for g in self.mentah.galat}
        hilang = []
        for lembar in all_sheets():
            if (mentah := self.mentah.lembar.get(lembar.nama)) is not None:
                self.tabel[lembar.nama] = [b for m in mentah if (b := self._baris(lembar, m))]
            else:
                self.tabel[lembar.nama] = list(self._tercatat(lembar))
                if lembar.nama not in rusak:
                    hilang.append(lembar.nama)
        self._refuse_old_column()
        if hilang:
            pesan.append(
                f"Lembar yang tidak ada dalam berkas dibiarkan seperti adanya di situs: {', '.join(hilang)}."
            )
        for record in RECORD_SHEETS.values():
            if record.settle is not None:
                record.settle(self)
        for record in RECORD_SHEETS.values():
            if record.sheet.nama in self.mentah.lembar:
                self._check(record)
        return ParsedBook(tabel=self.tabel, galat=self.galat, catatan=pesan, models=self._changed())

    def _changed(self) -> frozenset[str]:
        """Labels of the models whose sheets say anything else than what is recorded; no row of others can change."""
        labels: set[str] = set()
        for sheet in all_sheets():
            if sheet.nama in self.mentah.lembar and self._said(sheet, self.tabel[sheet.nama]) != self._said(
                sheet, self._tercatat(sheet)
            ):
                labels |= set(sheet.model)
        return frozenset(labels)

    def _said(self, sheet: Sheet, rows: Iterable[SheetRow]) -> list[dict[str, Any]]:
        # A version that was left out is filled in as 0 when it is read.
        said = [{k: v for k, v in row.nilai.items() if (k, v) != ("versi", 0)} for row in rows if row.nilai]
        return [{k: v for row in said for k, v in row.items()}] if sheet.tegak else said

    def _refuse_old_column(self) -> None:
        """An older workbook cannot say what is recorded in a column that came after it; nothing of it may be lost."""
        for nama, kolom in self.mentah.older.items():
            judul = [k.judul for k in kolom if any(isi.get(k.kunci) for isi in self.catatan.isi[nama])]
            if judul:
                self.galat.append(SheetError(pesan=missing_columns(judul), lembar=nama, baris=BARIS_JUDUL))

    def _baris(self, lembar: Sheet, mentah: RawRow) -> SheetRow | None:
        baris = SheetRow(lembar=lembar, nomor=mentah.nomor, nilai={})
        for kunci, pesan in mentah.rusak.items():
            self.refuse(baris, kunci, pesan)
        for kunci, sel in mentah.sel.items():
            kolom = lembar[kunci]
            try:
                nilai = accepted(kolom, kolom.jenis.parse(sel))
            except Refused as galat:
                self.refuse(baris, kunci, str(galat))
                continue
            if nilai not in ("", []):  # characters that nobody sees are nothing
                baris.nilai[kunci] = nilai
        spread_value(self, baris)
        said = not lembar.prefilled or (baris.nilai.keys() | baris.rusak) & lembar.prefilled
        return baris if said else None  # nobody wrote anything into the row that was handed out

    def _tercatat(self, lembar: Sheet) -> Iterator[SheetRow]:
        """The recorded rows as the workbook would have said them."""
        for isi in self.catatan.isi[lembar.nama]:
            nilai = {
                kolom.kunci: value
                for kolom in lembar.terbaca
                if (value := _as_recorded(kolom, isi.get(kolom.kunci))) is not None
            }
            if not lembar.prefilled or nilai.keys() & lembar.prefilled:
                yield SheetRow(lembar=lembar, nomor=None, nilai=nilai)

    def _check(self, record: RecordSheet) -> None:
        lembar, baris = record.sheet, self.tabel[record.sheet.nama]
        for satu in baris:
            for kolom in lembar.kolom:
                if kolom.wajib and kolom.kunci not in satu.nilai and not lembar.tegak:
                    self.refuse(satu, kolom.kunci, kolom.missing)
                if kolom.only and kolom.kunci in satu.nilai:
                    self._refuse_elsewhere(satu, kolom, kolom.only)
                if kolom.acuan and kolom.kunci in satu.nilai:
                    check_references(self, satu, kolom)
        if record.check is not None:
            record.check(self, baris)
        self._check_twins(lembar, baris)

    def _refuse_elsewhere(self, row: SheetRow, column: Column, only: Only) -> None:
        """A cell of a row to which its column does not apply: nothing that somebody filled in is dropped unsaid."""
        if only.column not in row.rusak and row[only.column] not in only.codes:
            self.refuse(row, column.kunci, f"Kosongkan; {only.reason}.")

    def _check_twins(self, lembar: Sheet, baris: Sequence[SheetRow]) -> None:
        if not lembar.unik:
            return
        pertama: dict[tuple[Any, ...], SheetRow] = {}
        for satu in baris:
            tanda = tuple(satu[k] for k in lembar.unik)
            if satu.rusak & set(lembar.unik) or (lembar.nameless and not any(tanda)):
                continue
            lain = pertama.setdefault(tanda, satu)
            if lain is not satu:
                sebutan = " dan ".join(lembar[k].judul.lower() for k in lembar.unik)
                self.refuse(
                    satu, "", f"{sebutan} sama dengan baris {lain.nomor}. Hapus salah satu, atau perbaiki."
                )


def _as_recorded(kolom: Column, stored: Any) -> Any:
    """A stored value as its cell would be read, None where that is empty; one that today's rules refuse was right when
    it was stored."""
    cell = None if stored is None else kolom.jenis.cell(stored)
    if cell in (None, ""):
        return None
    try:
        return kolom.jenis.parse(cell)
    except Refused:
        return stored


def accepted(kolom: Column, nilai: Any) -> Any:
    """The value, if its model field takes it."""
    bidang = kolom.field()
    if bidang is not None and nilai not in ("", None):
        try:
            bidang.run_validators(bidang.to_python(nilai))
        except ValidationError as galat:
            raise Refused(f'"{shorten(nilai)}" tidak dapat disimpan. {galat.messages[0]}') from galat
    return nilai
