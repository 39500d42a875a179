"""The kecamatan's Rencana Strategis: versions, tujuan and sasaran. Its indikator are in :mod:`.indikator`."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from kecamatan.ground.constraints import (
    BelowKecamatan,
    OfKecamatan,
    Reviewable,
    check,
    daftar_teks,
    filled,
    plausible_tahun,
    unique,
)
from kecamatan.models import Kecamatan
from kecamatan.querysets import BelowManager
from sakip.querysets import RenstraQuerySet
from sakip.records.renstra import measuring_columns as columns
from sakip.records.rpjmd.models import MisiRPJMD, PeriodeRPJMD, SasaranRPJMD
from sakip.records.shared_columns import TargetPerYear


class Renstra(BelowKecamatan, Reviewable):
    """A version of the Renstra: 0 is the first, n the n-th perubahan that replaces the former.

    One that was begun as a copy of the version before waits for a reader as a whole.
    """

    kecamatan = models.ForeignKey(Kecamatan, models.PROTECT, related_name="renstra", verbose_name="kecamatan")
    tahun_awal = models.PositiveSmallIntegerField("tahun awal")
    tahun_akhir = models.PositiveSmallIntegerField("tahun akhir")
    versi = models.PositiveSmallIntegerField("versi", default=0, help_text="0 awal; 1, 2, … perubahan.")
    berlaku_sejak = models.DateField(
        "berlaku sejak",
        null=True,
        blank=True,
        help_text="Kosong berarti sejak awal tahun pertamanya; perubahan, sejak versi sebelumnya.",
    )
    dasar = models.TextField("dasar", blank=True)
    tanggal = models.DateField("tanggal", null=True, blank=True)
    sumber = models.TextField("sumber", blank=True)
    periode_rpjmd = models.ForeignKey(
        PeriodeRPJMD, models.PROTECT, related_name="renstra", null=True, blank=True, verbose_name="RPJMD"
    )
    misi_diacu = models.ForeignKey(
        MisiRPJMD,
        models.PROTECT,
        related_name="renstra",
        null=True,
        blank=True,
        verbose_name="misi yang diacu",
    )

    objects = BelowManager.from_queryset(RenstraQuerySet)()

    class Meta:
        verbose_name = "Renstra"
        verbose_name_plural = "Renstra"
        ordering = ("kecamatan", "tahun_awal", "versi")
        constraints = (
            unique(
                "versi",
                "kecamatan",
                "tahun_awal",
                "versi",
                message="Versi Renstra ini sudah ada. Ubah yang ada, atau catat versi perubahan berikutnya.",
            ),
            plausible_tahun("tahun_awal"),
            plausible_tahun("tahun_akhir"),
            check(
                "tahun_urut",
                Q(tahun_akhir__gte=F("tahun_awal")),
                "Isi tahun akhir yang tidak lebih awal daripada tahun awalnya.",
            ),
            check(
                "misi_berperiode",
                Q(misi_diacu=None) | Q(periode_rpjmd__isnull=False),
                "Pilih RPJMD yang memuat misi yang diacu.",
            ),
        )

    def __str__(self) -> str:
        perubahan = f" (perubahan {self.versi})" if self.versi else ""
        return f"Renstra {self.kecamatan} {self.tahun_awal}–{self.tahun_akhir}{perubahan}"

    @property
    def masa(self) -> str:
        """ "2021–2026, perubahan ke-1": its period and version, where the kecamatan is known."""
        perubahan = f", perubahan ke-{self.versi}" if self.versi else ""
        return f"{self.tahun_awal}–{self.tahun_akhir}{perubahan}"


class RenstraBerlaku(OfKecamatan):
    """A person's decision which Renstra is in force in a year; without one their days tell (:mod:`.in_force`)."""

    trail_columns: ClassVar[dict[str, str]] = {"kecamatan": "kecamatan", "tahun": "tahun"}

    kecamatan = models.ForeignKey(
        Kecamatan, models.PROTECT, related_name="renstra_berlaku", verbose_name="kecamatan"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    renstra = models.ForeignKey(
        Renstra, models.PROTECT, related_name="diputuskan", verbose_name="Renstra yang berlaku"
    )
    tanggal = models.DateField("tanggal keputusan")
    alasan = models.TextField("alasan", error_messages={"blank": "Isi alasan keputusan ini."})

    class Meta:
        verbose_name = "keputusan Renstra yang berlaku"
        verbose_name_plural = "keputusan Renstra yang berlaku"
        ordering = ("kecamatan", "tahun")
        constraints = (
            unique(
                "tahun",
                "kecamatan",
                "tahun",
                message="Renstra yang berlaku tahun ini sudah diputuskan. Ubah keputusan yang ada.",
            ),
            plausible_tahun(),
            filled("alasan", "Isi alasan keputusan ini."),
        )

    def __str__(self) -> str:
        return f"{self.renstra} berlaku tahun {self.tahun}"


class Tujuan(OfKecamatan):
    """A tujuan of the Renstra. ``kunci`` stays the same over versions."""

    kecamatan_path: ClassVar[str] = "renstra__kecamatan"
    trail_columns: ClassVar[dict[str, str]] = {"renstra": "renstra", "kunci": "kunci"}

    renstra = models.ForeignKey(Renstra, models.CASCADE, related_name="tujuan", verbose_name="Renstra")
    kunci = models.SlugField("kunci", max_length=60)
    uraian = models.TextField("uraian", error_messages={"blank": "Isi uraian tujuan."})
    urut = models.PositiveSmallIntegerField("urut", default=0)

    class Meta:
        verbose_name = "tujuan"
        verbose_name_plural = "tujuan"
        ordering = ("renstra", "urut", "id")
        constraints = (
            unique(
                "kunci",
                "renstra",
                "kunci",
                message="Kunci tujuan ini sudah dipakai dalam Renstra. Pilih kunci lain.",
            ),
            filled("uraian", "Isi uraian tujuan."),
        )

    def __str__(self) -> str:
        return self.uraian


class IndikatorTujuan(OfKecamatan):
    """An indikator of a tujuan, planned and measured per year. Its place in its tujuan is its name."""

    kecamatan_path: ClassVar[str] = "tujuan__renstra__kecamatan"

    tujuan = models.ForeignKey(Tujuan, models.CASCADE, related_name="indikator", verbose_name="tujuan")
    nama = models.TextField("nama", error_messages={"blank": "Isi nama indikator tujuan."})
    satuan = models.CharField("satuan", max_length=50, blank=True)
    jenis_nilai = columns.jenis_nilai()
    rumus = columns.rumus()
    skala = columns.skala("+")
    desimal = columns.desimal()
    pengali = columns.pengali()
    urut = models.PositiveSmallIntegerField("urut", default=0)

    class Meta:
        verbose_name = "indikator tujuan"
        verbose_name_plural = "indikator tujuan"
        ordering = ("tujuan", "urut", "id")
        constraints = (filled("nama", "Isi nama indikator tujuan."), *columns.measuring_rules())

    def __str__(self) -> str:
        return self.nama


class TargetTujuan(OfKecamatan, TargetPerYear):
    """Target of an indikator tujuan in one year."""

    kecamatan_path: ClassVar[str] = "indikator__tujuan__renstra__kecamatan"
    trail_columns: ClassVar[dict[str, str]] = {"indikator": "indikator", "tahun": "tahun"}

    indikator = models.ForeignKey(
        IndikatorTujuan, models.CASCADE, related_name="target", verbose_name="indikator tujuan"
    )
    tahun = models.PositiveSmallIntegerField("tahun")

    class Meta(TargetPerYear.Meta):
        verbose_name = "target tujuan"
        verbose_name_plural = "target tujuan"


class Sasaran(OfKecamatan):
    """A sasaran strategis with its strategi, kebijakan and the program names that the Renstra matrix prints.

    ``renstra`` repeats the tujuan's, so that ``kunci`` can be unique within the Renstra; that both agree is a rule
    over rows. ``bobot`` is in percent, empty where all sasaran weigh the same.
    """

    kecamatan_path: ClassVar[str] = "renstra__kecamatan"
    trail_columns: ClassVar[dict[str, str]] = {"renstra": "renstra", "kunci": "kunci"}

    renstra = models.ForeignKey(Renstra, models.CASCADE, related_name="sasaran", verbose_name="Renstra")
    tujuan = models.ForeignKey(Tujuan, models.CASCADE, related_name="sasaran", verbose_name="tujuan")
    kunci = models.SlugField("kunci", max_length=60)
    uraian = models.TextField("uraian", error_messages={"blank": "Isi uraian sasaran."})
    bobot = models.DecimalField("bobot (%)", max_digits=7, decimal_places=4, null=True, blank=True)
    strategi = models.JSONField("strategi", default=list, blank=True, validators=[daftar_teks])
    kebijakan = models.JSONField("kebijakan", default=list, blank=True, validators=[daftar_teks])
    program_teks = models.JSONField(
        "program seperti tercetak", default=list, blank=True, validators=[daftar_teks]
    )
    sasaran_rpjmd = models.ForeignKey(
        SasaranRPJMD,
        models.PROTECT,
        related_name="sasaran",
        null=True,
        blank=True,
        verbose_name="sasaran RPJMD",
    )
    urut = models.PositiveSmallIntegerField("urut", default=0)

    class Meta:
        verbose_name = "sasaran"
        verbose_name_plural = "sasaran"
        ordering = ("renstra", "urut", "id")
        constraints = (
            unique(
                "kunci",
                "renstra",
                "kunci",
                message="Kunci sasaran ini sudah dipakai dalam Renstra. Pilih kunci lain.",
            ),
            filled("uraian", "Isi uraian sasaran."),
            check("bobot_wajar", Q(bobot__gt=0, bobot__lte=100), "Isi bobot lebih dari 0 sampai 100 persen."),
        )

    def __str__(self) -> str:
        return self.uraian
