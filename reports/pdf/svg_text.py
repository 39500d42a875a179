"""The words of a drawing, each text at once.

The engine lays out and draws every letter by itself, so that letters can be turned and moved one by one: in a report
with charts that is half of all that is laid out as text, and no letter knows its neighbour. Ours stand in a line.
"""

from __future__ import annotations

from math import inf
from typing import Any, Final

from weasyprint import svg as engine_svg
from weasyprint.css.properties import INITIAL_VALUES
from weasyprint.matrix import Matrix
from weasyprint.svg.bounding_box import extend_bounding_box
from weasyprint.svg.text import Style, TextBox
from weasyprint.svg.text import text as each_letter
from weasyprint.svg.utils import size

from reports.pdf.texts import draw_first_line, split_first_line

#: What places letters one by one, or otherwise than on the baseline.
_EACH: Final = frozenset(
    (
        *("dx", "dy", "rotate", "letter-spacing", "textLength", "lengthAdjust", "direction"),
        *("dominant-baseline", "alignment-baseline", "display-anchor"),
    )
)
_WEIGHTS: Final = {"normal": 400, "bold": 700}


def text_at_once(svg: Any, node: Any, font_size: float) -> None:
    """Draw a text node: the engine's way where it asks for more than one place and one look."""
    if not node.text or not _plain(node):
        each_letter(svg, node, font_size)
        return
    style = Style(INITIAL_VALUES)
    style.font_config = svg.font_config
    style["font_family"] = [one.strip("\"' ") for one in node.get("font-family", "sans-serif").split(",")]
    style["font_style"] = node.get("font-style", "normal")
    style["font_weight"] = _WEIGHTS[node.get("font-weight", "normal")]
    style["font_size"] = font_size
    layout, _, _, width, height, baseline = split_first_line(node.text, style, svg.context, inf, 0)
    x = size(node.attrib["x"], font_size, svg.inner_width)
    y = size(node.attrib["y"], font_size, svg.inner_height)
    corners = (x, y - baseline), (x + width, y - baseline + height)
    node.text_bounding_box = extend_bounding_box(node.text_bounding_box, corners)
    svg.cursor_position = x + width, y
    stream = svg.stream
    stream.push_state()
    fill, stroke = svg.set_graphical_state(node, font_size)
    stream.begin_text()
    layout.reactivate(style)
    svg.fill_stroke(fill, stroke, text=True)
    box = TextBox(layout, style)
    box.baseline = baseline
    draw_first_line(stream, box, "none", "none", Matrix(d=-1, e=x, f=y))
    stream.end_text()
    stream.pop_state()


def _plain(node: Any) -> bool:
    said = node.attrib
    return (
        node.tag == "text"
        and _EACH.isdisjoint(said)
        and said.get("font-weight", "normal") in _WEIGHTS
        and all(" " not in said.get(name, " ").strip(",") for name in ("x", "y"))
        and not any(True for _ in node)
    )


def texts_at_once() -> None:
    """Let the engine draw texts so, in this process. It tells them from other nodes by their function."""
    engine_svg.text = text_at_once
    for name, draws in engine_svg.TAGS.items():
        if draws is each_letter:
            engine_svg.TAGS[name] = text_at_once
