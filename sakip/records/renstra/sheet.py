"""The Renstra in the workbook: its versions, tujuan, sasaran, indikator, and their targets per year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from sakip import models as m
from sakip.capaian.triwulan import IRAMA
from sakip.entry.value_kinds import Choice, Text, Year, shorten
from sakip.workbook.cells.row import SheetChecker, SheetRow, check_fraction
from sakip.workbook.in_force import stored_renstra
from sakip.workbook.sheets.columns import (
    ORDINAL,
    cetak,
    fraction_words,
    kunci_indikator,
    kunci_sasaran,
    nama_indikator,
    nomor,
    of,
    penanggung_jawab,
    row_key,
    satuan,
    target,
)
from sakip.workbook.sheets.record_sheet import RecordSheet, record_sheet, register
from sakip.workbook.sheets.said import Cells, Said, said
from sakip.workbook.sheets.sheet import Column
from sakip.workbook.stored import Stored

#: The version of the Renstra that a row is of.
VERSION: Final = ("tahun_awal", "versi")
_OF_A_VERSION: Final = ("Tujuan", "IndikatorTujuan", "TargetTujuan", "Sasaran", "Indikator", "TargetRenstra")

# -- out ---------------------------------------------------------------------------------------------


def _versions(data: Stored) -> Iterator[Said]:
    for r in stored_renstra(data):
        yield said(
            r,
            rpjmd=r.periode_rpjmd.tahun_awal if r.periode_rpjmd else None,
            misi_diacu=r.misi_diacu.nomor if r.misi_diacu else None,
        )


def _tujuan(data: Stored) -> Iterator[Said]:
    return (said(r, t) for r in stored_renstra(data) for t in r.tujuan.all())


def _with_place(data: Stored) -> Iterator[tuple[m.Renstra, Cells, m.IndikatorTujuan]]:
    for r in stored_renstra(data):
        for t in r.tujuan.all():
            for number, indikator in enumerate(t.indikator.all(), start=1):
                yield r, {"tujuan": t.kunci, "nomor": number}, indikator


def _indikator_tujuan(data: Stored) -> Iterator[Said]:
    return (said(r, i, **place) for r, place, i in _with_place(data))


def _target_tujuan(data: Stored) -> Iterator[Said]:
    for r, place, indikator in _with_place(data):
        yield from (said(r, t, **place, target=data.target(t)) for t in indikator.target.all())


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
    versions = p.tabel["Renstra"]
    for b in versions:
        b.nilai.setdefault("versi", 0)
    years = {b["tahun_awal"] for b in versions if b["tahun_awal"]}
    numbers = {b["versi"] for b in versions}
    for sheet in _OF_A_VERSION:
        for b in p.tabel[sheet]:
            if len(years) == 1:
                b.nilai.setdefault("tahun_awal", next(iter(years)))
            b.nilai.setdefault("versi", next(iter(numbers)) if len(numbers) == 1 else 0)


def _check_versions(p: SheetChecker, rows: Sequence[SheetRow]) -> None:
    for b in rows:
        if b["tahun_awal"] and b["tahun_akhir"]:
            if b["tahun_akhir"] < b["tahun_awal"]:
                p.refuse(b, "tahun_akhir", "Isi tahun akhir yang tidak lebih awal daripada tahun awalnya.")
            elif not b["tahun_awal"] <= p.catatan.tahun <= b["tahun_akhir"]:
                p.refuse(
                    b,
                    "tahun_awal",
                    f"Renstra {b['tahun_awal']}–{b['tahun_akhir']} tidak meliputi tahun {p.catatan.tahun}."
                    " Isi Renstra yang berlaku pada tahun buku kerja.",
                )
        if b["misi_diacu"] is not None and b["rpjmd"] is None:
            p.refuse(b, "rpjmd", "Isi tahun awal RPJMD yang memuat misi yang diacu.")


def _check_version(p: SheetChecker, rows: Sequence[SheetRow]) -> None:
    """The version that a row names is on the sheet Renstra."""
    known = {(b["tahun_awal"], b["versi"]) for b in p.tabel["Renstra"]}
    for b in rows:
        if b.rusak & set(VERSION):
            continue
        if b["tahun_awal"] is None:
            p.refuse(b, "tahun_awal", "Isi tahun awal Renstra." if known else "Isi dahulu lembar Renstra.")
        elif (b["tahun_awal"], b["versi"]) not in known:
            p.refuse(
                b,
                "versi",
                f"Renstra {b['tahun_awal']} versi {b['versi']} tidak ada pada lembar Renstra. Perbaiki versinya.",
            )


def _check_target_tujuan(p: SheetChecker, rows: Sequence[SheetRow]) -> None:
    _check_version(p, rows)
    place = (*VERSION, "tujuan", "nomor")
    known = {tuple(b[k] for k in place) for b in p.tabel["IndikatorTujuan"]}
    for b in rows:
        if not b.rusak & set(place) and tuple(b[k] for k in place) not in known:
            p.refuse(
                b,
                "nomor",
                f"indikator nomor {b['nomor']} tujuan {b['tujuan']} tidak ada pada lembar IndikatorTujuan.",
            )


def _check_sasaran(p: SheetChecker, rows: Sequence[SheetRow]) -> None:
    _check_version(p, rows)
    _check_weights(p, rows)
    known = {b["uraian"] for b in p.tabel["RPJMD"] if b["jenis"] == "sasaran"}
    for b in rows:
        if b["sasaran_rpjmd"] and p.tabel["RPJMD"] and b["sasaran_rpjmd"] not in known:
            p.refuse(
                b,
                "sasaran_rpjmd",
                f'"{shorten(b["sasaran_rpjmd"])}" tidak ada pada lembar RPJMD. Salin uraiannya dengan tepat.',
            )


def _check_weights(p: SheetChecker, rows: Sequence[SheetRow]) -> None:
    for b in rows:
        if b["bobot"] is not None and not 0 < float(b["bobot"]) <= 100:
            p.refuse(b, "bobot", "Isi bobot lebih dari 0 sampai 100 persen.")


def _check_indikator(p: SheetChecker, rows: Sequence[SheetRow]) -> None:
    _check_version(p, rows)
    _check_weights(p, rows)
    check_fraction(p, rows)


# -- the sheets ---------------------------------------------------------------------------------------

_SHORT_NAME: Final = "Nama pendek tanpa spasi, misalnya {}."
_LINES: Final = "Satu per baris dalam sel (Alt+Enter)."
_YES: Final = "Kosong berarti Ya."

_VERSION_COLUMNS: Final = (
    of(
        m.Renstra,
        "tahun_awal",
        petunjuk="Tahun pertama Renstra; boleh kosong bila hanya ada satu Renstra.",
        arti="",
        lebar=11,
    ),
    of(m.Renstra, "versi", lebar=8),
)
_TUJUAN: Final = row_key("tujuan", "Kunci tujuan", "Tujuan", arti="kunci tujuan")
_TARGET: Final = target(arti="target tahun itu, atau hapus barisnya")


def _of_version(
    name: str, about: str, model: str, *kolom: Column, unik: tuple[str, ...], **ways: Any
) -> RecordSheet:
    columns = (*_VERSION_COLUMNS, *kolom)
    return record_sheet(name, about, *columns, model=(f"sakip.{model}",), unik=(*VERSION, *unik), **ways)


register(
    record_sheet(
        "Renstra",
        "Renstra yang berlaku dan perubahannya",
        of(m.Renstra, "tahun_awal", arti="tahun awal Renstra", lebar=12),
        of(m.Renstra, "tahun_akhir", arti="tahun akhir Renstra", lebar=12),
        of(m.Renstra, "versi", lebar=8),
        of(m.Renstra, "dasar", petunjuk="Peraturan yang menetapkannya.", lebar=60),
        of(m.Renstra, "tanggal"),
        of(m.Renstra, "sumber", lebar=40),
        Column(
            kunci="rpjmd",
            judul="RPJMD (tahun awal)",
            jenis=Year(),
            petunjuk="Tahun awal RPJMD yang diacu.",
            lebar=16,
        ),
        Column(
            kunci="misi_diacu", judul="Misi yang diacu", jenis=ORDINAL, petunjuk="Nomor misi RPJMD.", lebar=16
        ),
        model=("sakip.renstra",),
        unik=VERSION,
        read=_versions,
        settle=_settle,
        check=_check_versions,
    ),
    _of_version(
        "Tujuan",
        "Tujuan Renstra",
        "tujuan",
        of(m.Tujuan, "kunci", petunjuk=_SHORT_NAME.format("t1"), arti="kunci tujuan", lebar=12),
        of(m.Tujuan, "uraian", lebar=90),
        unik=("kunci",),
        read=_tujuan,
        check=_check_version,
    ),
    _of_version(
        "IndikatorTujuan",
        "Indikator tujuan Renstra",
        "indikatortujuan",
        _TUJUAN,
        nomor("1, 2, … dalam tujuannya.", arti="nomor urut indikator"),
        of(m.IndikatorTujuan, "nama", judul="Nama indikator", lebar=70),
        satuan(m.IndikatorTujuan),
        unik=("tujuan", "nomor"),
        read=_indikator_tujuan,
        check=_check_version,
    ),
    _of_version(
        "TargetTujuan",
        "Target indikator tujuan per tahun",
        "targettujuan",
        _TUJUAN,
        nomor("Nomor pada lembar IndikatorTujuan.", arti="nomor indikator tujuan"),
        of(m.TargetTujuan, "tahun", arti="tahun target", lebar=10),
        _TARGET,
        cetak(m.TargetTujuan),
        unik=("tujuan", "nomor", "tahun"),
        read=_target_tujuan,
        check=_check_target_tujuan,
    ),
    _of_version(
        "Sasaran",
        "Sasaran strategis Renstra",
        "sasaran",
        _TUJUAN,
        of(m.Sasaran, "kunci", petunjuk=_SHORT_NAME.format("s1"), arti="kunci sasaran", lebar=12),
        of(m.Sasaran, "uraian", lebar=60),
        of(m.Sasaran, "bobot", petunjuk="Kosong bila semua sama berat.", lebar=12),
        of(m.Sasaran, "strategi", petunjuk=_LINES, lebar=40),
        of(m.Sasaran, "kebijakan", lebar=40),
        of(
            m.Sasaran,
            "program_teks",
            kunci="program",
            petunjuk="Nama program dalam matriks Renstra.",
            lebar=40,
        ),
        Column(
            kunci="sasaran_rpjmd",
            judul="Sasaran RPJMD",
            jenis=Text(),
            petunjuk="Uraian sasaran RPJMD yang diacu, persis seperti pada lembar RPJMD.",
            lebar=40,
        ),
        unik=("kunci",),
        read=_sasaran,
        check=_check_sasaran,
    ),
    _of_version(
        "Indikator",
        "Indikator sasaran: apa yang diukur dan bagaimana",
        "indikator",
        kunci_sasaran(petunjuk="", arti="kunci sasaran"),
        of(
            m.Indikator,
            "kunci",
            petunjuk=_SHORT_NAME.format("skm; tetap sama dari tahun ke tahun"),
            arti="kunci indikator",
            lebar=16,
        ),
        of(m.Indikator, "nama", judul="Nama indikator", lebar=60),
        satuan(m.Indikator),
        of(m.Indikator, "jenis_nilai", petunjuk="Kosong berarti Angka.", lebar=14),
        of(
            m.Indikator,
            "rumus",
            petunjuk="Kosong berarti rumus yang lazim bagi jenis nilainya.",
            offered=lambda recorded: recorded.acuan.rumus,
            arti="",
            lebar=30,
        ),
        Column(
            kunci="skala",
            judul="Skala",
            jenis=Text(one_line=True),
            petunjuk="Hanya untuk jenis nilai Huruf, misalnya akip-2021.",
            lebar=16,
            acuan="Skala",
        ),
        of(m.Indikator, "desimal", petunjuk="0 sampai 4; kosong berarti 2.", lebar=12),
        of(m.Indikator, "akumulasi", petunjuk="Kosong berarti nilai triwulan terakhir.", lebar=30),
        of(
            m.Indikator,
            "irama",
            jenis=Choice(choices=IRAMA),
            petunjuk="Kosong berarti setiap triwulan.",
            lebar=20,
            added=True,
        ),
        of(m.Indikator, "bobot", lebar=12),
        *fraction_words(m.Indikator),
        of(
            m.Indikator,
            "pengali",
            petunjuk="Dikalikan dengan pembilang ÷ penyebut, misalnya 10.000; kosong berarti 100 bila satuannya"
            " persen.",
            lebar=12,
            added=True,
        ),
        of(m.Indikator, "formulasi", petunjuk="Bila tidak berupa pecahan."),
        of(m.Indikator, "penjelasan", petunjuk=_LINES, lebar=40),
        penanggung_jawab(m.Indikator),
        of(m.Indikator, "sumber_data", lebar=30),
        of(m.Indikator, "iku", judul="IKU", petunjuk=_YES, lebar=10),
        of(m.Indikator, "dalam_renstra", judul="Tercetak dalam Renstra", petunjuk=_YES, lebar=14),
        unik=("kunci",),
        read=_indikator,
        check=_check_indikator,
    ),
    _of_version(
        "TargetRenstra",
        "Target indikator per tahun menurut Renstra",
        "targetrenstra",
        kunci_indikator(arti="kunci indikator"),
        nama_indikator(),
        of(m.TargetRenstra, "tahun", arti="tahun target", lebar=10),
        _TARGET,
        cetak(m.TargetRenstra),
        unik=("kunci_indikator", "tahun"),
        read=_targets,
        check=_check_version,
    ),
)
