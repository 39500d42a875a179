"""Text that was broken into lines before, and glyphs that were written before.

The engine breaks the words of a cell anew for its least width, for its greatest and for its own, and whatever did not
fit on a page once more on the next; when it draws, it asks for every glyph number by number. A text in the same letters
and the same width breaks at the same place, and a glyph as wide as before is written as before. What comes out is the
same, to the byte (``tests/reports/pdf/test_lean.py``).
"""

from __future__ import annotations

import re
import sys
from itertools import islice, pairwise
from typing import Any, Final

from weasyprint.css.functions import check_math
from weasyprint.draw import text as engine_text
from weasyprint.text import line_break as engine_break
from weasyprint.text.ffi import FROM_UNITS, ffi, pango
from weasyprint.text.line_break import Layout, _font_style_cache_key

_engine_split = engine_break.split_first_line
_engine_draw = engine_text.draw_first_line
_engine_deactivate, _engine_reactivate = Layout.deactivate, Layout.reactivate

#: What decides, beside its font, where a text is broken.
_BREAKS: Final = (
    *("white_space", "letter_spacing", "word_spacing", "tab_size", "direction", "font_kerning"),
    *("hyphens", "hyphenate_character", "hyphenate_limit_chars", "hyphenate_limit_zone"),
    *("overflow_wrap", "word_break", "text_decoration_line"),
)

#: Where it is kept, beside the values of the style; with a font, how its glyphs are written; with a layout, its line.
_LOOK, _WRITTEN, _READY = "sakip_look", "sakip_written", "sakip_ready"

#: First lines, the oldest first.
_lines: Final[dict[Any, tuple[Any, ...]]] = {}

#: Lines that are kept from one document to the next: those of a long one, some 15 MB.
_LINES: Final = 6_000

#: A glyph as Pango has it: five whole numbers.
_PER_GLYPH: Final = 5
_GLYPH: Final = ffi.sizeof("PangoGlyphInfo")
_WHOLE: Final = "i"

#: What the engine takes for no size at all.
_NO_SIZE: Final = 1e-6

#: What ends a line of its own accord.
_ENDS: Final = re.compile("[\n\r\u2029]")


def forget_old_lines() -> None:
    """Keep no more lines than a document has: who has changed a word of one will print it again."""
    for asked in list(islice(_lines, max(0, len(_lines) - _LINES))):
        del _lines[asked]


def split_first_line(
    text: str,
    style: Any,
    context: Any,
    max_width: float | None,
    justification_spacing: float,
    is_line_start: bool = True,
    minimum: bool = False,
) -> tuple[Any, ...]:
    """As much of the text as fits in one line, in a layout of its own."""
    look = vars(style).get(_LOOK)
    if look is None:
        look = vars(style)[_LOOK] = _look(style)
    asked = text, look, max_width, justification_spacing, is_line_start, minimum
    found = _lines.get(asked) if look else None
    if found is None:
        found = _engine_split(text, style, context, max_width, justification_spacing, is_line_start, minimum)
        if look:
            _lines[asked] = _copied(found)
        return found
    return _copied(found)


def _look(style: Any) -> str:
    """A name for all that decides where a text is broken; empty where that is to be calculated."""
    if check_math(style["hyphenate_limit_zone"]):
        return ""
    said = [_font_style_cache_key(style, True), *(str(style[name]) for name in _BREAKS)]
    return sys.intern("\x00".join(said))


def _copied(found: tuple[Any, ...]) -> tuple[Any, ...]:
    return (_copy(found[0]), *found[1:])


def _copy(layout: Any) -> Any:
    copied = Layout.__new__(Layout)
    vars(copied).update(vars(layout))
    return copied


# -- layouts -----------------------------------------------------------------------------------------


def deactivate(layout: Any) -> None:
    """Put a layout aside until it is drawn: with its line, if it is to be drawn as it was broken."""
    if not layout.justification_spacing and _READY not in vars(layout):
        vars(layout)[_READY] = layout.layout, layout.language
    _engine_deactivate(layout)


def reactivate(layout: Any, style: Any) -> None:
    """Have the layout ready to be drawn, once."""
    ready = vars(layout).get(_READY)
    vars(layout)[_READY] = None
    if ready:
        layout.layout, layout.language = ready
        layout.style = style
    else:
        _engine_reactivate(layout, style)


def with_text(layout: Any, text: str) -> Any:
    """A layout that is aside, with another text."""
    other = _copy(layout)
    vars(other)[_READY] = None
    other.text = text
    return other


# -- glyphs ------------------------------------------------------------------------------------------


def draw_first_line(stream: Any, textbox: Any, text_overflow: str, block_ellipsis: Any, matrix: Any) -> Any:
    """Draw the line of a text box: the engine's way where it asks for more than glyphs that stand side by side."""
    asked = stream, textbox, text_overflow, block_ellipsis, matrix
    if text_overflow == "ellipsis" or block_ellipsis != "none" or not textbox.text.strip():
        return _engine_draw(*asked)
    layout = textbox.pango_layout
    if _ENDS.search(layout.text):
        pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
    line, _ = layout.get_first_line()
    shown: list[tuple[Any, float, str]] = []
    run = line.runs[0]
    before = None
    while run != ffi.NULL:
        item = run.data
        run = run.next
        pango_font = item.item.analysis.font
        if pango_font != before:
            before = pango_font
            font, size = stream.add_font(pango_font)
            shown.append((font, size, ""))
        text = _written(stream, pango_font, font, size, item, layout.text)
        if text is None:
            return _engine_draw(*asked)
        shown[-1] = font, size, shown[-1][2] + text
    stream.set_text_matrix(*matrix.values)
    for at, (font, size, text) in enumerate(shown, start=1):
        stream.set_font_size(font.hash, size)
        if text or at == len(shown):
            stream.show_text(text)
    return []


def _written(stream: Any, pango_font: Any, font: Any, size: float, item: Any, text: str) -> str | None:
    """The glyphs of a run as they are shown; none where one is no plain glyph."""
    if size < _NO_SIZE or font.bitmap or font.svg or font.png or font.colr:
        return None
    count = item.glyphs.num_glyphs
    numbers = memoryview(ffi.buffer(item.glyphs.glyphs, count * _GLYPH)).cast(_WHOLE).tolist()
    glyphs, widths, aside, up = (numbers[at::_PER_GLYPH] for at in range(_PER_GLYPH - 1))
    if any(up):
        return None
    written = vars(font).setdefault(_WRITTEN, {}).setdefault(size, {})
    asked = list(zip(glyphs, widths, aside, strict=True))
    try:
        shown = "".join([written[one] for one in asked])
    except KeyError:
        if max(glyphs) >= pango.PANGO_GLYPH_UNKNOWN_FLAG:
            return None
        _know(font, item, glyphs, text)
        for one in asked:
            if one not in written:
                written[one] = _glyph(stream, pango_font, font, size, *one)
        shown = "".join([written[one] for one in asked])
    return f"<{shown}>" if shown and shown[-1] != "<" else f"<{shown}"[:-1]


def _glyph(stream: Any, pango_font: Any, font: Any, size: float, glyph: int, width: int, aside: int) -> str:
    """A glyph, how far it is moved aside, and by how much it is narrower than the font says."""
    if glyph == pango.PANGO_GLYPH_EMPTY:
        return f">{-width / size}<"
    if glyph not in font.widths:
        pango.pango_font_get_glyph_extents(pango_font, glyph, stream.ink_rect, stream.logical_rect)
        font.widths[glyph] = round(stream.logical_rect.width * 1000 * FROM_UNITS / size)
    offset = aside / size
    kerning = font.widths[glyph] + offset - width * 1000 * FROM_UNITS / size
    moved = f">{-offset}<" if offset else ""
    return f"{moved}{glyph:04x}>{int(kerning)}<" if kerning else f"{moved}{glyph:04x}"


def _know(font: Any, item: Any, glyphs: list[int], text: str) -> None:
    """Say what each glyph stands for, where the font does not know."""
    clusters = item.glyphs.log_clusters[0 : len(glyphs)]
    offset, length = item.item.offset, item.item.length
    backwards = item.item.analysis.level % 2
    starts = [length, *clusters] if backwards else [*clusters, length]
    encoded = text.encode()
    for glyph, (one, other) in zip(glyphs, pairwise(starts), strict=True):
        start, stop = (other, one) if backwards else (one, other)
        if glyph != pango.PANGO_GLYPH_EMPTY and glyph not in font.to_unicode:
            font.to_unicode[glyph] = encoded[offset + start : offset + stop].decode()
