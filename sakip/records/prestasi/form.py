"""An inovasi, a prestasi or a penghargaan on one form."""

from __future__ import annotations

from sakip.entry.form import RecordForm
from sakip.entry.kinds import RowKind, register
from sakip.models import Prestasi
from sakip.records.reference_form import limit_to_renstra


class PrestasiForm(RecordForm):
    """All of its columns."""

    kept_for_next = ("jenis",)

    class Meta(RecordForm.Meta):
        model = Prestasi
        fields = ("jenis", "nama", "uraian", "pemberi", "tanggal", "sasaran", "bukti")

    def prepare(self) -> None:
        """Sasaran of the Renstra by which the year is measured."""
        super().prepare()
        limit_to_renstra(self, "sasaran", measured=True)
        self.fields["sasaran"].help_text = "Kosongkan bila tidak berkaitan dengan satu sasaran."


register(RowKind("prestasi", PrestasiForm, "prestasi", "inovasi, prestasi, atau penghargaan"))
