"""Paragraphs that are equal or nearly equal to those of another kecamatan or of an earlier year.

Paragraphs are compared by the runs of four words that they share, counted exactly: a kabupaten has some thousand of
them, for which an index of the own ones is quicker than estimating each pair (MinHash), and neither needs a library nor
differs between databases. What a paragraph comes to is remembered by its text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from kecamatan.ground.prepared import PreparedRows
from kecamatan.models import Kecamatan
from reports.models import Narasi
from reports.writing.blocks import contents, words
from reports.writing.html import read_html
from sakip.checks.material import Passage, Shape, SimilarText
from sakip.snapshot.reads import same

#: Words of a run; shorter ones are shared by chance.
_RUN: Final = 4
#: Paragraphs with fewer words say little that another could not say as well.
_LEAST_WORDS: Final = 15
#: Share of the runs of both that both have, from which on one was made of the other.
NEARLY: Final = 0.5
_WORD: Final = re.compile(r"[^\W\d_]+|\d+")
_NUMBER: Final = "0"
#: What stands for the name of any kecamatan: a copy in which it was changed is a copy.
_NAME: Final = "#"


class _Text(NamedTuple):
    text: str
    runs: frozenset[int]


class KeptSimilar:
    """What was found of a year last, while the texts of the kabupaten, of which there is a mark, are the same."""

    def __init__(self) -> None:
        self._last: tuple[str, tuple[Passage, ...], tuple[SimilarText, ...]] | None = None

    def find(
        self, mark: str, *, kecamatan: Kecamatan, tahun: int, passages: tuple[Passage, ...]
    ) -> tuple[SimilarText, ...]:
        """As :func:`similar_texts`; no query where it is kept."""
        last = self._last
        if last is None or last[0] != mark or not same(last[1], passages):
            found = similar_texts(kecamatan=kecamatan, tahun=tahun, passages=passages)
            last = self._last = (mark, passages, found)
        return last[2]


def similar_texts(
    *, kecamatan: Kecamatan, tahun: int, passages: Iterable[Passage]
) -> tuple[SimilarText, ...]:
    """The passages that are like a text of another kecamatan of the kabupaten in this year or the last, or like one of
    the kecamatan's own last year; of each the likest (1 query)."""
    own = [
        (one, runs)
        for one in passages
        if one.shape in (Shape.PARAGRAPH, Shape.ITEM) and (runs := _runs(one.text, _names(kecamatan)))
    ]
    if not own:
        return ()
    at: dict[int, list[int]] = {}
    for index, (_, runs) in enumerate(own):
        for run in runs:
            at.setdefault(run, []).append(index)
    best: dict[int, SimilarText] = {}
    for row in _OTHERS(kecamatan.kabupaten_id, kecamatan.pk, tahun, tahun - 1):
        for other in _texts(row.isi, _names(row.kecamatan)):
            shared = Counter(index for run in other.runs for index in at.get(run, ()))
            for index, count in shared.items():
                passage, runs = own[index]
                likeness = count / (len(runs) + len(other.runs) - count)
                if likeness >= NEARLY and (index not in best or likeness > best[index].likeness):
                    best[index] = SimilarText(
                        place=passage.place,
                        text=passage.text,
                        other=other.text,
                        origin=f"{row.kecamatan} {row.tahun}, {row.get_bagian_display()}",
                        own=row.kecamatan_id == kecamatan.pk,
                        likeness=likeness,
                    )
    return tuple(best[index] for index in sorted(best))


_OTHERS: Final = PreparedRows(
    lambda kabupaten, kecamatan, tahun, before: (
        Narasi.objects.filter(kecamatan__kabupaten=kabupaten, tahun__in=(tahun, before))
        .exclude(kecamatan=kecamatan, tahun=tahun)
        .select_related("kecamatan")
        .order_by("-tahun", "kecamatan__kode", "bagian", "kunci")
    )
)


def _names(kecamatan: Kecamatan) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _WORD.findall(kecamatan.nama))


@lru_cache(maxsize=4096)
def _texts(html: str, names: tuple[str, ...]) -> tuple[_Text, ...]:
    found = ((text := words(content), _runs(text, names)) for content in contents(read_html(html)))
    return tuple(_Text(text, runs) for text, runs in found if runs)


@lru_cache(maxsize=4096)
def _runs(text: str, names: tuple[str, ...]) -> frozenset[int]:
    """The runs of four words of a text, as numbers; none of a short one. All numbers count alike, and all names."""
    said = [_said(word.casefold(), names) for word in _WORD.findall(text)]
    if len(said) < _LEAST_WORDS:
        return frozenset()
    return frozenset(hash(tuple(said[i : i + _RUN])) for i in range(len(said) - _RUN + 1))


def _said(word: str, names: Sequence[str]) -> str:
    if word.isdigit():
        return _NUMBER
    return _NAME if word in names else word
