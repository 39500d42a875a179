"""Rules of what a paper counts: indikator, sasaran, programs, people; and of indikator that one document lacks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from reports.examine.base import Flaw, Line, Material, Seen, paper_rule, seen_row
from reports.examine.cells import alike, plain_name, read_value, words_of
from reports.examine.facts import is_name, kind_of, measured_rows, of_quarters
from reports.papers.headed import HeadedTable
from reports.papers.roles import Role
from sakip.checks import Level
from sakip.text.numbers import format_angka
from sakip.text.reading.figures import FigureKind, figures

_HUNDRED: Final = Decimal(100)
_NAME: Final = 80
_RENSTRA: Final = "Matriks Renstra"
_SHORTEST: Final = 3
_COUNT: Final = r"(?P<count>\d{1,2})\s*(?:\([^)]{2,20}\)?\)?)?\s*"
#: All indikator or sasaran of the kecamatan, and not those of one sasaran or of one predikat.
_ALL: Final = re.compile(
    rf"(?:\bterhadap\s+(?:capaian\s+)?|\btujuan\s*,\s*(?:dan\s+)?|\bsasaran\s*,?\s+dan\s+){_COUNT}"
    r"(?P<noun>indi[kc]ator(?:\s+(?:kinerja|sasaran))*|sasaran(?:\s+strategis)?)\b(?!\s*(?:\d|yang|dengan|lain|tujuan))",
    re.IGNORECASE,
)
#: What a new version of the Renstra changes is a part of it.
_CHANGE: Final = re.compile(r"\b(?:menambahkan|mengubah|menghapus)\s+\d", re.IGNORECASE)
_PART: Final = re.compile(
    r"\bsasaran\s+(?:strategis\s+)?\d\s*:|\b(?:tergolong|kategori\s+(?:kurang|cukup)|tujuan\s+\d|predikat)\b",
    re.IGNORECASE,
)


@paper_rule(
    "berkas-jumlah-indikator",
    rule="R-count",
    basis="Banyaknya indikator dan sasaran yang disebut sama dengan yang ada dalam tabel.",
    example="Evaluasi terhadap 2 (dua) indikator, sedangkan tabelnya memuat 3.",
    level=Level.PERINGATAN,
)
def indikator_are_as_many_as_told(material: Material) -> Iterator[Flaw]:
    """A sentence that counts all indikator or sasaran counts as many as the tables of targets have."""
    table = _measured(material)
    if table is None:
        return
    indikator, sasaran, seen = table
    for line in material.lines:
        if line.table >= 0 or line.contents or _PART.search(line.text[:60]) or _CHANGE.search(line.text):
            continue
        for found in _ALL.finditer(line.text):
            rest = line.text[found.end() : found.end() + 60]
            if re.match(
                r"\s*(?:capai\w*\s+)?(?:di\s*atas|tergolong|dalam\s+kategori|dengan\s+capaian|pencapaiannya)",
                rest,
            ):
                continue
            of_all = indikator if found["noun"].casefold().startswith("indi") else sasaran
            told = int(found["count"])
            # More than the PK has may be those of the Renstra.
            if told < of_all:
                noun = " ".join(found["noun"].split())
                message = f"Disebut {told} {noun}, sedangkan tabel memuat {of_all} ({seen.at.words})."
                yield Flaw(seen=(line.seen, seen), message=message, recorded=str(told), expected=str(of_all))


def _measured(material: Material) -> tuple[int, int, Seen] | None:
    """How many indikator and sasaran the first table of the year's targets has, as a rule the PK in Bab II."""
    for table in filter(_of_year, material.tables):
        sasaran = table.column(Role.SASARAN)
        rows = [row for row in measured_rows(material) if row.row in table.rows]
        names = sum(len(row.names) for row in rows)
        goals = {
            plain_name(row.row[sasaran]).casefold()
            for row in rows
            if sasaran >= 0 and len(row.row[sasaran]) > _SHORTEST
        }
        if names:
            return names, len(goals), seen_row(table.table.rows[0])
    return None


def _of_year(table: HeadedTable) -> bool:
    """Whether it is a PK or the table of measurement: targets of one year for indikator, and nothing of programs."""
    years = {head.year for head in table.heads if head.role is Role.TARGET}
    return (
        not any(map(of_quarters, table.heads))
        and bool(table.columns(Role.INDIKATOR))
        and len(table.columns(Role.TARGET)) == 1
        and len(years) == 1
        and not table.columns(Role.PROGRAM, Role.KEGIATAN, Role.MONEY, Role.ACTIVITY)
    )


@paper_rule(
    "berkas-persen-dari-indikator",
    rule="R-count",
    basis="Persentase indikator adalah bagian dari banyaknya indikator.",
    example="90% dari 3 indikator: tidak ada banyaknya indikator yang menghasilkan persentase itu.",
    level=Level.PERINGATAN,
)
def share_of_indikator_can_be(material: Material) -> Iterator[Flaw]:
    """A percentage of all indikator is that of some number of them."""
    table = _measured(material)
    for line in material.lines if table else ():
        if line.table >= 0 or table is None:
            continue
        for found in re.finditer(
            r"\bsebanyak\s+(\d{1,3}(?:,\d+)?)\s*(?:%|persen)\s+indi[kc]ator\b", line.text
        ):
            said = Decimal(found[1].replace(",", "."))
            possible = [Decimal(part) / table[0] * _HUNDRED for part in range(table[0] + 1)]
            if all(abs(one - said) >= 1 for one in possible):
                message = (
                    f"{found[1]}% indikator tidak mungkin dari {table[0]} indikator ({table[2].at.words})."
                )
                yield Flaw(seen=(line.seen, table[2]), message=message, recorded=f"{found[1]}%")


_PROGRAMS: Final = re.compile(
    rf"\b(?:sebanyak|didukung(?:\s+(?:oleh|dengan))?|mendanai|melaksanakan|terdiri\s+(?:dari|atas)|melalui)\s+{_COUNT}"
    r"(?P<noun>program|kegiatan|sub\s*kegiatan)\b",
    re.IGNORECASE,
)
_MORE: Final = re.compile(
    rf"\s*(?:,|dan|serta)?\s*{_COUNT}(?P<noun>program|kegiatan|sub\s*kegiatan)\b", re.IGNORECASE
)
_OF_ONE: Final = re.compile(r"\bsasaran\s+(?:strategis\s+)?(?:\d|I+)\b", re.IGNORECASE)


@paper_rule(
    "berkas-jumlah-program",
    rule="R-count",
    basis="Banyaknya program, kegiatan, dan sub kegiatan sama di setiap tempat dan dalam tabel anggaran.",
    example="4 program, 4 kegiatan dalam satu kalimat; 5 program dan 10 kegiatan dalam kalimat lain.",
    level=Level.PERINGATAN,
)
def programs_are_as_many_as_told(material: Material) -> Iterator[Flaw]:
    """All sentences that count the programs of the year count the same, and as many as the table of the budget has."""
    told: dict[str, dict[int, Line]] = {}
    for line in material.lines:
        if line.table >= 0 or line.contents:
            continue
        for noun, count in _counted(line.text):
            told.setdefault(noun, {}).setdefault(count, line)
    there = _in_budget(material)
    for noun, counts in told.items():
        real = there.get(noun)
        wrong = [count for count in counts if real and count != real[0]]
        if len(counts) < 2 and not wrong:
            continue
        values = ", ".join(f"{count} ({line.at.words})" for count, line in counts.items())
        seen = tuple(line.seen for line in counts.values())
        table = f"; tabel anggaran memuat {real[0]} ({real[1].at.words})" if real else ""
        message = f"Jumlah {noun} disebut {values}{table}. Samakan jumlahnya."
        yield Flaw(seen=(*seen, real[1]) if real else seen, message=message, recorded=values)


def _counted(text: str) -> Iterator[tuple[str, int]]:
    for first in _PROGRAMS.finditer(text):
        if _OF_ONE.search(text[max(0, first.start() - 60) : first.start()]):
            continue
        found: re.Match[str] | None = first
        while found is not None:
            noun = " ".join(found["noun"].casefold().split())
            if found is first and noun == "kegiatan":
                break  # "sebanyak 8 kegiatan" is said of anything
            yield ("sub kegiatan" if noun.startswith("sub") else noun), int(found["count"])
            found = _MORE.match(text, found.end())


def _in_budget(material: Material) -> dict[str, tuple[int, Seen]]:
    """How many programs and kegiatan the fullest table of amounts with a total of its own has."""
    best: dict[str, tuple[int, Seen]] = {}
    for table in material.tables:
        name = table.column(Role.ACTIVITY, Role.PROGRAM)
        if name < 0 or table.column(Role.MONEY) < 0 or table.columns(Role.INDIKATOR, Role.KEGIATAN):
            continue
        rows = [
            row
            for row in table.rows
            if len(row[name]) > 3 and not re.match(r"\s*(?:jumlah|total)", row[name], re.I)
        ]
        kegiatan = {
            plain_name(row[name]) for row in rows if re.match(r"\s*kegiatan\b", row[name], re.IGNORECASE)
        }
        programs = {
            plain_name(row[name]) for row in rows if re.match(r"\s*program\b", row[name], re.IGNORECASE)
        }
        if table.columns(Role.PROGRAM) and not programs:
            programs = {plain_name(row[name]) for row in rows}
        seen = seen_row(table.table.rows[0])
        for noun, names in (("program", programs), ("kegiatan", kegiatan)):
            if names and len(names) > best.get(noun, (0, seen))[0]:
                best[noun] = len(names), seen
    return best


@paper_rule(
    "berkas-jumlah-pegawai",
    rule="R-count",
    basis="Banyaknya pegawai yang disebut sama dengan tabel pegawai.",
    example="17 Non ASN disebut, tabel pendidikan memuat 16.",
    level=Level.PERINGATAN,
)
def staff_is_as_many_as_told(material: Material) -> Iterator[Flaw]:
    """ "12 ASN dan 17 Non ASN" are those of the tables that tell them apart."""
    there: dict[str, tuple[Decimal, Seen]] = {}
    for table in material.tables:
        count = table.column(Role.COUNT)
        sums: Counter[str] = Counter()
        for row in table.rows if count >= 0 else ():
            group = next((_group(cell) for cell in row.cells if _group(cell)), "")
            value = read_value(row[count])
            if group and value and value.number is not None:
                sums[group] += int(value.number)
        if len(sums) > 1:
            there |= {group: (Decimal(total), seen_row(table.table.rows[0])) for group, total in sums.items()}
    for line in material.lines if there else ():
        if line.table >= 0:
            continue
        for found in re.finditer(
            r"(\d{1,3})\s*(?:\([^)]*\)\s*)?(?:orang\s+)?(non[\s-]*(?:asn|pns)|asn|pns)\b", line.text, re.I
        ):
            group = _group(found[2])
            if group in there and Decimal(found[1]) != there[group][0]:
                total, seen = there[group]
                there_are = f"{format_angka(total)} ({seen.at.words})"
                message = f"Disebut {found[1]} {found[2]}, sedangkan tabel memuat {there_are}."
                yield Flaw(
                    seen=(line.seen, seen), message=message, recorded=found[1], expected=format_angka(total)
                )


def _group(cell: str) -> str:
    found = re.fullmatch(r"\s*(non)?[\s-]*(?:asn|pns)\s*", cell, re.IGNORECASE)
    return ("non asn" if found[1] else "asn") if found else ""


@paper_rule(
    "berkas-jumlah-penduduk",
    rule="R-sum",
    basis="Penduduk laki-laki dan perempuan menjumlah ke seluruh penduduk.",
    example="56.439 laki-laki dan 28.344 perempuan, padahal 56.439 adalah jumlah keduanya.",
)
def people_are_not_their_total(material: Material) -> Iterator[Flaw]:
    """The number of one sex is not the total of the other and a third number of the same paragraph."""
    for line in material.lines:
        if line.table >= 0 or "perempuan" not in line.text.casefold():
            continue
        numbers = [
            f for f in figures(line.text) if f.kind is FigureKind.NUMBER and f.value and f.value > _HUNDRED
        ]
        men = next(
            (f for f in numbers if re.match(r"\W*(?:orang|jiwa|penduduk)?\W*laki", line.text[f.end :], re.I)),
            None,
        )
        women = next(
            (
                f
                for f in numbers
                if re.match(r"\W*(?:orang|jiwa|penduduk)?\W*perempuan", line.text[f.end :], re.I)
            ),
            None,
        )
        if men is None or women is None:
            continue
        for one, other in ((men, women), (women, men)):
            third = [
                f
                for f in numbers
                if f not in (men, women) and f.value == (one.value or 0) - (other.value or 0)
            ]
            if third:
                message = (
                    f"{one.text} adalah jumlah {other.text} dan {third[0].text}, bukan satu jenis kelamin."
                )
                yield Flaw(seen=(line.seen,), message=message, recorded=one.text, expected=third[0].text)


@paper_rule(
    "berkas-indikator-dokumen",
    rule="R-cascade",
    basis="Indikator PK, IKU, dan Renstra adalah indikator yang sama.",
    example="Keputusan IKU memuat 6 indikator, PK memuat 4.",
    level=Level.PERINGATAN,
)
def documents_have_the_same_indikator(material: Material) -> Iterator[Flaw]:
    """Every indikator of a table of IKU and of a Renstra is one of the PK, and the other way round."""
    kinds: list[list[frozenset[str]]] = []
    agreed: dict[int, tuple[str, Seen]] = {}
    for table in (t for t in material.tables if _of_year(t)):
        for kind, named in _names(table, kinds).items():
            agreed.setdefault(kind, named)
    planned: dict[int, tuple[str, Seen]] = {}
    for table in material.tables if agreed else ():
        what, own = _document(table), _names(table, kinds)
        if what == _RENSTRA:
            planned |= own
        elif what and own:
            rest = [
                cell
                for other in material.tables
                if not any(other.roles - {Role.OTHER})
                for cell in _cells(other)
            ]
            yield from _apart(
                what, own, {k: v for k, v in agreed.items() if k in own or not _told(v[0], rest)}
            )
    missing = [agreed[kind] for kind in agreed if kind not in planned]
    if planned and missing and len(missing) < len(agreed):
        names = "; ".join(f"“{name[:_NAME]}” ({seen.at.words})" for name, seen in missing)
        message = f"Matriks Renstra tidak memuat indikator PK: {names}."
        yield Flaw(seen=tuple(seen for _, seen in missing), message=message)


def _cells(table: HeadedTable) -> Iterator[frozenset[str]]:
    """What the cells of a table without a head say: it may be the end of one with a head."""
    return (words_of(cell) for row in table.rows for cell in row.filled)


def _told(name: str, cells: Sequence[frozenset[str]]) -> bool:
    return any(alike(words_of(name), cell) for cell in cells)


def _apart(
    what: str, own: dict[int, tuple[str, Seen]], agreed: dict[int, tuple[str, Seen]]
) -> Iterator[Flaw]:
    extra = [own[kind] for kind in own if kind not in agreed]
    missing = [agreed[kind] for kind in agreed if kind not in own]
    said = []
    if extra:
        said.append("tidak ada dalam PK: " + "; ".join(f"“{name[:_NAME]}”" for name, _ in extra))
    if missing:
        said.append("hanya dalam PK: " + "; ".join(f"“{name[:_NAME]}” ({s.at.words})" for name, s in missing))
    if said:
        seen = (*(seen for _, seen in extra), *(seen for _, seen in missing))
        first = next(iter(own.values()))[1]
        yield Flaw(seen=(first, *seen), message=f"{what} berbeda dari PK; {'; '.join(said)}.")


def _document(table: HeadedTable) -> str:
    if not table.columns(Role.INDIKATOR) or table.columns(Role.KEGIATAN, Role.ACTIVITY):
        return ""
    if table.columns(Role.FORMULA) and not table.columns(Role.TARGET):
        return "Tabel IKU"
    years = {head.year for head in table.heads if head.role is Role.TARGET and head.year}
    return _RENSTRA if len(years) > 3 else ""


def _names(table: HeadedTable, kinds: list[list[frozenset[str]]]) -> dict[int, tuple[str, Seen]]:
    column = table.column(Role.INDIKATOR)
    found: dict[int, tuple[str, Seen]] = {}
    for row in table.rows:
        text = row[column]
        if len(text) < 3 and len(row[column + 1]) > 3:
            text = row[column + 1]
        for one in _several(text):
            if len(words_of(one)):
                found.setdefault(kind_of(kinds, words_of(one)), (one, seen_row(row)))
    return found


def _several(text: str) -> Sequence[str]:
    parts = re.split(r"(?<!\S)(?:\d\s*[.)]|[-•])\s+(?=[A-Z])", text)
    return [plain_name(one) for one in parts if is_name(plain_name(one))]
