"""A small document, a key of a test, and a file signed with it."""

from __future__ import annotations

import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.x509.oid import NameOID

from reports.pdf.render import render_pdf
from reports.signing.keys.holder import KeyKind
from reports.signing.keys.local import LocalHolder, holder_of, new_key

PASSPHRASE = "kuda-laut-senja-47"
AUTHORITY = "frasa-otoritas-99"
NAME = "Hj. SITI AMINAH"


@cache
def small_pdf(title: str = "Uji") -> bytes:
    """A PDF/UA-1 of one page, with a file inside."""
    html = '<!DOCTYPE html><html lang="id"><title>X</title><h1>LKIP</h1><p>Isi laporan.</p></html>'
    return render_pdf(html, title=title, attachments={"capaian.csv": b"indikator,95\n"}).content


def certified(name: str = NAME) -> tuple[EllipticCurvePrivateKey, x509.Certificate]:
    """A key with the certificate that it gave itself, the same for the same name."""
    return _certified(name)


@cache
def _certified(name: str) -> tuple[EllipticCurvePrivateKey, x509.Certificate]:
    key = new_key()
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(4711)
        .not_valid_before(datetime.now(UTC) - timedelta(days=1))
        .not_valid_after(datetime.now(UTC) + timedelta(days=365))
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    return key, certificate


def holder(name: str = NAME) -> LocalHolder:
    """Who signs in tests of files alone."""
    key, certificate = certified(name)
    return holder_of(kind=KeyKind.OWN_FILE, key=key, certificate=certificate)


@cache
def signed_pdf(title: str = "Uji") -> bytes:
    """The small document, signed."""
    return holder().sign(small_pdf(title), reason="LKIP Kecamatan Uji Tahun 2021 versi 1")


def said_by_poppler(pdf: bytes, folder: Path) -> str:
    """What another program than ours says of the signatures."""
    program = shutil.which("pdfsig")
    assert program, "pdfsig tidak ada: pasang poppler-utils (./script/setup --uji)"
    file = folder / "laporan.pdf"
    file.write_bytes(pdf)
    return subprocess.run([program, str(file)], capture_output=True, text=True, check=False).stdout
