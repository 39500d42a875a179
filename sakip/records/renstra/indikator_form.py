"""The sheet of an indikator: what is measured, how, by whom, and its target per year of the Renstra."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.db import models
from django.db.models import Q

from sakip.capaian.rumus import pilihan_rumus
from sakip.entry.fields import ChoiceField
from sakip.entry.form import Pen, RecordForm
from sakip.entry.kinds import RowKind, below, register
from sakip.entry.value_kinds import Choice
from sakip.models import Indikator, Sasaran, Skala
from sakip.records.kebijakan.offered_rumus import offered_rumus, refuse_rumus
from sakip.records.reference_form import UnitBoundForm
from sakip.records.renstra.form import KeyedForm, di_akhir_tempat_baru, move_row, tahun_renstra
from sakip.records.target_form import MultipleTargetForm

CARA = ("jenis_nilai", "rumus", "skala", "desimal", "akumulasi", "irama", "bobot")
FORMULASI = ("pembilang", "penyebut", "pengali", "formulasi", "penjelasan")
SUMBER = ("penanggung_jawab", "sumber_data", "iku", "dalam_renstra")


class RumusField(ChoiceField):
    """A registered rumus. Only those on offer are shown; what is wrong with another one the form says itself."""

    def offered(self) -> Choice:
        """Whatever the registry knows."""
        return Choice(choices=pilihan_rumus())


class IndikatorForm(KeyedForm, UnitBoundForm, MultipleTargetForm):
    """An indikator of a sasaran; a stored one can be moved to another sasaran."""

    letak_galat: ClassVar[dict[str, str]] = {
        "kunci": "nama",
        "rumus_sesuai_jenis": "rumus",
        "pecahan_utuh": "penyebut",
        "pengali_positif": "pengali",
    }
    kata_kunci = "nama"

    class Meta(RecordForm.Meta):
        model = Indikator
        fields = (*("sasaran", "nama", "satuan"), *CARA, *FORMULASI, *SUMBER)
        help_texts: ClassVar = {
            "skala": "Hanya untuk indikator bernilai huruf.",
            "desimal": "Angka di belakang koma pada capaian yang dicetak, 0 sampai 4.",
            "bobot": "Kosongkan bila semua indikator sasaran ini sama berat.",
            "pembilang": "Bila nilainya pecahan: apa yang dihitung di atas garis.",
            "penyebut": "Apa yang dihitung di bawah garis.",
            "formulasi": "Bila nilainya bukan pecahan.",
            "penjelasan": "Satu butir per baris.",
        }

    @classmethod
    def bangun(cls, isi: dict[str, Any]) -> models.Model:
        """In the Renstra of its sasaran."""
        return Indikator(renstra=isi["sasaran"].renstra, **isi)

    def letak(self) -> dict[int, str]:
        """Years of the Renstra."""
        return tahun_renstra(self.instance.renstra)

    def prepare(self) -> None:
        """Sasaran of the same Renstra, scales for letters, units of the kecamatan."""
        super().prepare()
        move_row(self, "sasaran", Sasaran.objects.filter(renstra=self.instance.renstra_id))
        self.batasi("skala", Skala.objects.filter(Q(untuk=Skala.Untuk.HURUF) | Q(pk=self.instance.skala_id)))
        self.rumus_boleh = self._rumus_boleh()
        self.fields["rumus"] = RumusField(label="rumus", choices=pilihan_rumus(self.rumus_boleh))

    def _rumus_boleh(self) -> frozenset[str]:
        milik = {self.instance.rumus} if self.instance.pk else set()
        return offered_rumus(self.lingkup.kecamatan.kabupaten_id, self.lingkup.tahun) | milik

    def kelompok(self) -> list[tuple[str, list[forms.BoundField]]]:
        """By what each answers: what, how much, how, by which formula, who."""
        awal = [self[nama] for nama in ("sasaran", "nama", "satuan") if nama in self.fields]
        return [
            ("", awal),
            (self.judul_target, self.bidang_target()),
            ("Cara mengukur", [self[nama] for nama in CARA]),
            ("Formulasi", [self[nama] for nama in FORMULASI]),
            ("Tanggung jawab dan sumber data", [self[nama] for nama in SUMBER]),
        ]

    def store(self, pen: Pen) -> None:
        """An indikator that moved comes last in its new place."""
        di_akhir_tempat_baru(self, "sasaran")
        super().store(pen)

    def clean(self) -> dict[str, Any] | None:
        """The rumus is one that the kabupaten offers."""
        super().clean()
        rumus = self.cleaned_data.get("rumus")
        if rumus and (pesan := refuse_rumus(rumus, self.rumus_boleh, self.lingkup.tahun)):
            self.add_error("rumus", pesan)
        return self.cleaned_data


register(RowKind("indikator", IndikatorForm, "renstra", "indikator", **below("sasaran")))
