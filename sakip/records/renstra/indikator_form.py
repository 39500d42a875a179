"""The sheet of an indikator: what is measured, how, by whom, and its target per year of the Renstra."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.db import models
from django.db.models import Q

from sakip.capaian.rumus import rumus_choices
from sakip.entry.fields import ChoiceField
from sakip.entry.form import Pen, RecordForm
from sakip.entry.kinds import RowKind, below, register
from sakip.entry.value_kinds import Choice
from sakip.models import Indikator, Sasaran, Skala
from sakip.records.kebijakan.offered_rumus import offered_rumus, refuse_rumus
from sakip.records.reference_form import UnitBoundForm
from sakip.records.renstra.form import KeyedForm, at_end_of_new_place, move_row, tahun_renstra
from sakip.records.target_form import MultipleTargetForm, OnlyTargets

WAY = ("jenis_nilai", "rumus", "skala", "desimal", "akumulasi", "irama", "bobot")
FORMULASI = ("pembilang", "penyebut", "pengali", "formulasi", "penjelasan")
SUMBER = ("penanggung_jawab", "sumber_data", "iku", "dalam_renstra")

FORMULA, RESPONSIBLE = "Formulasi", "Tanggung jawab dan sumber data"


class RumusField(ChoiceField):
    """A registered rumus. Only those on offer are shown; what is wrong with another one the form says itself."""

    def offered(self) -> Choice:
        """Whatever the registry knows."""
        return Choice(choices=rumus_choices())


class IndikatorForm(KeyedForm, UnitBoundForm, MultipleTargetForm):
    """An indikator of a sasaran; a stored one can be moved to another sasaran."""

    error_fields: ClassVar[dict[str, str]] = {"kunci": "nama"}
    key_column = "nama"
    folded = (FORMULA, RESPONSIBLE)

    class Meta(RecordForm.Meta):
        model = Indikator
        fields = (*("sasaran", "nama", "satuan"), *WAY, *FORMULASI, *SUMBER)
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
    def build(cls, content: dict[str, Any]) -> models.Model:
        """In the Renstra of its sasaran."""
        return Indikator(renstra=content["sasaran"].renstra, **content)

    def locations(self) -> dict[int, str]:
        """Years of the Renstra."""
        return tahun_renstra(self.instance.renstra)

    def prepare(self) -> None:
        """Sasaran of the same Renstra, scales for letters, units of the kecamatan."""
        super().prepare()
        move_row(self, "sasaran", Sasaran.objects.filter(renstra=self.instance.renstra_id))
        self.limit("skala", Skala.objects.filter(Q(untuk=Skala.Untuk.HURUF) | Q(pk=self.instance.skala_id)))
        self.allowed_rumus = self._allowed_rumus()
        self.fields["rumus"] = RumusField(label="rumus", choices=rumus_choices(self.allowed_rumus))

    def _allowed_rumus(self) -> frozenset[str]:
        own = {self.instance.rumus} if self.instance.pk else set()
        return offered_rumus(self.scope.kecamatan.kabupaten_id, self.scope.tahun) | own

    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """By what each answers: what, how much, how, by which formula, who."""
        start = [self[nama] for nama in ("sasaran", "nama", "satuan") if nama in self.fields]
        return [
            ("", start),
            (self.target_title, self.target_fields()),
            ("Cara mengukur", [self[nama] for nama in WAY]),
            (FORMULA, [self[nama] for nama in FORMULASI]),
            (RESPONSIBLE, [self[nama] for nama in SUMBER]),
        ]

    def store(self, pen: Pen) -> None:
        """An indikator that moved comes last in its new place."""
        at_end_of_new_place(self, "sasaran")
        super().store(pen)

    def clean(self) -> dict[str, Any] | None:
        """The rumus is one that the kabupaten offers."""
        super().clean()
        rumus = self.cleaned_data.get("rumus")
        if rumus and (message := refuse_rumus(rumus, self.allowed_rumus, self.scope.tahun)):
            self.add_error("rumus", message)
        return self.cleaned_data


class IndikatorTargetForm(OnlyTargets, MultipleTargetForm):
    """The targets of an indikator."""

    yearly = False
    only_read: ClassVar[tuple[str, ...]] = ("renstra",)

    class Meta(RecordForm.Meta):
        model = Indikator
        fields = ()

    def locations(self) -> dict[int, str]:
        """Years of the Renstra."""
        return tahun_renstra(self.instance.renstra)


register(RowKind("indikator", IndikatorForm, "renstra", "indikator", **below("sasaran")))
