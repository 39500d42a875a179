"""What a kabupaten decides for all of its kecamatan: how a year is measured."""

from __future__ import annotations

from typing import ClassVar

from django import forms
from django.db.models import Q

from kecamatan.permissions import Hak
from sakip.capaian.rumus import pilihan_rumus
from sakip.entry.form import RecordForm
from sakip.entry.kinds import RowKind, register
from sakip.models import KebijakanPengukuran, Skala


class KebijakanForm(RecordForm):
    """Scale, caps, decimals and due date of a year."""

    tahunan = False
    letak_galat: ClassVar[dict[str, str]] = {"batas_urut": "batas_bawah"}

    class Meta(RecordForm.Meta):
        model = KebijakanPengukuran
        fields = (
            *("tahun", "skala", "batas_atas", "batas_bawah"),
            *("desimal", "rumus", "batas_waktu_lkip", "dasar"),
        )
        help_texts: ClassVar = {
            "batas_atas": "Capaian di atasnya dihitung sebesar batas ini. Kosongkan bila tidak dibatasi.",
            "batas_bawah": "Capaian di bawahnya dihitung sebesar batas ini. Kosongkan bila tidak dibatasi.",
            "desimal": "Banyaknya angka di belakang koma, 0 sampai 4.",
        }

    def prepare(self) -> None:
        """Scales of capaian, and those that the kabupaten has used. A new one begins like the year before."""
        lalu = KebijakanPengukuran.objects.filter(kabupaten=self.lingkup.kecamatan.kabupaten_id)
        self.batasi(
            "skala", Skala.objects.filter(Q(untuk=Skala.Untuk.CAPAIAN) | Q(pk__in=lalu.values("skala")))
        )
        if self.instance.pk is None:
            self.initial["tahun"] = self.lingkup.tahun
            terakhir = lalu.filter(tahun__lt=self.lingkup.tahun).order_by("-tahun").first()
            if terakhir is not None:
                sama = {
                    nama: getattr(terakhir, nama)
                    for nama in ("batas_atas", "batas_bawah", "desimal", "rumus")
                }
                self.initial.update(sama, skala=terakhir.skala_id)
        self.fields["rumus"] = forms.MultipleChoiceField(
            label="rumus yang ditawarkan",
            choices=pilihan_rumus(),
            widget=forms.CheckboxSelectMultiple,
            help_text="Yang dapat dipilih untuk mengukur indikator. Indikator yang sudah memakai rumus lain tetap"
            " diukur dengannya.",
        )


register(RowKind("kebijakan", KebijakanForm, "pengaturan", "kebijakan pengukuran", hak=Hak.ATUR))
