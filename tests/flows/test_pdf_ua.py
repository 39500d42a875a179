"""The reading of ISO 14289-1 sees what breaks it, and finds nothing in what is signed here."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from reports.pdf.render import render_pdf
from tests.flows.pdf_ua import faults
from tests.reports.signing.signers import holder
from tests.table_tests import each_row

pytestmark = pytest.mark.one_engine

HTML = (
    '<!DOCTYPE html><html lang="id"><title>X</title><h1>LKIP</h1><h2 id="a">Bab</h2><p>Isi <a href="#a">Bab</a>.</p>'
    "<table><thead><tr><th>Nama</th></tr></thead><tbody><tr><td>SKM</td></tr></tbody></table></html>"
)


@cache
def printed() -> bytes:
    return render_pdf(HTML, title="Uji", attachments={"capaian.csv": b"indikator,95\n"}).content


def changed(change: Callable[[pikepdf.Pdf], Any]) -> bytes:
    """The same, with something taken from it."""
    into = BytesIO()
    with pikepdf.open(BytesIO(printed())) as pdf:
        change(pdf)
        pdf.save(into)
    return into.getvalue()


def tagged(pdf: pikepdf.Pdf, kind: str) -> Any:
    """The first element of that type."""
    return next(one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == kind)


def paint_untagged(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    page.contents_coalesce()
    page.Contents = pdf.make_stream(b"0 0 9 9 re f\n" + page.Contents.read_bytes())


def drop(found: Any, *names: str) -> None:
    for name in names:
        if name in found:
            del found[name]


def link(pdf: pikepdf.Pdf) -> Any:
    return pdf.pages[0].Annots[0]


CHANGES: dict[str, Callable[[pikepdf.Pdf], Any]] = {
    "06-001": lambda pdf: pdf.Root.__delitem__("/Metadata"),
    "07-002": lambda pdf: pdf.Root.ViewerPreferences.__setitem__("/DisplayDocTitle", False),
    "06-000": lambda pdf: pdf.Root.MarkInfo.__setitem__("/Suspects", True),
    "11-006": lambda pdf: pdf.Root.__delitem__("/Lang"),
    "01-000": lambda pdf: pdf.Root.__delitem__("/StructTreeRoot"),
    "02-001": lambda pdf: tagged(pdf, "/P").__setitem__("/S", pikepdf.Name("/Alinea")),
    "09-004": lambda pdf: tagged(pdf, "/THead").__setitem__("/S", pikepdf.Name("/P")),
    "13-004": lambda pdf: tagged(pdf, "/P").__setitem__("/S", pikepdf.Name("/Figure")),
    "15-003": lambda pdf: drop(tagged(pdf, "/TH"), "/A", "/ID"),
    "14-003": lambda pdf: tagged(pdf, "/H2").__setitem__("/S", pikepdf.Name("/H4")),
    "19-003": lambda pdf: tagged(pdf, "/P").__setitem__("/S", pikepdf.Name("/Note")),
    "01-005": paint_untagged,
    "28-008": lambda pdf: drop(pdf.pages[0].obj, "/Tabs"),
    "28-002": lambda pdf: link(pdf).__delitem__("/StructParent"),
    "28-012": lambda pdf: drop(link(pdf), "/Contents"),
    "31-009": lambda pdf: drop(_font(pdf).FontDescriptor, "/FontFile2", "/FontFile3"),
    "21-001": lambda pdf: next(iter(pdf.attachments.values())).obj.__delitem__("/UF"),
}


def _font(pdf: pikepdf.Pdf) -> Any:
    return next(iter(pdf.pages[0].resources.Font.values())).DescendantFonts[0]


@each_row("condition", CHANGES)
def test_what_breaks_a_condition_is_seen(condition: str) -> None:
    found = faults(changed(CHANGES[condition]))
    assert [one for one in found if one.startswith(condition)], found


def test_signed_once_and_twice_it_stays_sound() -> None:
    once = holder().sign(printed(), reason="PK")
    assert faults(printed()) == faults(once) == faults(holder("Bupati").sign(once, reason="PK")) == []
