"""The way of a report through the office: its state and history, and a page for each step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from kecamatan.models import Jejak
from reports.forms.workflow import StepForm
from reports.models import Arsip, Laporan
from reports.notes.threads import open_text, read_threads
from reports.review.kept import review_now
from reports.selectors import latest_laporan
from reports.signing.report import printed_signer
from reports.views.notes import lkip_places
from reports.views.review_lines import by_level, review_lines
from reports.workflow import acts
from reports.workflow.acts import NotReady, Overtaken, StepRefused, hindering, laporan_steps
from reports.workflow.deadline import days_late, laporan_deadline, year_deadline
from reports.workflow.table import SHARED_PAGE, STEPS, Step, StepCode, leading_to, steps_from, waits_for
from sakip.entry.place import EntryPlace, page_context, place_or_404
from sakip.entry.statuses import CONFLICT, INVALID
from sakip.snapshot.types import Snapshot

ACTIVE = "alur"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownStep:
    """A step that the reader may take, and where."""

    step: Step
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Where the report is: its latest version, the step that brought it there and who took it, what the reader may do,
    for whom it waits, until when it is due and by how many days it is late."""

    laporan: Laporan | None
    last: Jejak | None
    done: str
    steps: tuple[ShownStep, ...]
    waits: str
    deadline: date
    late: int


def way_of(here: EntryPlace, laporan: Laporan | None) -> Way:
    """The way of the report of this place, whose latest version is known (2 queries)."""
    status = laporan.status if laporan else Laporan.Status.DRAF
    came = leading_to(status)
    where: list[str | int] = [here.kecamatan.slug, here.tahun]
    until = laporan_deadline(laporan) if laporan else year_deadline(here.kecamatan.kabupaten_id, here.tahun)
    return Way(
        laporan=laporan,
        last=laporan_steps([laporan]).first() if laporan else None,
        done=came.done if came else "",
        steps=tuple(
            ShownStep(step=step, address=reverse(step.page, args=step_arguments(step, where)))
            for step in steps_from(status, here.hak)
            if step.page
        ),
        waits=waits_for(status),
        deadline=until,
        late=days_late(until, laporan.ditandatangani_pada if laporan else None),
    )


def step_arguments(step: Step, where: list[str | int]) -> list[str | int]:
    """What the address of a step names; one with a page of its own needs no word for it."""
    return [*where, step.code.value] if step.page == SHARED_PAGE else where


@never_cache
@require_safe
def way(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """The state of the report, what the reader may do, and every step of every version."""
    here = place_or_404(request, slug, tahun)
    versions = list(Laporan.objects.for_kecamatan(here.kecamatan).for_tahun(tahun).order_by("-versi"))
    numbers = {one.pk: one.versi for one in versions}
    signed = Arsip.objects.filter(laporan__in=versions)
    files = {one: rest for one, *rest in signed.values_list("laporan", "pk", "tanda_tangan__token")}
    return render(
        request,
        "reports/workflow/way.html",
        page_context(here, active=ACTIVE)
        | {
            "way": way_of(here, versions[0] if versions else None),
            "versions": [(one, *files.get(one.pk, (0, ""))) for one in versions],
            "steps": [(one, numbers[one.objek_pk or 0]) for one in laporan_steps(versions)],
        },
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def take(request: HttpRequest, slug: str, tahun: int, langkah: str) -> HttpResponse:
    """Say what the step does and ask for what it needs; a POST takes it."""
    here = place_or_404(request, slug, tahun)
    step = next((one for one in STEPS.values() if one.code == langkah and one.page == SHARED_PAGE), None)
    if step is None:
        raise Http404(f"langkah {langkah}")
    here.ensure_right(step.right)
    page = _StepPage(request, here, step)
    return page.taken() if request.method == "POST" else page.asked()


class _StepPage:
    """The page of one step in one request."""

    def __init__(self, request: HttpRequest, here: EntryPlace, step: Step) -> None:
        self.request, self.here, self.step = request, here, step
        self.laporan = latest_laporan(here.kecamatan, here.tahun)

    def asked(self) -> HttpResponse:
        """The form; of a report in another state the page that shows its state."""
        if (self.laporan.status if self.laporan else Laporan.Status.DRAF) not in self.step.origin:
            messages.warning(self.request, str(self.not_now()))
            return self.back()
        form = StepForm(step=self.step, initial=self.carried())
        if self.step.code is not StepCode.AJUKAN:
            return self.shown(form)
        review = review_now(kecamatan=self.here.kecamatan, tahun=self.here.tahun)
        return self.shown(form, found=NotReady(hindering(review)), snapshot=review.naskah.snapshot)

    def carried(self) -> dict[str, str]:
        """What the note of a report that is returned begins with: the notes on it that are open."""
        if self.step.code is not StepCode.KEMBALIKAN:
            return {}
        places = lkip_places(self.here)
        threads = read_threads(kecamatan=self.here.kecamatan, tahun=self.here.tahun, places=places)
        return {"catatan": open_text(threads)}

    def taken(self) -> HttpResponse:
        """Take the step, or say why not."""
        form = StepForm(self.request.POST, step=self.step)
        if not form.is_valid():
            return self.shown(form, status=INVALID)
        try:
            words = self.act(form)
        except NotReady as refused:
            return self.shown(form, found=refused, status=INVALID)
        except StepRefused as refused:
            form.add_error(None, str(refused))
            return self.shown(form, status=CONFLICT if isinstance(refused, Overtaken) else INVALID)
        messages.success(self.request, words)
        return self.back()

    def act(self, form: StepForm) -> str:
        """What was done, in words."""
        by, laporan = self.here.pengguna, self.laporan
        if self.step.code is StepCode.AJUKAN:
            acts.ajukan(kecamatan=self.here.kecamatan, tahun=self.here.tahun, by=by)
            return f"LKIP tahun {self.here.tahun} diajukan kepada camat. {self.step.effect}"
        if laporan is None:
            raise self.not_now()
        match self.step.code:
            case StepCode.KEMBALIKAN:
                acts.kembalikan(laporan, by=by, catatan=form.note)
                return f"LKIP tahun {laporan.tahun} dikembalikan dengan catatan Anda."
            case StepCode.TERIMA:
                acts.terima(laporan, by=by)
                return f"LKIP tahun {laporan.tahun} diterima: {acts.timeliness(laporan.tepat_waktu)}."
            case _:
                new = acts.buka_kembali(laporan, by=by, alasan=form.note, batas_waktu=form.until)
                return f"LKIP tahun {laporan.tahun} dibuka kembali; versi {new.versi} dimulai sebagai draf."

    def signs(self, snapshot: Snapshot) -> dict[str, str]:
        """Who will have to sign what is submitted, and why he could not: to know it then is to do all of it again."""
        draft = self.laporan or Laporan(kecamatan=self.here.kecamatan, tahun=self.here.tahun)
        signer, why_not = printed_signer(draft, snapshot)
        return {"signer": signer, "why_not": why_not}

    def not_now(self) -> Overtaken:
        """Why the step is not taken in the state of the report."""
        if self.laporan is None:
            return Overtaken(f"LKIP tahun {self.here.tahun} belum dimulai, jadi belum dapat diproses.")
        return acts.overtaken(self.laporan, self.step)

    def back(self) -> HttpResponse:
        return redirect("alur", self.here.kecamatan.slug, self.here.tahun)

    def shown(
        self,
        form: StepForm,
        *,
        found: NotReady | None = None,
        snapshot: Snapshot | None = None,
        status: int = 200,
    ) -> HttpResponse:
        findings = found.findings if found else ()
        return render(
            self.request,
            "reports/workflow/step.html",
            page_context(self.here, active=ACTIVE)
            | {
                "step": self.step,
                "form": form,
                "laporan": self.laporan,
                "way": way_of(self.here, self.laporan),
                "groups": by_level(review_lines(findings, {}, self.here, {}).values()),
                "hindered": bool(findings),
                **(self.signs(snapshot) if snapshot else {}),
            },
            status=status,
        )
