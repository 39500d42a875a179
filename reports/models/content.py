"""What people add to a report: narrative and photos."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from kecamatan.ground.constraints import (
    OfKecamatan,
    Reviewable,
    check,
    filled,
    plausible_tahun,
    sha256_fingerprint,
    unique,
)
from kecamatan.models import Kecamatan
from reports.publish.naskah import BAGIAN_NARASI
from reports.writing.text import plain_text
from sakip.models import Kegiatan, Program, SubKegiatan
from sakip.records.shared_columns import whole_jenjang


def pilihan_bagian() -> list[tuple[str, str]]:
    """The places where people may write. A function, so that a new place needs no migration."""
    return list(BAGIAN_NARASI.items())


class Narasi(OfKecamatan, Reviewable):
    """Text written by people for one place of the report (tidy HTML, see :mod:`reports.writing`).

    ``kunci`` is the sasaran's or indikator's where the place exists once for each, else empty. ``ditinjau`` is
    False for text carried over from another year until a person has read it again.
    """

    trail_columns: ClassVar[dict[str, str]] = {
        "kecamatan": "kecamatan",
        "tahun": "tahun",
        "bagian": "bagian",
        "kunci": "kunci",
    }

    #: How a change of a column is told to people, where not as it is stored.
    AS_READ: ClassVar = {"isi": plain_text}

    kecamatan = models.ForeignKey(Kecamatan, models.PROTECT, related_name="narasi", verbose_name="kecamatan")
    tahun = models.PositiveSmallIntegerField("tahun")
    bagian = models.CharField(
        "bagian",
        max_length=40,
        choices=pilihan_bagian,
        error_messages={"blank": "Pilih bagian laporan tempat narasi ini."},
    )
    kunci = models.SlugField("kunci sasaran atau indikator", max_length=60, blank=True)
    isi = models.TextField("isi", blank=True)

    class Meta:
        verbose_name = "narasi"
        verbose_name_plural = "narasi"
        ordering = ("kecamatan", "tahun", "bagian", "kunci")
        constraints = (
            unique(
                "bagian",
                "kecamatan",
                "tahun",
                "bagian",
                "kunci",
                message="Narasi untuk bagian ini sudah ada. Ubah narasi yang ada.",
            ),
            plausible_tahun(),
            filled("bagian", "Pilih bagian laporan tempat narasi ini."),
        )

    def __str__(self) -> str:
        return f"{self.get_bagian_display()} {self.kunci}".strip()


class AttachedPhoto(OfKecamatan):
    """What a photo shows: its caption, and the program, kegiatan or sub kegiatan that it is attached to."""

    program = models.ForeignKey(
        Program, models.PROTECT, related_name="+", null=True, blank=True, verbose_name="program"
    )
    kegiatan = models.ForeignKey(
        Kegiatan, models.PROTECT, related_name="+", null=True, blank=True, verbose_name="kegiatan"
    )
    sub_kegiatan = models.ForeignKey(
        SubKegiatan, models.PROTECT, related_name="+", null=True, blank=True, verbose_name="sub kegiatan"
    )
    keterangan = models.TextField(
        "keterangan", error_messages={"blank": "Isi keterangan foto; pembaca layar membacakannya."}
    )

    class Meta:
        abstract = True
        constraints = (
            plausible_tahun(),
            *whole_jenjang(required_programs=False),
            filled("keterangan", "Isi keterangan foto; pembaca layar membacakannya."),
        )


def foto_ke(dokumentasi: "Dokumentasi", nama: str) -> str:
    """Storage name of a photo: by its content; the uploader's file name is not kept."""
    suffix = nama.rpartition(".")[2].lower()
    return f"dokumentasi/{dokumentasi.sha256[:2]}/{dokumentasi.sha256}.{suffix}"


class Dokumentasi(AttachedPhoto):
    """A photo with its caption, attached to a program, kegiatan or sub kegiatan."""

    kecamatan = models.ForeignKey(
        Kecamatan, models.PROTECT, related_name="dokumentasi", verbose_name="kecamatan"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    foto = models.FileField("foto", upload_to=foto_ke, max_length=200)
    sha256 = models.CharField("sidik foto", max_length=64, editable=False)
    lebar = models.PositiveIntegerField("lebar (piksel)", editable=False)
    tinggi = models.PositiveIntegerField("tinggi (piksel)", editable=False)
    urut = models.PositiveSmallIntegerField("urut", default=0)

    class Meta:
        verbose_name = "dokumentasi"
        verbose_name_plural = "dokumentasi"
        ordering = ("kecamatan", "tahun", "urut", "id")
        constraints = (
            unique(
                "foto",
                "kecamatan",
                "tahun",
                "sha256",
                message="Foto ini sudah ada dalam dokumentasi tahun yang sama. Pilih foto lain.",
            ),
            *AttachedPhoto.Meta.constraints,
            sha256_fingerprint("sha256"),
            check("berukuran", Q(lebar__gt=0, tinggi__gt=0), "Unggah ulang foto: ukurannya tidak terbaca."),
        )

    def __str__(self) -> str:
        return self.keterangan


class FotoMasuk(AttachedPhoto):
    """A photo as it was uploaded, until the worker has made a Dokumentasi of it; then the row and the file go.

    The raw file is never shown: it may be of any size and say where it was taken. ``nama`` is the uploader's name
    for it, by which a failure is told; ``pesan`` says what failed and what helps.
    """

    class Status(models.TextChoices):
        ANTRE = "antre", "Menunggu giliran"
        DIPROSES = "diproses", "Sedang diolah"
        GAGAL = "gagal", "Gagal"

    kecamatan = models.ForeignKey(
        Kecamatan, models.PROTECT, related_name="foto_masuk", verbose_name="kecamatan"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    berkas = models.FileField("berkas mentah", upload_to="foto-masuk", max_length=200, blank=True)
    nama = models.CharField("nama berkas", max_length=200)
    status = models.CharField("status", max_length=10, choices=Status.choices, default=Status.ANTRE)
    pesan = models.TextField("pesan", blank=True)
    dibuat = models.DateTimeField("dibuat", default=timezone.now, editable=False)
    mulai = models.DateTimeField("mulai dikerjakan", null=True, blank=True, editable=False)
    pengunggah = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name="diunggah oleh",
    )

    class Meta:
        verbose_name = "foto masuk"
        verbose_name_plural = "foto masuk"
        ordering = ("kecamatan", "tahun", "dibuat", "id")
        indexes = (models.Index(fields=("status", "dibuat")),)
        constraints = (
            *AttachedPhoto.Meta.constraints,
            check(
                "hasil_sesuai_status",
                (Q(status__in=("antre", "diproses"), pesan="") & ~Q(berkas=""))
                | (Q(status="gagal", berkas="") & ~Q(pesan="")),
                "Unggah ulang foto ini: berkasnya tidak sesuai dengan statusnya.",
            ),
        )

    def __str__(self) -> str:
        return self.nama
