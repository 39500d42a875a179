"""Dates as Indonesian text, out and in: the one formatter and the one strict parser.

Dates are written in words (17 Agustus 2026) and read as 17/8/2026, 17-8-2026 or 17 Agustus 2026. The day
always comes first. Nothing here asks what day it is today.
"""

import calendar
import re
from datetime import date
from typing import Final

from kecamatan.ground.years import DATE_YEAR_FIRST, DATE_YEAR_LAST

NAMA_BULAN: Final = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)

# Spellings found in real kecamatan documents; read, never written.
_EJAAN_LAMA: Final = {"pebruari": 2, "nopember": 11}
_BULAN: Final = {nama.lower(): nomor for nomor, nama in enumerate(NAMA_BULAN, start=1)} | _EJAAN_LAMA

PANJANG_MAKSIMUM: Final = 40

CONTOH: Final = "Tulis seperti 17/8/2026 atau 17 Agustus 2026."

_ANGKA = re.compile(r"([0-9]{1,2})([/-])([0-9]{1,2})\2([0-9]{4})")
_KATA = re.compile(r"([0-9]{1,2}) ([A-Za-z]+) ([0-9]{4})")
_TAHUN_PENDEK = re.compile(r"[0-9]{1,2}([/-])[0-9]{1,2}\1[0-9]{2}")
_TITIK = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")


class InvalidDate(ValueError):
    """A text that is not a date. `str()` is the message for the user, in Indonesian: the text, what is
    wrong with it, and what to write instead."""


def format_tanggal(tanggal: date) -> str:
    """date(2026, 8, 17) → "17 Agustus 2026"."""
    return f"{tanggal.day} {NAMA_BULAN[tanggal.month - 1]} {tanggal.year}"


def parse_date(teks: str) -> date:
    """Read "17/8/2026", "17-8-2026" or "17 Agustus 2026" (old spellings Pebruari and Nopember too).

    Raises InvalidDate for every other form (a year of two digits, year or month first), for an unknown
    month, for a day that the calendar does not have and for a year outside 1900–2100.
    """
    bersih = " ".join(teks.split())
    if not bersih:
        raise InvalidDate(f"Isian kosong bukan tanggal. {CONTOH}")
    if len(bersih) > PANJANG_MAKSIMUM:
        raise InvalidDate(f'"{bersih[:PANJANG_MAKSIMUM]}…" bukan tanggal: terlalu panjang. {CONTOH}')
    if angka := _ANGKA.fullmatch(bersih):
        return _build(bersih, int(angka[1]), int(angka[3]), int(angka[4]))
    if kata := _KATA.fullmatch(bersih):
        bulan = _BULAN.get(kata[2].lower())
        if bulan is None:
            raise InvalidDate(f'"{bersih}" bukan tanggal: bulan "{kata[2]}" tidak dikenal. {CONTOH}')
        return _build(bersih, int(kata[1]), bulan, int(kata[3]))
    raise InvalidDate(f'"{bersih}" bukan tanggal{_saran(bersih)}')


def parse_month(teks: str) -> tuple[date, date]:
    """Read "Januari 2021", the date of a document without a day: the first and the last day of that month.

    Raises InvalidDate for every other form.
    """
    try:
        awal = parse_date(f"1 {teks}")
    except InvalidDate as galat:
        raise InvalidDate(f'"{teks}" bukan bulan dan tahun. Tulis seperti Januari 2021.') from galat
    return awal, awal.replace(day=calendar.monthrange(awal.year, awal.month)[1])


def _build(teks: str, hari: int, bulan: int, tahun: int) -> date:
    if not DATE_YEAR_FIRST <= tahun <= DATE_YEAR_LAST:
        raise InvalidDate(
            f'"{teks}" tidak dapat diterima: tahun {tahun} di luar {DATE_YEAR_FIRST}–{DATE_YEAR_LAST}. '
            "Periksa tahunnya."
        )
    if not 1 <= bulan <= 12:
        tawaran = f"Maksud Anda {bulan}/{hari}/{tahun}?" if 1 <= hari <= 12 else CONTOH
        raise InvalidDate(f'"{teks}" bukan tanggal: tidak ada bulan ke-{bulan}. {tawaran}')
    terakhir = calendar.monthrange(tahun, bulan)[1]
    if not 1 <= hari <= terakhir:
        raise InvalidDate(
            f'"{teks}" tidak ada di kalender. {NAMA_BULAN[bulan - 1]} {tahun} berlangsung dari tanggal 1 '
            f"sampai {terakhir}."
        )
    return date(tahun, bulan, hari)


def _saran(teks: str) -> str:
    """What is wrong with a form that is close to a date, and how to write that very date."""
    if _TAHUN_PENDEK.fullmatch(teks):
        return f": tahun harus empat angka. {CONTOH}"
    if titik := _TITIK.fullmatch(teks):
        return f": pemisahnya garis miring. Tulis {titik[1]}/{titik[2]}/{titik[3]}."
    if iso := _ISO.fullmatch(teks):
        return f": hari ditulis lebih dahulu. Tulis {int(iso[3])}/{int(iso[2])}/{iso[1]}."
    return f". {CONTOH}"
