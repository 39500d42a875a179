"""Measured values and their evidence."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from kecamatan.ground.constraints import (
    BelowKecamatan,
    OfKecamatan,
    check,
    filled,
    plausible_tahun,
    sha256_fingerprint,
    unique,
)
from kecamatan.ground.trail_key import NUMBER
from kecamatan.permissions import Hak
from kecamatan.querysets import BelowManager, KecamatanQuerySet
from sakip.capaian.triwulan import TAHUNAN
from sakip.records.renstra.indikator import Indikator
from sakip.records.renstra.models import IndikatorTujuan
from sakip.records.shared_columns import RecordedNilai


class MeasuredNilai(RecordedNilai):
    """What was measured of an ``indikator`` in a year (``tahun``), with notes and where it is from.

    Each declares both columns itself, as :class:`sakip.records.shared_columns.TargetPerYear` has it.
    """

    catatan = models.TextField("catatan", blank=True)
    sumber = models.TextField("sumber data", blank=True)

    #: The printed form that went with the value before, on the row that a save returns. No column.
    cetak_lama: str = ""

    class Meta(RecordedNilai.Meta):
        abstract = True
        constraints: ClassVar[tuple[Any, ...]] = (*RecordedNilai.Meta.constraints, plausible_tahun())


class Realisasi(BelowKecamatan, MeasuredNilai):
    """Realisasi of an indikator in a triwulan (1–4) or over the whole year (0, where entered as such).

    No row means belum diisi. The indikator belongs to the Renstra version in force when the value was entered;
    its ``kunci`` leads over versions.
    """

    class Triwulan(models.IntegerChoices):
        TAHUNAN = TAHUNAN, "Setahun"
        I = 1, "Triwulan I"  # noqa: E741  # the name of the triwulan
        II = 2, "Triwulan II"
        III = 3, "Triwulan III"
        IV = 4, "Triwulan IV"

    kecamatan_path: ClassVar[str] = "indikator__renstra__kecamatan"
    written_with: ClassVar[tuple[Hak, ...]] = (Hak.REALISASI,)
    trail_columns: ClassVar[dict[str, str]] = {
        "kecamatan": "indikator__renstra__kecamatan",
        "indikator": "indikator__kunci",
        "tahun": "tahun",
        "triwulan": "triwulan",
    }

    indikator = models.ForeignKey(
        Indikator, models.PROTECT, related_name="realisasi", verbose_name="indikator"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    triwulan = models.PositiveSmallIntegerField(
        "triwulan",
        choices=Triwulan.choices,
        default=Triwulan.TAHUNAN,
        error_messages={"invalid_choice": "Isi triwulan 1 sampai 4, atau 0 untuk setahun."},
    )

    objects = BelowManager.from_queryset(KecamatanQuerySet)()

    class Meta(MeasuredNilai.Meta):
        verbose_name = "realisasi"
        verbose_name_plural = "realisasi"
        ordering = ("indikator", "tahun", "triwulan")
        indexes = (models.Index(fields=("tahun", "indikator")),)
        constraints = (
            *MeasuredNilai.Meta.constraints,
            unique(
                "triwulan",
                "indikator",
                "tahun",
                "triwulan",
                message="Realisasi indikator ini pada masa yang sama sudah ada. Ubah realisasi yang ada.",
            ),
            check(
                "triwulan_wajar", Q(triwulan__range=(0, 4)), "Isi triwulan 1 sampai 4, atau 0 untuk setahun."
            ),
        )

    def __str__(self) -> str:
        masa = f"triwulan {self.triwulan} " if self.triwulan else ""
        return f"{self.indikator}, realisasi {masa}{self.tahun}"


class RealisasiTujuan(OfKecamatan, MeasuredNilai):
    """Realisasi of an indikator tujuan over a year. No row means belum diisi.

    Of two versions of the Renstra the later one's stands; indikator are the same that have one name in one tujuan.
    """

    kecamatan_path: ClassVar[str] = "indikator__tujuan__renstra__kecamatan"
    trail_columns: ClassVar[dict[str, str]] = {
        "kecamatan": "indikator__tujuan__renstra__kecamatan",
        "tujuan": "indikator__tujuan__kunci",
        "indikator": "indikator__nama",
        "tahun": "tahun",
    }

    indikator = models.ForeignKey(
        IndikatorTujuan, models.PROTECT, related_name="realisasi", verbose_name="indikator tujuan"
    )
    tahun = models.PositiveSmallIntegerField("tahun")

    class Meta(MeasuredNilai.Meta):
        verbose_name = "realisasi indikator tujuan"
        verbose_name_plural = "realisasi indikator tujuan"
        ordering = ("indikator", "tahun")
        constraints = (
            *MeasuredNilai.Meta.constraints,
            unique(
                "tahun",
                "indikator",
                "tahun",
                message="Realisasi indikator tujuan ini pada tahun yang sama sudah ada. Ubah realisasi yang ada.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.indikator}, realisasi {self.tahun}"


def bukti_ke(bukti: "BuktiDukung", nama: str) -> str:
    """Storage name of an evidence file: by its content, so that two uploads of one file are one."""
    return f"bukti/{bukti.sha256[:2]}/{bukti.sha256}/{nama}"


class BuktiDukung(OfKecamatan):
    """A file that proves a realisasi."""

    kecamatan_path: ClassVar[str] = "realisasi__indikator__renstra__kecamatan"
    written_with: ClassVar[tuple[Hak, ...]] = (Hak.REALISASI,)
    tahun_path: ClassVar[str] = "realisasi__tahun"
    trail_columns: ClassVar[dict[str, str]] = {
        "kecamatan": "realisasi__indikator__renstra__kecamatan",
        "indikator": "realisasi__indikator__kunci",
        "tahun": "realisasi__tahun",
        "triwulan": "realisasi__triwulan",
        "berkas": "sha256",
    }

    # PROTECT: whoever empties a cell, at any door, does not lose the files that prove it along the way.
    realisasi = models.ForeignKey(Realisasi, models.PROTECT, related_name="bukti", verbose_name="realisasi")
    nama = models.CharField("nama berkas", max_length=150)
    berkas = models.FileField("berkas", upload_to=bukti_ke, max_length=300)
    sha256 = models.CharField("sidik berkas", max_length=64, editable=False)
    ukuran = models.PositiveBigIntegerField("ukuran (byte)", editable=False)
    diunggah_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name="diunggah oleh",
    )
    diunggah = models.DateTimeField("diunggah", default=timezone.now)

    class Meta:
        verbose_name = "bukti dukung"
        verbose_name_plural = "bukti dukung"
        ordering = ("realisasi", "diunggah", "id")
        constraints = (
            unique(
                "berkas",
                "realisasi",
                "sha256",
                message="Berkas ini sudah diunggah untuk realisasi yang sama. Pilih berkas lain.",
            ),
            sha256_fingerprint("sha256"),
        )

    def __str__(self) -> str:
        return self.nama


class KomentarRealisasi(OfKecamatan):
    """What somebody remarks on an indikator's realisasi, for those who work on it; it is printed nowhere.

    About one triwulan (1–4), the year's value (0) or the whole row (None). It stays open until ``selesai``.
    """

    kecamatan_path: ClassVar[str] = "indikator__renstra__kecamatan"
    written_with: ClassVar[tuple[Hak, ...]] = (Hak.KOMENTAR,)
    trail_columns: ClassVar[dict[str, str]] = {
        "kecamatan": "indikator__renstra__kecamatan",
        "indikator": "indikator__kunci",
        "tahun": "tahun",
        "triwulan": "triwulan",
        NUMBER: "pk",
    }

    indikator = models.ForeignKey(
        Indikator, models.CASCADE, related_name="komentar", verbose_name="indikator"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    triwulan = models.PositiveSmallIntegerField(
        "mengenai",
        choices=Realisasi.Triwulan.choices,
        null=True,
        blank=True,
        error_messages={"invalid_choice": "Isi triwulan 1 sampai 4, atau 0 untuk setahun."},
    )
    isi = models.TextField("komentar", error_messages={"blank": "Isi komentar."})
    pengguna = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="pengguna"
    )
    dibuat = models.DateTimeField("dibuat", default=timezone.now)
    selesai = models.DateTimeField("selesai", null=True, blank=True)

    class Meta:
        verbose_name = "komentar realisasi"
        verbose_name_plural = "komentar realisasi"
        ordering = ("dibuat", "id")
        indexes = (models.Index(fields=("tahun", "indikator")),)
        constraints = (
            filled("isi", "Isi komentar."),
            plausible_tahun(),
            check(
                "triwulan_wajar", Q(triwulan__range=(0, 4)), "Isi triwulan 1 sampai 4, atau 0 untuk setahun."
            ),
        )

    def __str__(self) -> str:
        masa = f" triwulan {self.triwulan}" if self.triwulan else ""
        return f"Komentar {self.indikator}{masa} {self.tahun}"
