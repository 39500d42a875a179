"""Why a record is changed or deleted: asked beside its own fields, kept in the trail."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django import forms

from kecamatan.forms.layout import LaidOutForm

ALASAN_TERPANJANG: Final = 500


class ChangeReasonForm(LaidOutForm, forms.Form):
    """One line that may stay empty; nothing in it can be wrong."""

    id_pattern = "%s"

    alasan_perubahan = forms.CharField(
        required=False,
        widget=forms.TextInput(attrs={"maxlength": ALASAN_TERPANJANG, "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, menghapus: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        isian = self.fields["alasan_perubahan"]
        isian.label = "Alasan (opsional)" if menghapus else "Alasan mengubah (opsional)"
        isian.help_text = "" if menghapus else "Tercatat dalam riwayat."


def alasan_tertulis(data: Mapping[str, Any]) -> str:
    """What was written there; a form sent without the line gave no reason."""
    return str(data.get("alasan_perubahan", "")).strip()
