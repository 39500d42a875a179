"""Room for the frames of what is called, taken once instead of at every call that happens to cross an edge."""

from collections.abc import Callable
from functools import wraps
from typing import Final, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

#: Slots of eight bytes that the first frame claims: just over half a MiB, so that CPython, which rounds up to a power
#: of two, takes one MiB and as much again is left for the frames below. None of it is touched before it is used.
_SLOTS: Final = 2**16


def roomy(function: Callable[P, R]) -> Callable[P, R]:
    """Return ``function``, called with half a MiB of room for the frames of everything that it calls.

    CPython keeps the frames of a thread in pieces of 16 KiB, asks the system for the next when a call does not fit into
    the present one, and gives it back when that call returns. Where a loop happens to call across such an edge, each
    turn asks, gets an empty page and gives it back: one page of ours did so 11.200 times, which was half of its time,
    and the next change of any caller above it moved the edge elsewhere.
    """

    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        return function(*args, **kwargs)

    call.__code__ = call.__code__.replace(co_stacksize=_SLOTS)
    return wraps(function)(call)
