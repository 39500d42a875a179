"""What a model's column holds, as a kind of value: its limits are the column's own, at every door."""

from __future__ import annotations

from typing import Any, Final

from django.db import models

from sakip.entry.values import (
    Choice,
    Date,
    Lines,
    Number,
    Rupiah,
    Text,
    Value,
    Whole,
    WholeChoice,
    Year,
    YesNo,
)

SMALL_LARGEST: Final = 32_767
"""What a small column holds on both databases."""


def value_of(field: models.Field[Any, Any]) -> Value:
    """The kind of value of a column. Raises TypeError for one that nobody types (a relation, a file)."""
    match field:
        case models.BooleanField():
            return YesNo()
        case models.IntegerField() if field.choices:
            return WholeChoice(choices=_choices(field))
        case models.Field() if field.choices:
            return Choice(choices=_choices(field))
        case models.DecimalField(decimal_places=2):
            return Rupiah()
        case models.DecimalField():
            decimals = field.decimal_places or 0
            return Number(decimals=decimals, digits=min((field.max_digits or 20) - decimals, Number.digits))
        case models.DateField():
            return Date()
        case models.JSONField():
            return Lines()
        case models.IntegerField() if field.name.startswith("tahun"):
            return Year()
        case models.IntegerField():
            small = isinstance(field, models.PositiveSmallIntegerField)
            return Whole(largest=SMALL_LARGEST) if small else Whole()
        case models.TextField():
            return Text()
        case models.CharField():
            return Text(one_line=True)
        case _:
            raise TypeError(f"{field} holds nothing that is typed")


def _choices(field: models.Field[Any, Any]) -> tuple[tuple[str, str], ...]:
    return tuple((str(code), str(words)) for code, words in field.flatchoices)
