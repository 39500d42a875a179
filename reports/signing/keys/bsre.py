"""A key that BSrE keeps: it signs there, when its owner types the passphrase, or a code in its place."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from django.conf import settings

from kecamatan.ground.errors import InputError
from kecamatan.models import Pengguna
from reports.signing.bsre.issuer import accept_of_bsre
from reports.signing.bsre.nik import nik_of
from reports.signing.bsre.service import (
    configured,
    confirmed_by_bsre,
    ensure_configured,
    signed_by_bsre,
    why_not_certified,
)
from reports.signing.bsre.transport import Service
from reports.signing.keys.holder import KeyKind

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, repr=False)
class BsreHolder:
    """A key held by BSrE, with what its owner has just typed; kept in memory for one signature."""

    service: Service
    nik: str
    passphrase: str
    totp: str = ""
    kind: KeyKind = KeyKind.BSRE

    def sign(self, pdf: bytes, *, reason: str) -> bytes:
        """The PDF with a signature by BSrE. Raises InputError: what helps if it refuses, does not answer, or answers
        with anything but this file and one valid signature more."""
        answered = signed_by_bsre(
            self.service, pdf, nik=self.nik, passphrase=self.passphrase, totp=self.totp, reason=reason
        )
        return accept_of_bsre(pdf, answered).content


def bsre_holder(*, pengguna: Pengguna, passphrase: str, totp: str = "") -> BsreHolder:
    """The person's key at BSrE. Raises InputError where no service is set, or the person's NIK is not known."""
    return BsreHolder(ensure_configured(), nik_of(pengguna), passphrase, totp)


def takes_codes() -> bool:
    """Whether the service takes a code in place of the passphrase."""
    service = configured()
    return service is not None and service.version == 2


def why_bsre_would_refuse(pengguna: Pengguna) -> str:
    """What stands in the way of a signature by BSrE, before anything secret is typed; empty where nothing does."""
    try:
        return why_not_certified(ensure_configured(), nik_of(pengguna))
    except InputError as error:
        return str(error)


def confirmation(pdf: bytes) -> str:
    """What BSrE's service thinks of a PDF that was accepted here, in a sentence; empty where it is not to be asked.

    It changes nothing: what was accepted is signed. A difference is for who keeps the installation.
    """
    service = configured() if settings.SAKIP_BSRE_VERIFY else None
    if service is None:
        return ""
    verdict, words = confirmed_by_bsre(service, pdf)
    if verdict:
        return "Layanan BSrE membenarkan tanda tangan ini."
    log.warning("layanan e-Sign tidak membenarkan yang diterima di sini: putusan %s", verdict)
    said = f": {words.rstrip('.')}" if words else ""
    if verdict is None:
        return f"Layanan BSrE belum dapat ditanya tentang tanda tangan ini{said}. Pemeriksaan di sini tetap berlaku."
    return f"Layanan BSrE tidak membenarkan tanda tangan ini{said}. Pemeriksaan di sini tetap berlaku; beri tahu admin."
