"""The Renstra in the workbook: its versions, tujuan, sasaran, indikator, and their targets per year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from sakip import models as m
from sakip.capaian.rumus import rumus_bawaan
from sakip.capaian.triwulan import IRAMA
from sakip.capaian.values import JenisNilai
from sakip.entry.number_kinds import Year
from sakip.entry.value_kinds import Choice, Text, shorten
from sakip.records.renstra import pasted
from sakip.workbook.cells.row import SheetChecker, SheetRow
from sakip.workbook.in_force import stored_plan, stored_renstra
from sakip.workbook.sheets.columns import (
    ORDINAL,
    cetak,
    fraction_words,
    indikator_key,
    nama_indikator,
    nomor,
    of,
    penanggung_jawab,
    row_key,
    sasaran_key,
    satuan,
    target,
)
from sakip.workbook.sheets.record_sheet import RecordSheet, record_sheet, register
from sakip.workbook.sheets.said import Cells, Said, said
from sakip.workbook.sheets.sheet import Column
from sakip.workbook.stored import Stored

#: The version of the Renstra that a row is of.
VERSION: Final = ("tahun_awal", "versi")
DECISION: Final = "RenstraBerlaku"
_OF_A_VERSION: Final = (
    DECISION,
    "Tujuan",
    "IndikatorTujuan",
    "TargetTujuan",
    "Sasaran",
    "Indikator",
    "TargetRenstra",
)

# -- out ---------------------------------------------------------------------------------------------


def _versions(data: Stored) -> Iterator[Said]:
    for r in stored_renstra(data):
        yield said(
            r,
            rpjmd=r.periode_rpjmd.tahun_awal if r.periode_rpjmd else None,
            misi_diacu=r.misi_diacu.nomor if r.misi_diacu else None,
        )


def stored_decision(data: Stored) -> list[m.RenstraBerlaku]:
    """Which Renstra a person decided to be in force in the year; none, or one."""
    decision = stored_plan(data).decision
    return [decision] if decision else []


def _tujuan(data: Stored) -> Iterator[Said]:
    return (said(r, t) for r in stored_renstra(data) for t in r.tujuan.all())


def with_place(data: Stored) -> Iterator[tuple[m.Renstra, Cells, m.IndikatorTujuan]]:
    """Every indikator tujuan with its Renstra, and how sheets name it there."""
    for r in stored_renstra(data):
        for t in r.tujuan.all():
            for number, indikator in enumerate(t.indikator.all(), start=1):
                yield r, {"tujuan": t.kunci, "nomor": number}, indikator


def _indikator_tujuan(data: Stored) -> Iterator[Said]:
    for r, place, i in with_place(data):
        yield said(r, i, **place, skala=i.skala.kode if i.skala else "", **_usual(i))


def _usual(i: m.IndikatorTujuan) -> Cells:
    """What an empty cell means is left empty: workbooks from before these columns say the same."""
    means = {
        "jenis_nilai": JenisNilai.ANGKA,
        "rumus": rumus_bawaan(JenisNilai(i.jenis_nilai)),
        "desimal": m.IndikatorTujuan._meta.get_field("desimal").get_default(),
    }
    return {name: None for name, usual in means.items() if getattr(i, name) == usual}


def _target_tujuan(data: Stored) -> Iterator[Said]:
    for r, place, indikator in with_place(data):
        for t in indikator.target.all():
            yield said(r, t, **place, nama_indikator=indikator.nama, target=data.target(t))


def _sasaran(data: Stored) -> Iterator[Said]:
    for r in stored_renstra(data):
        for s in r.sasaran.all():
            words = s.sasaran_rpjmd.uraian if s.sasaran_rpjmd else ""
            yield said(r, s, tujuan=s.tujuan.kunci, sasaran_rpjmd=words)


def _indikator(data: Stored) -> Iterator[Said]:
    for r in stored_renstra(data):
        for i in r.indikator.all():
            yield said(r, i, sasaran=i.sasaran.kunci, skala=i.skala.kode if i.skala else "")


def _targets(data: Stored) -> Iterator[Said]:
    for r in stored_renstra(data):
        for i in r.indikator.all():
            for t in i.target.all():
                yield said(r, t, kunci_indikator=i.kunci, nama_indikator=i.nama, target=data.target(t))


# -- what only the rows of a sheet, seen together, can have wrong -------------------------------------


def _settle(p: SheetChecker) -> None:
    """A version that was left out is the first; where there is one Renstra, its rows need not name it."""
    versions = p.tables["Renstra"]
    for b in versions:
        b.nilai.setdefault("versi", 0)
    years = {b["tahun_awal"] for b in versions if b["tahun_awal"]}
    numbers = {b["versi"] for b in versions}
    for sheet in _OF_A_VERSION:
        for b in p.tables[sheet]:
            if len(years) == 1:
                b.nilai.setdefault("tahun_awal", next(iter(years)))
            b.nilai.setdefault("versi", next(iter(numbers)) if len(numbers) == 1 else 0)


def _check_versions(p: SheetChecker, rows: Sequence[SheetRow]) -> None:
    for b in rows:
        first, last = b["tahun_awal"], b["tahun_akhir"]
        if first and last and first <= last and not first <= p.recorded.tahun <= last:
            p.refuse(
                b,
                "tahun_awal",
                f"Renstra {first}–{last} tidak meliputi tahun {p.recorded.tahun}."
                " Isi Renstra yang berlaku pada tahun buku kerja.",
            )
        if b["misi_diacu"] is not None and b["rpjmd"] is None:
            p.refuse(b, "rpjmd", "Isi tahun awal RPJMD yang memuat misi yang diacu.")


def _check_version(p: SheetChecker, rows: Sequence[SheetRow]) -> None:
    """The version that a row names is on the sheet Renstra."""
    known = {(b["tahun_awal"], b["versi"]) for b in p.tables["Renstra"]}
    for b in rows:
        if b.broken & set(VERSION):
            continue
        if b["tahun_awal"] is None:
            p.refuse(b, "tahun_awal", "Isi tahun awal Renstra." if known else "Isi dahulu lembar Renstra.")
        elif (b["tahun_awal"], b["versi"]) not in known:
            p.refuse(
                b,
                "versi",
                f"Renstra {b['tahun_awal']} versi {b['versi']} tidak ada pada lembar Renstra. Perbaiki versinya.",
            )


def _check_decision(p: SheetChecker, rows: Sequence[SheetRow]) -> None:
    _check_version(p, rows)
    for b in rows[1:]:
        p.refuse(b, "tahun_awal", "Hanya satu Renstra berlaku dalam satu tahun. Hapus baris ini.")


def _check_target_tujuan(p: SheetChecker, rows: Sequence[SheetRow]) -> None:
    _check_version(p, rows)
    place = (*VERSION, "tujuan", "nomor")
    known = {tuple(b[k] for k in place) for b in p.tables["IndikatorTujuan"]}
    for b in rows:
        if not b.broken & set(place) and tuple(b[k] for k in place) not in known:
            p.refuse(
                b,
                "nomor",
                f"indikator nomor {b['nomor']} tujuan {b['tujuan']} tidak ada pada lembar IndikatorTujuan.",
            )


def _check_sasaran(p: SheetChecker, rows: Sequence[SheetRow]) -> None:
    _check_version(p, rows)
    known = {b["uraian"] for b in p.tables["RPJMD"] if b["jenis"] == "sasaran"}
    for b in rows:
        if b["sasaran_rpjmd"] and p.tables["RPJMD"] and b["sasaran_rpjmd"] not in known:
            p.refuse(
                b,
                "sasaran_rpjmd",
                f'"{shorten(b["sasaran_rpjmd"])}" tidak ada pada lembar RPJMD. Salin uraiannya dengan tepat.',
            )


# -- the sheets ---------------------------------------------------------------------------------------

_SHORT_NAME: Final = "Nama pendek tanpa spasi, misalnya {}."
_LINES: Final = "Satu per baris dalam sel (Alt+Enter)."
_YES: Final = "Kosong berarti Ya."

_VERSION_COLUMNS: Final = (
    of(
        m.Renstra,
        "tahun_awal",
        hint="Tahun pertama Renstra; boleh kosong bila hanya ada satu Renstra.",
        meaning="",
        width=11,
    ),
    of(m.Renstra, "versi", width=8),
)
TUJUAN: Final = row_key("tujuan", "Kunci tujuan", "Tujuan", meaning="kunci tujuan")
_TARGET: Final = target(meaning="target tahun itu, atau hapus barisnya")


def _scale(**rest: Any) -> Column:
    return Column(
        key="skala",
        title="Skala",
        kind=Text(one_line=True),
        hint="Hanya untuk jenis nilai Huruf, misalnya akip-2021.",
        width=16,
        reference="Skala",
        **rest,
    )


def _shared(kode: str, row: Cells, _rows: Sequence[Mapping[str, Any]]) -> str:
    year = row.get("tahun_awal")
    return f"Renstra {kode} {year} versi {row.get('versi', 0)}" if year else ""


def _of_version(
    name: str, about: str, model: str, *shown_columns: Column, unique: tuple[str, ...], **ways: Any
) -> RecordSheet:
    columns = (*_VERSION_COLUMNS, *shown_columns)
    return record_sheet(
        name, about, *columns, model=(f"sakip.{model}",), unique=(*VERSION, *unique), shared=_shared, **ways
    )


register(
    record_sheet(
        "Renstra",
        "Renstra yang berlaku dan perubahannya",
        of(m.Renstra, "tahun_awal", meaning="tahun awal Renstra", width=12),
        of(m.Renstra, "tahun_akhir", meaning="tahun akhir Renstra", width=12),
        of(m.Renstra, "versi", width=8),
        of(m.Renstra, "dasar", hint="Peraturan yang menetapkannya.", width=60),
        of(m.Renstra, "tanggal"),
        of(m.Renstra, "sumber", width=40),
        Column(
            key="rpjmd",
            title="RPJMD (tahun awal)",
            kind=Year(),
            hint="Tahun awal RPJMD yang diacu.",
            width=16,
            fills=("periode_rpjmd",),
        ),
        Column(key="misi_diacu", title="Misi yang diacu", kind=ORDINAL, hint="Nomor misi RPJMD.", width=16),
        of(m.Renstra, "berlaku_sejak", added=True),
        model=("sakip.renstra",),
        unique=VERSION,
        shared=_shared,
        read=_versions,
        settle=_settle,
        check=_check_versions,
    ),
    record_sheet(
        DECISION,
        "Keputusan tentang Renstra yang berlaku pada tahun buku kerja, bila tidak menurut tanggal berlakunya",
        *_VERSION_COLUMNS,
        of(m.RenstraBerlaku, "tanggal", meaning="tanggal keputusan"),
        of(m.RenstraBerlaku, "alasan", meaning="alasan keputusan", width=60),
        model=("sakip.renstraberlaku",),
        unique=VERSION,
        read=lambda data: [said(one, one.renstra) for one in stored_decision(data)],
        check=_check_decision,
        added=True,
    ),
    _of_version(
        "Tujuan",
        "Tujuan Renstra",
        "tujuan",
        of(m.Tujuan, "kunci", hint=_SHORT_NAME.format("t1"), meaning="kunci tujuan", width=12),
        of(m.Tujuan, "uraian", width=90),
        unique=("kunci",),
        key="kunci",
        pasted=pasted.TUJUAN,
        read=_tujuan,
        check=_check_version,
    ),
    _of_version(
        "IndikatorTujuan",
        "Indikator tujuan Renstra",
        "indikatortujuan",
        TUJUAN,
        nomor("1, 2, … dalam tujuannya.", meaning="nomor urut indikator"),
        of(m.IndikatorTujuan, "nama", title="Nama indikator", width=70),
        satuan(m.IndikatorTujuan),
        of(m.IndikatorTujuan, "jenis_nilai", hint="Kosong berarti Angka.", width=14, added=True),
        of(
            m.IndikatorTujuan,
            "rumus",
            hint="Kosong berarti rumus yang lazim bagi jenis nilainya.",
            offered=lambda recorded: recorded.references.rumus,
            meaning="",
            width=30,
            added=True,
        ),
        _scale(added=True),
        of(m.IndikatorTujuan, "desimal", hint="0 sampai 4; kosong berarti 2.", width=12, added=True),
        of(
            m.IndikatorTujuan,
            "pengali",
            hint="Seperti pada lembar Indikator.",
            width=12,
            added=True,
        ),
        unique=("tujuan", "nomor"),
        pasted=pasted.INDIKATOR_TUJUAN,
        read=_indikator_tujuan,
        check=_check_version,
    ),
    _of_version(
        "TargetTujuan",
        "Target indikator tujuan per tahun",
        "targettujuan",
        TUJUAN,
        nomor("Nomor pada lembar IndikatorTujuan.", meaning="nomor indikator tujuan"),
        nama_indikator("IndikatorTujuan", added=True),
        of(m.TargetTujuan, "tahun", meaning="tahun target", width=10),
        _TARGET,
        cetak(m.TargetTujuan),
        unique=("tujuan", "nomor", "tahun"),
        pasted=pasted.TARGET_TUJUAN,
        read=_target_tujuan,
        check=_check_target_tujuan,
    ),
    _of_version(
        "Sasaran",
        "Sasaran strategis Renstra",
        "sasaran",
        TUJUAN,
        of(m.Sasaran, "kunci", hint=_SHORT_NAME.format("s1"), meaning="kunci sasaran", width=12),
        of(m.Sasaran, "uraian", width=60),
        of(m.Sasaran, "bobot", hint="Kosong bila semua sama berat.", width=12),
        of(m.Sasaran, "strategi", hint=_LINES, width=40),
        of(m.Sasaran, "kebijakan", width=40),
        of(
            m.Sasaran,
            "program_teks",
            key="program",
            hint="Nama program dalam matriks Renstra.",
            width=40,
        ),
        Column(
            key="sasaran_rpjmd",
            title="Sasaran RPJMD",
            kind=Text(),
            hint="Uraian sasaran RPJMD yang diacu, persis seperti pada lembar RPJMD.",
            width=40,
        ),
        unique=("kunci",),
        key="kunci",
        pasted=pasted.SASARAN,
        read=_sasaran,
        check=_check_sasaran,
    ),
    _of_version(
        "Indikator",
        "Indikator sasaran: apa yang diukur dan bagaimana",
        "indikator",
        sasaran_key(hint="", meaning="kunci sasaran"),
        of(
            m.Indikator,
            "kunci",
            hint=_SHORT_NAME.format("skm; tetap sama dari tahun ke tahun"),
            meaning="kunci indikator",
            width=16,
        ),
        of(m.Indikator, "nama", title="Nama indikator", width=60),
        satuan(m.Indikator),
        of(m.Indikator, "jenis_nilai", hint="Kosong berarti Angka.", width=14),
        of(
            m.Indikator,
            "rumus",
            hint="Kosong berarti rumus yang lazim bagi jenis nilainya.",
            offered=lambda recorded: recorded.references.rumus,
            meaning="",
            width=30,
        ),
        _scale(),
        of(m.Indikator, "desimal", hint="0 sampai 4; kosong berarti 2.", width=12),
        of(m.Indikator, "akumulasi", hint="Kosong berarti nilai triwulan terakhir.", width=30),
        of(
            m.Indikator,
            "irama",
            kind=Choice(choices=IRAMA),
            hint="Kosong berarti setiap triwulan.",
            width=20,
            added=True,
        ),
        of(m.Indikator, "bobot", width=12),
        *fraction_words(m.Indikator),
        of(
            m.Indikator,
            "pengali",
            hint="Dikalikan dengan pembilang ÷ penyebut, misalnya 10.000; kosong berarti 100 bila satuannya"
            " persen.",
            width=12,
            added=True,
        ),
        of(m.Indikator, "formulasi", hint="Bila tidak berupa pecahan."),
        of(m.Indikator, "penjelasan", hint=_LINES, width=40),
        penanggung_jawab(m.Indikator),
        of(m.Indikator, "sumber_data", width=30),
        of(m.Indikator, "iku", title="IKU", hint=_YES, width=10),
        of(m.Indikator, "dalam_renstra", title="Tercetak dalam Renstra", hint=_YES, width=14),
        unique=("kunci",),
        key="kunci",
        pasted=pasted.INDIKATOR,
        read=_indikator,
        check=_check_version,
    ),
    _of_version(
        "TargetRenstra",
        "Target indikator per tahun menurut Renstra",
        "targetrenstra",
        indikator_key(meaning="kunci indikator"),
        nama_indikator(),
        of(m.TargetRenstra, "tahun", meaning="tahun target", width=10),
        _TARGET,
        cetak(m.TargetRenstra),
        unique=("kunci_indikator", "tahun"),
        pasted=pasted.TARGET,
        read=_targets,
        check=_check_version,
    ),
)
