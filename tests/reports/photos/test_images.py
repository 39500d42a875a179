"""What a picture becomes, and what is refused before it costs anything."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from reports.html.media import jenis_gambar
from reports.photos.images import (
    SISI_KECIL,
    SISI_TERPANJANG,
    UKURAN_TERBESAR,
    FotoRefused,
    check_foto,
    process_foto,
)
from tests.reports.photos.example_fotos import jpeg, png, png_kepala, webp


def open_page(isi: bytes) -> Image.Image:
    return Image.open(BytesIO(isi))


def test_a_photo_is_turned_upright_made_small_and_says_nothing_of_its_place() -> None:
    asal = jpeg(3000, 2000, exif=True)
    assert open_page(asal).getexif().get_ifd(0x8825)
    foto = process_foto(asal)
    gambar = open_page(foto.isi)
    assert gambar.size == (foto.lebar, foto.tinggi) == (800, SISI_TERPANJANG)
    assert dict(gambar.getexif()) == {}
    assert b"Kamera Uji" not in foto.isi
    assert b"Exif" not in foto.isi
    # The golden corner lay at the top left; upright it is at the top right.
    kanan_atas = gambar.convert("RGB").getpixel((foto.lebar - 20, 20))
    assert isinstance(kanan_atas, tuple)
    assert kanan_atas[0] > 200 > 100 > kanan_atas[2]
    assert max(open_page(foto.kecil).size) == SISI_KECIL
    assert jenis_gambar(foto.isi, nama="x") == "image/jpeg"


def test_the_same_file_gives_the_same_bytes() -> None:
    asal = jpeg()
    assert process_foto(asal) == process_foto(asal)
    assert len(process_foto(asal).sha256) == 64


@pytest.mark.parametrize(
    "isi",
    [jpeg(300, 200), png(), png(mode="LA"), png(mode="P"), png(mode="I;16"), png(mode="1"), webp()],
    ids=["small jpeg", "rgba", "grey with alpha", "palette", "16 bit", "black and white", "webp"],
)
def test_every_kind_of_picture_becomes_a_jpeg_no_larger_than_it_was(isi: bytes) -> None:
    foto = process_foto(isi)
    gambar = open_page(foto.isi)
    assert (gambar.format, gambar.mode) == ("JPEG", "RGB")
    assert gambar.size == open_page(isi).size


def test_transparency_becomes_white() -> None:
    assert open_page(process_foto(png()).isi).getpixel((10, 10)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        (b"bukan gambar, hanya teks", "bukan gambar JPEG, PNG, atau WebP"),
        (b"", "bukan gambar"),
        (b"%PDF-1.7\n", "bukan gambar"),
        (b"GIF89a\x01\x00\x01\x00\x00\x00\x00;", "bukan gambar"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "bukan gambar"),
        (png_kepala(6500, 4000), "berisi 26,0 juta piksel"),
        (png_kepala(60_000, 60_000), "piksel"),
    ],
    ids=["text", "nothing", "pdf", "gif", "svg", "26 Mpx", "bomb"],
)
def test_what_is_no_photo_is_refused_by_its_head_alone(isi: bytes, kata: str) -> None:
    with pytest.raises(FotoRefused, match=kata):
        check_foto(BytesIO(isi), len(isi))
    with pytest.raises(FotoRefused, match=kata):
        process_foto(isi)


def test_a_file_that_breaks_off_is_refused_in_words() -> None:
    isi = jpeg()[:2000]
    check_foto(BytesIO(isi), len(isi))  # its head is in order
    with pytest.raises(FotoRefused, match="rusak atau terpotong"):
        process_foto(isi)


def test_a_file_that_is_too_large_is_refused_unread() -> None:
    with pytest.raises(FotoRefused, match="lebih dari 15 MB"):
        check_foto(BytesIO(), UKURAN_TERBESAR + 1)
    with pytest.raises(FotoRefused, match="lebih dari 15 MB"):
        process_foto(b"\xff" * (UKURAN_TERBESAR + 1))


def test_25_million_pixels_are_allowed() -> None:
    check_foto(BytesIO(png_kepala(5000, 5000)), 100)
