"""Nomenklatur of program, kegiatan and sub kegiatan, in versions (Kepmendagri)."""

from django.db import models
from django.db.models import F, Q

from kecamatan.ground.constraints import check, plausible_tahun, unique
from sakip.querysets import VersiNomenklaturQuerySet


class VersiNomenklatur(models.Model):
    """An edition of the nomenklatur and the budget years that are written in it."""

    kode = models.SlugField("kode", max_length=20)
    nama = models.CharField("nama", max_length=150)
    dasar = models.TextField("dasar", blank=True)
    tahun_awal = models.PositiveSmallIntegerField("tahun awal")
    tahun_akhir = models.PositiveSmallIntegerField("tahun akhir", null=True, blank=True)

    objects = VersiNomenklaturQuerySet.as_manager()

    class Meta:
        verbose_name = "versi nomenklatur"
        verbose_name_plural = "versi nomenklatur"
        ordering = ("tahun_awal",)
        constraints = (
            unique("kode", "kode", message="Kode versi ini sudah dipakai. Pilih kode lain."),
            plausible_tahun("tahun_awal"),
            check(
                "tahun_urut",
                Q(tahun_akhir__gte=F("tahun_awal")),
                "Isi tahun akhir yang tidak lebih awal daripada tahun awalnya.",
            ),
        )

    def __str__(self) -> str:
        return self.nama


class NomenklaturColumns(models.Model):
    """Columns of every level. Where ``tanpa_kode`` holds, ``kode`` is our own key and is never printed."""

    kode = models.CharField("kode", max_length=25)
    nama = models.CharField("nama", max_length=300)
    khusus_aceh = models.BooleanField("khusus Aceh", default=False)
    tanpa_kode = models.BooleanField("tanpa kode resmi", default=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.nama if self.tanpa_kode else f"{self.kode} {self.nama}"


class Program(NomenklaturColumns):
    """A program of the nomenklatur."""

    versi = models.ForeignKey(
        VersiNomenklatur, models.CASCADE, related_name="program", verbose_name="versi nomenklatur"
    )

    class Meta:
        verbose_name = "program"
        verbose_name_plural = "program"
        ordering = ("versi", "kode")
        constraints = (
            unique(
                "kode",
                "versi",
                "kode",
                message="Kode program ini sudah ada pada versi yang sama. Periksa kodenya.",
            ),
        )


class Kegiatan(NomenklaturColumns):
    """A kegiatan of a program; ``kode`` is the whole code ("7.01.02.2.01")."""

    program = models.ForeignKey(Program, models.CASCADE, related_name="kegiatan", verbose_name="program")

    class Meta:
        verbose_name = "kegiatan"
        verbose_name_plural = "kegiatan"
        ordering = ("program", "kode")
        constraints = (
            unique(
                "kode",
                "program",
                "kode",
                message="Kode kegiatan ini sudah ada pada program yang sama. Periksa kodenya.",
            ),
        )


class SubKegiatan(NomenklaturColumns):
    """A sub kegiatan of a kegiatan with its indikator and satuan; empty where no source had them.

    ``kode_dikonfirmasi`` is False where code and name were not seen together in a source of that version.
    """

    kegiatan = models.ForeignKey(
        Kegiatan, models.CASCADE, related_name="sub_kegiatan", verbose_name="kegiatan"
    )
    indikator = models.TextField("indikator", blank=True)
    satuan = models.CharField("satuan", max_length=50, blank=True)
    kode_dikonfirmasi = models.BooleanField("kode dikonfirmasi", default=False)

    class Meta:
        verbose_name = "sub kegiatan"
        verbose_name_plural = "sub kegiatan"
        ordering = ("kegiatan", "kode")
        constraints = (
            unique(
                "kode",
                "kegiatan",
                "kode",
                message="Kode sub kegiatan ini sudah ada pada kegiatan yang sama. Periksa kodenya.",
            ),
        )
