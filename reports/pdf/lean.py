"""What the engine asks again for every box and every text, answered once for all of the same style.

It asks the style for the font of each text, twice, turns each length of each box into a number, most of which were
numbers before, and asks each box time and again whether it floats and has a background. Styles are shared by all
elements that look the same, so what is found is kept with them. What comes out is the same, to the byte
(``tests/reports/pdf/test_lean.py``).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from typing import Any, Final

from tinyhtml5 import inputstream  # type: ignore[import-untyped]
from weasyprint.css.functions import check_math
from weasyprint.css.properties import Dimension
from weasyprint.draw.color import get_color
from weasyprint.formatting_structure import boxes
from weasyprint.layout.background import layout_box_backgrounds
from weasyprint.layout.float import avoid_collisions
from weasyprint.layout.percent import adjust_box_sizing, resolve_one_percentage, resolve_percentages
from weasyprint.text.constants import PANGO_DIRECTION
from weasyprint.text.ffi import ffi, gobject, pango, unicode_to_char_p
from weasyprint.text.fonts import font_features, get_font_description
from weasyprint.text.line_break import Layout, _font_style_cache_key, strut

from reports.pdf import texts

#: Kinds of values that hold no calculation.
_PLAIN: Final = frozenset((str, int, float, bool, list, type(None), Dimension))

_WIDE: Final = (
    *("margin_left", "margin_right", "padding_left", "padding_right", "width", "min_width", "max_width"),
    *("margin_top", "margin_bottom", "padding_top", "padding_bottom"),
)
_HIGH: Final = ("height", "min_height", "max_height")
_BORDERS: Final = tuple(f"border_{side}_width" for side in ("top", "right", "bottom", "left"))
_SIZES: Final = ("width", "height")

#: Where it is kept, beside the values of the style.
_LENGTHS, _FONT, _NAMES = "sakip_lengths", "sakip_font", ("sakip_name", "sakip_name_with_size")
_STRUT, _FLOW, _BARE = "sakip_strut", "sakip_flow", "sakip_bare"

#: What a box has that is nothing but its content.
_NOTHING_AROUND: Final = {
    "border_top_left_radius": (0, 0),
    "border_top_right_radius": (0, 0),
    "border_bottom_right_radius": (0, 0),
    "border_bottom_left_radius": (0, 0),
    "background": None,
}

_engine_setup = Layout.setup
_engine_flow = boxes.Box.is_in_normal_flow


def lean() -> None:
    """Let the engine ask so, in this process."""
    Layout.setup = _setup
    boxes.Box.is_in_normal_flow = _is_in_normal_flow
    Layout.deactivate, Layout.reactivate = texts.deactivate, texts.reactivate
    inputstream.characters_until_regex = _Patterns()
    for own, engine in (
        (_check_math, check_math),
        (_resolve_percentages, resolve_percentages),
        (_get_color, get_color),
        (_font_name, _font_style_cache_key),
        (_strut, strut),
        (_avoid_collisions, avoid_collisions),
        (_layout_box_backgrounds, layout_box_backgrounds),
        (texts.split_first_line, texts._engine_split),
        (texts.draw_first_line, texts._engine_draw),
    ):
        _instead(own, engine)


def _instead(own: Callable[..., Any], engine: Callable[..., Any]) -> None:
    """Wherever the engine knows its function by a name."""
    for name, module in list(sys.modules.items()):
        if name.startswith("weasyprint."):
            for said, value in list(vars(module).items()):
                if value is engine:
                    setattr(module, said, own)


class _Patterns(dict[tuple[Any, bool], re.Pattern[str]]):
    """Patterns of the parser: it means to keep them, but under another key than it looks for."""

    def __missing__(self, asked: tuple[Any, bool]) -> re.Pattern[str]:
        characters, opposite = asked
        listed = "".join(f"\\x{ord(one):02x}" for one in characters)
        self[asked] = re.compile(f"[{'' if opposite else '^'}{listed}]+")
        return self[asked]


def _check_math(token: Any) -> Any:
    kind = type(token)
    if kind is tuple:
        return any(map(_check_math, token))
    return None if kind in _PLAIN else check_math(token)


def _get_color(style: Any, key: str) -> Any:
    """The engine compares a colour with a word, which takes longer than all the rest."""
    value = style[key]
    return style["color"] if type(value) is str and value == "currentcolor" else value


def _font_name(style: Any, include_size: bool = False) -> str:
    kept = vars(style)
    name: str | None = kept.get(_NAMES[include_size])
    if name is None:
        name = kept[_NAMES[include_size]] = _font_style_cache_key(style, include_size)
    return name


def _is_in_normal_flow(box: Any) -> bool:
    kept = vars(box.style)
    flows: bool | None = kept.get(_FLOW)
    if flows is None:
        flows = kept[_FLOW] = _engine_flow(box)
    return flows


def _avoid_collisions(context: Any, box: Any, containing_block: Any, outer: bool = True) -> Any:
    """A line with no float beside it stands where its block begins."""
    if (
        type(box) is not boxes.LineBox
        or outer
        or containing_block.style["direction"] != "ltr"
        or context.excluded_shapes
    ):
        return avoid_collisions(context, box, containing_block, outer)
    start = containing_block.content_box_x()
    left = start + box.margin_left
    right = start + containing_block.width - box.margin_right
    return left - box.margin_left, box.border_box_y() - box.margin_top, right - left


def _layout_box_backgrounds(
    page: Any, box: Any, get_image_from_uri: Any, layout_children: bool = True, style: Any = None
) -> None:
    own = box.style
    bare = vars(own).get(_BARE)
    if bare is None:
        bare = vars(own)[_BARE] = _bare(own)
    if not bare or style is not None or box is page or not isinstance(box, boxes.Box):
        layout_box_backgrounds(page, box, get_image_from_uri, layout_children, style)
        return
    if layout_children:
        for child in box.all_children():
            _layout_box_backgrounds(page, child, get_image_from_uri)
    vars(box).update(_NOTHING_AROUND)


def _bare(style: Any) -> bool:
    """Whether it asks for no background, no shadow, no picture around the box, and no round corner."""
    return (
        style["border_image_source"][0] == style["mask_border_source"][0] == "none"
        and all(kind == "none" for kind, _ in style["background_image"])
        and not style["box_shadow"]
        and get_color(style, "background_color").alpha == 0
        and all((0, "px") in style[name] for name in _NOTHING_AROUND if name.endswith("_radius"))
    )


# -- text --------------------------------------------------------------------------------------------


def _strut(style: Any) -> tuple[float, float]:
    kept = vars(style)
    height: tuple[float, float] | None = kept.get(_STRUT)
    if height is None:
        height = kept[_STRUT] = strut(style)
    return height


def _setup(layout: Any, style: Any) -> None:
    """A layout for text of the style, with the font that was found for it before."""
    kept = vars(style)
    if _FONT not in kept:
        kept[_FONT] = _font(style)
    if kept[_FONT] is None:
        _engine_setup(layout, style)
        return
    context, language, description = kept[_FONT]
    layout.style, layout.language = style, language
    layout.first_line_direction = 0
    layout.layout = ffi.gc(pango.pango_layout_new(context), gobject.g_object_unref)
    pango.pango_layout_set_auto_dir(layout.layout, False)
    pango.pango_layout_set_font_description(layout.layout, description)
    layout.ascent = layout.underline_position = layout.strikethrough_position = None


def _font(style: Any) -> tuple[Any, Any, Any] | None:
    """Context, language and font of a layout; none where the style asks for more of it than most do."""
    features = font_features(
        *(style[f"font_{name}"] for name in ("kerning", "variant_ligatures", "variant_position")),
        *(style[f"font_variant_{name}"] for name in ("caps", "numeric", "alternates", "east_asian")),
        style["font_feature_settings"],
    )
    plain = style["text_decoration_line"] == "none" and style["font_language_override"] == "normal"
    if features or not plain or not style["lang"]:
        return None
    lang, _ = unicode_to_char_p(style["lang"])
    language = pango.pango_language_from_string(lang)
    context = ffi.gc(pango.pango_font_map_create_context(style.font_config.font_map), gobject.g_object_unref)
    pango.pango_context_set_round_glyph_positions(context, False)
    pango.pango_context_set_base_dir(context, PANGO_DIRECTION[style["direction"]])
    pango.pango_context_set_language(context, language)
    return context, language, get_font_description(style)


# -- lengths -----------------------------------------------------------------------------------------


def _resolve_percentages(box: Any, containing_block: Any) -> None:
    """Give the box the numbers of its style, and find those that depend on what it lies in."""
    if isinstance(box, boxes.PageBox):
        resolve_percentages(box, containing_block)
        return
    style = box.style
    kept = vars(style).get(_LENGTHS)
    if kept is None:
        kept = vars(style)[_LENGTHS] = _lengths(style)
    numbers, wide, high, borders, collapse, whole = kept
    own = vars(box)
    if high:
        # Which of them are numbers is the engine's to say.
        resolve_percentages(box, containing_block)
        return
    own.update(numbers)
    if wide:
        around = containing_block.width if isinstance(containing_block, boxes.Box) else containing_block[0]
        for name in wide:
            resolve_one_percentage(box, name, around)
    if not collapse:
        own.update(borders)
    else:
        for name, value in borders.items():
            if not hasattr(box, name):
                own[name] = value
    if not whole:
        for axis in _SIZES:
            adjust_box_sizing(box, axis)


def _lengths(style: Any) -> tuple[dict[str, Any], list[str], list[str], dict[str, Any], bool, bool]:
    """What is a number whatever it lies in, what is not, of widths and of heights; its borders, whether they may have
    been settled by the table, and whether sizes are those of the content."""
    numbers: dict[str, Any] = {}
    open_ones: tuple[list[str], list[str]] = ([], [])
    for names, left in zip((_WIDE, _HIGH), open_ones, strict=True):
        for name in names:
            value = style[name]
            if value == "auto":
                numbers[name] = 0 if name in ("min_width", "min_height") else value
            elif type(value) is Dimension and value.unit == "px":
                numbers[name] = value.value
            else:
                left.append(name)
    borders = {name: style[name] for name in _BORDERS}
    return (
        *(numbers, *open_ones, borders),
        style["border_collapse"] == "collapse",
        style["box_sizing"] == "content-box",
    )
