"""Entry of the Perjanjian Kinerja, murni and perubahan."""

from __future__ import annotations

from typing import Any

from sakip import models as m
from sakip.views.tempat import Tempat


def susun(tempat: Tempat) -> dict[str, Any]:
    """Every version of the year's PK with its rows (3 queries)."""
    semua = (
        m.PerjanjianKinerja.objects.for_kecamatan(tempat.kecamatan)
        .for_tahun(tempat.tahun)
        .filter(dikutip=False)
        .select_related("pihak_pertama__pejabat", "pihak_kedua__pejabat")
        .prefetch_related("baris", "anggaran")
        .order_by("versi")
    )
    return {"daftar_pk": list(semua)}
