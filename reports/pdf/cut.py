"""One HTML, cut where a new page begins anyway: each piece is a whole document that can be printed by itself.

The cut follows the classes of our own templates, and nothing is parsed: what lies between the tags is handed on as it
stands. A page that is built otherwise is one piece.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from html import unescape
from typing import Final, NamedTuple

from reports.pdf.run import FILLER_STYLE, LABEL, Block, Run, blocks_of

#: Elements before which a page begins (halaman.css, dokumen.css); outermost first.
_NEW_PAGE: Final = frozenset(("sampul", "bagian-1", "daftar-bagian"))

#: Characters from which on a piece is made of parts itself: some three pages.
_LONG: Final = 12_000

_TAG: Final = re.compile(r"<(/?)(main|article|header|section|nav|div)\b([^>]*)>")
_CLASS: Final = re.compile(r'\bclass="([^"]*)"')
#: What may lie between two pieces: it is not printed.
_UNPRINTED: Final = re.compile(r'<p class="tanda-konsep">[^<]*</p>|\s+')
_LINE: Final = re.compile(r'(<span class="tautan-(?:halaman|romawi)" data-tujuan="#([^"]*)")')

#: The page of every line of a list is written beside it (:meth:`Piece.with_pages`).
_WRITTEN_PAGES: Final = (
    '<style media="print">.tautan-halaman::after, .tautan-romawi::after '
    '{ content: "\\a0" leader("....") "\\a0" attr(data-halaman); text-transform: none }</style>'
)


#: What is read from its begin to its end, with nobody's form to keep: its lines may be closer (dokumen.css).
_MAY_BE_CLOSER: Final = re.compile(r'class="(?:depan|batang)"')
_CLOSER: Final = ((0.12, "dokumen dokumen-rapat"),)
_CLOSER_LIST: Final = ((0.1, "dokumen dokumen-rapat"), (0.25, "dokumen dokumen-rapat dokumen-padat"))

#: The elements that a piece lies in, and its content.
_Slice = tuple[tuple[str, ...], str]


@dataclass(frozen=True, slots=True)
class Piece:
    """A document by itself. ``targets`` are the anchors of which it prints the page: it is a list. A long one is a
    ``run`` of blocks, too. ``closer`` are the same with lines closer to each other, where they may be, and how much of
    a page each of its pages spares by it; the less close first."""

    html: str
    targets: tuple[str, ...] = ()
    run: Run | None = None
    closer: tuple[tuple[float, Piece], ...] = ()

    def with_pages(self, pages: Mapping[str, str]) -> str:
        """The HTML with the page number of every target; of one that is nowhere none is printed."""
        return _LINE.sub(lambda m: f'{m[1]} data-halaman="{pages.get(m[2], "")}"', self.html)


@dataclass(frozen=True, slots=True)
class Cut:
    """The pieces in printed order, and the head of a document under the same styles."""

    pieces: tuple[Piece, ...]
    head: str

    def numbers(self, lines: Sequence[str]) -> str:
        """A page of the body at whose foot stand these numbers, each on a line of its own."""
        content = "\\a ".join(lines)
        style = (
            '<style media="print">@page batang { @bottom-center '
            f'{{ content: "{content}"; white-space: pre }} }}</style>'
        )
        body = '<main><article class="dokumen"><div class="batang"><p>&nbsp;</p></div></article></main>'
        return f"{_more_styles(self.head, style)}{body}</body></html>"


class _Made(NamedTuple):
    """What a piece is made of but for the elements that it lies in; ``heads``: of its first page, and of others."""

    heads: tuple[str, str]
    content: str
    after: str
    targets: tuple[str, ...]
    blocks: tuple[Block, ...]
    label: str

    def piece(self, above: str, innermost: str) -> Piece:
        """The piece within the elements ``above``, with closer ones."""
        if not _MAY_BE_CLOSER.search(innermost):
            return self._within(above)
        closer = tuple(
            (spared, self._within(above.replace('class="dokumen"', f'class="{closer}"')))
            for spared, closer in (_CLOSER_LIST if self.targets else _CLOSER)
        )
        return replace(self._within(above), closer=closer)

    def _within(self, above: str) -> Piece:
        first, others = self.heads
        run = Run(self.blocks, first + above, others + above, self.after, self.label) if self.blocks else None
        return Piece(first + self.content.join((above, self.after)), self.targets, run)


def cut(html: str) -> Cut:
    """Cut the HTML of :func:`reports.html.render_html`."""
    start, stop = _body(html)
    head, end = html[:start], html[stop:]
    slices = _slices(html, start, stop)
    if len(slices) < 2:
        return Cut((Piece(html),), _inner(head))
    first, inner = head, _inner(head)
    listing = _more_styles(inner, _WRITTEN_PAGES)
    flowing = _more_styles(inner, FILLER_STYLE)
    pieces, label = [], ""
    for at, (above, content) in enumerate(slices):
        targets = tuple(target for _, target in _LINE.findall(content))
        before = listing if targets else inner if at else first
        labels = LABEL.findall(content)
        if not labels and label:
            # The running header goes on with what was said before.
            before = _more_styles(
                before, f'<style media="print">body {{ string-set: bab "{_string(label)}" }}</style>'
            )
        blocks = () if targets or len(content) <= _LONG else blocks_of(content)
        made = _Made((before, flowing), content, _closing(above) + end, targets, blocks, label)
        pieces.append(made.piece("".join(above), "".join(above[-1:])))
        label = labels[-1] if labels else label
    return Cut(tuple(pieces), inner)


def _body(html: str) -> tuple[int, int]:
    start = re.search(r"<body\b[^>]*>", html)
    stop = html.rfind("</body>")
    return (start.end() if start else 0, stop if stop >= 0 else len(html))


def _slices(html: str, start: int, stop: int) -> list[_Slice]:
    """The elements that each piece lies in, and its content; empty where the HTML cannot be cut."""
    above: list[str] = []
    slices: list[_Slice] = []
    depth, begin = 0, start
    loose: list[str] = []
    for tag in _TAG.finditer(html, start, stop):
        if depth:  # within a piece
            depth += -1 if tag[1] else 1
            if not depth:
                slices.append((tuple(above), html[begin : tag.end()]))
                begin = tag.end()
            continue
        loose.append(html[begin : tag.start()])
        begin = tag.end()
        if tag[1]:
            if not above:
                return []
            above.pop()
        elif _NEW_PAGE.intersection(_classes(tag[3])):
            depth, begin = 1, tag.start()
        else:
            above.append(tag[0])
    loose.append(html[begin:stop])
    whole = not above and not depth and not _UNPRINTED.sub("", "".join(loose))
    return _lists_together(slices) if whole else []


def _lists_together(slices: list[_Slice]) -> list[_Slice]:
    """Lists that follow each other run on: one piece."""
    together: list[_Slice] = []
    for above, content in slices:
        if together and _LINE.search(content) and _LINE.search(together[-1][1]):
            together[-1] = above, together[-1][1] + content
        else:
            together.append((above, content))
    return together


def _closing(above: Iterable[str]) -> str:
    names = [m[2] for m in map(_TAG.match, above) if m]
    return "".join(f"</{name}>" for name in reversed(names))


def _classes(attributes: str) -> list[str]:
    found = _CLASS.search(attributes)
    return found[1].split() if found else []


def _inner(head: str) -> str:
    """The head of a piece that is not the first: what is said of the first page of the document is not said of its."""
    return head.replace("@page :first ", "@page bukan-halaman ")


def _more_styles(head: str, styles: str) -> str:
    before, end, after = head.rpartition("</head>")
    return f"{before}{styles}{end}{after}" if end else f"{styles}{head}"


def _string(text: str) -> str:
    """The text of an attribute as a CSS string."""
    return re.sub(r"[^\w ,.()–-]", lambda m: f"\\{ord(m[0]):x} ", unescape(text))
