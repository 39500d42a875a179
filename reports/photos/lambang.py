"""From the file that an office has of its lambang to the picture that its documents print.

Drawn anew, without the empty margin around it, no larger than print needs; the same file gives the same bytes. Pure: no
Django.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from PIL import Image

from kecamatan.ground.pictures import JPEG, PNG, PictureRefused, check_picture
from reports.photos.images import drawn_anew, pillow_errors, upright
from reports.photos.vector import draw

LARGEST_SIZE: Final = 2 * 1024 * 1024
"""Bytes of one upload."""

LONGEST_SIDE: Final = 600
"""Pixels: 340 dpi over the 45 mm of the cover. A page that stands alone carries it once for every letterhead."""

SMALLEST_SIDE: Final = 200
"""Pixels of the longer side: 110 dpi over the 45 mm of the cover; less shows its pixels."""

MOST_OBLONG: Final = 5
"""How often the shorter side goes into the longer: what is longer is a line of writing, or a slip."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedLambang:
    """The picture: JPEG where it came as one, else PNG, which knows transparency."""

    image: bytes
    ending: str  # "png" | "jpg"
    width: int
    height: int

    @property
    def sha256(self) -> str:
        """Fingerprint of the picture."""
        return hashlib.sha256(self.image).hexdigest()


def process_lambang(content: bytes) -> PreparedLambang:
    """Make the picture. Raises :class:`PictureRefused`, whose text begins small after the file's name."""
    if not content:
        raise PictureRefused("kosong. Pilih berkas lambang.")
    if len(content) > LARGEST_SIZE:
        raise PictureRefused(f"berukuran lebih dari {LARGEST_SIZE // 1024 // 1024} MB. Perkecil gambarnya.")
    if content.startswith((JPEG, PNG)):
        check_picture(BytesIO(content))
    elif b"<svg" in content or b":svg" in content:
        content = draw(content, side=LONGEST_SIDE)
    else:
        raise PictureRefused("bukan gambar PNG, JPEG, atau SVG. Pilih berkas lambang.")
    with pillow_errors(), Image.open(BytesIO(content), formats=("JPEG", "PNG")) as original:
        original.load()
        picture = _trimmed(upright(original))
    if max(picture.size) > min(picture.size) * MOST_OBLONG:
        raise PictureRefused(
            f"berukuran {picture.width} × {picture.height} piksel, terlalu memanjang untuk dicetak. Pilih "
            "berkas lambang."
        )
    if max(picture.size) < SMALLEST_SIDE:
        raise PictureRefused(
            f"hanya {picture.width} × {picture.height} piksel, sehingga tercetak kasar. Pilih berkas yang sisi "
            f"panjangnya sedikitnya {SMALLEST_SIDE} piksel, atau SVG."
        )
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    image = BytesIO()
    if content.startswith(JPEG):
        picture.save(image, "JPEG", quality=90, optimize=True)
        return _prepared(image, "jpg", picture)
    picture.save(image, "PNG", optimize=True)
    return _prepared(image, "png", picture)


def _prepared(image: BytesIO, ending: str, picture: Image.Image) -> PreparedLambang:
    return PreparedLambang(image=image.getvalue(), ending=ending, width=picture.width, height=picture.height)


def _trimmed(picture: Image.Image) -> Image.Image:
    """The picture drawn anew, no wider than what is inked."""
    picture = drawn_anew(picture)
    if picture.mode == "RGBA":
        inked = picture.getchannel("A").getbbox()
        if inked is None:
            raise PictureRefused("seluruhnya tembus pandang. Pilih berkas lambang yang bergambar.")
        picture = picture.crop(inked)
    return picture
