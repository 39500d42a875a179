"""A document of one part and nothing around it, to look at what becomes of a block."""

from __future__ import annotations

from reports.document.tree import Bagian, Dokumen


def of_part(bagian: Bagian) -> Dokumen:
    """The document."""
    return Dokumen(
        key="d",
        title="Dokumen",
        head="Kepala",
        body=(bagian,),
        konsep=False,
        contents=False,
    )
