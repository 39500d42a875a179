"""That a planning document is agreed, and that it was signed as it was agreed."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from kecamatan.ground.constraints import OfKecamatan, check, unique
from kecamatan.models import Kecamatan


class Penetapan(OfKecamatan):
    """A document is agreed as long as there is such a row that nobody opened; before and after it is a draft. The trail
    keeps both steps.

    What nobody signed is gone when it is opened. What was signed (``ditandatangani_pada``, by the first party) stays,
    with when it was opened: triggers refuse every other change, and its archive hangs on it. ``dokumen`` is the
    number of its head, of which model says ``jenis``. No key of the database: it may be one of five models, and none of
    them can be deleted while it is agreed.
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
    ditandatangani_pada = models.DateTimeField("ditandatangani pada", null=True, blank=True, editable=False)
    dibuka_pada = models.DateTimeField("dibuka pada", null=True, blank=True, editable=False)

    class Meta:
        verbose_name = "penetapan"
        verbose_name_plural = "penetapan"
        ordering = ("kecamatan", "pada", "id")
        constraints = (
            unique(
                "dokumen",
                "jenis",
                "dokumen",
                condition=Q(dibuka_pada=None),
                message="Dokumen ini sudah ditetapkan. Buka dahulu penetapannya.",
            ),
            check(
                "terbuka_bertanda",
                Q(dibuka_pada=None) | Q(ditandatangani_pada__isnull=False),
                "Hapus penetapan yang dibuka: hanya yang sudah ditandatangani disimpan.",
                at="dibuka_pada",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} ditetapkan"
