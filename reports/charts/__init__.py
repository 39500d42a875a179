"""Drawings of the report as inline SVG: pure functions from frozen dataclasses to text, the same bytes each time.

A drawing is 160 mm wide in print. On screens it is fluid where the stylesheet says
`svg.grafik { max-width: 100%; height: auto }`. Meaning is never carried by colour alone: values are written
out, kinds of boxes differ in border and fill.
"""

from reports.charts.bars import CapaianBar, capaian_bar
from reports.charts.cascade import KinerjaNode, kinerja_tree
from reports.charts.organisation import ChartNode, NodeKind, organisasi_chart

__all__ = [
    "CapaianBar",
    "ChartNode",
    "KinerjaNode",
    "NodeKind",
    "capaian_bar",
    "kinerja_tree",
    "organisasi_chart",
]
