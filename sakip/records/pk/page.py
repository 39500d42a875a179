"""Entry of the Perjanjian Kinerja, murni and perubahan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sakip import models as m
from sakip.entry.page import EntryPage, PageTable
from sakip.entry.place import EntryPlace
from sakip.records.pk.differences import pk_differences, rkt_differences


def arrange(here: EntryPlace) -> dict[str, Any]:
    """Every version of the year's PK with its rows, and where it differs from RKT and predecessor (7 queries)."""
    everything = list(
        here.rows(m.PerjanjianKinerja)
        .select_related("kecamatan", "pihak_pertama__pejabat", "pihak_kedua__pejabat")
        .prefetch_related("baris", "anggaran")
        .order_by("versi")
    )
    rkt = here.rows(m.RKT).prefetch_related("sasaran", "baris__program").first()
    own = [pk for pk in everything if not pk.dikutip]
    return {
        "pk_list": [_versi(pk, own[n - 1] if n else None, rkt) for n, pk in enumerate(own)],
        "rkt": rkt,
        "cited": next((pk for pk in everything if pk.dikutip), None),
    }


def _versi(pk: m.PerjanjianKinerja, before: m.PerjanjianKinerja | None, rkt: m.RKT | None) -> dict[str, Any]:
    rows, anggaran = list(pk.baris.all()), list(pk.anggaran.all())
    perbandingan = []
    if before is not None:
        nama = f"PK perubahan ke-{before.versi}" if before.versi else "PK murni"
        others, other_anggaran = list(before.baris.all()), list(before.anggaran.all())
        perbandingan.append(
            (nama, pk_differences(rows, anggaran, others=others, other_anggaran=other_anggaran))
        )
    if rkt is not None:
        sasaran, rkt_rows = list(rkt.sasaran.all()), list(rkt.baris.all())
        perbandingan.append(("RKT", rkt_differences(rows, anggaran, sasaran=sasaran, rkt_rows=rkt_rows)))
    return {"pk": pk, "rows": rows, "anggaran": anggaran, "comparisons": perbandingan}


def tables(shown: Mapping[str, Any]) -> Iterator[PageTable]:
    """The head, the indikator and the programs of each version."""
    for versi in (one["pk"].versi for one in shown["pk_list"]):
        for kind in ("pk", "baris-pk", "anggaran-pk"):
            yield PageTable(code=f"{kind}-{versi}", kinds=(kind,), rows=(("versi", versi),))


PAGE = EntryPage(code="pk", compose=arrange, tables=tables)
