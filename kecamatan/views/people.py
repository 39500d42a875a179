"""The people of an office: who they are, what they may do where, whether their account is open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from django_otp.plugins.otp_totp.models import TOTPDevice

from kecamatan.accounts.accounts import (
    LETAK_GALAT,
    AccountChanged,
    membership_add,
    membership_change_unit,
    membership_revoke,
    pengguna_activate,
    pengguna_change,
    pengguna_create,
    pengguna_deactivate,
    person_fingerprint,
    unit_fingerprint,
)
from kecamatan.accounts.second_step import second_factor_detach
from kecamatan.authority import Wewenang
from kecamatan.forms.account import ReasonForm
from kecamatan.forms.people import FilterForm, NewPersonForm, OperatorUnitsForm, PersonForm, RoleForm
from kecamatan.ground.errors import InputError
from kecamatan.ground.trail import record_history
from kecamatan.models import Keanggotaan, Pengguna, Undangan, UnitKerja
from kecamatan.views.addresses import data, oleh

formulir = require_http_methods(["GET", "HEAD", "POST"])

Peran = Keanggotaan.Peran

PER_HALAMAN: Final = 50
KIRIM_ULANG: Final = timedelta(minutes=1)
RIWAYAT_TERBANYAK: Final = 50

#: What the trail says about an account.
TINDAKAN: Final = {
    "pengguna.dibuat": "Akun dibuat",
    "pengguna.diubah": "Nama atau surel diubah",
    "pengguna.dinonaktifkan": "Akun dinonaktifkan",
    "pengguna.diaktifkan": "Akun diaktifkan kembali",
    "keanggotaan.dibuat": "Peran ditambahkan",
    "keanggotaan.diubah": "Unit kerja diubah",
    "keanggotaan.dicabut": "Peran dicabut",
    "undangan.dibuat": "Tautan undangan dibuat",
    "undangan.dipakai": "Tautan undangan dipakai, kata sandi dipilih",
    "sandi_pertama.dibuat": "Kata sandi pertama dibuat",
    "sandi.diubah": "Kata sandi diganti sendiri",
    "langkah_kedua.dipasang": "Langkah kedua dipasang",
    "langkah_kedua.dilepas": "Langkah kedua dilepas",
    "kode_cadangan.dibuat": "Kode cadangan dibuat",
    "kode_cadangan.dipakai": "Kode cadangan dipakai untuk masuk",
}


def semua_orang(request: HttpRequest) -> QuerySet[Pengguna]:
    """People whom the user sees, with what the pages say about them (one query, and two for their peran)."""
    terbuka = Undangan.objects.filter(pengguna=OuterRef("pk"), dipakai_pada=None, dicabut_pada=None)
    return (
        Pengguna.objects.for_user(request.user)
        .annotate(
            berkode=Exists(TOTPDevice.objects.filter(user=OuterRef("pk"), confirmed=True)),
            undangan_sampai=Subquery(terbuka.order_by().values("berlaku_sampai")[:1]),
        )
        .prefetch_related(
            Prefetch(
                "keanggotaan",
                Keanggotaan.objects.select_related("kecamatan", "kabupaten").prefetch_related("unit"),
            )
        )
    )


def person_or_404(request: HttpRequest, pk: int) -> tuple[Wewenang, Pengguna]:
    """What the user may do, and the person of the page; 403 for who keeps no accounts, 404 outside their scope."""
    wewenang = Wewenang(oleh(request))
    return wewenang, get_object_or_404(semua_orang(request), pk=pk)


def managed_or_404(request: HttpRequest, pk: int) -> Pengguna:
    """The person of a page that changes their account; 403 unless the user keeps it."""
    wewenang, orang = person_or_404(request, pk)
    wewenang.ensure_may_manage(orang)
    return orang


def keadaan(orang: Pengguna) -> tuple[str, str]:
    """A person's account in words, and the class of its mark."""
    sampai = getattr(orang, "undangan_sampai", None)
    if not orang.is_active:
        return "Nonaktif", "tutup"
    if sampai is not None:
        return "Menunggu undangan dibuka" if sampai > timezone.now() else "Undangan lewat", "tunggu"
    if not orang.has_usable_password():
        return "Belum ada jalan masuk", "tunggu"
    if orang.wajib_ganti_sandi:
        return "Belum mengganti kata sandi pertama", "tunggu"
    return "Aktif", "baik"


@never_cache
@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Everybody in my scope."""
    Wewenang(oleh(request))
    form = FilterForm(request.GET)
    isi = form.cleaned_data if form.is_valid() else {}
    orang = semua_orang(request)
    jumlah_semua = orang.count()
    if cari := isi.get("cari", "").strip():
        orang = orang.filter(Q(nama__icontains=cari) | Q(username__icontains=cari))
    if peran := isi.get("peran"):
        orang = orang.filter(Exists(Keanggotaan.objects.filter(pengguna=OuterRef("pk"), peran=peran)))
    if pilihan := isi.get("keadaan"):
        orang = orang.filter(is_active=pilihan == "aktif")
    lembar = Paginator(orang.order_by("nama", "pk"), PER_HALAMAN).get_page(request.GET.get("lembar"))
    query = request.GET.copy()
    query.pop("lembar", None)
    return render(
        request,
        "kecamatan/pengguna_list.html",
        {
            "form": form,
            "lembar": lembar,
            "baris": [(satu, *keadaan(satu)) for satu in lembar],
            "jumlah_semua": jumlah_semua,
            "query": query.urlencode(),
        },
    )


@never_cache
@require_safe
def rinci(request: HttpRequest, pk: int) -> HttpResponse:
    """One person: peran, state of the account, history, and what may be done about it."""
    wewenang, orang = person_or_404(request, pk)
    sebutan, tanda = keadaan(orang)
    return render(
        request,
        "kecamatan/pengguna_details.html",
        {
            "orang": orang,
            "keadaan": sebutan,
            "tanda": tanda,
            "kelola": wewenang.may_manage(orang),
            "sendiri": orang.pk == request.user.pk,
            "keanggotaan": [(k, wewenang.may_change(k)) for k in orang.keanggotaan.all()],
            "riwayat": [
                (j, TINDAKAN.get(j.tindakan, j.tindakan)) for j in record_history(orang)[:RIWAYAT_TERBANYAK]
            ],
        },
    )


@never_cache
@formulir
def baru(request: HttpRequest) -> HttpResponse:
    """Add a person; how they come in is the next step."""
    wewenang = Wewenang(oleh(request))
    form = NewPersonForm(data(request), wewenang=wewenang)

    def store(isi: dict[str, Any]) -> HttpResponse:
        orang = pengguna_create(
            **{n: isi[n] for n in ("username", "nama", "surel", "peran", "kecamatan", "kabupaten")},
            oleh=oleh(request),
        )
        messages.success(
            request,
            f"Akun {orang} sudah dibuat. Berikutnya: beri jalan masuk, dengan tautan atau lembar cetak.",
        )
        return _setelah_peran(orang.keanggotaan.get())

    if jawaban := _isi(form, store):
        return jawaban
    if form.is_bound and (kembar := _baru_saja_dibuat(request)):
        return _setelah_peran(kembar)
    return render(request, "kecamatan/pengguna_new.html", {"form": form})


@never_cache
@formulir
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a name or surel."""
    orang = managed_or_404(request, pk)
    form = PersonForm(data(request), initial={"nama": orang.nama, "surel": orang.email})

    def store(isi: dict[str, Any]) -> HttpResponse:
        pengguna_change(
            pengguna=orang,
            nama=isi["nama"],
            surel=isi["surel"],
            sidik=request.POST.get("sidik", ""),
            oleh=oleh(request),
        )
        return redirect("pengguna-rinci", pk=orang.pk)

    konteks = {"form": form, "orang": orang, "sidik": person_fingerprint(orang)}
    tersimpan = f"nama {orang.nama}, surel {orang.email or 'kosong'}"
    return _fill_keyed(request, form, store, "kecamatan/pengguna_change.html", konteks, orang, tersimpan)


@never_cache
@formulir
def nonaktifkan(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then close an account."""
    halaman = "kecamatan/pengguna_deactivate.html"
    return _with_reason(request, pk, pengguna_deactivate, "Akun {} dinonaktifkan.", halaman)


@never_cache
@formulir
def aktifkan(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then open an account again."""
    halaman = "kecamatan/pengguna_activate.html"
    return _with_reason(request, pk, pengguna_activate, "Akun {} aktif kembali.", halaman)


@never_cache
@formulir
def detach_second_factor(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then take away the second step of somebody who lost the phone."""
    halaman = "kecamatan/pengguna_second_step.html"
    return _with_reason(request, pk, second_factor_detach, "Langkah kedua {} sudah dilepas.", halaman)


def _with_reason(
    request: HttpRequest, pk: int, act: Callable[..., object], done: str, halaman: str
) -> HttpResponse:
    """Ask why, then do it to an account that the user may manage; ``done`` says so of the person."""
    orang = managed_or_404(request, pk)
    form = ReasonForm(data(request))
    if request.method == "POST" and form.is_valid():
        act(pengguna=orang, oleh=oleh(request), alasan=form.cleaned_data["alasan"])
        messages.success(request, done.format(orang))
        return redirect("pengguna-rinci", pk=orang.pk)
    return render(request, halaman, {"form": form, "orang": orang})


@never_cache
@formulir
def peran_baru(request: HttpRequest, pk: int) -> HttpResponse:
    """Give one more peran."""
    wewenang, orang = person_or_404(request, pk)
    _bukan_sendiri(wewenang, orang)
    form = RoleForm(data(request), wewenang=wewenang)

    def store(isi: dict[str, Any]) -> HttpResponse:
        keanggotaan = membership_add(
            pengguna=orang,
            peran=isi["peran"],
            kecamatan=isi["kecamatan"],
            kabupaten=isi["kabupaten"],
            oleh=oleh(request),
        )
        messages.success(
            request, f"Peran {keanggotaan.get_peran_display()} di {keanggotaan.wilayah} ditambahkan."
        )
        return _setelah_peran(keanggotaan)

    return _isi(form, store) or render(request, "kecamatan/role_new.html", {"form": form, "orang": orang})


@never_cache
@formulir
def peran_unit(request: HttpRequest, pk: int, keanggotaan: int) -> HttpResponse:
    """Narrow an operator to some units."""
    orang, anggota = _role_or_404(request, pk, keanggotaan, peran=Peran.OPERATOR)
    awal = {"unit": list(anggota.unit.all())}
    form = OperatorUnitsForm(data(request), initial=awal, keanggotaan=anggota)

    def store(isi: dict[str, Any]) -> HttpResponse:
        membership_change_unit(
            keanggotaan=anggota,
            unit=isi["unit"],
            sidik=request.POST.get("sidik", ""),
            oleh=oleh(request),
        )
        return redirect("pengguna-rinci", pk=orang.pk)

    konteks = {"form": form, "orang": orang, "keanggotaan": anggota, "sidik": unit_fingerprint(anggota)}
    tersimpan = ", ".join(u.nama for u in awal["unit"]) or "seluruh kecamatan"
    return _fill_keyed(request, form, store, "kecamatan/role_unit.html", konteks, orang, tersimpan)


@never_cache
@formulir
def role_revoke(request: HttpRequest, pk: int, keanggotaan: int) -> HttpResponse:
    """Ask, then take a peran away."""
    orang, anggota = _role_or_404(request, pk, keanggotaan)
    form = ReasonForm(data(request))

    def store(isi: dict[str, Any]) -> HttpResponse:
        membership_revoke(keanggotaan=anggota, oleh=oleh(request), alasan=isi["alasan"])
        messages.success(request, f"Peran {anggota.get_peran_display()} di {anggota.wilayah} dicabut.")
        # Without this peran the person may be out of the user's sight.
        masih = Pengguna.objects.for_user(request.user).filter(pk=orang.pk).exists()
        return redirect("pengguna-rinci", pk=orang.pk) if masih else redirect("pengguna")

    return _isi(form, store) or render(
        request, "kecamatan/role_revoke.html", {"form": form, "orang": orang, "keanggotaan": anggota}
    )


def _baru_saja_dibuat(request: HttpRequest) -> Keanggotaan | None:
    """The first peran of the person whom the same form made a moment ago: it was sent twice."""
    username = request.POST.get("username", "").strip().lower()
    orang = Pengguna.objects.for_user(request.user).filter(username=username).first()
    if orang is None:
        return None
    baru_saja = timezone.now() - KIRIM_ULANG
    dibuat = (
        record_history(orang)
        .filter(tindakan="pengguna.dibuat", pengguna=oleh(request), waktu__gt=baru_saja)
        .first()
    )
    isian = {nama: request.POST.get(nama, "").strip() for nama in ("nama", "surel")}
    if dibuat is None or dibuat.sesudah != isian:
        return None
    return Keanggotaan.objects.filter(pengguna=orang, peran=request.POST.get("peran")).first()


def _isi(form: Form, store: Callable[[dict[str, Any]], HttpResponse]) -> HttpResponse | None:
    """Save a form that came in; None when it is to be shown (again), with what is wrong in its fields."""
    if not form.is_bound or not form.is_valid():
        return None
    try:
        return store(form.cleaned_data)
    except InputError as galat:
        form.add_error(None, str(galat))
    except ValidationError as galat:
        for satu in galat.error_list if not hasattr(galat, "error_dict") else _semua(galat):
            letak = LETAK_GALAT.get(satu.code or "")
            form.add_error(letak if letak in form.fields else None, satu.messages[0])
    return None


def _semua(galat: ValidationError) -> list[ValidationError]:
    return [satu for daftar_galat in galat.error_dict.values() for satu in daftar_galat]


def _fill_keyed(
    request: HttpRequest,
    form: Form,
    store: Callable[[dict[str, Any]], HttpResponse],
    templat: str,
    konteks: dict[str, Any],
    orang: Pengguna,
    tersimpan: str,
) -> HttpResponse:
    """As :func:`_isi`; a form that was overtaken comes back as 409 with what is stored, by whom and when."""
    try:
        if jawaban := _isi(form, store):
            return jawaban
    except AccountChanged:
        konteks |= {"bentrok": record_history(orang).first(), "tersimpan": tersimpan}
        return render(request, templat, konteks, status=409)
    return render(request, templat, konteks)


def _role_or_404(
    request: HttpRequest, pk: int, keanggotaan: int, **syarat: Any
) -> tuple[Pengguna, Keanggotaan]:
    wewenang, orang = person_or_404(request, pk)
    anggota = get_object_or_404(
        orang.keanggotaan.select_related("kecamatan", "kabupaten", "pengguna"), pk=keanggotaan, **syarat
    )
    wewenang.ensure_may_change(anggota)
    return orang, anggota


def _bukan_sendiri(wewenang: Wewenang, orang: Pengguna) -> None:
    if orang.pk == wewenang.oleh.pk:
        wewenang.ensure_may_manage(orang)


def _setelah_peran(keanggotaan: Keanggotaan) -> HttpResponse:
    """An operator of a kecamatan with units may be narrowed to some; else the person's page."""
    if (
        keanggotaan.peran == Peran.OPERATOR
        and UnitKerja.objects.filter(kecamatan=keanggotaan.kecamatan_id).exists()
    ):
        return redirect("keanggotaan-unit", pk=keanggotaan.pengguna_id, keanggotaan=keanggotaan.pk)
    return redirect("pengguna-rinci", pk=keanggotaan.pengguna_id)
