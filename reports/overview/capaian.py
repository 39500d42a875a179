"""B. Capaian kinerja: the mean of every kecamatan, then every indikator that several of them measure alike. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from reports.charts import CapaianBar, capaian_bar
from reports.document.builders import cell, columns, header, row, share_width
from reports.document.numbering import counted
from reports.document.tree import Block, Figure, ParagraphBlock, Part, TableBlock, TableCell, TableRow
from reports.overview.compare import Mean, Ranked, Shared, mean_of_means, ranking, shared_indikator
from reports.overview.facts import Overview, OverviewRow
from reports.overview.words import MOST_NAMED, head, said, source, things
from reports.prose.capitals import begin_large
from reports.prose.language import chain, count_of, paragraph, sentence, with_satuan
from reports.tables.printed import EMPTY
from sakip.capaian.results import Rerata
from sakip.capaian.values import Kategori
from sakip.text.states import NOT_YET_CONCLUDED, say_state
from sakip.text.working import persen, say_kategori, say_predikat

#: Most bars of one chart: so many fit on a page of either paper with its title.
_MOST_BARS: Final = 34
#: Most indikator side by side.
_MOST_COLUMNS: Final = 5
#: From this share of kecamatan in common two indikator stand in one table.
_ALIKE: Final = 2


def capaian_part(overview: Overview) -> Part:
    """One sentence where nothing could be measured."""
    title = f"Capaian Kinerja {overview.sebutan}"
    ranked = ranking(overview)
    if not ranked:
        why = f"belum ada {things(overview)} yang capaiannya terhitung"
        content = sentence(f"Capaian kinerja tahun {overview.tahun} {NOT_YET_CONCLUDED} karena {why}")
        return Part(key="capaian", title=title, level=2, content=(ParagraphBlock(content=content),))
    return Part(
        key="capaian",
        title=title,
        level=2,
        children=counted(_means(overview, ranked), _shared(overview)),
    )


# -- the mean of every kecamatan --------------------------------------------------------------------------


def _means(overview: Overview, ranked: Sequence[Ranked]) -> Part:
    return Part(
        key="capaian-rata-rata",
        title=f"Rata-Rata Capaian Setiap {overview.sebutan}",
        level=3,
        content=(
            ParagraphBlock(content=mean_text(overview)),
            ParagraphBlock(content=_order_text(overview, ranked)),
            _means_table(overview, ranked),
            *_predikat(overview, ranked),
            *_charts(overview, ranked),
        ),
    )


def mean_text(overview: Overview) -> str:
    """The mean over the kecamatan, of how many it is, and what it leaves out."""
    mean = mean_of_means(overview)
    if mean is None:
        return sentence(f"Rata-rata capaian {things(overview)} tahun {overview.tahun} {NOT_YET_CONCLUDED}")
    return paragraph(
        sentence(
            f"Rata-rata capaian {things(overview)} tahun {overview.tahun} sebesar {persen(mean.nilai)}, dihitung dari "
            f"rata-rata capaian {_of(mean, overview)}"
        ),
        sentence(
            f"{count_of(mean.of - mean.counted, things(overview))} yang capaiannya belum diketahui tidak ikut dihitung"
        )
        if mean.counted < mean.of
        else "",
        sentence(
            f"Termasuk di dalamnya {count_of(partly, things(overview))} yang baru sebagian indikatornya terhitung"
        )
        if (partly := sum(not row.rerata.complete for row in overview.rows if row.rerata))
        else "",
    )


def _of(mean: Mean, overview: Overview) -> str:
    if mean.counted == mean.of:
        return f"seluruh {things(overview)}, yaitu {count_of(mean.of, things(overview))}"
    return f"{mean.counted} dari {count_of(mean.of, things(overview))}"


def _order_text(overview: Overview, ranked: Sequence[Ranked]) -> str:
    placed = [one for one in ranked if one.place is not None]
    partly = len(ranked) - len(placed)
    return paragraph(
        "Urutan dalam tabel berikut menurut rata-rata capaian; yang sama berbagi urutan."
        if len(placed) > 1
        else "",
        sentence(
            f"{count_of(partly, things(overview))} yang baru sebagian indikatornya terhitung disajikan tanpa urutan "
            "dan tanpa predikat karena tidak sebanding dengan yang lengkap"
        )
        if partly
        else "",
    )


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
            *_mean_row(overview),
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


def _mean_row(overview: Overview) -> tuple[TableRow, ...]:
    mean = mean_of_means(overview)
    if mean is None or mean.of < 2:
        return ()
    scope = f"Rata-rata {mean.counted} dari {mean.of} {things(overview)}"
    return (
        row(
            TableCell(content=scope, column=4, head=True),
            cell(persen(mean.nilai)),
            cell(EMPTY),
            kind="jumlah",
        ),
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
        ParagraphBlock(
            content=f"Sebaran predikat rata-rata capaian {things(overview)} disajikan dalam tabel berikut."
        ),
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


# -- what several measure alike ---------------------------------------------------------------------------


def _shared(overview: Overview) -> Part:
    shared = shared_indikator(overview)
    key, title = "capaian-indikator", "Capaian menurut Indikator yang Sebanding"
    if not shared:
        content = sentence(
            f"Tidak ada indikator dengan templat atau nama, satuan, dan rumus yang sama pada lebih dari satu "
            f"{things(overview)}, "
            "sehingga capaian tiap indikator tidak dapat diperbandingkan"
        )
        return Part(key=key, title=title, level=3, content=(ParagraphBlock(content=content),))
    return Part(
        key=key,
        title=title,
        level=3,
        content=(
            ParagraphBlock(
                content=paragraph(
                    sentence(
                        f"{count_of(len(shared), 'indikator')} dengan templat atau nama, satuan, dan rumus yang sama "
                        f"diukur lebih dari satu {things(overview)} sebagaimana tabel berikut"
                    ),
                    "Rata-ratanya dihitung dari capaian yang terhitung saja; banyaknya disebut di sampingnya.",
                )
            ),
            _shared_table(overview, shared),
            *_matrices(overview, shared),
        ),
    )


def _shared_table(overview: Overview, shared: Sequence[Shared]) -> TableBlock:
    return TableBlock(
        key="tabel-indikator-sebanding",
        title=f"Capaian Indikator yang Sebanding Tahun {overview.tahun}",
        columns=columns((6, "tengah"), 34, (14, "tengah"), (12, "kanan"), 17, 17),
        heads=header(
            *("No.", "Indikator kinerja", f"{overview.sebutan} terhitung"),
            *("Rata-rata", "Tertinggi", "Terendah"),
        ),
        rows=tuple(
            row(
                cell(number),
                cell(_titled(one), head=True),
                cell(f"{one.rerata.terhitung} dari {one.rerata.jumlah}"),
                cell(said(one.rerata)),
                *_extremes(one, overview),
            )
            for number, one in enumerate(shared, start=1)
        ),
        sumber=source(overview, "LKIP dan catatan kinerja"),
        size="kecil",
    )


def _titled(one: Shared) -> str:
    unit = one.satuan.strip()
    return f"{one.nama} ({unit})" if unit and with_satuan("1", unit) != "1" else one.nama


def _extremes(one: Shared, overview: Overview) -> tuple[TableCell, ...]:
    known = one.known
    if not known:
        return (cell(EMPTY), cell(EMPTY))
    if known[0][2] == known[-1][2] and len(known) > 1:
        return (cell(f"{persen(known[0][2])} pada semuanya", column=2, alignment="tengah"),)
    return tuple(
        cell(f"{persen(nilai)} ({_short(_with_capaian(one, nilai), overview)})")
        for nilai in (known[0][2], known[-1][2])
    )


def _with_capaian(one: Shared, nilai: Decimal) -> list[OverviewRow]:
    return [row for row, _, other in one.known if other == nilai]


def _short(rows: Sequence[OverviewRow], overview: Overview) -> str:
    if len(rows) > MOST_NAMED:
        return count_of(len(rows), things(overview))
    return chain([row.name for row in rows])


def _matrices(overview: Overview, shared: Sequence[Shared]) -> Iterator[Block]:
    groups = list(_side_by_side(shared))
    yield ParagraphBlock(
        content=f"Capaian setiap {things(overview)} pada indikator tersebut disajikan dalam "
        f"{'tabel' if len(groups) == 1 else 'tabel-tabel'} berikut."
    )
    for number, group in enumerate(groups, start=1):
        nth = f" ({number} dari {len(groups)})" if len(groups) > 1 else ""
        rows = [one for one in overview.rows if any(indikator.of(one) for indikator in group)]
        yield TableBlock(
            key=f"tabel-matriks-{number}",
            title=f"Capaian {overview.sebutan} menurut Indikator Tahun {overview.tahun}{nth}",
            columns=columns(
                20,
                *((width, "kanan") for width in share_width(80, len(group))),
            ),
            heads=header(overview.sebutan, *(one.nama for one in group)),
            rows=(
                *(row(head(one), *(cell(said(indikator.of(one))) for indikator in group)) for one in rows),
                row(
                    cell("Rata-rata", head=True),
                    *(cell(said(indikator.rerata)) for indikator in group),
                    kind="jumlah",
                ),
            ),
            sumber=source(overview, "LKIP dan catatan kinerja"),
            size="kecil",
        )


def _side_by_side(shared: Sequence[Shared]) -> Iterator[list[Shared]]:
    """Those that mostly the same kecamatan measure stand in one table, as many as it holds."""
    groups: list[list[Shared]] = []
    for one in shared:
        own = _places(one)
        for group in groups:
            both = own & _places(group[0])
            if len(group) < _MOST_COLUMNS and _ALIKE * len(both) >= len(own | _places(group[0])):
                group.append(one)
                break
        else:
            groups.append([one])
    yield from groups


def _places(one: Shared) -> frozenset[str]:
    return frozenset(row.kode for row, _ in one.each)
