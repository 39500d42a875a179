"""The realisasi grid: one page, and one question per cell while somebody types.

Without the script the page is a plain form with all its cells; with it every cell is sent by itself. Both go through
the same service, and both are answered by the one engine.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from kecamatan.ground.prepared import PreparedRows
from kecamatan.models import Kecamatan, Pengguna
from kecamatan.permissions import Hak, ensure_right
from sakip.capaian.triwulan import TAHUNAN, TRIWULAN
from sakip.entry.cells import (
    STATE,
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
from sakip.entry.findings_panel import show_findings
from sakip.entry.form import Scope
from sakip.entry.lock import YearClosed
from sakip.entry.place import EntryPlace, page_context, place_or_404
from sakip.entry.reach import Reach
from sakip.entry.save import Conflict
from sakip.entry.shown import values_fingerprint
from sakip.entry.statuses import CLOSED, CONFLICT, INVALID
from sakip.entry.writer import RecordRefused
from sakip.models import Indikator
from sakip.records.realisasi.cell import CellMaterial
from sakip.records.realisasi.form import say_dropped
from sakip.records.realisasi.grid import (
    NAMA_TRIWULAN,
    Grid,
    GridCell,
    GridMaterial,
    GridReader,
    GridRow,
    say_triwulan,
)
from sakip.records.realisasi.tujuan import tujuan_rows
from sakip.records.realisasi.writes import realisasi_save

KODE: Final = "realisasi"


NOT_COMPUTED_YET: Final = "belum dihitung"

NOMOR = re.compile(r"[0-9]{1,18}")
_CELL_NAME = re.compile(r"sel-(?P<nama>[0-9]{1,18}-[0-4])")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCell:
    """A cell as the template draws it: what is stored, or what was typed and why it was refused."""

    cell: GridCell
    nama: str
    text: str
    state: str
    message: str
    is_open: bool


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def isi(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """The grid. A POST stores all cells that were changed, each by itself."""
    here = place_or_404(request, slug, tahun)
    if request.method != "POST":
        return _pages(request, here, {})
    here.ensure_right(Hak.REALISASI)
    failed, stored, lost = _save_all(request, here)
    for sentence in lost:
        messages.info(request, sentence)
    if failed:
        return _pages(request, here, failed, stored=stored, status=first_status(failed))
    messages.success(request, f"{stored} nilai tersimpan." if stored else "Tidak ada nilai yang berubah.")
    return redirect("realisasi-isi", slug, tahun)


@never_cache
@require_http_methods(["GET", "POST"])
def cells(request: HttpRequest, slug: str, tahun: int) -> JsonResponse:
    """Store one cell and say what follows from it."""

    def save(user: Pengguna, kecamatan: Kecamatan) -> dict[str, Any]:
        return _save(request, user, kecamatan, tahun)

    return cell_door(request, slug, tahun, save, _conflict)


# -- one cell ----------------------------------------------------------------------------------------


def _save(request: HttpRequest, user: Pengguna, kecamatan: Kecamatan, tahun: int) -> dict[str, Any]:
    ensure_right(user, Hak.REALISASI, kecamatan)
    indikator, triwulan = _requested_cell(request, kecamatan)
    Reach(user, kecamatan, tahun).ensure_for(Hak.REALISASI, indikator)
    row = realisasi_save(
        scope=Scope(kecamatan=kecamatan, tahun=tahun, pengguna=user),
        indikator=indikator,
        triwulan=triwulan,
        text=request.POST.get("teks", ""),
        fingerprint=request.POST.get("sidik", ""),
        by=user,
    )
    answers = _answers(CellMaterial.read(kecamatan, tahun, indikator.kunci), indikator.pk, triwulan)
    return answers | {"hilang": say_dropped(row)}


def _requested_cell(request: HttpRequest, kecamatan: Kecamatan) -> tuple[Indikator, int]:
    pk, triwulan = (request.POST.get(nama, "") for nama in ("indikator", "triwulan"))
    if not NOMOR.fullmatch(pk) or triwulan not in {"0", "1", "2", "3", "4"}:
        raise Http404("Sel ini tidak ada. Muat ulang halaman.")
    return indikator_or_404(kecamatan, int(pk)), int(triwulan)


_INDIKATOR: Final = PreparedRows(
    lambda kecamatan, pk: (
        Indikator.objects.for_kecamatan(kecamatan)
        .select_related("renstra", "skala")
        .prefetch_related("skala__kategori")
        .filter(pk=pk)
        .order_by("pk")
    )
)


def indikator_or_404(kecamatan: Kecamatan, pk: int) -> Indikator:
    """An indikator of the kecamatan with its scale (1 query, 2 with a scale).

    The kecamatan was found among those that the user sees (``for_user``), and with it all that is in it: asking that
    again for the row inside would judge the same memberships twice.
    """
    indikator = _INDIKATOR.first(kecamatan.pk, pk)
    if indikator is None:
        raise Http404("Indikator ini sudah tidak ada. Muat ulang halaman.")
    return indikator


def _answers(material: CellMaterial, pk: int, triwulan: int) -> dict[str, Any]:
    """What changed on the page: the cell, the cell that follows from it, and texts by the place they stand in.

    An indikator of a replaced Renstra has no row any more.
    """
    present = material.row_of(pk)
    if present is None:
        return {"muat_ulang": True}
    nomor, rerata, row = present
    this_cell = next(s for s in row.cells if s.triwulan == triwulan)
    whole_year = row.whole_year_cell
    return {
        "teks": this_cell.text,
        "sidik": this_cell.fingerprint,
        "sel_lain": {
            f"{pk}-{TAHUNAN}": {
                "teks": whole_year.text,
                "sidik": whole_year.fingerprint,
                "dihitung": row.computed,
            }
        },
        "tampil": {
            f"capaian-{pk}": row.capaian,
            f"predikat-{pk}": row.predikat,
            f"alasan-{pk}": row.alasan,
            f"keterangan-{pk}": row.keterangan,
            f"hitung-{pk}-{TAHUNAN}": row.whole_year,
            f"rerata-{nomor}": rerata,
            "rerata": material.rerata or NOT_COMPUTED_YET,
            f"jalan-{pk}": row.way,
            **{f"target-{pk}-{s.triwulan}": s.plan.target for s in row.cells[:-1]},
            **{f"capaian-{pk}-{s.triwulan}": s.plan.capaian for s in row.cells[:-1]},
        },
        "tanya": f"Pastikan: {question}" if (question := material.questions(triwulan)) else "",
        "kabar": f"Capaian {row.capaian}." if row.capaian else "",
    }


def _conflict(conflict: Conflict) -> dict[str, Any]:
    fingerprint = "" if conflict.deleted else values_fingerprint(conflict.stored)
    return say_conflict(conflict, conflict.stored.get("nilai", ""), fingerprint)


# -- the page ----------------------------------------------------------------------------------------


def reader(here: EntryPlace) -> GridReader:
    """What the reader of the page may enter."""
    if here.closed:
        return GridReader(closed="terkunci")
    if not here.may_measure:
        return GridReader(closed="hanya dibaca")
    return GridReader(unit=here.units(Hak.REALISASI))


def _save_all(request: HttpRequest, here: EntryPlace) -> tuple[dict[str, FailedCell], int, list[str]]:
    """Store the cells of the plain form that differ from what the page showed: which were refused, how many not, and
    whose printed form went with their value."""
    origin = origin_of(request)
    failed: dict[str, FailedCell] = {}
    stored = 0
    lost: list[str] = []
    for nama, text in typed_cells(request, origin, _CELL_NAME).items():
        pk, _, triwulan = nama.partition("-")
        try:
            indikator = indikator_or_404(here.kecamatan, int(pk))
            here.reach.ensure_for(Hak.REALISASI, indikator)
            row = realisasi_save(
                scope=here.scope,
                indikator=indikator,
                triwulan=int(triwulan),
                text=text,
                fingerprint=origin.get(nama, ("", ""))[1],
                by=here.pengguna,
            )
            stored += 1
            if sentence := say_dropped(row):
                lost.append(f"{indikator.nama}, {say_triwulan(int(triwulan))}: {sentence}")
        except Conflict as conflict:
            message = conflict_message(conflict, conflict.stored.get("nilai", ""), text)
            failed[nama] = FailedCell(text=text, status=CONFLICT, message=message)
        except YearClosed as error:
            failed[nama] = FailedCell(text=text, status=CLOSED, message=str(error))
        except (RecordRefused, PermissionDenied, Http404) as error:
            failed[nama] = FailedCell(text=text, status=INVALID, message=str(error))
    return failed, stored, lost


def _pages(
    request: HttpRequest,
    here: EntryPlace,
    failed: dict[str, FailedCell],
    *,
    stored: int = 0,
    status: int = 200,
) -> HttpResponse:
    material = GridMaterial.read(here.kecamatan, here.tahun)
    grid = material.grid(reader(here))
    return render(
        request,
        "sakip/realisasi/grid.html",
        page_context(here, active=KODE, measures=True)
        | {
            "grid": grid,
            "temuan": show_findings(
                grid.findings,
                here,
                lambda place: place.kind if place.kind == "realisasi-tujuan" else "",
            ),
            "groups": [
                (k, [(b, [_shown_cell(b, s, failed) for s in b.cells]) for b in k.rows]) for k in grid.groups
            ],
            "origin": shown_origin(grid.origin, failed, request),
            "failed": say_failed(failed, lambda nama: _say_cell(grid, nama)),
            "stored": stored,
            "rerata": grid.rerata or NOT_COMPUTED_YET,
            "width": 9 + len(grid.earlier_tahun),
            "tujuan": tujuan_rows(material),
            "can_be_filled": any(not b.closed for b in grid.rows),
            "triwulan": [NAMA_TRIWULAN[n] for n in TRIWULAN],
        },
        status=status,
    )


def _shown_cell(row: GridRow, one: GridCell, failed: dict[str, FailedCell]) -> ShownCell:
    nama = f"{row.pk}-{one.triwulan}"
    wrong = None if row.closed else failed.get(nama)
    return ShownCell(
        cell=one,
        nama=nama,
        text=wrong.text if wrong else one.text,
        state=STATE[wrong.status] if wrong else "tersimpan" if one.text else "",
        message=wrong.message if wrong else "",
        is_open=not row.closed
        and (one.measured or bool(one.text) or wrong is not None)
        and not (one.triwulan == TAHUNAN and row.computed and not wrong),
    )


def _say_cell(grid: Grid, nama: str) -> tuple[str, bool]:
    """What a cell is called, and whether it can be typed in now."""
    pk, _, triwulan = nama.partition("-")
    present = grid.find(int(pk))
    words = (
        f"{present[1].nama if present else 'Indikator yang sudah tidak ada'}, {say_triwulan(int(triwulan))}"
    )
    return words, present is not None and not present[1].closed
