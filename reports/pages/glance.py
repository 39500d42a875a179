"""What Ringkasan shows of a year at a glance: drawings as they are printed, each with the table behind it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.charts import NARROW, Series, pair_bars, small_trends, year_lines
from reports.document.builders import cell, columns, header, row
from reports.document.tree import Figure, TableBlock, TableRow
from reports.lkip.at_a_glance import PAIRED, at_a_glance, sasaran_pairs
from reports.lkip.bab3.pengukuran import capaian_chart, pengukuran_table
from reports.lkip.bab3.sources import all_indikator, sumber_anggaran, sumber_data
from reports.lkip.bab3.tabel_sasaran import compared_years
from reports.lkip.bab3.tren import course_figure, courses, has_course
from reports.prose.language import say_years, tidy, with_satuan
from reports.publish.naskah import Naskah
from reports.tables.printed import EMPTY, serapan_cells
from sakip.capaian.results import IndikatorResult, Results, Serapan
from sakip.text.working import persen


@dataclass(frozen=True, slots=True)
class Glance:
    """A drawing and the table that says the same; ``narrow`` is the drawing as a phone shows it, if there is one."""

    figure: Figure
    table: TableBlock
    narrow: str = ""


def glances(naskah: Naskah) -> tuple[Glance, ...]:
    """Capaian beside serapan per sasaran, capaian per indikator where that says more, and both over the years; nothing
    of a year in which nothing is measured."""
    results = naskah.results
    if results is None or not all_indikator(results):
        return ()
    return (*_of_the_year(naskah, results), *_courses(naskah, results), *_serapan_course(naskah, results))


def _of_the_year(naskah: Naskah, results: Results) -> Iterator[Glance]:
    sasaran = at_a_glance(naskah, results)
    figures = [one for one in sasaran if isinstance(one, Figure)]
    tables = [one for one in sasaran if isinstance(one, TableBlock)]
    for figure, table in zip(figures, tables, strict=False):
        yield Glance(figure, table, pair_bars(sasaran_pairs(naskah, results), PAIRED, narrow=True))
    indikator = all_indikator(results)
    measured = any(one.capaian.nilai is not None for one in indikator)
    if measured and not (figures and all(len(one.indikator) == 1 for one in results.sasaran)):
        yield Glance(capaian_chart(naskah, indikator), pengukuran_table(naskah, results))


def _courses(naskah: Naskah, results: Results) -> Iterator[Glance]:
    """Target and realisasi of each indikator over the years of which at least two are known."""
    every = all_indikator(results)
    years = (*compared_years(every), results.tahun)
    title = f"Perkembangan Target dan Realisasi Tahun {say_years(years)}"
    some = [one for one in every if has_course(one, years)]
    for figure in course_figure(every, years, key="gambar-tren", title=title):
        yield Glance(
            figure,
            TableBlock(
                key="tabel-tren",
                title=title,
                columns=columns(88 - 12 * len(years), 12, *((12, "kanan") for _ in years)),
                heads=header(cell("Indikator", column=2), *map(str, years)),
                rows=tuple(line for one in some for line in _lines(one, years)),
                sumber=sumber_data(naskah, some, years),
                size="kecil",
            ),
            small_trends(years, courses(every, years), beside=1, room=NARROW),
        )


def _lines(one: IndikatorResult, years: Sequence[int]) -> Iterator[TableRow]:
    """What was aimed at in each year, and what was reached."""
    targets = {p.tahun: p.target_cetak for p in one.perubahan} | {years[-1]: one.target_cetak}
    reached = {p.tahun: p.realisasi_cetak for p in one.perubahan} | {years[-1]: one.realisasi_cetak}
    for name, of in (("Target", targets), ("Realisasi", reached)):
        said = [with_satuan(of[tahun], one.satuan) if of.get(tahun) else EMPTY for tahun in years]
        first = [cell(tidy(one.nama), head=True, row=2)] if of is targets else []
        yield row(*first, cell(name), *map(cell, said))


def _serapan_course(naskah: Naskah, results: Results) -> Iterator[Glance]:
    """The serapan over the years, where that of an earlier one is known."""
    earlier = {one.tahun: one.serapan for one in results.anggaran.lalu if one.serapan.nilai is not None}
    if not earlier or results.anggaran.total.nilai is None:
        return
    of: dict[int, Serapan] = dict(sorted((earlier | {results.tahun: results.anggaran.total}).items()))
    years, title = tuple(of), f"Serapan Anggaran Tahun {say_years(tuple(of))}"
    values = tuple(one.nilai for one in of.values())
    line = Series("Serapan anggaran", values, tuple(persen(v) for v in values if v is not None))
    yield Glance(
        figure=Figure(
            key="gambar-tren-serapan",
            title=title,
            svg=year_lines(years, [line]),
            alt=f"Grafik garis. {title}: {', '.join(f'{t} {said}' for t, said in zip(years, line.said, strict=True))}.",
        ),
        narrow=year_lines(years, [line], narrow=True),
        table=TableBlock(
            key="tabel-tren-serapan",
            title=title,
            columns=columns((19, "tengah"), (30, "kanan"), (30, "kanan"), (21, "kanan")),
            heads=header("Tahun", "Pagu (Rp)", "Realisasi (Rp)", "Serapan"),
            rows=tuple(row(cell(tahun, head=True), *serapan_cells(one)) for tahun, one in of.items()),
            sumber=sumber_anggaran(naskah, years[0]),
        ),
    )
