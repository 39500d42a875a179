"""Rows of one kecamatan-year → sheets of values: what the workbook says about the present state.

A value is what the column's kind writes (:mod:`sakip.entry.value_kinds`): codes rather than words, Decimals, dates,
lists. The values of all sheets have a fingerprint, by which an upload is told from which state it was filled in.
"""

from __future__ import annotations

import hashlib
import json

from django.core.serializers.json import DjangoJSONEncoder

from kecamatan import models as k
from sakip.workbook.lookups import references
from sakip.workbook.sheets.record_sheet import RECORD_SHEETS, all_sheets
from sakip.workbook.sheets.sheet import FORMAT, SPELLING
from sakip.workbook.stored import Stored


class RecordedBook(Stored):
    """Everything one workbook holds, read in a fixed number of queries. ``content`` has the rows of every sheet by its
    name."""

    def __init__(self, kecamatan: k.Kecamatan, tahun: int, versi: tuple[str, str] | None = None) -> None:
        kecamatan = k.Kecamatan.objects.select_related("kabupaten").get(pk=kecamatan.pk)
        super().__init__(kecamatan, tahun, references(kecamatan, tahun), versi)
        self.content = {nama: one.rows(self) for nama, one in RECORD_SHEETS.items()}

    def says_as_much_as(self, other: RecordedBook) -> bool:
        """Whether a file that was judged against one is judged alike against the other."""
        return self.references.names == other.references.names and self.fingerprint == other.fingerprint

    @property
    def fingerprint(self) -> str:
        """SHA-256 of what the records say; a column or sheet that came later and is empty says nothing, as before it
        came."""
        content = {
            sheet.nama: [sheet.without_empty_added(b) for b in self.content[sheet.nama]]
            for sheet in all_sheets()
            if self.content[sheet.nama] or not sheet.added
        }
        plain = json.dumps(
            [self.versi, self.versi_rkt, content], cls=DjangoJSONEncoder, sort_keys=True, ensure_ascii=False
        )
        return hashlib.sha256(plain.encode()).hexdigest()

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
            "sidik": self.fingerprint,
        }
