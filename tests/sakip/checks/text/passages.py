"""Texts to be checked by themselves."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any, Final

from reports.publish.naskah import Naskah
from sakip.capaian.values import Kategori, Skala
from sakip.checks import CHECKS, CheckedYear, find_all
from sakip.checks.material import Passage, Place, Shape, Surroundings
from tests.reports.lkip.naskah_material import snapshot as empty_snapshot

PLACE = Place(
    kind="narasi", key=(("bagian", "profil"), ("kunci", "")), column="isi", words="narasi profil kecamatan"
)


def passage(text: str, *, shape: Shape = Shape.PARAGRAPH, **about: Any) -> Passage:
    """A text of the profile."""
    return Passage(place=PLACE, text=text, shape=shape, **about)


def found_in(
    naskah: Naskah, code: str, *texts: str | Passage, around: Surroundings | None = None
) -> list[str]:
    """What one check says of these texts in that report."""
    year = CheckedYear(
        snapshot=naskah.snapshot,
        results=naskah.results,
        passages=tuple(t if isinstance(t, Passage) else passage(t) for t in texts),
        around=around or Surroundings(),
    )
    return [one.message for one in find_all([CHECKS[code]], year)]


def found(code: str, *texts: str | Passage, around: Surroundings | None = None, **snapshot: Any) -> list[str]:
    """What one check says of these texts; ``snapshot`` are the parts that it looks at."""
    year = CheckedYear(
        snapshot=replace(empty_snapshot("Jombang", "35.09.01", 2023), **snapshot),
        passages=tuple(t if isinstance(t, Passage) else passage(t) for t in texts),
        around=around or Surroundings(),
    )
    return [one.message for one in find_all([CHECKS[code]], year)]


def table(*lines: str, head: str = "") -> list[Passage]:
    """A table of the profile, its cells between bars; without a head its first row stands in it like any other."""
    heads = _cells(head)
    rows = []
    for line in lines:
        cells = _cells(line)
        above = heads or ("",) * len(cells)
        rows.append(
            passage(" | ".join(cells), shape=Shape.ROW, cells=cells, heads=above[: len(cells)], block=1)
        )
    return rows


def listing(intro: str, *items: str, numbered: bool = True) -> list[Passage]:
    """A sentence and the list below it."""
    below = (
        passage(item, shape=Shape.ITEM, block=1, number=at if numbered else 0)
        for at, item in enumerate(items, start=1)
    )
    return [passage(intro), *below]


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.split("|")) if line else ()


_AKIP: Final = ("AA 90", "A 80", "BB 70", "B 60", "CC 50", "C 30", "D")
_SKM: Final = ("A 88.30", "B 76.60", "C 65.00", "D")
_OLD_SKM: Final = ("A 81.25", "B 62.50", "C 43.75", "D")


def _scale(nama: str, dasar: str, bounds: tuple[str, ...]) -> Skala:
    kategori = (line.split() for line in bounds)
    return Skala(
        kode=nama,
        nama=nama,
        dasar=dasar,
        kategori=tuple(
            Kategori(
                kode=kode,
                label=kode,
                batas=Decimal(batas[0]) if batas else None,
                tertutup=False,
                rentang_cetak="",
            )
            for kode, *batas in kategori
        ),
    )


#: Those by which letters were given over the years.
SCALES: Final = (
    _scale("Kategori nilai AKIP", "Permen PANRB Nomor 88 Tahun 2021", _AKIP),
    _scale("Mutu pelayanan SKM", "Permen PANRB Nomor 14 Tahun 2017", _SKM),
    _scale("Mutu pelayanan IKM", "Keputusan KEP/25/M.PAN/2/2004", _OLD_SKM),
)
