"""Tables of money: pagu and realisasi by program, kegiatan and sub kegiatan, belanja by kind, and keluaran."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final

from reports.papers.headed import Role
from reports.papers.paper import Row
from reports.reading.desk import Desk, bare, rupiah
from reports.reading.outputs import is_outputs, read_outputs
from reports.reading.placed import PlacedTable
from sakip.lists.sipd.kode import read_kode, rekening_code
from sakip.text.key_names import new_key
from sakip.text.numbers import format_angka

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
#: Of the size of money.
_LEAST: Final = 100_000


def is_budget(table: PlacedTable) -> bool:
    """Whether it tells pagu and realisasi of programs."""
    return (
        bool(table.has & {Role.ACTIVITY, Role.PROGRAM, Role.SUB_KEGIATAN, Role.KODE})
        and not table.has & {Role.INDIKATOR, Role.SASARAN, Role.INDIKATOR_PROGRAM}
        and len(_money(table)) in ((1, 2) if Role.KODE in table.has else (2,))
        and not is_outputs(table)
        and not (table.planned or _PLANNED.search(table.heading))
    )


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
    _hold_totals(desk, pagu)


def _hold_totals(desk: Desk, pagu: str) -> None:
    """A program that one table gives as a whole and another in detail would be counted twice: where an amount holds
    what stands below it, in the paper or as recorded, a person says whether it is a row of its own."""
    proposed = desk.proposed("Anggaran")
    known: dict[str, Any] = {str(row.get("kode")): row.get(pagu) for row in desk.recorded.content["Anggaran"]}
    known |= {one.cells["kode"]: one.cells.get(pagu) for _, one in proposed}
    for at, one in proposed:
        if one.cells.get(pagu) is None:
            continue
        below = [
            Decimal(amount or 0) for kode, amount in known.items() if kode.startswith(f"{one.cells['kode']}.")
        ]
        if below and one.cells[pagu] >= sum(below):
            doubt = (
                f"Rinciannya berjumlah {format_angka(sum(below))}: angka ini jumlahnya, atau bagian yang tidak dirinci?"
                " Ambil hanya bila berdiri di samping rinciannya."
            )
            desk.reading.proposals[at] = replace(one, doubts=(*one.doubts, doubt))


def _money(table: PlacedTable) -> list[int]:
    """The columns of pagu and realisasi: those under such heads that hold amounts."""
    roles = (Role.MONEY, Role.TARGET, Role.SPENT, Role.REALISASI, Role.CAPAIAN)
    return [
        x
        for x in table.headed.columns(*roles)
        if sum((rupiah(row[x]) or 0) >= _LEAST for row in table.headed.rows) * 2 > len(table.headed.rows) / 2
    ][:2]


@dataclass
class _Budget:
    desk: Desk
    table: PlacedTable
    pagu: str

    def read(self) -> None:
        head = self.table.headed
        codes = head.column(Role.KODE)
        named = head.column(Role.ACTIVITY, Role.SUB_KEGIATAN, Role.PROGRAM)
        named = codes + 1 if named < 0 else named
        first, second = [*_money(self.table), -1][:2]
        rows: list[tuple[str, str, Row]] = []
        for row in head.rows:
            name = bare(row[named])
            if not name or _TOTAL.match(name) or rekening_code(row[codes]):
                continue
            level = next((level for level, pattern in _LEVELS if pattern.match(name)), "")
            if coded := self._coded(row[codes], row[named]):
                level = coded[1]
            rows.append((level, re.sub(r"^[^:]{3,15}:\s*", "", name) if ":" in name[:16] else name, row))
        above: dict[str, str] = {}
        for number, (level, name, row) in enumerate(rows):
            coded = self._coded(row[codes], row[named])
            found = (coded[0], name, True) if coded else self._code(level, name, above)
            depth = _DEPTH[level]
            above = {one: kode for one, kode in above.items() if _DEPTH[one] < depth}
            if found and level:
                above[level] = found[0]
            deeper = number + 1 < len(rows) and _DEPTH[rows[number + 1][0]] > depth
            if deeper:
                continue
            for x in (first, second):
                if row[x].strip(" -–") and rupiah(row[x]) is None:
                    self.desk.unplaced(row, f'"{row[x]}" bukan jumlah rupiah yang utuh.')
            if rupiah(row[first]) is None and rupiah(row[second]) is None:
                continue
            self._propose(row, name, found, rupiah(row[first]), rupiah(row[second]))

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
        self, row: Row, name: str, found: tuple[str, str, bool] | None, pagu: int | None, spent: int | None
    ) -> None:
        if found is None:
            self.desk.unplaced(row, f'"{name}" tidak ditemukan dalam nomenklatur tahun {self.desk.tahun}.')
            return
        doubts = []
        if pagu is not None and spent is not None and spent > pagu:
            doubts.append("Realisasi melebihi pagu. Periksa kedua angkanya.")
        notes = [] if found[2] else [f'Nama dalam dokumen: "{name}".']
        cells: dict[str, Any] = {"kode": found[0], "rinci": "ya", self.pagu: pagu, "realisasi": spent}
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
