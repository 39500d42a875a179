"""Checks of numbers that name: of letters, of areas, of people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kecamatan.nip import InvalidNip, format_nip, parse_nip
from sakip.checks.base import Found, Level, Said, check
from sakip.checks.material import CheckedYear, Place, Surroundings
from sakip.checks.places import place_of
from sakip.checks.text.record_texts import KINDS_OF_RECORDS, PARTS, every_text

#: A kode wilayah, in the number of a letter without its dots as well.
_AREA: Final = re.compile(r"(?<![\d.])\d\d\.\d\d\.\d\d(?![\d]|\.\d)|(?<=/)[1-9]\d{5}(?=/(?:19|20)\d\d\b)")
#: The number of what a camat decided.
_OF_CAMAT: Final = re.compile(
    r"\b(?:keputusan|surat|SK)\b[^.;]{0,30}\bcamat\b[^.;\d]{0,40}\b(?:nomor|no)\b\.?\s*:?\s*"
    r"(?P<nomor>\d[\w.-]*(?:\s?/\s?[\w.-]+)+)",
    re.IGNORECASE,
)
_NIP: Final = re.compile(r"\bNIP\b\.?\s*:?\s*(?P<nip>\d[\d\s-]{10,28}\d)", re.IGNORECASE)
_EMPTY_PART: Final = re.compile(
    r"^\s*/|/\s*/|/\s*$|\.{2,}|…|_{2,}|(?:^|/)\s*(?:x{2,}|[-\u2013?])\s*(?=/|$)", re.IGNORECASE
)
#: The part of a number that is a year, the last one.
_YEAR_OF_NUMBER: Final = re.compile(r"/\s*((?:19|20)\d\d)\s*$")
#: The number of a letter with its area and its year; fewer parts say too little.
_NUMBER: Final = re.compile(r"\b\d[\w.]*(?:/[\w.]+)*/\d\d\.\d\d\.\d\d/[12]\d{3}\b")
_LEAST_PARTS: Final = 4
#: So far before a NIP stands whose it is.
_NEAR_NAME: Final = 60
#: Digits in which a mistyped NIP may differ from the person's own.
_SLIPS: Final = 2


@check(
    "kode-wilayah-nomor",
    rule="R-code",
    basis="Nomor surat memuat kode wilayah kecamatan itu (kode wilayah Kemendagri).",
    example="900/12/35.09.22/2021 pada Kecamatan Umbulsari, yang berkode 35.09.05.",
    reads=("passages", "around", *PARTS),
    kinds=("narasi", "dokumentasi", *KINDS_OF_RECORDS),
    level=Level.PERINGATAN,
)
def numbers_carry_the_own_area(year: CheckedYear) -> Found:
    """A kode wilayah in the number of a letter, or in a text, is the kecamatan's own."""
    kecamatan = year.snapshot.kecamatan
    others = {area.kode: area.nama for area in (year.around or Surroundings()).neighbours}
    for place, text in _numbers(year):
        for found in _AREA.finditer(text):
            kode = _dotted(found[0])
            if kode != kecamatan.kode and kode[:5] == kecamatan.kode[:5]:
                whose = f" milik Kecamatan {others[kode]}" if kode in others else " bukan milik kecamatan ini"
                message = f"Kode {kode}{whose}. Kode {kecamatan.sebutan} {kecamatan.nama} {kecamatan.kode}."
                yield place, Said(message, kode, kecamatan.kode)
        for found in _OF_CAMAT.finditer(text):
            if kecamatan.kabupaten.kode in found["nomor"].split("/"):
                message = f"Nomor “{found['nomor']}” memuat kode kabupaten. Kode {kecamatan.sebutan} {kecamatan.nama} "
                yield place, Said(f"{message}{kecamatan.kode}.", kecamatan.kabupaten.kode, kecamatan.kode)


@check(
    "nomor-sesuai",
    rule="R-code",
    basis="Nomor keputusan dalam kalimat sama dengan yang dicatat.",
    example="Nomor 065/11.1/35.09.25/2023, padahal tercatat 065/11.1/35.09.25/2024.",
    reads=("passages", "iku"),
    kinds=("narasi", "dokumentasi"),
    level=Level.PERINGATAN,
)
def numbers_of_decrees_are_those_recorded(year: CheckedYear) -> Found:
    """A number that is the SK IKU's but for its year is mistyped; its area is told by the other check."""
    iku = year.snapshot.iku_of_this_year
    recorded = iku.nomor.replace(" ", "").split("/") if iku is not None else []
    if len(recorded) < _LEAST_PARTS:
        return
    for passage in year.passages or ():
        for found in _NUMBER.finditer(passage.text):
            written = found[0].split("/")
            if written != recorded and written[:-1] == recorded[:-1]:
                expected = "/".join(recorded)
                yield (
                    passage.place,
                    Said(
                        f"Nomor {found[0]}; tercatat {expected}. Perbaiki salah satunya.", found[0], expected
                    ),
                )


@check(
    "nomor-lengkap",
    rule="R-code",
    basis="Nomor keputusan terisi pada setiap bagiannya.",
    example="900/ /35.09.05/2021",
    reads=("around", "iku"),
    kinds=("iku",),
    level=Level.PERINGATAN,
)
def numbers_of_decrees_are_whole(year: CheckedYear) -> Found:
    """The number of the SK IKU has no empty part."""
    iku = year.snapshot.iku_of_this_year
    if iku is not None and (not iku.nomor.strip() or _EMPTY_PART.search(iku.nomor)):
        place = place_of("iku", iku, "nomor", words="SK IKU")
        said = f"Nomor “{iku.nomor}” belum lengkap" if iku.nomor.strip() else "Nomornya kosong"
        yield place, Said(f"{said}. Isi menurut agenda surat.", iku.nomor, "")


@check(
    "nomor-setahun",
    rule="R-year",
    basis="Nomor keputusan memuat tahun penetapannya menurut tata naskah dinas.",
    example="Nomor 065/12/35.09.05/2019 pada keputusan bertanggal 4 Januari 2021.",
    reads=("around", "iku"),
    kinds=("iku",),
    level=Level.PERINGATAN,
)
def numbers_of_decrees_are_of_their_year(year: CheckedYear) -> Found:
    """The year at the end of the SK IKU's number is that of its date."""
    iku = year.snapshot.iku_of_this_year
    found = _YEAR_OF_NUMBER.search(iku.nomor) if iku else None
    if iku and found and iku.signed_within and int(found[1]) != iku.tahun_keputusan:
        place = place_of("iku", iku, "nomor", words="SK IKU")
        said = (
            f"Nomor “{iku.nomor}” bertahun {found[1]}, keputusannya bertanggal tahun {iku.tahun_keputusan}."
        )
        yield place, Said(f"{said} Perbaiki salah satunya.", found[1], str(iku.tahun_keputusan))


@check(
    "nip-dalam-tulisan",
    rule="R-nip",
    basis="NIP berisi 18 angka: tanggal lahir, TMT CPNS, jenis kelamin, nomor urut (Peraturan Kepala BKN).",
    example="NIP 19800424 200112 1 003, padahal tercatat 19801124 200112 1 003.",
    reads=("passages", "jabatan"),
    kinds=("narasi", "dokumentasi"),
    level=Level.PERINGATAN,
)
def nip_in_a_text_are_those_recorded(year: CheckedYear) -> Found:
    """A NIP in a text is possible, and not nearly that of a person who is recorded."""
    recorded = {holder.nip: holder.nama for holder in year.snapshot.jabatan if holder.nip}
    people = {holder.nama.partition(",")[0].strip(): holder for holder in year.snapshot.jabatan if holder.nip}
    for passage in year.passages or ():
        for found in _NIP.finditer(passage.text):
            written = " ".join(found["nip"].split())
            try:
                digits = parse_nip(written).angka
            except InvalidNip as error:
                yield passage.place, Said(str(error), written, "")
                continue
            before = " ".join(
                passage.text[max(0, found.start() - _NEAR_NAME) : found.start()].split()
            ).casefold()
            named = next((holder for name, holder in people.items() if name.casefold() in before), None)
            if named is not None and digits != named.nip:
                expected = format_nip(named.nip)
                message = f"NIP {written}; tercatat {named.nama} {expected}."
                yield passage.place, Said(message, written, expected)
                continue
            for nip, nama in recorded.items():
                if digits != nip and sum(a != b for a, b in zip(digits, nip, strict=True)) <= _SLIPS:
                    expected = format_nip(nip)
                    yield (
                        passage.place,
                        Said(f"NIP {written}; tercatat {nama} {expected}.", written, expected),
                    )


def _dotted(kode: str) -> str:
    """A kode wilayah as it is recorded: "350922" is 35.09.22."""
    return kode if "." in kode else ".".join((kode[:2], kode[2:4], kode[4:]))


def _numbers(year: CheckedYear) -> Iterator[tuple[Place, str]]:
    iku = year.snapshot.iku_of_this_year
    if iku is not None:
        yield place_of("iku", iku, "nomor", words="SK IKU"), iku.nomor
    for passage in every_text(year):
        yield passage.place, passage.text
