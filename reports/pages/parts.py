"""How parts of the printed document become parts of a page: without their numbers, at the page's own levels."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reports.document.tree import Bagian, Blok

#: Level of the highest heading inside a page; the page's own title is level 1.
TINGKAT = 2


def bagian(kunci: str, judul: str, *isi: Blok) -> Bagian:
    """A part of the page with its heading."""
    return Bagian(kunci=kunci, judul=judul, tingkat=TINGKAT, isi=isi)


def alihkan(asal: Bagian, tingkat: int = TINGKAT) -> Bagian:
    """A printed part at another level. "C." and "BAB II" count within the document and mean nothing on a page."""
    return replace(
        asal, nomor="", tingkat=tingkat, anak=tuple(alihkan(anak, tingkat + 1) for anak in asal.anak)
    )


def alihkan_semua(asal: Iterable[Bagian]) -> tuple[Bagian, ...]:
    """Several printed parts side by side."""
    return tuple(alihkan(b) for b in asal)
