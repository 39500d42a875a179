"""What areas and offices are called in a kabupaten: kept by Bagian Organisasi, printed in every document."""

from __future__ import annotations

from typing import Any, ClassVar

from kecamatan.models import Kabupaten, Kecamatan
from kecamatan.permissions import Hak
from sakip.entry.columns import text_of
from sakip.entry.fields import TextField
from sakip.entry.form import Pen, RecordForm
from sakip.entry.kinds import RowKind, register

#: Fields of the form by the column of every kecamatan that they fill.
_OF_KECAMATAN = {"sebutan": "sebutan_kecamatan", "sebutan_camat": "sebutan_camat"}


class SebutanForm(RecordForm):
    """The sebutan of the kabupaten, its kepala daerah and its areas; those of the kecamatan hold for all of them."""

    yearly = False

    class Meta(RecordForm.Meta):
        model = Kabupaten
        fields = ("sebutan", "sebutan_kepala_daerah", "sebutan_desa", "sebutan_kelurahan")
        help_texts: ClassVar = {
            "sebutan": "Kabupaten atau Kota.",
            "sebutan_kepala_daerah": "Bupati atau Wali Kota.",
        }

    def prepare(self) -> None:
        """The kecamatan come between the kabupaten and its desa."""
        stored = Kecamatan.objects.filter(kabupaten=self.instance).order_by("kode").first() or Kecamatan()
        of_kecamatan: dict[str, Any] = {}
        for column, name in _OF_KECAMATAN.items():
            field: Any = Kecamatan._meta.get_field(column)
            of_kecamatan[name] = TextField(
                text_of(field), label=str(field.verbose_name), help_text=field.help_text
            )
            self.initial[name] = getattr(stored, column)
        start = ("sebutan", "sebutan_kepala_daerah")
        first = {name: self.fields[name] for name in start}
        self.fields = first | of_kecamatan | {n: f for n, f in self.fields.items() if n not in start}

    def own_words(self, text: str) -> str:
        """As it stands: these words are what the form is about."""
        return text

    def store(self, pen: Pen) -> None:
        """The kabupaten, and its kecamatan where they are called otherwise."""
        super().store(pen)
        wanted = {column: self.cleaned_data[name] for column, name in _OF_KECAMATAN.items()}
        for kecamatan in Kecamatan.objects.filter(kabupaten=self.instance).exclude(**wanted):
            for column, words in wanted.items():
                setattr(kecamatan, column, words)
            pen.put(kecamatan)


register(
    RowKind("sebutan-wilayah", SebutanForm, "pengaturan", "sebutan wilayah", hak=Hak.ATUR, unchanged=True),
)
