"""Pages of one row, the same for every kind of record: add, change, delete, undo, move, confirm, and its history."""

from __future__ import annotations

from http import HTTPStatus
from typing import Literal

from django.contrib import messages
from django.core import serializers
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.core.serializers.base import DeserializationError
from django.db import models, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.text import capfirst
from django.views.decorators.http import require_http_methods

from kecamatan.ground.errors import InputError
from kecamatan.ground.methods import post_only
from kecamatan.ground.whole_numbers import whole
from kecamatan.models import Jejak
from kecamatan.permissions import WHO
from sakip.entry.confirm import record_unconfirm
from sakip.entry.consequences import deletion_consequences
from sakip.entry.findings_panel import REVIEWED, form_findings
from sakip.entry.first_row import begun_head, head_place
from sakip.entry.form import RecordForm
from sakip.entry.lock import YearClosed
from sakip.entry.place import place_or_404
from sakip.entry.questions import questions_about, say_questions
from sakip.entry.reason_form import ChangeReasonForm
from sakip.entry.restore import ParentGone, record_restore
from sakip.entry.row_place import PARENT, RowPlace, deleted_rows, kind_of, row_place
from sakip.entry.row_return import next_address, table_address, to_table
from sakip.entry.save import Conflict, record_delete, record_move, record_save
from sakip.entry.statuses import CLOSED, CONFLICT, INVALID
from sakip.entry.unsaved_pages import conflict_page, parent_gone, typed_and_gone
from sakip.entry.writer import DITINJAU, CapaianAsked, CheckRefused, RecordRefused


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, slug: str, tahun: int, jenis: str) -> HttpResponse:
    """A new row; ``?induk=`` names its parent."""
    place = row_place(request, slug, tahun, jenis, writing=True)
    if place.kind.unchanged:
        raise Http404(f"{jenis} tidak ditambah")
    if to_table(request) and place.kind.parent and not place.parent_number:
        return _begin(place)
    try:
        empty = place.empty(place.parent())
    except Http404:
        if gone := parent_gone(place):
            return gone
        raise
    if request.method == "POST":
        return _save(place, place.form(empty, request.POST))
    form = place.form(empty)
    form.fill_from(request.GET)
    return _pages(place, form)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, slug: str, tahun: int, jenis: str, pk: int) -> HttpResponse:
    """A stored row. What was typed into one that somebody deleted meanwhile is shown once more."""
    place = row_place(request, slug, tahun, jenis, writing=request.method == "POST")
    row = place.row_or_deletion(pk)
    if isinstance(row, Jejak):
        original = _original(place, row, pk)
        if original is None:
            return typed_and_gone(place, row)
        return conflict_page(
            place, place.form(original, request.POST), Conflict(stored={}, jejak=row, deleted=True)
        )
    if request.method == "POST":
        return _save(place, place.form(row, request.POST))
    return _pages(place, place.form(row))


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, slug: str, tahun: int, jenis: str, pk: int) -> HttpResponse:
    """Ask, then delete; the message afterwards offers to undo it. A second click finds it done."""
    place = row_place(request, slug, tahun, jenis, writing=True)
    if place.kind.unchanged or not place.kind.deletable:
        raise Http404(f"{jenis} tidak dihapus")
    row = place.row_or_deletion(pk)
    if isinstance(row, Jejak):
        return _deleted(place, row)
    form = place.form(row)
    alasan_form = ChangeReasonForm(request.POST if request.method == "POST" else None, deletes=True)
    others = {
        "form": form,
        "alasan_form": alasan_form,
        "row": row,
        "details": _details(form),
        "consequences": deletion_consequences(row, place.here),
        "ban": form.deletion_refusal() or place.here.agreed.kept(type(row), pk),
    }
    if not alasan_form.is_valid():  # also of a page that only asks
        return place.render("delete", INVALID if alasan_form.is_bound else 200, **others)
    before = place.totals()
    try:
        jejak = record_delete(
            form=form,
            by=place.here.pengguna,
            fingerprint=request.POST.get("sidik", ""),
            alasan=alasan_form.reason,
            agreed=request.POST.get("disetujui", ""),
        )
    except CapaianAsked as asked:
        return place.render("delete", CONFLICT, **others | {"form": place.form(place.row(pk))}, asked=asked)
    except Conflict as conflict:
        if conflict.deleted:
            return conflict_page(place, form, conflict)
        return place.render("delete", CONFLICT, **others, conflict=conflict)
    except (RecordRefused, YearClosed) as error:
        return place.render("delete", _status(error), **others, error=str(error))
    return _deleted(place, jejak, place.changed(before))


@post_only
def restore(request: HttpRequest, slug: str, tahun: int, jejak: int) -> HttpResponse:
    """Undo a deletion, or that rows were confirmed."""
    here = place_or_404(request, slug, tahun)
    entry = get_object_or_404(
        Jejak.objects.for_user(request.user).for_kecamatan(here.kecamatan).for_tahun(tahun), pk=jejak
    )
    kind = kind_of(entry)
    if kind is None:
        raise Http404(f"jejak {jejak}")
    place = RowPlace(request, here, kind).ensure()
    if entry.tindakan == DITINJAU:
        return _unconfirm(place, entry)
    before = place.totals()
    try:
        row = record_restore(
            jejak=entry, by=here.pengguna, yearly=kind.form.yearly, agreed=request.POST.get("disetujui", "")
        )
    except CapaianAsked as asked:
        return place.render("restore", CONFLICT, asked=asked, entry=entry)
    except ParentGone as error:
        gone = kind_of(error.deletion) if error.deletion else None
        may = gone is not None and RowPlace(request, here, gone).may_save
        who = f" Yang dapat memulihkannya: {WHO[gone.hak]}." if gone and not may else ""
        messages.error(
            request, f"{error}{who}", extra_tags=undoing(error.deletion) if error.deletion and may else ""
        )
        return redirect(place.address())
    except InputError as error:
        messages.error(request, str(error))
        return redirect(place.address())
    messages.success(request, f"{capfirst(place.nama)} dipulihkan.{place.changed(before)}")
    return redirect(place.address(row))


@post_only
def move(request: HttpRequest, slug: str, tahun: int, jenis: str, pk: int) -> HttpResponse:
    """Move a row up or down among its own."""
    place = row_place(request, slug, tahun, jenis, writing=True)
    row, kind = place.row(pk), place.kind
    if not kind.siblings:
        raise Http404(f"{jenis} tidak berurutan")
    direction: Literal["naik", "turun"] = "naik" if request.POST.get("arah") == "naik" else "turun"
    try:
        record_move(
            row=row,
            siblings=kind.siblings,
            direction=direction,
            seen=_seen_place(request),
            scope=place.here.scope,
            by=place.here.pengguna,
            yearly=kind.form.yearly,
        )
    except Conflict as conflict:
        who = "orang lain" if conflict.moment is None else conflict.by
        messages.error(
            request,
            f"{capfirst(place.nama)} ini tidak dipindahkan: urutannya sudah diubah {who} sejak halaman dibuka."
            " Halaman ini kini menampilkan urutan terbaru. Pindahkan lagi bila masih perlu.",
        )
    except YearClosed as error:
        messages.error(request, str(error))
    return redirect(place.address(row))


# -- helpers -----------------------------------------------------------------------------------------


def _original(place: RowPlace, jejak: Jejak, pk: int) -> models.Model | None:
    """The deleted row as it was; None when what it belonged to is gone as well."""
    kept = next(one for one in deleted_rows(jejak, place.kind.model._meta.label_lower) if one["pk"] == pk)
    try:
        row: models.Model = next(serializers.deserialize("python", [kept], ignorenonexistent=True)).object
        row.clean_fields()
    except (DeserializationError, ObjectDoesNotExist, ValidationError):
        return None
    return row


def _unconfirm(place: RowPlace, entry: Jejak) -> HttpResponse:
    try:
        undone = record_unconfirm(jejak=entry, by=place.here.pengguna, yearly=place.kind.form.yearly)
    except InputError as error:
        messages.error(place.request, str(error))
    else:
        if undone is not None:
            messages.success(place.request, "Diurungkan: yang tadi dinyatakan benar kembali belum ditinjau.")
    return redirect(place.address())


def _deleted(place: RowPlace, jejak: Jejak, totals: str = "") -> HttpResponse:
    """Back to the document, with the offer to undo the deletion."""
    messages.success(place.request, f"{capfirst(place.nama)} dihapus.{totals}", extra_tags=undoing(jejak))
    return redirect(place.address())


def undoing(jejak: Jejak) -> str:
    """The tag of a message that offers to undo what that entry of the trail tells."""
    slug = jejak.kecamatan.slug if jejak.kecamatan else ""
    return f"urungkan:{reverse('baris-pulihkan', args=[slug, jejak.tahun, jejak.pk])}"


def _seen_place(request: HttpRequest) -> int:
    """The place at which the page showed the row; of a page that does not say it none that a row can have."""
    order = whole(request.POST.get("urut", ""), digits=9)
    return -1 if order is None else order


def _save(place: RowPlace, form: RecordForm) -> HttpResponse:
    request, here = place.request, place.here
    alasan_form = ChangeReasonForm(request.POST)
    if not all([form.is_valid(), alasan_form.is_valid()]):  # both, so that every error shows
        return _pages(place, form, INVALID)
    before = place.totals()
    try:
        row = record_save(
            form=form,
            by=here.pengguna,
            fingerprint=request.POST.get("sidik", ""),
            alasan=alasan_form.reason,
            agreed=request.POST.get("disetujui", ""),
        )
    except Conflict as conflict:
        return conflict_page(place, form, conflict)
    except CapaianAsked as asked:
        return _pages(place, form, CONFLICT, asked)
    except CheckRefused as refused:
        refused.tell(form)
        return _pages(place, form, INVALID)
    except (RecordRefused, YearClosed) as error:
        form.add_error(None, str(error))
        return _pages(place, form, _status(error))
    kept = ", ".join(form.kept_of_others)
    others = f" Yang disimpan sejak halaman ini dibuka tetap ada: {kept}." if kept else ""
    messages.success(
        request, f"{capfirst(place.nama)} tersimpan.{place.changed(before)}{others}{form.told_after_saving()}"
    )
    if asked_about := say_questions(questions_about(row, here.kecamatan, here.tahun)):
        messages.warning(request, asked_about.strip())
    if "lagi" in request.POST:
        return redirect(next_address(place, form))
    return redirect(table_address(place, form) if to_table(request) else place.address(row))


def _begin(place: RowPlace) -> HttpResponse:
    """The first row of a document, typed into its table, with the head of it: both or neither. Where the head cannot
    be begun so, what was typed stands in the form of the row until it is."""
    with transaction.atomic():
        try:
            head = begun_head(place)
        except InputError as error:
            refused = error
        else:
            answer = _save(place, place.form(place.empty(head), place.request.POST))
            if answer.status_code != HTTPStatus.FOUND:
                transaction.set_rollback(True)
            return answer
    above = head_place(place)
    form = place.form(place.empty(above.empty(None) if above else None), place.request.POST)
    form.is_valid()  # what else is wrong shows at once
    form.add_error(None, str(refused))
    head_form = None if isinstance(refused, YearClosed) else above
    return _pages(place, form, _status(refused), head=head_form)


def _pages(
    place: RowPlace,
    form: RecordForm,
    status: int = 200,
    asked: CapaianAsked | None = None,
    head: RowPlace | None = None,
) -> HttpResponse:
    posted = place.request.POST
    agreed = place.here.agreed.reason(form.instance)
    stored = form.instance.pk if not form.is_bound else None
    return place.render(
        "form",
        status,
        form=form,
        temuan=form_findings(
            place.here,
            place.kind.kode,
            lambda found: found.pk == stored,
            reviewed=REVIEWED in place.request.GET,
        )
        if stored
        else None,
        alasan_form=ChangeReasonForm(posted if form.is_bound else None),
        row=form.instance if form.instance.pk else None,
        agreed=agreed,
        allowed=place.may_save and not agreed,
        asked=asked,
        head=head,
        to_table=to_table(place.request),
        parent=posted.get(PARENT, ""),
        fingerprint=posted.get("sidik", "") if form.is_bound else form.fingerprint,
    )


def _details(form: RecordForm) -> list[tuple[str, str]]:
    return [(form.sebutan(n), form.shown(n, text)) for n, text in form.shown_values().items() if text]


def _status(error: InputError) -> int:
    return CLOSED if isinstance(error, YearClosed) else CONFLICT
