"""Calls across an edge of the interpreter's pieces of frames, counted by the pages that the system has to give."""

import resource
from concurrent.futures import ThreadPoolExecutor

from sakip.web.frame_room import roomy

TURNS = 200


def leaf() -> None:
    """One call more."""


def pages_at(depth: int) -> int:
    """Pages given while ``leaf`` is called from ``depth`` calls below."""
    if depth:
        return pages_at(depth - 1)
    before = resource.getrusage(resource.RUSAGE_THREAD).ru_minflt
    for _ in range(TURNS):
        leaf()
    return resource.getrusage(resource.RUSAGE_THREAD).ru_minflt - before


def most_pages() -> int:
    return max(pages_at(depth) for depth in range(300))


def test_no_depth_of_calls_asks_for_a_page_at_every_turn() -> None:
    with ThreadPoolExecutor(1) as thread:  # of its own, without the room that every test is given
        assert thread.submit(roomy(most_pages)).result() < TURNS


def test_the_call_is_the_function_s_own() -> None:
    def difference(a: int, *, b: int) -> int:
        """a − b"""
        return a - b

    assert roomy(difference)(5, b=3) == 2
    assert roomy(difference).__doc__ == "a − b"
