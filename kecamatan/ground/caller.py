"""From where the one who writes came, for the trail: known to whoever took the request, asked by whoever writes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_ADDRESS: ContextVar[str | None] = ContextVar("caller_address", default=None)


@contextmanager
def called_from(address: str | None) -> Iterator[None]:
    """What is written inside is written for a request from this IP address; None where it has none."""
    token = _ADDRESS.set(address)
    try:
        yield
    finally:
        _ADDRESS.reset(token)


def caller_address() -> str | None:
    """The address of the request that is being answered; None outside one (a command, a task)."""
    return _ADDRESS.get()
