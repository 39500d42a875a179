"""Papers that somebody has examined, and what was found in them."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from kecamatan.ground.constraints import OfKabupaten, check, filled, plausible_tahun, sha256_fingerprint
from kecamatan.models import Kabupaten, Kecamatan


class PeriksaBerkas(OfKabupaten):
    """A paper that is examined without entering anything; seen by who uploaded it, and by nobody else.

    ``kecamatan`` and ``tahun`` are whom and when it is of where the person said so. ``berkas`` is deleted once it was
    examined; ``hasil`` (whom it is of, and the findings as JSON) goes after a day unless the person keeps it
    (``disimpan``). ``pesan`` says why it could not be examined.
    """

    class Status(models.TextChoices):
        ANTRE = "antre", "Menunggu diperiksa"
        DIPROSES = "diproses", "Sedang diperiksa"
        SELESAI = "selesai", "Selesai diperiksa"
        GAGAL = "gagal", "Tidak dapat diperiksa"

    #: States in which the worker has something to do.
    BERJALAN: ClassVar = (Status.ANTRE, Status.DIPROSES)

    kabupaten = models.ForeignKey(Kabupaten, models.PROTECT, related_name="+", verbose_name="kabupaten")
    pengguna = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="pengunggah"
    )
    kecamatan = models.ForeignKey(
        Kecamatan, models.PROTECT, related_name="+", null=True, blank=True, verbose_name="kecamatan"
    )
    tahun = models.PositiveSmallIntegerField("tahun", null=True, blank=True)
    nama_berkas = models.CharField(
        "nama berkas", max_length=200, error_messages={"blank": "Isi nama berkas yang diunggah."}
    )
    berkas = models.FileField("berkas", upload_to="periksa", max_length=200, blank=True)
    sha256 = models.CharField("sidik berkas", max_length=64)
    status = models.CharField("status", max_length=10, choices=Status.choices, default=Status.ANTRE)
    kemajuan = models.PositiveSmallIntegerField("kemajuan (%)", default=0)
    hasil = models.JSONField("hasil", null=True, blank=True)
    pesan = models.TextField("pesan", blank=True)
    disimpan = models.BooleanField("hasilnya disimpan", default=False)
    dibuat = models.DateTimeField("diunggah", default=timezone.now, editable=False)
    menunggu_sejak = models.DateTimeField("menunggu sejak", default=timezone.now, editable=False)
    mulai = models.DateTimeField("mulai dikerjakan", null=True, blank=True, editable=False)

    class Meta:
        verbose_name = "berkas yang diperiksa"
        verbose_name_plural = "berkas yang diperiksa"
        ordering = ("-dibuat", "-id")
        indexes = (
            models.Index(fields=("pengguna", "dibuat")),
            models.Index(fields=("status", "menunggu_sejak")),
        )
        constraints = (
            plausible_tahun(),
            sha256_fingerprint("sha256"),
            filled("nama_berkas", "Isi nama berkas yang diunggah."),
            check("kemajuan_wajar", Q(kemajuan__lte=100), "Isi kemajuan dari 0 sampai 100 persen."),
            check(
                "hasil_sesuai_status",
                Q(status__in=("antre", "diproses"), pesan="")
                | Q(status="selesai", pesan="", berkas="", hasil__isnull=False)
                | (Q(status="gagal") & ~Q(pesan="")),
                "Unggah ulang berkas ini: hasilnya tidak sesuai dengan statusnya.",
            ),
        )

    def __str__(self) -> str:
        return self.nama_berkas
