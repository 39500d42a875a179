"""All texts of a year on one page, as plain text: what is typed or pasted there is stored with one button."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from kecamatan.permissions import Hak
from reports.forms.narasi import NarasiForm
from reports.models import Narasi
from reports.review.kept import year_now
from reports.writing.outline import Outline, State, TextPlace, outline
from sakip.entry.cells import say_time
from sakip.entry.lock import YearClosed
from sakip.entry.place import EntryPlace, page_context, place_or_404
from sakip.entry.save import Conflict, record_save
from sakip.entry.shown import field_text, values_fingerprint
from sakip.entry.statuses import CLOSED, CONFLICT, INVALID
from sakip.entry.writer import RecordRefused

#: Names of fields; the place follows. What was seen is the mark of the text, then that of the row.
TEXT: Final = "isi"
SEEN: Final = "lihat"


@dataclass(kw_only=True)
class _Box:
    """A place with what is stored there, what stands in its box, and why that was not stored."""

    place: TextPlace
    row: Narasi
    text: str
    seen: str
    problem: str = ""
    status: int = 0
    stored: str = ""
    """What another wrote there meanwhile."""

    @property
    def name(self) -> str:
        return ".".join(("", *self.place.address))

    @property
    def unchanged(self) -> bool:
        """Whether the box says what the page showed in it: what another made of the row since is kept."""
        return self.seen.partition(" ")[0] == _mark(self.text)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def fill(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """The boxes. A POST stores the texts that were changed, each by itself; what is refused stays in its box."""
    here = place_or_404(request, slug, tahun)
    if request.method != "POST":
        return _page(request, here, list(_boxes(request, here)))
    here.ensure_right(Hak.ISI)
    boxes, stored, told = list(_boxes(request, here)), 0, []
    for box in boxes:
        if not box.unchanged and (news := _store(here, box)) is not None:
            stored += 1
            told.append(news)
    told = [one for one in told if one]
    wrong = [box for box in boxes if box.problem]
    if wrong:
        return _page(request, here, boxes, stored=stored, status=wrong[0].status)
    messages.success(request, f"{stored} tulisan tersimpan." if stored else "Tidak ada tulisan yang berubah.")
    for one in told:
        messages.error(request, one)
    return redirect("isi", slug, tahun, "narasi")


def _boxes(request: HttpRequest, here: EntryPlace) -> Iterator[_Box]:
    """Every place in printed order, with what was sent for it."""
    own = Narasi.objects.for_user(request.user).for_kecamatan(here.kecamatan).for_tahun(here.tahun)
    rows = {(row.bagian, row.kunci): row for row in own}
    for place in _outline(here).places:
        row = rows.get((place.bagian, place.key)) or Narasi(
            kecamatan=here.kecamatan, tahun=here.tahun, bagian=place.bagian, kunci=place.key
        )
        form = NarasiForm(instance=row, scope=here.scope)
        text = field_text(form.fields["isi"], row.isi)
        fingerprint = values_fingerprint(form.shown_values()) if row.pk else ""
        box = _Box(place=place, row=row, text=text, seen=f"{_mark(text)} {fingerprint}")
        if f"{TEXT}{box.name}" in request.POST:
            box.text = request.POST[f"{TEXT}{box.name}"].replace("\r\n", "\n").strip()
            box.seen = request.POST.get(f"{SEEN}{box.name}", box.seen)
        yield box


def _outline(here: EntryPlace) -> Outline:
    return outline(year_now(kecamatan=here.kecamatan, tahun=here.tahun).naskah)


def _mark(text: str) -> str:
    return values_fingerprint({TEXT: text.strip()})


def _store(here: EntryPlace, box: _Box) -> str | None:
    """Store the text of a box, and say what its writer should know; None where it was refused."""
    form = NarasiForm({"isi": box.text, "ditinjau": box.row.ditinjau}, instance=box.row, scope=here.scope)
    if not form.is_valid():
        box.status, box.problem = (
            INVALID,
            " ".join(str(one) for group in form.errors.values() for one in group),
        )
        return None
    try:
        record_save(form=form, by=here.pengguna, fingerprint=box.seen.partition(" ")[2])
    except Conflict as conflict:
        box.status = CONFLICT
        box.problem = (
            f"{conflict.by} mengubah tulisan ini pada {say_time(conflict.moment)}. Simpan sekali lagi untuk memakai"
            " tulisan Anda, atau ambil tulisan tersimpan di bawah."
        )
        box.stored = conflict.stored.get("isi", "")
        box.seen = f"{_mark(box.stored)} {values_fingerprint(conflict.stored)}"
    except YearClosed as error:
        box.status, box.problem = CLOSED, str(error)
    except RecordRefused as error:
        box.status, box.problem = INVALID, str(error)
    else:
        news = form.told_after_saving().strip()
        return f"{box.place.title}: {news}" if news else ""
    return None


def _page(
    request: HttpRequest, here: EntryPlace, boxes: list[_Box], *, stored: int = 0, status: int = 200
) -> HttpResponse:
    groups: dict[str, list[_Box]] = {}
    for group in _outline(here).groups:
        members = {place.address for place in group.places}
        groups[group.title] = [box for box in boxes if box.place.address in members]
    return render(
        request,
        "reports/narasi/all.html",
        page_context(here, active="narasi")
        | {
            "groups": [
                (title, some, any(b.problem or b.place.state is State.EMPTY for b in some))
                for title, some in groups.items()
            ],
            "wrong": [box for box in boxes if box.problem],
            "stored": stored,
        },
        status=status,
    )
