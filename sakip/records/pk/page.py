"""Entry of the Perjanjian Kinerja, murni and perubahan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sakip import models as m
from sakip.entry.page import EntryPage, PageTable
from sakip.entry.place import Tempat
from sakip.records.pk.differences import beda_pk, beda_rkt


def arrange(tempat: Tempat) -> dict[str, Any]:
    """Every version of the year's PK with its rows, and where it differs from RKT and predecessor (7 queries)."""
    semua = list(
        tempat.rows(m.PerjanjianKinerja)
        .select_related("kecamatan", "pihak_pertama__pejabat", "pihak_kedua__pejabat")
        .prefetch_related("baris", "anggaran")
        .order_by("versi")
    )
    rkt = tempat.rows(m.RKT).prefetch_related("sasaran", "baris__program").first()
    milik = [pk for pk in semua if not pk.dikutip]
    return {
        "daftar_pk": [_versi(pk, milik[n - 1] if n else None, rkt) for n, pk in enumerate(milik)],
        "rkt": rkt,
        "dikutip": next((pk for pk in semua if pk.dikutip), None),
    }


def _versi(pk: m.PerjanjianKinerja, sebelum: m.PerjanjianKinerja | None, rkt: m.RKT | None) -> dict[str, Any]:
    baris, anggaran = list(pk.baris.all()), list(pk.anggaran.all())
    perbandingan = []
    if sebelum is not None:
        nama = f"PK perubahan ke-{sebelum.versi}" if sebelum.versi else "PK murni"
        lain, anggaran_lain = list(sebelum.baris.all()), list(sebelum.anggaran.all())
        perbandingan.append((nama, beda_pk(baris, anggaran, lain=lain, anggaran_lain=anggaran_lain)))
    if rkt is not None:
        sasaran, baris_rkt = list(rkt.sasaran.all()), list(rkt.baris.all())
        perbandingan.append(("RKT", beda_rkt(baris, anggaran, sasaran=sasaran, baris_rkt=baris_rkt)))
    return {"pk": pk, "baris": baris, "anggaran": anggaran, "perbandingan": perbandingan}


def tables(shown: Mapping[str, Any]) -> Iterator[PageTable]:
    """The head, the indikator and the programs of each version."""
    for versi in (satu["pk"].versi for satu in shown["daftar_pk"]):
        for kind in ("pk", "baris-pk", "anggaran-pk"):
            yield PageTable(code=f"{kind}-{versi}", kinds=(kind,), rows=(("versi", versi),))


PAGE = EntryPage(code="pk", compose=arrange, tables=tables)
