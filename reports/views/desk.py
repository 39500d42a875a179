"""The desk of who answers for a report: its state and next step, notes, findings, and what changed since he looked."""

from __future__ import annotations

from typing import Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from kecamatan.ground.methods import post_only
from kecamatan.models import Jejak
from reports.desk.changes import changes_since
from reports.desk.looks import Mark, last_look, looked, mark_of, read_mark
from reports.models import Laporan
from reports.notes.report import report_at_hand
from reports.notes.threads import read_threads
from reports.review.kept import review_now
from reports.selectors import latest_laporan
from reports.signing.waiting import documents_waiting
from reports.views.notes import show_threads
from reports.views.review_lines import summary_of
from reports.views.workflow import way_of
from reports.workflow.acts import PREFIX, laporan_steps
from reports.workflow.table import StepCode
from sakip.entry.place import page_context, place_or_404

ACTIVE: Final = "meja"

#: Open notes that are shown; their own page has all.
MOST_NOTES: Final = 20

#: Asks for what changed since the report was here last, whatever the reader has looked at.
SINCE_STEP: Final = "langkah"

#: What a report was when a step had led to that state.
_WENT: Final[dict[str, str]] = {
    status.value: "versi ini dimulai" if status is Laporan.Status.DRAF else status.label.lower()
    for status in Laporan.Status
}


@never_cache
@require_safe
def desk(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Everything about the report of a year on one page; ``?sejak=langkah`` shows what changed since it was given back
    or begun anew."""
    here = place_or_404(request, slug, tahun)
    laporan = latest_laporan(here.kecamatan, tahun)
    report = report_at_hand(kecamatan=here.kecamatan, tahun=tahun)
    # The records of today say nothing of what is signed.
    review = None
    if not report.signed:
        review = review_now(kecamatan=here.kecamatan, tahun=tahun)
    threads = read_threads(kecamatan=here.kecamatan, tahun=tahun, places=report.places)
    opened = [one for one in threads if one.open]
    way = way_of(here, laporan)
    step = _here_last(laporan) if laporan else None
    look = last_look(pengguna=here.pengguna, kecamatan=here.kecamatan, tahun=tahun)
    since_step = step is not None and (look is None or request.GET.get("sejak") == SINCE_STEP)
    since = Mark(step.pk) if step and since_step else mark_of(look) if look else Mark()
    may = {one.step.code for one in way.steps}
    return render(
        request,
        "reports/desk.html",
        page_context(here, active=ACTIVE)
        | {
            "way": way,
            "documents": documents_waiting(here.pengguna, [here.kecamatan], tahun),
            # Who has written notes wants them mended first; so is what became wrong since it was submitted.
            "primary": StepCode.KEMBALIKAN
            if (opened or (review and review.blocking)) and StepCode.KEMBALIKAN in may
            else "",
            "threads": show_threads(opened[:MOST_NOTES], here),
            "opened": len(opened),
            "closed": len(threads) - len(opened),
            "reviu": summary_of(review, here, report.dokumen) if review else None,
            "changes": changes_since(
                since,
                kecamatan=here.kecamatan,
                tahun=tahun,
                reader=here.pengguna,
                naskah=report.naskah,
                dokumen=report.dokumen,
            ),
            "look": look,
            "step": step,
            "stepped": _WENT[step.tindakan.removeprefix(PREFIX)] if step else "",
            "since_step": since_step,
        },
    )


def _here_last(laporan: Laporan) -> Jejak | None:
    """The step with which the report left whoever reads it now: of one that was submitted again that by which it was
    given back, else its last one."""
    steps = laporan_steps([laporan])
    before = steps.exclude(tindakan=f"{PREFIX}{Laporan.Status.DIAJUKAN}").first()
    return before if laporan.status == Laporan.Status.DIAJUKAN and before else steps.first()


@post_only
def seen(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Keep that the reader has looked at the changes that the page showed."""
    here = place_or_404(request, slug, tahun)
    mark = read_mark(request.POST.get("sampai", ""))
    if mark is not None:
        looked(pengguna=here.pengguna, kecamatan=here.kecamatan, tahun=tahun, mark=mark)
        messages.success(
            request, "Perubahan ditandai sudah dibaca. Yang tampil di sini berikutnya hanya yang sesudahnya."
        )
    return redirect("meja", slug, tahun)
