"""A new indikator of a matrix whose targets are letters: what it is measured by follows from them, and is told."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from reports.papers.scales import scale_of_letters
from reports.paste.names import Names
from reports.paste.reading import Reading
from sakip.capaian.rumus import rumus_bawaan
from sakip.capaian.values import JenisNilai
from sakip.entry.value_kinds import shorten
from sakip.text.key_names import squeezed

#: "BB", "BB (70,1)", "Sangat Baik"; and "70,1 (BB)", which says the letter of its number.
_LETTER: Final = re.compile(r"([^\W\d][^\d()]*?)\s*(?:\([\d\s.,<>=≥≤–-]+\))?", re.DOTALL)
_BEHIND: Final = re.compile(r"([\d.,]+)\s*\(\s*([^\W\d]{1,2})\s*\)")


def letter_first(text: str) -> str:
    """ "70,1 (BB)" as the letter with its number, "BB (70,1)"; any other text as it is."""
    found = _BEHIND.fullmatch(" ".join(text.split()))
    return f"{found[2]} ({found[1]})" if found else text


Targets = Mapping[tuple[str, object, int], Sequence[str]]


def targets_beside(readings: Sequence[Reading]) -> Targets:
    """The targets of each row of a matrix, by the sheet of their indikator, the head and the line."""
    result: dict[tuple[str, object, int], Sequence[str]] = {}
    for one in readings:
        at = [x for x, key in enumerate(one.columns) if key.startswith("target@")]
        of = next((column.names for column in one.sheet.columns if column.names), "")
        if one.beside and at and of:
            for row in one.body:
                result[of, one.heads, row.at.line] = [row[x] for x in at if row[x].strip(" -–—")]
    return result


@dataclass(frozen=True, kw_only=True)
class Lettered:
    """How new indikator of one sheet are measured, told by their targets."""

    reading: Reading
    names: Names
    targets: Targets

    def measured(self, line: int, cells: Mapping[str, Any]) -> tuple[dict[str, str], str]:
        """What the row says of it besides, and what is told of that; nothing where its targets are no letters, where it
        is recorded already, or where the table says it itself."""
        sheet = self.reading.sheet
        keys = {column.key for column in sheet.columns}
        name = str(cells.get(sheet.pasted.called) or "")
        said = [letter_first(one) for one in self.targets.get((sheet.nama, self.reading.heads, line), ())]
        found = [_LETTER.fullmatch(" ".join(one.split())) for one in said]
        letters = {one[1].strip() for one in found if one}
        if not name or not {"jenis_nilai", "rumus", "skala"} <= keys or not letters or not all(found):
            return {}, ""
        if cells.keys() & {"jenis_nilai", "skala"} or self._is_recorded(name, cells):
            return {}, ""
        scales = self.names.recorded.references.scales
        scale = scale_of_letters(scales, letters, str(cells.get("satuan") or ""))
        if not scale:
            return {}, ""
        measured = {
            "jenis_nilai": JenisNilai.HURUF.value,
            "rumus": rumus_bawaan(JenisNilai.HURUF).value,
            "skala": scale,
        }
        return measured, (
            f"Baris {line}: target “{shorten(name)}” berupa huruf; jenis nilainya dicatat Huruf pada skala"
            f" {scales[scale].nama}. Bila skalanya lain, ubah pada Renstra."
        )

    def _is_recorded(self, name: str, cells: Mapping[str, Any]) -> bool:
        place = self.reading.sheet.pasted.place(self.names, cells)
        return any(
            squeezed(str(one.get(self.reading.sheet.pasted.called))) == squeezed(name)
            for one in self.names.recorded.content[self.reading.sheet.nama]
            if all(one.get(key, value) == value for key, value in place.items())
        )
