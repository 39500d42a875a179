"""One's own account: what it may do, its password, its second step."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import Final
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_safe

from kecamatan.accounts.accounts import notices_switch
from kecamatan.accounts.foreign_hand import notice
from kecamatan.accounts.gate import SESSION_KEY, debt, require_second_factor
from kecamatan.accounts.officials import official_of
from kecamatan.accounts.passwords import password_change
from kecamatan.accounts.second_step import (
    check_digits,
    draw_qr,
    new_key,
    nomor_perangkat,
    recovery_codes_create,
    recovery_codes_left,
    second_factor_attach,
    second_factor_detach,
    typed_key,
)
from kecamatan.forms.account import CodeForm, OldPasswordForm, PasswordForm
from kecamatan.ground.errors import InputError
from kecamatan.ground.methods import post_only
from kecamatan.models.pengguna import PLACES
from kecamatan.views.addresses import by, data, following, form_page

#: The secret that is being set up, until its first right code, and when the password was given for it.
_INSTALLED_KEY: Final = "langkah_kedua_dipasang"

#: How long to look for the phone.
_PROVEN: Final = timedelta(minutes=15)


@never_cache
@require_safe
def accounts(request: HttpRequest) -> HttpResponse:
    """Who I am here, and what I may change about it."""
    user = by(request)
    installed = nomor_perangkat(user) is not None
    return render(
        request,
        "kecamatan/account.html",
        {
            "person": user,
            "keanggotaan": user.keanggotaan.select_related(*PLACES).prefetch_related("unit"),
            "second_step": settings.SAKIP_TOTP != "mati",
            "installed": installed,
            "recovery": recovery_codes_left(user) if installed else 0,
            "by_others": notice(user),
            "tie": official_of(user),
        },
    )


@post_only
def notices(request: HttpRequest) -> HttpResponse:
    """Turn the mails about what waits on or off."""
    on = request.POST.get("pemberitahuan") == "nyala"
    notices_switch(pengguna=by(request), on=on)
    messages.success(request, f"Pemberitahuan lewat surel {'menyala' if on else 'mati'}.")
    return redirect("akun")


@never_cache
@require_safe
def active(request: HttpRequest) -> HttpResponse:
    """Somebody types: the session goes on, as with every request. 409 where a page of another ``pengguna`` asks, which
    this browser has brought back since."""
    own = request.GET.get("pengguna") in (None, str(by(request).pk))
    return HttpResponse(status=204 if own else 409)


@never_cache
@sensitive_post_parameters()
@form_page
def passwords(request: HttpRequest) -> HttpResponse:
    """Choose another password."""
    user = by(request)
    required = user.wajib_ganti_sandi
    form = PasswordForm(data(request), request=request, pengguna=user)
    if request.method == "POST" and form.is_valid():
        person = password_change(pengguna=user, password=form.cleaned_data["sandi"])
        update_session_auth_hash(request, person)  # this session goes on; all others have ended
        messages.success(request, "Kata sandi Anda sudah diganti. Sesi Anda di perangkat lain berakhir.")
        return redirect(following(request, "beranda" if required else "akun"))
    return render(
        request,
        "kecamatan/password.html",
        {"form": form, "required": required, "next": following(request) if required else ""},
    )


@never_cache
@sensitive_post_parameters()
@form_page
def sign_in_code(request: HttpRequest) -> HttpResponse:
    """The second step of signing in."""
    if debt(request) != "masuk-kode":
        return redirect(following(request))
    user = by(request)
    recovery = (request.POST.get("cara") or request.GET.get("cara")) == "cadangan"
    form = CodeForm(data(request), recovery=recovery)
    if request.method == "POST" and form.is_valid():
        result = check_digits(pengguna=user, kode=form.cleaned_data["kode"])
        if result.matches:
            request.session.cycle_key()
            request.session[SESSION_KEY] = nomor_perangkat(user)
            return redirect(following(request))
        form.add_error("kode", result.message)
    return render(
        request,
        "kecamatan/sign_in_code.html",
        {"form": form, "recovery": recovery, "next": following(request)},
    )


@never_cache
@sensitive_post_parameters()
@form_page
def second_step(request: HttpRequest) -> HttpResponse:
    """Set up the second step: give the password, scan or type the secret, give one code. Spare codes are shown once."""
    _ensure_used()
    user = by(request)
    if nomor_perangkat(user) is not None:
        return redirect("akun")
    tujuan = "beranda" if require_second_factor(request) else "akun"
    key = _proven_key(request)
    if key is None:
        return _prove(request, tujuan)
    form = CodeForm(data(request))
    if request.method == "POST" and form.is_valid():
        try:
            installed = second_factor_attach(pengguna=user, key=key, kode=form.cleaned_data["kode"])
        except InputError as error:
            form.add_error("kode", str(error))
        else:
            del request.session[_INSTALLED_KEY]
            request.session[SESSION_KEY] = installed.perangkat
            return _recovery(request, installed.recovery, "Langkah kedua terpasang", tujuan)
    return render(
        request,
        "kecamatan/second_step.html",
        {
            "form": form,
            "required": require_second_factor(request),
            "qr": mark_safe(draw_qr(pengguna=user, key=key)),  # noqa: S308  # drawn by segno from our text
            "key": typed_key(key),
            "username": user.username,
            "next": following(request, tujuan),
        },
    )


@never_cache
@sensitive_post_parameters()
@form_page
def second_factor_delete(request: HttpRequest) -> HttpResponse:
    """Take away one's own second step."""
    _ensure_installed(request)
    form = OldPasswordForm(data(request), request=request)
    if request.method == "POST" and form.is_valid():
        second_factor_detach(pengguna=by(request), by=by(request))
        messages.success(request, "Langkah kedua sudah dilepas.")
        return redirect("akun")
    return render(
        request,
        "kecamatan/second_factor_delete.html",
        {"form": form, "required": require_second_factor(request)},
    )


@never_cache
@sensitive_post_parameters()
@form_page
def recovery_codes(request: HttpRequest) -> HttpResponse:
    """New spare codes, shown once."""
    _ensure_installed(request)
    form = OldPasswordForm(data(request), request=request)
    if request.method == "POST" and form.is_valid():
        return _recovery(request, recovery_codes_create(pengguna=by(request)), "Kode cadangan baru", "akun")
    return render(request, "kecamatan/recovery_codes_new.html", {"form": form})


def _proven_key(request: HttpRequest) -> str | None:
    """The secret that is being set up; None until the password was given, a while ago at most."""
    key, since = request.session.get(_INSTALLED_KEY, ("", 0))
    return key if time.time() - since <= _PROVEN.total_seconds() else None


def _prove(request: HttpRequest, tujuan: str) -> HttpResponse:
    """Ask for the password: a machine that was left alone must not take its owner's account away."""
    form = OldPasswordForm(data(request), request=request)
    if request.method == "POST" and form.is_valid():
        request.session[_INSTALLED_KEY] = [new_key(), time.time()]
        return redirect(f"{reverse('langkah-kedua')}?{urlencode({'next': following(request, tujuan)})}")
    return render(
        request,
        "kecamatan/second_step_password.html",
        {
            "form": form,
            "required": require_second_factor(request),
            "next": following(request, tujuan),
        },
    )


def _recovery(request: HttpRequest, kode: list[str], title: str, tujuan: str) -> HttpResponse:
    return render(
        request,
        "kecamatan/recovery_codes.html",
        {
            "kode": kode,
            "title": title,
            "username": by(request).username,
            "next": following(request, tujuan),
        },
    )


def _ensure_used() -> None:
    if settings.SAKIP_TOTP == "mati":
        raise Http404("langkah kedua tidak dipakai di sini")


def _ensure_installed(request: HttpRequest) -> None:
    _ensure_used()
    if nomor_perangkat(request.user) is None:
        raise Http404("langkah kedua belum terpasang")
