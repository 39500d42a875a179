"""Perjanjian Kinerja of sekretaris, kepala seksi, kepala subbagian and lurah, each with the head of the unit above."""

from __future__ import annotations

from django.db import models

from kecamatan.ground.constraints import OfKecamatan, Reviewable, filled, plausible_tahun, unique
from kecamatan.models import Kecamatan, UnitKerja
from kecamatan.models.pejabat import nip_sah
from sakip.records.renstra.indikator import Indikator
from sakip.records.shared_columns import DatedColumns


def version() -> models.PositiveSmallIntegerField[int, int]:
    """Which PK of the camat it follows."""
    return models.PositiveSmallIntegerField(
        "versi", default=0, help_text="0 murni; 1, 2, … perubahan, seperti PK camat yang diikutinya."
    )


class PKUnit(OfKecamatan, Reviewable, DatedColumns):
    """The head of a unit's PK: who promises, where and when. Whom it is promised to follows from the unit above.

    An empty ``nama`` of the sekretariat is whoever is sekretaris camat on the date; of others nobody knows it yet.
    """

    kecamatan = models.ForeignKey(Kecamatan, models.PROTECT, related_name="pk_unit", verbose_name="kecamatan")
    tahun = models.PositiveSmallIntegerField("tahun")
    versi = version()
    unit = models.ForeignKey(UnitKerja, models.PROTECT, related_name="+", verbose_name="unit kerja")
    jabatan = models.CharField(
        "jabatan",
        max_length=150,
        help_text="Seperti tercetak, misalnya Kepala Seksi Pemerintahan.",
        error_messages={"blank": "Isi jabatan seperti tercetak dalam perjanjian kinerja."},
    )
    nama = models.CharField(
        "nama dengan gelar",
        max_length=150,
        blank=True,
        help_text="Boleh kosong bagi sekretaris: diambil dari masa jabatan pada tanggal dokumen.",
    )
    nip = models.CharField("NIP", max_length=18, blank=True, validators=[nip_sah])
    pangkat = models.CharField("pangkat", max_length=60, blank=True, help_text="Misalnya Penata Tingkat I.")

    class Meta(DatedColumns.Meta):
        verbose_name = "PK berjenjang"
        verbose_name_plural = "PK berjenjang"
        ordering = ("kecamatan", "tahun", "unit__urut", "unit", "versi", "id")
        constraints = (
            *DatedColumns.Meta.constraints,
            filled("jabatan", "Isi jabatan seperti tercetak dalam perjanjian kinerja."),
            plausible_tahun(),
            unique(
                "unit",
                "kecamatan",
                "tahun",
                "versi",
                "unit",
                message="PK unit kerja ini sudah dicatat pada tahun dan versi yang sama. Ubah yang ada.",
            ),
        )

    def __str__(self) -> str:
        perubahan = f" Perubahan {self.versi}" if self.versi else ""
        return f"PK{perubahan} {self.jabatan} Tahun {self.tahun}"


class BarisPKUnit(OfKecamatan, Reviewable):
    """What a unit promises: its kinerja with its ukuran (indikator), and which indikator of the camat it supports."""

    kecamatan = models.ForeignKey(
        Kecamatan, models.PROTECT, related_name="baris_pk_unit", verbose_name="kecamatan"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    versi = version()
    unit = models.ForeignKey(UnitKerja, models.PROTECT, related_name="+", verbose_name="unit kerja")
    indikator = models.ForeignKey(
        Indikator, models.PROTECT, related_name="+", verbose_name="indikator PK camat yang didukung"
    )
    kinerja = models.TextField(
        "sasaran atau kegiatan", error_messages={"blank": "Isi sasaran, program, atau kegiatan unit ini."}
    )
    ukuran = models.CharField(
        "indikator kinerja",
        max_length=400,
        error_messages={"blank": "Isi indikator yang diperjanjikan unit ini."},
    )
    target = models.CharField(
        "target", max_length=100, error_messages={"blank": "Isi target yang diperjanjikan."}
    )
    satuan = models.CharField("satuan", max_length=50, blank=True)

    class Meta:
        verbose_name = "baris PK berjenjang"
        verbose_name_plural = "baris PK berjenjang"
        ordering = ("kecamatan", "tahun", "unit__urut", "unit", "versi", "id")
        constraints = (
            filled("kinerja", "Isi sasaran, program, atau kegiatan unit ini."),
            filled("ukuran", "Isi indikator yang diperjanjikan unit ini."),
            filled("target", "Isi target yang diperjanjikan."),
            plausible_tahun(),
            unique(
                "ukuran",
                "kecamatan",
                "tahun",
                "versi",
                "unit",
                "ukuran",
                message="Indikator ini sudah ada dalam PK unit yang sama. Ubah baris yang ada.",
            ),
        )

    def __str__(self) -> str:
        return self.ukuran


class IKI(OfKecamatan, Reviewable):
    """An indikator kinerja individu of who heads a unit: a task of the office, by what it is seen, its target."""

    kecamatan = models.ForeignKey(Kecamatan, models.PROTECT, related_name="iki", verbose_name="kecamatan")
    tahun = models.PositiveSmallIntegerField("tahun")
    unit = models.ForeignKey(UnitKerja, models.PROTECT, related_name="+", verbose_name="unit kerja")
    tugas = models.TextField("tugas", error_messages={"blank": "Isi tugas jabatan ini."})
    ukuran = models.CharField(
        "indikator kinerja individu",
        max_length=400,
        error_messages={"blank": "Isi indikator kinerja individunya."},
    )
    target = models.CharField("target", max_length=100, error_messages={"blank": "Isi targetnya."})
    satuan = models.CharField("satuan", max_length=50, blank=True)

    class Meta:
        verbose_name = "indikator kinerja individu"
        verbose_name_plural = "indikator kinerja individu"
        ordering = ("kecamatan", "tahun", "unit__urut", "unit", "id")
        constraints = (
            filled("tugas", "Isi tugas jabatan ini."),
            filled("ukuran", "Isi indikator kinerja individunya."),
            filled("target", "Isi targetnya."),
            plausible_tahun(),
            unique(
                "ukuran",
                "kecamatan",
                "tahun",
                "unit",
                "ukuran",
                message="Indikator kinerja individu ini sudah dicatat untuk unit yang sama. Ubah baris yang ada.",
            ),
        )

    def __str__(self) -> str:
        return self.ukuran
