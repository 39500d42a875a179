"""Rules of amounts: one pagu for a program wherever it is told, one total, percentages that follow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from reports.examine.base import Flaw, Line, Material, Seen, paper_rule, seen_row
from reports.examine.cells import LEAST_MONEY, plain_name, read_value, same_name, whole_name
from reports.papers.headed import HeadedTable
from reports.papers.paper import Row
from reports.papers.roles import Role
from sakip.checks import Level
from sakip.text.numbers import format_angka, format_persen
from sakip.text.reading.figures import FigureKind, figures
from sakip.text.reading.quotients import quotients
from sakip.text.reading.sentences import sentences

_HUNDRED: Final = Decimal(100)
_THOUSAND: Final = 1000
_NAME: Final = 90
#: "Program X sebesar Rp…": the name ends where the amount is led to.
_PROGRAM: Final = re.compile(
    r"\bprogram\s*:?\s+(?P<name>[^;:()\d]{8,200}?)\s*,?\s*(?:tahun\s+20\d\d\s*)?"
    r"(?:\b(?:sebesar|dengan\s+(?:pagu|anggaran)|didukung|anggaran|pagu|yang\s+menjadi)\b|\bRp)",
    re.IGNORECASE,
)
_SPENT: Final = re.compile(r"\b(?:terserap|realisasi|terealisasi|penyerapan|serapan)\b", re.IGNORECASE)
_LEVEL: Final = re.compile(
    r"^\s*(?:[a-z\d]{1,2}[.)]?\s*\|\s*)?(?P<sub>sub\s*-?\s*kegiatan|kegiatan|program)\b\s*:?\s*",
    re.IGNORECASE,
)
_INPUT: Final = re.compile(r"^\s*(?:\W\s*)?(?:input|masukan)\b", re.IGNORECASE)
_TOTAL: Final = re.compile(r"^\s*(?:jumlah|total)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pagu:
    """An amount that may be spent for a program, kegiatan or sub kegiatan; ``level`` is its word. ``planned`` is of a
    plan, which other documents of the year may change."""

    level: str
    name: str
    words: frozenset[str]
    amount: Decimal
    seen: Seen
    where: str
    planned: bool = False


def pagu_of(material: Material) -> list[Pagu]:
    """Every amount that a table or a sentence gives to a program, kegiatan or sub kegiatan."""
    found: list[Pagu] = []
    for table in material.tables:
        found += _of_table(table)
    for line in material.lines:
        if line.table < 0:
            found += _of_sentence(line)
    return found


def _of_sentence(line: Line) -> Iterator[Pagu]:
    """A program and the first amount behind it, before another program is named."""
    told = list(_PROGRAM.finditer(line.text))
    amounts = [f for f in figures(line.text) if f.kind is FigureKind.RUPIAH and f.value is not None]
    for at, found in enumerate(told):
        end = told[at + 1].start() if at + 1 < len(told) else len(line.text)
        behind = [f for f in amounts if found.end("name") <= f.start < end]
        if not behind or _SPENT.search(line.text, found.start(), behind[0].start):
            continue
        value = behind[0].value
        if value is not None and len(whole_name(found["name"])) > 1:
            yield _pagu("program", found["name"], value, line.seen, line.at.words)


def _pagu(level: str, name: str, amount: Decimal, seen: Seen, where: str) -> Pagu:
    plain = re.sub(r"\btahun\s+20\d\d\b", "", plain_name(name)).strip(" ,-")
    return Pagu(level=level, name=plain, words=whole_name(plain), amount=amount, seen=seen, where=where)


def _of_table(table: HeadedTable) -> Iterator[Pagu]:
    """Rows of a table of programs, with the amount of the row or of the row "Input" below it."""
    name = table.column(Role.ACTIVITY, Role.PROGRAM)
    money = table.column(Role.MONEY)
    if money < 0:
        money = table.column(Role.TARGET) if table.columns(Role.ACTIVITY) else -1
    if name < 0 or money < 0 or table.columns(Role.INDIKATOR) or _names_below(table):
        return
    planned = bool(table.columns(Role.KEGIATAN, Role.SUB_KEGIATAN))
    level, current = "", ""
    for row in table.rows:
        text, value = row[name], read_value(row[money])
        amount = value.number if value else None
        if _TOTAL.match(text) or _TOTAL.match(row.filled[0] if row.filled else ""):
            continue
        if found := _LEVEL.match(text):
            level, current = " ".join(found["sub"].casefold().split()), text[found.end() :]
        elif table.columns(Role.PROGRAM) and plain_name(text):
            level, current = "program", text
        elif not _INPUT.match(text):
            continue
        if amount is not None and amount >= LEAST_MONEY and current:
            yield replace(_pagu(level, current, amount, seen_row(row), row.at.words), planned=planned)
            if _INPUT.match(text):
                current = ""


def _names_below(table: HeadedTable) -> bool:
    """Whether columns beside the program name what is below it, and do not only count it."""
    columns = table.columns(Role.KEGIATAN, Role.SUB_KEGIATAN)
    return any(char.isalpha() for row in table.rows for x in columns for char in row[x])


@paper_rule(
    "berkas-satu-pagu",
    rule="R-xdoc",
    basis="Satu program, kegiatan, atau sub kegiatan mempunyai satu anggaran dalam PK, Bab III, dan kalimat.",
    example="Program Koordinasi Ketenteraman Rp398.186.700 dalam PK, Rp1.155.748.711 dalam tabel realisasi.",
)
def one_amount_each(material: Material) -> Iterator[Flaw]:
    """A program, a kegiatan or a sub kegiatan has the same amount everywhere."""
    groups: list[list[Pagu]] = []
    told = {line.at for line in material.lines if line.table < 0}
    for one in pagu_of(material):
        group = next(
            (g for g in groups if g[0].level == one.level and same_name(g[0].words, one.words)), None
        )
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    for group in groups:
        if any(not one.planned and one.seen.at not in told for one in group):
            group = [one for one in group if not one.planned]
        by_amount: dict[Decimal, Pagu] = {}
        for one in group:
            by_amount.setdefault(one.amount, one)
        if len(by_amount) > 1:
            values = ", ".join(f"{format_angka(p.amount)} ({p.where})" for p in by_amount.values())
            what = f"{group[0].level} “{group[0].name[:_NAME]}”"
            message = f"Anggaran {what} ditulis berbeda: {values}. Samakan jumlahnya."
            yield Flaw(seen=tuple(p.seen for p in by_amount.values()), message=message, recorded=values)


#: Led to by these it is all that the kecamatan may spend in the year.
_WHOLE: Final = re.compile(
    r"(?:\bkeseluruhan\s+anggaran\b|\bAPBD\b|\bdidukung\s+dengan\s+anggaran\b|\btotal(?:\s+anggaran|\s+pagu)?\b|\bjumlah\s+anggaran\b|"
    r"\bpagu\s+anggaran\s+(?:kecamatan|tahun)\b)(?:(?!\brealisasi|\bprogram\b|\bbelanja\b|\brefocus|Rp)[^.;]){0,80}?\bsebesar\s*$",
    re.IGNORECASE,
)
_OF_YEAR: Final = re.compile(r"\btahun\s+(?:anggaran\s+)?(20\d\d)\b", re.IGNORECASE)
_BEFORE: Final = 140


@paper_rule(
    "berkas-satu-total",
    rule="R-xdoc",
    basis="Anggaran seluruhnya disebut dengan satu jumlah.",
    example="Anggaran Rp3.427.455.027 dalam ikhtisar, Rp4.042.925.439 dalam Bab III.",
)
def one_total(material: Material) -> Iterator[Flaw]:
    """All sentences that tell the year's whole budget, and the total of its table, tell one amount."""
    tahun = material.subject.tahun
    by_amount: dict[Decimal, tuple[Seen, str]] = {}
    for line in material.lines:
        if line.table >= 0:
            continue
        for figure in figures(line.text):
            before = line.text[max(0, figure.start - _BEFORE) : figure.start].replace("*", "")
            if figure.kind is not FigureKind.RUPIAH or figure.value is None or not _WHOLE.search(before):
                continue
            years = [int(year) for year in _OF_YEAR.findall(before)]
            if years and years[-1] != tahun:
                continue
            by_amount.setdefault(figure.value, (line.seen, line.at.words))
    if len(by_amount) > 1:
        values = ", ".join(f"{format_angka(amount)} ({where})" for amount, (_, where) in by_amount.items())
        message = f"Anggaran seluruhnya tahun {tahun} ditulis berbeda: {values}. Samakan jumlahnya."
        yield Flaw(seen=tuple(seen for seen, _ in by_amount.values()), message=message, recorded=values)
    yield from _unlike_the_table(material, by_amount)


def _unlike_the_table(material: Material, told: dict[Decimal, tuple[Seen, str]]) -> Iterator[Flaw]:
    """The only amount that sentences tell, where the total of the table of programs is another one."""
    totals = {
        value.number: row
        for table in material.tables
        if (money := table.column(Role.MONEY)) >= 0 and table.columns(Role.ACTIVITY, Role.PROGRAM)
        for row in table.rows
        if row.filled and any(_TOTAL.match(cell) for cell in row.filled[:2])
        if (value := read_value(row[money])) is not None and value.number is not None
    }
    if len(told) != 1 or not totals:
        return
    ((amount, (seen, _)),) = told.items()
    (total, row), *_rest = totals.items()
    near = total and Decimal("0.9") < amount / total < Decimal("1.1")
    if amount not in totals and near:
        values = f"{format_angka(amount)}, tabelnya {format_angka(total)} ({row.at.words})"
        message = f"Anggaran seluruhnya ditulis {values}. Samakan jumlahnya."
        yield Flaw(seen=(seen, seen_row(row)), message=message, recorded=format_angka(amount))


@paper_rule(
    "berkas-kelipatan-seribu",
    rule="R-format",
    basis="Satu jumlah ditulis dengan banyak angka yang sama.",
    example="Rp4.852.505.618.000, di tempat lain 4.852.505.618.",
)
def nothing_is_a_thousand_times(material: Material) -> Iterator[Flaw]:
    """No amount is the thousandfold of another one of the paper."""
    amounts: dict[Decimal, Seen] = {}
    for line in material.lines:
        for figure in figures(line.text):
            if (
                figure.value is not None
                and figure.value >= LEAST_MONEY
                and figure.kind is not FigureKind.PERCENT
            ):
                amounts.setdefault(figure.value, line.seen)
    for amount, seen in amounts.items():
        part = amount / _THOUSAND
        if part in amounts and part >= LEAST_MONEY and part % _THOUSAND:
            written, expected = format_angka(amount), format_angka(part)
            message = f"{written} seribu kali {expected} yang ditulis di tempat lain. Perbaiki nolnya."
            yield Flaw(seen=(seen, amounts[part]), message=message, recorded=written, expected=expected)
    yield from _beyond_the_tables(material, frozenset(amounts))


#: Amounts of others than the kecamatan, of which its tables tell nothing.
_OTHERS: Final = re.compile(
    r"\b(?:APBN|APBD|kabupaten|kota|provinsi|negara|nasional|PDRB|miliar|triliun)\b", re.IGNORECASE
)
_BEYOND: Final = 20


def _beyond_the_tables(material: Material, amounts: frozenset[Decimal]) -> Iterator[Flaw]:
    """An amount to the rupiah with three noughts behind it, in a sentence on the kecamatan: far more than any table
    gives, and a thousandth of it is not."""
    told = [
        value.number
        for table in material.tables
        for row in table.rows
        for cell in row.cells
        if (value := read_value(cell)) and value.number is not None and value.number >= LEAST_MONEY
    ]
    most = max(told, default=None)
    if most is None:
        return
    for line in material.lines:
        for sentence in sentences(line.text) if line.table < 0 else ():
            for figure in figures(sentence.text):
                if figure.kind is not FigureKind.RUPIAH or figure.value is None or figure.value % _THOUSAND:
                    continue
                part = figure.value / _THOUSAND
                before = sentence.text[max(0, figure.start - _BEFORE) : figure.start]
                precise = part >= LEAST_MONEY and part % _THOUSAND and part not in amounts
                if precise and part <= most < figure.value / _BEYOND and not _OTHERS.search(before):
                    written = format_angka(figure.value)
                    message = (
                        f"{written} jauh melebihi semua jumlah dalam tabel (terbesar {format_angka(most)})."
                        f" Bila yang dimaksud {format_angka(part)}, hapus tiga nolnya."
                    )
                    yield Flaw(seen=(line.seen,), message=message, recorded=written, level=Level.PERINGATAN)


@paper_rule(
    "berkas-persen-kalimat",
    rule="R-sum",
    basis="Persentase di belakang dua jumlah adalah hasil baginya.",
    example="Realisasi Rp3.239.088.691 dari total Rp4.185.017.038 atau 88,4%; hasil baginya 77,40%.",
)
def shares_of_sentences_are_quotients(material: Material) -> Iterator[Flaw]:
    """A percentage that stands behind two amounts is their quotient."""
    for line in material.lines:
        for sentence in sentences(line.text) if line.table < 0 else ():
            for part, whole, share, of_target in quotients(sentence.text):
                if part.value is None or not whole.value or share.value is None or of_target:
                    continue
                right = part.value / whole.value * _HUNDRED
                if not share.agrees_with(right):
                    expected = format_persen(right)
                    message = f"{part.text} dari {whole.text} ditulis {share.text}; hasil baginya {expected}."
                    yield Flaw(seen=(line.seen,), message=message, recorded=share.text, expected=expected)


@paper_rule(
    "berkas-pembulatan",
    rule="R-format",
    basis="Satu dokumen membulatkan persentase dengan satu cara.",
    example="99,99% ditulis 99%, tetapi 98,65% ditulis 99%.",
    level=Level.INFO,
)
def percentages_are_rounded_alike(material: Material) -> Iterator[Flaw]:
    """In tables of amounts all percentages are rounded, or all cut off."""
    cut: list[Seen] = []
    rounded: list[Seen] = []
    for table in material.tables:
        for row in table.rows:
            how = _rounding(table, row)
            if how:
                (cut if how == "cut" else rounded).append(seen_row(row))
    if cut and rounded:
        message = f"{len(cut)} persentase dipotong dan {len(rounded)} dibulatkan. Pakai satu cara."
        yield Flaw(seen=(cut[0], rounded[0]), message=message)


def _rounding(table: HeadedTable, row: Row) -> str:
    """ "cut" or "up" where the percentage of a row tells which."""
    values = [(read_value(cell), cell) for cell in row.cells]
    numbers = [v for v, cell in values if v is not None and v.number is not None and len(cell) > 1]
    if (
        len(numbers) < 3
        or numbers[-1].decimals
        or min(numbers[-3].number or 0, numbers[-2].number or 0) < LEAST_MONEY
    ):
        return ""
    whole, part, said = (v.number or Decimal(0) for v in numbers[-3:])
    right = part / whole * _HUNDRED
    rest = right % 1
    if rest < Decimal("0.5") or abs(said - right) >= 1:
        return ""
    return "cut" if said == right // 1 else "up"
