"""Regulations that documents cite."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from kecamatan.ground.constraints import check, filled, unique
from kecamatan.models.wilayah import Kabupaten
from kecamatan.querysets import BelowManager, NationalQuerySet


class Peraturan(models.Model):
    """A regulation: of the nation where ``kabupaten`` is empty, else of that kabupaten and cited nowhere else.

    ``sebutan`` is the whole citation; ``berlaku_mulai`` and ``berlaku_sampai`` are the first and last year in which
    citing it is right, empty when not known.
    """

    kabupaten_path: ClassVar[str] = "kabupaten"

    kode = models.SlugField("kode", max_length=80)
    kabupaten = models.ForeignKey(
        Kabupaten,
        models.PROTECT,
        related_name="peraturan",
        null=True,
        blank=True,
        verbose_name="kabupaten",
    )
    sebutan = models.TextField(
        "sebutan lengkap",
        error_messages={"blank": "Isi sebutan lengkap peraturan seperti dikutip dalam dokumen."},
    )
    jenis = models.CharField("jenis", max_length=100, blank=True)
    nomor = models.CharField("nomor", max_length=60, blank=True)
    tahun = models.PositiveSmallIntegerField("tahun", null=True, blank=True)
    tentang = models.TextField("tentang", blank=True)
    berlaku_mulai = models.PositiveSmallIntegerField("berlaku mulai tahun", null=True, blank=True)
    berlaku_sampai = models.PositiveSmallIntegerField("berlaku sampai tahun", null=True, blank=True)
    dicabut_oleh = models.ForeignKey(
        "self", models.PROTECT, related_name="mencabut", null=True, blank=True, verbose_name="dicabut oleh"
    )
    catatan = models.TextField("catatan", blank=True)
    urut = models.PositiveSmallIntegerField("urut", default=0)

    objects = BelowManager.from_queryset(NationalQuerySet)()

    class Meta:
        verbose_name = "peraturan"
        verbose_name_plural = "peraturan"
        ordering = ("urut", "kode")
        constraints = (
            unique("kode", "kode", message="Kode peraturan ini sudah dipakai. Pilih kode lain."),
            unique(
                "nomor",
                "kabupaten",
                "jenis",
                "nomor",
                "tahun",
                message="Peraturan dengan jenis, nomor, dan tahun ini sudah tercatat. Ubah catatan yang ada.",
            ),
            filled("sebutan", "Isi sebutan lengkap peraturan seperti dikutip dalam dokumen."),
            check(
                "masa_berlaku",
                Q(berlaku_sampai__gte=F("berlaku_mulai")),
                "Isi akhir masa berlaku yang tidak lebih awal daripada mulainya.",
            ),
        )

    def __str__(self) -> str:
        return self.sebutan

    @property
    def short_name(self) -> str:
        """Kind, number and year without its subject."""
        return self.sebutan.partition(" tentang ")[0]

    @property
    def with_end(self) -> str:
        """Its citation, and what became of it: "… (dicabut dengan …; berlaku sampai tahun 2020)"."""
        end = [
            *((f"dicabut dengan {self.dicabut_oleh.short_name}",) if self.dicabut_oleh else ()),
            *((f"berlaku sampai tahun {self.berlaku_sampai}",) if self.berlaku_sampai else ()),
        ]
        return f"{self.sebutan} ({'; '.join(end)})" if end else self.sebutan
