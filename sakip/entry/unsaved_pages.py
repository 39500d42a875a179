"""What was typed and could not be stored, because another wrote the row or its place is gone: shown once more, to be
sent again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django import forms
from django.http import HttpResponse, QueryDict
from django.urls import reverse
from django.utils.text import capfirst

from kecamatan.areas import own_words
from kecamatan.ground.page_token import PAGE_TOKEN
from kecamatan.ground.whole_numbers import whole
from kecamatan.models import Jejak
from sakip.entry.fields import flat_choices
from sakip.entry.form import OPTIONAL, RecordForm
from sakip.entry.row_place import PARENT, RowPlace, kind_of
from sakip.entry.save import Conflict
from sakip.entry.shown import values_fingerprint
from sakip.entry.statuses import CONFLICT

#: What was chosen on the page, not typed in a field.
_CHOSEN: Final = frozenset({PARENT, "lagi"})

#: What a form sends along that nobody typed.
_NO_ENTRIES: Final = frozenset({PAGE_TOKEN, "sidik", "disetujui", "kembali"})


def typed_entries(posted: QueryDict) -> list[tuple[str, str]]:
    """What was typed, for a page to send it again."""
    return [(n, v) for n in posted for v in posted.getlist(n) if n not in _NO_ENTRIES and isinstance(v, str)]


def conflict_page(place: RowPlace, form: RecordForm, conflict: Conflict) -> HttpResponse:
    """Both values side by side; who wrote the stored one, and when."""
    posted: Any = conflict.form.data if conflict.form else place.request.POST
    typed = form.shown_of_fields() if form.is_bound and form.is_valid() else {}
    return place.render(
        "conflict",
        CONFLICT,
        form=form,
        conflict=conflict,
        differences=[
            (form.sebutan(n), form.shown(n, typed[n]), form.shown(n, conflict.stored.get(n, "")))
            for n in typed
            if typed[n] != conflict.stored.get(n, "") and n in (conflict.fields or typed)
        ],
        typed=typed_entries(posted),
        kept={"sidik": values_fingerprint(conflict.stored)},
        back=place.address(),
    )


def parent_gone(place: RowPlace) -> HttpResponse | None:
    """The page of a new row whose parent somebody deleted after the page was opened; None where nothing was sent, or
    no such row was ever here."""
    pk, model = whole(place.parent_number), place.kind.parent_model
    if place.request.method != "POST" or model is None or pk is None:
        return None
    deletion = place.deletion_of(model, pk)
    return typed_and_gone(place, deletion) if deletion else None


def typed_and_gone(place: RowPlace, deletion: Jejak) -> HttpResponse:
    """What was typed, who deleted what it belonged to, and for who may the way to bring that back."""
    here, gone = place.here, kind_of(deletion)
    may = gone is not None and deletion.tahun is not None and RowPlace(place.request, here, gone).may_save
    return place.render(
        "gone",
        CONFLICT,
        deletion=deletion,
        undo=reverse("baris-pulihkan", args=[here.kecamatan.slug, deletion.tahun, deletion.pk])
        if may
        else "",
        shown=list(_shown(place)),
        typed=typed_entries(place.request.POST),
        kept={name: place.request.POST.get(name, "") for name in ("sidik", "kembali")},
    )


def _shown(place: RowPlace) -> Iterator[tuple[str, str]]:
    """What was typed by the name of its field. What was chosen from a list of rows goes along unseen: the list is gone
    with them."""
    for name, text in typed_entries(place.request.POST):
        field: Any = place.kind.form.base_fields.get(
            name
        )  # of columns that a form makes itself the name is told
        if text and name not in _CHOSEN and not isinstance(field, forms.ModelChoiceField):
            if isinstance(field, forms.BooleanField):
                text = "" if text == "False" else "ya"
            label = capfirst(str((field and field.label) or name.replace("_", " "))).removesuffix(OPTIONAL)
            words = dict(flat_choices(field.choices)) if isinstance(field, forms.ChoiceField) else {}
            if text:
                yield own_words(label, place.here.kecamatan), str(words.get(text, text))
