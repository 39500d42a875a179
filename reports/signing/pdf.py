"""Signatures in a PDF: put there, and read again. Pure: bytes in, bytes or a reading out; no database, no network.

A signature is an incremental update: what was there before stays, byte for byte, in front of it. Its field is hidden,
because what people see of it (the QR and its words) is printed by the document itself and tagged like all its text;
ISO 14289-1 (7.18.1) asks for no tag of what is hidden.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any, Final

from asn1crypto import crl, x509
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.fields import InvisSigSettings, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import Signer
from pyhanko.sign.timestamps import TimeStamper
from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko_certvalidator import ValidationContext

from kecamatan.ground.errors import broken_as

BASELINE: Final = "PAdES B-B"
WITH_TIME: Final = "PAdES B-T"


class SignatureError(Exception):
    """A file that cannot be signed or whose signatures cannot be read; ``str()`` says why, in Indonesian."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """One signature as it was found. ``signer``, ``issuer``: common names; ``serial`` and ``certificate`` (SHA-256)
    name the certificate, which holds from ``since`` to ``until``. ``moment`` is what the signer's clock said,
    ``stamped`` what a time-stamping authority did.

    ``sound``: the signed bytes are unchanged and the signature is of that certificate. ``covers_all``: nothing was
    added after it. ``trusted``: the certificate was issued by who was named as trusted. ``revoked``: when it was
    withdrawn; whoever has the key since then may claim an earlier moment.
    """

    field: str
    signer: str
    issuer: str
    serial: str
    certificate: str
    since: datetime
    until: datetime
    moment: datetime | None
    stamped: datetime | None
    reason: str
    sound: bool
    covers_all: bool
    trusted: bool
    revoked: datetime | None

    @property
    def profile(self) -> str:
        """The baseline profile of ETSI EN 319 142-1 that it reaches."""
        return WITH_TIME if self.stamped else BASELINE


@dataclass(frozen=True, slots=True)
class Trust:
    """Certificates (DER) whose holders are believed, and their revocation lists (DER)."""

    roots: tuple[bytes, ...] = ()
    lists: tuple[bytes, ...] = ()


NOBODY: Final = Trust()


def add_signature(
    pdf: bytes, *, signer: Signer, name: str, reason: str, timestamper: TimeStamper | None = None
) -> bytes:
    """The PDF with one more signature at its end. Raises :class:`SignatureError`."""
    try:
        field = f"TandaTangan{len(PdfFileReader(BytesIO(pdf)).embedded_signatures) + 1}"
        specification = SigFieldSpec(
            field,
            invis_sig_settings=InvisSigSettings(
                set_print_flag=False, set_hidden_flag=True, box_out_of_bounds=True
            ),
            readable_field_name=f"Tanda tangan elektronik {name}",
        )
        metadata = PdfSignatureMetadata(
            field_name=field,
            md_algorithm="sha256",
            name=name,
            reason=reason,
            subfilter=SigSeedSubFilter.PADES,
        )
        signing = PdfSigner(metadata, signer, timestamper=timestamper, new_field_spec=specification)
        signed: bytes = signing.sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf))).getvalue()
    except (PdfError, SigningError, ValueError) as error:
        raise SignatureError(f"PDF tidak dapat ditandatangani: {error}. Siapkan ulang naskahnya.") from error
    return signed


def read_signatures(pdf: bytes, trust: Trust = NOBODY) -> tuple[Signature, ...]:
    """The signatures of a PDF, the first first; empty where it has none. Raises :class:`SignatureError`."""
    with broken_as(_not_whole()):
        reader = PdfFileReader(BytesIO(pdf))
        found: Sequence[EmbeddedPdfSignature] = reader.embedded_regular_signatures
        return tuple(_read(pdf, one, trust) for one in found)


def count_pages(pdf: bytes) -> int:
    """How many pages a PDF has. Raises :class:`SignatureError`."""
    with broken_as(_not_whole()):
        return int(PdfFileReader(BytesIO(pdf)).root["/Pages"]["/Count"])


def _not_whole() -> SignatureError:
    return SignatureError("Berkas ini bukan PDF yang utuh. Mintalah berkas aslinya.")


def _read(pdf: bytes, found: EmbeddedPdfSignature, trust: Trust) -> Signature:
    moment = found.self_reported_timestamp
    status = validate_pdf_signature(found, _context(trust, moment), skip_diff=True)
    certificate = found.signer_cert
    stamp = status.timestamp_validity
    stamped = stamp.timestamp if stamp is not None and stamp.intact and stamp.valid else None
    return Signature(
        field=found.field_name,
        signer=_common_name(certificate.subject),
        issuer=_common_name(certificate.issuer),
        serial=f"{certificate.serial_number:x}",
        certificate=certificate.sha256.hex(),
        since=certificate.not_valid_before,
        until=certificate.not_valid_after,
        moment=moment,
        stamped=stamped,
        reason=str(found.sig_object.get("/Reason", "")),
        sound=bool(status.intact and status.valid and _is_plain(pdf, found) and (stamp is None or stamped)),
        covers_all=status.coverage is SignatureCoverageLevel.ENTIRE_FILE,
        trusted=bool(status.trusted),
        revoked=_revoked(certificate, trust),
    )


def _context(trust: Trust, moment: datetime | None) -> ValidationContext:
    """A certificate that was valid when it signed stays so: its end is no end of what it signed."""
    roots = [x509.Certificate.load(one) for one in trust.roots]
    return ValidationContext(trust_roots=roots, allow_fetching=False, moment=moment)


def _revoked(certificate: x509.Certificate, trust: Trust) -> datetime | None:
    for content in trust.lists:
        listed = crl.CertificateList.load(content)
        if listed.issuer != certificate.issuer:
            continue
        for entry in listed["tbs_cert_list"]["revoked_certificates"]:
            if entry["user_certificate"].native == certificate.serial_number:
                withdrawn: datetime = entry["revocation_date"].native
                return withdrawn
    return None


def _is_plain(pdf: bytes, found: EmbeddedPdfSignature) -> bool:
    """Whether the only bytes that no signature covers, its own, hold it and nothing else: there a file could be changed
    unseen."""
    _, first, second, _ = (int(n) for n in found.byte_range)
    gap = pdf[first:second]
    written = gap[1:-1].lower()
    if gap[:1] != b"<" or gap[-1:] != b">" or len(written) % 2 or gap[1:-1] not in (written, written.upper()):
        return False
    content = bytes(found.pkcs7_content)
    return written == content.hex().encode() and not any(content[_der_length(content) :])


def _der_length(content: bytes) -> int:
    """How many bytes the first value of DER takes, its head included."""
    first = content[1]
    if first < 0x80:
        return 2 + first
    size = first & 0x7F
    return 2 + size + int.from_bytes(content[2 : 2 + size], "big")


def _common_name(name: x509.Name) -> str:
    """As it may be shown and stored: without signs that nobody sees, which turn a line round or end a text."""
    native: dict[str, Any] = name.native
    found = str(native.get("common_name") or name.human_friendly)
    return "".join(sign for sign in found if sign.isprintable())
