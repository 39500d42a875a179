"""The budget of a year: its rows, their amounts, what they bring, and which sasaran they support."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from sakip.entry.form import RecordForm
from sakip.entry.kinds import RowKind, below, register
from sakip.models import Anggaran, AnggaranLalu, Belanja, DukunganProgram, Keluaran, SumberDana
from sakip.querysets import of_year
from sakip.records.anggaran.models import AMOUNTS
from sakip.records.anggaran.totals import totals_in_words
from sakip.records.nomenklatur.form import NomenklaturChoice, NomenklaturForm
from sakip.records.reference_form import limit_to_renstra
from sakip.text.key_names import new_key


class AnggaranForm(NomenklaturForm):
    """A row of the budget: what it is for, and its amounts. An empty amount is not known, which is not zero."""

    kind_code = "anggaran"

    class Meta(RecordForm.Meta):
        model = Anggaran
        fields = ("unit", *AMOUNTS, "rinci", "keterangan")
        help_texts: ClassVar = {
            "unit": "Hanya bila sub kegiatan ini dibagi: satu baris setiap kelurahan atau unit.",
            "rinci": "Hilangkan centang untuk sisa anggaran yang tidak dirinci dokumen; programnya boleh kosong.",
        }

    def prepare(self) -> None:
        """A remainder may stand without a program."""
        super().prepare()
        self.fields["nomenklatur"].required = False

    def from_node(self, node: Any) -> dict[str, Any]:
        """Nothing: indikator and satuan belong to its keluaran."""
        return {}

    def clean(self) -> dict[str, Any] | None:
        """A row that the document names has a program."""
        super().clean()
        content = self.cleaned_data
        if content.get("rinci") and not content.get("nomenklatur") and "nomenklatur" not in self.errors:
            self.add_error("nomenklatur", "Pilih program, kegiatan, atau sub kegiatan.")
        return content

    def _post_clean(self) -> None:
        if not self.cleaned_data.get("nomenklatur"):
            for nama in ("program_id", "kegiatan_id", "sub_kegiatan_id"):
                setattr(self.instance, nama, None)
        super()._post_clean()


class TotalForm(RecordForm):
    """The amounts of a stored row, beside others in one table. Only they are judged: nothing else is typed here."""

    only_read: ClassVar[tuple[str, ...]] = ("program", "kegiatan", "sub_kegiatan")

    class Meta(RecordForm.Meta):
        model = Anggaran
        fields = AMOUNTS

    def prepare(self) -> None:
        """Name each cell for who cannot see the row it stands in."""
        for nama in AMOUNTS:
            self.fields[nama].widget.attrs["aria-label"] = f"{self.fields[nama].label}, {self.instance}"

    def _get_validation_exclusions(self) -> set[str]:
        return super()._get_validation_exclusions() | {
            k.name for k in Anggaran._meta.concrete_fields if k.name not in AMOUNTS
        }


class KeluaranForm(RecordForm):
    """Output or outcome of a budget row: target and realisasi."""

    class Meta(RecordForm.Meta):
        model = Keluaran
        fields = (
            *("jenis", "uraian", "satuan", "target", "target_cetak"),
            *("realisasi", "realisasi_cetak", "keterangan"),
        )
        help_texts: ClassVar = dict.fromkeys(
            ("target_cetak", "realisasi_cetak"), "Bila dokumen menuliskannya dengan kata-kata."
        )

    def prepare(self) -> None:
        """The state of the realisasi follows from what was entered; only its absence is said."""
        row = self.instance
        self.fields["tidak_tersedia"] = forms.BooleanField(
            required=False,
            label="realisasi tidak tersedia",
            help_text="Bila realisasinya memang tidak ada; tulis alasannya pada Keterangan.",
        )
        self.fields["keterangan"] = self.fields.pop("keterangan")
        self.initial["tidak_tersedia"] = row.keadaan == Keluaran.Keadaan.TIDAK_TERSEDIA

    @classmethod
    def printed_field(cls, nama: str) -> str:
        """That of target and of realisasi."""
        return f"{nama}_cetak" if nama in ("target", "realisasi") else super().printed_field(nama)

    def clean(self) -> dict[str, Any] | None:
        """Say in which state the realisasi is."""
        super().clean()
        content = self.cleaned_data
        present = content.get("realisasi") is not None or bool(content.get("realisasi_cetak"))
        if present and content.get("tidak_tersedia"):
            self.add_error("tidak_tersedia", "Kosongkan realisasi, atau hilangkan centang ini.")
        state = Keluaran.Keadaan
        self.instance.keadaan = (
            state.TERISI
            if present
            else state.TIDAK_TERSEDIA
            if content.get("tidak_tersedia")
            else state.BELUM_DIISI
        )
        return content


class SumberDanaForm(RecordForm):
    """Where a part of a row's money comes from."""

    class Meta(RecordForm.Meta):
        model = SumberDana
        fields = ("sumber", "pagu", "realisasi")
        help_texts: ClassVar = {"sumber": "Misalnya PAD, DAU, DAU tambahan, DBHCHT."}


class BelanjaForm(RecordForm):
    """A row of the belanja composition; its kode is made of its first name and stays."""

    error_fields: ClassVar[dict[str, str]] = {"kode": "nama"}

    class Meta(RecordForm.Meta):
        model = Belanja
        fields = ("nama", "induk", "pagu", "realisasi", "di_luar_program")
        help_texts: ClassVar = {
            "induk": "Misalnya Belanja Operasi untuk Belanja Pegawai.",
            "di_luar_program": "Centang bila pagu program pada tabel anggaran tidak memuatnya, misalnya belanja modal.",
        }

    def prepare(self) -> None:
        """A row is part of a group of the same year, and a group of no other."""
        everything = of_year(Belanja, self.scope.kecamatan, self.scope.tahun)
        self._kode = set(everything.values_list("kode", flat=True))
        self.limit("induk", everything.filter(induk=None).exclude(pk=self.instance.pk))

    def clean(self) -> dict[str, Any] | None:
        """Name the new row."""
        super().clean()
        if not self.instance.kode and self.cleaned_data.get("nama"):
            # The column holds forty characters.
            self.instance.kode = new_key(self.cleaned_data["nama"][:36], self._kode, default="belanja")
        return self.cleaned_data


class AnggaranLaluForm(RecordForm):
    """Totals of an earlier year whose rows are not recorded here."""

    across_years: ClassVar[bool] = True

    class Meta(RecordForm.Meta):
        model = AnggaranLalu
        fields = ("tahun", "pagu", "realisasi", "sumber")

    def prepare(self) -> None:
        """A new one begins with last year."""
        if self.instance.pk is None:
            self.initial["tahun"] = self.scope.tahun - 1

    def clean(self) -> dict[str, Any] | None:
        """A year before this one."""
        super().clean()
        tahun = self.cleaned_data.get("tahun")
        if tahun is not None and tahun >= self.scope.tahun:
            self.add_error("tahun", f"Isi tahun sebelum {self.scope.tahun}.")
        return self.cleaned_data


class DukunganForm(NomenklaturChoice):
    """A program that supports a sasaran."""

    nomenklatur_field = "program"

    class Meta(RecordForm.Meta):
        model = DukunganProgram
        fields = ("sasaran", "program")

    def prepare(self) -> None:
        """Sasaran of the Renstra by which the year is measured, programs of the year."""
        if limit_to_renstra(self, "sasaran", measured=True) is None:
            self.fields["sasaran"].help_text = f"Renstra yang berlaku tahun {self.scope.tahun} belum dicatat."
        self.limit_to_nomenklatur("program")


register(
    RowKind(
        "anggaran",
        AnggaranForm,
        "anggaran",
        "baris anggaran",
        siblings=("kecamatan", "tahun"),
        totals=totals_in_words,
    ),
    RowKind("keluaran", KeluaranForm, "anggaran", "keluaran atau hasil", **below("anggaran")),
    RowKind("sumber-dana", SumberDanaForm, "anggaran", "sumber dana", **below("anggaran")),
    RowKind("belanja", BelanjaForm, "anggaran", "baris belanja", siblings=("kecamatan", "tahun")),
    RowKind("anggaran-lalu", AnggaranLaluForm, "anggaran", "anggaran tahun lalu"),
    RowKind(
        "dukungan", DukunganForm, "anggaran", "dukungan program", siblings=("kecamatan", "tahun", "sasaran")
    ),
)
