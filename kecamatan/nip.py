"""Nomor Induk Pegawai (NIP): 18 digits that carry facts, so that a slip of one digit often shows.

Layout: YYYYMMDD tanggal lahir, YYYYMM TMT CPNS (the month of appointment), 1 digit jenis kelamin
(1 laki-laki, 2 perempuan), 3 digits nomor urut; printed "19801124 200112 1 003". Nothing here asks what
day it is today.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Final

from kecamatan.ground.years import DATE_YEAR_FIRST

LENGTH: Final = 18
MINIMUM_AGE: Final = 16
"""Years between birth and appointment below which the number must be mistyped. Deliberately low: it
catches slips, it does not judge an appointment of decades ago."""

CHECK: Final = "Periksa pada SK atau kartu pegawai."

# Documents group the digits with spaces or hyphens ("19650705-198603 1 018").
_SEPARATOR = re.compile("[ \t\u00a0\u202f-]+")
_SHAPE = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})([0-9]{4})([0-9]{2})([0-9])([0-9]{3})")


class JenisKelamin(IntEnum):
    """The digit in the NIP."""

    LAKI_LAKI = 1
    PEREMPUAN = 2


class InvalidNip(ValueError):
    """A text that cannot be a NIP. `str()` is the message for the user, in Indonesian: the text, what is
    wrong with it, and what to do."""


@dataclass(frozen=True)
class NipParts:
    """A NIP whose parts are possible; that it was really issued to somebody cannot be known from it."""

    angka: str
    """The 18 digits without spaces, as they are stored and compared."""
    tanggal_lahir: date
    tmt_cpns: date
    """First day of the month of appointment."""
    jenis_kelamin: JenisKelamin
    nomor_urut: int

    def __str__(self) -> str:
        a = self.angka
        return f"{a[:8]} {a[8:14]} {a[14]} {a[15:]}"


def parse_nip(text: str) -> NipParts:
    """Read a NIP, with or without its spaces or hyphens.

    Raises InvalidNip if it has not exactly 18 digits, if the birth date or the month of appointment does
    not exist, if the appointment comes before the age of 16, or if the sex or serial digits are impossible.
    """
    clean = " ".join(text.split())
    if not clean:
        raise InvalidNip(f"NIP kosong. Isi {LENGTH} angka NIP.")
    if len(clean) > 2 * LENGTH:
        raise InvalidNip(f'"{clean[: 2 * LENGTH]}…" bukan NIP: terlalu panjang. Isi {LENGTH} angka NIP saja.')
    angka = _SEPARATOR.sub("", clean)
    if not (angka.isascii() and angka.isdigit()):
        raise InvalidNip(f'"{clean}" bukan NIP: memuat selain angka. Isi {LENGTH} angka NIP saja.')
    shape = _SHAPE.fullmatch(angka)
    if shape is None:
        raise InvalidNip(f'"{clean}" bukan NIP: {len(angka)} angka, seharusnya {LENGTH}. {CHECK}')
    tahun, bulan, hari, tahun_tmt, bulan_tmt, kelamin, order = (int(part) for part in shape.groups())

    born = _tanggal(tahun, bulan, hari)
    if born is None:
        raise InvalidNip(
            f'"{clean}" bukan NIP: tanggal lahir {hari:02}/{bulan:02}/{tahun} (angka 1–8) tidak ada. {CHECK}'
        )
    tmt = _tanggal(tahun_tmt, bulan_tmt, 1)
    if tmt is None:
        raise InvalidNip(
            f'"{clean}" bukan NIP: TMT CPNS bulan {bulan_tmt:02} tahun {tahun_tmt} (angka 9–14) '
            f"tidak ada. {CHECK}"
        )
    # Whole months, because the day of the appointment is not in the number.
    if (tmt.year - born.year) * 12 + tmt.month - born.month < MINIMUM_AGE * 12:
        raise InvalidNip(
            f'"{clean}" bukan NIP: lahir {hari:02}/{bulan:02}/{tahun} tetapi TMT CPNS '
            f"{bulan_tmt:02}/{tahun_tmt}, sebelum berusia {MINIMUM_AGE} tahun. {CHECK}"
        )
    if kelamin not in (JenisKelamin.LAKI_LAKI, JenisKelamin.PEREMPUAN):
        raise InvalidNip(
            f'"{clean}" bukan NIP: angka ke-15 adalah {kelamin}, seharusnya 1 (laki-laki) atau '
            f"2 (perempuan). {CHECK}"
        )
    if order == 0:
        raise InvalidNip(f'"{clean}" bukan NIP: nomor urut (angka 16–18) dimulai dari 001. {CHECK}')
    return NipParts(
        angka=angka,
        tanggal_lahir=born,
        tmt_cpns=tmt,
        jenis_kelamin=JenisKelamin(kelamin),
        nomor_urut=order,
    )


def format_nip(text: str) -> str:
    """ "198011242001121003" → "19801124 200112 1 003". Raises InvalidNip as `parse_nip` does."""
    return str(parse_nip(text))


def _tanggal(tahun: int, bulan: int, hari: int) -> date | None:
    if tahun < DATE_YEAR_FIRST:
        return None
    try:
        return date(tahun, bulan, hari)
    except ValueError:
        return None
