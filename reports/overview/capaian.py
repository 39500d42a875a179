"""B. Capaian kinerja: the mean of every kecamatan, then every indikator that several of them measure alike
(:mod:`reports.overview.indikator`). Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reports.charts import CapaianBar, capaian_bar
from reports.document.builders import cell, columns, header, row, share_width
from reports.document.numbering import counted
from reports.document.tree import Block, Figure, ParagraphBlock, Part, TableBlock, TableCell, TableRow
from reports.overview.compare import Mean, Ranked, mean_of_means, ranking
from reports.overview.facts import Overview, OverviewRow
from reports.overview.indikator import shared_part
from reports.overview.words import head, noted, said, say, source, things
from reports.prose.capitals import begin_large
from reports.prose.language import because, chain, count_of, paragraph
from reports.tables.printed import EMPTY
from sakip.capaian.results import Rerata
from sakip.capaian.values import Kategori
from sakip.text.states import NOT_YET_CONCLUDED, say_state
from sakip.text.working import persen, say_kategori, say_predikat

#: Most bars of one chart: so many fit on a page of either paper with its title.
_MOST_BARS: Final = 34


def capaian_part(overview: Overview) -> Part:
    """One sentence where nothing could be measured."""
    title = f"Capaian Kinerja {overview.sebutan}"
    ranked = ranking(overview)
    if not ranked:
        content = say(
            overview,
            11,
            (f"Capaian kinerja tahun {overview.tahun} {NOT_YET_CONCLUDED}",),
            because(f"belum ada {things(overview)} yang capaiannya terhitung"),
        )
        return Part(key="capaian", title=title, level=2, content=(ParagraphBlock(content=content),))
    return Part(
        key="capaian",
        title=title,
        level=2,
        children=counted(_means(overview, ranked), shared_part(overview)),
    )


# -- the mean of every kecamatan --------------------------------------------------------------------------


def _means(overview: Overview, ranked: Sequence[Ranked]) -> Part:
    return Part(
        key="capaian-rata-rata",
        title=f"Rata-Rata Capaian Setiap {overview.sebutan}",
        level=3,
        content=(
            ParagraphBlock(content=mean_text(overview)),
            _means_table(overview, ranked),
            *_how_to_read(overview, ranked),
            *_predikat(overview, ranked),
            *_charts(overview, ranked),
        ),
    )


def mean_text(overview: Overview) -> str:
    """The mean over the kecamatan that are measured as a whole, that with those that are measured in part, of how many
    each is, and how many neither counts."""
    mean, whole = mean_of_means(overview), mean_of_means(overview, whole=True)
    thing, tahun = things(overview), overview.tahun
    if mean is None:
        return say(
            overview,
            12,
            (f"Rata-rata capaian {thing} tahun {tahun}", f"Rata-rata capaian tahun {tahun} seluruh {thing}"),
            (NOT_YET_CONCLUDED, "belum diketahui", "belum dapat dihitung"),
        )
    unknown = count_of(mean.of - mean.counted, thing)
    return paragraph(
        _mean_sentence(overview, mean, whole),
        say(
            overview,
            14,
            (
                f"{unknown} yang capaiannya belum diketahui tidak ikut dihitung",
                f"Tidak ikut dihitung {unknown} yang capaiannya belum diketahui",
                f"Yang tidak ikut dihitung adalah {unknown}, karena capaiannya belum diketahui",
                f"Capaian {unknown} belum diketahui, sehingga tidak ikut dihitung",
                f"Karena capaiannya belum diketahui, {unknown} tidak ikut dihitung",
                f"Hitungan itu tanpa {unknown} yang capaiannya belum diketahui",
            ),
        )
        if mean.counted < mean.of
        else "",
    )


def _mean_sentence(overview: Overview, mean: Mean, whole: Mean | None) -> str:
    thing, tahun = things(overview), overview.tahun
    if whole is None:
        return say(
            overview,
            13,
            (
                f"Rata-rata capaian {count_of(mean.counted, thing)} tahun {tahun} sebesar {persen(mean.nilai)}",
                f"Capaian {count_of(mean.counted, thing)} tahun {tahun} rata-rata {persen(mean.nilai)}",
            ),
            (
                ", semuanya baru dari sebagian indikatornya",
                "; setiap rata-rata itu baru dari sebagian indikatornya",
                ", tetapi baru dari sebagian indikatornya",
            ),
        )
    partly = mean.counted - whole.counted
    ends = (
        (
            f"; bersama {count_of(partly, thing)} yang baru sebagian terhitung {persen(mean.nilai)}",
            f", dan {persen(mean.nilai)} bila {count_of(partly, thing)} yang baru sebagian terhitung disertakan",
        )
        if partly
        else ("",)
    )
    some = _whole_ones(overview, whole)
    return say(
        overview,
        13,
        (
            f"Rata-rata capaian {some} tahun {tahun}",
            f"Capaian rata-rata {some} tahun {tahun}",
            f"Tahun {tahun} rata-rata capaian {some}",
        ),
        (f"sebesar {persen(whole.nilai)}", f"adalah {persen(whole.nilai)}"),
        ends,
    )


def _whole_ones(overview: Overview, whole: Mean) -> str:
    """Of whom the mean is."""
    if whole.counted == whole.of:
        return f"seluruh {things(overview)}"
    if whole.counted == 1:
        only = next(one for one in overview.rows if one.rerata and one.rerata.complete)
        return f"{only.nama}, satu-satunya yang semua indikatornya terhitung,"
    return f"{count_of(whole.counted, things(overview))} yang semua indikatornya terhitung"


def _how_to_read(overview: Overview, ranked: Sequence[Ranked]) -> Iterator[Block]:
    placed = sum(one.place is not None for one in ranked)
    notes = [
        "rata-rata yang sama berbagi urutan" if placed > 1 else "",
        "rata-rata dari sebagian indikator tanpa urutan dan tanpa predikat, karena tidak sebanding dengan yang lengkap"
        if placed < len(ranked)
        else "",
    ]
    if said := "; ".join(one for one in notes if one):
        yield noted(f"Urutan menurut rata-rata capaian; {said}.")


def _means_table(overview: Overview, ranked: Sequence[Ranked]) -> TableBlock:
    order = {one.row.kode: one for one in ranked}
    without = [one for one in overview.rows if one.kode not in order]
    return TableBlock(
        key="tabel-rata-rata",
        title=f"Rata-Rata Capaian Kinerja {overview.sebutan} Tahun {overview.tahun}",
        columns=columns((9, "tengah"), 20, 20, (13, "tengah"), (13, "kanan"), 25),
        heads=header(
            "Urutan", overview.sebutan, "Keadaan LKIP", "Indikator terhitung", "Capaian", "Predikat"
        ),
        rows=(
            *(_ranked_row(one) for one in ranked),
            *(_unranked_row(one) for one in without if one.facts),
            *_without_records([one for one in without if not one.facts]),
            *_mean_rows(overview),
        ),
        sumber=source(overview, "LKIP dan catatan kinerja"),
        size="kecil",
    )


def _ranked_row(one: Ranked) -> TableRow:
    rerata = one.rerata
    return row(
        cell(EMPTY if one.place is None else one.place),
        head(one.row),
        cell(begin_large(one.row.laporan)),
        cell(f"{rerata.terhitung} dari {rerata.jumlah}"),
        cell(said(rerata)),
        cell(say_predikat(rerata)),
    )


def _unranked_row(one: OverviewRow) -> TableRow:
    """Of a kecamatan whose records yield no mean."""
    rerata = one.facts.rerata if one.facts else None
    return row(
        cell(EMPTY),
        head(one),
        cell(begin_large(one.laporan)),
        cell(f"{rerata.terhitung} dari {rerata.jumlah}" if rerata and rerata.jumlah else EMPTY),
        TableCell(
            content=say_state(rerata.keadaan) if rerata else "belum diukur", column=2, alignment="tengah"
        ),
    )


def _without_records(rows: Sequence[OverviewRow]) -> tuple[TableRow, ...]:
    """Those of which there are no records, all in one row."""
    if not rows:
        return ()
    names = TableCell(content=chain([one.name for one in rows]), column=3, head=True)
    return (row(cell(EMPTY), names, TableCell(content="belum ada catatan", column=2, alignment="tengah")),)


def _mean_rows(overview: Overview) -> Iterator[TableRow]:
    """The mean of the whole ones, and that with those of a part; the same where there are none of these."""
    mean, whole = mean_of_means(overview), mean_of_means(overview, whole=True)
    if mean is None or mean.of < 2:
        return
    if whole and whole.counted < mean.counted:
        yield _mean_row(
            f"Rata-rata {whole.counted} {things(overview)} yang semua indikatornya terhitung", whole
        )
    yield _mean_row(f"Rata-rata {mean.counted} dari {mean.of} {things(overview)}", mean)


def _mean_row(scope: str, mean: Mean) -> TableRow:
    return row(
        TableCell(content=scope, column=4, head=True),
        cell(persen(mean.nilai)),
        cell(EMPTY),
        kind="jumlah",
    )


def _predikat(overview: Overview, ranked: Sequence[Ranked]) -> tuple[Block, ...]:
    """How many kecamatan have each predikat, with those that have none."""
    kebijakan = overview.kebijakan
    if kebijakan is None or not any(one.rerata.complete for one in ranked):
        return ()
    each = [
        (say_kategori(kategori), [one.row for one in ranked if _has(one.rerata, kategori)])
        for kategori in kebijakan.skala.kategori
    ]
    have = {row.kode for _, rows in each for row in rows}
    rest = [one for one in overview.rows if one.kode not in have]
    lines = [*each, *([("Belum berpredikat", rest)] if rest else [])]
    return (
        TableBlock(
            key="tabel-sebaran-predikat",
            title=f"Sebaran Predikat {overview.sebutan} Tahun {overview.tahun}",
            columns=columns(30, (14, "kanan"), 56),
            heads=header("Predikat", f"Jumlah {things(overview)}", overview.sebutan),
            rows=(
                *(
                    row(
                        cell(name, head=True),
                        cell(len(rows)),
                        cell(chain([one.name for one in rows]) or EMPTY),
                    )
                    for name, rows in lines
                ),
                row(
                    cell("Jumlah", head=True),
                    cell(sum(len(rows) for _, rows in lines)),
                    cell(""),
                    kind="jumlah",
                ),
            ),
            sumber=source(overview, "LKIP dan catatan kinerja"),
            size="kecil",
        ),
    )


def _has(rerata: Rerata, kategori: Kategori) -> bool:
    return rerata.complete and rerata.kategori == kategori


def _charts(overview: Overview, ranked: Sequence[Ranked]) -> Iterator[Figure]:
    """The means as bars, in even parts where they are more than a page holds."""
    if len(ranked) < 2:
        return
    parts = -(-len(ranked) // _MOST_BARS)
    start = 0
    for number, length in enumerate(share_width(len(ranked), parts), start=1):
        some = ranked[start : start + length]
        start += length
        nth = f" ({number} dari {parts})" if parts > 1 else ""
        title = f"Rata-Rata Capaian Kinerja {overview.sebutan} Tahun {overview.tahun}{nth}"
        bars = [CapaianBar(nama=_bar_name(one), capaian=one.rerata.nilai) for one in some]
        told = "; ".join(f"{bar.nama} {said(one.rerata)}" for bar, one in zip(bars, some, strict=True))
        yield Figure(
            key=f"gambar-rata-rata-{number}",
            title=title,
            svg=capaian_bar(bars, what=overview.sebutan, dense=True),
            alt=f"Grafik batang. {title}: {told}.",
        )


def _bar_name(one: Ranked) -> str:
    if one.rerata.complete:
        return one.row.name
    return f"{one.row.name} ({one.rerata.terhitung} dari {one.rerata.jumlah} indikator)"
