"""Entry of the narrative: the outline of a year, and one place with its editor and its preview."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from kecamatan.ground.methods import post_only
from kecamatan.ground.page_token import PAGE_TOKEN
from kecamatan.ground.trail import record_history
from kecamatan.permissions import Hak
from reports.document.tree import Dokumen, Part
from reports.forms.narasi import NarasiEditorForm, NarasiForm
from reports.html import render_html
from reports.models import Dokumentasi, FotoMasuk, Narasi, TeksBaku
from reports.models.boilerplate import boilerplate_for
from reports.publish.naskah import USUAL_WORDS, Naskah
from reports.review.kept import year_now
from reports.review.passages import narrative_place
from reports.review.review import review_year
from reports.selectors import latest_laporan
from reports.writing.blocks import Block
from reports.writing.boilerplate import named
from reports.writing.drafts import draft
from reports.writing.html import read_html
from reports.writing.leftover import mark_leftovers
from reports.writing.live import LiveValues, fill, live_values, marker_messages
from reports.writing.outline import Outline, TextPlace, outline
from reports.writing.spelled import write_html
from reports.writing.text import GUIDE
from reports.writing.to_document import narrative_of
from sakip.checks import CHECKS
from sakip.checks.kinds import NO_KEY
from sakip.entry.confirm import record_confirm
from sakip.entry.findings_panel import Findings, show_findings
from sakip.entry.kinds import ROW_KINDS
from sakip.entry.lock import YearClosed
from sakip.entry.page import EntryPage
from sakip.entry.place import EntryPlace, page_context, place_or_404
from sakip.entry.row_pages import undoing
from sakip.entry.save import Conflict, record_save
from sakip.entry.shown import values_fingerprint
from sakip.entry.statuses import CLOSED, CONFLICT, INVALID
from sakip.entry.writer import RecordRefused
from sakip.records.pages import PAGES

#: Asked for by the script of the page, which needs the preview alone.
PREVIEW_ONLY = "X-Pratinjau"

_NO_ENTRIES = frozenset({PAGE_TOKEN, "sidik"})


def arrange(here: EntryPlace) -> dict[str, Any]:
    """The outline with what else stands on the page: the report's head and how many photos there are."""
    naskah = year_now(kecamatan=here.kecamatan, tahun=here.tahun).naskah
    laporan = latest_laporan(here.kecamatan, here.tahun)
    foto = Dokumentasi.objects.for_kecamatan(here.kecamatan).for_tahun(here.tahun)
    sign_in = FotoMasuk.objects.for_kecamatan(here.kecamatan).for_tahun(here.tahun)
    return {
        "outline": outline(naskah),
        "laporan": laporan,
        "default_tempat": naskah.snapshot.kecamatan.ibu_kota,
        "foto_count": foto.count(),
        "incoming_count": sign_in.count(),
    }


PAGES["narasi"] = EntryPage(code="narasi", compose=arrange)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, slug: str, tahun: int, bagian: str, kunci: str) -> HttpResponse:
    """One place: read it, write it, look at it as it will print, have a draft made."""
    here = place_or_404(request, slug, tahun)
    naskah = year_now(kecamatan=here.kecamatan, tahun=tahun).naskah
    whole = outline(naskah)
    place = whole.find(bagian, "" if kunci == NO_KEY else kunci)
    if place is None:
        raise Http404(f"narasi {bagian} {kunci}")
    page = _NarasiPage(request, here, naskah, whole, place)
    if request.method != "POST":
        return page.shown(page.form())
    here.ensure_right(Hak.ISI)
    match request.POST.get("tindakan"):
        case "pratinjau":
            return page.preview()
        case "konsep":
            return page.konsep()
        case _:
            return page.store()


@post_only
def review(request: HttpRequest, slug: str, tahun: int, bagian: str, kunci: str) -> HttpResponse:
    """Confirm a copy or a draft after reading it, and go on to the next that waits for a reader.

    Not all of them at once, as the rows of a table: no page shows them all, so nobody has read them.
    """
    here = place_or_404(request, slug, tahun)
    here.ensure_right(Hak.ISI)
    row = get_object_or_404(
        Narasi.objects.for_user(request.user).for_kecamatan(here.kecamatan).for_tahun(tahun),
        bagian=bagian,
        kunci="" if kunci == NO_KEY else kunci,
    )
    try:
        jejak = record_confirm(rows=[row], scope=here.scope, by=here.pengguna)
    except YearClosed as error:
        messages.error(request, str(error))
        return redirect("narasi-ubah", slug, tahun, bagian, kunci)
    words = f"{row.get_bagian_display()} dinyatakan sudah ditinjau."
    now = year_now(kecamatan=here.kecamatan, tahun=tahun).naskah
    following = outline(now).unread_after(bagian, row.kunci)
    if following is not None:
        words += " Berikutnya yang belum ditinjau tampil di bawah."
    messages.success(request, words, extra_tags=undoing(jejak) if jejak else "")
    return redirect("narasi-ubah", slug, tahun, *(following.address if following else (bagian, kunci)))


class _NarasiPage:
    """The page of one place in one request."""

    def __init__(
        self, request: HttpRequest, here: EntryPlace, naskah: Naskah, whole: Outline, place: TextPlace
    ) -> None:
        self.request = request
        self.here = here
        self.naskah = naskah
        self.whole = whole
        self.place = place
        self.nilai: LiveValues = live_values(naskah.results)
        own = Narasi.objects.for_user(request.user).for_kecamatan(here.kecamatan).for_tahun(here.tahun)
        self.row = own.filter(bagian=place.bagian, kunci=place.key).first() or Narasi(
            kecamatan=here.kecamatan, tahun=here.tahun, bagian=place.bagian, kunci=place.key
        )

    @property
    def address(self) -> str:
        return reverse("narasi-ubah", args=[self.here.kecamatan.slug, self.here.tahun, *self.place.address])

    @cached_property
    def start(self) -> TeksBaku | None:
        """The kabupaten's text with which a place starts where nothing was written yet; to who writes here."""
        if not self.row._state.adding or not self.here.may_enter:
            return None
        return boilerplate_for(self.here.kecamatan.kabupaten_id, self.here.tahun).get(self.place.bagian)

    def form(self, data: Any = None) -> NarasiEditorForm:
        initial = {}
        if self.start is not None:  # what starts like this waits for a reader, as a copy does
            initial = {"isi": write_html(named(read_html(self.start.isi), self.naskah)), "ditinjau": False}
        return NarasiEditorForm(data, instance=self.row, scope=self.here.scope, initial=initial)

    # -- what was asked for --------------------------------------------------------------------------

    def store(self) -> HttpResponse:
        """Store it; a text with an unknown marker is stored too, and the message says which."""
        form = self.form(self.request.POST)
        if not form.is_valid():
            return self.shown(form, status=INVALID)
        try:
            record_save(form=form, by=self.here.pengguna, fingerprint=self.request.POST.get("sidik", ""))
        except Conflict as conflict:
            return self.conflict(form, conflict)
        except (RecordRefused, YearClosed) as error:
            form.add_error(None, str(error))
            return self.shown(form, status=CLOSED if isinstance(error, YearClosed) else CONFLICT)
        messages.success(self.request, f"{self.place.title} tersimpan.")
        if marker_messages(read_html(form.cleaned_data["isi"]), self.nilai, about=self.place.key):
            messages.error(
                self.request,
                "Tulisan ini memuat nilai yang tidak dikenal. Perbaiki sebelum laporan diajukan.",
            )
        return redirect(f"{self.address}?tersimpan=ya")

    def preview(self) -> HttpResponse:
        """Show what was typed as it will print; nothing is stored."""
        form = self.form(self.request.POST)
        if self.request.headers.get(PREVIEW_ONLY):
            others = self._preview(form.blocks, unread=not self.row.ditinjau)
            return render(self.request, "reports/narasi/_preview.html", others)
        return self.shown(form)

    def konsep(self) -> HttpResponse:
        """Put a draft behind what was typed. It is stored only by saving, and then waits to be confirmed."""
        content = draft(self.naskah, self.place.bagian, self.place.key)
        if not content:
            messages.error(self.request, "Belum ada angka yang dapat dijadikan konsep untuk bagian ini.")
            return self.shown(self.form(self.request.POST))
        data = self.request.POST.copy()
        data["isi_html"] = write_html([*self.form(self.request.POST).blocks, *content])
        data["ditinjau"] = "False"
        return self.shown(self.form(data), with_konsep=True)

    def conflict(self, form: NarasiForm, conflict: Conflict) -> HttpResponse:
        """Both texts side by side; who wrote the stored one, and when."""
        own = form.shown_of_fields()
        return render(
            self.request,
            "sakip/row/conflict.html",
            page_context(self.here, active="narasi")
            | {
                "kind": ROW_KINDS["narasi"],
                "form": form,
                "conflict": conflict,
                "content_address": reverse("isi", args=[self.here.kecamatan.slug, self.here.tahun, "narasi"]),
                "differences": [("Tulisan", own["isi"], conflict.stored.get("isi", ""))],
                "typed": [
                    (nama, nilai)
                    for nama in self.request.POST
                    for nilai in self.request.POST.getlist(nama)
                    if nama not in _NO_ENTRIES
                ],
                "kept": {"sidik": values_fingerprint(conflict.stored)},
                "back": self.address,
            },
            status=CONFLICT,
        )

    # -- the page ------------------------------------------------------------------------------------

    def shown(self, form: NarasiForm, *, status: int = 200, with_konsep: bool = False) -> HttpResponse:
        before, after = self.whole.neighbours(self.place)
        stored = self.row.pk is not None
        unread = with_konsep or self.start is not None or not self.row.ditinjau
        preview = self._preview(form.blocks, unread=unread)
        if preview["nilai_messages"]:
            form.fields["isi"].widget.attrs["aria-describedby"] = "id_isi_helptext id_isi_nilai"
        return render(
            self.request,
            "reports/narasi/change.html",
            page_context(self.here, active="narasi")
            | preview
            | {
                "form": form,
                "outline": self.whole,
                "place": self.place,
                "hint": self.place.hint,
                "hint_text": GUIDE,
                "before": before,
                "after": after,
                "row": self.row if stored else None,
                "latest": record_history(self.row).first() if stored else None,
                "fingerprint": self.request.POST.get("sidik", "") if form.is_bound else form.fingerprint,
                "stored": self.request.GET.get("tersimpan") == "ya",
                "has_konsep": bool(draft(self.naskah, self.place.bagian, self.place.key)),
                "with_konsep": with_konsep,
                "start": None if form.is_bound else self.start,
                "usual": self.place.bagian in USUAL_WORDS,
                "nilai_groups": self.nilai.groups,
                "temuan": self._findings(),
            },
            status=status,
        )

    def _findings(self) -> Findings | None:
        """What the review finds in the stored text of this place."""
        own = tuple(
            n for n in self.naskah.narasi if (n.bagian, n.kunci) == (self.place.bagian, self.place.key)
        )
        if not own:
            return None
        checks = [check for check in CHECKS.values() if "passages" in check.reads]
        review = review_year(
            kecamatan=self.here.kecamatan,
            tahun=self.here.tahun,
            naskah=replace(self.naskah, narasi=own, foto=()),
            checks=checks,
        )
        here = narrative_place(self.place.bagian, self.place.key)
        return show_findings((f for f in review.findings if f.place == here), self.here)

    def _preview(self, blocks: tuple[Block, ...], *, unread: bool) -> dict[str, Any]:
        key = self.place.key
        content = narrative_of(fill(blocks, self.nilai, about=key), unread=unread)
        preview = Dokumen(
            key="pratinjau",
            title=self.place.title,
            body=(Part(key="pratinjau-isi", title=self.place.title, level=3, content=(content,)),),
            konsep=False,
            contents=False,
        )
        return {
            "preview": (
                render_html(mark_leftovers(preview), self.naskah.pengaturan, standalone=False)
                if blocks
                else ""
            ),
            "nilai_messages": marker_messages(blocks, self.nilai, about=key),
        }
