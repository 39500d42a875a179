"""The head of the report: where and when it is dated."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError

from kecamatan.models import MasaJabatan
from reports.models import Laporan
from reports.workflow.table import IS_OPEN
from sakip.entry.form import RecordForm
from sakip.entry.kinds import RowKind, register
from sakip.records.pejabat.signed_form import SignedForm


class LaporanHeadForm(SignedForm):
    """Place and date as the LKIP prints them. The first save begins the report, as a draft."""

    kind_code = "laporan"
    signers: ClassVar = {"tanggal": MasaJabatan.Jabatan.CAMAT}

    class Meta(RecordForm.Meta):
        model = Laporan
        fields = ("tempat", "tanggal", "tanggal_cetak")

    def prepare(self) -> None:
        """Say what happens to what is left open."""
        self.fields["tempat"].help_text = "Bila kosong, ibu kota kecamatan yang tercetak."
        self.fields["tanggal"].help_text = "Misalnya 17/1/2027 atau 17 Januari 2027."
        self.fields["tanggal_cetak"].help_text = "Misalnya Januari 2027, bila harinya belum pasti."
        super().prepare()

    def clean(self) -> dict[str, Any]:
        """Only the version on which the office works is changed."""
        results = super().clean() or {}
        if self.instance.pk is not None and self.instance.status not in IS_OPEN:
            raise ValidationError(
                "Laporan versi ini sudah diajukan atau ditandatangani. Ubah versi yang terbaru."
            )
        return results


register(
    RowKind(
        kode="laporan",
        form=LaporanHeadForm,
        dokumen="narasi",
        nama="tempat dan tanggal laporan",
        repeated=False,
        deletable=False,
    )
)
