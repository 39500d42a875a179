"""Follow-up of a missed target."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from kecamatan.ground.constraints import OfKecamatan, check, daftar_teks, filled, plausible_tahun
from kecamatan.ground.trail_key import NUMBER
from sakip.records.renstra.indikator import Indikator
from sakip.records.renstra.models import IndikatorTujuan


class FollowUp(OfKecamatan):
    """What will be done because the target of an indikator was missed in a year.

    ``tahun`` is the year that missed it. Its LKIP prints what is planned; the next one what became of it (``keadaan``
    and ``hasil``), so that these two go on changing when the year itself is closed. ``penanggung_jawab`` holds kunci
    of unit kerja.
    """

    class Keadaan(models.TextChoices):
        BELUM = "belum", "Belum dilaksanakan"
        BERJALAN = "berjalan", "Sedang berjalan"
        SELESAI = "selesai", "Selesai"
        BATAL = "batal", "Tidak dilanjutkan"

    trail_columns: ClassVar[dict[str, str]] = {NUMBER: "pk"}  # the form may name another indikator

    tahun = models.PositiveSmallIntegerField("tahun")
    tindakan = models.TextField("tindakan", error_messages={"blank": "Isi apa yang akan dilakukan."})
    ukuran = models.TextField(
        "ukuran keberhasilan", blank=True, help_text="Apa yang menunjukkan bahwa tindakan itu berhasil."
    )
    penanggung_jawab = models.JSONField(
        "penanggung jawab", default=list, blank=True, validators=[daftar_teks]
    )
    batas_waktu = models.DateField("batas waktu")
    keadaan = models.CharField("keadaan", max_length=10, choices=Keadaan.choices, default=Keadaan.BELUM)
    hasil = models.TextField(
        "hasil", blank=True, help_text="Apa yang sudah dicapai, atau mengapa tidak dilanjutkan."
    )
    urut = models.PositiveSmallIntegerField("urut", default=0)

    class Meta:
        abstract = True
        ordering = ("tahun", "urut", "id")
        constraints = (
            filled("tindakan", "Isi apa yang akan dilakukan."),
            plausible_tahun(),
            check(
                "batal_beralasan",
                ~Q(keadaan="batal") | ~Q(hasil=""),
                "Isi pada hasil mengapa tindak lanjut ini tidak dilanjutkan.",
                at="hasil",
            ),
        )

    def __str__(self) -> str:
        return self.tindakan


class TindakLanjut(FollowUp):
    """Of an indikator sasaran."""

    kecamatan_path: ClassVar[str] = "indikator__renstra__kecamatan"

    indikator = models.ForeignKey(
        Indikator, models.PROTECT, related_name="tindak_lanjut", verbose_name="indikator"
    )

    class Meta(FollowUp.Meta):
        verbose_name = "tindak lanjut"
        verbose_name_plural = "tindak lanjut"
        indexes = (models.Index(fields=("tahun", "indikator")),)


class TindakLanjutTujuan(FollowUp):
    """Of an indikator tujuan."""

    kecamatan_path: ClassVar[str] = "indikator__tujuan__renstra__kecamatan"

    indikator = models.ForeignKey(
        IndikatorTujuan, models.PROTECT, related_name="tindak_lanjut", verbose_name="indikator tujuan"
    )

    class Meta(FollowUp.Meta):
        verbose_name = "tindak lanjut tujuan"
        verbose_name_plural = "tindak lanjut tujuan"
        indexes = (models.Index(fields=("tahun", "indikator")),)
