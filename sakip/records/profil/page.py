"""Entry of what BAB I prints: the office, its profile of the year, people, and the parts that change rarely."""

from __future__ import annotations

from typing import Any

from kecamatan.models import (
    ButirProfil,
    DesaKelurahan,
    FaktaProfil,
    KomposisiSDM,
    MasaJabatan,
    ProfilKecamatan,
    UnitKerja,
)
from sakip.entry.page import EntryPage, table_of_each
from sakip.entry.place import Tempat


def arrange(tempat: Tempat) -> dict[str, Any]:
    """Profile, people, desa, units and terms of office (11 queries at most)."""
    profil = (
        tempat.rows(ProfilKecamatan)
        .prefetch_related("daftar_dasar_hukum__peraturan", "butir", "fakta")
        .first()
    )
    butir = list(profil.butir.all()) if profil else []
    fakta = list(profil.fakta.all()) if profil else []
    sdm = list(tempat.rows(KomposisiSDM).order_by("urut", "pk"))
    return {
        "profil": profil,
        "butir": [(j, [b for b in butir if b.jenis == j.value]) for j in ButirProfil.Jenis],
        "fakta": [
            (k, isi) for k in FaktaProfil.Kelompok if (isi := [f for f in fakta if f.kelompok == k.value])
        ],
        "sdm": [(k, [b for b in sdm if b.kelompok == k.value]) for k in KomposisiSDM.Kelompok],
        "desa": list(DesaKelurahan.objects.for_kecamatan(tempat.kecamatan).order_by("urut", "nama")),
        "unit": _pohon(list(UnitKerja.objects.for_kecamatan(tempat.kecamatan).order_by("urut", "pk"))),
        "masa": list(
            MasaJabatan.objects.for_kecamatan(tempat.kecamatan)
            .select_related("pejabat", "pangkat", "kecamatan", "kabupaten")
            .order_by("-mulai", "-pk")
        ),
        "kepala_daerah": list(
            MasaJabatan.objects.filter(kabupaten=tempat.kecamatan.kabupaten_id)
            .select_related("pejabat", "kabupaten")
            .order_by("-mulai", "-pk")[:1]
        ),
    }


def _pohon(unit: list[UnitKerja]) -> list[dict[str, Any]]:
    """The chart top down, each unit with its depth."""
    hasil: list[dict[str, Any]] = []

    def traverse(induk: int | None, tingkat: int) -> None:
        for satu in unit:
            if satu.induk_id == induk:
                hasil.append({"unit": satu, "tingkat": tingkat})
                traverse(satu.pk, tingkat + 1)

    traverse(None, 0)
    return hasil


PAGE = EntryPage(
    code="profil",
    compose=arrange,
    tables=table_of_each("kecamatan", "pejabat", "unit-kerja", "desa", "profil"),
)
