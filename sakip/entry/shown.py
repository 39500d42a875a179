"""What a form shows of a stored row, as text, and the fingerprint of that.

A *potret* is what the form shows, field by field. Its *sidik* travels with the page; a save compares it with the row
as it is then, so that nobody overwrites what they have not seen.
"""

from __future__ import annotations

import hashlib
from typing import Any

from django import forms
from django.db import models

Shown = dict[str, str]
"""Name of the field → its text."""


def values_fingerprint(shown_values: Shown) -> str:
    """Every field of a potret with a mark of its value ("satuan:1f3a9c02 target:…"); empty for an empty one.

    Of two who change different fields neither is in the other's way, so each field is compared by itself.
    """
    return " ".join(f"{nama}:{_mark(text)}" for nama, text in sorted(shown_values.items()))


def changed_since(shown_values: Shown, fingerprint: str) -> set[str]:
    """The fields that say something else than when a page took this fingerprint: all of them for a strange one, those
    that say anything for the empty one of a row that was not there."""
    if not fingerprint:
        return {nama for nama, text in shown_values.items() if text}
    seen = set(fingerprint.split())
    return {nama for nama, text in shown_values.items() if f"{nama}:{_mark(text)}" not in seen}


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def field_text(entry: forms.Field, nilai: Any) -> str:
    """A value as the field would show it; the same value in any spelling gives the same text."""
    if isinstance(entry, forms.ModelMultipleChoiceField):
        return "\n".join(str(getattr(n, "pk", n)) for n in nilai or ())
    if isinstance(nilai, models.Model):
        return str(nilai.pk)
    if isinstance(entry, forms.BooleanField):
        return str(bool(nilai))
    ready = entry.prepare_value(nilai)
    if isinstance(ready, list):
        return "\n".join(str(item) for item in ready)
    return "" if ready is None else str(ready).replace("\r\n", "\n").strip()
