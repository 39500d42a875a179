"""Under which number BSrE knows a signer."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone


class NikPenandaTangan(models.Model):
    """The NIK of a person who signs with a certificate of BSrE. ``nik`` is encrypted: who has the database alone reads
    nothing (``reports/signing/bsre/nik.py``)."""

    trail_columns: ClassVar[dict[str, str]] = {"pengguna": "pengguna"}

    pengguna = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="nik_bsre", verbose_name="pemilik"
    )
    nik = models.BinaryField("NIK tersandi")
    diisi = models.DateTimeField("diisi", default=timezone.now, editable=False)

    class Meta:
        verbose_name = "NIK penanda tangan"
        verbose_name_plural = "NIK penanda tangan"
        ordering = ("pengguna",)

    def __str__(self) -> str:
        return f"NIK {self.pengguna}"
