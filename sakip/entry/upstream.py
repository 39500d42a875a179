"""Rows of a document beside the document they were made from: what differs, taken over or left row by row."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models

from kecamatan.models import Kecamatan, Pengguna
from sakip.entry.form import Scope
from sakip.entry.row_words import say_row
from sakip.entry.target_form import copy_target, target_columns
from sakip.entry.writer import CHANGED, Act, New, RecordRefused, copy_row, writing
from sakip.models import Penegasan
from sakip.querysets import of_year

Line = tuple[str, str, str]
"""What differs, as the row says it, and as the document above says it."""

_GONE: Line = ("Baris ini", "ada", "tidak ada")

_STALE = "Sebagian perbedaan sudah tidak ada atau berubah. Periksa daftar ini, lalu pilih lagi."


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A stored row, and what its columns say in the document above it; None where that no longer has its indikator.

    ``target`` is the row above whose target it repeats, None where that has none. ``about`` is the row of which the
    trail tells and after which it is called, where that is another (a target of its own row). ``kept`` says why it is
    not changed in this year, and what helps; empty where it may be.
    """

    row: Any
    columns: Mapping[str, Any] | None
    target: Any = None
    about: Any = None
    kept: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Upstream:
    """A document whose rows are made from another: ``code`` is that of its page, ``kind`` that of the rows, ``origin``
    the other's name."""

    code: str
    kind: str
    origin: str
    rows: Callable[[Kecamatan, int], Iterable[Beside]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """A row that says otherwise than the document above it; ``left`` where a person answered that it stays so.

    One of an indikator that is ``gone`` there cannot be made equal: it is deleted, or left. One that is ``kept``
    belongs to another year.
    """

    row: Any
    about: Any
    columns: Mapping[str, Any]
    lines: tuple[Line, ...]
    mark: str
    left: bool
    gone: bool
    kept: str

    @property
    def words(self) -> str:
        """What was left, in one sentence."""
        if self.gone:
            return f"{self.about}: tidak ada dalam dokumen asalnya"
        return f"{self.about}: " + "; ".join(
            f"{label} {own}, bukan {above}" for label, own, above in self.lines
        )


def rows_apart(upstream: Upstream, kecamatan: Kecamatan, tahun: int) -> list[Apart]:
    """The rows of the year's document that differ from the one above it."""
    left = set(
        of_year(Penegasan, kecamatan, tahun)
        .filter(pemeriksaan=_code(upstream))
        .values_list("tanda", flat=True)
    )
    return list(_apart(upstream, kecamatan, tahun, left))


def _apart(upstream: Upstream, kecamatan: Kecamatan, tahun: int, left: Collection[str]) -> Iterator[Apart]:
    for one in upstream.rows(kecamatan, tahun):
        columns = dict(one.columns or {})
        if one.target is not None and target_columns(one.target) not in (None, target_columns(one.row)):
            columns |= copy_target(one.target)
        lines = (_GONE,) if one.columns is None else tuple(_lines(one.row, columns))
        if lines:
            about = one.about or one.row
            said = json.dumps([one.row._meta.label_lower, one.row.pk, lines])
            mark = hashlib.sha256(said.encode()).hexdigest()
            yield Apart(
                row=one.row,
                about=about,
                columns=columns,
                lines=lines,
                mark=mark,
                left=mark in left,
                gone=one.columns is None,
                kept=one.kept,
            )


def _lines(row: Any, columns: Mapping[str, Any]) -> Iterator[Line]:
    """By the labels of the columns; a reference is told by the Renstra to which it leads."""
    plain = {name: value for name, value in columns.items() if not isinstance(value, models.Model)}
    own, above = say_row(row), say_row(copy_row(row, **plain))
    for label in dict.fromkeys([*above, *own]):
        if label in _untold(row):
            continue
        if " ".join(own.get(label, "").split()) != " ".join(above.get(label, "").split()):
            yield label, own.get(label, "–"), above.get(label, "–")
    new, old = columns.get("acuan_indikator"), getattr(row, "acuan_indikator", None)
    if new is not None and (old is None or old.renstra_id != new.renstra_id):
        yield "Renstra yang diacu", old.renstra.masa if old else "–", new.renstra.masa


def _untold(row: Any) -> set[str]:
    """Labels of what a row refers to, which a row just copied has not at hand, and of how its target is printed, which
    goes with the target."""
    fields = row._meta.concrete_fields
    names = (str(f.verbose_name) for f in fields if f.is_relation or f.name == "cetak")
    return {f"{name[:1].upper()}{name[1:]}" for name in names}


def take_over(
    upstream: Upstream,
    scope: Scope,
    *,
    marks: Collection[str],
    by: Pengguna | None,
    agreed: str | None = None,
) -> int:
    """Let the chosen rows say what the document above them says; returns how many.

    Raises :class:`sakip.entry.writer.RecordRefused` where one of the differences is no longer what was shown, or a row
    is refused, kept or of what is gone, and as :func:`sakip.entry.writer.writing` does, with which ``agreed`` is
    explained.
    """
    with writing(scope, by=by, hold=scope.kecamatan, agreed=agreed) as act:
        chosen = _chosen(upstream, scope, marks)
        for one in chosen:
            _take(act, one, f"Disamakan dengan {upstream.origin}.")
    return len(chosen)


def _take(act: Act, one: Apart, why: str) -> None:
    if one.kept:
        raise RecordRefused(f"{one.about}: {one.kept}")
    if one.gone:
        raise RecordRefused(f"{one.words}. Hapus barisnya, atau biarkan berbeda.")
    for column, value in one.columns.items():
        setattr(one.row, column, value)
    act.change(one.row, one.columns)
    before, after = ({line[0]: line[n] for line in one.lines} for n in (1, 2))
    act.tell(CHANGED, one.about, before=before, after=after, why=why)


def leave(upstream: Upstream, scope: Scope, *, marks: Collection[str], by: Pengguna | None) -> int:
    """Keep the answer that the chosen rows differ on purpose; returns how many. Raises as :func:`take_over`."""
    with writing(scope, by=by, hold=scope.kecamatan) as act:
        chosen = [one for one in _chosen(upstream, scope, marks) if not one.left]
        place = {"kecamatan": scope.kecamatan, "tahun": scope.tahun, "pemeriksaan": _code(upstream)}
        act.add([New(row=Penegasan(**place, tanda=one.mark, isi=one.words)) for one in chosen])
    return len(chosen)


def _chosen(upstream: Upstream, scope: Scope, marks: Collection[str]) -> list[Apart]:
    chosen = [one for one in rows_apart(upstream, scope.kecamatan, scope.tahun) if one.mark in marks]
    if len(chosen) < len(set(marks)):
        raise RecordRefused(_STALE)
    return chosen


def _code(upstream: Upstream) -> str:
    """Under which such an answer is kept among those to the questions of the checks."""
    return f"beda-{upstream.code}"
