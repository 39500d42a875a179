"""What anybody may see of a signed document, made once of its archive."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone

from kecamatan.ground.constraints import OfKecamatan, check, plausible_tahun
from kecamatan.models import Kecamatan
from reports.models.arsip import Arsip
from reports.models.dokumen import BerkasLaporan


class SalinanPublik(OfKecamatan):
    """The copy of a signed document without what is private in it (:mod:`reports.public.redact`), as HTML and PDF, with
    its tables as data (``tabel``, by their codes) and the words by which it is found (``kata``).

    ``kecamatan``, ``tahun``, ``jenis``, ``perubahan``, ``versi`` and ``pihak`` are those of the archive, which is wide:
    here they are looked up. Everything follows from the archive and may be made again from it.
    """

    class Status(models.TextChoices):
        ANTRE = "antre", "Menunggu giliran"
        DIPROSES = "diproses", "Sedang dibuat"
        SELESAI = "selesai", "Selesai"
        GAGAL = "gagal", "Gagal"

    arsip = models.OneToOneField(
        Arsip,
        models.PROTECT,
        related_name="salinan",
        verbose_name="arsip",
        error_messages={"unique": "Salinan arsip ini sudah ada. Buat ulang salinan yang ada."},
    )
    kecamatan = models.ForeignKey(Kecamatan, models.PROTECT, related_name="+", verbose_name="kecamatan")
    tahun = models.PositiveSmallIntegerField("tahun")
    jenis = models.CharField("jenis dokumen", max_length=20, choices=BerkasLaporan.Jenis.choices)
    perubahan = models.PositiveSmallIntegerField("perubahan ke-", default=0)
    versi = models.PositiveSmallIntegerField("versi", default=1)
    pihak = models.PositiveSmallIntegerField("pihak", default=1)
    kata = models.TextField("kata", blank=True)
    tabel = models.JSONField("tabel", default=dict, blank=True)
    html = models.FileField("HTML", upload_to="publik/html", max_length=200, blank=True)
    pdf = models.FileField("PDF", upload_to="publik/pdf", max_length=200, blank=True)
    html_sha256 = models.CharField("sidik HTML", max_length=64, blank=True)
    pdf_sha256 = models.CharField("sidik PDF", max_length=64, blank=True)
    status = models.CharField("status", max_length=10, choices=Status.choices, default=Status.ANTRE)
    pesan = models.TextField("pesan", blank=True)
    dibuat = models.DateTimeField("dibuat", default=timezone.now, editable=False)
    mulai = models.DateTimeField("mulai dikerjakan", null=True, blank=True, editable=False)

    class Meta:
        verbose_name = "salinan untuk umum"
        verbose_name_plural = "salinan untuk umum"
        ordering = ("-tahun", "kecamatan__kode", "jenis", "perubahan", "-versi", "-pihak")
        indexes = (
            models.Index(fields=("kecamatan", "tahun", "jenis")),
            models.Index(fields=("status", "dibuat")),
        )
        constraints = (
            plausible_tahun(),
            check(
                "hasil_sesuai_status",
                Q(status__in=("antre", "diproses"), pesan="")
                | (Q(status="selesai", pesan="") & ~Q(html="") & ~Q(pdf=""))
                | (Q(status="gagal") & ~Q(pesan="")),
                "Minta ulang salinan ini: hasilnya tidak sesuai dengan statusnya.",
            ),
        )

    def __str__(self) -> str:
        return f"Salinan untuk umum {self.arsip}"
