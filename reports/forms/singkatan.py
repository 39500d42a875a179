"""An abbreviation or term of the kabupaten, alone or pasted with many others."""

from __future__ import annotations

from typing import ClassVar

from kecamatan.permissions import Hak
from reports.models import Singkatan
from sakip.entry.form import RecordForm
from sakip.entry.kinds import RowKind, register


class SingkatanForm(RecordForm):
    """The word as reports write it, and what it stands for."""

    yearly = False

    class Meta(RecordForm.Meta):
        model = Singkatan
        fields = ("singkatan", "kepanjangan")
        help_texts: ClassVar = {
            "singkatan": "Tulis seperti dalam laporan, dengan huruf besar dan kecilnya, misalnya J-HUR atau Gapoktan.",
        }


register(
    RowKind(
        "singkatan",
        SingkatanForm,
        "singkatan",
        "singkatan",
        hak=Hak.ATUR,
        text_columns=("singkatan", "kepanjangan"),
    )
)
