"""Where an analysis stands: what its anchors, captions and choice of wording follow from."""

from __future__ import annotations

from dataclasses import dataclass

from reports.prose.position import apart


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionPosition:
    """Anchor part and number (from 1) of the sasaran, the report's year, and how many indikator stand before it.

    ``kecamatan`` chooses the wordings (:func:`reports.prose.position.wording_number`), so that the reports of a
    kabupaten do not read alike.
    """

    key: str
    nomor: int
    tahun: int
    kecamatan: int = 0
    before: int = 0

    def ordering(self, indikator: int = 0) -> int:
        """Position for the choice of wording of an indikator of the sasaran, counted from 0."""
        return self.kecamatan + apart(self.before + indikator)

    @property
    def own(self) -> int:
        """Position for the choice of wording of what is said once of the sasaran."""
        return self.kecamatan + apart(self.nomor - 1)
