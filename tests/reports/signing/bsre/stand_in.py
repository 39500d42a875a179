"""An e-Sign client service for tests: speaks both versions, really signs, and errs as it is told."""

from __future__ import annotations

import base64
import json
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import Message
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from reports.signing.bsre.transport import Service
from reports.signing.keys.holder import KeyKind
from reports.signing.keys.local import LocalHolder, holder_of, new_key
from reports.signing.pdf import read_signatures

SIGNER, ISSUER = "Siti Aminah", "CA Uji Badan Siber"
NIK = "3509101708800001"
PASSPHRASE = "Passphrase#Camat-1"
TOTP = "482913"
USER, PASSWORD = "sakip", "sandi-layanan"


@cache
def issuer() -> tuple[Any, x509.Certificate]:
    """The key of who certifies signers, and its certificate."""
    key = new_key()
    return key, certificate_of(ISSUER, ISSUER, key, key, ca=True)


@cache
def certified_holder(name: str = SIGNER) -> LocalHolder:
    """Who signs at the service, certified by the issuer."""
    key = new_key()
    certificate = certificate_of(name, ISSUER, key, issuer()[0], ca=False)
    return holder_of(kind=KeyKind.BSRE, key=key, certificate=certificate, others=(issuer()[1],))


def issuers_file(folder: Path) -> str:
    """Where the certificate of the issuer lies, as SAKIP_BSRE_ISSUERS names it."""
    location = folder / "penerbit.pem"
    location.write_bytes(issuer()[1].public_bytes(Encoding.PEM))
    return str(location)


def certificate_of(name: str, by: str, key: Any, signing: Any, *, ca: bool) -> x509.Certificate:
    """The certificate of a key, of that name, by whoever signs it."""
    now = datetime.now(UTC)
    usage = x509.KeyUsage(not ca, not ca, False, False, False, ca, ca, False, False)
    return (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]))
        .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, by)]))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=365))
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(signing.public_key()), critical=False
        )
        .sign(signing, hashes.SHA256())
    )


@dataclass
class Asked:
    """What the service was asked, its fields read."""

    method: str
    path: str
    authorization: str
    fields: dict[str, Any] = field(default_factory=dict)


@dataclass
class StandIn:
    """``change`` is done to what was signed before it is sent; ``form`` is how version 1 sends it: ``pdf``, ``base64``
    or ``unduh``; ``refusal`` is an HTTP status and a JSON answer; ``trouble`` is done to the handler instead of
    answering a request to sign; ``verdict`` is what it answers to a request to verify, if it does not look itself."""

    address: str
    state: Any = "ISSUE"
    form: str = "pdf"
    sign: Callable[[bytes, str], bytes] = lambda pdf, reason: certified_holder().sign(pdf, reason=reason)
    refusal: tuple[int, object] | None = None
    verdict: tuple[int, object] | None = None
    trouble: Callable[[BaseHTTPRequestHandler], None] | None = None
    state_refusal: tuple[int, object] | None = None
    asked: list[Asked] = field(default_factory=list)
    kept: dict[str, bytes] = field(default_factory=dict)
    closing: threading.Event = field(default_factory=threading.Event)

    def service(self, version: int, **changes: Any) -> Service:
        """How the application is told of it."""
        given = {
            "address": self.address,
            "version": version,
            "user": USER,
            "password": PASSWORD,
            "seconds": 30.0,
        }
        return Service(**{**given, **changes})

    def hang(self, handler: BaseHTTPRequestHandler) -> None:
        """Say nothing until the test is over."""
        self.closing.wait()


def break_off(handler: BaseHTTPRequestHandler) -> None:
    """Close in the middle of the document."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/pdf")
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    handler.wfile.write(b"%PDF-1.7 setengah")


def never_end(handler: BaseHTTPRequestHandler) -> None:
    """Send for as long as somebody listens."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/pdf")
    handler.end_headers()
    handler.wfile.write(b"%PDF-1.7 ")
    while True:
        handler.wfile.write(b" " * 100_000)


def redirect(target: str) -> Callable[[BaseHTTPRequestHandler], None]:
    """Send to another address, with the body."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(307)
        handler.send_header("Location", target)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return answer


def _handler(of: Callable[[], StandIn]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer()

        def do_POST(self) -> None:
            self._answer()

        def log_message(self, format: str, *args: Any) -> None:
            pass

        def _answer(self) -> None:
            stand_in = of()
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            asked = Asked(self.command, self.path, self.headers.get("Authorization", ""))
            asked.fields = _fields(self.headers.get("Content-Type", ""), body)
            stand_in.asked.append(asked)
            expected = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
            if asked.authorization != f"Basic {expected}":
                return self._json(401, {"error": "Unauthorized"})
            if "/status" in self.path:
                if stand_in.state_refusal:
                    return self._json(*stand_in.state_refusal)
                return self._json(200, {"status_code": 1111, "status": stand_in.state, "message": "keadaan"})
            if self.path.startswith("/api/sign/download/"):
                return self._pdf(stand_in.kept[self.path.rsplit("/", 1)[1]])
            if "/verify" in self.path:
                return self._verdict(stand_in, asked.fields)
            if stand_in.trouble:
                return stand_in.trouble(self)
            if stand_in.refusal:
                return self._json(*stand_in.refusal)
            if "totp" in asked.fields:
                if asked.fields["totp"] != TOTP or "passphrase" in asked.fields:
                    return self._json(400, {"status_code": 2031, "error": "TOTP salah atau kedaluwarsa"})
            elif asked.fields["passphrase"] != PASSPHRASE:
                return self._json(400, {"status_code": 2031, "error": "Passphrase anda salah"})
            if self.path == "/api/v2/sign/pdf":
                pdf = base64.b64decode(asked.fields["file"][0])
                signed = stand_in.sign(pdf, asked.fields["signatureProperties"][0]["reason"])
                return self._json(200, {"time": 812, "file": [base64.b64encode(signed).decode()]})
            signed = stand_in.sign(asked.fields["file"], asked.fields["reason"])
            if stand_in.form == "base64":
                text = base64.encodebytes(signed).decode()
                return self._json(200, {"id_dokumen": "d-1", "base64_signed_file": text})
            if stand_in.form == "unduh":
                stand_in.kept["d-1"] = signed
                return self._json(200, {"status": "berhasil", "id_dokumen": "d-1"})
            return self._pdf(signed)

        def _verdict(self, stand_in: StandIn, fields: dict[str, Any]) -> None:
            if stand_in.verdict:
                return self._json(*stand_in.verdict)
            if self.path == "/api/v2/verify/pdf":
                found = read_signatures(base64.b64decode(fields["file"]))
                valid = found and all(one.sound for one in found)
                return self._json(
                    200, {"conclusion": "VALID" if valid else "INVALID", "signatureCount": len(found)}
                )
            found = read_signatures(fields["signed_file"])
            details = [{"signature_document": {"document_integrity": one.sound}} for one in found]
            return self._json(200, {"jumlah_signature": len(found), "notes": "Catatan", "details": details})

        def _json(self, status: int, content: object) -> None:
            body = content if isinstance(content, bytes) else json.dumps(content).encode()
            self._send(status, "application/json", body)

        def _pdf(self, content: bytes) -> None:
            self._send(200, "application/pdf", content)

        def _send(self, status: int, kind: str, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("id_dokumen", "d-1")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    return Handler


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away is what some tests are about."""


@contextmanager
def standing_in(certificate: Path | None = None) -> Iterator[StandIn]:
    """The service, listening on this machine; over TLS with a certificate and its key in one file."""
    found: list[StandIn] = []
    server = _Server(("127.0.0.1", 0), _handler(lambda: found[0]))
    scheme = "http"
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        scheme = "https"
    found.append(StandIn(f"{scheme}://127.0.0.1:{server.server_port}"))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield found[0]
    finally:
        found[0].closing.set()
        server.shutdown()
        server.server_close()
        thread.join()


def _fields(kind: str, body: bytes) -> dict[str, Any]:
    if kind == "application/json":
        found: dict[str, Any] = json.loads(body)
        return found
    if not kind.startswith("multipart/form-data"):
        return {}
    whole: Message = message_from_bytes(f"Content-Type: {kind}\r\n\r\n".encode() + body)
    fields: dict[str, Any] = {}
    for part in whole.walk():
        if name := part.get_param("name", header="content-disposition"):
            content = part.get_payload(decode=True)
            assert isinstance(content, bytes)
            fields[str(name)] = content if part.get_filename() else content.decode()
    return fields
