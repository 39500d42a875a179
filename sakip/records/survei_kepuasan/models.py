"""A survey of satisfaction: how many answered, when, and the mean of each unsur."""

from __future__ import annotations

from typing import Any, Final

from django.db import models
from django.db.models import Q

from kecamatan.ground.constraints import OfKecamatan, check, filled, plausible_tahun, unique
from kecamatan.models import Kecamatan
from sakip.capaian.skm import HIGHEST, LOWEST, UNSUR, Unsur
from sakip.records.renstra.indikator import Indikator
from sakip.text.unsur import unsur_of

#: The columns of the unsur, in order.
COLUMNS: Final = tuple(f"u{number}" for number in range(1, len(UNSUR) + 1))


def _unsur(number: int) -> models.DecimalField[Any, Any]:
    return models.DecimalField(
        f"U{number} {UNSUR[number - 1].lower()}", max_digits=6, decimal_places=4, null=True, blank=True
    )


class SurveiKepuasan(OfKecamatan):
    """A survey whose IKM is the realisasi of an indikator. IKM and mutu follow from its unsur, stored nowhere.

    An unsur that was not asked about is empty; ``unsur_lain`` has a line for each that is none of the nine.
    """

    kecamatan = models.ForeignKey(
        Kecamatan, models.PROTECT, related_name="survei_kepuasan", verbose_name="kecamatan"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    indikator = models.ForeignKey(Indikator, models.PROTECT, related_name="+", verbose_name="indikator")
    periode = models.CharField(
        "periode survei",
        max_length=60,
        help_text="Misalnya Januari–Desember 2023, atau Semester I.",
        error_messages={"blank": "Isi periode surveinya."},
    )
    responden = models.PositiveIntegerField("jumlah responden")
    u1 = _unsur(1)
    u2 = _unsur(2)
    u3 = _unsur(3)
    u4 = _unsur(4)
    u5 = _unsur(5)
    u6 = _unsur(6)
    u7 = _unsur(7)
    u8 = _unsur(8)
    u9 = _unsur(9)
    unsur_lain = models.TextField(
        "unsur lain",
        blank=True,
        help_text="Unsur di luar sembilan unsur itu, satu baris satu unsur: nama, titik dua, nilai. Misalnya Keamanan"
        " pelayanan: 3,25.",
    )
    sumber = models.CharField("sumber data", max_length=200, blank=True)

    class Meta:
        verbose_name = "survei kepuasan"
        verbose_name_plural = "survei kepuasan"
        ordering = ("kecamatan", "tahun", "id")
        constraints = (
            filled("periode", "Isi periode surveinya."),
            plausible_tahun(),
            unique(
                "periode",
                "kecamatan",
                "tahun",
                "indikator",
                "periode",
                message="Survei periode ini sudah dicatat untuk indikator yang sama. Ubah yang ada.",
            ),
            check("responden_ada", Q(responden__gt=0), "Isi jumlah responden lebih dari 0."),
            *(
                check(
                    f"{column}_wajar",
                    Q(**{f"{column}__range": (LOWEST, HIGHEST)}),
                    f"Isi nilai rata-rata unsur {column.upper()} dari 1 sampai 4.",
                )
                for column in COLUMNS
            ),
            check(
                "unsur_ada",
                ~Q(**dict.fromkeys((f"{column}__isnull" for column in COLUMNS), True), unsur_lain=""),
                "Isi nilai paling sedikit satu unsur.",
                at=COLUMNS[0],
            ),
        )

    def __str__(self) -> str:
        return f"survei kepuasan {self.periode}"

    @property
    def unsur(self) -> tuple[Unsur, ...]:
        """What was asked about, with its mean, in order."""
        return unsur_of([getattr(self, column) for column in COLUMNS], self.unsur_lain)
