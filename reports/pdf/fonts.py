"""The fonts of all parts, each embedded once: the glyphs that any part uses.

A glyph has one number in every part (the engine keeps the numbers of the font file), so the parts can share a font as
long as they agree how wide its glyphs are; who does not agree has a font dictionary of its own, with the same file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any, Final

from weasyprint.pdf.fonts import Font, build_fonts_dictionary
from weasyprint.text.ffi import ffi, harfbuzz

from reports.pdf import store

#: What the engine knows of a font beside its file and its glyphs; each can be written as JSON.
_PLAIN: Final = (
    *("hash", "family", "index", "font_size", "style", "weight", "variations", "ascent", "descent", "tables"),
    *("bitmap", "italic_angle", "upem", "glyph_count", "stemv", "stemh", "flags"),
)

ffi.cdef(
    """
    hb_blob_t * hb_blob_create (const char *data, unsigned int length, int mode, void *user, void *destroy);
    hb_face_t * hb_face_create (hb_blob_t *blob, unsigned int index);
    """
)
_COPIED: Final = 0  # HB_MEMORY_MODE_DUPLICATE


#: Files of fonts that this process has seen: a dozen at most, and there even where nothing can be kept.
_FILES: Final[dict[str, bytes]] = {}

#: Their marks, by the address of the face, which is held so that no other can come there.
_MARKS: Final[dict[int, tuple[Any, str]]] = {}


#: What the engine draws where it divides a word, and what stands for it in the text of a PDF (ISO 32000-1, 14.8.2.2.3).
_HYPHEN: Final = "\u2010"
_SOFT_HYPHEN: Final = "\u00ad"


class FontGone(LookupError):
    """The file of a font is not kept any more: the parts that use it have to be drawn again."""


def font_record(font: Any) -> dict[str, Any]:
    """What a part keeps of a font; its file is kept once for all parts."""
    content: bytes = font.file_content
    mark = _mark(font.hb_face, content)
    _FILES[mark] = content
    store.put(f"huruf-{mark}", content, only_new=True)
    glyphs = {name: sorted(getattr(font, name).items()) for name in ("widths", "missing")}
    # The hyphen of a divided word is no letter of it: who searches, copies or hears the text gets the word whole.
    glyphs["to_unicode"] = [
        (g, _SOFT_HYPHEN if text == _HYPHEN else text) for g, text in font.to_unicode.items()
    ]
    return {
        **{name: getattr(font, name) for name in _PLAIN},
        **glyphs,
        "name": font.name.decode("ascii"),
        "coloured": [bool(font.png), bool(font.svg), bool(font.colr)],
        "file": mark,
    }


def _mark(face: Any, content: bytes) -> str:
    """A name for the file of a face: each part has the same dozen, of half a megabyte each."""
    address = int(ffi.cast("uintptr_t", face))
    if address not in _MARKS:
        _MARKS[address] = face, hashlib.sha256(content).hexdigest()
    return _MARKS[address][1]


class SharedFonts:
    """Collects the fonts of parts, in printed order; then writes them."""

    def __init__(self) -> None:
        self._fonts: dict[str, list[Any]] = {}

    def add(self, records: Iterable[dict[str, Any]]) -> dict[str, Any]:
        """The font that stands for each one of a part, by its name in the drawing. Raises :class:`FontGone`."""
        return {record["hash"]: self._shared(record) for record in records}

    def write(self, pdf: Any, options: dict[str, Any]) -> dict[int, bytes]:
        """Write all; returns the reference of each, by its ``id()``."""
        references: dict[int, bytes] = {}
        # One call for each dictionary of a font: the first of each font has the glyphs of all its dictionaries.
        for fonts in self._fonts.values():
            for font in fonts:
                font.file_content, font.hb_face = fonts[0].whole
                everything: dict[int, str] = {}
                for one in fonts:
                    everything = {**one.to_unicode, **everything}
                own, font.to_unicode = font.to_unicode, everything
                written = build_fonts_dictionary(pdf, {0: font}, True, True, options)
                references[id(font)] = written[font.hash]
                font.to_unicode = own
        return references

    def _shared(self, record: dict[str, Any]) -> Any:
        candidates = self._fonts.setdefault(f"{record['hash']} {record['file']} {record['index']}", [])
        widths = dict(record["widths"])
        for font in candidates:
            if all(font.widths.get(glyph, width) == width for glyph, width in widths.items()):
                break
        else:
            font = _font(record)
            candidates.append(font)
        font.widths = widths | font.widths
        font.to_unicode = dict(record["to_unicode"]) | font.to_unicode
        font.missing = dict(record["missing"]) | font.missing
        return font


def _font(record: dict[str, Any]) -> Any:
    """The engine's font again."""
    mark = record["file"]
    content = _FILES.get(mark) or store.get(f"huruf-{mark}")
    if content is None:
        raise FontGone(mark)
    _FILES[mark] = content
    font = Font.__new__(Font)
    for name in _PLAIN:
        setattr(font, name, record[name])
    font.name = record["name"].encode("ascii")
    font.png, font.svg, font.colr = record["coloured"]
    font.used_in_forms = False
    font.widths, font.to_unicode, font.missing = {}, {}, {}
    blob = ffi.gc(
        harfbuzz.hb_blob_create(content, len(content), _COPIED, ffi.NULL, ffi.NULL), harfbuzz.hb_blob_destroy
    )
    font.whole = content, ffi.gc(harfbuzz.hb_face_create(blob, record["index"]), harfbuzz.hb_face_destroy)
    return font
