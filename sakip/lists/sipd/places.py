"""Where a row of a budget file stands: its code, its name, its unit, and whether it is a detail of a sub kegiatan."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from sakip.lists.sipd.columns import LEVELS, Role, Table
from sakip.lists.sipd.kode import Kode, read_below, read_kode, rekening_code, unit_code
from sakip.workbook.grid import GridRow, address, cell_text

#: What a file leaves out that knows one bidang urusan alone.
_OURS: Final = Kode("7.01")
_LEVEL: Final[Mapping[str, str]] = {Role.PROGRAM: "program", Role.KEGIATAN: "kegiatan"}
_CODES: Final = re.compile(r"\b(?:kode|rekening)\b", re.IGNORECASE)


class Places:
    """Reads what a row says of its place, by the columns of its table."""

    def __init__(self, table: Table) -> None:
        self._units = table.of(Role.UNIT)
        self._details = table.of(Role.RINCIAN)
        self._levels = {role: at for role in LEVELS for at in table.of(role)[:1]}
        self._names = table.of(Role.NAMA)
        self._parts = table.of(Role.BAGIAN)
        self._kode = table.of(Role.KODE)
        self._other_codes = [c.at for c in table.columns if not c.role and _CODES.search(c.heading)]
        self._before = [""] * len(self._parts)
        self._context: dict[str, Kode] = {}

    def is_heading(self, row: GridRow, said: str, *, begun: bool) -> bool:
        """Whether a row without a code is the sum of an urusan, a unit or a level above; ``begun`` says that codes of
        the same unit stand above it already."""
        if said:
            return False
        if self._kode or self._parts:
            return not begun and any(row.text(at) for at in (*self._other_codes, *self._units))
        sub = self._levels.get(Role.SUB)
        return sub is not None and not row.text(sub)

    def unit(self, row: GridRow) -> str:
        """Every text about the unit of a row, the whole before its parts."""
        return "\n".join(filter(None, (row.text(at) for at in self._units)))

    def unit_line(self, row: GridRow) -> str:
        """The unit whose rows follow, of a row that is one ("7.01.0.00.0.00.06.0000 Kecamatan Balung")."""
        places = [*self._kode, *self._levels.values(), *self._names]
        texts = [text for at in dict.fromkeys(places) if (text := row.text(at))]
        return "\n".join(texts) if any(unit_code(text) for text in texts) else ""

    def kode(self, row: GridRow) -> tuple[Kode | None, str]:
        """The code of a row, and what stands in its place where that is none."""
        if any(row.text(at) for at in self._parts):
            kode, said = self._of_parts(row)
        elif self._kode or self._parts:
            text = next(filter(None, (row.text(at) for at in self._kode)), "")
            kode, said = read_kode(text), "" if rekening_code(text) or unit_code(text) else text
        else:
            kode, said = self._of_levels(row)
        return kode, said

    def _learn(self, kode: Kode) -> None:
        """Keep what is left out below it in the rows that follow."""
        for level in _LEVEL.values():
            if (above := kode.above(level)) is not None:
                self._context[level] = above
            else:
                self._context.pop(level, None)

    def _of_parts(self, row: GridRow) -> tuple[Kode | None, str]:
        """A code over several columns; what stands above is not always said again."""
        if problem := self._lost_zero(row, self._parts):
            return None, problem
        texts = [row.text(at) for at in self._parts]
        last = max(n for n, text in enumerate(texts) if text)
        self._before = [text or (self._before[n] if n < last else "") for n, text in enumerate(texts)]
        parts = [
            text.zfill(2) if n and text.isdigit() else text for n, text in enumerate(self._before) if text
        ]
        return read_kode(" ".join(parts)), " ".join(parts)

    def _of_levels(self, row: GridRow) -> tuple[Kode | None, str]:
        """The deepest of the columns of program, kegiatan and sub kegiatan, each a whole code or what comes below."""
        found: Kode | None = None
        above: Kode | None = None
        said = ""
        for role, at in self._levels.items():
            if not (text := row.text(at)):
                above = self._context.get(_LEVEL.get(role, ""), above)
                continue
            if problem := self._lost_zero(row, (at,)):
                return None, problem
            if role == Role.SUB and len(text) == 1 and text.isdigit():
                text = text.zfill(2)
            kode = read_kode(text)
            if role in (Role.URUSAN, Role.BIDANG):
                kode = kode or read_below(text, above)
            elif kode is None or not kode.level:
                kode = read_below(text, above or _OURS)
            found, said = kode, "" if kode else text
            if kode is not None:
                above = kode
                self._learn(kode)
        return found, said

    def _lost_zero(self, row: GridRow, places: Iterable[int]) -> str:
        """What is said of 2.1, which Excel makes of 2.10; empty where every part is what was typed."""
        for at in places:
            cell = row[at]
            if isinstance(cell, float) and cell != int(cell) and len(cell_text(cell).partition(".")[2]) == 1:
                text, place = cell_text(cell), address(row.number, at)
                two = f"{text[:-1]}0{text[-1]} atau {text}0"
                return f"{text} (sel {place} tersimpan sebagai bilangan: {two})"
        return ""

    def detail(self, row: GridRow) -> str:
        """The rekening or document of a row below a sub kegiatan; empty for a row of its own."""
        texts = [row.text(at) for at in (*self._details, *self._kode)]
        codes = [code for text in texts if (code := rekening_code(text))]
        if codes:
            return codes[0]
        return next(filter(None, (row.text(at) for at in self._details)), "")

    def nama(self, row: GridRow, kode: Kode | None) -> str:
        """The name of a row, without the code before it."""
        for at in self._names:
            if (text := row.text(at)) and not unit_code(text):
                named = read_kode(text)
                return named.name if named and named.name else text
        if kode is not None and kode.name:
            return kode.name
        texts = (row.text(at) for role, at in reversed(self._levels.items()) if role in (*_LEVEL, Role.SUB))
        return next(
            (text for text in texts if text and read_kode(text) is None and not text[0].isdigit()), ""
        )
