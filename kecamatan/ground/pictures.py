"""What a picture would cost to draw, told from its outline: the one judge at every door where a picture comes in.

A decoder works as long as the file tells it to: 340 KB of JPEG can ask for ten thousand passes over a million pixels.
So the bytes are walked through first, from part to part, and nothing is decoded. What is merely broken passes: whoever
draws the picture says so. Pure: no Django, no Pillow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import IO, Final

LARGEST_PIXEL: Final = 25_000_000
"""Of a picture that we draw."""

MOST_SCANS: Final = 100
"""Passes over a progressive JPEG: cameras and programs make about ten."""

MOST_PARTS: Final = 20_000
"""Parts of a file: 15 MB of PNG in the smallest that programs write are 4.000."""

JPEG: Final = b"\xff\xd8\xff"
PNG: Final = b"\x89PNG\r\n\x1a\n"
#: A marker; within a scan a stuffed byte and a restart are none.
_MARKER: Final = re.compile(rb"\xff([\x01-\xcf\xd8-\xfe])")
_END, _SCAN, _BARE = 0xD9, 0xDA, frozenset({0x01, 0xD8})
#: Where a JPEG says how large it is.
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


class PictureRefused(ValueError):
    """The file cannot become a picture; ``str()`` says why and what helps, beginning small after the file's name."""


@dataclass(slots=True)
class _Outline:
    """What drawing would cost. Whatever is counted stops one above its bound."""

    pixel: int = 0
    scans: int = 0
    frames: int = 1
    parts: int = 0

    def size(self, width: int, height: int) -> None:
        """The largest that the file speaks of counts."""
        self.pixel = max(self.pixel, width * height)


def is_picture(content: bytes) -> bool:
    """Whether it begins as one of the kinds that are taken: JPEG, PNG, WebP."""
    return content.startswith((JPEG, PNG)) or (content[:4] == b"RIFF" and content[8:12] == b"WEBP")


def check_picture(file: IO[bytes], *, pixel: int = LARGEST_PIXEL) -> None:
    """Refuse a picture whose drawing would take too long or too much room. Raises :class:`PictureRefused`.

    ``pixel`` is how large it may be. The file stands at its beginning afterwards; whoever calls has bounded its bytes.
    """
    file.seek(0)
    content = file.read()
    file.seek(0)
    if not is_picture(content):
        raise PictureRefused("bukan gambar JPEG, PNG, atau WebP. Pilih berkas foto.")
    found = _Outline()
    walk = _jpeg if content.startswith(JPEG) else _png if content.startswith(PNG) else _webp
    for _ in islice(walk(content, found), MOST_PARTS + 1):
        found.parts += 1
        if found.scans > MOST_SCANS:
            break
    if found.pixel > pixel:
        millions = f"{found.pixel / 1_000_000:.1f}".replace(".", ",")
        raise PictureRefused(
            f"berisi {millions} juta piksel; paling banyak {pixel // 1_000_000} juta. Perkecil gambarnya."
        )
    if found.scans > MOST_SCANS:
        raise PictureRefused(
            f"adalah JPEG progresif dengan lebih dari {MOST_SCANS} lapis; foto biasa sekitar 10. Buka di program "
            f"gambar, simpan ulang sebagai JPEG biasa, lalu unggah lagi."
        )
    if found.frames > 1:
        raise PictureRefused(
            f"adalah gambar bergerak dari {found.frames} gambar; yang dapat dicetak hanya satu. Pilih gambar yang diam."
        )
    if found.parts > MOST_PARTS:
        raise PictureRefused(
            f"tersusun dari lebih dari {MOST_PARTS // 1000} ribu bagian. Buka di program gambar, simpan ulang, lalu "
            f"unggah lagi."
        )


def _jpeg(content: bytes, found: _Outline) -> Iterator[None]:
    """From marker to marker, as far as the picture goes: what a phone appends behind its end is not drawn."""
    place = 0
    while marker := _MARKER.search(content, place):
        kind, place = marker[1][0], marker.end()
        if kind == _END:
            return
        if kind in _BARE:
            continue
        if kind == _SCAN:
            found.scans += 1
        elif kind in _FRAMES:
            found.size(_number(content, place + 5, 2), _number(content, place + 3, 2))
        place += max(_number(content, place, 2), 2)
        yield


def _png(content: bytes, found: _Outline) -> Iterator[None]:
    place = len(PNG)
    while len(kind := content[place + 4 : place + 8]) == 4:
        if kind == b"IHDR":
            found.size(_number(content, place + 8, 4), _number(content, place + 12, 4))
        elif kind == b"acTL":
            found.frames = max(found.frames, _number(content, place + 8, 4))
        place += 12 + _number(content, place, 4)
        yield


def _webp(content: bytes, found: _Outline) -> Iterator[None]:
    place, frames = 12, 0
    while len(kind := content[place : place + 4]) == 4:
        start = place + 8
        match kind:
            case b"VP8X":
                found.size(1 + _little(content, start + 4, 3), 1 + _little(content, start + 7, 3))
            case b"VP8L":
                bits = _little(content, start + 1, 4)
                found.size(1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF))
            case b"VP8 ":
                found.size(_little(content, start + 6, 2) & 0x3FFF, _little(content, start + 8, 2) & 0x3FFF)
            case b"ANMF":
                frames += 1
                found.frames = max(found.frames, frames)
        length = _little(content, place + 4, 4)
        place = start + length + length % 2
        yield


def _number(content: bytes, place: int, length: int) -> int:
    return int.from_bytes(content[place : place + length], "big")


def _little(content: bytes, place: int, length: int) -> int:
    return int.from_bytes(content[place : place + length], "little")
