"""A piece of a document as it was drawn and tagged, before it is a file: objects whose numbers are still open.

An object refers to others by their places within the part; what the whole document has once (the list of pages, the
root of the tags, the fonts) has places of its own. :mod:`reports.pdf.join` gives the numbers.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import asdict, dataclass, field
from itertools import pairwise
from typing import Any, Final

#: Around the place of an object; around a place in the parent tree; between two objects; around the content of a page.
REFERENCE: Final = b"\x00"
PARENT: Final = b"\x01"
BETWEEN: Final = b"\x02"
MORE: Final = b"\x03"

#: Places of what the whole document has once.
PAGES, DOCUMENT, FONTS = range(3)
FIRST: Final = 3


class BrokenPart(ValueError):
    """Bytes that are no part, or half of one."""


@dataclass(slots=True)
class Page:
    """A page: its object, its kind (the named page of halaman.css), and where its number stands, if it has one.

    ``number`` is the middle of the number and its baseline, in CSS pixels from the upper left corner; ``used`` how much
    of the room between the margins lies above the end of what stands there, ``words`` how much of it is lines of words;
    ``begins`` how much is needed at least by what stands first with all that holds fast to it.
    """

    place: int
    kind: str
    number: tuple[float, float] | None
    used: float = 1.0
    words: float = 0.0
    begins: float = 0.0


@dataclass(slots=True)
class Line:
    """A line of a list: dots from ``start`` on, a number that ends at ``right``. All in CSS pixels.

    It was laid out with the number ``drawn`` and as many groups of dots; another makes no difference to any line while
    it is wider than ``least`` and less wide than ``most``. Without a ``face`` its number was drawn for good.
    """

    target: str
    drawn: str
    face: str
    start: float
    group: float
    groups: int
    right: float
    least: float
    most: float


@dataclass(slots=True)
class Face:
    """How a group of dots is drawn, and each number, with its width in CSS pixels."""

    dots: str
    numbers: dict[str, tuple[str, float]]


@dataclass(slots=True)
class Part:
    """``parents`` are the entries of the parent tree, ``streams`` a dictionary and content each; both in order.

    ``fonts`` are what :mod:`reports.pdf.fonts` needs to write each once for all parts; ``labels`` the numbers as they
    are drawn: operators and width in CSS pixels; ``blocks`` how many of a run it ends, ``goes_on`` where the next is
    broken by the end of it, and ``opening`` how far down each block of its first page ends, and whether it goes on
    (:mod:`reports.pdf.run`); ``lines`` and ``faces`` what :mod:`reports.pdf.lines` needs to write the numbers of a
    list.
    """

    pages: list[Page] = field(default_factory=list)
    tags: list[int] = field(default_factory=list)
    parents: list[bytes] = field(default_factory=list)
    objects: list[tuple[int, bytes]] = field(default_factory=list)
    streams: list[tuple[int, bytes, bytes]] = field(default_factory=list)
    names: list[tuple[str, int, float, float]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    bookmarks: list[tuple[int, str, int, float, float, str]] = field(default_factory=list)
    fonts: list[dict[str, Any]] = field(default_factory=list)
    labels: dict[str, tuple[str, float]] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
    blocks: int = 0
    goes_on: str = ""
    opening: list[tuple[int, float, bool]] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    faces: dict[str, Face] = field(default_factory=dict)

    @property
    def drawn(self) -> bool:
        """Whether it has more than the measures of its pages."""
        return bool(self.objects)

    def write(self) -> bytes:
        """The part as bytes."""
        bodies = BETWEEN.join([*self.parents, *(body for _, body in self.objects)])
        extras = BETWEEN.join(extra for _, extra, _ in self.streams)
        head = {
            "pages": [asdict(page) for page in self.pages],
            "objects": [place for place, _ in self.objects],
            "parents": len(self.parents),
            "streams": [(place, len(content)) for place, _, content in self.streams],
            "lines": [asdict(line) for line in self.lines],
            "faces": {name: asdict(face) for name, face in self.faces.items()},
            **{name: getattr(self, name) for name in _PLAIN},
        }
        pieces = [
            zlib.compress(json.dumps(head).encode(), 1),
            zlib.compress(bodies, 1),
            zlib.compress(extras, 1),
        ]
        lengths = b"".join(len(one).to_bytes(4, "big") for one in pieces)
        return b"".join([lengths, *pieces, *(content for _, _, content in self.streams)])

    @classmethod
    def read(cls, content: bytes) -> Part:
        """The part again. Raises :class:`BrokenPart`."""
        try:
            ends = [12]
            for at in range(3):
                ends.append(ends[-1] + int.from_bytes(content[4 * at : 4 * at + 4], "big"))
            head, bodies, extras = (zlib.decompress(content[a:b]) for a, b in pairwise(ends))
            return cls._of(json.loads(head), bodies, extras, content, ends[-1])
        except (zlib.error, ValueError, KeyError, TypeError, IndexError) as error:
            raise BrokenPart(str(error)) from error

    @classmethod
    def _of(cls, head: dict[str, Any], bodies: bytes, extras: bytes, content: bytes, at: int) -> Part:
        every = bodies.split(BETWEEN) if bodies else []
        parents = every[: head["parents"]]
        streams = []
        for (place, length), extra in zip(
            head["streams"], extras.split(BETWEEN) if extras else [], strict=True
        ):
            streams.append((place, extra, content[at : at + length]))
            at += length
        if at != len(content):
            raise BrokenPart("the contents are not as long as they say")
        plain = {name: head[name] for name in _PLAIN}
        return cls(
            pages=[Page(**one) for one in head["pages"]],
            parents=parents,
            objects=list(zip(head["objects"], every[head["parents"] :], strict=True)),
            streams=streams,
            lines=[Line(**one) for one in head["lines"]],
            faces={name: Face(**one) for name, one in head["faces"].items()},
            **plain,
        )


_PLAIN: Final = (
    *("tags", "names", "links", "bookmarks", "fonts", "labels", "warnings"),
    *("blocks", "goes_on", "opening"),
)
