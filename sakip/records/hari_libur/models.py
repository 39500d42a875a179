"""National holidays and cuti bersama, as a kabupaten records them for each year."""

from django.db import models

from kecamatan.ground.constraints import OfKabupaten, filled, unique
from kecamatan.models import Kabupaten
from sakip.text.dates import format_tanggal


class HariLibur(OfKabupaten):
    """A day on which nobody works, with the decision that says so. A year of which none is recorded is not known."""

    class Jenis(models.TextChoices):
        LIBUR = "libur", "Hari libur nasional"
        CUTI = "cuti", "Cuti bersama"

    kabupaten = models.ForeignKey(
        Kabupaten, models.PROTECT, related_name="hari_libur", verbose_name="kabupaten"
    )
    tanggal = models.DateField("tanggal")
    keterangan = models.CharField(
        "keterangan", max_length=150, error_messages={"blank": "Isi nama hari liburnya."}
    )
    jenis = models.CharField("jenis", max_length=5, choices=Jenis.choices, default=Jenis.LIBUR)
    sumber = models.CharField(
        "sumber", max_length=200, error_messages={"blank": "Isi keputusan yang menetapkannya."}
    )

    class Meta:
        verbose_name = "hari libur"
        verbose_name_plural = "hari libur"
        ordering = ("kabupaten", "tanggal")
        constraints = (
            unique(
                "tanggal",
                "kabupaten",
                "tanggal",
                message="Hari libur pada tanggal ini sudah tercatat. Ubah yang ada.",
            ),
            filled("keterangan", "Isi nama hari liburnya."),
            filled("sumber", "Isi keputusan yang menetapkannya."),
        )

    def __str__(self) -> str:
        return f"{self.keterangan} {format_tanggal(self.tanggal)}"
