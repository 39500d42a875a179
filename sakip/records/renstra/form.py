"""Renstra: its head, tujuan with their indikator, sasaran. The indikator of sasaran are in :mod:`.indikator_form`."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from sakip.entry.form import Pen, RecordForm
from sakip.entry.kinds import RowKind, below, register
from sakip.entry.writer import last_place
from sakip.models import (
    IndikatorTujuan,
    MisiRPJMD,
    PeriodeRPJMD,
    Renstra,
    RenstraBerlaku,
    Sasaran,
    SasaranRPJMD,
    Skala,
    TargetRenstra,
    TargetTujuan,
    Tujuan,
)
from sakip.records.rpjmd.form import PERIOD_YEARS
from sakip.records.rpjmd.in_effect import in_effect
from sakip.records.target_form import MultipleTargetForm, OnlyTargets
from sakip.text.key_names import new_key


class RenstraForm(RecordForm):
    """Years, legal basis, and what it refers to in the RPJMD."""

    error_fields: ClassVar[dict[str, str]] = {"versi": "tahun_awal"}
    yearly = False
    only_read: ClassVar[tuple[str, ...]] = ("kecamatan",)

    class Meta(RecordForm.Meta):
        model = Renstra
        fields = (
            *("tahun_awal", "tahun_akhir", "versi", "berlaku_sejak", "dasar", "tanggal", "sumber"),
            *("periode_rpjmd", "misi_diacu"),
        )
        help_texts: ClassVar = {
            "versi": "0 untuk Renstra awal. Bila hanya perubahannya yang diketahui, tulis perubahan ke berapa.",
            "dasar": "Keputusan atau peraturan yang menetapkan Renstra ini.",
            "sumber": "Tercetak di bawah tabel Renstra.",
        }

    def prepare(self) -> None:
        """RPJMD and misi of the kabupaten; a new Renstra has the years of the RPJMD that covers the page's year."""
        kabupaten = self.scope.kecamatan.kabupaten_id
        periode = PeriodeRPJMD.objects.filter(kabupaten=kabupaten).select_related("kabupaten")
        misi = MisiRPJMD.objects.filter(periode__kabupaten=kabupaten).select_related("periode")
        self.limit("periode_rpjmd", periode)
        self.limit("misi_diacu", misi.order_by("-periode__tahun_awal", "nomor"))
        self.fields["misi_diacu"].label_from_instance = (  # type: ignore[attr-defined]
            lambda m: f"{m.periode.tahun_awal}–{m.periode.tahun_akhir}, {m}"
        )
        if self.instance.pk is not None:
            del self.fields["versi"]
            if _versions_of(self.instance).exclude(pk=self.instance.pk).exists():
                # All versions of a period begin in the same year; the later replaces the former.
                del self.fields["tahun_awal"]
        else:
            tahun = self.scope.tahun
            in_force = in_effect(periode, tahun)
            self.initial["tahun_awal"] = in_force.tahun_awal if in_force else tahun
            self.initial["tahun_akhir"] = in_force.tahun_akhir if in_force else tahun + PERIOD_YEARS - 1
            self.initial["periode_rpjmd"] = in_force

    def clean(self) -> dict[str, Any] | None:
        """The misi names its RPJMD; no target falls out of the years; no sasaran keeps another RPJMD's."""
        super().clean()
        misi, periode = self.cleaned_data.get("misi_diacu"), self.cleaned_data.get("periode_rpjmd")
        if misi is not None and periode is None and "periode_rpjmd" not in self.errors:
            periode = self.cleaned_data["periode_rpjmd"] = misi.periode
        if misi is not None and periode is not None and misi.periode_id != periode.pk:
            self.add_error("misi_diacu", "Misi itu milik RPJMD lain. Pilih misi dari RPJMD yang sama.")
        if self.instance.pk is not None:
            self._check_term()
            self._check_rpjmd(periode)
        return self.cleaned_data

    def deletion_refusal(self) -> str:
        """Versions follow one another without a gap."""
        row = self.instance
        later = _versions_of(row).filter(versi__gt=row.versi).order_by("versi").last()
        return f"Sudah ada perubahan ke-{later.versi}. Hapus dahulu perubahan itu." if later else ""

    def _check_term(self) -> None:
        start = self.cleaned_data.get("tahun_awal", self.instance.tahun_awal)
        end = self.cleaned_data.get("tahun_akhir")
        if start is None or end is None:
            return
        tahun = {
            *TargetRenstra.objects.filter(indikator__renstra=self.instance).values_list("tahun", flat=True),
            *TargetTujuan.objects.filter(indikator__tujuan__renstra=self.instance).values_list(
                "tahun", flat=True
            ),
        }
        for location, outside in (
            ("tahun_awal", [t for t in tahun if t < start]),
            ("tahun_akhir", [t for t in tahun if t > end]),
        ):
            if outside:
                self.add_error(
                    location if location in self.fields else None,
                    f"Target tahun {min(outside)} sudah dicatat. Hapus dahulu target itu.",
                )

    def _check_rpjmd(self, periode: PeriodeRPJMD | None) -> None:
        other = self.instance.sasaran.exclude(sasaran_rpjmd=None).exclude(
            sasaran_rpjmd__tujuan__misi__periode=periode
        )
        if sasaran := other.first():
            self.add_error(
                "periode_rpjmd",
                f'Sasaran "{sasaran}" mengacu pada RPJMD lain. Kosongkan dahulu sasaran RPJMD-nya.',
            )


def _versions_of(row: Renstra) -> models.QuerySet[Renstra]:
    """The versions of the period of a Renstra."""
    return Renstra.objects.for_kecamatan(row.kecamatan).filter(tahun_awal=row.tahun_awal)


class RenstraBerlakuForm(RecordForm):
    """Which of the Renstra that cover the year is in force, since when that is decided and why."""

    error_fields: ClassVar[dict[str, str]] = {"tahun": "renstra"}

    class Meta(RecordForm.Meta):
        model = RenstraBerlaku
        fields = ("renstra", "tanggal", "alasan")
        help_texts: ClassVar = {
            "renstra": "Dokumen tahun ini yang dibuat sesudahnya mengacu padanya; yang sudah ada tetap.",
            "alasan": "Misalnya nomor surat edaran yang menentukannya.",
        }

    def prepare(self) -> None:
        """The Renstra whose period covers the year."""
        covering = Renstra.objects.for_tahun(self.scope.tahun).select_related("kecamatan")
        self.limit("renstra", covering.filter(kecamatan=self.scope.kecamatan))


class KeyedForm(RecordForm):
    """A form of a row whose ``kunci`` is made of its words when it is new, and never changed.

    What another Renstra of the kecamatan has under the same words is the same, and so is its ``kunci``: realisasi,
    documents and comparisons follow it from one Renstra into the next.
    """

    error_fields: ClassVar[dict[str, str]] = {"kunci": "uraian"}
    key_column: ClassVar[str] = "uraian"
    yearly = False
    only_read: ClassVar[tuple[str, ...]] = ("renstra",)

    def _post_clean(self) -> None:
        row = self.instance
        if not row.kunci:
            model = type(row)
            used = set(model._default_manager.filter(renstra=row.renstra_id).values_list("kunci", flat=True))
            word = str(self.cleaned_data.get(self.key_column) or "")
            row.kunci = self._known_key(word, used) or new_key(
                word, used, default=model._meta.verbose_name.replace(" ", "-")
            )
        super()._post_clean()

    def _known_key(self, words: str, used: Collection[str]) -> str:
        """The kunci that another Renstra, the latest first, has for these words; empty where none has them."""
        rows: Any = type(self.instance)._default_manager
        others = (
            rows.for_kecamatan(self.scope.kecamatan)
            .filter(**{f"{self.key_column}__iexact": words})
            .exclude(kunci__in=used)
            .order_by("-renstra__tahun_awal", "-renstra__versi")
        )
        return others.values_list("kunci", flat=True).first() or ""


class TujuanForm(KeyedForm):
    """A tujuan."""

    class Meta(RecordForm.Meta):
        model = Tujuan
        fields = ("uraian",)


class IndikatorTujuanForm(MultipleTargetForm):
    """An indikator of a tujuan with its target per year."""

    yearly = False
    only_read: ClassVar[tuple[str, ...]] = ("tujuan",)

    class Meta(RecordForm.Meta):
        model = IndikatorTujuan
        fields = ("nama", "satuan", "jenis_nilai", "rumus", "skala", "desimal", "pengali")
        help_texts: ClassVar = {"skala": "Hanya untuk indikator bernilai huruf."}

    def prepare(self) -> None:
        """Scales for letters."""
        super().prepare()
        self.limit("skala", Skala.objects.filter(Q(untuk=Skala.Untuk.HURUF) | Q(pk=self.instance.skala_id)))

    def deletion_refusal(self) -> str:
        """What was measured goes with no plan."""
        if self.instance.realisasi.exists():
            return "Realisasi indikator tujuan ini sudah dicatat. Hapus dahulu realisasinya."
        return ""

    def locations(self) -> dict[int, str]:
        """Years of the Renstra."""
        return tahun_renstra(self.instance.tujuan.renstra)


class IndikatorTujuanTargetForm(OnlyTargets, MultipleTargetForm):
    """The targets of an indikator tujuan."""

    yearly = False
    only_read: ClassVar[tuple[str, ...]] = ("tujuan",)

    class Meta(RecordForm.Meta):
        model = IndikatorTujuan
        fields = ()

    def locations(self) -> dict[int, str]:
        """Years of the Renstra."""
        return tahun_renstra(self.instance.tujuan.renstra)


class SasaranForm(KeyedForm):
    """A sasaran with strategi and kebijakan; a stored one can be moved to another tujuan."""

    class Meta(RecordForm.Meta):
        model = Sasaran
        fields = (*("tujuan", "uraian", "strategi", "kebijakan", "program_teks"), *("bobot", "sasaran_rpjmd"))
        help_texts: ClassVar = {
            "strategi": "Satu butir per baris.",
            "kebijakan": "Satu butir per baris.",
            "program_teks": "Nama program pada matriks Renstra, bila tercetak. Satu per baris.",
            "bobot": "Kosongkan bila semua sasaran sama berat.",
        }

    @classmethod
    def build(cls, content: dict[str, Any]) -> models.Model:
        """In the Renstra of its tujuan."""
        return Sasaran(renstra=content["tujuan"].renstra, **content)

    def prepare(self) -> None:
        """Tujuan of the same Renstra, sasaran of its RPJMD."""
        move_row(self, "tujuan", Tujuan.objects.filter(renstra=self.instance.renstra_id))
        periode = self.instance.renstra.periode_rpjmd_id
        self.limit("sasaran_rpjmd", SasaranRPJMD.objects.filter(tujuan__misi__periode=periode))
        if periode is None:
            self.fields["sasaran_rpjmd"].help_text = "Pilih dahulu RPJMD pada Renstra ini."

    def store(self, pen: Pen) -> None:
        """A sasaran that moved comes last in its new place."""
        at_end_of_new_place(self, "tujuan")
        super().store(pen)


def tahun_renstra(renstra: Renstra) -> dict[int, str]:
    """The years for which a Renstra sets targets."""
    return {tahun: str(tahun) for tahun in range(renstra.tahun_awal, renstra.tahun_akhir + 1)}


def move_row(form: RecordForm, nama: str, tujuan: models.QuerySet[Any]) -> None:
    """The parent of a stored row can be chosen anew; a new row has the one under which it was begun."""
    if form.instance.pk is None:
        del form.fields[nama]
    else:
        form.limit(nama, tujuan)


def at_end_of_new_place(form: RecordForm, nama: str) -> None:
    """Put a row that changed its parent behind the rows that are there."""
    if nama not in form.changed_data:
        return
    parent = getattr(form.instance, nama)
    sibling = type(form.instance)._default_manager.filter(**{nama: parent}).exclude(pk=form.instance.pk)
    form.instance.urut = last_place(sibling) + 1


register(
    RowKind("renstra", RenstraForm, "renstra", "Renstra", repeated=False),
    RowKind(
        "renstra-berlaku", RenstraBerlakuForm, "renstra", "keputusan Renstra yang berlaku", repeated=False
    ),
    RowKind("tujuan", TujuanForm, "renstra", "tujuan", **below("renstra")),
    RowKind("indikator-tujuan", IndikatorTujuanForm, "renstra", "indikator tujuan", **below("tujuan")),
    RowKind("sasaran", SasaranForm, "renstra", "sasaran", **below("tujuan")),
)
