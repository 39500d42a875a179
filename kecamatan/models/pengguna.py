"""Users and what they may do where."""

from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q, UniqueConstraint
from django.db.models.functions import Lower

from kecamatan.models.aturan import NAMA, periksa, unik
from kecamatan.models.organisasi import UnitKerja
from kecamatan.models.wilayah import Kabupaten, Kecamatan


class Pengguna(AbstractUser):
    """A person who signs in. ``nama`` is one text: Indonesian names have no first and last part.

    ``wajib_ganti_sandi`` holds after an account was handed out until the person chose a password.
    """

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    nama = models.CharField("nama lengkap", max_length=150)
    wajib_ganti_sandi = models.BooleanField("wajib mengganti kata sandi", default=False)

    REQUIRED_FIELDS: ClassVar[list[str]] = ["nama"]

    class Meta:
        verbose_name = "pengguna"
        verbose_name_plural = "pengguna"
        ordering = ("username",)
        constraints = (
            UniqueConstraint(
                Lower("username"),
                name=NAMA.format("username_tanpa_besar_kecil"),
                violation_error_message="Nama pengguna ini sudah dipakai, mungkin dengan huruf besar yang lain."
                " Pilih nama pengguna lain.",
            ),
        )

    def __str__(self) -> str:
        return self.nama or self.username

    def get_full_name(self) -> str:
        """The name as entered."""
        return self.nama

    def get_short_name(self) -> str:
        """The name as entered; there is no shorter one that is polite for everybody."""
        return self.nama


class Keanggotaan(models.Model):
    """A user's peran in a kecamatan, a kabupaten or (admin) everywhere.

    ``unit`` narrows an operator to the indikator of some unit kerja; none means the whole kecamatan.
    """

    class Peran(models.TextChoices):
        OPERATOR = "operator", "Operator kecamatan"
        CAMAT = "camat", "Camat"
        ORGANISASI = "organisasi", "Bagian Organisasi"
        ADMIN = "admin", "Admin"
        PENGAWAS = "pengawas", "Pengawas"

    pengguna = models.ForeignKey(
        Pengguna, models.CASCADE, related_name="keanggotaan", verbose_name="pengguna"
    )
    peran = models.CharField("peran", max_length=10, choices=Peran.choices)
    kecamatan = models.ForeignKey(
        Kecamatan, models.CASCADE, related_name="keanggotaan", null=True, blank=True, verbose_name="kecamatan"
    )
    kabupaten = models.ForeignKey(
        Kabupaten, models.CASCADE, related_name="keanggotaan", null=True, blank=True, verbose_name="kabupaten"
    )
    unit = models.ManyToManyField(
        UnitKerja, related_name="keanggotaan", blank=True, verbose_name="unit kerja"
    )

    class Meta:
        verbose_name = "keanggotaan"
        verbose_name_plural = "keanggotaan"
        ordering = ("pengguna", "peran", "id")
        constraints = (
            periksa(
                "wilayah_peran",
                Q(peran__in=("operator", "camat"), kecamatan__isnull=False, kabupaten=None)
                | Q(peran__in=("organisasi", "pengawas"), kabupaten__isnull=False, kecamatan=None)
                | Q(peran="admin", kecamatan=None),
                "Pilih kecamatan untuk operator dan camat, atau kabupaten untuk Bagian Organisasi dan pengawas;"
                " admin tanpa kecamatan.",
            ),
            unik(
                "peran_kecamatan",
                "pengguna",
                "peran",
                "kecamatan",
                condition=Q(kecamatan__isnull=False),
                pesan="Pengguna sudah memiliki peran ini di kecamatan yang sama. Ubah keanggotaan yang ada.",
            ),
            unik(
                "peran_kabupaten",
                "pengguna",
                "peran",
                "kabupaten",
                condition=Q(kabupaten__isnull=False),
                pesan="Pengguna sudah memiliki peran ini di kabupaten yang sama. Ubah keanggotaan yang ada.",
            ),
            unik(
                "peran_umum",
                "pengguna",
                "peran",
                condition=Q(kecamatan=None, kabupaten=None),
                pesan="Pengguna sudah memiliki peran ini untuk semua wilayah. Ubah keanggotaan yang ada.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.pengguna}: {self.get_peran_display()}"
