"""Texts to be checked by themselves."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from reports.publish.naskah import Naskah
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
