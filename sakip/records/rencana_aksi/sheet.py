"""The rencana aksi in the workbook: rows with four targets, and the kegiatan that serve them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from kecamatan.ground.prepared import PreparedRows
from sakip import models as m
from sakip.snapshot.rows import fetch, key_of
from sakip.text.key_names import squeezed
from sakip.text.reading.due import triwulan_due
from sakip.workbook.cells.row import SheetChecker, SheetRow
from sakip.workbook.in_force import plan_beside
from sakip.workbook.raw_cells import folded
from sakip.workbook.sheets.columns import (
    QUARTERS,
    cetak,
    indikator_key,
    kode,
    nama_kode,
    nomor,
    of,
    penanggung_jawab,
    plan_beside_column,
    satuan,
    target,
)
from sakip.workbook.sheets.pasted import Below, Block, Cells, Known, Pasted
from sakip.workbook.sheets.record_sheet import record_sheet, register
from sakip.workbook.sheets.said import Said, said
from sakip.workbook.sheets.whose_indikator import indikators
from sakip.workbook.stored import KODE, Stored, names_programs, stock


def _of_sasaran(block: Block) -> Block:
    """A table of programs or kegiatan and of their indikator is of those, not of sasaran."""
    of_kegiatan = "sasaran" not in block.columns and any(
        _KEGIATAN.search(folded(head)) for head in block.heads
    )
    if not of_kegiatan and not indikators(block).are_of_kegiatan:
        return block
    return replace(block, columns=("",) * len(block.columns))


def _of_kegiatan(block: Block) -> Block:
    """The indikator before the kegiatan of a table is that of the sasaran which they serve; a table that has no other
    is one of sasaran."""
    told = indikators(block)
    if told.are_of_sasaran:
        return replace(block, columns=("",) * len(block.columns))
    if not (told.of_sasaran and told.of_kegiatan):
        return block
    meant = {told.of_sasaran[0]: "nomor@indikator", told.of_kegiatan[0]: "indikator"}
    return replace(block, columns=tuple(meant.get(at, key) for at, key in enumerate(block.columns)))


_KEGIATAN: Final = re.compile(r"program|kegiatan")


def _sasaran_of(known: Known, row: Cells) -> Cells:
    """A plan that names no sasaran has that of its indikator, as rencana aksi, PK or RKT have it."""
    if row.get("sasaran") or not row.get("indikator"):
        return {}
    said = squeezed(str(row["indikator"]))
    for sheet in ("RencanaAksi", "PK", "RKT"):
        for one in reversed(known.rows(sheet)):
            if one.get("sasaran") and squeezed(str(one.get("indikator"))) == said:
                return {"sasaran": one["sasaran"]}
    return {}


def _triwulan(text: str) -> str:
    """ "TW II", "Juni": the number of its triwulan; what says none, or several, as it is."""
    return str(triwulan_due(text) or text)


#: What tables of kegiatan and steps have instead of the number of the row that they serve.
_OF_ROW: Final = Below("RencanaAksi", ("sasaran", "indikator"))


@stock
def stored_rencana_aksi(data: Stored) -> m.RencanaAksi | None:
    """The year's rencana aksi with its rows, their targets, kegiatan and steps (5 queries)."""
    return _RENCANA_AKSI.first(data.kecamatan.pk, data.tahun)


_RENCANA_AKSI: Final = PreparedRows(
    lambda kecamatan, tahun: (
        m.RencanaAksi.objects.filter(kecamatan=kecamatan, tahun=tahun)
        .select_related("penandatangan__pejabat")
        .prefetch_related(
            fetch("baris", m.BarisRencanaAksi, "acuan_indikator__renstra"),
            "baris__target",
            fetch("baris__kegiatan", m.KegiatanRencanaAksi, *KODE),
            "baris__langkah",
        )
    )
)


def _lines(data: Stored) -> Iterable[m.BarisRencanaAksi]:
    plan = stored_rencana_aksi(data)
    return plan.baris.all() if plan else ()


@names_programs
def _programs(data: Stored) -> Iterable[m.Program]:
    return (g.program for line in _lines(data) for g in line.kegiatan.all())


def _rows(data: Stored) -> Iterator[Said]:
    for number, line in enumerate(_lines(data), start=1):
        targets = {f"target_{t.triwulan}": data.target(t) for t in line.target.all()}
        printed = {f"cetak_{t.triwulan}": t.cetak for t in line.target.all()}
        reference = line.acuan_indikator
        own = {"kunci_indikator": key_of(reference), "renstra": plan_beside(data, reference)}
        yield said(line, nomor=number, **own, **targets, **printed)


def _kegiatan(data: Stored) -> Iterator[Said]:
    for number, line in enumerate(_lines(data), start=1):
        yield from (said(g, nomor=number, **data.kode(g)) for g in line.kegiatan.all())


def _steps(data: Stored) -> Iterator[Said]:
    for number, line in enumerate(_lines(data), start=1):
        yield from (said(step, nomor=number) for step in line.langkah.all())


def _check_rows(p: SheetChecker, rows: Sequence[SheetRow]) -> None:
    for b in rows:
        for n, _ in QUARTERS:
            if b[f"cetak_{n}"] and b[f"target_{n}"] is None:
                p.refuse(b, f"target_{n}", "Isi target triwulan itu, atau kosongkan bentuk cetaknya.")


def _check_kegiatan(p: SheetChecker, rows: Sequence[SheetRow]) -> None:
    known = {b["nomor"] for b in p.tables["RencanaAksi"]}
    for b in rows:
        if b["nomor"] is not None and b["nomor"] not in known:
            p.refuse(b, "nomor", f"baris nomor {b['nomor']} tidak ada pada lembar RencanaAksi.")


register(
    record_sheet(
        "RencanaAksi",
        "Rencana Aksi: target per triwulan",
        nomor("Dirujuk lembar RencanaAksiKegiatan."),
        of(m.BarisRencanaAksi, "sasaran"),
        of(m.BarisRencanaAksi, "indikator"),
        indikator_key(),
        plan_beside_column(),
        satuan(m.BarisRencanaAksi),
        of(
            m.BarisRencanaAksi,
            "akumulasi",
            title="Akumulasi triwulan",
            hint="Kosong berarti kumulatif.",
            meaning="",
            width=30,
        ),
        *(
            column
            for n, roman in QUARTERS
            for column in (
                target(f"Target triwulan {roman}", key=f"target_{n}"),
                cetak(m.TargetTriwulan, f"cetak_{n}", f"Tercetak triwulan {roman}"),
            )
        ),
        model=("sakip.barisrencanaaksi", "sakip.targettriwulan"),
        unique=("nomor",),
        nameless=True,
        told=("indikator",),
        pasted=Pasted(found_out=frozenset({"sasaran"}), finds=_of_sasaran, reread=_sasaran_of),
        read=_rows,
        check=_check_rows,
    ),
    record_sheet(
        "RencanaAksiKegiatan",
        "Rencana Aksi: kegiatan dan keluarannya per triwulan",
        nomor("Nomor baris pada lembar RencanaAksi.", meaning="nomor baris rencana aksi"),
        kode(meaning="kode program, kegiatan, atau sub kegiatan"),
        nama_kode(),
        of(m.KegiatanRencanaAksi, "indikator", meaning="", width=50),
        satuan(m.KegiatanRencanaAksi),
        *(of(m.KegiatanRencanaAksi, f"triwulan_{n}", width=14) for n, _ in QUARTERS),
        model=("sakip.kegiatanrencanaaksi",),
        told=("nomor", "kode", "indikator"),
        pasted=Pasted(
            numbered=True,
            below=_OF_ROW,
            words=(
                (r"^(?:\w+ )?sasaran\b", "nomor@sasaran"),
                (r"^indi[kc]ator (?:kinerja )?sasaran|^indi[kc]ator kinerja utama|^iku\b", "nomor@indikator"),
            ),
            finds=_of_kegiatan,
        ),
        read=_kegiatan,
        check=_check_kegiatan,
    ),
    record_sheet(
        "RencanaAksiLangkah",
        "Rencana Aksi: langkah, penanggung jawab, dan triwulannya",
        nomor("Nomor baris pada lembar RencanaAksi.", meaning="nomor baris rencana aksi"),
        of(m.LangkahRencanaAksi, "uraian", meaning="langkah yang akan dilakukan", width=60),
        of(m.LangkahRencanaAksi, "ukuran"),
        penanggung_jawab(m.LangkahRencanaAksi),
        of(m.LangkahRencanaAksi, "triwulan", width=14),
        model=("sakip.langkahrencanaaksi",),
        told=("nomor", "uraian"),
        pasted=Pasted(
            numbered=True,
            below=_OF_ROW,
            words=(
                (r"^sasaran", "nomor@sasaran"),
                (r"^indikator (?:sasaran|kinerja)|^indikator$", "nomor@indikator"),
                (r"ukuran|indikator|output|keluaran|bukti", "ukuran"),
                (r"langkah|\baksi\b|upaya", "uraian"),
                (r"waktu|jadwal|tri ?wulan|\btw\b", "triwulan"),
            ),
            spelled={"triwulan": _triwulan},
        ),
        read=_steps,
        check=_check_kegiatan,
        added=True,
    ),
)
