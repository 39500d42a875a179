"""The pages on which a document is signed, and the key for it is made."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_safe

from kecamatan.accounts.foreign_hand import why_closed
from kecamatan.ground.errors import InputError
from kecamatan.ground.methods import post_only
from kecamatan.permissions import NoRight
from kecamatan.views.addresses import by, data, form_page
from reports.forms.signing import HandForm, KeyForm, SignForm
from reports.models import Penandatanganan
from reports.publish.file_names import TYPES
from reports.review.kept import read_review, read_year
from reports.review.marks import marks_of
from reports.signing.agreement import AgreementOpened, SignedAlready
from reports.signing.archive import archives_of
from reports.signing.bsre.nik import nik_end
from reports.signing.keys.bsre import confirmation, why_bsre_would_refuse
from reports.signing.keys.by_hand import BY_HAND
from reports.signing.keys.holder import KIND_NAMES, WORDING, KeyKind
from reports.signing.keys.installation import key_create, key_of, owner_of
from reports.signing.sign import (
    WORK,
    chosen_kind,
    preparation_of,
    preparation_request,
    sign,
    stored,
    why_not_signer,
)
from reports.signing.standing import standing_of
from reports.views.signing_places import SigningPlace, signing_place
from reports.workflow.acts import Overtaken
from sakip.entry.place import page_context
from sakip.entry.statuses import CONFLICT, INVALID
from sakip.web.pulse import pulse

Status = Penandatanganan.Status


@never_cache
@sensitive_post_parameters()
@form_page
def sign_page(
    request: HttpRequest, slug: str, tahun: int, kode: str = "", pk: int = 0, *, by_hand: bool = False
) -> HttpResponse:
    """What is to be signed and with which key; a POST signs it, or takes what was signed outside.

    Of an agreed document it tells everybody who sees it who has signed it and who has not.
    """
    place = signing_place(request, slug, tahun, kode, pk)
    signable = place.signable
    if signable is None and place.document is None:
        return redirect(place.back)
    if request.method == "POST":
        _ensure_signs(place)
    row = preparation_of(signable) if signable and place.may_sign else None
    # What continues another signature says nothing of the key in print.
    bound = row if row and row.melanjutkan_id is None else None
    kind = KeyKind(bound.cara) if bound else chosen_kind(place.here.kecamatan)
    ready = row is not None and row.status == Status.SIAP
    if by_hand and (place.of_another or not (ready and kind in BY_HAND)):
        return redirect(place.addresses["page"])
    form = _form(request, place, kind, by_hand) if row is not None and ready else None
    if request.method == "POST" and signable is not None and form is not None and form.is_valid():
        try:
            arsip = sign(signable=signable, by=place.here.pengguna, holder=form.holder)
        except InputError as error:
            form.add_error(None, str(error))
            return _shown(request, place, row, kind, form, CONFLICT if _is_late(error) else INVALID)
        messages.success(request, f"{place.title} ditandatangani dan diarsipkan.")
        if kind is KeyKind.BSRE and (words := confirmation(stored(arsip.pdf))):
            messages.info(request, words)
        return redirect(place.done)
    return _shown(request, place, row, kind, form, INVALID if form and form.errors else 200)


@post_only
def prepare_page(request: HttpRequest, slug: str, tahun: int, kode: str = "", pk: int = 0) -> HttpResponse:
    """Freeze what is to be signed and have its files made."""
    place = signing_place(request, slug, tahun, kode, pk)
    _ensure_signs(place)
    if place.signable is None:
        return redirect(place.back)
    try:
        preparation_request(signable=place.signable, by=place.here.pengguna)
    except InputError as error:
        messages.error(request, str(error))
    return redirect(place.addresses["page"])


@never_cache
@require_safe
def pieces(request: HttpRequest, slug: str, tahun: int, kode: str = "", pk: int = 0) -> HttpResponse:
    """The part of the page which changes while the files are made."""
    place = signing_place(request, slug, tahun, kode, pk)
    _ensure_signs(place)
    row = preparation_of(place.signable) if place.signable else None
    return render(request, "reports/signing/_state.html", _state(row))


@never_cache
@require_safe
def prepared_file(request: HttpRequest, slug: str, tahun: int, kode: str = "", pk: int = 0) -> FileResponse:
    """The PDF that is to be signed, byte for byte."""
    place = signing_place(request, slug, tahun, kode, pk)
    _ensure_signs(place)
    row = preparation_of(place.signable) if place.signable else None
    if row is None or row.status != Status.SIAP:
        raise Http404("naskah akhir belum siap")
    return FileResponse(BytesIO(stored(row.pdf)), filename=place.name, content_type=TYPES["pdf"])


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
    content = {"form": form, "key": key, "owner": owner_of(key) if key else "", "closed": why_closed(user)}
    return render(request, "reports/signing/key.html", content, status=status)


def _ensure_signs(place: SigningPlace) -> None:
    """Raise 403 unless the reader may sign what is to be signed there; also where there is nothing to sign."""
    if not place.may_sign:
        raise NoRight(place.right)


def _form(request: HttpRequest, place: SigningPlace, kind: KeyKind, by_hand: bool) -> SignForm:
    files, user = request.FILES if request.method == "POST" else None, place.here.pengguna
    if place.of_another:
        # Who has no account here is known by his certificate alone: it has to be of an issuer who is known.
        by_hand, kind = True, KeyKind.BSRE
    return (HandForm if by_hand else SignForm)(
        data(request), files, request=request, pengguna=user, kind=kind
    )


def _is_late(error: InputError) -> bool:
    return isinstance(error, Overtaken | SignedAlready | AgreementOpened)


def _shown(
    request: HttpRequest,
    place: SigningPlace,
    row: Penandatanganan | None,
    kind: KeyKind,
    form: SignForm | None,
    status: int,
) -> HttpResponse:
    user, signs = place.here.pengguna, place.signable is not None and place.may_sign
    key = key_of(user) if kind is KeyKind.INSTALLATION and not place.of_another else None
    nik = kind is KeyKind.BSRE and nik_end(user)
    # Not again with a form that came back: it says itself what was wrong.
    asks_bsre = bool(nik and form and not form.is_bound and not isinstance(form, HandForm))
    context = {
        "place": place,
        "wrong": _wrong(place) if signs and place.document is None else 0,
        "addresses": place.addresses,
        "signs": signs,
        "archives": archives_of(place.document) if place.document else (),
        "standing": standing_of(place.document) if place.document else None,
        "kind": kind,
        "kind_name": KIND_NAMES[kind],
        "wording": WORDING[kind],
        "closed_to_hand": signs and why_closed(user),
        "form": form,
        "not_signer": place.signable and signs and why_not_signer(place.signable, user),
        "key": key,
        "owner": owner_of(key) if key else "",
        "by_hand": isinstance(form, HandForm),
        "may_by_hand": kind in BY_HAND and not place.of_another,
        "nik": nik,
        "asked_bsre": asks_bsre,
        "bsre_refuses": why_bsre_would_refuse(user) if asks_bsre else "",
        "needs_key": signs and kind is KeyKind.INSTALLATION and not place.of_another,
    }
    return render(
        request,
        "reports/signing/sign.html",
        page_context(place.here, active=place.active) | context | _state(row),
        status=status,
    )


def _wrong(place: SigningPlace) -> int:
    """How much is wrong in the report: nothing was when it was submitted, but what it is compared with goes on."""
    here, marks = place.here, marks_of(place.here.kecamatan)
    reading = read_year(kecamatan=here.kecamatan, tahun=here.tahun, marks=marks)
    return len(read_review(reading, kecamatan=here.kecamatan, marks=marks).blocking)


def _state(row: Penandatanganan | None) -> dict[str, Any]:
    stalled = row is not None and WORK.is_stalled(row, timezone.now())
    return {
        "row": row,
        "stalled": stalled,
        "silent_since": pulse().silent_since,
        "running": row is not None and row.status in (Status.ANTRE, Status.DIPROSES) and not stalled,
    }
