"""Whether it was BSrE that certified who signed: the words under the QR say so."""

from __future__ import annotations

from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from django.conf import settings

from reports.signing.accept import Accepted, Refused, accept
from reports.signing.pdf import Trust


def accept_of_bsre(original: bytes, answered: bytes) -> Accepted:
    """Take the answer to ``original`` if its signer's certificate is BSrE's. Raises :class:`Refused`.

    Without SAKIP_BSRE_ISSUERS nobody here knows BSrE's certificates: then only one that its owner gave himself is told.
    """
    roots = _issuers()
    accepted = accept(original, answered, Trust(roots=roots))
    signature = accepted.signature
    if (roots and not signature.trusted) or signature.issuer == signature.signer:
        raise Refused(
            f"Sertifikat {signature.signer} diterbitkan {signature.issuer}, bukan BSrE. Tandatangani dengan sertifikat"
            " BSrE Anda."
        )
    return accepted


def certified_by_bsre(original: bytes, answered: bytes) -> bool:
    """Whether it is known that BSrE certified who signed: never without SAKIP_BSRE_ISSUERS. Raises :class:`Refused`."""
    roots = _issuers()
    return bool(roots) and accept(original, answered, Trust(roots=roots)).signature.trusted


def _issuers() -> tuple[bytes, ...]:
    if not settings.SAKIP_BSRE_ISSUERS:
        return ()
    found = x509.load_pem_x509_certificates(Path(settings.SAKIP_BSRE_ISSUERS).read_bytes())
    return tuple(one.public_bytes(Encoding.DER) for one in found)
