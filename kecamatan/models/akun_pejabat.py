"""Which official an account is: who signs with it signs as that person and as nobody else."""

from django.db import models
from django.utils import timezone

from kecamatan.models.pejabat import Pejabat
from kecamatan.models.pengguna import Pengguna


class AkunPejabat(models.Model):
    """An account connected to one official, who has no other.

    ``nama`` and ``nip`` are those of the official when it was connected: whoever keeps the records of officials could
    make another person of one.
    """

    pengguna = models.OneToOneField(
        Pengguna,
        models.CASCADE,
        related_name="akun_pejabat",
        verbose_name="pengguna",
        error_messages={"unique": "Akun ini sudah dihubungkan dengan pejabat. Lepaskan dahulu."},
    )
    pejabat = models.OneToOneField(
        Pejabat,
        models.PROTECT,
        related_name="akun_pejabat",
        verbose_name="pejabat",
        error_messages={
            "unique": "Pejabat ini sudah dihubungkan dengan akun lain. Lepaskan dahulu akun itu."
        },
    )
    nama = models.CharField("nama saat dihubungkan", max_length=150)
    nip = models.CharField("NIP saat dihubungkan", max_length=18, blank=True)
    dibuat = models.DateTimeField("dihubungkan", default=timezone.now, editable=False)

    class Meta:
        verbose_name = "akun pejabat"
        verbose_name_plural = "akun pejabat"
        ordering = ("pengguna",)

    def __str__(self) -> str:
        """The person that was meant."""
        return f"{self.nama}, NIP {self.nip}" if self.nip else self.nama
