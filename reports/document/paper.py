"""Sheets of paper and the room on them. Pure; millimetres as :class:`decimal.Decimal`."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from reports.publish.naskah import PageSettings

#: Width and height of a sheet upright. F4 is what government offices buy; A4 is the ISO sheet.
PAPER: Final = {"A4": (Decimal(210), Decimal(297)), "F4": (Decimal(215), Decimal(330))}

#: Colour of KONSEP on the pages of a draft: seen on every page, and black text on it keeps 18 : 1.
KONSEP_COLOUR: Final = "#eceef1"


def paper_sizes(settings: PageSettings, *, landscape: bool = False) -> tuple[Decimal, Decimal]:
    """Width and height of a page. Raises :class:`ValueError` for a paper that is not in :data:`PAPER`."""
    if settings.kertas not in PAPER:
        raise ValueError(
            f'Kertas "{settings.kertas}" tidak dikenal. Pilih salah satu dari: {", ".join(PAPER)}.'
        )
    width, height = PAPER[settings.kertas]
    return (height, width) if landscape else (width, height)


def content_width(settings: PageSettings, *, landscape: bool = False) -> Decimal:
    """Width between the left and the right margin."""
    return paper_sizes(settings, landscape=landscape)[0] - settings.margin_kiri - settings.margin_kanan


def content_height(settings: PageSettings) -> Decimal:
    """Height between the top and the bottom margin of an upright sheet."""
    return paper_sizes(settings)[1] - settings.margin_atas - settings.margin_bawah
