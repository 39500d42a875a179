"""Photos of a simulation: scenes without people, drawn by chance and taken by nobody."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from random import Random
from typing import Final

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image, ImageDraw

from kecamatan.models import Kecamatan
from reports.models import Dokumentasi
from reports.models.content import foto_ke
from reports.photos.images import process_foto
from reports.photos.incoming import small_name
from sakip.models import Anggaran

_WIDTH: Final = 1200
_TALL: Final = 800
#: Some are upright, as telephones take them.
_UPRIGHT: Final = 1500

_Pen = ImageDraw.ImageDraw
_Scene = Callable[[_Pen, Random, int], None]


def _office(pen: _Pen, chance: Random, ground: int) -> None:
    """A building with a roof, a door and windows."""
    wall, roof = chance.choice((("#efe3c8", "#9c4a32"), ("#e4ecef", "#3f6d7d"), ("#f2efe6", "#6b7f3f")))
    left, right, top = 260, 940, ground - 260
    pen.polygon([(left - 60, top), (right + 60, top), ((left + right) // 2, top - 150)], fill=roof)
    pen.rectangle((left, top, right, ground), fill=wall)
    pen.rectangle((560, ground - 170, 640, ground), fill="#6d4c33")
    for x in (320, 440, 700, 820):
        pen.rectangle((x, ground - 190, x + 70, ground - 90), fill="#8fb4c8", outline="#ffffff", width=6)


def _road(pen: _Pen, chance: Random, ground: int) -> None:
    """A road that leads away, with trees beside it."""
    pen.polygon([(380, _UPRIGHT), (900, _UPRIGHT), (640, ground), (600, ground)], fill="#75706a")
    for n in range(6):
        size = 30 + 26 * n
        for x in (560 - 70 * n - size, 680 + 70 * n):
            pen.rectangle(
                (x + size // 2 - 5, ground + 6 * n - size, x + size // 2 + 5, ground + 14 * n), fill="#5a4630"
            )
            pen.ellipse((x, ground - 2 * size, x + size, ground - size // 2), fill=chance.choice(_GREENS))


def _river(pen: _Pen, chance: Random, ground: int) -> None:
    """A river between its banks."""
    bend = chance.randint(-120, 120)
    pen.polygon(
        [(560, ground), (640, ground), (720 + bend, ground + 160), (1050, _UPRIGHT), (250, _UPRIGHT)],
        fill="#5f93a8",
    )
    for n in range(14):
        x, y = chance.randint(380, 800), ground + 90 + 26 * n
        pen.line((x, y, x + 60, y), fill="#a9cbd6", width=4)


def _fields(pen: _Pen, chance: Random, ground: int) -> None:
    """Rows of a field."""
    for n in range(-14, 28):
        pen.polygon(
            [
                (600 + 14 * n, ground),
                (606 + 14 * n, ground),
                (620 + 90 * n, _UPRIGHT),
                (580 + 90 * n, _UPRIGHT),
            ],
            fill=_GREENS[n % len(_GREENS)] if n % 2 else "#8a9a4a",
        )
    pen.ellipse((chance.randint(100, 1000), 60, chance.randint(1040, 1100), 160), fill="#ffffff")


_GREENS: Final = ("#4d7a3a", "#5c8c46", "#6f9a4f", "#3f6b39")

#: What each photo shows, and its caption: the day is of the year of the report.
_SHOWN: Final[tuple[tuple[_Scene, int, str], ...]] = (
    (_office, _TALL, "Kantor Kecamatan {nama} sesudah ruang pelayanannya ditata ulang, 12 Maret"),
    (_road, _TALL, "Jalan lingkungan sesudah kerja bakti bersama pemerintah desa, 5 Juni"),
    (_river, _UPRIGHT, "Sungai sesudah dibersihkan untuk mencegah banjir, 21 September"),
    (_fields, _TALL, "Lahan percontohan kelompok tani binaan kecamatan, 17 Juli"),
    (_office, _TALL, "Balai desa tempat layanan antar berkas, 9 Oktober"),
)


def take_photos(kecamatan: Kecamatan, tahun: int, number: int) -> int:
    """Add them to a contoh, spread over the programs of its budget but the first, which keeps the office going; how
    many. ``number`` tells the pictures of one contoh from those of another."""
    rows = Anggaran.objects.for_kecamatan(kecamatan).for_tahun(tahun).exclude(program=None)
    programs = list(dict.fromkeys(rows.order_by("urut", "pk").values_list("program", flat=True)))
    programs = programs[1:] or programs
    for place, (scene, height, caption) in enumerate(_SHOWN if programs else (), start=1):
        photo = process_foto(_drawn(scene, height, Random(10 * number + place)))  # noqa: S311  # a picture
        row = Dokumentasi(
            kecamatan=kecamatan,
            tahun=tahun,
            program_id=programs[place % len(programs)],
            keterangan=caption.format(nama=kecamatan.nama),
            sha256=photo.sha256,
            lebar=photo.width,
            tinggi=photo.height,
            urut=place,
        )
        row.foto.name = foto_ke(row, "foto.jpg")
        for name, content in ((row.foto.name, photo.image), (small_name(row.foto.name), photo.small)):
            if not default_storage.exists(name):
                default_storage.save(name, ContentFile(content))
        row.save()
    return len(_SHOWN) if programs else 0


def _drawn(scene: _Scene, height: int, chance: Random) -> bytes:
    """The scene under a sky with hills, as a JPEG."""
    picture = Image.new("RGB", (_WIDTH, height))
    pen = ImageDraw.Draw(picture)
    ground = height * 3 // 5
    red, green, blue = chance.choice(((120, 175, 225), (150, 190, 215), (235, 180, 130)))
    for y in range(ground):  # the sky pales towards the hills
        pale = y / ground
        colour = tuple(round(part + (245 - part) * pale) for part in (red, green, blue))
        pen.line((0, y, _WIDTH, y), fill=colour)
    for n in range(3):
        x, rise = chance.randint(-200, 900), chance.randint(60, 190)
        pen.ellipse((x, ground - rise, x + 900, ground + rise), fill=("#7f9c86", "#6d8f78", "#8aa590")[n])
    pen.rectangle((0, ground, _WIDTH, height), fill=chance.choice(("#8fae63", "#a3b36b", "#b9a878")))
    scene(pen, chance, ground)
    out = BytesIO()
    picture.save(out, "JPEG", quality=85)
    return out.getvalue()
