"""Texts that a kabupaten writes once, from which the narrative of each kecamatan starts."""

from typing import ClassVar, Final

from django.db import models
from django.db.models import F, Q

from kecamatan.ground.constraints import OfKabupaten, check, filled, plausible_tahun, unique
from kecamatan.ground.prepared import PreparedRows
from kecamatan.models import Kabupaten
from reports.models.content import pilihan_bagian
from reports.writing.text import plain_text


class TeksBaku(OfKabupaten):
    """The text with which one place of the narrative starts (tidy HTML, see :mod:`reports.writing`), in the reports of
    the years from ``tahun_awal`` to ``tahun_akhir``; of several that hold, the one that began last."""

    #: How a change of a column is told to people, where not as it is stored.
    AS_READ: ClassVar = {"isi": plain_text}

    kabupaten = models.ForeignKey(
        Kabupaten, models.PROTECT, related_name="teks_baku", verbose_name="kabupaten"
    )
    bagian = models.CharField(
        "bagian",
        max_length=40,
        choices=pilihan_bagian,
        error_messages={"blank": "Pilih bagian laporan yang dimulai dengan teks ini."},
    )
    isi = models.TextField("teks", error_messages={"blank": "Tulis teksnya."})
    tahun_awal = models.PositiveSmallIntegerField("berlaku sejak laporan tahun")
    tahun_akhir = models.PositiveSmallIntegerField("berlaku sampai laporan tahun", null=True, blank=True)

    class Meta:
        verbose_name = "teks baku"
        verbose_name_plural = "teks baku"
        ordering = ("kabupaten", "bagian", "tahun_awal")
        constraints = (
            unique(
                "bagian",
                "kabupaten",
                "bagian",
                "tahun_awal",
                message="Teks baku bagian ini sejak tahun itu sudah ada. Ubah yang ada.",
            ),
            filled("bagian", "Pilih bagian laporan yang dimulai dengan teks ini."),
            filled("isi", "Tulis teksnya."),
            plausible_tahun("tahun_awal"),
            plausible_tahun("tahun_akhir"),
            check(
                "tahun_urut",
                Q(tahun_akhir__gte=F("tahun_awal")),
                "Isi tahun akhir yang tidak lebih awal daripada tahun awalnya.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_bagian_display()} sejak {self.tahun_awal}"


def boilerplate_for(kabupaten: int, tahun: int) -> dict[str, TeksBaku]:
    """The texts that hold for the reports of a year, by their place (1 query)."""
    return {row.bagian: row for row in _HOLDING(kabupaten, tahun)}


_HOLDING: Final = PreparedRows(
    lambda kabupaten, tahun: (
        TeksBaku.objects.filter(
            Q(tahun_akhir=None) | Q(tahun_akhir__gte=tahun), kabupaten=kabupaten, tahun_awal__lte=tahun
        )
        .select_related("kabupaten")
        .order_by("tahun_awal")
    )
)
