"""Ordinal scales: categories with lower bounds, as data."""

from django.db import models
from django.db.models import F, Q

from kecamatan.ground.constraints import check, filled, unique
from kecamatan.models import Kabupaten
from kecamatan.querysets import BelowManager, NationalQuerySet


class Skala(models.Model):
    """A scale on which a capaian or a letter is read. ``dasar`` says where it comes from.

    With a ``kabupaten`` it is one that Bagian Organisasi entered for its own kecamatan; the others are installed.
    """

    class Untuk(models.TextChoices):
        CAPAIAN = "capaian", "Capaian (persen)"
        HURUF = "huruf", "Nilai huruf"

    kabupaten = models.ForeignKey(
        Kabupaten, models.PROTECT, related_name="skala", null=True, blank=True, verbose_name="kabupaten"
    )
    kode = models.SlugField("kode", max_length=40)
    nama = models.CharField("nama", max_length=150)
    dasar = models.TextField(
        "dasar", error_messages={"blank": "Isi dasar skala: peraturan atau dokumen yang memuatnya."}
    )
    untuk = models.CharField("dipakai untuk", max_length=10, choices=Untuk.choices)

    objects = BelowManager.from_queryset(NationalQuerySet)()

    class Meta:
        verbose_name = "skala"
        verbose_name_plural = "skala"
        ordering = ("kode",)
        constraints = (
            unique("kode", "kode", message="Kode skala ini sudah dipakai. Pilih kode lain."),
            filled("dasar", "Isi dasar skala: peraturan atau dokumen yang memuatnya."),
            unique(
                "nama_kabupaten",
                "kabupaten",
                "nama",
                condition=Q(kabupaten__isnull=False),
                message="Kabupaten ini sudah memiliki skala dengan nama ini. Pilih nama lain.",
            ),
            check(
                "kabupaten_capaian",
                Q(kabupaten=None) | Q(untuk="capaian"),
                "Pilih capaian: skala huruf sama di mana pun, tidak dibuat kabupaten.",
                at="untuk",
            ),
        )

    def __str__(self) -> str:
        return self.nama


class KategoriSkala(models.Model):
    """A category of a scale. ``batas`` is its lower bound, empty only for the lowest category.

    ``tertutup`` tells whether the bound itself belongs to the category. That exactly one category of a scale has
    no bound, and which is the lowest, concerns many rows; at most one is refused here.
    """

    skala = models.ForeignKey(Skala, models.CASCADE, related_name="kategori", verbose_name="skala")
    kode = models.CharField("kode", max_length=20)
    label = models.CharField("sebutan", max_length=50)
    batas = models.DecimalField("batas bawah", max_digits=10, decimal_places=4, null=True, blank=True)
    tertutup = models.BooleanField("batas termasuk kategori", default=False)
    rentang_cetak = models.CharField("rentang seperti tercetak", max_length=50, blank=True)

    class Meta:
        verbose_name = "kategori skala"
        verbose_name_plural = "kategori skala"
        ordering = ("skala", F("batas").desc(nulls_last=True))
        constraints = (
            unique(
                "kode",
                "skala",
                "kode",
                message="Kode kategori ini sudah ada pada skala yang sama. Pilih kode lain.",
            ),
            unique(
                "batas",
                "skala",
                "batas",
                message="Batas bawah ini sudah dipakai kategori lain pada skala yang sama. Pilih batas lain.",
            ),
            unique(
                "satu_terendah",
                "skala",
                condition=Q(batas=None),
                message="Skala ini sudah memiliki kategori tanpa batas bawah. Isi batas bawah kategori ini.",
                at="batas",
            ),
            check(
                "tertutup_berbatas",
                Q(tertutup=False) | Q(batas__isnull=False),
                "Isi batas bawah yang termasuk kategori ini, atau nyatakan tidak termasuk.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kode} ({self.label})"
