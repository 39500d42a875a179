"""Whose the indikator of a pasted table are that names sasaran and kegiatan: told by what stands before what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from sakip.workbook.raw_cells import folded
from sakip.workbook.sheets.pasted import Block

_SASARAN: Final = re.compile(r"^(?:\w+\s+)?sasaran\b")
_INDIKATOR: Final = re.compile(r"\bindi[kc]ator\b|^iku\b")
_OF_KEGIATAN: Final = re.compile(
    r"^(?:nama\s+)?(?:program|(?:sub\s*-?\s*)?kegiatan)\b|program\s*(?:/|dan|,)\s*(?:sub\s*)?kegiatan"
)


@dataclass(frozen=True, kw_only=True)
class Indikators:
    """The columns of a table that name an indikator: those ``of_sasaran`` stand before its programs or kegiatan."""

    of_sasaran: tuple[int, ...]
    of_kegiatan: tuple[int, ...]
    names_sasaran: bool
    names_kegiatan: bool

    @property
    def are_of_sasaran(self) -> bool:
        """Whether the table is one of sasaran, with the programs or kegiatan that serve them."""
        return self.names_sasaran and bool(self.of_sasaran) and not self.of_kegiatan and self.names_kegiatan

    @property
    def are_of_kegiatan(self) -> bool:
        """Whether it is one of programs or kegiatan, perhaps with the sasaran that they serve."""
        return self.names_kegiatan and (bool(self.of_kegiatan) or not self.names_sasaran)


def indikators(block: Block) -> Indikators:
    """What the heads of a table say."""
    heads = [folded(head) for head in block.heads]
    named = [at for at, head in enumerate(heads) if _OF_KEGIATAN.search(head) and not _INDIKATOR.search(head)]
    first = min(named, default=len(heads))
    told = [at for at, head in enumerate(heads) if _INDIKATOR.search(head)]
    return Indikators(
        of_sasaran=tuple(at for at in told if at < first),
        of_kegiatan=tuple(at for at in told if at > first),
        names_sasaran=any(_SASARAN.search(head) for head in heads),
        names_kegiatan=bool(named),
    )
