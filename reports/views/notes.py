"""Notes on the report: beside the document, as a list, and the forms that write, answer and settle them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, NamedTuple

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from kecamatan.ground.methods import post_only
from reports.document.tree import Dokumen
from reports.forms.note import AnswerForm, NoteForm
from reports.models import CatatanReviu
from reports.notes.acts import WHOLE, note_answer, note_close, note_reopen, note_write
from reports.notes.places import NotePlace, places_of
from reports.notes.report import report_at_hand
from reports.notes.table import NoteAct, NoteCode, acts_on, ensure_may
from reports.notes.threads import Thread, read_threads
from reports.publish.assemble import LKIP
from sakip.entry.place import EntryPlace, page_context, place_or_404
from sakip.entry.statuses import CONFLICT, INVALID
from sakip.entry.writer import RecordRefused

ACTIVE: Final = "catatan-reviu"

#: From which page a form was opened, and where it leads back to; the list where none is named.
FROM_DOCUMENT: Final = "dokumen"
FROM_DESK: Final = "meja"

_GONE: Final = "Bagian itu tidak lagi ada dalam LKIP."


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownThread:
    """A note with its answers, and what the reader may do with it."""

    thread: Thread
    acts: tuple[NoteAct, ...]


class Folded(NamedTuple):
    """Notes of a place: those that count now, and those that were closed on earlier versions, folded away."""

    now: tuple[ShownThread, ...] = ()
    before: tuple[ShownThread, ...] = ()


def fold(threads: Iterable[ShownThread]) -> Folded:
    """Notes, each where it is shown."""
    every = tuple(threads)
    return Folded(
        now=tuple(one for one in every if not one.thread.done_before),
        before=tuple(one for one in every if one.thread.done_before),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What the page of the LKIP says of notes: ``below`` by the key of each place, the notes that stand at none
    (``loose``), how many are open, and whether the reader may write one."""

    below: Mapping[str, SafeString]
    loose: Folded
    open: int
    may_write: bool


def show_threads(threads: Iterable[Thread], here: EntryPlace) -> tuple[ShownThread, ...]:
    """Notes with what the reader may do with each."""
    return tuple(
        ShownThread(thread=one, acts=acts_on(one.note, here.pengguna, here.kecamatan)) for one in threads
    )


def lkip_places(here: EntryPlace) -> dict[str, NotePlace]:
    """Where a note may stand in the LKIP; nowhere while it cannot be made."""
    return report_at_hand(kecamatan=here.kecamatan, tahun=here.tahun).places


def notes_beside(request: HttpRequest, here: EntryPlace, dokumen: Dokumen) -> Beside:
    """The notes of the year as the document shows them."""
    places = places_of(dokumen)
    threads = show_threads(read_threads(kecamatan=here.kecamatan, tahun=here.tahun, places=places), here)
    at: dict[str, list[ShownThread]] = {}
    for one in threads:
        at.setdefault(one.thread.anchor, []).append(one)
    may_write = _may_write(here)
    below = {
        key: _said_at(request, here, place, at[key], may_write)
        if key in at
        else _invitation(here.kecamatan.slug, here.tahun, key, place.label)
        for key, place in places.items()
        if may_write or key in at
    }
    return Beside(
        below=below,
        loose=fold(at.get("", ())),
        open=sum(one.thread.open for one in threads),
        may_write=may_write,
    )


@never_cache
@require_safe
def notes(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Every note, in printed order; those that were closed on earlier versions come last."""
    here = place_or_404(request, slug, tahun)
    threads = read_threads(kecamatan=here.kecamatan, tahun=tahun, places=lkip_places(here))
    return render(
        request,
        "reports/notes/list.html",
        page_context(here, active=ACTIVE)
        | {
            "open": show_threads((one for one in threads if one.open), here),
            "closed": fold(show_threads((one for one in threads if not one.open), here)),
            "may_write": _may_write(here),
        },
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Write a note on the place that ``?bagian=`` names, on the whole report where it names none."""
    here = place_or_404(request, slug, tahun)
    ensure_may(NoteCode.TULIS, here.pengguna, here.kecamatan)
    key = request.GET.get("bagian", "")
    place = lkip_places(here).get(key) if key else None
    if key and place is None:
        if request.method == "POST":
            return _without_place(request, here)
        messages.error(request, f"{_GONE} Pilih bagian lain, atau catat tentang seluruhnya.")
        return redirect("catatan-reviu", slug, tahun)
    if request.method != "POST":
        form = NoteForm(place=place, initial={"kutipan": request.GET.get("kutipan", "")})
        return _form(request, here, form, {"place": place})
    form = NoteForm(request.POST, place=place)
    status = INVALID
    if form.is_valid():
        try:
            note = note_write(
                kecamatan=here.kecamatan, tahun=tahun, by=here.pengguna, place=place, **form.cleaned_data
            )
        except RecordRefused as refused:
            form.add_error("kutipan" if "kutipan" in form.fields else None, str(refused))
        else:
            messages.success(request, f"Catatan tentang {note.letak or WHOLE.lower()} tersimpan.")
            return redirect(_back(request, here, note))
    return _form(request, here, form, {"place": place}, status)


def _without_place(request: HttpRequest, here: EntryPlace) -> HttpResponse:
    """What was written on a place that is gone by now, offered as a note on the whole."""
    quoted, isi = request.POST.get("kutipan", "").strip(), request.POST.get("isi", "")
    form = NoteForm({"isi": f"“{quoted}” {isi}" if quoted else isi}, place=None)
    form.add_error(None, f"{_GONE} Simpan sebagai catatan tentang seluruh laporan, atau batalkan.")
    return _form(request, here, form, {"place": None, "action": request.path}, CONFLICT)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, slug: str, tahun: int, pk: int) -> HttpResponse:
    """Answer an open note."""
    here = place_or_404(request, slug, tahun)
    note = _note_or_404(here, pk)
    ensure_may(NoteCode.JAWAB, here.pengguna, here.kecamatan, note)
    form, status = AnswerForm(request.POST if request.method == "POST" else None), INVALID
    if form.is_valid():
        try:
            note_answer(note, by=here.pengguna, **form.cleaned_data)
        except RecordRefused as refused:
            form.add_error(None, str(refused))
            status = CONFLICT
        else:
            messages.success(request, "Jawaban tersimpan.")
            return redirect(_back(request, here, note))
    threads = read_threads(kecamatan=here.kecamatan, tahun=tahun, places=lkip_places(here))
    thread = next((one for one in threads if one.note.pk == note.pk), None)
    return _form(request, here, form, {"answered": thread, "note": note}, status if form.is_bound else 200)


@post_only
def close(request: HttpRequest, slug: str, tahun: int, pk: int) -> HttpResponse:
    """Close a note."""
    here = place_or_404(request, slug, tahun)
    note = _note_or_404(here, pk)
    note_close(note, by=here.pengguna)
    messages.success(request, "Catatan ditandai selesai.")
    return redirect(_back(request, here, note))


@post_only
def reopen(request: HttpRequest, slug: str, tahun: int, pk: int) -> HttpResponse:
    """Open a closed note again."""
    here = place_or_404(request, slug, tahun)
    note = _note_or_404(here, pk)
    note_reopen(note, by=here.pengguna)
    messages.success(request, "Catatan dibuka lagi.")
    return redirect(_back(request, here, note))


# -- helpers -----------------------------------------------------------------------------------------


def _note_or_404(here: EntryPlace, pk: int) -> CatatanReviu:
    return get_object_or_404(
        here.rows(CatatanReviu).filter(menjawab=None).select_related("laporan__kecamatan"), pk=pk
    )


def _said_at(
    request: HttpRequest,
    here: EntryPlace,
    place: NotePlace,
    threads: Iterable[ShownThread],
    may_write: bool,
) -> SafeString:
    about = {"place": place, "shown": fold(threads), "may_write": may_write, "origin": FROM_DOCUMENT}
    return SafeString(
        render_to_string("reports/notes/_here.html", page_context(here, active=LKIP) | about, request)
    )


@lru_cache(maxsize=1000)  # a long document has a hundred places, nearly all of them without a note
def _invitation(slug: str, tahun: int, key: str, label: str) -> SafeString:
    """What stands where nobody wrote a note yet, for who may."""
    about = {
        "place": {"key": key, "label": label},
        "shown": Folded(),
        "may_write": True,
        "origin": FROM_DOCUMENT,
    }
    at = {"kecamatan": {"slug": slug}, "tahun": tahun}
    return SafeString(render_to_string("reports/notes/_here.html", about | at))


def _may_write(here: EntryPlace) -> bool:
    try:
        ensure_may(NoteCode.TULIS, here.pengguna, here.kecamatan)
    except PermissionDenied:
        return False
    return True


def _back(request: HttpRequest, here: EntryPlace, note: CatatanReviu) -> str:
    """The page from which the form was opened, at the note."""
    where: list[Any] = [here.kecamatan.slug, here.tahun]
    if request.GET.get("dari") == FROM_DOCUMENT:
        return f"{reverse('dokumen', args=[*where, LKIP])}#catatan-{note.pk}"
    page = "meja" if request.GET.get("dari") == FROM_DESK else "catatan-reviu"
    return f"{reverse(page, args=where)}#catatan-{note.pk}"


def _form(
    request: HttpRequest, here: EntryPlace, form: AnswerForm, shown: dict[str, object], status: int = 200
) -> HttpResponse:
    origin = request.GET.get("dari", "")
    context = page_context(here, active=ACTIVE) | {"form": form, "whole": WHOLE, "origin": origin} | shown
    return render(request, "reports/notes/form.html", context, status=status)
