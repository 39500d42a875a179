"""A cell of the matrix as pages show it, written once: of four hundred hardly any is another than at the last look."""

from __future__ import annotations

from functools import lru_cache

from django.template import Library
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from reports.monitoring.matrix import Cell

register = Library()


@register.simple_tag
def pantau_cell(cell: Cell, link: str, nama: str) -> SafeString:
    """The cell of a document of the kecamatan of that name; ``link`` is empty where the reader may not read it."""
    return _written(cell, link, nama)


@lru_cache(maxsize=4000)  # a kabupaten of forty kecamatan in some years; a large one in two
def _written(cell: Cell, link: str, nama: str) -> SafeString:
    about = {"cell": cell, "link": link, "nama": nama}
    return SafeString(render_to_string("reports/monitoring/_cell.html", about).strip())
