"""BAB III.B: inovasi, prestasi, and penghargaan of the year."""

from __future__ import annotations

from reports.document.builders import cell, columns, header, line_rows, row, said_columns
from reports.document.tree import Bold, Part, TableBlock
from reports.official.signatures import nama_kecamatan
from reports.prose.language import tidy
from reports.publish.naskah import Naskah
from reports.tables.printed import EMPTY
from sakip.capaian.results import Results
from sakip.snapshot.reads import kept
from sakip.snapshot.types import Prestasi
from sakip.text.dates import format_tanggal

#: Their words, in the order in which they are printed.
_JENIS = {"inovasi": "Inovasi", "prestasi": "Prestasi", "penghargaan": "Penghargaan"}


@kept
def prestasi_part(naskah: Naskah, results: Results) -> tuple[Part, ...]:
    """One table of all, inovasi first; no part where none is recorded."""
    rows = [one for jenis in _JENIS for one in naskah.snapshot.prestasi if one.jenis == jenis]
    if not rows:
        return ()
    numbers = {s.kunci: f"Sasaran {n}" for n, s in enumerate(results.sasaran, start=1)}
    tahun = naskah.snapshot.tahun
    table = TableBlock(
        key="tabel-prestasi",
        title=f"Inovasi, Prestasi, dan Penghargaan Tahun {tahun}",
        columns=columns((5, "tengah"), 27, 34, 22, 12),
        heads=header("No.", "Nama", "Uraian dan manfaat", "Pemberi, tanggal, dan bukti", "Mendukung"),
        rows=tuple(
            row(
                cell(str(n)),
                cell((Bold(_JENIS[one.jenis]), f": {tidy(one.nama)}"), head=True),
                cell(tidy(one.uraian) or EMPTY),
                cell(line_rows(said) if (said := _given(one)) else EMPTY),
                cell(numbers.get(one.kunci_sasaran, EMPTY)),
            )
            for n, one in enumerate(rows, start=1)
        ),
        sumber=f"Catatan inovasi dan prestasi {nama_kecamatan(naskah.snapshot)}",
        size="kecil",
    )
    title = "Inovasi, Prestasi, dan Penghargaan"
    shown = said_columns(
        table, "Uraian dan manfaat", "Pemberi, tanggal, dan bukti", "Mendukung", empty=EMPTY, wide=1
    )
    return (Part(key="prestasi", title=title, level=3, content=(shown,)),)


def _given(one: Prestasi) -> list[str]:
    day = format_tanggal(one.tanggal) if one.tanggal else ""
    return [text for text in (tidy(one.pemberi), day, tidy(one.bukti)) if text]
