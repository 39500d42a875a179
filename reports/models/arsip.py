"""What was signed, kept for ever: rows here are only added; and what is on its way to be signed.

What is signed is one version of one document: a :class:`~reports.models.Laporan` (the LKIP), or a
:class:`~sakip.models.Penetapan` (a PK, murni or perubahan, and the SK IKU, as they were agreed). Each signature is a
row of :class:`Arsip` with its :class:`TandaTangan`: a document of two parties has two, the second of which continues
the first (``melanjutkan``), whose PDF stays as it was. All rows of Arsip are one chain.
"""

from typing import ClassVar, Final

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from kecamatan.ground.constraints import AppendOnly, OfKecamatan, check, filled, sha256_fingerprint, unique
from kecamatan.models import Kecamatan, MasaJabatan
from reports.models.dokumen import BerkasLaporan
from reports.models.laporan import Laporan
from reports.signing.keys.holder import key_kinds
from sakip.models import Penetapan

Jenis = BerkasLaporan.Jenis

#: Kinds of documents that are signed as they were agreed, and those of them that two parties sign.
AGREED_KINDS: Final = (Jenis.PK_MURNI, Jenis.PK_PERUBAHAN, Jenis.SK_IKU)
TWO_PARTIES: Final = (Jenis.PK_MURNI, Jenis.PK_PERUBAHAN)

#: Where the pictures of what was signed are kept, by their content.
PICTURES: Final = "arsip/gambar"


class SignedVersion(models.Model):
    """Which version of which document a row is about, and whose signature: the columns that name it on its own.

    ``tahun`` is that of the document, ``perubahan`` the number of a PK perubahan, ``versi`` counts how often the same
    document was signed. ``pihak`` is who signs: 1 the camat, 2 the kepala daerah as Pihak Kedua of a PK.
    """

    jenis = models.CharField("jenis dokumen", max_length=20, choices=Jenis.choices, default=Jenis.LKIP)
    kecamatan = models.ForeignKey(Kecamatan, models.PROTECT, related_name="+", verbose_name="kecamatan")
    tahun = models.PositiveSmallIntegerField("tahun")
    perubahan = models.PositiveSmallIntegerField("perubahan ke-", default=0)
    versi = models.PositiveSmallIntegerField("versi", default=1)
    pihak = models.PositiveSmallIntegerField("pihak", default=1)

    class Meta:
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            check(
                "satu_dokumen",
                Q(jenis=Jenis.LKIP, laporan__isnull=False, penetapan=None, perubahan=0)
                | Q(jenis__in=AGREED_KINDS, laporan=None, penetapan__isnull=False),
                "Isi laporan untuk LKIP, atau penetapan untuk PK dan SK IKU; jangan keduanya.",
            ),
            check(
                "pihak_dikenal",
                Q(pihak=1, melanjutkan=None) | Q(pihak=2, jenis__in=TWO_PARTIES, melanjutkan__isnull=False),
                "Isi pihak 1, atau pihak 2 dari sebuah PK yang sudah ditandatangani pihak 1.",
                at="pihak",
            ),
        )

    def __str__(self) -> str:
        if self.jenis == Jenis.LKIP:
            return f"LKIP {self.kecamatan} Tahun {self.tahun} versi {self.versi}"
        again = f" versi {self.versi}" if self.versi > 1 else ""
        return f"{self.nama} {self.kecamatan} Tahun {self.tahun}{again}"

    @property
    def nama(self) -> str:
        """What the document is called, without place and year: "Perjanjian Kinerja Perubahan Ke-2"."""
        if self.jenis == Jenis.SK_IKU:
            return f"Keputusan {self.kecamatan.sebutan_camat} tentang IKU"
        nth = f" Ke-{self.perubahan}" if self.perubahan > 1 else ""
        return f"{Jenis(self.jenis).label}{nth}"


class Arsip(AppendOnly, SignedVersion):
    """A signed document as bytes: the snapshot it was made from, HTML, PDF and Word with their SHA-256.

    ``snapshot`` is the JSON text of :class:`sakip.snapshot.types.Snapshot`, ``naskah`` that of what the document
    adds to it (results, narrative, photos, page setting, place and date). Texts, not JSON columns: a database may
    reorder JSON, and then the hash would no longer be that of the content. The three versions name what made the files.

    ``melanjutkan`` is the archive of the signature before: same input, HTML and Word, and a PDF that begins with its
    PDF. All archives are one chain: ``sidik`` is the SHA-256 of this link, which names everything above and the link
    before (:mod:`reports.signing.chain`).
    """

    laporan = models.OneToOneField(
        Laporan,
        models.PROTECT,
        related_name="arsip",
        null=True,
        blank=True,
        verbose_name="laporan",
        error_messages={"unique": "Laporan ini sudah diarsipkan. Perbaiki melalui versi berikutnya."},
    )
    penetapan = models.ForeignKey(
        Penetapan, models.PROTECT, related_name="arsip", null=True, blank=True, verbose_name="penetapan"
    )
    melanjutkan = models.OneToOneField(
        "self",
        models.PROTECT,
        related_name="lanjutan",
        null=True,
        blank=True,
        verbose_name="melanjutkan",
        error_messages={"unique": "Dokumen ini sudah ditandatangani Pihak Kedua."},
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

    class Meta(SignedVersion.Meta):
        verbose_name = "arsip"
        verbose_name_plural = "arsip"
        ordering = ("urut",)
        constraints = (
            *SignedVersion.Meta.constraints,
            unique(
                "pihak",
                "penetapan",
                "pihak",
                message="Dokumen ini sudah ditandatangani pihak itu. Perbaiki melalui versi berikutnya.",
            ),
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


class TandaTangan(AppendOnly):
    """The signature that made an archive: who, in which office, when, how, and over which PDF.

    ``pengguna`` is who signed here, or who brought what was signed outside. ``nama`` and ``jabatan`` are as printed,
    ``penerbit``, ``nomor_seri`` and ``sertifikat`` (its SHA-256) those of the certificate, ``cap_waktu`` what a
    time-stamping authority said. ``token`` is what the printed QR leads to.
    """

    kecamatan_path: ClassVar[str] = "arsip__kecamatan"
    tahun_path: ClassVar[str] = "arsip__tahun"

    arsip = models.OneToOneField(
        Arsip,
        models.PROTECT,
        related_name="tanda_tangan",
        verbose_name="arsip",
        error_messages={"unique": "Arsip ini sudah bertanda tangan. Perbaiki melalui versi berikutnya."},
    )
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
        ordering = ("arsip", "id")
        constraints = (
            sha256_fingerprint("sertifikat"),
            sha256_fingerprint("sidik"),
        )

    def __str__(self) -> str:
        return f"{self.pengguna}, {self.arsip}"


class Penandatanganan(OfKecamatan, SignedVersion):
    """A document on its way to be signed: frozen, then made by the worker, then signed, then archived.

    Of each version at most one, gone when it is signed. ``diajukan_pada`` is when that was submitted or agreed of which
    it was made: after another time it is made again. What ``melanjutkan`` another archive is made already: its PDF is
    that of the archive. ``bertanda`` is the signed PDF that the archive does not have yet, ``dipegang`` since when
    somebody signs.
    """

    class Status(models.TextChoices):
        ANTRE = "antre", "Menunggu giliran"
        DIPROSES = "diproses", "Sedang disiapkan"
        SIAP = "siap", "Siap ditandatangani"
        GAGAL = "gagal", "Gagal"

    laporan = models.OneToOneField(
        Laporan,
        models.CASCADE,
        related_name="penandatanganan",
        null=True,
        blank=True,
        verbose_name="laporan",
        error_messages={"unique": "Laporan ini sedang disiapkan. Tunggu sampai selesai."},
    )
    penetapan = models.OneToOneField(
        Penetapan,
        models.CASCADE,
        related_name="penandatanganan",
        null=True,
        blank=True,
        verbose_name="penetapan",
        error_messages={"unique": "Dokumen ini sedang disiapkan. Tunggu sampai selesai."},
    )
    melanjutkan = models.ForeignKey(
        Arsip, models.PROTECT, related_name="+", null=True, blank=True, verbose_name="melanjutkan"
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

    class Meta(SignedVersion.Meta):
        verbose_name = "penandatanganan"
        verbose_name_plural = "penandatanganan"
        ordering = ("id",)
        indexes = (models.Index(fields=("status", "dibuat"), name="penandatanganan_antrean"),)
        constraints = (
            *SignedVersion.Meta.constraints,
            check(
                "berberkas",
                ~Q(status="siap") | (~Q(html="") & ~Q(pdf="") & ~Q(docx="") & Q(halaman__gt=0)),
                "Minta ulang naskah akhir: berkasnya belum lengkap.",
            ),
        )
