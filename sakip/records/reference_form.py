"""What rows of several documents choose from: indikator and sasaran of the Renstra, units, signing officials."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.db.models import Q

from kecamatan.models import Kecamatan, MasaJabatan, UnitKerja
from sakip import models as m
from sakip.entry.form import RecordForm, TargetForm, kolom_target
from sakip.selectors import renstra_berlaku

CAMAT = (MasaJabatan.Jabatan.CAMAT, MasaJabatan.Jabatan.PLT_CAMAT)


class UnitField(forms.MultipleChoiceField):
    """Units of the kecamatan by kunci; those chosen before keep their order."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.CheckboxSelectMultiple)
        super().__init__(**kwargs)
        self.semula: list[str] = []

    def clean(self, value: Any) -> list[str]:
        """The chosen kunci."""
        pilihan = set(super().clean(value))
        semua: Any = self.choices
        urut = [*self.semula, *(str(kode) for kode, _ in semua if kode not in self.semula)]
        return [kode for kode in urut if kode in pilihan]


class UnitBoundForm(RecordForm):
    """A form of a row with ``penanggung_jawab``, a list of kunci of units."""

    def prepare(self) -> None:
        """Offer the units of the kecamatan; one that exists no more stays until it is taken away."""
        super().prepare()
        unit = unit_names(self.lingkup.kecamatan)
        semula = list(self.instance.penanggung_jawab or ())
        isian = UnitField(
            label="penanggung jawab",
            required=False,
            help_text=""
            if unit
            else "Unit kerja kecamatan ini belum dicatat. Isi dahulu pada Profil dan SDM.",
            choices=[
                *unit.items(),
                *((kunci, f"{kunci} (unit ini tidak ada lagi)") for kunci in semula if kunci not in unit),
            ],
        )
        isian.semula = semula
        self.fields["penanggung_jawab"] = isian
        self.initial["penanggung_jawab"] = semula


class MarkedForm(RecordForm):
    """The head of a document of a year: place, date, and who signs."""

    letak_galat: ClassVar[dict[str, str]] = {"satu_tanggal": "tanggal_cetak", "tahun": "tempat"}

    class Meta(RecordForm.Meta):
        fields: tuple[str, ...] = ("tempat", "tanggal", "tanggal_cetak", "penandatangan")
        help_texts: ClassVar = {"tanggal_cetak": "Bila harinya tidak diketahui, misalnya Januari 2026."}

    def prepare(self) -> None:
        """The camat signs, or who acts for them."""
        super().prepare()
        masa = MasaJabatan.objects.filter(
            Q(kecamatan=self.lingkup.kecamatan, jabatan__in=CAMAT) | Q(pk=self.instance.penandatangan_id)
        )
        self.batasi("penandatangan", masa.select_related("pejabat", "kecamatan", "kabupaten"))


class ReferringForm(RecordForm):
    """A form of a row that prints an indikator of the Renstra: what is left empty is taken over from there."""

    def prepare(self) -> None:
        """Offer the indikator of the Renstra in force, and the one chosen before."""
        super().prepare()
        berlaku = limit_to_renstra(self, "acuan_indikator")
        if berlaku is None:
            self.fields[
                "acuan_indikator"
            ].help_text = f"Renstra yang berlaku tahun {self.lingkup.tahun} belum dicatat."
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
        acuan: m.Indikator | None = self.cleaned_data.get("acuan_indikator")
        if acuan is not None and (
            self.instance.pk is None or acuan.pk != self.initial.get("acuan_indikator")
        ):
            self.copy_reference(acuan)
        return self.cleaned_data

    def copy_reference(self, acuan: m.Indikator) -> None:
        """Fill what is empty from the indikator."""
        isi = {"sasaran": acuan.sasaran.uraian, "indikator": acuan.nama, "satuan": acuan.satuan}
        for nama, nilai in isi.items():
            if nama not in self.errors and not self.cleaned_data.get(nama):
                self.cleaned_data[nama] = nilai


class ReferringTargetForm(ReferringForm, TargetForm):
    """The same for a row with a target: an empty one is the Renstra's of the year."""

    def copy_reference(self, acuan: m.Indikator) -> None:
        """Take over the target of the year as well."""
        super().copy_reference(acuan)
        if self.cleaned_data.get("target") is not None or "target" in self.errors:
            return
        target = acuan.target.filter(tahun=self.lingkup.tahun).first()
        if target is not None:
            self.cleaned_data["target"] = kolom_target(target)
            self.cleaned_data["cetak"] = self.cleaned_data.get("cetak") or target.cetak


def limit_to_renstra(form: RecordForm, nama: str) -> m.Renstra | None:
    """Offer the indikator or sasaran of the Renstra in force in the year, and the row's own; returns that Renstra."""
    berlaku = renstra_berlaku(kecamatan=form.lingkup.kecamatan, tahun=form.lingkup.tahun)
    model: Any = form.instance._meta.get_field(nama).related_model
    own = Q(pk=getattr(form.instance, f"{nama}_id"))
    # None would fit every row without a Renstra; there is none
    baris = model.objects.for_kecamatan(form.lingkup.kecamatan).filter(
        Q(renstra=berlaku) | own if berlaku else own
    )
    if model is m.Indikator:
        baris = baris.select_related("sasaran").order_by(
            "sasaran__tujuan__urut", "sasaran__urut", "urut", "pk"
        )
    else:
        baris = baris.order_by("tujuan__urut", "urut", "pk")
    form.batasi(nama, baris)
    return berlaku


def unit_names(kecamatan: Kecamatan) -> dict[str, str]:
    """Names of the kecamatan's units by kunci (1 query)."""
    return dict(
        UnitKerja.objects.for_kecamatan(kecamatan).order_by("urut", "pk").values_list("kunci", "nama")
    )
