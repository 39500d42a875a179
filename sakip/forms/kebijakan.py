"""What a kabupaten decides for all of its kecamatan: how a year is measured."""

from __future__ import annotations

from typing import Any, ClassVar

from kecamatan.izin import Hak
from sakip.forms.daftar import Isian, daftarkan
from sakip.forms.dasar import FormCatatan
from sakip.models import KebijakanPengukuran, Skala


class FormKebijakan(FormCatatan):
    """Scale, caps, decimals and due date of a year."""

    tahunan = False
    letak_galat: ClassVar[dict[str, str]] = {"tahun": "tahun", "batas_urut": "batas_bawah"}

    class Meta(FormCatatan.Meta):
        model = KebijakanPengukuran
        fields = (
            "tahun",
            "skala",
            "batas_atas",
            "batas_bawah",
            "desimal",
            "batas_waktu_lkip",
            "dasar",
        )

    def siapkan(self) -> None:
        """A new one begins with the year of the page."""
        self.batasi("skala", Skala.objects.filter(untuk=Skala.Untuk.CAPAIAN))
        if self.instance.pk is None:
            self.initial["tahun"] = self.lingkup.tahun
        self.fields[
            "batas_atas"
        ].help_text = "Capaian di atasnya dihitung sebesar batas ini. Kosongkan bila tidak dibatasi."
        self.fields[
            "batas_bawah"
        ].help_text = "Capaian di bawahnya dihitung sebesar batas ini. Kosongkan bila tidak dibatasi."
        self.fields["desimal"].help_text = "Banyaknya angka di belakang koma, 0 sampai 4."

    @classmethod
    def bangun(cls, isi: dict[str, Any]) -> KebijakanPengukuran:
        """Of the kabupaten."""
        return KebijakanPengukuran(**isi)


daftarkan(
    Isian(
        kode="kebijakan",
        form=FormKebijakan,
        dokumen="pengaturan",
        nama="kebijakan pengukuran",
        hak=Hak.ATUR,
    )
)
