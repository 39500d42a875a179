"""What is done about missed targets: as planned in the LKIP of their year, with what became of it in the next."""

from __future__ import annotations

from reports.document.builders import cell, columns, grouped, header, line_rows, of_group, row
from reports.document.tree import TableBlock, TableCell
from reports.official.signatures import nama_kecamatan
from reports.prose.language import tidy
from reports.tables.printed import EMPTY
from sakip.snapshot.types import Snapshot
from sakip.text.dates import format_tanggal


def tindak_lanjut_table(snapshot: Snapshot, tahun: int) -> TableBlock | None:
    """No | Indikator | Tindakan | Penanggung jawab | Batas waktu | Keadaan of the missed targets of a year; None where
    nothing is recorded. Of an earlier year the state comes with what was achieved."""
    rows = [t for t in snapshot.tindak_lanjut if t.tahun == tahun]
    if not rows:
        return None
    titles = ("No.", "Indikator", "Tindakan", "Penanggung jawab", "Batas waktu", "Keadaan")
    verb = "Rencana Tindak Lanjut" if tahun == snapshot.tahun else "Keadaan Tindak Lanjut"
    return TableBlock(
        key=f"tabel-tindak-lanjut-{tahun}",
        title=f"{verb} atas Target Tahun {tahun} yang Belum Tercapai",
        columns=columns((5, "tengah"), 22, 28, 17, 12, 16),
        heads=header(*(TableCell(content=title) for title in titles)),
        rows=tuple(
            row(
                *of_group(number, tidy(one.indikator), first),
                cell(tidy(one.tindakan)),
                cell(line_rows(one.penanggung_jawab) if one.penanggung_jawab else EMPTY),
                cell(format_tanggal(one.batas_waktu)),
                cell(line_rows(t for t in (one.keadaan, tidy(one.hasil)) if t)),
            )
            for number, first, one in grouped(rows, lambda r: r.kunci_indikator)
        ),
        sumber=f"Catatan tindak lanjut {nama_kecamatan(snapshot)}",
        size="kecil",
    )
