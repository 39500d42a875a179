"""Who else contributes to a sasaran, on one form."""

from __future__ import annotations

from sakip.entry.form import RecordForm
from sakip.entry.kinds import RowKind, register
from sakip.models import LintasSektor
from sakip.records.reference_form import limit_to_renstra


class LintasSektorForm(RecordForm):
    """The sasaran, the office, and what it does."""

    kept_for_next = ("sasaran",)

    class Meta(RecordForm.Meta):
        model = LintasSektor
        fields = ("sasaran", "instansi", "peran")

    def prepare(self) -> None:
        """Sasaran of the Renstra by which the year is measured."""
        super().prepare()
        limit_to_renstra(self, "sasaran", measured=True)


register(RowKind("lintas-sektor", LintasSektorForm, "lintas-sektor", "peran lintas sektor"))
