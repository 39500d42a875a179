"""A kind of sarana or prasarana on one form."""

from __future__ import annotations

from sakip.entry.form import RecordForm
from sakip.entry.kinds import RowKind, register
from sakip.models import SaranaPrasarana

COLUMNS = ("nama", "satuan", "jumlah", "baik", "rusak_ringan", "rusak_berat", "keterangan")


class SaranaPrasaranaForm(RecordForm):
    """All of its columns, alone or pasted with the others."""

    class Meta(RecordForm.Meta):
        model = SaranaPrasarana
        fields = COLUMNS


register(
    RowKind(
        "sarana-prasarana",
        SaranaPrasaranaForm,
        "sarana-prasarana",
        "sarana atau prasarana",
        sheet="SaranaPrasarana",
    )
)
