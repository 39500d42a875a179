"""Forms about one's own account: password, code, and the reason for what is done to somebody else's."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth import authenticate
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from kecamatan.accounts.demo import DEMO_PASSWORD
from kecamatan.forms.layout import LaidOutForm
from kecamatan.forms.text_fields import TidyField
from kecamatan.models import Pengguna

#: What Django's rules for passwords say, in words that tell what to do.
_PASSWORD_MESSAGES: dict[str, str] = {
    "password_too_short": "Isi kata sandi sedikitnya 12 karakter.",
    "password_too_similar": "Pilih kata sandi yang tidak mirip dengan nama, nama pengguna, atau surel Anda.",
    "password_too_common": "Pilih kata sandi lain; yang ini termasuk yang paling mudah ditebak.",
    "password_entirely_numeric": "Tambahkan huruf; kata sandi tidak boleh angka semua.",
}

PASSWORDS_HELP = "Sedikitnya 12 karakter. Empat kata yang tidak berhubungan mudah diingat dan sukar ditebak."


def password_field(label: str, message: str, *, new: bool = False, help: str = "") -> forms.CharField:
    """A field for a password, as browsers and their password books know it."""
    return forms.CharField(
        label=label,
        help_text=help,
        strip=False,
        error_messages={"required": message},
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password" if new else "current-password"}),
    )


class NewPasswordForm(LaidOutForm, forms.Form):
    """A new password, twice."""

    sandi = password_field("Kata sandi baru", "Isi kata sandi baru.", new=True, help=PASSWORDS_HELP)
    ulangan = password_field("Ulangi kata sandi baru", "Isi kata sandi baru sekali lagi.", new=True)

    def __init__(self, *args: Any, pengguna: Pengguna, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pengguna = pengguna

    def clean_sandi(self) -> str:
        """Strong enough, and none of the demo's."""
        password: str = self.cleaned_data["sandi"]
        if settings.IS_PRODUCTION and DEMO_PASSWORD.fullmatch(password):
            raise ValidationError("Pilih kata sandi lain; yang ini tercantum dalam panduan demo.")
        try:
            validate_password(password, self.pengguna)
        except ValidationError as error:
            raise ValidationError(
                [_PASSWORD_MESSAGES.get(one.code or "", one.messages[0]) for one in error.error_list]
            ) from error
        return password

    def clean(self) -> dict[str, Any]:
        """Both are alike."""
        content: dict[str, Any] = super().clean() or {}
        if {"sandi", "ulangan"} <= content.keys() and content["sandi"] != content["ulangan"]:
            self.add_error(
                "ulangan", "Kedua kata sandi baru tidak sama. Isi ulang dengan kata sandi yang sama."
            )
        return content


class OldPasswordForm(LaidOutForm, forms.Form):
    """The present password, as a proof that the person at the machine is who signed in.

    It goes through the sign-in's own gate, which counts wrong ones and locks.
    """

    lama = password_field("Kata sandi sekarang", "Isi kata sandi yang sekarang.")

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request

    def clean_lama(self) -> str:
        """It is theirs."""
        old: str = self.cleaned_data["lama"]
        if authenticate(self.request, username=self.request.user.get_username(), password=old) is None:
            raise ValidationError(
                "Kata sandi yang sekarang tidak cocok. Isi kata sandi yang tadi dipakai masuk."
            )
        return old


class PasswordForm(OldPasswordForm, NewPasswordForm):
    """Change one's own password."""

    field_order = ("lama", "sandi", "ulangan")

    def clean(self) -> dict[str, Any]:
        """The new one is another one."""
        content = super().clean()
        if "lama" in content and content["lama"] == content.get("sandi"):
            self.add_error("sandi", "Pilih kata sandi yang berbeda dari yang sekarang.")
        return content


class CodeForm(LaidOutForm, forms.Form):
    """A code of the application; with ``recovery`` a spare code from paper."""

    kode = forms.CharField(
        max_length=20,
        error_messages={
            "max_length": "Isi enam angka dari aplikasi, atau delapan huruf dan angka kode cadangan."
        },
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )

    def __init__(self, *args: Any, recovery: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kode = self.fields["kode"]
        if recovery:
            kode.label = "Kode cadangan"
            kode.error_messages["required"] = "Isi salah satu kode cadangan yang belum dipakai."
            kode.widget.attrs["autocomplete"] = "off"
        else:
            kode.label = "Kode enam angka"
            kode.error_messages["required"] = "Isi kode yang sedang tampil di aplikasi autentikator."
            kode.widget.attrs["inputmode"] = "numeric"

    def clean_kode(self) -> str:
        """People type the gaps that they see."""
        return "".join(self.cleaned_data["kode"].split())


class ReasonForm(LaidOutForm, forms.Form):
    """Why."""

    alasan = TidyField(
        label="Alasan (opsional)",
        help_text="Tercatat dalam riwayat akun.",
        required=False,
        max_length=300,
        error_messages={"max_length": "Tulis alasan paling banyak 300 karakter."},
        widget=forms.Textarea(attrs={"rows": 2}),
    )
