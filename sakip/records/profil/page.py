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
from sakip.entry.place import EntryPlace


def arrange(here: EntryPlace) -> dict[str, Any]:
    """Profile, people, desa, units and terms of office (11 queries at most)."""
    profil = (
        here.rows(ProfilKecamatan).prefetch_related("daftar_dasar_hukum__peraturan", "butir", "fakta").first()
    )
    items = list(profil.butir.all()) if profil else []
    fakta = list(profil.fakta.all()) if profil else []
    sdm = list(here.rows(KomposisiSDM).order_by("urut", "pk"))
    return {
        "profil": profil,
        "butir": [(j, [b for b in items if b.jenis == j.value]) for j in ButirProfil.Jenis],
        "fakta": [
            (k, content)
            for k in FaktaProfil.Kelompok
            if (content := [f for f in fakta if f.kelompok == k.value])
        ],
        "fakta_rows": fakta,
        "sdm": [(k, [b for b in sdm if b.kelompok == k.value]) for k in KomposisiSDM.Kelompok],
        "sdm_rows": sdm,
        "desa": list(
            DesaKelurahan.objects.for_kecamatan(here.kecamatan)
            .select_related("kecamatan__kabupaten")
            .order_by("urut", "nama")
        ),
        "unit": _tree(list(UnitKerja.objects.for_kecamatan(here.kecamatan).order_by("urut", "pk"))),
        "masa": list(
            MasaJabatan.objects.for_kecamatan(here.kecamatan)
            .select_related("pejabat", "pangkat", "kecamatan", "kabupaten")
            .order_by("-mulai", "-pk")
        ),
        "kepala_daerah": list(
            MasaJabatan.objects.filter(kabupaten=here.kecamatan.kabupaten_id)
            .select_related("pejabat", "kabupaten")
            .order_by("-mulai", "-pk")[:1]
        ),
    }


def _tree(unit: list[UnitKerja]) -> list[dict[str, Any]]:
    """The chart top down, each unit with its depth."""
    results: list[dict[str, Any]] = []

    def traverse(parent: int | None, level: int) -> None:
        for one in unit:
            if one.induk_id == parent:
                results.append({"unit": one, "level": level})
                traverse(one.pk, level + 1)

    traverse(None, 0)
    return results


PAGE = EntryPage(
    code="profil",
    compose=arrange,
    tables=table_of_each("kecamatan", "pejabat", "unit-kerja", "desa", "profil", "dasar-hukum", "sdm"),
)
