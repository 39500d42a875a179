"""What a kecamatan made new in a year, achieved, and was honoured for."""

from __future__ import annotations

from django.db import models

from kecamatan.ground.constraints import OfKecamatan, filled, plausible_tahun, unique
from kecamatan.models import Kecamatan
from sakip.records.renstra.models import Sasaran
from sakip.records.shared_columns import refers_to


class Prestasi(OfKecamatan):
    """An inovasi with its benefit, a prestasi, or a penghargaan with who gave it. The sasaran that it belongs to may be
    none: an honour of the office as a whole."""

    class Jenis(models.TextChoices):
        INOVASI = "inovasi", "Inovasi"
        PRESTASI = "prestasi", "Prestasi"
        PENGHARGAAN = "penghargaan", "Penghargaan"

    kecamatan = models.ForeignKey(
        Kecamatan, models.PROTECT, related_name="prestasi", verbose_name="kecamatan"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    jenis = models.CharField("jenis", max_length=11, choices=Jenis.choices)
    nama = models.CharField(
        "nama",
        max_length=200,
        error_messages={"blank": "Isi nama inovasi, prestasi, atau penghargaannya."},
    )
    uraian = models.TextField("uraian dan manfaat", blank=True)
    pemberi = models.CharField(
        "pemberi dan tingkat",
        max_length=150,
        blank=True,
        help_text="Misalnya Bupati Jember, tingkat kabupaten.",
    )
    tanggal = models.DateField("tanggal", null=True, blank=True)
    sasaran = refers_to(Sasaran, "sasaran")
    bukti = models.CharField(
        "bukti", max_length=200, blank=True, help_text="Misalnya nomor piagam atau keputusannya."
    )

    class Meta:
        verbose_name = "inovasi, prestasi, dan penghargaan"
        verbose_name_plural = "inovasi, prestasi, dan penghargaan"
        ordering = ("kecamatan", "tahun", "jenis", "id")
        constraints = (
            filled("nama", "Isi nama inovasi, prestasi, atau penghargaannya."),
            plausible_tahun(),
            unique(
                "nama",
                "kecamatan",
                "tahun",
                "jenis",
                "nama",
                message="Nama ini sudah dicatat pada tahun yang sama. Ubah baris yang ada.",
            ),
        )

    def __str__(self) -> str:
        return self.nama
