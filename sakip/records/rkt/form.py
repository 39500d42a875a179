"""Rencana Kinerja Tahunan: its head, its indikator rows, its program down to sub kegiatan with their indikator."""

from __future__ import annotations

from typing import Any, Final

from django import forms

from sakip.entry.fields import TextField
from sakip.entry.form import Pen, RecordForm
from sakip.entry.judge import judge
from sakip.entry.kinds import RowKind, below, register
from sakip.entry.target_form import TargetForm
from sakip.entry.value_kinds import Text
from sakip.entry.writer import New
from sakip.models import RKT, BarisRKT, IndikatorBarisRKT, SasaranRKT
from sakip.records.nomenklatur.codes import TreeNode
from sakip.records.nomenklatur.form import NomenklaturForm
from sakip.records.reference_form import MarkedForm, ReferringTargetForm, UnitBoundForm, limit_to_renstra

#: Fields of the first indikator of a new row, by the columns of that indikator.
_FIRST: Final = {"uraian": "indikator", "target": "indikator_target", "satuan": "indikator_satuan"}


class RKTForm(MarkedForm):
    """Place, date, and the camat who signs."""

    kind_code = "rkt"

    class Meta(MarkedForm.Meta):
        model = RKT


class SasaranRKTForm(ReferringTargetForm):
    """A row of the first table; from the indikator of the Renstra also its target of the year."""

    target_required = False

    class Meta(RecordForm.Meta):
        model = SasaranRKT
        fields = ("acuan_indikator", "sasaran", "indikator", "satuan", "cetak")


class BarisRKTForm(NomenklaturForm, UnitBoundForm):
    """A program, kegiatan or sub kegiatan with its amount; a new one also with its first indikator."""

    kind_code = "baris-rkt"

    class Meta(RecordForm.Meta):
        model = BarisRKT
        fields = ("acuan_sasaran", "anggaran", "penanggung_jawab")

    def prepare(self) -> None:
        """Sasaran of the Renstra in force; the first indikator where there is none yet."""
        super().prepare()
        limit_to_renstra(self, "acuan_sasaran")
        if self.instance.pk is not None:
            return
        self.fields["indikator"] = TextField(
            label="indikator",
            required=False,
            widget=forms.Textarea(attrs={"rows": 2}),
            help_text="Yang dikosongkan diisi dari nomenklatur. Indikator lain ditambahkan sesudah disimpan.",
        )
        columns = {k.name: k for k in IndikatorBarisRKT._meta.local_fields}
        for nama in ("target", "satuan"):
            self.fields[f"indikator_{nama}"] = TextField(
                Text(one_line=True, longest=columns[nama].max_length), label=nama, required=False
            )

    def from_node(self, node: TreeNode) -> dict[str, Any]:
        """The first indikator."""
        return {"indikator": node.indikator, "indikator_satuan": node.satuan}

    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The row, then its first indikator."""
        rows = [entry for entry in self.visible_fields() if entry.name not in _FIRST.values()]
        first = [self[nama] for nama in _FIRST.values() if nama in self.fields]
        return [("", rows), *([("Indikator pertama", first)] if first else [])]

    def clean(self) -> dict[str, Any] | None:
        """A target or satuan without an indikator says nothing."""
        super().clean()
        other = self.cleaned_data.get("indikator_target") or self.cleaned_data.get("indikator_satuan")
        if "indikator" in self.fields and other and not self.cleaned_data.get("indikator"):
            self.add_error("indikator", "Isi indikator yang ditargetkan.")
        return self.cleaned_data

    def _post_clean(self) -> None:
        """Have the first indikator judged as the row that it becomes."""
        super()._post_clean()
        first = self._first()
        for problem in judge(first) if first else ():
            if (field := _FIRST.get(problem.column, "indikator")) not in self.errors:
                self.add_error(field, problem.message)

    def _first(self) -> IndikatorBarisRKT | None:
        """The first indikator as it was typed, not stored; None where there is none."""
        if not self.cleaned_data.get("indikator"):
            return None
        typed = {column: self.cleaned_data.get(field, "") for column, field in _FIRST.items()}
        return IndikatorBarisRKT(urut=1, **typed)

    def store(self, pen: Pen) -> None:
        """Write the row and its first indikator."""
        super().store(pen)
        if first := self._first():
            first.baris_id = self.instance.pk
            pen.add([New(row=first)])

    def _pk_parent(self) -> int | None:
        pk: int | None = self.instance.rkt_id  # none yet of an RKT that this row begins
        return pk


class IndikatorBarisRKTForm(RecordForm):
    """An indikator of a program, kegiatan or sub kegiatan; its target is a text as printed."""

    class Meta(RecordForm.Meta):
        model = IndikatorBarisRKT
        fields = ("uraian", "target", "satuan")


class SasaranRKTCellForm(TargetForm):
    """What is typed of a stored row in one table with others: nothing is chosen, so nothing is read to choose from."""

    target_required = False

    class Meta(RecordForm.Meta):
        model = SasaranRKT
        fields = ("indikator", "satuan", "cetak")


class AmountRKTForm(RecordForm):
    """The amount of a stored program, kegiatan or sub kegiatan, likewise."""

    class Meta(RecordForm.Meta):
        model = BarisRKT
        fields = ("anggaran",)


register(
    RowKind("rkt", RKTForm, "rkt", "RKT", repeated=False),
    RowKind("sasaran-rkt", SasaranRKTForm, "rkt", "indikator RKT", **below("rkt")),
    RowKind("baris-rkt", BarisRKTForm, "rkt", "baris RKT", **below("rkt")),
    RowKind("indikator-baris-rkt", IndikatorBarisRKTForm, "rkt", "indikator baris RKT", **below("baris")),
)
