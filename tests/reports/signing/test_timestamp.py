"""A time-stamping authority that says when: against a stand-in on this machine that really signs."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from asn1crypto import keys as asn1_keys
from asn1crypto import tsp
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper
from pytest_django import Settings

from kecamatan.ground.errors import InputError
from reports.signing import timestamp
from reports.signing.accept import accept
from reports.signing.pdf import WITH_TIME
from tests.reports.signing.signers import holder, small_pdf

MOMENT = datetime(2026, 11, 29, 3, 0, tzinfo=UTC)


def authority() -> DummyTimeStamper:
    """Who stamps with a time of its own."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "TSA Uji")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(MOMENT - timedelta(days=1))
        .not_valid_after(MOMENT + timedelta(days=3650))
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return DummyTimeStamper(
        asn1_x509.Certificate.load(certificate.public_bytes(Encoding.DER)),
        asn1_keys.PrivateKeyInfo.load(private),
        fixed_dt=MOMENT,
    )


class Answering(BaseHTTPRequestHandler):
    """The stand-in; ``way`` says how it answers."""

    stamper = authority()
    way = "well"

    def do_POST(self) -> None:
        asked = tsp.TimeStampReq.load(self.rfile.read(int(self.headers["Content-Length"])))
        answer = asyncio.run(self.stamper.async_request_tsa_response(asked)).dump()
        if self.way == "broken":
            self.send_error(500)
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/html" if self.way == "page" else "application/timestamp-reply")
        self.end_headers()
        self.wfile.write(b"<html>" if self.way in ("page", "rubbish") else answer)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def service(settings: Settings) -> Iterator[type[Answering]]:
    """The stand-in at an address that is set."""
    server = HTTPServer(("127.0.0.1", 0), Answering)
    thread = Thread(target=server.serve_forever)
    thread.start()
    settings.SAKIP_TSA = f"http://127.0.0.1:{server.server_port}/tsr"
    Answering.way = "well"
    yield Answering
    server.shutdown()
    thread.join()
    server.server_close()


def test_its_time_is_in_the_signature(service: type[Answering]) -> None:
    signed = accept(small_pdf(), holder().sign(small_pdf(), reason="LKIP")).signature
    assert (signed.profile, signed.stamped, signed.sound) == (WITH_TIME, MOMENT, True)


@pytest.mark.parametrize("way", ["broken", "page", "rubbish"])
def test_without_its_answer_nothing_is_signed(service: type[Answering], way: str) -> None:
    service.way = way
    with pytest.raises(InputError, match="Peladen cap waktu tidak menjawab sebagaimana mestinya"):
        holder().sign(small_pdf(), reason="LKIP")


def test_one_who_answers_little_by_little_is_left(
    service: type[Answering], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter(range(0, 1_000, timestamp._SECONDS + 1))
    monkeypatch.setattr(timestamp, "monotonic", lambda: next(clock))
    with pytest.raises(InputError, match="belum ada yang ditandatangani"):
        holder().sign(small_pdf(), reason="LKIP")


def test_where_nobody_listens_nothing_is_signed(service: type[Answering], settings: Settings) -> None:
    settings.SAKIP_TSA = "http://127.0.0.1:9/tsr"
    with pytest.raises(InputError, match="belum ada yang ditandatangani"):
        holder().sign(small_pdf(), reason="LKIP")
