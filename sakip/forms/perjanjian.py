"""Perjanjian Kinerja: its head, its rows of indikator, its programs."""

from __future__ import annotations

from typing import ClassVar

from kecamatan.models import MasaJabatan
from sakip.forms.daftar import Isian, daftarkan
from sakip.forms.dasar import FormCatatan, FormTarget
from sakip.models import AnggaranPK, BarisPK, PerjanjianKinerja


class FormPK(FormCatatan):
    """Place, date, parties, and for a perubahan its reason."""

    letak_galat: ClassVar[dict[str, str]] = {"satu_tanggal": "tanggal_cetak", "versi_sesuai_jenis": "alasan"}

    class Meta(FormCatatan.Meta):
        model = PerjanjianKinerja
        fields = ("alasan", "tempat", "tanggal", "tanggal_cetak", "pihak_pertama", "pihak_kedua", "sumber")

    def siapkan(self) -> None:
        """The reason belongs to a perubahan; the parties are officials of this kecamatan and its kabupaten."""
        if not self.instance.versi:
            del self.fields["alasan"]
        masa = MasaJabatan.objects.select_related("pejabat", "kecamatan", "kabupaten")
        self.batasi("pihak_pertama", masa.filter(kecamatan=self.lingkup.kecamatan))
        self.batasi("pihak_kedua", masa.filter(kabupaten=self.lingkup.kecamatan.kabupaten_id))


class FormBarisPK(FormTarget):
    """A row of the table: sasaran, indikator, target."""

    letak_galat: ClassVar[dict[str, str]] = FormTarget.letak_galat | {"indikator": "acuan_indikator"}

    class Meta(FormCatatan.Meta):
        model = BarisPK
        fields = ("sasaran", "acuan_sasaran", "indikator", "acuan_indikator", "satuan", "cetak")


class FormAnggaranPK(FormCatatan):
    """A program of the PK with its amount."""

    class Meta(FormCatatan.Meta):
        model = AnggaranPK
        fields = ("program", "nama", "anggaran", "sumber_dana")


daftarkan(
    Isian(kode="pk", form=FormPK, dokumen="pk", nama="Perjanjian Kinerja"),
    Isian(
        kode="baris-pk",
        form=FormBarisPK,
        dokumen="pk",
        nama="baris Perjanjian Kinerja",
        induk="perjanjian",
        saudara=("perjanjian",),
    ),
    Isian(
        kode="anggaran-pk",
        form=FormAnggaranPK,
        dokumen="pk",
        nama="program Perjanjian Kinerja",
        induk="perjanjian",
        saudara=("perjanjian",),
    ),
)
