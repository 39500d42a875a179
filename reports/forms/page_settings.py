"""How the documents of a kabupaten look."""

from __future__ import annotations

from typing import Any

from kecamatan.permissions import Hak
from reports.models import PengaturanDokumen
from sakip.entry.form import RecordForm
from sakip.entry.kinds import RowKind, register


class SettingsForm(RecordForm):
    """Paper, margins and type."""

    tahunan = False

    class Meta(RecordForm.Meta):
        model = PengaturanDokumen
        fields = (
            "kertas",
            "margin_atas",
            "margin_kanan",
            "margin_bawah",
            "margin_kiri",
            "huruf",
            "ukuran",
            "spasi",
        )

    @classmethod
    def bangun(cls, isi: dict[str, Any]) -> PengaturanDokumen:
        """Of the kabupaten; begins with what holds without a setting."""
        return pengaturan_bawaan(**isi)


def pengaturan_bawaan(**isi: Any) -> PengaturanDokumen:
    """What holds where a kabupaten has set nothing, with numbers as numbers."""
    pengaturan = PengaturanDokumen(**isi)
    pengaturan.clean_fields(exclude=["kabupaten"])
    return pengaturan


register(
    RowKind(
        kode="pengaturan-dokumen",
        form=SettingsForm,
        dokumen="pengaturan",
        nama="pengaturan dokumen",
        berulang=False,
        hak=Hak.ATUR,
    )
)
