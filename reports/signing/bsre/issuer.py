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
            f"Sertifikat {signature.signer} diterbitkan {signature.issuer}, bukan BSrE. Yang diterima di sini"
            " hanya sertifikat BSrE."
        )
    return accepted


def _issuers() -> tuple[bytes, ...]:
    if not settings.SAKIP_BSRE_ISSUERS:
        return ()
    found = x509.load_pem_x509_certificates(Path(settings.SAKIP_BSRE_ISSUERS).read_bytes())
    return tuple(one.public_bytes(Encoding.DER) for one in found)
