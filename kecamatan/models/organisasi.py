"""The parts of the kecamatan's organisation."""

from django.db import models
from django.db.models import Q

from kecamatan.ground.constraints import OfKecamatan, check, unique
from kecamatan.models.wilayah import Kecamatan


class UnitKerja(OfKecamatan):
    """A box of the organisation chart (camat, sekretariat, subbagian, seksi, jabatan fungsional).

    ``kunci`` is the stable name by which a penanggung jawab refers to it.
    """

    class Jenis(models.TextChoices):
        CAMAT = "camat", "Camat"
        SEKRETARIAT = "sekretariat", "Sekretariat"
        SUBBAGIAN = "subbagian", "Subbagian"
        SEKSI = "seksi", "Seksi"
        KELURAHAN = "kelurahan", "Kelurahan"
        FUNGSIONAL = "fungsional", "Kelompok jabatan fungsional"

    kecamatan = models.ForeignKey(
        Kecamatan, models.CASCADE, related_name="unit_kerja", verbose_name="kecamatan"
    )
    kunci = models.SlugField("kunci", max_length=60)
    nama = models.CharField("nama", max_length=150)
    jenis = models.CharField("jenis", max_length=15, choices=Jenis.choices)
    induk = models.ForeignKey(
        "self", models.CASCADE, related_name="bawahan", null=True, blank=True, verbose_name="atasan langsung"
    )
    urut = models.PositiveSmallIntegerField("urut", default=0)

    class Meta:
        verbose_name = "unit kerja"
        verbose_name_plural = "unit kerja"
        ordering = ("kecamatan", "urut", "id")
        constraints = (
            unique(
                "kunci",
                "kecamatan",
                "kunci",
                message="Kunci unit kerja ini sudah dipakai di kecamatan yang sama. Pilih kunci lain.",
            ),
            unique(
                "satu_camat",
                "kecamatan",
                condition=Q(jenis="camat"),
                message="Kecamatan ini sudah memiliki unit camat. Ubah unit yang ada.",
                at="jenis",
            ),
            check(
                "berinduk",
                Q(jenis="camat", induk=None) | (~Q(jenis="camat") & Q(induk__isnull=False)),
                "Pilih atasan langsung unit kerja ini; hanya camat yang tidak memilikinya.",
            ),
        )

    def __str__(self) -> str:
        return self.nama
