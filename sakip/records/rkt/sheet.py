"""The RKT in the workbook: sasaran with their indikator; program, kegiatan and sub kegiatan with theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from kecamatan.ground.prepared import PreparedRows
from sakip import models as m
from sakip.snapshot.rows import fetch, key_of
from sakip.workbook.cells.row import SheetChecker, SheetRow
from sakip.workbook.in_force import plan_beside
from sakip.workbook.sheets.columns import (
    cetak,
    indikator_key,
    kode,
    nama_kode,
    nomor,
    of,
    penanggung_jawab,
    plan_beside_column,
    sasaran_key,
    satuan,
    target,
)
from sakip.workbook.sheets.pasted import Block, Codes, Pasted
from sakip.workbook.sheets.record_sheet import record_sheet, register
from sakip.workbook.sheets.said import Said, said
from sakip.workbook.sheets.whose_indikator import indikators
from sakip.workbook.stored import KODE, Stored, names_rkt_programs, stock


@stock
def stored_rkt(data: Stored) -> m.RKT | None:
    """The year's RKT with its rows (4 queries)."""
    return _RKT.first(data.kecamatan.pk, data.tahun)


_RKT: Final = PreparedRows(
    lambda kecamatan, tahun: (
        m.RKT.objects.filter(kecamatan=kecamatan, tahun=tahun)
        .select_related("penandatangan__pejabat")
        .prefetch_related(
            fetch("sasaran", m.SasaranRKT, "acuan_indikator__renstra"),
            fetch("baris", m.BarisRKT, "acuan_sasaran__renstra", *KODE),
            "baris__indikator",
        )
    )
)


def _lines(data: Stored) -> Iterable[m.BarisRKT]:
    rkt = stored_rkt(data)
    return rkt.baris.all() if rkt else ()


@names_rkt_programs
def _programs(data: Stored) -> Iterable[m.Program]:
    return (line.program for line in _lines(data))


def _sasaran(data: Stored) -> Iterator[Said]:
    rkt = stored_rkt(data)
    for s in rkt.sasaran.all() if rkt else ():
        yield said(
            s,
            kunci_indikator=key_of(s.acuan_indikator),
            renstra=plan_beside(data, s.acuan_indikator),
            target=data.target(s),
        )


def _kegiatan(data: Stored) -> Iterator[Said]:
    for number, line in enumerate(_lines(data), start=1):
        first, *more = line.indikator.all() or [None]
        served = {"sasaran": key_of(line.acuan_sasaran), "renstra": plan_beside(data, line.acuan_sasaran)}
        own = {"nomor": number} | served | data.kode(line, data.versi_rkt)
        yield said(line, first, **own)
        yield from (said(indikator, nomor=number) for indikator in more)


def _of_kegiatan(block: Block) -> Block:
    """A table whose indikator stand before its programs is one of sasaran."""
    return replace(block, columns=("",) * len(block.columns)) if indikators(block).are_of_sasaran else block


def _of_sasaran(block: Block) -> Block:
    """A table of programs or kegiatan and of their indikator is one of those."""
    return replace(block, columns=("",) * len(block.columns)) if indikators(block).are_of_kegiatan else block


_OF_THE_FIRST: Final = ("kode", "sasaran", "renstra", "anggaran", "penanggung_jawab")


def _check_kegiatan(p: SheetChecker, rows: Sequence[SheetRow]) -> None:
    """The first row of a number has the code; the following ones add indikator."""
    firsts: dict[int, SheetRow] = {}
    for b in rows:
        number = b["nomor"]
        first = b if number is None else firsts.setdefault(number, b)
        if first is b:
            if not b["kode"]:
                p.refuse(b, "kode", "Isi kode program, kegiatan, atau sub kegiatan.")
        else:
            for column in _OF_THE_FIRST:
                if b[column] is not None and b[column] != first[column]:
                    p.refuse(
                        b,
                        column,
                        f"berbeda dengan {first.where} yang bernomor sama. Kosongkan, atau beri nomor lain.",
                    )
        if not b["uraian"] and (first is not b or b["target"] or b["satuan"]):
            p.refuse(b, "uraian", "Isi uraian indikator.")


register(
    record_sheet(
        "RKT",
        "Rencana Kinerja Tahunan: sasaran, indikator, dan target",
        of(m.SasaranRKT, "sasaran", width=50),
        of(m.SasaranRKT, "indikator", width=50),
        indikator_key(),
        plan_beside_column(),
        satuan(m.SasaranRKT),
        target(),
        cetak(m.SasaranRKT),
        model=("sakip.sasaranrkt",),
        told=("indikator",),
        pasted=Pasted(finds=_of_sasaran),
        read=_sasaran,
    ),
    record_sheet(
        "RKTKegiatan",
        "Rencana Kinerja Tahunan: program, kegiatan, dan sub kegiatan",
        nomor("Baris dengan nomor yang sama memuat indikator berikutnya; kodenya boleh kosong."),
        sasaran_key(),
        plan_beside_column(),
        kode(),
        nama_kode(),
        of(
            m.IndikatorBarisRKT,
            "uraian",
            title="Indikator",
            hint="Indikator program, kegiatan, atau sub kegiatan.",
            meaning="",
            width=50,
        ),
        of(m.IndikatorBarisRKT, "target", hint="Seperti tercetak.", width=14),
        satuan(m.IndikatorBarisRKT),
        of(m.BarisRKT, "anggaran", width=20),
        penanggung_jawab(m.BarisRKT),
        model=("sakip.barisrkt", "sakip.indikatorbarisrkt"),
        told=("nomor", "kode"),
        edition=lambda recorded, _row: recorded.versi_rkt,
        pasted=Pasted(
            words=((r"indi[kc]ator", "uraian"), (r"^sasaran", "sasaran")),
            needed=("kode",),
            codes=Codes(alone=True, of_the_first=_OF_THE_FIRST),
            finds=_of_kegiatan,
        ),
        read=_kegiatan,
        check=_check_kegiatan,
    ),
)
