"""What the service refuses, said so that whoever reads it knows what to do, and without what is secret."""

from __future__ import annotations

import logging
import re
from typing import Final

from reports.signing.bsre.transport import Answer, BsreRefused

log = logging.getLogger(__name__)

#: The state of a signer whose certificate is valid.
ISSUED: Final = "ISSUE"

_HELPDESK: Final = "Hubungi verifikator BSrE di Dinas Kominfo."

_WRONG: Final = (
    "Passphrase BSrE tidak cocok. Isi passphrase sertifikat elektronik Anda, bukan kata sandi akun."
)
_UNKNOWN: Final = (
    f"NIK Anda belum terdaftar di BSrE. Periksa NIK di halaman NIK BSrE; jika sudah benar: {_HELPDESK}"
)
_ENDED: Final = f"Masa berlaku sertifikat BSrE Anda sudah habis. Perpanjang dahulu. {_HELPDESK}"
_REVOKED: Final = f"Sertifikat BSrE Anda sudah dicabut. Ajukan yang baru. {_HELPDESK}"
_SUSPENDED: Final = f"Sertifikat BSrE Anda sedang ditangguhkan. {_HELPDESK}"
_RENEWED: Final = (
    "Sertifikat BSrE Anda sedang diperpanjang. Selesaikan perpanjangan di aplikasi BSrE, lalu ulangi."
)
_NOT_ACTIVE: Final = "Sertifikat BSrE Anda belum aktif. Aktifkan di aplikasi BSrE, lalu ulangi."

#: States of a signer that public clients of the service name.
_STATES: Final = {
    "EXPIRED": _ENDED,
    "RENEW": _RENEWED,
    "WAITING_FOR_VERIFICATION": f"Pendaftaran Anda di BSrE masih diverifikasi. Tunggu sampai selesai. {_HELPDESK}",
    "NEW": _NOT_ACTIVE,
    "NO_CERTIFICATE": f"Anda belum memiliki sertifikat BSrE. Ajukan dahulu. {_HELPDESK}",
    "NOT_REGISTERED": _UNKNOWN,
    "SUSPEND": _SUSPENDED,
    "REVOKE": _REVOKED,
}

#: Codes of refusals that public clients of the service name.
_CODES: Final = {
    2011: _UNKNOWN,
    2021: _NOT_ACTIVE,
    2022: _ENDED,
    2023: _RENEWED,
    2024: _SUSPENDED,
    2025: _REVOKED,
    2031: _WRONG,
}

_WRONG_CODE: Final = (
    "Kode TOTP BSrE tidak cocok atau sudah lewat. Isi kode yang sedang berlaku, atau passphrase Anda."
)

#: The texts of the service are not published: told by a word in them.
_WORDS: Final = (
    (re.compile(r"\bt?otp\b", re.I), _WRONG_CODE),
    (re.compile(r"pass ?phrase|frasa sandi", re.I), _WRONG),
    (re.compile(r"tidak terdaftar|belum terdaftar|not registered|not found|tidak ditemukan", re.I), _UNKNOWN),
    (re.compile(r"expired|kedaluwarsa|kadaluarsa|masa berlaku", re.I), _ENDED),
    (re.compile(r"dicabut|revoked?", re.I), _REVOKED),
    (re.compile(r"ditangguhkan|suspend", re.I), _SUSPENDED),
)

#: A NIK, a telephone number, a token: nothing of it is for the screen.
_NUMBER: Final = re.compile(r"[0-9]{9,}")
_LONGEST: Final = 200


def refused(answer: Answer, *secrets: str) -> BsreRefused:
    """The refusal in an answer of the service. ``secrets`` may not be repeated, should the service repeat them."""
    fields = answer.fields()
    code = _number(fields.get("status_code", fields.get("code")))
    log.warning("layanan e-Sign menolak: HTTP %d, kode %s", answer.status, code if code is not None else "-")
    said = next((fields[key] for key in ("error", "message") if isinstance(fields.get(key), str)), "")
    if code in _CODES and not _WORDS[0][0].search(said):
        return BsreRefused(_CODES[code])
    if meant := next((meaning for pattern, meaning in _WORDS if pattern.search(said)), None):
        return BsreRefused(meant)
    if answer.status in (401, 403):
        return BsreRefused(
            "Layanan BSrE menolak aplikasi ini. Minta admin memeriksa SAKIP_BSRE_USER dan SAKIP_BSRE_PASSWORD."
        )
    words = shown(said, *secrets)
    return BsreRefused(
        f'Layanan BSrE menolak: "{words}". Perbaiki yang disebutkan, lalu ulangi. {_HELPDESK}'
        if words
        else f"Layanan BSrE menolak tanpa alasan (HTTP {answer.status}). Coba lagi nanti. {_HELPDESK}"
    )


def without_certificate(state: str) -> BsreRefused:
    """The refusal of a signer in a state other than :data:`ISSUED`."""
    return BsreRefused(
        _STATES.get(state) or f'Keadaan sertifikat BSrE Anda "{shown(state)}", bukan "{ISSUED}". {_HELPDESK}'
    )


def unreadable() -> BsreRefused:
    """An answer that says neither yes nor no."""
    return BsreRefused(
        "Jawaban layanan BSrE tidak dapat dibaca, sehingga belum ada yang ditandatangani. Minta admin memeriksa"
        " SAKIP_BSRE_ADDRESS dan SAKIP_BSRE_VERSION."
    )


def _number(value: object) -> int | None:
    text = str(value)
    return int(text) if text.isascii() and text.isdigit() and len(text) < _LONGEST else None


def shown(said: str, *secrets: str) -> str:
    """A text of the service as a person may read it: short, without long numbers and without what is secret."""
    for secret in secrets:
        if secret:
            said = said.replace(secret, "…")
    return " ".join(_NUMBER.sub("…", said).split())[:_LONGEST].strip()
