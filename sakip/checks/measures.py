"""Checks about measured values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sakip.capaian.inputs import Akumulasi, KeadaanNilai, Nilai, Pembanding
from sakip.capaian.nilai import agrees_as_written, complete, print_value
from sakip.capaian.triwulan import ROMAN, TAHUNAN, akumulasi, name_triwulan
from sakip.checks.base import AtForm, Found, Level, Said, check
from sakip.checks.material import CheckedYear, Place
from sakip.checks.places import Columns, output_place, place_of
from sakip.checks.plan import definitions, outside_scale
from sakip.snapshot.types import Indikator, PembandingIndikator, RealisasiTujuan, Tujuan
from sakip.text.reading.words import says_something


def realisasi_place(indikator: Indikator, tahun: int, triwulan: int = TAHUNAN) -> Place:
    """A value of an indikator in a triwulan, or of the year."""
    when = f"{name_triwulan([triwulan])}, " if triwulan else ""
    words = f"indikator {indikator.nama}, {when}realisasi {tahun}"
    key: Columns = {"kunci_indikator": indikator.kunci, "tahun": tahun, "triwulan": triwulan}
    return place_of("realisasi", indikator, "nilai", words=words, **key)


def realisasi_tujuan_place(tujuan: Tujuan, number: int, row: RealisasiTujuan) -> Place:
    """A value of the indikator tujuan with this number in its tujuan."""
    words = f"indikator tujuan {row.indikator}, realisasi {row.tahun}"
    key: Columns = {"tujuan": tujuan.kunci, "nomor": number, "tahun": row.tahun}
    return place_of("realisasi-tujuan", row, "nilai", words=words, **key)


@check(
    "realisasi-sesuai-jenis",
    rule="R-scale",
    basis="Target dan realisasi dibandingkan menurut jenis nilai indikatornya.",
    example="Realisasi “BB” pada indikator yang memerlukan angka.",
    reads=("renstra", "realisasi"),
    kinds=("realisasi",),
    at_form=AtForm.SHOW,  # the rules of the row refuse such a value; here its indikator was changed afterwards
)
def values_are_of_their_kind(year: CheckedYear) -> Found:
    """A value is of the indikator's kind; a letter is one of its scale.

    Values of earlier years are judged as long as they are of the same Renstra: before it the same kunci may have
    meant another kind.
    """
    renstra = year.snapshot.renstra_in_force
    known = definitions(year.snapshot)
    for row in year.snapshot.realisasi:
        if renstra is None or row.tahun not in renstra.tahun or row.kunci_indikator not in known:
            continue
        indikator = known[row.kunci_indikator]
        values = list(enumerate(row.triwulan, start=1))
        if row.tahunan not in row.triwulan:  # else it follows from that one
            values.append((TAHUNAN, row.tahunan))
        for number, value in values:
            if message := letter_message(value, indikator):
                yield realisasi_place(indikator, row.tahun, number), message


def letter_message(value: Nilai, indikator: Indikator) -> str:
    """What is wrong with a letter as a value of the indikator, and the remedy; empty where nothing is."""
    if value.keadaan is not KeadaanNilai.TERISI or not value.huruf:
        return ""
    if indikator.jenis_nilai != "huruf":
        return f'"{value.huruf}" adalah huruf, sedangkan indikator ini memerlukan angka. Isi angkanya.'
    if indikator.skala is not None and value.huruf not in {k.kode for k in indikator.skala.kategori}:
        return outside_scale(value.huruf, indikator.skala.nama)
    return ""


#: What the value of a year is of its triwulan, by how they add up.
_OF_TRIWULAN: Final = {
    Akumulasi.JUMLAH: "jumlah triwulannya",
    Akumulasi.RATA_RATA: "rata-rata triwulannya",
    Akumulasi.DIKETAHUI: "nilai triwulan terakhir yang diketahui",
}


#: Decimals of two values that would be printed alike.
_TO_TELL_APART: Final = 6


@check(
    "tahunan-sesuai-triwulan",
    rule="R-sum",
    basis="Nilai setahun mengikuti triwulannya menurut cara akumulasi indikatornya.",
    example="Nilai setahun 90, jumlah triwulannya 85.",
    reads=("renstra", "realisasi"),
    kinds=("realisasi",),
    at_form=AtForm.SHOW,  # the five cells are typed one after another
)
def years_follow_from_their_triwulan(year: CheckedYear) -> Found:
    """A value entered for the year is what its triwulan come to, where all that are measured are known as well."""
    return _years_unlike_their_triwulan(year, means=False)


@check(
    "tahunan-sekitar-rata-rata",
    rule="R-sum",
    basis="Nilai setahun dari rata-rata triwulan; survei dapat menghitungnya dari semua responden setahun.",
    example="Nilai setahun 84,75, rata-rata triwulannya 84,5.",
    reads=("renstra", "realisasi"),
    kinds=("realisasi",),
    level=Level.PERINGATAN,
    at_form=AtForm.SHOW,
)
def years_are_the_mean_of_their_triwulan(year: CheckedYear) -> Found:
    """The same of a mean of plain numbers: where each stands for other people, the year's own may be another."""
    return _years_unlike_their_triwulan(year, means=True)


def _years_unlike_their_triwulan(year: CheckedYear, *, means: bool) -> Found:
    known = definitions(year.snapshot)
    for row in year.snapshot.realisasi:
        indikator = known.get(row.kunci_indikator)
        if indikator is None or not row.triwulan:
            continue
        measured = indikator.triwulan_measured
        values = [row.triwulan[n - 1] for n in measured]
        plain = any(value.penyebut is None for value in values)
        if any(value.keadaan is KeadaanNilai.BELUM_DIISI for value in values) or means != (
            plain and indikator.akumulasi is Akumulasi.RATA_RATA and len(values) > 1
        ):
            continue
        factor = indikator.pengali_pecahan
        followed = complete(akumulasi(row.triwulan, indikator.akumulasi, factor, measured), factor)
        entered = complete(row.tahunan, factor)
        if followed.keadaan is KeadaanNilai.TERISI and not agrees_as_written(followed, entered):
            said = [
                [print_value(value, indikator.satuan, digits, factor) for value in (entered, followed)]
                for digits in (indikator.desimal, _TO_TELL_APART)
            ]
            here, there = next((pair for pair in said if pair[0] != pair[1]), said[0])
            what = _OF_TRIWULAN.get(indikator.akumulasi, f"nilai {name_triwulan(measured[-1:])}")
            yield (
                realisasi_place(indikator, row.tahun),
                Said(
                    f"Nilai setahun {here} berbeda dengan {what}, {there}. Hapus nilai setahun, atau perbaiki"
                    " triwulannya.",
                    here,
                    there,
                ),
            )


@check(
    "realisasi-pada-triwulan-diukur",
    rule="R-real",
    basis="Nilai setahun mengikuti triwulan pengukuran indikatornya.",
    example="Nilai triwulan I pada indikator yang diukur triwulan II dan IV.",
    reads=("renstra", "realisasi"),
    kinds=("realisasi", "indikator"),
    at_form=AtForm.SHOW,  # the rules of the row refuse such a value; here its indikator was changed afterwards
)
def values_stand_where_they_are_measured(year: CheckedYear) -> Found:
    """No value stands in a triwulan in which its indikator is not measured: it would count for nothing."""
    known = definitions(year.snapshot)
    for row in year.snapshot.realisasi:
        indikator = known.get(row.kunci_indikator)
        if indikator is None:
            continue
        for number, value in enumerate(row.triwulan, start=1):
            if number not in indikator.triwulan_measured and value.keadaan is not KeadaanNilai.BELUM_DIISI:
                yield (
                    realisasi_place(indikator, row.tahun, number),
                    f"Nilai triwulan {ROMAN[number - 1]} tidak dihitung: indikator ini diukur pada "
                    f"{name_triwulan(indikator.triwulan_measured)}. Kosongkan, atau ubah triwulan pengukurannya.",
                )


@check(
    "pembanding-tidak-mendahului",
    rule="R-year",
    basis="Pembanding adalah nilai yang sudah diketahui pada tahun laporan (Permen PANRB Nomor 53 Tahun 2014).",
    example="Pembanding tahun 2024 dalam laporan tahun 2023.",
    reads=("renstra", "pembanding"),
    kinds=("pembanding",),
)
def comparisons_are_known_already(year: CheckedYear) -> Found:
    """A comparison is with a year that the report can know."""
    known = definitions(year.snapshot)
    for compared in year.snapshot.pembanding:
        for place, value in comparisons(compared, known.get(compared.kunci_indikator), "tahun_nilai"):
            if value.tahun > year.snapshot.tahun:
                yield (
                    place,
                    f"Nilai tahun {value.tahun} sesudah tahun laporan {year.snapshot.tahun}. Perbaiki tahun nilainya.",
                )


def comparisons(
    compared: PembandingIndikator, indikator: Indikator | None, column: str
) -> Iterator[tuple[Place, Pembanding]]:
    """What an indikator is compared with, each at its place; ``indikator`` is None where the Renstra lacks it."""
    name = indikator.nama if indikator else compared.kunci_indikator
    pks = compared.baris or (None,) * len(compared.nilai)
    for pk, value in zip(pks, compared.nilai, strict=True):
        key: Columns = {"kunci_indikator": compared.kunci_indikator, "lingkup": value.lingkup.value}
        words = f"indikator {name}, pembanding {value.lingkup}"
        yield Place(kind="pembanding", key=tuple(key.items()), column=column, words=words, pk=pk), value


@check(
    "keluaran-beralasan",
    rule="R-cause",
    basis="Nilai yang tidak tersedia dinyatakan beserta alasannya.",
    example="Realisasi keluaran tidak tersedia, tanpa alasannya.",
    reads=("anggaran",),
    kinds=("keluaran",),
    level=Level.PERINGATAN,
)
def unavailable_outputs_have_a_reason(year: CheckedYear) -> Found:
    """An output whose realisasi is declared to be unavailable says why."""
    for row in year.snapshot.anggaran:
        for output in row.keluaran:
            if output.keadaan == KeadaanNilai.TIDAK_TERSEDIA and not says_something(output.keterangan):
                yield (
                    output_place(row, output, "keterangan"),
                    "Realisasinya dinyatakan tidak tersedia tanpa alasan. Isi alasannya pada Keterangan.",
                )
