"""A key that signs here: in a PKCS#12 file, opened by its passphrase for one signature and forgotten.

The installation's keys and a camat's own file are opened the same way. A camat's own file is given at every signature
and never kept: whoever has a copy may guess its passphrase at leisure, and many such files protect it by little.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, pkcs12
from cryptography.x509.oid import NameOID
from django.conf import settings
from pyhanko.sign.signers import SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

from kecamatan.ground.errors import InputError
from reports.signing.keys.holder import KeyKind, WrongPassphrase, out_of_force
from reports.signing.pdf import SignatureError, add_signature
from reports.signing.timestamp import TimestampFailed, time_stamper

#: Rounds that make every guess at a passphrase slow: a fifth of a second each.
_ROUNDS: Final = 600_000

#: A file of a certificate is a few thousand bytes.
LARGEST_FILE: Final = 100_000


def new_key() -> ec.EllipticCurvePrivateKey:
    """A private key on the curve P-256."""
    return ec.generate_private_key(ec.SECP256R1())


def lock_key(
    key: ec.EllipticCurvePrivateKey, passphrase: str, certificate: x509.Certificate | None = None
) -> bytes:
    """The key as a PKCS#12 file that only the passphrase opens."""
    algorithm = (
        PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(_ROUNDS)
        .key_cert_algorithm(pkcs12.PBES.PBESv2SHA256AndAES256CBC)
        .hmac_hash(hashes.SHA256())
        .build(passphrase.encode())
    )
    return pkcs12.serialize_key_and_certificates(None, key, certificate, None, algorithm)


def open_key(
    content: bytes, passphrase: str
) -> tuple[Any, x509.Certificate | None, tuple[x509.Certificate, ...]]:
    """Key, its certificate and others of a PKCS#12 file. Raises :class:`WrongPassphrase`."""
    if "\0" in passphrase:  # the library ends the process with it, or nearly: what it raises is no Exception
        raise WrongPassphrase
    try:
        key, certificate, others = pkcs12.load_key_and_certificates(content, passphrase.encode())
    except (ValueError, TypeError) as error:
        raise WrongPassphrase from error
    return key, certificate, tuple(others)


@dataclass(frozen=True, slots=True, repr=False)
class LocalHolder:
    """A key held in memory for one signature."""

    who: str
    kind: KeyKind
    signer: SimpleSigner

    def sign(self, pdf: bytes, *, reason: str) -> bytes:
        """PAdES B-B; B-T when a time-stamping authority is set. Raises InputError when that one does not answer."""
        try:
            return add_signature(
                pdf,
                signer=self.signer,
                name=self.who,
                reason=reason,
                timestamper=time_stamper(settings.SAKIP_TSA),
            )
        except (SignatureError, TimestampFailed) as error:
            raise InputError(str(error)) from error


def holder_of(
    *, kind: KeyKind, key: Any, certificate: x509.Certificate, others: tuple[x509.Certificate, ...] = ()
) -> LocalHolder:
    """The holder of an opened key. Raises InputError for a certificate that may not sign today."""
    name = common_name(certificate.subject)
    if words := out_of_force(name, certificate.not_valid_before_utc, certificate.not_valid_after_utc):
        raise InputError(words)
    store = SimpleCertificateStore()
    store.register_multiple(_asn1(one) for one in others)
    private = asn1_keys.PrivateKeyInfo.load(
        key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    )
    return LocalHolder(name, kind, SimpleSigner(_asn1(certificate), private, store))


def own_file_holder(content: bytes, passphrase: str) -> LocalHolder:
    """The holder of a PKCS#12 file that was just given. Raises InputError."""
    if len(content) > LARGEST_FILE:
        raise InputError("Berkas sertifikat terlalu besar. Pilih berkas .p12 atau .pfx.")
    key, certificate, others = open_key(content, passphrase)
    if certificate is None or not isinstance(key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey):
        raise InputError("Berkas itu tidak memuat kunci dengan sertifikatnya. Pilih berkas .p12 atau .pfx.")
    return holder_of(kind=KeyKind.OWN_FILE, key=key, certificate=certificate, others=others)


def common_name(name: x509.Name) -> str:
    """The name in a certificate."""
    found = name.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(found[0].value) if found else name.rfc4514_string()


def _asn1(certificate: x509.Certificate) -> asn1_x509.Certificate:
    return asn1_x509.Certificate.load(certificate.public_bytes(Encoding.DER))
