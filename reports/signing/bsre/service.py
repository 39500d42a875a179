"""A signature by BSrE: first whether the signer may sign, then the signature. Bytes in, bytes out; no database.

What comes back is whatever the service holds to be signed: :mod:`reports.signing.accept` decides whether it is taken.
"""

from __future__ import annotations

from dataclasses import replace

from django.conf import settings

from reports.signing.bsre.refusals import ISSUED, refused, shown, unreadable, without_certificate
from reports.signing.bsre.transport import Answer, BsreRefused, Service, ask
from reports.signing.bsre.versions import (
    document_in,
    download_request,
    reason_in,
    sign_request,
    state_in,
    state_request,
    verdict_in,
    verify_request,
)

#: What is asked beside signing takes no longer.
_ASIDE: float = 5

#: How much a signature adds at the most, certificates and time stamp included.
_SIGNATURE: int = 2_000_000


def configured() -> Service | None:
    """The service of this installation, None where none is set."""
    if not settings.SAKIP_BSRE_ADDRESS:
        return None
    return Service(
        address=settings.SAKIP_BSRE_ADDRESS.rstrip("/"),
        version=int(settings.SAKIP_BSRE_VERSION),
        user=settings.SAKIP_BSRE_USER,
        password=settings.SAKIP_BSRE_PASSWORD,
        bundle=settings.SAKIP_BSRE_CA,
        seconds=settings.SAKIP_BSRE_SECONDS,
    )


def ensure_configured() -> Service:
    """As :func:`configured`. Raises :class:`BsreRefused` where none is set."""
    service = configured()
    if service is None:
        raise BsreRefused(
            "Layanan BSrE belum disiapkan di instalasi ini. Minta admin mengisi SAKIP_BSRE_ADDRESS, atau tandatangani"
            " di luar lalu unggah."
        )
    return service


def ensure_certified(service: Service, nik: str) -> None:
    """Raise :class:`BsreRefused` unless the signer has a valid certificate."""
    answer = ask(service, state_request(service.version, nik))
    state = state_in(answer)
    if state == ISSUED and answer.status == 200:
        return
    if state:
        raise without_certificate(state)
    raise refused(answer, nik, service.password) if answer.status >= 400 else unreadable()


def why_not_certified(service: Service, nik: str) -> str:
    """As :func:`ensure_certified` says it, for who is about to type the passphrase; empty where he may sign."""
    try:
        ensure_certified(replace(service, seconds=min(service.seconds, _ASIDE)), nik)
    except BsreRefused as error:
        return str(error)
    return ""


def signed_by_bsre(
    service: Service, pdf: bytes, *, nik: str, passphrase: str, reason: str, totp: str = ""
) -> bytes:
    """What the service answers to a PDF that it is to sign, by passphrase or ``totp``. Raises :class:`BsreRefused`."""
    ensure_certified(service, nik)
    most = (len(pdf) + _SIGNATURE) * 3 // 2  # base64 takes a third more
    secrets = (nik, passphrase, totp, service.password)
    request = sign_request(service.version, pdf, nik=nik, passphrase=passphrase, totp=totp, reason=reason)
    answer = _taken(ask(service, request, most=most), *secrets)
    if document_in(answer) is None and (download := download_request(answer)):
        answer = _taken(ask(service, download, most=most), *secrets)
    document = document_in(answer)
    if document is None:
        raise unreadable()
    return document


def confirmed_by_bsre(service: Service, pdf: bytes) -> tuple[bool | None, str]:
    """What the service itself thinks of a signed PDF, None where it does not say, and its words or why there are none.

    Asked for comparison alone: whatever it answers, or if it does not, nothing is raised.
    """
    try:
        answer = ask(
            replace(service, seconds=min(service.seconds, _ASIDE)), verify_request(service.version, pdf)
        )
    except BsreRefused as error:
        return None, str(error)
    verdict = verdict_in(answer) if answer.status == 200 else None
    return verdict, shown(reason_in(answer), service.password)


def _taken(answer: Answer, *secrets: str) -> Answer:
    """An answer that is no refusal. Raises :class:`BsreRefused`."""
    if answer.status >= 400 or answer.fields().get("error"):
        raise refused(answer, *secrets)
    if answer.status != 200:
        raise unreadable()
    return answer
