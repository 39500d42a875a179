"""Until where a person has looked."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from kecamatan.ground.constraints import OfKecamatan, plausible_tahun, unique
from kecamatan.models import Kecamatan


class LastLook(OfKecamatan):
    """Until which line of the trail (``jejak``, its number) a person has looked at what changed in a kecamatan and
    year; ``celah`` are the lower numbers of which no line was there yet: the first and the last of each gap."""

    pengguna = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name="pengguna"
    )
    kecamatan = models.ForeignKey(Kecamatan, models.PROTECT, related_name="+", verbose_name="kecamatan")
    tahun = models.PositiveSmallIntegerField("tahun")
    jejak = models.PositiveBigIntegerField("jejak terakhir yang dilihat")
    celah = models.JSONField("nomor yang belum ada", default=list, blank=True)
    waktu = models.DateTimeField("dilihat pada", default=timezone.now)

    class Meta:
        verbose_name = "terakhir dilihat"
        verbose_name_plural = "terakhir dilihat"
        ordering = ("pengguna", "kecamatan", "tahun")
        constraints = (
            unique(
                "sekali",
                "pengguna",
                "kecamatan",
                "tahun",
                message="Tahun ini sudah tercatat dilihat. Ubah yang ada.",
            ),
            plausible_tahun(),
        )

    def __str__(self) -> str:
        return f"{self.pengguna} {self.kecamatan} {self.tahun}"
