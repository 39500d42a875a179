"""Who held which office from when to when, the person and the term on one form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.db import models

from kecamatan.models import MasaJabatan, Pejabat
from kecamatan.permissions import Hak
from sakip.entry.columns import text_of
from sakip.entry.fields import TextField
from sakip.entry.form import Pen, RecordForm
from sakip.entry.kinds import RowKind, register

BAGI_KECAMATAN = (MasaJabatan.Jabatan.CAMAT, MasaJabatan.Jabatan.PLT_CAMAT, MasaJabatan.Jabatan.SEKRETARIS)


class MasaJabatanForm(RecordForm):
    """A term of office in the kecamatan. The person is found by NIP, or recorded with the term."""

    tahunan = False
    letak_galat: ClassVar[dict[str, str]] = {"sampai_sesudah_mulai": "sampai", "pejabat": "nama"}

    class Meta(RecordForm.Meta):
        model = MasaJabatan
        fields: tuple[str, ...] = ("jabatan", "pangkat", "mulai", "sampai")
        help_texts: ClassVar = {"sampai": "Kosongkan selama masih menjabat."}

    def prepare(self) -> None:
        """The person comes first."""
        tersimpan = self.instance.pk is not None
        orang = {
            "nama": TextField(
                text_of(Pejabat._meta.get_field("nama")),
                label="nama dengan gelar",
                help_text="Seperti tercetak dalam dokumen, misalnya SITI AMINAH, S.Sos."
                + (
                    " Mengubahnya memperbaiki data orang ini; untuk orang lain tambahkan masa jabatan baru."
                    if tersimpan
                    else ""
                ),
            ),
            "nip": TextField(
                text_of(Pejabat._meta.get_field("nip")),
                label="NIP",
                required=False,
                max_length=None,  # with its spaces it is longer than what is stored
                help_text="18 angka, dengan atau tanpa spasi.",
                widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "isian-tanggal"}),
            ),
        }
        self.fields = orang | self.fields
        if "jabatan" in self.fields:
            pilihan = [j for j in MasaJabatan.Jabatan.choices if j[0] in BAGI_KECAMATAN]
            jabatan: Any = self.fields["jabatan"]
            jabatan.choices = [("", "---------"), *pilihan]
        if tersimpan:
            self.initial.update(nama=self.instance.pejabat.nama, nip=self.instance.pejabat.nip)

    def clean(self) -> dict[str, Any] | None:
        """Find the person, or make one; say so where name and NIP are of two people."""
        super().clean()
        nama, nip = self.cleaned_data.get("nama"), self.cleaned_data.get("nip")
        if nama is None or nip is None:
            return self.cleaned_data
        if self.instance.pk is None:
            self._orang = self._orang_baru(nama, nip)
        else:
            self._orang = self._mend(self.instance.pejabat, nama, nip)
        self.instance.pejabat = self._orang
        return self.cleaned_data

    def store(self, pen: Pen) -> None:
        """The person, then the term."""
        pen.put(self._orang)
        self.instance.pejabat = self._orang
        super().store(pen)

    @classmethod
    def cocok(cls, kolom: Mapping[str, Any]) -> bool:
        """Not the kepala daerah's."""
        return kolom.get("jabatan") != MasaJabatan.Jabatan.BUPATI

    def _get_validation_exclusions(self) -> set[str]:
        orang = getattr(self, "_orang", None)
        # A person who is new has no number yet, and no other term either.
        return super()._get_validation_exclusions() | (
            {"pejabat"} if orang is None or orang.pk is None else set()
        )

    def _orang_baru(self, nama: str, nip: str) -> Pejabat:
        ada = _recorded(nama, nip).first()
        if ada is None:
            return Pejabat(nama=nama, nip=nip)
        if ada.nama != nama:
            self.add_error(
                "nama",
                f'NIP ini sudah tercatat atas nama "{ada.nama}". Tulis nama itu, atau periksa NIP-nya.',
            )
        return ada

    def _mend(self, orang: Pejabat, nama: str, nip: str) -> Pejabat:
        if (orang.nama, orang.nip) == (nama, nip):
            return orang
        lain = _recorded(nama, nip).exclude(pk=orang.pk).first()
        if lain is not None:
            self.add_error(
                "nip" if nip else "nama",
                f'Sudah tercatat atas nama "{lain.nama}". Tambahkan masa jabatan baru untuk orang itu.',
            )
        elif tempat := self._tempat_lain(orang):
            self.add_error(
                "nama",
                f"Pejabat ini juga tercatat menjabat di {tempat}. Hubungi admin untuk memperbaiki datanya.",
            )
        orang.nama, orang.nip = nama, nip
        return orang

    def _tempat_lain(self, orang: Pejabat) -> str:
        """Another office in which the person is printed, where the writer has no say; empty where there is none."""
        if self.lingkup.pengguna is not None and self.lingkup.pengguna.is_superuser:
            return ""
        wilayah = {"kecamatan": self.instance.kecamatan_id, "kabupaten": self.instance.kabupaten_id}
        masa = orang.masa.exclude(**wilayah).select_related("kecamatan", "kabupaten").first()
        return str(masa.kecamatan or masa.kabupaten) if masa is not None else ""


def _recorded(nama: str, nip: str) -> models.QuerySet[Pejabat]:
    """Who has that NIP; without one, who has that name and no NIP."""
    return Pejabat.objects.filter(nip=nip) if nip else Pejabat.objects.filter(nip="", nama=nama)


class KepalaDaerahForm(MasaJabatanForm):
    """A term of the kepala daerah, kept by Bagian Organisasi."""

    class Meta(MasaJabatanForm.Meta):
        fields = ("mulai", "sampai")

    @classmethod
    def bangun(cls, isi: dict[str, Any]) -> models.Model:
        """Of the kabupaten."""
        return MasaJabatan(**isi, jabatan=MasaJabatan.Jabatan.BUPATI)

    def prepare(self) -> None:
        """Most have no NIP."""
        super().prepare()
        self.fields["nip"].help_text = "Kosongkan bila tidak mempunyai NIP."

    @classmethod
    def cocok(cls, kolom: Mapping[str, Any]) -> bool:
        """The kepala daerah's."""
        return kolom.get("jabatan") == MasaJabatan.Jabatan.BUPATI


register(
    RowKind("pejabat", MasaJabatanForm, "profil", "masa jabatan"),
    RowKind("kepala-daerah", KepalaDaerahForm, "pengaturan", "masa jabatan kepala daerah", hak=Hak.ATUR),
)
