"""Kabupaten, Kecamatan and their desa and kelurahan."""

from typing import ClassVar

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import Exact

from kecamatan.areas import own_words
from kecamatan.ground.constraints import (
    OfKabupaten,
    OfKecamatan,
    check,
    filled,
    sha256_fingerprint,
    unique,
)


class WithLambang(models.Model):
    """Who has a lambang of its own: the picture that documents print, its SHA-256 and its size, or none of them.

    The file is named by its content and stays when another takes its place: a document under way still reads it.
    """

    lambang = models.FileField("lambang", upload_to="lambang", blank=True)
    lambang_sha256 = models.CharField("sidik lambang", max_length=64, blank=True, editable=False)
    lambang_lebar = models.PositiveIntegerField(
        "lebar lambang (piksel)", null=True, blank=True, editable=False
    )
    lambang_tinggi = models.PositiveIntegerField(
        "tinggi lambang (piksel)", null=True, blank=True, editable=False
    )

    class Meta:
        abstract = True


LAMBANG_RULES = (
    sha256_fingerprint("lambang_sha256", may_be_empty=True),
    check(
        "lambang_terukur",
        Q(lambang="", lambang_sha256="", lambang_lebar=None, lambang_tinggi=None)
        | (
            # Without "is not null" an unknown size would be unknown to break the rule, and pass.
            ~Q(lambang="")
            & ~Q(lambang_sha256="")
            & Q(lambang_lebar__isnull=False, lambang_tinggi__isnull=False)
            & Q(lambang_lebar__gt=0, lambang_tinggi__gt=0)
        ),
        "Unggah ulang lambang: berkas, sidik, dan ukurannya harus lengkap.",
    ),
)


class Provinsi(models.Model):
    """A provinsi of Kemendagri ("35", "Jawa Timur"). The kabupaten whose own ``kode`` begins with its are those in it:
    nothing else says so."""

    kode = models.CharField(
        "kode wilayah",
        max_length=2,
        validators=[RegexValidator(r"^\d\d\Z", 'Tulis kode wilayah provinsi seperti "35".')],
    )
    nama = models.CharField("nama", max_length=100, help_text='Tanpa kata "Provinsi".')

    class Meta:
        verbose_name = "provinsi"
        verbose_name_plural = "provinsi"
        ordering = ("kode",)
        constraints = (
            unique("kode", "kode", message="Kode wilayah ini sudah dipakai provinsi lain. Periksa kodenya."),
            check("kode_lengkap", Exact(Length("kode"), 2), 'Tulis kode wilayah provinsi seperti "35".'),
        )

    def __str__(self) -> str:
        return f"Provinsi {self.nama}"


class Kabupaten(WithLambang, OfKabupaten):
    """The kabupaten or kota whose Bagian Organisasi receives the reports. ``kode`` is of Kemendagri ("35.09")."""

    kabupaten_path: ClassVar[str] = ""

    kode = models.CharField(
        "kode wilayah",
        max_length=5,
        validators=[RegexValidator(r"^\d\d\.\d\d\Z", 'Tulis kode wilayah kabupaten seperti "35.09".')],
    )
    nama = models.CharField("nama", max_length=100, help_text='Tanpa kata "Kabupaten".')
    sebutan = models.CharField("sebutan", max_length=20, default="Kabupaten")
    provinsi = models.CharField("provinsi", max_length=100)
    ibu_kota = models.CharField("ibu kota", max_length=100, blank=True)
    sebutan_kepala_daerah = models.CharField("sebutan kepala daerah", max_length=20, default="Bupati")
    sebutan_desa = models.CharField(
        "sebutan desa",
        max_length=30,
        default="Desa",
        help_text="Misalnya Kalurahan, Nagari, Gampong, atau Kampung.",
        error_messages={"blank": "Isi sebutan desa."},
    )
    sebutan_kelurahan = models.CharField(
        "sebutan kelurahan",
        max_length=30,
        default="Kelurahan",
        error_messages={"blank": "Isi sebutan kelurahan."},
    )

    class Meta:
        verbose_name = "kabupaten"
        verbose_name_plural = "kabupaten"
        ordering = ("kode",)
        constraints = (
            unique("kode", "kode", message="Kode wilayah ini sudah dipakai kabupaten lain. Periksa kodenya."),
            check(
                "kode_lengkap",
                Exact(Length("kode"), 5),
                'Tulis kode wilayah kabupaten seperti "35.09".',
            ),
            filled("sebutan_desa", "Isi sebutan desa."),
            filled("sebutan_kelurahan", "Isi sebutan kelurahan."),
            *LAMBANG_RULES,
        )

    def __str__(self) -> str:
        return f"{self.sebutan} {self.nama}"


class Kecamatan(WithLambang, OfKecamatan):
    """A kecamatan: the office that plans, measures and reports. ``nama`` is without the word "Kecamatan"."""

    kecamatan_path: ClassVar[str] = ""

    kabupaten = models.ForeignKey(
        Kabupaten, models.PROTECT, related_name="kecamatan", verbose_name="kabupaten"
    )
    kode = models.CharField(
        "kode wilayah",
        max_length=8,
        validators=[
            RegexValidator(r"^\d\d\.\d\d\.\d\d\Z", 'Tulis kode wilayah kecamatan seperti "35.09.10".')
        ],
    )
    nama = models.CharField("nama", max_length=100, help_text='Tanpa kata "Kecamatan".')
    sebutan = models.CharField(
        "sebutan kecamatan",
        max_length=30,
        default="Kecamatan",
        help_text="Misalnya Distrik, Kapanewon, atau Kemantren.",
        error_messages={"blank": "Isi sebutan kecamatan."},
    )
    sebutan_camat = models.CharField(
        "sebutan camat",
        max_length=30,
        default="Camat",
        help_text="Misalnya Kepala Distrik, Panewu, atau Mantri Pamong Praja.",
        error_messages={"blank": "Isi sebutan camat."},
    )
    slug = models.SlugField("nama pada alamat situs", max_length=100)
    ibu_kota = models.CharField("ibu kota kecamatan", max_length=100, blank=True)
    alamat = models.CharField("alamat kantor", max_length=200, blank=True)
    telepon = models.CharField("telepon", max_length=50, blank=True)
    kode_pos = models.CharField("kode pos", max_length=5, blank=True)
    surel = models.EmailField("surel", blank=True)
    jumlah_desa = models.PositiveSmallIntegerField("jumlah desa menurut Kemendagri", null=True, blank=True)
    jumlah_kelurahan = models.PositiveSmallIntegerField(
        "jumlah kelurahan menurut Kemendagri", null=True, blank=True
    )

    class Meta:
        verbose_name = "kecamatan"
        verbose_name_plural = "kecamatan"
        ordering = ("kode",)
        constraints = (
            unique("kode", "kode", message="Kode wilayah ini sudah dipakai kecamatan lain. Periksa kodenya."),
            unique("slug", "slug", message="Alamat situs ini sudah dipakai kecamatan lain. Pilih yang lain."),
            unique(
                "nama",
                "kabupaten",
                "nama",
                message="Nama kecamatan ini sudah ada di kabupaten yang sama. Periksa namanya.",
            ),
            filled("sebutan", "Isi sebutan kecamatan."),
            filled("sebutan_camat", "Isi sebutan camat."),
            check(
                "kode_lengkap",
                Exact(Length("kode"), 8),
                'Tulis kode wilayah kecamatan seperti "35.09.10".',
            ),
            *LAMBANG_RULES,
        )

    def __str__(self) -> str:
        return f"{self.sebutan} {self.nama}"


class DesaKelurahan(OfKecamatan):
    """A desa or kelurahan of the kecamatan; ``status`` is its tingkat kemandirian, empty when not known."""

    class Jenis(models.TextChoices):
        DESA = "desa", "Desa"
        KELURAHAN = "kelurahan", "Kelurahan"

    kecamatan = models.ForeignKey(Kecamatan, models.CASCADE, related_name="desa", verbose_name="kecamatan")
    jenis = models.CharField("jenis", max_length=10, choices=Jenis.choices, default=Jenis.DESA)
    nama = models.CharField("nama", max_length=100)
    status = models.CharField("tingkat kemandirian", max_length=50, blank=True)
    urut = models.PositiveSmallIntegerField("urut", default=0)

    class Meta:
        verbose_name = "desa/kelurahan"
        verbose_name_plural = "desa/kelurahan"
        ordering = ("kecamatan", "urut", "nama")
        constraints = (
            unique(
                "nama",
                "kecamatan",
                "jenis",
                "nama",
                message="Desa atau kelurahan ini sudah tercatat di kecamatan yang sama. Ubah catatan yang ada.",
            ),
        )

    def __str__(self) -> str:
        return f"{own_words(self.get_jenis_display(), self.kecamatan)} {self.nama}"
