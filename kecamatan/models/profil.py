"""The kecamatan's profile of one year (BAB I of the LKIP)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from kecamatan.ground.constraints import (
    OfKecamatan,
    Reviewable,
    check,
    filled,
    plausible_tahun,
    unique,
)
from kecamatan.models.peraturan import Peraturan
from kecamatan.models.wilayah import Kecamatan


class ProfilKecamatan(OfKecamatan, Reviewable):
    """Legal basis, borders, area (km²) and population (people) as known in one year."""

    trail_columns: ClassVar[dict[str, str]] = {"kecamatan": "kecamatan", "tahun": "tahun"}

    kecamatan = models.ForeignKey(Kecamatan, models.PROTECT, related_name="profil", verbose_name="kecamatan")
    tahun = models.PositiveSmallIntegerField("tahun")
    dasar_hukum = models.ManyToManyField(
        Peraturan, through="DasarHukumProfil", related_name="+", verbose_name="dasar hukum", blank=True
    )
    batas_utara = models.CharField("batas utara", max_length=200, blank=True)
    batas_timur = models.CharField("batas timur", max_length=200, blank=True)
    batas_selatan = models.CharField("batas selatan", max_length=200, blank=True)
    batas_barat = models.CharField("batas barat", max_length=200, blank=True)
    luas_km2 = models.DecimalField("luas (km²)", max_digits=10, decimal_places=4, null=True, blank=True)
    penduduk = models.PositiveIntegerField("penduduk (jiwa)", null=True, blank=True)
    penduduk_laki_laki = models.PositiveIntegerField("penduduk laki-laki (jiwa)", null=True, blank=True)
    penduduk_perempuan = models.PositiveIntegerField("penduduk perempuan (jiwa)", null=True, blank=True)

    class Meta:
        verbose_name = "profil kecamatan"
        verbose_name_plural = "profil kecamatan"
        ordering = ("kecamatan", "tahun")
        constraints = (
            unique(
                "tahun",
                "kecamatan",
                "tahun",
                message="Profil kecamatan tahun ini sudah ada. Ubah profil yang ada.",
            ),
            plausible_tahun(),
            check("luas_positif", Q(luas_km2__gt=0), "Isi luas wilayah lebih dari 0 km²."),
        )

    def __str__(self) -> str:
        return f"Profil {self.kecamatan} Tahun {self.tahun}"


class DasarHukumProfil(OfKecamatan, Reviewable):
    """A regulation that sets up the kecamatan's organisation, at its place in the list."""

    kecamatan_path: ClassVar[str] = "profil__kecamatan"
    tahun_path: ClassVar[str] = "profil__tahun"

    profil = models.ForeignKey(
        ProfilKecamatan, models.CASCADE, related_name="daftar_dasar_hukum", verbose_name="profil"
    )
    peraturan = models.ForeignKey(Peraturan, models.PROTECT, related_name="+", verbose_name="peraturan")
    urut = models.PositiveSmallIntegerField("urut", default=0)

    class Meta:
        verbose_name = "dasar hukum"
        verbose_name_plural = "dasar hukum"
        ordering = ("profil", "urut", "id")
        constraints = (
            unique(
                "peraturan",
                "profil",
                "peraturan",
                message="Peraturan ini sudah ada dalam daftar dasar hukum. Hapus salah satu.",
            ),
        )

    def __str__(self) -> str:
        return self.peraturan.sebutan


class ButirProfil(OfKecamatan, Reviewable):
    """A paragraph of kedudukan, an item of tugas or fungsi, or an isu strategis."""

    class Jenis(models.TextChoices):
        KEDUDUKAN = "kedudukan", "Kedudukan"
        TUGAS = "tugas", "Tugas"
        FUNGSI = "fungsi", "Fungsi"
        ISU = "isu", "Isu strategis"

    kecamatan_path: ClassVar[str] = "profil__kecamatan"
    tahun_path: ClassVar[str] = "profil__tahun"

    profil = models.ForeignKey(ProfilKecamatan, models.CASCADE, related_name="butir", verbose_name="profil")
    jenis = models.CharField("jenis", max_length=10, choices=Jenis.choices)
    uraian = models.TextField("uraian", error_messages={"blank": "Isi uraian butir, atau hapus butir ini."})
    urut = models.PositiveSmallIntegerField("urut", default=0)

    class Meta:
        verbose_name = "butir profil"
        verbose_name_plural = "butir profil"
        ordering = ("profil", "jenis", "urut", "id")
        constraints = (filled("uraian", "Isi uraian butir, atau hapus butir ini."),)

    def __str__(self) -> str:
        return f"{self.get_jenis_display()}: {self.uraian}"


class FaktaProfil(OfKecamatan, Reviewable):
    """A figure of the profile ("Luas sawah", 1.250, "ha") or, where it is words, a text."""

    class Kelompok(models.TextChoices):
        GEOGRAFI = "geografi", "Geografi"
        PENDUDUK = "penduduk", "Penduduk"
        MATA_PENCAHARIAN = "mata pencaharian", "Mata pencaharian"
        SARANA = "sarana", "Sarana dan prasarana"
        LAINNYA = "lainnya", "Lainnya"

    kecamatan_path: ClassVar[str] = "profil__kecamatan"
    tahun_path: ClassVar[str] = "profil__tahun"

    profil = models.ForeignKey(ProfilKecamatan, models.CASCADE, related_name="fakta", verbose_name="profil")
    kelompok = models.CharField("kelompok", max_length=20, choices=Kelompok.choices)
    uraian = models.CharField("uraian", max_length=200, error_messages={"blank": "Isi uraian fakta."})
    nilai = models.DecimalField("nilai", max_digits=20, decimal_places=4, null=True, blank=True)
    satuan = models.CharField("satuan", max_length=50, blank=True)
    teks = models.TextField("keterangan dengan kata-kata", blank=True)
    sumber = models.CharField("sumber data", max_length=200, blank=True)
    urut = models.PositiveSmallIntegerField("urut", default=0)

    class Meta:
        verbose_name = "fakta profil"
        verbose_name_plural = "fakta profil"
        ordering = ("profil", "urut", "id")
        constraints = (
            filled("uraian", "Isi uraian fakta."),
            check(
                "bernilai",
                Q(nilai__isnull=False) | ~Q(teks=""),
                "Isi nilai fakta dengan angka atau kata-kata.",
            ),
        )

    def __str__(self) -> str:
        return self.uraian
