"""What rows of several documents choose from: indikator and sasaran of the Renstra, units, signing officials."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.db.models import Q

from kecamatan.models import Kecamatan, MasaJabatan, UnitKerja
from sakip import models as m
from sakip.entry.form import RecordForm
from sakip.entry.target_form import TargetForm, target_columns
from sakip.records.pejabat.signed_form import SignedForm
from sakip.records.renstra.in_force import plan_of_year


class UnitField(forms.MultipleChoiceField):
    """Units of the kecamatan by kunci; those chosen before keep their order."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.CheckboxSelectMultiple)
        super().__init__(**kwargs)
        self.original: list[str] = []

    def clean(self, value: Any) -> list[str]:
        """The chosen kunci."""
        choices = set(super().clean(value))
        everything: Any = self.choices
        order = [*self.original, *(str(kode) for kode, _ in everything if kode not in self.original)]
        return [kode for kode in order if kode in choices]


class UnitBoundForm(RecordForm):
    """A form of a row with ``penanggung_jawab``, a list of kunci of units."""

    def prepare(self) -> None:
        """Offer the units of the kecamatan; one that exists no more stays until it is taken away."""
        super().prepare()
        unit = unit_names(self.scope.kecamatan)
        original = list(self.instance.penanggung_jawab or ())
        entry = UnitField(
            label="penanggung jawab",
            required=False,
            help_text=""
            if unit
            else "Unit kerja kecamatan ini belum dicatat. Isi dahulu pada Profil dan SDM.",
            choices=[
                *unit.items(),
                *((key, f"{key} (unit ini tidak ada lagi)") for key in original if key not in unit),
            ],
        )
        entry.original = original
        self.fields["penanggung_jawab"] = entry
        self.initial["penanggung_jawab"] = original


class MarkedForm(SignedForm):
    """The head of a document of a year: place, date, and the camat who signs."""

    error_fields: ClassVar[dict[str, str]] = {"tahun": "tempat"}
    signers: ClassVar = {"penandatangan": MasaJabatan.Jabatan.CAMAT}

    class Meta(RecordForm.Meta):
        fields: tuple[str, ...] = ("tempat", "tanggal", "tanggal_cetak", "penandatangan")
        help_texts: ClassVar = {"tanggal_cetak": "Bila harinya tidak diketahui, misalnya Januari 2026."}


class ReferringForm(RecordForm):
    """A form of a row that prints an indikator of the Renstra: what is left empty is taken over from there."""

    def prepare(self) -> None:
        """Offer the indikator of the Renstra in force, and the one chosen before."""
        super().prepare()
        in_force = limit_to_renstra(self, "acuan_indikator")
        if in_force is None:
            self.fields[
                "acuan_indikator"
            ].help_text = f"Renstra yang berlaku tahun {self.scope.tahun} belum dicatat."
            return
        if self.instance.pk is not None:
            return
        self.fields[
            "acuan_indikator"
        ].help_text = "Yang dikosongkan di bawah disalin dari indikator yang dipilih."
        for nama in ("sasaran", "indikator"):
            self.fields[nama].required = False

    def clean(self) -> dict[str, Any] | None:
        """Take over from an indikator just chosen what was left empty; a stored row may well say less than it."""
        super().clean()
        reference: m.Indikator | None = self.cleaned_data.get("acuan_indikator")
        if reference is not None and (
            self.instance.pk is None or reference.pk != self.initial.get("acuan_indikator")
        ):
            self.copy_reference(reference)
        return self.cleaned_data

    def copy_reference(self, reference: m.Indikator) -> None:
        """Fill what is empty from the indikator."""
        content = {
            "sasaran": reference.sasaran.uraian,
            "indikator": reference.nama,
            "satuan": reference.satuan,
        }
        for nama, nilai in content.items():
            if nama not in self.errors and not self.cleaned_data.get(nama):
                self.cleaned_data[nama] = nilai


class ReferringTargetForm(ReferringForm, TargetForm):
    """The same for a row with a target: an empty one is the Renstra's of the year."""

    def copy_reference(self, reference: m.Indikator) -> None:
        """Take over the target of the year as well."""
        super().copy_reference(reference)
        if self.cleaned_data.get("target") is not None or "target" in self.errors:
            return
        target = reference.target.filter(tahun=self.scope.tahun).first()
        if target is not None:
            self.cleaned_data["target"] = target_columns(target)
            self.cleaned_data["cetak"] = self.cleaned_data.get("cetak") or target.cetak


def limit_to_renstra(form: RecordForm, nama: str, *, measured: bool = False) -> m.Renstra | None:
    """Offer the indikator, indikator tujuan or sasaran of the Renstra in force in the year, or of that by which it is
    ``measured``, and the row's own; returns that Renstra."""
    plan = plan_of_year(form.scope.kecamatan, form.scope.tahun)
    in_force = plan.measured if measured else plan.in_force
    model: Any = form.instance._meta.get_field(nama).related_model
    own = Q(pk=getattr(form.instance, f"{nama}_id"))
    # None would fit every row without a Renstra; there is none
    of_plan = Q(**{"tujuan__renstra" if model is m.IndikatorTujuan else "renstra": in_force})
    row = model.objects.for_kecamatan(form.scope.kecamatan).filter(of_plan | own if in_force else own)
    if model is m.Indikator:
        row = row.select_related("sasaran").order_by("sasaran__tujuan__urut", "sasaran__urut", "urut", "pk")
    else:
        row = row.order_by("tujuan__urut", "urut", "pk")
    form.limit(nama, row)
    return in_force


def unit_names(kecamatan: Kecamatan) -> dict[str, str]:
    """Names of the kecamatan's units by kunci (1 query)."""
    return dict(
        UnitKerja.objects.for_kecamatan(kecamatan).order_by("urut", "pk").values_list("kunci", "nama")
    )
