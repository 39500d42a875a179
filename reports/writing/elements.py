"""The elements of allow-listed HTML, as a tree: what stands between what the allow-list lets through and the blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Final, NamedTuple

#: Elements inside one another beyond this lose their tag: nobody writes so, and a bomb is made so.
_DEEPEST: Final = 40
_LOOKS: Final = ("strong", "em")


_BLANKS: Final = str.maketrans(dict.fromkeys("\t\r\n\f", " "))


class Text(NamedTuple):
    """Characters of one look."""

    chars: str
    bold: bool
    italic: bool


@dataclass(slots=True)
class Element:
    """A block with what stands in it; what is bold or italic there is told by its texts."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | Text] = field(default_factory=list)

    def number(self, name: str) -> int | None:
        """A whole number that an attribute holds."""
        digits = self.attributes.get(name, "").strip()
        return int(digits[:9]) if digits.isascii() and digits.isdigit() else None


#: A tag as the allow-list writes it, its values in double quotes; whatever else looks like one is spelled there.
_TAG: Final = re.compile(r'<(/?)([a-z]+)((?: [a-z]+="[^"]*")*)>')
_ATTRIBUTE: Final = re.compile(r' ([a-z]+)="([^"]*)"')


#: What was cut off in the middle of a tag.
_CUT_OFF: Final = re.compile(r"<[^>]*$")


class Tree:
    """The elements of allow-listed HTML: every tag is closed there. Python's own reader takes ten times as long, as it
    reads any HTML."""

    def __init__(self, source: str) -> None:
        self.root = Element("")
        self._open = [self.root]
        self._looks = dict.fromkeys(_LOOKS, 0)
        self._too_deep = 0
        first, *others = _TAG.split(_CUT_OFF.sub("", source))
        self._words(first)
        for end, tag, attributes, following in zip(*(iter(others),) * 4, strict=True):
            if end:
                self._end(tag)
            else:
                self._start(tag, attributes)
            self._words(following)

    def _start(self, tag: str, attributes: str) -> None:
        if tag in _LOOKS:
            self._looks[tag] += 1
        elif tag == "br":
            self._add("\n")
        elif len(self._open) > _DEEPEST:
            self._too_deep += 1
            self._add(" ")
        else:
            element = Element(tag, {name: unescape(value) for name, value in _ATTRIBUTE.findall(attributes)})
            self._open[-1].children.append(element)
            self._open.append(element)

    def _end(self, tag: str) -> None:
        if tag in _LOOKS:
            self._looks[tag] -= 1
        elif self._too_deep:
            self._too_deep -= 1
        elif self._open[-1].tag == tag:
            self._open.pop()

    def _words(self, spelled: str) -> None:
        if spelled:
            self._add(unescape(spelled).translate(_BLANKS))

    def _add(self, chars: str) -> None:
        self._open[-1].children.append(Text(chars, self._looks["strong"] > 0, self._looks["em"] > 0))


def texts_of(element: Element) -> Iterator[str]:
    """The words of an element, for a message that quotes them."""
    for child in element.children:
        if isinstance(child, Text):
            yield child.chars
        else:
            yield from texts_of(child)
