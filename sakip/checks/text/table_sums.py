"""Checks of tables in texts: rows that total others, rows above their details, columns that total those beside them,
and the percentage that two amounts of a row are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from sakip.capaian.rounding import HUNDRED
from sakip.checks.base import Found, Level, Said, check
from sakip.checks.material import CheckedYear
from sakip.checks.text.tables import Levels, Row, Table, amount, is_percent, tables_of
from sakip.text.numbers import format_angka, format_persen
from sakip.text.reading.figures import Figure, FigureKind
from sakip.text.reading.shares import come_to_hundred, together
from sakip.text.reading.words import word_set

#: What stands in such a column is not added up.
_NO_SUM: Final = re.compile(
    r"rata|rerata|harga|tarif|satuan|kepadatan|persen|prosen|%|indeks|skor|nilai|mutu|tahun|rasio|kode|nomor|^\s*no\b|"
    r"peringkat|ketinggian|suhu|frekuensi|usia|umur",
    re.IGNORECASE,
)
#: Nor in such a one, unless it holds money.
_NO_SUM_OF_COUNTS: Final = re.compile(r"capaian|kinerja|bobot|proporsi", re.IGNORECASE)
#: So near to what its details come to, a row that is above them claims to be their sum.
_NEAR: Final = Decimal("0.05")
_TOTAL_COLUMN: Final = re.compile(r"(?:^|\s)(?:jumlah|total|l\s*\+\s*p)\s*$", re.IGNORECASE)
#: Heads of two columns that together are a whole.
_HALVES: Final = tuple(
    (re.compile(one, re.IGNORECASE), re.compile(other, re.IGNORECASE))
    for one, other in (
        (r"\blaki|\bpria\b|(?:^|\s)l\s*$", r"perempuan|wanita|(?:^|\s)p\s*$"),
        (r"(?<!non )(?<!non-)(?:\basn\b|\bpns\b)", r"non[\s-]*(?:asn|pns)|\bhonor|\bthl\b"),
    )
)
_BASE: Final = re.compile(r"anggara|pagu|target|alokasi", re.IGNORECASE)
_SPENT: Final = re.compile(r"realisasi|penyerapan|capaian", re.IGNORECASE)
_SHARE: Final = re.compile(r"%|persen|prosen|capaian|serapan|tingkat", re.IGNORECASE)
_SHARES: Final = re.compile(r"proporsi|porsi|komposisi|kontribusi|distribusi", re.IGNORECASE)
#: A percentage of something for each row: no shares of one whole.
_RATIO: Final = re.compile(r"capaian|realisasi|serapan|target|tingkat|kemajuan|fisik|keuangan", re.IGNORECASE)
#: What is farther from 100 was not meant to be a whole, where its head does not say so.
_FAR: Final = Decimal(20)
_LEAST_MONEY: Final = 1000
#: The fewer of them, the better: their capaian is another quotient.
_LESS_IS_MORE: Final = word_set("hari jam menit detik kasus keluhan pengaduan kejadian laporan temuan")
#: No table has more of them; each looks at every row above it.
_MOST_TOTALS: Final = 20
_WIDEST: Final = 8
_MOST_BELOW: Final = 60

_ABOUT: Final = {"kinds": ("narasi",), "level": Level.PERINGATAN}


@check(
    "tabel-menjumlah",
    rule="R-sum",
    basis="Baris jumlah dalam tabel sama dengan jumlah baris yang dirangkumnya.",
    example="Jumlah 28, padahal baris di atasnya menjumlah 29.",
    reads=("passages",),
    **_ABOUT,
)
def totals_of_tables_are_their_sums(year: CheckedYear) -> Found:
    """A row or a column that claims to be the total of others is, and so is a row above its details."""
    for table in tables_of(year.passages or ()):
        yield from _totals(table)
        if table.levels is not None:
            yield from _parents(table, table.levels)
        yield from _across(table)


def _totals(table: Table) -> Found:
    ends = [at for at, row in enumerate(table.rows) if row.totals]
    for end in ends[:_MOST_TOTALS]:
        for column in table.heads:
            if _adds_up(table, column, range(end + 1)) and (said := _wrong_total(table, end, column)):
                yield table.rows[end].passage.place, said


def _wrong_total(table: Table, end: int, column: int) -> Said | None:
    """What is said of a total that is none of the sums that it may mean."""
    row, rows, levels = table.rows[end], table.rows[:end], table.levels
    stated = row.figure(column)
    if stated is None:
        return None
    totals = [at for at, above in enumerate(rows) if above.totals]
    details = [at for at, above in enumerate(rows) if not above.totals]
    since = [at for at in details if at > max(totals, default=-1)]
    groups = [*totals, *since]
    # The first is what is said where it is none of them.
    readings = [groups, since, details] if row.totals_all else [since, details, groups]
    if levels is not None:
        leaves, outer_since = [at for at in details if not levels.children(at)], levels.rows_at(since)
        # All rows together have those above their details twice, unless they are numbered so for another reason.
        flat = [] if levels.told else [details]
        readings = [outer_since, levels.rows_at(details), leaves, [*totals, *outer_since], *flat]
    told = [amount(table.rows[at].figure(column)) for at in details if table.rows[at].figure(column)]
    if len(told) < 2:
        return None
    sums = [
        sum((amount(table.rows[at].figure(column)) for at in rows_of), Decimal(0)) for rows_of in readings
    ]
    outer = _outer(told)
    nested = levels is None and len(outer) < len(told)
    sums.insert(0 if nested else len(sums), sum(outer, Decimal(0)))
    slack = _slack([table.rows[at].figure(column) for at in range(end + 1)])
    if any(abs(one - amount(stated)) <= slack for one in sums):
        return None
    if nested and abs(sums[0] - amount(stated)) > _NEAR * amount(stated):
        return None  # how its rows are nested is not clear
    return _said(f"{row.label} pada kolom", table.heads[column], stated, sums[0], "baris di atasnya")


def _outer(amounts: Sequence[Decimal]) -> list[Decimal]:
    """What is left of amounts in their order where each that is the sum of those right below it takes their place: in
    tables whose rows do not tell how they are nested."""
    left: list[Decimal] = []
    for one in reversed(amounts):
        together, below = Decimal(0), len(left)
        while below and together < one and len(left) - below < _MOST_BELOW:
            below -= 1
            together += left[below]
        if together == one > 0:
            del left[below:]
        left.append(one)
    return left


def _parents(table: Table, levels: Levels) -> Found:
    """Rows above their details. Where a table shows only some details of each, none of its rows is their sum."""
    found: list[tuple[Row, Said, bool]] = []
    proven = False
    for at, row in enumerate(table.rows):
        below = levels.children(at)
        for column in table.heads if below else ():
            stated = row.figure(column)
            if stated is None or not _adds_up(table, column, (at, *below)):
                continue
            if levels.told and column not in table.money:
                continue  # what a program counts is not what its kegiatan count
            own = amount(stated)
            together = sum((amount(table.rows[one].figure(column)) for one in below), Decimal(0))
            if together == own:
                proven = True
                continue
            clear = levels.told and own - together <= _NEAR * own
            what = f"“{row.label}” pada kolom"
            found.append((row, _said(what, table.heads[column], stated, together, "rinciannya"), clear))
    for row, said, clear in found:
        if proven or clear:
            yield row.passage.place, said


def _across(table: Table) -> Found:
    """Columns that total those to their left."""
    for last, head in table.heads.items():
        parts: list[int] = []
        if _TOTAL_COLUMN.search(head):
            for column in sorted((x for x in table.heads if x < last), reverse=True):
                if not _counts(table, column) or _TOTAL_COLUMN.search(table.heads[column]):
                    break
                parts.insert(0, column)
        for width in range(2, min(len(parts), _WIDEST) + 1):
            taken = parts[-width:]
            rows = [row for row in table.rows if row.figure(last) and all(row.figure(x) for x in taken)]
            right = [row for row in rows if _sum(row, taken) == amount(row.figure(last))]
            halves = width == 2 and any(
                a.search(table.heads[taken[0]]) and b.search(table.heads[taken[1]]) for a, b in _HALVES
            )
            if halves or (len(right) >= 2 and 2 * len(right) > len(rows)):
                for row in rows:
                    if row not in right:
                        name, stated = row.label or "Baris ini", row.figure(last)
                        said = _said(f"{name} pada kolom", head, stated, _sum(row, taken), "kolom di kirinya")
                        yield row.passage.place, said
                break


def share_column(table: Table, column: int) -> tuple[Figure, ...]:
    """The shares of a column that claims to be a whole and is none; empty where it claims nothing, or is one."""
    head = table.heads[column]
    clear = _SHARES.search(head) is not None
    if not (clear or _SHARE.search(head)) or _RATIO.search(head) or _quotient(table) is not None:
        return ()
    rows = [at for at, row in enumerate(table.rows) if not row.totals and not row.empty(column)]
    levels = table.levels
    outer = levels.rows_at(rows) if levels else rows
    readings = [tuple(filter(None, (table.rows[at].figure(column) for at in own))) for own in (outer, rows)]
    parts = readings[0]
    if (
        len(parts) < 2
        or len(readings[1]) < len(rows)
        or any(one.value is None or one.value > HUNDRED for one in parts)
    ):
        return ()
    totals = [row.figure(column) for row in table.rows if row.totals]
    if not clear and not any(one is not None and one.value == HUNDRED for one in totals):
        return ()
    if not clear and abs(together(parts) - HUNDRED) > _FAR:
        return ()
    return () if any(map(come_to_hundred, readings)) else parts


def _sum(row: Row, columns: Sequence[int]) -> Decimal:
    return sum((amount(row.figure(x)) for x in columns), Decimal(0))


def _counts(table: Table, column: int) -> bool:
    """Whether a column holds counts or amounts and nothing else."""
    figures = [row.figure(column) for row in table.rows if not row.empty(column)]
    return (
        bool(figures)
        and not _NO_SUM.search(table.heads[column])
        and all(f and not is_percent(f) for f in figures)
    )


def _adds_up(table: Table, column: int, rows: Sequence[int]) -> bool:
    """Whether what stands in these cells can be added: numbers of one unit that can be read, or nothing."""
    head = table.heads[column]
    if _NO_SUM.search(head) or (_NO_SUM_OF_COUNTS.search(head) and column not in table.money):
        return False
    told = [table.rows[at] for at in rows if not table.rows[at].empty(column)]
    figures = [row.figure(column) for row in told]
    if not all(f is not None and f.value is not None and not is_percent(f) for f in figures):
        return False
    return len({f.unit for f in figures if f and f.unit}) <= 1


def _slack(figures: Sequence[Figure | None]) -> Decimal:
    """How far a sum may be off where its parts are rounded."""
    rounded = [Decimal(1).scaleb(-f.decimals) for f in figures if f is not None and f.decimals]
    return sum(rounded, Decimal(0)) / 2


def _said(what: str, head: str, stated: Figure | None, together: Decimal, of: str) -> Said:
    written, expected = stated.text if stated else "", format_angka(together)
    column = f"{what} “{head}”" if head else what.removesuffix(" pada kolom")
    return Said(
        f"{column} ditulis {written}; {of} menjumlah {expected}. Perbaiki salah satunya.", written, expected
    )


@check(
    "persen-tabel-sesuai",
    rule="R-sum",
    basis="Persentase dalam baris tabel adalah hasil bagi kedua jumlah di baris itu.",
    example="Pagu 1.731.468.142, realisasi 1.566.177.343, ditulis 83%; hasil baginya 90,45%.",
    reads=("passages",),
    **_ABOUT,
)
def percentages_of_rows_are_their_quotients(year: CheckedYear) -> Found:
    """The percentage beside what may be spent and what was spent is that of the two."""
    for table in tables_of(year.passages or ()):
        columns = _quotient(table)
        for row in table.rows if columns else ():
            if columns and (said := _wrong_quotient(row, *columns)):
                yield row.passage.place, said


def _quotient(table: Table) -> tuple[int, int, int] | None:
    """The columns of pagu, realisasi and percentage, where they stand side by side and each is one."""
    in_order = sorted(table.heads)
    for (base, spent), share in zip(pairwise(in_order), in_order[2:], strict=False):
        told = (_BASE, _SPENT, _SHARE)
        if all(p.search(table.heads[x]) for p, x in zip(told, (base, spent, share), strict=True)):
            return base, spent, share
    return None


def _wrong_quotient(row: Row, base: int, spent: int, share: int) -> Said | None:
    pagu, used, stated = row.figure(base), row.figure(spent), row.figure(share)
    if pagu is None or used is None or stated is None or stated.kind is FigureKind.RUPIAH:
        return None
    if is_percent(pagu) or is_percent(used) or not amount(pagu):
        return None
    money = min(amount(pagu), amount(used)) >= _LEAST_MONEY
    if not money and (not pagu.unit or pagu.unit != used.unit or pagu.unit in _LESS_IS_MORE):
        return None
    right = amount(used) / amount(pagu) * HUNDRED
    capped = not money and right > HUNDRED and stated.value == HUNDRED
    if stated.value is None or capped or stated.agrees_with(right):
        return None
    expected = format_persen(right)
    message = f"{used.text} dari {pagu.text} ditulis {stated.text}; hasil baginya {expected}. Perbaiki salah satunya."
    return Said(message, stated.text, expected)
