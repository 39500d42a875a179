"""A template of an IKU, written by Bagian Organisasi."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.db.models import Q

from kecamatan.permissions import Hak
from sakip.capaian.rumus import rumus_choices
from sakip.entry.form import RecordForm
from sakip.entry.kinds import RowKind, register
from sakip.models import Skala, TemplatIKU
from sakip.records.kebijakan.offered_rumus import offered_rumus, refuse_rumus
from sakip.records.renstra.indikator_form import RumusField

_WAY: tuple[str, ...] = ("jenis_nilai", "rumus", "skala", "desimal", "akumulasi", "irama")
_FORMULASI: tuple[str, ...] = ("pembilang", "penyebut", "pengali", "formulasi", "penjelasan", "sumber_data")


class TemplatIKUForm(RecordForm):
    """What every kecamatan measures alike."""

    yearly = False
    kept_for_next = ("tujuan", "sasaran", "tahun_awal", "tahun_akhir")

    class Meta(RecordForm.Meta):
        model = TemplatIKU
        fields = ("nama", "satuan", "tujuan", "sasaran", *_WAY, *_FORMULASI, "tahun_awal", "tahun_akhir")
        help_texts: ClassVar = {
            "tujuan": "Tujuan Renstra kecamatan yang memuatnya; dibuat di kecamatan yang belum memilikinya.",
            "sasaran": "Sasaran di bawah tujuan itu.",
            "skala": "Hanya untuk indikator bernilai huruf.",
            "rumus": "Rumus menentukan arahnya: makin tinggi atau makin rendah makin baik.",
            "pembilang": "Bila nilainya pecahan: apa yang dihitung di atas garis.",
            "penyebut": "Apa yang dihitung di bawah garis.",
            "formulasi": "Bila nilainya bukan pecahan.",
            "penjelasan": "Satu butir per baris.",
            "tahun_akhir": "Kosongkan selama dipakai.",
        }

    def prepare(self) -> None:
        """Scales for letters, rumus that the kabupaten offers; a new one begins with this year."""
        super().prepare()
        self.limit("skala", Skala.objects.filter(Q(untuk=Skala.Untuk.HURUF) | Q(pk=self.instance.skala_id)))
        own = {self.instance.rumus} if self.instance.pk else set()
        self.allowed_rumus = offered_rumus(self.scope.kecamatan.kabupaten_id, self.scope.tahun) | own
        help_text = self.fields["rumus"].help_text
        self.fields["rumus"] = RumusField(
            label="rumus", choices=rumus_choices(self.allowed_rumus), help_text=help_text
        )
        if self.instance.pk is None:
            self.initial["tahun_awal"] = self.scope.tahun

    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """What it is, how it is measured, by which formula, for which years."""
        return [
            ("", [self[nama] for nama in ("nama", "satuan", "tujuan", "sasaran")]),
            ("Cara mengukur", [self[nama] for nama in _WAY]),
            ("Formulasi dan sumber data", [self[nama] for nama in _FORMULASI]),
            ("Masa berlaku", [self[nama] for nama in ("tahun_awal", "tahun_akhir")]),
        ]

    def clean(self) -> dict[str, Any] | None:
        """The rumus is one that the kabupaten offers."""
        super().clean()
        rumus = self.cleaned_data.get("rumus")
        if rumus and (message := refuse_rumus(rumus, self.allowed_rumus, self.scope.tahun)):
            self.add_error("rumus", message)
        return self.cleaned_data


register(RowKind("templat-iku", TemplatIKUForm, "templat-iku", "templat IKU", hak=Hak.ATUR))
