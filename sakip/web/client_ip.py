"""From where a request comes, for the sign-in lock, the logs and the trail."""

import re
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from kecamatan.ground.caller import called_from

#: An address with the port that some proxies add: "203.0.113.7:50123", "[2001:db8::7]:50123".
_WITH_PORT: Final = re.compile(r"([0-9.]+):[0-9]+|\[([^\]]+)\](?::[0-9]+)?")


def client_ip(request: HttpRequest) -> str | None:
    """Return the address of the client as the outermost of our own proxies saw it.

    Each trusted proxy appends the address it was called from, so with n proxies the client is the n-th
    entry from the right. Entries further left are whatever the client chose to send and are never read.
    Without proxies (`SAKIP_PROXY_COUNT=0`) the header is ignored. An entry that is no address counts as missing: then
    it is the address of the proxy. None where there is no address, as behind a Unix socket: a database column for
    addresses takes nothing else.
    """
    remote = _address(request.META.get("REMOTE_ADDR", ""))
    count: int = settings.SAKIP_PROXY_COUNT
    if count == 0:
        return remote
    hops = [hop.strip() for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if hop.strip()]
    return (_address(hops[-count]) if len(hops) >= count else None) or remote


def _address(text: str) -> str | None:
    """The address in a text as every database writes it, without port and zone; None where there is none."""
    if found := _WITH_PORT.fullmatch(text):
        text = found[1] or found[2]
    try:
        address: IPv4Address | IPv6Address = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    return str(getattr(address, "ipv4_mapped", None) or address)


class CallerMiddleware:
    """Let the trail know from where the request came."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with called_from(client_ip(request)):
            return self.get_response(request)
