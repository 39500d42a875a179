"""One's own account: what it may do, its password, its second step."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from kecamatan.accounts.gate import KUNCI_SESI, require_second_factor, utang
from kecamatan.accounts.passwords import password_change
from kecamatan.accounts.second_step import (
    draw_qr,
    kode_periksa,
    kunci_baru,
    kunci_ketik,
    nomor_perangkat,
    recovery_codes_create,
    recovery_codes_left,
    second_factor_attach,
    second_factor_detach,
)
from kecamatan.forms.account import CodeForm, OldPasswordForm, PasswordForm
from kecamatan.ground.errors import InputError
from kecamatan.views.addresses import berikutnya, data, oleh

#: The secret that is being set up, until its first right code.
_KUNCI_DIPASANG = "langkah_kedua_dipasang"

formulir = require_http_methods(["GET", "HEAD", "POST"])


@never_cache
@require_safe
def akun(request: HttpRequest) -> HttpResponse:
    """Who I am here, and what I may change about it."""
    user = oleh(request)
    terpasang = nomor_perangkat(user) is not None
    return render(
        request,
        "kecamatan/account.html",
        {
            "orang": user,
            "keanggotaan": user.keanggotaan.select_related("kecamatan", "kabupaten").prefetch_related("unit"),
            "langkah_kedua": settings.SAKIP_TOTP != "mati",
            "terpasang": terpasang,
            "cadangan": recovery_codes_left(user) if terpasang else 0,
        },
    )


@never_cache
@sensitive_post_parameters()
@formulir
def sandi(request: HttpRequest) -> HttpResponse:
    """Choose another password."""
    user = oleh(request)
    wajib = user.wajib_ganti_sandi
    form = PasswordForm(data(request), request=request, pengguna=user)
    if request.method == "POST" and form.is_valid():
        orang = password_change(pengguna=user, sandi=form.cleaned_data["sandi"])
        update_session_auth_hash(request, orang)  # this session goes on; all others have ended
        messages.success(request, "Kata sandi Anda sudah diganti. Sesi Anda di perangkat lain berakhir.")
        return redirect(berikutnya(request, "beranda" if wajib else "akun"))
    return render(
        request,
        "kecamatan/password.html",
        {"form": form, "wajib": wajib, "next": berikutnya(request) if wajib else ""},
    )


@never_cache
@sensitive_post_parameters()
@formulir
def sign_in_code(request: HttpRequest) -> HttpResponse:
    """The second step of signing in."""
    if utang(request) != "masuk-kode":
        return redirect(berikutnya(request))
    user = oleh(request)
    cadangan = (request.POST.get("cara") or request.GET.get("cara")) == "cadangan"
    form = CodeForm(data(request), cadangan=cadangan)
    if request.method == "POST" and form.is_valid():
        hasil = kode_periksa(pengguna=user, kode=form.cleaned_data["kode"])
        if hasil.cocok:
            request.session.cycle_key()
            request.session[KUNCI_SESI] = nomor_perangkat(user)
            return redirect(berikutnya(request))
        form.add_error("kode", hasil.pesan)
    return render(
        request,
        "kecamatan/sign_in_code.html",
        {"form": form, "cadangan": cadangan, "next": berikutnya(request)},
    )


@never_cache
@sensitive_post_parameters()
@formulir
def langkah_kedua(request: HttpRequest) -> HttpResponse:
    """Set up the second step: scan or type the secret, then give one code. Its spare codes are shown once."""
    _ensure_used()
    user = oleh(request)
    if nomor_perangkat(user) is not None:
        return redirect("akun")
    tujuan = "beranda" if require_second_factor(request) else "akun"
    kunci: str = request.session.setdefault(_KUNCI_DIPASANG, kunci_baru())
    form = CodeForm(data(request))
    if request.method == "POST" and form.is_valid():
        try:
            terpasang = second_factor_attach(pengguna=user, kunci=kunci, kode=form.cleaned_data["kode"])
        except InputError as galat:
            form.add_error("kode", str(galat))
        else:
            del request.session[_KUNCI_DIPASANG]
            request.session[KUNCI_SESI] = terpasang.perangkat
            return _cadangan(request, terpasang.cadangan, "Langkah kedua terpasang", tujuan)
    return render(
        request,
        "kecamatan/second_step.html",
        {
            "form": form,
            "wajib": require_second_factor(request),
            "qr": mark_safe(draw_qr(pengguna=user, kunci=kunci)),  # noqa: S308  # drawn by segno from our text
            "kunci": kunci_ketik(kunci),
            "nama_pengguna": user.username,
            "next": berikutnya(request, tujuan),
        },
    )


@never_cache
@sensitive_post_parameters()
@formulir
def second_factor_delete(request: HttpRequest) -> HttpResponse:
    """Take away one's own second step."""
    _ensure_installed(request)
    form = OldPasswordForm(data(request), request=request)
    if request.method == "POST" and form.is_valid():
        second_factor_detach(pengguna=oleh(request), oleh=oleh(request))
        messages.success(request, "Langkah kedua sudah dilepas.")
        return redirect("akun")
    return render(
        request,
        "kecamatan/second_factor_delete.html",
        {"form": form, "wajib": require_second_factor(request)},
    )


@never_cache
@sensitive_post_parameters()
@formulir
def kode_cadangan(request: HttpRequest) -> HttpResponse:
    """New spare codes, shown once."""
    _ensure_installed(request)
    form = OldPasswordForm(data(request), request=request)
    if request.method == "POST" and form.is_valid():
        return _cadangan(request, recovery_codes_create(pengguna=oleh(request)), "Kode cadangan baru", "akun")
    return render(request, "kecamatan/recovery_codes_new.html", {"form": form})


def _cadangan(request: HttpRequest, kode: list[str], judul: str, tujuan: str) -> HttpResponse:
    return render(
        request,
        "kecamatan/recovery_codes.html",
        {
            "kode": kode,
            "judul": judul,
            "nama_pengguna": oleh(request).username,
            "next": berikutnya(request, tujuan),
        },
    )


def _ensure_used() -> None:
    if settings.SAKIP_TOTP == "mati":
        raise Http404("langkah kedua tidak dipakai di sini")


def _ensure_installed(request: HttpRequest) -> None:
    _ensure_used()
    if nomor_perangkat(request.user) is None:
        raise Http404("langkah kedua belum terpasang")
