"""Where an analysis stands: what its anchors, captions and choice of wording follow from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionPosition:
    """Anchor part and number (from 1) of the sasaran, and the report's year."""

    key: str
    nomor: int
    tahun: int

    def ordering(self, indikator: int = 0) -> int:
        """Position for the choice of wording: it moves on from sasaran to sasaran and from indikator to indikator."""
        return self.nomor - 1 + indikator
