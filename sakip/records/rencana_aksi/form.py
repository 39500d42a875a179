"""Rencana Aksi: its head, its indikator rows with four targets, the kegiatan that serve them."""

from __future__ import annotations

from typing import ClassVar

from django import forms

from sakip.entry.form import RecordForm
from sakip.entry.kinds import RowKind, below, register
from sakip.models import BarisRencanaAksi, KegiatanRencanaAksi, LangkahRencanaAksi, RencanaAksi
from sakip.records.nomenklatur.form import NomenklaturForm
from sakip.records.reference_form import MarkedForm, ReferringForm, UnitBoundForm
from sakip.records.target_form import MultipleTargetForm, OnlyTargets

ROMAN = {1: "triwulan I", 2: "triwulan II", 3: "triwulan III", 4: "triwulan IV"}
TRIWULAN = tuple(f"triwulan_{n}" for n in ROMAN)


class RencanaAksiForm(MarkedForm):
    """Place, date, and the camat who signs."""

    kind_code = "rencana-aksi"

    class Meta(MarkedForm.Meta):
        model = RencanaAksi


class BarisRencanaAksiForm(ReferringForm, MultipleTargetForm):
    """An indikator with its target in each triwulan."""

    error_fields: ClassVar[dict[str, str]] = {"triwulan": "target_1"}
    place_column = "triwulan"
    target_title = "Target setiap triwulan"

    class Meta(RecordForm.Meta):
        model = BarisRencanaAksi
        fields = ("acuan_indikator", "sasaran", "indikator", "satuan", "akumulasi")

    def locations(self) -> dict[int, str]:
        """The four triwulan."""
        return ROMAN


class QuartersForm(OnlyTargets, MultipleTargetForm):
    """The targets of a stored indikator, in one table with others: nothing is chosen, so no Renstra is read, and what
    the checks of a year ask of the row stands as it was."""

    place_column = "triwulan"
    only_read: ClassVar[tuple[str, ...]] = ("acuan_indikator", "rencana_aksi")

    class Meta(RecordForm.Meta):
        model = BarisRencanaAksi
        fields = ()

    def locations(self) -> dict[int, str]:
        """The four triwulan."""
        return ROMAN


class KegiatanRencanaAksiForm(NomenklaturForm):
    """A kegiatan or sub kegiatan with its output target in each triwulan."""

    kind_code = "kegiatan-rencana-aksi"
    side_by_side: ClassVar[tuple[str, ...]] = ("Target setiap triwulan",)

    class Meta(RecordForm.Meta):
        model = KegiatanRencanaAksi
        fields = ("indikator", "satuan", *TRIWULAN)

    def prepare(self) -> None:
        """Say where the indikator comes from when it is left empty."""
        super().prepare()
        if self.instance.pk is None:
            self.fields["indikator"].help_text = "Yang dikosongkan diisi dari nomenklatur."

    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """What it is, then its targets."""
        start = [entry for entry in self.visible_fields() if entry.name not in TRIWULAN]
        return [("", start), ("Target setiap triwulan", [self[nama] for nama in TRIWULAN])]

    def _pk_parent(self) -> int:
        return int(self.instance.baris_id)


class KegiatanCellForm(RecordForm):
    """What is typed of a stored kegiatan in one table with others: nothing is chosen, so no nomenklatur is read."""

    class Meta(RecordForm.Meta):
        model = KegiatanRencanaAksi
        fields = ("indikator", "satuan", *TRIWULAN)


class LangkahRencanaAksiForm(UnitBoundForm):
    """A step with who takes it and when."""

    class Meta(RecordForm.Meta):
        model = LangkahRencanaAksi
        fields = ("uraian", "ukuran", "penanggung_jawab", "triwulan")


register(
    RowKind("rencana-aksi", RencanaAksiForm, "rencana-aksi", "rencana aksi", repeated=False),
    RowKind(
        "baris-rencana-aksi",
        BarisRencanaAksiForm,
        "rencana-aksi",
        "indikator rencana aksi",
        **below("rencana_aksi"),
    ),
    RowKind(
        "kegiatan-rencana-aksi",
        KegiatanRencanaAksiForm,
        "rencana-aksi",
        "kegiatan rencana aksi",
        **below("baris"),
    ),
    RowKind(
        "langkah-rencana-aksi",
        LangkahRencanaAksiForm,
        "rencana-aksi",
        "langkah rencana aksi",
        **below("baris"),
    ),
)
