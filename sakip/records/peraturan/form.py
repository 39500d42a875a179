"""A row that cites a regulation: chosen from those that are recorded."""

from __future__ import annotations

from django.db.models import Q

from kecamatan.models import Peraturan
from sakip.entry.form import RecordForm


class PeraturanForm(RecordForm):
    """A form of a row with ``peraturan``."""

    def prepare(self) -> None:
        """Offer what may be cited in the year, and the choice made before."""
        super().prepare()
        tahun = self.scope.tahun
        in_force = (Q(berlaku_mulai=None) | Q(berlaku_mulai__lte=tahun)) & (
            Q(berlaku_sampai=None) | Q(berlaku_sampai__gte=tahun)
        )
        self.limit("peraturan", Peraturan.objects.filter(in_force | Q(pk=self.instance.peraturan_id)))
        self.fields["peraturan"].help_text = (
            f"Yang ditawarkan: peraturan yang berlaku pada tahun {tahun}. Perda, Perbup, atau Keputusan yang belum ada"
            " di sini dicatat Bagian Organisasi."
        )
