"""What a row says, in the words of its columns: for the trail of rows that no form has written."""

from __future__ import annotations

from typing import Any, Final

from django.db import models

from sakip.entry.columns import value_of
from sakip.entry.fields import TARGET_COLUMNS, target_text

#: Where a row stands, and whether it was read again: nothing that it says.
_PLACE: Final = frozenset({"kecamatan", "tahun", "urut", "ditinjau"})


def say_row(row: models.Model) -> dict[str, str]:
    """The filled columns by their label, as they are typed (0 queries).

    What the row hangs on is not among them, and of the rows that it names only those at hand. The columns of a target
    are one value.
    """
    fields = {f.name: f for f in row._meta.concrete_fields if f.name not in _PLACE and not f.primary_key}
    said = {}
    for name, field in fields.items():
        label = str(field.verbose_name)
        if name in TARGET_COLUMNS and fields.keys() >= set(TARGET_COLUMNS):
            label, text = "target", target_text({column: getattr(row, column) for column in TARGET_COLUMNS})
        else:
            text = _text(row, field)
        if text:
            said[label[:1].upper() + label[1:]] = text
    return said


def _text(row: models.Model, field: models.Field[Any, Any]) -> str:
    if field.is_relation:
        named: Any = field
        above = named.remote_field.on_delete is models.CASCADE
        return "" if above or not named.is_cached(row) else str(getattr(row, field.name) or "")
    value = getattr(row, field.name)
    if as_read := getattr(type(row), "AS_READ", {}).get(field.name):
        return str(as_read(value))
    if isinstance(field, models.BooleanField) and value == field.default:
        return ""
    return value_of(field).text(value)
