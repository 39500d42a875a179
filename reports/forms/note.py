"""What a note and an answer ask for."""

from __future__ import annotations

from typing import Any, Final

from django import forms

from kecamatan.forms.layout import LaidOutForm
from reports.notes.places import NotePlace
from sakip.entry.fields import TextField
from sakip.entry.form import OPTIONAL
from sakip.entry.value_kinds import Text

_NOTE: Final = Text(longest=2000)
_QUOTE: Final = Text(longest=500)


class AnswerForm(LaidOutForm, forms.Form):
    """The words of an answer."""

    id_pattern = "catatan-%s"

    use_required_attribute = False

    # No maxlength, with which browsers cut a pasted text without a word.
    isi = TextField(
        _NOTE,
        label="Jawaban",
        max_length=None,
        error_messages={"required": "Isi jawaban."},
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class NoteForm(AnswerForm):
    """The words of a note, and those of the document that it is about, where its place has any."""

    isi = TextField(
        _NOTE,
        label="Catatan",
        max_length=None,
        error_messages={"required": "Isi catatan: apa yang perlu diperbaiki."},
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    kutipan = TextField(
        _QUOTE,
        label=f"Kata-kata yang dimaksud{OPTIONAL}",
        max_length=None,
        required=False,
        help_text="Salin dari dokumen bila catatan mengenai satu paragraf atau kalimat.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, place: NotePlace | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if place is None or not place.text:
            del self.fields["kutipan"]
