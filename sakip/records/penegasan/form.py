"""The answer to a question of the checks: that it is so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms

from kecamatan.permissions import Hak
from sakip.checks import Finding
from sakip.entry.form import RecordForm
from sakip.entry.kinds import RowKind, register
from sakip.entry.questions import open_questions
from sakip.models import Penegasan

KODE = "penegasan"
_GONE = (
    "Pertanyaan ini sudah tidak berlaku: nilainya berubah, atau sudah ditegaskan. Buka kembali halaman Nilai"
    " yang perlu dipastikan."
)


_WHY = "Tulis alasannya bila perlu, misalnya mengapa nilainya melonjak."


class PenegasanForm(RecordForm):
    """ "Memang benar", with the reason where somebody wants to give it."""

    error_fields: ClassVar[dict[str, str]] = {"isi": "tanda", "pemeriksaan": "tanda"}

    class Meta(RecordForm.Meta):
        model = Penegasan
        fields = ("tanda", "alasan")
        widgets: ClassVar = {"tanda": forms.HiddenInput}

    def prepare(self) -> None:
        """Which question it answers is no entry."""
        self.fields["tanda"].widget = forms.HiddenInput()
        self._asked(str(self.data.get("tanda", "")) if self.is_bound else "")

    def own_words(self, text: str) -> str:
        """As it stands: a question names what people typed."""
        return text

    def fill_from(self, choices: Mapping[str, str]) -> None:
        """The question that the page before named."""
        super().fill_from(choices)
        self._asked(choices.get("tanda", ""))

    def clean(self) -> dict[str, Any] | None:
        """Only what is asked now can be answered."""
        super().clean()
        if self.instance.pk is None and self.question is None:
            self.add_error(None, _GONE)
        return self.cleaned_data

    def _asked(self, mark: str) -> None:
        """Find the question of that mark, and show it beside the reason."""
        self.question: Finding | None = None
        if self.instance.pk is None and mark:
            found = open_questions(self.scope.kecamatan, self.scope.tahun)
            self.question = next((f for f in found if f.mark == mark), None)
        if self.question is not None:
            self.instance.pemeriksaan, self.instance.isi = self.question.code, str(self.question)
        self.fields["alasan"].help_text = f"{self.instance.isi or _GONE} {_WHY}"


register(RowKind(KODE, PenegasanForm, KODE, "penegasan", repeated=False, hak=Hak.ISI))
