"""What is made of a whole kabupaten at once: the package, its part of each kecamatan, and the ikhtisar of all."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from kecamatan.ground.constraints import (
    OfKabupaten,
    OfKecamatan,
    check,
    plausible_tahun,
    sha256_fingerprint,
    unique,
)
from kecamatan.models import Kabupaten, Kecamatan
from reports.models.dokumen import BerkasLaporan


class IkhtisarKabupaten(OfKabupaten):
    """The ikhtisar of a kabupaten and year as one document, made once of the same content (``kunci_isi``).

    ``naskah`` is the JSON text of :class:`reports.overview.facts.Overview`, from which the page is made as the PDF was.
    """

    kabupaten = models.ForeignKey(Kabupaten, models.PROTECT, related_name="+", verbose_name="kabupaten")
    tahun = models.PositiveSmallIntegerField("tahun")
    kunci_isi = models.CharField("kunci isi", max_length=64)
    naskah = models.TextField("naskah", error_messages={"blank": "Isi naskah ikhtisar."})
    berkas = models.FileField(
        "berkas",
        upload_to="paket/ikhtisar",
        max_length=200,
        error_messages={"blank": "Simpan PDF ikhtisar."},
    )
    ukuran = models.PositiveBigIntegerField("ukuran (byte)")
    halaman = models.PositiveIntegerField("jumlah halaman")
    konsep = models.BooleanField("memuat LKIP yang belum ditandatangani")
    dibuat = models.DateTimeField("dibuat", default=timezone.now, editable=False)

    class Meta:
        verbose_name = "ikhtisar kabupaten"
        verbose_name_plural = "ikhtisar kabupaten"
        ordering = ("-dibuat", "-id")
        constraints = (
            plausible_tahun(),
            sha256_fingerprint("kunci_isi"),
            unique(
                "sekali",
                "kabupaten",
                "tahun",
                "kunci_isi",
                message="Ikhtisar dengan isi ini sudah ada. Pakai yang ada.",
            ),
        )

    def __str__(self) -> str:
        return f"Ikhtisar kinerja {self.kabupaten} Tahun {self.tahun}"


class PaketLaporan(OfKabupaten):
    """The LKIPs of a year of every kecamatan of a kabupaten as one zip, or the ikhtisar of all of them alone.

    ``pilihan`` are the codes of what a zip holds besides the PDFs; ``ikhtisar`` is the one that was made for it. It is
    "berjalan" as long as one of its :class:`IsiPaket` is being made, then waits for the zip itself;
    ``menunggu_sejak`` is since when.
    """

    class Jenis(models.TextChoices):
        LKIP = "lkip", "LKIP seluruh kecamatan"
        IKHTISAR = "ikhtisar", "Ikhtisar kinerja kabupaten"

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
    jenis = models.CharField("jenis", max_length=10, choices=Jenis.choices, default=Jenis.LKIP)
    pilihan = models.JSONField("pilihan", default=list, blank=True)
    pengguna = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="diminta oleh"
    )
    status = models.CharField("status", max_length=10, choices=Status.choices, default=Status.BERJALAN)
    pesan = models.TextField("pesan", blank=True)
    berkas = models.FileField("berkas", upload_to="paket", max_length=200, blank=True)
    ikhtisar = models.ForeignKey(
        IkhtisarKabupaten,
        models.PROTECT,
        related_name="paket",
        null=True,
        blank=True,
        verbose_name="ikhtisar",
    )
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
                | (
                    Q(status="selesai", jenis="lkip", pesan="", ukuran__isnull=False, ukuran__gt=0)
                    & ~Q(berkas="")
                )
                | Q(status="selesai", jenis="ikhtisar", pesan="", berkas="", ikhtisar__isnull=False)
                | (Q(status="gagal", berkas="") & ~Q(pesan="")),
                "Minta ulang paket ini: hasilnya tidak sesuai dengan statusnya.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.nama} {self.kabupaten} Tahun {self.tahun}"

    @property
    def nama(self) -> str:
        """What it is called, without place and year."""
        return "Ikhtisar kinerja" if self.jenis == self.Jenis.IKHTISAR else "LKIP"


class IsiPaket(OfKecamatan):
    """What a package holds of one kecamatan, or why it holds nothing (``pesan``).

    ``hasil`` is what :mod:`reports.bulk.part` found: the files, each with its name in the zip and where it is stored,
    the row of the rekap, and what the ikhtisar tells of the kecamatan. ``buku`` is the workbook as it was then,
    ``dibuatkan`` the file on which the worker works.
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
