"""C. The highest and the lowest with their causes, in the words that the kecamatan themselves recorded. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from reports.document.numbering import counted
from reports.document.tree import Block, Bold, ParagraphBlock, Part
from reports.overview.compare import Ranked, Shared, ends, ranking, shared_indikator
from reports.overview.facts import (
    QUOTED_OF_INDIKATOR,
    QUOTED_OF_KECAMATAN,
    Measured,
    Overview,
    OverviewRow,
    Quote,
)
from reports.overview.words import named, quotation, things
from reports.prose.language import chain, count_of, paragraph, quoted, sentence
from sakip.text.states import NOT_YET_CONCLUDED
from sakip.text.working import persen, say_kategori

#: So many of the highest and of the lowest means are told of.
MOST_ENDS: Final = 3
#: So many indikator, those that most kecamatan measure.
_MOST_INDIKATOR: Final = 10

_BEST: Final = ("pendorong",)
_WORST: Final = ("penghambat", "solusi", "rencana-aksi")
#: The other places are told where the indikator is.
_WORST_BY_MEAN: Final = ("penghambat", "rencana-aksi")
_OF_INDIKATOR: Final = "pada indikator itu"


def causes_part(overview: Overview) -> Part:
    """By the mean of all indikator, then by each indikator that several measure."""
    return Part(
        key="sebab",
        title="Capaian Tertinggi dan Terendah beserta Sebabnya",
        level=2,
        content=(
            ParagraphBlock(
                content=f"Sebab, hambatan, dan tindak lanjut di bawah ini dikutip dari yang dicatat {things(overview)} "
                "sendiri; kutipan yang dipotong diakhiri tanda […]. Yang belum dicatat disebut belum dicatat."
            ),
        ),
        children=counted(_by_mean(overview), _by_indikator(overview)),
    )


def _by_mean(overview: Overview) -> Part:
    ranked = ranking(overview)
    first, last = ends(ranked, MOST_ENDS)
    title, key = f"Menurut Rata-Rata Capaian {overview.sebutan}", "sebab-rata-rata"
    if not first:
        placed = [one.row for one in ranked if one.place is not None]
        why = (
            f"rata-rata capaian {count_of(len(placed), things(overview))} yang lengkap semuanya sama"
            if len(placed) > 1
            else f"{'baru satu' if placed else 'belum ada'} {things(overview)} yang seluruh indikatornya terhitung"
        )
        content = sentence(f"{overview.sebutan} tertinggi dan terendah {NOT_YET_CONCLUDED} karena {why}")
        return Part(key=key, title=title, level=3, content=(ParagraphBlock(content=content),))
    return Part(
        key=key,
        title=title,
        level=3,
        content=(
            ParagraphBlock(content=ends_text(overview)),
            *(block for one in first for block in _mean_end(overview, one, ranked, best=True)),
            *(block for one in last for block in _mean_end(overview, one, ranked, best=False)),
        ),
    )


def ends_text(overview: Overview) -> str:
    """The kecamatan with the highest and the lowest mean in a sentence; empty where there is nothing to tell apart."""
    ranked = ranking(overview)
    first, last = ends(ranked, MOST_ENDS)
    if not first:
        return ""
    both = [
        (_alike(ranked, one.rerata.nilai), persen(one.rerata.nilai))
        for one in (first[0], last[0])
        if one.rerata.nilai is not None
    ]
    (top, most), (low, least) = both
    whole = sum(one.place is not None for one in ranked)
    return sentence(
        f"Di antara {count_of(whole, things(overview))} yang seluruh indikatornya terhitung, rata-rata capaian "
        f"tertinggi dicapai {named(top, overview)} ({most}) dan terendah {named(low, overview)} ({least})"
    )


def _alike(ranked: Sequence[Ranked], nilai: Decimal | None) -> list[OverviewRow]:
    return [one.row for one in ranked if one.place is not None and one.rerata.nilai == nilai]


def _mean_end(overview: Overview, one: Ranked, ranked: Sequence[Ranked], *, best: bool) -> Iterator[Block]:
    """A kecamatan at an end: its mean, the indikator that most made it so, and what was written of both."""
    row, facts, rerata = one.row, one.row.facts, one.rerata
    if facts is None or rerata.nilai is None or one.place is None:
        return
    which = "tertinggi" if best else "terendah"
    whole = sum(other.place is not None for other in ranked)
    yield ParagraphBlock(
        content=(Bold(f"{row.nama}: {persen(rerata.nilai)}, urutan {one.place} dari {whole}"),), style="rapat"
    )
    own = _end_of(facts.indikator, best=best)
    said = f"Rata-rata {count_of(rerata.jumlah, 'indikator')} berpredikat {say_kategori(rerata.kategori)}"
    if own is not None and len(facts.indikator) > 1:
        said = (
            f"{said}; capaian {which} pada indikator {quoted(own.nama)} sebesar {_capaian(own)} "
            f"(target {own.target}, realisasi {own.realisasi})"
        )
    places = _BEST if best else _WORST_BY_MEAN
    quotes = [quote for quote in (own.quotes if own else ()) if quote.place in places]
    # What was written of the whole kecamatan stands in for what was not written of that indikator.
    instead = () if best or quotes else facts.quotes
    less = [QUOTED_OF_INDIKATOR[place].lower() for place in places if own is None or own.quote(place) is None]
    yield ParagraphBlock(
        content=paragraph(
            sentence(said), sentence(f"{chain(less)} {_OF_INDIKATOR} belum dicatat") if less else ""
        )
    )
    yield from _quotations(overview, row, quotes, QUOTED_OF_INDIKATOR)
    yield from _quotations(overview, row, instead, QUOTED_OF_KECAMATAN)


def _end_of(indikator: Sequence[Measured], *, best: bool) -> Measured | None:
    known = [(one.capaian.nilai, -n, one) for n, one in enumerate(indikator) if one.capaian.nilai is not None]
    if not known:
        return None
    return max(known)[2] if best else min(known, key=lambda one: (one[0], -one[1]))[2]


def _capaian(one: Measured) -> str:
    return persen(one.capaian.nilai) if one.capaian.nilai is not None else ""


def _quotations(
    overview: Overview, row: OverviewRow, quotes: Sequence[Quote], titles: dict[str, str]
) -> Iterator[Block]:
    return (quotation(titles[one.place], one, row, overview.tahun) for one in quotes)


# -- by indikator ------------------------------------------------------------------------------------------


def _by_indikator(overview: Overview) -> Part:
    shared = [one for one in shared_indikator(overview) if len({nilai for _, _, nilai in one.known}) > 1]
    told = sorted(shared, key=lambda one: -len(one.each))[:_MOST_INDIKATOR]
    key, title = "sebab-indikator", "Menurut Indikator yang Sebanding"
    if not told:
        content = sentence(
            f"Tidak ada indikator yang diukur lebih dari satu {things(overview)} dengan capaian yang berlainan"
        )
        return Part(key=key, title=title, level=3, content=(ParagraphBlock(content=content),))
    rest = len(shared) - len(told)
    return Part(
        key=key,
        title=title,
        level=3,
        content=(
            *(block for one in told for block in _indikator(overview, one)),
            *((ParagraphBlock(content=sentence(_rest_text(rest, overview))),) if rest else ()),
        ),
    )


def _rest_text(rest: int, overview: Overview) -> str:
    return (
        f"{count_of(rest, 'indikator')} lainnya diukur lebih sedikit {things(overview)} dan tidak diuraikan di sini; "
        "capaiannya terdapat dalam tabel indikator yang sebanding"
    )


def _indikator(overview: Overview, one: Shared) -> Iterator[Block]:
    known = one.known
    top, low = known[0][2], known[-1][2]
    best = [(row, own) for row, own, nilai in known if nilai == top]
    worst = [(row, own) for row, own, nilai in known if nilai == low]
    yield ParagraphBlock(content=(Bold(one.nama),), style="rapat")
    highest, lowest = _speaks(best, _BEST), _speaks(worst, _WORST)
    yield ParagraphBlock(
        content=paragraph(
            sentence(
                f"Capaian tertinggi {persen(top)} pada {named([row for row, _ in best], overview)}, terendah "
                f"{persen(low)} pada {named([row for row, _ in worst], overview)}, dengan rata-rata "
                f"{persen(one.rerata.nilai) if one.rerata.nilai is not None else ''} dari {one.rerata.terhitung} "
                f"{things(overview)} yang terhitung"
            ),
            _unwritten(highest, _BEST, "capaian tertinggi"),
            _unwritten(lowest, _WORST, "capaian terendah"),
        )
    )
    for speaker, places in ((highest, _BEST), (lowest, _WORST)):
        row, own = speaker
        yield from _quotations(
            overview, row, [q for q in own.quotes if q.place in places], QUOTED_OF_INDIKATOR
        )


def _speaks(
    alike: Sequence[tuple[OverviewRow, Measured]], places: Sequence[str]
) -> tuple[OverviewRow, Measured]:
    """Of those that are alike the one that wrote the most of these places, the first of several."""
    return max(alike, key=lambda one: sum(quote.place in places for quote in one[1].quotes))


def _unwritten(speaker: tuple[OverviewRow, Measured], places: Sequence[str], which: str) -> str:
    row, own = speaker
    less = [QUOTED_OF_INDIKATOR[place].lower() for place in places if own.quote(place) is None]
    return sentence(f"Dari {which} itu {chain(less)} belum dicatat {row.nama}") if less else ""
