"""Indikator sasaran: what is measured, how, and the targets that the Renstra sets."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from kecamatan.ground.constraints import OfKecamatan, check, daftar_teks, filled, unique
from sakip.capaian.inputs import Akumulasi, JenisNilai
from sakip.capaian.rumus import rumus_bawaan, rumus_choices, rumus_for, say_every_rumus
from sakip.capaian.triwulan import IRAMA
from sakip.records.kebijakan.scale import Skala
from sakip.records.renstra.models import Renstra, Sasaran
from sakip.records.shared_columns import AKUMULASI_CHOICES, TargetPerYear, whole_pecahan


def rumus_fits_kind() -> Q:
    """A rumus measures values of the indikator's kind, and letters need a scale: as the registry has it."""
    condition = Q()
    for kinds in JenisNilai:
        kode = tuple(d.kode.value for d in rumus_for(kinds))
        scaled = {"skala__isnull": False} if kinds is JenisNilai.HURUF else {}
        condition |= Q(jenis_nilai=kinds.value, rumus__in=kode, **scaled)
    return condition


class Indikator(OfKecamatan):
    """An indikator sasaran of one Renstra version.

    ``kunci`` stays the same over versions and years. ``dalam_renstra`` is False for an indikator that a PK or
    SK IKU uses but the Renstra matrix does not print. ``pembilang`` and ``penyebut`` are the words of the
    fraction; ``pengali`` is what the fraction is multiplied by; ``formulasi`` is used where there is no
    fraction. ``penanggung_jawab`` holds kunci of unit kerja. ``renstra`` repeats the sasaran's, so that
    ``kunci`` can be unique within it; that both agree is a rule over rows.
    """

    class JenisNilai(models.TextChoices):
        ANGKA = JenisNilai.ANGKA.value, "Angka"
        HURUF = JenisNilai.HURUF.value, "Huruf"
        RENTANG = JenisNilai.RENTANG.value, "Rentang"

    kecamatan_path: ClassVar[str] = "renstra__kecamatan"
    trail_columns: ClassVar[dict[str, str]] = {"renstra": "renstra", "kunci": "kunci"}

    renstra = models.ForeignKey(Renstra, models.CASCADE, related_name="indikator", verbose_name="Renstra")
    sasaran = models.ForeignKey(Sasaran, models.CASCADE, related_name="indikator", verbose_name="sasaran")
    kunci = models.SlugField("kunci", max_length=60)
    nama = models.TextField("nama", error_messages={"blank": "Isi nama indikator."})
    satuan = models.CharField("satuan", max_length=50, blank=True)
    jenis_nilai = models.CharField(
        "jenis nilai", max_length=10, choices=JenisNilai.choices, default=JenisNilai.ANGKA
    )
    rumus = models.CharField(
        "rumus", max_length=20, choices=rumus_choices(), default=rumus_bawaan(JenisNilai.ANGKA).value
    )
    skala = models.ForeignKey(
        Skala, models.PROTECT, related_name="indikator", null=True, blank=True, verbose_name="skala"
    )
    desimal = models.PositiveSmallIntegerField("jumlah desimal", default=2)
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
    pengali = models.DecimalField(
        "pengali",
        max_digits=20,
        decimal_places=4,
        null=True,
        blank=True,
        help_text="Angka yang dikalikan dengan pembilang ÷ penyebut, misalnya 10.000 untuk rasio per 10.000 penduduk."
        " Kosong berarti 100 bila satuannya persen.",
    )
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
            check(
                "rumus_sesuai_jenis",
                rumus_fits_kind(),
                f"Pilih rumus yang sesuai dengan jenis nilai: {say_every_rumus()}. Nilai huruf memerlukan skala.",
                at="rumus",
            ),
            check("desimal_wajar", Q(desimal__lte=4), "Isi jumlah desimal dari 0 sampai 4."),
            check("bobot_wajar", Q(bobot__gt=0, bobot__lte=100), "Isi bobot lebih dari 0 sampai 100 persen."),
            whole_pecahan(),
            check(
                "irama_dikenal",
                Q(irama__in=tuple(kode for kode, _ in IRAMA)),
                "Pilih triwulan pengukuran dari daftarnya.",
            ),
            check("pengali_positif", Q(pengali__gt=0), "Isi pengali lebih dari 0, atau kosongkan."),
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
