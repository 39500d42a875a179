"""The sign-in form."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest

from kecamatan.forms.layout import LaidOutForm


class SignInForm(LaidOutForm, AuthenticationForm):
    """Sign-in. One message for a wrong name, a wrong password and a closed account: it must not tell which."""

    error_messages = {  # noqa: RUF012  # an instance attribute of the base, never changed
        "invalid_login": "Nama pengguna atau kata sandi tidak cocok. Periksa keduanya, lalu coba lagi.",
        "inactive": "Nama pengguna atau kata sandi tidak cocok. Periksa keduanya, lalu coba lagi.",
    }

    def __init__(self, request: HttpRequest | None = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(request, *args, **kwargs)
        self.fields["username"].label = "Nama pengguna"
        self.fields["password"].label = "Kata sandi"
        self.fields["username"].error_messages["required"] = "Isi nama pengguna."
        self.fields["password"].error_messages["required"] = "Isi kata sandi."
        for nama in self.errors:
            if nama in self.fields:
                self.fields[nama].widget.attrs["aria-invalid"] = "true"
