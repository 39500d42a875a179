"""Keys by which the kabupaten's own systems read, without being anybody."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from kecamatan.ground.constraints import OfKabupaten, filled, sha256_fingerprint, unique
from kecamatan.models.wilayah import Kabupaten


class KunciSistem(OfKabupaten):
    """The key of one system of a kabupaten, which reads that kabupaten and writes nothing.

    Only the SHA-256 of its token is kept; ``awalan`` are its first signs, by which people tell one from another. It
    holds until ``berlaku_sampai`` or until it is withdrawn. ``menit`` and ``permintaan`` count what was asked with it
    in the minute in which it was used last.
    """

    kabupaten = models.ForeignKey(
        Kabupaten, models.CASCADE, related_name="kunci_sistem", verbose_name="kabupaten"
    )
    nama = models.CharField("nama sistem", max_length=100, error_messages={"blank": "Isi nama sistem."})
    awalan = models.CharField("awal token", max_length=12, editable=False)
    token_sha256 = models.CharField("sidik token", max_length=64, editable=False)
    dibuat_pada = models.DateTimeField("dibuat pada", default=timezone.now)
    dibuat_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="dibuat oleh"
    )
    berlaku_sampai = models.DateTimeField("berlaku sampai")
    dicabut_pada = models.DateTimeField("dicabut pada", null=True, blank=True)
    terakhir_dipakai = models.DateTimeField("terakhir dipakai", null=True, blank=True)
    menit = models.DateTimeField("menit yang dihitung", null=True, blank=True, editable=False)
    permintaan = models.PositiveIntegerField("permintaan dalam menit itu", default=0, editable=False)

    class Meta:
        verbose_name = "kunci sistem"
        verbose_name_plural = "kunci sistem"
        ordering = ("-dibuat_pada", "-id")
        constraints = (
            filled("nama", "Isi nama sistem."),
            sha256_fingerprint("token_sha256"),
            unique("token", "token_sha256", message="Buat kunci baru: tokennya sudah pernah dipakai."),
        )

    def __str__(self) -> str:
        return f"{self.nama} ({self.awalan}…)"

    @property
    def opens(self) -> bool:
        """Whether it opens anything."""
        return self.dicabut_pada is None and self.berlaku_sampai > timezone.now()

    @property
    def keadaan(self) -> str:
        """The same, in a word."""
        if self.dicabut_pada:
            return "dicabut"
        return "berlaku" if self.opens else "habis masa berlakunya"
