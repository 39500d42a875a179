"""Keputusan Camat tentang Indikator Kinerja Utama, with its lampiran."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from kecamatan.ground.constraints import (
    OfKecamatan,
    Reviewable,
    check,
    daftar_teks,
    filled,
    plausible_tahun,
    unique,
)
from kecamatan.ground.years import YEAR_LAST
from kecamatan.models import Kecamatan, Peraturan
from sakip.records.renstra.indikator import Indikator
from sakip.records.shared_columns import SignedColumns, refers_to, whole_pecahan


class KeputusanIKU(OfKecamatan, SignedColumns):
    """The SK IKU of a kecamatan. ``instansi`` is the name that its lampiran prints.

    ``tahun`` is the first year in which it counts and ``berlaku_sampai`` the last, empty where that is the same year.
    Another decision of a later year takes its place from there on.
    """

    trail_columns: ClassVar[dict[str, str]] = {"kecamatan": "kecamatan", "tahun": "tahun"}

    kecamatan = models.ForeignKey(
        Kecamatan, models.PROTECT, related_name="keputusan_iku", verbose_name="kecamatan"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    nomor = models.CharField("nomor", max_length=100, blank=True)
    berlaku_sampai = models.PositiveSmallIntegerField(
        "berlaku sampai tahun",
        null=True,
        blank=True,
        help_text="Tahun terakhir keputusan ini dipakai; kosongkan bila hanya tahun ini.",
    )
    instansi = models.CharField("instansi", max_length=150, blank=True)
    mengingat = models.ManyToManyField(
        Peraturan, through="MengingatIKU", related_name="+", verbose_name="mengingat", blank=True
    )

    class Meta(SignedColumns.Meta):
        verbose_name = "keputusan IKU"
        verbose_name_plural = "keputusan IKU"
        ordering = ("kecamatan", "tahun")
        constraints = (
            *SignedColumns.Meta.constraints,
            unique(
                "tahun",
                "kecamatan",
                "tahun",
                message="Keputusan IKU tahun ini sudah ada. Ubah keputusan yang ada.",
            ),
            plausible_tahun(),
            check(
                "berlaku_sampai_sesudah_mulai",
                Q(berlaku_sampai__gte=F("tahun")) & Q(berlaku_sampai__lte=YEAR_LAST),
                "Isi tahun terakhir yang tidak lebih awal daripada tahun keputusan ini mulai dipakai.",
                at="berlaku_sampai",
            ),
        )

    def __str__(self) -> str:
        return f"Keputusan IKU {self.kecamatan} Tahun {self.tahun}"


class MengingatIKU(OfKecamatan, Reviewable):
    """A regulation in the "Mengingat" of the decision, at its place in the list."""

    kecamatan_path: ClassVar[str] = "keputusan__kecamatan"
    tahun_path: ClassVar[str] = "keputusan__tahun"

    keputusan = models.ForeignKey(
        KeputusanIKU, models.CASCADE, related_name="daftar_mengingat", verbose_name="keputusan IKU"
    )
    peraturan = models.ForeignKey(Peraturan, models.PROTECT, related_name="+", verbose_name="peraturan")
    urut = models.PositiveSmallIntegerField("urut", default=0)

    class Meta:
        verbose_name = "mengingat"
        verbose_name_plural = "mengingat"
        ordering = ("keputusan", "urut", "id")
        constraints = (
            unique(
                "peraturan",
                "keputusan",
                "peraturan",
                message='Peraturan ini sudah ada dalam "Mengingat". Hapus salah satu.',
            ),
        )

    def __str__(self) -> str:
        return self.peraturan.sebutan


class ButirIKU(OfKecamatan, Reviewable):
    """An item of tugas, fungsi, tujuan or indikator tujuan in the lampiran."""

    class Jenis(models.TextChoices):
        TUGAS = "tugas", "Tugas"
        FUNGSI = "fungsi", "Fungsi"
        TUJUAN = "tujuan", "Tujuan"
        INDIKATOR_TUJUAN = "indikator_tujuan", "Indikator tujuan"

    kecamatan_path: ClassVar[str] = "keputusan__kecamatan"
    tahun_path: ClassVar[str] = "keputusan__tahun"

    keputusan = models.ForeignKey(
        KeputusanIKU, models.CASCADE, related_name="butir", verbose_name="keputusan IKU"
    )
    jenis = models.CharField("jenis", max_length=20, choices=Jenis.choices)
    uraian = models.TextField("uraian", error_messages={"blank": "Isi uraian butir, atau hapus butir ini."})
    urut = models.PositiveSmallIntegerField("urut", default=0)

    class Meta:
        verbose_name = "butir keputusan IKU"
        verbose_name_plural = "butir keputusan IKU"
        ordering = ("keputusan", "jenis", "urut", "id")
        constraints = (filled("uraian", "Isi uraian butir, atau hapus butir ini."),)

    def __str__(self) -> str:
        return f"{self.get_jenis_display()}: {self.uraian}"


class BarisIKU(OfKecamatan, Reviewable):
    """A row of the IKU table in the words of the decision. ``penanggung_jawab`` are plain texts."""

    kecamatan_path: ClassVar[str] = "keputusan__kecamatan"
    tahun_path: ClassVar[str] = "keputusan__tahun"

    keputusan = models.ForeignKey(
        KeputusanIKU, models.CASCADE, related_name="baris", verbose_name="keputusan IKU"
    )
    sasaran = models.TextField(
        "sasaran", error_messages={"blank": "Isi sasaran seperti tercetak dalam keputusan."}
    )
    indikator = models.TextField(
        "indikator", error_messages={"blank": "Isi indikator seperti tercetak dalam keputusan."}
    )
    acuan_indikator = refers_to(Indikator, "indikator Renstra")
    satuan = models.CharField("satuan", max_length=50, blank=True)
    pembilang = models.TextField("pembilang", blank=True)
    penyebut = models.TextField("penyebut", blank=True)
    formulasi = models.TextField("formulasi", blank=True)
    penjelasan = models.JSONField("penjelasan", default=list, blank=True, validators=[daftar_teks])
    penanggung_jawab = models.JSONField(
        "penanggung jawab", default=list, blank=True, validators=[daftar_teks]
    )
    sumber_data = models.TextField("sumber data", blank=True)
    urut = models.PositiveSmallIntegerField("urut", default=0)

    class Meta:
        verbose_name = "baris IKU"
        verbose_name_plural = "baris IKU"
        ordering = ("keputusan", "urut", "id")
        constraints = (
            filled("sasaran", "Isi sasaran seperti tercetak dalam keputusan."),
            filled("indikator", "Isi indikator seperti tercetak dalam keputusan."),
            whole_pecahan(),
        )

    def __str__(self) -> str:
        return self.indikator
