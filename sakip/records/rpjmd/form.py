"""RPJMD of the kabupaten: period, misi, tujuan, sasaran. Written by Bagian Organisasi, read by every kecamatan."""

from __future__ import annotations

from django.db.models import Max

from kecamatan.permissions import Hak
from sakip.entry.form import RecordForm
from sakip.entry.kinds import RowKind, below, register
from sakip.models import MisiRPJMD, PeriodeRPJMD, SasaranRPJMD, TujuanRPJMD

PERIOD_YEARS = 5
"""Years of a period (UU 25/2004 Pasal 5 ayat 2, UU 23/2014 Pasal 263 ayat 3)."""


class PeriodeRPJMDForm(RecordForm):
    """First and last year, visi, legal basis."""

    yearly = False

    class Meta(RecordForm.Meta):
        model = PeriodeRPJMD
        fields = ("tahun_awal", "tahun_akhir", "berlaku_sejak", "visi", "dasar")

    def prepare(self) -> None:
        """A new period begins in the year of the page."""
        if self.instance.pk is None:
            self.initial["tahun_awal"] = self.scope.tahun
            self.initial["tahun_akhir"] = self.scope.tahun + PERIOD_YEARS - 1


class MisiRPJMDForm(RecordForm):
    """A misi; new ones are numbered on."""

    yearly = False

    class Meta(RecordForm.Meta):
        model = MisiRPJMD
        fields = ("nomor", "uraian")

    def prepare(self) -> None:
        """Offer the next number."""
        if self.instance.pk is None:
            last = self.instance.periode.misi.aggregate(n=Max("nomor"))["n"]
            self.initial["nomor"] = (last or 0) + 1


class TujuanRPJMDForm(RecordForm):
    """A tujuan with the names of its indikator."""

    yearly = False

    class Meta(RecordForm.Meta):
        model = TujuanRPJMD
        fields = ("uraian", "indikator")


class SasaranRPJMDForm(RecordForm):
    """A sasaran with the names of its indikator."""

    yearly = False

    class Meta(RecordForm.Meta):
        model = SasaranRPJMD
        fields = ("uraian", "indikator")


register(
    RowKind("rpjmd", PeriodeRPJMDForm, "renstra", "periode RPJMD", hak=Hak.ATUR),
    RowKind("misi-rpjmd", MisiRPJMDForm, "renstra", "misi RPJMD", parent="periode", hak=Hak.ATUR),
    RowKind("tujuan-rpjmd", TujuanRPJMDForm, "renstra", "tujuan RPJMD", **below("misi"), hak=Hak.ATUR),
    RowKind("sasaran-rpjmd", SasaranRPJMDForm, "renstra", "sasaran RPJMD", **below("tujuan"), hak=Hak.ATUR),
)
