"""C. The highest and the lowest with their causes, in the words that the kecamatan themselves recorded. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from reports.document.numbering import counted
from reports.document.tree import Block, Bold, ParagraphBlock, Part
from reports.overview.compare import Ranked, Shared, beside, ends, ranking, shared_indikator
from reports.overview.facts import (
    QUOTED_OF_INDIKATOR,
    QUOTED_OF_KECAMATAN,
    Measured,
    Overview,
    OverviewRow,
    Quote,
)
from reports.overview.words import labelled, named, noted, quotation, say, things
from reports.prose.language import because, chain, count_of, quoted
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


def causes_part(overview: Overview) -> Part:
    """By the mean of all indikator, then by each indikator that several measure."""
    return Part(
        key="sebab",
        title="Capaian Tertinggi dan Terendah beserta Sebabnya",
        level=2,
        content=(
            noted(
                f"Dikutip dari tulisan {things(overview)} sendiri: sebab, hambatan, dan tindak lanjut. "
                "Tanda […] mengakhiri kutipan yang dipotong."
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
        subject = f"{overview.sebutan} dengan capaian tertinggi dan terendah {NOT_YET_CONCLUDED}"
        content = say(overview, 21, (subject,), because(why))
        return Part(key=key, title=title, level=3, content=(ParagraphBlock(content=content),))
    return Part(
        key=key,
        title=title,
        level=3,
        content=(
            ParagraphBlock(content=ends_text(overview)),
            *_end(overview, first, ranked, best=True),
            *_end(overview, last, ranked, best=False),
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
    return say(
        overview,
        22,
        (
            f"Di antara {count_of(whole, things(overview))} yang semua indikatornya terhitung,",
            f"Dari {count_of(whole, things(overview))} yang semua indikatornya terhitung,",
        ),
        (
            f"rata-rata capaian tertinggi dicapai {named(top, overview)} ({most}), yang terendah "
            f"{named(low, overview)} ({least})",
            f"yang rata-rata capaiannya tertinggi adalah {named(top, overview)} ({most}) dan yang terendah "
            f"{named(low, overview)} ({least})",
            f"rata-rata capaian tertinggi terdapat pada {named(top, overview)} ({most}) dan yang terendah pada "
            f"{named(low, overview)} ({least})",
        ),
    )


def _alike(ranked: Sequence[Ranked], nilai: Decimal | None) -> list[OverviewRow]:
    return [one.row for one in ranked if one.place is not None and one.rerata.nilai == nilai]


def _end(
    overview: Overview, told: Sequence[Ranked], ranked: Sequence[Ranked], *, best: bool
) -> Iterator[Block]:
    """Those at an end, and by name alone who is as high or as low as the last of them."""
    for one in told:
        yield from _mean_end(overview, one, ranked, best=best)
    if others := beside(ranked, told):
        nilai = told[-1].rerata.nilai
        names = chain([one.row.nama for one in others])
        yield labelled(f"Juga {persen(nilai)}" if nilai is not None else "Juga", f"{names}.")


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
    yield labelled(
        "Predikat", f"{say_kategori(rerata.kategori)}, dari {count_of(rerata.jumlah, 'indikator')}."
    )
    if own is not None and len(facts.indikator) > 1:
        figures = f"{_capaian(own)} (target {own.target}, realisasi {own.realisasi})"
        yield labelled(f"Capaian {which}", f"{quoted(own.nama)}, {figures}.")
    places = _BEST if best else _WORST_BY_MEAN
    quotes = [quote for quote in (own.quotes if own else ()) if quote.place in places]
    # What was written of the whole kecamatan stands in for what was not written of that indikator.
    instead = () if best or quotes else facts.quotes
    yield from _quotations(overview, row, quotes, QUOTED_OF_INDIKATOR)
    yield from _unwritten([(place, row) for place in places if own is None or own.quote(place) is None])
    yield from _quotations(overview, row, instead, QUOTED_OF_KECAMATAN)


def _unwritten(less: Sequence[tuple[str, OverviewRow]]) -> Iterator[Block]:
    """What nobody wrote there, and who should have: the places of each in one list."""
    each: dict[str, list[str]] = {}
    for place, row in less:
        each.setdefault(row.nama, []).append(QUOTED_OF_INDIKATOR[place].lower())
    if each:
        said = "; ".join(f"{chain(places)} ({name})" for name, places in each.items())
        yield labelled("Belum dicatat untuk indikator itu", f"{said}.")


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
        content = say(
            overview,
            23,
            (
                f"Tidak ada indikator yang diukur lebih dari satu {things(overview)}",
                f"Belum ada indikator yang sebanding antar-{things(overview)}",
            ),
            (
                "dengan capaian yang berlainan",
                "dan berbeda capaiannya",
                "yang capaiannya berbeda",
            ),
        )
        return Part(key=key, title=title, level=3, content=(ParagraphBlock(content=content),))
    rest = len(shared) - len(told)
    return Part(
        key=key,
        title=title,
        level=3,
        content=(
            *(block for one in told for block in _indikator(overview, one)),
            *((noted(_rest_text(rest, overview)),) if rest else ()),
        ),
    )


def _rest_text(rest: int, overview: Overview) -> str:
    return (
        f"Tidak diuraikan di sini: {count_of(rest, 'indikator')} yang diukur lebih sedikit {things(overview)}; "
        "capaiannya dalam tabel indikator yang sebanding."
    )


def _indikator(overview: Overview, one: Shared) -> Iterator[Block]:
    known = one.known
    top, low = known[0][2], known[-1][2]
    best = [(row, own) for row, own, nilai in known if nilai == top]
    worst = [(row, own) for row, own, nilai in known if nilai == low]
    yield ParagraphBlock(content=(Bold(one.nama),), style="rapat")
    # Who is highest and lowest stands in the table of the indikator; here is why.
    less = []
    for which, nilai, alike, places in (("tertinggi", top, best, _BEST), ("terendah", low, worst, _WORST)):
        row, own = _speaks(alike, places)
        yield labelled(f"Capaian {which}", f"{persen(nilai)}, {named([one for one, _ in alike], overview)}.")
        yield from _quotations(
            overview, row, [q for q in own.quotes if q.place in places], QUOTED_OF_INDIKATOR
        )
        less += [(place, row) for place in places if own.quote(place) is None]
    yield from _unwritten(less)


def _speaks(
    alike: Sequence[tuple[OverviewRow, Measured]], places: Sequence[str]
) -> tuple[OverviewRow, Measured]:
    """Of those that are alike the one that wrote the most of these places, the first of several."""
    return max(alike, key=lambda one: sum(quote.place in places for quote in one[1].quotes))
