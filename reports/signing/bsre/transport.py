"""One question to the service and its answer: TLS checked, time and size bounded, no way to another address."""

from __future__ import annotations

import json
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import httpx

from kecamatan.ground.errors import InputError

_CONNECT_SECONDS: Final = 10.0

#: What an answer that holds no document may be long.
SMALL: Final = 100_000

_AGAIN: Final = "Belum ada yang ditandatangani. Coba lagi; jika terulang, hubungi admin."


class BsreRefused(InputError):
    """The service did not sign; ``str()`` says why, in Indonesian, with what helps, and nothing that is secret."""


@dataclass(frozen=True, slots=True)
class Service:
    """Where the service is and how the application signs in to it. ``address`` ends without a stroke; ``version`` is 1
    or 2; ``bundle`` a file of CA certificates (PEM), empty for those of the system; ``seconds`` the most that one
    answer may take."""

    address: str
    version: int
    user: str = field(repr=False)
    password: str = field(repr=False)
    bundle: str = ""
    seconds: float = 45


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked: method, path below the address, and the body as httpx takes it."""

    method: str
    path: str
    body: Mapping[str, Any] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, whole."""

    status: int
    content: bytes = field(repr=False)
    document: str = ""
    """The header ``id_dokumen``."""

    def fields(self) -> dict[str, Any]:
        """The JSON object in it; empty where it is none."""
        try:
            found = json.loads(self.content)
        except (ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}


def ask(service: Service, request: Request, *, most: int = SMALL) -> Answer:
    """Ask, and read at most so many bytes. Raises :class:`BsreRefused` where no whole answer comes.

    What httpx says of a failure is cut off: it names the address, and that of version 1 holds the NIK.
    """
    try:
        return _ask(service, request, most)
    except httpx.TimeoutException:
        raise _too_slow(service) from None
    except (httpx.HTTPError, httpx.InvalidURL, ssl.SSLError) as error:
        if "CERTIFICATE_VERIFY_FAILED" in str(error):
            raise BsreRefused(
                "Sertifikat TLS layanan BSrE tidak dipercaya, sehingga tidak ada yang dikirim. Minta admin memeriksa"
                " SAKIP_BSRE_ADDRESS dan SAKIP_BSRE_CA."
            ) from None
        if isinstance(error, httpx.ConnectError | httpx.InvalidURL | httpx.UnsupportedProtocol):
            raise BsreRefused(f"Layanan BSrE tidak dapat dihubungi. {_AGAIN}") from None
        raise BsreRefused(f"Layanan BSrE memutus sambungan sebelum selesai menjawab. {_AGAIN}") from None


def _ask(service: Service, request: Request, most: int) -> Answer:
    end = time.monotonic() + service.seconds
    limits = httpx.Timeout(service.seconds, connect=min(_CONNECT_SECONDS, service.seconds))
    with (
        httpx.Client(
            # Neither a proxy nor a password from the environment: what is sent here goes to this address alone.
            trust_env=False,
            follow_redirects=False,
            verify=_trusted(service),
            timeout=limits,
            auth=(service.user, service.password),
            headers={"Accept-Encoding": "identity"},
        ) as client,
        client.stream(request.method, service.address + request.path, **request.body) as response,
    ):
        if response.is_redirect:
            raise BsreRefused(
                "Layanan BSrE mengalihkan ke alamat lain, sehingga dokumen tidak dikirim ke sana. Minta admin memeriksa"
                " SAKIP_BSRE_ADDRESS."
            )
        content = bytearray()
        for piece in response.iter_bytes():
            content += piece
            if len(content) > most:
                raise BsreRefused(f"Jawaban layanan BSrE terlalu besar untuk dokumen ini. {_AGAIN}")
            if time.monotonic() > end:
                raise _too_slow(service)
        return Answer(response.status_code, bytes(content), response.headers.get("id_dokumen", ""))


def _trusted(service: Service) -> ssl.SSLContext:
    """Whom to believe: read anew every time, as the certificates may be others by now; without TLS nobody, as reading
    those of the system takes longer than the question."""
    if service.address.startswith("https:"):
        return ssl.create_default_context(cafile=service.bundle or None)
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def _too_slow(service: Service) -> BsreRefused:
    return BsreRefused(f"Layanan BSrE tidak selesai menjawab dalam {service.seconds:g} detik. {_AGAIN}")
