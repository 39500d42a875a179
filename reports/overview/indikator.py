"""B. Capaian kinerja, by indikator: what several kecamatan measure alike, with who is highest and lowest. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from reports.document.builders import cell, columns, header, row, share_width
from reports.document.tree import Block, ParagraphBlock, Part, TableBlock, TableCell
from reports.overview.compare import Shared, shared_indikator
from reports.overview.facts import Overview, OverviewRow
from reports.overview.words import MOST_NAMED, head, noted, said, say, source, things
from reports.prose.language import chain, count_of, with_satuan
from reports.tables.printed import EMPTY
from sakip.text.working import persen

#: Most indikator side by side.
_MOST_COLUMNS: Final = 5
#: From this share of kecamatan in common two indikator stand in one table.
_ALIKE: Final = 2


def shared_part(overview: Overview) -> Part:
    """One sentence where nothing can be put side by side."""
    shared = shared_indikator(overview)
    key, title = "capaian-indikator", "Capaian menurut Indikator yang Sebanding"
    if not shared:
        return Part(key=key, title=title, level=3, content=(ParagraphBlock(content=_none_shared(overview)),))
    return Part(
        key=key,
        title=title,
        level=3,
        content=(
            _shared_table(overview, shared),
            noted(
                f"Sebanding: indikator dengan templat atau nama, satuan, dan rumus yang sama pada lebih dari satu "
                f"{things(overview)}. Rata-rata: hanya dari capaian yang terhitung."
            ),
            *_matrices(overview, shared),
        ),
    )


def _none_shared(overview: Overview) -> str:
    thing = things(overview)
    return say(
        overview,
        15,
        (
            f"Tidak ada indikator yang diukur dengan cara yang sama pada lebih dari satu {thing}",
            f"Belum ada indikator yang templat atau nama, satuan, dan rumusnya sama pada lebih dari satu {thing}",
            f"Pada lebih dari satu {thing} tidak ada indikator dengan nama, satuan, dan rumus yang sama",
        ),
        (
            ", sehingga capaian tiap indikator tidak dapat diperbandingkan",
            "; capaian tiap indikator tidak dapat diperbandingkan",
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
