"""The realisasi grid: one page, and one question per cell while somebody types.

Without the script the page is a plain form with all its cells; with it every cell is sent by itself. Both go through
the same service, and both are answered by the one engine.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any, Final

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from kecamatan.ground.years import YEAR_FIRST, YEAR_LAST
from kecamatan.models import Kecamatan, Pengguna
from kecamatan.permissions import Hak, ensure_right
from sakip.capaian.triwulan import TAHUNAN, TRIWULAN
from sakip.entry.findings_panel import show_findings
from sakip.entry.form import Scope, values_fingerprint
from sakip.entry.lock import YearClosed
from sakip.entry.place import EntryPlace, page_context, place_or_404
from sakip.entry.reach import Reach
from sakip.entry.save import Conflict
from sakip.entry.statuses import CLOSED, CONFLICT, INVALID
from sakip.entry.writer import RecordRefused
from sakip.models import Indikator
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
from sakip.text.dates import format_tanggal

KODE: Final = "realisasi"


NOT_COMPUTED_YET: Final = "belum dihitung"

#: How the reason of a refusal is called beside the cell.
STATE: Final = {CONFLICT: "bentrok", INVALID: "tidak sah", CLOSED: "terkunci"}


NOMOR = re.compile(r"[0-9]{1,18}")
_CELL_NAME = re.compile(r"sel-(?P<nama>[0-9]{1,18}-[0-4])")


@dataclass(frozen=True, slots=True, kw_only=True)
class FailedCell:
    """Why a cell of the plain form was not stored; ``text`` is what was typed."""

    text: str
    status: int
    message: str


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
        present = {g.status for g in failed.values()}
        status = next(s for s in (CONFLICT, CLOSED, INVALID) if s in present)
        return _pages(request, here, failed, stored=stored, status=status)
    messages.success(request, f"{stored} nilai tersimpan." if stored else "Tidak ada nilai yang berubah.")
    return redirect("realisasi-isi", slug, tahun)


@never_cache
@require_http_methods(["GET", "POST"])
def cells(request: HttpRequest, slug: str, tahun: int) -> JsonResponse:
    """Store one cell and say what follows from it. A GET says who is signed in, and with which token to send."""
    kecamatan = Kecamatan.objects.for_user(request.user).filter(slug=slug).first()
    user = request.user
    if kecamatan is None or not isinstance(user, Pengguna) or not YEAR_FIRST <= tahun <= YEAR_LAST:
        return _messages("Halaman ini tidak ada.", 404)
    if request.method == "GET":
        return JsonResponse({"pengguna": user.pk, "token": get_token(request)})
    try:
        ensure_right(user, Hak.REALISASI, kecamatan)
        indikator, triwulan = _requested_cell(request, kecamatan)
        Reach(user, kecamatan, tahun).ensure_for(Hak.REALISASI, indikator)
    except Http404 as error:
        return _messages(str(error), 404)
    except PermissionDenied as error:
        return _messages(str(error), 403)
    scope = Scope(kecamatan=kecamatan, tahun=tahun, pengguna=user)
    try:
        row = realisasi_save(
            scope=scope,
            indikator=indikator,
            triwulan=triwulan,
            text=request.POST.get("teks", ""),
            fingerprint=request.POST.get("sidik", ""),
            by=user,
        )
    except Conflict as conflict:
        return JsonResponse(_conflict(conflict), status=CONFLICT)
    except YearClosed as error:
        return _messages(str(error), CLOSED)
    except RecordRefused as error:
        return _messages(str(error), INVALID)
    answers = _answers(GridMaterial.of_cell(kecamatan, tahun, indikator.kunci), indikator, triwulan)
    return JsonResponse(answers | {"hilang": say_dropped(row)})


# -- one cell ----------------------------------------------------------------------------------------


def _requested_cell(request: HttpRequest, kecamatan: Kecamatan) -> tuple[Indikator, int]:
    pk, triwulan = (request.POST.get(nama, "") for nama in ("indikator", "triwulan"))
    if not NOMOR.fullmatch(pk) or triwulan not in {"0", "1", "2", "3", "4"}:
        raise Http404("Sel ini tidak ada. Muat ulang halaman.")
    return indikator_or_404(kecamatan, int(pk)), int(triwulan)


def indikator_or_404(kecamatan: Kecamatan, pk: int) -> Indikator:
    """An indikator of the kecamatan with its scale (1 query, 2 with a scale).

    The kecamatan was found among those that the user sees (``for_user``), and with it all that is in it: asking that
    again for the row inside would judge the same memberships twice.
    """
    indikator = (
        Indikator.objects.for_kecamatan(kecamatan)
        .select_related("renstra", "skala")
        .prefetch_related("skala__kategori")
        .filter(pk=pk)
        .order_by("pk")
        .first()
    )
    if indikator is None:
        raise Http404("Indikator ini sudah tidak ada. Muat ulang halaman.")
    return indikator


def _answers(material: GridMaterial, indikator: Indikator, triwulan: int) -> dict[str, Any]:
    """What changed on the page: the cell, the cell that follows from it, and texts by the place they stand in.

    An indikator of a replaced Renstra has no row any more.
    """
    pk = indikator.pk
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
        "tanya": f"Pastikan: {question}"
        if (question := material.questions(indikator.kunci, triwulan))
        else "",
        "kabar": f"Capaian {row.capaian}." if row.capaian else "",
    }


def _conflict(conflict: Conflict) -> dict[str, Any]:
    return {
        "pesan": f"{conflict.by} lebih dahulu mengubah nilai ini.",
        "tersimpan": conflict.stored.get("nilai", ""),
        "oleh": conflict.by,
        "waktu": say_time(conflict.moment),
        "sidik": "" if conflict.deleted else values_fingerprint(conflict.stored),
    }


def say_time(moment: Any) -> str:
    """ "25 November 2026 pukul 09.15", in the time of the office."""
    if moment is None:
        return "waktu tidak tercatat"
    local = timezone.localtime(moment)
    return f"{format_tanggal(local.date())} pukul {local:%H.%M}"


def _messages(message: str, status: int) -> JsonResponse:
    return JsonResponse({"pesan": message}, status=status)


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
    origin = _origin(request)
    failed: dict[str, FailedCell] = {}
    stored = 0
    lost: list[str] = []
    for nama, text in _typed(request, origin).items():
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
            failed[nama] = FailedCell(text=text, status=CONFLICT, message=_conflict_message(conflict, text))
        except YearClosed as error:
            failed[nama] = FailedCell(text=text, status=CLOSED, message=str(error))
        except (RecordRefused, PermissionDenied, Http404) as error:
            failed[nama] = FailedCell(text=text, status=INVALID, message=str(error))
    return failed, stored, lost


def _origin(request: HttpRequest) -> dict[str, tuple[str, str]]:
    """What the page showed: name of the cell → text and fingerprint, of filled cells."""
    try:
        origin_content = json.loads(request.POST.get("asal", "{}"))
        return {
            str(nama): (str(text), str(fingerprint)) for nama, (text, fingerprint) in origin_content.items()
        }
    except (ValueError, TypeError, AttributeError, RecursionError):
        return {}


def _typed(request: HttpRequest, origin: dict[str, tuple[str, str]]) -> dict[str, str]:
    """Cells whose text is not the one that the page showed, in the order of the page."""
    return {
        nama: text.strip()
        for entry, text in request.POST.items()
        if (matches := _CELL_NAME.fullmatch(entry))
        and (nama := matches["nama"])
        and isinstance(text, str)
        and text.strip() != origin.get(nama, ("", ""))[0]
    }


def _conflict_message(conflict: Conflict, text: str) -> str:
    stored = conflict.stored.get("nilai", "")
    return (
        f"{conflict.by} mengubah nilai ini pada {say_time(conflict.moment)} menjadi"
        f" {stored or '(kosong)'}. Simpan sekali lagi untuk memakai nilai Anda, {text or '(kosong)'};"
        f" {f'atau tulis {stored}' if stored else 'atau kosongkan'} untuk memakai nilai tersimpan."
    )


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
    original = _origin(request)
    origin = dict(grid.origin)
    for nama, one in failed.items():
        # Who met another's value has seen it now; whose text was refused has seen nothing new.
        if one.status != CONFLICT:
            origin.pop(nama, None)
            if nama in original:
                origin[nama] = original[nama]
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
            "origin": json.dumps(origin, separators=(",", ":")),
            "failed": [(nama, _say_cell(grid, nama), g.message) for nama, g in failed.items()],
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
    wrong = failed.get(nama)
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


def _say_cell(grid: Grid, nama: str) -> str:
    pk, _, triwulan = nama.partition("-")
    present = grid.find(int(pk))
    return f"{present[1].nama if present else 'Indikator'}, {say_triwulan(int(triwulan))}"
