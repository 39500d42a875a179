"""Form fields: each reads and writes with a kind of value (:mod:`sakip.entry.value_kinds`), and adds its widget."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError

from kecamatan.ground.texts import Refused
from sakip.entry.measured import NO_TARGET, Planned, Recorded
from sakip.entry.number_kinds import Number, Whole, Year
from sakip.entry.value_kinds import Choice, Date, Lines, Text, Value, is_empty

TARGET_COLUMNS: Final = tuple(NO_TARGET)
TARGET: Final = Planned()
RECORDED: Final = Recorded()


def _read(parse: Callable[[Any], Any], typed: Any, code: str = "value") -> Any:
    """What was typed. Raises ValidationError with the kind's own words."""
    try:
        return parse(typed)
    except Refused as problem:
        raise ValidationError(str(problem), code=code) from problem


class ValueField(forms.Field):
    """A field of one kind of value; the kind's own ``nothing`` when empty."""

    def __init__(self, value: Value, **kwargs: Any) -> None:
        kwargs.setdefault("widget", _widget(value))
        kwargs.setdefault("help_text", value.hint)
        super().__init__(**kwargs)
        self.value = value

    def to_python(self, value: Any) -> Any:
        """Read what was typed."""
        if is_empty(value):
            return self.value.nothing()
        return _read(self.value.parse, value) if isinstance(value, str | list) else value

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
    """A text of one kind (default: over several lines); empty text when empty."""

    def __init__(self, value: Text | None = None, **kwargs: Any) -> None:
        self.value = value or Text()
        kwargs.setdefault("max_length", self.value.longest)
        super().__init__(**kwargs)
        self.validators = []  # the kind says it all, in its own words

    def to_python(self, value: Any) -> Any:
        """Read what was typed."""
        return self.empty_value if is_empty(value) else _read(self.value.parse, value)

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
        """The code."""
        return "" if is_empty(value) else _read(self.offered().parse, value, "invalid_choice")

    def valid_value(self, value: Any) -> bool:
        """What could be read is one of the values."""
        return True


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
        case Number() if not isinstance(value, Planned | Recorded):
            return forms.TextInput(attrs={"inputmode": "decimal", "class": "isian-angka"})
        case _:
            return forms.TextInput(attrs={"class": "isian-angka"})
