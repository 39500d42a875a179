"""Finishing touches on the structure tree and the page labels of a tagged PDF, before it is written.

The engine tags the page's text well, but leaves three things to us that ISO 14289-1 (PDF/UA-1) asks for: header
cells say what they head (7.5), running headers and page numbers are artifacts (7.8), and no cell names headers
that are not its own (the engine's header lists miscount below row spans, and a scope says it better).
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Any, Final

import pydyf  # type: ignore[import-untyped]

_PAGINATION: Final = {"Type": "/Pagination"}

#: How pages of a kind (the named pages of halaman.css) are numbered; the others are 1, 2 …
_LABEL: Final = {"sampul": {"P": pydyf.String("Sampul")}, "depan": {"S": "/r"}}
_PLAIN_LABELS: Final = {"S": "/D"}


def tidy_structure(pdf: pydyf.PDF) -> None:
    """Correct the structure tree of ``pdf`` in place."""
    tree = _Tree(pdf)
    tree.traverse()
    tree.release_pagination()


def label_pages(pdf: pydyf.PDF, kinds: Iterable[str]) -> None:
    """Call the pages of ``pdf``, one kind each, by the numbers printed on them: "iv" is not the fourth page."""
    label = [_LABEL.get(one, _PLAIN_LABELS) for one in kinds]
    nomor = pydyf.Array()
    for indeks, (before, this) in enumerate(pairwise([None, *label])):
        if this is not before:
            nomor += [indeks, pydyf.Dictionary(this)]
    pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": nomor})


class _Tree:
    def __init__(self, pdf: pydyf.PDF) -> None:
        self._pdf = pdf
        self._root = self._subject(pdf.catalog["StructTreeRoot"])
        self._reachable: set[int] = set()

    def traverse(self) -> None:
        """Visit every element that a reader can reach; give header cells their scope on the way."""
        queue: list[tuple[Any, bool]] = [(reference, False) for reference in self._root["K"]]
        while queue:
            reference, in_head = queue.pop()
            if not isinstance(reference, bytes):
                continue  # an MCID: content, not an element
            element = self._subject(reference)
            self._reachable.add(element.number)
            kind = element.get("S")
            in_head = (in_head or kind == "/THead") and kind != "/Table"
            if kind == "/TR":
                self._row(element, in_head)
            queue += [(child, in_head) for child in element.get("K", ())]

    def _row(self, row: pydyf.Dictionary, in_head: bool) -> None:
        cells = [self._subject(reference) for reference in row["K"]]
        # A row of nothing but headers heads columns wherever it stands; a lone one is the title of a group of rows.
        column = in_head or (len(cells) > 1 and all(s["S"] == "/TH" for s in cells))
        for one in cells:
            one.pop("ID", None)
            attribute = one.get("A", {})
            attribute.pop("Headers", None)
            if one["S"] == "/TH":
                attribute["Scope"] = "/Column" if column else "/Row"

    def release_pagination(self) -> None:
        """Turn what no element of the tree holds, the margin boxes, into pagination artifacts."""
        nomor = self._subject(self._root["ParentTree"])["Nums"]
        page = self._pdf.page_references
        for indeks, reference in zip(nomor[::2], nomor[1::2], strict=True):
            if isinstance(reference, bytes):
                continue  # an annotation
            loose = {
                mcid
                for mcid, element in enumerate(reference)
                if isinstance(element, bytes) and self._subject(element).number not in self._reachable
            }
            if not loose:
                continue
            content = self._subject(self._subject(page[indeks])["Contents"]).stream
            for location, part in enumerate(content):
                if isinstance(part, pydyf.Dictionary) and part.get("MCID") in loose:
                    content[location - 1 : location + 1] = "/Artifact", pydyf.Dictionary(_PAGINATION)
            for mcid in loose:
                reference[mcid] = "null"
        for subject in self._pdf.objects:
            if (
                isinstance(subject, pydyf.Dictionary)
                and subject.get("Type") == "/StructElem"
                and subject.number not in self._reachable
            ):
                subject.clear()

    def _subject(self, reference: bytes) -> Any:
        return self._pdf.objects[int(reference.split()[0])]
