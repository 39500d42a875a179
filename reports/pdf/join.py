"""Parts → one tagged PDF: numbers for their objects, one tree of tags, bookmarks, names, labels and page numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from types import SimpleNamespace
from typing import Any, Final

import pydyf  # type: ignore[import-untyped]
import weasyprint
from weasyprint.anchors import make_page_bookmark_tree
from weasyprint.document import DocumentMetadata
from weasyprint.matrix import Matrix
from weasyprint.pdf.anchors import add_outlines, write_pdf_attachment

from reports.pdf.engine import OPTIONS
from reports.pdf.fetch import PdfError
from reports.pdf.fonts import SharedFonts
from reports.pdf.part import BETWEEN, DOCUMENT, FONTS, MORE, PAGES, PARENT, REFERENCE, Part
from reports.pdf.structure import label_pages
from reports.pdf.writer import Packing, stream_body, write_file

_NO_DAY: Final = datetime(2000, 1, 1, tzinfo=UTC)

#: Of the font of the page numbers, beside those of the part.
_NUMBER_FONT: Final = "nomor"


@dataclass(frozen=True, slots=True)
class Whole:
    """What is said of the whole document."""

    title: str
    language: str
    identifier: bytes
    attachments: Mapping[str, bytes]


class _Written:
    """An object that is written already: what the engine's own knows beside that costs a tenth of the joining."""

    __slots__ = ("compressible", "data", "number")

    def __init__(self, data: bytes = b"", *, compressible: bool = True) -> None:
        self.data = data
        self.compressible = compressible
        self.number = 0

    @property
    def reference(self) -> bytes:
        return b"%d 0 R" % self.number


def join(parts: Sequence[Part], numbers: Sequence[str], labels: Part, whole: Whole) -> bytes:
    """The file. ``numbers`` are those printed on the pages, empty for a page without one; ``labels`` how they look.

    Raises :class:`PdfError` where a link leads nowhere, and :class:`reports.pdf.fonts.FontGone`.
    """
    joiner = _Joiner(labels, whole)
    with joiner.packing:
        return joiner.file(parts, numbers)


class _Joiner:
    def __init__(self, labels: Part, whole: Whole) -> None:
        self._pdf = pydyf.PDF()
        self.packing = Packing(self._pdf)
        self._labels = labels
        self._whole = whole
        self._fonts = SharedFonts()
        self._tops: list[bytes] = []  # the tags of every page
        self._parents: list[bytes] = []
        self._streams: dict[tuple[bytes, bytes], bytes] = {}

    def file(self, parts: Sequence[Part], numbers: Sequence[str]) -> bytes:
        pdf = self._pdf
        _no_link_leads_nowhere(parts)
        root, document = (self._add(_Written()) for _ in range(2))
        dictionaries = self._write_fonts(parts)
        left = iter(numbers)
        for part, fonts in zip(parts, dictionaries, strict=True):
            self._part(part, [next(left) for _ in part.pages], document.reference, fonts)
            self.packing.go_on()
        parents = self._add(_Written(b"<</Nums [%b]>>" % b" ".join(self._parents)))
        document.data = b"<</Type /StructElem/S /Document/K [%b]/P %b>>" % (
            b" ".join(self._tops),
            root.reference,
        )
        root.data = b"<</Type /StructTreeRoot/ParentTree %b/K [%b]>>" % (
            parents.reference,
            document.reference,
        )
        pdf.catalog["StructTreeRoot"] = root.reference
        self._bookmarks(parts)
        self._names(parts)
        self._about()
        label_pages(pdf, [page.kind for part in parts for page in part.pages])
        return write_file(pdf, self._whole.identifier, self.packing)

    def _add(self, subject: _Written) -> _Written:
        self._pdf.add_object(subject)
        return subject

    def _write_fonts(self, parts: Sequence[Part]) -> list[bytes]:
        """A reference to the dictionary of fonts of each part."""
        shared = [self._fonts.add(part.fonts) for part in parts]
        number_font = next(iter(self._fonts.add(self._labels.fonts).values()), None)
        references = self._fonts.write(self._pdf, OPTIONS)
        written: dict[bytes, bytes] = {}
        for fonts in shared:
            everything = {name: references[id(font)] for name, font in fonts.items()}
            if number_font is not None:
                everything[_NUMBER_FONT] = references[id(number_font)]
            body: bytes = pydyf.Dictionary(dict(sorted(everything.items()))).data
            if body not in written:
                written[body] = self._add(_Written(body)).reference
            fonts["dictionary"] = written[body]
        return [fonts["dictionary"] for fonts in shared]

    def _part(self, part: Part, numbers: list[str], document: bytes, fonts: bytes) -> None:
        table: dict[bytes, bytes] = {
            b"%d" % PAGES: self._pdf.pages.reference,
            b"%d" % DOCUMENT: document,
            b"%d" % FONTS: fonts,
        }
        streams = []
        for place, extra, content in part.streams:
            known = self._streams.get((extra, content)) if REFERENCE not in extra else None
            if known is None:
                subject = self._add(_Written(compressible=False))
                streams.append((subject, extra, content))
                known = subject.reference
                if REFERENCE not in extra:
                    self._streams[extra, content] = known
            table[b"%d" % place] = known
        start = len(self._pdf.objects)
        table |= {b"%d" % place: b"%d 0 R" % number for number, (place, _) in enumerate(part.objects, start)}
        first = len(self._parents) // 2
        bodies = _numbered([*part.parents, *(body for _, body in part.objects)], table, first)
        for entry in bodies[: len(part.parents)]:
            self._parents += [b"%d" % (len(self._parents) // 2), entry]
        objects = [_Written(body) for body in bodies[len(part.parents) :]]
        pages = {page.place: (page, number) for page, number in zip(part.pages, numbers, strict=True)}
        of_pages = []
        for (place, _), subject in zip(part.objects, objects, strict=True):
            if place in pages:
                self._pdf.add_page(subject)
                of_pages.append((subject, *pages[place]))
            else:
                self._pdf.add_object(subject)
        for subject, page, number in of_pages:
            subject.data = _with_more(subject.data, self._number(number, page.number))
        for subject, extra, content in streams:
            (entries,) = _numbered([extra], table, first)
            subject.data = stream_body(entries[2:-2], content)
        self._tops += [table[b"%d" % place] for place in part.tags]

    def _number(self, number: str, place: tuple[float, float] | None) -> bytes:
        """The number of a page as content of its own: pagination, not text of the document."""
        if not number or place is None:
            return b""
        drawn, width = self._labels.labels[number]
        color, font, text = drawn.encode("ascii").split(b"\n", 2)
        middle, baseline = place
        matrix = b"1 0 0 -1 %b %b Tm" % tuple(
            pydyf._to_bytes(float(one)) for one in (middle - width / 2, baseline)
        )
        size = font.split(b" ", 1)[1]
        text = b"BT\n%b\n/%b %b\n%b\nET" % (matrix, _NUMBER_FONT.encode(), size, text)
        drawn_so = b"q\n0.75 0 0 0.75 0 0 cm\n%b\n%b\nQ" % (color, text)
        content = b"/Artifact <</Type /Pagination>> BDC\n%b\nEMC" % drawn_so
        subject = self._add(_Written(stream_body(b"", content), compressible=False))
        return b" " + bytes(subject.reference)

    def _bookmarks(self, parts: Iterable[Part]) -> None:
        root: list[Any] = []
        skipped: list[int] = []
        depths, before, start = [root], 0, 0
        for part in parts:
            for level, label, at, x, y, state in part.bookmarks:
                page = SimpleNamespace(bookmarks=[(level, label, (x, y), state)])
                before = make_page_bookmark_tree(page, skipped, depths, before, start + at, Matrix())
            start += len(part.pages)
        add_outlines(self._pdf, root)

    def _names(self, parts: Iterable[Part]) -> None:
        pages = self._pdf.page_references
        names: dict[str, tuple[int, float, float]] = {}
        start = 0
        for part in parts:
            for name, at, x, y in part.names:
                names.setdefault(name, (start + at, x, y))
            start += len(part.pages)
        if names:
            listed = pydyf.Array()
            for name, (at, x, y) in sorted(names.items()):
                listed += [pydyf.String(name), pydyf.Array([pages[at], "/XYZ", x, y, 0])]
            self._pdf.catalog["Names"] = pydyf.Dictionary({"Dests": pydyf.Dictionary({"Names": listed})})

    def _about(self) -> None:
        """Title, language, what it declares itself to be, and the files inside; of no day."""
        pdf, whole = self._pdf, self._whole
        pdf.info["Producer"] = pydyf.String(f"WeasyPrint {weasyprint.__version__}")
        pdf.info["Title"] = pydyf.String(whole.title)
        pdf.catalog["Lang"] = pydyf.String(whole.language)
        pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
        pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
        DocumentMetadata(title=whole.title).include_in_pdf(pdf, "ua", 1, conformance=None, compress=True)
        files = pydyf.Array()
        for name in sorted(whole.attachments):
            file = write_pdf_attachment(pdf, _attached(name, whole.attachments[name]), True)
            if file is None:
                raise PdfError(f'Berkas "{name}" tidak dapat disertakan dalam PDF.')
            files += [file["F"], file.reference]
        if files:
            content = pydyf.Dictionary({"Names": files})
            pdf.add_object(content)
            pdf.catalog.setdefault("Names", pydyf.Dictionary())["EmbeddedFiles"] = content.reference


def _no_link_leads_nowhere(parts: Sequence[Part]) -> None:
    there = {name for part in parts for name, *_ in part.names}
    for part in parts:
        for target in part.links:
            if target not in there:
                raise PdfError(f"Dokumen tidak dapat dijadikan PDF: tautan menuju #{target}, yang tidak ada.")


def _numbered(bodies: list[bytes], table: Mapping[bytes, bytes], first: int) -> list[bytes]:
    """The bodies with the numbers of the whole document in place of those of the part."""
    if not bodies:
        return []
    pieces = BETWEEN.join(bodies).split(REFERENCE)
    pieces[1::2] = [table[one] for one in pieces[1::2]]
    pieces = b"".join(pieces).split(PARENT)
    pieces[1::2] = [b"%d" % (first + int(one)) for one in pieces[1::2]]
    return b"".join(pieces).split(BETWEEN)


def _with_more(page: bytes, more: bytes) -> bytes:
    """The page with more content than its own, if there is more."""
    before, own, after = page.split(MORE)
    return b"".join((before, b"[", own, more, b"]", after) if more else (before, own, after))


def _attached(name: str, content: bytes) -> weasyprint.Attachment:
    """A file inside the document; of no day, or no two renders were the same."""
    return weasyprint.Attachment(
        file_obj=BytesIO(content),
        name=name,
        description=f"Data laporan: {name}",
        created=_NO_DAY,
        modified=_NO_DAY,
        relationship="Data",
    )
