"""A key that BSrE keeps: it signs there, when its owner types the passphrase."""

from __future__ import annotations

from dataclasses import dataclass

from kecamatan.models import Pengguna
from reports.signing.bsre.issuer import accept_of_bsre
from reports.signing.bsre.nik import nik_of
from reports.signing.bsre.service import ensure_configured, signed_by_bsre
from reports.signing.bsre.transport import Service
from reports.signing.keys.holder import KeyKind


@dataclass(frozen=True, slots=True, repr=False)
class BsreHolder:
    """A key held by BSrE, with what its owner has just typed; kept in memory for one signature."""

    service: Service
    nik: str
    passphrase: str
    kind: KeyKind = KeyKind.BSRE

    def sign(self, pdf: bytes, *, reason: str) -> bytes:
        """The PDF with a signature by BSrE. Raises InputError: what helps if it refuses, does not answer, or answers
        with anything but this file and one valid signature more."""
        answered = signed_by_bsre(self.service, pdf, nik=self.nik, passphrase=self.passphrase, reason=reason)
        return accept_of_bsre(pdf, answered).content


def bsre_holder(*, pengguna: Pengguna, passphrase: str) -> BsreHolder:
    """The person's key at BSrE. Raises InputError where no service is set, or the person's NIK is not known."""
    return BsreHolder(ensure_configured(), nik_of(pengguna), passphrase)
