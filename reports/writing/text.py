"""Plain text ⇄ blocks: the spelling of a page without JavaScript and of the workbook, both ways without a loss.

```
Alinea pertama, dengan *tebal* dan _miring_.

- butir
- butir
  1. butir bernomor di bawahnya

5. daftar yang dimulai dari lima

Tabel: Judul tabel
| Uraian | Jumlah |
| --- | --- |
| Surat | 12 |
```

A blank line parts blocks; a line break stays one. An item bears the number that it is written with. Lines pasted from
Excel (cells parted by tabs) are a table as well. ``\\`` before a sign makes it an ordinary one. Pure: no Django.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import Final

from reports.writing.blocks import (
    LARGEST_SPAN,
    LAST_NUMBER,
    Block,
    Cell,
    Inline,
    Item,
    List,
    Paragraph,
    Piece,
    Table,
    inline,
    join_lists,
    list_of,
    make_table,
    words,
)
from reports.writing.bounds import MOST_COLUMNS, Bounds
from reports.writing.characters import BULLETS, Refuse, ignore, printable
from reports.writing.html import cut_short, read_html
from reports.writing.spelled import write_html

_SIGNS: Final = frozenset(f"!\"#$%&'()*+,-./:;<=>?@[\\]^_`{{|}}~–—\xa0{BULLETS}")
#: The signs that mean something within a line.
_MARKS: Final = frozenset("\\*_")
_ITEM: Final = re.compile(
    rf"(?P<indent>[ \t\xa0]*)(?P<sign>[-*–—{BULLETS}]|(?P<number>[0-9]{{1,3}})[.)])"
    r"(?:(?:[ \t]+|\xa0+[ \t]*)(?P<rest>.*)|$)"
)
#: Word's second level: the letter o, or a sign that its font shows as a square, with a tab or wide blank behind it.
_WORD_ITEM: Final = re.compile(r"(?P<indent>[ \t\xa0]*)(?P<sign>[o§](?=[\t\xa0]))[ \t\xa0]+(?P<rest>.*)")
_ROW: Final = re.compile(r"[ \t]*\|")
_TITLE: Final = "Tabel: "
_RULE: Final = re.compile(r":?-{3,}:?")
_SPAN: Final = re.compile(r"\[(?:kolom (?P<columns>[0-9]{1,2}))?(?:, )?(?:baris (?P<rows>[0-9]{1,2}))?\][ ]?")
_BREAK: Final = "[/]"
_STEP: Final = 2
#: Items below one another beyond this stand side by side: as deep as HTML is read.
_DEEPEST: Final = 20

#: For readers of a page that has no editor: what each sign means.
GUIDE: Final = (
    "Satu baris kosong memisahkan alinea. Baris yang diawali “- ” menjadi daftar, “1. ” daftar bernomor. *tebal*, "
    "_miring_. Baris “| Uraian | Jumlah |” menjadi tabel; baris dari Excel dapat ditempel apa adanya."
)


# -- blocks → text -----------------------------------------------------------------------------------


def write_text(blocks: Iterable[Block]) -> str:
    """The text that stands for the blocks."""
    return "\n\n".join(_write(block) for block in blocks)


def plain_text(html: str) -> str:
    """Stored HTML as people read and type it."""
    return write_text(read_html(html))


def _write(block: Block) -> str:
    match block:
        case Paragraph(content):
            return _write_lines(content)
        case List():
            return "\n".join(_write_list(block, 0))
        case Table():
            return "\n".join(_write_table(block))


def _write_lines(content: Inline) -> str:
    return "\n".join(_escape_line(line) for line in write_inline(content).split("\n"))


def _write_list(one: List, level: int) -> Iterator[str]:
    indent = " " * (_STEP * level)
    for number, item in enumerate(one.items, start=one.start):
        sign = f"{min(number, LAST_NUMBER)}." if one.numbered else "-"
        first, *others = _write_lines(item.content).split("\n")
        yield f"{indent}{sign} {first}".rstrip(" ")
        yield from (f"{indent}  {line}" for line in others)
        for below in item.lists:
            yield from _write_list(below, level + 1)


def _write_table(table: Table) -> Iterator[str]:
    if table.title:
        yield _TITLE + write_inline((Piece(table.title),))
    for number, row in enumerate(table.rows):
        if table.head and number == table.head:
            yield _rule(row)
        yield f"| {' | '.join(_write_cell(cell, head=number < table.head) for cell in row)} |"
    if table.head == len(table.rows):
        yield _rule(table.rows[-1])


def _rule(row: tuple[Cell, ...]) -> str:
    return f"| {' | '.join(['---'] * max(len(row), 1))} |"


def _write_cell(cell: Cell, *, head: bool) -> str:
    spans = [f"{word} {n}" for word, n in (("kolom", cell.columns), ("baris", cell.rows)) if n > 1]
    before = f"[{', '.join(spans)}] " if spans else ""
    before += "! " if cell.header and not head else ""
    text = write_inline(cell.content).replace(_BREAK, rf"\{_BREAK}").replace("|", r"\|")
    text = text.replace("\n", f" {_BREAK} ")
    if text.startswith("!") or _RULE.fullmatch(text) or _SPAN.match(text):
        text = f"\\{text}"
    return before + text


def write_inline(content: Inline) -> str:
    """Running text with its signs: the plainest spelling that reads back as the same."""
    for soft, safe in product((True, False), (False, True)):
        text = _spell(content, soft=soft, safe=safe)
        if read_inline(text) == content:
            return text
    raise AssertionError(f"ejaan paling aman tidak terbaca kembali: {content!r}")


def _spell(content: Inline, *, soft: bool, safe: bool) -> str:
    bold, italic = ("*", "_") if soft else ("**", "__")
    result = []
    opened: list[str] = []
    for piece in content:
        wanted = [sign for sign, yes in ((bold, piece.bold), (italic, piece.italic)) if yes]
        result += [sign for sign in reversed(opened) if sign not in wanted]
        result += [sign for sign in wanted if sign not in opened]
        opened = wanted
        result.append(_escape(piece.text) if safe else piece.text)
    return "".join([*result, *reversed(opened)])


def _escape(text: str) -> str:
    return "".join(f"\\{char}" if char in _MARKS else char for char in text)


def _escape_line(line: str) -> str:
    """A line of running text that would read as an item or a row, made an ordinary one."""
    if _ROW.match(line):
        return f"\\{line}"
    if found := _ITEM.match(line):
        place = found.end("sign") - 1
        return f"{line[:place]}\\{line[place:]}"
    if found := _WORD_ITEM.match(line):
        return f"{line[: found.end('sign')]}\\{line[found.end('sign') :]}"
    return line


# -- text → blocks -----------------------------------------------------------------------------------


@dataclass(slots=True)
class _Item:
    """An item while its lines are read; ``indent`` is where its sign stands, ``number`` None behind a bullet."""

    indent: int
    number: int | None
    lines: list[str]
    below: list[_Item] = field(default_factory=list)


class _LineReader:
    """Reads line by line; what is open is a paragraph, a list or a table."""

    def __init__(self, bounds: Bounds) -> None:
        self.blocks: list[Block] = []
        self._bounds = bounds
        self._paragraph: list[str] = []
        self._list: list[_Item] = []
        self._path: list[_Item] = []
        self._table: list[list[str]] = []
        self._title = ""

    def read(self, line: str) -> None:
        """Take one more line."""
        if not line.strip(" \t\r\f"):
            self.close()
        elif (found := _item(line)) and not (self._table and "\t" in line.strip(" \t")):
            self._read_item(found)
        elif _ROW.match(line) or "\t" in line.strip(" \t"):
            self._read_row(line)
        elif self._path:
            self._path[-1].lines.append(line)
        else:
            if self._table:
                self.close()
            self._paragraph.append(line)

    def close(self) -> None:
        """End what is open."""
        if content := read_inline("\n".join(self._paragraph)):
            self.blocks.append(Paragraph(content))
        self.blocks += _lists(self._list)
        if self._table:
            self.blocks += _table(self._title, self._table, self._bounds)
        elif self._title:
            self.blocks.append(Paragraph(read_inline(self._title)))
        self._paragraph, self._list, self._path, self._table, self._title = [], [], [], [], ""

    def _read_row(self, line: str) -> None:
        if not self._table:
            title = ""
            if self._paragraph and self._paragraph[-1].lstrip(" \t").startswith(_TITLE):
                title = self._paragraph.pop().lstrip(" \t").removeprefix(_TITLE)
            self.close()
            self._title = title
        self._table.append(_split_row(line))

    def _read_item(self, found: re.Match[str]) -> None:
        if self._paragraph or self._table:
            self.close()
        indent = len(found["indent"].expandtabs(_STEP))
        number = found.groupdict().get("number")
        item = _Item(indent, None if number is None else int(number), [found["rest"] or ""])
        while self._path and (self._path[-1].indent >= indent or len(self._path) >= _DEEPEST):
            self._path.pop()
        (self._path[-1].below if self._path else self._list).append(item)
        self._path.append(item)


def read_text(text: str, refuse: Refuse = ignore) -> tuple[Block, ...]:
    """The blocks of a text. What they cannot hold is told to ``refuse``.

    Raises :class:`reports.writing.bounds.TextTooLarge`; of a text that is only shown the rest is left out.
    """
    bounds = Bounds(refuse)
    text = bounds.source(text).replace("\r\n", "\n").replace("\r", "\n")
    lines = printable(text, refuse).split("\n")
    reader = _LineReader(bounds)
    for line in bounds.source_lines(lines):
        reader.read(line)
    reader.close()
    # What HTML makes tidy (a table without a word, an empty item) is tidied in one place.
    blocks = read_html(write_html(reader.blocks), refuse)
    return cut_short(blocks) if bounds.cut else blocks


def _item(line: str) -> re.Match[str] | None:
    """The line as an item. Behind its sign Word puts a tab; a line with more of them is a row of Excel."""
    found = _ITEM.match(line) or _WORD_ITEM.match(line)
    return None if found is None or "\t" in (found["rest"] or "").strip(" \t") else found


def _lists(items: list[_Item]) -> tuple[List, ...]:
    """Items with one kind of sign are a list; a number that does not count on begins another."""
    return join_lists(
        list_of(Item(read_inline("\n".join(one.lines)), _lists(one.below)), one.number) for one in items
    )


def _split_row(line: str) -> list[str]:
    """Cells of a row: parted by ``|``, or by tabs where it does not begin with one."""
    bare = line.strip(" \t\r\f")
    if not bare.startswith("|"):
        return [cell.replace("|", r"\|").strip(" ") for cell in line.strip("\r\n").split("\t")]
    cells = [""]
    chars = iter(bare[1:])
    for char in chars:
        if char == "\\":
            cells[-1] += char + next(chars, "")
        elif char == "|":
            cells.append("")
        else:
            cells[-1] += char
    if not cells[-1].strip(" \t"):
        cells.pop()
    return [cell.strip(" \t") for cell in cells] or [""]


def _table(title: str, rows: list[list[str]], bounds: Bounds) -> list[Block]:
    rule = next((n for n, row in enumerate(rows) if all(_RULE.fullmatch(cell) for cell in row)), 0)
    cells = [
        [_cell(cell, header=n < rule) for cell in row[: MOST_COLUMNS + 1]]
        for n, row in enumerate(rows)
        if not all(_RULE.fullmatch(cell) for cell in row)
    ]
    name = words(read_inline(title)).replace("\n", " ")
    return [make_table(name, cells, bounds)] if cells else []


def _cell(text: str, *, header: bool) -> Cell:
    columns = rows = 1
    if (found := _SPAN.match(text)) and (found["columns"] or found["rows"]):
        columns = min(max(int(found["columns"] or 1), 1), LARGEST_SPAN)
        rows = min(max(int(found["rows"] or 1), 1), LARGEST_SPAN)
        text = text[found.end() :]
    if text.startswith("!"):
        header, text = True, text[1:]
    return Cell(read_inline(_with_breaks(text)), header=header, columns=columns, rows=rows)


def _with_breaks(text: str) -> str:
    """ "[/]" → a line break, unless ``\\`` stands before it."""
    return re.sub(r"\\.|\[/\]", lambda m: "\n" if m[0] == _BREAK else m[0], text, flags=re.DOTALL)


def read_inline(text: str) -> Inline:
    """Running text with its signs → pieces."""
    if not _MARKS.intersection(text):
        return inline([Piece(text)])
    chars: list[str] = []
    plain: list[bool] = []  # ordinary by ``\``
    source = iter(text)
    for char in source:
        if char == "\\":
            following = next(source, "")
            if following in _SIGNS and following:
                chars.append(following)
                plain.append(True)
                continue
            chars.append(char)
            plain.append(False)
            if not following:
                break
            char = following
        chars.append(char)
        plain.append(False)
    looks = {"*": [False] * len(chars), "_": [False] * len(chars)}
    dropped: set[int] = set()
    for sign, look in looks.items():
        _mark(chars, plain, sign, look, dropped)
    return inline(
        Piece(char, looks["*"][i], looks["_"][i]) for i, char in enumerate(chars) if i not in dropped
    )


def _mark(chars: list[str], plain: list[bool], sign: str, look: list[bool], dropped: set[int]) -> None:
    """Mark what stands between a pair of signs: doubled ones anywhere, single ones around whole words."""
    places = [i for i, char in enumerate(chars) if char == sign and not plain[i]]
    signs = set(places)
    doubled: list[int] = []
    for i in places:
        if i + 1 in signs and (not doubled or doubled[-1] + 1 < i):
            doubled.append(i)
    for first, last in zip(doubled[::2], doubled[1::2], strict=False):
        _fill(look, first, last + 2)
        dropped |= {first, first + 1, last, last + 1}
    opened = -1
    for i in places:
        if i in dropped or i - 1 in signs or i + 1 in signs:
            continue
        if opened < 0:
            if _at_word_end(chars, i - 1) and not _blank(chars, i + 1):
                opened = i
        elif not _blank(chars, i - 1) and _at_word_end(chars, i + 1):
            _fill(look, opened, i + 1)
            dropped |= {opened, i}
            opened = -1


def _fill(look: list[bool], first: int, last: int) -> None:
    for i in range(first, last):
        look[i] = True


def _blank(chars: list[str], i: int) -> bool:
    return not 0 <= i < len(chars) or chars[i] in " \t\n\xa0"


def _at_word_end(chars: list[str], i: int) -> bool:
    return not 0 <= i < len(chars) or not chars[i].isalnum()
