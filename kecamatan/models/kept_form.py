"""Forms that came when nobody was signed in any more."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class KeptForm(models.Model):
    """What somebody had typed when the session ended, kept for that person alone until it is found again.

    ``address`` is where the form was sent, ``content`` what it held, sealed (:mod:`kecamatan.accounts.kept_forms`).
    """

    key = models.CharField("kunci", max_length=32, unique=True)
    pengguna = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name="pengguna"
    )
    address = models.CharField("alamat", max_length=2000)
    content = models.TextField("isi bersegel")
    made = models.DateTimeField("waktu", default=timezone.now, db_index=True)

    class Meta:
        verbose_name = "formulir tersimpan"
        verbose_name_plural = "formulir tersimpan"
        ordering = ("-made",)

    def __str__(self) -> str:
        return f"{self.address} {self.made:%Y-%m-%d %H:%M}"
