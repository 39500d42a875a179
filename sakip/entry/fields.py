"""Form fields: each reads and writes with a kind of value of :mod:`sakip.entry.values`, and adds only its widget."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError

from kecamatan.ground.texts import Refused
from sakip.entry.measured import NO_TARGET, Recorded, Target
from sakip.entry.values import Choice, Date, Lines, Number, Text, Value, Whole, Year, is_empty

TARGET_COLUMNS: Final = tuple(NO_TARGET)
TARGET: Final = Target()
RECORDED: Final = Recorded()


class ValueField(forms.Field):
    """A field of one kind of value; ``None`` when empty."""

    empty: Any = None

    def __init__(self, value: Value, **kwargs: Any) -> None:
        kwargs.setdefault("widget", _widget(value))
        super().__init__(**kwargs)
        self.value = value

    def to_python(self, value: Any) -> Any:
        """Read what was typed. Raises ValidationError with the kind's own words."""
        if is_empty(value):
            return self.empty
        if not isinstance(value, str | list):
            return value
        try:
            return self.value.parse(value)
        except Refused as problem:
            raise ValidationError(str(problem), code="value") from problem

    def prepare_value(self, value: Any) -> Any:
        """The value as text; a text that was typed stays as it was typed."""
        return value if isinstance(value, str) or value is None else self.value.text(value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether another value was typed, not merely another spelling."""
        try:
            return bool(self.to_python(data) != initial)
        except ValidationError:
            return True


class TextField(forms.CharField):
    """A text of one kind (default: of any length, over several lines); empty text when empty."""

    def __init__(self, value: Text | None = None, **kwargs: Any) -> None:
        self.value = value or Text()
        kwargs.setdefault("max_length", self.value.longest)
        super().__init__(**kwargs)
        self.validators = []  # the kind says it all, in its own words

    def to_python(self, value: Any) -> Any:
        """Read what was typed. Raises ValidationError with the kind's own words."""
        if is_empty(value):
            return self.empty_value
        try:
            return self.value.parse(value)
        except Refused as problem:
            raise ValidationError(str(problem), code="value") from problem

    def prepare_value(self, value: Any) -> Any:
        """The value as people read it."""
        return self.value.text(value) if value else value


class ChoiceField(forms.TypedChoiceField):
    """One of the values that the form offers, by its code or, in a pasted line, by its words."""

    value: Choice = Choice()

    def offered(self) -> Choice:
        """What may be chosen: of all that the column can hold, what the form lists."""
        listed = {str(code) for code, _ in flat_choices(self.choices)}
        return Choice(choices=tuple(pair for pair in self.value.choices if pair[0] in listed))

    def to_python(self, value: Any) -> Any:
        """The code. Raises ValidationError with the kind's own words."""
        if is_empty(value):
            return ""
        try:
            return self.offered().parse(value)
        except Refused as problem:
            raise ValidationError(str(problem), code="invalid_choice") from problem

    def valid_value(self, value: Any) -> bool:
        """What could be read is one of the values."""
        return True


class NumberField(ValueField):
    """A number as Indonesians write it."""

    def __init__(self, value: Number | None = None, **kwargs: Any) -> None:
        super().__init__(value or Number(), **kwargs)


class DateField(ValueField):
    """A date in words or digits, the day first."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", "Misalnya 17/8/2026 atau 17 Agustus 2026.")
        super().__init__(Date(), **kwargs)


class LinesField(ValueField):
    """A list of texts, one to a line."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", "Satu butir per baris.")
        super().__init__(Lines(), **kwargs)

    def to_python(self, value: Any) -> Any:
        """The lines; an empty list when there is none."""
        return [] if is_empty(value) else super().to_python(value)


class TargetField(ValueField):
    """A target as one text; its value is a dict of the target's columns."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(TARGET, **kwargs)

    def to_python(self, value: Any) -> Any:
        """The columns."""
        return dict(value) if isinstance(value, Mapping) else super().to_python(value)


class RecordedField(ValueField):
    """A recorded value as one text; its value is a dict of the value's columns."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(RECORDED, **kwargs)

    def to_python(self, value: Any) -> Any:
        """The columns."""
        return dict(value) if isinstance(value, Mapping) else super().to_python(value)


def target_text(columns: Mapping[str, Any]) -> str:
    """The columns of a target → text; empty where there is none."""
    return TARGET.text(columns)


def flat_choices(choices: Any) -> Iterator[tuple[Any, Any]]:
    """Choices without the headings they stand under."""
    for code, words in choices:
        if isinstance(words, list | tuple):
            yield from words
        else:
            yield code, words


def _widget(value: Value) -> forms.Widget:
    match value:
        case Year():
            return forms.TextInput(attrs={"inputmode": "numeric", "class": "isian-tahun"})
        case Whole():
            return forms.TextInput(attrs={"inputmode": "numeric", "class": "isian-angka"})
        case Date():
            return forms.TextInput(attrs={"class": "isian-tanggal"})
        case Lines():
            return forms.Textarea(attrs={"rows": 4})
        case Number() if not isinstance(value, Target | Recorded):
            return forms.TextInput(attrs={"inputmode": "decimal", "class": "isian-angka"})
        case _:
            return forms.TextInput(attrs={"class": "isian-angka"})
