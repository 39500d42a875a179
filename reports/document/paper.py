"""Sheets of paper and the room on them. Pure; millimetres as :class:`decimal.Decimal`."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from reports.publish.naskah import Pengaturan

#: Width and height of a sheet upright. F4 is what government offices buy; A4 is the ISO sheet.
KERTAS: Final = {"A4": (Decimal(210), Decimal(297)), "F4": (Decimal(215), Decimal(330))}

#: Colour of KONSEP on the pages of a draft: seen on every page, and black text on it keeps 18 : 1.
WARNA_KONSEP: Final = "#eceef1"


def ukuran_kertas(pengaturan: Pengaturan, *, lanskap: bool = False) -> tuple[Decimal, Decimal]:
    """Width and height of a page. Raises :class:`ValueError` for a paper that is not in :data:`KERTAS`."""
    if pengaturan.kertas not in KERTAS:
        raise ValueError(
            f'Kertas "{pengaturan.kertas}" tidak dikenal. Pilih salah satu dari: {", ".join(KERTAS)}.'
        )
    lebar, tinggi = KERTAS[pengaturan.kertas]
    return (tinggi, lebar) if lanskap else (lebar, tinggi)


def lebar_isi(pengaturan: Pengaturan, *, lanskap: bool = False) -> Decimal:
    """Width between the left and the right margin."""
    return ukuran_kertas(pengaturan, lanskap=lanskap)[0] - pengaturan.margin_kiri - pengaturan.margin_kanan


def content_height(pengaturan: Pengaturan) -> Decimal:
    """Height between the top and the bottom margin of an upright sheet."""
    return ukuran_kertas(pengaturan)[1] - pengaturan.margin_atas - pengaturan.margin_bawah
