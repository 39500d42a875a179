"""From what a camera or phone gives to a picture that may be printed.

The picture is drawn anew: turned upright, without EXIF (which says where it was taken), no larger than print needs.
The same file gives the same bytes. Pure: no Django.
"""

from __future__ import annotations

import hashlib
import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import IO, Final

from PIL import ExifTags, Image, ImageFile

from kecamatan.ground.pictures import LARGEST_PIXEL, PictureRefused, check_picture

LARGEST_SIZE: Final = 15 * 1024 * 1024
"""Bytes of one upload."""

LONGEST_SIDE: Final = 1200
"""Pixels: 150 dpi over 203 mm, wider than any text column on our papers."""

SMALL_SIDE: Final = 320
"""Pixels of the picture that lists show."""

_KINDS: Final = ("JPEG", "PNG", "WEBP")
_QUALITY: Final = 82

#: How a picture is turned that says that it lies otherwise (EXIF 2.32, tag 0x0112); 1 stands upright.
_TURNS: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}

log = logging.getLogger(__name__)


#: Why a file cannot become a picture, whoever finds it out.
FotoRefused = PictureRefused


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedPhoto:
    """A picture as JPEG; ``small`` is the same for lists."""

    image: bytes
    small: bytes
    width: int
    height: int

    @property
    def sha256(self) -> str:
        """Fingerprint of the picture."""
        return hashlib.sha256(self.image).hexdigest()


def check_foto(file: IO[bytes], size: int) -> None:
    """Judge a file by its outline, without decoding it. Raises :class:`FotoRefused`."""
    if size > LARGEST_SIZE:
        raise FotoRefused(
            f"berukuran lebih dari {LARGEST_SIZE // 1024 // 1024} MB. Perkecil fotonya, lalu unggah lagi."
        )
    check_picture(file)
    with pillow_errors():
        _open_up(file)  # not closed: that would close the upload as well
    file.seek(0)


def process_foto(content: bytes) -> PreparedPhoto:
    """Make the picture. Raises :class:`FotoRefused`."""
    check_foto(BytesIO(content), len(content))
    with pillow_errors(), _open_up(BytesIO(content)) as original:
        original.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # a JPEG need not be decoded in full
        original.load()
        figure = _flat(upright(original))
    figure.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    small = figure.copy()
    small.thumbnail((SMALL_SIDE, SMALL_SIDE), Image.Resampling.LANCZOS)
    return PreparedPhoto(image=_jpeg(figure), small=_jpeg(small), width=figure.width, height=figure.height)


def _open_up(file: IO[bytes]) -> Image.Image:
    return Image.open(file, formats=_KINDS)


def upright(figure: Image.Image) -> Image.Image:
    """The picture as it was seen. Pillow's own way writes all of the EXIF again, and fails at whatever a camera said
    strangely in it, although nothing of it is kept; one that cannot be read at all turns nothing."""
    try:
        said = figure.getexif().get(ExifTags.Base.Orientation, 1)
    except Exception:
        log.debug("EXIF tidak terbaca", exc_info=True)
        said = 1
    turn = _TURNS.get(said) if isinstance(said, int) else None
    return figure if turn is None else figure.transpose(turn)


def drawn_anew(figure: Image.Image) -> Image.Image:
    """A copy in its own right, RGBA where something shines through and else RGB: nothing of the file's metadata comes
    along."""
    if figure.mode.startswith("I"):  # 16 bits of grey: converted as it is, all but the darkest would be white
        figure = figure.convert("I").point(lambda grey: grey * (1 / 256)).convert("L")
    mode = "RGBA" if figure.has_transparency_data else "RGB"
    result = Image.new(mode, figure.size)
    result.paste(figure.convert(mode))
    return result


def _flat(figure: Image.Image) -> Image.Image:
    """RGB on white: JPEG knows no transparency."""
    layer = drawn_anew(figure)
    if layer.mode == "RGB":
        return layer
    white = Image.new("RGB", layer.size, "white")
    white.paste(layer, mask=layer.getchannel("A"))
    return white


def _jpeg(figure: Image.Image) -> bytes:
    sign_out = BytesIO()
    figure.save(sign_out, "JPEG", quality=_QUALITY, optimize=True)
    return sign_out.getvalue()


@contextmanager
def pillow_errors() -> Iterator[None]:
    """What Pillow says of a bad file, in words; a bomb is an error before it is decoded."""
    # WeasyPrint, in the same process, lets Pillow fill up with grey what a broken file lacks.
    loose, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    # Of a broken EXIF it warns tag by tag; each would be two lines of the log.
    with warnings.catch_warnings(action="ignore"):
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            yield
        except FotoRefused:
            raise
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
            raise FotoRefused(
                f"berisi terlalu banyak piksel; paling banyak {LARGEST_PIXEL // 1_000_000} juta. Perkecil gambarnya."
            ) from error
        except (OSError, SyntaxError, ValueError, EOFError) as error:
            raise FotoRefused("rusak atau terpotong sehingga tidak terbaca. Pilih berkas aslinya.") from error
        finally:
            ImageFile.LOAD_TRUNCATED_IMAGES = loose
