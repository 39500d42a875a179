"""Drawings of the report as inline SVG: pure functions from frozen dataclasses to text, the same bytes each time.

A drawing is 160 mm wide in print. On screens it is fluid where the stylesheet says
`svg.grafik { max-width: 100%; height: auto }`. Meaning is never carried by colour alone: values are written
out, kinds of boxes differ in border and fill.
"""

from reports.charts.amounts import AmountRow, amount_bars
from reports.charts.bars import CapaianBar, capaian_bar
from reports.charts.cascade import KinerjaNode, kinerja_tree
from reports.charts.counts import Count, count_bars
from reports.charts.heat import MOST_COLUMNS, HeatCell, HeatRow, heat_map
from reports.charts.organisation import ChartNode, NodeKind, organisasi_chart
from reports.charts.pairs import Pair, pair_bars
from reports.charts.shares import SharedRow, share_bars
from reports.charts.svg import NARROW
from reports.charts.trends import MOST_BESIDE, Trend, small_trends
from reports.charts.years import Series, year_lines

__all__ = [
    "MOST_BESIDE",
    "MOST_COLUMNS",
    "NARROW",
    "AmountRow",
    "CapaianBar",
    "ChartNode",
    "Count",
    "HeatCell",
    "HeatRow",
    "KinerjaNode",
    "NodeKind",
    "Pair",
    "Series",
    "SharedRow",
    "Trend",
    "amount_bars",
    "capaian_bar",
    "count_bars",
    "heat_map",
    "kinerja_tree",
    "organisasi_chart",
    "pair_bars",
    "share_bars",
    "small_trends",
    "year_lines",
]
