"""The kabupaten's RPJMD as far as a kecamatan's Renstra refers to it."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from kecamatan.ground.constraints import OfKabupaten, check, daftar_teks, filled, plausible_tahun, unique
from kecamatan.models import Kabupaten


class PeriodeRPJMD(OfKabupaten):
    """A period of the RPJMD with its visi."""

    kabupaten = models.ForeignKey(Kabupaten, models.PROTECT, related_name="rpjmd", verbose_name="kabupaten")
    tahun_awal = models.PositiveSmallIntegerField("tahun awal")
    tahun_akhir = models.PositiveSmallIntegerField("tahun akhir")
    berlaku_sejak = models.DateField(
        "berlaku sejak", null=True, blank=True, help_text="Kosong berarti sejak awal tahun pertamanya."
    )
    visi = models.TextField("visi", blank=True)
    dasar = models.TextField("dasar", blank=True)

    class Meta:
        verbose_name = "periode RPJMD"
        verbose_name_plural = "periode RPJMD"
        ordering = ("kabupaten", "tahun_awal")
        constraints = (
            unique(
                "tahun_awal",
                "kabupaten",
                "tahun_awal",
                message="RPJMD yang dimulai pada tahun ini sudah ada. Ubah catatan yang ada.",
            ),
            plausible_tahun("tahun_awal"),
            plausible_tahun("tahun_akhir"),
            check(
                "tahun_urut",
                Q(tahun_akhir__gte=F("tahun_awal")),
                "Isi tahun akhir yang tidak lebih awal daripada tahun awalnya.",
            ),
        )

    def __str__(self) -> str:
        return f"RPJMD {self.kabupaten} {self.masa}"

    @property
    def masa(self) -> str:
        """ "2021–2026": its years, where the kabupaten is known."""
        return f"{self.tahun_awal}–{self.tahun_akhir}"


class MisiRPJMD(OfKabupaten):
    """A misi of the RPJMD."""

    kabupaten_path: ClassVar[str] = "periode__kabupaten"

    periode = models.ForeignKey(
        PeriodeRPJMD, models.CASCADE, related_name="misi", verbose_name="periode RPJMD"
    )
    nomor = models.PositiveSmallIntegerField("nomor")
    uraian = models.TextField("uraian", error_messages={"blank": "Isi uraian misi."})

    class Meta:
        verbose_name = "misi RPJMD"
        verbose_name_plural = "misi RPJMD"
        ordering = ("periode", "nomor")
        constraints = (
            unique("nomor", "periode", "nomor", message="Nomor misi ini sudah dipakai. Pilih nomor lain."),
            filled("uraian", "Isi uraian misi."),
        )

    def __str__(self) -> str:
        return f"Misi {self.nomor}: {self.uraian}"


class TujuanRPJMD(OfKabupaten):
    """A tujuan of the kabupaten with the names of its indikator."""

    kabupaten_path: ClassVar[str] = "misi__periode__kabupaten"

    misi = models.ForeignKey(MisiRPJMD, models.CASCADE, related_name="tujuan", verbose_name="misi")
    uraian = models.TextField("uraian", error_messages={"blank": "Isi uraian tujuan."})
    indikator = models.JSONField("indikator", default=list, blank=True, validators=[daftar_teks])
    urut = models.PositiveSmallIntegerField("urut", default=0)

    class Meta:
        verbose_name = "tujuan RPJMD"
        verbose_name_plural = "tujuan RPJMD"
        ordering = ("misi", "urut", "id")
        constraints = (filled("uraian", "Isi uraian tujuan."),)

    def __str__(self) -> str:
        return self.uraian


class SasaranRPJMD(OfKabupaten):
    """A sasaran of the kabupaten with the names of its indikator."""

    kabupaten_path: ClassVar[str] = "tujuan__misi__periode__kabupaten"

    tujuan = models.ForeignKey(TujuanRPJMD, models.CASCADE, related_name="sasaran", verbose_name="tujuan")
    uraian = models.TextField("uraian", error_messages={"blank": "Isi uraian sasaran."})
    indikator = models.JSONField("indikator", default=list, blank=True, validators=[daftar_teks])
    urut = models.PositiveSmallIntegerField("urut", default=0)

    class Meta:
        verbose_name = "sasaran RPJMD"
        verbose_name_plural = "sasaran RPJMD"
        ordering = ("tujuan", "urut", "id")
        constraints = (filled("uraian", "Isi uraian sasaran."),)

    def __str__(self) -> str:
        return self.uraian
