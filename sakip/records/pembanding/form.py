"""Values of the kabupaten, the provinsi and the nation beside an indikator."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from sakip.entry.fields import RECORDED, ValueField
from sakip.entry.form import RecordForm
from sakip.entry.kinds import RowKind, register
from sakip.entry.measured import NO_VALUE
from sakip.entry.target_form import PRINTED_HELP
from sakip.models import PembandingIndikator
from sakip.records.realisasi.form import (
    NILAI_COLUMNS,
    TIDAK_TERSEDIA,
    VALUE_OR_REASON,
    nilai_columns,
    nilai_hint,
    reason_field,
)


class PembandingForm(RecordForm):
    """The value as one text, or the reason why there is none; its year and source."""

    error_fields: ClassVar[dict[str, str]] = dict.fromkeys(NILAI_COLUMNS, "nilai")
    only_read: ClassVar[tuple[str, ...]] = ("indikator",)

    class Meta(RecordForm.Meta):
        model = PembandingIndikator
        fields = ("lingkup", "cetak", "tahun_nilai", "sumber")

    def prepare(self) -> None:
        """The value after its area; a new one is of the year of the page."""
        others = {nama: self.fields.pop(nama) for nama in ("cetak", "tahun_nilai", "sumber")}
        indikator = self.instance.indikator
        self.fields["nilai"] = ValueField(
            RECORDED, required=False, label="nilai", help_text=nilai_hint(indikator)
        )
        self.fields["alasan"] = reason_field()
        self.fields |= others
        self.fields["cetak"].help_text = PRINTED_HELP
        if self.instance.pk is None:
            self.initial["tahun_nilai"] = self.scope.tahun
            return
        nilai = nilai_columns(self.instance)
        present = nilai["keadaan"] != TIDAK_TERSEDIA
        self.initial.update(nilai=nilai if present else None, alasan=nilai["alasan"])

    def clean(self) -> dict[str, Any] | None:
        """Either a value or a reason."""
        super().clean()
        content: dict[str, Any] = self.cleaned_data
        if "nilai" in self.errors:
            return content
        nilai, alasan = content.get("nilai"), (content.get("alasan") or "").strip()
        if nilai is not None and nilai["keadaan"] == TIDAK_TERSEDIA and not alasan:
            alasan = nilai["alasan"]
            nilai = None
            content |= {"nilai": None, "alasan": alasan}
        if (nilai is None) == (not alasan):
            self.add_error(
                "nilai",
                "Kosongkan nilai, atau kosongkan alasan tidak tersedia." if alasan else VALUE_OR_REASON,
            )
            return content
        column = nilai or NO_VALUE | {"keadaan": TIDAK_TERSEDIA, "alasan": alasan}
        for nama in NILAI_COLUMNS:
            setattr(self.instance, nama, column[nama])
        return content


class PembandingCellForm(PembandingForm):
    """The same in a table, in which the reason stands in the place of the value ("tidak tersedia: …")."""

    def prepare(self) -> None:
        """Without a field for the reason."""
        super().prepare()
        del self.fields["alasan"]
        self.fields["nilai"].widget = forms.Textarea(attrs={"rows": 2})
        if self.instance.pk is not None:
            self.initial["nilai"] = nilai_columns(self.instance)

    @classmethod
    def stored_value(cls, row: Any, nama: str) -> Any:
        """The value of its columns."""
        return nilai_columns(row) if nama == "nilai" else super().stored_value(row, nama)

    @classmethod
    def printed_field(cls, nama: str) -> str:
        """That of the value."""
        return "cetak" if nama == "nilai" else super().printed_field(nama)


register(RowKind("pembanding", PembandingForm, "pembanding", "pembanding", parent="indikator"))
