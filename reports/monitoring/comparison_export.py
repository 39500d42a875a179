"""The comparison as a workbook: values side by side, each with its working, the ranking, and what is not compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from reports.monitoring.comparison import Comparison, Row
from reports.monitoring.export import OLD
from reports.monitoring.figures import Figure, IndikatorFigures
from reports.monitoring.ranking import rank
from sakip.workbook.listing import Listing, write_listings

_Value = str | int | Decimal | None

_DETAILS: Final = (
    *(("Kecamatan", 24), ("Indikator", 60), ("Satuan", 12), ("IKU", 8), ("Dalam PK", 10)),
    *(("Target", 16), ("Realisasi", 16), ("Capaian (%)", 14), ("Predikat", 24), ("Perhitungan", 60)),
    ("Angka", 16),
)


def comparison_workbook(found: Comparison, rows: Sequence[Row], place: str) -> bytes:
    """Of these rows, of the kabupaten called ``place``. A percentage is a number, so that it can be sorted."""
    title = f"Capaian {place} tahun {found.tahun}"
    return write_listings(
        title,
        (
            Listing(
                name="Capaian",
                title=title,
                columns=(
                    *(("Kecamatan", 24), ("Rata-rata capaian (%)", 14), ("Indikator terhitung", 14)),
                    *(("Predikat", 24), ("Serapan (%)", 14)),
                    *((f"{column.nama} (%)", 24) for column in found.columns),
                    *(("Angka", 16), ("Keterangan", 34)),
                ),
                rows=[_wide(row) for row in rows],
            ),
            Listing(
                name="Rincian",
                title=title,
                columns=_DETAILS,
                rows=[line for row in rows for line in _long(row)],
                fixed=2,
            ),
            Listing(
                name="Peringkat",
                title=title,
                columns=(
                    *(("Kecamatan", 24), ("Peringkat", 12), ("Rata-rata capaian (%)", 14), ("Angka", 16)),
                    ("Tanpa peringkat karena", 60),
                ),
                rows=[
                    (one.row.kecamatan.nama, one.rank, _number(one.figure), _source(one.row), one.why)
                    for one in rank(found).places
                ],
            ),
            Listing(
                name="Tidak dibandingkan",
                title=title,
                columns=(("IKU", 60), ("Satuan", 12), ("Rumus", 34), ("Kecamatan", 60), ("Sebab", 60)),
                rows=[
                    (one.nama, one.satuan, one.rumus, ", ".join(one.kecamatan), one.why)
                    for one in found.apart
                ],
            ),
        ),
    )


def _number(figure: Figure | None) -> _Value:
    if figure is None:
        return None
    return figure.said if figure.nilai is None else figure.nilai


def _source(row: Row) -> str:
    return row.figures.said if row.figures else row.without


def _wide(row: Row) -> tuple[_Value, ...]:
    mean = row.rerata
    return (
        row.kecamatan.nama,
        _number(mean),
        f"{mean.dari[0]} dari {mean.dari[1]}" if mean else "",
        mean.kategori if mean else "",
        _number(row.serapan),
        *(_number(cell.figure) if cell.figure else cell.without for cell in row.cells),
        _source(row),
        row.broken or (row.figures.alasan if row.figures else "") or ("" if row.current else OLD),
    )


def _long(row: Row) -> Iterator[tuple[_Value, ...]]:
    for one in row.figures.indikator if row.figures else ():
        yield row.kecamatan.nama, *_one(one), _source(row)


def _one(one: IndikatorFigures) -> tuple[_Value, ...]:
    figure = one.capaian
    return (
        one.nama,
        one.satuan,
        "ya" if one.iku else "bukan",
        "ya" if one.in_pk else "tidak",
        one.target,
        one.realisasi,
        _number(figure) if figure else "tidak diukur",
        figure.kategori if figure else "",
        (figure.langkah or figure.alasan) if figure else "",
    )
