"""Chart of the organisation of a kecamatan."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from reports.charts.svg import ACCENT, BACKGROUND, INK, WIDTH, frame, line, rectangle, writing
from reports.charts.text_width import wrap

_EDGE: Final = 4  # half a border, so that no line is cut at the edge
_PIVOT: Final = WIDTH // 2
_LEADER_BOX: Final = 560
_SIDE_BOX: Final = 520
_SIDE: Final = 640  # room for what hangs beside the trunk
_PER_SERIES: Final = 5
_GAP: Final = 24
_DOWN: Final = 44  # between a box and what hangs below it
_INDENT: Final = 32
_SIZE: Final = 28
_ROW: Final = 34
_PADDING: Final = 16
_MINIMUM_WIDTH: Final = 180


class NodeKind(StrEnum):
    """Where a box hangs below the Camat; deeper down all hang alike."""

    SEKRETARIAT = "sekretariat"
    """Staff, right of the trunk, with its sub-bagian below it."""
    FUNGSIONAL = "fungsional"
    """Kelompok Jabatan Fungsional, left of the trunk."""
    SEKSI = "seksi"
    """Line, in a row below."""


@dataclass(frozen=True, slots=True)
class ChartNode:
    """A box: the unit or office."""

    text: str
    children: "tuple[ChartNode, ...]" = ()
    kinds: NodeKind = NodeKind.SEKSI


def organisasi_chart(root: ChartNode) -> str:
    """The Camat on top, Kelompok Jabatan Fungsional at the left and Sekretariat at the right of the trunk,
    the seksi in rows of at most five below, whatever is under them as an indented list.

    Boxes grow with their text, so nothing is cut.
    """
    figure = _Drawing()
    below = figure.box(root, _PIVOT - _LEADER_BOX // 2, _EDGE, _LEADER_BOX, leader=True)
    left = [s for s in root.children if s.kinds is NodeKind.FUNGSIONAL]
    right = [s for s in root.children if s.kinds is NodeKind.SEKRETARIAT]
    series = [s for s in root.children if s.kinds is NodeKind.SEKSI]

    y = below
    for i in range(max(len(left), len(right))):
        paired = [*left[i : i + 1], *right[i : i + 1]]
        height = max(_height(s, _SIDE_BOX) for s in paired)
        y = max(figure.side(s, y + _DOWN, height) for s in paired)
    if series:
        y = figure.series(series, y + _DOWN)
    if figure.bar:
        figure.lines.insert(0, line((_PIVOT, below), (_PIVOT, figure.bar)))
    return frame([*figure.lines, *figure.shapes], width=WIDTH, height=y + _EDGE)


class _Drawing:
    """Collects the shapes; lines are kept apart because they are drawn first, beneath the boxes."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.shapes: list[str] = []
        self.bar = 0  # how far down the trunk reaches; 0 is none

    def box(
        self,
        node: ChartNode,
        x: int,
        y: int,
        width: int,
        *,
        minimum_height: int = 0,
        leader: bool = False,
    ) -> int:
        """Draw one box and return its lower edge."""
        rows = _rows(node, width)
        height = max(_height(node, width), minimum_height)
        content = ACCENT if leader else "#fff" if node.kinds is NodeKind.FUNGSIONAL else BACKGROUND
        self.shapes.append(rectangle(x, y, width, height, content=content, line=ACCENT, thick=3))
        base = y + (height - len(rows) * _ROW) // 2 + 26
        for i, text in enumerate(rows):
            self.shapes.append(
                writing(
                    x + width // 2,
                    base + i * _ROW,
                    text,
                    _SIZE,
                    anchor="middle",
                    bold=True,
                    colour="#fff" if leader else INK,
                )
            )
        return y + height

    def side(self, node: ChartNode, y: int, height: int) -> int:
        """A box beside the trunk with its own units below: two stand side by side, more in a list."""
        if node.kinds is NodeKind.FUNGSIONAL:
            x, space_x, inner_edge = _EDGE, _EDGE, _EDGE + _SIDE_BOX
        else:
            space_x = WIDTH - _EDGE - _SIDE
            x = inner_edge = space_x + (_SIDE - _SIDE_BOX) // 2
        below = self.box(node, x, y, _SIDE_BOX, minimum_height=height)
        # Both boxes of a pair are equally high, so their lines meet the trunk at one point.
        self.bar = y + height // 2
        self.lines.append(line((_PIVOT, self.bar), (inner_edge, self.bar)))
        if len(node.children) == 2 and x != space_x:
            return self._side_by_side(node.children, space_x, below, _SIDE)
        return self._listing(node.children, x, below, _SIDE_BOX)

    def series(self, nodes: Sequence[ChartNode], y: int) -> int:
        """Rows of boxes under the trunk, as even as possible; a later row is reached along the left edge."""
        many = -(-len(nodes) // _PER_SERIES)
        per_series = -(-len(nodes) // many)
        edge = _INDENT if many > 1 else 0
        box_width = (WIDTH - 2 * _EDGE - edge - (per_series - 1) * _GAP) // per_series
        box_width = min(box_width, _SIDE_BOX)
        self.bar = y
        for nomor in range(many):
            content = nodes[nomor * per_series : (nomor + 1) * per_series]
            width = len(content) * box_width + (len(content) - 1) * _GAP
            x = edge + (WIDTH - edge - width) // 2
            left_end = _EDGE if many > 1 else x + box_width // 2
            self.lines.append(line((left_end, y), (x + width - box_width // 2, y)))
            below = self._inline(content, x, y, box_width)
            if nomor + 1 < many:
                self.lines.append(line((_EDGE, y), (_EDGE, below + _DOWN)))
                below += _DOWN
            y = below
        return y

    def _side_by_side(self, nodes: Sequence[ChartNode], x: int, y: int, width: int) -> int:
        box_width = (width - _GAP) // 2
        bar = y + _DOWN // 2
        self.lines.append(line((x + width // 2, y), (x + width // 2, bar)))
        self.lines.append(line((x + box_width // 2, bar), (x + width - box_width // 2, bar)))
        return self._inline(nodes, x, bar, box_width)

    def _inline(self, nodes: Sequence[ChartNode], x: int, y: int, box_width: int) -> int:
        """Boxes of equal height hanging from a bar at `y`, each with its list below."""
        height = max(_height(s, box_width) for s in nodes)
        lowest = 0
        for s in nodes:
            middle = x + box_width // 2
            self.lines.append(line((middle, y), (middle, y + _DOWN // 2)))
            below = self.box(s, x, y + _DOWN // 2, box_width, minimum_height=height)
            lowest = max(lowest, self._listing(s.children, x, below, box_width))
            x += box_width + _GAP
        return lowest

    def _listing(self, nodes: Sequence[ChartNode], x: int, y: int, width: int) -> int:
        """Units below their superior as an indented list, to any depth."""
        if not nodes:
            return y
        indent = min(_INDENT, max(width - _MINIMUM_WIDTH, 0))
        below, connection = y, y
        for s in nodes:
            above = below + _GAP
            edge = self.box(s, x + indent, above, width - indent)
            connection = (above + edge) // 2
            self.lines.append(line((x + indent // 2, connection), (x + indent, connection)))
            below = self._listing(s.children, x + indent, edge, width - indent)
        self.lines.append(line((x + indent // 2, y), (x + indent // 2, connection)))
        return below


def _rows(node: ChartNode, width: int) -> tuple[str, ...]:
    """The lines in a box."""
    return wrap(node.text, width - 2 * _PADDING, _SIZE, bold=True)


def _height(node: ChartNode, width: int) -> int:
    return len(_rows(node, width)) * _ROW + 2 * _PADDING
