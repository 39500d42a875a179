"""The page on which a document is filled as its official table, and the door of its cells."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any, Final

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.text import capfirst
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from kecamatan.areas import own_words
from kecamatan.models import Kecamatan, Pengguna
from kecamatan.permissions import Hak, ensure_right, rights_in
from sakip.entry.cells import (
    FailedCell,
    cell_door,
    conflict_message,
    first_status,
    origin_of,
    say_conflict,
    say_failed,
    shown_origin,
    typed_cells,
)
from sakip.entry.kinds import ROW_KINDS
from sakip.entry.lock import YearClosed
from sakip.entry.place import EntryPlace, page_context, place_or_404
from sakip.entry.questions import questions_about, say_questions
from sakip.entry.row_pages import new as new_row
from sakip.entry.row_place import PARENT, RowPlace
from sakip.entry.save import Conflict
from sakip.entry.sent_lines import SentLine, sent_lines
from sakip.entry.shown import values_fingerprint
from sakip.entry.statuses import CLOSED, CONFLICT, INVALID
from sakip.entry.table_grid import (
    CELL_NAME,
    SEPARATOR,
    SavedCell,
    ShownTable,
    TableGrid,
    cell_name,
    cell_parts,
    cell_save,
    shown_tables,
)
from sakip.entry.writer import CapaianAsked, RecordRefused
from sakip.records import rooms

#: Below a cell of the plain form, which has no room to ask in.
ASKED: Final = (
    "Nilai ini mengubah capaian yang sudah terukur, jadi perlu disetujui lebih dahulu: ubah lewat Formulir pada baris"
    " ini."
)

#: Of a line below a table: why it is not stored yet.
HELD: Final = (
    "Belum ditambahkan karena ada nilai tabel yang belum tersimpan. Perbaiki, lalu tekan Tambah baris."
)
REFUSED: Final = "Belum dapat ditambahkan. Tekan Tambah baris di bawahnya untuk melihat sebabnya."

#: By the code of the page of the document.
TABLES: Final[dict[str, TableGrid]] = {
    one.code: one for one in (module.TABLE for module in rooms.load("table"))
}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def fill(request: HttpRequest, slug: str, tahun: int, kode: str) -> HttpResponse:
    """The grid. A POST stores all cells that were changed, each by itself, and then the lines that were typed below its
    tables, each as the page of a new row stores it. A line waits for the cells: were one of them refused, the page
    shows both again."""
    here = place_or_404(request, slug, tahun)
    grid = _grid(kode)
    if request.method != "POST":
        return _pages(request, here, grid, {})
    here.ensure_right(Hak.ISI)
    failed, stored = _save_all(request, here, grid)
    lines = list(sent_lines(request.POST))
    if failed:
        for one in lines:
            one.message = HELD
        return _pages(request, here, grid, failed, lines, stored=stored, status=first_status(failed))
    if stored or not lines:
        messages.success(request, f"{stored} nilai tersimpan." if stored else "Tidak ada nilai yang berubah.")
    return _add(request, here, grid, lines) or redirect("tabel-isi", slug, tahun, kode)


def _add(
    request: HttpRequest, here: EntryPlace, grid: TableGrid, lines: list[SentLine]
) -> HttpResponse | None:
    """Store the lines. What is answered: where the one leads whose button was pressed; the page of a new row, where one
    alone was refused; where several were, the grid with them."""
    slug, tahun = here.kecamatan.slug, here.tahun
    answers = [(one, new_row(one.request(request, slug, tahun), slug, tahun, one.kind)) for one in lines]
    refused = [(one, answer) for one, answer in answers if answer.status_code != HTTPStatus.FOUND]
    if len(refused) > 1:
        for one, _ in refused:
            one.message = REFUSED
        return _pages(request, here, grid, {}, [one for one, _ in refused], status=INVALID)
    return next((answer for one, answer in refused or answers if refused or one.pressed), None)


@never_cache
@require_http_methods(["GET", "POST"])
def cell(request: HttpRequest, slug: str, tahun: int, kode: str) -> JsonResponse:
    """Store one cell and say what follows from it."""

    def save(user: Pengguna, kecamatan: Kecamatan) -> dict[str, Any]:
        ensure_right(user, Hak.ISI, kecamatan)
        grid = _grid(kode)
        name = SEPARATOR.join(request.POST.get(part, "") for part in ("jenis", "nomor", "kolom"))
        here = EntryPlace.of_cell(kecamatan, tahun, user, rights_in(user, kecamatan))
        text, seen, agreed = (request.POST.get(part, "") for part in ("teks", "sidik", "disetujui"))
        return _answer(here, grid, _save(request, here, grid, name, text, seen, agreed))

    def conflict_answer(conflict: Conflict) -> dict[str, Any]:
        column = request.POST.get("kolom", "")
        stored = conflict.stored.get(column, "")
        return say_conflict(conflict, stored, values_fingerprint({column: stored}))

    return cell_door(request, slug, tahun, save, conflict_answer)


def _grid(kode: str) -> TableGrid:
    grid = TABLES.get(kode)
    if grid is None:
        raise Http404("Tabel ini tidak ada.")
    return grid


def _save(
    request: HttpRequest,
    here: EntryPlace,
    grid: TableGrid,
    name: str,
    text: str,
    fingerprint: str,
    agreed: str = "",
) -> SavedCell:
    kind, pk, column = cell_parts(name)
    if kind not in grid.forms:
        raise Http404("Sel ini tidak ada. Muat ulang halaman.")
    place = RowPlace(request, here, ROW_KINDS[kind])
    return cell_save(place, grid, pk, column, text, fingerprint, agreed)


def _answer(here: EntryPlace, grid: TableGrid, saved: SavedCell) -> dict[str, Any]:
    """The cell, the others of its row as they are now, what follows from all, and what is asked about it."""
    row, shown = saved.form.instance, saved.form.shown_values()
    kind = next(code for code, form in grid.forms.items() if type(saved.form) is form)
    text = shown.pop(saved.column)
    return {
        "teks": text,
        "sidik": values_fingerprint({saved.column: text}),
        "sel_lain": {
            cell_name(kind, row.pk, column): {
                "teks": other,
                "sidik": values_fingerprint({column: other}),
                "dihitung": False,
            }
            for column, other in shown.items()
        },
        "tampil": dict(grid.live(here)) if grid.live and kind in grid.summed else {},
        "tanya": say_questions(questions_about(row, here.kecamatan, here.tahun)).strip(),
        "hilang": saved.told,
        "kabar": "",
    }


# -- the page ----------------------------------------------------------------------------------------


def _save_all(request: HttpRequest, here: EntryPlace, grid: TableGrid) -> tuple[dict[str, FailedCell], int]:
    """Store the cells of the plain form that differ from what the page showed: which were refused, how many not."""
    origin = origin_of(request)
    failed: dict[str, FailedCell] = {}
    stored = 0
    for name, text in typed_cells(request, origin, CELL_NAME).items():
        try:
            _save(request, here, grid, name, text, origin.get(name, ("", ""))[1])
            stored += 1
        except Conflict as conflict:
            now = conflict.stored.get(cell_parts(name)[2], "")
            failed[name] = FailedCell(
                text=text, status=CONFLICT, message=conflict_message(conflict, now, text)
            )
        except CapaianAsked:
            failed[name] = FailedCell(text=text, status=INVALID, message=ASKED)
        except YearClosed as error:
            failed[name] = FailedCell(text=text, status=CLOSED, message=str(error))
        except (RecordRefused, PermissionDenied, Http404) as error:
            failed[name] = FailedCell(text=text, status=INVALID, message=str(error))
    return failed, stored


def _pages(
    request: HttpRequest,
    here: EntryPlace,
    grid: TableGrid,
    failed: dict[str, FailedCell],
    held: Sequence[SentLine] = (),
    *,
    stored: int = 0,
    status: int = 200,
) -> HttpResponse:
    tables = shown_tables(request, here, grid, failed, held)
    now = {
        cell.name: (cell.stored, cell.fingerprint)
        for table in tables
        for line in table.lines
        for cell in line.cells
        if cell.stored
    }
    return render(
        request,
        "sakip/entry/tabel.html",
        page_context(here, active=grid.within or grid.code)
        | {
            "grid": grid,
            "paste_code": grid.code,
            "printed": grid.printed(here) if grid.printed else None,
            "tables": tables,
            "origin": shown_origin(now, failed, request),
            "separator": SEPARATOR,
            "failed": [
                *say_failed(failed, lambda name: _say_cell(tables, name)),
                *(_say_line(here, one) for one in held),
            ],
            "stored": stored,
            "can_be_filled": any(line.cells and not line.closed for t in tables for line in t.lines),
        },
        status=status,
    )


def _say_line(here: EntryPlace, line: SentLine) -> tuple[str, str, str]:
    """A line that is not stored: the place of its first entry, what it is called and why; what was typed in one that
    has no place any more is told here."""
    name = f"{capfirst(own_words(ROW_KINDS[line.kind].nama, here.kecamatan))} baru"
    if line.shown_as:
        return f"#{line.shown_as}-nama", name, line.message
    typed = "; ".join(text for key, text in line.entries.items() if key != PARENT and text)
    return "", name, f'Tabelnya sudah tidak ada. Yang Anda ketik: "{typed or "(kosong)"}".'


def _say_cell(tables: list[ShownTable], name: str) -> tuple[str, bool]:
    """What a cell is called, and whether it can be typed in now."""
    found = (
        (f"{line.line.label}, {cell.column.label}", not line.closed)
        for table in tables
        for line in table.lines
        for cell in line.cells
        if cell.name == name
    )
    return next(found, ("Sel yang sudah tidak ada", False))
