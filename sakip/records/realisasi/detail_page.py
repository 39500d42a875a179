"""The page of one indikator of the grid: how its capaian follows, its values, remarks, evidence and history.

Beside the grid the script shows it as a panel; every link and form of it is a page of its own.
"""

from __future__ import annotations

from typing import Final

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from kecamatan.ground.whole_numbers import year
from kecamatan.models import Jejak
from kecamatan.permissions import Hak
from sakip.capaian.triwulan import TAHUNAN, TRIWULAN
from sakip.entry.cells import say_time
from sakip.entry.findings_panel import REVIEWED, VALUE, form_findings
from sakip.entry.history_page import steps
from sakip.entry.lock import YearClosed
from sakip.entry.place import EntryPlace, page_context, place_or_404
from sakip.entry.save import Conflict
from sakip.entry.shown import values_fingerprint
from sakip.entry.statuses import CLOSED, CONFLICT, INVALID
from sakip.entry.writer import RecordRefused
from sakip.models import BuktiDukung, Indikator, KomentarRealisasi, Realisasi
from sakip.records.realisasi.cell import CellMaterial
from sakip.records.realisasi.detail_forms import BuktiForm, CommentForm, unsent_remark
from sakip.records.realisasi.form import DetailedRealisasiForm, nilai_columns, nilai_text
from sakip.records.realisasi.grid import NAMA_TRIWULAN, GridMaterial, say_term, say_triwulan
from sakip.records.realisasi.grid_page import KODE, indikator_or_404, reader
from sakip.records.realisasi.writes import cell_emptied, realisasi_save_detailed, stored_realisasi
from sakip.snapshot.to_engine import MAXIMUM_PREVIOUS_YEARS
from sakip.text.working import capaian_steps

MOST_HISTORY: Final = 50


@never_cache
@require_safe
def details(request: HttpRequest, slug: str, tahun: int, pk: int) -> HttpResponse:
    """Everything about one indikator and year."""
    here = place_or_404(request, slug, tahun)
    return show(request, here, indikator_or_404(here.kecamatan, pk))


def show(
    request: HttpRequest,
    here: EntryPlace,
    indikator: Indikator,
    *,
    komentar_form: CommentForm | None = None,
    bukti_form: BuktiForm | None = None,
) -> HttpResponse:
    """The page; a form that was refused is shown on it as it was sent, and so is what was typed in the other one."""
    material = GridMaterial.read(here.kecamatan, here.tahun)
    present = material.grid(reader(here)).find(indikator.pk)
    result = material.indikator_result(indikator.kunci)
    filled = stored_realisasi(indikator=indikator, tahun=here.tahun)
    own = {b[-1].pk: b[-1] for b in filled.values()}
    komentar = here.rows(KomentarRealisasi).filter(indikator__kunci=indikator.kunci)
    said = {n: nilai_text(nilai_columns(rows[-1])) for n, rows in filled.items()}
    if present:  # else the year does not measure it, and the grid has no row of it
        said |= {cell.triwulan: cell.text for cell in present[1].cells}
    bukti = BuktiDukung.objects.filter(realisasi__in=own).select_related("realisasi", "diunggah_oleh")
    return render(
        request,
        "sakip/realisasi/details.html",
        _context(here, indikator)
        | {
            "row": present[1] if present else None,
            "cells": [(n, NAMA_TRIWULAN[n], said.get(n, ""), filled.get(n)) for n in (*TRIWULAN, TAHUNAN)],
            "earlier": _earlier(here, indikator),
            "steps": capaian_steps(result) if result else (),
            "allowed": _may(here, indikator),
            "may_comment": Hak.KOMENTAR in here.hak and here.reach.includes(Hak.KOMENTAR, indikator),
            "komentar": [(k, say_term(k.triwulan)) for k in komentar.select_related("pengguna")],
            "bukti": [(b, NAMA_TRIWULAN[b.realisasi.triwulan]) for b in bukti],
            "history": steps(_trail(here, indikator)[:MOST_HISTORY]),
            "komentar_form": komentar_form or unsent_remark(request, here.tahun, indikator),
            "bukti_form": bukti_form or BuktiForm(filled=filled, initial=request.POST.dict()),
        },
        status=INVALID if komentar_form or bukti_form else 200,
    )


def _earlier(here: EntryPlace, indikator: Indikator) -> list[tuple[int, str]]:
    """The earlier years that the report compares with, each with what is recorded of the whole year (1 query).

    They are typed here, also where no Renstra of those years is recorded.
    """
    years = range(here.tahun - MAXIMUM_PREVIOUS_YEARS, here.tahun)
    rows = (
        Realisasi.objects.for_kecamatan(here.kecamatan)
        .filter(indikator__kunci=indikator.kunci, tahun__in=years)
        .order_by("indikator__renstra__tahun_awal", "indikator__renstra__versi", "-triwulan")
    )
    # Of two versions the later one's stands, and the year's own value before its triwulan.
    said = {r.tahun: nilai_text(nilai_columns(r)) if r.triwulan == TAHUNAN else "per triwulan" for r in rows}
    return [(t, said.get(t, "")) for t in reversed(years)]


def _back(request: HttpRequest, tahun: int) -> int:
    """The year of the page that led to the form: a later one, of which this year is an earlier."""
    later = year(request.GET.get("dari", "")) or tahun
    return later if tahun < later <= tahun + MAXIMUM_PREVIOUS_YEARS else tahun


def _trail(here: EntryPlace, indikator: Indikator) -> QuerySet[Jejak]:
    """The trail of all values, remarks and evidence of an indikator and year, latest first (1 query).

    Also of rows that are gone, of other versions of the Renstra, and of what another year's workbook changed.
    """
    kinds = (Realisasi, BuktiDukung, KomentarRealisasi)
    return (
        Jejak.objects.for_kecamatan(here.kecamatan)
        .filter(
            objek_jenis__in=[kind._meta.label_lower for kind in kinds],
            record_key__indikator=indikator.kunci,
            record_key__tahun=here.tahun,
        )
        .select_related("pengguna")
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def nilai(request: HttpRequest, slug: str, tahun: int, pk: int, triwulan: int) -> HttpResponse:
    """One value with pembilang, penyebut, reason, printed form, notes and source; read by everybody who reads it."""
    here = place_or_404(request, slug, tahun)
    indikator = indikator_or_404(here.kecamatan, pk)
    if triwulan not in NAMA_TRIWULAN:
        raise Http404(f"triwulan {triwulan}")
    if request.method == "POST":
        here.reach.ensure_for(Hak.REALISASI, indikator)
    present = stored_realisasi(indikator=indikator, tahun=tahun).get(triwulan)
    row = present[-1] if present else Realisasi(indikator=indikator, tahun=tahun, triwulan=triwulan)
    if request.method != "POST":
        form = DetailedRealisasiForm(instance=row, scope=here.scope)
        return _form_pages(request, here, indikator, triwulan, form, fingerprint=form.fingerprint)
    form = DetailedRealisasiForm(data=request.POST, instance=row, scope=here.scope)
    fingerprint = request.POST.get("sidik", "")
    if not form.is_valid():
        return _form_pages(request, here, indikator, triwulan, form, fingerprint=fingerprint, status=INVALID)
    try:
        if not present and fingerprint:
            raise cell_emptied(row)
        realisasi_save_detailed(form=form, fingerprint=fingerprint, by=here.pengguna)
    except Conflict as conflict:
        message = _conflict_message(conflict, form)
        if isinstance(conflict.form, DetailedRealisasiForm):
            form = conflict.form  # what only another changed stays, also when this is sent again
        form.add_error(None, message)
        fingerprint = "" if conflict.deleted else values_fingerprint(conflict.stored)
        return _form_pages(request, here, indikator, triwulan, form, fingerprint=fingerprint, status=CONFLICT)
    except (RecordRefused, YearClosed) as error:
        form.add_error(None, str(error))
        status = CLOSED if isinstance(error, YearClosed) else INVALID
        return _form_pages(request, here, indikator, triwulan, form, fingerprint=fingerprint, status=status)
    messages.success(request, f"Realisasi {say_triwulan(triwulan)} tersimpan.")
    if question := CellMaterial.read(here.kecamatan, tahun, indikator.kunci).questions(triwulan):
        messages.warning(request, f"Pastikan: {question}")
    return redirect("realisasi-rincian", slug, _back(request, tahun), pk)


# -- helpers -----------------------------------------------------------------------------------------


def _context(here: EntryPlace, indikator: Indikator) -> dict[str, object]:
    return page_context(here, active=KODE, measures=True) | {"indikator": indikator}


def _may(here: EntryPlace, indikator: Indikator) -> bool:
    return here.may_measure and here.reach.includes(Hak.REALISASI, indikator)


def _conflict_message(conflict: Conflict, form: DetailedRealisasiForm) -> str:
    if conflict.deleted:
        who = "orang lain" if conflict.moment is None else f"{conflict.by} pada {say_time(conflict.moment)}"
        return f"Nilai ini dikosongkan {who}, setelah Anda membukanya. Simpan sekali lagi untuk mengisinya."
    stored = "; ".join(
        f"{form.sebutan(nama)}: {form.shown(nama, conflict.stored[nama]) or '(kosong)'}"
        for nama in form.fields
        if nama in conflict.fields
    )
    return (
        f"{conflict.by} mengubah catatan ini pada {say_time(conflict.moment)}. Yang tersimpan kini: {stored}."
        " Isian Anda masih tertulis di bawah. Simpan sekali lagi untuk memakai isian Anda, atau tekan Batal."
    )


def _form_pages(
    request: HttpRequest,
    here: EntryPlace,
    indikator: Indikator,
    triwulan: int,
    form: DetailedRealisasiForm,
    *,
    fingerprint: str,
    status: int = 200,
) -> HttpResponse:
    value = {"kunci_indikator": indikator.kunci, "tahun": here.tahun, "triwulan": triwulan}
    back = _back(request, here.tahun)
    return render(
        request,
        "sakip/realisasi/nilai.html",
        _context(here, indikator)
        | {
            "form": form,
            "temuan": None
            if form.is_bound
            else form_findings(
                here,
                KODE,
                lambda found: found.column == VALUE and dict(found.key) == value,
                reviewed=REVIEWED in request.GET,
                tahun=back,
            ),
            "fingerprint": fingerprint,
            "period": NAMA_TRIWULAN[triwulan],
            "period_words": say_triwulan(triwulan),
            "back": back,
            "allowed": _may(here, indikator),
        },
        status=status,
    )
