"""The archived HTML of a signed document without what is private in it: NIP, NIK, mobile numbers, photos.

A signed PDF cannot lose its NIP and stay signed; so what anybody may read is a copy of the archive's own HTML, which
says of itself that it is one. Pure: text in, text out. It fails closed: a copy in which a NIP of the frozen input is
still to be found is none.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from lxml import etree, html

from kecamatan.nip import InvalidNip, parse_nip

#: What stands in place of a number.
LEFT_OUT: Final = "(tidak dimuat)"

#: Printed at the foot of every page of a copy.
MARK: Final = "Salinan untuk umum – tanpa NIP dan foto"

_GAP: Final = r"[ \t\u00a0\u202f.-]?"
#: What is called one, whatever its digits, as the older ones had nine.
_CALLED: Final = re.compile(r"\bNIP\.?\s*:?\s*\d[\d \t\u00a0\u202f.-]{5,}\d")
#: Eighteen digits grouped as a NIP is, sixteen in a row as a NIK is, and a mobile number.
_NIP: Final = re.compile(rf"(?<!\d)(?:\d{_GAP}){{17}}\d(?!\d)")
_NIK: Final = re.compile(r"(?<!\d)\d{16}(?!\d)")
_MOBILE: Final = re.compile(r"(?<![\d+])(?:\+62|62|0)[ -]?8\d{2}[ -]?\d{3,4}[ -]?\d{2,5}(?!\d)")

_SEPARATORS: Final = re.compile(r"[ \t\u00a0\u202f.-]")
#: A line under a signature that is the NIP and nothing else goes with its paragraph.
_LINE: Final = re.compile(rf"\s*{re.escape(LEFT_OUT)}\s*")
#: Attributes that are read out to who does not see.
_SPOKEN: Final = ("alt", "title", "aria-label")

_MARGIN: Final = (
    f'@page {{ @bottom-left {{ content: "{MARK}";'
    ' font-family: "Liberation Sans", sans-serif; font-size: 8pt } }'
)


class StillPrivate(ValueError):
    """A NIP is left in what would have been the copy; ``str()`` says so, in Indonesian, and not which."""

    def __init__(self) -> None:
        super().__init__(
            "Salinan untuk umum tidak dibuat: NIP masih terbaca di dalamnya. Laporkan kepada pengelola aplikasi;"
            " dokumen bertanda tangan tetap utuh."
        )


def redacted(archived: str, frozen: str) -> str:
    """The copy of an archived HTML; ``frozen`` is the JSON of what it was made from, which tells the NIP in it.

    Raises :class:`StillPrivate`.
    """
    document = html.document_fromstring(archived)
    for figure in list(document.iter("figure")):
        if "foto" in figure.get("class", "").split():
            _without_photo(figure)
    for element in list(document.iter(etree.Element)):
        if element.tag in ("style", "script"):
            continue
        element.text = _without_numbers(element.text)
        if element.getparent() is not None:
            element.tail = _without_numbers(element.tail)
        for name in _SPOKEN:
            if name in element.attrib:
                element.set(name, _without_numbers(element.get(name)) or "")
        if "tanda-tangan-baris" in element.get("class", "").split() and _LINE.fullmatch(
            element.text_content()
        ):
            element.drop_tree()
    style = etree.SubElement(document.find("head"), "style", media="print")
    style.text = _MARGIN
    _ensure_nobody(document, frozen)
    return html.tostring(document, doctype="<!DOCTYPE html>", encoding="unicode")


def _without_photo(figure: Any) -> None:
    """What the photo shows stays in words."""
    caption = " ".join(figure.text_content().split())
    note = etree.Element("p", {"class": "paragraf-catatan"})
    note.text = f"Foto tidak dimuat: {caption}" if caption else "Foto tidak dimuat."
    note.tail = figure.tail
    figure.getparent().replace(figure, note)


def _without_numbers(text: str | None) -> str | None:
    if not text or not any(sign.isdigit() for sign in text):
        return text
    text = _NIP.sub(_nip_left_out, _CALLED.sub(LEFT_OUT, text))
    text = _NIK.sub(LEFT_OUT, text)
    return _MOBILE.sub(LEFT_OUT, text)


def _nip_left_out(found: re.Match[str]) -> str:
    """What is grouped otherwise, or says no day of birth, is a row of numbers: years, amounts."""
    try:
        parse_nip(_SEPARATORS.sub("", found[0]))
    except InvalidNip:
        return found[0]
    return LEFT_OUT


def _ensure_nobody(document: Any, frozen: str) -> None:
    spoken = (element.get(name, "") for element in document.iter(etree.Element) for name in _SPOKEN)
    left = _SEPARATORS.sub("", "".join((document.text_content(), *spoken)))
    if any(nip in left for nip in _numbers(json.loads(frozen))):
        raise StillPrivate


def _numbers(value: Any) -> Iterator[str]:
    """Every NIP that the frozen input names."""
    if isinstance(value, dict):
        if isinstance(nip := value.get("nip"), str) and nip:
            yield _SEPARATORS.sub("", nip)
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from _numbers(one)
