"""Keputusan Camat tentang IKU: its head, what it cites, its lampiran."""

from __future__ import annotations

from typing import Any, ClassVar

from sakip.entry.form import RecordForm
from sakip.entry.kinds import RowKind, below, register
from sakip.models import BarisIKU, ButirIKU, Indikator, KeputusanIKU, MengingatIKU
from sakip.records.peraturan.form import PeraturanForm
from sakip.records.reference_form import MarkedForm, ReferringForm, unit_names
from sakip.records.renstra.in_force import plan_of_year


class IKUForm(MarkedForm):
    """Number, place, date, and the camat who signs."""

    kind_code = "iku"

    class Meta(MarkedForm.Meta):
        model = KeputusanIKU
        fields = (
            "nomor",
            "berlaku_sampai",
            "instansi",
            "tempat",
            "tanggal",
            "tanggal_cetak",
            "penandatangan",
        )
        help_texts: ClassVar = MarkedForm.Meta.help_texts | {
            "instansi": "Seperti tercetak dalam lampiran.",
        }

    def prepare(self) -> None:
        """A new one carries the kecamatan's own name, and counts as long as the Renstra."""
        super().prepare()
        if self.instance.pk is None:
            self.initial["instansi"] = str(self.scope.kecamatan)
            renstra = plan_of_year(self.scope.kecamatan, self.scope.tahun).in_force
            self.initial["berlaku_sampai"] = renstra.tahun_akhir if renstra else None


class MengingatForm(PeraturanForm):
    """A regulation in the "Mengingat"."""

    class Meta(RecordForm.Meta):
        model = MengingatIKU
        fields = ("peraturan",)


class ButirIKUForm(RecordForm):
    """An item of tugas, fungsi, tujuan or indikator tujuan in the lampiran."""

    kept_for_next: ClassVar[tuple[str, ...]] = ("jenis",)

    class Meta(RecordForm.Meta):
        model = ButirIKU
        fields = ("jenis", "uraian")


class BarisIKUForm(ReferringForm):
    """A row of the IKU table; what is left empty is taken over from the indikator of the Renstra."""

    class Meta(RecordForm.Meta):
        model = BarisIKU
        fields = (
            *("acuan_indikator", "sasaran", "indikator", "satuan", "pembilang", "penyebut"),
            *("formulasi", "penjelasan", "penanggung_jawab", "sumber_data"),
        )
        help_texts: ClassVar = {
            "formulasi": "Bila tidak dihitung dari pembilang dan penyebut.",
            "penanggung_jawab": "Satu unit per baris, seperti tercetak.",
        }

    def copy_reference(self, reference: Indikator) -> None:
        """A new row takes over the formula, the explanation and who is responsible as well."""
        super().copy_reference(reference)
        if self.instance.pk is not None:
            return
        for nama, nilai in fill_from_indikator(reference, unit_names(self.scope.kecamatan)).items():
            if nama in self.fields and nama not in self.errors and not self.cleaned_data.get(nama):
                self.cleaned_data[nama] = nilai


def fill_from_indikator(indikator: Indikator, unit: dict[str, str]) -> dict[str, Any]:
    """The columns of a row of the IKU table as the Renstra has them; ``unit`` are names of units by kunci."""
    return {
        "sasaran": indikator.sasaran.uraian,
        "indikator": indikator.nama,
        "satuan": indikator.satuan,
        "pembilang": indikator.pembilang,
        "penyebut": indikator.penyebut,
        "formulasi": indikator.formulasi,
        "penjelasan": list(indikator.penjelasan),
        "penanggung_jawab": [unit.get(key, key) for key in indikator.penanggung_jawab],
        "sumber_data": indikator.sumber_data,
    }


register(
    RowKind("iku", IKUForm, "iku", "keputusan IKU", repeated=False),
    RowKind("mengingat-iku", MengingatForm, "iku", "peraturan yang diingat", **below("keputusan")),
    RowKind(
        "butir-iku",
        ButirIKUForm,
        "iku",
        "butir lampiran",
        sheet="IKUButir",
        **below("keputusan", "jenis"),
    ),
    RowKind("baris-iku", BarisIKUForm, "iku", "indikator kinerja utama", **below("keputusan")),
)
