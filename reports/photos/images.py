"""From what a camera or phone gives to a picture that may be printed: the one door to Pillow.

The picture is drawn anew: turned upright, without EXIF (which says where it was taken), no larger than print needs.
The same file gives the same bytes. Pure: no Django.
"""

from __future__ import annotations

import hashlib
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import IO, Final

from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

UKURAN_TERBESAR: Final = 15 * 1024 * 1024
"""Bytes of one upload."""

PIKSEL_TERBESAR: Final = 25_000_000

SISI_TERPANJANG: Final = 1200
"""Pixels: 150 dpi over 203 mm, wider than any text column on our papers."""

SISI_KECIL: Final = 320
"""Pixels of the picture that lists show."""

_JENIS: Final = ("JPEG", "PNG", "WEBP")
_MUTU: Final = 82


class FotoRefused(ValueError):
    """The file cannot become a picture; ``str()`` says why and what helps, beginning small after the file's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedPhoto:
    """A picture as JPEG; ``kecil`` is the same for lists."""

    isi: bytes
    kecil: bytes
    lebar: int
    tinggi: int

    @property
    def sha256(self) -> str:
        """Fingerprint of the picture."""
        return hashlib.sha256(self.isi).hexdigest()


def check_foto(berkas: IO[bytes], ukuran: int) -> None:
    """Judge a file by its head alone, without decoding it. Raises :class:`FotoRefused`."""
    if ukuran > UKURAN_TERBESAR:
        raise FotoRefused(
            f"berukuran lebih dari {UKURAN_TERBESAR // 1024 // 1024} MB. Perkecil fotonya, lalu unggah lagi."
        )
    berkas.seek(0)
    with _galat_pillow():
        _open_up(berkas)  # not closed: that would close the upload as well
    berkas.seek(0)


def process_foto(isi: bytes) -> PreparedPhoto:
    """Make the picture. Raises :class:`FotoRefused`."""
    if len(isi) > UKURAN_TERBESAR:
        check_foto(BytesIO(), len(isi))
    with _galat_pillow(), _open_up(BytesIO(isi)) as asli:
        asli.draft("RGB", (SISI_TERPANJANG, SISI_TERPANJANG))  # a JPEG need not be decoded in full
        asli.load()
        gambar = _datar(ImageOps.exif_transpose(asli))
    gambar.thumbnail((SISI_TERPANJANG, SISI_TERPANJANG), Image.Resampling.LANCZOS)
    kecil = gambar.copy()
    kecil.thumbnail((SISI_KECIL, SISI_KECIL), Image.Resampling.LANCZOS)
    return PreparedPhoto(isi=_jpeg(gambar), kecil=_jpeg(kecil), lebar=gambar.width, tinggi=gambar.height)


def _open_up(berkas: IO[bytes]) -> Image.Image:
    gambar = Image.open(berkas, formats=_JENIS)
    if gambar.width * gambar.height > PIKSEL_TERBESAR:
        juta = f"{gambar.width * gambar.height / 1_000_000:.1f}".replace(".", ",")
        raise FotoRefused(
            f"berisi {juta} juta piksel; paling banyak {PIKSEL_TERBESAR // 1_000_000} juta. Perkecil fotonya."
        )
    return gambar


def _datar(gambar: Image.Image) -> Image.Image:
    """RGB on white: JPEG knows no transparency."""
    if gambar.mode in ("RGBA", "LA", "PA") or "transparency" in gambar.info:
        lapis = gambar.convert("RGBA")
        putih = Image.new("RGB", lapis.size, "white")
        putih.paste(lapis, mask=lapis.getchannel("A"))
        return putih
    # A copy in its own right: nothing of the file's metadata comes along.
    hasil = Image.new("RGB", gambar.size)
    hasil.paste(gambar.convert("RGB"))
    return hasil


def _jpeg(gambar: Image.Image) -> bytes:
    keluar = BytesIO()
    gambar.save(keluar, "JPEG", quality=_MUTU, optimize=True)
    return keluar.getvalue()


@contextmanager
def _galat_pillow() -> Iterator[None]:
    """What Pillow says of a bad file, in words; a bomb is an error before it is decoded."""
    # WeasyPrint, in the same process, lets Pillow fill up with grey what a broken file lacks.
    longgar, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            yield
        except FotoRefused:
            raise
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as galat:
            raise FotoRefused(
                f"berisi terlalu banyak piksel; paling banyak {PIKSEL_TERBESAR // 1_000_000} juta. Perkecil fotonya."
            ) from galat
        except UnidentifiedImageError as galat:
            raise FotoRefused("bukan gambar JPEG, PNG, atau WebP. Pilih berkas foto.") from galat
        except (OSError, SyntaxError, ValueError, EOFError) as galat:
            raise FotoRefused("rusak atau terpotong sehingga tidak terbaca. Pilih berkas aslinya.") from galat
        finally:
            ImageFile.LOAD_TRUNCATED_IMAGES = longgar
