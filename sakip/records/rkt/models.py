"""Rencana Kinerja Tahunan."""

from typing import ClassVar

from django.db import models

from kecamatan.ground.constraints import (
    OfKecamatan,
    Reviewable,
    daftar_teks,
    filled,
    plausible_tahun,
    plausible_uang,
    unique,
)
from kecamatan.models import Kecamatan
from sakip.records.nomenklatur.models import Kegiatan, Program, SubKegiatan
from sakip.records.renstra.indikator import Indikator
from sakip.records.renstra.models import Sasaran
from sakip.records.shared_columns import OptionalTarget, SignedColumns, refers_to, whole_jenjang


class RKT(OfKecamatan, SignedColumns):
    """The RKT of a kecamatan and year."""

    trail_columns: ClassVar[dict[str, str]] = {"kecamatan": "kecamatan", "tahun": "tahun"}

    kecamatan = models.ForeignKey(Kecamatan, models.PROTECT, related_name="rkt", verbose_name="kecamatan")
    tahun = models.PositiveSmallIntegerField("tahun")

    class Meta(SignedColumns.Meta):
        verbose_name = "RKT"
        verbose_name_plural = "RKT"
        ordering = ("kecamatan", "tahun")
        constraints = (
            *SignedColumns.Meta.constraints,
            unique("tahun", "kecamatan", "tahun", message="RKT tahun ini sudah ada. Ubah RKT yang ada."),
            plausible_tahun(),
        )

    def __str__(self) -> str:
        return f"RKT {self.kecamatan} Tahun {self.tahun}"


class SasaranRKT(OfKecamatan, Reviewable, OptionalTarget):
    """An indikator row of the RKT as printed there; ``acuan_indikator`` ties it to the Renstra if it is known."""

    kecamatan_path: ClassVar[str] = "rkt__kecamatan"
    tahun_path: ClassVar[str] = "rkt__tahun"

    rkt = models.ForeignKey(RKT, models.CASCADE, related_name="sasaran", verbose_name="RKT")
    sasaran = models.TextField("sasaran", error_messages={"blank": "Isi sasaran seperti tercetak dalam RKT."})
    indikator = models.TextField(
        "indikator", error_messages={"blank": "Isi indikator seperti tercetak dalam RKT."}
    )
    acuan_indikator = refers_to(Indikator, "indikator Renstra")
    satuan = models.CharField("satuan", max_length=50, blank=True)
    urut = models.PositiveSmallIntegerField("urut", default=0)

    class Meta(OptionalTarget.Meta):
        verbose_name = "sasaran RKT"
        verbose_name_plural = "sasaran RKT"
        ordering = ("rkt", "urut", "id")
        constraints = (
            *OptionalTarget.Meta.constraints,
            filled("sasaran", "Isi sasaran seperti tercetak dalam RKT."),
            filled("indikator", "Isi indikator seperti tercetak dalam RKT."),
        )

    def __str__(self) -> str:
        return self.indikator


class BarisRKT(OfKecamatan, Reviewable):
    """A program, kegiatan or sub kegiatan row of the RKT (rupiah); the deepest filled level is the row's own."""

    kecamatan_path: ClassVar[str] = "rkt__kecamatan"
    tahun_path: ClassVar[str] = "rkt__tahun"

    rkt = models.ForeignKey(RKT, models.CASCADE, related_name="baris", verbose_name="RKT")
    acuan_sasaran = refers_to(Sasaran, "sasaran")
    program = models.ForeignKey(Program, models.PROTECT, related_name="+", verbose_name="program")
    kegiatan = refers_to(Kegiatan, "kegiatan")
    sub_kegiatan = refers_to(SubKegiatan, "sub kegiatan")
    anggaran = models.DecimalField("anggaran (Rp)", max_digits=18, decimal_places=2, null=True, blank=True)
    penanggung_jawab = models.JSONField(
        "penanggung jawab", default=list, blank=True, validators=[daftar_teks]
    )
    urut = models.PositiveSmallIntegerField("urut", default=0)

    class Meta:
        verbose_name = "baris RKT"
        verbose_name_plural = "baris RKT"
        ordering = ("rkt", "urut", "id")
        constraints = (*whole_jenjang(required_programs=True), plausible_uang("anggaran"))

    def __str__(self) -> str:
        return str(self.sub_kegiatan or self.kegiatan or self.program)


class IndikatorBarisRKT(OfKecamatan, Reviewable):
    """An indikator of a program, kegiatan or sub kegiatan row; its target is a text as printed."""

    kecamatan_path: ClassVar[str] = "baris__rkt__kecamatan"
    tahun_path: ClassVar[str] = "baris__rkt__tahun"

    baris = models.ForeignKey(BarisRKT, models.CASCADE, related_name="indikator", verbose_name="baris RKT")
    uraian = models.TextField("uraian", error_messages={"blank": "Isi uraian indikator."})
    target = models.CharField("target", max_length=100, blank=True)
    satuan = models.CharField("satuan", max_length=50, blank=True)
    urut = models.PositiveSmallIntegerField("urut", default=0)

    class Meta:
        verbose_name = "indikator baris RKT"
        verbose_name_plural = "indikator baris RKT"
        ordering = ("baris", "urut", "id")
        constraints = (filled("uraian", "Isi uraian indikator."),)

    def __str__(self) -> str:
        return self.uraian
