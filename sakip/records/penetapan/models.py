"""That a planning document is agreed."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from kecamatan.ground.constraints import OfKecamatan, unique
from kecamatan.models import Kecamatan


class Penetapan(OfKecamatan):
    """A document is agreed as long as there is such a row; before and after it is a draft. The trail keeps both steps.

    ``dokumen`` is the number of its head, of which model says ``jenis``. No key of the database: it may be one of five
    models, and none of them can be deleted while it is agreed.
    """

    class Jenis(models.TextChoices):
        RENSTRA = "renstra", "Renstra"
        IKU = "iku", "Keputusan IKU"
        RKT = "rkt", "RKT"
        PK = "pk", "Perjanjian Kinerja"
        RENCANA_AKSI = "rencana-aksi", "Rencana Aksi"

    kecamatan = models.ForeignKey(
        Kecamatan, models.PROTECT, related_name="penetapan", verbose_name="kecamatan"
    )
    jenis = models.CharField("jenis dokumen", max_length=15, choices=Jenis.choices)
    dokumen = models.PositiveBigIntegerField("nomor dokumen")
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="ditetapkan oleh"
    )
    pada = models.DateTimeField("ditetapkan pada", default=timezone.now, editable=False)

    class Meta:
        verbose_name = "penetapan"
        verbose_name_plural = "penetapan"
        ordering = ("kecamatan", "pada", "id")
        constraints = (
            unique(
                "dokumen",
                "jenis",
                "dokumen",
                message="Dokumen ini sudah ditetapkan. Buka dahulu penetapannya.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} ditetapkan"
