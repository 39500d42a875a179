"""Ways in: made by who keeps the account, shown once, used by its owner."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from kecamatan.accounts.passwords import (
    InvitationExpired,
    first_password_create,
    invitation_create,
    invitation_for,
    invitation_use,
)
from kecamatan.forms.account import NewPasswordForm
from kecamatan.ground.errors import InputError
from kecamatan.views.addresses import by, data, form_page
from kecamatan.views.seen_people import managed_or_404

#: The address holds the token: it is told to nobody, not even to our own pages. Not "no-referrer", with which
#: browsers hide the origin of a form as well, and the form would be refused as coming from elsewhere.
_HIDE_ADDRESS = "strict-origin"


@never_cache
@form_page
def invite(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then make a link; it is shown in the answer and never again."""
    person = managed_or_404(request, pk)
    error = ""
    if request.method == "POST":
        try:
            new = invitation_create(pengguna=person, by=by(request))
        except InputError as refused:
            error = str(refused)
        else:
            link = request.build_absolute_uri(reverse("undangan", args=[new.token]))
            return render(
                request,
                "kecamatan/invitation_show.html",
                {"person": person, "link": link, "until": new.berlaku_sampai},
            )
    return render(request, "kecamatan/invitation_create.html", {"person": person, "error": error})


@never_cache
@form_page
def first_password(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then make a first password on a sheet to be printed; it is shown in the answer and never again."""
    person = managed_or_404(request, pk)
    error = ""
    if request.method == "POST":
        try:
            password = first_password_create(pengguna=person, by=by(request))
        except InputError as refused:
            error = str(refused)
        else:
            return render(
                request,
                "kecamatan/first_password_show.html",
                {
                    "person": person,
                    "password": password,
                    "address": request.build_absolute_uri("/"),
                    "today": timezone.localdate(),
                },
            )
    return render(request, "kecamatan/first_password_create.html", {"person": person, "error": error})


@login_not_required
@never_cache
@sensitive_post_parameters()
@form_page
def accept(request: HttpRequest, token: str) -> HttpResponse:
    """Choose a password with a link. What is wrong with one that does not work is not told."""
    try:
        person = invitation_for(token=token)
        form = NewPasswordForm(data(request), pengguna=person)
        if request.method == "POST" and form.is_valid():
            invitation_use(token=token, password=form.cleaned_data["sandi"])
            logout(request)  # whoever was signed in here is not who comes in now
            messages.success(request, "Kata sandi Anda tersimpan. Silakan masuk.")
            answers: HttpResponse = redirect("masuk")
        else:
            answers = render(request, "kecamatan/invitation.html", {"person": person, "form": form})
    except InvitationExpired:
        answers = render(request, "kecamatan/invitation_expired.html", status=410)
    answers["Referrer-Policy"] = _HIDE_ADDRESS
    return answers
