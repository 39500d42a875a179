"""The course of a sasaran's indikator, drawn small beside one another; the table above has the numbers."""

from __future__ import annotations

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
    """Target and realisasi of every indikator that was measured in numbers in two years or more; else nothing."""
    years = (*compared_years(sasaran), location.tahun)
    every = [_trend(i, years) for i in sasaran.indikator]
    trends = [one for one in every if sum(v is not None for v in one.values) >= _FEWEST]
    if not trends:
        return ()
    title = f"Perkembangan Target dan Realisasi Sasaran {location.nomor} Tahun {say_years(years)}"
    return (
        Figure(
            key=f"gambar-tren-{location.key}",
            title=title,
            svg=small_trends(years, trends),
            alt=f"{title}. {' '.join(_alt(trend, years) for trend in trends)}",
        ),
    )


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
