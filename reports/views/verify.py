"""The public page behind the QR of a signed report, and the comparison of a file with what was signed."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from kecamatan.accounts.public_budget import VERIFYING, is_spent, spend
from reports.forms.verify import VerifyForm
from reports.public.compare import DOUBT, Comparison, compare
from reports.public.library import public_kabupaten
from reports.public.selectors import PublicReport, report_by_fingerprint, report_by_token
from sakip.entry.statuses import INVALID
from sakip.web.client_ip import client_ip

TOO_MANY = 429
NOT_FOUND = 404


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def verify(request: HttpRequest, token: str = "") -> HttpResponse:
    """What is recorded of the report of a token, and whether a file is what was signed.

    A token that leads nowhere and a file to compare count against the budget of the address they come from.
    """
    address = client_ip(request)
    if is_spent(address, VERIFYING):
        return _page(request, status=TOO_MANY, too_many=True)
    report = report_by_token(token) if token else None
    missing = bool(token) and report is None
    if missing or request.method == "POST":
        spend(address, VERIFYING)
    if request.method != "POST":
        return _page(request, report, missing=missing, status=NOT_FOUND if missing else 200)
    form = VerifyForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, report, missing=missing, form=form, status=INVALID)
    found = report_by_fingerprint(form.cleaned_data["berkas"].sha256)
    return _page(
        request,
        report or found,
        asked=report,
        comparison=compare(found, report),
        file=form.cleaned_data["berkas"],
    )


def _page(
    request: HttpRequest, report: PublicReport | None = None, *, status: int = 200, **more: object
) -> HttpResponse:
    content = {"form": VerifyForm(), "report": report, "listed": public_kabupaten().exists} | more
    if report is not None and report.doubtful:
        content |= {"report": None, "comparison": content.get("comparison") or Comparison(False, *DOUBT)}
    answer = render(request, "reports/public/verify.html", content, status=status)
    # An address of a report is given with the report, not found.
    answer["X-Robots-Tag"] = "noindex"
    return answer
