"""What changed in a year since somebody looked: records and texts, old and new, by section of the report.

Read from the trail. A line belongs to the section in which the report prints its record, told by the kind and the key
of the record; what the report prints nowhere comes under the name of its own kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from kecamatan.models import Jejak, Kecamatan, Pengguna
from reports.document.numbering import number_all
from reports.document.tree import Dokumen
from reports.publish.naskah import Naskah
from reports.review.place import anchor_of, sasaran_of_indikator
from reports.review.sections import sections_of
from reports.workflow.acts import PREFIX
from sakip.checks.kinds import KINDS
from sakip.checks.material import Place
from sakip.entry.history_page import sebutan
from sakip.entry.row_pages import steps

#: Lines that are shown; the history has all.
MOST: Final = 150

#: Columns of one line that are shown: a new row has many.
MOST_COLUMNS: Final = 6

#: Words before and after those of a long text that changed.
_AROUND: Final = 6
_LONG: Final = 120

#: Model → kind, of what belongs to a record of that kind and is none that checks point to.
_BELONGS: Final[dict[str, str]] = {
    "kecamatan.butirprofil": "profil",
    "kecamatan.faktaprofil": "profil",
    "sakip.butiriku": "iku",
    "sakip.indikatorbarisrkt": "baris-rkt",
    "sakip.buktidukung": "realisasi",
    "sakip.komentarrealisasi": "realisasi",
}
_KIND_OF: Final[dict[str, str]] = {kind.model: code for code, kind in reversed(KINDS.items())} | _BELONGS


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A line of the trail: what kind of record, and its columns, each with what it was and is; ``more`` is how many
    columns are left out."""

    jejak: Jejak
    kind: str
    columns: tuple[tuple[str, str, str], ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """What changed in a section of the report, the newest first; ``anchor`` is empty for what it does not print."""

    title: str
    anchor: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Sections, that with the newest change first; how many changes there are, shown or not; and the number of the
    newest line, 0 where there is none."""

    sections: tuple[Section, ...]
    count: int
    newest: int

    @property
    def left_out(self) -> int:
        """How many are not shown."""
        return max(0, self.count - MOST)


def changes_since(
    line: int, *, kecamatan: Kecamatan, tahun: int, reader: Pengguna, naskah: Naskah, dokumen: Dokumen | None
) -> Changes:
    """What others changed after that line of the trail (2 queries).

    The steps of the report itself are none of them: the page of its way tells those.
    """
    entries = (
        Jejak.objects.for_kecamatan(kecamatan)
        .for_tahun(tahun)
        .filter(pk__gt=line)
        .exclude(pengguna=reader)
        .exclude(tindakan__startswith=PREFIX)
    )
    shown = list(entries.select_related("pengguna").order_by("-pk")[:MOST])
    sections = sections_of(dokumen) if dokumen else {}
    sasaran = sasaran_of_indikator(naskah)
    titles = (
        {one.id: f"{one.nomor} {one.title}".strip() for one in number_all(dokumen).content} if dokumen else {}
    )
    found: dict[tuple[str, str], list[Change]] = {}
    for one in steps(shown):
        jejak: Jejak = one["jejak"]
        anchor = sections.get(anchor_of(place, sections, sasaran), "") if (place := _place(jejak)) else ""
        kind = sebutan(jejak.objek_jenis)
        title = titles.get(anchor, "") or kind
        found.setdefault((anchor if anchor in titles else "", title), []).append(
            _change(jejak, kind, one["columns"])
        )
    return Changes(
        sections=tuple(
            Section(title=title, anchor=anchor, changes=tuple(lines))
            for (anchor, title), lines in found.items()
        ),
        count=len(shown) if len(shown) < MOST else entries.count(),
        newest=shown[0].pk if shown else 0,
    )


def changed_words(old: str, new: str) -> tuple[str, str]:
    """Of two long texts what differs, with a few words around it; short ones whole."""
    if len(old) <= _LONG and len(new) <= _LONG:
        return old, new
    before, after = old.split(), new.split()
    same = min(len(before), len(after))
    head = next((n for n in range(same) if before[n] != after[n]), same)
    tail = next((n for n in range(same - head) if before[-1 - n] != after[-1 - n]), same - head)
    return _window(before, head, tail), _window(after, head, tail)


def _window(words: list[str], head: int, tail: int) -> str:
    start, end = max(0, head - _AROUND), min(len(words), len(words) - tail + _AROUND)
    inner = words[start:end]
    if len(inner) > _LONG // 2:
        inner = [*inner[: _LONG // 2], "…"]
        end = len(words)
    return " ".join([*(["…"] if start else []), *inner, *(["…"] if end < len(words) else [])])


def _change(jejak: Jejak, kind: str, columns: list[tuple[str, Any, Any]]) -> Change:
    said = [(name, *changed_words(str(old or ""), str(new or ""))) for name, old, new in columns]
    return Change(
        jejak=jejak, kind=kind, columns=tuple(said[:MOST_COLUMNS]), more=max(0, len(said) - MOST_COLUMNS)
    )


def _place(jejak: Jejak) -> Place | None:
    """Where the record of a line is; None of what no part of the report prints."""
    kind = _KIND_OF.get(jejak.objek_jenis)
    if kind is None:
        return None
    key: Mapping[str, object] = jejak.record_key or {}
    named = {"kunci_indikator" if name == "indikator" else name: value for name, value in key.items()}
    return Place(kind=kind, key=tuple((n, str(v)) for n, v in named.items() if v is not None), words="")
