"""Numbers as Indonesian text, out and in: the one formatter and the one strict parser.

Thousands are separated by a dot, decimals by a comma (1.234.567,89); "Rp" is written without a space
(Rp3.427.455.027). Source: Ejaan Yang Disempurnakan.

The parser reads what the offices really write ("98,5 %", "Rp. 3.239.088.691,-") but never guesses: a dot
groups thousands only before exactly three digits, and whatever has two readings is refused with both
readings named. A guess of 985 where 98,5 was meant would end in a signed report.
"""

import re
import unicodedata
from decimal import Decimal
from fractions import Fraction
from typing import Final

from sakip.capaian.rounding import Angka, decimal_text, round_half_up
from sakip.text.units import UNIT_WORDS

MAXIMUM_LENGTH: Final = 40
"""Longest text that is still read as a number; no amount in a kecamatan's books comes near it."""

WITH_WORDS_LENGTH: Final = 200
"""Longest text in which a number is looked for before its unit or its words."""

CONTOH: Final = "Tulis angka, misalnya 98,5 atau 1.234.567."

MULTIPLES: Final[dict[str, int]] = {
    word: 10**power
    for power, words in (
        (3, ("ribu",)),
        (6, ("juta",)),
        (9, ("miliar", "milyar", "milliar")),
        (12, ("triliun", "trilyun", "trilliun")),
    )
    for word in words
}
"""Words that multiply the number before them."""

_SHORT_MULTIPLES: Final = MULTIPLES | {"rb": 10**3, "jt": 10**6}
#: Behind an amount of rupiah alone: elsewhere "5 m" are metres.
_OF_RUPIAH: Final = {"m": 10**9, "t": 10**12}

# Office programs put these between a number and its sign; \s would also admit line breaks.
_SPACING: Final = " \t\u00a0\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_MINUS: Final = "-\u2212"

_SHAPE = re.compile(
    rf"(?P<minus>[{_MINUS}])?[{_SPACING}]*"
    rf"(?:(?P<rp>[Rr][Pp])\.?[{_SPACING}]*(?P<minus_rp>[{_MINUS}])?[{_SPACING}]*)?"
    r"(?P<isi>[0-9.,]*[0-9])"
    rf"(?:[{_SPACING}]*(?P<bulat>,-))?"
    rf"(?:[{_SPACING}]*(?P<persen>%))?"
)
_CONTENT = re.compile(r"(?P<bulat>[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,(?P<desimal>[0-9]+))?")
_ENGLISH = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})*\.[0-9]+|[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}")
_WITH_SATUAN = re.compile(rf"(?P<number>.*?)[{_SPACING}]*(?:{'|'.join(UNIT_WORDS)})\.?", re.IGNORECASE)
_WITH_MARK = re.compile(rf"(?P<number>.*?)[{_SPACING}]*\*+\)?")
_MULTIPLIED = re.compile(
    rf"(?P<number>.*?)[{_SPACING}]*(?P<word>{'|'.join(_SHORT_MULTIPLES)})\.?(?:[{_SPACING}]*rupiah)?",
    re.IGNORECASE,
)
_RUPIAH_MULTIPLIED = re.compile(
    rf"[{_SPACING}]*(?P<number>rp(?![^\W\d_]).*?)[{_SPACING}]*(?P<word>{'|'.join(_OF_RUPIAH)})\.?",
    re.IGNORECASE,
)
_ONE_COMMA = re.compile(r"[^0-9.,]*(?P<whole>[1-9][0-9]{0,2}),(?P<three>[0-9]{3})[^0-9.,]*")

# How other keyboards, documents and programs write what is written otherwise here: minus, plus, blanks between
# thousands, "Rp5.000.-", the apostrophe that keeps a text in Excel.
_OTHERWISE: Final = (
    (re.compile("^['\u2018\u2019`]|'$"), ""),
    (re.compile(rf"^[\u2013\u2014][{_SPACING}]*(?=[0-9Rr])"), "-"),
    (re.compile(rf"^\+[{_SPACING}]*"), ""),
    (re.compile(rf"(?<=[0-9])[{_SPACING}](?=[0-9]{{3}}(?![0-9]))"), "."),
    (re.compile(r"(?<=[0-9])(?:\.-+|,--+|,[\u2013\u2014\u2212]+)$"), ",-"),
)
_SIGN_ELSEWHERE: Final = {
    "\u066b": ",",
    "\u066c": ".",
    "\uff0e": ".",
    "\uff0c": ",",
    "\uff05": "%",
    "\u066a": "%",
}
WITH_REMARK: Final = re.compile(r"(?P<number>[^()]*[0-9][^()]*?)\s*\([^()]*[^\W\d_][^()]*\)")
"""A number with words in brackets behind it ("98,5 (Baik)")."""

# What the accounting formats of office programs print for a zero and for what is below it.
_ACCOUNTING_ZERO = re.compile(rf"[Rr][Pp]\.?[{_SPACING}]*[-\u2013\u2014\u2212]+(?:[{_SPACING}]*,-)?")
_ACCOUNTING_NEGATIVE = re.compile(rf"(?:[Rr][Pp]\.?[{_SPACING}]*)?\((?P<number>[^()]*)\)")


class InvalidNumber(ValueError):
    """A text that is not a number, or not surely one. `str()` is the message for the user, in Indonesian:
    the text, what is wrong with it, and what to write instead."""


def exact(nilai: Decimal | int) -> Decimal:
    """The value as a finite Decimal, exactly.

    Raises TypeError for anything but Decimal or int (a float has already lost digits), ValueError for NaN
    and infinity.
    """
    if not isinstance(nilai, Decimal | int):
        raise TypeError(f"angka harus Decimal atau int, bukan {type(nilai).__name__}: {nilai!r}")
    exact = Decimal(nilai)
    if not exact.is_finite():
        raise ValueError(f"hanya bilangan berhingga yang dapat ditulis: {nilai}")
    return exact


def format_angka(nilai: Angka | int, desimal: int | None = None) -> str:
    """1234567.89 → "1.234.567,89"; of an exact quotient as of an entered number.

    `desimal` rounds half up to that many decimals; None prints the value's own decimals without trailing
    zeros. Raises as ``exact`` does.
    """
    return decimal_text(nilai if isinstance(nilai, Fraction) else exact(nilai), desimal)


def format_persen(nilai: Angka | int, desimal: int | None = 2) -> str:
    """94.5 → "94,50%", -37 → "−37,00%" with a minus sign; the value is already in percent. No space before "%"."""
    number = format_angka(nilai, desimal)
    return f"\u2212{number[1:]}%" if number.startswith("-") else f"{number}%"


def format_rupiah(nilai: Decimal | int) -> str:
    """3427455027 → "Rp3.427.455.027"; negative "−Rp1.000", with a minus sign as :func:`format_persen` writes.

    Sen that are not zero are printed: dropping them would make a printed column disagree with its printed
    total. Fractions of a sen are rounded half up.
    """
    whole = round_half_up(exact(nilai), 2)
    text = format_angka(whole, 2 if whole != whole.to_integral_value() else 0)
    return f"\u2212Rp{text[1:]}" if text.startswith("-") else f"Rp{text}"


def parse_number(text: str, *, whole: bool = False) -> Decimal:
    """Read a number as Indonesians write it; of a ``whole`` one no fraction is offered where it has two readings.

    Accepts "98,5", "1.234,5", "98,5 %", "Rp 1.000.000,-", "Rp. 3.239.088.691,-", "Rp1.000.000,00", a minus
    sign (also U+2212) and spaces around the parts. The percent sign is dropped: "98,5 %" is 98.5.

    Raises InvalidNumber for everything else, above all for "98.5", which may mean 98,5 or 985.
    """
    clean = text.strip(_SPACING + "\r\n")
    if not clean:
        raise InvalidNumber(f"Isian kosong bukan angka. {CONTOH}")
    quotation = " ".join(clean.split())  # a cell of Excel may hold several lines, a message is one
    if len(clean) > MAXIMUM_LENGTH:
        pieces = quotation[:MAXIMUM_LENGTH]
        advice = _not_number_advice(quotation) if len(clean) <= WITH_WORDS_LENGTH else CONTOH
        raise InvalidNumber(f'"{pieces}…" bukan angka: lebih dari {MAXIMUM_LENGTH} karakter. {advice}')
    shape = _shape(clean)
    if shape is None:
        raise InvalidNumber(f'"{quotation}" bukan angka. {_not_number_advice(quotation)}')
    content = _CONTENT.fullmatch(shape["isi"])
    if content is None:
        raise InvalidNumber(
            f'"{quotation}" meragukan: {_doubtful_alasan(shape["isi"], _negative(shape), whole=whole)}'
        )
    if shape["bulat"] and content["desimal"]:
        raise InvalidNumber(
            f'"{quotation}" meragukan: ",-" berarti tanpa sen, tetapi sen tertulis. Hapus ",-".'
        )
    return _value(shape, content)


def parse_rupiah(text: str) -> Decimal:
    """Read an amount of money in rupiah: not negative, at most two decimals (sen).

    Raises InvalidNumber as `parse_number` does, and for a percentage, a negative amount or a fraction of a
    sen; three decimals ("1,234") are most often thousands written the English way, so both are offered.
    """
    clean = text.strip(_SPACING + "\r\n")
    if (written_by_accounting(clean) or 0) < 0:
        quotation = " ".join(clean.split())
        raise InvalidNumber(
            f'"{quotation}" bukan angka. {_not_number_advice(clean)} Tulis jumlah rupiah nol atau lebih.'
        )
    nilai = parse_number(text)
    if "%" in clean:
        raise InvalidNumber(f'"{clean}" adalah persentase, bukan jumlah uang. Tulis jumlah rupiah.')
    if nilai < 0:
        raise InvalidNumber(f'"{clean}" negatif. Tulis jumlah rupiah nol atau lebih.')
    desimal = -int(nilai.as_tuple().exponent)
    if desimal > 2:
        choice = format_rupiah(nilai)
        if desimal == 3:
            choice = f"{format_rupiah(nilai.scaleb(3))} atau {choice}"
        raise InvalidNumber(f'"{clean}" lebih rinci daripada sen. Maksud Anda {choice}?')
    return nilai


def written_by_accounting(text: str) -> Decimal | None:
    """What a text means that an accounting format made of a number: "Rp -" and "(1.000.000)"."""
    stripped = text.strip(_SPACING + "\r\n")
    if _ACCOUNTING_ZERO.fullmatch(stripped):
        return Decimal(0)
    found = _ACCOUNTING_NEGATIVE.fullmatch(stripped)
    number = None if found is None else _read_or_none(found["number"])
    return None if number is None or number < 0 else -number


def _read_or_none(text: str) -> Decimal | None:
    """As `parse_number`, without a word about what it refuses."""
    shape = _shape(text.strip(_SPACING + "\r\n"))
    content = None if shape is None else _CONTENT.fullmatch(shape["isi"])
    if shape is None or content is None or (shape["bulat"] and content["desimal"]):
        return None
    return _value(shape, content)


def _shape(clean: str) -> re.Match[str] | None:
    """Sign, "Rp", figures and percent sign of what can be a number at all."""
    shape = _SHAPE.fullmatch(clean)
    if shape is None or (shape["minus"] and shape["minus_rp"]) or (shape["rp"] and shape["persen"]):
        return None
    return shape


def _negative(shape: re.Match[str]) -> bool:
    return bool(shape["minus"] or shape["minus_rp"])


def _value(shape: re.Match[str], content: re.Match[str]) -> Decimal:
    nilai = Decimal(content["bulat"].replace(".", "") + "." + (content["desimal"] or ""))
    return nilai.copy_negate() if _negative(shape) and nilai else nilai


def read_with_comma(text: str) -> tuple[str, str] | None:
    """Of what has no thousandths the two readings of "12,345", as they are typed: 12.345 and 12,3450."""
    found = _ONE_COMMA.fullmatch(text)
    if found is None:
        return None
    thousands, fraction = parse_number(found["whole"] + found["three"]), found["three"].rstrip("0")
    typed = f"{found['whole']},{fraction}" if fraction else found["whole"]
    return format_angka(thousands), f"{typed}0" if len(fraction) == 3 else typed


def _not_number_advice(clean: str) -> str:
    """What the text means that is written in another way, or the number alone where more stands behind it."""
    if (meant := written_by_accounting(clean)) is not None or (
        meant := _written_otherwise(clean)
    ) is not None:
        return f"Maksud Anda {format_angka(meant)}?"
    number = number_alone(clean)
    return CONTOH if number is None else f"Tulis {format_angka(number)}."


def _written_otherwise(text: str) -> Decimal | None:
    """What a text means whose number has other digits, signs or blanks than are read, or a word that multiplies."""
    if found := _MULTIPLIED.fullmatch(text):
        number = _read_or_none(found["number"])
        return None if number is None else number * _SHORT_MULTIPLES[found["word"].casefold()]
    if found := _RUPIAH_MULTIPLIED.fullmatch(text):
        number = _read_or_none(found["number"])
        return None if number is None else number * _OF_RUPIAH[found["word"].casefold()]
    plain = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else _SIGN_ELSEWHERE.get(c, c) for c in text)
    for written, read in _OTHERWISE:
        plain = written.sub(read, plain)
    return None if plain == text else _read_or_none(plain)


def number_alone(text: str) -> Decimal | None:
    """A number, or the one before a unit, a remark in brackets or the mark of a footnote; None for any other text."""
    number = _read_or_none(text)
    for shape in (_WITH_SATUAN, WITH_REMARK, _WITH_MARK):
        if number is None and (followed := shape.fullmatch(text)):
            number = number_alone(followed["number"])
    return number


def _doubtful_alasan(content: str, negatif: bool, *, whole: bool) -> str:
    """Why digits with dots and commas have no sure reading, and the readings they may have."""

    def read(front: str, desimal: str = "") -> str:
        nilai = Decimal(f"{'-' if negatif else ''}{front}.{desimal}")
        return format_angka(nilai, len(desimal))  # keeps every decimal that was typed

    if "," in content and _ENGLISH.fullmatch(content):
        front, _, desimal = content.replace(",", "").partition(".")
        return f"koma hanya memisahkan desimal. Maksud Anda {read(front, desimal)}?"
    if content[0] in ",." and content[1:].isdigit():
        return f"tidak ada angka sebelum tanda desimal. Maksud Anda {read('0', content[1:])}?"
    front, comma, desimal = content.partition(",")
    groups = front.split(".")
    if "," in desimal or "." in desimal or "" in groups:
        return f"letak titik dan koma tidak dapat dibaca. {CONTOH}"
    combine = read("".join(groups), desimal)
    if not comma and not whole and (len(groups) == 2 or _grouped(groups[:-1])):
        pecahan = read("".join(groups[:-1]), groups[-1])
        return (
            f"titik hanya memisahkan ribuan, koma memisahkan desimal. Maksud Anda {pecahan} atau {combine}?"
        )
    wrong = next((k for k in groups[1:] if len(k) != 3), groups[0])
    return (
        f'kelompok "{wrong}" tidak memuat tiga angka. '
        f"Maksud Anda {combine}, atau ada angka yang kurang atau lebih pada kelompok itu?"
    )


def _grouped(groups: list[str]) -> bool:
    return len(groups[0]) <= 3 and all(len(k) == 3 for k in groups[1:])
