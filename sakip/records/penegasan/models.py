"""Answers to questions of the checks."""

from django.db import models

from kecamatan.ground.constraints import OfKecamatan, filled, plausible_tahun, sha256_fingerprint, unique
from kecamatan.models import Kecamatan


class Penegasan(OfKecamatan):
    """A person says that what a check asked about is so, perhaps with the reason.

    ``tanda`` is of what was asked (:attr:`sakip.checks.Finding.mark`): another value is another question. ``isi`` is
    the question in the words in which it was answered.
    """

    kecamatan = models.ForeignKey(
        Kecamatan, models.PROTECT, related_name="penegasan", verbose_name="kecamatan"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    pemeriksaan = models.CharField("pemeriksaan", max_length=40, editable=False)
    tanda = models.CharField("tanda pertanyaan", max_length=64)
    isi = models.TextField("yang ditanyakan", editable=False)
    alasan = models.TextField("alasan", blank=True)

    class Meta:
        verbose_name = "penegasan"
        verbose_name_plural = "penegasan"
        ordering = ("kecamatan", "tahun", "id")
        constraints = (
            unique(
                "tanda",
                "kecamatan",
                "tahun",
                "tanda",
                message="Nilai ini sudah ditegaskan. Ubah penegasan yang ada.",
            ),
            plausible_tahun(),
            sha256_fingerprint("tanda"),
            filled("isi", "Isi apa yang ditegaskan."),
        )

    def __str__(self) -> str:
        return self.isi
