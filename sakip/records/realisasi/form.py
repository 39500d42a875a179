"""A realisasi as one text, the way a cell of the grid holds it: "87,5", "45/50", "BB", "tidak tersedia: alasan"."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, ClassVar, Final, Self

from django import forms
from django.db.models import Model

from sakip.capaian.inputs import KeadaanNilai
from sakip.entry.fields import RECORDED, TextField, ValueField
from sakip.entry.form import Pen, RecordForm
from sakip.entry.measured import NO_VALUE
from sakip.entry.number_kinds import Number
from sakip.entry.shown import Shown
from sakip.entry.target_form import PRINTED_HELP
from sakip.models import Indikator, Realisasi
from sakip.records.renstra.measure import takes_fraction

NILAI_COLUMNS: Final = tuple(NO_VALUE)
TIDAK_TERSEDIA: Final = KeadaanNilai.TIDAK_TERSEDIA.value
VALUE_OR_REASON: Final = "Isi nilai, atau isi alasan bila tidak tersedia."


def nilai_text(nilai: Mapping[str, Any]) -> str:
    """The columns of a recorded value → the text of its cell."""
    return RECORDED.text(nilai)


def reason_field() -> TextField:
    """Why there is no value, asked beside it."""
    return TextField(
        required=False,
        label="alasan tidak tersedia",
        help_text="Hanya bila nilainya memang tidak ada.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )


def nilai_hint(indikator: Indikator) -> str:
    """How the value of this indikator is written."""
    if indikator.jenis_nilai == Indikator.JenisNilai.HURUF and indikator.skala is not None:
        return f"Huruf ({', '.join(k.kode for k in indikator.skala.kategori.all())}) atau nilainya."
    if takes_fraction(indikator):
        return "Angka, atau pembilang/penyebut, misalnya 45/50."
    return "Angka, misalnya 87,5."


class RealisasiForm(RecordForm):
    """A cell of the grid: one text. A printed form that belonged to another value goes with that value."""

    shown_columns: ClassVar[tuple[str, ...]] = ("nilai", "cetak")
    stored_as_shown: ClassVar[bool] = True
    only_read: ClassVar[tuple[str, ...]] = ("indikator",)

    class Meta(RecordForm.Meta):
        model = Realisasi
        fields: tuple[str, ...] = ("cetak",)

    def prepare(self) -> None:
        """The text comes first; the printed form follows from it."""
        self.fields = {"nilai": ValueField(RECORDED, label="nilai"), **self.fields}
        if self.instance.pk is not None:
            self.initial["nilai"] = nilai_columns(self.instance)
        # What is stored, before validation writes into the row.
        self._original = (
            realisasi_shown(self.instance, self.shown_columns) if self.instance.pk is not None else {}
        )

    @property
    def indikator(self) -> Indikator:
        """What is measured."""
        return self.instance.indikator

    def shown_values(self) -> Shown:
        """The stored text and its printed form."""
        return dict(self._original)

    def shown_of_fields(self) -> Shown:
        """What they would be after saving."""
        nilai = self.cleaned_data.get("nilai")
        entries = {nama: str(self.cleaned_data.get(nama) or "").strip() for nama in self.shown_columns}
        return entries | {"nilai": nilai_text(nilai) if nilai else ""}

    def clean_cetak(self) -> str:
        """The printed form: the old one for as long as the value stays."""
        nilai = self.cleaned_data.get("nilai")
        unchanged = nilai is not None and nilai_text(nilai) == self._original.get("nilai")
        return self._original.get("cetak", "") if unchanged else ""

    def _get_validation_exclusions(self) -> set[str]:
        """Nothing is asked of the model again: the text was judged, and the database refuses what breaks a rule.

        Django would put each rule to the database as a question of its own, and others wait for the lock meanwhile.
        """
        return {column.name for column in self.instance._meta.concrete_fields}

    def fill_instance(self) -> None:
        """The columns of the value as well; one that was not changed is not read anew."""
        super().fill_instance()
        nilai = self.cleaned_data.get("nilai")
        if nilai and self.instance.pk is not None and nilai == nilai_columns(self.instance):
            nilai = nilai_columns(self.instance)
        for column, content in (nilai or {}).items():
            setattr(self.instance, column, content)

    def store(self, pen: Pen) -> None:
        """The row, which then tells what printed form it had for another value."""
        super().store(pen)
        old = self._original.get("cetak", "")
        self.instance.cetak_lama = old if self.instance.cetak != old else ""

    def settled(self, columns: set[str]) -> None:
        """The letter that a label named."""
        super().settled(columns)
        if columns & set(NILAI_COLUMNS) and self.cleaned_data.get("nilai"):
            self.cleaned_data["nilai"] = nilai_columns(self.instance)


class DetailedRealisasiForm(RealisasiForm):
    """The same value with everything around it, on a page of its own: pembilang and penyebut in two fields, the
    reason why there is none, the printed form, notes and source."""

    shown_columns: ClassVar[tuple[str, ...]] = ("nilai", "cetak", "catatan", "sumber")

    class Meta(RealisasiForm.Meta):
        fields = ("cetak", "catatan", "sumber")

    def prepare(self) -> None:
        """One way to enter the value is shown as filled: the one it was entered in."""
        super().prepare()
        self.use_required_attribute = False
        others = {nama: self.fields.pop(nama) for nama in ("cetak", "catatan", "sumber")}
        self.fields["nilai"].help_text = nilai_hint(self.indikator)
        if takes_fraction(self.indikator):
            self.fields["nilai"].help_text = "Angka, bila pembilang dan penyebutnya tidak diketahui."
            for nama in ("pembilang", "penyebut"):  # of an indikator tujuan nobody says what they count
                word = getattr(self.indikator, nama, "")
                self.fields[nama] = ValueField(Number(), required=False, label=nama, help_text=word)
        self.fields["alasan"] = reason_field()
        self.fields |= others
        self.fields["cetak"].help_text = PRINTED_HELP
        nilai = self.initial.get("nilai")
        if nilai and nilai["keadaan"] == TIDAK_TERSEDIA:
            self.initial.update(nilai=None, alasan=nilai["alasan"])
        elif nilai and nilai["pembilang"] is not None and "pembilang" in self.fields:
            self.initial.update(nilai=None, pembilang=nilai["pembilang"], penyebut=nilai["penyebut"])

    def on_top_of(self, stored: Model, names: Collection[str]) -> Self:
        """As every form; the fields into which one value is typed go together."""
        parts = {"pembilang", "penyebut", "alasan"} & self.fields.keys() if "nilai" in names else ()
        return super().on_top_of(stored, {*names, *parts})

    def _clean_fields(self) -> None:
        """The value may be empty where another field says it; its label still does not call it optional."""
        self.fields["nilai"].required = False
        super()._clean_fields()  # type: ignore[misc]

    def clean_cetak(self) -> str:
        """As typed."""
        return str(self.cleaned_data.get("cetak") or "").strip()

    def clean(self) -> dict[str, Any] | None:
        """Exactly one of the three ways says what the value is."""
        entries = self.cleaned_data
        if self.errors:
            return entries
        pecahan = [entries.get(nama) for nama in ("pembilang", "penyebut")]
        present = [
            entries.get("nilai") is not None,
            any(p is not None for p in pecahan),
            bool(entries.get("alasan")),
        ]
        if sum(present) != 1:
            self.add_error(
                "nilai",
                "Isi nilainya dengan satu cara saja, atau isi alasan bila tidak tersedia."
                if sum(present)
                else VALUE_OR_REASON,
            )
        elif present[1]:
            self._from_pecahan(pecahan)
        elif present[2]:
            entries["nilai"] = NO_VALUE | {"keadaan": TIDAK_TERSEDIA, "alasan": entries["alasan"].strip()}
        return entries

    def _from_pecahan(self, pecahan: list[Any]) -> None:
        for nama, angka in zip(("pembilang", "penyebut"), pecahan, strict=True):
            if angka is None:
                self.add_error(nama, f"Isi {nama}.")
                return
        above, below = pecahan
        self.cleaned_data["nilai"] = NO_VALUE | {"pembilang": above, "penyebut": below}


def say_dropped(row: Realisasi | None) -> str:
    """What went with a value that was typed over or emptied, though its cell does not show it; empty where nothing."""
    if row is not None and not row.pk:
        beside = {"catatan": row.catatan, "sumber data": row.sumber, "bentuk tercetak": row.cetak}
        gone = " dan ".join(word for word, text in beside.items() if text)
        return f"Ikut terhapus: {gone}. Pulihkan dari riwayatnya bila masih diperlukan." if gone else ""
    if row is None or not row.cetak_lama:
        return ""
    became = f'diganti "{row.cetak}"' if row.cetak else "dihapus"
    return f'Bentuk tercetak "{row.cetak_lama}" {became} karena nilainya berubah.'


def nilai_columns(row: Realisasi) -> dict[str, Any]:
    """The columns of a stored value."""
    return {nama: getattr(row, nama) for nama in NILAI_COLUMNS}


def realisasi_shown(row: Realisasi, visible: tuple[str, ...] = RealisasiForm.shown_columns) -> Shown:
    """The picture of a stored value; the form's own, without the cost of a form for each of three hundred cells."""
    return {
        nama: nilai_text(nilai_columns(row)) if nama == "nilai" else getattr(row, nama).strip()
        for nama in visible
    }
