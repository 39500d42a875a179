"""What a target or a recorded value is a value of, and whether it can be one.

Rows with the columns of a target (``angka``, ``huruf``, ``bawah``, ``atas``, ``cetak``) or of a recorded value
(``keadaan``, ``angka``, ``huruf``, ``pembilang``, ``penyebut``, ``alasan``, ``cetak``) share these rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from sakip.capaian.arithmetic import divide
from sakip.capaian.rounding import HUNDRED, Angka, round_half_up
from sakip.capaian.rumus import say_rumus
from sakip.capaian.values import JenisNilai, pengali_in_force
from sakip.entry.judge import Problem
from sakip.entry.number_kinds import TypedNumber
from sakip.entry.value_kinds import one_of, shorten
from sakip.models import Indikator, IndikatorTujuan, KategoriSkala
from sakip.text.numbers import (
    MULTIPLES,
    InvalidNumber,
    format_angka,
    number_alone,
    parse_number,
    read_with_comma,
)
from sakip.text.units import is_count, is_gauge, is_money, is_whole

_ONE_DOT = re.compile(r"[^0-9.,]*(?P<whole>[0-9]{1,3})\.(?P<three>[0-9]{3})[^0-9.,]*")
_FIGURE = re.compile(r"(?<![0-9A-Za-z])[-\u2212]?[0-9](?:[0-9.,]*[0-9])?")
_BOUND = re.compile(
    r"(?:(?:(?:min|maks)(?:imal|imum)?|paling|sedikit(?:nya)?|banyak|rendah|tinggi|sekurang-kurangnya|kurang|lebih|dari"
    r"|sekitar|di|atas|bawah)\b\.?\s*)+(?P<figure>[0-9].*)",
    re.IGNORECASE | re.DOTALL,
)
_WITH_REMARK = re.compile(r"(?P<words>[^()]+?)\s*\((?P<remark>[^()]*)\)")


@dataclass(frozen=True, kw_only=True)
class Measure:
    """What is measured. ``kind`` is the indikator's jenis nilai, empty where no indikator is known; ``scale`` is the
    name of its scale.

    ``letters`` are codes with their labels: of the indikator's scale, or of every scale where it is not known.
    """

    kind: str
    unit: str
    scale: str
    letters: tuple[tuple[str, str], ...]

    @property
    def gauge(self) -> bool:
        """Whether its values are no counts and no money, so that "83.125" has two readings."""
        return is_gauge(self.unit)

    @property
    def count(self) -> bool:
        """Whether things are counted."""
        return is_count(self.unit)

    def find(self, words: str) -> str | None:
        """The letter that the words name: by its code, or by a label that only one of them has."""
        wanted = " ".join(words.split()).casefold()
        for code, _ in self.letters:
            if code.casefold() == wanted:
                return code
        named = {code for code, label in self.letters if label.casefold() == wanted}
        return named.pop() if len(named) == 1 else None


def measure_of(indikator: Indikator | IndikatorTujuan | None, unit: str = "") -> Measure:
    """What the indikator measures (no query where its scale was fetched along); ``unit`` is the row's own."""
    if indikator is None:
        return Measure(kind="", unit=unit, scale="", letters=_all_letters())
    known: Measure | None = indikator.__dict__.get("_measure")
    if known is None or (known.kind, known.unit) != (indikator.jenis_nilai, unit or indikator.satuan):
        known = Measure(
            kind=indikator.jenis_nilai,
            unit=unit or indikator.satuan,
            scale=indikator.skala.nama if indikator.skala else "",
            letters=_letters(indikator.skala.kategori.all() if indikator.skala else ()),
        )
        indikator.__dict__["_measure"] = known
    return known


def takes_fraction(indikator: Indikator) -> bool:
    """Whether pembilang ÷ penyebut is a value of the indikator: it has a multiplier, or is a percentage."""
    return multiplier(indikator) is not None


def multiplier(indikator: Indikator) -> Decimal | None:
    """What pembilang ÷ penyebut is multiplied by."""
    return pengali_in_force(indikator.pengali, indikator.satuan)


def _letters(categories: Iterable[KategoriSkala]) -> tuple[tuple[str, str], ...]:
    return tuple((k.kode, k.label) for k in categories)


def _all_letters() -> tuple[tuple[str, str], ...]:
    """Of every scale (1 query)."""
    return tuple(KategoriSkala.objects.order_by().values_list("kode", "label").distinct())


# -- rules -----------------------------------------------------------------------------------------


def judge_target(row: Any, measure: Measure) -> Iterator[Problem]:
    """A target is of the indikator's kind; its printed form says the same."""
    if row.huruf and (row.angka is not None or row.bawah is not None):
        return  # two targets in one: the model says so
    problem = _settle_letter(row, measure)
    if not problem and row.bawah is not None and measure.kind not in ("", Indikator.JenisNilai.RENTANG):
        problem = (
            f"{format_angka(row.bawah)}–{format_angka(row.atas)} adalah rentang, sedangkan indikator ini diukur dengan"
            f" {_kind_words(measure)}. Tulis satu target, atau pilih rumus {say_rumus(JenisNilai.RENTANG)} pada"
            " indikatornya."
        )
    if (
        not problem
        and measure.kind == Indikator.JenisNilai.RENTANG
        and row.bawah is None
        and (row.angka is not None or row.huruf)
    ):
        problem = "Indikator ini memerlukan rentang. Tulis batas bawah dan batas atasnya, misalnya 80–90."
    if not problem:
        for name in ("angka", "bawah", "atas"):
            problem = problem or number_problem(getattr(row, name), measure, target=True)
    if problem:
        yield Problem("target", problem)
        return
    yield from judge_printed(row, measure)


def judge_own_target(row: Any) -> Iterator[Problem]:
    """The target of a row is of the kind of the indikator that it refers to."""
    yield from judge_target(row, measure_of(row.acuan_indikator, row.satuan))


def judge_value(row: Any) -> Iterator[Problem]:
    """A recorded value is of the kind of its ``indikator``; its printed form says the same."""
    measure = measure_of(row.indikator)
    problem = _settle_letter(row, measure)
    if not problem and row.pembilang is not None and not takes_fraction(row.indikator):
        problem = _without_multiplier(row)
    if not problem and row.pembilang is not None and row.pembilang < 0:
        yield Problem("pembilang", "Isi pembilang 0 atau lebih.")
        return
    if not problem and row.penyebut is not None and row.penyebut <= 0:
        yield Problem("penyebut", "Isi penyebut lebih dari 0.")
        return
    problem = problem or number_problem(row.angka, measure, target=False, keeps_money=True)
    if problem:
        yield Problem("nilai", problem)
        return
    _settle_money(row, measure)
    yield from judge_printed(row, measure)


def _settle_money(row: Any, measure: Measure) -> None:
    """Keep "Rp 85" of what is no money as it was typed: it prints so, and is asked about until somebody answers."""
    typed = row.angka.typed if isinstance(row.angka, TypedNumber) else ""
    if _says_money(typed) and not is_money(measure.unit):
        row.cetak = row.cetak or typed


def _says_money(typed: str) -> bool:
    return typed.casefold().lstrip("-\u2212 ").startswith("rp")


def _without_multiplier(row: Any) -> str:
    said = f'"{format_angka(row.pembilang)}/{format_angka(row.penyebut)}"' if row.penyebut is not None else ""
    unit = row.indikator.satuan.strip()
    kind = f'bersatuan "{unit}"' if unit else "tanpa satuan"
    return (
        f"{said or 'Pecahan'} tidak dapat dihitung: indikator ini {kind} dan belum mempunyai pengali. Tulis nilainya"
        " saja, atau isi dahulu pengalinya pada Renstra, misalnya 100 atau 10.000."
    )


def judge_printed(row: Any, measure: Measure) -> Iterator[Problem]:
    """The printed form reads as the value it stands for ("B (80)" for 80, "85%" for 85)."""
    yield from printed_problem(
        printed=row.cetak,
        value=getattr(row, "angka", None),
        letter=getattr(row, "huruf", ""),
        bounds=(getattr(row, "bawah", None), getattr(row, "atas", None)),
        fraction=(getattr(row, "pembilang", None), getattr(row, "penyebut", None)),
        factor=(multiplier(row.indikator) if getattr(row, "pembilang", None) is not None else None)
        or HUNDRED,
        letters=measure.letters,
        column="cetak",
    )


def printed_problem(
    *,
    printed: str,
    value: Decimal | None,
    letter: str = "",
    bounds: tuple[Decimal | None, Decimal | None] = (None, None),
    fraction: tuple[Decimal | None, Decimal | None] = (None, None),
    factor: Decimal = HUNDRED,
    letters: tuple[tuple[str, str], ...] = (),
    column: str,
) -> Iterator[Problem]:
    """Where the figures or letters of a printed form are others than the value's; words alone contradict nothing."""
    if not printed:
        return
    figures = list(_figures(printed))
    shown = ""
    if value is not None:
        if figures and not any(_same(value, f) for f in figures):
            shown = format_angka(value)
    elif bounds[0] is not None and bounds[1] is not None:
        if figures and not all(any(_same(b, f) for f in figures) for b in bounds if b is not None):
            shown = f"{format_angka(bounds[0])}–{format_angka(bounds[1])}"
    elif fraction[0] is not None and fraction[1]:
        if figures and not _fraction_same(fraction[0], fraction[1], factor, figures):
            shown = f"{format_angka(fraction[0])}/{format_angka(fraction[1])}"
    elif letter:
        said = _codes_in(printed, (code for code, _ in letters))
        if said and letter.casefold() not in said:
            shown = letter
    if shown:
        yield Problem(
            column,
            f'Tercetak "{shorten(printed)}", padahal nilainya {shown}. Sesuaikan bentuk cetaknya, atau kosongkan.',
        )


# -- helpers ---------------------------------------------------------------------------------------


def _codes_in(text: str, codes: Iterable[str]) -> set[str]:
    """The codes that a text names, in small letters: the longest first, as "Sangat Baik" does not say "Baik"."""
    rest, found = text.casefold(), set()
    for code in sorted({c.casefold() for c in codes}, key=len, reverse=True):
        whole = rf"(?<![a-z])(?<![a-z][+-]){re.escape(code)}(?![a-z+-])"
        rest, times = re.subn(whole, "\0", rest)
        if times:
            found.add(code)
    return found


def _settle_letter(row: Any, measure: Measure) -> str:
    """Put the letter's own code in place of the words that name it; what is wrong with them otherwise."""
    words = row.huruf
    if not words:
        return ""
    if measure.kind in (Indikator.JenisNilai.ANGKA, Indikator.JenisNilai.RENTANG):
        figure = _only_figure(words)
        lettered = (
            f"ubah dahulu Jenis nilai indikatornya menjadi Huruf, beserta rumus {say_rumus(JenisNilai.HURUF)} dan"
            " skalanya, pada Renstra"
        )
        if figure:
            written = f'Tulis {figure}, lalu tulis "{shorten(words)}" pada "Seperti tercetak"'
            remedy = f"{written}; bila dinilai dengan huruf, {lettered}."
        else:
            remedy = f"Bila dinilai dengan huruf, {lettered}; bila tidak, tulis angkanya."
        return f'"{shorten(words)}" bukan angka. Indikator ini diukur dengan {_kind_words(measure)}. {remedy}'
    if code := measure.find(words):
        row.huruf = code
        return ""
    remark = _WITH_REMARK.fullmatch(words)
    if remark and (code := measure.find(remark["words"])):
        row.huruf = code
        row.cetak = row.cetak or words
        return ""
    codes = [code for code, _ in measure.letters]
    scale = (
        f'skala "{measure.scale}"'
        if measure.scale
        else "skala indikator ini"
        if measure.kind
        else "skala mana pun"
    )
    meant = _meant(words, measure)
    remedy = (
        f'Maksud Anda {meant}? Tulis {meant}, lalu tulis "{shorten(words)}" pada "Seperti tercetak".'
        if meant
        else f"Tulis {one_of(codes)}, atau angkanya."
        if measure.kind and codes
        else "Tulis angka, misalnya 98,5, atau huruf pada skala, misalnya BB."
    )
    return f'"{shorten(words)}" tidak ada pada {scale}. {remedy}'


def _only_figure(words: str) -> str:
    """The figure in brackets behind words ("B (80)") or behind a bound ("minimal 80"), empty where it is no sure
    number."""
    if bound := _BOUND.fullmatch(words):
        number = number_alone(bound["figure"])
        return "" if number is None else format_angka(number)
    found = _WITH_REMARK.fullmatch(words)
    figures = _FIGURE.findall(found["remark"]) if found else []
    if len(figures) != 1:
        return ""
    with suppress(InvalidNumber):
        return format_angka(parse_number(figures[0]))
    return ""


def _meant(words: str, measure: Measure) -> str:
    """The only letter that a longer text names by a label or a code of its own, empty where there is not just one."""
    named = [(label, code, re.IGNORECASE) for code, label in measure.letters if label]
    named += [(code, code, re.NOFLAG) for code, _ in measure.letters]
    found = set()
    # The longest first, each taken out: "sangat baik" says nothing of "baik".
    for word, code, flags in sorted(named, key=lambda n: -len(n[0])):
        words, times = re.subn(rf"(?<!\w){re.escape(word)}(?!\w)", "\0", words, flags=flags)
        if times:
            found.add(code)
    return found.pop() if len(found) == 1 else ""


def _stands_in(word: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


def _kind_words(measure: Measure) -> str:
    if measure.kind == Indikator.JenisNilai.HURUF:
        return f'huruf pada skala "{measure.scale}"' if measure.scale else "huruf"
    unit = measure.unit.strip()
    return f"angka ({unit})" if unit else "angka"


def number_problem(
    number: Decimal | None, measure: Measure, *, target: bool, keeps_money: bool = False
) -> str:
    """What is wrong with a number of this unit, empty where nothing is: two readings, a percentage of what is counted,
    rupiah of what is no money (unless its row ``keeps_money`` as it was typed), or below zero."""
    if number is None:
        return ""
    typed = number.typed if isinstance(number, TypedNumber) else ""
    if "%" in typed and (measure.count or is_money(measure.unit)):
        return (
            f'"{shorten(typed)}" adalah persentase, sedangkan satuannya {measure.unit.strip()}. Tulis angkanya tanpa'
            " tanda persen, atau perbaiki dahulu satuannya."
        )
    if _says_money(typed) and not keeps_money and measure.unit.strip() and not is_money(measure.unit):
        return (
            f'"{shorten(typed)}" adalah jumlah uang, sedangkan satuannya {measure.unit.strip()}. Tulis angkanya tanpa'
            " Rp, atau perbaiki dahulu satuannya."
        )
    if typed and measure.gauge and (found := _ONE_DOT.fullmatch(typed)):
        decimal = f"{found['whole']},{found['three']}"
        thousands = f"{found['whole']}{found['three']}"
        return (
            f'"{shorten(typed)}" meragukan: titik hanya memisahkan ribuan, koma memisahkan desimal.'
            f" Tulis {decimal} atau {thousands}, mana yang dimaksud."
        )
    if typed and is_whole(measure.unit) and (readings := read_with_comma(typed)):
        return (
            f'"{shorten(typed)}" meragukan: koma memisahkan desimal, titik memisahkan ribuan.'
            f" Tulis {readings[0]} atau {readings[1]}, mana yang dimaksud."
        )
    if number < 0 and (measure.count or (target and measure.gauge)):
        unit = measure.unit.strip() or "nilai indikator ini"
        return (
            f'"{format_angka(number)}" negatif, sedangkan {unit} tidak mungkin negatif. Tulis 0 atau lebih.'
        )
    return ""


def unit_problem(number: Decimal | None, unit: str, *, target: bool = False) -> str:
    """As :func:`number_problem`, of a number of no indikator; without a unit it may be a count of anything."""
    measure = Measure(kind=Indikator.JenisNilai.ANGKA, unit=unit, scale="", letters=())
    return number_problem(number, measure, target=target) if unit.strip() else ""


def _figures(printed: str) -> Iterator[Decimal]:
    """Every number that the text may say, in every reading."""
    multiple = next((m for word, m in MULTIPLES.items() if _stands_in(word, printed.casefold())), None)
    for token in _FIGURE.findall(printed):
        readings = set()
        with suppress(InvalidNumber):
            readings.add(parse_number(token))
        plain = token.replace("\u2212", "-")
        if plain.count(".") == 1 and "," not in plain:
            readings.add(Decimal(plain))
        if plain.count(",") == 1 and "." not in plain:
            readings.add(Decimal(plain.replace(",", "")))
        for one in readings:
            yield one
            if multiple is not None:
                yield one * multiple


def _same(value: Angka, figure: Decimal) -> bool:
    """Equal, the value rounded as the figure is."""
    decimals = max(0, -int(figure.as_tuple().exponent))
    return round_half_up(value, decimals) == figure


def _fraction_same(above: Decimal, below: Decimal, factor: Decimal, figures: list[Decimal]) -> bool:
    quotient = divide(above, below) * Fraction(factor)
    return any(_same(quotient, f) for f in figures) or (
        any(f == above for f in figures) and any(f == below for f in figures)
    )
