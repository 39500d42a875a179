"""What every kind of key can do."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Final, Protocol

from django.utils import timezone

from kecamatan.ground.errors import InputError
from sakip.text.dates import format_tanggal


class KeyKind(StrEnum):
    """The kinds of keys a kabupaten chooses from. Stored with every signature: never given another meaning."""

    INSTALLATION = "instalasi"
    OWN_FILE = "pkcs12"
    BSRE = "bsre"


#: What each kind is called on screen.
KIND_NAMES: Final[dict[str, str]] = {
    KeyKind.INSTALLATION: "Sertifikat instalasi ini",
    KeyKind.OWN_FILE: "Sertifikat milik penanda tangan (PKCS#12)",
    KeyKind.BSRE: "Sertifikat BSrE",
}


def key_kinds() -> list[tuple[str, str]]:
    """The kinds of keys, to be chosen from. A function, so that a new one needs no migration."""
    return list(KIND_NAMES.items())


#: What stands under the QR: true for the kind, and no more than that.
WORDING: Final[dict[str, str]] = {
    KeyKind.INSTALLATION: "Dokumen ini ditandatangani secara elektronik dengan sertifikat yang diterbitkan instalasi"
    " SAKIP ini, bukan oleh BSrE.",
    KeyKind.OWN_FILE: "Dokumen ini ditandatangani secara elektronik dengan sertifikat elektronik milik penanda tangan.",
    KeyKind.BSRE: "Dokumen ini ditandatangani secara elektronik dengan sertifikat elektronik yang diterbitkan oleh"
    " Balai Besar Sertifikasi Elektronik (BSrE), Badan Siber dan Sandi Negara.",
}


def out_of_force(owner: str, since: datetime, until: datetime) -> str:
    """Why a certificate may not sign today, with the remedy; empty where it may."""
    if since <= timezone.now() <= until:
        return ""
    return (
        f"Sertifikat {owner} tidak berlaku hari ini (sampai {format_tanggal(timezone.localdate(until))})."
        " Pakai sertifikat yang berlaku."
    )


class WrongPassphrase(InputError):
    """The passphrase does not open the key."""

    def __init__(self) -> None:
        super().__init__("Frasa sandi kunci tidak cocok. Isi frasa sandi yang dibuat bersama kunci ini.")


class KeyHolder(Protocol):
    """Someone's key, opened for one signature."""

    @property
    def kind(self) -> KeyKind:
        """What kind of key it is."""
        ...

    def sign(self, pdf: bytes, *, reason: str) -> bytes:
        """The PDF with this holder's signature. Raises :class:`kecamatan.ground.errors.InputError`."""
        ...
