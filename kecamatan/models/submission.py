"""Forms that were sent, so that one that is sent twice is answered twice and done once."""

from django.db import models
from django.utils import timezone

from kecamatan.ground.constraints import sha256_fingerprint


class Submission(models.Model):
    """One sending of one form. ``key`` is its fingerprint; ``answer`` the address to which it led, with its messages.

    The answer is None while it is not yet known, and empty where the answer is a page that is not to be shown twice.
    A message is its level, its text and its tags. ``written`` are the entries of the trail that tell what was done.
    """

    key = models.CharField("sidik kiriman", max_length=64, unique=True)
    answer = models.CharField("alamat jawaban", max_length=2000, null=True, blank=True)  # noqa: DJ001  # None and "" differ
    messages = models.JSONField("pesan", default=list, blank=True)
    written = models.JSONField("entri jejak", default=list, blank=True)
    made = models.DateTimeField("waktu", default=timezone.now, db_index=True)

    class Meta:
        verbose_name = "kiriman formulir"
        verbose_name_plural = "kiriman formulir"
        ordering = ("-made",)
        constraints = (sha256_fingerprint("key"),)

    def __str__(self) -> str:
        return f"{self.key[:8]} {self.made:%Y-%m-%d %H:%M}"
