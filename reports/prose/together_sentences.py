"""Sentences on several indikator of a sasaran of which the same is so: ten paragraphs that differ in a name alone hide
what they say. Which value each of them has stands in the table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from reports.prose.comparison_sentences import contrary_movement, course_of, effect_of, say_effect
from reports.prose.language import chain, compose, count_of, paragraph, points, quoted, sentence
from reports.prose.renstra_sentences import remaining_points, time_left
from sakip.capaian.results import IndikatorResult, Perubahan

K = TypeVar("K")

#: So many indikator are told one by one.
FEW = 4
#: So many of which the same is so are told together, and so many of them are named.
_LEAST, _MOST_NAMED = 3, 5


@dataclass(frozen=True, slots=True)
class Change:
    """How realisasi and kinerja moved since a year, whether the capaian went the other way, and the course of more
    years: from how many, since when, which way."""

    since: int
    movement: int
    effect: str
    contrary: str
    course: tuple[int, int, str] | None


def change_of(indikator: IndikatorResult, perubahan: Perubahan) -> Change | None:
    """What can be told together with others; None where the two years cannot be compared."""
    selisih = perubahan.selisih_realisasi
    if selisih is None or (contrary := contrary_movement(indikator, perubahan)) is None:
        return None
    return Change(
        perubahan.tahun,
        (selisih > 0) - (selisih < 0),
        effect_of(perubahan.arah),
        contrary,
        course_of(indikator),
    )


def alike(indikator: Sequence[IndikatorResult], keys: Sequence[K | None]) -> dict[K, list[IndikatorResult]]:
    """Those of which the same is so, in the order of the first of each; fewer than three are none."""
    groups: dict[K, list[IndikatorResult]] = {}
    for i, key in zip(indikator, keys, strict=True):
        if key is not None:
            groups.setdefault(key, []).append(i)
    return {key: group for key, group in groups.items() if len(group) >= _LEAST}


def say_group(group: Sequence[IndikatorResult], of: int) -> str:
    """ "seluruh 10 (sepuluh) indikator"; of a part the names, where they are few."""
    counted = count_of(len(group), "indikator")
    if len(group) == of:
        return f"seluruh {counted}"
    return f"{counted} ({chain([quoted(i.nama) for i in group])})" if len(group) <= _MOST_NAMED else counted


def change_sentence(
    change: Change, group: Sequence[IndikatorResult], of: int, tahun: int, ordering: int = 0
) -> str:
    """How they moved since a year, all the same way."""
    who, before = say_group(group, of), f"tahun {change.since}"
    noun, verb = {1: ("kenaikan", "naik"), -1: ("penurunan", "turun"), 0: ("", "tetap")}[change.movement]
    return paragraph(
        sentence(
            compose(
                ordering,
                (
                    f"Dibandingkan dengan {before},",
                    f"Terhadap {before},",
                    f"Sejak {before}",
                    f"Jika dibandingkan dengan {before},",
                    f"Dalam perbandingan dengan {before},",
                    f"Dari {before} ke tahun {tahun}",
                ),
                (
                    f"realisasi {who} {verb}",
                    f"{who} mengalami {noun} realisasi",
                    f"terjadi {noun} realisasi pada {who}",
                    f"realisasi {who} bergerak {verb}",
                    f"{who} mencatat {noun} realisasi",
                    f"{noun} realisasi terjadi pada {who}",
                )
                if noun
                else (
                    f"realisasi {who} tetap",
                    f"realisasi {who} tidak berubah",
                    f"{who} bertahan pada realisasi yang sama",
                    f"tidak ada perubahan realisasi pada {who}",
                    f"{who} tidak mengalami perubahan realisasi",
                    f"realisasi {who} bertahan",
                ),
                say_effect(change.effect) if noun and change.effect else ("",),
            )
        ),
        _contrary_sentence(change.contrary, ordering) if change.contrary else "",
        _course_sentence(*change.course, tahun, ordering) if change.course else "",
    )


def _contrary_sentence(movement: str, ordering: int) -> str:
    return sentence(
        compose(
            ordering,
            (
                f"Namun, capaian kinerjanya {movement}",
                f"Meskipun demikian, capaian kinerjanya {movement}",
                f"Di sisi lain, capaian kinerjanya {movement}",
                f"Capaian kinerjanya justru {movement}",
                f"Akan tetapi, capaiannya {movement}",
                f"Walaupun begitu, capaiannya {movement}",
            ),
            (
                "karena targetnya berubah",
                "sebab target setiap indikator berubah",
                "karena target diubah",
                "akibat perubahan target",
                "karena targetnya tidak lagi sama",
                "karena target tahun ini berbeda",
            ),
        )
    )


def _course_sentence(years: int, first: int, movement: str, tahun: int, ordering: int) -> str:
    counted = count_of(years, "tahun")
    return sentence(
        compose(
            ordering,
            (
                f"Sepanjang {counted} yang tercatat antara {first} dan {tahun},",
                f"Selama {counted} yang tercatat dari {first} sampai dengan {tahun},",
                f"Dilihat dari {counted} yang tercatat antara {first} dan {tahun},",
                f"Menurut catatan {counted} antara {first} dan {tahun},",
                f"Dari {first} sampai dengan {tahun}, yakni {counted} yang tercatat,",
                f"Dalam {counted} yang tercatat sejak {first} sampai dengan {tahun},",
            ),
            (f"realisasinya {movement}", f"nilainya {movement}", f"realisasi setiap indikator {movement}"),
        )
    )


#: How the end of the Renstra stands.
REACHED, BEHIND = "reached", "behind"


def progress_of(indikator: IndikatorResult, tahun: int, ranks: int | None) -> tuple[str, int] | None:
    """Whether the last target of the Renstra, and of which year, is reached or still some points away; None of what is
    told otherwise."""
    progress, end = indikator.kemajuan, indikator.tahun_akhir
    if progress.nilai is None or progress.letak is None or end is None:
        return None
    if progress.letak >= 0:
        return REACHED, end
    return (BEHIND, end) if end > tahun and not ranks and remaining_points(indikator) else None


def progress_together_sentence(
    state: tuple[str, int], group: Sequence[IndikatorResult], of: int, tahun: int, ordering: int = 0
) -> str:
    """How far they are from the Renstra's last targets."""
    (kind, end), who = state, say_group(group, of)
    if kind == REACHED:
        return sentence(
            compose(
                ordering,
                (
                    f"Target akhir Renstra tahun {end} telah terpenuhi pada {who}",
                    f"Sebanyak {who.removeprefix('seluruh ')} telah memenuhi target akhir Renstra tahun {end}",
                    f"Target akhir Renstra tahun {end} sudah dicapai {who}",
                    f"Terhadap target akhir Renstra tahun {end}, {who} telah memenuhinya",
                    f"Realisasi {who} telah memenuhi target akhir Renstra tahun {end}",
                    f"Yang ditargetkan pada akhir Renstra tahun {end} telah dipenuhi {who}",
                ),
                (
                    f"pada tahun {tahun}",
                    f"sampai dengan tahun {tahun}",
                    f"dengan hasil tahun {tahun}",
                    f"pada akhir tahun {tahun}",
                    f"menurut realisasi tahun {tahun}",
                    f"dengan realisasi tahun {tahun}",
                ),
            )
        )
    gaps = sorted(n for i in group if (n := remaining_points(i)))
    first, last = points(gaps[0]), points(gaps[-1])
    aim = f"target akhir Renstra tahun {end}"
    gap = last if first == last else f"{first.removesuffix(' poin')} sampai dengan {last}"
    return sentence(
        compose(
            ordering,
            (
                f"Sisa tingkat kemajuan {who} menuju {aim}, yaitu {gap}, perlu dikejar",
                f"Untuk memenuhi {aim}, tingkat kemajuan {who} masih perlu naik {gap}",
                f"Kekurangan {gap} pada tingkat kemajuan {who} terhadap {aim} perlu dipenuhi",
                f"Tingkat kemajuan {who} menuju {aim} masih terpaut {gap}, yang perlu ditempuh",
                f"Pada tingkat kemajuan {who} masih ada {gap} menuju {aim} yang perlu dikejar",
                f"Tingkat kemajuan {who} terhadap {aim} kurang {gap}, yang perlu dikejar",
            ),
            time_left(end - tahun),
        )
    )
