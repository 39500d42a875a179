"""What was signed, kept for ever: rows here are only added."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from kecamatan.ground.constraints import AppendOnly, check, filled, sha256_fingerprint, unique
from kecamatan.models import MasaJabatan
from reports.models.laporan import Laporan


class Arsip(AppendOnly):
    """The signed report as bytes: the snapshot it was made from, the HTML and the PDF with their SHA-256.

    ``snapshot`` is the JSON text of :class:`sakip.snapshot.types.Snapshot`, ``naskah`` that of what the report
    adds to it (narrative, photos, page setting, place and date). Texts, not JSON columns: a database may reorder
    JSON, and then the hash would no longer be that of the content.
    """

    kecamatan_path: ClassVar[str] = "laporan__kecamatan"
    tahun_path: ClassVar[str] = "laporan__tahun"

    laporan = models.OneToOneField(
        Laporan,
        models.PROTECT,
        related_name="arsip",
        verbose_name="laporan",
        error_messages={"unique": "Laporan ini sudah diarsipkan. Perbaiki melalui versi berikutnya."},
    )
    snapshot = models.TextField("snapshot", error_messages={"blank": "Isi snapshot laporan."})
    snapshot_sha256 = models.CharField("sidik snapshot", max_length=64)
    naskah = models.TextField("naskah", error_messages={"blank": "Isi naskah laporan."})
    naskah_sha256 = models.CharField("sidik naskah", max_length=64)
    versi_mesin = models.CharField(
        "versi mesin", max_length=60, error_messages={"blank": "Isi versi mesin penghitung."}
    )
    html = models.FileField(
        "HTML", upload_to="arsip/html", max_length=200, error_messages={"blank": "Simpan HTML laporan."}
    )
    html_sha256 = models.CharField("sidik HTML", max_length=64)
    pdf = models.FileField(
        "PDF", upload_to="arsip/pdf", max_length=200, error_messages={"blank": "Simpan PDF laporan."}
    )
    pdf_sha256 = models.CharField("sidik PDF", max_length=64)
    halaman = models.PositiveIntegerField("jumlah halaman")
    ukuran = models.PositiveBigIntegerField("ukuran PDF (byte)")
    dibuat = models.DateTimeField("dibuat", default=timezone.now, editable=False)

    class Meta:
        verbose_name = "arsip"
        verbose_name_plural = "arsip"
        ordering = ("laporan",)
        constraints = (
            filled("snapshot", "Isi snapshot laporan."),
            filled("naskah", "Isi naskah laporan."),
            filled("versi_mesin", "Isi versi mesin penghitung."),
            filled("html", "Simpan HTML laporan."),
            filled("pdf", "Simpan PDF laporan."),
            sha256_fingerprint("snapshot_sha256"),
            sha256_fingerprint("naskah_sha256"),
            sha256_fingerprint("html_sha256"),
            sha256_fingerprint("pdf_sha256"),
            check(
                "berhalaman",
                Q(halaman__gt=0, ukuran__gt=0),
                "Buat ulang PDF: jumlah halaman atau ukurannya nol.",
            ),
        )

    def __str__(self) -> str:
        return f"Arsip {self.laporan}"


class TandaTangan(AppendOnly):
    """The camat's signature under a report: who, in which office, when, how, and over which PDF."""

    class Cara(models.TextChoices):
        KATA_SANDI = "kata-sandi", "Kata sandi"
        SERTIFIKAT = "sertifikat", "Sertifikat elektronik"

    kecamatan_path: ClassVar[str] = "laporan__kecamatan"
    tahun_path: ClassVar[str] = "laporan__tahun"

    laporan = models.ForeignKey(Laporan, models.PROTECT, related_name="tanda_tangan", verbose_name="laporan")
    pengguna = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="tanda_tangan", verbose_name="pengguna"
    )
    masa_jabatan = models.ForeignKey(
        MasaJabatan, models.PROTECT, related_name="tanda_tangan", verbose_name="masa jabatan"
    )
    waktu = models.DateTimeField("waktu", default=timezone.now, editable=False)
    cara = models.CharField("cara", max_length=15, choices=Cara.choices)
    sidik = models.CharField("sidik PDF", max_length=64)

    class Meta:
        verbose_name = "tanda tangan"
        verbose_name_plural = "tanda tangan"
        ordering = ("laporan", "waktu", "id")
        constraints = (
            unique(
                "satu_per_laporan",
                "laporan",
                message="Laporan ini sudah ditandatangani. Perbaiki melalui versi berikutnya.",
            ),
            sha256_fingerprint("sidik"),
        )

    def __str__(self) -> str:
        return f"{self.pengguna}, {self.laporan}"
