"""Tables of the rencana aksi: targets per triwulan of each indikator and of the sub kegiatan that serve it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TypeVar

from reports.document.builders import cell, columns, grouped, header, line_rows, of_group, row
from reports.document.marks import settled
from reports.document.tree import TableBlock, TableCell, TableRow
from reports.prose.language import tidy
from reports.tables.printed import EMPTY, print_target
from sakip.capaian.triwulan import ROMAN, TRIWULAN
from sakip.snapshot.types import BarisRencanaAksi, Indikator, KegiatanRencanaAksi, RencanaAksi
from sakip.text.akumulasi import say_akumulasi
from sakip.text.numbers import format_angka

T = TypeVar("T")


def sasaran_rencana_aksi_table(
    rencana: RencanaAksi, known: Mapping[str, Indikator], *, key: str, title: str
) -> TableBlock:
    """No | Sasaran | Indikator | Satuan | TW I–IV | how they add up over the year.

    ``known`` are the indikator of the Renstra by their kunci, which say in which triwulan each is measured.
    """
    return TableBlock(
        key=key,
        title=title,
        columns=columns((4, "tengah"), 27, 23, (7, "tengah"), *((5, "kanan") for _ in ROMAN), 19),
        heads=header(
            *(TableCell(content=j, row=2) for j in ("No.", "Sasaran", "Indikator sasaran", "Satuan")),
            TableCell(content="Target triwulan", column=4),
            TableCell(content="Cara perhitungan", row=2),
        )
        + header(*ROMAN),
        rows=tuple(
            row(
                *of_group(nomor, tidy(b.sasaran), first),
                cell(settled(tidy(b.indikator), read=b.ditinjau)),
                cell(tidy(b.satuan) or EMPTY),
                *(cell(print_target(t)) for t in _four(b.triwulan)),
                cell(_way(b, known.get(b.kunci_indikator))),
            )
            for nomor, first, b in grouped(rencana.baris, lambda b: b.sasaran)
        ),
        size="kecil",
    )


def _way(line: BarisRencanaAksi, indikator: Indikator | None) -> str:
    """How its targets add up, in the rhythm of its indikator; of one in every triwulan that is planned in some of them
    until the end of the year, in those."""
    if indikator and indikator.irama:
        return say_akumulasi(line.akumulasi, indikator.triwulan_measured)
    planned = [n for n, target in enumerate(line.triwulan, start=1) if target is not None]
    some = len(planned) > 1 and planned[-1] == TRIWULAN[-1]
    return say_akumulasi(line.akumulasi, planned if some else TRIWULAN)


def kegiatan_rencana_aksi_table(rencana: RencanaAksi, *, key: str, title: str) -> TableBlock | None:
    """Output targets per triwulan below their sasaran, program and kegiatan, which have rows of their own: named beside
    each sub kegiatan they would make every row as tall as they are long. None when no sub kegiatan is planned."""
    rows: list[TableRow] = []
    with_kegiatan = [b for b in rencana.baris if b.kegiatan]
    parents = ""
    for _, first, b in grouped(with_kegiatan, lambda b: b.sasaran):
        if first:
            rows.append(_group(f"Sasaran: {tidy(b.sasaran)}"))
            parents = ""
        for k in b.kegiatan:
            # A rencana aksi that stops at kegiatan has its kegiatan as the row's own name.
            above = (k.nama_program, k.nama_kegiatan if k.nama_sub_kegiatan else "")
            named = ": ".join(tidy(n) for n in above if n)
            if named and named != parents:
                rows.append(_group(named, indent=1))
            parents = named
            rows.append(_kegiatan_row(k))
    if not rows:
        return None
    return TableBlock(
        key=key,
        title=title,
        columns=columns(36, 34, (10, "tengah"), *((5, "kanan") for _ in ROMAN)),
        heads=header(
            *(
                TableCell(content=j, row=2)
                for j in ("Program, kegiatan, dan sub kegiatan", "Indikator keluaran", "Satuan")
            ),
            TableCell(content="Target triwulan", column=4),
        )
        + header(*ROMAN),
        rows=tuple(rows),
        size="mini",
    )


def langkah_rencana_aksi_table(rencana: RencanaAksi, *, key: str, title: str) -> TableBlock | None:
    """No | Indikator | Langkah | Ukuran keberhasilan | Penanggung jawab | Triwulan; None when no step is planned."""
    steps = [(b, step) for b in rencana.baris for step in b.langkah]
    if not steps:
        return None
    return TableBlock(
        key=key,
        title=title,
        columns=columns((5, "tengah"), 22, 30, 21, 15, (7, "tengah")),
        heads=header(
            "No.", "Indikator sasaran", "Langkah", "Ukuran keberhasilan", "Penanggung jawab", "Triwulan"
        ),
        rows=tuple(
            row(
                *of_group(number, tidy(b.indikator), first),
                cell(tidy(step.uraian)),
                cell(tidy(step.ukuran) or EMPTY),
                cell(line_rows(step.penanggung_jawab) if step.penanggung_jawab else EMPTY),
                cell(ROMAN[step.triwulan - 1]),
            )
            for number, first, (b, step) in grouped(steps, lambda one: one[0].indikator)
        ),
        size="kecil",
    )


def _group(name: str, *, indent: int = 0) -> TableRow:
    return row(TableCell(content=name, column=7, head=True), kind="kelompok", indent=indent)


def _kegiatan_row(k: KegiatanRencanaAksi) -> TableRow:
    return row(
        cell(tidy(k.nama_sub_kegiatan or k.nama_kegiatan) or EMPTY, head=True),
        cell(tidy(k.indikator) or EMPTY),
        cell(tidy(k.satuan) or EMPTY),
        *(cell(_angka(t)) for t in _four(k.triwulan)),
        indent=2,
    )


def _angka(nilai: Decimal | None) -> str:
    return EMPTY if nilai is None else format_angka(nilai)


def _four(nilai: tuple[T | None, ...]) -> tuple[T | None, ...]:
    """Four cells whatever is recorded: an empty quarter is an en dash, not a missing column."""
    return (*nilai, None, None, None, None)[:4]
