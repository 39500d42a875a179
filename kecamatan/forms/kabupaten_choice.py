"""The choice of a kabupaten, for what a person may ask of one of several."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django import forms

from kecamatan.forms.layout import LaidOutForm
from kecamatan.models import Kabupaten


class KabupatenChoiceForm(LaidOutForm, forms.Form):
    """Which of these kabupaten; of one alone nothing is asked."""

    use_required_attribute = False

    kabupaten = forms.ChoiceField(
        label="Kabupaten atau kota",
        widget=forms.Select(attrs={"class": "isian-pilih"}),
        error_messages={"required": "Pilih kabupaten.", "invalid_choice": "Pilih kabupaten dari daftar."},
    )

    def __init__(self, *args: Any, kabupaten: Sequence[Kabupaten], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.all = {str(one.pk): one for one in kabupaten}
        cast(forms.ChoiceField, self.fields["kabupaten"]).choices = [
            (key, str(one)) for key, one in self.all.items()
        ]
        if len(kabupaten) == 1:
            del self.fields["kabupaten"]

    def clean(self) -> dict[str, Any]:
        """``kabupaten`` as its row, the only one where there is no choice."""
        content = super().clean() or self.cleaned_data
        key = content.get("kabupaten") if "kabupaten" in self.fields else next(iter(self.all))
        return content | {"kabupaten": self.all.get(str(key))}
