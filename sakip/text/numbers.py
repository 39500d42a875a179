"""Numbers as Indonesian text, out and in: the one formatter and the one strict parser.

Thousands are separated by a dot, decimals by a comma (1.234.567,89); "Rp" is written without a space
(Rp3.427.455.027). Source: Ejaan Yang Disempurnakan.

The parser reads what the offices really write ("98,5 %", "Rp. 3.239.088.691,-") but never guesses: a dot
groups thousands only before exactly three digits, and whatever has two readings is refused with both
readings named. A guess of 985 where 98,5 was meant would end in a signed report.
"""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final

from sakip.capaian.rounding import Angka, round_half_up, teks_desimal

PANJANG_MAKSIMUM: Final = 40
"""Longest text that is still read as a number; no amount in a kecamatan's books comes near it."""

CONTOH: Final = "Tulis angka, misalnya 98,5 atau 1.234.567."

# Words after a number that name its unit and do not change its value, so that the remedy may repeat the
# number alone. "juta" and "ribu" must never be added: "5 juta" is not 5.
_KATA_SATUAN: Final = (
    "persen|prosen|rupiah|poin|orang|dokumen|laporan|kegiatan|bulan|unit|kali|desa|kelurahan"
)

# Office programs put these between a number and its sign; \s would also admit line breaks.
_SPASI: Final = " \t\u00a0\u2007\u202f"
_MINUS: Final = "-\u2212"

_BENTUK = re.compile(
    rf"(?P<minus>[{_MINUS}])?[{_SPASI}]*"
    rf"(?:(?P<rp>[Rr][Pp])\.?[{_SPASI}]*(?P<minus_rp>[{_MINUS}])?[{_SPASI}]*)?"
    r"(?P<isi>[0-9.,]*[0-9])"
    rf"(?:[{_SPASI}]*(?P<bulat>,-))?"
    rf"(?:[{_SPASI}]*(?P<persen>%))?"
)
_ISI = re.compile(r"(?P<bulat>[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,(?P<desimal>[0-9]+))?")
_INGGRIS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})*\.[0-9]+|[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}")
_BERSATUAN = re.compile(rf"(?P<angka>.*?)[{_SPASI}]*(?:{_KATA_SATUAN})\.?", re.IGNORECASE)
WITH_REMARK: Final = re.compile(r"(?P<number>[^()]*[0-9][^()]*?)\s*\([^()]*[^\W\d_][^()]*\)")
"""A number with words in brackets behind it ("98,5 (Baik)")."""

# What the accounting formats of office programs print for a zero and for what is below it.
_ACCOUNTING_ZERO = re.compile(rf"[Rr][Pp]\.?[{_SPASI}]*[-\u2013\u2014\u2212]+(?:[{_SPASI}]*,-)?")
_ACCOUNTING_NEGATIVE = re.compile(rf"(?:[Rr][Pp]\.?[{_SPASI}]*)?\((?P<number>[^()]*)\)")


class InvalidNumber(ValueError):
    """A text that is not a number, or not surely one. `str()` is the message for the user, in Indonesian:
    the text, what is wrong with it, and what to write instead."""


def eksak(nilai: Decimal | int) -> Decimal:
    """The value as a finite Decimal, exactly.

    Raises TypeError for anything but Decimal or int (a float has already lost digits), ValueError for NaN
    and infinity.
    """
    if not isinstance(nilai, Decimal | int):
        raise TypeError(f"angka harus Decimal atau int, bukan {type(nilai).__name__}: {nilai!r}")
    tepat = Decimal(nilai)
    if not tepat.is_finite():
        raise ValueError(f"hanya bilangan berhingga yang dapat ditulis: {nilai}")
    return tepat


def format_angka(nilai: Angka | int, desimal: int | None = None) -> str:
    """1234567.89 → "1.234.567,89"; of an exact quotient as of an entered number.

    `desimal` rounds half up to that many decimals; None prints the value's own decimals without trailing
    zeros. Raises as `eksak` does.
    """
    return teks_desimal(nilai if isinstance(nilai, Fraction) else eksak(nilai), desimal)


def format_persen(nilai: Angka | int, desimal: int | None = 2) -> str:
    """94.5 → "94,50%"; the value is already in percent. No space before the sign."""
    return f"{format_angka(nilai, desimal)}%"


def format_rupiah(nilai: Decimal | int) -> str:
    """3427455027 → "Rp3.427.455.027"; negative "-Rp1.000".

    Sen that are not zero are printed: dropping them would make a printed column disagree with its printed
    total. Fractions of a sen are rounded half up.
    """
    bulat = round_half_up(eksak(nilai), 2)
    teks = format_angka(bulat, 2 if bulat != bulat.to_integral_value() else 0)
    return f"-Rp{teks[1:]}" if teks.startswith("-") else f"Rp{teks}"


def parse_number(teks: str) -> Decimal:
    """Read a number as Indonesians write it.

    Accepts "98,5", "1.234,5", "98,5 %", "Rp 1.000.000,-", "Rp. 3.239.088.691,-", "Rp1.000.000,00", a minus
    sign (also U+2212) and spaces around the parts. The percent sign is dropped: "98,5 %" is 98.5.

    Raises InvalidNumber for everything else, above all for "98.5", which may mean 98,5 or 985.
    """
    bersih = teks.strip(_SPASI + "\r\n")
    if not bersih:
        raise InvalidNumber(f"Isian kosong bukan angka. {CONTOH}")
    kutipan = " ".join(bersih.split())  # a cell of Excel may hold several lines, a message is one
    if len(bersih) > PANJANG_MAKSIMUM:
        potongan = kutipan[:PANJANG_MAKSIMUM]
        raise InvalidNumber(f'"{potongan}…" bukan angka: lebih dari {PANJANG_MAKSIMUM} karakter. {CONTOH}')
    bentuk = _BENTUK.fullmatch(bersih)
    if bentuk is None or (bentuk["minus"] and bentuk["minus_rp"]) or (bentuk["rp"] and bentuk["persen"]):
        raise InvalidNumber(f'"{kutipan}" bukan angka. {_saran_bukan_angka(kutipan)}')
    negatif = bool(bentuk["minus"] or bentuk["minus_rp"])
    isi = _ISI.fullmatch(bentuk["isi"])
    if isi is None:
        raise InvalidNumber(f'"{kutipan}" meragukan: {_alasan_meragukan(bentuk["isi"], negatif)}')
    if bentuk["bulat"] and isi["desimal"]:
        raise InvalidNumber(
            f'"{kutipan}" meragukan: ",-" berarti tanpa sen, tetapi sen tertulis. Hapus ",-".'
        )
    nilai = Decimal(isi["bulat"].replace(".", "") + "." + (isi["desimal"] or ""))
    return nilai.copy_negate() if negatif and nilai else nilai


def parse_rupiah(teks: str) -> Decimal:
    """Read an amount of money in rupiah: not negative, at most two decimals (sen).

    Raises InvalidNumber as `parse_number` does, and for a percentage, a negative amount or a fraction of a
    sen; three decimals ("1,234") are most often thousands written the English way, so both are offered.
    """
    bersih = teks.strip(_SPASI + "\r\n")
    if (written_by_accounting(bersih) or 0) < 0:
        kutipan = " ".join(bersih.split())
        raise InvalidNumber(
            f'"{kutipan}" bukan angka. {_saran_bukan_angka(bersih)} Tulis jumlah rupiah nol atau lebih.'
        )
    nilai = parse_number(teks)
    if "%" in bersih:
        raise InvalidNumber(f'"{bersih}" adalah persentase, bukan jumlah uang. Tulis jumlah rupiah.')
    if nilai < 0:
        raise InvalidNumber(f'"{bersih}" negatif. Tulis jumlah rupiah nol atau lebih.')
    desimal = -int(nilai.as_tuple().exponent)
    if desimal > 2:
        pilihan = format_rupiah(nilai)
        if desimal == 3:
            pilihan = f"{format_rupiah(nilai.scaleb(3))} atau {pilihan}"
        raise InvalidNumber(f'"{bersih}" lebih rinci daripada sen. Maksud Anda {pilihan}?')
    return nilai


def written_by_accounting(text: str) -> Decimal | None:
    """What a text means that an accounting format made of a number: "Rp -" and "(1.000.000)"."""
    stripped = text.strip(_SPASI + "\r\n")
    if _ACCOUNTING_ZERO.fullmatch(stripped):
        return Decimal(0)
    found = _ACCOUNTING_NEGATIVE.fullmatch(stripped)
    number = None if found is None else _read_or_none(found["number"])
    return None if number is None or number < 0 else -number


def _read_or_none(text: str) -> Decimal | None:
    try:
        return parse_number(text)
    except InvalidNumber:
        return None


def _saran_bukan_angka(bersih: str) -> str:
    """What an accounting format meant, or the number alone where only a unit or a remark follows it."""
    if (meant := written_by_accounting(bersih)) is not None:
        return f"Maksud Anda {format_angka(meant)}?"
    number = None
    if followed := _BERSATUAN.fullmatch(bersih):
        number = _read_or_none(followed["angka"])
    elif followed := WITH_REMARK.fullmatch(bersih):
        number = _read_or_none(followed["number"])
    return CONTOH if number is None else f"Tulis {format_angka(number)}."


def _alasan_meragukan(isi: str, negatif: bool) -> str:
    """Why digits with dots and commas have no sure reading, and the readings they may have."""

    def read(bulat: str, desimal: str = "") -> str:
        nilai = Decimal(f"{'-' if negatif else ''}{bulat}.{desimal}")
        return format_angka(nilai, len(desimal))  # keeps every decimal that was typed

    if "," in isi and _INGGRIS.fullmatch(isi):
        bulat, _, desimal = isi.replace(",", "").partition(".")
        return f"koma hanya memisahkan desimal. Maksud Anda {read(bulat, desimal)}?"
    if isi[0] in ",." and isi[1:].isdigit():
        return f"tidak ada angka sebelum tanda desimal. Maksud Anda {read('0', isi[1:])}?"
    depan, koma, desimal = isi.partition(",")
    kelompok = depan.split(".")
    if "," in desimal or "." in desimal or "" in kelompok:
        return f"letak titik dan koma tidak dapat dibaca. {CONTOH}"
    combine = read("".join(kelompok), desimal)
    if not koma and (len(kelompok) == 2 or _terkelompok(kelompok[:-1])):
        pecahan = read("".join(kelompok[:-1]), kelompok[-1])
        return (
            f"titik hanya memisahkan ribuan, koma memisahkan desimal. Maksud Anda {pecahan} atau {combine}?"
        )
    salah = next((k for k in kelompok[1:] if len(k) != 3), kelompok[0])
    return (
        f'kelompok "{salah}" tidak memuat tiga angka. '
        f"Maksud Anda {combine}, atau ada angka yang kurang atau lebih pada kelompok itu?"
    )


def _terkelompok(kelompok: list[str]) -> bool:
    return len(kelompok[0]) <= 3 and all(len(k) == 3 for k in kelompok[1:])
