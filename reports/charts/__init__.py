"""Drawings of the report as inline SVG: pure functions from frozen dataclasses to text, the same bytes each time.

A drawing is 160 mm wide in print. On screens it is fluid where the stylesheet says
`svg.grafik { max-width: 100%; height: auto }`. Meaning is never carried by colour alone: values are written
out, kinds of boxes differ in border and fill.
"""

from reports.charts.bars import BatangCapaian, batang_capaian
from reports.charts.cascade import SimpulKinerja, pohon_kinerja
from reports.charts.organisation import ChartNode, JenisSimpul, bagan_organisasi

__all__ = [
    "BatangCapaian",
    "ChartNode",
    "JenisSimpul",
    "SimpulKinerja",
    "bagan_organisasi",
    "batang_capaian",
    "pohon_kinerja",
]
