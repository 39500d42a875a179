"""Which rows of a contoh are repeated in every simulated kecamatan, and which in each of its years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import ForeignKey, Model, SmallIntegerField

from kecamatan.models import Jejak, Kecamatan, MasaJabatan, Pejabat
from reports.models import Laporan
from sakip.models import PerjanjianKinerja
from sakip.records.shared_columns import TargetPerYear

#: Who did what is not repeated, it is made of what was repeated; a Laporan is begun by whoever submits it.
_LEFT: Final = (Kecamatan, Jejak, Laporan)


@dataclass(frozen=True, kw_only=True)
class Original:
    """A kecamatan-year to repeat: the keys of its rows by model, those of each year and those that span years."""

    kecamatan: Kecamatan
    tahun: int
    begins: int
    yearly: dict[type[Model], list[int]] = field(default_factory=dict)
    once: dict[type[Model], list[int]] = field(default_factory=dict)

    def rows_of(self, model: type[Model]) -> list[int]:
        """Keys of the rows of a model that are repeated."""
        return self.yearly.get(model, []) + self.once.get(model, [])


def original_of(kecamatan: Kecamatan, tahun: int, begins: int) -> Original:
    """What is repeated of a kecamatan-year whose Renstra begins in that year (1 query per model)."""
    found = Original(kecamatan=kecamatan, tahun=tahun, begins=begins)
    for model in models_in_order():
        rows: Any = model._default_manager
        if model is Pejabat:
            terms = MasaJabatan.objects.filter(kecamatan=kecamatan).order_by().values("pejabat")
            found.once[model] = list(rows.filter(pk__in=terms).order_by().values_list("pk", flat=True))
            continue
        own = rows.order_by().for_kecamatan(kecamatan)
        if is_yearly(model):
            own = own.for_tahun(tahun)
            if model is PerjanjianKinerja:
                own = own.filter(dikutip=False)
        (found.yearly if is_yearly(model) else found.once)[model] = list(own.values_list("pk", flat=True))
    return found


def models_in_order() -> list[type[Model]]:
    """The models of a kecamatan's records, each after those to which its rows refer."""
    records = (one for one in apps.get_models() if hasattr(one, "kecamatan_path") and one not in _LEFT)
    waiting: list[type[Model]] = [Pejabat, *records]
    ordered: list[type[Model]] = []
    while waiting:
        ready = next(one for one in waiting if not {to for _, to in references(one)} & {*waiting} - {one})
        waiting.remove(ready)
        ordered.append(ready)
    return ordered


def references(model: type[Model]) -> Iterator[tuple[str, type[Model]]]:
    """Columns of a model that name rows of others, and the model that each names."""
    for one in model._meta.concrete_fields:
        if isinstance(one, ForeignKey):
            yield str(one.column), one.related_model


def is_yearly(model: type[Model]) -> bool:
    """Whether the rows of a model are of one year: a target of a Renstra names a year and belongs to all of it."""
    here: Any = model
    *way, last = getattr(model, "tahun_path", "tahun").split("__")
    try:
        for step in way:
            here = here._meta.get_field(step).related_model
        here._meta.get_field(last)
    except FieldDoesNotExist:
        return False
    return not issubclass(model, TargetPerYear)


def year_columns(model: type[Model]) -> set[str]:
    """Columns of a model that hold a year."""
    return {
        str(one.column)
        for one in model._meta.concrete_fields
        if isinstance(one, SmallIntegerField)
        and (one.name.startswith("tahun") or one.name == "berlaku_sampai")
    }
