"""What a picture becomes, and what is refused before it costs anything."""

from __future__ import annotations

import struct
import warnings
from io import BytesIO

import pytest
from PIL import Image

from kecamatan.ground.pictures import PictureRefused, check_picture
from reports.html.media import figure_kind
from reports.photos.images import (
    LARGEST_SIZE,
    LONGEST_SIDE,
    SMALL_SIDE,
    FotoRefused,
    check_foto,
    process_foto,
)
from tests.reports.photos.example_fotos import (
    SIDEWAYS,
    crumbled,
    jpeg,
    jpeg_with_exif,
    moving,
    png,
    png_kepala,
    progressive,
    webp,
)


def open_page(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


def test_a_photo_is_turned_upright_made_small_and_says_nothing_of_its_place() -> None:
    origin = jpeg(3000, 2000, exif=True)
    assert open_page(origin).getexif().get_ifd(0x8825)
    foto = process_foto(origin)
    figure = open_page(foto.image)
    assert figure.size == (foto.width, foto.height) == (800, LONGEST_SIDE)
    assert dict(figure.getexif()) == {}
    assert b"Kamera Uji" not in foto.image
    assert b"Exif" not in foto.image
    # The golden corner lay at the top left; upright it is at the top right.
    upper_right = figure.convert("RGB").getpixel((foto.width - 20, 20))
    assert isinstance(upper_right, tuple)
    assert upper_right[0] > 200 > 100 > upper_right[2]
    assert max(open_page(foto.small).size) == SMALL_SIDE
    assert figure_kind(foto.image, nama="x") == "image/jpeg"


@pytest.mark.parametrize(
    "strange",
    [
        (0x011A, 1, b"H\0\0\0"),  # a resolution that is a byte
        (0x011A, 2, b"72\0\0"),  # and one that is a text
        (0x010E, 5, b"\xff\xff\xff\x7f"),  # a description that is a fraction, and lies behind the end
        (0x8825, 4, b"\xff\xff\xff\x7f"),  # a place that is nowhere
    ],
)
def test_what_else_a_camera_says_strangely_keeps_no_photo_from_being_turned(
    strange: tuple[int, int, bytes],
) -> None:
    foto = process_foto(jpeg_with_exif(SIDEWAYS, strange))
    assert (foto.width, foto.height) == (400, 600)


@pytest.mark.parametrize(
    "turn", [(0x0112, 2, b"6\0\0\0"), (0x0112, 3, b"\x2a\0\0\0"), (0x0112, 5, b"\xff" * 4)]
)
def test_a_turn_that_there_is_not_turns_nothing(turn: tuple[int, int, bytes]) -> None:
    foto = process_foto(jpeg_with_exif(turn))
    assert (foto.width, foto.height) == (600, 400)


def test_the_same_file_gives_the_same_bytes() -> None:
    origin = jpeg()
    assert process_foto(origin) == process_foto(origin)
    assert len(process_foto(origin).sha256) == 64


@pytest.mark.parametrize(
    "content",
    [jpeg(300, 200), png(), png(mode="LA"), png(mode="P"), png(mode="I;16"), png(mode="1"), webp()],
    ids=["small jpeg", "rgba", "grey with alpha", "palette", "16 bit", "black and white", "webp"],
)
def test_every_kind_of_picture_becomes_a_jpeg_no_larger_than_it_was(content: bytes) -> None:
    foto = process_foto(content)
    figure = open_page(foto.image)
    assert (figure.format, figure.mode) == ("JPEG", "RGB")
    assert figure.size == open_page(content).size


def test_transparency_becomes_white() -> None:
    assert open_page(process_foto(png()).image).getpixel((10, 10)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"bukan gambar, hanya teks", "bukan gambar JPEG, PNG, atau WebP"),
        (b"", "bukan gambar"),
        (b"%PDF-1.7\n", "bukan gambar"),
        (b"GIF89a\x01\x00\x01\x00\x00\x00\x00;", "bukan gambar"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "bukan gambar"),
        (png_kepala(6500, 4000), "berisi 26,0 juta piksel"),
        (png_kepala(60_000, 60_000), "piksel"),
        (progressive(101), "progresif dengan lebih dari 100 lapis.*simpan ulang sebagai JPEG biasa"),
        (progressive(10_000), "progresif dengan lebih dari 100 lapis"),
        (moving("PNG"), "bergerak dari 2 gambar"),
        (moving("WEBP"), "bergerak dari 2 gambar"),
        (crumbled(20_000), "lebih dari 20 ribu bagian"),
    ],
    ids=[
        "text",
        "nothing",
        "pdf",
        "gif",
        "svg",
        "26 Mpx",
        "bomb",
        "101 scans",
        "10000 scans",
        "moving png",
        "moving webp",
        "crumbs",
    ],
)
def test_what_is_no_photo_is_refused_by_its_head_alone(content: bytes, word: str) -> None:
    with pytest.raises(FotoRefused, match=word):
        check_foto(BytesIO(content), len(content))
    with pytest.raises(FotoRefused, match=word):
        process_foto(content)


@pytest.mark.parametrize(
    "content",
    [
        progressive(100),
        crumbled(1000),
        jpeg() + progressive(101),  # a phone appends what it will, and only the first is drawn
        jpeg() + b"\xff" * 1000,
    ],
    ids=["100 scans", "1000 remarks", "appended picture", "appended rubbish"],
)
def test_what_a_phone_may_write_is_drawn(content: bytes) -> None:
    check_foto(BytesIO(content), len(content))
    assert process_foto(content).width > 0


@pytest.mark.parametrize("content", [jpeg(), png(), webp()], ids=["jpeg", "png", "webp"])
def test_the_outline_says_how_large_a_picture_is(content: bytes) -> None:
    width, height = open_page(content).size
    check_picture(BytesIO(content), pixel=width * height)
    with pytest.raises(PictureRefused, match="juta piksel"):
        check_picture(BytesIO(content), pixel=width * height - 1)
    for end in range(16, min(len(content), 2000)):
        check_picture(BytesIO(content[:end]), pixel=width * height)  # wherever it breaks off


def test_of_a_broken_exif_the_log_is_told_nothing() -> None:
    """Pillow warns of every tag that leads nowhere; a file has 65.535 of them."""
    tags = b"".join(struct.pack(">HHII", tag, 2, 0xFFFFFFF0, 8) for tag in range(1, 1001))
    exif = b"Exif\0\0MM\0*" + struct.pack(">IH", 8, 1000) + tags + bytes(4)
    sign_out = BytesIO()
    Image.new("RGB", (40, 30)).save(sign_out, "JPEG", exif=exif)
    with warnings.catch_warnings(record=True, action="always") as told:
        assert process_foto(sign_out.getvalue()).width == 40
    assert told == []


def test_a_file_that_breaks_off_is_refused_in_words() -> None:
    content = jpeg()[:2000]
    check_foto(BytesIO(content), len(content))  # its head is in order
    with pytest.raises(FotoRefused, match="rusak atau terpotong"):
        process_foto(content)


def test_a_file_that_is_too_large_is_refused_unread() -> None:
    with pytest.raises(FotoRefused, match="lebih dari 15 MB"):
        check_foto(BytesIO(), LARGEST_SIZE + 1)
    with pytest.raises(FotoRefused, match="lebih dari 15 MB"):
        process_foto(b"\xff" * (LARGEST_SIZE + 1))


def test_25_million_pixels_are_allowed() -> None:
    check_foto(BytesIO(png_kepala(5000, 5000)), 100)
