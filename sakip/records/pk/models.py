"""Perjanjian Kinerja (Permen PANRB 53/2014): murni and perubahan."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from kecamatan.ground.constraints import (
    OfKecamatan,
    Reviewable,
    check,
    filled,
    plausible_tahun,
    plausible_uang,
    unique,
)
from kecamatan.models import Kecamatan, MasaJabatan
from sakip.records.nomenklatur.models import Program
from sakip.records.renstra.indikator import Indikator
from sakip.records.renstra.models import Sasaran
from sakip.records.shared_columns import DatedColumns, TargetNilai, refers_to


class PerjanjianKinerja(OfKecamatan, DatedColumns):
    """The PK between camat (pihak pertama) and kepala daerah (pihak kedua).

    Murni has versi 0; perubahan 1, 2, … with the reason, where the document gives one. ``dikutip`` holds for a PK of
    an earlier year that is known only from a later report: its targets are compared with, but it makes no year of
    the kecamatan's own.
    """

    trail_columns: ClassVar[dict[str, str]] = {
        "kecamatan": "kecamatan",
        "tahun": "tahun",
        "jenis": "jenis",
        "versi": "versi",
    }

    class Jenis(models.TextChoices):
        MURNI = "murni", "Murni"
        PERUBAHAN = "perubahan", "Perubahan"

    class Alasan(models.TextChoices):
        PEJABAT = "a", "Pergantian atau mutasi pejabat"
        STRATEGI = "b", "Perubahan strategi (program, kegiatan, atau alokasi anggaran)"
        PRIORITAS = "c", "Perubahan prioritas atau asumsi yang berakibat signifikan"

    kecamatan = models.ForeignKey(
        Kecamatan, models.PROTECT, related_name="perjanjian", verbose_name="kecamatan"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    jenis = models.CharField("jenis", max_length=10, choices=Jenis.choices, default=Jenis.MURNI)
    versi = models.PositiveSmallIntegerField("versi", default=0, help_text="0 murni; 1, 2, … perubahan.")
    alasan = models.CharField("alasan perubahan", max_length=1, choices=Alasan.choices, blank=True)
    pihak_pertama = refers_to(MasaJabatan, "pihak pertama")
    pihak_kedua = refers_to(MasaJabatan, "pihak kedua")
    sumber = models.TextField("sumber", blank=True)
    dikutip = models.BooleanField("hanya dikutip laporan tahun lain", default=False)

    class Meta(DatedColumns.Meta):
        verbose_name = "perjanjian kinerja"
        verbose_name_plural = "perjanjian kinerja"
        ordering = ("kecamatan", "tahun", "versi")
        constraints = (
            *DatedColumns.Meta.constraints,
            unique(
                "versi",
                "kecamatan",
                "tahun",
                "jenis",
                "versi",
                message="Perjanjian kinerja versi ini sudah ada. Ubah yang ada, atau catat perubahan berikutnya.",
            ),
            plausible_tahun(),
            check(
                "versi_sesuai_jenis",
                Q(jenis="murni", versi=0, alasan="")
                | Q(jenis="perubahan", versi__gte=1, alasan__in=("", "a", "b", "c")),
                "Isi versi 0 tanpa alasan untuk PK murni, atau versi 1 dan seterusnya untuk PK perubahan.",
            ),
        )

    def __str__(self) -> str:
        perubahan = f" Perubahan {self.versi}" if self.versi else ""
        return f"PK{perubahan} {self.kecamatan} Tahun {self.tahun}"


class BarisPK(OfKecamatan, Reviewable, TargetNilai):
    """An indikator row of the PK in the document's own words, tied to the Renstra where it is known there."""

    kecamatan_path: ClassVar[str] = "perjanjian__kecamatan"
    tahun_path: ClassVar[str] = "perjanjian__tahun"

    perjanjian = models.ForeignKey(
        PerjanjianKinerja, models.CASCADE, related_name="baris", verbose_name="perjanjian kinerja"
    )
    sasaran = models.TextField(
        "sasaran", error_messages={"blank": "Isi sasaran seperti tercetak dalam perjanjian kinerja."}
    )
    acuan_sasaran = refers_to(Sasaran, "sasaran Renstra")
    indikator = models.TextField(
        "indikator", error_messages={"blank": "Isi indikator seperti tercetak dalam perjanjian kinerja."}
    )
    acuan_indikator = refers_to(Indikator, "indikator Renstra")
    satuan = models.CharField("satuan", max_length=50, blank=True)
    urut = models.PositiveSmallIntegerField("urut", default=0)

    class Meta(TargetNilai.Meta):
        verbose_name = "baris PK"
        verbose_name_plural = "baris PK"
        ordering = ("perjanjian", "urut", "id")
        constraints = (
            *TargetNilai.Meta.constraints,
            unique(
                "indikator",
                "perjanjian",
                "acuan_indikator",
                message="Indikator ini sudah ada dalam perjanjian kinerja yang sama. Hapus salah satu.",
            ),
            filled("sasaran", "Isi sasaran seperti tercetak dalam perjanjian kinerja."),
            filled("indikator", "Isi indikator seperti tercetak dalam perjanjian kinerja."),
        )

    def __str__(self) -> str:
        return self.indikator


class AnggaranPK(OfKecamatan, Reviewable):
    """A program row of the PK with the amount that the PK says (rupiah) and its fund source ("P-APBD")."""

    kecamatan_path: ClassVar[str] = "perjanjian__kecamatan"
    tahun_path: ClassVar[str] = "perjanjian__tahun"

    perjanjian = models.ForeignKey(
        PerjanjianKinerja, models.CASCADE, related_name="anggaran", verbose_name="perjanjian kinerja"
    )
    program = refers_to(Program, "program")
    nama = models.CharField(
        "nama program",
        max_length=300,
        error_messages={"blank": "Isi nama program seperti tercetak dalam perjanjian kinerja."},
    )
    anggaran = models.DecimalField("anggaran (Rp)", max_digits=18, decimal_places=2)
    sumber_dana = models.CharField("keterangan (sumber dana)", max_length=50, blank=True)
    urut = models.PositiveSmallIntegerField("urut", default=0)

    class Meta:
        verbose_name = "anggaran PK"
        verbose_name_plural = "anggaran PK"
        ordering = ("perjanjian", "urut", "id")
        constraints = (
            filled("nama", "Isi nama program seperti tercetak dalam perjanjian kinerja."),
            plausible_uang("anggaran"),
        )

    def __str__(self) -> str:
        return self.nama
