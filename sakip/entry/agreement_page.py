"""The page on which a planning document is agreed, or opened again with a reason, and the history of both."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from kecamatan.forms.layout import LaidOutForm
from kecamatan.ground.trail import record_history
from sakip.entry.agreed import AGREED, DOCUMENTS, OPENED, SIGNED, SIGNED_KINDS
from sakip.entry.agreement import AgreementRefused, AgreementStep, buka_penetapan, may, tetapkan
from sakip.entry.fields import TextField
from sakip.entry.history_page import steps
from sakip.entry.lock import YearClosed
from sakip.entry.place import EntryPlace, page_context, place_or_404
from sakip.entry.statuses import CLOSED, CONFLICT, INVALID


class OpenForm(LaidOutForm, forms.Form):
    """Why what was agreed is to be changed."""

    use_required_attribute = False

    alasan = TextField(
        label="Alasan membuka penetapan",
        max_length=None,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Isi alasan membuka penetapan."},
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def agreement_page(request: HttpRequest, slug: str, tahun: int, kode: str, pk: int) -> HttpResponse:
    """Show the state of the document and ask for the next step; a POST takes the one that its page offered."""
    here = place_or_404(request, slug, tahun)
    model: Any = next((model for model, jenis in DOCUMENTS.items() if jenis == kode), None)
    if model is None:
        raise Http404(f"dokumen {kode}")
    document = get_object_or_404(model.objects.for_user(request.user).for_kecamatan(here.kecamatan), pk=pk)
    page = _AgreementPage(request, here, kode, document)
    if request.method != "POST":
        return page.shown(OpenForm())
    return page.opened() if request.POST.get("tindakan") == AgreementStep.BUKA else page.agreed()


class _AgreementPage:
    """The page of one document in one request."""

    def __init__(self, request: HttpRequest, here: EntryPlace, kode: str, document: Any) -> None:
        self.request, self.here, self.kode, self.document = request, here, kode, document

    def agreed(self) -> HttpResponse:
        """Agree to it."""
        try:
            tetapkan(
                self.document, kecamatan=self.here.kecamatan, tahun=self.here.tahun, by=self.here.pengguna
            )
        except AgreementRefused as refused:
            return self.shown(OpenForm(), error=str(refused), status=CONFLICT)
        messages.success(
            self.request, f"{self.document} ditetapkan. Isinya terkunci sampai penetapannya dibuka."
        )
        return redirect(self.address)

    def opened(self) -> HttpResponse:
        """Open it again."""
        form = OpenForm(self.request.POST)
        alasan = str(form.cleaned_data["alasan"]) if form.is_valid() else ""
        if not alasan and may(AgreementStep.BUKA, self.here.hak):
            return self.shown(form, status=INVALID)
        try:
            buka_penetapan(
                self.document,
                kecamatan=self.here.kecamatan,
                tahun=self.here.tahun,
                by=self.here.pengguna,
                alasan=alasan,
            )
        except (AgreementRefused, YearClosed) as refused:
            status = CLOSED if isinstance(refused, YearClosed) else CONFLICT
            return self.shown(form, error=str(refused), status=status)
        messages.success(self.request, f"Penetapan {self.document} dibuka. Perbaiki, lalu tetapkan lagi.")
        return redirect(self.address)

    @property
    def address(self) -> str:
        return reverse("isi", args=[self.here.kecamatan.slug, self.here.tahun, self.kode])

    def shown(self, form: OpenForm, *, error: str = "", status: int = 200) -> HttpResponse:
        told = record_history(self.document).filter(tindakan__in=(AGREED, SIGNED, OPENED))
        return render(
            self.request,
            "sakip/entry/agreement.html",
            page_context(self.here, active=self.kode)
            | {
                "document": self.document,
                "kode": self.kode,
                "signed_electronically": self.kode in SIGNED_KINDS,
                "since": self.here.agreed.of(self.document),
                "replaced": self.here.agreed.replaced(self.document),
                "may": may(AgreementStep.TETAPKAN, self.here.hak),
                "form": form,
                "error": error,
                "history": steps(told),
                "content_address": self.address,
            },
            status=status,
        )
