"""A row written in the nomenklatur: one choice of its deepest level, so that the levels above always fit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.db.models import Q
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode

from sakip.checks.documents import for_aceh_alone, not_in_force
from sakip.entry.form import RecordForm, Scope
from sakip.models import Program, VersiNomenklatur
from sakip.records.nomenklatur.codes import JENJANG, TreeNode, pohon, row_of, sebutan_dari
from sakip.snapshot.parts.source import ACEH
from sakip.snapshot.reference import nomenklatur_of

MENJOROK = {"program": "", "kegiatan": "› ", "sub_kegiatan": "› › "}


class NomenklaturChoice(RecordForm):
    """A form with one choice out of the nomenklatur; what is there but not offered is refused with its reason.

    ``nomenklatur_field`` is the field of the choice.
    """

    nomenklatur_field: ClassVar[str]

    def clean(self) -> dict[str, Any] | None:
        """Say of another year's row, and of one for Aceh alone, what the checks say of it."""
        super().clean()
        field = self.nomenklatur_field
        if self.has_error(field, "invalid_choice") and (reason := self._why_not(str(self[field].data))):
            del self.errors[field]
            self.add_error(field, reason)
        return self.cleaned_data

    def _why_not(self, chosen: str) -> str:
        row = row_of(chosen if "-" in chosen else f"{JENJANG[0]}-{chosen}")
        reference = nomenklatur_of(row) if row else None
        if reference is None:
            return ""
        kabupaten, tahun = self.lingkup.kecamatan.kabupaten, self.lingkup.tahun
        aceh = next(for_aceh_alone(reference, kabupaten.provinsi), None)
        return not_in_force(reference, tahun) or (aceh[1] if aceh else "")


class NomenklaturForm(NomenklaturChoice):
    """A form of a row with program, kegiatan and sub_kegiatan, chosen as one (field ``nomenklatur``).

    ``kode_isian`` is the form's own code in the registry, to which the search page leads back.
    """

    letak_galat: ClassVar[dict[str, str]] = {
        **dict.fromkeys(JENJANG, "nomenklatur"),
        "sub_kegiatan_berkegiatan": "nomenklatur",
        "kegiatan_berprogram": "nomenklatur",
    }
    nomenklatur_field = "nomenklatur"
    kode_isian: ClassVar[str]

    def prepare(self) -> None:
        """Offer what the year's budget is written in, and the choice made before."""
        super().prepare()
        semua = pohon(kecamatan=self.lingkup.kecamatan, tahun=self.lingkup.tahun)
        self.simpul = {s.kunci: s for p in semua for s in p.traverse()}
        pilihan: list[Any] = [
            (p.sebutan, [(s.kunci, MENJOROK[s.tingkat] + s.sebutan) for s in p.traverse()]) for p in semua
        ]
        terpilih = self._terpilih()
        if terpilih and terpilih not in self.simpul:
            pilihan.insert(0, (terpilih, f"{sebutan_dari(terpilih)} (nomenklatur lain)"))
        isian = forms.ChoiceField(
            label="program, kegiatan, atau sub kegiatan",
            choices=[("", "---------"), *pilihan],
            help_text=self._petunjuk() if self.instance.pk is None else "",
        )
        self.fields = {"nomenklatur": isian, **self.fields}
        self.initial["nomenklatur"] = terpilih

    def isi_dari(self, pilihan: Mapping[str, str]) -> None:
        """What was chosen on the search page, with the indikator and satuan that the nomenklatur gives it."""
        simpul = self.simpul.get(pilihan.get("nomenklatur", ""))
        if simpul is not None:
            self.initial.update(self.from_node(simpul), nomenklatur=simpul.kunci)

    def from_node(self, simpul: TreeNode) -> dict[str, Any]:
        """Values of other fields that the nomenklatur gives for the choice."""
        return {"indikator": simpul.indikator, "satuan": simpul.satuan}

    def clean(self) -> dict[str, Any] | None:
        """A new row takes over what the nomenklatur gives, where it was left empty."""
        super().clean()
        simpul = self.simpul.get(self.cleaned_data.get("nomenklatur") or "")
        if simpul is not None and self.instance.pk is None:
            for nama, nilai in self.from_node(simpul).items():
                if nama in self.fields and nama not in self.errors and not self.cleaned_data.get(nama):
                    self.cleaned_data[nama] = nilai
        return self.cleaned_data

    def tampil(self, nama: str, teks: str) -> str:
        """The choice in words, of whatever year it is."""
        if nama == "nomenklatur":
            return self.simpul[teks].sebutan if teks in self.simpul else sebutan_dari(teks)
        return super().tampil(nama, teks)

    def _post_clean(self) -> None:
        kunci = self.cleaned_data.get("nomenklatur")
        if kunci in self.simpul:
            for kolom, nomor in self.simpul[kunci].jenjang.items():
                setattr(self.instance, kolom, nomor)
        super()._post_clean()

    def _terpilih(self) -> str:
        for tingkat in reversed(JENJANG):
            if nomor := getattr(self.instance, f"{tingkat}_id"):
                return f"{tingkat}-{nomor}"
        return ""

    def _petunjuk(self) -> str:
        tempat, induk = self.lingkup, self._induk_pk()
        alamat = reverse("nomenklatur", args=[tempat.kecamatan.slug, tempat.tahun])
        query = urlencode({"untuk": self.kode_isian} | ({"induk": induk} if induk is not None else {}))
        return format_html('<a href="{}?{}">Cari menurut kode atau kata</a>', alamat, query)

    def _induk_pk(self) -> int | None:
        """Number of the row's parent; None where it hangs on kecamatan and year alone."""
        return None


def programs_of_year(lingkup: Scope, terpilih: int | None = None) -> Any:
    """Programs in which the year's budget of the kecamatan is written, and the one chosen before."""
    berlaku = Q(versi__in=VersiNomenklatur.objects.for_tahun(lingkup.tahun))
    if lingkup.kecamatan.kabupaten.provinsi != ACEH:
        berlaku &= Q(khusus_aceh=False)
    return Program.objects.filter(berlaku | Q(pk=terpilih))
