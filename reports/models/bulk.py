"""What is downloaded of a whole kabupaten at once: the package, and what is made for it of each kecamatan."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from kecamatan.ground.constraints import OfKabupaten, OfKecamatan, check, plausible_tahun, unique
from kecamatan.models import Kabupaten, Kecamatan
from reports.models.dokumen import BerkasLaporan


class PaketLaporan(OfKabupaten):
    """The LKIPs of a year of every kecamatan of a kabupaten as one zip.

    ``pilihan`` are the codes of what it holds besides the PDFs. It is "berjalan" as long as one of its
    :class:`IsiPaket` is being made, then waits for the zip itself; ``menunggu_sejak`` is since when.
    """

    class Status(models.TextChoices):
        BERJALAN = "berjalan", "Sedang disiapkan"
        ANTRE = "antre", "Menunggu disatukan"
        DIPROSES = "diproses", "Sedang disatukan"
        SELESAI = "selesai", "Selesai"
        GAGAL = "gagal", "Gagal"
        DIBATALKAN = "dibatalkan", "Dibatalkan"

    kabupaten = models.ForeignKey(
        Kabupaten, models.PROTECT, related_name="paket_laporan", verbose_name="kabupaten"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    pilihan = models.JSONField("pilihan", default=list, blank=True)
    pengguna = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="diminta oleh"
    )
    status = models.CharField("status", max_length=10, choices=Status.choices, default=Status.BERJALAN)
    pesan = models.TextField("pesan", blank=True)
    berkas = models.FileField("berkas", upload_to="paket", max_length=200, blank=True)
    ukuran = models.PositiveBigIntegerField("ukuran (byte)", null=True, blank=True)
    dibuat = models.DateTimeField("diminta", default=timezone.now, editable=False)
    menunggu_sejak = models.DateTimeField("menunggu sejak", default=timezone.now, editable=False)
    mulai = models.DateTimeField("mulai dikerjakan", null=True, blank=True, editable=False)
    selesai = models.DateTimeField("selesai", null=True, blank=True, editable=False)

    class Meta:
        verbose_name = "paket laporan"
        verbose_name_plural = "paket laporan"
        ordering = ("-dibuat", "-id")
        indexes = (
            models.Index(fields=("kabupaten", "dibuat")),
            models.Index(fields=("status", "menunggu_sejak")),
        )
        constraints = (
            plausible_tahun(),
            check(
                "hasil_sesuai_status",
                Q(status__in=("berjalan", "antre", "diproses", "dibatalkan"), berkas="", pesan="")
                | (Q(status="selesai", pesan="", ukuran__isnull=False, ukuran__gt=0) & ~Q(berkas=""))
                | (Q(status="gagal", berkas="") & ~Q(pesan="")),
                "Minta ulang paket ini: hasilnya tidak sesuai dengan statusnya.",
            ),
        )

    def __str__(self) -> str:
        return f"LKIP {self.kabupaten} Tahun {self.tahun}"


class IsiPaket(OfKecamatan):
    """What a package holds of one kecamatan, or why it holds nothing (``pesan``).

    ``hasil`` is what :mod:`reports.bulk.part` found: the files, each with its name in the zip and where it is stored,
    and the row of the rekap. ``buku`` is the workbook as it was then, ``dibuatkan`` the file on which the worker works.
    """

    class Status(models.TextChoices):
        ANTRE = "antre", "Menunggu giliran"
        DIPROSES = "diproses", "Sedang disiapkan"
        ADA = "ada", "Siap"
        TIDAK_ADA = "tidak_ada", "Belum ada"
        GAGAL = "gagal", "Gagal"

    paket = models.ForeignKey(PaketLaporan, models.CASCADE, related_name="isi", verbose_name="paket")
    kecamatan = models.ForeignKey(Kecamatan, models.PROTECT, related_name="+", verbose_name="kecamatan")
    tahun = models.PositiveSmallIntegerField("tahun")
    status = models.CharField("status", max_length=10, choices=Status.choices, default=Status.ANTRE)
    pesan = models.TextField("pesan", blank=True)
    hasil = models.JSONField("hasil", null=True, blank=True)
    buku = models.FileField("buku kerja", upload_to="paket/buku", max_length=200, blank=True)
    dibuatkan = models.ForeignKey(
        BerkasLaporan, models.SET_NULL, related_name="+", null=True, blank=True, verbose_name="dibuatkan"
    )
    menunggu_sejak = models.DateTimeField("menunggu sejak", default=timezone.now, editable=False)
    mulai = models.DateTimeField("mulai dikerjakan", null=True, blank=True, editable=False)

    class Meta:
        verbose_name = "isi paket"
        verbose_name_plural = "isi paket"
        ordering = ("paket", "kecamatan__kode")
        indexes = (models.Index(fields=("status", "menunggu_sejak")),)
        constraints = (
            unique(
                "sekali",
                "paket",
                "kecamatan",
                message="Kecamatan ini sudah ada dalam paket itu. Pakai yang ada.",
            ),
            check(
                "hasil_sesuai_status",
                Q(status__in=("antre", "diproses"), pesan="")
                | Q(status="ada", pesan="", hasil__isnull=False)
                | (Q(status__in=("tidak_ada", "gagal")) & ~Q(pesan="")),
                "Minta ulang paket ini: isinya tidak sesuai dengan statusnya.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kecamatan} dalam {self.paket}"
