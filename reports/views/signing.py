"""The pages on which a camat signs a report, and makes the key for it."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from kecamatan.accounts.foreign_hand import why_closed
from kecamatan.ground.errors import InputError
from kecamatan.ground.methods import post_only
from kecamatan.permissions import Hak
from kecamatan.views.addresses import by, data
from reports.forms.signing import HandForm, KeyForm, SignForm
from reports.models import Laporan, Penandatanganan
from reports.signing.bsre.nik import nik_end
from reports.signing.keys.by_hand import BY_HAND
from reports.signing.keys.holder import KIND_NAMES, WORDING, KeyKind
from reports.signing.keys.installation import key_create, key_of, owner_of
from reports.signing.report import SignableReport
from reports.signing.sign import (
    WORK,
    chosen_kind,
    preparation_of,
    preparation_request,
    sign,
    stored,
    why_not_signer,
)
from reports.views.file_types import TYPES, download_name
from reports.workflow.acts import Overtaken, StepRefused, latest_laporan
from reports.workflow.table import STEPS, StepCode
from sakip.entry.place import EntryPlace, page_context, place_or_404
from sakip.entry.statuses import CONFLICT, INVALID
from sakip.web.pulse import pulse

ACTIVE = "alur"
form_page = require_http_methods(["GET", "HEAD", "POST"])

Status = Penandatanganan.Status


@never_cache
@sensitive_post_parameters()
@form_page
def sign_page(request: HttpRequest, slug: str, tahun: int, *, by_hand: bool = False) -> HttpResponse:
    """What is to be signed and with which key; a POST signs it, or takes what was signed outside."""
    here, laporan = _desk(request, slug, tahun)
    if laporan is None or laporan.status not in STEPS[StepCode.TANDATANGANI].origin:
        return redirect("alur", slug, tahun)
    signable = SignableReport(laporan)
    row = preparation_of(signable)
    kind = KeyKind(row.cara) if row else chosen_kind(here.kecamatan)
    ready = row is not None and row.status == Status.SIAP
    if by_hand and not (ready and kind in BY_HAND):
        return redirect("tanda-tangan", slug, tahun)
    form = None
    if ready:
        files = request.FILES if request.method == "POST" else None
        form = (HandForm if by_hand else SignForm)(
            data(request), files, request=request, pengguna=here.pengguna, kind=kind
        )
    if request.method == "POST" and form is not None and form.is_valid():
        try:
            sign(signable=signable, by=here.pengguna, holder=form.holder)
        except InputError as error:
            form.add_error(None, str(error))
            return _shown(request, here, laporan, row, kind, form, CONFLICT if _is_late(error) else INVALID)
        messages.success(request, f"LKIP tahun {tahun} ditandatangani dan diarsipkan.")
        return redirect("dokumen", slug, tahun, "lkip")
    return _shown(request, here, laporan, row, kind, form, INVALID if form and form.errors else 200)


@post_only
def prepare_page(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Freeze the submitted report and have its files made."""
    here, laporan = _desk(request, slug, tahun)
    if laporan is None:
        return redirect("alur", slug, tahun)
    try:
        preparation_request(signable=SignableReport(laporan), by=here.pengguna)
    except InputError as error:
        messages.error(request, str(error))
    return redirect("tanda-tangan", slug, tahun)


@never_cache
@require_safe
def pieces(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """The part of the page which changes while the files are made."""
    _, laporan = _desk(request, slug, tahun)
    row = preparation_of(SignableReport(laporan)) if laporan else None
    return render(request, "reports/signing/_state.html", _state(row))


@never_cache
@require_safe
def prepared_file(request: HttpRequest, slug: str, tahun: int) -> FileResponse:
    """The PDF that is to be signed, byte for byte."""
    here, laporan = _desk(request, slug, tahun)
    row = preparation_of(SignableReport(laporan)) if laporan else None
    if row is None or row.status != Status.SIAP:
        raise Http404("naskah akhir belum siap")
    name = download_name("lkip", here.kecamatan, tahun, "pdf", versi=row.versi)
    return FileResponse(BytesIO(stored(row.pdf)), filename=name, content_type=TYPES["pdf"])


@never_cache
@sensitive_post_parameters()
@form_page
def key_page(request: HttpRequest) -> HttpResponse:
    """One's own key: make it, see how far it is."""
    user = by(request)
    key = key_of(user)
    form = None if key else KeyForm(data(request), request=request)
    if request.method == "POST" and form is not None and form.is_valid():
        try:
            key_create(pengguna=user, passphrase=form.cleaned_data["sandi_kunci"])
        except InputError as error:
            form.add_error("sandi_kunci", str(error))
        else:
            messages.success(
                request, "Kunci tanda tangan Anda dibuat. Minta admin menerbitkan sertifikatnya."
            )
            return redirect("kunci-tanda-tangan")
    status = INVALID if form is not None and form.errors else 200
    content = {"form": form, "key": key, "owner": owner_of(key) if key else ""}
    return render(request, "reports/signing/key.html", content, status=status)


def _desk(request: HttpRequest, slug: str, tahun: int) -> tuple[EntryPlace, Laporan | None]:
    here = place_or_404(request, slug, tahun)
    here.ensure_right(Hak.SAHKAN)
    return here, latest_laporan(here.kecamatan, tahun)


def _is_late(error: InputError) -> bool:
    return isinstance(error, StepRefused) and isinstance(error, Overtaken)


def _shown(
    request: HttpRequest,
    here: EntryPlace,
    laporan: Laporan,
    row: Penandatanganan | None,
    kind: KeyKind,
    form: SignForm | None,
    status: int,
) -> HttpResponse:
    key = key_of(here.pengguna) if kind is KeyKind.INSTALLATION else None
    context = {
        "laporan": laporan,
        "kind": kind,
        "kind_name": KIND_NAMES[kind],
        "wording": WORDING[kind],
        "closed_to_hand": why_closed(here.pengguna),
        "form": form,
        "not_signer": why_not_signer(SignableReport(laporan), here.pengguna),
        "key": key,
        "owner": owner_of(key) if key else "",
        "by_hand": isinstance(form, HandForm),
        "may_by_hand": kind in BY_HAND,
        "nik": kind is KeyKind.BSRE and nik_end(here.pengguna),
        "needs_key": kind is KeyKind.INSTALLATION,
    }
    return render(
        request,
        "reports/signing/sign.html",
        page_context(here, active=ACTIVE) | context | _state(row),
        status=status,
    )


def _state(row: Penandatanganan | None) -> dict[str, Any]:
    stalled = row is not None and WORK.is_stalled(row, timezone.now())
    return {
        "row": row,
        "stalled": stalled,
        "silent_since": pulse().silent_since,
        "running": row is not None and row.status in (Status.ANTRE, Status.DIPROSES) and not stalled,
    }
