"""Which reminders a person was sent."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from kecamatan.ground.constraints import unique


class Pengingat(models.Model):
    """A reminder that was sent: ``kunci`` names the report, its last day, and how long before or after it."""

    pengguna = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name="pengguna"
    )
    kunci = models.CharField("kunci", max_length=80)
    dikirim = models.DateTimeField("dikirim pada", default=timezone.now)

    class Meta:
        verbose_name = "pengingat"
        verbose_name_plural = "pengingat"
        ordering = ("pengguna", "dikirim")
        constraints = (
            unique(
                "sekali",
                "pengguna",
                "kunci",
                message="Pengingat ini sudah dikirim. Tunggu pengingat berikutnya.",
            ),
        )

    def __str__(self) -> str:
        return self.kunci
