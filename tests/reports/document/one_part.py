"""A document of one part and nothing around it, to look at what becomes of a block."""

from __future__ import annotations

from reports.document.tree import Dokumen, Part


def of_part(part: Part) -> Dokumen:
    """The document."""
    return Dokumen(
        key="d",
        title="Dokumen",
        head="Kepala",
        body=(part,),
        konsep=False,
        contents=False,
    )
