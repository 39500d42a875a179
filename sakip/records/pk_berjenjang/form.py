"""PK berjenjang: who promises, what, and the indikator kinerja individu."""

from __future__ import annotations

from typing import ClassVar

from kecamatan.models import UnitKerja
from sakip.entry.form import RecordForm
from sakip.entry.kinds import RowKind, register
from sakip.models import IKI, BarisPKUnit, PKUnit
from sakip.records.reference_form import limit_to_renstra


class OfUnitForm(RecordForm):
    """A row of a unit below the camat."""

    kept_for_next: ClassVar[tuple[str, ...]] = ("unit",)

    def prepare(self) -> None:
        """Offer every unit but the camat's."""
        super().prepare()
        units = UnitKerja.objects.for_kecamatan(self.scope.kecamatan).exclude(jenis=UnitKerja.Jenis.CAMAT)
        self.limit("unit", units.order_by("urut", "pk"))


class PKUnitForm(OfUnitForm):
    """Who promises, where and when."""

    class Meta(RecordForm.Meta):
        model = PKUnit
        fields = ("unit", "jabatan", "nama", "nip", "pangkat", "tempat", "tanggal", "tanggal_cetak")


class BarisPKUnitForm(OfUnitForm):
    """What is promised, and what it supports."""

    kept_for_next: ClassVar[tuple[str, ...]] = ("unit", "indikator")

    class Meta(RecordForm.Meta):
        model = BarisPKUnit
        fields = ("unit", "indikator", "kinerja", "ukuran", "target", "satuan")

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
