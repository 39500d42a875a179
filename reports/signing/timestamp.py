"""The clock of somebody else: a time-stamping authority (RFC 3161), asked over HTTP with a limit on time and size."""

from __future__ import annotations

from http.client import HTTPResponse
from time import monotonic
from typing import Final
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from asn1crypto import tsp
from pyhanko.sign.timestamps import TimeStamper

_SECONDS: Final = 15
_LARGEST: Final = 100_000
_TYPE: Final = "application/timestamp-reply"


class TimestampFailed(Exception):
    """The authority did not answer, or not with a time stamp; ``str()`` says so with the remedy."""

    def __init__(self) -> None:
        super().__init__(
            "Peladen cap waktu tidak menjawab sebagaimana mestinya, sehingga belum ada yang ditandatangani. Coba lagi;"
            " jika terulang, hubungi admin."
        )


class _HttpStamper(TimeStamper):
    def __init__(self, address: str) -> None:
        super().__init__()
        self._address = address

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """Ask. There is nobody else to be served meanwhile, so it waits."""
        request = Request(  # noqa: S310  # the address is the installation's, http or https
            self._address,
            data=req.dump(),
            headers={"Content-Type": "application/timestamp-query", "Accept": _TYPE},
        )
        try:
            with urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310
                content = _whole(answer, until=monotonic() + _SECONDS)
                if answer.headers.get_content_type() != _TYPE:
                    raise TimestampFailed
            return tsp.TimeStampResp.load(content)
        except (URLError, OSError, ValueError) as error:
            if isinstance(error, HTTPError):
                error.close()
            raise TimestampFailed from error


def _whole(answer: HTTPResponse, *, until: float) -> bytes:
    """What is answered until then. One who sends a little now and then would be waited for without end."""
    content = b""
    while piece := answer.read1(_LARGEST):
        content += piece
        if len(content) > _LARGEST or monotonic() > until:
            raise TimestampFailed
    return content


def time_stamper(address: str) -> TimeStamper | None:
    """The authority at an address, None without one."""
    return _HttpStamper(address) if address else None
