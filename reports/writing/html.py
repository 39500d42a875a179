"""Allow-listed HTML ⇄ blocks: the spelling in which a text is stored and in which the editor sends it.

What an editor, Word or a person writes is brought to one tidy form. Words are never lost; what the blocks cannot hold
(a list inside a table cell) becomes lines, and whoever writes it is told. Pure: no Django.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from reports.writing.allow_list import clean
from reports.writing.blocks import (
    LARGEST_SPAN,
    LAST_NUMBER,
    Block,
    Cell,
    Inline,
    Item,
    Letter,
    List,
    Paragraph,
    Piece,
    join_lists,
    letters_of,
    make_table,
    tidy,
    words,
)
from reports.writing.bounds import CUT_SHORT, Bounds
from reports.writing.characters import BULLETS, Refuse, ignore, opening, printable
from reports.writing.elements import Element, Text, Tree, texts_of
from reports.writing.spelled import write_html

#: How Word and browsers write bold and italic; a heading is a line in bold, as in the editor.
_SAME: Final = (
    (re.compile(r"<(/?)b(?=[\s/>])", re.IGNORECASE), r"<\1strong"),
    (re.compile(r"<(/?)i(?=[\s/>])", re.IGNORECASE), r"<\1em"),
    (re.compile(r"<h[1-6](?:\s[^<>]*)?>", re.IGNORECASE), "<p><strong>"),
    (re.compile(r"</h[1-6]\s*>", re.IGNORECASE), "</strong></p>"),
)
#: One of Word's signs, or several, in front of a line.
_BULLET: Final = re.compile(rf"(?:[ \xa0]*[{BULLETS}](?=[ \xa0]))+[ \xa0]+")
_ANY_BULLET: Final = re.compile(f"[{BULLETS}]")
#: Raised and lowered digits have characters of their own: "km²" must not become "km2".
_RAISED: Final = re.compile(
    r"<(?P<tag>su[pb])(?:\s[^<>]*)?>\s?(?P<digits>[0-9+\u2212-]{1,6})\s?</(?P=tag)\s*>", re.IGNORECASE
)
_DIGITS: Final = {
    "sup": str.maketrans("0123456789+-\u2212", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻"),
    "sub": str.maketrans("0123456789+-\u2212", "₀₁₂₃₄₅₆₇₈₉₊₋₋"),
}


def tidy_html(source: str) -> str:
    """The tidy HTML of any HTML; the same text again when it is tidy already."""
    return write_html(read_html(source))


# -- HTML → blocks -----------------------------------------------------------------------------------


def read_html(source: str, refuse: Refuse = ignore) -> tuple[Block, ...]:
    """The blocks of a text, whatever HTML it is. What they cannot hold is told to ``refuse``.

    Raises :class:`reports.writing.bounds.TextTooLarge`; of a text that is only shown the rest is left out.
    """
    return _read_stored(source) if refuse is ignore else _read(source, refuse)


@lru_cache(maxsize=128)
def _read_stored(source: str) -> tuple[Block, ...]:
    """Texts of a year are read again for every page and document that shows them."""
    return _read(source, ignore)


def _read(source: str, refuse: Refuse) -> tuple[Block, ...]:
    bounds = Bounds(refuse)
    source = bounds.source(source)
    for same, instead in _SAME:
        source = same.sub(instead, source)
    source = _RAISED.sub(lambda m: m["digits"].translate(_DIGITS[m["tag"].lower()]), source)
    # NUL and surrogates are no characters to the allow-list either.
    tree = Tree(bounds.tagged(clean(source.encode(errors="ignore").decode().replace("\0", ""))))
    reader = _HtmlReader(refuse, bounds)
    reader.walk(tree.root.children)
    reader.close()
    return cut_short(reader.blocks) if bounds.cut else tuple(reader.blocks)


def cut_short(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """What is shown of a text that is too large, with a word that says so."""
    word = Paragraph((Piece(CUT_SHORT, italic=True),))
    return (*blocks, *(() if word in blocks[-1:] else (word,)))


class _HtmlReader:
    """Collects blocks; text that stands in none becomes a paragraph of its own."""

    def __init__(self, refuse: Refuse, bounds: Bounds) -> None:
        self.blocks: list[Block] = []
        self._refuse = refuse
        self._bounds = bounds
        self._loose: list[Letter] = []

    def walk(self, children: Iterable[Element | Text]) -> None:
        """Read what stands outside lists and tables."""
        for child in children:
            if isinstance(child, Text):
                self._loose += self._letters(child)
                continue
            self.close()
            match child.tag:
                case "ul" | "ol":
                    self.blocks += self._lists(child)
                case "li":
                    self.blocks += self._lists(Element("ul", children=[child]))
                case "table":
                    self._table(child)
                case _:
                    self.walk(child.children)
                    self.close()

    def close(self) -> None:
        """Two line breaks in a row part paragraphs, as the eye reads them; lines behind Word's signs are items."""
        for content in _paragraphs(self._loose):
            if not self._has_room(content):
                break
            before, items = _bulleted(content)
            if before:
                self.blocks.append(Paragraph(before))
            last = self.blocks[-1] if self.blocks else None
            if items and isinstance(last, List) and not last.numbered:
                self.blocks[-1] = replace(last, items=(*last.items, *items))
            elif items:
                self.blocks.append(List(False, items))
        self._loose = []

    def _letters(self, text: Text) -> list[Letter]:
        return [Letter(char, text.bold, text.italic) for char in printable(text.chars, self._refuse)]

    def _has_room(self, content: Inline) -> bool:
        return self._bounds.lines(1 + words(content).count("\n"))

    # -- lists ---------------------------------------------------------------------------------------

    def _lists(self, element: Element) -> tuple[List, ...]:
        """The list; several where an item bears a number of its own."""
        numbered = element.tag == "ol"
        start = element.number("start") if numbered else None
        result = [List(numbered, (), self._number(1 if start is None else start))]
        self._items(element.children, result)
        return join_lists(one for one in result if one.items)

    def _items(self, children: Iterable[Element | Text], lists: list[List]) -> None:
        def add(item: Item) -> None:
            lists[-1] = replace(lists[-1], items=(*lists[-1].items, item))

        for child in children:
            if isinstance(child, Text):
                if (content := tidy(self._letters(child))) and self._has_room(content):
                    add(_item(content, ()))
                continue
            if child.tag in ("ul", "ol"):  # a list straight inside a list belongs to the item before it
                if below := self._lists(child):
                    *others, parent = lists[-1].items or (Item(()),)
                    joined = replace(parent, lists=join_lists([*parent.lists, *below]))
                    lists[-1] = replace(lists[-1], items=(*others, joined))
                continue
            letters: list[Letter] = []
            inside: list[List] = []
            self._flow(child.children, letters, inside)
            content = tidy(letters)
            number = child.number("value") if lists[-1].numbered else None
            if not (content or inside) or not self._has_room(content):
                continue
            if number is not None:
                lists.append(List(True, (), self._number(number)))
            add(_item(content, inside))

    def _number(self, number: int) -> int:
        if number > LAST_NUMBER:
            self._refuse(
                f"Daftar bernomor yang dimulai dari {number} tidak dapat disimpan: nomor paling besar {LAST_NUMBER}. "
                f"Tulis nomornya sebagai bagian dari kalimat."
            )
        return min(number, LAST_NUMBER)

    def _flow(
        self, children: Iterable[Element | Text], letters: list[Letter], inside: list[List] | None
    ) -> None:
        """Everything below as running text: blocks become lines. Lists go ``inside`` where there is room for them."""
        for child in children:
            if isinstance(child, Text):
                letters += self._letters(child)
                continue
            match child.tag:
                case "ul" | "ol" if inside is not None:
                    inside += self._lists(child)
                case "td" | "th":
                    letters.append(Letter(" "))
                    self._flow(child.children, letters, inside)
                case tag:
                    if tag in ("ul", "ol", "table"):
                        self._refuse_inside(tag, opening(" ".join(texts_of(child))), in_cell=inside is None)
                    letters.append(Letter("\n"))
                    self._flow(child.children, letters, inside)
                    letters.append(Letter("\n"))

    def _refuse_inside(self, tag: str, said: str, *, in_cell: bool) -> None:
        if tag == "table":
            where = "sel tabel" if in_cell else "butir daftar"
            self._refuse(f"Tabel “{said}” berada di dalam {where}. Pindahkan ke luar {where} itu.")
        else:  # everywhere else there is room for a list
            self._refuse(
                f"Daftar “{said}” berada di dalam sel tabel. Tulis sebagai baris biasa di sel itu, atau pindahkan ke "
                f"bawah tabel."
            )

    # -- tables --------------------------------------------------------------------------------------

    def _table(self, element: Element) -> None:
        """The table; only its words where it has no cell that says something."""
        title: list[Letter] = []
        rows: list[list[Cell]] = []
        self._rows(element.children, title, rows)
        name = words(tidy(title)).replace("\n", " ")
        if any(cell.content for row in rows for cell in row):
            self.blocks.append(make_table(name, rows, self._bounds))
        else:
            self._loose += letters_of((Piece(name),))
            self.close()

    def _rows(self, children: Iterable[Element | Text], title: list[Letter], rows: list[list[Cell]]) -> None:
        for child in children:
            if isinstance(child, Text):
                continue  # the parser has moved every word in front of the table
            match child.tag:
                case "caption":
                    self._flow(child.children, title, None)
                case "tr":
                    rows.append([self._cell(c) for c in child.children if isinstance(c, Element)])
                case _:
                    self._rows(child.children, title, rows)

    def _cell(self, element: Element) -> Cell:
        letters: list[Letter] = []
        self._flow(element.children, letters, None)
        return Cell(
            content=tidy(letters),
            header=element.tag == "th",
            columns=min(max(element.number("colspan") or 1, 1), LARGEST_SPAN),
            rows=min(max(element.number("rowspan") or 1, 1), LARGEST_SPAN),
        )


def _paragraphs(letters: Sequence[Letter]) -> Iterator[Inline]:
    current: list[Letter] = []
    fresh = True  # nothing but blanks on this line so far
    for one in letters:
        if one.char == "\n" and fresh:
            if content := tidy(current):
                yield content
            current = []
        fresh = one.char == "\n" or (fresh and one.char == " ")
        current.append(one)
    if content := tidy(current):
        yield content


def _lines(content: Inline) -> list[list[Letter]]:
    lines: list[list[Letter]] = [[]]
    for one in letters_of(content):
        if one.char == "\n":
            lines.append([])
        else:
            lines[-1].append(one)
    return lines


def _behind_bullet(line: Sequence[Letter]) -> list[Letter] | None:
    """What stands behind one of Word's signs; None where the line begins with none, or nothing follows."""
    found = _BULLET.match("".join(one.char for one in line))
    return list(line[found.end() :]) if found and found.end() < len(line) else None


def _bulleted(content: Inline) -> tuple[Inline, tuple[Item, ...]]:
    """Lines in front of the first of Word's signs, and the items behind them."""
    if not _ANY_BULLET.search(words(content)):
        return content, ()
    before: list[Letter] = []
    items: list[list[Letter]] = []
    for line in _lines(content):
        behind = _behind_bullet(line)
        if behind is not None:
            items.append(behind)
        else:
            (items[-1] if items else before).extend([Letter("\n"), *line])
    if not items:
        return content, ()
    return tidy(before), tuple(Item(item) for letters in items if (item := tidy(letters)))


def _item(content: Inline, inside: Sequence[List]) -> Item:
    """An item without a second sign of its own; lines behind signs are a list below it."""
    if _ANY_BULLET.search(words(content)):
        first, *others = _lines(content)
        if (behind := _behind_bullet(first)) is not None:
            content = tidy([*behind, *(one for line in others for one in (Letter("\n"), *line))])
    before, items = _bulleted(content)
    below = [List(False, items)] if items else []
    return Item(before, join_lists([*below, *inside]))


# -- blocks → HTML -----------------------------------------------------------------------------------
