"""Workbooks on their way in."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from kecamatan.ground.constraints import OfKecamatan, check, filled, plausible_tahun, sha256_fingerprint
from kecamatan.models import Kecamatan


class ImporBuku(OfKecamatan):
    """An uploaded workbook, or a paper that is read as one: previewed by the worker, then applied by it once a person
    has seen what it changes.

    ``pilihan`` is what was chosen where file and site both changed something ("berkas" or "situs", by the key of it);
    of a paper which of its proposals are taken or left ("pakai", "tinggalkan", by their number), and the "tujuan" that
    a person says where the paper names none.

    ``hasil`` is the preview (changes and errors as JSON), after applying what was written. ``kemajuan`` is how much
    is done, in percent; ``pesan`` says why it failed, or that the records changed since the preview.
    """

    class Status(models.TextChoices):
        ANTRE = "antre", "Menunggu diperiksa"
        DIPERIKSA = "diperiksa", "Sedang diperiksa"
        PRATINJAU = "pratinjau", "Menunggu keputusan Anda"
        DITOLAK = "ditolak", "Ada kesalahan"
        ANTRE_TERAP = "antre_terap", "Menunggu diterapkan"
        DITERAPKAN = "diterapkan", "Sedang diterapkan"
        SELESAI = "selesai", "Sudah diterapkan"
        GAGAL = "gagal", "Gagal"
        DIBUANG = "dibuang", "Dibatalkan"

    class Jenis(models.TextChoices):
        BUKU = "buku", "Buku kerja"
        DOKUMEN = "dokumen", "Dokumen"

    #: States in which the worker has something to do.
    BERJALAN: ClassVar = (Status.ANTRE, Status.DIPERIKSA, Status.ANTRE_TERAP, Status.DITERAPKAN)

    kecamatan = models.ForeignKey(
        Kecamatan, models.PROTECT, related_name="impor_buku", verbose_name="kecamatan"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    pengguna = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="impor_buku", verbose_name="pengunggah"
    )
    jenis = models.CharField("jenis", max_length=7, choices=Jenis.choices, default=Jenis.BUKU)
    nama_berkas = models.CharField(
        "nama berkas", max_length=200, error_messages={"blank": "Isi nama berkas yang diunggah."}
    )
    berkas = models.FileField("berkas", upload_to="impor", max_length=200, blank=True)
    sha256 = models.CharField("sidik berkas", max_length=64)
    status = models.CharField("status", max_length=12, choices=Status.choices, default=Status.ANTRE)
    kemajuan = models.PositiveSmallIntegerField("kemajuan (%)", default=0)
    hasil = models.JSONField("hasil", null=True, blank=True)
    pilihan = models.JSONField("pilihan", default=dict, blank=True)
    pesan = models.TextField("pesan", blank=True)
    dibuat = models.DateTimeField("diunggah", default=timezone.now, editable=False)
    menunggu_sejak = models.DateTimeField("menunggu sejak", default=timezone.now, editable=False)
    mulai = models.DateTimeField("mulai dikerjakan", null=True, blank=True, editable=False)
    selesai = models.DateTimeField("selesai", null=True, blank=True, editable=False)

    class Meta:
        verbose_name = "impor buku kerja"
        verbose_name_plural = "impor buku kerja"
        ordering = ("-dibuat", "-id")
        indexes = (
            models.Index(fields=("kecamatan", "tahun", "dibuat")),
            models.Index(fields=("status", "menunggu_sejak")),
        )
        constraints = (
            plausible_tahun(),
            sha256_fingerprint("sha256"),
            filled("nama_berkas", "Isi nama berkas yang diunggah."),
            check("kemajuan_wajar", Q(kemajuan__lte=100), "Isi kemajuan dari 0 sampai 100 persen."),
            check(
                "hasil_sesuai_status",
                ~Q(status__in=("pratinjau", "ditolak", "antre_terap", "diterapkan", "selesai"))
                | Q(hasil__isnull=False),
                "Unggah ulang buku kerja ini: hasil pemeriksaannya hilang.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.nama_berkas} ({self.kecamatan} {self.tahun})"
