"""What the camat types to sign: the password, a code, and what opens the key. Nothing of it is kept."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from kecamatan.accounts.second_step import check_digits, nomor_perangkat
from kecamatan.forms.account import OldPasswordForm, password_field
from kecamatan.ground.errors import InputError
from kecamatan.models import Pengguna
from reports.signing.keys.bsre import bsre_holder, takes_codes
from reports.signing.keys.by_hand import HandHolder
from reports.signing.keys.holder import KeyHolder, KeyKind
from reports.signing.keys.installation import ensure_passphrase, installation_holder
from reports.signing.keys.local import LARGEST_FILE, own_file_holder

#: A file that is read whole, to be checked.
LARGEST_SIGNED = 100 * 1024 * 1024

_PASSPHRASES = {
    KeyKind.INSTALLATION: ("Frasa sandi kunci", "Isi frasa sandi kunci tanda tangan Anda."),
    KeyKind.OWN_FILE: ("Kata sandi berkas sertifikat", "Isi kata sandi berkas sertifikat Anda."),
    KeyKind.BSRE: ("Passphrase BSrE", "Isi passphrase sertifikat elektronik BSrE Anda."),
}


class SignForm(OldPasswordForm):
    """The password again, a code where a second step is installed, and what opens the key of this kind.

    A valid form has ``holder``, the key opened for one signature.
    """

    holder: KeyHolder

    #: The field of what opens the key: its refusal stands there.
    opener = "sandi_kunci"

    def __init__(
        self, *args: Any, request: HttpRequest, pengguna: Pengguna, kind: KeyKind, **kwargs: Any
    ) -> None:
        super().__init__(*args, request=request, **kwargs)
        self.pengguna, self.kind = pengguna, kind
        self.fields["lama"].label = "Kata sandi akun"
        if nomor_perangkat(pengguna) is not None:
            self.fields["kode"] = forms.CharField(
                label="Kode enam angka",
                max_length=20,
                error_messages={"required": "Isi kode yang sedang tampil di aplikasi autentikator."},
                widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
            )
        if kind is KeyKind.OWN_FILE:
            self.fields["berkas_kunci"] = forms.FileField(
                label="Berkas sertifikat (.p12 atau .pfx)",
                help_text="Dibuka untuk satu tanda tangan ini saja, tidak disimpan.",
                error_messages={"required": "Pilih berkas sertifikat Anda."},
                widget=forms.FileInput(attrs={"accept": ".p12,.pfx,application/x-pkcs12"}),
            )
        label, empty = _PASSPHRASES[kind]
        self.fields["sandi_kunci"] = password_field(label, empty)
        # Not what the browser keeps for this site, nor anything that it may keep.
        self.fields["sandi_kunci"].widget.attrs["autocomplete"] = "off"
        if kind is KeyKind.BSRE and takes_codes():
            self.fields["sandi_kunci"].required = False
            self.fields["totp"] = forms.CharField(
                label="Kode TOTP BSrE (pengganti passphrase)",
                required=False,
                max_length=20,
                help_text="Kosongkan bila Anda mengisi passphrase.",
                widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
            )

    def clean(self) -> dict[str, Any]:
        """Who is at the machine comes first: a wrong password uses up no code, and opens no key."""
        content = super().clean() or {}
        if self.errors:
            return content
        if "kode" in self.fields:
            result = check_digits(pengguna=self.pengguna, kode="".join(content["kode"].split()))
            if not result.matches:
                self.add_error("kode", result.message)
                return content
        try:
            self.holder = self._opened(content)
        except InputError as error:
            self.add_error(self.opener, str(error))
        return content

    def _opened(self, content: dict[str, Any]) -> KeyHolder:
        passphrase = content["sandi_kunci"]
        match self.kind:
            case KeyKind.INSTALLATION:
                return installation_holder(pengguna=self.pengguna, passphrase=passphrase)
            case KeyKind.BSRE:
                totp = "".join(content.get("totp", "").split())
                if bool(passphrase) == bool(totp):
                    raise InputError(
                        "Isi salah satu saja: passphrase atau kode TOTP BSrE."
                        if totp
                        else "Isi passphrase sertifikat elektronik BSrE Anda, atau kode TOTP-nya."
                    )
                return bsre_holder(pengguna=self.pengguna, passphrase=passphrase, totp=totp)
            case _:
                file: UploadedFile = content["berkas_kunci"]
                return own_file_holder(file.read(LARGEST_FILE + 1), passphrase)


class HandForm(SignForm):
    """The same, with the file that was signed outside in place of what opens a key here."""

    opener = "berkas_bertanda"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("sandi_kunci", "totp", "berkas_kunci"):
            self.fields.pop(name, None)
        self.fields["berkas_bertanda"] = forms.FileField(
            label="PDF yang sudah ditandatangani",
            help_text="Naskah akhir yang diunduh di atas, ditandatangani satu kali dan tidak diubah.",
            error_messages={"required": "Pilih PDF yang sudah ditandatangani."},
            widget=forms.FileInput(attrs={"accept": ".pdf,application/pdf"}),
        )

    def clean_berkas_bertanda(self) -> UploadedFile:
        """No larger than such a file can be."""
        file: UploadedFile = self.cleaned_data["berkas_bertanda"]
        if (file.size or 0) > LARGEST_SIGNED:
            raise ValidationError(
                f"Berkas itu lebih dari {LARGEST_SIGNED // (1024 * 1024)} MB. Pilih naskah akhir yang ditandatangani."
            )
        return file

    def _opened(self, content: dict[str, Any]) -> KeyHolder:
        return HandHolder(self.kind, content["berkas_bertanda"].read())


class KeyForm(OldPasswordForm):
    """The passphrase of a new key, twice."""

    sandi_kunci = password_field(
        "Frasa sandi kunci",
        "Isi frasa sandi kunci.",
        new=True,
        help="Sedikitnya 12 karakter, lain dari kata sandi akun. Tidak disimpan dan tidak dapat dipulihkan siapa pun.",
    )
    sandi_ulang = password_field(
        "Frasa sandi kunci, sekali lagi", "Isi frasa sandi kunci sekali lagi.", new=True
    )

    def clean(self) -> dict[str, Any]:
        """Both are the same, and long enough."""
        content = super().clean() or {}
        if "sandi_kunci" in content and "sandi_ulang" in content:
            try:
                ensure_passphrase(content["sandi_kunci"])
            except InputError as error:
                self.add_error("sandi_kunci", str(error))
            if content["sandi_kunci"] != content["sandi_ulang"]:
                self.add_error("sandi_ulang", "Kedua frasa sandi tidak sama. Isi lagi keduanya.")
        return content
