"""What changed in a report since somebody looked: records and texts, old and new, by section of the report.

Read from the trail: what was done in the year, and in records that its report shares with other years or with all of
the kabupaten, on whatever page. A line belongs to the section in which the report prints its record, told by the kind
and the key of the record; what the report prints nowhere comes under the name of its own kind.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from django.apps import apps
from django.db.models import Model, Q

from kecamatan.ground.constraints import BelowKecamatan
from kecamatan.models import Jejak, Kecamatan, MasaJabatan, Pejabat, Pengguna
from kecamatan.permissions import Hak
from reports.desk.looks import Mark, mark_now
from reports.document.numbering import number_all
from reports.document.tree import Dokumen
from reports.publish.naskah import Naskah
from reports.review.place import anchor_of, sasaran_of_indikator
from reports.review.sections import sections_of
from reports.workflow.acts import PREFIX
from sakip.checks.kinds import KINDS
from sakip.checks.material import Place
from sakip.entry.agreed import head_of
from sakip.entry.history_page import sebutan, steps
from sakip.entry.kinds import ROW_KINDS
from sakip.models import AnggaranLalu, KeputusanIKU, Realisasi, RealisasiTujuan, Renstra

#: Lines of a section that are shown; the history has all.
MOST: Final = 20

#: Lines that are counted at all, the newest first: more than a year of work leaves.
MOST_LINES: Final = 5_000

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
    "kecamatan.pejabat": "pejabat",
}
_RPJMD: Final = ("visi-misi", "tujuan-sasaran")

#: Model → where the report prints it, of what no check points to.
_PRINTED: Final[dict[str, tuple[str, ...]]] = {
    "sakip.perioderpjmd": _RPJMD,
    "sakip.misirpjmd": _RPJMD,
    "sakip.tujuanrpjmd": _RPJMD,
    "sakip.sasaranrpjmd": _RPJMD,
    "sakip.kebijakanpengukuran": ("pengukuran-capaian", "capaian-kinerja"),
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
    """What changed in a section of the report, the newest first: ``count`` lines, of which some are shown.

    ``anchor`` is empty for what the report does not print.
    """

    title: str
    anchor: str
    count: int
    changes: tuple[Change, ...]

    @property
    def left_out(self) -> int:
        """How many are not shown."""
        return self.count - len(self.changes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Sections, that with the newest change first; how many changes there are, shown or not; and the mark by which who
    has read them says so."""

    sections: tuple[Section, ...]
    count: int
    mark: Mark


@dataclass(frozen=True, slots=True)
class _Line:
    """What of a line of the trail tells where it belongs: ``kind`` is the record's, empty where no part prints it."""

    pk: int
    model: str
    kind: str
    key: Mapping[str, object]


def changes_since(
    mark: Mark, *, kecamatan: Kecamatan, tahun: int, reader: Pengguna, naskah: Naskah, dokumen: Dokumen | None
) -> Changes:
    """What others changed that was not there at that mark (6 queries).

    The steps of the report itself are none of them: the page of its way tells those.
    """
    sections = sections_of(dokumen) if dokumen else {}
    sasaran = sasaran_of_indikator(naskah)
    titles = (
        {one.id: f"{one.nomor} {one.title}".strip() for one in number_all(dokumen).content} if dokumen else {}
    )
    now = mark_now()  # first: what comes meanwhile is shown, and shown again
    lines = list(_lines(mark, kecamatan, tahun, reader))
    found: dict[tuple[str, str], list[int]] = {}
    for one in lines:
        anchor = sections.get(_anchor(one, sections, sasaran), "")
        title = titles.get(anchor, "") or sebutan(one.model)
        found.setdefault((title, anchor if anchor in titles else ""), []).append(one.pk)
    shown = _read(pk for numbers in found.values() for pk in numbers[:MOST])
    return Changes(
        sections=tuple(
            Section(
                title=title,
                anchor=anchor,
                count=len(numbers),
                changes=tuple(shown[pk] for pk in numbers[:MOST]),
            )
            for (title, anchor), numbers in found.items()
        ),
        count=len(lines),
        mark=now,
    )


def _lines(mark: Mark, kecamatan: Kecamatan, tahun: int, reader: Pengguna) -> Iterator[_Line]:
    """The lines about what the report is made of that were not there, the newest first (2 queries)."""
    term = MasaJabatan._meta.label_lower
    above = set(MasaJabatan.objects.filter(kabupaten=kecamatan.kabupaten_id).values_list("pk", flat=True))
    shared = Q(objek_jenis__in=_of_kabupaten()) | Q(objek_jenis=term, objek_pk__in=above)
    told = Jejak.objects.filter(
        Q(kecamatan=kecamatan) & (Q(tahun=tahun) | Q(objek_jenis__in=_over_years()))
        | Q(kecamatan__kabupaten=kecamatan.kabupaten_id) & shared,
        mark.after,
    )
    told = told.exclude(pengguna=reader).exclude(tindakan__startswith=PREFIX).order_by("-pk")
    columns = ("pk", "objek_jenis", "objek_pk", "record_key", "tahun")
    for pk, model, record, key, of_year in told.values_list(*columns)[:MOST_LINES]:
        # A report looks back, not ahead: on the page of another year only what was recorded of years until its own.
        recorded = (key or {}).get("tahun") if model in _looked_back_on() else None
        if of_year == tahun or recorded is None or recorded <= tahun:
            kind = "kepala-daerah" if model == term and record in above else _KIND_OF.get(model, "")
            yield _Line(pk, model, kind, key or {})


@cache
def _of_kabupaten() -> frozenset[str]:
    """Records of the kabupaten, which it writes on the page of any of its kecamatan."""
    return frozenset(
        kind.model._meta.label_lower
        for kind in ROW_KINDS.values()
        # A term of office is of the one or the other, which its line does not say.
        if kind.hak is Hak.ATUR and not issubclass(kind.model, BelowKecamatan)
    )


@cache
def _over_years() -> frozenset[str]:
    """Records of a kecamatan that are written on the page of any year, or that the report of a later one prints."""
    models: list[type[Model]] = [kind.model for kind in ROW_KINDS.values() if not kind.form.yearly]
    models += [one for one in apps.get_models() if head_of(one) in (Renstra, KeputusanIKU)]
    models.append(Pejabat)
    return frozenset(one._meta.label_lower for one in models) | _looked_back_on()


@cache
def _looked_back_on() -> frozenset[str]:
    """Records of one year that the reports of later ones print, with that year in their key."""
    models = (Realisasi, RealisasiTujuan, AnggaranLalu, KeputusanIKU)
    return frozenset(one._meta.label_lower for one in models)


def _read(numbers: Iterable[int]) -> dict[int, Change]:
    """The lines of these numbers, as they are shown (1 query)."""
    rows = Jejak.objects.filter(pk__in=list(numbers)).select_related("pengguna")
    return {one["jejak"].pk: _change(one["jejak"], one["columns"]) for one in steps(rows)}


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


def _change(jejak: Jejak, columns: list[tuple[str, Any, Any]]) -> Change:
    said = [(name, *changed_words(str(old or ""), str(new or ""))) for name, old, new in columns]
    return Change(
        jejak=jejak,
        kind=sebutan(jejak.objek_jenis),
        columns=tuple(said[:MOST_COLUMNS]),
        more=max(0, len(said) - MOST_COLUMNS),
    )


def _anchor(line: _Line, present: Collection[str], sasaran: Mapping[str, str]) -> str:
    """Where the report prints the record of a line; empty of what no part prints."""
    if not line.kind:
        return next((one for one in _PRINTED.get(line.model, ()) if one in present), "")
    named = {"kunci_indikator" if name == "indikator" else name: value for name, value in line.key.items()}
    key = tuple((n, str(v)) for n, v in named.items() if v is not None)
    return anchor_of(Place(kind=line.kind, key=key, words=""), present, sasaran)
