"""The parts of the document, each knowing where it stands, and how a row becomes one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from kecamatan.bacaan import BerkasTidakSah, Objek
from kecamatan.services.contoh import TENTU
from sakip.exchange.catatan import Catatan
from sakip.exchange.lembar import Lembar
from sakip.exchange.pembaca import Galat
from sakip.exchange.urai import Baris, Tabel, cari_pejabat, urai_pejabat, versi_kode

#: Keys of the loader's document that stand in a column of another name.
_NAMA_LAIN: Final = {
    "program": "kode",
    "kegiatan": "kode",
    "sub_kegiatan": "kode",
    "angka": "nilai",
    "huruf": "nilai",
    "bawah": "target",
    "atas": "target",
    "pihak_pertama": "penandatangan",
    "tujuan": "tujuan",
}


class Isi(dict[str, Any]):
    """An object of the document that knows the row it was read from."""

    def __init__(
        self,
        isi: Mapping[str, Any],
        baris: Baris | None = None,
        lembar: Lembar | None = None,
        *,
        names: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(isi)
        self.baris = baris
        self.names = names or {}
        self.lembar = baris.lembar if baris else lembar

    def galat(self, pesan: str, kunci: str) -> Galat:
        """An error about one key of this object, or about all of it."""
        if self.lembar is None:
            return Galat(pesan=pesan)
        kunci = re.sub(r"\[.*", "", kunci)
        kunci = self.names.get(kunci, kunci)
        kolom = {k.kunci: k.judul for k in self.lembar.kolom}
        return Galat(
            pesan=pesan,
            lembar=self.lembar.nama,
            baris=self.baris.nomor if self.baris else None,
            kolom=kolom.get(kunci) or kolom.get(_NAMA_LAIN.get(kunci, ""), ""),
        )


class GalatBuku(BerkasTidakSah):
    """A refusal with its place in the workbook."""

    def __init__(self, galat: Galat) -> None:
        super().__init__(str(galat))
        self.galat = galat


class ObjekBuku(Objek):
    """A part of the document; its errors name sheet, row and column."""

    def galat(self, pesan: str, kunci: str = "") -> BerkasTidakSah:
        """The error for a value of this object (``kunci``) or for the object as a whole."""
        isi = getattr(self, "isi", None)
        return GalatBuku(isi.galat(pesan, kunci) if isinstance(isi, Isi) else Galat(pesan=pesan))

    def _angka(self, nilai: object, kunci: str) -> Decimal | None:
        return nilai if isinstance(nilai, Decimal) else super()._angka(nilai, kunci)

    def tanggal(self, kunci: str) -> date | None:
        """The date that the cell was read as."""
        nilai = self._ambil(kunci)
        return nilai if isinstance(nilai, date) else super().tanggal(kunci)


class Perakit:
    """The values of all sheets, and what several parts of the document are made with."""

    def __init__(self, tabel: Tabel, catatan: Catatan) -> None:
        self.tabel = tabel
        self.catatan = catatan
        self.lembar = {lembar.nama: lembar for lembar in catatan.buku.lembar}

    def isi(self, isi: Mapping[str, Any], lembar: str, baris: Baris | None = None) -> Isi:
        """A part read from a row, or from a sheet as a whole."""
        return Isi(isi, baris, self.lembar[lembar])

    def jenjang(self, b: Baris) -> dict[str, str]:
        """The loader's keys for the code of a row."""
        kosong = {"program": "", "kegiatan": "", "sub_kegiatan": ""}
        if not b["kode"]:
            return kosong
        return self.catatan.rujukan.urai_kode(b["kode"], versi_kode(self.catatan, b)) or kosong

    def orang(self, b: Baris | None, kolom: str) -> str:
        """Key of the person that a cell names, with the term where it names one."""
        if b is None or not b[kolom]:
            return ""
        nama, masa = urai_pejabat(b[kolom])
        kunci = cari_pejabat(self.tabel["Pejabat"], nama)
        return TENTU.join([kunci[0] if kunci else nama, *([masa] if masa else [])])

    def bertanggal(self, b: Baris | None) -> dict[str, Any]:
        """Place and date of a document."""
        return ambil(b, "tempat", "tanggal", "tanggal_cetak") if b else {}


def ambil(b: Baris, *kolom: str) -> dict[str, Any]:
    """Columns of a row, by name."""
    return {k: b[k] for k in kolom}


def target(b: Baris, kolom: str = "target", cetak: str = "cetak") -> Isi | None:
    """A target with its printed form; None where neither is given."""
    if b[kolom] is None and not b[cetak]:
        return None
    return Isi({**(b[kolom] or {}), "cetak": b[cetak]}, b, names={"target": kolom, "cetak": cetak})


def nilai(b: Baris) -> dict[str, Any]:
    """Columns of a recorded value; what was left out follows from what is there."""
    keadaan = b["keadaan"] or ("tidak tersedia" if b["alasan"] and b["nilai"] is None else "terisi")
    kolom = {k: (b["nilai"] or {}).get(k) for k in ("angka", "huruf")}
    return {"keadaan": keadaan, **ambil(b, "pembilang", "penyebut", "alasan", "cetak"), **kolom}
