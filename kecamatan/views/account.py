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

from kecamatan.accounts.gate import KUNCI_SESI, utang, wajib_langkah_kedua
from kecamatan.accounts.passwords import sandi_ubah
from kecamatan.accounts.second_step import (
    cadangan_buat,
    cadangan_tersisa,
    gambar_qr,
    kode_periksa,
    kunci_baru,
    kunci_ketik,
    langkah_kedua_lepas,
    langkah_kedua_pasang,
    nomor_perangkat,
)
from kecamatan.forms.account import FormKode, FormSandi, FormSandiLama
from kecamatan.ground.errors import GalatMasukan
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
        "kecamatan/akun.html",
        {
            "orang": user,
            "keanggotaan": user.keanggotaan.select_related("kecamatan", "kabupaten").prefetch_related("unit"),
            "langkah_kedua": settings.SAKIP_TOTP != "mati",
            "terpasang": terpasang,
            "cadangan": cadangan_tersisa(user) if terpasang else 0,
        },
    )


@never_cache
@sensitive_post_parameters()
@formulir
def sandi(request: HttpRequest) -> HttpResponse:
    """Choose another password."""
    user = oleh(request)
    wajib = user.wajib_ganti_sandi
    form = FormSandi(data(request), request=request, pengguna=user)
    if request.method == "POST" and form.is_valid():
        orang = sandi_ubah(pengguna=user, sandi=form.cleaned_data["sandi"])
        update_session_auth_hash(request, orang)  # this session goes on; all others have ended
        messages.success(request, "Kata sandi Anda sudah diganti. Sesi Anda di perangkat lain berakhir.")
        return redirect(berikutnya(request, "beranda" if wajib else "akun"))
    return render(
        request,
        "kecamatan/sandi.html",
        {"form": form, "wajib": wajib, "next": berikutnya(request) if wajib else ""},
    )


@never_cache
@sensitive_post_parameters()
@formulir
def masuk_kode(request: HttpRequest) -> HttpResponse:
    """The second step of signing in."""
    if utang(request) != "masuk-kode":
        return redirect(berikutnya(request))
    user = oleh(request)
    cadangan = (request.POST.get("cara") or request.GET.get("cara")) == "cadangan"
    form = FormKode(data(request), cadangan=cadangan)
    if request.method == "POST" and form.is_valid():
        hasil = kode_periksa(pengguna=user, kode=form.cleaned_data["kode"])
        if hasil.cocok:
            request.session.cycle_key()
            request.session[KUNCI_SESI] = nomor_perangkat(user)
            return redirect(berikutnya(request))
        form.add_error("kode", hasil.pesan)
    return render(
        request,
        "kecamatan/masuk_kode.html",
        {"form": form, "cadangan": cadangan, "next": berikutnya(request)},
    )


@never_cache
@sensitive_post_parameters()
@formulir
def langkah_kedua(request: HttpRequest) -> HttpResponse:
    """Set up the second step: scan or type the secret, then give one code. Its spare codes are shown once."""
    _pastikan_dipakai()
    user = oleh(request)
    if nomor_perangkat(user) is not None:
        return redirect("akun")
    tujuan = "beranda" if wajib_langkah_kedua(request) else "akun"
    kunci: str = request.session.setdefault(_KUNCI_DIPASANG, kunci_baru())
    form = FormKode(data(request))
    if request.method == "POST" and form.is_valid():
        try:
            terpasang = langkah_kedua_pasang(pengguna=user, kunci=kunci, kode=form.cleaned_data["kode"])
        except GalatMasukan as galat:
            form.add_error("kode", str(galat))
        else:
            del request.session[_KUNCI_DIPASANG]
            request.session[KUNCI_SESI] = terpasang.perangkat
            return _cadangan(request, terpasang.cadangan, "Langkah kedua terpasang", tujuan)
    return render(
        request,
        "kecamatan/langkah_kedua.html",
        {
            "form": form,
            "wajib": wajib_langkah_kedua(request),
            "qr": mark_safe(gambar_qr(pengguna=user, kunci=kunci)),  # noqa: S308  # drawn by segno from our text
            "kunci": kunci_ketik(kunci),
            "nama_pengguna": user.username,
            "next": berikutnya(request, tujuan),
        },
    )


@never_cache
@sensitive_post_parameters()
@formulir
def langkah_kedua_hapus(request: HttpRequest) -> HttpResponse:
    """Take away one's own second step."""
    _pastikan_terpasang(request)
    form = FormSandiLama(data(request), request=request)
    if request.method == "POST" and form.is_valid():
        langkah_kedua_lepas(pengguna=oleh(request), oleh=oleh(request))
        messages.success(request, "Langkah kedua sudah dilepas.")
        return redirect("akun")
    return render(
        request,
        "kecamatan/langkah_kedua_hapus.html",
        {"form": form, "wajib": wajib_langkah_kedua(request)},
    )


@never_cache
@sensitive_post_parameters()
@formulir
def kode_cadangan(request: HttpRequest) -> HttpResponse:
    """New spare codes, shown once."""
    _pastikan_terpasang(request)
    form = FormSandiLama(data(request), request=request)
    if request.method == "POST" and form.is_valid():
        return _cadangan(request, cadangan_buat(pengguna=oleh(request)), "Kode cadangan baru", "akun")
    return render(request, "kecamatan/kode_cadangan_baru.html", {"form": form})


def _cadangan(request: HttpRequest, kode: list[str], judul: str, tujuan: str) -> HttpResponse:
    return render(
        request,
        "kecamatan/kode_cadangan.html",
        {
            "kode": kode,
            "judul": judul,
            "nama_pengguna": oleh(request).username,
            "next": berikutnya(request, tujuan),
        },
    )


def _pastikan_dipakai() -> None:
    if settings.SAKIP_TOTP == "mati":
        raise Http404("langkah kedua tidak dipakai di sini")


def _pastikan_terpasang(request: HttpRequest) -> None:
    _pastikan_dipakai()
    if nomor_perangkat(request.user) is None:
        raise Http404("langkah kedua belum terpasang")
