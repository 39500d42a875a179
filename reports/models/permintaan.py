"""What a kabupaten asks of a kecamatan."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from kecamatan.ground.constraints import OfKecamatan, check, filled, plausible_tahun
from kecamatan.models import Kecamatan
from kecamatan.permissions import Hak


class Permintaan(OfKecamatan):
    """Something that Bagian Organisasi asks a kecamatan to do about a document of a year, and until when.

    ``dokumen`` is the code of a column of the matrix (:mod:`reports.monitoring.columns`), which leads to the page where
    it is done. It is open until the kecamatan answers, and then waits for who asked: done with, or asked again. The
    last answer stays; what was said before is in the trail.
    """

    written_with: ClassVar[tuple[Hak, ...]] = (Hak.TERIMA, Hak.JAWAB)

    class Keadaan(models.TextChoices):
        TERBUKA = "terbuka", "Terbuka"
        DIJAWAB = "dijawab", "Dijawab"
        SELESAI = "selesai", "Selesai"

    kecamatan = models.ForeignKey(
        Kecamatan, models.PROTECT, related_name="permintaan", verbose_name="kecamatan"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    dokumen = models.CharField(
        "dokumen", max_length=20, error_messages={"blank": "Pilih dokumen yang dimaksud."}
    )
    isi = models.TextField("yang diminta", error_messages={"blank": "Isi apa yang diminta."})
    batas_waktu = models.DateField("batas waktu")
    keadaan = models.CharField("keadaan", max_length=10, choices=Keadaan.choices, default=Keadaan.TERBUKA)
    diminta_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="diminta oleh"
    )
    dibuat = models.DateTimeField("diminta pada", default=timezone.now, editable=False)
    jawaban = models.TextField("jawaban", blank=True)
    dijawab_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name="dijawab oleh",
    )
    dijawab_pada = models.DateTimeField("dijawab pada", null=True, blank=True)

    class Meta:
        verbose_name = "permintaan"
        verbose_name_plural = "permintaan"
        ordering = ("batas_waktu", "kecamatan", "id")
        indexes = (models.Index(fields=("kecamatan", "tahun", "keadaan")),)
        constraints = (
            plausible_tahun(),
            filled("dokumen", "Pilih dokumen yang dimaksud."),
            filled("isi", "Isi apa yang diminta."),
            check(
                "penjawab",
                Q(jawaban="", dijawab_oleh=None, dijawab_pada=None)
                | (~Q(jawaban="") & Q(dijawab_oleh__isnull=False, dijawab_pada__isnull=False)),
                "Isi jawaban beserta siapa yang menjawab dan kapan.",
            ),
            check(
                "dijawab",
                ~Q(keadaan="dijawab") | ~Q(jawaban=""),
                "Isi jawaban permintaan yang sudah dijawab.",
            ),
        )

    def __str__(self) -> str:
        return self.isi
