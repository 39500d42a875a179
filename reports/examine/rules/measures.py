"""Rules of what a paper's tables say of its indikator: one target, one realisasi, the capaian that follows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from reports.examine.base import Flaw, Material, Seen, paper_rule, seen_row
from reports.examine.cells import Value, agrees, read_value
from reports.examine.facts import Fact, MeasuredRow, facts_of, measured_rows
from reports.papers.headed import HeadedTable
from reports.papers.roles import Role
from sakip.checks import Level
from sakip.text.numbers import format_persen

_HUNDRED: Final = Decimal(100)
_NAME: Final = 90


@paper_rule(
    "berkas-satu-target",
    rule="R-target",
    basis="Satu indikator mempunyai satu target tahun itu dalam Renstra, RKT, PK, dan tabel pengukuran.",
    example="Target SKM 98% dalam Bab II, 100% dalam PK perubahan, 85 dalam Renstra.",
)
def one_target(material: Material) -> Iterator[Flaw]:
    """All tables give an indikator the same target for the year."""
    yield from _one_value(material, Role.TARGET, "Target")


@paper_rule(
    "berkas-satu-realisasi",
    rule="R-real",
    basis="Satu indikator mempunyai satu realisasi tahun itu.",
    example="Realisasi SKM 95,9% dalam satu tabel dan 74 dalam tabel lain.",
)
def one_realisasi(material: Material) -> Iterator[Flaw]:
    """All tables give an indikator the same realisasi for the year."""
    yield from _one_value(material, Role.REALISASI, "Realisasi")


def _one_value(material: Material, role: Role, word: str) -> Iterator[Flaw]:
    tahun = material.subject.tahun
    said: dict[int, list[Fact]] = {}
    for fact in facts_of(measured_rows(material)):
        if fact.role is role and fact.year in (0, tahun) and fact.value is not None:
            said.setdefault(fact.kind, []).append(fact)
    for facts in said.values():
        by_value: dict[str, Fact] = {}
        for fact in facts:
            if fact.value is not None:
                by_value.setdefault(fact.value.key, fact)
        if len(by_value) < 2:
            continue
        values = ", ".join(
            f"{fact.value.text if fact.value else ''} ({fact.row.at.words})" for fact in by_value.values()
        )
        name = facts[0].name[:_NAME]
        yield Flaw(
            seen=tuple(fact.seen for fact in by_value.values()),
            message=f"{word} {tahun} “{name}” ditulis berbeda: {values}. Samakan nilainya.",
            recorded=values,
        )


@paper_rule(
    "berkas-persen-capaian",
    rule="R-sum",
    basis="Capaian dan tingkat kemajuan adalah realisasi dibagi target di baris itu.",
    example="Target 98%, realisasi 89%, tingkat kemajuan ditulis 95,9%; hasil baginya 90,82%.",
)
def capaian_is_the_quotient(material: Material) -> Iterator[Flaw]:
    """The capaian of a row is that of its target and realisasi; what was cut off instead of rounded is told apart."""
    tahun = material.subject.tahun
    for row in measured_rows(material):
        target = row.value(Role.TARGET, tahun) or row.value(Role.TARGET_END, tahun)
        made, said = row.value(Role.REALISASI, tahun), None
        for role in (Role.CAPAIAN, Role.KEMAJUAN):
            said = said or row.value(role, tahun)
        if flaw := _wrong_quotient(target, made, said, seen_row(row.row)):
            yield flaw
    for table in material.tables:
        yield from _of_rows(table)


def _of_rows(table: HeadedTable) -> Iterator[Flaw]:
    """The same of a table whose rows are no indikator, with one column of each: outputs, years of one indikator."""
    columns = [table.columns(role) for role in (Role.TARGET, Role.REALISASI, Role.CAPAIAN)]
    if table.columns(Role.INDIKATOR) or any(len(one) != 1 for one in columns):
        return
    for row in table.rows:
        target, made, said = (read_value(row[one[0]]) for one in columns)
        if target and made and said and not (target.letter or made.letter or "(" in row[columns[0][0]]):
            yield from filter(None, [_wrong_quotient(target, made, said, seen_row(row))])


def _wrong_quotient(target: Value | None, made: Value | None, said: Value | None, seen: Seen) -> Flaw | None:
    if said is None or said.number is None or target is None or made is None:
        return None
    if target.letter or made.letter:
        if not target.letter or made.number is None:
            return None
        message = (
            f"Target “{target.text}” berupa huruf, realisasi “{made.text}” berupa angka, dan capaian ditulis"
            f" {said.text}. Jelaskan padanan huruf itu, lalu hitung capaiannya."
        )
        return Flaw(seen=(seen,), message=message, recorded=said.text, level=Level.PERINGATAN)
    if not target.number or made.number is None:
        return None
    right = made.number / target.number * _HUNDRED
    how = agrees(said.number, right, said.decimals)
    if how == "rounded" or (right > _HUNDRED and said.number == _HUNDRED):
        return None
    lower = (2 * target.number - made.number) / target.number * _HUNDRED
    if agrees(said.number, lower, said.decimals):  # the lower the better
        return None
    expected = format_persen(right)
    if how == "cut":
        message = f"{made.text} dari {target.text} ditulis {said.text}: dipotong, dibulatkan {expected}."
        return Flaw(seen=(seen,), message=message, recorded=said.text, expected=expected, level=Level.INFO)
    message = f"{made.text} dari {target.text} ditulis {said.text}; hasil baginya {expected}. Perbaiki salah satunya."
    return Flaw(seen=(seen,), message=message, recorded=said.text, expected=expected)


@paper_rule(
    "berkas-sel-kosong",
    rule="R-blank",
    basis="Setiap indikator yang bertarget berisi realisasi dan capaian.",
    example="Tabel 3.1: target 98%, kolom realisasi dan capaian kosong.",
)
def cells_are_filled(material: Material) -> Iterator[Flaw]:
    """In a row with a target the cells for realisasi and capaian say something; so does the target of the year."""
    tahun = material.subject.tahun
    empty: dict[tuple[int, str], list[MeasuredRow]] = {}
    for row in measured_rows(material):
        roles = {role for role, _, _ in row.cells}
        told = any(cell for role, _, cell in row.cells if role in (Role.TARGET, Role.TARGET_END))
        of_year = {
            role: [cell for of, year, cell in row.cells if of is role and year in (0, tahun)]
            for role in (Role.REALISASI, Role.CAPAIAN, Role.KEMAJUAN)
        }
        missing = [role.value for role, cells in of_year.items() if cells and not any(cells)]
        if told and missing:
            empty.setdefault((row.table, " dan ".join(missing)), []).append(row)
        elif not told and roles == {Role.TARGET} and len(row.cells) > 1:
            empty.setdefault((row.table, "target"), []).append(row)
    for (_, what), rows in empty.items():
        names = "; ".join(row.names[0][:_NAME] for row in rows)
        seen = tuple(seen_row(row.row) for row in rows)
        yield Flaw(seen=seen, message=f"Kolom {what} kosong: {names}. Isi, atau sebutkan alasannya.")


@paper_rule(
    "berkas-nilai-bersama",
    rule="R-target",
    basis="Setiap indikator mempunyai target, realisasi, dan capaiannya sendiri.",
    example="Dua indikator dalam satu baris dengan satu target 100% dan satu realisasi 79%.",
    level=Level.PERINGATAN,
)
def each_has_its_own(material: Material) -> Iterator[Flaw]:
    """No row gives several indikator one target and realisasi."""
    told: set[frozenset[int]] = set()
    for row in measured_rows(material):
        values = [
            cell for role, _, cell in row.cells if role in (Role.REALISASI, Role.CAPAIAN) and read_value(cell)
        ]
        kinds = frozenset(row.kinds)
        if len(row.names) > 1 and values and kinds not in told:
            told.add(kinds)
            message = f"{len(row.names)} indikator dalam satu baris dengan satu nilai. Pisahkan barisnya."
            yield Flaw(seen=(seen_row(row.row),), message=message)


#: "rata-rata capaian sasaran sebesar 75,5%", "rata rata mencapai 95%", "rata-rata capaian Kinerja 84 %".
MEAN: Final = re.compile(
    r"\brata\s*-?\s*rata\s+(?:nilai\s+)?(?:capai\w*|mencapai|persentase\s+capai\w*)"
    r"(?:\s+(?!anggaran|serapan)[a-z]+|\s+20\d\d){0,7}?\s*"
    r"(?:sebesar\s+|mencapai\s+|adalah\s+|:\s*)?(?P<value>\d[\d.,]*)\s*(?P<percent>%|persen)?",
    re.IGNORECASE,
)


@paper_rule(
    "berkas-rata-rata",
    rule="R-sum",
    basis="Rata-rata capaian adalah rata-rata capaian indikator dalam tabelnya.",
    example="Rata-rata capaian 94,60% di bawah tabel yang rata-ratanya 95%.",
)
def mean_is_that_of_the_table(material: Material) -> Iterator[Flaw]:
    """A sentence that tells the mean capaian tells that of the table of measurement, or of the table before it."""
    rows = [r for r in measured_rows(material) if Role.CAPAIAN in {role for role, _, _ in r.cells}]
    by_table: dict[int, list[Decimal | None]] = {}
    for row in rows:
        value = row.value(Role.CAPAIAN, material.subject.tahun)
        by_table.setdefault(row.table, []).append(value.number if value else None)
    means = {table: _mean(values) for table, values in by_table.items() if len(values) > 1}
    means = {table: mean for table, mean in means.items() if mean is not None}
    told = [value for values in by_table.values() for value in values if value is not None]
    for line in material.lines if told else ():
        for found in MEAN.finditer(line.text) if line.table < 0 else ():
            said = read_value(f"{found['value'].rstrip('.,')}%")
            if said is None or said.number is None:
                continue
            if not means:  # a table is not complete: what lies outside all that is told is no mean of it
                if not min(told) <= said.number <= max(told):
                    bounds = " sampai ".join(dict.fromkeys(map(format_persen, (min(told), max(told)))))
                    message = f"Rata-rata ditulis {said.text}; capaian yang tercantum dalam tabel {bounds}."
                    yield Flaw(seen=(line.seen,), message=message, recorded=said.text, level=Level.PERINGATAN)
                continue
            if not any(
                mean is not None and agrees(said.number, mean, said.decimals) for mean in means.values()
            ):
                expected = format_persen(next(iter(means.values())) or Decimal(0))
                message = f"Rata-rata ditulis {said.text}; rata-rata capaian dalam tabel {expected}."
                yield Flaw(seen=(line.seen,), message=message, recorded=said.text, expected=expected)


def _mean(values: Sequence[Decimal | None]) -> Decimal | None:
    """The mean of capaian, None where one of them cannot be read."""
    told = [value for value in values if value is not None]
    return sum(told, Decimal(0)) / len(told) if told and len(told) == len(values) else None


#: "(Jumlah …) / (Jumlah …)": a fraction as a text keeps it.
_HALVES: Final = re.compile(r"\((?P<half>[^()]{8,})\)\s*/\s*\((?P=half)\)", re.IGNORECASE)


@paper_rule(
    "berkas-pembilang-penyebut",
    rule="R-formula",
    basis="Pembilang rumus indikator lain dari penyebutnya.",
    example="(Jumlah laporan masuk) / (Jumlah laporan masuk) × 100%.",
    level=Level.PERINGATAN,
)
def halves_of_a_fraction_differ(material: Material) -> Iterator[Flaw]:
    """No formula divides something by itself."""
    for line in material.lines:
        if found := _HALVES.search(line.text):
            half = " ".join(found["half"].split())
            message = f"Pembilang dan penyebut sama: “{half[:_NAME]}”. Perbaiki rumusnya."
            yield Flaw(seen=(line.seen,), message=message, recorded=half)
