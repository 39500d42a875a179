"""Who signs a document of a date, for a form in which the date is being typed."""

from __future__ import annotations

from django.http import Http404, HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from sakip.entry.kinds import ROW_KINDS
from sakip.entry.place import place_or_404
from sakip.records import forms as everything  # noqa: F401  # registers every kind of row
from sakip.records.pejabat.signed_form import SignedForm


@require_safe
def signers(request: HttpRequest, slug: str, tahun: int, jenis: str) -> JsonResponse:
    """The words of :meth:`SignedForm.signers_on` for ``?tanggal=&tanggal_cetak=``, by the field that they stand at."""
    here = place_or_404(request, slug, tahun)
    kind = ROW_KINDS.get(jenis)
    if kind is None or not issubclass(kind.form, SignedForm):
        raise Http404(f"isian {jenis}")
    form = kind.form(request.GET, scope=here.scope)
    return JsonResponse(form.signers_on(*form.dates))
