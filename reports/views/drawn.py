"""Drawings on a page."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.safestring import SafeString

from reports.document.tree import Figure as Drawing
from reports.html.view import svg_of


def shown_drawings(drawings: Iterable[Drawing | None]) -> list[dict[str, Drawing | SafeString | str]]:
    """The drawings as the template of a document's figure needs them."""
    return [{"figure": one, "svg": svg_of(one), "nomor": ""} for one in drawings if one is not None]
