"""What a model's column holds, as a kind of value: its limits are the column's own, at every door."""

from __future__ import annotations

from typing import Any, Final

from django.db import models

from sakip.entry.contacts import Email, Nip, PostalCode
from sakip.entry.number_kinds import Number, Rupiah, Whole, Year
from sakip.entry.value_kinds import Choice, Date, Key, Lines, Text, Value, WholeChoice, YesNo

SMALL_LARGEST: Final = 32_767
"""What a small column holds on both databases."""

DECIMALS_MOST: Final = 4
"""Decimals that a document may print."""


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
            beside = any(one.name == f"{field.name}_cetak" for one in field.model._meta.get_fields())
            return Date(printed_beside=beside)
        case models.JSONField():
            return Lines()
        case models.IntegerField() if "tahun" in (*field.name.split("_"), *str(field.verbose_name).split()):
            return Year()
        case models.IntegerField() if field.name == "desimal":
            return Whole(largest=DECIMALS_MOST)
        case models.IntegerField():
            small = isinstance(field, models.PositiveSmallIntegerField)
            return Whole(largest=SMALL_LARGEST) if small else Whole()
        case models.TextField():
            return Text()
        case models.EmailField():
            return Email(longest=field.max_length)
        case models.SlugField():
            return Key(longest=field.max_length)
        case models.CharField() if field.name == "nip":
            return Nip(longest=field.max_length)
        case models.CharField() if field.name == "kode_pos":
            return PostalCode(longest=field.max_length)
        case models.CharField():
            return Text(one_line=True, longest=field.max_length)
        case _:
            raise TypeError(f"{field} holds nothing that is typed")


def text_of(field: models.Field[Any, Any]) -> Text:
    """The kind of a column that holds a text. Raises TypeError for another."""
    value = value_of(field)
    if not isinstance(value, Text):
        raise TypeError(f"{field} holds no text")
    return value


def _choices(field: models.Field[Any, Any]) -> tuple[tuple[str, str], ...]:
    return tuple((str(code), str(words)) for code, words in field.flatchoices)
