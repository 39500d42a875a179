"""The arrangement of the LKIP of a kabupaten, written by Bagian Organisasi."""

from __future__ import annotations

from typing import Any, ClassVar, Final

from django import forms

from kecamatan.permissions import Hak
from reports.lkip.arrangement import COLUMNS, InvalidArrangement, parts_of, read_lines, write_lines
from reports.models import SusunanLaporan
from sakip.entry.form import RecordForm
from sakip.entry.kinds import RowKind, register

_LINES: Final = "Satu bagian tiap baris, menurut urutan cetaknya. Hapus baris bagian yang tidak dicetak."
_HELP: Final = {
    "bagian_bab3": f"{_LINES} Baris bertanda - adalah bagian di bawah Capaian Kinerja atau Realisasi Anggaran,"
    " berurutan di sana. Tujuh analisis setiap sasaran tetap menurut peraturan.",
    "bagian_bab4": f"{_LINES} Kata penutup dan tanda tangan camat mengikuti bagian terakhir.",
    "lampiran": "Satu dokumen tiap baris, menurut urutannya. Hapus baris dokumen yang tidak dilampirkan; rujukan"
    " kepadanya dalam BAB II ikut hilang.",
}


class SusunanForm(RecordForm):
    """Which parts in which order, how they are numbered, and for which years."""

    yearly = False

    class Meta(RecordForm.Meta):
        model = SusunanLaporan
        fields = ("penomoran", "penomoran_lampiran", *COLUMNS, "tahun_awal", "tahun_akhir")
        help_texts: ClassVar = {"tahun_akhir": "Kosongkan selama dipakai."}

    def prepare(self) -> None:
        """The lists are typed as the names of parts; one that is not written yet has every part, and a new arrangement
        begins with this year."""
        for column in COLUMNS:
            every = parts_of(column)
            demanded = "; ".join(one.name for one in every if one.demanded)
            wished = "; ".join(one.name for one in every if one.wished)
            more = f" Dapat ditambahkan: {wished}." if wished else ""
            name = self.fields[column].label
            self.fields[column] = forms.CharField(
                label=name,
                widget=forms.Textarea(attrs={"rows": len(every) + 1}),
                help_text=f"{_HELP.get(column, _LINES)} Diminta peraturan dan tidak boleh dihilangkan: {demanded}."
                + more,
                error_messages={"required": f"Tulis {name} yang dicetak, satu tiap baris."},
            )
            keys = getattr(self.instance, column).split() or [one.key for one in every if not one.wished]
            self.initial[column] = write_lines(keys)
        if self.instance.pk is None:
            self.initial["tahun_awal"] = self.scope.tahun

    def clean(self) -> dict[str, Any] | None:
        """The keys of the parts, a line each."""
        super().clean()
        for column in COLUMNS:
            if column in self.cleaned_data:
                try:
                    self.cleaned_data[column] = "\n".join(read_lines(self.cleaned_data[column], column))
                except InvalidArrangement as error:
                    self.add_error(column, str(error))
        return self.cleaned_data


register(RowKind("susunan-laporan", SusunanForm, "susunan-laporan", "susunan laporan", hak=Hak.ATUR))
