"""Photos as phones make them, and files that only pretend to be photos."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

from PIL import Image

_ORIENTASI, _LOKASI = 0x0112, 0x8825


def jpeg(lebar: int = 1600, tinggi: int = 1200, *, warna: str = "steelblue", exif: bool = False) -> bytes:
    """A JPEG; with ``exif`` it lies on its side, says so, and where it was taken."""
    gambar = Image.new("RGB", (lebar, tinggi), warna)
    gambar.paste("gold", (0, 0, lebar // 2, tinggi // 2))  # one corner of its own, to see it turn
    keluar = BytesIO()
    lain = {}
    if exif:
        data = Image.Exif()
        data[_ORIENTASI] = 6  # turn a quarter clockwise to see it upright
        data[0x0110] = "Kamera Uji"
        data.get_ifd(_LOKASI)[2] = (8.0, 15.0, 30.0)
        lain["exif"] = data
    gambar.save(keluar, "JPEG", quality=90, **lain)
    return keluar.getvalue()


def png(lebar: int = 800, tinggi: int = 600, *, mode: str = "RGBA") -> bytes:
    """A PNG, half of it transparent where the mode knows transparency."""
    gambar = Image.new(mode, (lebar, tinggi))
    keluar = BytesIO()
    gambar.save(keluar, "PNG")
    return keluar.getvalue()


def webp() -> bytes:
    """A WebP."""
    keluar = BytesIO()
    Image.new("RGB", (400, 300), "green").save(keluar, "WEBP")
    return keluar.getvalue()


def png_kepala(lebar: int, tinggi: int) -> bytes:
    """A PNG of a few bytes that claims any size: what a bomb looks like before it goes off."""

    def cut(jenis: bytes, isi: bytes) -> bytes:
        return struct.pack(">I", len(isi)) + jenis + isi + struct.pack(">I", zlib.crc32(jenis + isi))

    kepala = cut(b"IHDR", struct.pack(">IIBBBBB", lebar, tinggi, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + kepala + cut(b"IDAT", zlib.compress(b"\0" * 100)) + cut(b"IEND", b"")
