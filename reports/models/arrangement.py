"""How a kabupaten arranges the LKIP of its kecamatan."""

from typing import ClassVar, Final

from django.db import models
from django.db.models import F, Q

from kecamatan.ground.constraints import OfKabupaten, check, filled, plausible_tahun, unique
from kecamatan.ground.prepared import PreparedRows
from kecamatan.models import Kabupaten
from reports.lkip.arrangement import COLUMNS, write_lines
from reports.publish.naskah import Penomoran, PenomoranLampiran, Susunan


def _as_lines(keys: str) -> str:
    return write_lines(keys.split())


class SusunanLaporan(OfKabupaten):
    """The parts that are printed, in their order (keys of :mod:`reports.lkip.arrangement`, a line each), and how parts
    are numbered, in the reports of the years from ``tahun_awal`` to ``tahun_akhir``; of several that hold, the one that
    began last. A list that is empty, as where the row was written before there was one, has every part."""

    #: How a change of a column is told to people, where not as it is stored.
    AS_READ: ClassVar = dict.fromkeys(COLUMNS, _as_lines)

    kabupaten = models.ForeignKey(
        Kabupaten, models.PROTECT, related_name="susunan_laporan", verbose_name="kabupaten"
    )
    penomoran = models.CharField(
        "penomoran bagian",
        max_length=10,
        choices=[(one.value, one.label) for one in Penomoran],
        default=Penomoran.HURUF.value,
    )
    penomoran_lampiran = models.CharField(
        "penomoran lampiran",
        max_length=10,
        choices=[(one.value, one.label) for one in PenomoranLampiran],
        default=PenomoranLampiran.ANGKA.value,
    )
    bagian = models.TextField(
        "bagian BAB I dan BAB II", error_messages={"blank": "Tulis bagian yang dicetak, satu tiap baris."}
    )
    bagian_bab3 = models.TextField("bagian BAB III", blank=True, default="")
    bagian_bab4 = models.TextField("bagian BAB IV", blank=True, default="")
    lampiran = models.TextField("lampiran", blank=True, default="")
    tahun_awal = models.PositiveSmallIntegerField("berlaku sejak laporan tahun")
    tahun_akhir = models.PositiveSmallIntegerField("berlaku sampai laporan tahun", null=True, blank=True)

    class Meta:
        verbose_name = "susunan laporan"
        verbose_name_plural = "susunan laporan"
        ordering = ("kabupaten", "tahun_awal")
        constraints = (
            unique(
                "kabupaten",
                "kabupaten",
                "tahun_awal",
                message="Susunan laporan sejak tahun itu sudah ada. Ubah yang ada.",
            ),
            filled("bagian", "Tulis bagian yang dicetak, satu tiap baris."),
            plausible_tahun("tahun_awal"),
            plausible_tahun("tahun_akhir"),
            check(
                "tahun_urut",
                Q(tahun_akhir__gte=F("tahun_awal")),
                "Isi tahun akhir yang tidak lebih awal daripada tahun awalnya.",
            ),
        )

    def __str__(self) -> str:
        return f"Susunan laporan sejak {self.tahun_awal}"

    @property
    def as_frozen(self) -> Susunan:
        """As a Naskah holds it."""
        keys = (key for column in COLUMNS for key in getattr(self, column).split())
        return Susunan(
            penomoran=Penomoran(self.penomoran),
            penomoran_lampiran=PenomoranLampiran(self.penomoran_lampiran),
            bagian=tuple(keys),
        )


def arrangement_for(kabupaten: int, tahun: int) -> SusunanLaporan | None:
    """What holds for the reports of a year; None where the kabupaten has nothing of its own (1 query)."""
    return _HOLDING.first(kabupaten, tahun)


_HOLDING: Final = PreparedRows(
    lambda kabupaten, tahun: SusunanLaporan.objects.filter(
        Q(tahun_akhir=None) | Q(tahun_akhir__gte=tahun), kabupaten=kabupaten, tahun_awal__lte=tahun
    ).order_by("-tahun_awal")
)
