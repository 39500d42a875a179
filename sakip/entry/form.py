"""What every form of a record does alike: Indonesian labels and messages, one picture of the row, its fingerprint."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, ClassVar, Protocol, Self

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.fields import BLANK_CHOICE_DASH
from django.forms.models import construct_instance
from django.utils.datastructures import MultiValueDict
from django.utils.safestring import SafeString

from kecamatan.areas import own_words
from kecamatan.forms.layout import Group, LaidOutForm, Layout
from kecamatan.models import Kecamatan, Pengguna
from kecamatan.querysets import KecamatanQuerySet
from sakip.entry.columns import text_of, value_of
from sakip.entry.fields import ChoiceField, TextField, ValueField, flat_choices
from sakip.entry.judge import judge
from sakip.entry.shown import Shown, field_text, values_fingerprint

OPTIONAL = " (opsional)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Where a record is written, and by whom."""

    kecamatan: Kecamatan
    tahun: int
    pengguna: Pengguna | None


class Pen(Protocol):
    """What a form may do in the act that stores it (:class:`sakip.entry.writer.Act`)."""

    def put(self, row: models.Model) -> None:
        """Insert or change a row that the form judged."""

    def remove(self, row: models.Model) -> None:
        """Delete a row."""

    def add(self, rows: Sequence[Any]) -> object:
        """Add rows with a line of the trail each."""


def field(column: models.Field[Any, Any], **kwargs: Any) -> Any:
    """The form field of a model's column, in Indonesian."""
    general = {
        "required": not column.blank and not column.null,
        "label": str(column.verbose_name),
        "help_text": column.help_text,
    } | kwargs
    if not general["help_text"]:
        del general["help_text"]
    match column:
        case models.JSONField():
            return ValueField(value_of(column), **general | {"required": False})
        case models.DecimalField() | models.DateField() | models.IntegerField() if not column.choices:
            return ValueField(value_of(column), **general)
        case models.Field() if column.choices:
            choice: Any = column.formfield(choices_form_class=ChoiceField, **kwargs)
            choice.value = value_of(column)
            return choice
        case models.TextField() | models.CharField():
            text: dict[str, Any] = {"form_class": TextField, "value": text_of(column)}
            return column.formfield(**text | {"widget": _text_widget(column)} | kwargs)
        case _:
            return column.formfield(**kwargs)


def _text_widget(column: models.Field[Any, Any]) -> forms.Widget:
    match column:
        case models.TextField():
            return forms.Textarea(attrs={"rows": 3})
        case models.EmailField():
            return forms.EmailInput()
        case _:
            return forms.TextInput()


class RecordForm(LaidOutForm, forms.ModelForm):
    """A form of one record. Subclasses name model and fields, and override the hooks that they need.

    ``error_fields`` says in which field a column is entered that has none of its name (column → field): what is said
    against the column is said there.
    ``yearly`` is False for records of no single year (Renstra, desa, pejabat). ``side_by_side`` are headings
    of ``groups`` whose fields stand beside one another, as in a row of the table, ``folded`` those whose fields may all
    be left empty and are folded away. ``across_years`` holds for
    records that are written with a year but are of another (the total of an earlier year). ``kept_for_next`` are fields
    with whose value the next new row begins. ``stored_as_shown`` holds where the stored row will say what
    ``shown_of_fields`` says, to the letter, so that nobody has to read it anew to know. ``only_read`` are columns
    whose other row the form neither shows a value of nor changes: what it has in hand of such a row is what is stored,
    and nobody reads it again. What is not named is read as it is stored, so that who forgets one loses a query, no
    correction.
    """

    error_fields: ClassVar[dict[str, str]] = {}
    yearly: ClassVar[bool] = True
    side_by_side: ClassVar[tuple[str, ...]] = ()
    folded: ClassVar[tuple[str, ...]] = ()
    across_years: ClassVar[bool] = False
    kept_for_next: ClassVar[tuple[str, ...]] = ()
    stored_as_shown: ClassVar[bool] = False
    only_read: ClassVar[tuple[str, ...]] = ()

    class Meta:
        formfield_callback = field

    def __init__(self, *args: Any, scope: Scope, **kwargs: Any) -> None:
        self.scope = scope
        self.on_stored = False  # what is typed stands on top of a row as it is stored now
        self._left: frozenset[str] = frozenset()
        self.kept_of_others: list[str] = []  # labels of what another changed meanwhile, and what stayed so
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        for entry in self.fields.values():
            if isinstance(entry, forms.ModelChoiceField) and isinstance(entry.queryset, KecamatanQuerySet):
                entry.queryset = entry.queryset.for_kecamatan(scope.kecamatan)
        self.prepare()
        for nama, entry in self.fields.items():
            self._word(nama, entry)

    # -- hooks -------------------------------------------------------------------------------------

    @classmethod
    def build(cls, content: dict[str, Any]) -> models.Model:
        """A new row in its place: ``content`` holds its parent, or its kecamatan and year."""
        model: type[models.Model] = cls._meta.model
        return model(**content)

    def prepare(self) -> None:
        """Add fields, narrow choices, set initial values. Called before labels are finished."""

    def own_words(self, text: str) -> str:
        """A label, a help or a choice, in the words of the kecamatan for areas and offices."""
        return own_words(text, self.scope.kecamatan)

    def fill_from(self, choices: Mapping[str, str]) -> None:
        """Fill a new row's fields with what was chosen on the page before; ``choices`` is the address's query."""
        self.initial.update({nama: choices[nama] for nama in self.fields if nama in choices})

    @classmethod
    def matches(cls, columns: Mapping[str, Any]) -> bool:
        """Whether stored columns are a row of this kind, where two kinds share a model."""
        return True

    def store(self, pen: Pen) -> None:
        """Write the row and what belongs to it."""
        pen.put(self.instance)

    def deletion_refusal(self) -> str:
        """Why the stored row cannot be deleted now, and what helps; empty when it can."""
        return ""

    def told_after_saving(self) -> str:
        """What the message of a save says besides, as a sentence to follow another; empty where there is nothing."""
        return ""

    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """Fields by heading, in order; one group without a heading unless the form says otherwise."""
        return [("", list(self.visible_fields()))]

    def group_hint(self, title: str) -> str:
        """What is said once for all fields under a heading of ``groups``."""
        return ""

    def layout(self) -> Layout:
        """As ``groups`` says."""
        layout = Layout(*(field.name for field in self.hidden_fields()))
        for title, groups in self.groups():
            nama = [field.name for field in groups]
            if title:
                hint, in_series = self.group_hint(title), title in self.side_by_side
                folded = title in self.folded
                layout.append(Group(title, *nama, hint=hint, in_row=in_series, folded=folded))
            else:
                layout.extend(nama)
        return layout

    def limit(self, nama: str, rows: models.QuerySet[Any]) -> None:
        """Offer only these rows in a choice, where the form has it."""
        entry = self.fields.get(nama)
        if isinstance(entry, forms.ModelChoiceField):
            entry.queryset = rows

    # -- the picture of a row ----------------------------------------------------------------------

    @classmethod
    def stored_value(cls, row: Any, nama: str) -> Any:
        """What a stored row holds for a field, as the form begins with it: for tables of many rows, which make a form
        for none of them. A form with fields that are no columns says it of them."""
        return getattr(row, nama)

    @classmethod
    def printed_field(cls, nama: str) -> str:
        """The field that says how a document prints the value of this one, and goes with it where the value alone is
        typed; empty where there is none."""
        return ""

    def shown_values(self) -> Shown:
        """What the form shows of the row as stored; empty for a new row."""
        if self.instance.pk is None:
            return {}
        return {
            nama: field_text(entry, self.get_initial_for_field(entry, nama))
            for nama, entry in self.fields.items()
        }

    def shown_of_fields(self) -> Shown:
        """What the form would show of the row after saving what was typed. Only of a valid form."""
        return {nama: field_text(entry, self.cleaned_data.get(nama)) for nama, entry in self.fields.items()}

    def shown(self, nama: str, text: str) -> str:
        """A text of a potret as people read it: the words of a choice instead of its code."""
        entry = self.fields[nama]
        if isinstance(entry, forms.ModelChoiceField):
            # Of every row, not only of those offered now: the trail names what was chosen then.
            pk = text.split("\n") if text else []
            model: Any = getattr(entry.queryset, "model", None)
            return "\n".join(str(row) for row in model._base_manager.filter(pk__in=pk))
        if isinstance(entry, forms.BooleanField):
            return "ya" if text == "True" else "tidak"
        if isinstance(entry, forms.ChoiceField):
            words = {str(kode): str(label) for kode, label in flat_choices(entry.choices)}
            return "\n".join(words.get(kode, kode) for kode in text.split("\n"))
        return text

    def sebutan(self, nama: str) -> str:
        """The field's name in the trail: its label without "(opsional)"."""
        return str(self.fields[nama].label or nama).removesuffix(OPTIONAL)

    @property
    def fingerprint(self) -> str:
        """Fingerprint of the row that the page shows; empty for a new row."""
        return values_fingerprint(self.shown_values())

    def on_top_of(self, stored: models.Model, names: Collection[str]) -> Self:
        """The same entries for the row as it is stored now; of the fields ``names`` the stored values."""
        fresh = type(self)(instance=stored, scope=self.scope)
        return fresh.typed_over(self.data, names, prefix=self.prefix)

    def typed_over(self, entries: Any, names: Collection[str], *, prefix: str | None = None) -> Self:
        """A form of the same row, which is shown as it is stored, with these entries; of the fields ``names`` what is
        stored."""
        data = entries.copy()
        for nama in names:
            value, key = self[nama].value(), f"{prefix}-{nama}" if prefix else nama
            if isinstance(self.fields[nama], forms.BooleanField):
                value = "on" if value else None
            data.pop(key, None)
            if isinstance(value, list | tuple):
                listing = [str(getattr(one, "pk", one)) for one in value]
                data.setlist(key, listing) if isinstance(data, MultiValueDict) else data.update(
                    {key: listing}
                )
            elif value is not None:
                data[key] = str(value)
        form = type(self)(data, instance=self.instance, scope=self.scope, prefix=prefix)
        form.on_stored = True
        return form

    # -- validation --------------------------------------------------------------------------------

    def _post_clean(self) -> None:
        """Let the judge see the row as it would be stored, then the model its own rules."""
        stored = self._columns() if self.on_stored else None
        self.fill_instance()
        before = self._columns()
        problems = judge(self.instance)
        self.settled({name for name, value in self._columns().items() if value != before[name]})
        if stored is not None:
            now = self._columns()
            self._left = frozenset(now) - _judged_with(
                {name for name in now if now[name] != stored[name]}, self.instance
            )
        for problem in [p for p in problems if not self._refused(p.column)]:
            self.add_error(self.field_of(problem.column), ValidationError(problem.message, code="rules"))
        super()._post_clean()  # type: ignore[misc]

    def fill_instance(self) -> None:
        """Put what was typed into the row. Forms with fields that are no columns of their own extend it."""
        construct_instance(self, self.instance, self._meta.fields, self._meta.exclude)

    def settled(self, columns: set[str]) -> None:
        """Take over what the judge made of the row, so that the form shows and stores the same."""
        for name in columns & self.fields.keys() & self.cleaned_data.keys():
            self.cleaned_data[name] = getattr(self.instance, name)

    def _columns(self) -> dict[str, Any]:
        return {f.name: getattr(self.instance, f.attname) for f in self.instance._meta.concrete_fields}

    def _refused(self, column: str) -> bool:
        """Whether the field that a problem is about could not even be read."""
        return column in self.errors or self.error_fields.get(column) in self.errors

    def _get_validation_exclusions(self) -> set[str]:
        """Only what was refused already: rules that join the form's columns to its parent's are judged as well. On top
        of what is stored also what it says as before, in no rule with a column that changes: that was judged when it
        was stored, and asking the database of it costs two or three queries for each rule."""
        refused = {self.error_fields.get(nama, nama) for nama in self._errors or ()}  # type: ignore[attr-defined]
        return {
            column.name
            for column in self.instance._meta.concrete_fields
            if column.name in refused or self.error_fields.get(column.name) in refused
        } | self._left

    def _update_errors(self, errors: ValidationError) -> None:
        """Put each message of the model beside the field it is about."""
        for column, listing in errors.error_dict.items():
            self.add_error(self.field_of(column), listing)

    def field_of(self, column: str) -> str | None:
        """The field beside which something about a column of the model is said; None for the form as a whole."""
        field = self.error_fields.get(column, column)
        return field if field in self.fields else None

    def _word(self, nama: str, entry: forms.Field) -> None:
        """Label with a capital, "(opsional)" where nothing need be entered, and messages that say what to do."""
        label = self.own_words(str(entry.label or nama.replace("_", " ")))
        if not isinstance(entry.help_text, SafeString):  # who made HTML of it has put the words in
            entry.help_text = self.own_words(str(entry.help_text))
        label = label[:1].upper() + label[1:]
        choice = isinstance(entry, forms.ChoiceField | forms.ModelChoiceField)
        if isinstance(entry, forms.BooleanField):
            entry.label = label
        else:
            entry.label = label if entry.required else label + OPTIONAL
        word = "Pilih" if choice else "Isi"
        column = next((k for k in self.instance._meta.get_fields() if k.name == nama), None)
        if isinstance(entry, ChoiceField) and getattr(column, "choices", None):
            own = {code: self.own_words(words) for code, words in entry.value.choices}
            entry.value = replace(entry.value, choices=tuple(own.items()))
            offered: Any = entry.choices
            entry.choices = [(code, own.get(code, words)) for code, words in offered]
        empty = getattr(column, "error_messages", {}).get("blank") if column is not None else None
        default = f"{word} {_small(label)}."
        entry.error_messages["required"] = (
            str(empty) if empty and empty != models.Field.default_error_messages["blank"] else default
        )
        if choice:
            # Of a choice among rows; a ChoiceField says what may be written.
            entry.error_messages["invalid_choice"] = (
                f"Pilihan itu tidak ada. Pilih {_small(label)} dari daftar."
            )
            if "" not in dict(getattr(column, "flatchoices", ())):  # else it has a word of its own
                _empty_word(entry, f"Pilih {_small(label)}" if entry.required else "Tidak dipilih")
        entry.widget.attrs.setdefault("autocomplete", "off")


def _judged_with(changed: set[str], row: models.Model) -> set[str]:
    """The columns that changed, and those that stand in a rule of the database with one of them."""
    return changed.union(*(own for own in _constraint_columns(type(row)) if own & changed))


@cache
def _constraint_columns(model: type[models.Model]) -> tuple[frozenset[str], ...]:
    """The columns of each rule that the database knows of the model."""
    found: Any = model
    return tuple(
        frozenset(
            {name for name, *_ in found._get_expr_references(condition)} if condition is not None else ()
        ).union(getattr(one, "fields", ()))
        for one in model._meta.constraints
        for condition in (getattr(one, "condition", None),)
    )


def _empty_word(entry: forms.Field, word: str) -> None:
    """Words instead of dashes for the choice that chooses nothing."""
    if isinstance(entry, forms.ModelChoiceField):
        if entry.empty_label == BLANK_CHOICE_DASH[0][1]:
            entry.empty_label = word
    elif isinstance(entry, forms.ChoiceField):
        original: Any = entry.choices
        entry.choices = [(kode, label if kode else word) for kode, label in original]


def _small(label: str) -> str:
    """The label inside a sentence; abbreviations keep their capitals."""
    return label if label[:2].isupper() else label[:1].lower() + label[1:]
