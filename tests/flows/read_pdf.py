"""Reads a tagged PDF the way a screen reader does: along its structure tree, by ToUnicode.

Tables, headings and figures are what the tags say they are, so a test that finds the right words in the right cell
has shown both. Nothing here knows how the PDF was made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, Final

import pikepdf

#: Elements that do not begin a new line; any other does.
_INLINE: Final = {"Span", "Link", "Em", "Strong", "Code", "NonStruct"}

#: Baselines nearer than this (units of the page) are one line: a fallback font may sit a hair off.
_TOLERANSI_INLINE: Final = 1.0


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text on one baseline. ``y`` grows downwards from the top of the page; ``font`` is its base font."""

    text: str
    page: int
    y: float
    font: str = ""


@dataclass(slots=True)
class Element:
    """A structure element: its type without slash, its attributes, what it holds in reading order.

    ``scope`` is the scope of a header cell, ``link`` the named destination of a link.
    """

    kind: str
    page: int
    alt: str = ""
    scope: str = ""
    link: str = ""
    children: list[Element | Piece] = field(default_factory=list)

    def everything(self, *kinds: str) -> Iterator[Element]:
        """Every element below this one (itself included) of the types given, or of any type."""
        if not kinds or self.kind in kinds:
            yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.everything(*kinds)

    def pieces(self) -> Iterator[Piece]:
        for child in self.children:
            if isinstance(child, Piece):
                yield child
            else:
                yield from child.pieces()

    def text(self) -> str:
        """The words below this element, single-spaced."""
        return tidy("".join(self._chain([])))

    def _chain(self, results: list[str], before: list[Piece] | None = None) -> list[str]:
        before = [] if before is None else before
        gap = self.kind not in _INLINE
        if gap:
            results.append(" ")
        for child in self.children:
            if isinstance(child, Element):
                child._chain(results, before)
                continue
            if before and not _one_row(before[-1], child):
                results.append(" ")
            results.append(child.text)
            before[:] = [child]
        if gap:
            results.append(" ")
        return results


@dataclass(frozen=True, slots=True)
class PdfPage:
    """A page: what is drawn on it outside the structure tree, and the forms it paints there."""

    nomor: int
    artefact: str
    artefact_shapes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PdfReading:
    """A PDF that has been read. ``root`` is the root of the structure tree, ``pages`` in order from 1.

    ``tujuan`` gives the page of each named destination.
    """

    pdf: pikepdf.Pdf
    root: Element
    pages: tuple[PdfPage, ...]
    tujuan: dict[str, int]

    def text(self) -> str:
        return self.root.text()


def tidy(text: str) -> str:
    """Single spaces; a line may break behind a hyphen, a dash or a slash without a space of its own, and a word that it
    divides is one word."""
    return re.sub(r"\u00ad ?|(?<=[-–/]) ", "", " ".join(text.split()))


def read_pdf(content: bytes) -> PdfReading:
    """Read a tagged PDF. Raises ``KeyError`` when it has no structure tree or a tag without content."""
    pdf = pikepdf.open(BytesIO(content))
    nomor: dict[Any, int] = {h.objgen: n for n, h in enumerate(pdf.pages, start=1)}
    page_content = [_PageContent(page, n) for n, page in enumerate(pdf.pages, start=1)]
    signed = {(content.nomor, mcid): p for content in page_content for mcid, p in content.signed.items()}

    def element(subject: Any, page: int) -> Element:
        if "/Pg" in subject:
            page = nomor[subject.Pg.objgen]
        result = Element(
            kind=str(subject.S)[1:],
            page=page,
            alt=str(subject.get("/Alt", "")),
            scope=str(_attribute(subject, "/Scope")).lstrip("/"),
        )
        for child in _listing(subject.get("/K")):
            if isinstance(child, int):
                result.children += signed[page, child]
            elif child.get("/Type") == "/MCR":
                result.children += signed[nomor[child.Pg.objgen] if "/Pg" in child else page, int(child.MCID)]
            elif child.get("/Type") == "/OBJR":
                result.link = str(child.Obj.get("/Dest", ""))
            else:
                result.children.append(element(child, page))
        return result

    root = Element(kind="StructTreeRoot", page=1)
    root.children += [element(child, 1) for child in _listing(pdf.Root.StructTreeRoot.K)]
    tujuan = {str(n): nomor[t[0].objgen] for n, t in pikepdf.NameTree(pdf.Root.Names.Dests).items()}
    return PdfReading(pdf, root, tuple(content.page for content in page_content), tujuan)


def _one_row(left: Piece, right: Piece) -> bool:
    return left.page == right.page and abs(left.y - right.y) < _TOLERANSI_INLINE


def _listing(nilai: Any) -> list[Any]:
    if nilai is None:
        return []
    return list(nilai) if isinstance(nilai, pikepdf.Array) else [nilai]


def _attribute(subject: Any, nama: str) -> Any:
    return next((a[nama] for a in _listing(subject.get("/A")) if nama in a), "")


class _PageContent:
    """The content stream of one page, cut at its marks."""

    def __init__(self, page: pikepdf.Page, nomor: int) -> None:
        self.nomor = nomor
        self.signed: dict[int, list[Piece]] = {}
        self._sumber = page.obj.get("/Resources", pikepdf.Dictionary())
        self._font = {
            nama: (str(font.BaseFont), _unicode_map(font))
            for nama, font in self._sumber.get("/Font", pikepdf.Dictionary()).items()
        }
        self._artefacts: list[str] = []
        self._shapes: list[str] = []
        self._parse(page)
        self.page = PdfPage(nomor, tidy(" ".join(self._artefacts)), tuple(self._shapes))

    def _parse(self, page: pikepdf.Page) -> None:
        height = float(page.mediabox[3])
        matriks, stack = pikepdf.Matrix(), []
        marks: list[int | str | None] = []  # an MCID, "artefak", or None for a mark that says nothing
        font, location = "", 0.0
        for command in pikepdf.parse_content_stream(page):
            operand: Any = command.operands
            match str(command.operator):
                case "q":
                    stack.append(matriks)
                case "Q":
                    matriks = stack.pop()
                case "cm":
                    matriks = pikepdf.Matrix(*map(float, operand)) @ matriks
                case "BDC" | "BMC":
                    marks.append(self._mark(operand))
                case "EMC":
                    marks.pop()
                case "Tf":
                    font = str(operand[0])
                case "Tm":
                    location = height - float((pikepdf.Matrix(*map(float, operand)) @ matriks).f)
                case "TJ" | "Tj":
                    self._write_out(marks, font, operand[0], location)
                case "Do" if "artefak" in marks:
                    self._shapes.append(str(operand[0]))

    def _mark(self, operand: Any) -> int | str | None:
        if operand[0] == "/Artifact":
            return "artefak"
        if len(operand) > 1 and "/MCID" in operand[1]:
            mcid = int(operand[1].MCID)
            self.signed.setdefault(mcid, [])
            return mcid
        return None

    def _write_out(self, marks: list[int | str | None], font: str, array: Any, y: float) -> None:
        nama, mapping = self._font[font]
        kode = b"".join(bytes(k) for k in _listing(array) if isinstance(k, pikepdf.String))
        text = "".join(mapping[kode[i : i + 2]] for i in range(0, len(kode), 2))
        inside = next((t for t in reversed(marks) if t is not None), None)
        if isinstance(inside, int):
            self.signed[inside].append(Piece(text, self.nomor, y, nama))
        elif inside == "artefak":
            self._artefacts.append(text)
        else:
            raise ValueError(f"halaman {self.nomor}: {text!r} is neither tagged nor an artifact")


def _unicode_map(font: Any) -> dict[bytes, str]:
    """Two-byte codes of a font → text, from its ToUnicode map."""
    cmap = font.ToUnicode.read_bytes().decode("ascii")
    results = {}
    for part in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for kode, text in re.findall(r"<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]+)>", part):
            results[bytes.fromhex(kode)] = bytes.fromhex(text).decode("utf-16-be")
    return results
