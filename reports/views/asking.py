"""What Bagian Organisasi asks of kecamatan: the list of it, the form that asks, and what becomes of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Final

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from kecamatan.ground.methods import post_only
from kecamatan.permissions import Hak, NoRight, is_above_kecamatan, may_anywhere, owns, reads_signed_alone
from kecamatan.views.addresses import by
from reports.asking.acts import Asked, DayPassed, ask, ask_again, ask_answer, ask_done
from reports.asking.read import BY_CODE, asked_already, asked_rows, show_asked
from reports.asking.table import ASK_ACTS, OPEN, AskCode, Keadaan, ensure_may_ask
from reports.asking.text import asked_of, words_for
from reports.forms.asking import AgainForm, AskedFilterForm, AskForm, Offer
from reports.forms.note import AnswerForm
from reports.models import Permintaan
from reports.monitoring.matrix import Cell, Row, read_matrix
from reports.monitoring.query import Query, is_incomplete
from reports.views.watched import watched
from sakip.entry.place import EntryPlace, page_context, place_or_404
from sakip.entry.readiness import State
from sakip.entry.statuses import CONFLICT, INVALID
from sakip.entry.writer import RecordRefused
from sakip.text.dates import format_tanggal

ACTIVE: Final = "permintaan"
PER_PAGE: Final = 40

#: Days that a kecamatan is given where who asks says nothing else.
_GIVEN: Final = timedelta(days=7)

#: What the list shows: by the word of the address, its name and the states.
_SHOWN: Final = {
    "": ("Belum selesai", OPEN),
    "terbuka": ("Belum dijawab", (Keadaan.TERBUKA,)),
    "dijawab": ("Sudah dijawab", (Keadaan.DIJAWAB,)),
    "selesai": ("Selesai", (Keadaan.SELESAI,)),
    "semua": ("Semua", tuple(Keadaan)),
}


@never_cache
@require_safe
def requests(request: HttpRequest) -> HttpResponse:
    """What was asked, the first last day first, narrowed by the words of the address."""
    reader = by(request)
    if reads_signed_alone(reader) or not may_anywhere(reader, Hak.LIHAT):
        raise NoRight(Hak.LIHAT, follows=may_anywhere(reader, Hak.PANTAU))
    rows = asked_rows(reader)
    slug, word = request.GET.get("kecamatan", ""), request.GET.get("keadaan", "")
    name, states = _SHOWN.get(word, _SHOWN[""])
    places = rows.order_by("kecamatan__nama", "kecamatan").values_list("kecamatan__slug", "kecamatan__nama")
    found = rows.filter(keadaan__in=states)
    if slug:
        found = found.filter(kecamatan__slug=slug)
    page = Paginator(found.order_by(*_order(states), "pk"), PER_PAGE).get_page(request.GET.get("lembar"))
    query = request.GET.copy()
    query.pop("lembar", None)
    return render(
        request,
        "reports/asking/list.html",
        {
            "page": page,
            "query": query.urlencode(),
            "shown": show_asked(page, reader, timezone.localdate()),
            "name": name,
            "form": AskedFilterForm(
                initial={"kecamatan": slug, "keadaan": word},
                kecamatan=list(places.distinct()),
                keadaan=[(code, one) for code, (one, _) in _SHOWN.items()],
            ),
            "may_ask": is_above_kecamatan(reader, Hak.TERIMA),
        },
    )


def _order(states: Sequence[Keadaan]) -> tuple[str, ...]:
    """What is to be done first; of what is done with the latest."""
    return ("batas_waktu", "kecamatan__nama") if Keadaan.SELESAI not in states else ("-dibuat",)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Ask what the words of the address name as the matrix would show it: of one ``kecamatan``, or of those shown."""
    place = watched(request, Hak.PANTAU)
    if place is None or not owns(request.user, Hak.TERIMA, place.kabupaten):
        raise NoRight(Hak.TERIMA)
    words = {name: str(value) for name, value in request.GET.items()}
    query, slug = Query.read(words), words.get("kecamatan", "")
    rows = query.rows(read_matrix(place.kabupaten, place.tahun, place.seen))
    if slug:
        rows = [row for row in rows if row.kecamatan.slug == slug]
        cells = list(_of_one(rows, query.document))
    else:
        cells = [pair for _, owed in asked_of(rows, query.document) for pair in owed]
    offers = _offers(cells, place.tahun)
    form = AskForm(
        request.POST if request.method == "POST" else None,
        offers=offers,
        initial={"batas_waktu": timezone.localdate() + _GIVEN},
    )
    if form.is_bound and form.is_valid():
        asked = [
            Asked(
                kecamatan=one.kecamatan,
                dokumen=one.dokumen,
                isi=" ".join(filter(None, (one.words, form.cleaned_data["pesan"]))),
            )
            for one in form.chosen
        ]
        try:
            ask(asked, tahun=place.tahun, until=form.cleaned_data["batas_waktu"], by=by(request))
        except DayPassed as refused:
            form.add_error("batas_waktu", str(refused))
        else:
            places = len({one.kecamatan.pk for one in asked})
            messages.success(
                request,
                f"{len(asked)} permintaan kepada {places} kecamatan tersimpan dan tampil di Berandanya.",
            )
            return redirect("permintaan")
    return render(
        request,
        "reports/asking/new.html",
        {
            "form": form,
            "place": place,
            "offers": offers,
            "one": offers[0].kecamatan if slug and offers else None,
            "document": BY_CODE.get(query.document),
            "words": request.GET.urlencode(),
        },
        status=INVALID if form.is_bound else 200,
    )


def _of_one(rows: Sequence[Row], document: str) -> Iterator[tuple[Row, Cell]]:
    """Of one kecamatan whatever can be asked for: the document that is named, else every one."""
    for row in rows:
        for cell in row.cells:
            if cell.state != State.UNASKED and document in ("", cell.column.code):
                yield row, cell


def _offers(cells: Sequence[tuple[Row, Cell]], tahun: int) -> list[Offer]:
    already = asked_already([row.kecamatan for row, _ in cells], tahun)
    found = []
    for row, cell in cells:
        until = already.get((row.kecamatan.pk, cell.column.code))
        found.append(
            Offer(
                kecamatan=row.kecamatan,
                dokumen=cell.column.code,
                title=cell.column.title,
                words=words_for(cell, tahun),
                state="sudah lengkap" if cell.is_known else cell.said,
                remark=f"sudah diminta, paling lambat {format_tanggal(until)}" if until else "",
                chosen=until is None and (is_incomplete(cell) or len(cells) == 1),
            )
        )
    return found


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def one(request: HttpRequest, slug: str, tahun: int, pk: int) -> HttpResponse:
    """What is asked and what became of it; a POST answers."""
    here = place_or_404(request, slug, tahun)
    row = _row_or_404(here, pk)
    form, status = AnswerForm(request.POST if request.method == "POST" else None), 200
    if form.is_bound:
        ensure_may_ask(AskCode.JAWAB, here.pengguna, here.kecamatan)
        status = INVALID
        if form.is_valid():
            try:
                ask_answer(row, jawaban=form.cleaned_data["isi"], by=here.pengguna)
            except RecordRefused as refused:
                form.add_error(None, str(refused))
                status = CONFLICT
            else:
                messages.success(request, "Jawaban tersimpan dan tampil pada Bagian Organisasi.")
                return redirect("permintaan-rinci", slug, tahun, pk)
    return _shown(request, here, row, {"form": form, "answers": True}, status)


@post_only
def done(request: HttpRequest, slug: str, tahun: int, pk: int) -> HttpResponse:
    """Mark it as done with."""
    here = place_or_404(request, slug, tahun)
    ask_done(_row_or_404(here, pk), by=here.pengguna)
    messages.success(request, "Permintaan ditandai selesai.")
    return redirect("permintaan")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def again(request: HttpRequest, slug: str, tahun: int, pk: int) -> HttpResponse:
    """Ask once more, with another last day."""
    here = place_or_404(request, slug, tahun)
    ensure_may_ask(AskCode.LAGI, here.pengguna, here.kecamatan)
    row = _row_or_404(here, pk)
    first = {"isi": row.isi, "batas_waktu": timezone.localdate() + _GIVEN}
    form = AgainForm(request.POST if request.method == "POST" else None, initial=first)
    status = 200
    if form.is_bound:
        status = INVALID
        if form.is_valid():
            given = form.cleaned_data
            try:
                ask_again(row, isi=given["isi"], until=given["batas_waktu"], by=here.pengguna)
            except DayPassed as refused:
                form.add_error("batas_waktu", str(refused))
            except RecordRefused as refused:
                form.add_error(None, str(refused))
                status = CONFLICT
            else:
                messages.success(request, "Diminta lagi.")
                return redirect("permintaan-rinci", slug, tahun, pk)
    return _shown(request, here, row, {"form": form, "answers": False}, status)


def _row_or_404(here: EntryPlace, pk: int) -> Permintaan:
    rows: QuerySet[Permintaan] = here.rows(Permintaan).select_related(
        "kecamatan__kabupaten", "diminta_oleh", "dijawab_oleh"
    )
    return get_object_or_404(rows, pk=pk)


def _shown(
    request: HttpRequest, here: EntryPlace, row: Permintaan, more: dict[str, object], status: int
) -> HttpResponse:
    # What a refusal says is of the row as others left it.
    row.refresh_from_db()
    (shown,) = show_asked([row], here.pengguna, timezone.localdate())
    may = {act.code for act in shown.acts}
    context = page_context(here, active=ACTIVE) | {
        "asked": shown,
        "may_answer": AskCode.JAWAB in may,
        "may_end": AskCode.SELESAI in may,
        "may_repeat": AskCode.LAGI in may,
        "done_label": ASK_ACTS[AskCode.SELESAI].label,
        "history": reverse("riwayat-tahun", args=[here.kecamatan.slug, here.tahun]),
    }
    return render(request, "reports/asking/one.html", context | more, status=status)
