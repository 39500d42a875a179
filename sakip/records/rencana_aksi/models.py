"""Rencana Aksi: what is to be reached in each triwulan."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from kecamatan.ground.constraints import (
    OfKecamatan,
    Reviewable,
    check,
    daftar_teks,
    filled,
    plausible_tahun,
    unique,
)
from kecamatan.models import Kecamatan
from sakip.capaian.inputs import Akumulasi
from sakip.capaian.triwulan import ROMAN, measured_triwulan
from sakip.records.nomenklatur.models import Kegiatan, Program, SubKegiatan
from sakip.records.renstra.indikator import Indikator
from sakip.records.shared_columns import (
    AKUMULASI_CHOICES,
    SignedColumns,
    TargetNilai,
    refers_to,
    whole_jenjang,
)
from sakip.text.akumulasi import say_akumulasi


class RencanaAksi(OfKecamatan, SignedColumns):
    """The rencana aksi of a kecamatan and year."""

    trail_columns: ClassVar[dict[str, str]] = {"kecamatan": "kecamatan", "tahun": "tahun"}

    kecamatan = models.ForeignKey(
        Kecamatan, models.PROTECT, related_name="rencana_aksi", verbose_name="kecamatan"
    )
    tahun = models.PositiveSmallIntegerField("tahun")

    class Meta(SignedColumns.Meta):
        verbose_name = "rencana aksi"
        verbose_name_plural = "rencana aksi"
        ordering = ("kecamatan", "tahun")
        constraints = (
            *SignedColumns.Meta.constraints,
            unique(
                "tahun",
                "kecamatan",
                "tahun",
                message="Rencana aksi tahun ini sudah ada. Ubah rencana aksi yang ada.",
            ),
            plausible_tahun(),
        )

    def __str__(self) -> str:
        return f"Rencana Aksi {self.kecamatan} Tahun {self.tahun}"


class BarisRencanaAksi(OfKecamatan, Reviewable):
    """An indikator row: how its four triwulan add up over the year."""

    kecamatan_path: ClassVar[str] = "rencana_aksi__kecamatan"
    tahun_path: ClassVar[str] = "rencana_aksi__tahun"

    rencana_aksi = models.ForeignKey(
        RencanaAksi, models.CASCADE, related_name="baris", verbose_name="rencana aksi"
    )
    sasaran = models.TextField(
        "sasaran", error_messages={"blank": "Isi sasaran seperti tercetak dalam rencana aksi."}
    )
    indikator = models.TextField(
        "indikator", error_messages={"blank": "Isi indikator seperti tercetak dalam rencana aksi."}
    )
    acuan_indikator = refers_to(Indikator, "indikator Renstra")
    satuan = models.CharField("satuan", max_length=50, blank=True)
    akumulasi = models.CharField(
        "akumulasi triwulan", max_length=10, choices=AKUMULASI_CHOICES, default=Akumulasi.KUMULATIF.value
    )
    urut = models.PositiveSmallIntegerField("urut", default=0)

    class Meta:
        verbose_name = "baris rencana aksi"
        verbose_name_plural = "baris rencana aksi"
        ordering = ("rencana_aksi", "urut", "id")
        constraints = (
            filled("sasaran", "Isi sasaran seperti tercetak dalam rencana aksi."),
            filled("indikator", "Isi indikator seperti tercetak dalam rencana aksi."),
        )

    def __str__(self) -> str:
        return self.indikator

    @property
    def triwulan_measured(self) -> tuple[int, ...]:
        """Numbers of the triwulan in which its indikator is measured."""
        return measured_triwulan(self.acuan_indikator.irama if self.acuan_indikator else "")

    @property
    def way(self) -> str:
        """How its targets add up, in the rhythm of its indikator."""
        return say_akumulasi(Akumulasi(self.akumulasi), self.triwulan_measured)


class TargetTriwulan(OfKecamatan, TargetNilai):
    """Target of a row in one triwulan; a triwulan without a target has no row."""

    kecamatan_path: ClassVar[str] = "baris__rencana_aksi__kecamatan"
    tahun_path: ClassVar[str] = "baris__rencana_aksi__tahun"
    trail_columns: ClassVar[dict[str, str]] = {"baris": "baris", "triwulan": "triwulan"}

    baris = models.ForeignKey(
        BarisRencanaAksi, models.CASCADE, related_name="target", verbose_name="baris rencana aksi"
    )
    triwulan = models.PositiveSmallIntegerField("triwulan")

    class Meta(TargetNilai.Meta):
        verbose_name = "target triwulan"
        verbose_name_plural = "target triwulan"
        ordering = ("baris", "triwulan")
        constraints = (
            *TargetNilai.Meta.constraints,
            unique(
                "triwulan",
                "baris",
                "triwulan",
                message="Target triwulan ini sudah ada. Ubah target yang ada.",
            ),
            check("triwulan_wajar", Q(triwulan__range=(1, 4)), "Isi triwulan 1 sampai 4."),
        )

    def __str__(self) -> str:
        return f"{self.baris}, triwulan {self.triwulan}"


class LangkahRencanaAksi(OfKecamatan):
    """A step by which the row is to be reached: who takes it, in which triwulan, and what shows that it worked.

    ``penanggung_jawab`` holds kunci of unit kerja.
    """

    kecamatan_path: ClassVar[str] = "baris__rencana_aksi__kecamatan"
    tahun_path: ClassVar[str] = "baris__rencana_aksi__tahun"

    baris = models.ForeignKey(
        BarisRencanaAksi, models.CASCADE, related_name="langkah", verbose_name="baris rencana aksi"
    )
    uraian = models.TextField("langkah", error_messages={"blank": "Isi langkah yang akan dilakukan."})
    ukuran = models.TextField(
        "ukuran keberhasilan", blank=True, help_text="Apa yang menunjukkan bahwa langkah itu berhasil."
    )
    penanggung_jawab = models.JSONField(
        "penanggung jawab", default=list, blank=True, validators=[daftar_teks]
    )
    triwulan = models.PositiveSmallIntegerField("triwulan", help_text="1 sampai 4.")
    urut = models.PositiveSmallIntegerField("urut", default=0)

    class Meta:
        verbose_name = "langkah rencana aksi"
        verbose_name_plural = "langkah rencana aksi"
        ordering = ("baris", "urut", "id")
        constraints = (
            filled("uraian", "Isi langkah yang akan dilakukan."),
            check("triwulan_wajar", Q(triwulan__range=(1, 4)), "Isi triwulan 1 sampai 4."),
        )

    def __str__(self) -> str:
        return self.uraian

    @property
    def when(self) -> str:
        """ "Triwulan II"."""
        return f"Triwulan {ROMAN[self.triwulan - 1]}"


class KegiatanRencanaAksi(OfKecamatan):
    """A kegiatan or sub kegiatan that serves the row, with its output target per triwulan."""

    kecamatan_path: ClassVar[str] = "baris__rencana_aksi__kecamatan"
    tahun_path: ClassVar[str] = "baris__rencana_aksi__tahun"

    baris = models.ForeignKey(
        BarisRencanaAksi, models.CASCADE, related_name="kegiatan", verbose_name="baris rencana aksi"
    )
    program = models.ForeignKey(Program, models.PROTECT, related_name="+", verbose_name="program")
    kegiatan = refers_to(Kegiatan, "kegiatan")
    sub_kegiatan = refers_to(SubKegiatan, "sub kegiatan")
    indikator = models.TextField("indikator", blank=True)
    satuan = models.CharField("satuan", max_length=50, blank=True)
    triwulan_1 = models.DecimalField("triwulan I", max_digits=20, decimal_places=4, null=True, blank=True)
    triwulan_2 = models.DecimalField("triwulan II", max_digits=20, decimal_places=4, null=True, blank=True)
    triwulan_3 = models.DecimalField("triwulan III", max_digits=20, decimal_places=4, null=True, blank=True)
    triwulan_4 = models.DecimalField("triwulan IV", max_digits=20, decimal_places=4, null=True, blank=True)
    urut = models.PositiveSmallIntegerField("urut", default=0)

    class Meta:
        verbose_name = "kegiatan rencana aksi"
        verbose_name_plural = "kegiatan rencana aksi"
        ordering = ("baris", "urut", "id")
        constraints = whole_jenjang(required_programs=True)

    def __str__(self) -> str:
        return str(self.sub_kegiatan or self.kegiatan or self.program)
