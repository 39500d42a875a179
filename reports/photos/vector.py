"""From an SVG that somebody uploads to a PNG that shows the same: the one door to SVG that is not our own.

What is allowed is listed; what draws nothing (scripts, notes of the editor, animation) is left out, what would be
missed in the picture is refused with what helps. Nothing may lead out of the file. What remains is drawn once, here,
and only the picture is stored: Word does not show SVG everywhere, browser and PDF would each draw it in their own way,
and a picture neither runs nor fetches anything, whatever this list has overlooked. Pure: no Django.
"""

from __future__ import annotations

import math
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from lxml import etree
from PIL import Image

from kecamatan.ground.pictures import PictureRefused

_NS: Final = "{http://www.w3.org/2000/svg}"
_XLINK: Final = "{http://www.w3.org/1999/xlink}href"
_DRAWS: Final = Path(__file__).with_name("draw_svg.py")
_PATIENCE: Final = 10
"""Seconds that a drawing may take on a busy machine; what it may compute is bounded by itself."""

MOST_ELEMENTS: Final = 20_000
DEEPEST: Final = 64


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: What is drawn, and what the drawn refer to.
_ALLOWED: Final = _words("""
    svg g a defs symbol use path rect circle ellipse line polyline polygon clipPath mask linearGradient radialGradient
    stop style
""")
#: What draws nothing by itself. What uses an effect is refused where it does (:data:`_EFFECT`).
_SILENT: Final = _words("""
    title desc metadata script animate animateColor animateMotion animateTransform set mpath discard view cursor
    filter marker font font-face color-profile
""")
_ATTRIBUTES: Final = _words("""
    id class style transform viewBox width height x y x1 y1 x2 y2 cx cy r rx ry fx fy fr d points offset
    fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit
    stroke-dasharray stroke-dashoffset opacity color display visibility clip-path clip-rule clipPathUnits mask
    maskUnits maskContentUnits gradientUnits gradientTransform spreadMethod stop-color stop-opacity overflow
    preserveAspectRatio paint-order vector-effect mix-blend-mode isolation
""")
_SAID: Final = {
    "text": "tulisan (ubah menjadi kurva di penyuntingnya)",
    "image": "gambar sematan",
    "foreignObject": "bagian yang bukan SVG",
    "pattern": "isian bermotif",
}
#: An effect that is used, as an attribute or in a style.
_EFFECT: Final = re.compile(r"\b(?:filter|marker(?:-start|-mid|-end)?)\s*:\s*url", re.I)
_OUTWARD: Final = re.compile(
    r"url\s*\(\s*['\"]?\s*(?!['\"]?\s*#)|@import|expression\s*\(|javascript:|\\", re.I
)
_FONT_FACE: Final = re.compile(r"@font-face\s*\{[^{}]*\}", re.I)
_COMMENT: Final = re.compile(r"/\*.*?\*/", re.S)
_LENGTH: Final = re.compile(r"\s*([0-9.]+(?:e[+-]?[0-9]+)?)\s*(px|pt|pc|mm|cm|in)?\s*", re.I)
_UNITS: Final = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}

_AS_PNG: Final = "Ekspor lambang itu sebagai PNG dari penyuntingnya, lalu unggah PNG-nya."

Box = tuple[float, float, float, float]
"""Left, top, width and height in the drawing's own units."""


def draw(content: bytes, *, side: int) -> bytes:
    """The PNG of an SVG, its longer side ``side`` pixels, without the empty paper around what is drawn.

    Raises :class:`PictureRefused`; the caller has bounded the bytes.
    """
    root = safe(content)
    box = _box(root)
    first = _drawn(root, box, side)
    with Image.open(BytesIO(first)) as picture:
        width, height = picture.size
        inked = picture.convert("RGBA").getchannel("A").getbbox()
    if inked is None:
        raise PictureRefused(f"tidak menggambar apa pun yang dapat dicetak. {_AS_PNG}")
    left, top, right, bottom = inked
    if (right - left) * (bottom - top) > width * height * 0.9:
        return first
    # An emblem in the middle of a sheet: drawn again as large as it may be.
    unit = box[2] / width
    tight = (box[0] + left * unit, box[1] + top * unit, (right - left) * unit, (bottom - top) * unit)
    return _drawn(root, tight, side)


def safe(content: bytes) -> Any:
    """The root of an SVG that holds what is allowed and nothing else. Raises :class:`PictureRefused`."""
    # The parser below reads UTF-8 whatever the file says of itself, so a declaration cannot hide from this.
    if b"<!ENTITY" in content:
        raise PictureRefused(f"memuat deklarasi ENTITY, yang tidak dibaca. {_AS_PNG}")
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise PictureRefused(f"bukan SVG yang utuh. {_AS_PNG}") from error
    if root.tag != f"{_NS}svg":
        raise PictureRefused(f"bukan SVG. {_AS_PNG}")
    if sum(1 for _ in root.iter()) > MOST_ELEMENTS:
        raise PictureRefused(f"tersusun dari lebih dari {MOST_ELEMENTS // 1000} ribu unsur. {_AS_PNG}")
    _keep_allowed(root)
    return root


def _keep_allowed(root: Any) -> None:
    waiting = [(root, 1)]
    while waiting:
        element, depth = waiting.pop()
        if depth > DEEPEST:
            raise PictureRefused(f"bersarang lebih dari {DEEPEST} tingkat. {_AS_PNG}")
        _keep_attributes(element)
        if element.tag == f"{_NS}style":
            element.text = _style(element.text or "")
            for child in list(element):
                element.remove(child)
        for child in list(element):
            if _is_kept(child):
                waiting.append((child, depth + 1))
            else:
                element.remove(child)


def _is_kept(element: Any) -> bool:
    tag = element.tag
    if not isinstance(tag, str) or not tag.startswith(_NS):
        return False  # notes of an editor, entities that were not resolved
    name = tag.removeprefix(_NS)
    if name in _SILENT:
        return False
    if name not in _ALLOWED:
        raise PictureRefused(
            f"memuat {_SAID.get(name, f'unsur <{name}>')}, yang tidak ikut dicetak. {_AS_PNG}"
        )
    return True


def _keep_attributes(element: Any) -> None:
    is_link = element.tag == f"{_NS}a"
    for name, value in list(element.attrib.items()):
        if name in (_XLINK, "href") and not is_link:
            if not value.strip().startswith("#"):
                raise PictureRefused(f"merujuk ke luar berkasnya. {_AS_PNG}")
        elif name in ("filter", "marker", "marker-start", "marker-mid", "marker-end"):
            if value.strip() != "none":
                raise PictureRefused(f"memakai efek ({name}), yang tidak ikut dicetak. {_AS_PNG}")
            del element.attrib[name]
        elif name not in _ATTRIBUTES:
            del element.attrib[name]
        else:
            element.set(name, _style(value))


def _style(text: str) -> str:
    """A style, or another value, that leads nowhere. Raises :class:`PictureRefused`."""
    text = _FONT_FACE.sub("", _COMMENT.sub("", text))
    if _OUTWARD.search(text):
        raise PictureRefused(f"merujuk ke luar berkasnya. {_AS_PNG}")
    if _EFFECT.search(text):
        raise PictureRefused(f"memakai efek (filter atau penanda), yang tidak ikut dicetak. {_AS_PNG}")
    return text


def _box(root: Any) -> Box:
    """What the drawing covers. Raises :class:`PictureRefused` where it does not say."""
    said = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    try:
        box = [float(n) for n in said] if len(said) == 4 else [0.0, 0.0, *map(_length, _sides(root))]
    except ValueError as error:
        raise PictureRefused(
            f"tidak menyebut ukurannya (viewBox, atau width dan height). {_AS_PNG}"
        ) from error
    left, top, width, height = box
    if not all(map(math.isfinite, box)) or width <= 0 or height <= 0 or not 1 / 20 <= width / height <= 20:
        raise PictureRefused(f"menyebut ukuran yang tidak mungkin. {_AS_PNG}")
    return left, top, width, height


def _sides(root: Any) -> tuple[str, str]:
    return root.get("width", ""), root.get("height", "")


def _length(text: str) -> float:
    found = _LENGTH.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return float(found[1]) * _UNITS[(found[2] or "").lower()]


def _drawn(root: Any, box: Box, side: int) -> bytes:
    """That part of the drawing, its longer side ``side`` pixels. Raises :class:`PictureRefused`."""
    left, top, width, height = box
    scale = side / max(width, height)
    root.set("viewBox", f"{left!r} {top!r} {width!r} {height!r}")
    root.set("width", str(max(1, round(width * scale))))
    root.set("height", str(max(1, round(height * scale))))
    for name in ("preserveAspectRatio", "x", "y"):
        root.attrib.pop(name, None)
    try:
        # Isolated: neither our settings nor the folder it starts in may name what it imports.
        done = subprocess.run(  # noqa: S603 a program of ours; what was uploaded is its input alone
            [sys.executable, "-I", str(_DRAWS)],
            input=etree.tostring(root, encoding="utf-8", xml_declaration=False),
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
            env={},
        )
    except subprocess.TimeoutExpired as error:
        raise PictureRefused(f"terlalu rumit untuk digambar. {_AS_PNG}") from error
    if done.returncode != 0 or not done.stdout.startswith(b"\x89PNG"):
        raise PictureRefused(f"terlalu rumit untuk digambar, atau rusak. {_AS_PNG}")
    return done.stdout
