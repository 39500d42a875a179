"""A row with a target for each of several years or triwulan: typed beside one another, each stored as a row."""

from __future__ import annotations

from functools import cache
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model

from kecamatan.ground.prepared import Below
from sakip.entry.fields import TARGET, TextField, ValueField
from sakip.entry.form import Pen, RecordForm
from sakip.entry.judge import judge
from sakip.entry.target_form import copy_target, target_columns
from sakip.entry.value_kinds import Text

PRINTED_LENGTH = 100


@cache
def _below(model: type[Model]) -> Below:
    """The targets of rows of a model, by a statement of its own."""
    return Below("target")


class OnlyTargets(RecordForm):
    """A form of a stored row in which nothing but its targets is typed, in one table with others: only they are
    judged. Mixed in before :class:`MultipleTargetForm`."""

    def _get_validation_exclusions(self) -> set[str]:
        return {column.name for column in self.instance._meta.concrete_fields}


class MultipleTargetForm(RecordForm):
    """A form whose row has ``target`` rows, one per ``place_column`` (tahun, triwulan).

    Fields ``target_<n>`` and ``cetak_<n>``; an empty target has no row.
    """

    place_column: ClassVar[str] = "tahun"
    target_title: ClassVar[str] = "Target setiap tahun"
    target_hint: ClassVar[str] = (
        "Target: angka (85), huruf (BB), atau rentang (80–90). Tercetak: hanya bila dokumen menuliskannya lain,"
        " misalnya B (80)."
    )
    side_by_side: ClassVar[tuple[str, ...]] = ("Target setiap tahun", "Target setiap triwulan")

    def locations(self) -> dict[int, str]:
        """Years or triwulan for which a target may be typed, with their names."""
        raise NotImplementedError

    def prepare(self) -> None:
        """Add the pair of fields of every year or triwulan, those with a stored target included."""
        super().prepare()
        present = self._stored()
        nama = {n: str(n) for n in present} | self.locations()
        self.target_locations = dict(sorted(nama.items()))
        for n, sebutan in self.target_locations.items():
            self.fields[f"target_{n}"] = ValueField(TARGET, label=f"target {sebutan}", required=False)
            self.fields[f"cetak_{n}"] = TextField(
                Text(one_line=True, longest=PRINTED_LENGTH), label=f"tercetak {sebutan}", required=False
            )
            if row := present.get(n):
                self.initial[f"target_{n}"] = target_columns(row)
                self.initial[f"cetak_{n}"] = row.cetak

    @classmethod
    def stored_value(cls, row: Any, nama: str) -> Any:
        """A target, or how it is printed, of the row of its year or triwulan."""
        part, _, location = nama.partition("_")
        if part not in ("target", "cetak") or not location.isdigit():
            return super().stored_value(row, nama)
        target = next((t for t in row.target.all() if getattr(t, cls.place_column) == int(location)), None)
        if target is None:
            return None
        return target_columns(target) if part == "target" else target.cetak

    @classmethod
    def printed_field(cls, nama: str) -> str:
        """That of the same year or triwulan."""
        part, _, location = nama.partition("_")
        return f"cetak_{location}" if part == "target" and location.isdigit() else super().printed_field(nama)

    def target_fields(self) -> list[forms.BoundField]:
        """The fields of the targets, for :meth:`groups`."""
        return [self[f"{nama}_{n}"] for n in self.target_locations for nama in ("target", "cetak")]

    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """What the row is, then its targets."""
        target = self.target_fields()
        names = {entry.name for entry in target}
        others = [entry for entry in self.visible_fields() if entry.name not in names]
        return [("", others), (self.target_title, target)]

    def group_hint(self, title: str) -> str:
        """How a target is written, once for all of them."""
        return self.target_hint if title == self.target_title else super().group_hint(title)

    def add_error(self, field: str | None, error: Any) -> None:
        """Say which of the many targets a message is about: the summary stands far from the field."""
        part, _, location = (field or "").partition("_")
        if part in ("target", "cetak") and location.isdigit():
            sebutan = f"arget {self.target_locations[int(location)]}"
            refused = error if isinstance(error, ValidationError) else ValidationError(error)
            error = ValidationError(
                [message if sebutan in message else f"T{sebutan}: {message}" for message in refused.messages]
            )
        super().add_error(field, error)

    def clean(self) -> dict[str, Any] | None:
        """A printed form belongs to a target."""
        super().clean()
        for n, sebutan in self.target_locations.items():
            column = self.cleaned_data.get(f"target_{n}")
            if column is None and self.cleaned_data.get(f"cetak_{n}") and f"target_{n}" not in self.errors:
                self.add_error(f"target_{n}", f"Isi target {sebutan}, atau kosongkan bentuk cetaknya.")
        return self.cleaned_data

    def _post_clean(self) -> None:
        """Every target is judged as the row that it will be, once it is known what is measured."""
        super()._post_clean()
        present = self._stored()
        for n in self.target_locations:
            column = self.cleaned_data.get(f"target_{n}")
            if column is None or f"cetak_{n}" in self.errors:
                continue
            row = self._typed(n, column)
            if (old := present.get(n)) and copy_target(old) == copy_target(row):
                continue  # what stands there already is no news
            problems = judge(row)
            for problem in problems:
                self.add_error(f"cetak_{n}" if problem.column == "cetak" else f"target_{n}", problem.message)
            if not problems:
                self.cleaned_data[f"target_{n}"] = target_columns(row)
                self.cleaned_data[f"cetak_{n}"] = row.cetak

    def store(self, pen: Pen) -> None:
        """Write the row, where anything of it is typed, then its targets: the changed, the new, the emptied."""
        if self._meta.fields or self.instance.pk is None:
            super().store(pen)
        present = self._stored()
        for n in self.target_locations:
            column = self.cleaned_data[f"target_{n}"]
            old = present.get(n)
            if column is None:
                if old is not None:
                    pen.remove(old)
            elif old is None or copy_target(old) != column | {"cetak": self.cleaned_data[f"cetak_{n}"]}:
                pen.put(self._typed(n, column, old))

    def _typed(self, n: int, columns: dict[str, Any], row: Any = None) -> Any:
        """The row of a target as typed: the stored one, or else a new one."""
        relation = self._meta.model._meta.get_field("target")
        row = row or relation.related_model(**{relation.field.name: self.instance, self.place_column: n})
        for nama, nilai in (columns | {"cetak": self.cleaned_data[f"cetak_{n}"]}).items():
            setattr(row, nama, nilai)
        return row

    def _stored(self) -> dict[int, Any]:
        if self.instance.pk is None:
            return {}
        # Once for all that ask; gone when the row is read anew.
        if "target" not in getattr(self.instance, "_prefetched_objects_cache", ()):
            model: Any = type(self.instance)
            _below(model)([self.instance])
        return {getattr(t, self.place_column): t for t in self.instance.target.all()}
