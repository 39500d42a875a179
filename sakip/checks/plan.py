"""Checks about the Renstra and its targets."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal
from itertools import chain, pairwise
from typing import Any

from sakip.capaian.rounding import HUNDRED
from sakip.checks.base import AtForm, Found, check
from sakip.checks.material import CheckedYear, Place
from sakip.checks.places import (
    Columns,
    indikator_of,
    pk_row_place,
    place_of,
    recommendation_place,
    renstra_place,
    renstra_words,
    rkt_row_place,
    sasaran_of,
)
from sakip.snapshot.types import Indikator, Renstra, Snapshot, Tujuan
from sakip.text.numbers import format_angka


def weights_message(rows: Iterable[Any]) -> str:
    """What is wrong with the weights of rows that are weighed against one another; empty when nothing is."""
    weights = [row.bobot for row in rows]
    filled = [w for w in weights if w is not None]
    if not filled or (len(filled) == len(weights) and sum(filled) == HUNDRED):
        return ""
    return (
        f"{len(filled)} dari {len(weights)} bobot terisi, berjumlah {format_angka(sum(filled, Decimal(0)))}%. "
        "Isi semuanya hingga 100%, atau kosongkan semuanya."
    )


def target_message(target: Any, *, jenis_nilai: str, skala: str = "", letters: Collection[str] = ()) -> str:
    """What is wrong with a target of the indikator's kind, and the remedy; empty when it fits.

    ``skala`` is the name of the indikator's scale, empty where it has none, and ``letters`` are its categories.
    """
    if jenis_nilai == "rentang":
        fits = target.bawah is not None
        return "" if fits else "Indikator ini memerlukan rentang. Isi batas bawah dan atas."
    if jenis_nilai == "angka":
        return "" if target.angka is not None else "Indikator ini memerlukan angka. Isi target dengan angka."
    if target.huruf and skala and target.huruf not in letters:
        return outside_scale(target.huruf, skala)
    return "" if target.huruf or target.angka is not None else "Indikator ini memerlukan huruf. Isi hurufnya."


def outside_scale(letter: str, skala: str) -> str:
    """What is said of a letter that is no category of the scale of that name."""
    return f'"{letter}" tidak ada pada skala "{skala}". Pilih salah satu kategorinya.'


def definitions(snapshot: Snapshot) -> dict[str, Indikator]:
    """Every indikator of the Renstra by its kunci; of two versions the later one's."""
    return {i.kunci: i for renstra in snapshot.renstra for i in indikator_of(renstra)}


def letters_of(indikator: Indikator) -> dict[str, Any]:
    """The scale of an indikator as :func:`target_message` takes it."""
    skala = indikator.skala
    return {
        "jenis_nilai": indikator.jenis_nilai,
        "skala": skala.nama if skala else "",
        "letters": {k.kode for k in skala.kategori} if skala else (),
    }


def _indikator_place(renstra: Renstra, row: Indikator, column: str, words: str) -> Place:
    return renstra_place(renstra, "indikator", row, column, words, kunci=row.kunci)


def target_place(
    renstra: Renstra, row: Indikator, tahun: int, column: str = "target", words: str = ""
) -> Place:
    """A target of a year: it is mended in the form of its indikator."""
    words = words or f'indikator "{row.nama}", target {tahun}'
    return renstra_place(
        renstra, "target-renstra", row, column, words, kunci_indikator=row.kunci, tahun=tahun
    )


def target_tujuan_place(
    renstra: Renstra, tujuan: Tujuan, number: int, tahun: int, column: str = "target", words: str = ""
) -> Place:
    """A target of a year of the indikator tujuan with this number in its tujuan: mended in the form of that."""
    own = tujuan.indikator[number - 1]
    words = words or f'indikator tujuan "{own.nama}", target {tahun}'
    key: Columns = {"tujuan": tujuan.kunci, "nomor": number, "tahun": tahun}
    return renstra_place(renstra, "target-tujuan", own, column, words, **key)


@check(
    "target-dalam-masa",
    rule="R-year",
    basis="Target Renstra ditetapkan per tahun dalam masa Renstra (Permendagri Nomor 86 Tahun 2017).",
    example="Target 2027 dalam Renstra 2021–2026.",
    reads=("renstra",),
    kinds=("target-renstra", "target-tujuan"),
)
def targets_are_of_years_of_the_renstra(year: CheckedYear) -> Found:
    """Targets are of years of the Renstra."""
    for renstra in year.snapshot.renstra:
        for tujuan in renstra.tujuan:
            for place, tahun in chain(_of_tujuan(renstra, tujuan), _of_sasaran(renstra, tujuan)):
                if tahun not in renstra.tahun:
                    yield place, f"Target {tahun} di luar masa Renstra. Hapus target itu."


def _of_tujuan(renstra: Renstra, tujuan: Tujuan) -> Iterator[tuple[Place, int]]:
    for number, own in enumerate(tujuan.indikator, start=1):
        for target in own.target:
            words = f'indikator tujuan "{own.nama}"'
            place = target_tujuan_place(renstra, tujuan, number, target.tahun, "tahun", words)
            yield place, target.tahun


def _of_sasaran(renstra: Renstra, tujuan: Tujuan) -> Iterator[tuple[Place, int]]:
    for own in (i for s in tujuan.sasaran for i in s.indikator):
        for target in own.target:
            words = f'indikator "{own.nama}"'
            yield target_place(renstra, own, target.tahun, "tahun", words), target.tahun


@check(
    "versi-renstra-berurutan",
    rule="R-year",
    basis="Perubahan Renstra mengubah Renstra yang sudah ditetapkan (Permendagri Nomor 86 Tahun 2017).",
    example="Perubahan 2 dicatat, perubahan 1 belum.",
    reads=("renstra",),
    kinds=("renstra",),
)
def versions_follow_one_another(year: CheckedYear) -> Found:
    """A perubahan of a Renstra changes the version before it, down to the first that is known."""
    for before, later in pairwise(year.snapshot.renstra):
        if later.versi != before.versi + 1:
            missing = before.versi + 1
            key: Columns = {"tahun_awal": later.tahun_awal, "versi": later.versi}
            yield (
                Place(kind="renstra", key=tuple(key.items()), column="versi", words=renstra_words(later)),
                f"Perubahan {missing} belum dicatat. Tambahkan Renstra {later.tahun_awal}–{later.tahun_akhir} dengan"
                f" versi {missing}.",
            )


@check(
    "indikator-tujuan-sekali",
    rule="R-cascade",
    basis="Realisasi indikator tujuan mengikuti namanya dalam tujuannya.",
    example="Nilai SAKIP dua kali pada satu tujuan.",
    reads=("renstra",),
    kinds=("indikator-tujuan",),
)
def names_in_a_tujuan_differ(year: CheckedYear) -> Found:
    """No two indikator of a tujuan have one name: over versions and years the name says which is which."""
    for renstra in year.snapshot.renstra:
        for tujuan in renstra.tujuan:
            names = [indikator.nama for indikator in tujuan.indikator]
            for number, indikator in enumerate(tujuan.indikator, start=1):
                if indikator.nama in names[: number - 1]:
                    words = f'indikator tujuan "{indikator.nama}"'
                    key: Columns = {"tujuan": tujuan.kunci, "nomor": number}
                    yield (
                        renstra_place(renstra, "indikator-tujuan", indikator, "nama", words, **key),
                        "Nama ini sudah dipakai indikator lain pada tujuan yang sama. Beri nama yang membedakannya.",
                    )


@check(
    "bobot-seratus",
    rule="R-sum",
    basis="Rata-rata tertimbang memerlukan bobot yang berjumlah 100.",
    example="Bobot 40, 30, dan 20 berjumlah 90%.",
    reads=("renstra",),
    kinds=("sasaran", "indikator"),
    at_form=AtForm.SHOW,  # weights are typed in a form each and come right only together
)
def weights_are_a_whole(year: CheckedYear) -> Found:
    """All sasaran of a Renstra have a weight and these add up to 100, or none has one; so do indikator of a sasaran."""
    for renstra in year.snapshot.renstra:
        sasaran = list(sasaran_of(renstra))
        if message := weights_message(sasaran):
            first = next(s for s in sasaran if s.bobot is not None)
            yield (
                renstra_place(renstra, "sasaran", first, "bobot", "bobot sasaran", kunci=first.kunci),
                message,
            )
        for owner in sasaran:
            if message := weights_message(owner.indikator):
                own = next(i for i in owner.indikator if i.bobot is not None)
                words = f'bobot indikator sasaran "{owner.uraian}"'
                yield _indikator_place(renstra, own, "bobot", words), message


@check(
    "target-sesuai-jenis",
    rule="R-scale",
    basis="Target dan realisasi dibandingkan menurut jenis nilai indikatornya.",
    example="Target 85 pada indikator yang dinilai dengan huruf tanpa skala.",
    reads=("renstra", "pk"),
    kinds=("target-renstra", "baris-pk"),
)
def targets_are_of_their_kind(year: CheckedYear) -> Found:
    """A target is of the indikator's kind: number, letter (or a number read on its scale) or range."""
    for renstra in year.snapshot.renstra:
        for indikator in indikator_of(renstra):
            for target in indikator.target:
                if message := target_message(target.target, **letters_of(indikator)):
                    yield target_place(renstra, indikator, target.tahun), message
    known = definitions(year.snapshot)
    for pk in year.snapshot.pk:
        for row in pk.indikator:
            definition = known.get(row.kunci_indikator)
            if definition is not None and (message := target_message(row.target, **letters_of(definition))):
                yield pk_row_place(pk, row, "target"), message


@check(
    "penanggung-jawab-dikenal",
    rule="R-cascade",
    basis="Penanggung jawab adalah unit dalam susunan organisasi kecamatan.",
    example="Penanggung jawab “Bidang Tata Ruang” di kecamatan tanpa bidang itu.",
    reads=("kecamatan", "renstra", "rkt", "tindak_lanjut", "rekomendasi_lhe"),
    kinds=("indikator", "baris-rkt", "tindak-lanjut", "tindak-lanjut-tujuan", "rekomendasi-lhe"),
    at_form=AtForm.SHOW,  # forms offer the units that there are
)
def responsible_units_exist(year: CheckedYear) -> Found:
    """Responsible units exist in the organisation of the kecamatan."""
    # A unit that exists was frozen by its name, one that does not by its kunci.
    names = {u.nama for u in year.snapshot.kecamatan.unit_kerja}
    for place, units in _responsible(year.snapshot):
        for unit in units:
            if unit not in names:
                yield (
                    place,
                    f'Penanggung jawab "{unit}" bukan unit kerja kecamatan ini. Pilih unit yang ada.',
                )


def _responsible(snapshot: Snapshot) -> Iterator[tuple[Place, tuple[str, ...]]]:
    column = "penanggung_jawab"
    for renstra in snapshot.renstra:
        for own in indikator_of(renstra):
            yield _indikator_place(renstra, own, column, f'indikator "{own.nama}"'), own.penanggung_jawab
    for row in snapshot.rkt.baris if snapshot.rkt else ():
        yield rkt_row_place(row, column), row.penanggung_jawab
    for one in snapshot.tindak_lanjut:
        if one.tahun == snapshot.tahun:
            words = f'tindak lanjut indikator "{one.indikator}"'
            yield place_of(one.kind, one, column, words=words), one.penanggung_jawab
    for recommended in snapshot.rekomendasi_lhe:
        yield recommendation_place(recommended, column), recommended.penanggung_jawab
