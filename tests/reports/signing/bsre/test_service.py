"""BSrE through its e-Sign client service, in both versions: what is sent, what is taken, what is refused and how."""

from __future__ import annotations

import logging
import logging.config
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from pytest_django import Settings

from reports.signing.accept import Refused, accept
from reports.signing.bsre.service import (
    configured,
    confirmed_by_bsre,
    ensure_configured,
    signed_by_bsre,
    why_not_certified,
)
from reports.signing.bsre.transport import BsreRefused, Request, Service, ask
from reports.signing.keys.local import new_key
from tests.reports.signing.bsre.stand_in import (
    NIK,
    PASSPHRASE,
    PASSWORD,
    TOTP,
    StandIn,
    break_off,
    never_end,
    redirect,
    standing_in,
)
from tests.reports.signing.signers import holder, small_pdf

pytestmark = pytest.mark.one_engine

REASON = "LKIP Kecamatan Uji Tahun 2021 versi 1"
BOTH = pytest.mark.parametrize("version", [1, 2])


@pytest.fixture
def esign() -> Iterator[StandIn]:
    with standing_in() as stand_in:
        yield stand_in


def signed(service: Service, passphrase: str = PASSPHRASE) -> bytes:
    return signed_by_bsre(service, small_pdf(), nik=NIK, passphrase=passphrase, reason=REASON)


def refusal(service: Service, passphrase: str = PASSPHRASE) -> str:
    with pytest.raises(BsreRefused) as found:
        signed(service, passphrase)
    return str(found.value)


@pytest.mark.parametrize(("version", "form"), [(1, "pdf"), (1, "base64"), (1, "unduh"), (2, "base64")])
def test_a_signature_in_every_form_of_answer(esign: StandIn, version: int, form: str) -> None:
    esign.form = form
    accepted = accept(small_pdf(), signed(esign.service(version)))
    assert (accepted.signature.signer, accepted.signature.reason) == ("Siti Aminah", REASON)
    assert accepted.content.startswith(small_pdf())


def test_what_version_1_is_sent(esign: StandIn) -> None:
    signed(esign.service(1))
    state, sign = esign.asked
    assert (state.method, state.path) == ("GET", f"/api/user/status/{NIK}")
    assert (sign.method, sign.path) == ("POST", "/api/sign/pdf")
    assert sign.fields == {
        "file": small_pdf(),
        "nik": NIK,
        "passphrase": PASSPHRASE,
        "tampilan": "invisible",
        "reason": REASON,
    }


def test_what_version_2_is_sent(esign: StandIn) -> None:
    signed(esign.service(2))
    state, sign = esign.asked
    assert (state.method, state.path, state.fields) == ("POST", "/api/v2/user/check/status", {"nik": NIK})
    assert (sign.method, sign.path) == ("POST", "/api/v2/sign/pdf")
    assert sign.fields.keys() == {"nik", "passphrase", "signatureProperties", "file"}
    assert sign.fields["signatureProperties"] == [{"tampilan": "INVISIBLE", "reason": REASON}]


def test_version_2_takes_a_code_in_place_of_the_passphrase(esign: StandIn) -> None:
    def by_code(totp: str) -> bytes:
        return signed_by_bsre(esign.service(2), small_pdf(), nik=NIK, passphrase="", totp=totp, reason=REASON)

    assert accept(small_pdf(), by_code(TOTP)).signature.signer == "Siti Aminah"
    assert esign.asked[-1].fields.keys() == {"nik", "totp", "signatureProperties", "file"}
    with pytest.raises(BsreRefused, match="Kode TOTP BSrE tidak cocok atau sudah lewat") as found:
        by_code("000000")
    assert "000000" not in str(found.value)


@BOTH
def test_the_service_is_asked_what_it_thinks_of_a_file(esign: StandIn, version: int) -> None:
    service = esign.service(version)
    assert confirmed_by_bsre(service, signed(service))[0] is True
    assert esign.asked[-1].path == {1: "/api/sign/verify", 2: "/api/v2/verify/pdf"}[version]
    broken = bytearray(signed(service))
    broken[len(small_pdf()) // 2] ^= 1
    assert confirmed_by_bsre(service, bytes(broken))[0] is False
    assert confirmed_by_bsre(service, small_pdf())[0] is False


@BOTH
@pytest.mark.parametrize(
    ("answer", "verdict", "words"),
    [
        ((200, {"conclusion": "VALID", "description": "Sah"}), True, "Sah"),
        ((200, {"conclusion": "WARNING", "description": f"Untuk {NIK}"}), False, "Untuk …"),
        ((200, {"jumlah_signature": 0, "notes": "Tanpa tanda tangan"}), False, "Tanpa tanda tangan"),
        (
            (
                200,
                {"jumlah_signature": 1, "details": [{"signature_document": {"document_integrity": False}}]},
            ),
            False,
            "",
        ),
        ((200, {"jumlah_signature": 1, "details": [{"signature_document": 1}]}), None, ""),
        ((200, {"jumlah_signature": 1, "details": ["x"]}), None, ""),
        ((200, b"<html>"), None, ""),
        ((500, {"error": "Rusak", "conclusion": "VALID"}), None, "Rusak"),
    ],
)
def test_what_it_answers_is_a_yes_a_no_or_nothing(
    esign: StandIn, version: int, answer: tuple[int, object], verdict: bool | None, words: str
) -> None:
    esign.verdict = answer
    assert confirmed_by_bsre(esign.service(version), small_pdf()) == (verdict, words)


def test_a_service_that_is_not_there_confirms_nothing_and_breaks_nothing() -> None:
    with standing_in() as gone:
        pass
    verdict, words = confirmed_by_bsre(gone.service(2), small_pdf())
    assert verdict is None
    assert "tidak dapat dihubungi" in words


@BOTH
def test_the_state_is_told_before_anything_secret_is_typed(esign: StandIn, version: int) -> None:
    assert why_not_certified(esign.service(version), NIK) == ""
    esign.state = "EXPIRED"
    assert "sudah habis" in why_not_certified(esign.service(version), NIK)
    assert "tidak dapat dihubungi" in why_not_certified(
        esign.service(2, address="https://esign.invalid"), NIK
    )


@BOTH
@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("EXPIRED", "Masa berlaku sertifikat BSrE Anda sudah habis. Perpanjang dahulu."),
        ("REVOKE", "sudah dicabut"),
        ("NOT_REGISTERED", "NIK Anda belum terdaftar di BSrE. Periksa NIK"),
        ("LAIN 3509101708800001", 'Keadaan sertifikat BSrE Anda "LAIN …", bukan "ISSUE"'),
        ("", "tidak dapat dibaca"),
        (7, "tidak dapat dibaca"),
    ],
)
def test_who_has_no_valid_certificate_is_told_and_nothing_is_sent(
    esign: StandIn, version: int, state: object, words: str
) -> None:
    esign.state = state
    assert words in refusal(esign.service(version))
    assert len(esign.asked) == 1


@BOTH
@pytest.mark.parametrize(
    ("status", "answer", "words"),
    [
        (400, {"status_code": 2031, "error": "x"}, "Passphrase BSrE tidak cocok. Isi passphrase sertifikat"),
        (400, {"error": "Passphrase anda salah"}, "Passphrase BSrE tidak cocok"),
        (500, {"status_code": "2011"}, "NIK Anda belum terdaftar"),
        (400, {"error": "User tidak terdaftar"}, "NIK Anda belum terdaftar"),
        (401, {"error": "Unauthorized"}, "memeriksa SAKIP_BSRE_USER dan SAKIP_BSRE_PASSWORD"),
        (400, {"error": "Ukuran berkas\n terlalu besar"}, 'menolak: "Ukuran berkas terlalu besar". Perbaiki'),
        (200, {"error": "Ukuran terlalu besar", "id_dokumen": "d-1"}, 'menolak: "Ukuran terlalu besar"'),
        (503, b"<html>", "menolak tanpa alasan (HTTP 503)"),
        (400, ["larik"], "menolak tanpa alasan (HTTP 400)"),
        (200, b"", "tidak dapat dibaca"),
        (200, b"<html>Selamat datang</html>", "tidak dapat dibaca"),
        (200, {"file": "bukan base64!"}, "tidak dapat dibaca"),
        (200, {"file": ["YQ==", "YQ=="]}, "tidak dapat dibaca"),
        (200, b"[" * 100_000, "tidak dapat dibaca"),
        (201, {"file": ["YQ=="]}, "tidak dapat dibaca"),
    ],
)
def test_what_the_service_refuses_is_told_with_what_helps(
    esign: StandIn, version: int, status: int, answer: object, words: str
) -> None:
    esign.refusal = (status, answer)
    esign.kept["d-1"] = b""  # an answer of which only the header names a document leads to it
    assert words in refusal(esign.service(version))


def test_an_id_is_no_way_to_another_address(esign: StandIn) -> None:
    esign.refusal = (200, {"id_dokumen": "../../pengguna?x="})
    esign.kept["d-1"] = b"bukan PDF"
    refusal(esign.service(1))
    assert [one.path for one in esign.asked[2:]] == ["/api/sign/download/d-1"]


@BOTH
def test_a_wrong_password_of_the_application_is_the_admins_matter(esign: StandIn, version: int) -> None:
    assert "SAKIP_BSRE_PASSWORD" in refusal(esign.service(version, password="lain"))
    assert len(esign.asked) == 1


@BOTH
def test_a_service_that_hangs_is_left(esign: StandIn, version: int) -> None:
    esign.trouble = esign.hang
    assert "tidak selesai menjawab dalam 0.2 detik" in refusal(esign.service(version, seconds=0.2))


@BOTH
def test_an_answer_that_breaks_off_or_never_ends_is_left(esign: StandIn, version: int) -> None:
    esign.trouble = break_off
    assert "memutus sambungan" in refusal(esign.service(version))
    esign.trouble = never_end
    assert "terlalu besar" in refusal(esign.service(version))


@BOTH
def test_what_is_secret_goes_to_no_other_address(esign: StandIn, version: int) -> None:
    with standing_in() as other:
        esign.trouble = redirect(f"{other.address}/api/sign/pdf")
        assert "mengalihkan ke alamat lain" in refusal(esign.service(version))
        assert other.asked == []


def test_a_service_that_is_not_there(esign: StandIn) -> None:
    with standing_in() as gone:
        pass
    assert "tidak dapat dihubungi" in refusal(gone.service(2))
    assert "tidak dapat dihubungi" in refusal(esign.service(2, address="https://esign.invalid"))


def another_document(pdf: bytes, reason: str) -> bytes:
    return holder().sign(small_pdf("Lain"), reason=reason)


def unsigned(pdf: bytes, reason: str) -> bytes:
    return pdf


def one_byte_changed(pdf: bytes, reason: str) -> bytes:
    found = bytearray(holder().sign(pdf, reason=reason))
    found[len(pdf) // 2] ^= 1
    return bytes(found)


def signature_changed(pdf: bytes, reason: str) -> bytes:
    found = holder().sign(pdf, reason=reason)
    return found[: len(pdf)] + found[len(pdf) :].replace(reason.encode()[:4], b"LHKP")


def rubbish(pdf: bytes, reason: str) -> bytes:
    return b"bukan PDF"


def signed_twice(pdf: bytes, reason: str) -> bytes:
    return holder().sign(holder().sign(pdf, reason=reason), reason=reason)


def cut_short(pdf: bytes, reason: str) -> bytes:
    return holder().sign(pdf, reason=reason)[:-500]


@BOTH
@pytest.mark.parametrize(
    "sign",
    [another_document, unsigned, one_byte_changed, signature_changed, rubbish, signed_twice, cut_short],
    ids=lambda sign: sign.__name__,
)
def test_only_our_document_with_one_valid_signature_is_taken(esign: StandIn, version: int, sign: Any) -> None:
    esign.sign = sign
    esign.form = "base64"
    answered = signed(esign.service(version))
    with pytest.raises(Refused):
        accept(small_pdf(), answered)


@BOTH
def test_nothing_secret_is_told_or_logged(
    esign: StandIn, version: int, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    esign.refusal = (400, {"error": f"Gagal untuk {NIK} dengan {PASSPHRASE} oleh {PASSWORD}"})
    service = esign.service(version)
    told = refusal(service) + repr(service)
    esign.refusal, esign.trouble = None, break_off
    told += refusal(service)
    request = Request("GET", "/", {"json": {"nik": NIK}})
    answer = ask(service, Request("GET", f"/api/user/status/{NIK}"))
    told += repr(answer) + repr(request)
    # The library names addresses; that it is silent is asked below.
    told += "\n".join(one.getMessage() for one in caplog.records if one.name.startswith("reports"))
    assert [secret for secret in (NIK, PASSPHRASE, PASSWORD) if secret in told] == []
    assert "HTTP 400" in told


@pytest.mark.parametrize("name", ["httpx", "httpcore", "httpcore.http11", "httpcore.connection"])
def test_the_client_library_logs_nothing(settings: Settings, name: str) -> None:
    logging.config.dictConfig(settings.LOGGING)
    assert not logging.getLogger(name).isEnabledFor(logging.ERROR)


def test_a_failure_carries_no_address_along(esign: StandIn) -> None:
    esign.trouble = break_off
    with pytest.raises(BsreRefused) as found:
        signed(esign.service(1))
    assert found.value.__suppress_context__
    assert found.value.__cause__ is None


def tls_certificate(folder: Path) -> Path:
    """A certificate of 127.0.0.1 that it gave itself, with its key."""
    key, name = new_key(), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    location = folder / "tls.pem"
    location.write_bytes(private + certificate.public_bytes(Encoding.PEM))
    return location


def test_the_service_is_known_by_its_certificate(tmp_path: Path) -> None:
    location = tls_certificate(tmp_path)
    with standing_in(location) as esign:
        assert "Sertifikat TLS layanan BSrE tidak dipercaya" in refusal(esign.service(2))
        assert esign.asked == []
        accept(small_pdf(), signed(esign.service(2, bundle=str(location))))


def test_the_service_is_set_for_the_installation(settings: Settings) -> None:
    assert configured() is None
    with pytest.raises(BsreRefused, match="belum disiapkan di instalasi ini"):
        ensure_configured()
    settings.SAKIP_BSRE_ADDRESS = "https://esign.contohkab.go.id/"
    settings.SAKIP_BSRE_VERSION, settings.SAKIP_BSRE_SECONDS = "1", 30
    settings.SAKIP_BSRE_USER, settings.SAKIP_BSRE_PASSWORD = "sakip", "rahasia"
    expected = Service("https://esign.contohkab.go.id", 1, "sakip", "rahasia", "", 30)
    assert ensure_configured() == expected
