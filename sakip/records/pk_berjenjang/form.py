"""PK berjenjang: who promises, what, and the indikator kinerja individu."""

from __future__ import annotations

from typing import ClassVar

from django import forms
from django.db.models import Max

from kecamatan.models import UnitKerja
from sakip.entry.form import RecordForm
from sakip.entry.kinds import RowKind, register
from sakip.models import IKI, BarisPKUnit, PerjanjianKinerja, PKUnit
from sakip.records.reference_form import limit_to_renstra


class OfUnitForm(RecordForm):
    """A row of a unit below the camat."""

    kept_for_next: ClassVar[tuple[str, ...]] = ("unit",)

    def prepare(self) -> None:
        """Offer every unit but the camat's."""
        super().prepare()
        units = UnitKerja.objects.for_kecamatan(self.scope.kecamatan).exclude(jenis=UnitKerja.Jenis.CAMAT)
        self.limit("unit", units.order_by("urut", "pk"))


class VersionedForm(OfUnitForm):
    """A row that follows one of the versions of the camat's PK: the latest, if nobody says otherwise."""

    def prepare(self) -> None:
        """Offer the versions there are (1 query); where there is no perubahan nothing is asked."""
        super().prepare()
        own = PerjanjianKinerja.objects.for_kecamatan(self.scope.kecamatan).for_tahun(self.scope.tahun)
        latest: int = own.filter(dikutip=False).aggregate(latest=Max("versi"))["latest"] or 0
        latest = max(latest, self.instance.versi)
        if not latest:
            del self.fields["versi"]
            return
        self.fields["versi"] = forms.TypedChoiceField(
            label="versi PK",
            coerce=int,
            choices=[(n, version_words(n)) for n in range(latest + 1)],
        )
        if self.instance.pk is None:
            self.initial["versi"] = latest


def version_words(versi: int) -> str:
    """ "Murni" or "Perubahan ke-1"."""
    return f"Perubahan ke-{versi}" if versi else "Murni"


class PKUnitForm(VersionedForm):
    """Who promises, where and when."""

    class Meta(RecordForm.Meta):
        model = PKUnit
        fields = ("versi", "unit", "jabatan", "nama", "nip", "pangkat", "tempat", "tanggal", "tanggal_cetak")


class BarisPKUnitForm(VersionedForm):
    """What is promised, and what it supports."""

    kept_for_next: ClassVar[tuple[str, ...]] = ("versi", "unit", "indikator")

    class Meta(RecordForm.Meta):
        model = BarisPKUnit
        fields = ("versi", "unit", "indikator", "kinerja", "ukuran", "target", "satuan")

    def prepare(self) -> None:
        """Indikator of the Renstra by which the year is measured."""
        super().prepare()
        limit_to_renstra(self, "indikator", measured=True)


class IKIForm(OfUnitForm):
    """A task of the office with its measure."""

    class Meta(RecordForm.Meta):
        model = IKI
        fields = ("unit", "tugas", "ukuran", "target", "satuan")


register(
    RowKind("pk-berjenjang", PKUnitForm, "pk-berjenjang", "PK berjenjang"),
    RowKind("baris-pk-unit", BarisPKUnitForm, "pk-berjenjang", "baris PK berjenjang"),
    RowKind("iki", IKIForm, "pk-berjenjang", "indikator kinerja individu"),
)
