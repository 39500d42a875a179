"""The ikhtisar as tables to sort and add up: what its parts say, a line per kecamatan, indikator, document and rule.
Of the same frozen input as the document, so that they cannot disagree."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from reports.overview.document import overview_document
from reports.overview.facts import DocumentState, Overview, OverviewRow
from reports.overview.summary import summary_lines
from reports.overview.timeliness import LKIP, SAID
from sakip.capaian.results import Capaian
from sakip.checks.catalogue import RULES
from sakip.text.dates import format_tanggal
from sakip.text.states import say_state
from sakip.workbook.listing import Listing, write_listings

_Value = str | int | Decimal | None

_PLACES: Final = (
    *(("Kecamatan", 24), ("LKIP", 24), ("Angka", 16), ("Rata-rata capaian (%)", 14)),
    *(("Indikator terhitung", 14), ("Predikat", 24), ("Pagu (Rp)", 20), ("Realisasi anggaran (Rp)", 20)),
    *(("Serapan (%)", 12), ("Batas waktu LKIP", 20), ("Ketepatan waktu LKIP", 36), ("Kesalahan", 12)),
    *(("Peringatan", 12), ("Dokumen belum lengkap", 16), ("Keterangan", 60)),
)
_INDIKATOR: Final = (
    *(("Kecamatan", 24), ("Indikator", 60), ("Satuan", 14), ("Target", 16), ("Realisasi", 16)),
    *(("Capaian (%)", 14), ("Predikat", 24), ("Perhitungan atau sebab", 60)),
)
_DOCUMENTS: Final = (
    *(("Kecamatan", 24), ("Dokumen", 30), ("Keadaan", 24), ("Belum ada", 60)),
    *(("Batas waktu", 20), ("Terlambat", 24)),
)
_FINDINGS: Final = (
    *(("Kecamatan", 24), ("Aturan", 16), ("Yang diperiksa", 60), ("Kesalahan", 12), ("Peringatan", 12)),
)


def overview_book(overview: Overview) -> bytes:
    """The workbook, under the title of the document. A percentage and an amount are numbers."""
    title = overview_document(overview).title
    head = f"{title}, keadaan per {format_tanggal(overview.day)}"
    return write_listings(
        title,
        (
            Listing(
                name="Ringkasan",
                title=head,
                columns=(("Yang diikhtisarkan", 34), ("Keadaan", 100)),
                rows=list(summary_lines(overview)),
            ),
            Listing(
                name="Kecamatan", title=head, columns=_PLACES, rows=[_place(one) for one in overview.rows]
            ),
            Listing(
                name="Indikator",
                title=head,
                columns=_INDIKATOR,
                rows=[
                    (row.nama, one.nama, one.satuan, one.target, one.realisasi, *_capaian(one.capaian))
                    for row, one in overview.measurements()
                ],
                fixed=2,
            ),
            Listing(
                name="Dokumen",
                title=head,
                columns=_DOCUMENTS,
                rows=[
                    _document(row, state) for row in overview.rows for state in row.documents if state.asked
                ],
                fixed=2,
            ),
            Listing(
                name="Temuan reviu", title=head, columns=_FINDINGS, rows=list(_findings(overview)), fixed=2
            ),
        ),
    )


def _place(row: OverviewRow) -> tuple[_Value, ...]:
    facts = row.facts
    rerata, serapan = (facts.rerata, facts.serapan) if facts else (None, None)
    lkip = next((one for one in row.documents if one.code == LKIP), None)
    found = row.findings
    return (
        row.nama,
        row.laporan,
        "" if facts is None else "ditandatangani" if facts.signed else "konsep",
        rerata.nilai if rerata else None,
        f"{rerata.terhitung} dari {rerata.jumlah}" if rerata else "",
        rerata.kategori.label if rerata and rerata.kategori else "",
        serapan.pagu if serapan else None,
        serapan.realisasi if serapan else None,
        serapan.nilai if serapan else None,
        _day(lkip.until if lkip else None),
        SAID.get(lkip.time, "") if lkip else "",
        None if found is None else sum(one.galat for one in found),
        None if found is None else sum(one.peringatan for one in found),
        sum(one.asked and not one.complete for one in row.documents),
        row.alasan or (facts.alasan if facts else ""),
    )


def _capaian(one: Capaian) -> tuple[_Value, ...]:
    if one.nilai is None:
        return say_state(one.keadaan), "", one.alasan
    return one.nilai, one.kategori.label if one.kategori else "", one.langkah


def _document(row: OverviewRow, state: DocumentState) -> tuple[_Value, ...]:
    return row.nama, state.title, state.said, ", ".join(state.missing), _day(state.until), state.late


def _findings(overview: Overview) -> Iterator[tuple[_Value, ...]]:
    for row in overview.rows:
        for one in row.findings or ():
            yield row.nama, one.rule, RULES.get(one.rule, ""), one.galat, one.peringatan


def _day(day: date | None) -> str:
    return format_tanggal(day) if day else ""
