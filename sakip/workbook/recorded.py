"""Rows of one kecamatan-year → sheets of values: what the workbook says about the present state.

A value is what the column's kind writes (:mod:`sakip.entry.value_kinds`): codes rather than words, Decimals, dates,
lists. The values of all sheets have a fingerprint, by which an upload is told from which state it was filled in.
"""

from __future__ import annotations

import hashlib
import json

from django.core.serializers.json import DjangoJSONEncoder

from kecamatan import models as k
from kecamatan.ground.whole_numbers import whole
from sakip.workbook.base import Content
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
        return content_fingerprint(self.content, (self.versi, self.versi_rkt))

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
            "jejak": _last_line(),
        }

    def continues(self, meta: dict[str, str]) -> bool:
        """Whether these records are those of which a workbook was downloaded, with whatever came since: the trail, of
        which nothing is ever taken away, has the line that was the last one then. Another installation has not."""
        said, _, moment = meta.get("jejak", "").partition(" ")
        if (number := whole(said)) is None:
            return False
        line = k.Jejak.objects.filter(pk=number).first()
        return line is not None and line.waktu.isoformat() == moment


def _last_line() -> str:
    """The newest line of the trail, by its number and moment; a dash where there is none."""
    line = k.Jejak.objects.order_by("-pk").first()
    return "-" if line is None else f"{line.pk} {line.waktu.isoformat()}"


def content_fingerprint(content: Content, versi: tuple[str, str]) -> str:
    """The fingerprint of the rows of all sheets, with codes of these nomenklatur."""
    said = {
        sheet.nama: [sheet.without_empty_added(b) for b in sheet.said(content)]
        for sheet in all_sheets()
        if sheet.said(content) or not sheet.added
    }
    plain = json.dumps([*versi, said], cls=DjangoJSONEncoder, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(plain.encode()).hexdigest()
