"""Cells → values, with everything that is wrong: on every sheet, each with sheet, row and column.

What the database or the loader would refuse later is refused here as far as one workbook shows it, because here every
error can be named at once. A sheet that the file lacks is taken as it is recorded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from django.core.exceptions import ValidationError

from sakip.entry.values import Refused, shorten
from sakip.workbook.cells import documents as dokumen
from sakip.workbook.cells import measures as ukuran
from sakip.workbook.cells import narrative as narasi
from sakip.workbook.cells import plan as rencana
from sakip.workbook.cells import wilayah
from sakip.workbook.cells.officials import find_pejabat, kunci_pejabat, parse_pejabat
from sakip.workbook.cells.references import check_references
from sakip.workbook.cells.row import Baris, Pemeriksa, PeriksaLembar, Tabel, Uraian, versi_kode
from sakip.workbook.cells.values import spread_value
from sakip.workbook.reader import BarisMentah, Galat, Mentah, missing_columns
from sakip.workbook.sheets import BARIS_JUDUL, Kolom, Lembar
from sakip.workbook.sheets.sheet import Only
from sakip.workbook.tables import Catatan

__all__ = ["Baris", "Tabel", "Uraian", "find_pejabat", "kunci_pejabat", "parse_pejabat", "urai", "versi_kode"]

#: Columns without which a row of prefilled indikator says nothing.
_ISIAN_NILAI: Final = ("keadaan", "nilai", "pembilang", "penyebut", "alasan", "cetak", "catatan", "sumber")

#: What is checked of a sheet beside its cells.
_KHUSUS: Final[Mapping[str, PeriksaLembar]] = {
    **wilayah.PERIKSA,
    **rencana.PERIKSA,
    **dokumen.PERIKSA,
    **ukuran.PERIKSA,
    **narasi.PERIKSA,
}


def parse_workbook(mentah: Mentah, catatan: Catatan) -> Uraian:
    """Read the values of a file against what is recorded and what may be referred to."""
    return _Pengurai(mentah, catatan).parse_workbook()


class _Pengurai(Pemeriksa):
    def parse_workbook(self) -> Uraian:
        pesan = list(self.mentah.catatan)
        rusak = {g.lembar for g in self.mentah.galat}
        hilang = []
        for lembar in self.catatan.buku.lembar:
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
        self._complete()
        for lembar in self.catatan.buku.lembar:
            if lembar.nama in self.mentah.lembar:
                self._check(lembar)
        return Uraian(tabel=self.tabel, galat=self.galat, catatan=pesan, models=self._changed())

    def _changed(self) -> frozenset[str]:
        """Labels of the models whose sheets say anything else than what is recorded; no row of others can change."""
        labels: set[str] = set()
        for sheet in self.catatan.buku.lembar:
            if sheet.nama in self.mentah.lembar and self._said(sheet, self.tabel[sheet.nama]) != self._said(
                sheet, self._tercatat(sheet)
            ):
                labels |= set(sheet.model)
        return frozenset(labels)

    def _said(self, sheet: Lembar, rows: Iterable[Baris]) -> list[dict[str, Any]]:
        # A version that was left out is filled in as 0 when it is read.
        said = [{k: v for k, v in row.nilai.items() if (k, v) != ("versi", 0)} for row in rows if row.nilai]
        return [{k: v for row in said for k, v in row.items()}] if sheet.tegak else said

    def _refuse_old_column(self) -> None:
        """An older workbook cannot say what is recorded in a column that came after it; nothing of it may be lost."""
        for nama, kolom in self.mentah.older.items():
            judul = [k.judul for k in kolom if any(isi.get(k.kunci) for isi in self.catatan.isi[nama])]
            if judul:
                self.galat.append(Galat(pesan=missing_columns(judul), lembar=nama, baris=BARIS_JUDUL))

    def _baris(self, lembar: Lembar, mentah: BarisMentah) -> Baris | None:
        baris = Baris(lembar=lembar, nomor=mentah.nomor, nilai={})
        for kunci, pesan in mentah.rusak.items():
            self.refuse(baris, kunci, pesan)
        for kunci, sel in mentah.sel.items():
            kolom = lembar[kunci]
            try:
                nilai = accepted(kolom, kolom.value.parse(sel))
            except Refused as galat:
                self.refuse(baris, kunci, str(galat))
                continue
            if nilai not in ("", []):  # characters that nobody sees are nothing
                baris.nilai[kunci] = nilai
        spread_value(self, baris)
        if lembar.nama == "Realisasi" and not (baris.nilai.keys() | baris.rusak) & set(_ISIAN_NILAI):
            return None  # a prefilled row in which nobody wrote anything
        return baris

    def _tercatat(self, lembar: Lembar) -> Iterator[Baris]:
        """The recorded rows as the workbook would have said them."""
        for isi in self.catatan.isi[lembar.nama]:
            nilai = {
                kolom.kunci: kolom.jenis.parse(sel)
                for kolom in lembar.terbaca
                if isi.get(kolom.kunci) is not None
                and (sel := kolom.jenis.cell(isi[kolom.kunci])) not in (None, "")
            }
            if lembar.nama == "Realisasi" and not nilai.keys() & set(_ISIAN_NILAI):
                continue
            yield Baris(lembar=lembar, nomor=None, nilai=nilai)

    def _complete(self) -> None:
        """Fill in what may be left empty because there is only one thing it can mean."""
        narasi.join_texts(self)
        renstra = self.tabel["Renstra"]
        for baris in renstra:
            baris.nilai.setdefault("versi", 0)
        awal = {b["tahun_awal"] for b in renstra if b["tahun_awal"]}
        versi = {b["versi"] for b in renstra}
        for nama in ("Tujuan", "IndikatorTujuan", "TargetTujuan", "Sasaran", "Indikator", "TargetRenstra"):
            for baris in self.tabel[nama]:
                if len(awal) == 1:
                    baris.nilai.setdefault("tahun_awal", next(iter(awal)))
                baris.nilai.setdefault("versi", next(iter(versi)) if len(versi) == 1 else 0)
        for nama in ("Dokumen", "PK", "PKAnggaran", "Realisasi", "Pembanding"):
            for baris in self.tabel[nama]:
                if "tahun" not in baris.rusak:
                    baris.nilai.setdefault("tahun", self.catatan.tahun)
                if nama not in ("Realisasi", "Pembanding"):
                    baris.nilai.setdefault("versi", 0)
        for baris in self.tabel["Realisasi"]:
            baris.nilai.setdefault("triwulan", 0)

    def _check(self, lembar: Lembar) -> None:
        baris = self.tabel[lembar.nama]
        khusus = _KHUSUS.get(lembar.nama)
        for satu in baris:
            for kolom in lembar.kolom:
                if kolom.wajib and kolom.kunci not in satu.nilai and not lembar.tegak:
                    self.refuse(satu, kolom.kunci, kolom.missing)
                if kolom.only and kolom.kunci in satu.nilai:
                    self._refuse_elsewhere(satu, kolom, kolom.only)
                if kolom.acuan and kolom.kunci in satu.nilai:
                    check_references(self, satu, kolom)
        if khusus is not None:
            khusus(self, baris)
        self._check_twins(lembar, baris)

    def _refuse_elsewhere(self, row: Baris, column: Kolom, only: Only) -> None:
        """A cell of a row to which its column does not apply: nothing that somebody filled in is dropped unsaid."""
        if only.column not in row.rusak and row[only.column] not in only.codes:
            self.refuse(row, column.kunci, f"Kosongkan; {only.reason}.")

    def _check_twins(self, lembar: Lembar, baris: Sequence[Baris]) -> None:
        if not lembar.unik:
            return
        pertama: dict[tuple[Any, ...], Baris] = {}
        for satu in baris:
            tanda = tuple(satu[k] for k in lembar.unik)
            if satu.rusak & set(lembar.unik) or (tanda == (None,) and lembar.nama == "RencanaAksi"):
                continue
            lain = pertama.setdefault(tanda, satu)
            if lain is not satu:
                sebutan = " dan ".join(lembar[k].judul.lower() for k in lembar.unik)
                self.refuse(
                    satu, "", f"{sebutan} sama dengan baris {lain.nomor}. Hapus salah satu, atau perbaiki."
                )


def accepted(kolom: Kolom, nilai: Any) -> Any:
    """The value, if its model field takes it."""
    bidang = kolom.field()
    if bidang is not None and nilai not in ("", None):
        try:
            bidang.run_validators(bidang.to_python(nilai))
        except ValidationError as galat:
            raise Refused(f'"{shorten(nilai)}" tidak dapat disimpan. {galat.messages[0]}') from galat
    return nilai
