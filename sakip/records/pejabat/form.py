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

OF_KECAMATAN = (MasaJabatan.Jabatan.CAMAT, MasaJabatan.Jabatan.SEKRETARIS)


class MasaJabatanForm(RecordForm):
    """A term of office in the kecamatan. The person is found by NIP, or recorded with the term."""

    yearly = False
    error_fields: ClassVar[dict[str, str]] = {"pejabat": "nama"}
    only_read: ClassVar[tuple[str, ...]] = ("kecamatan", "kabupaten")

    class Meta(RecordForm.Meta):
        model = MasaJabatan
        fields: tuple[str, ...] = ("jabatan", "status", "jabatan_sendiri", "pangkat", "mulai", "sampai")
        help_texts: ClassVar = {"sampai": "Kosongkan selama masih menjabat."}

    def prepare(self) -> None:
        """The person comes first."""
        stored = self.instance.pk is not None
        people = {
            "nama": TextField(
                text_of(Pejabat._meta.get_field("nama")),
                label="nama dengan gelar",
                help_text="Seperti tercetak dalam dokumen, misalnya SITI AMINAH, S.Sos."
                + (
                    " Mengubahnya memperbaiki data orang ini; untuk orang lain tambahkan masa jabatan baru."
                    if stored
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
        self.fields = people | self.fields
        if "jabatan" in self.fields:
            choices = [j for j in MasaJabatan.Jabatan.choices if j[0] in OF_KECAMATAN]
            jabatan: Any = self.fields["jabatan"]
            jabatan.choices = [("", "---------"), *choices]
        if stored:
            self.initial.update(nama=self.instance.pejabat.nama, nip=self.instance.pejabat.nip)

    def clean(self) -> dict[str, Any] | None:
        """Find the person, or make one; say so where name and NIP are of two people."""
        super().clean()
        nama, nip = self.cleaned_data.get("nama"), self.cleaned_data.get("nip")
        if nama is None or nip is None:
            return self.cleaned_data
        if self.instance.pk is None:
            self._person = self._new_person(nama, nip)
        else:
            self._person = self._mend(self.instance.pejabat, nama, nip)
        self.instance.pejabat = self._person
        return self.cleaned_data

    def store(self, pen: Pen) -> None:
        """The person, then the term."""
        pen.put(self._person)
        self.instance.pejabat = self._person
        super().store(pen)

    @classmethod
    def matches(cls, columns: Mapping[str, Any]) -> bool:
        """Not the kepala daerah's."""
        return columns.get("jabatan") != MasaJabatan.Jabatan.BUPATI

    def _get_validation_exclusions(self) -> set[str]:
        person = getattr(self, "_person", None)
        # A person who is new has no number yet, and no other term either.
        return super()._get_validation_exclusions() | (
            {"pejabat"} if person is None or person.pk is None else set()
        )

    def _new_person(self, nama: str, nip: str) -> Pejabat:
        present = _recorded(nama, nip).first()
        if present is None:
            return Pejabat(nama=nama, nip=nip)
        if present.nama != nama:
            self.add_error(
                "nama",
                f'NIP ini sudah tercatat atas nama "{present.nama}". Tulis nama itu, atau periksa NIP-nya.',
            )
        return present

    def _mend(self, person: Pejabat, nama: str, nip: str) -> Pejabat:
        if (person.nama, person.nip) == (nama, nip):
            return person
        other = _recorded(nama, nip).exclude(pk=person.pk).first()
        if other is not None:
            self.add_error(
                "nip" if nip else "nama",
                f'Sudah tercatat atas nama "{other.nama}". Tambahkan masa jabatan baru untuk orang itu.',
            )
        elif place := self._other_place(person):
            self.add_error(
                "nama",
                f"Pejabat ini juga tercatat menjabat di {place}. Hubungi admin untuk memperbaiki datanya.",
            )
        person.nama, person.nip = nama, nip
        return person

    def _other_place(self, person: Pejabat) -> str:
        """Another office in which the person is printed, where the writer has no say; empty where there is none."""
        if self.scope.pengguna is not None and self.scope.pengguna.is_superuser:
            return ""
        wilayah = {"kecamatan": self.instance.kecamatan_id, "kabupaten": self.instance.kabupaten_id}
        masa = person.masa.exclude(**wilayah).select_related("kecamatan", "kabupaten").first()
        return str(masa.kecamatan or masa.kabupaten) if masa is not None else ""


def _recorded(nama: str, nip: str) -> models.QuerySet[Pejabat]:
    """Who has that NIP; without one, who has that name and no NIP."""
    return Pejabat.objects.filter(nip=nip) if nip else Pejabat.objects.filter(nip="", nama=nama)


class KepalaDaerahForm(MasaJabatanForm):
    """A term of the kepala daerah, kept by Bagian Organisasi."""

    class Meta(MasaJabatanForm.Meta):
        fields = ("status", "jabatan_sendiri", "mulai", "sampai")

    @classmethod
    def build(cls, content: dict[str, Any]) -> models.Model:
        """Of the kabupaten."""
        return MasaJabatan(**content, jabatan=MasaJabatan.Jabatan.BUPATI)

    def prepare(self) -> None:
        """Most have no NIP."""
        super().prepare()
        self.fields["nip"].help_text = "Kosongkan bila tidak mempunyai NIP."

    @classmethod
    def matches(cls, columns: Mapping[str, Any]) -> bool:
        """The kepala daerah's."""
        return columns.get("jabatan") == MasaJabatan.Jabatan.BUPATI


register(
    RowKind("pejabat", MasaJabatanForm, "profil", "masa jabatan"),
    RowKind("kepala-daerah", KepalaDaerahForm, "pengaturan", "masa jabatan kepala daerah", hak=Hak.ATUR),
)
