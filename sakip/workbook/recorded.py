"""Rows of one kecamatan-year → sheets of values: what the workbook says about the present state.

A value is what the column's kind writes (:mod:`sakip.entry.values`): codes rather than words, Decimals, dates,
lists. The values of all sheets have a fingerprint, by which an upload is told from which state it was filled in.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.core.serializers.json import DjangoJSONEncoder

from kecamatan import models as k
from sakip.workbook.references import References, rujukan
from sakip.workbook.sheets import FORMAT, SPELLING, Book, Sheet
from sakip.workbook.sheets.record_sheet import RECORD_SHEETS
from sakip.workbook.sheets.said import Cells
from sakip.workbook.stored import Stored

__all__ = ["Cells", "RecordedBook", "catatan"]


@dataclass(frozen=True, kw_only=True)
class RecordedBook:
    """Everything one workbook holds. ``isi`` has the rows of every sheet by its name."""

    kecamatan: k.Kecamatan
    tahun: int
    buku: Book
    rujukan: References
    nomenklatur: str
    nomenklatur_rkt: str
    isi: Mapping[str, list[Cells]]
    data: Stored
    """The rows themselves, as they were read for the sheets."""

    @property
    def sidik(self) -> str:
        """SHA-256 of what the records say; a column or sheet that came later and is empty says nothing, as before it
        came."""
        isi = {
            lembar.nama: [lembar.without_empty_added(b) for b in baris]
            for lembar, baris in self.lembar()
            if baris or not lembar.added
        }
        polos = json.dumps(
            [self.nomenklatur, self.nomenklatur_rkt, isi],
            cls=DjangoJSONEncoder,
            sort_keys=True,
            ensure_ascii=False,
        )
        return hashlib.sha256(polos.encode()).hexdigest()

    @property
    def meta(self) -> dict[str, str]:
        """What the sheet ``_meta`` holds."""
        return {
            "format": str(FORMAT),
            "kecamatan": self.kecamatan.kode,
            "nama": self.kecamatan.nama,
            "tahun": str(self.tahun),
            "nomenklatur": self.nomenklatur,
            "nomenklatur_rkt": self.nomenklatur_rkt,
            "narasi": SPELLING,
            "sidik": self.sidik,
        }

    def lembar(self) -> Iterator[tuple[Sheet, list[Cells]]]:
        """The sheets with their rows."""
        for lembar in self.buku.lembar:
            yield lembar, self.isi[lembar.nama]


def catatan(
    *,
    kecamatan: k.Kecamatan,
    tahun: int,
    buku: Book,
    atas: Mapping[str, list[Cells]],
    versi: tuple[str, str] | None = None,
) -> RecordedBook:
    """Read the records (a fixed number of queries). ``atas`` are the rows that the room above brings along:
    ``Narasi``, and for ``Dokumen`` the head of the LKIP. ``versi`` are the nomenklatur in which codes are written
    (all sheets, RKT), where not the one that most rows use."""
    kecamatan = k.Kecamatan.objects.select_related("kabupaten").get(pk=kecamatan.pk)
    acuan = rujukan(kecamatan, tahun)
    data = Stored(kecamatan, tahun, acuan, versi)
    isi = {nama: satu.rows(data) for nama, satu in RECORD_SHEETS.items()}
    isi["Dokumen"] = [*isi["Dokumen"], *atas.get("Dokumen", [])]
    isi["Narasi"] = list(atas.get("Narasi", []))
    return RecordedBook(
        kecamatan=kecamatan,
        tahun=tahun,
        buku=buku,
        rujukan=acuan,
        nomenklatur=data.versi,
        nomenklatur_rkt=data.versi_rkt,
        isi=isi,
        data=data,
    )
