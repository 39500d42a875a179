"""What the writers of blocks share: numbers that must be unique in the document, and the room of the section."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import count

from docx.parts.document import DocumentPart

from reports.document.numbering import Numbering
from reports.docx.paragraphs import Space, points
from reports.docx.styles import LIST_KINDS, LIST_LEVEL
from reports.publish.naskah import PageSettings


@dataclass(slots=True, kw_only=True)
class DocxContext:
    """``width`` and ``height`` of the text are those of the section being written, in twips."""

    part: DocumentPart
    media: Mapping[str, bytes]
    settings: PageSettings
    numbering: Numbering
    #: Page numbers by anchor, as far as another file of the document knows them.
    pages: Mapping[str, str]
    width: int
    height: int
    #: Kind, level and first number of every list so far.
    listing: list[tuple[int, int, int]] = field(default_factory=list)
    _draw: count[int] = field(default_factory=lambda: count(1))
    _markers: dict[str, int] = field(default_factory=dict)
    _order: dict[str, int] = field(default_factory=dict)

    def figure_id(self) -> int:
        """A number that no other drawing of the document has."""
        return next(self._draw)

    def marker(self, key: str) -> str:
        """The bookmark of a part, table or figure, named as Word names its own (hidden) ones."""
        return f"_Toc{self._marker_number(key):08d}"

    def mark(self, key: str, content: str) -> str:
        """Runs inside the bookmark to which the lists in front lead."""
        nomor = self._marker_number(key)
        return f'<w:bookmarkStart w:id="{nomor}" w:name="{self.marker(key)}"/>{content}<w:bookmarkEnd w:id="{nomor}"/>'

    def list_number(self, kind: str, level: int, start: int = 1) -> tuple[int, int]:
        """Begin a list with the number ``start``: its numId and level."""
        level = min(level, LIST_LEVEL - 1)
        self.listing.append((LIST_KINDS[kind], level, start))
        return len(self.listing), level

    def continues(self, kind: str, angka: int) -> bool:
        """Whether a caption's number follows from Word's own counting of ``kind``; remembers it."""
        goes_on = self._order.get(kind, 0) + 1 == angka
        self._order[kind] = angka
        return goes_on

    def space(self, width: int | None = None, part: Decimal = Decimal(1)) -> Space:
        """Room of a line ``width`` twips wide (the section's text without it), set at ``part`` of the size."""
        return Space(points(self.width if width is None else width), self.settings.ukuran * part)

    def _marker_number(self, key: str) -> int:
        return self._markers.setdefault(key, len(self._markers) + 1)
