"""How the documents of a kabupaten look."""

from __future__ import annotations

from typing import Any

from kecamatan.permissions import Hak
from reports.models import PengaturanDokumen
from sakip.entry.form import FormCatatan
from sakip.entry.kinds import Isian, daftarkan


class FormPengaturan(FormCatatan):
    """Paper, margins and type."""

    tahunan = False

    class Meta(FormCatatan.Meta):
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


daftarkan(
    Isian(
        kode="pengaturan-dokumen",
        form=FormPengaturan,
        dokumen="pengaturan",
        nama="pengaturan dokumen",
        berulang=False,
        hak=Hak.ATUR,
    )
)
