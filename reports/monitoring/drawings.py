"""The drawings of the comparison. The table beside each says the same, so that nothing is told by one alone."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from reports.charts import (
    MOST_COLUMNS,
    Count,
    HeatCell,
    HeatRow,
    Pair,
    Series,
    count_bars,
    heat_map,
    pair_bars,
    year_lines,
)
from reports.document.tree import Figure as Drawing
from reports.monitoring.comparison import NOT_ITS, Comparison, Row
from reports.monitoring.figures import Figure
from reports.monitoring.ranking import Place, Share
from reports.monitoring.trend import Trend

MEAN: Final = "Rata-rata capaian LKIP"


def heat_drawings(found: Comparison, rows: Sequence[Row]) -> tuple[Drawing, ...]:
    """The heat map of these rows, the mean before the comparable IKU that one of them has, and the medians of the
    kabupaten below them, in as many drawings as its columns need."""
    scale = found.skala
    if not rows or not scale:
        return ()
    asked = {cell.column.code for row in rows for cell in row.cells if cell.asked}
    codes = ("", *(column.code for column in found.columns if column.code in asked))
    names = {"": MEAN} | {column.code: column.nama for column in found.columns}
    wide = -(-len(codes) // -(-len(codes) // MOST_COLUMNS))  # as many in each drawing
    parts = [codes[n : n + wide] for n in range(0, len(codes), wide)]
    drawings = []
    for number, some in enumerate(parts, start=1):
        nth = f", bagian {number} dari {len(parts)}" if len(parts) > 1 else ""
        drawings.append(
            Drawing(
                key=f"peta-capaian-{number}",
                title=f"Capaian tahun {found.tahun} menurut kecamatan dan indikator{nth}",
                svg=heat_map(
                    [names[code] for code in some],
                    [
                        *(
                            HeatRow(row.kecamatan.nama, tuple(_heat(row, code, scale) for code in some))
                            for row in rows
                        ),
                        HeatRow("Median", tuple(HeatCell(found.middle(code).said) for code in some)),
                    ],
                    scale,
                ),
                alt=f"Peta panas {len(rows)} kecamatan: {'; '.join(names[code] for code in some)}."
                " Nilainya sama dengan tabel di bawahnya.",
            )
        )
    return tuple(drawings)


def _heat(row: Row, code: str, scale: Sequence[str]) -> HeatCell:
    figure = row.figure(code)
    if figure is None:
        cell = row.of(code)
        said = cell.without if cell else row.without
        return HeatCell("" if said == NOT_ITS else said)
    old = "" if row.current else " (lama)"
    if figure.kategori in scale:
        return HeatCell(f"{figure.said}{old}", scale.index(figure.kategori))
    return HeatCell(f"{_said(figure)}{old}")


def _said(figure: Figure) -> str:
    """A mean of a part says so: "64,00% dari 1/2"."""
    part = figure.nilai is not None and not figure.whole
    return f"{figure.said} dari {figure.dari[0]}/{figure.dari[1]}" if part else figure.said


def serapan_drawing(places: Sequence[Place], tahun: int) -> Drawing | None:
    """Serapan beside the mean of each of these kecamatan."""
    pairs = [
        Pair(
            one.row.kecamatan.nama,
            (one.row.figures.rerata.nilai, one.row.figures.serapan.nilai),
            (_said(one.row.figures.rerata), one.row.figures.serapan.said),
        )
        for one in places
        if one.row.figures
    ]
    if not pairs:
        return None
    return Drawing(
        key="capaian-dan-serapan",
        title=f"Rata-rata capaian dan serapan anggaran tahun {tahun}",
        svg=pair_bars(pairs, ("Rata-rata capaian", "Serapan anggaran")),
        alt=f"Grafik batang {len(pairs)} kecamatan. Nilainya sama dengan tabel peringkat.",
    )


def spread_drawing(key: str, title: str, shares: Sequence[Share], scale: Sequence[str]) -> Drawing | None:
    """How many have each predikat."""
    if not shares:
        return None
    return Drawing(
        key=key,
        title=title,
        svg=count_bars([Count(one.label, one.count, known=one.label in scale) for one in shares]),
        alt=f"Grafik batang. {title}: {'; '.join(f'{one.label} {one.count}' for one in shares)}.",
    )


def trend_drawing(found: Trend) -> Drawing | None:
    """The median of the means over the years; beside it the one course that the reader sees, or, of several, the
    highest and the lowest mean of each year."""
    alone = found.courses[0] if len(found.courses) == 1 else None
    series = [_series("Median", [(one.rerata.nilai, one.rerata.said) for one in found.middles])]
    if alone:
        series.insert(0, _series(alone.kecamatan.nama, [_whole(one.rerata) for one in alone.points]))
    elif found.courses:
        for name, some in (
            ("Tertinggi", [one.highest for one in found.middles]),
            ("Terendah", [one.lowest for one in found.middles]),
        ):
            series.append(_series(name, [_whole(one) for one in some]))
    if not any(value is not None for one in series for value in one.values):
        return None
    return Drawing(
        key="tren-capaian",
        title=f"Rata-rata capaian tahun {found.years[0]} sampai {found.years[-1]}",
        svg=year_lines(found.years, series),
        alt=f"Grafik garis. {'; '.join(f'{one.nama}: {_told(found.years, one)}' for one in series)}.",
    )


def _whole(figure: Figure | None) -> tuple[Decimal | None, str]:
    """A mean of a part is no point of a line: it would rise and fall with how much is filled in."""
    return (figure.nilai, figure.said) if figure and figure.whole else (None, "")


def _series(name: str, points: Sequence[tuple[Decimal | None, str]]) -> Series:
    return Series(name, tuple(value for value, _ in points), tuple(said for _, said in points))


def _told(years: Sequence[int], one: Series) -> str:
    return ", ".join(f"{year} {said or 'tidak ada'}" for year, said in zip(years, one.said, strict=True))
