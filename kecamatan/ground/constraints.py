"""Rules that many rows of many models share: constraint factories, validators and scope.

Each rule exists once, with one Indonesian message; the database refuses what a form would refuse.
"""

import json
from collections.abc import Iterable
from copy import copy
from decimal import Decimal
from typing import Any, ClassVar, Final

from django.core.exceptions import ValidationError
from django.db import connections, models
from django.db.models import BaseConstraint, CheckConstraint, Q, UniqueConstraint
from django.db.models.functions import Length
from django.db.models.lookups import Exact

from kecamatan.ground.check_question import Question, holds, question
from kecamatan.ground.years import YEAR_FIRST, YEAR_LAST
from kecamatan.querysets import (
    AppendOnlyQuerySet,
    BelowManager,
    FixedRecordError,
    KabupatenQuerySet,
    KecamatanQuerySet,
)

LARGEST_UANG: Final = Decimal("9999999999999.99")
"""Rupiah. No kecamatan comes near it, and SQLite keeps every amount below it exact (15 digits)."""

NAMA: Final = "%(app_label)s_%(class)s_{}"


class _Placed(BaseConstraint):
    """A constraint whose refusal says at which column it is mended, as that of a field does.

    That is the first of ``columns`` in which the row has nothing, else the first. A migration knows nothing of it.
    """

    columns: tuple[str, ...]

    def validate(
        self, model: Any, instance: Any, exclude: Iterable[str] | None = None, *args: Any, **kwargs: Any
    ) -> None:
        """Raises ValidationError at the column. Django puts every column of the row into the question; most of them are
        none of the constraint's, and to put them there takes longer than the answer."""
        try:
            self._ask(model, instance, {*(exclude or ()), *self._others(model)}, *args, **kwargs)
        except ValidationError as problem:
            raise ValidationError({self._column(instance): problem.error_list}) from None

    def _ask(self, model: Any, instance: Any, exclude: set[str], *args: Any, **kwargs: Any) -> None:
        super().validate(model, instance, exclude, *args, **kwargs)

    def _others(self, model: Any) -> frozenset[str]:
        """The columns of the model that the constraint says nothing about."""
        known: dict[Any, frozenset[str]] = self.__dict__.setdefault("_others_of", {})
        if model not in known:
            named = {name for name, *_ in model._get_expr_references(getattr(self, "condition", None))}
            named.update(getattr(self, "fields", ()))
            known[model] = frozenset(self._all(model) - named)
        return known[model]

    @staticmethod
    def _all(model: Any) -> set[str]:
        return {"pk", *(f.name for f in model._meta.local_concrete_fields)}

    def _column(self, row: models.Model) -> str:
        empty = (column for column in self.columns if row.serializable_value(column) in (None, ""))
        return next(empty, self.columns[0])

    def deconstruct(self) -> Any:
        """As the constraint of Django that it is."""
        _, args, kwargs = super().deconstruct()
        return f"django.db.models.{type(self).__bases__[1].__name__}", args, kwargs

    def clone(self) -> Any:
        """The same for another model."""
        return copy(self)


class _Check(_Placed, CheckConstraint):
    def _ask(
        self, model: Any, instance: Any, exclude: set[str], using: str = "default", **kwargs: Any
    ) -> None:
        """By a question that is made once."""
        names = frozenset(self._all(model) - self._others(model))
        if names & exclude:
            return  # what is not looked at cannot be wrong
        kept: dict[Any, Question | None] = self.__dict__.setdefault("_questions", {})
        kind = model, connections[using].vendor
        if kind not in kept:
            kept[kind] = question(self.condition, model, names, using)
        answer = None if (asked := kept[kind]) is None else holds(asked, instance, using)
        if answer is None:
            super()._ask(model, instance, exclude, using, **kwargs)
        elif not answer:
            raise ValidationError(self.get_violation_error_message(), code=self.violation_error_code)


class _Unique(_Placed, UniqueConstraint):
    pass


def check(rules: str, condition: Any, message: str, *, at: str = "") -> CheckConstraint:
    """A CHECK named after its rule, with the message that tells the user what to do, ``at`` one of the columns that
    the condition names."""
    constraint = _Check(
        name=NAMA.format(rules),
        condition=condition,
        violation_error_code=rules,
        violation_error_message=message,
    )
    model: Any = models.Model
    constraint.columns = (at,) if at else tuple(name for name, *_ in model._get_expr_references(condition))
    return constraint


def unique(
    rules: str, *fields: str, message: str, condition: Q | None = None, at: str = ""
) -> UniqueConstraint:
    """A UNIQUE named after its rule, with its message, at its last column or the one named; ``condition`` restricts it
    to some rows."""
    constraint = _Unique(
        name=NAMA.format(rules),
        fields=fields,
        condition=condition,
        violation_error_code=rules,
        violation_error_message=message,
    )
    constraint.columns = (at or fields[-1],)
    return constraint


def plausible_tahun(column: str = "tahun") -> CheckConstraint:
    """The year is one in which such a document can have been written."""
    return check(
        f"{column}_wajar",
        Q(**{f"{column}__range": (YEAR_FIRST, YEAR_LAST)}),
        f"Isi {column.replace('_', ' ')} antara {YEAR_FIRST} dan {YEAR_LAST}.",
    )


def plausible_uang(column: str) -> CheckConstraint:
    """An amount of rupiah is not negative and small enough to be kept exactly."""
    return check(
        f"{column}_wajar",
        Q(**{f"{column}__range": (Decimal(0), LARGEST_UANG)}),
        f"Isi {column.replace('_', ' ')} dari Rp0 sampai Rp9.999.999.999.999,99.",
    )


def filled(column: str, message: str) -> CheckConstraint:
    """A text that has to say something; its field repeats ``message`` as its "blank" message."""
    return check(f"{column}_terisi", ~Q(**{column: ""}), message)


def sha256_fingerprint(column: str, *, may_be_empty: bool = False) -> CheckConstraint:
    """A SHA-256 in hexadecimal is 64 characters long. Written by the program, so the message is for its maker."""
    length = Q(Exact(Length(column), 64))
    return check(
        f"{column}_lengkap",
        length | Q(**{column: ""}) if may_be_empty else length,
        f"Hitung ulang {column.replace('_', ' ')}: sidik SHA-256 terdiri atas 64 karakter.",
    )


def daftar_teks(nilai: object) -> None:
    """Validator of a JSON list of texts: every item is a text that says something."""
    if not isinstance(nilai, list):
        raise ValidationError("Isi daftar teks, satu butir per baris.", code="daftar_teks")
    for nomor, item in enumerate(nilai, start=1):
        if not isinstance(item, str) or not item.strip():
            raise ValidationError(
                "Butir %(nomor)s (%(butir)s) bukan teks. Isi teks atau hapus butir itu.",
                code="daftar_teks",
                params={"nomor": nomor, "butir": json.dumps(item, ensure_ascii=False)},
            )


class BelowKecamatan(models.Model):
    """A row that belongs to a kecamatan; ``*_path`` lead to its Kecamatan and its year."""

    kecamatan_path: ClassVar[str] = "kecamatan"
    tahun_path: ClassVar[str] = "tahun"

    class Meta:
        abstract = True


class OfKecamatan(BelowKecamatan):
    """A row that belongs to a kecamatan and needs no row sets of its own."""

    objects = BelowManager.from_queryset(KecamatanQuerySet)()

    class Meta:
        abstract = True


class OfKabupaten(models.Model):
    """A row that belongs to a kabupaten."""

    kabupaten_path: ClassVar[str] = "kabupaten"

    objects = BelowManager.from_queryset(KabupatenQuerySet)()

    class Meta:
        abstract = True


class Reviewable(models.Model):
    """A row that may have been carried over from another year: False until a person has read it again."""

    ditinjau = models.BooleanField("sudah ditinjau", default=True)

    class Meta:
        abstract = True


class AppendOnly(BelowKecamatan):
    """A row that is written once. Refusing here gives the reason; triggers refuse what goes round it."""

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Insert. Raises FixedRecordError for a row that is already stored."""
        if not self._state.adding:
            raise FixedRecordError(self._meta.verbose_name)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refuse: raises FixedRecordError."""
        raise FixedRecordError(self._meta.verbose_name)
