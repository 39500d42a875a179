"""Where an analysis stands: what its anchors, captions and choice of wording follow from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionPosition:
    """Anchor part and number (from 1) of the sasaran, the report's year, and the kecamatan's number among all.

    ``kecamatan`` moves the choice of wording, so that the reports of a kabupaten do not read alike.
    """

    key: str
    nomor: int
    tahun: int
    kecamatan: int = 0

    def ordering(self, indikator: int = 0) -> int:
        """Position for the choice of wording: it moves on from sasaran to sasaran and from indikator to indikator."""
        return self.kecamatan + self.nomor - 1 + indikator
