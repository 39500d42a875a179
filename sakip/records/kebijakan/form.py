"""What a kabupaten decides for all of its kecamatan: how a year is measured."""

from __future__ import annotations

from typing import ClassVar, Final

from django import forms
from django.db.models import Q

from kecamatan.permissions import Hak
from sakip.capaian.rumus import rumus_choices
from sakip.capaian.triwulan import TRIWULAN
from sakip.entry.form import RecordForm
from sakip.entry.kinds import RowKind, register
from sakip.models import KebijakanPengukuran, Skala

DUE: Final = "Batas waktu"


class KebijakanForm(RecordForm):
    """Scale, caps, bound of efisien, decimals and due dates of a year."""

    yearly = False

    class Meta(RecordForm.Meta):
        model = KebijakanPengukuran
        fields = (
            *("tahun", "skala", "batas_atas", "batas_bawah", "batas_efisien"),
            *("desimal", "rumus", "batas_waktu_rkt", "batas_waktu_pk", "batas_waktu_iku"),
            *("batas_waktu_rencana_aksi", *(f"batas_waktu_triwulan_{nomor}" for nomor in TRIWULAN)),
            *("batas_waktu_lkip", "dasar"),
        )
        help_texts: ClassVar = {
            "skala": "Skala lain dibuat lebih dahulu pada Pengaturan, Skala predikat.",
            "batas_atas": "Capaian di atasnya dihitung sebesar batas ini. Kosongkan bila tidak dibatasi.",
            "batas_bawah": "Capaian di bawahnya dihitung sebesar batas ini. Kosongkan bila tidak dibatasi.",
            "batas_efisien": "Sasaran dinilai efisien bila capaiannya sekurang-kurangnya sebesar ini dan tidak di bawah"
            " serapan anggarannya. Kosongkan bila cukup dibandingkan dengan serapannya.",
            "desimal": "Banyaknya angka di belakang koma, 0 sampai 4.",
        }

    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The due dates stand together."""
        fields = [field for field in self.visible_fields() if field.name != "dasar"]
        due = [field for field in fields if field.name.startswith("batas_waktu_")]
        return [("", [field for field in fields if field not in due]), (DUE, due), ("", [self["dasar"]])]

    def group_hint(self, title: str) -> str:
        """What each of them means."""
        return (
            "Hari terakhir RKT, PK, IKU, dan Rencana Aksi ditetapkan, realisasi setiap triwulan terisi, dan LKIP"
            " ditandatangani. Kosongkan yang tidak ditentukan; LKIP jatuh pada hari terakhir Februari."
        )

    def prepare(self) -> None:
        """Scales of capaian, and those that the kabupaten has used. A new one begins like the year before."""
        kabupaten = self.scope.kecamatan.kabupaten_id
        previous = KebijakanPengukuran.objects.filter(kabupaten=kabupaten)
        offered = Skala.objects.offered_to(kabupaten)
        self.limit("skala", offered.filter(Q(untuk=Skala.Untuk.CAPAIAN) | Q(pk__in=previous.values("skala"))))
        if self.instance.pk is None:
            self.initial["tahun"] = self.scope.tahun
            last = previous.filter(tahun__lt=self.scope.tahun).order_by("-tahun").first()
            if last is not None:
                names = ("batas_atas", "batas_bawah", "batas_efisien", "desimal", "rumus")
                same = {nama: getattr(last, nama) for nama in names}
                self.initial.update(same, skala=last.skala_id)
        self.fields["rumus"] = forms.MultipleChoiceField(
            label="rumus yang ditawarkan",
            choices=rumus_choices(),
            widget=forms.CheckboxSelectMultiple,
            help_text="Yang dapat dipilih untuk mengukur indikator. Indikator yang sudah memakai rumus lain tetap"
            " diukur dengannya.",
        )


register(RowKind("kebijakan", KebijakanForm, "pengaturan", "kebijakan pengukuran", hak=Hak.ATUR))
