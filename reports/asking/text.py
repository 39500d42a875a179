"""What is asked of the kecamatan of a matrix, as a text that an office sends as it pleases: by document who owes
it, how far it is, what it lacks and by how much it is late. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from reports.monitoring.columns import COLUMNS, LKIP, REVIU, Column
from reports.monitoring.matrix import Cell, Row
from reports.monitoring.query import is_incomplete
from reports.workflow.deadline import Time
from sakip.entry.readiness import State
from sakip.text.dates import format_tanggal


def asked_of(rows: Sequence[Row], document: str = "") -> list[tuple[Column, list[tuple[Row, Cell]]]]:
    """By document who has it not complete; without a ``document`` all that is past its last day."""
    found = []
    for column in COLUMNS:
        if document not in ("", column.code):
            continue
        owed = [(row, cell) for row in rows if (cell := row.of(column.code)) and _is_owed(cell, document)]
        if owed:
            found.append((column, owed))
    return found


def _is_owed(cell: Cell, document: str) -> bool:
    if document:
        return is_incomplete(cell)
    return cell.time is not None and cell.time.time is Time.OVERDUE


def asking_text(
    owed: Sequence[tuple[Column, Sequence[tuple[Row, Cell]]]],
    *,
    tahun: int,
    place: str,
    day: date,
    address: str,
) -> str:
    """The text; empty where nothing is owed. ``address`` is where it is to be brought, empty where nobody knows it."""
    if not owed:
        return ""
    parts = [
        f"Dokumen kinerja tahun {tahun} yang ditunggu dari kecamatan di {place}, keadaan {format_tanggal(day)}:"
    ]
    for column, each in owed:
        days = {cell.time.until for _, cell in each if cell.time}
        until = f", batas waktu {format_tanggal(days.pop())}" if len(days) == 1 else ""
        parts.append("\n".join((f"{column.title}{until}", *(_line(row, cell) for row, cell in each))))
    parts.append(f"Mohon dilengkapi melalui {address}" if address else "Mohon dilengkapi.")
    return "\n\n".join(parts)


def _line(row: Row, cell: Cell) -> str:
    percent = f" {cell.percent}%" if cell.percent else ""
    missing = f", belum ada: {', '.join(cell.missing)}" if cell.missing else ""
    late = f"; {cell.time.words}" if cell.time and cell.time.is_late else ""
    return f"- {row.kecamatan.nama}: {cell.said}{percent}{missing}{late}"


def words_for(cell: Cell, tahun: int) -> str:
    """What is asked about one document, by what it lacks; empty where it lacks nothing."""
    if not is_incomplete(cell):
        return ""
    title = cell.column.title
    if cell.column is LKIP:
        return f"Selesaikan LKIP tahun {tahun}; keadaannya kini {cell.said}."
    if cell.column is REVIU:
        return f"Perbaiki temuan reviu tahun {tahun}, atau beri alasannya: {cell.said}."
    if cell.missing:
        return f"Lengkapi {title} tahun {tahun}; belum ada: {', '.join(cell.missing)}."
    if cell.state == State.EMPTY:
        return f"Isi {title} tahun {tahun}; catatannya masih kosong."
    return f"Tinjau {title} tahun {tahun}: {cell.said}."
