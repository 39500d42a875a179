"""How documents look, and the files that the worker makes of them."""

from typing import ClassVar

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
from reports.signing.keys.holder import KeyKind, key_kinds

MARGIN = (10, 60)
"""Millimetres: below, office printers cut; above, tables no longer fit."""


def plausible_margin(side: str) -> models.CheckConstraint:
    """A margin that leaves room for print and text."""
    return check(
        f"margin_{side}_wajar",
        Q(**{f"margin_{side}__range": MARGIN}),
        f"Isi margin {side} antara {MARGIN[0]} dan {MARGIN[1]} mm.",
    )


class PengaturanDokumen(OfKabupaten):
    """Page setting of a kabupaten's documents. Margins in millimetres, ``ukuran`` in points."""

    trail_columns: ClassVar[dict[str, str]] = {"kabupaten": "kabupaten"}

    class Kertas(models.TextChoices):
        A4 = "A4", "A4 (210 × 297 mm)"
        F4 = "F4", "F4 (215 × 330 mm)"

    class Huruf(models.TextChoices):
        ARIAL = "Arial", "Arial"
        TIMES = "Times New Roman", "Times New Roman"

    kabupaten = models.ForeignKey(
        Kabupaten, models.CASCADE, related_name="pengaturan_dokumen", verbose_name="kabupaten"
    )
    kertas = models.CharField("kertas", max_length=2, choices=Kertas.choices, default=Kertas.F4)
    margin_atas = models.DecimalField("margin atas (mm)", max_digits=4, decimal_places=1, default=25)
    margin_kanan = models.DecimalField("margin kanan (mm)", max_digits=4, decimal_places=1, default=25)
    margin_bawah = models.DecimalField("margin bawah (mm)", max_digits=4, decimal_places=1, default=30)
    margin_kiri = models.DecimalField("margin kiri (mm)", max_digits=4, decimal_places=1, default=30)
    huruf = models.CharField("huruf", max_length=30, choices=Huruf.choices, default=Huruf.ARIAL)
    ukuran = models.DecimalField("ukuran huruf (pt)", max_digits=3, decimal_places=1, default=12)
    spasi = models.DecimalField("spasi baris", max_digits=3, decimal_places=2, default="1.5")
    cara_tanda_tangan = models.CharField(
        "tanda tangan elektronik",
        max_length=15,
        choices=key_kinds,
        default=KeyKind.INSTALLATION,
        help_text="Sertifikat yang dipakai camat menandatangani LKIP, PK, dan SK IKU.",
    )
    publik = models.BooleanField(
        "dokumen yang ditandatangani terbuka untuk umum",
        default=False,
        help_text="Siapa pun dapat membaca LKIP, PK, dan SK IKU yang ditandatangani seluruh kecamatan dan mengunduh"
        " datanya tanpa akun. NIP dan foto tidak dimuat.",
    )

    class Meta:
        verbose_name = "pengaturan dokumen"
        verbose_name_plural = "pengaturan dokumen"
        ordering = ("kabupaten",)
        constraints = (
            unique(
                "kabupaten", "kabupaten", message="Pengaturan dokumen kabupaten ini sudah ada. Ubah yang ada."
            ),
            plausible_margin("atas"),
            plausible_margin("kanan"),
            plausible_margin("bawah"),
            plausible_margin("kiri"),
            check("ukuran_wajar", Q(ukuran__range=(9, 14)), "Isi ukuran huruf antara 9 dan 14 pt."),
            check("spasi_wajar", Q(spasi__range=(1, 2)), "Isi spasi baris antara 1 dan 2."),
        )

    def __str__(self) -> str:
        return f"Pengaturan dokumen {self.kabupaten}"


class BerkasLaporan(OfKecamatan):
    """A file that the worker makes, or has made, of one state of the records.

    ``kunci_isi`` is the SHA-256 of everything the document is made from: the same content is made once in each
    ``bentuk``, and a change of the records is a new row. A ``bentuk`` is also the ending of the file's name.
    ``halaman`` is known of a PDF alone: what else has pages gets them where it is opened. ``bagian`` is the key of the
    part that is a document by itself ("pk-unit-seksi-pemerintahan"), empty of a whole one.
    """

    class Jenis(models.TextChoices):
        LKIP = "lkip", "LKIP"
        PK_MURNI = "pk-murni", "Perjanjian Kinerja"
        PK_PERUBAHAN = "pk-perubahan", "Perjanjian Kinerja Perubahan"
        PK_BERJENJANG = "pk-berjenjang", "PK Berjenjang"
        PK_UNIT_PERUBAHAN = "pk-unit-perubahan", "PK Berjenjang Perubahan"
        SK_IKU = "sk-iku", "Keputusan Camat tentang IKU"
        RKT = "rkt", "RKT"
        RENSTRA = "renstra", "Matriks Renstra"
        RENCANA_AKSI = "rencana-aksi", "Rencana Aksi"
        LEMBAR_REVIU = "lembar-reviu", "Lembar Reviu"

    class Bentuk(models.TextChoices):
        PDF = "pdf", "PDF"
        DOCX = "docx", "Word"
        HTML = "html", "HTML"

    class Status(models.TextChoices):
        ANTRE = "antre", "Menunggu giliran"
        DIPROSES = "diproses", "Sedang dibuat"
        SELESAI = "selesai", "Selesai"
        GAGAL = "gagal", "Gagal"

    kecamatan = models.ForeignKey(
        Kecamatan, models.PROTECT, related_name="berkas_laporan", verbose_name="kecamatan"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    jenis = models.CharField("jenis dokumen", max_length=20, choices=Jenis.choices)
    bentuk = models.CharField("bentuk berkas", max_length=4, choices=Bentuk.choices, default=Bentuk.PDF)
    bagian = models.CharField("bagian dokumen", max_length=80, blank=True)
    kunci_isi = models.CharField("sidik isi", max_length=64)
    status = models.CharField("status", max_length=10, choices=Status.choices, default=Status.ANTRE)
    pesan = models.TextField("pesan", blank=True)
    berkas = models.FileField("berkas", upload_to="berkas", max_length=200, blank=True)
    halaman = models.PositiveIntegerField("jumlah halaman", null=True, blank=True)
    ukuran = models.PositiveBigIntegerField("ukuran (byte)", null=True, blank=True)
    dibuat = models.DateTimeField("dibuat", default=timezone.now, editable=False)
    mulai = models.DateTimeField("mulai dikerjakan", null=True, blank=True, editable=False)
    diminta_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name="diminta oleh",
    )

    class Meta:
        verbose_name = "berkas laporan"
        verbose_name_plural = "berkas laporan"
        ordering = ("kecamatan", "tahun", "jenis", "dibuat", "id")
        indexes = (models.Index(fields=("status", "dibuat")),)
        constraints = (
            unique(
                "isi",
                "kecamatan",
                "tahun",
                "jenis",
                "bentuk",
                "kunci_isi",
                message="Berkas dengan isi ini sudah diminta. Tunggu atau unduh berkas itu.",
            ),
            plausible_tahun(),
            sha256_fingerprint("kunci_isi"),
            check(
                "hasil_sesuai_status",
                Q(status__in=("antre", "diproses"), berkas="", pesan="", halaman=None, ukuran=None)
                | (
                    # Without "is not null" an unknown size would be unknown to break the rule, and pass.
                    Q(status="selesai", pesan="", ukuran__isnull=False, ukuran__gt=0)
                    & (
                        Q(bentuk="pdf", halaman__isnull=False, halaman__gt=0)
                        | (~Q(bentuk="pdf") & Q(halaman=None))
                    )
                    & ~Q(berkas="")
                )
                | (Q(status="gagal", berkas="", halaman=None, ukuran=None) & ~Q(pesan="")),
                "Minta ulang berkas ini: hasilnya tidak sesuai dengan statusnya.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} {self.kecamatan} Tahun {self.tahun}"
