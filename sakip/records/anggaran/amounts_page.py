"""Storing the amounts of the budget table."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localtime

from kecamatan.ground.methods import post_only
from kecamatan.permissions import Hak
from sakip.entry.findings_panel import page_findings
from sakip.entry.kinds import changed_totals
from sakip.entry.lock import YearClosed
from sakip.entry.place import EntryPlace, page_context, place_or_404
from sakip.entry.save import Conflict
from sakip.entry.save_many import RowRefused
from sakip.entry.shown import values_fingerprint
from sakip.entry.statuses import CLOSED, CONFLICT, INVALID
from sakip.records.anggaran.form import TotalForm
from sakip.records.anggaran.models import AMOUNTS
from sakip.records.anggaran.page import PAGE, Totals, Typed, anggaran_rows, arrange, jumlah, prefix
from sakip.records.anggaran.totals import amount_in_words
from sakip.records.anggaran.writes import anggaran_save_totals
from sakip.text.dates import format_tanggal


@post_only
def store(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Every changed cell of the table, or none with a reason beside each."""
    here = place_or_404(request, slug, tahun)
    here.ensure_right(Hak.ISI)
    form: dict[int, TotalForm] = {}
    fingerprint: dict[int, str] = {}
    original = anggaran_rows(here)
    before = _totals(jumlah(original))
    for row in original:
        if f"{prefix(row)}-sidik" in request.POST:
            fingerprint[row.pk] = request.POST[f"{prefix(row)}-sidik"]
            form[row.pk] = TotalForm(request.POST, instance=row, scope=here.scope, prefix=prefix(row))
    valid = [one.is_valid() for one in form.values()]  # every one, so that every error shows
    if not all(valid):
        return _pages(request, here, Typed(form=form, fingerprint=fingerprint), INVALID)
    try:
        changed = anggaran_save_totals(
            rows=[(form[pk], fingerprint[pk]) for pk in form], scope=here.scope, by=here.pengguna
        )
    except RowRefused as error:
        for sentence in error.errors:
            messages.error(request, sentence)
        sentences = {pk: _word(one) for pk, one in error.conflicts.items()}
        # The page now shows what is stored, also what only another changed: saving once more means it.
        form |= {pk: one.form for pk, one in error.conflicts.items() if isinstance(one.form, TotalForm)}
        fingerprint |= {pk: values_fingerprint(one.stored) for pk, one in error.conflicts.items()}
        return _pages(request, here, Typed(form=form, fingerprint=fingerprint, messages=sentences), CONFLICT)
    except YearClosed as error:
        messages.error(request, str(error))
        return _pages(request, here, Typed(form=form, fingerprint=fingerprint), CLOSED)
    messages.success(
        request,
        f"Anggaran {changed} baris tersimpan.{changed_totals(before, _totals(jumlah(anggaran_rows(here))))}"
        if changed
        else "Tidak ada angka yang berubah.",
    )
    return redirect("isi", slug, tahun, "anggaran")


def _totals(whole: Totals) -> dict[str, str]:
    return {
        "pagu": amount_in_words(whole.pagu_in_force),
        "realisasi": amount_in_words(whole.serapan.realisasi),
    }


def _word(conflict: Conflict) -> str:
    """Who stored what, when, and what may be done."""
    if conflict.deleted:
        return f"{conflict.by} menghapus baris ini. Muat ulang halaman."
    nilai = ", ".join(
        f"{nama.replace('_', ' ')} {_rupiah(conflict.stored.get(nama, ''))}"
        for nama in AMOUNTS
        if nama in conflict.fields
    )
    when = localtime(conflict.moment) if conflict.moment else None
    moment = f" pada {format_tanggal(when.date())} pukul {when:%H.%M}" if when else ""
    return (
        f"{conflict.by} mengubah baris ini{moment}. Yang tersimpan: {nilai}."
        " Simpan sekali lagi untuk memakai angka Anda, atau tulis yang tersimpan."
    )


def _rupiah(text: str) -> str:
    return f"Rp{text}" if text else "kosong"


def _pages(request: HttpRequest, here: EntryPlace, typed: Typed, status: int) -> HttpResponse:
    shown = arrange(here, typed)
    return render(
        request,
        PAGE.template_name,
        page_context(here, active=PAGE.code)
        | {"temuan": page_findings(here, PAGE, shown), "errors": _errors(typed), "as_table": PAGE.code}
        | shown,
        status=status,
    )


def _errors(typed: Typed) -> list[tuple[str, str]]:
    """Messages for the summary, each with the id of the cell it is about."""
    results: list[tuple[str, str]] = []
    for pk, form in typed.form.items():
        for nama, listing in form.errors.items():
            results += [
                (str(form[nama].id_for_label), f"{form.instance}: {sentences}") for sentences in listing
            ]
        if pk in typed.messages:
            results.append((str(form[AMOUNTS[0]].id_for_label), f"{form.instance}: {typed.messages[pk]}"))
    return results
