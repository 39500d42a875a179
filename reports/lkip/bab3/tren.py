"""The course of a sasaran's indikator, drawn small beside one another; the table above has the numbers."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reports.charts import Trend, small_trends
from reports.document.tree import Figure
from reports.lkip.bab3.position import SectionPosition
from reports.lkip.bab3.tabel_sasaran import compared_years, filled
from reports.prose.language import chain, say_years, tidy, with_satuan
from reports.prose.sentences import realisasi_indikator
from sakip.capaian.results import IndikatorResult, SasaranResult
from sakip.capaian.rounding import Angka
from sakip.capaian.values import KeadaanNilai, Nilai

#: Of so many years a course can be told.
_FEWEST = 2


def trend_figure(sasaran: SasaranResult, location: SectionPosition) -> tuple[Figure, ...]:
    """Target and realisasi of every indikator of the sasaran; nothing where none has a course."""
    years = (*compared_years(sasaran.indikator), location.tahun)
    title = f"Perkembangan Target dan Realisasi Sasaran {location.nomor} Tahun {say_years(years)}"
    return course_figure(sasaran.indikator, years, key=f"gambar-tren-{location.key}", title=title)


def course_figure(
    indikator: Sequence[IndikatorResult], years: tuple[int, ...], *, key: str, title: str
) -> tuple[Figure, ...]:
    """Target and realisasi of those that :func:`has_course`; nothing where none has one."""
    trends = [_trend(i, years) for i in indikator if has_course(i, years)]
    if not trends:
        return ()
    return (
        Figure(
            key=key,
            title=title,
            svg=small_trends(years, trends),
            alt=f"{title}. {' '.join(_alt(trend, years) for trend in trends)}",
        ),
    )


def has_course(i: IndikatorResult, years: tuple[int, ...]) -> bool:
    """Whether it was measured in numbers in two of the years or more."""
    return sum(v is not None for v in _trend(i, years).values) >= _FEWEST


def _trend(i: IndikatorResult, years: tuple[int, ...]) -> Trend:
    values: list[Angka | None] = []
    targets: list[Decimal | None] = []
    said: list[str] = []
    known = {p.tahun: p for p in i.perubahan if filled(p)}
    for year in years:
        if year == years[-1]:
            values.append(_number(i.realisasi))
            targets.append(i.capaian.target.angka if i.capaian.target else None)
            said.append(realisasi_indikator(i))
        elif (p := known.get(year)) is not None:
            values.append(_number(p.realisasi))
            targets.append(p.capaian.target.angka if p.capaian.target else None)
            said.append(with_satuan(p.realisasi_cetak, i.satuan))
        else:
            values.append(None)
            targets.append(None)
            said.append("")
    return Trend(nama=tidy(i.nama), values=tuple(values), targets=tuple(targets), said=tuple(said))


def _number(nilai: Nilai | None) -> Angka | None:
    return nilai.angka if nilai is not None and nilai.keadaan is KeadaanNilai.TERISI else None


def _alt(trend: Trend, years: tuple[int, ...]) -> str:
    said = [
        f"{text} pada {year}"
        for year, value, text in zip(years, trend.values, trend.said, strict=True)
        if value is not None
    ]
    return f"{trend.nama}: {chain(said)}."
