"""Where something stands in a paper whose lines nobody sees, as Word's: the heading above it and the paragraph below
that, the table and its row. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, TypeVar

from reports.papers.paper import Block, Row, Table, Text

B = TypeVar("B", Text, Row)

#: Of a heading so many characters are said.
_LONGEST_SAID: Final = 60
#: What is longer is a paragraph, whatever its style.
_LONGEST_HEADING: Final = 120
_CHAPTER: Final = re.compile(r"(BAB\s+[IVX]+)\b.*", re.IGNORECASE)
#: What belongs to no chapter, wherever it stands.
_APART: Final = re.compile(
    r"(?:kata pengantar|ringkasan|ikhtisar|daftar (?:isi|tabel|gambar)|lampiran)\b.*", re.IGNORECASE
)
#: What is a heading without a style that says so.
_HEADING: Final = re.compile(
    r"(?:[A-H]\.|\d\.\d+(?:\.\d+)*\.?)\s+[A-Z].{2,70}(?<![.;:,])"
    r"|(?:KATA PENGANTAR|(?:RINGKASAN|IKHTISAR) EKSEKUTIF|DAFTAR [A-Z]+|PENDAHULUAN|PENUTUP|LAMPIRAN\b[^a-z]{0,60})"
)
_NUMBERED: Final = re.compile(
    r"tabel\s+(?P<number>(?:[A-Z]{0,2}\d+|[IVX]+(?=\.\d))(?:\.\d+)*)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """What a file tells of its lines, by their number: which are ``headings`` by their style, and of a row of a table
    which table of the file and which of its rows it is (both from 1); ``sizes`` are the rows of each table."""

    headings: set[int] = field(default_factory=set)
    rows: dict[int, tuple[int, int]] = field(default_factory=dict)
    sizes: dict[int, int] = field(default_factory=dict)


def placed(blocks: Sequence[Block], lines: Lines) -> tuple[Block, ...]:
    """The blocks, each text and row with its place in words."""
    walk = _Walk(lines=lines)
    return tuple(walk.text(one) if isinstance(one, Text) else walk.table(one) for one in blocks)


@dataclass(kw_only=True)
class _Walk:
    """Goes down the paper once; knows the chapter and the heading it stands below, and the paragraphs since."""

    lines: Lines
    chapter: str = ""
    heading: str = ""
    paragraphs: int = 0
    tables: Counter[str] = field(default_factory=Counter)

    def text(self, text: Text) -> Text:
        styled = text.at.line in self.lines.headings
        if len(text.text) <= _LONGEST_HEADING:
            if (chapter := _CHAPTER.fullmatch(text.text)) and (styled or text.text.isupper()):
                self.chapter, self.heading, self.paragraphs = " ".join(chapter[1].upper().split()), "", 0
                return _at(text, f"judul “{_said(text.text)}”")
            if styled or _HEADING.fullmatch(text.text):
                if _APART.fullmatch(text.text):
                    self.chapter = ""
                self.heading, self.paragraphs = _said(text.text), 0
                return _at(text, f"judul “{self.heading}”")
        self.paragraphs += 1
        if not self._below:
            return _at(text, f"alinea {self.paragraphs} dari awal berkas")
        return _at(text, f"{self._below}, alinea {self.paragraphs}")

    @property
    def _below(self) -> str:
        """The chapter and the heading."""
        return ", ".join(filter(None, (self.chapter, self.heading and f"bagian “{self.heading}”")))

    def table(self, table: Table) -> Table:
        name = self._name(table)
        self.tables[name] += 1
        if (again := self.tables[name]) > 1:
            name = f"{name} (yang ke-{again})"
        rows = _numbers(table.rows, self.lines)
        return replace(
            table, rows=tuple(_at(row, f"{name}, baris {rows[row.at.line]}") for row in table.rows)
        )

    def _name(self, table: Table) -> str:
        """The number of its caption, else the words above it."""
        if number := _NUMBERED.match(table.caption):
            return f"Tabel {number['number']}"
        if table.caption:
            return f"tabel di bawah “{_said(table.caption)}”"
        return f"tabel dalam {self._below}" if self._below else "tabel di awal berkas"


def _numbers(rows: Sequence[Row], lines: Lines) -> Mapping[int, int]:
    """The number of each row, by its line: counted on where a table is parted in several."""
    numbers: dict[int, int] = {}
    above, last = 0, 0
    for row in rows:
        table, number = lines.rows[row.at.line]
        if last and table != last:
            above += sum(lines.sizes[one] for one in range(last, table))
        last = table
        numbers[row.at.line] = above + number
    return numbers


def _at(one: B, words: str) -> B:
    return replace(one, at=replace(one.at, place=words))


def _said(text: str) -> str:
    return text if len(text) <= _LONGEST_SAID else f"{text[: _LONGEST_SAID - 1].rstrip()}…"
