"""How the documents of a kabupaten look."""

from __future__ import annotations

from typing import Any

from kecamatan.permissions import Hak
from reports.models import PengaturanDokumen
from sakip.entry.form import RecordForm
from sakip.entry.kinds import RowKind, register


class SettingsForm(RecordForm):
    """Paper, margins and type; by which key documents are signed, and whether the signed ones are for everybody."""

    yearly = False

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
            "cara_tanda_tangan",
            "publik",
        )

    @classmethod
    def build(cls, content: dict[str, Any]) -> PengaturanDokumen:
        """Of the kabupaten; begins with what holds without a setting."""
        return default_settings(**content)


def default_settings(**content: Any) -> PengaturanDokumen:
    """What holds where a kabupaten has set nothing, with numbers as numbers."""
    settings = PengaturanDokumen(**content)
    settings.clean_fields(exclude=["kabupaten"])
    return settings


register(
    RowKind(
        kode="pengaturan-dokumen",
        form=SettingsForm,
        dokumen="pengaturan",
        nama="pengaturan dokumen",
        repeated=False,
        hak=Hak.ATUR,
    )
)
