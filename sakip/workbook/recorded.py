"""Rows of one kecamatan-year → sheets of values: what the workbook says about the present state.

A value is what the column's kind writes (:mod:`sakip.entry.value_kinds`): codes rather than words, Decimals, dates,
lists. The values of all sheets have a fingerprint, by which an upload is told from which state it was filled in.
"""

from __future__ import annotations

import hashlib
import json

from django.core.serializers.json import DjangoJSONEncoder

from kecamatan import models as k
from sakip.workbook.lookups import rujukan
from sakip.workbook.sheets.record_sheet import RECORD_SHEETS, all_sheets
from sakip.workbook.sheets.sheet import FORMAT, SPELLING
from sakip.workbook.stored import Stored


class RecordedBook(Stored):
    """Everything one workbook holds, read in a fixed number of queries. ``isi`` has the rows of every sheet by its
    name."""

    def __init__(self, kecamatan: k.Kecamatan, tahun: int, versi: tuple[str, str] | None = None) -> None:
        kecamatan = k.Kecamatan.objects.select_related("kabupaten").get(pk=kecamatan.pk)
        super().__init__(kecamatan, tahun, rujukan(kecamatan, tahun), versi)
        self.isi = {nama: satu.rows(self) for nama, satu in RECORD_SHEETS.items()}

    @property
    def sidik(self) -> str:
        """SHA-256 of what the records say; a column or sheet that came later and is empty says nothing, as before it
        came."""
        isi = {
            lembar.nama: [lembar.without_empty_added(b) for b in self.isi[lembar.nama]]
            for lembar in all_sheets()
            if self.isi[lembar.nama] or not lembar.added
        }
        polos = json.dumps(
            [self.versi, self.versi_rkt, isi], cls=DjangoJSONEncoder, sort_keys=True, ensure_ascii=False
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
            "nomenklatur": self.versi,
            "nomenklatur_rkt": self.versi_rkt,
            "narasi": SPELLING,
            "sidik": self.sidik,
        }
