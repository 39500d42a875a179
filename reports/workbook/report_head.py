"""The head of the LKIP on the sheet of documents: place and date of its last version."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kecamatan.ground.prepared import PreparedRows
from reports.models import Laporan
from sakip.records import sheets  # noqa: F401  # those of the records come before it
from sakip.workbook.run import Run, dated
from sakip.workbook.sheets.record_sheet import extend
from sakip.workbook.sheets.said import Said, said
from sakip.workbook.stored import Stored, stock


@stock
def _stored(data: Stored) -> Laporan | None:
    """The last version of the report."""
    return _LAST.first(data.kecamatan.pk, data.tahun)


_LAST: Final = PreparedRows(
    lambda kecamatan, tahun: Laporan.objects.filter(kecamatan=kecamatan, tahun=tahun).order_by("-versi")[:1]
)


def _read(data: Stored) -> Iterator[Said]:
    if laporan := _stored(data):
        yield said(
            dokumen="laporan",
            tahun=laporan.tahun,
            tempat=laporan.tempat,
            tanggal=laporan.tanggal,
            tanggal_cetak=laporan.tanggal_cetak,
        )


def _apply(run: Run) -> None:
    """Its state is the office's own affair."""
    head, stored = run.head("laporan"), _stored(run.current)
    if head is None and stored is None:
        return
    run.sync.one(
        Laporan,
        run.place(head) if head else run.sheet("Dokumen"),
        keys=run.own | {"versi": stored.versi if stored else 1},
        nilai=dated(head),
        stock=[stored] if stored else [],
    )


extend("Dokumen", read=_read, apply=_apply)
