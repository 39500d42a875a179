"""The sheet of document heads: place, date and signing officials of RKT, PK, SK IKU, rencana aksi and LKIP."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from kecamatan.models import MasaJabatan
from sakip import models as m
from sakip.entry.value_kinds import Choice
from sakip.records.iku.sheet import stored_iku
from sakip.records.pejabat.named import no_official
from sakip.records.pejabat.sheet import signed_by
from sakip.records.pk.sheet import stored_pk, year_and_version
from sakip.records.rencana_aksi.sheet import stored_rencana_aksi
from sakip.records.rkt.sheet import stored_rkt
from sakip.text.dates import InvalidDate, parse_month
from sakip.workbook.cells.row import SheetChecker, SheetRow
from sakip.workbook.sheets.columns import ONE_LINE, of
from sakip.workbook.sheets.record_sheet import record_sheet, register
from sakip.workbook.sheets.said import Said, said
from sakip.workbook.sheets.sheet import Column, Only
from sakip.workbook.stored import Stored

DOCUMENTS: Final = (
    ("rkt", "RKT"),
    ("pk", "PK"),
    ("iku", "SK IKU"),
    ("rencana_aksi", "Rencana Aksi"),
    ("laporan", "LKIP"),
)


def _head(data: Stored, kind: str, document: Any, term: MasaJabatan | None, **others: Any) -> Said:
    common = {name: getattr(document, name) for name in ("tahun", "tempat", "tanggal", "tanggal_cetak")}
    return said(document, dokumen=kind, penandatangan=signed_by(data, term, document), **common, **others)


def _read(data: Stored) -> Iterator[Said]:
    if rkt := stored_rkt(data):
        yield _head(data, "rkt", rkt, rkt.penandatangan)
    for pk in stored_pk(data):
        yield _head(data, "pk", pk, pk.pihak_pertama, pihak_kedua=signed_by(data, pk.pihak_kedua, pk))
    if iku := stored_iku(data):
        yield _head(data, "iku", iku, iku.penandatangan)
    if plan := stored_rencana_aksi(data):
        yield _head(data, "rencana_aksi", plan, plan.penandatangan)


def _check(p: SheetChecker, rows: Sequence[SheetRow]) -> None:
    year = p.recorded.tahun
    for b in rows:
        _check_date(p, b)
        if b["dokumen"] != "pk":
            if b["tahun"] is not None and b["tahun"] != year:
                p.refuse(b, "tahun", f"Kosongkan, atau isi {year}.")
            if b["versi"]:
                p.refuse(b, "versi", "Kosongkan; hanya PK yang berversi.")
        elif b["alasan"] and not b["versi"]:
            p.refuse(b, "alasan", "Kosongkan; alasan hanya untuk PK perubahan.")
        elif b["tahun"] is not None and b["tahun"] > year:
            p.refuse(b, "tahun", f"Isi {year} atau tahun sebelumnya.")


def _check_date(p: SheetChecker, b: SheetRow) -> None:
    if b["tanggal_cetak"] and not b["tanggal"] and (b["penandatangan"] or b["pihak_kedua"]):
        try:
            parse_month(b["tanggal_cetak"])
        except InvalidDate as problem:
            p.refuse(b, "tanggal_cetak", str(problem))


def _only(*documents: str, reason: str) -> Only:
    return Only("dokumen", frozenset(documents), reason)


_IKU_ALONE: Final = "Hanya SK IKU."

register(
    record_sheet(
        "Dokumen",
        "Tempat, tanggal, dan penanda tangan setiap dokumen",
        Column(
            key="dokumen", title="Dokumen", kind=Choice(choices=DOCUMENTS), meaning="nama dokumen", width=16
        ),
        *year_and_version(),
        of(
            m.KeputusanIKU,
            "nomor",
            hint=_IKU_ALONE,
            meaning="",
            width=26,
            only=_only("iku", reason="hanya SK IKU yang bernomor"),
        ),
        of(m.RKT, "tempat", meaning=""),
        of(m.RKT, "tanggal", hint="Misalnya 2/1/2023.", meaning=""),
        of(m.RKT, "tanggal_cetak", hint="Bila harinya tidak diketahui, misalnya Januari 2021.", width=22),
        Column(
            key="penandatangan",
            title="Penanda tangan",
            kind=ONE_LINE,
            hint="Nama pada lembar Pejabat; untuk PK pihak pertama.",
            width=36,
            reference="Pejabat",
            misnamed=no_official,
            fills=("pihak_pertama",),
            only=_only(
                "rkt",
                "pk",
                "iku",
                "rencana_aksi",
                reason="LKIP ditandatangani camat yang menjabat pada tanggalnya",
            ),
        ),
        Column(
            key="pihak_kedua",
            title="Pihak kedua",
            kind=ONE_LINE,
            hint="Hanya PK: nama kepala daerah.",
            width=36,
            reference="Pejabat",
            misnamed=no_official,
            only=_only("pk", reason="hanya PK yang mempunyai pihak kedua"),
        ),
        of(
            m.PerjanjianKinerja,
            "alasan",
            hint="Hanya PK perubahan.",
            width=36,
            only=_only("pk", reason="hanya PK perubahan yang mempunyai alasan perubahan"),
        ),
        of(
            m.KeputusanIKU,
            "instansi",
            hint=_IKU_ALONE,
            meaning="",
            width=26,
            only=_only("iku", reason="hanya SK IKU yang menyebut instansi"),
        ),
        of(
            m.KeputusanIKU,
            "berlaku_sampai",
            hint="Hanya SK IKU yang dipakai lebih dari setahun.",
            only=_only("iku", reason="hanya SK IKU yang berlaku beberapa tahun"),
            added=True,
        ),
        of(
            m.PerjanjianKinerja,
            "sumber",
            hint="Hanya PK: dokumen asalnya.",
            width=36,
            only=_only("pk", reason="hanya PK yang mencatat dokumen asalnya"),
        ),
        model=(
            "sakip.rkt",
            "sakip.perjanjiankinerja",
            "sakip.keputusaniku",
            "sakip.rencanaaksi",
            "reports.laporan",
        ),
        unique=("dokumen", "tahun", "versi"),
        read=_read,
        check=_check,
    )
)
