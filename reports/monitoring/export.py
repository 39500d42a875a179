"""The matrix as a workbook: the states side by side, and cell by cell what is missing and until when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reports.monitoring.matrix import Cell, Matrix, Row
from sakip.entry.readiness import State
from sakip.text.dates import format_tanggal
from sakip.workbook.listing import Listing, write_listings

#: What is said of what was written since it was worked out.
OLD: Final = "keadaan sebelum perubahan terakhir"


def matrix_workbook(matrix: Matrix, rows: Sequence[Row], place: str) -> bytes:
    """Of these rows, of the kabupaten called ``place``."""
    title = f"Pemantauan {place} tahun {matrix.tahun}"
    return write_listings(
        title,
        (
            Listing(
                name="Matriks",
                title=title,
                columns=(("Kecamatan", 24), *((column.name, 16) for column in matrix.columns)),
                rows=[(row.kecamatan.nama, *(_short(cell) for cell in row.cells)) for row in rows],
            ),
            Listing(
                name="Rincian",
                title=title,
                columns=(
                    *(("Kecamatan", 24), ("Dokumen", 30), ("Keadaan", 24), ("Persen", 10)),
                    *(("Belum ada", 60), ("Batas waktu", 20), ("Ketepatan waktu", 22), ("Keterangan", 34)),
                ),
                rows=[_long(row, cell) for row in rows for cell in row.cells],
                fixed=2,
            ),
        ),
    )


def _short(cell: Cell) -> str | int:
    """A percentage where there is one: it can be sorted."""
    return cell.said if cell.percent is None or cell.state == State.UNREAD else cell.percent


def _long(row: Row, cell: Cell) -> tuple[str | int | None, ...]:
    time = cell.time
    return (
        row.kecamatan.nama,
        cell.column.title,
        cell.said,
        cell.percent,
        ", ".join(cell.missing),
        format_tanggal(time.until) if time else "",
        time.words if time else "",
        "" if cell.current else row.broken or OLD,
    )
