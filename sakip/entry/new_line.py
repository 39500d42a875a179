"""The lines that may be added to a table: typed below it, stored by the form of a new row of their kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.db import models
from django.http import HttpRequest
from django.utils.safestring import SafeString

from sakip.entry.fields import flat_choices
from sakip.entry.first_row import head_place
from sakip.entry.form import RecordForm
from sakip.entry.kinds import ROW_KINDS, RowKind
from sakip.entry.place import EntryPlace
from sakip.entry.row_place import PARENT, RowPlace
from sakip.entry.row_return import NEW
from sakip.entry.sent_lines import SentLine
from sakip.entry.shown import field_text, values_fingerprint


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLine:
    """A line that may be added to a table: a row of a ``kind``. ``fields`` of the kind's own form are typed before the
    columns; what it has besides begins as on its page.

    ``parents`` are the rows below which it may stand, of several one is chosen under the label ``below``. A kind that
    has a parent and is given none begins its document: the head is made with the first row.
    """

    kind: str
    fields: tuple[str, ...] = ()
    parents: tuple[models.Model, ...] = ()
    below: str = ""
    title: str = "Baris baru"


#: The words of a choice, and how many letters of them stand beside other entries.
_OPTION: Final = re.compile(r"<option[^>]*>([^<]*)</option>")
_LONG: Final = 40
#: The most letters of what is typed in a narrow entry.
_NAME: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEntry:
    """An entry of a line to be added; ``wide`` where words are typed or chosen, not a number."""

    id: str
    label: str
    entry: str
    wide: bool

    @property
    def long(self) -> bool:
        """Whether what is chosen would be cut off beside others."""
        return any(len(words) > _LONG for words in _OPTION.findall(self.entry))

    @classmethod
    def of(cls, field: forms.BoundField, label: str) -> NewEntry:
        """The entry of a field."""
        widget = field.field.widget
        attrs: dict[str, str | bool] = dict(_ATTRS)
        if isinstance(widget, forms.Textarea):
            attrs["rows"] = "2"
        return cls(
            id=field.id_for_label,
            label=label,
            entry=field.as_widget(attrs=attrs),
            wide=isinstance(widget, forms.Textarea | forms.Select)
            or (getattr(field.field, "max_length", None) or 0) > _NAME,
        )


_ATTRS: Final = {"class": "kisi-baru-isian", "autocomplete": "off"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownNew:
    """A line to be added: its ``form``, whose entries stand below the table and are sent with it, each under the
    ``name`` of the line (:mod:`sakip.entry.sent_lines`).

    ``parent`` is the number of the row below which it comes, ``choice`` the entry in which that is chosen; ``open``
    where it can be typed at once, ``again`` where another was just added here. ``sent`` is what was typed in it and is
    not stored.
    """

    name: str
    title: str
    kind: str
    parent: int | None
    choice: NewEntry | None
    form: RecordForm
    before: tuple[str, ...]
    columns: tuple[str, ...]
    open: bool
    again: bool
    sent: SentLine | None

    @property
    def entries(self) -> list[NewEntry]:
        """What is typed in it, in the order of the table."""
        typed = [NewEntry.of(self.form[name], self.form.sebutan(name)) for name in self.typed]
        return [self.choice, *typed] if self.choice else typed

    @property
    def typed(self) -> list[str]:
        """The fields that are typed: those before the columns, and each column that a new row has."""
        return [*self.before, *(name for name in self.columns if name in self.form.fields)]

    @property
    def begun(self) -> list[str]:
        """What is sent along as the page of a new row would begin it."""
        rest = self.form.fields.keys() - set(self.typed)
        return [self.form[name].as_hidden() for name in self.form.fields if name in rest]

    @property
    def mark(self) -> str:
        """By which it is known whether something was typed in it (:func:`sakip.entry.shown.changed_since`)."""
        if self.sent is not None:
            return self.sent.begun
        return values_fingerprint({name: _begins_with(self.form[name]) for name in self.typed})


def shown_new(
    request: HttpRequest,
    here: EntryPlace,
    lines: Sequence[NewLine],
    columns: tuple[str, ...],
    before: int,
    held: list[SentLine],
    *,
    alone: bool,
) -> tuple[ShownNew, ...]:
    """Those of the lines that the reader may add now, numbered after the ``before`` that stand above them.

    One is open: the only one of its table, the one that was just added to, or in a table without rows (``alone``) the
    first. Of what was sent and is ``held`` back each that belongs here stands in its line again, and is taken out.
    """
    found: list[ShownNew] = []
    for line in lines:
        kind = ROW_KINDS[line.kind]
        parents = tuple(one for one in line.parents if not here.agreed.of(one))
        if not _may_add(here, kind) or (line.parents and not parents):
            continue
        sent = next((one for one in held if one.belongs(line.kind, parents)), None)
        name = f"baru-{before + len(found) + 1}"
        if sent is not None:
            held.remove(sent)
            sent.shown_as = name
        is_open = sent is not None or len(lines) == 1 or (alone and not found)
        found.append(_shown(request, here, line, parents, columns, name, sent, is_open))
    return tuple(found)


def _may_add(here: EntryPlace, kind: RowKind) -> bool:
    return kind.hak in here.hak and not (kind.form.yearly and here.closed)


def _shown(
    request: HttpRequest,
    here: EntryPlace,
    line: NewLine,
    parents: tuple[models.Model, ...],
    columns: tuple[str, ...],
    name: str,
    sent: SentLine | None,
    is_open: bool,
) -> ShownNew:
    place, again = RowPlace(request, here, ROW_KINDS[line.kind]), request.GET.get(NEW) == line.kind
    typed = sent.entries if sent else request.GET.dict() if again else {}
    asked = typed.get(PARENT, "")
    parent = next((one for one in parents if str(one.pk) == asked), parents[0] if parents else None)
    head = None if parent else head_place(place)
    instance = place.empty(head.empty(None) if head else parent)
    form = place.kind.form(instance=instance, scope=here.scope, prefix=name, auto_id="%s")
    form.fill_from(typed)
    several = len(parents) > 1
    return ShownNew(
        name=name,
        title=line.title,
        kind=line.kind,
        parent=parent.pk if parent and not several else None,
        choice=_choice(line, parents, parent, name) if several else None,
        form=form,
        before=tuple(one for one in line.fields if one in form.fields),
        columns=columns,
        open=is_open or again,
        again=again,
        sent=sent,
    )


def _choice(
    line: NewLine, parents: Sequence[models.Model], chosen: models.Model | None, name: str
) -> NewEntry:
    pk, here = f"{name}-{PARENT}", chosen.pk if chosen else None
    widget = forms.Select(choices=[(one.pk, str(one)) for one in parents])
    entry: SafeString = widget.render(pk, here, attrs=_ATTRS | {"id": pk})
    return NewEntry(id=pk, label=line.below, entry=entry, wide=True)


def _begins_with(field: forms.BoundField) -> str:
    """What an entry says when nothing was typed: a list without an empty choice says its first."""
    text = field_text(field.field, field.initial)
    offered: Any = getattr(field.field, "choices", ())
    if text or (isinstance(field.field, forms.ModelChoiceField) and field.field.empty_label is not None):
        return text
    codes = [str(code) for code, _ in flat_choices(offered)]
    return text if not codes or "" in codes else codes[0]
