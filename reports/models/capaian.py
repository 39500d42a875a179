"""What a signed report measured, small enough to be read beside those of thirty others."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from kecamatan.ground.constraints import OfKecamatan
from reports.models.laporan import Laporan


class CapaianLaporan(OfKecamatan):
    """The indikator of a signed report with their realisasi and capaian (``isi``, the plain form of
    :class:`reports.peers.median.MeasuredYear`).

    Written with the archive, in its transaction. Everything follows from the archive and may be made again from it.
    """

    kecamatan_path: ClassVar[str] = "laporan__kecamatan"
    tahun_path: ClassVar[str] = "laporan__tahun"

    laporan = models.OneToOneField(
        Laporan,
        models.PROTECT,
        related_name="capaian",
        verbose_name="laporan",
        error_messages={"unique": "Capaian laporan ini sudah dicatat. Buat ulang yang ada."},
    )
    isi = models.JSONField("isi")

    class Meta:
        verbose_name = "capaian laporan"
        verbose_name_plural = "capaian laporan"
        ordering = ("laporan",)

    def __str__(self) -> str:
        return f"Capaian {self.laporan}"
