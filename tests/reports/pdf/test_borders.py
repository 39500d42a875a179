"""The lines of a table: those that the engine draws, in fewer strokes."""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec, module_from_spec
from typing import Any

import pytest

from reports.pdf import again, borders
from reports.pdf.engine import draw

#: By colour and width the places in a line: whether it is level, where it lies, and what of it is drawn.
Lines = dict[tuple[str, str], dict[tuple[bool, str], list[tuple[float, float]]]]

ROWS = "".join(f"<tr><td>{n}</td><td>b</td><td>c</td></tr>" for n in range(4))
TABLES = {
    "biasa": f"<table><tbody>{ROWS}</tbody></table>",
    "gabungan": '<table><tbody><tr><td rowspan="2">a</td><td colspan="2">b</td></tr><tr><td>c</td><td>d</td></tr>'
    f"{ROWS}</tbody></table>",
    "tebal": '<table><thead><tr><th>a</th><th class="tebal">b</th><th>c</th></tr></thead>'
    f"<tbody>{ROWS}</tbody></table>",
    "warna": f'<table><tbody><tr class="merah"><td>a</td><td class="polos">b</td><td>c</td></tr>{ROWS}</tbody></table>',
    "ganda": f'<table><tbody><tr><td class="ganda">a</td><td>b</td><td>c</td></tr>{ROWS}</tbody></table>',
    "putus": f'<table><tbody><tr><td class="putus">a</td><td>b</td><td>c</td></tr>{ROWS}</tbody></table>',
    "tembus": f'<table><tbody><tr><td class="tembus">a</td><td>b</td><td>c</td></tr>{ROWS}</tbody></table>',
}
STYLES = """
table { border-collapse: collapse; width: 100% } td, th { border: 1px solid #000 } .tebal { border: 3px solid #000 }
.merah td { border-color: #a00 } .polos { border: none } .ganda { border: 3px double #00a }
.putus { border: 1px dashed #000 } .tembus { border: 1px solid #0008 }
"""


def content(table: str) -> bytes:
    """What is drawn on the page."""
    html = f'<html lang="id"><head><title>T</title><style>{STYLES}</style></head><body>{table}</body></html>'
    part = draw(html, {})
    return max((zlib.decompress(one) for _, extra, one in part.streams if b"FlateDecode" in extra), key=len)


@contextmanager
def as_the_engine_draws() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(again, "draw_borders", _of_the_engine())
        yield


def _of_the_engine() -> Any:
    """What the engine itself draws lines with: where another test has drawn before, ours stands in its place."""
    spec = find_spec("weasyprint.draw")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.draw_collapsed_borders


def lines(drawn: bytes) -> Lines:
    """Every line, joined with those that go on where it ends."""
    found: Lines = defaultdict(lambda: defaultdict(list))
    color = width = ""
    at: tuple[str, str] = ("", "")
    for line in drawn.decode("latin-1").splitlines():
        *said, operator = line.split(" ")
        if operator in ("RG", "SCN"):
            color = " ".join(said)
        elif operator == "w":
            width = said[0]
        elif operator == "m":
            at = said[0], said[1]
        elif operator == "l":
            level = at[1] == said[1]
            ends = sorted((float(at[not level]), float(said[not level])))
            found[color, width][level, at[level]].append((ends[0], ends[1]))
    return {
        look: {place: _joined(several) for place, several in there.items()} for look, there in found.items()
    }


def _joined(several: list[tuple[float, float]]) -> list[tuple[float, float]]:
    joined: list[tuple[float, float]] = []
    for begin, end in sorted(several):
        if joined and begin <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((begin, end))
    return joined


@pytest.mark.parametrize("name", TABLES)
def test_the_lines_are_those_of_the_engine(name: str) -> None:
    own = content(TABLES[name])
    with as_the_engine_draws():
        engine = content(TABLES[name])
    assert lines(own) == lines(engine) != {}
    if name in ("putus", "tembus"):
        assert (
            own == engine
        )  # dashes begin anew with each cell, and what is seen through is darker where two lie
    else:
        assert strokes(own) <= 4 < 12 <= strokes(engine)


def strokes(drawn: bytes) -> int:
    return len(re.findall(rb"(?m)^S$", drawn))


def test_what_is_painted_later_lies_above() -> None:
    """A wider line lies over the others, as the engine sorts them: it comes last, also where others look alike."""
    drawn = borders._Drawn()
    for color, width in (("a", 1.0), ("b", 2.0), ("a", 1.0)):
        drawn._color, drawn._width = color, width
        drawn.move_to(0, 0)
        drawn.line_to(5, 0)
        drawn.stroke()
    assert [(color, width) for color, width, _ in drawn.strokes] == [("a", 1.0), ("b", 2.0), ("a", 1.0)]


def test_lines_in_one_are_one() -> None:
    """With a gap they are two, and what crosses is another."""
    assert borders._joined(
        [(0, 1, 5, 1), (4, 1, 9, 1), (12, 1, 13, 1), (4, 0, 4, 3), (4, 3, 4, 6), (0, 2, 5, 2)]
    ) == [
        (0, 1, 9, 1),
        (12, 1, 13, 1),
        (4, 0, 4, 6),
        (0, 2, 5, 2),
    ]
