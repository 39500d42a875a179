"""Indikator sasaran: what is measured, how, and the targets that the Renstra sets."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from kecamatan.ground.constraints import OfKecamatan, check, daftar_teks, filled, unique
from sakip.capaian.inputs import Akumulasi
from sakip.capaian.triwulan import IRAMA
from sakip.records.renstra import measuring_columns as columns
from sakip.records.renstra.models import Renstra, Sasaran
from sakip.records.shared_columns import AKUMULASI_CHOICES, TargetPerYear, whole_pecahan


class Indikator(OfKecamatan):
    """An indikator sasaran of one Renstra version.

    ``kunci`` stays the same over versions and years. ``dalam_renstra`` is False for an indikator that a PK or
    SK IKU uses but the Renstra matrix does not print. ``pembilang`` and ``penyebut`` are the words of the
    fraction; ``pengali`` is what the fraction is multiplied by; ``formulasi`` is used where there is no
    fraction. ``penanggung_jawab`` holds kunci of unit kerja. ``renstra`` repeats the sasaran's, so that
    ``kunci`` can be unique within it; that both agree is a rule over rows.
    """

    JenisNilai = columns.JenisNilaiChoices

    kecamatan_path: ClassVar[str] = "renstra__kecamatan"
    trail_columns: ClassVar[dict[str, str]] = {"renstra": "renstra", "kunci": "kunci"}

    renstra = models.ForeignKey(Renstra, models.CASCADE, related_name="indikator", verbose_name="Renstra")
    sasaran = models.ForeignKey(Sasaran, models.CASCADE, related_name="indikator", verbose_name="sasaran")
    kunci = models.SlugField("kunci", max_length=60)
    nama = models.TextField("nama", error_messages={"blank": "Isi nama indikator."})
    satuan = models.CharField("satuan", max_length=50, blank=True)
    jenis_nilai = columns.jenis_nilai()
    rumus = columns.rumus()
    skala = columns.skala("indikator")
    desimal = columns.desimal()
    akumulasi = models.CharField(
        "akumulasi triwulan", max_length=10, choices=AKUMULASI_CHOICES, default=Akumulasi.TERAKHIR.value
    )
    irama = models.CharField(
        "triwulan pengukuran",
        max_length=4,
        choices=IRAMA,
        default="",
        blank=True,
        help_text="Triwulan saat nilainya diukur.",
    )
    bobot = models.DecimalField("bobot (%)", max_digits=7, decimal_places=4, null=True, blank=True)
    pembilang = models.TextField("pembilang", blank=True)
    penyebut = models.TextField("penyebut", blank=True)
    pengali = columns.pengali()
    formulasi = models.TextField("formulasi", blank=True)
    penjelasan = models.JSONField("penjelasan", default=list, blank=True, validators=[daftar_teks])
    penanggung_jawab = models.JSONField(
        "penanggung jawab", default=list, blank=True, validators=[daftar_teks]
    )
    sumber_data = models.TextField("sumber data", blank=True)
    iku = models.BooleanField("indikator kinerja utama", default=True)
    dalam_renstra = models.BooleanField("tercetak dalam matriks Renstra", default=True)
    urut = models.PositiveSmallIntegerField("urut", default=0)

    class Meta:
        verbose_name = "indikator"
        verbose_name_plural = "indikator"
        ordering = ("sasaran", "urut", "id")
        constraints = (
            unique(
                "kunci",
                "renstra",
                "kunci",
                message="Kunci indikator ini sudah dipakai dalam Renstra. Pilih kunci lain.",
            ),
            filled("nama", "Isi nama indikator."),
            check("bobot_wajar", Q(bobot__gt=0, bobot__lte=100), "Isi bobot lebih dari 0 sampai 100 persen."),
            whole_pecahan(),
            check(
                "irama_dikenal",
                Q(irama__in=tuple(kode for kode, _ in IRAMA)),
                "Pilih triwulan pengukuran dari daftarnya.",
            ),
            *columns.measuring_rules(),
        )

    def __str__(self) -> str:
        return self.nama


class TargetRenstra(OfKecamatan, TargetPerYear):
    """Target of an indikator in one year as the Renstra sets it."""

    kecamatan_path: ClassVar[str] = "indikator__renstra__kecamatan"
    trail_columns: ClassVar[dict[str, str]] = {
        "renstra": "indikator__renstra",
        "indikator": "indikator__kunci",
        "tahun": "tahun",
    }

    indikator = models.ForeignKey(Indikator, models.CASCADE, related_name="target", verbose_name="indikator")
    tahun = models.PositiveSmallIntegerField("tahun")

    class Meta(TargetPerYear.Meta):
        verbose_name = "target Renstra"
        verbose_name_plural = "target Renstra"
