"""The sign-in form."""

from __future__ import annotations

from typing import Any, Final

from django.contrib.auth.forms import AuthenticationForm
from django.core.validators import MaxLengthValidator
from django.http import HttpRequest

from kecamatan.forms.layout import LaidOutForm

_TOO_LONG: Final = "Nama pengguna paling panjang %(limit_value)d karakter. Tulis nama pengguna saja."


class SignInForm(LaidOutForm, AuthenticationForm):
    """Sign-in. One message for a wrong name, a wrong password and a closed account: it must not tell which."""

    error_messages = {  # noqa: RUF012  # an instance attribute of the base, never changed
        "invalid_login": "Nama pengguna atau kata sandi tidak cocok. Periksa keduanya, lalu coba lagi.",
        "inactive": "Nama pengguna atau kata sandi tidak cocok. Periksa keduanya, lalu coba lagi.",
    }

    def __init__(self, request: HttpRequest | None = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(request, *args, **kwargs)
        name: Any = self.fields["username"]
        name.label = "Nama pengguna"
        # Django says the length to the browser alone; of a name of 100.000 letters SQLite cannot even look for one.
        name.validators.append(MaxLengthValidator(name.max_length, _TOO_LONG))
        self.fields["password"].label = "Kata sandi"
        self.fields["username"].error_messages["required"] = "Isi nama pengguna."
        self.fields["password"].error_messages["required"] = "Isi kata sandi."
        for nama in self.errors:
            if nama in self.fields:
                self.fields[nama].widget.attrs["aria-invalid"] = "true"
