"""From the file of an office to the picture that its documents print."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from kecamatan.ground.pictures import PictureRefused
from reports.photos.lambang import LARGEST_SIZE, process_lambang
from tests.reports.photos.example_fotos import png_kepala, progressive


def encoded(picture: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    content = BytesIO()
    picture.save(content, kind, **options)
    return content.getvalue()


def emblem(width: int = 400, height: int = 500, *, margin: int = 0) -> Image.Image:
    """A green plate on a clear ground."""
    picture = Image.new("RGBA", (width + 2 * margin, height + 2 * margin))
    picture.paste((0, 128, 0, 255), (margin, margin, margin + width, margin + height))
    return picture


def read(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


def test_a_png_keeps_its_clear_ground_and_loses_its_empty_margin() -> None:
    picture = emblem(margin=150)
    picture.putpixel((150, 150), (0, 0, 0, 0))
    made = process_lambang(encoded(picture))
    assert (made.width, made.height, made.ending) == (400, 500, "png")
    shown = read(made.image)
    assert (shown.mode, shown.size) == ("RGBA", (400, 500))
    assert shown.getpixel((0, 0)) == (0, 0, 0, 0)
    assert shown.getpixel((200, 250)) == (0, 128, 0, 255)


def test_a_large_picture_is_as_large_as_print_needs() -> None:
    made = process_lambang(encoded(emblem(1500, 3000)))
    assert (made.width, made.height) == (300, 600)


def test_a_jpeg_stays_one_and_stands_upright() -> None:
    """Turned by the camera: width and height change places. Nothing of what the camera noted comes along."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010E] = "catatan rahasia"
    made = process_lambang(encoded(Image.new("RGB", (500, 300), "red"), "JPEG", exif=exif))
    assert (made.width, made.height, made.ending) == (300, 500, "jpg")
    assert b"rahasia" not in made.image
    assert made.image.startswith(b"\xff\xd8\xff")


def test_an_svg_becomes_a_picture_with_a_clear_ground() -> None:
    content = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 300"><circle cx="150" cy="150" r="100"/></svg>'
    made = process_lambang(content)
    assert (made.width, made.height, made.ending) == (600, 600, "png")
    shown = read(made.image)
    assert shown.getpixel((0, 0))[3] == 0  # type: ignore[index]
    assert shown.getpixel((300, 300)) == (0, 0, 0, 255)


def test_sixteen_bits_of_grey_stay_as_dark_as_they_are() -> None:
    made = process_lambang(encoded(Image.new("I;16", (300, 300), 0x4000)))
    assert read(made.image).getpixel((150, 150)) == (64, 64, 64)


def test_a_jpeg_for_the_press_keeps_its_colours() -> None:
    """Full magenta and yellow are red."""
    made = process_lambang(encoded(Image.new("CMYK", (300, 300), (0, 255, 255, 0)), "JPEG"))
    red, green, blue = read(made.image).getpixel((150, 150))  # type: ignore[misc]
    assert (red > 250, green < 5, blue < 5) == (True, True, True)


def test_the_same_file_gives_the_same_bytes() -> None:
    content = encoded(emblem())
    first, second = process_lambang(content), process_lambang(content)
    assert first.image == second.image
    assert first.sha256 == second.sha256


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "kosong."),
        (b"%PDF-1.7", "bukan gambar PNG, JPEG, atau SVG."),
        (b"GIF89a" + b"0" * 50, "bukan gambar PNG, JPEG, atau SVG."),
        (encoded(emblem(), "WEBP"), "bukan gambar PNG, JPEG, atau SVG."),
        (b"\x89PNG\r\n\x1a\n" + b"0" * (LARGEST_SIZE), "berukuran lebih dari 2 MB."),
        (encoded(emblem())[:300], "rusak atau terpotong"),
        (png_kepala(30_000, 30_000), "juta piksel"),
        (progressive(200), "lebih dari 100 lapis"),
        (encoded(emblem(90, 80)), "hanya 90 × 80 piksel, sehingga tercetak kasar."),
        (encoded(Image.new("RGBA", (300, 300))), "seluruhnya tembus pandang."),
        (encoded(emblem(60, 400)), "berukuran 60 × 400 piksel, terlalu memanjang untuk dicetak."),
        (b"\x89PNG\r\n\x1a\n" + b"0" * 50, "rusak atau terpotong"),
    ],
    ids=[
        *("kosong", "pdf", "gif", "webp", "besar", "terpotong", "bom", "lapis", "kecil", "bening"),
        *("panjang", "hanya awalnya"),
    ],
)
def test_what_cannot_be_printed_is_refused_with_what_helps(content: bytes, said: str) -> None:
    with pytest.raises(PictureRefused) as refused:
        process_lambang(content)
    assert said in str(refused.value)
