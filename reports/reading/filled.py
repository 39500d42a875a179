"""A paper as a filled workbook, with a sheet that says where each row comes from and what was left out."""

from __future__ import annotations

from typing import Final

from django.db import transaction

from kecamatan.models import Kecamatan
from reports.reading.book import TUJUAN, PaperPreview, paper_apply, paper_preview, said
from reports.workbook.exchange import WorkbookRefused
from sakip.workbook.recorded import RecordedBook
from sakip.workbook.writer import Beside, write_workbook

ORIGIN: Final = "Asal"
_HINT: Final = "Asal setiap baris dalam dokumen; tidak dibaca saat diunggah."
_COLUMNS: Final = (
    ("Keadaan", 16),
    ("Lembar", 18),
    ("Isi", 70),
    ("Dalam dokumen", 22),
    ("Kutipan", 70),
    ("Catatan", 60),
)


def filled_workbook(
    *, content: bytes, name: str, place: tuple[Kecamatan, int], tujuan: str = ""
) -> tuple[bytes, PaperPreview]:
    """The workbook of that year with what the paper says, below the ``tujuan`` where it names none; nothing is
    recorded. Raises :class:`reports.workbook.exchange.WorkbookRefused` where what is recorded already stands in the
    way."""
    read = paper_preview(content=content, name=name, place=place, by=None, chosen={TUJUAN: tujuan})
    if read.preview.errors:
        raise WorkbookRefused(read.preview)
    base = RecordedBook(*place)
    with transaction.atomic():
        paper_apply(
            content=content,
            name=name,
            place=place,
            by=None,
            taken=read.taken,
            fingerprint=read.preview.fingerprint,
            tujuan=tujuan,
        )
        filled = RecordedBook(*place, (base.versi, base.versi_rkt))
        transaction.set_rollback(True)
    return write_workbook(filled, base=base, beside=(_origin(read),)), read


def _origin(read: PaperPreview) -> Beside:
    rows = [
        (
            "Dipakai" if one.number in read.taken else "Tidak dipakai",
            one.sheet,
            said(one),
            one.at.words,
            one.quote,
            " ".join((*one.doubts, *filter(None, [read.refused.get(one.number, "")]), *one.notes)),
        )
        for one in read.reading.proposals
    ]
    rest = [("Tidak cocok", "", "", one.at.words, one.quote, one.why) for one in read.reading.unplaced]
    return Beside(title=ORIGIN, hint=_HINT, columns=_COLUMNS, rows=[*rows, *rest])
