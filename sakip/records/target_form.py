"""A row with a target for each of several years or triwulan: typed beside one another, each stored as a row."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError

from sakip.entry.fields import TARGET, TextField, ValueField
from sakip.entry.form import Pen, RecordForm, copy_target, kolom_target
from sakip.entry.judge import judge
from sakip.entry.value_kinds import Text

PANJANG_CETAK = 100


class MultipleTargetForm(RecordForm):
    """A form whose row has ``target`` rows, one per ``kolom_letak`` (tahun, triwulan).

    Fields ``target_<n>`` and ``cetak_<n>``; an empty target has no row.
    """

    kolom_letak: ClassVar[str] = "tahun"
    judul_target: ClassVar[str] = "Target setiap tahun"
    petunjuk_target: ClassVar[str] = (
        "Target: angka (85), huruf (BB), atau rentang (80–90). Tercetak: hanya bila dokumen menuliskannya lain,"
        " misalnya B (80)."
    )
    berderet: ClassVar[tuple[str, ...]] = ("Target setiap tahun", "Target setiap triwulan")

    def letak(self) -> dict[int, str]:
        """Years or triwulan for which a target may be typed, with their names."""
        raise NotImplementedError

    def prepare(self) -> None:
        """Add the pair of fields of every year or triwulan, those with a stored target included."""
        super().prepare()
        ada = self._tersimpan()
        nama = {n: str(n) for n in ada} | self.letak()
        self.letak_target = dict(sorted(nama.items()))
        for n, sebutan in self.letak_target.items():
            self.fields[f"target_{n}"] = ValueField(TARGET, label=f"target {sebutan}", required=False)
            self.fields[f"cetak_{n}"] = TextField(
                Text(one_line=True, longest=PANJANG_CETAK), label=f"tercetak {sebutan}", required=False
            )
            if baris := ada.get(n):
                self.initial[f"target_{n}"] = kolom_target(baris)
                self.initial[f"cetak_{n}"] = baris.cetak

    def bidang_target(self) -> list[forms.BoundField]:
        """The fields of the targets, for :meth:`kelompok`."""
        return [self[f"{nama}_{n}"] for n in self.letak_target for nama in ("target", "cetak")]

    def kelompok(self) -> list[tuple[str, list[forms.BoundField]]]:
        """What the row is, then its targets."""
        target = self.bidang_target()
        names = {isian.name for isian in target}
        lain = [isian for isian in self.visible_fields() if isian.name not in names]
        return [("", lain), (self.judul_target, target)]

    def petunjuk_kelompok(self, judul: str) -> str:
        """How a target is written, once for all of them."""
        return self.petunjuk_target if judul == self.judul_target else super().petunjuk_kelompok(judul)

    def add_error(self, field: str | None, error: Any) -> None:
        """Say which of the many targets a message is about: the summary stands far from the field."""
        bagian, _, letak = (field or "").partition("_")
        if bagian in ("target", "cetak") and letak.isdigit():
            sebutan = f"arget {self.letak_target[int(letak)]}"
            galat = error if isinstance(error, ValidationError) else ValidationError(error)
            error = ValidationError(
                [pesan if sebutan in pesan else f"T{sebutan}: {pesan}" for pesan in galat.messages]
            )
        super().add_error(field, error)

    def clean(self) -> dict[str, Any] | None:
        """A printed form belongs to a target."""
        super().clean()
        for n, sebutan in self.letak_target.items():
            kolom = self.cleaned_data.get(f"target_{n}")
            if kolom is None and self.cleaned_data.get(f"cetak_{n}") and f"target_{n}" not in self.errors:
                self.add_error(f"target_{n}", f"Isi target {sebutan}, atau kosongkan bentuk cetaknya.")
        return self.cleaned_data

    def _post_clean(self) -> None:
        """Every target is judged as the row that it will be, once it is known what is measured."""
        super()._post_clean()
        ada = self._tersimpan()
        for n in self.letak_target:
            kolom = self.cleaned_data.get(f"target_{n}")
            if kolom is None or f"cetak_{n}" in self.errors:
                continue
            row = self._typed(n, kolom)
            if (lama := ada.get(n)) and copy_target(lama) == copy_target(row):
                continue  # what stands there already is no news
            problems = judge(row)
            for problem in problems:
                self.add_error(f"cetak_{n}" if problem.column == "cetak" else f"target_{n}", problem.message)
            if not problems:
                self.cleaned_data[f"target_{n}"] = kolom_target(row)
                self.cleaned_data[f"cetak_{n}"] = row.cetak

    def store(self, pen: Pen) -> None:
        """Write the row, then its targets: the changed, the new, the emptied."""
        super().store(pen)
        ada = self._tersimpan()
        for n in self.letak_target:
            kolom = self.cleaned_data[f"target_{n}"]
            lama = ada.get(n)
            if kolom is None:
                if lama is not None:
                    pen.remove(lama)
                continue
            pen.put(self._typed(n, kolom, lama))

    def _typed(self, n: int, kolom: dict[str, Any], row: Any = None) -> Any:
        """The row of a target as typed: the stored one, or else a new one."""
        relation = self._meta.model._meta.get_field("target")
        row = row or relation.related_model(**{relation.field.name: self.instance, self.kolom_letak: n})
        for nama, nilai in (kolom | {"cetak": self.cleaned_data[f"cetak_{n}"]}).items():
            setattr(row, nama, nilai)
        return row

    def _tersimpan(self) -> dict[int, Any]:
        if self.instance.pk is None:
            return {}
        return {getattr(t, self.kolom_letak): t for t in self.instance.target.all()}
