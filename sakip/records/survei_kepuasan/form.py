"""A survey of satisfaction on one form."""

from __future__ import annotations

from typing import Final

from sakip.entry.form import RecordForm
from sakip.entry.kinds import RowKind, register
from sakip.models import SurveiKepuasan
from sakip.records.reference_form import limit_to_renstra
from sakip.records.survei_kepuasan.models import COLUMNS

_HOW_TO_FILL: Final = (
    "Nilai rata-rata (NRR) setiap unsur, dari 1 sampai 4, misalnya 3,245. Kosongkan yang tidak ditanyakan."
)


class SurveiKepuasanForm(RecordForm):
    """Which indikator it measures, whom it asked, and the mean of each unsur."""

    kept_for_next = ("indikator",)

    class Meta(RecordForm.Meta):
        model = SurveiKepuasan
        fields = ("indikator", "periode", "responden", *COLUMNS, "unsur_lain", "sumber")

    def prepare(self) -> None:
        """Indikator of the Renstra by which the year is measured."""
        super().prepare()
        limit_to_renstra(self, "indikator", measured=True)
        self.fields["indikator"].help_text = "Indikator yang realisasinya nilai IKM survei ini."
        self.fields["u1"].help_text = _HOW_TO_FILL


register(RowKind("survei-kepuasan", SurveiKepuasanForm, "survei-kepuasan", "survei kepuasan"))
