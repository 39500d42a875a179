"""Perjanjian Kinerja: its head, its rows of indikator, its programs."""

from __future__ import annotations

from typing import Any, ClassVar

from kecamatan.models import MasaJabatan
from sakip.entry.form import RecordForm
from sakip.entry.kinds import RowKind, below, register
from sakip.entry.target_form import TargetForm
from sakip.models import AnggaranPK, BarisPK, Indikator, PerjanjianKinerja
from sakip.records.nomenklatur.form import NomenklaturChoice
from sakip.records.pejabat.signed_form import SignedForm
from sakip.records.reference_form import ReferringTargetForm, limit_to_renstra


class PKForm(SignedForm):
    """Place, date, parties, and for a perubahan its reason."""

    kind_code = "pk"
    signers: ClassVar = {
        "pihak_pertama": MasaJabatan.Jabatan.CAMAT,
        "pihak_kedua": MasaJabatan.Jabatan.BUPATI,
    }

    class Meta(RecordForm.Meta):
        model = PerjanjianKinerja
        fields = ("alasan", "tempat", "tanggal", "tanggal_cetak", "pihak_pertama", "pihak_kedua", "sumber")
        help_texts: ClassVar = {
            "tanggal_cetak": "Bila harinya tidak diketahui, misalnya Januari 2026.",
            "sumber": "Asal catatan ini, misalnya naskah yang ditandatangani.",
        }

    def prepare(self) -> None:
        """The reason belongs to a perubahan."""
        super().prepare()
        if not self.instance.versi:
            del self.fields["alasan"]
        elif self.instance.pk is None:  # some that were imported have none
            self.fields["alasan"].required = True


class BarisPKForm(ReferringTargetForm):
    """A row of the table: sasaran, indikator, target; what is left empty is taken over from the Renstra."""

    class Meta(RecordForm.Meta):
        model = BarisPK
        fields = ("acuan_indikator", "sasaran", "indikator", "satuan", "acuan_sasaran", "cetak")
        help_texts: ClassVar = {"acuan_sasaran": "Hanya bila indikatornya tidak ada dalam Renstra."}

    def prepare(self) -> None:
        """The sasaran of the Renstra is asked only where no indikator of it is chosen."""
        super().prepare()
        limit_to_renstra(self, "acuan_sasaran")
        if self.fields["sasaran"].required:
            return
        # An empty target is the Renstra's of the year; only where there is none it has to be typed.
        self.fields["target"].required = False
        self.fields["target"].help_text += " Bila dikosongkan, diisi target Renstra tahun ini."

    def clean(self) -> dict[str, Any] | None:
        """A PK without a target promises nothing."""
        super().clean()
        if "target" not in self.errors and self.cleaned_data.get("target") is None:
            self.add_error("target", "Isi target.")
        return self.cleaned_data

    def copy_reference(self, reference: Indikator) -> None:
        """Take over the sasaran of a newly chosen indikator as well."""
        super().copy_reference(reference)
        if self.instance.pk is None or self.initial.get("acuan_indikator") != reference.pk:
            self.cleaned_data["acuan_sasaran"] = self.cleaned_data.get("acuan_sasaran") or reference.sasaran


class AnggaranPKForm(NomenklaturChoice):
    """A program of the PK with its amount; its name is the nomenklatur's where it was left empty."""

    nomenklatur_field = "program"

    class Meta(RecordForm.Meta):
        model = AnggaranPK
        fields = ("program", "nama", "anggaran", "sumber_dana")
        help_texts: ClassVar = {"program": "Bila nama di bawah dikosongkan, dipakai nama program ini."}

    def prepare(self) -> None:
        """Programs of the year's nomenklatur, and the one chosen before."""
        self.limit_to_nomenklatur("program")
        self.fields["nama"].required = False

    def clean(self) -> dict[str, Any] | None:
        """Take over the name."""
        super().clean()
        program = self.cleaned_data.get("program")
        if program is not None and not self.cleaned_data.get("nama"):
            self.cleaned_data["nama"] = program.nama
        return self.cleaned_data


class TargetPKForm(TargetForm):
    """The target of a stored row, in one table with others: nothing is chosen, so nothing is read to choose from."""

    class Meta(RecordForm.Meta):
        model = BarisPK
        fields = ("cetak",)


class AmountPKForm(RecordForm):
    """The amount of a stored program, likewise."""

    class Meta(RecordForm.Meta):
        model = AnggaranPK
        fields = ("anggaran",)


register(
    RowKind("pk", PKForm, "pk", "Perjanjian Kinerja", repeated=False),
    RowKind("baris-pk", BarisPKForm, "pk", "baris Perjanjian Kinerja", **below("perjanjian")),
    RowKind("anggaran-pk", AnggaranPKForm, "pk", "program Perjanjian Kinerja", **below("perjanjian")),
)
