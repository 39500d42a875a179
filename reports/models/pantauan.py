"""How far the documents of a year are, kept beside the records that it was worked out from."""

from __future__ import annotations

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from kecamatan.ground.constraints import OfKecamatan, check, plausible_tahun, unique
from kecamatan.models import Kecamatan


class Pantauan(OfKecamatan):
    """What :mod:`reports.monitoring.kept` worked out of a kecamatan and year, and the marks of what it was made from.

    ``isi`` holds as long as ``tanda`` is the mark of the kecamatan, and what the review found as long as
    ``tanda_reviu`` is that of its surroundings as well; ``kelengkapan`` is how complete all documents are together,
    None where the records are broken; ``predikat`` is that of the mean which the LKIP prints, the
    ``nomor_predikat``-th of its scale from the highest down, or what is said where there is none, without a number;
    empty where the records are broken, or the year was worked out before this was kept. It may be deleted at any time:
    whoever asks next makes it anew.
    """

    kecamatan = models.ForeignKey(Kecamatan, models.CASCADE, related_name="+", verbose_name="kecamatan")
    tahun = models.PositiveSmallIntegerField("tahun")
    tanda = models.CharField("tanda", max_length=100)
    tanda_reviu = models.CharField("tanda reviu", max_length=120)
    kelengkapan = models.PositiveSmallIntegerField("kelengkapan (persen)", null=True, blank=True)
    predikat = models.CharField("predikat", max_length=100, blank=True)
    nomor_predikat = models.PositiveSmallIntegerField("nomor predikat", null=True, blank=True)
    isi = models.JSONField("isi", encoder=DjangoJSONEncoder)
    dihitung = models.DateTimeField("dihitung pada")

    class Meta:
        verbose_name = "pantauan"
        verbose_name_plural = "pantauan"
        ordering = ("kecamatan", "tahun")
        constraints = (
            unique(
                "sekali", "kecamatan", "tahun", message="Tahun ini sudah dihitung. Ubah hitungan yang ada."
            ),
            plausible_tahun(),
            check(
                "kelengkapan_wajar",
                Q(kelengkapan=None) | Q(kelengkapan__lte=100),
                "Isi kelengkapan dari 0 sampai 100 persen.",
            ),
        )
        # Of a whole country one year is asked for, and what is counted of it is in the index: rows are wide.
        indexes = (
            models.Index(
                fields=("tahun", "kecamatan", "kelengkapan", "predikat", "nomor_predikat", "dihitung"),
                name="pantauan_setahun",
            ),
        )

    def __str__(self) -> str:
        return f"Pantauan {self.kecamatan} Tahun {self.tahun}"
