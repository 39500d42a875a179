"""The people of the office, counted."""

from django.db import models

from kecamatan.ground.constraints import OfKecamatan, filled, plausible_tahun
from kecamatan.models.wilayah import Kecamatan


class KomposisiSDM(OfKecamatan):
    """A row of a SDM table of the LKIP, by jabatan, golongan or pendidikan.

    Counts are people; empty means that the document does not say, which is not zero.
    """

    class Kelompok(models.TextChoices):
        JABATAN = "jabatan", "Menurut jabatan"
        GOLONGAN = "golongan", "Menurut golongan"
        PENDIDIKAN = "pendidikan", "Menurut pendidikan"

    kecamatan = models.ForeignKey(
        Kecamatan, models.PROTECT, related_name="komposisi_sdm", verbose_name="kecamatan"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    kelompok = models.CharField("kelompok", max_length=10, choices=Kelompok.choices)
    uraian = models.CharField(
        "uraian",
        max_length=150,
        error_messages={"blank": "Isi uraian baris: nama jabatan, golongan, atau pendidikan."},
    )
    golongan = models.CharField("golongan", max_length=20, blank=True)
    asn = models.PositiveIntegerField("ASN (orang)", null=True, blank=True)
    non_asn = models.PositiveIntegerField("non-ASN (orang)", null=True, blank=True)
    keterangan = models.CharField("keterangan", max_length=200, blank=True)
    urut = models.PositiveSmallIntegerField("urut", default=0)

    class Meta:
        verbose_name = "komposisi SDM"
        verbose_name_plural = "komposisi SDM"
        ordering = ("kecamatan", "tahun", "kelompok", "urut", "id")
        indexes = (models.Index(fields=("kecamatan", "tahun")),)
        constraints = (
            plausible_tahun(),
            filled("uraian", "Isi uraian baris: nama jabatan, golongan, atau pendidikan."),
        )

    def __str__(self) -> str:
        return f"{self.uraian} ({self.get_kelompok_display()}, {self.tahun})"
