"""A key that signs outside: the file is downloaded, signed with the owner's own program, and uploaded again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.conf import settings

from kecamatan.ground.errors import InputError
from reports.signing.bsre.issuer import accept_of_bsre
from reports.signing.keys.holder import KeyKind

#: The kinds of keys with which somebody can sign outside; that of the installation is used nowhere else.
BY_HAND: Final = frozenset({KeyKind.BSRE, KeyKind.OWN_FILE})


@dataclass(frozen=True, slots=True, repr=False)
class HandHolder:
    """The file that came back from outside. The gate of signed files judges it like any other answer."""

    kind: KeyKind
    answered: bytes

    def sign(self, pdf: bytes, *, reason: str) -> bytes:
        """The file that came back. Raises InputError where the words under the QR would not be true of it, or nobody
        could say so: no service of BSrE has signed it here."""
        if self.kind is not KeyKind.BSRE:
            return self.answered
        if not settings.SAKIP_BSRE_ISSUERS:
            raise InputError(
                "Penerbit sertifikat BSrE belum dikenal instalasi ini, jadi tanda tangan dari luar tidak dapat"
                " diperiksa. Minta admin mengisi SAKIP_BSRE_ISSUERS."
            )
        return accept_of_bsre(pdf, self.answered).content
