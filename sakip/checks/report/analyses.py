"""Checks of the analyses that BAB III A owes to every sasaran: seven of them, and the cause of what went otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Final

from sakip.capaian.results import IndikatorResult, SasaranResult
from sakip.capaian.rounding import HUNDRED, round_half_up
from sakip.capaian.values import Keadaan, KeadaanNilai
from sakip.checks.base import Found, Level, check
from sakip.checks.material import CheckedYear, Place
from sakip.checks.measures import realisasi_place
from sakip.checks.plan import definitions, target_place
from sakip.snapshot.types import Snapshot
from sakip.text.targets import chain
from sakip.text.working import persen

#: What is reached this far above its target has a cause as well, and mostly a target that was set too low. No
#: regulation and no kebijakan names a figure; offices ask from 120 on.
FAR_ABOVE: Final = 120

_PERMEN: Final = "Permen PANRB Nomor 53 Tahun 2014"

#: Where the text is written, what it is called, and the places that do as well.
_MISSED: Final = (
    ("penghambat", "penyebab", {"penghambat"}),
    ("solusi", "solusi atau rencana tindak lanjut", {"solusi", "rencana-aksi"}),
)
_SURPASSED: Final = (("pendorong", "penyebab", {"pendorong", "penghambat"}),)


@check(
    "capaian-dijelaskan",
    rule="R-cause",
    basis=f"Keberhasilan atau kegagalan dianalisis penyebab dan solusinya ({_PERMEN}, BAB III A nomor 5).",
    example="Capaian 85,00% tanpa faktor penghambat dan tanpa solusi.",
    reads=("passages", "results", "tindak_lanjut"),
    kinds=("narasi",),
    level=Level.PERINGATAN,
    together=True,
)
def a_missed_target_is_explained(year: CheckedYear) -> Found:
    """A target that was missed has its cause and what is done about it, one far surpassed its cause."""
    written = _written(year)
    planned = {t.kunci_indikator for t in year.snapshot.tindak_lanjut if t.tahun == year.snapshot.tahun}
    for indikator in _measured(year):
        have = written.get(indikator.kunci, set()) | (
            {"rencana-aksi"} if indikator.kunci in planned else set()
        )
        raw = indikator.capaian.mentah
        wanted = _MISSED if _missed(raw) else _SURPASSED if _surpassed(raw) else ()
        lacks = [(place, what) for place, what, accepted in wanted if not have & accepted]
        if raw is not None and lacks:
            reached = persen(round_half_up(raw, 2))  # what is printed may be capped
            yield (
                replace(_text_place(lacks[0][0], indikator.kunci), words=indikator.nama),
                f"Capaian {reached} belum disertai {chain([what for _, what in lacks])}. Tulis pada analisis indikator"
                " ini.",
            )


@check(
    "analisis-lengkap",
    rule="R-std",
    basis=f"Setiap sasaran diuraikan dengan tujuh analisis ({_PERMEN}, Lampiran II, BAB III A); evaluasi menilainya"
    " sebagai kriteria 3 sampai 8 kualitas pelaporan (Permen PANRB Nomor 88 Tahun 2021).",
    example="Sasaran tanpa perbandingan dengan tahun lalu dan tanpa data pembanding.",
    reads=("renstra", "passages", "results"),
    kinds=("realisasi", "indikator", "target-renstra", "pembanding", "narasi", "dukungan"),
    level=Level.PERINGATAN,
    together=True,
)
def every_sasaran_has_its_seven_analyses(year: CheckedYear) -> Found:
    """What each of the seven analyses is made of is there, or declared to be unavailable; one line for a sasaran."""
    written = _written(year)
    for sasaran in year.results.sasaran if year.results else ():
        lacks = list(_lacks(sasaran, written, year.snapshot))
        if lacks:
            yield (
                replace(lacks[0][0], words=f"sasaran “{sasaran.uraian}”"),
                f"Belum ada: {'; '.join(what for _, what in lacks)}. Isi, atau nyatakan tidak tersedia beserta"
                f" alasannya. Diminta oleh {chain([_asked(what) for _, what in lacks])}.",
            )


#: By which analysis of 53/2014, and which criterion of quality of 88/2021, each is asked for.
_ASKED: Final = {
    "realisasi tahun sebelumnya": "analisis 2 (kriteria 5)",
    "target akhir Renstra": "analisis 3 (kriteria 4)",
    "data pembanding": "analisis 4 (kriteria 6)",
    "penyebab": "analisis 5 (kriteria 7)",
    "analisis efisiensi": "analisis 6 (kriteria 8)",
    "program pendukung": "analisis 7",
}


def _asked(what: str) -> str:
    return next(asked for begins, asked in _ASKED.items() if what.startswith(begins))


_Lack = tuple[Place, str]
"""Where it is mended, and what it is called."""


def _lacks(sasaran: SasaranResult, written: Mapping[str, set[str]], snapshot: Snapshot) -> Iterator[_Lack]:
    known, renstra = definitions(snapshot), snapshot.renstra_in_force
    elsewhere = {kunci for kunci, one in known.items() if not one.dalam_renstra}
    # That the year's own realisasi is missing, and with it a cause, is told of the indikator.
    per_indikator = (
        ("realisasi", "realisasi tahun sebelumnya", _has_earlier_year),
        ("indikator", "target akhir Renstra", lambda i: i.kemajuan.target or i.kunci in elsewhere),
        (
            "pembanding",
            "data pembanding",
            lambda i: any(p.keadaan is not KeadaanNilai.BELUM_DIISI for p in i.pembanding),
        ),
    )
    for kind, what, has in per_indikator:
        if without := [i for i in sasaran.indikator if not has(i)]:
            place, own = Place(kind=kind, words=""), known.get(without[0].kunci)
            if own and kind == "realisasi":
                place = realisasi_place(own, snapshot.tahun - 1)
            elif own and renstra and kind == "indikator":
                place = target_place(renstra, own, renstra.tahun_akhir)
            yield place, f"{what} {_of([i.nama for i in without], sasaran)}".rstrip()
    # A target that was missed or far surpassed has a check of its own.
    silent = [
        i
        for i in sasaran.indikator
        if not written.get(i.kunci)
        and i.capaian.keadaan is not Keadaan.BELUM_DIISI
        and not _missed(i.capaian.mentah)
        and not _surpassed(i.capaian.mentah)
    ]
    if silent:
        names = [i.nama for i in silent]
        yield _text_place("pendorong", silent[0].kunci), f"penyebab {_of(names, sasaran)}".rstrip()
    if sasaran.efisiensi.selisih is None and "efisiensi" not in written.get(sasaran.kunci, ()):
        yield _text_place("efisiensi", sasaran.kunci), "analisis efisiensi"
    if not sasaran.program:
        yield Place(kind="dukungan", words=""), "program pendukung"


def _has_earlier_year(indikator: IndikatorResult) -> bool:
    return any(
        p.realisasi is not None and p.realisasi.keadaan is not KeadaanNilai.BELUM_DIISI
        for p in indikator.perubahan
    )


def _of(names: Iterable[str], sasaran: SasaranResult) -> str:
    """Which of the indikator, where there are others."""
    return f"({', '.join(names)})" if len(sasaran.indikator) > 1 else ""


def _measured(year: CheckedYear) -> Iterator[IndikatorResult]:
    return (i for s in (year.results.sasaran if year.results else ()) for i in s.indikator if i.kunci)


def _missed(raw: Fraction | None) -> bool:
    return raw is not None and raw < HUNDRED


def _surpassed(raw: Fraction | None) -> bool:
    return raw is not None and raw > FAR_ABOVE


def _written(year: CheckedYear) -> dict[str, set[str]]:
    """The places of narrative in which something is written, by the kunci that they are about."""
    found: dict[str, set[str]] = {}
    for passage in year.passages or ():
        if passage.place.kind == "narasi" and passage.text.strip():
            found.setdefault(passage.about, set()).add(str(dict(passage.place.key)["bagian"]))
    return found


def _text_place(bagian: str, kunci: str) -> Place:
    """A narrative about a sasaran or an indikator."""
    return Place(kind="narasi", key=(("bagian", bagian), ("kunci", kunci)), column="isi", words="")
