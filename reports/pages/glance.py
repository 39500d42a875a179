"""What Ringkasan shows of a year at a glance: drawings as they are printed, each with the table behind it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reports.charts import Series, year_lines
from reports.document.builders import cell, columns, header, row
from reports.document.tree import Figure, TableBlock
from reports.lkip.at_a_glance import at_a_glance
from reports.lkip.bab3.pengukuran import capaian_chart, pengukuran_table
from reports.lkip.bab3.sources import all_indikator, sumber_anggaran, sumber_data
from reports.prose.language import say_years, tidy
from reports.publish.naskah import Naskah
from reports.tables.printed import EMPTY, serapan_cells
from sakip.capaian.results import IndikatorResult, Results, Serapan
from sakip.text.states import say_state
from sakip.text.working import persen

#: Lines of one drawing that are told apart without effort, though it could hold one more.
_LINES: Final = 2


@dataclass(frozen=True, slots=True)
class Glance:
    """A drawing and the table that says the same."""

    figure: Figure
    table: TableBlock


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
    yield from map(Glance, figures, tables)
    indikator = all_indikator(results)
    measured = any(one.capaian.nilai is not None for one in indikator)
    if measured and not (figures and all(len(one.indikator) == 1 for one in results.sasaran)):
        yield Glance(capaian_chart(naskah, indikator), pengukuran_table(naskah, results))


def _courses(naskah: Naskah, results: Results) -> Iterator[Glance]:
    """The capaian of each indikator over the years of which at least two are known, a few in each drawing."""
    every = all_indikator(results)
    numbered = [(f"Indikator {n}", one) for n, one in enumerate(every, start=1) if _known(one)]
    parts = [numbered[at : at + _LINES] for at in range(0, len(numbered), _LINES)]
    for number, some in enumerate(parts, start=1):
        years = (*sorted({tahun for _, one in some for tahun in _known(one)}), results.tahun)
        part = f" (bagian {number} dari {len(parts)})" if len(parts) > 1 else ""
        title = f"Capaian Indikator Tahun {say_years(years)}{part}"
        lines = [_line(name, one, years) for name, one in some]
        told = "; ".join(
            _told(tidy(one.nama), years, line) for (_, one), line in zip(some, lines, strict=True)
        )
        yield Glance(
            Figure(
                key=f"gambar-tren-{number}",
                title=title,
                svg=year_lines(years, lines),
                alt=f"Grafik garis. {title}: {told}.",
            ),
            TableBlock(
                key=f"tabel-tren-{number}",
                title=title,
                columns=columns(16, 84 - 14 * len(years), *((14, "kanan") for _ in years)),
                heads=header("Garis", "Indikator", *map(str, years)),
                rows=tuple(
                    row(cell(line.nama), cell(tidy(one.nama), head=True), *map(cell, line.said))
                    for (_, one), line in zip(some, lines, strict=True)
                ),
                sumber=sumber_data(naskah, [one for _, one in some], years),
                size="kecil",
            ),
        )


def _known(one: IndikatorResult) -> list[int]:
    """The earlier years whose capaian is known, four at most."""
    return [p.tahun for p in one.perubahan if p.capaian.nilai is not None][-4:]


def _line(name: str, one: IndikatorResult, years: Sequence[int]) -> Series:
    of = {p.tahun: p.capaian for p in one.perubahan} | {years[-1]: one.capaian}
    found = [of.get(tahun) for tahun in years]
    return Series(
        nama=name,
        values=tuple(c.nilai if c else None for c in found),
        said=tuple(
            EMPTY if c is None else say_state(c.keadaan) if c.nilai is None else persen(c.nilai)
            for c in found
        ),
    )


def _told(name: str, years: Sequence[int], line: Series) -> str:
    return f"{name} {', '.join(f'tahun {t} {said}' for t, said in zip(years, line.said, strict=True))}"


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
        Figure(
            key="gambar-tren-serapan",
            title=title,
            svg=year_lines(years, [line]),
            alt=f"Grafik garis. {title}: {_told('serapan', years, line)}.",
        ),
        TableBlock(
            key="tabel-tren-serapan",
            title=title,
            columns=columns((19, "tengah"), (30, "kanan"), (30, "kanan"), (21, "kanan")),
            heads=header("Tahun", "Pagu (Rp)", "Realisasi (Rp)", "Serapan"),
            rows=tuple(row(cell(tahun, head=True), *serapan_cells(one)) for tahun, one in of.items()),
            sumber=sumber_anggaran(naskah, years[0]),
        ),
    )
