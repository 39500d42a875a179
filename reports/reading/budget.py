"""Tables of money: pagu and realisasi by program, kegiatan and sub kegiatan, belanja by kind, and keluaran."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final

from reports.papers.paper import Row
from reports.papers.roles import Role
from reports.reading.desk import Desk, bare, rupiah
from reports.reading.outputs import is_outputs, read_outputs
from reports.reading.placed import PlacedTable
from sakip.lists.sipd.kode import read_kode, rekening_code
from sakip.text.key_names import new_key
from sakip.text.numbers import format_angka
from sakip.text.reading.changed_budget import after_change, before_change

_TOTAL: Final = re.compile(r"^(?:jumlah|total)\b", re.IGNORECASE)
_LEVELS: Final = (
    ("sub_kegiatan", re.compile(r"^sub\s*-?\s*kegiatan\b", re.IGNORECASE)),
    ("kegiatan", re.compile(r"^kegiatan\b", re.IGNORECASE)),
    ("program", re.compile(r"^program\b", re.IGNORECASE)),
)
_DEPTH: Final = {"program": 0, "kegiatan": 1, "sub_kegiatan": 2, "": 3}
_BELANJA: Final = re.compile(
    r"^(?P<mark>[a-z0-9]{1,2}\s*[.)]|[-–•])?\s*(?P<name>belanja\s+[a-z][^:]*)", re.IGNORECASE
)
#: Kinds of belanja as the records call them, by the words of their names.
_KINDS: Final = (
    ("tidak-langsung", r"belanja\s+tidak\s+langsung"),
    ("langsung", r"belanja\s+langsung"),
    ("operasi", r"belanja\s+operasi\w*"),
    ("pegawai", r"belanja\s+pegawai"),
    ("barang-jasa", r"belanja\s+barang\b.*"),
    ("modal-peralatan-mesin", r"belanja\s+modal\s+peralatan.*"),
    ("modal", r"belanja\s+modal"),
)
_OFFICIAL: Final = {"operasi": "Belanja Operasi", "barang-jasa": "Belanja Barang dan Jasa"}
_CHANGED: Final = re.compile(
    r"\bp\W{0,3}apbd\b|perubahan\s+apbd|perjanjian\s+kinerja\W{0,3}perubahan", re.IGNORECASE
)
#: What a year is planned to cost is no pagu.
_PLANNED: Final = re.compile(r"\brkt\b|rencana\s+kinerja\s+tahunan")
_PAGU: Final = ("pagu_murni", "pagu_perubahan")
_GIVEN: Final = (Role.MONEY, Role.TARGET)
_SPENT: Final = (Role.SPENT, Role.REALISASI, Role.CAPAIAN)
#: What is left over, or given more or less, is neither.
_LEFT: Final = re.compile(
    r"\b(?:sisa|selisih|efisiensi|bertambah|berkurang|lebih|kurang|prakiraan|tambah)\b", re.IGNORECASE
)
#: Of the size of money.
_LEAST: Final = 100_000


def is_budget(table: PlacedTable) -> bool:
    """Whether it tells pagu and realisasi of programs."""
    return (
        (
            bool(table.has & {Role.ACTIVITY, Role.PROGRAM, Role.SUB_KEGIATAN, Role.KODE})
            or _names_programs(table)
        )
        and not table.has & {Role.INDIKATOR, Role.SASARAN, Role.INDIKATOR_PROGRAM}
        and bool((money := _money(table))[0])
        and (bool(money[1]) or Role.KODE in table.has)
        and not is_outputs(table)
        and not (table.planned or _PLANNED.search(table.heading))
    )


def _names_programs(table: PlacedTable) -> bool:
    """Whether what stands below "Uraian" are programs, with their kegiatan."""
    at = table.headed.column(Role.ITEM)
    return at >= 0 and any(_LEVELS[-1][1].match(bare(row[at])) for row in table.headed.rows)


def is_spending(table: PlacedTable) -> bool:
    """Whether it divides the budget by kinds of belanja."""
    rows = [row for row in table.headed.table.rows if row.filled and _BELANJA.match(row.filled[0])]
    return len(rows) >= 2 and not table.has & {Role.ACTIVITY, Role.PROGRAM, Role.INDIKATOR}


def read_budget(desk: Desk, tables: Sequence[PlacedTable]) -> None:
    """Propose Anggaran, Belanja and Keluaran. What the blocks of keluaran give as input is compared with the table."""
    changed = any(
        one.cells.get("versi") == 1 and one.cells.get("tahun") == desk.tahun
        for _, one in desk.proposed("PK", "PKAnggaran")
    ) or any(_CHANGED.search(table.title) for table in tables)
    pagu = "pagu_perubahan" if changed else "pagu_murni"
    for table in tables:
        if is_outputs(table):
            read_outputs(desk, table, pagu)
        elif is_budget(table):
            _Budget(desk, table, pagu).read()
        elif is_spending(table):
            _spending(desk, table)
    _hold_totals(desk)


def _hold_totals(desk: Desk) -> None:
    """A program that one table gives as a whole and another in detail would be counted twice: where an amount holds
    what stands below it, in the paper or as recorded, a person says whether it is a row of its own."""
    proposed = desk.proposed("Anggaran")
    stored = desk.recorded.content["Anggaran"]
    known: dict[tuple[str, str], Any] = {
        (str(row.get("kode")), key): row.get(key) for key in _PAGU for row in stored
    }
    known |= {(one.cells["kode"], key): one.cells.get(key) for key in _PAGU for _, one in proposed}
    for at, one in proposed:
        key = next((key for key in reversed(_PAGU) if one.cells.get(key) is not None), "")
        below = [
            Decimal(amount or 0)
            for (kode, of), amount in known.items()
            if of == key and kode.startswith(f"{one.cells['kode']}.")
        ]
        if below and one.cells[key] >= sum(below):
            doubt = (
                f"Rinciannya berjumlah {format_angka(sum(below))}: angka ini jumlahnya, atau bagian yang tidak dirinci?"
                " Ambil hanya bila berdiri di samping rinciannya."
            )
            desk.reading.proposals[at] = replace(one, doubts=(*one.doubts, doubt))


def _money(table: PlacedTable) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The columns that hold pagu, and those of realisasi: those under such heads that hold amounts; parts of a year and
    what is left over are none."""
    heads = table.headed.heads
    columns = [
        x
        for x, head in enumerate(heads)
        if head.role in (*_GIVEN, *_SPENT)
        and not head.quarter
        and not _LEFT.search(head.text)
        and sum((rupiah(row[x]) or 0) >= _LEAST for row in table.headed.rows) * 2 > len(table.headed.rows) / 2
    ]
    return (
        tuple(x for x in columns if heads[x].role not in _SPENT),
        tuple(x for x in columns if heads[x].role in _SPENT),
    )


@dataclass
class _Budget:
    desk: Desk
    table: PlacedTable
    pagu: str
    why: str = ""

    def read(self) -> None:
        head = self.table.headed
        codes = head.column(Role.KODE)
        named = head.column(Role.ACTIVITY, Role.SUB_KEGIATAN, Role.PROGRAM, Role.ITEM)
        named = codes + 1 if named < 0 else named
        given, spent = self._columns()
        if not given:
            self.desk.unplaced(head.table.rows[0], self.why)
            return
        levels = self._levels()
        rows: list[tuple[str, str, Row, tuple[str, str] | None]] = []
        for row in head.rows:
            if rekening_code(row[codes]) or any(_TOTAL.match(cell) for cell in row.filled[:1]):
                continue
            told = [(level, x) for level, x in levels if row[x]] if len(levels) > 1 else [("", named)]
            for level, x in told:
                name = bare(row[x])
                if not name or _TOTAL.match(name):
                    continue
                own = x == told[-1][1]
                level = level or next((one for one, pattern in _LEVELS if pattern.match(name)), "")
                coded = self._coded(row[codes] if own else "", row[x])
                level = coded[1] if coded else level
                name = re.sub(r"^[^:]{3,15}:\s*", "", name) if ":" in name[:16] else name
                rows.append((level, name, row, coded))
        above: dict[str, str] = {}
        for number, (level, name, row, coded) in enumerate(rows):
            found = (coded[0], name, True) if coded else self._code(level, name, above)
            depth = _DEPTH[level]
            above = {one: kode for one, kode in above.items() if _DEPTH[one] < depth}
            if found and level:
                above[level] = found[0]
            deeper = number + 1 < len(rows) and _DEPTH[rows[number + 1][0]] > depth
            if deeper:
                continue
            for x in (*given.values(), spent):
                if row[x].strip(" -–") and rupiah(row[x]) is None:
                    self.desk.unplaced(row, f'"{row[x]}" bukan jumlah rupiah yang utuh.')
            amounts = {key: rupiah(row[x]) for key, x in given.items()} | {"realisasi": rupiah(row[spent])}
            if any(amount is not None for amount in amounts.values()):
                self._propose(row, name, found, amounts)

    def _levels(self) -> list[tuple[str, int]]:
        """The columns of program, kegiatan and sub kegiatan, where each has one of its own: the deepest that a row
        fills says what the row is of."""
        head = self.table.headed
        columns = (
            ("program", head.column(Role.PROGRAM)),
            ("kegiatan", head.column(Role.KEGIATAN)),
            ("sub_kegiatan", head.column(Role.SUB_KEGIATAN)),
        )
        return [(level, x) for level, x in columns if x >= 0] if Role.ACTIVITY not in self.table.has else []

    def _columns(self) -> tuple[dict[str, int], int]:
        """By what it is recorded as the column of each pagu, and that of realisasi; nothing where heads do not tell
        which is which, with the reason in ``why``."""
        heads = self.table.headed.heads
        given, reached = _money(self.table)
        of_year = [x for x in given if heads[x].year in (0, self.desk.tahun)]
        # Of two years side by side that of the report counts; a column that names none belongs to it where all do so.
        named = [x for x in reached if heads[x].year == self.desk.tahun]
        spent = next(iter(named or [x for x in reached if heads[x].year == 0]), -1)
        if not of_year or (reached and spent < 0):
            said = ", ".join(heads[x].text for x in (*given, *reached))
            self.why = f"Kolomnya ({said}) bukan anggaran dan realisasi tahun {self.desk.tahun}."
            return {}, -1
        if len(of_year) == 1:
            text = heads[of_year[0]].text
            key = (
                "pagu_murni" if before_change(text) else "pagu_perubahan" if after_change(text) else self.pagu
            )
            return {key: of_year[0]}, spent
        before = [x for x in of_year if before_change(heads[x].text)]
        after = [x for x in of_year if after_change(heads[x].text)]
        if len(before) == 1 and len(after) == 1:
            return {"pagu_murni": before[0], "pagu_perubahan": after[0]}, spent
        if len(after) == 1 and len(of_year) == 2:
            return {
                "pagu_murni": next(x for x in of_year if x not in after),
                "pagu_perubahan": after[0],
            }, spent
        said = ", ".join(heads[x].text for x in of_year)
        self.why = f"Beberapa kolomnya ({said}) dapat berarti pagu. Isi sendiri yang dimaksud."
        return {}, -1

    def _coded(self, code: str, name: str) -> tuple[str, str] | None:
        """The code that is written in a column of its own or before the name, and its level."""
        told = read_kode(code.strip()) or read_kode(name.strip())
        return self.desk.written(told.key) if told else None

    def _code(self, level: str, name: str, above: dict[str, str]) -> tuple[str, str, bool] | None:
        below = above.get("kegiatan") or above.get("program") or ""
        wanted = level or ""
        return (
            (self.desk.code(name, level=wanted, below=below) if below and level != "program" else None)
            or self.desk.code(name, level=wanted)
            or (self.desk.code(name) if not level else None)
        )

    def _propose(
        self, row: Row, name: str, found: tuple[str, str, bool] | None, amounts: Mapping[str, int | None]
    ) -> None:
        if found is None:
            self.desk.unplaced(row, f'"{name}" tidak ditemukan dalam nomenklatur tahun {self.desk.tahun}.')
            return
        doubts = []
        pagu, spent = amounts.get("pagu_perubahan", amounts.get("pagu_murni")), amounts["realisasi"]
        if pagu is not None and spent is not None and spent > pagu:
            doubts.append("Realisasi melebihi pagu. Periksa kedua angkanya.")
        notes = [] if found[2] else [f'Nama dalam dokumen: "{name}".']
        cells: dict[str, Any] = {"kode": found[0], "rinci": "ya", **amounts}
        self.desk.propose(
            "Anggaran", row, cells, fact=("kode",), assumed=("rinci",), notes=notes, doubts=doubts
        )


def _spending(desk: Desk, table: PlacedTable) -> None:
    top = ""
    used: set[str] = set()
    for row in table.headed.table.rows:
        match = _BELANJA.match(row.filled[0]) if row.filled else None
        if match is None:
            continue
        name = " ".join(match["name"].split()).strip(" .")
        amounts = [amount for cell in row.filled[1:] if (amount := rupiah(cell)) is not None]
        if not amounts:
            continue
        kode = next((kode for kode, words in _KINDS if re.fullmatch(words, name, re.IGNORECASE)), "")
        kode = kode or new_key(name, used, default="belanja")
        used.add(kode)
        child = (match["mark"] or "").strip() in ("-", "–", "•") and top
        cells: dict[str, Any] = {
            "kode": kode,
            "nama": _OFFICIAL.get(kode, name),
            "induk": top if child else "",
            "pagu": amounts[-1] if len(amounts) == 1 else amounts[0],
        }
        if not child:
            top = kode
        if len(amounts) > 1:
            cells["realisasi"] = amounts[1]
        desk.propose("Belanja", row, cells)
