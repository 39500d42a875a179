"""From where a request comes, for the sign-in lock and the logs."""

from django.conf import settings
from django.http import HttpRequest


def client_ip(request: HttpRequest) -> str | None:
    """Return the address of the client as the outermost of our own proxies saw it.

    Each trusted proxy appends the address it was called from, so with n proxies the client is the n-th
    entry from the right. Entries further left are whatever the client chose to send and are never read.
    Without proxies (`SAKIP_PROXY_COUNT=0`) the header is ignored. None where there is no address, as behind a Unix
    socket: a database column for addresses takes nothing else.
    """
    remote: str | None = request.META.get("REMOTE_ADDR") or None
    count: int = settings.SAKIP_PROXY_COUNT
    if count == 0:
        return remote
    hops = [hop.strip() for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if hop.strip()]
    return hops[-count] if len(hops) >= count else remote
