"""Templates of IKU, and the indikator of a kecamatan that are what a template says."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from kecamatan.ground.constraints import (
    OfKabupaten,
    OfKecamatan,
    check,
    daftar_teks,
    filled,
    plausible_tahun,
    unique,
)
from kecamatan.models import Kabupaten, Kecamatan
from sakip.capaian.inputs import Akumulasi
from sakip.capaian.triwulan import IRAMA
from sakip.records.renstra import measuring_columns as columns
from sakip.records.shared_columns import AKUMULASI_CHOICES, whole_pecahan


class TemplatIKU(OfKabupaten):
    """An indikator kinerja utama in the words of a kabupaten: what the Renstra of each kecamatan is to say of it, below
    which sasaran and tujuan. ``tahun_awal`` to ``tahun_akhir`` are the years for which it is offered."""

    kabupaten = models.ForeignKey(
        Kabupaten, models.PROTECT, related_name="templat_iku", verbose_name="kabupaten"
    )
    nama = models.TextField("nama", error_messages={"blank": "Isi nama indikator."})
    tujuan = models.TextField("tujuan", error_messages={"blank": "Isi uraian tujuan."})
    sasaran = models.TextField("sasaran", error_messages={"blank": "Isi uraian sasaran."})
    satuan = models.CharField("satuan", max_length=50, blank=True)
    jenis_nilai = columns.jenis_nilai()
    rumus = columns.rumus()
    skala = columns.skala("+")
    desimal = columns.desimal()
    akumulasi = models.CharField(
        "akumulasi triwulan", max_length=10, choices=AKUMULASI_CHOICES, default=Akumulasi.TERAKHIR.value
    )
    irama = models.CharField("triwulan pengukuran", max_length=4, choices=IRAMA, default="", blank=True)
    pembilang = models.TextField("pembilang", blank=True)
    penyebut = models.TextField("penyebut", blank=True)
    pengali = columns.pengali()
    formulasi = models.TextField("formulasi", blank=True)
    penjelasan = models.JSONField("definisi operasional", default=list, blank=True, validators=[daftar_teks])
    sumber_data = models.TextField("sumber data", blank=True)
    tahun_awal = models.PositiveSmallIntegerField("berlaku sejak tahun")
    tahun_akhir = models.PositiveSmallIntegerField("berlaku sampai tahun", null=True, blank=True)

    class Meta:
        verbose_name = "templat IKU"
        verbose_name_plural = "templat IKU"
        ordering = ("kabupaten", "id")
        constraints = (
            unique(
                "nama",
                "kabupaten",
                "nama",
                message="Templat dengan nama ini sudah ada. Ubah yang ada.",
            ),
            filled("nama", "Isi nama indikator."),
            filled("tujuan", "Isi uraian tujuan."),
            filled("sasaran", "Isi uraian sasaran."),
            whole_pecahan(),
            check(
                "irama_dikenal",
                Q(irama__in=tuple(kode for kode, _ in IRAMA)),
                "Pilih triwulan pengukuran dari daftarnya.",
            ),
            plausible_tahun("tahun_awal"),
            plausible_tahun("tahun_akhir"),
            check(
                "tahun_urut",
                Q(tahun_akhir__gte=F("tahun_awal")),
                "Isi tahun akhir yang tidak lebih awal daripada tahun awalnya.",
            ),
            *columns.measuring_rules(),
        )

    def __str__(self) -> str:
        return self.nama


class TautanTemplatIKU(OfKecamatan):
    """That the indikator with this ``kunci`` of a kecamatan is what a template says, over all versions and years.

    No column of the indikator itself: what is agreed stays as it is, and may be compared all the same.
    """

    trail_columns: ClassVar[dict[str, str]] = {"kecamatan": "kecamatan", "templat": "templat"}

    kecamatan = models.ForeignKey(
        Kecamatan, models.PROTECT, related_name="tautan_templat_iku", verbose_name="kecamatan"
    )
    templat = models.ForeignKey(TemplatIKU, models.PROTECT, related_name="tautan", verbose_name="templat IKU")
    kunci = models.SlugField("kunci indikator", max_length=60)

    class Meta:
        verbose_name = "tautan templat IKU"
        verbose_name_plural = "tautan templat IKU"
        ordering = ("kecamatan", "templat")
        constraints = (
            unique(
                "templat",
                "kecamatan",
                "templat",
                message="Templat ini sudah bertaut dengan indikator kecamatan ini. Ubah tautan yang ada.",
            ),
            unique(
                "kunci",
                "kecamatan",
                "kunci",
                message="Indikator ini sudah bertaut dengan templat lain. Pilih indikator lain.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kunci}: {self.templat}"
