"""Checks of what was left empty: sections of the LKIP, triwulan that have passed, values without proof."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from sakip.capaian.inputs import KeadaanNilai
from sakip.capaian.nilai import print_target
from sakip.capaian.triwulan import TAHUNAN, name_triwulan
from sakip.checks.base import Found, Level, check
from sakip.checks.material import WHOLE_REPORT, CheckedYear, Place
from sakip.checks.measures import comparisons, realisasi_place
from sakip.checks.plan import definitions
from sakip.checks.text.record_texts import KINDS_OF_RECORDS, PARTS, record_texts
from sakip.snapshot.coverage import target_of, unmeasured
from sakip.snapshot.types import Indikator, Realisasi
from sakip.text.reading.words import says_something

_MONTHS: Final = 3  # of a triwulan


@check(
    "bagian-terisi",
    rule="R-blank",
    basis="BAB I sampai BAB IV memuat yang diminta Permen PANRB Nomor 53 Tahun 2014, Lampiran II.",
    example="BAB I tanpa isu strategis.",
    reads=("profil", "renstra", "rkt", "iku", "pk", "realisasi", "anggaran", "passages"),
    kinds=("profil", "renstra", "rkt", "iku", "pk", "realisasi", "anggaran", "narasi"),
    level=Level.PERINGATAN,
    together=True,
)
def no_section_prints_nothing(year: CheckedYear) -> Found:
    """Each BAB has what it is there for, and the documents of the year are there to be printed."""
    for kind, bab, what in _empty_sections(year):
        bagian, _, code = kind.partition("/")
        key = (("bagian", code), ("kunci", "")) if code else ()
        yield Place(kind=bagian, key=key, words=bab), f"Belum memuat {what}. Isi sebelum laporan diajukan."


def _empty_sections(year: CheckedYear) -> Iterator[tuple[str, str, str]]:
    snapshot = year.snapshot
    profil, pk = snapshot.profil, snapshot.pk_in_force
    if profil is None or not (profil.tugas or profil.fungsi or profil.kedudukan):
        yield "profil", "BAB I", "kedudukan, tugas, dan fungsi kecamatan"
    if profil is None or not profil.isu_strategis:
        yield "profil", "BAB I", "isu strategis (permasalahan utama)"
    if snapshot.renstra_in_force is None:
        yield "renstra", "BAB II", "Renstra"
    if snapshot.rkt is None:
        yield "rkt", "BAB II", "Rencana Kinerja Tahunan"
    if snapshot.iku is None:
        yield "iku", "Lampiran", "keputusan IKU"
    if pk is None or not pk.indikator:
        yield "pk", "BAB II", "Perjanjian Kinerja"
    if not any(row.tahun == snapshot.tahun for row in snapshot.realisasi):
        yield "realisasi", "BAB III A", "realisasi kinerja"
    if all(row.realisasi is None for row in snapshot.anggaran):
        yield "anggaran", "BAB III B", "realisasi anggaran"
    if not any(("bagian", "langkah") in passage.place.key for passage in year.passages or ()):
        yield "narasi/langkah", "BAB IV", "langkah perbaikan di masa mendatang"


@check(
    "tidak-diukur-beralasan",
    rule="R-blank",
    basis="IKU dan indikator Renstra yang tidak diukur disebut beserta alasannya (Permen PANRB Nomor 88 Tahun 2021: "
    "seluruh informasi pencapaian kinerja diungkap).",
    example="Indikator Renstra di luar Perjanjian Kinerja tanpa realisasi dan tanpa alasan.",
    reads=("renstra", "pk", "rkt", "iku", "realisasi", WHOLE_REPORT),
    kinds=("realisasi",),
    level=Level.INFO,
)
def what_is_not_measured_has_its_reason(year: CheckedYear) -> Found:
    """An indikator of the Renstra that the PK leaves out has a value all the same, or says why it has none."""
    snapshot, known = year.snapshot, definitions(year.snapshot)
    measured = {
        row.kunci_indikator
        for row in snapshot.realisasi
        if row.tahun == snapshot.tahun and row.tahunan.keadaan is KeadaanNilai.TERISI
    }
    left_out = unmeasured(snapshot)
    silent = [
        known[i.kunci]
        for group in (left_out.groups if left_out else ())
        for i in group.indikator
        if i.kunci in known and i.kunci not in measured and not i.alasan
    ]
    if silent:
        names = "; ".join(i.nama for i in silent)
        yield (
            realisasi_place(silent[0], snapshot.tahun),
            f"Tidak diukur tanpa alasan: {names}. Isi keadaan Tidak tersedia beserta alasannya.",
        )


@check(
    "realisasi-terisi",
    rule="R-blank",
    basis="Indikator yang diperjanjikan diukur setiap triwulan pengukurannya; yang tidak dapat diukur dinyatakan tidak "
    "tersedia.",
    example="Triwulan II sudah lewat dan belum diisi.",
    reads=("renstra", "pk", "realisasi", WHOLE_REPORT),
    kinds=("realisasi",),
    level=Level.PERINGATAN,
)
def what_has_passed_is_measured(year: CheckedYear) -> Found:
    """An indikator of the PK has its realisasi of the triwulan and of the year that have passed."""
    tahun = year.snapshot.tahun
    today = year.around.signed if year.around else None
    if today is None or all(row.tahun != tahun for row in year.snapshot.realisasi):
        return  # that the whole section is empty is said once
    for indikator, row in _promised(year):
        open_ones = _open_triwulan(indikator, row, today) if row else []
        unfilled = row is None or row.tahunan.keadaan is KeadaanNilai.BELUM_DIISI
        if open_ones or (unfilled and today.year > tahun):
            place = realisasi_place(indikator, tahun, open_ones[0] if open_ones else TAHUNAN)
            when = name_triwulan(open_ones) if open_ones else tahun
            yield (
                replace(place, words=f"indikator {indikator.nama}"),
                f"Realisasi {when} belum diisi. {_REMEDY}",
            )


_REMEDY: Final = "Isi, atau nyatakan tidak tersedia beserta alasannya."


def _open_triwulan(indikator: Indikator, row: Realisasi, today: date) -> list[int]:
    """The triwulan that have passed without a value, where the year is measured by triwulan."""
    measured = [n for n in indikator.triwulan_measured if row.triwulan]
    if all(row.triwulan[n - 1].keadaan is KeadaanNilai.BELUM_DIISI for n in measured):
        return []
    return [
        n
        for n in measured
        if row.triwulan[n - 1].keadaan is KeadaanNilai.BELUM_DIISI
        and (today.year, today.month) > (row.tahun, n * _MONTHS)
    ]


def _promised(year: CheckedYear) -> Iterator[tuple[Indikator, Realisasi | None]]:
    """The indikator that the PK in force promises, each with its realisasi of the year."""
    snapshot = year.snapshot
    known, pk = definitions(snapshot), snapshot.pk_in_force
    rows = {row.kunci_indikator: row for row in snapshot.realisasi if row.tahun == snapshot.tahun}
    for kunci in dict.fromkeys(row.kunci_indikator for row in pk.indikator) if pk else ():
        if kunci in known:
            yield known[kunci], rows.get(kunci)


@check(
    "realisasi-tujuan-terisi",
    rule="R-blank",
    basis="Indikator tujuan yang ditargetkan Renstra diukur setiap tahun; yang tidak dapat diukur dinyatakan tidak "
    "tersedia.",
    example="Target Nilai SAKIP 2023 ada dalam Renstra, realisasi 2023 tidak.",
    reads=("renstra", "realisasi", "realisasi_tujuan", WHOLE_REPORT),
    kinds=("realisasi-tujuan",),
    level=Level.PERINGATAN,
)
def what_a_tujuan_aims_at_is_measured(year: CheckedYear) -> Found:
    """An indikator tujuan for which the Renstra has a target of a year that has passed has its realisasi."""
    snapshot, tahun = year.snapshot, year.snapshot.tahun
    today, renstra = year.around.signed if year.around else None, snapshot.renstra_in_force
    if today is None or today.year <= tahun or all(row.tahun != tahun for row in snapshot.realisasi):
        return
    recorded = {
        (row.kunci_tujuan, row.indikator)
        for row in snapshot.realisasi_tujuan
        if row.tahun == tahun and row.nilai.keadaan is not KeadaanNilai.BELUM_DIISI
    }
    for tujuan in renstra.tujuan if renstra else ():
        for number, indikator in enumerate(tujuan.indikator, start=1):
            target = target_of(indikator, tahun)
            if target is None or (tujuan.kunci, indikator.nama) in recorded:
                continue
            yield (
                Place(
                    kind="realisasi-tujuan",
                    key=(("tujuan", tujuan.kunci), ("nomor", number), ("tahun", tahun)),
                    words=f"indikator tujuan {indikator.nama}",
                    parent=indikator.pk or None,
                ),
                f"Renstra menargetkan {print_target(target, indikator.satuan)}, realisasi {tahun} belum diisi."
                f" {_REMEDY}",
            )


#: Columns that may say "-" for nothing: of a formula and its source another check asks.
_MAY_SAY_NOTHING: Final = frozenset(
    {
        "pembilang",
        "penyebut",
        "formulasi",
        "penjelasan",
        "sumber_data",
        "keterangan",
        "catatan",
        "sumber",
        "teks",
    }
)


@check(
    "isian-bermakna",
    rule="R-blank",
    basis="Yang tidak tersedia dinyatakan beserta alasannya; tanda hubung bukan isi dan bukan alasan.",
    example="Realisasi tidak tersedia, alasannya “-”.",
    reads=(*PARTS, "pembanding", WHOLE_REPORT),
    kinds=(*KINDS_OF_RECORDS, "pembanding"),
    level=Level.PERINGATAN,
)
def what_is_filled_in_says_something(year: CheckedYear) -> Found:
    """A name, a duty or a reason has at least a letter or a digit."""
    said = [
        (one.place, one.text)
        for one in record_texts(year.snapshot)
        if one.place.column not in _MAY_SAY_NOTHING
    ]
    known = definitions(year.snapshot)
    for compared in year.snapshot.pembanding:
        for place, value in comparisons(compared, known.get(compared.kunci_indikator), "alasan"):
            if value.nilai.keadaan is KeadaanNilai.TIDAK_TERSEDIA:
                said.append((place, value.nilai.alasan))
    for place, text in said:
        if not says_something(text):
            what = (
                "bukan alasan. Tulis alasannya" if place.column == "alasan" else "bukan isi. Isi, atau hapus"
            )
            yield place, f"“{text}” {what}."


@check(
    "realisasi-berbukti",
    rule="R-bukti",
    basis="Realisasi dapat ditelusuri ke bukti dukungnya (Permen PANRB Nomor 88 Tahun 2021).",
    example="Realisasi IKM 85 tanpa laporan surveinya.",
    reads=("renstra", "pk", "realisasi", "around"),
    kinds=("realisasi",),
    level=Level.INFO,
)
def values_have_proof(year: CheckedYear) -> Found:
    """A measured value has its proof: one line for an indikator, and none that somebody has to answer.

    Proof may lie with the office that keeps it, and mostly does.
    """
    proven = year.around.with_bukti if year.around else frozenset()
    for indikator, row in _promised(year):
        if row is None:
            continue
        values = dict(enumerate(row.triwulan, start=1)) if row.triwulan else {TAHUNAN: row.tahunan}
        filled = [n for n, value in values.items() if value.keadaan is KeadaanNilai.TERISI]
        bare = [n for n in filled if (indikator.kunci, row.tahun, n) not in proven]
        if bare and (indikator.kunci, row.tahun, TAHUNAN) not in proven:
            which = "" if bare == filled else f" {name_triwulan(bare)}"
            yield (
                replace(
                    realisasi_place(indikator, row.tahun), column="bukti", words=f"indikator {indikator.nama}"
                ),
                f"Realisasi{which or f' {row.tahun}'} belum disertai bukti dukung. Unggah buktinya bila ada.",
            )
