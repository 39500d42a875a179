"""A text from which the narrative of every kecamatan starts, written by Bagian Organisasi."""

from __future__ import annotations

from typing import Any, ClassVar

from kecamatan.permissions import Hak
from reports.forms.narasi import NarrativeField
from reports.models import TeksBaku
from reports.writing.boilerplate import NAMES
from reports.writing.text import GUIDE
from sakip.entry.form import RecordForm
from sakip.entry.kinds import RowKind, register


class TeksBakuForm(RecordForm):
    """Which place, the text with its placeholders, and for which years."""

    yearly = False

    class Meta(RecordForm.Meta):
        model = TeksBaku
        fields = ("bagian", "isi", "tahun_awal", "tahun_akhir")
        help_texts: ClassVar = {"tahun_akhir": "Kosongkan selama dipakai."}

    def prepare(self) -> None:
        """The text box says which placeholders there are; a new text begins with this year."""
        names = ", ".join(f"{{{name}}}" for name in NAMES)
        text = NarrativeField(
            label="teks",
            help_text=f"Diganti nama dan tahun setiap kecamatan: {names}. Nilai yang mengikuti tabel ditulis seperti"
            f" dalam narasi, misalnya {{rata-rata}} atau {{serapan}}. {GUIDE}",
        )
        text.widget.attrs |= {"rows": 14, "spellcheck": "true"}
        self.fields = {name: text if name == "isi" else entry for name, entry in self.fields.items()}
        if self.instance.pk is None:
            self.initial["tahun_awal"] = self.scope.tahun

    def shown(self, nama: str, text: str) -> str:
        """The trail has the text as it was typed."""
        return text if nama == "isi" else super().shown(nama, text)

    def clean(self) -> dict[str, Any] | None:
        """A text has to say something."""
        super().clean()
        if "isi" not in self.errors and not self.cleaned_data.get("isi"):
            self.add_error("isi", "Tulis teksnya.")
        return self.cleaned_data


register(RowKind("teks-baku", TeksBakuForm, "teks-baku", "teks baku", hak=Hak.ATUR))
