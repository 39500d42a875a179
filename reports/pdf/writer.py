"""Objects of a PDF → the file, the same bytes for the same objects."""

from __future__ import annotations

import zlib
from typing import Any, Final

_HEAD: Final = b"%PDF-1.7\n%\xf0\x9f\x96\xa4\n"

#: Objects in one stream: a reader that wants one of them unpacks all.
_TOGETHER: Final = 2000


def write_file(pdf: Any, identifier: bytes) -> bytes:
    """The file: what is no stream is packed, two thousand objects at a time.

    The engine's own writer compresses at the slowest level, four times the time for one percent of the size.
    """
    pdf.add_object(pdf.info)
    pieces, at = [_HEAD], len(_HEAD)
    entries: list[tuple[int, int, int]] = [(0, 0, 65535)] * len(pdf.objects)
    packed: list[tuple[int, bytes]] = []

    def add(number: int, body: bytes) -> None:
        nonlocal at
        if number == len(entries):
            entries.append((1, at, 0))
        else:
            entries[number] = (1, at, 0)
        pieces.append(b"%d 0 obj\n%b\nendobj\n" % (number, body))
        at += len(pieces[-1])

    for subject in pdf.objects[1:]:
        if subject.compressible:
            packed.append((subject.number, subject.data))
        else:
            add(subject.number, subject.data)
    for start in range(0, len(packed), _TOGETHER):
        several = packed[start : start + _TOGETHER]
        stream = len(entries)
        add(stream, _packed(several))
        for order, (number, _) in enumerate(several):
            entries[number] = (2, stream, order)
    entries.append((1, at, 0))
    wide = max(3, (at.bit_length() + 7) // 8)
    table = b"".join(
        kind.to_bytes(1, "big") + where.to_bytes(wide, "big") + order.to_bytes(2, "big")
        for kind, where, order in entries
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


def _packed(several: list[tuple[int, bytes]]) -> bytes:
    numbers, at = [], 0
    for number, body in several:
        numbers += [number, at]
        at += len(body) + 1
    head = b" ".join(b"%d" % one for one in numbers) + b"\n"
    content = zlib.compress(head + b"\n".join(body for _, body in several))
    return stream_body(b"/Type /ObjStm/N %d/First %d" % (len(several), len(head)), content, packed=True)


def stream_body(entries: bytes, content: bytes, *, packed: bool = False) -> bytes:
    """A stream with its dictionary of ``entries``."""
    said = entries + (b"/Filter /FlateDecode" if packed else b"")
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (said, len(content), content)
