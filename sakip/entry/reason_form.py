"""Why a record is changed or deleted: asked beside its own fields, kept in the trail."""

from __future__ import annotations

from typing import Any, Final

from django import forms

from kecamatan.forms.layout import LaidOutForm
from sakip.entry.fields import TextField
from sakip.entry.value_kinds import Text

_REASON: Final = Text(one_line=True, longest=500)


class ChangeReasonForm(LaidOutForm, forms.Form):
    """One line that may stay empty, read like every other text; a form sent without the line gave no reason."""

    id_pattern = "%s"

    # No maxlength, with which browsers cut a pasted text without a word.
    alasan_perubahan = TextField(
        _REASON, required=False, max_length=None, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )

    def __init__(self, *args: Any, deletes: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        entry = self.fields["alasan_perubahan"]
        entry.label = "Alasan (opsional)" if deletes else "Alasan mengubah (opsional)"
        entry.help_text = "" if deletes else "Tercatat dalam riwayat."

    @property
    def reason(self) -> str:
        """What was written. Only of a valid form."""
        return str(self.cleaned_data["alasan_perubahan"])
