"""The Perjanjian Kinerja in the workbook: this year's versions, and those of earlier years that a report quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from django.db.models import Q

from kecamatan.ground.prepared import PreparedRows
from sakip import models as m
from sakip.snapshot.rows import fetch, key_of
from sakip.workbook.cells.row import SheetChecker, SheetRow, check_is_program
from sakip.workbook.in_force import plan_beside
from sakip.workbook.sheets.columns import (
    cetak,
    indikator_key,
    kode_program,
    of,
    own_year,
    plan_beside_column,
    sasaran_key,
    satuan,
    target,
)
from sakip.workbook.sheets.pasted import Cells, Codes, Known, Pasted
from sakip.workbook.sheets.record_sheet import record_sheet, register
from sakip.workbook.sheets.said import Said, said
from sakip.workbook.sheets.sheet import Column
from sakip.workbook.stored import Stored, names_programs, stock


@stock
def stored_pk(data: Stored) -> list[m.PerjanjianKinerja]:
    """Every version with its rows (3 queries)."""
    return _PK(data.kecamatan.pk, data.tahun)


_PK: Final = PreparedRows(
    lambda kecamatan, tahun: (
        m.PerjanjianKinerja.objects.filter(Q(tahun=tahun) | Q(tahun__lt=tahun, dikutip=True))
        .filter(kecamatan=kecamatan)
        .order_by("tahun", "versi")
        .select_related("pihak_pertama__pejabat", "pihak_kedua__pejabat")
        .prefetch_related(
            fetch("baris", m.BarisPK, "acuan_indikator__renstra", "acuan_sasaran__renstra"),
            fetch("anggaran", m.AnggaranPK, "program__versi"),
        )
    )
)


@names_programs
def _programs(data: Stored) -> Iterable[m.Program | None]:
    return (a.program for pk in stored_pk(data) if pk.tahun == data.tahun for a in pk.anggaran.all())


def _rows(data: Stored) -> Iterator[Said]:
    for pk in stored_pk(data):
        for b in pk.baris.all():
            yield said(
                pk,
                b,
                kunci_sasaran=key_of(b.acuan_sasaran),
                kunci_indikator=key_of(b.acuan_indikator),
                renstra=plan_beside(data, b.acuan_indikator or b.acuan_sasaran),
                target=data.target(b),
            )


def _edition(data: Stored, year: int | None) -> str:
    """A PK of an earlier year is written in the nomenklatur of then."""
    if year is None or year == data.tahun:
        return data.versi
    return data.references.version_for(year)


def _amounts(data: Stored) -> Iterator[Said]:
    for pk in stored_pk(data):
        for a in pk.anggaran.all():
            yield said(pk, a, kode=data.kode_program(a.program, _edition(data, pk.tahun))["kode"])


def _check_year(p: SheetChecker, rows: Sequence[SheetRow]) -> None:
    for b in rows:
        if b["tahun"] is not None and b["tahun"] > p.recorded.tahun:
            p.refuse(b, "tahun", f"Isi {p.recorded.tahun} atau tahun sebelumnya.")


def _check_rows(p: SheetChecker, rows: Sequence[SheetRow]) -> None:
    _check_year(p, rows)
    firsts: dict[tuple[Any, ...], SheetRow] = {}
    for b in rows:
        if not b["kunci_indikator"]:
            continue
        first = firsts.setdefault((b["tahun"], b["versi"], b["kunci_indikator"], b["renstra"]), b)
        if first is not b:
            p.refuse(b, "kunci_indikator", f"indikator ini sudah ada pada {first.where}. Hapus salah satu.")


def _check_amounts(p: SheetChecker, rows: Sequence[SheetRow]) -> None:
    _check_year(p, rows)
    check_is_program(p, rows)


def _settle(p: SheetChecker) -> None:
    """A document without a year is of the workbook's year, and without a version the first."""
    for sheet in ("Dokumen", "PK", "PKAnggaran"):
        for b in p.tables[sheet]:
            p.fill_year(b)
            b.nilai.setdefault("versi", 0)


def _latest(known: Known, row: Cells) -> Cells:
    """The year, and its last version; of another year the first."""
    tahun = known.recorded.tahun
    versions = {
        one.get("versi") or 0
        for sheet in ("PK", "Dokumen")
        for one in known.rows(sheet)
        if one.get("tahun") == tahun and one.get("dokumen", "pk") == "pk"
    }
    meant = max(versions, default=0) if str(row.get("tahun", tahun)) == str(tahun) else 0
    return {"tahun": tahun, "versi": meant}


def year_and_version() -> tuple[Column, Column]:
    """Which PK a row is of."""
    return (
        own_year(
            m.PerjanjianKinerja,
            hint="Kosong berarti tahun buku kerja; tahun lalu hanya sebagai pembanding.",
        ),
        of(m.PerjanjianKinerja, "versi", hint="Kosong atau 0 murni; 1, 2, … perubahan.", width=8),
    )


register(
    record_sheet(
        "PK",
        "Perjanjian Kinerja: sasaran, indikator, dan target",
        *year_and_version(),
        of(m.BarisPK, "sasaran", width=50),
        sasaran_key("kunci_sasaran"),
        of(m.BarisPK, "indikator", width=50),
        indikator_key(),
        plan_beside_column(),
        satuan(m.BarisPK),
        target(meaning="target"),
        cetak(m.BarisPK),
        model=("sakip.barispk",),
        told=("tahun", "versi", "indikator"),
        pasted=Pasted(
            words=((r"^sasaran|^(?!.*indi[kc]ator).*kinerja utama", "sasaran"),),
            also=("PKAnggaran",),
            shared=("tahun", "versi"),
            place=_latest,
        ),
        read=_rows,
        settle=_settle,
        check=_check_rows,
    ),
    record_sheet(
        "PKAnggaran",
        "Perjanjian Kinerja: program dan anggarannya",
        *year_and_version(),
        kode_program(),
        of(m.AnggaranPK, "nama", hint="Seperti tercetak dalam PK.", width=60),
        of(m.AnggaranPK, "anggaran", meaning="anggaran", width=20),
        of(m.AnggaranPK, "sumber_dana", title="Sumber dana", hint="Misalnya APBD."),
        model=("sakip.anggaranpk",),
        told=("tahun", "versi", "kode", "nama"),
        pasted=Pasted(
            words=(
                (r"sumber", "sumber_dana"),
                (r"^ket", "sumber_dana"),
                (r"program|uraian", "nama"),
                (r"anggaran|pagu|jumlah|rp", "anggaran"),
            ),
            codes=Codes(
                level="program",
                named="nama",
                left_out="{} baris kegiatan atau sub kegiatan tidak dibaca: PK memuat anggaran program.",
            ),
            place=_latest,
        ),
        edition=lambda recorded, row: _edition(recorded, row["tahun"]) or recorded.versi,
        read=_amounts,
        check=_check_amounts,
    ),
)
