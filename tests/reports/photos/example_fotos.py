"""Photos as phones make them, and files that only pretend to be photos."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

from PIL import Image

_ORIENTATION, _PLACE = 0x0112, 0x8825


def jpeg(width: int = 1600, height: int = 1200, *, colour: str = "steelblue", exif: bool = False) -> bytes:
    """A JPEG; with ``exif`` it lies on its side, says so, and where it was taken."""
    figure = Image.new("RGB", (width, height), colour)
    figure.paste("gold", (0, 0, width // 2, height // 2))  # one corner of its own, to see it turn
    sign_out = BytesIO()
    others = {}
    if exif:
        data = Image.Exif()
        data[_ORIENTATION] = 6  # turn a quarter clockwise to see it upright
        data[0x0110] = "Kamera Uji"
        data.get_ifd(_PLACE)[2] = (8.0, 15.0, 30.0)
        others["exif"] = data
    figure.save(sign_out, "JPEG", quality=90, **others)
    return sign_out.getvalue()


def jpeg_with_exif(*entries: tuple[int, int, bytes]) -> bytes:
    """A JPEG with these entries (tag, kind, four bytes) of an EXIF that no program of ours wrote."""
    rows = b"".join(struct.pack("<HHI", tag, kind, 1) + value for tag, kind, value in entries)
    data = b"Exif\0\0II*\0\x08\0\0\0" + struct.pack("<H", len(entries)) + rows + bytes(4)
    sign_out = BytesIO()
    Image.new("RGB", (600, 400), "green").save(sign_out, "JPEG", exif=data)
    return sign_out.getvalue()


#: Lies on its side, and says so.
SIDEWAYS = (_ORIENTATION, 3, b"\x06\0\0\0")


def png(width: int = 800, height: int = 600, *, mode: str = "RGBA") -> bytes:
    """A PNG, half of it transparent where the mode knows transparency."""
    figure = Image.new(mode, (width, height))
    sign_out = BytesIO()
    figure.save(sign_out, "PNG")
    return sign_out.getvalue()


def webp() -> bytes:
    """A WebP."""
    sign_out = BytesIO()
    Image.new("RGB", (400, 300), "green").save(sign_out, "WEBP")
    return sign_out.getvalue()


def png_kepala(width: int, height: int) -> bytes:
    """A PNG of a few bytes that claims any size: what a bomb looks like before it goes off."""

    def cut(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    head = cut(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + cut(b"IDAT", zlib.compress(b"\0" * 100)) + cut(b"IEND", b"")


def progressive(scans: int, width: int = 400, height: int = 300) -> bytes:
    """A progressive JPEG that a decoder has to walk over ``scans`` times: its last scan, said again and again."""
    sign_out = BytesIO()
    Image.new("L", (width, height), 128).save(sign_out, "JPEG", progressive=True)
    content = sign_out.getvalue()
    tables, last = content.rindex(b"\xff\xc4"), content.rindex(b"\xff\xda")
    assert tables < last
    own = content.count(b"\xff\xda")
    return content[:-2] + content[tables:-2] * (scans - own) + content[-2:]


def moving(kind: str) -> bytes:
    """A picture of two frames."""
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("red", "green")]
    sign_out = BytesIO()
    frames[0].save(sign_out, kind, save_all=True, append_images=frames[1:])
    return sign_out.getvalue()


def crumbled(parts: int) -> bytes:
    """A JPEG whose head is crumbled into remarks of no letter."""
    whole = jpeg(40, 30)
    return whole[:2] + b"\xff\xfe\x00\x02" * parts + whole[2:]
