"""Pohon kinerja: the cascade tujuan → sasaran → program → kegiatan, cut to pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from reports.charts.svg import ACCENT, BACKGROUND, DIM, INK, frame, line, rectangle, writing
from reports.charts.text_width import wrap

LEVELS: Final = ("Tujuan", "Sasaran", "Program", "Kegiatan")
CONTINUATION: Final = "(lanjutan)"

#: Printed width in mm: a page on its side.
WIDE: Final = 240

#: How much larger than at least a cascade may be drawn that leaves room on its page: up to 12 points.
_SCALES: Final = (1.4, 1.3, 1.2, 1.1)

#: Tenths of a millimetre; a larger drawing has fewer of them.
_WIDTH: Final = WIDE * 10
# At least 29 tenths of a millimetre, which are 8 points.
_SIZE: Final = 30
_ROW: Final = 34
_SMALL_SIZE: Final = 29
_SMALL_ROW: Final = 32
_PADDING: Final = 7
_EDGE: Final = 3
_PARENT: Final = 36  # left margin in which the line runs from the tujuan to its sasaran
_GAP: Final = 40  # between columns, for the elbows
_BETWEEN: Final = (0, 18, 12, 8)  # above a box that has an elder sibling, by level: groups stay visible
_COLUMN_TITLE: Final = 38
_TITLE_GAP: Final = 12
_CONNECTION: Final = 27  # middle of the lowest box there can be
# Shares of the width for sasaran, program, kegiatan, by how many of them there are. The last column decides the height
# of the drawing, so it gets the most; sasaran alone need no more than their words.
_PARTS: Final = ((100,), (28,), (35, 65), (22, 28, 50))
# Border and fill by level, so that levels differ in print without colour.
_BOX_LINES: Final = (0, 6, 4, 2)
_BOX_CONTENT: Final = (ACCENT, BACKGROUND, BACKGROUND, "#fff")


@dataclass(frozen=True, slots=True)
class KinerjaNode:
    """One element of the cascade; its level follows from its depth.

    `kode` is the code of the nomenklatur, `indikator` are its indikator with their targets, and `penanggung_jawab` is
    the responsible seksi; each may be empty.
    """

    text: str
    children: "tuple[KinerjaNode, ...]" = ()
    penanggung_jawab: str = ""
    kode: str = ""
    indikator: tuple[str, ...] = ()


def kinerja_tree(tujuan: KinerjaNode, *, max_height: int, grow: bool = False) -> list[str]:
    """Draw the cascade of a tujuan as drawings that are each at most `max_height` mm high; under 80 mm one path of it
    is not legible.

    Columns run from sasaran at the left to kegiatan at the right. A cascade that is too high continues in the
    next drawing, where the elements above the first one are repeated with "(lanjutan)". One that
    leaves room may ``grow``: its letters are larger.

    Raises ValueError for more than four levels.
    """
    return list(_drawn(tujuan, max_height, grow))


@lru_cache(maxsize=32)  # the same cascade stands on a page, in the report and in its appendix
def _drawn(tujuan: KinerjaNode, max_height: int, grow: bool) -> tuple[str, ...]:
    levels = _levels(tujuan)
    for scale in _SCALES if grow else ():
        height = round(max_height * 10 / scale)
        several = _cut(tujuan, _Columns(round(_WIDTH / scale), levels), height)
        if len(several) == 1 and _height(several[0]) <= height:
            return (_draw(several[0], scale),)
    return tuple(_draw(pieces) for pieces in _cut(tujuan, _Columns(_WIDTH, levels), max_height * 10))


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of a drawing so wide, with so many levels below the tujuan."""

    wide: int
    levels: int

    def place(self, level: int) -> tuple[int, int]:
        """Where the column of a level begins, and its width."""
        if level == 0:
            return _EDGE, self.wide - 2 * _EDGE
        parts = _PARTS[self.levels]
        space = self.wide - _PARENT - _EDGE - 2 * _GAP
        return (
            _PARENT + sum(parts[: level - 1]) * space // 100 + (level - 1) * _GAP,
            parts[level - 1] * space // 100,
        )


@dataclass(frozen=True, slots=True)
class _Unsur:
    """An element and its place in the cascade: the position among its siblings, for each level above it.

    The place tells elements apart that are equal in every word, as two sub kegiatan may be.
    """

    node: KinerjaNode
    places: tuple[int, ...]


class _Box:
    """An element placed in one drawing: its lines, its children there, and later its position."""

    def __init__(self, unsur: _Unsur, columns: _Columns, max_height: int, *, continuation: bool) -> None:
        self.unsur = unsur
        self.columns = columns
        node = unsur.node
        self.level = level = len(unsur.places)
        self.children: list[_Box] = []
        self.y = 0
        self.x, self.width = columns.place(level)
        width = self.width - 2 * _PADDING
        text = f"{node.text} {CONTINUATION}" if continuation else node.text
        if level == 0:
            text = f"{LEVELS[0]}: {text}"
        above = " – ".join(filter(None, (node.kode, node.penanggung_jawab)))
        self.above = wrap(above, width, _SMALL_SIZE, max_rows=4)
        # Beyond any real text: the promise of max_height holds for whatever somebody typed.
        most = _max_rows(level, max_height)
        self.texts = wrap(text, width, _SIZE, bold=level <= 1, max_rows=most)
        self.indikator: list[str] = []
        for one in node.indikator:
            if (room := most - len(self.texts) - len(self.indikator)) > 0:
                self.indikator += wrap(f"• {one}", width, _SMALL_SIZE, max_rows=room)
        self.height = (
            2 * _PADDING + (len(self.above) + len(self.indikator)) * _SMALL_ROW + len(self.texts) * _ROW
        )

    def arrange(self, y: int) -> int:
        """Place this box at `y` and its children beside it from there down; return the lower edge of all."""
        self.y = y
        below = y
        for i, child in enumerate(self.children):
            below = child.arrange(below + (_BETWEEN[child.level] if i else 0))
        return max(below, y + self.height)

    @property
    def connection(self) -> int:
        """Height at which lines meet the box: the same below every upper edge, so that the line from a
        box to its first child, which stands beside it, is straight."""
        return self.y + _CONNECTION

    def everything(self) -> "Iterator[_Box]":
        yield self
        for child in self.children:
            yield from child.everything()


def _levels(node: KinerjaNode) -> int:
    """How many there are below it; no more than there may be."""
    return min(max((1 + _levels(child) for child in node.children), default=0), len(LEVELS) - 1)


def _max_rows(level: int, max_height: int) -> int:
    """Lines that fit: a third of the height for the tujuan, half of it for any other box."""
    space = max_height // 3 if level == 0 else max_height // 2
    return max((space - 2 * _PADDING - 4 * _SMALL_ROW) // _ROW, 1)


def _paths(unsur: _Unsur, above: tuple[_Unsur, ...] = ()) -> Iterator[tuple[_Unsur, ...]]:
    """Every path from the tujuan to an element without children, in order."""
    paths = (*above, unsur)
    if len(paths) > len(LEVELS):
        raise ValueError(f"pohon kinerja paling banyak {len(LEVELS)} tingkat: {unsur.node.text!r}")
    if not unsur.node.children:
        yield paths
    for nomor, child in enumerate(unsur.node.children):
        yield from _paths(_Unsur(child, (*unsur.places, nomor)), paths)


def _cut(root: KinerjaNode, columns: _Columns, max_height: int) -> list[_Box]:
    """Distribute the paths of one tujuan over drawings, as many to each as it holds, in order."""
    results: list[_Box] = []
    already: set[tuple[int, ...]] = set()
    loaded: list[tuple[_Unsur, ...]] = []
    for paths in _paths(_Unsur(root, ())):
        if loaded and _height(_assemble([*loaded, paths], already, columns, max_height)) > max_height:
            results.append(_assemble(loaded, already, columns, max_height))
            already.update(unsur.places for old in loaded for unsur in old)
            loaded = []
        loaded.append(paths)
    results.append(_assemble(loaded, already, columns, max_height))
    return results


def _assemble(
    paths: Sequence[tuple[_Unsur, ...]], already: set[tuple[int, ...]], columns: _Columns, max_height: int
) -> _Box:
    """The tree of the boxes on the given paths; those drawn before (``already``) are marked as continued."""
    base = paths[0][0]
    root = _Box(base, columns, max_height, continuation=base.places in already)
    for steps in paths:
        current = root
        for unsur in steps[1:]:
            if not current.children or current.children[-1].unsur.places != unsur.places:
                current.children.append(
                    _Box(unsur, columns, max_height, continuation=unsur.places in already)
                )
            current = current.children[-1]
    return root


def _height(root: _Box) -> int:
    """Place every box and return the height of the drawing."""
    root.y = _EDGE
    below = root.y + root.height
    for i, child in enumerate(root.children):
        below = child.arrange(below + (_BETWEEN[1] if i else _COLUMN_TITLE + _TITLE_GAP))
    return below + _EDGE


def _draw(root: _Box, scale: float = 1) -> str:
    height = _height(root)
    paths: list[str] = []
    shapes: list[str] = []
    if root.children:
        for level in range(1, 1 + max(box.level for box in root.everything())):
            shapes.append(
                writing(
                    root.columns.place(level)[0],
                    root.y + root.height + _COLUMN_TITLE - 6,
                    LEVELS[level],
                    _SMALL_SIZE,
                    bold=True,
                    colour=DIM,
                )
            )
    for box in root.everything():
        paths.extend(_connection(box))
        shapes.extend(_shapes(box))
    return frame([*paths, *shapes], width=root.columns.wide, height=height, scale=scale)


def _connection(box: _Box) -> list[str]:
    """Elbows from a box to its children: from below the tujuan, from the right side of the others."""
    if not box.children:
        return []
    left_of_child = box.children[0].x
    if box.level == 0:
        x, start = _PARENT // 2, box.y + box.height
        results = []
    else:
        x, start = left_of_child - _GAP // 2, box.connection
        results = [line((box.x + box.width, start), (x, start))]
    results.append(line((x, start), (x, box.children[-1].connection)))
    results.extend(line((x, child.connection), (left_of_child, child.connection)) for child in box.children)
    return results


def _shapes(box: _Box) -> list[str]:
    x, width = box.x, box.width
    tujuan = box.level == 0
    colour, small_colour = ("#fff", "#fff") if tujuan else (INK, DIM)
    results = [
        rectangle(
            x,
            box.y,
            width,
            box.height,
            content=_BOX_CONTENT[box.level],
            line=ACCENT,
            thick=_BOX_LINES[box.level],
        )
    ]
    left, y = x + _PADDING, box.y + _PADDING
    for row in box.above:
        results.append(writing(left, y + 24, row, _SMALL_SIZE, italic=True, colour=small_colour))
        y += _SMALL_ROW
    for row in box.texts:
        results.append(writing(left, y + 27, row, _SIZE, bold=box.level <= 1, colour=colour))
        y += _ROW
    for row in box.indikator:
        results.append(writing(left, y + 23, row, _SMALL_SIZE, colour=colour))
        y += _SMALL_ROW
    return results
