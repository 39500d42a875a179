"""Blocks of keluaran: Input, Output and Outcome of a kegiatan or sub kegiatan, with target and realisasi."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from reports.examine.cells import decimal_of
from reports.papers.paper import Row
from reports.papers.roles import Role
from reports.reading.desk import Desk, bare, rupiah, typed
from reports.reading.placed import PlacedTable

_LINE: Final = re.compile(
    r"^\W*(?P<kind>input|masukan|output|keluaran|outcome|hasil)\b[\s/:\-–]*(?:(?:masukan|keluaran|hasil)\b)?[\s/:\-–]*(?P<text>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_REMARK: Final = re.compile(r"^keterangan\b[^:]*:\s*(?P<what>jumlah\b.{5,})$", re.IGNORECASE | re.DOTALL)
_REMARKS: Final = re.compile(r"^\W*keterangan\b", re.IGNORECASE)
_LEVELS: Final = ("program", "kegiatan", "sub_kegiatan")
#: A level as a text above a table names it, and as a row within one does.
_ANNOUNCED: Final = re.compile(
    r"^\W*(?:[a-z]|\d{1,2})?\s*[.)]?\s*(?P<level>sub\s*-?\s*kegiatan|kegiatan|program)\b\s*:?\s*(?P<name>.*)$",
    re.IGNORECASE,
)
_STATED: Final = re.compile(
    r"^(?P<level>sub\s*-?\s*kegiatan\s*:|kegiatan\s*:|program\b\s*:?)\s*(?P<name>.*)$", re.IGNORECASE
)
_AMOUNT: Final = re.compile(r"^[:\s]*(?P<number>\d[\d.,]*)\s*(?:[xX×]\s+)?(?P<unit>%|[^\d].*)?$")
_KINDS: Final = {
    "input": "",
    "masukan": "",
    "output": "output",
    "keluaran": "output",
    "outcome": "outcome",
    "hasil": "outcome",
}
_LEAST: Final = 100_000
#: What is shorter is no text of an output.
_SHORTEST: Final = 5


def is_outputs(table: PlacedTable) -> bool:
    """Whether it is such a block, or a table of them."""
    kinds = {found["kind"].casefold() for row in table.headed.rows if (found := _told(row))}
    return bool(kinds & {"input", "masukan"}) and bool(kinds & {"output", "keluaran"})


def read_outputs(desk: Desk, table: PlacedTable, pagu: str) -> None:
    """Propose Keluaran, and the money of each as a row of Anggaran that is compared with those of the tables."""
    _Outputs(desk, table, pagu).read()


def _told(row: Row) -> re.Match[str] | None:
    return next((found for cell in row.filled[:2] if (found := _LINE.match(cell))), None)


@dataclass
class _Outputs:
    desk: Desk
    table: PlacedTable
    pagu: str

    def read(self) -> None:
        head = self.table.headed
        self.first, self.second = head.column(Role.TARGET), head.column(Role.REALISASI, Role.CAPAIAN)
        self.code: tuple[str, str, bool] | None = None
        self.name = ""
        for text in reversed(self.table.before):
            self._level(_ANNOUNCED.match(text))
        lines: list[tuple[Row, re.Match[str] | None, str]] = []
        for row in head.rows:
            told = _told(row)
            text = max(row.filled, key=len, default="")
            apart = _STATED.match(bare(text)) or _REMARKS.match(text)
            if told is None and not apart and len(row.filled) == 1 and lines:
                last = lines[-1]  # it goes on with what stands above it
                lines[-1] = last[0], last[1], f"{last[2]} {text}"
                continue
            if told is not None and not bare(told["text"]):
                text = self._beside(row, told)
                lines.append((row, told, text))
                continue
            lines.append((row, told, told["text"] if told else text))
        explained = self._explained(lines)
        for row, told, text in lines:
            if told is not None and not bare(text) and _KINDS[told["kind"].casefold()] == "output":
                text = explained
            if told is None:
                self._level(_STATED.match(bare(text)))
            else:
                self._line(row, told, text)

    def _beside(self, row: Row, told: re.Match[str]) -> str:
        """What stands beside a cell that says its kind alone: the text of "Tolok Ukur", before the values."""
        at = row.cells.index(told.string)
        values = (self.first, self.second)
        cells = (cell for x, cell in enumerate(row.cells) if x > at and x not in values)
        return next((cell for cell in cells if not _AMOUNT.match(cell) and len(cell) > _SHORTEST), "")

    def _explained(self, lines: Sequence[tuple[Row, re.Match[str] | None, str]]) -> str:
        """What the remark of a block says is counted, where that is one thing: "Keterangan: Jumlah …"."""
        rows = [" ".join(row.filled) for row, told, _ in lines if told is None]
        remarks = [*rows, *self.table.after[:1]]
        found = next(filter(None, map(_REMARK.search, remarks)), None)
        return found["what"].strip(" .") if found and ";" not in found["what"].strip(" ;.") else ""

    def _level(self, found: re.Match[str] | None) -> None:
        """Take in which program, kegiatan or sub kegiatan comes next."""
        if found is None or len(found["name"]) < 5:
            return
        above = self.desk.above
        level = (
            "sub_kegiatan"
            if found["level"].casefold().startswith("sub")
            else found["level"].casefold().strip(" :")
        )
        name = bare(found["name"])
        below = (
            "" if level == "program" else above.get("kegiatan" if level == "sub_kegiatan" else "program", "")
        )
        code = (self.desk.code(name, level=level, below=below) if below else None) or self.desk.code(
            name, level=level
        )
        self.name, self.code = name, code
        for lower in _LEVELS[_LEVELS.index(level) :]:
            above.pop(lower, None)
        if code:
            above[level] = code[0]

    def _line(self, row: Row, told: re.Match[str], text: str) -> None:
        kind, text = _KINDS[told["kind"].casefold()], bare(text)
        if self.code is None:
            self.desk.unplaced(
                row, f'"{self.name or text}" tidak ditemukan dalam nomenklatur tahun {self.desk.tahun}.'
            )
            return
        if not kind:
            self._money(row)
            return
        if not text:
            self.desk.unplaced(row, "Uraian keluarannya tidak tertulis pada baris ini.")
            return
        cells: dict[str, Any] = {
            "kode": self.code[0],
            "jenis": kind,
            "uraian": text,
            "keadaan": "belum diisi",
        }
        unit = ""
        for column, at in (("target", self.first), ("realisasi", self.second)):
            found = _AMOUNT.match(row[at].strip()) if at >= 0 else None
            number = decimal_of(found["number"]) if found else None
            if found is None or number is None:
                continue
            cells[column] = typed(number)
            unit = unit or (found["unit"] or "").strip()
        if unit:
            cells["satuan"] = unit.casefold() if unit.isalpha() else unit
        if "realisasi" in cells:
            cells["keadaan"] = "terisi"
        assumed = () if "realisasi" in cells else ("keadaan",)
        self.desk.propose("Keluaran", row, cells, fact=("kode", "jenis", "uraian"), assumed=assumed)

    def _money(self, row: Row) -> None:
        given, spent = (rupiah(row[at].lstrip(": ")) if at >= 0 else None for at in (self.first, self.second))
        if self.code is None or given is None or given < _LEAST:
            return
        cells: dict[str, Any] = {"kode": self.code[0], "rinci": "ya", self.pagu: given, "realisasi": spent}
        doubts = (
            ["Realisasi melebihi pagu. Periksa kedua angkanya."]
            if spent is not None and spent > given
            else []
        )
        self.desk.propose("Anggaran", row, cells, fact=("kode",), assumed=("rinci",), doubts=doubts)
