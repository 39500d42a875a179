"""Checks of pangkat: each is named with its own golongan."""

from __future__ import annotations

from collections.abc import Iterator

from sakip.checks.base import Found, Level, Said, check
from sakip.checks.material import CheckedYear, Place
from sakip.checks.text.record_texts import KINDS_OF_RECORDS, PARTS, every_text
from sakip.text.reading.grades import read_grades


@check(
    "pangkat-sesuai-golongan",
    rule="R-nip",
    basis="Setiap pangkat mempunyai satu golongan (PP Nomor 99 Tahun 2000).",
    example="Penata Tingkat I (III/c), padahal golongannya III/d.",
    reads=("passages", "around", *PARTS),
    kinds=("narasi", "dokumentasi", *KINDS_OF_RECORDS),
    level=Level.PERINGATAN,
)
def a_pangkat_has_its_own_golongan(year: CheckedYear) -> Found:
    """A golongan behind a pangkat is that of the pangkat: in a text, in a row of the tables of people."""
    grades = year.around.grades if year.around else ()
    for place, text in _texts(year):
        for one in read_grades(text, grades):
            if not one.fits:
                message = f"“{one.text.strip()}”: golongan {one.pangkat} adalah {one.right}. Perbaiki salah satunya."
                yield place, Said(message, one.golongan, one.right)


def _texts(year: CheckedYear) -> Iterator[tuple[Place, str]]:
    for passage in every_text(year):
        yield passage.place, passage.text
    for row in year.snapshot.sdm:
        if row.golongan:
            yield (
                Place(kind="sdm", column="golongan", words=f"SDM, {row.uraian}"),
                f"{row.uraian} {row.golongan}",
            )
