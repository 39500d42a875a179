"""What a step of the report asks for: a note, and a last day."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from kecamatan.forms.layout import LaidOutForm
from reports.workflow.table import Step
from sakip.entry.fields import TextField, ValueField
from sakip.entry.value_kinds import Date


class StepForm(LaidOutForm, forms.Form):
    """The fields that the step has, none of most."""

    use_required_attribute = False

    def __init__(self, *args: Any, step: Step, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if step.note:
            empty = f"Isi {step.note[:1].lower()}{step.note[1:]}."
            area = forms.Textarea(attrs={"rows": 5})
            self.fields["catatan"] = TextField(
                label=step.note, max_length=None, widget=area, error_messages={"required": empty}
            )
        if step.until:
            empty = "Isi tanggal paling akhir perbaikannya."
            self.fields["batas_waktu"] = ValueField(
                Date(printed_beside=False), label="Batas waktu perbaikan", error_messages={"required": empty}
            )

    @property
    def note(self) -> str:
        """What was written. Only of a valid form."""
        return str(self.cleaned_data.get("catatan", ""))

    @property
    def until(self) -> date:
        """The last day. Only of a valid form of a step that asks for it."""
        last: date = self.cleaned_data["batas_waktu"]
        return last
