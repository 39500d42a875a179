"""What the templates see: the document tree with numbers, anchors, classes and safe text filled in.

The templates decide nothing but how a block is marked up. Every block names its template.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final, NamedTuple

from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from reports.document import tree
from reports.document.numbering import FrontList, Numbering, number_all
from reports.html.fragments import Fragments, place_mark
from reports.html.media import AddressOf
from reports.html.tables import show_table
from reports.publish.naskah import PageSettings

#: Most lines by which the head of one signature block may be shorter than its neighbour's and still be levelled.
_LARGEST_GAP: Final = 3

_NOTHING: Final = SafeString()

#: Blocks that may bear a number.
_NUMBERED: Final = (tree.TableBlock, tree.Figure, tree.FotoBlock)

_SVG_OPEN = re.compile(r"<svg\b([^>]*>)")


@dataclass(frozen=True, slots=True)
class HtmlBlock:
    """A block with the template that prints it: ``b`` is the block itself where that says everything. ``below`` is what
    a web page says of it. Of one that is kept the ``html`` is there instead."""

    template: str
    b: object
    below: SafeString
    html: SafeString = _NOTHING


@dataclass(frozen=True, slots=True)
class HtmlPart:
    """A part with its blocks; ``below`` is what a web page says of it, under its heading. Of one that is kept the
    ``html`` is there, and nothing else."""

    part: tree.Part
    below: SafeString = _NOTHING
    blocks: tuple[HtmlBlock, ...] = ()
    children: tuple[HtmlPart, ...] = ()
    html: SafeString = _NOTHING


class Fold(NamedTuple):
    """What a web page says of a part that it folds away, and whether it is unfolded to begin with."""

    said: str
    open: bool


def show(
    dokumen: tree.Dokumen, settings: PageSettings, address: AddressOf, fragments: Fragments | None = None
) -> dict[str, Any]:
    """Prepare a document for ``document/_dokumen.html``; with ``fragments`` for a page, whose parts are kept and bear
    marks (:func:`reports.html.fragments.put_in`). Raises :class:`ValueError` for a tree that cannot be printed
    truthfully (two parts with one anchor, a table whose rows do not fill its columns)."""
    return _Composer(number_all(dokumen), settings, address, fragments).dokumen(dokumen)


class _Composer:
    def __init__(
        self,
        numbering: Numbering,
        settings: PageSettings,
        address: AddressOf,
        fragments: Fragments | None,
    ) -> None:
        self._numbering = numbering
        self._settings = settings
        self._address = address
        self._fragments = fragments
        self._narasi_tables = 0

    def dokumen(self, d: tree.Dokumen) -> dict[str, Any]:
        return {
            "dokumen": d,
            "lambang": self._lambang(d.cover.lambang if d.cover else ()),
            "front": self._everything(d.front[:1]),
            "listings": [self._listing(one) for one in self._numbering.listing] if d.contents else (),
            "front_continued": self._everything(d.front[1:]),
            "body": self._everything(d.body),
            "lampiran": self._everything(d.lampiran),
        }

    def _listing(self, listing: FrontList) -> SafeString:
        def make() -> tuple[str, int]:
            return render_to_string("document/_front_list.html", {"listing": listing}), 0

        fragments = self._fragments or Fragments()
        return fragments.of(listing.id, listing, make).html

    def _everything(self, parts: Iterable[tree.Part], *, landscape: bool = False) -> tuple[HtmlPart, ...]:
        return tuple(self._part(b, landscape or b.landscape) for b in parts)

    def _part(self, b: tree.Part, landscape: bool) -> HtmlPart:
        if self._fragments is None:
            return self._composed(b, landscape)
        if b.children:
            composed = self._composed(b, landscape)
            whole = self._fragments.of(f"{b.key} seluruhnya", composed, lambda: (_written(composed), 0))
            return HtmlPart(b, html=whole.html)
        before = self._narasi_tables

        def make() -> tuple[str, int]:
            return _written(self._composed(b, landscape)), self._narasi_tables - before

        numbers = [self._nomor(one) for one in b.content if isinstance(one, _NUMBERED)]
        made_of = b, numbers, landscape, self._settings, before
        kept = self._fragments.of(b.key, made_of, make)
        self._narasi_tables = before + kept.tables
        return HtmlPart(b, html=kept.html)

    def _composed(self, b: tree.Part, landscape: bool) -> HtmlPart:
        return HtmlPart(
            b,
            self._said_of(b),
            tuple(self._block(b, place, landscape) for place in range(len(b.content))),
            self._everything(b.children, landscape=landscape),
        )

    def _said_of(self, place: tree.Part | tree.Block) -> SafeString:
        return _NOTHING if self._fragments is None else place_mark(getattr(place, "key", ""))

    def _block(self, part: tree.Part, place: int, landscape: bool) -> HtmlBlock:
        block, said = part.content[place], self._said_of(part.content[place])
        if self._fragments is None or not isinstance(block, tree.TableBlock):
            template, content = self._shown(part, place, landscape)
            return HtmlBlock(f"document/{template}.html", content, said)

        def make() -> tuple[str, int]:
            template, content = self._shown(part, place, landscape)
            return render_to_string(f"document/{template}.html", {"b": content}), 0

        # Its part may be another only by what stands beside it.
        made_of = block, self._nomor(block), landscape, self._settings
        return HtmlBlock("", block, said, self._fragments.of(f"{part.key} {block.key}", made_of, make).html)

    def _shown(self, part: tree.Part, place: int, landscape: bool) -> tuple[str, object]:
        """The template of a block, and what it is given."""
        match block := part.content[place]:
            case tree.ParagraphBlock():
                return "_paragraph", block
            case tree.ItemList():
                return "_list", block
            case tree.TableBlock():
                return "_table", show_table(block, self._nomor(block), self._settings, landscape=landscape)
            case tree.Figure():
                return "_figure", {"figure": block, "nomor": self._nomor(block), "svg": svg_of(block)}
            case tree.FotoBlock():
                beside = (*part.content[max(place - 1, 0) : place], *part.content[place + 1 : place + 2])
                alone = not any(isinstance(one, tree.FotoBlock) for one in beside)
                src = self._address(block.file)
                return "_foto", {"foto": block, "src": src, "nomor": self._nomor(block), "alone": alone}
            case tree.RumusBlock():
                return "_rumus", block
            case tree.FormBlock():
                return "_pairs", block
            case tree.Kop():
                left, right, *_ = (*self._lambang(block.lambang), None, None)
                return "_kop", {"kop": block, "left": left, "right": right}
            case tree.Title():
                # Its first title is the heading of a form.
                return "_title", {"title": block, "part": part if block is part.own_title else None}
            case tree.Narrative():
                return "_narasi", [self._written(b, landscape) for b in block.content]
            case tree.SignatureBlock():
                return "_tanda_tangan", _tanda_tangan(block)
            case tree.PageBreak():
                return "_page_break", block

    def _nomor(self, block: tree.TableBlock | tree.Figure | tree.FotoBlock) -> str:
        return self._numbering.nomor.get(block.key, "")

    def _written(
        self, block: tree.ParagraphBlock | tree.ItemList | tree.TableBlock, landscape: bool
    ) -> dict[str, object]:
        """A block of a text. Its tables are many and have no name: they are told apart by counting."""
        if not isinstance(block, tree.TableBlock):
            return {"content": block}
        self._narasi_tables += 1
        table = replace(block, key=f"{block.key}-tabel-{self._narasi_tables}")
        return {"table": show_table(table, "", self._settings, landscape=landscape)}

    def _lambang(self, several: Iterable[tree.Lambang]) -> list[dict[str, object]]:
        return [{"src": self._address(one.file), "file": one.file, "alt": one.alt} for one in several]


def _written(part: HtmlPart) -> str:
    return render_to_string("document/_part.html", {"b": part}).rstrip()


def _tanda_tangan(b: tree.SignatureBlock) -> list[tuple[str, tree.TandaTanganBlock, SafeString]]:
    """Every signature block with what brings the names to one height, and its stamp.

    Blocks stand on their last lines, whatever the lines above the names wrap to; one of fewer lines below its name has
    as many empty ones. Beside a stamp, which is higher than the space for a pen, they hang from their first lines.
    """
    stamped = any(one.stamp for one in b.blocks)
    above, below = (max(len(lines(one)) for one in b.blocks) for lines in (_heads, _below))
    return [
        (
            f"sela-{min(above - len(one.heads), _LARGEST_GAP)}"
            if stamped
            else f"kaki-{min(below - len(one.below), _LARGEST_GAP)}",
            one,
            svg_of(one.stamp) if one.stamp else SafeString(),
        )
        for one in b.blocks
    ]


def _heads(one: tree.TandaTanganBlock) -> tuple[str, ...]:
    return one.heads


def _below(one: tree.TandaTanganBlock) -> tuple[str, ...]:
    return one.below


def svg_of(figure: tree.Figure) -> SafeString:
    """Our drawing with the alternative text as its name; PDF takes the text from <title>."""
    opening = _SVG_OPEN.match(figure.svg)
    if opening is None:
        raise ValueError(f"gambar {figure.key!r} bukan SVG")
    return mark_safe(  # noqa: S308 drawn by reports.charts, which escapes; the title is escaped here
        f'<svg role="img"{opening[1]}<title>{escape(figure.alt)}</title>{figure.svg[opening.end() :]}'
    )
