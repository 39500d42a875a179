"""The columns of the matrix: which document of a year each tells of, and which page it leads to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.urls import reverse

from kecamatan.models import Kecamatan
from sakip.capaian.triwulan import ROMAN, TRIWULAN


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its stable code, the name above it and in full, and the page that its cells lead to: the name of its
    address, and where that shows many pages the code of this one.

    ``code`` is that of the rule of its readiness (:data:`sakip.records.readiness.READINESS`, or one of its parts).
    """

    code: str
    name: str
    title: str
    page: str = ""
    address: str = "halaman"

    def link(self, kecamatan: Kecamatan, tahun: int) -> str:
        """Where the document of that kecamatan and year is read."""
        arguments: list[object] = [kecamatan.slug, tahun]
        return reverse(self.address, args=[*arguments, self.page] if self.page else arguments)


#: What the rooms' rules and that of the narrative speak of, in the order of the year.
DOCUMENTS: Final = (
    Column(code="renstra", name="Renstra", title="Renstra", page="renstra"),
    Column(code="rkt", name="RKT", title="Rencana Kinerja Tahunan", page="rkt"),
    Column(code="pk-murni", name="PK", title="Perjanjian Kinerja", page="pk"),
    Column(code="pk-perubahan", name="PK perubahan", title="Perjanjian Kinerja perubahan", page="pk"),
    Column(code="iku", name="IKU", title="Keputusan IKU", page="iku"),
    Column(code="rencana-aksi", name="Rencana aksi", title="Rencana Aksi", page="rencana-aksi"),
    *(
        Column(
            code=f"realisasi-{nomor}",
            name=f"Tw {ROMAN[nomor - 1]}",
            title=f"Realisasi triwulan {ROMAN[nomor - 1]}",
            page="realisasi",
        )
        for nomor in TRIWULAN
    ),
    Column(code="anggaran", name="Anggaran", title="Anggaran", page="anggaran"),
    Column(code="narasi", name="Narasi", title="Narasi", page="narasi"),
)
REVIU: Final = Column(code="reviu", name="Reviu", title="Reviu", address="reviu")
LKIP: Final = Column(code="lkip", name="LKIP", title="LKIP", address="meja")

COLUMNS: Final = (*DOCUMENTS, REVIU, LKIP)
