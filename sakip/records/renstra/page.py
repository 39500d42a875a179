"""Entry of the Renstra that covers the year, every version of it, and of the RPJMD that it serves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import Prefetch, Q

from kecamatan.permissions import Hak
from sakip import models as m
from sakip.checks import KINDS
from sakip.entry.page import EntryPage, PageTable
from sakip.entry.place import Tempat


def arrange(tempat: Tempat) -> dict[str, Any]:
    """RPJMD and Renstra as trees, the version that replaced the others first (13 queries at most)."""
    versi = list(
        tempat.rows(m.Renstra)
        .select_related("kecamatan", "periode_rpjmd", "misi_diacu")
        .prefetch_related(
            "tujuan__indikator__target",
            Prefetch("tujuan__sasaran", m.Sasaran.objects.select_related("sasaran_rpjmd")),
            "tujuan__sasaran__indikator__target",
        )
        .order_by("-tahun_awal", "-versi")
    )
    terakhir = {r.tahun_awal: r.versi for r in reversed(versi)}
    return {
        "daftar_renstra": [
            {
                "renstra": r,
                "tahun": range(r.tahun_awal, r.tahun_akhir + 1),
                "lebar": 5 + r.tahun_akhir - r.tahun_awal,
                "terakhir": terakhir[r.tahun_awal] == r.versi,
            }
            for r in versi
        ],
        "renstra_lain": None if versi else _lain(tempat),
        "daftar_rpjmd": _rpjmd(tempat, {r.periode_rpjmd_id for r in versi}),
        "boleh_atur": Hak.ATUR in tempat.hak,
    }


def _lain(tempat: Tempat) -> m.Renstra | None:
    """Where the year has no Renstra: the latest of the years before, else the first of those after."""
    semua = list(
        m.Renstra.objects.for_kecamatan(tempat.kecamatan)
        .select_related("kecamatan")
        .order_by("tahun_awal", "versi")
    )
    sebelum = [r for r in semua if r.tahun_akhir < tempat.tahun]
    return sebelum[-1] if sebelum else next(iter(semua), None)


def _rpjmd(tempat: Tempat, diacu: set[int | None]) -> list[m.PeriodeRPJMD]:
    semasa = Q(tahun_awal__lte=tempat.tahun, tahun_akhir__gte=tempat.tahun)
    return list(
        m.PeriodeRPJMD.objects.filter(
            semasa | Q(pk__in=diacu - {None}), kabupaten=tempat.kecamatan.kabupaten_id
        )
        .select_related("kabupaten")
        .prefetch_related("misi__tujuan__sasaran")
        .order_by("-tahun_awal")
    )


def tables(shown: Mapping[str, Any]) -> Iterator[PageTable]:
    """Each version of the Renstra: its matrix holds all that belongs to it."""
    kinds = tuple(code for code, kind in KINDS.items() if kind.document == "renstra")
    for renstra in (satu["renstra"] for satu in shown["daftar_renstra"]):
        yield PageTable(
            code=f"renstra-{renstra.tahun_awal}-{renstra.versi}",
            kinds=kinds,
            rows=(("tahun_awal", renstra.tahun_awal), ("versi", renstra.versi)),
        )


PAGE = EntryPage(code="renstra", compose=arrange, tables=tables)
