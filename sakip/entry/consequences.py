"""What goes with a row when it is deleted, and what keeps it from that: counted by kind, with the pages they are on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import F, ProtectedError
from django.urls import reverse

from kecamatan.ground.row_write import taken_along
from sakip.checks import KINDS
from sakip.entry.kinds import ROW_KINDS
from sakip.entry.place import EntryPlace


@dataclass(frozen=True, slots=True, kw_only=True)
class RowGroup:
    """Rows of one kind, in words ("5 target Renstra"), and the pages on which they stand, each with its words."""

    words: str
    pages: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequences:
    """``along`` are the rows that go with the deleted one, ``holding`` those for which it cannot be deleted."""

    along: tuple[RowGroup, ...] = ()
    holding: tuple[RowGroup, ...] = ()


def deletion_consequences(row: models.Model, here: EntryPlace) -> Consequences:
    """What deleting the row would do to others (a fixed number of queries for each kind of row)."""
    try:
        along = taken_along(row)
    except ProtectedError as error:
        return Consequences(holding=_groups(error.protected_objects, here))
    return Consequences(along=_groups((one for one in along if one != row), here))


def _groups(rows: Iterable[models.Model], here: EntryPlace) -> tuple[RowGroup, ...]:
    found: dict[type[models.Model], list[int]] = {}
    for row in rows:
        if not row._meta.auto_created:
            found.setdefault(type(row), []).append(row.pk)
    return tuple(_group(model, numbers, here) for model, numbers in found.items())


def _group(model: type[models.Model], numbers: list[int], here: EntryPlace) -> RowGroup:
    document = _document_of(model)
    yearly = _is_yearly(model, document) and _lies_in_a_year(model)
    years = _years(model, numbers) if yearly else Counter({here.tahun: len(numbers)})
    several = set(years) != {here.tahun}
    return RowGroup(
        words=f"{len(numbers)} {_name_of(model)}",
        pages=tuple(
            (
                f"tahun {tahun}: {count}" if several else "lihat",
                reverse("isi", args=[here.kecamatan.slug, tahun, document]),
            )
            for tahun, count in sorted(years.items())
            if document
        ),
    )


def _years(model: Any, numbers: list[int]) -> Counter[int]:
    path: str = model.tahun_path
    rows = model._base_manager.filter(pk__in=numbers).order_by().annotate(kunci_tahun=F(path))
    return Counter(rows.values_list("kunci_tahun", flat=True))


def _name_of(model: type[models.Model]) -> str:
    """What a row is called: as on the pages that write it, where these agree."""
    names = {kind.nama for kind in ROW_KINDS.values() if kind.model is model}
    return names.pop() if len(names) == 1 else str(model._meta.verbose_name)


def _document_of(model: type[models.Model]) -> str:
    """The code of the page on which rows of the model stand: of their own kind, else of the kinds of the same room."""
    label = model._meta.label_lower
    own = [kind.dokumen for kind in ROW_KINDS.values() if kind.model is model]
    own += [kind.document for kind in KINDS.values() if kind.model == label]
    room = [kind.dokumen for kind in ROW_KINDS.values() if kind.model.__module__ == model.__module__]
    room += [kind.document for kind in KINDS.values() if _room_of(kind.model) == model.__module__]
    return next(iter([*own, *room]), "")


def _room_of(label: str) -> str:
    return apps.get_model(label).__module__


def _lies_in_a_year(model: Any) -> bool:
    """Whether a row says its year, itself or by what it lies below; a unit stands on the page of every year."""
    first, *_ = getattr(model, "tahun_path", "").split("__")
    return first in {column.name for column in model._meta.concrete_fields}


def _is_yearly(model: type[models.Model], document: str) -> bool:
    """Whether the page shows the rows of one year; that of a plan shows those of all its years, though the decision
    which plan is in force is of one."""
    kinds = [kind for kind in ROW_KINDS.values() if kind.dokumen == document]
    near = [kind for kind in kinds if kind.model.__module__ == model.__module__] or kinds
    return bool(document) and (not kinds or any(kind.form.yearly for kind in near))
