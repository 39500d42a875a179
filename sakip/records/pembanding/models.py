"""Values of a wider area with which an indikator is compared."""

from typing import ClassVar

from django.db import models

from kecamatan.ground.constraints import OfKecamatan, plausible_tahun, unique
from sakip.capaian.inputs import Lingkup
from sakip.records.renstra.indikator import Indikator
from sakip.records.shared_columns import RecordedNilai

SCOPE_CHOICES = (
    (Lingkup.KABUPATEN.value, "Kabupaten"),
    (Lingkup.PROVINSI.value, "Provinsi"),
    (Lingkup.NASIONAL.value, "Nasional"),
)


class PembandingIndikator(OfKecamatan, RecordedNilai):
    """The same indikator for the kabupaten, provinsi or nation (Permen PANRB 53/2014, Bab III A nomor 4).

    ``tahun`` is the LKIP in which it is printed; ``tahun_nilai`` the year that the value is of, which may be
    earlier. "Tidak tersedia" is a statement with a reason; no row means that nobody has looked yet.
    """

    kecamatan_path: ClassVar[str] = "indikator__renstra__kecamatan"

    indikator = models.ForeignKey(
        Indikator, models.PROTECT, related_name="pembanding", verbose_name="indikator"
    )
    tahun = models.PositiveSmallIntegerField("tahun LKIP")
    lingkup = models.CharField("lingkup", max_length=10, choices=SCOPE_CHOICES)
    tahun_nilai = models.PositiveSmallIntegerField("tahun nilai")
    sumber = models.TextField("sumber data", blank=True)

    class Meta(RecordedNilai.Meta):
        verbose_name = "pembanding"
        verbose_name_plural = "pembanding"
        ordering = ("indikator", "tahun", "lingkup")
        indexes = (models.Index(fields=("tahun", "indikator")),)
        constraints = (
            *RecordedNilai.Meta.constraints,
            unique(
                "lingkup",
                "indikator",
                "tahun",
                "lingkup",
                message="Pembanding lingkup ini sudah ada untuk indikator dan tahun yang sama. Ubah yang ada.",
            ),
            plausible_tahun(),
            plausible_tahun("tahun_nilai"),
        )

    def __str__(self) -> str:
        return f"{self.indikator}, {self.get_lingkup_display()} {self.tahun_nilai}"
