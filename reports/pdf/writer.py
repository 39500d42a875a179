"""Objects of a PDF → the file, the same bytes for the same objects."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import accumulate
from typing import Any, Final, Self

_HEAD: Final = b"%PDF-1.7\n%\xf0\x9f\x96\xa4\n"

#: Objects in one stream: a reader that wants one of them unpacks all.
_TOGETHER: Final = 2000

#: Packs that are made at once, where there are as many processors.
_AT_ONCE: Final = 2


class Packing:
    """The objects of a PDF that are no streams, packed two thousand at a time beside the writing of the others: the
    library that packs lets this thread work meanwhile. It takes a third of the time of an unchanged document."""

    def __init__(self, pdf: Any) -> None:
        self._objects = pdf.objects
        self._threads = ThreadPoolExecutor(_AT_ONCE)
        self._begun: list[Future[bytes]] = []
        self._open: list[Any] = []
        self._seen = 1
        self._first: list[Any] = []
        self._numbers: list[list[int]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._threads.shutdown(cancel_futures=True)

    def go_on(self) -> None:
        """All objects so far are written. What is said of the whole document is said last: it is among the first."""
        new = self._objects[self._seen :]
        self._seen = len(self._objects)
        self._open += [one for one in new if one.compressible]
        while len(self._open) >= _TOGETHER:
            self._begin(self._open[:_TOGETHER])
            del self._open[:_TOGETHER]

    def _begin(self, several: list[Any]) -> None:
        self._numbers.append([one.number for one in several])
        if len(self._numbers) == 1:
            self._first = several
        else:
            self._begun.append(self._threads.submit(_packed, several))

    def streams(self) -> Iterator[tuple[list[int], bytes]]:
        """The numbers and the stream of each pack: all that there is is written."""
        self.go_on()
        if self._open:
            self._begin(self._open)
        yield from zip(
            self._numbers, [_packed(self._first), *(one.result() for one in self._begun)], strict=True
        )


def write_file(pdf: Any, identifier: bytes, packing: Packing) -> bytes:
    """The file.

    The engine's own writer compresses at the slowest level, four times the time for one percent of the size.
    """
    pdf.add_object(pdf.info)
    pieces, at = [_HEAD], len(_HEAD)
    entries: list[tuple[int, int, int]] = [(0, 0, 65535)] * len(pdf.objects)

    def add(number: int, body: bytes) -> None:
        nonlocal at
        if number == len(entries):
            entries.append((1, at, 0))
        else:
            entries[number] = (1, at, 0)
        pieces.append(b"%d 0 obj\n%b\nendobj\n" % (number, body))
        at += len(pieces[-1])

    for subject in pdf.objects[1:]:
        if not subject.compressible:
            add(subject.number, subject.data)
    for numbers, body in packing.streams():
        stream = len(entries)
        add(stream, body)
        for order, number in enumerate(numbers):
            entries[number] = (2, stream, order)
    entries.append((1, at, 0))
    wide = max(3, (at.bit_length() + 7) // 8)
    left = 8 * (wide + 2)
    table = b"".join(
        [(kind << left | where << 16 | order).to_bytes(wide + 3, "big") for kind, where, order in entries]
    )
    said = b"/Type /XRef/Index [0 %d]/W [1 %d 2]/Size %d/Root %b/Info %b/ID [<%b> <%b>]" % (
        *(len(entries), wide, len(entries), pdf.catalog.reference, pdf.info.reference),
        *(identifier, identifier),
    )
    pieces.append(
        b"%d 0 obj\n%b\nendobj\n" % (len(entries) - 1, stream_body(said, zlib.compress(table), packed=True))
    )
    pieces.append(b"startxref\n%d\n%%%%EOF\n" % at)
    return b"".join(pieces)


def _packed(several: list[Any]) -> bytes:
    bodies = [one.data for one in several]
    starts = accumulate([len(body) + 1 for body in bodies[:-1]], initial=0)
    head = b" ".join([b"%d %d" % (one.number, at) for one, at in zip(several, starts, strict=True)]) + b"\n"
    content = zlib.compress(head + b"\n".join(bodies))
    return stream_body(b"/Type /ObjStm/N %d/First %d" % (len(several), len(head)), content, packed=True)


def stream_body(entries: bytes, content: bytes, *, packed: bool = False) -> bytes:
    """A stream with its dictionary of ``entries``."""
    said = entries + (b"/Filter /FlateDecode" if packed else b"")
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (said, len(content), content)
