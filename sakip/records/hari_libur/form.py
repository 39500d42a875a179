"""A holiday, alone or pasted with all others of its year."""

from __future__ import annotations

from typing import ClassVar

from kecamatan.permissions import Hak
from sakip.entry.form import RecordForm
from sakip.entry.kinds import RowKind, register
from sakip.models import HariLibur


class HariLiburForm(RecordForm):
    """A day, its name, and the decision that makes it one."""

    yearly = False
    kept_for_next = ("sumber",)

    class Meta(RecordForm.Meta):
        model = HariLibur
        fields = ("tanggal", "keterangan", "jenis", "sumber")
        help_texts: ClassVar = {
            "sumber": "Misalnya Keputusan Bersama Menteri Agama, Menteri Ketenagakerjaan, dan Menteri PANRB tentang"
            " hari libur nasional dan cuti bersama tahun itu.",
        }


register(
    RowKind(
        "hari-libur",
        HariLiburForm,
        "pengaturan",
        "hari libur",
        hak=Hak.ATUR,
        text_columns=("tanggal", "keterangan", "jenis"),
    )
)
