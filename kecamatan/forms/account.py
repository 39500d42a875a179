"""Forms about one's own account: password, code, and the reason for what is done to somebody else's."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth import authenticate
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from kecamatan.accounts.demo import SANDI_DEMO
from kecamatan.forms.layout import LaidOutForm
from kecamatan.forms.text_fields import TidyField
from kecamatan.models import Pengguna

#: What Django's rules for passwords say, in words that tell what to do.
_PESAN_SANDI: dict[str, str] = {
    "password_too_short": "Isi kata sandi sedikitnya 12 karakter.",
    "password_too_similar": "Pilih kata sandi yang tidak mirip dengan nama, nama pengguna, atau surel Anda.",
    "password_too_common": "Pilih kata sandi lain; yang ini termasuk yang paling mudah ditebak.",
    "password_entirely_numeric": "Tambahkan huruf; kata sandi tidak boleh angka semua.",
}

BANTUAN_SANDI = "Sedikitnya 12 karakter. Empat kata yang tidak berhubungan mudah diingat dan sukar ditebak."


def bidang_sandi(label: str, pesan: str, *, baru: bool = False, bantuan: str = "") -> forms.CharField:
    """A field for a password, as browsers and their password books know it."""
    return forms.CharField(
        label=label,
        help_text=bantuan,
        strip=False,
        error_messages={"required": pesan},
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password" if baru else "current-password"}),
    )


class NewPasswordForm(LaidOutForm, forms.Form):
    """A new password, twice."""

    sandi = bidang_sandi("Kata sandi baru", "Isi kata sandi baru.", baru=True, bantuan=BANTUAN_SANDI)
    ulangan = bidang_sandi("Ulangi kata sandi baru", "Isi kata sandi baru sekali lagi.", baru=True)

    def __init__(self, *args: Any, pengguna: Pengguna, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pengguna = pengguna

    def clean_sandi(self) -> str:
        """Strong enough, and none of the demo's."""
        sandi: str = self.cleaned_data["sandi"]
        try:
            validate_password(sandi, self.pengguna)
        except ValidationError as galat:
            raise ValidationError(
                [_PESAN_SANDI.get(satu.code or "", satu.messages[0]) for satu in galat.error_list]
            ) from galat
        if settings.IS_PRODUKSI and SANDI_DEMO.fullmatch(sandi):
            raise ValidationError("Pilih kata sandi lain; yang ini tercantum dalam panduan demo.")
        return sandi

    def clean(self) -> dict[str, Any]:
        """Both are alike."""
        isi: dict[str, Any] = super().clean() or {}
        if {"sandi", "ulangan"} <= isi.keys() and isi["sandi"] != isi["ulangan"]:
            self.add_error(
                "ulangan", "Kedua kata sandi baru tidak sama. Isi ulang dengan kata sandi yang sama."
            )
        return isi


class OldPasswordForm(LaidOutForm, forms.Form):
    """The present password, as a proof that the person at the machine is who signed in.

    It goes through the sign-in's own gate, which counts wrong ones and locks.
    """

    lama = bidang_sandi("Kata sandi sekarang", "Isi kata sandi yang sekarang.")

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request

    def clean_lama(self) -> str:
        """It is theirs."""
        lama: str = self.cleaned_data["lama"]
        if authenticate(self.request, username=self.request.user.get_username(), password=lama) is None:
            raise ValidationError(
                "Kata sandi yang sekarang tidak cocok. Isi kata sandi yang tadi dipakai masuk."
            )
        return lama


class PasswordForm(OldPasswordForm, NewPasswordForm):
    """Change one's own password."""

    field_order = ("lama", "sandi", "ulangan")

    def clean(self) -> dict[str, Any]:
        """The new one is another one."""
        isi = super().clean()
        if "lama" in isi and isi["lama"] == isi.get("sandi"):
            self.add_error("sandi", "Pilih kata sandi yang berbeda dari yang sekarang.")
        return isi


class CodeForm(LaidOutForm, forms.Form):
    """A code of the application; with ``cadangan`` a spare code from paper."""

    kode = forms.CharField(
        max_length=20,
        error_messages={
            "max_length": "Isi enam angka dari aplikasi, atau delapan huruf dan angka kode cadangan."
        },
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )

    def __init__(self, *args: Any, cadangan: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kode = self.fields["kode"]
        if cadangan:
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
