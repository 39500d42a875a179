"""What the office has to work with in a year."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kecamatan.ground.constraints import OfKecamatan, Reviewable, check, filled, plausible_tahun, unique
from kecamatan.models import Kecamatan


class SaranaPrasarana(OfKecamatan, Reviewable):
    """A kind of thing and how many there are, of them in which condition; a condition that nobody counted is empty."""

    kecamatan = models.ForeignKey(
        Kecamatan, models.PROTECT, related_name="sarana_prasarana", verbose_name="kecamatan"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    nama = models.CharField(
        "nama sarana atau prasarana",
        max_length=150,
        error_messages={"blank": "Isi nama sarana atau prasarananya."},
    )
    satuan = models.CharField("satuan", max_length=30, default="unit")
    jumlah = models.PositiveIntegerField("jumlah")
    baik = models.PositiveIntegerField("baik", null=True, blank=True)
    rusak_ringan = models.PositiveIntegerField("rusak ringan", null=True, blank=True)
    rusak_berat = models.PositiveIntegerField("rusak berat", null=True, blank=True)
    keterangan = models.CharField("keterangan", max_length=200, blank=True)

    class Meta:
        verbose_name = "sarana dan prasarana"
        verbose_name_plural = "sarana dan prasarana"
        ordering = ("kecamatan", "tahun", "id")
        constraints = (
            filled("nama", "Isi nama sarana atau prasarananya."),
            plausible_tahun(),
            check("jumlah_ada", Q(jumlah__gt=0), "Isi jumlah lebih dari 0, atau hapus barisnya."),
            unique(
                "nama",
                "kecamatan",
                "tahun",
                "nama",
                message="Sarana atau prasarana ini sudah dicatat pada tahun yang sama. Ubah baris yang ada.",
            ),
        )

    def __str__(self) -> str:
        return self.nama
