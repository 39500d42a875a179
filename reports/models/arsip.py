"""What was signed, kept for ever: rows here are only added; and what is on its way to be signed."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from kecamatan.ground.constraints import AppendOnly, OfKecamatan, check, filled, sha256_fingerprint, unique
from kecamatan.models import MasaJabatan
from reports.models.laporan import Laporan
from reports.signing.keys.holder import key_kinds


class Arsip(AppendOnly):
    """The signed report as bytes: the snapshot it was made from, HTML, PDF and Word with their SHA-256.

    ``snapshot`` is the JSON text of :class:`sakip.snapshot.types.Snapshot`, ``naskah`` that of what the report
    adds to it (results, narrative, photos, page setting, place and date). Texts, not JSON columns: a database may
    reorder JSON, and then the hash would no longer be that of the content. The three versions name what made the files.

    All signed reports are one chain: ``sidik`` is the SHA-256 of this link, which names everything above and the link
    before (:mod:`reports.signing.chain`).
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
    versi_dokumen = models.CharField("versi dokumen", max_length=20)
    versi_templat = models.CharField("versi templat", max_length=80)
    html = models.FileField(
        "HTML", upload_to="arsip/html", max_length=200, error_messages={"blank": "Simpan HTML laporan."}
    )
    html_sha256 = models.CharField("sidik HTML", max_length=64)
    pdf = models.FileField(
        "PDF", upload_to="arsip/pdf", max_length=200, error_messages={"blank": "Simpan PDF laporan."}
    )
    pdf_sha256 = models.CharField("sidik PDF", max_length=64)
    docx = models.FileField(
        "Word",
        upload_to="arsip/docx",
        max_length=200,
        error_messages={"blank": "Simpan dokumen Word laporan."},
    )
    docx_sha256 = models.CharField("sidik dokumen Word", max_length=64)
    urut = models.PositiveIntegerField(
        "urutan dalam rantai", unique=True, error_messages={"unique": "Hitung ulang urutan arsip ini."}
    )
    sidik_sebelum = models.CharField("sidik arsip sebelumnya", max_length=64, blank=True)
    sidik = models.CharField(
        "sidik rantai", max_length=64, unique=True, error_messages={"unique": "Hitung ulang sidik arsip ini."}
    )
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
            filled("docx", "Simpan dokumen Word laporan."),
            sha256_fingerprint("docx_sha256"),
            sha256_fingerprint("sidik"),
            check(
                "sambung",
                Q(urut=1, sidik_sebelum="") | (Q(urut__gte=2) & ~Q(sidik_sebelum="")),
                "Hitung ulang sidik arsip sebelumnya: hanya arsip pertama yang tanpa itu.",
            ),
            check(
                "berhalaman",
                Q(halaman__gt=0, ukuran__gt=0),
                "Buat ulang PDF: jumlah halaman atau ukurannya nol.",
            ),
        )

    def __str__(self) -> str:
        return f"Arsip {self.laporan}"


class TandaTangan(AppendOnly):
    """The camat's signature under a report: who, in which office, when, how, and over which PDF.

    ``nama`` and ``jabatan`` are as printed, ``penerbit``, ``nomor_seri`` and ``sertifikat`` (its SHA-256) those of the
    certificate, ``cap_waktu`` what a time-stamping authority said. ``token`` is what the printed QR leads to.
    """

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
    cara = models.CharField("cara", max_length=15, choices=key_kinds)
    nama = models.CharField("nama penanda tangan", max_length=200)
    jabatan = models.CharField("jabatan penanda tangan", max_length=200)
    penerbit = models.CharField("penerbit sertifikat", max_length=200)
    nomor_seri = models.CharField("nomor seri sertifikat", max_length=64)
    sertifikat = models.CharField("sidik sertifikat", max_length=64)
    cap_waktu = models.DateTimeField("cap waktu", null=True, blank=True)
    token = models.CharField(
        "token verifikasi", max_length=43, unique=True, error_messages={"unique": "Buat token lain."}
    )
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
            sha256_fingerprint("sertifikat"),
            sha256_fingerprint("sidik"),
        )

    def __str__(self) -> str:
        return f"{self.pengguna}, {self.laporan}"


class Penandatanganan(OfKecamatan):
    """A report on its way to be signed: frozen, then made by the worker, then signed by the camat, then archived.

    Of each report at most one, gone when it is signed. ``diajukan_pada`` is when the report was submitted of which it
    was made: submitted again, it is made again. ``bertanda`` is the signed PDF that the archive does not have yet,
    ``dipegang`` since when somebody signs.
    """

    kecamatan_path: ClassVar[str] = "laporan__kecamatan"
    tahun_path: ClassVar[str] = "laporan__tahun"

    class Status(models.TextChoices):
        ANTRE = "antre", "Menunggu giliran"
        DIPROSES = "diproses", "Sedang disiapkan"
        SIAP = "siap", "Siap ditandatangani"
        GAGAL = "gagal", "Gagal"

    laporan = models.OneToOneField(
        Laporan,
        models.CASCADE,
        related_name="penandatanganan",
        verbose_name="laporan",
        error_messages={"unique": "Laporan ini sedang disiapkan. Tunggu sampai selesai."},
    )
    cara = models.CharField("cara", max_length=15, choices=key_kinds)
    token = models.CharField(
        "token verifikasi", max_length=43, unique=True, error_messages={"unique": "Buat token lain."}
    )
    masa_jabatan = models.ForeignKey(
        MasaJabatan, models.PROTECT, related_name="+", verbose_name="masa jabatan"
    )
    nama = models.CharField("nama penanda tangan", max_length=200)
    jabatan = models.CharField("jabatan penanda tangan", max_length=200)
    diajukan_pada = models.DateTimeField("diajukan pada")
    snapshot = models.TextField("snapshot")
    naskah = models.TextField("naskah")
    versi_mesin = models.CharField("versi mesin", max_length=60)
    versi_dokumen = models.CharField("versi dokumen", max_length=20)
    versi_templat = models.CharField("versi templat", max_length=80)
    html = models.FileField("HTML", upload_to="arsip/html", max_length=200, blank=True)
    pdf = models.FileField("PDF", upload_to="arsip/pdf", max_length=200, blank=True)
    docx = models.FileField("Word", upload_to="arsip/docx", max_length=200, blank=True)
    halaman = models.PositiveIntegerField("jumlah halaman", null=True, blank=True)
    bertanda = models.FileField("PDF bertanda tangan", upload_to="arsip/pdf", max_length=200, blank=True)
    dipegang = models.DateTimeField("dipegang sejak", null=True, blank=True)
    status = models.CharField("status", max_length=10, choices=Status.choices, default=Status.ANTRE)
    pesan = models.TextField("pesan", blank=True)
    dibuat = models.DateTimeField("dibuat", default=timezone.now, editable=False)
    mulai = models.DateTimeField("mulai dikerjakan", null=True, blank=True, editable=False)

    class Meta:
        verbose_name = "penandatanganan"
        verbose_name_plural = "penandatanganan"
        ordering = ("laporan",)
        constraints = (
            check(
                "berberkas",
                ~Q(status="siap") | (~Q(html="") & ~Q(pdf="") & ~Q(docx="") & Q(halaman__gt=0)),
                "Minta ulang naskah akhir: berkasnya belum lengkap.",
            ),
        )

    def __str__(self) -> str:
        return f"Penandatanganan {self.laporan}"
