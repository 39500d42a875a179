"""The people of an office: who they are, what they may do where, whether their account is open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from kecamatan.accounts.accounts import (
    pengguna_activate,
    pengguna_change,
    pengguna_create,
    pengguna_deactivate,
    person_fingerprint,
)
from kecamatan.accounts.officials import (
    OFFICIALS,
    offered_officials,
    official_connect,
    official_disconnect,
    official_of,
    still_the_same,
)
from kecamatan.accounts.second_step import second_factor_detach
from kecamatan.authority import Authority
from kecamatan.forms.account import ReasonForm
from kecamatan.forms.people import (
    FilterForm,
    NewPersonForm,
    OfficialForm,
    PersonForm,
)
from kecamatan.ground.trail import record_history
from kecamatan.models import Keanggotaan, Pengguna
from kecamatan.models.pengguna import PLACES
from kecamatan.person_names import names_agree
from kecamatan.views.account_forms import shown_or_stored, stored_by
from kecamatan.views.addresses import by, data, form_page
from kecamatan.views.roles import after_role
from kecamatan.views.seen_people import all_people, managed_or_404, person_or_404

Peran = Keanggotaan.Peran

PER_PAGE: Final = 50
SEND_AGAIN: Final = timedelta(minutes=1)
MOST_HISTORY: Final = 50

#: What the trail says about an account.
ACTIONS: Final = {
    "pengguna.dibuat": "Akun dibuat",
    "pengguna.diubah": "Nama atau surel diubah",
    "surel.diganti": "Surel diganti",
    "pengguna.dinonaktifkan": "Akun dinonaktifkan",
    "pengguna.diaktifkan": "Akun diaktifkan kembali",
    "keanggotaan.dibuat": "Peran ditambahkan",
    "keanggotaan.diubah": "Unit kerja diubah",
    "keanggotaan.dicabut": "Peran dicabut",
    "undangan.dibuat": "Tautan undangan dibuat",
    "undangan.dipakai": "Tautan undangan dipakai, kata sandi dipilih",
    "sandi_pertama.dibuat": "Kata sandi pertama dibuat",
    "sandi.diubah": "Kata sandi diganti sendiri",
    "akun_pejabat.dihubungkan": "Dihubungkan dengan pejabat",
    "akun_pejabat.dilepas": "Dilepas dari pejabat",
    "langkah_kedua.dipasang": "Langkah kedua dipasang",
    "langkah_kedua.dilepas": "Langkah kedua dilepas",
    "kode_cadangan.dibuat": "Kode cadangan dibuat",
    "kode_cadangan.dipakai": "Kode cadangan dipakai untuk masuk",
}


def state(person: Pengguna) -> tuple[str, str]:
    """A person's account in words, and the class of its mark."""
    until = getattr(person, "undangan_sampai", None)
    if not person.is_active:
        return "Nonaktif", "tutup"
    if until is not None:
        return "Menunggu undangan dibuka" if until > timezone.now() else "Undangan lewat", "tunggu"
    if not person.has_usable_password():
        return "Belum ada jalan masuk", "tunggu"
    if person.wajib_ganti_sandi:
        return "Belum mengganti kata sandi pertama", "tunggu"
    if not getattr(person, "connected", True) and _is_official(person):
        return "Aktif, belum dihubungkan dengan pejabat", "tunggu"
    return "Aktif", "baik"


def _is_official(person: Pengguna) -> bool:
    return any(one.peran in OFFICIALS for one in person.keanggotaan.all())


@never_cache
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Everybody in my scope."""
    Authority(by(request))
    form = FilterForm(request.GET)
    content = form.cleaned_data if form.is_valid() else {}
    people = all_people(request)
    total_of_all = people.count()
    if find := content.get("cari", "").strip():
        people = people.filter(Q(nama__icontains=find) | Q(username__icontains=find))
    if peran := content.get("peran"):
        people = people.filter(Exists(Keanggotaan.objects.filter(pengguna=OuterRef("pk"), peran=peran)))
    if choice := content.get("keadaan"):
        people = people.filter(is_active=choice == "aktif")
    sheets = Paginator(people.order_by("nama", "pk"), PER_PAGE).get_page(request.GET.get("lembar"))
    query = request.GET.copy()
    query.pop("lembar", None)
    return render(
        request,
        "kecamatan/pengguna_list.html",
        {
            "form": form,
            "page": sheets,
            "rows": [(one, *state(one)) for one in sheets],
            "total": total_of_all,
            "query": query.urlencode(),
        },
    )


@never_cache
@require_safe
def details(request: HttpRequest, pk: int) -> HttpResponse:
    """One person: peran, state of the account, history, and what may be done about it."""
    authority, person = person_or_404(request, pk)
    sebutan, mark = state(person)
    tie = official_of(person)
    return render(
        request,
        "kecamatan/pengguna_details.html",
        {
            "person": person,
            "state": sebutan,
            "mark": mark,
            "may_manage": authority.may_manage(person),
            "is_self": person.pk == request.user.pk,
            "tie": tie,
            "another_person": tie is not None and not still_the_same(tie),
            "is_official": _is_official(person),
            "keanggotaan": [(k, authority.may_change(k)) for k in person.keanggotaan.all()],
            "history": [
                (j, ACTIONS.get(j.tindakan, j.tindakan)) for j in record_history(person)[:MOST_HISTORY]
            ],
        },
    )


@never_cache
@form_page
def new(request: HttpRequest) -> HttpResponse:
    """Add a person, of the peran and place that the address names; how they come in is the next step."""
    authority = Authority(by(request))
    start = {name: request.GET.get(name, "") for name in ("peran", "wilayah")}
    form = NewPersonForm(data(request), authority=authority, initial=start)

    def store(content: dict[str, Any]) -> HttpResponse:
        person = pengguna_create(
            **{n: content[n] for n in ("username", "nama", "surel", "peran", *PLACES)},
            by=by(request),
        )
        messages.success(
            request,
            f"Akun {person} sudah dibuat. Berikutnya: beri jalan masuk, dengan tautan atau lembar cetak.",
        )
        return after_role(person.keanggotaan.get())

    if answers := stored_by(form, store):
        return answers
    if form.is_bound and (twin := _just_made(request)):
        return after_role(twin)
    return render(request, "kecamatan/pengguna_new.html", {"form": form})


@never_cache
@form_page
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a name or surel."""
    person = managed_or_404(request, pk)
    form = PersonForm(data(request), initial={"nama": person.nama, "surel": person.email})

    def store(content: dict[str, Any]) -> HttpResponse:
        pengguna_change(
            pengguna=person,
            nama=content["nama"],
            surel=content["surel"],
            fingerprint=request.POST.get("sidik", ""),
            by=by(request),
        )
        return redirect("pengguna-rinci", pk=person.pk)

    context = {"form": form, "person": person, "fingerprint": person_fingerprint(person)}
    stored = f"nama {person.nama}, surel {person.email or 'kosong'}"
    return shown_or_stored(request, form, store, "kecamatan/pengguna_change.html", context, person, stored)


@never_cache
@form_page
def deactivate(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then close an account."""
    page = "kecamatan/pengguna_deactivate.html"
    return _with_reason(request, pk, pengguna_deactivate, "Akun {} dinonaktifkan.", page)


@never_cache
@form_page
def activate(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then open an account again."""
    person = managed_or_404(request, pk)
    if request.method == "POST":
        pengguna_activate(pengguna=person, by=by(request))
        messages.success(request, f"Akun {person} aktif kembali.")
        return redirect("pengguna-rinci", pk=person.pk)
    return render(request, "kecamatan/pengguna_activate.html", {"person": person})


@never_cache
@form_page
def detach_second_factor(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then take away the second step of somebody who lost the phone."""
    page = "kecamatan/pengguna_second_step.html"
    return _with_reason(request, pk, second_factor_detach, "Langkah kedua {} sudah dilepas.", page)


@never_cache
@form_page
def official(request: HttpRequest, pk: int) -> HttpResponse:
    """Say which official the account of a camat or kepala daerah is; who has its name is offered first."""
    person = managed_or_404(request, pk)
    offered = offered_officials(person, by(request))
    tie = official_of(person)
    of_the_name = [one for one in offered if names_agree(one.nama, person.nama)]
    likely = tie.pejabat if tie else of_the_name[0] if len(of_the_name) == 1 else None
    form = OfficialForm(data(request), initial={"pejabat": likely}, officials=offered)

    def store(content: dict[str, Any]) -> HttpResponse:
        found = official_connect(pengguna=person, pejabat=content["pejabat"], by=by(request))
        messages.success(request, f"{found.nama} sekarang pemegang akun {person.username}.")
        return redirect("pengguna-rinci", pk=person.pk)

    return stored_by(form, store) or render(
        request,
        "kecamatan/pengguna_official.html",
        {"form": form, "person": person, "tie": tie, "offered": offered},
    )


@never_cache
@form_page
def official_detach(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then say that the account is no official's any more."""
    page = "kecamatan/pengguna_official_detach.html"
    return _with_reason(request, pk, official_disconnect, "Akun {} dilepas dari pejabatnya.", page)


def _with_reason(
    request: HttpRequest, pk: int, act: Callable[..., object], done: str, page: str
) -> HttpResponse:
    """Ask why, then do it to an account that the user may manage; ``done`` says so of the person."""
    person = managed_or_404(request, pk)
    form = ReasonForm(data(request))
    if request.method == "POST" and form.is_valid():
        act(pengguna=person, by=by(request), alasan=form.cleaned_data["alasan"])
        messages.success(request, done.format(person))
        return redirect("pengguna-rinci", pk=person.pk)
    return render(request, page, {"form": form, "person": person})


def _just_made(request: HttpRequest) -> Keanggotaan | None:
    """The first peran of the person whom the same form made a moment ago: it was sent twice."""
    username = request.POST.get("username", "").strip().lower()
    person = Pengguna.objects.for_user(request.user).filter(username=username).first()
    if person is None:
        return None
    just_now = timezone.now() - SEND_AGAIN
    made = (
        record_history(person)
        .filter(tindakan="pengguna.dibuat", pengguna=by(request), waktu__gt=just_now)
        .first()
    )
    entries = {nama: request.POST.get(nama, "").strip() for nama in ("nama", "surel")}
    if made is None or made.sesudah != entries:
        return None
    return Keanggotaan.objects.filter(pengguna=person, peran=request.POST.get("peran")).first()
