"""Sheets of the Perjanjian Kinerja → its versions with their rows, and PK of earlier years that are only quoted."""

from __future__ import annotations

from typing import Any

from kecamatan.ground.row_changes import Wanted as Pair
from sakip import models as m
from sakip.records.pk.sheet import stored_pk
from sakip.workbook.cells.row import SheetRow
from sakip.workbook.run import Run, dated, target_columns, texts


def apply_pk(run: Run) -> None:
    """PK murni and perubahan of the year and, apart from them, those of earlier years."""
    heads = {(r["tahun"], r["versi"]): r for r in run.rows("Dokumen", dokumen="pk")}
    named = {(r["tahun"], r["versi"]) for sheet in ("PK", "PKAnggaran") for r in run.table[sheet]}
    years = {run.tahun} | {year for year, _ in {*heads, *named}} | {pk.tahun for pk in stored_pk(run.current)}
    for year in sorted(years):
        versions = sorted(v for y, v in {*heads, *named} if y == year)
        _year(run, year, versions, heads)


def _year(run: Run, year: int, versions: list[int], heads: dict[tuple[int, int], SheetRow]) -> None:
    quoted = year < run.tahun
    stored = [pk for pk in stored_pk(run.current) if pk.tahun == year]
    rows: list[Pair] = []
    for version in versions:
        head = heads.get((year, version))
        at = run.place(head) if head else run.sheet("Dokumen")
        rows.append((at, _columns(run, head, year, version) | {"dikutip": quoted}))
    if (
        quoted
        and rows
        and m.PerjanjianKinerja.objects.filter(kecamatan=run.kecamatan, tahun=year, dikutip=False).exists()
    ):
        raise rows[0][0].error(f"PK tahun {year} dicatat pada tahun itu sendiri. Ubah di sana.", "tahun")
    written = run.write(
        m.PerjanjianKinerja,
        rows,
        at=run.sheet("Dokumen"),
        parent={"kecamatan": run.kecamatan, "tahun": year},
        stock=stored,
        key=("versi",),
    )
    for pk in written:
        _rows(run, pk)


def _columns(run: Run, head: SheetRow | None, year: int, version: int) -> dict[str, Any]:
    kind = m.PerjanjianKinerja.Jenis
    return (
        dated(head)
        | texts(head, "alasan", "sumber")
        | {
            "versi": version,
            "jenis": (kind.PERUBAHAN if version else kind.MURNI).value,
            "pihak_pertama": run.signer(head, "penandatangan", year),
            "pihak_kedua": run.signer(head, "pihak_kedua", year),
        }
    )


def _rows(run: Run, pk: m.PerjanjianKinerja) -> None:
    recorded = run.below(pk, "baris")
    own = {"tahun": pk.tahun, "versi": pk.versi}
    run.write_below(
        pk,
        "baris",
        run.rows("PK", **own),
        at=run.sheet("PK"),
        also=lambda r: {
            "acuan_sasaran": run.sasaran_of(r, "kunci_sasaran", recorded),
            "acuan_indikator": run.indikator_of(r, recorded=recorded),
            **target_columns(r),
        },
    )
    run.write_below(
        pk,
        "anggaran",
        run.rows("PKAnggaran", **own),
        at=run.sheet("PKAnggaran"),
        also=lambda r: {"program": run.levels(r)["program"]},
    )
