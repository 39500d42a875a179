"""The arrangement of the LKIP of a kabupaten, written by Bagian Organisasi."""

from __future__ import annotations

from typing import ClassVar

from django import forms

from kecamatan.permissions import Hak
from reports.lkip.arrangement import EVERY, InvalidArrangement, read_lines, write_lines
from reports.models import SusunanLaporan
from sakip.entry.form import RecordForm
from sakip.entry.kinds import RowKind, register


class SusunanForm(RecordForm):
    """Which parts in which order, how they are numbered, and for which years."""

    yearly = False

    class Meta(RecordForm.Meta):
        model = SusunanLaporan
        fields = ("penomoran", "bagian", "tahun_awal", "tahun_akhir")
        help_texts: ClassVar = {"tahun_akhir": "Kosongkan selama dipakai."}

    def prepare(self) -> None:
        """The list is typed as the names of parts; a new one begins with every part and with this year."""
        demanded = ", ".join(one.name for one in EVERY if one.demanded)
        keys = self.instance.bagian.split() if self.instance.pk else [one.key for one in EVERY]
        self.fields["bagian"] = forms.CharField(
            label="bagian BAB I dan BAB II",
            widget=forms.Textarea(attrs={"rows": len(EVERY) + 1}),
            help_text="Satu bagian tiap baris, menurut urutan cetaknya dalam babnya. Hapus baris bagian yang tidak"
            f" dicetak. Diminta peraturan dan tidak boleh dihilangkan: {demanded}.",
            error_messages={"required": "Tulis bagian yang dicetak, satu tiap baris."},
        )
        self.initial["bagian"] = write_lines(keys)
        if self.instance.pk is None:
            self.initial["tahun_awal"] = self.scope.tahun

    def clean_bagian(self) -> str:
        """The keys of the parts, a line each."""
        try:
            return "\n".join(read_lines(self.cleaned_data["bagian"]))
        except InvalidArrangement as error:
            raise forms.ValidationError(str(error)) from error


register(RowKind("susunan-laporan", SusunanForm, "susunan-laporan", "susunan laporan", hak=Hak.ATUR))
