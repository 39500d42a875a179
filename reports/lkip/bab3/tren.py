"""The course of a sasaran's indikator, drawn small beside one another; the table above has the numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from reports.charts import Trend, small_trends
from reports.document.tree import Figure
from reports.lkip.bab3.position import SectionPosition
from reports.lkip.bab3.tabel_sasaran import compared_years, filled
from reports.prose.language import chain, say_years, tidy, with_satuan
from reports.prose.sentences import realisasi_indikator
from sakip.capaian.results import Capaian, IndikatorResult, SasaranResult
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
    trends = courses(indikator, years)
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


def courses(indikator: Sequence[IndikatorResult], years: tuple[int, ...]) -> list[Trend]:
    """Target and realisasi of those that have one."""
    return [_trend(i, years) for i in indikator if has_course(i, years)]


def has_course(i: IndikatorResult, years: tuple[int, ...]) -> bool:
    """Whether it is known in two of the years or more, in numbers or in predikat of its scale."""
    return sum(v is not None for v in _trend(i, years).values) >= _FEWEST


def predikat_course(i: IndikatorResult, years: tuple[int, ...]) -> Trend | None:
    """The steps that it stood on in these years, the last of them this one; None of what is measured in numbers, and
    where there is no course."""
    points = _points(i, years)
    return _steps(i, points) if _lettered(points) and has_course(i, years) else None


@dataclass(frozen=True, slots=True)
class _Point:
    """An indikator in a year."""

    realisasi: Nilai | None
    capaian: Capaian
    said: str


def _points(i: IndikatorResult, years: tuple[int, ...]) -> list[_Point | None]:
    known = {
        p.tahun: _Point(p.realisasi, p.capaian, with_satuan(p.realisasi_cetak, i.satuan))
        for p in i.perubahan
        if filled(p)
    }
    known[years[-1]] = _Point(i.realisasi, i.capaian, realisasi_indikator(i))
    return [known.get(year) for year in years]


def _lettered(points: Sequence[_Point | None]) -> bool:
    """Whether a year is known by its predikat alone: then all are drawn as steps of the scale."""
    return any(p and p.capaian.peringkat and _number(p.realisasi) is None for p in points)


def _trend(i: IndikatorResult, years: tuple[int, ...]) -> Trend:
    points = _points(i, years)
    if _lettered(points):
        return _steps(i, points)
    return Trend(
        nama=tidy(i.nama),
        values=tuple(_number(p.realisasi) if p else None for p in points),
        targets=tuple(p.capaian.target.angka if p and p.capaian.target else None for p in points),
        said=tuple(p.said if p else "" for p in points),
    )


def _steps(i: IndikatorResult, points: Sequence[_Point | None]) -> Trend:
    ranks = [p.capaian.peringkat if p else None for p in points]
    return Trend(
        nama=tidy(i.nama),
        values=tuple(Decimal(one.realisasi) if one else None for one in ranks),
        targets=tuple(Decimal(one.target) if one and one.target else None for one in ranks),
        said=tuple(p.said if p else "" for p in points),
    )


def _number(nilai: Nilai | None) -> Angka | None:
    return nilai.angka if nilai is not None and nilai.keadaan is KeadaanNilai.TERISI else None


def _alt(trend: Trend, years: tuple[int, ...]) -> str:
    said = [
        f"{text} pada {year}"
        for year, value, text in zip(years, trend.values, trend.said, strict=True)
        if value is not None
    ]
    return f"{trend.nama}: {chain(said)}."
